"""How an article reaches the reading page: pasted, uploaded, or fetched from its address where that is allowed.

What a page says of itself fills the fields that were left empty; what was typed is never changed.
"""

from __future__ import annotations

from typing import NamedTuple

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict

from tracker.editing.fields import as_typed
from tracker.editing.readings import language_read
from tracker.reading.addresses import Refused
from tracker.reading.fetching import fetch
from tracker.reading.pagetext import BadPage, Page, read_page, read_upload

MAX_FILE = 5_000_000


class Arrived(NamedTuple):
    """The form's data with what the page filled in, and (field, message) of what could not be read."""

    data: QueryDict
    trouble: tuple[str, str] | None = None


def arrived(data: QueryDict, file: UploadedFile | None) -> Arrived:
    """What was sent, completed from the file or the address where no text was pasted."""
    if data.get("text", "").strip():
        return Arrived(_with_what_it_says(data))
    if file is not None:
        try:
            return Arrived(_filled(data, read_upload(file.name or "", file.read(MAX_FILE + 1))))
        except BadPage as error:
            return Arrived(data, ("file", str(error)))
    url = data.get("url", "").strip()
    if settings.FETCH_ARTICLES and url:
        try:
            got = fetch(url)
            return Arrived(_filled(data, read_page(got.body, charset=got.charset, url=got.url)))
        except (Refused, BadPage) as error:
            return Arrived(data, ("url", str(error)))
    return Arrived(data)


def _filled(data: QueryDict, page: Page) -> QueryDict:
    filled = data.copy()
    said = {
        "text": page.text,
        "title": page.title,
        "publisher": page.publisher,
        "language": page.language,
        "published_on": as_typed(page.published) if page.published else "",
    }
    for name, text in said.items():
        if text and not filled.get(name, "").strip():
            filled[name] = text
    return _with_what_it_says(filled)


def _with_what_it_says(data: QueryDict) -> QueryDict:
    """With the language of the text, and its first line as the headline where that is short enough for one."""
    filled, text = data.copy(), data.get("text", "").strip()
    lines = text.split("\n", 1)
    headline = " ".join(lines[0].split())
    is_headline = len(lines) > 1 and 10 <= len(headline) <= 200 and not headline.endswith(".")
    said = {"title": headline if is_headline else "", "language": language_read(text)}
    for name, words in said.items():
        if words and not filled.get(name, "").strip():
            filled[name] = words
    return filled
