"""Fetched pages and uploaded files: how they are decoded, what is refused, and that none takes the site down."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.reading import pagetext
from tracker.reading.pagetext import LARGEST, BadPage, Page, language_of, read_page, read_upload

WORDS = "The ministry said on Thursday that the fighting near the bridge had gone on through the night."
TEXT = (
    f"{WORDS}\nAt least 12 soldiers were killed and 30 wounded, according to the statement that it made to the press."
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Dead at the bridge</title>
    <meta property="og:site_name" content="Example News">
    <meta property="article:published_time" content="2020-10-23"></head>
    <body><article>{"".join(f"<p>{line}</p>" for line in TEXT.splitlines())}</article></body></html>"""


def test_a_page() -> None:
    read = read_page(PAGE.encode(), charset="utf-8", url="https://news.example.org/bridge")
    assert read == Page(TEXT, "Dead at the bridge", date(2020, 10, 23), "Example News", "en")


def test_lone_surrogates_and_nul_cannot_come_in_by_structured_data() -> None:
    data = '{"@type": "NewsArticle", "headline": "Dead \\ud800\\u0000at the bridge", "publisher": {"name": "\\udfff"}}'
    body = PAGE.replace("<title>Dead at the bridge</title>", f'<script type="application/ld+json">{data}</script>')
    read = read_page(body.encode())
    assert f"{read.title}{read.publisher}".isprintable()


@pytest.mark.parametrize("name", ["article.txt", "ARTICLE.TXT", "article.html", "a.b.htm"])
def test_plain_text_under_any_of_the_names(name: str) -> None:
    assert read_upload(name, TEXT.encode()) == Page(TEXT, language="en")


@pytest.mark.parametrize("name", ["page.HTML", "page.txt"])
def test_a_page_under_any_of_the_names(name: str) -> None:
    assert read_upload(name, PAGE.encode()).title == "Dead at the bridge"


@pytest.mark.parametrize(
    "name", ["article.pdf", "article.docx", "article", "txt", "article.txt.exe", "", "a.html\x00.png"]
)
def test_other_names(name: str) -> None:
    with pytest.raises(BadPage, match=r"only \.html, \.htm and \.txt files are read"):
        read_upload(name, TEXT.encode())


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "is empty"),
        (b" \r\n\t ", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"%PDF-1.7\n1 0 obj", "is a PDF document"),
        (b"PK\x03\x04\x14\x00", "is a Word or ZIP file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "is an old Word file"),
        (b"{\\rtf1 words}", "is a rich text file"),
        (b"\x1f\x8b\x08", "is a compressed file"),
        (b"\x89PNG\r\n\x1a\n", "is a picture"),
        (b"words\x00words", "holds binary data"),
        (b"<html><p>words\x00words", "holds binary data"),
        (b"\x7fELF\x02\x01\x01\x00", "holds binary data"),
        (TEXT.encode("utf-32"), "holds binary data"),
        (TEXT.encode("utf-16-le"), "holds binary data"),
        (b"\xff\xfewords", "cannot be read"),
        ("двенадцать солдат убиты".encode("koi8-r"), "not written in UTF-8"),
        (b"killed: 12\x81, wounded: 30", "cannot be read"),
        (b"a" * (LARGEST + 1), r"larger than 5 MB"),
        (b"<script>alert(1)</script>", "no article that could be found"),
        (b"<html><body></body></html>", "no article that could be found"),
    ],
)
def test_a_file_without_an_article_and_why(body: bytes, why: str) -> None:
    with pytest.raises(BadPage, match=f"^The file “it.txt” .*{why}"):
        read_upload("it.txt", body)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encodings_of_plain_text(encoding: str) -> None:
    text = "Küçük says: “12 dead” – no more\nthan that…"
    assert read_upload("it.txt", text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        (None, "utf-8"),
        ("windows-1251", "cp1251"),
        ("koi8-r", "koi8-r"),
        ("utf-16le", "utf-16-le"),
        ("GB2312", "gb18030"),
        ("euc-kr", "utf-8"),
        ("us-ascii", "utf-8"),
        ("no-such", "utf-8"),
        ("unicode_escape", "utf-8"),
        ("zlib", "utf-8"),
        ("utf-8\x00", "utf-8"),
        ("../../os", "utf-8"),
    ],
)
def test_the_charset_of_the_server(charset: str | None, encoding: str) -> None:
    text = "Убиты 12 солдат у моста"
    assert read_page(text.encode(encoding), charset=charset).text == text


def test_latin_1_is_windows_1252_as_in_browsers() -> None:
    assert read_page(b"\x9312 dead\x94 \x97 \xe9", charset="iso-8859-1").text == "“12 dead” — é"


@pytest.mark.parametrize(
    "declared",
    ['<meta charset="windows-1251">', "<META http-equiv=x content='text/html; charset=cp1251'>"],
)
def test_the_charset_that_the_page_declares(declared: str) -> None:
    lines = ["Убиты 12 солдат у моста.", "Ранены тридцать человек."]
    body = f"<html><head>{declared}</head><body><p>{'</p><p>'.join(lines)}</p></body></html>"
    read = read_page(body.encode("cp1251"))
    assert read.text.split("\n") == lines
    assert read.language == ""


def test_one_bad_byte_does_not_spoil_a_page() -> None:
    body = PAGE.replace("12 soldiers", "“12” soldiers").encode().replace(b" the statement", b" \xff the statement")
    assert "At least “12” soldiers" in read_page(body, charset="utf-8").text


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        (TEXT, "", "en"),
        (TEXT, "fr", "en"),
        ("12 killed", "", ""),
        ("12 killed", "en-GB", "en"),
        ("12 killed", "EN", "en"),
        ("12 tués", "fr", ""),
        ("12 mil", "eng-x", ""),
        (
            "Das Ministerium teilte am Donnerstag mit, dass die Kämpfe an der Brücke die ganze Nacht andauerten. " * 3,
            "en",
            "",
        ),
        ("El ministerio dijo el jueves que los combates cerca del puente habían durado toda la noche. " * 3, "en", ""),
        ("Het ministerie zei donderdag dat de gevechten bij de brug de hele nacht hadden geduurd. " * 3, "en", ""),
        ("Министерство сообщило в четверг, что бои у моста продолжались всю ночь. " * 4, "en", ""),
        ("", "", ""),
    ],
)
def test_the_language(text: str, declared: str, language: str) -> None:
    assert language_of(text, declared) == language


@given(st.binary(), st.none() | st.text(max_size=20))
def test_any_bytes_are_read_or_refused(body: bytes, charset: str | None) -> None:
    try:
        read = read_page(body, charset=charset)
    except BadPage:
        return
    read.text.encode()
    assert "\x00" not in read.text


@pytest.mark.parametrize(
    "markup",
    ["<div>" * 990_000, "<p " + "".join(f"a{n} " for n in range(700_000)), "<" * 4_900_000],
    ids=["divs", "attributes", "brackets"],
)
def test_a_hostile_page_comes_back_in_seconds(markup: str) -> None:
    start = time.monotonic()
    try:
        read_page(f"<html><body>{markup}".encode()[:LARGEST])
    except BadPage as refused:
        assert "Paste the article's text instead." in str(refused)
    assert time.monotonic() - start < pagetext.SECONDS + 5


def test_a_page_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagetext, "SECONDS", 1)
    with pytest.raises(BadPage, match="too large or too tangled"):
        read_page(b"<html><body>" + b"<p>" * 1_000_000)
