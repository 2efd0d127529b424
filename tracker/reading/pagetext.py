"""The words of an article out of what was fetched or uploaded: plain text, one paragraph a line, no markup.

A page is decoded as browsers decode it: by its byte order mark, else the charset that the server or the page names,
else UTF-8. What names nothing and is not UTF-8 is taken for windows-1252, as old newsroom files are, unless it would
be mostly accented letters then: other encodings cannot be told apart, and a wrong one turns every word to rubbish.
"""

from __future__ import annotations

import codecs
import json
import re
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tracker.lib.numbers import quoted
from tracker.reading import language
from tracker.reading.document import Document

LARGEST = 5_000_000
SUFFIXES = (".html", ".htm", ".txt")
SECONDS = 15
"""How long the extraction may take, waiting for a busy processor included."""

_ROOT = Path(__file__).resolve().parents[2]
_KINDS = {
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a Word or ZIP file",
    b"\xd0\xcf\x11\xe0": "an old Word file",
    b"{\\rtf": "a rich text file",
    b"\x1f\x8b": "a compressed file",
    b"\x89PNG": "a picture",
    b"GIF8": "a picture",
    b"\xff\xd8\xff": "a picture",
}
_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_CHARSETS = frozenset(
    "utf-8 utf-16-le utf-16-be cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp874 iso8859-2"
    " iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 iso8859-15"
    " iso8859-16 koi8-r koi8-u gbk gb18030 big5 euc_jp shift_jis euc_kr".split()
)
"""By Python's names. Any other is ignored: some of Python's codecs are slow, or hide markup."""
_AS_BROWSERS_READ = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gbk"}
_CHARSET = re.compile(r"[\w.:-]{1,40}", re.ASCII)
_DECLARED = re.compile(rb"""<meta[^<>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})""", re.IGNORECASE)
_MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|meta|title|script|style|article|section|main|div|p|br|h[1-6]|ul|ol|table|span|a|b|i)\b"
    r"[^<>]{0,2000}>",
    re.IGNORECASE,
)
_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")
_SAMPLE = 20_000
_FEWEST_WORDS = 30


class BadPage(ValueError):
    """A page or file that holds no article to read; the message says what is wrong and what to do."""


@dataclass(frozen=True)
class Page:
    """An article as read. ``language`` is "en", or "" when it is another or cannot be told."""

    text: str
    title: str = ""
    published: date | None = None
    publisher: str = ""
    language: str = ""


def read_page(body: bytes, *, charset: str | None = None, url: str = "") -> Page:
    """The article of a fetched page; ``charset`` is what the server named. Raises BadPage."""
    return _read("The page", body, charset, url)


def read_upload(name: str, body: bytes) -> Page:
    """The article of an uploaded .html, .htm or .txt file; what it holds decides how it is read. Raises BadPage."""
    if not name.lower().endswith(SUFFIXES):
        raise BadPage(f"{quoted(name)} is a file of another kind: only .html, .htm and .txt files are read.")
    return _read(f"The file {quoted(name)}", body, None, "")


def language_of(text: str, declared: str = "") -> str:
    """ "en" for a text in English; one too short to tell is what it is ``declared`` to be."""
    sample = Document(text[:_SAMPLE])
    if len(sample) < _FEWEST_WORDS:
        return "en" if re.match(r"en\b", declared.lower()) else ""
    return "en" if language.language_of(sample) == "en" else ""


def _read(what: str, body: bytes, charset: str | None, url: str) -> Page:
    if len(body) > LARGEST:
        raise BadPage(f"{what} is larger than {LARGEST / 1_000_000:g} MB. Paste the article's text instead.")
    kind = next((kind for start, kind in _KINDS.items() if body.startswith(start)), None)
    if kind is not None:
        raise BadPage(f"{what} is {kind}, not a web page or plain text. Paste the article's text instead.")
    text = _decoded(what, body, charset).removeprefix("\ufeff")
    if "\x00" in text:
        raise BadPage(f"{what} holds binary data, not a web page or plain text. Paste the article's text instead.")
    if _MARKUP.search(text):
        return _extracted(what, text, url)
    return _plain(what, text)


def _decoded(what: str, body: bytes, charset: str | None) -> str:
    marked = next((encoding for mark, encoding in _MARKS.items() if body.startswith(mark)), None)
    named = marked or _known(charset) or _declared(body)
    for encoding in dict.fromkeys((named or "utf-8", "utf-8")):
        try:
            return body.decode(encoding)
        except UnicodeDecodeError:
            continue
    text = body.decode(named or "cp1252", "replace")
    if named is None and 5 * sum(mark > "\x7f" for mark in text) > len(text):
        raise BadPage(f"{what} is not written in UTF-8. Save it as UTF-8, or paste the article's text instead.")
    return text


def _declared(body: bytes) -> str | None:
    """What the page's own head names; never UTF-16, for then the name itself could not have been found."""
    found = _DECLARED.search(body[:4096])
    name = _known(found[1].decode("ascii", "replace")) if found else None
    return "utf-8" if name and name.startswith("utf-16") else name


def _known(charset: str | None) -> str | None:
    if charset is None or not _CHARSET.fullmatch(charset):
        return None
    try:
        name = codecs.lookup(charset).name
    except LookupError:
        return None
    name = _AS_BROWSERS_READ.get(name, name)
    return name if name in _CHARSETS else None


def _plain(what: str, text: str) -> Page:
    if "\ufffd" in text:
        raise BadPage(f"{what} holds characters that cannot be read. Save it as UTF-8, or paste the text instead.")
    text = _UNSTORABLE.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if not text:
        raise BadPage(f"{what} is empty.")
    return Page(text, language=language_of(text))


def _extracted(what: str, markup: str, url: str) -> Page:
    """The page's article, taken out in a process of its own: see tracker/reading/extraction.py."""
    command = [sys.executable, "-m", "tracker.reading.extraction"]
    try:
        done = subprocess.run(
            command,
            input=json.dumps([markup, url]).encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            timeout=SECONDS,
            check=True,
        )
    except subprocess.SubprocessError:
        raise BadPage(f"{what} is too large or too tangled to be read. Paste the article's text instead.") from None
    found = {name: _UNSTORABLE.sub("", value) for name, value in json.loads(done.stdout).items()}
    text = found.get("text", "").strip()
    if not text:
        raise BadPage(f"{what} holds no article that could be found. Paste the article's text instead.")
    return Page(
        text,
        title=" ".join(found["title"].split()),
        published=date.fromisoformat(found["date"]) if found["date"] else None,
        publisher=" ".join(found["publisher"].split()),
        language=language_of(text, found["language"]),
    )
