"""Reading a page as a reader does."""

from __future__ import annotations

import re
from html import unescape

PAGE = "/conflicts/war-of-the-river/"


def words(text: str) -> str:
    """A page's words without its tags, white space collapsed and none before a comma or inside brackets."""
    said = " ".join(unescape(re.sub(r"<(script|style)\b.*?</\1>|<[^>]+>", " ", text, flags=re.S)).split())
    return re.sub(r"(?<=[(“]) | (?=[,.;:)”])", "", said)
