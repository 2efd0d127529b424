"""Where a figure stands in an article's stored text, and the sentence around it.

Places are (start, end) in characters of the stored text, as a citation keeps them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

MAX_QUOTE = 600
_MANY = 20
# The full stop of "Gov. Smith" ends a sentence here too: the editor sees the quote and may widen it.
_SENTENCE_END = re.compile(r"[.!?…。؟]+[\"'”’»)\]]*(?=\s)|\n")


@dataclass(frozen=True)
class Piece:
    """A run of the stored text; ``claim`` is the number of the claim whose wording it is, else None."""

    text: str
    claim: int | None = None


def places_of(text: str, words: str) -> list[tuple[int, int]]:
    """Where ``words`` stand in ``text``, whatever their white space and case; at most twenty places.

    Words are whole: "60" is not found in "160" or in "60,000".
    """
    pattern = _pattern(words)
    return [match.span() for match in islice(pattern.finditer(text), _MANY)] if pattern else []


def stand_at(text: str, words: str, place: tuple[int, int] | None) -> bool:
    """Whether ``words`` stand at this place of ``text``."""
    pattern = _pattern(words)
    match = pattern.match(text, place[0]) if pattern and place else None
    return match is not None and match.span() == place


def _pattern(words: str) -> re.Pattern[str] | None:
    parts = words.split()
    if not parts:
        return None
    before = r"(?<!\w)(?<!\d[.,])" if parts[0][0].isalnum() else ""
    after = r"(?!\w)(?![.,]\d)" if parts[-1][-1].isalnum() else ""
    return re.compile(before + r"\s+".join(map(re.escape, parts)) + after, re.IGNORECASE)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence that holds ``text[start:end]``, cut to what a quote may hold."""
    first = max((match.end() for match in _SENTENCE_END.finditer(text, max(0, start - MAX_QUOTE), start)), default=None)
    if first is None:
        first = max(0, start - MAX_QUOTE)
    closing = _SENTENCE_END.search(text, end)
    last = closing.end() if closing else len(text)
    if last - first > MAX_QUOTE:
        first = max(first, end - MAX_QUOTE)
        last = min(last, first + MAX_QUOTE)
    piece = text[first:last]
    return first + len(piece) - len(piece.lstrip()), last - (len(piece) - len(piece.rstrip()))


def quote_of(text: str, wording: str, place: tuple[int, int] | None = None) -> str:
    """The sentence around ``wording`` when it stands at ``place``, or in one place only; else nothing."""
    places = [place] if place and stand_at(text, wording, place) else places_of(text, wording)
    if len(places) != 1:
        return ""
    first, last = sentence_around(text, *places[0])
    return " ".join(text[first:last].split())


def place_of(text: str, wording: str, quote: str, hint: tuple[int, int] | None = None) -> tuple[int, int] | None:
    """Where the wording stands: at ``hint`` when that is true, else inside the quote, else in its only place."""
    if stand_at(text, wording, hint):
        return hint
    places = places_of(text, wording)
    for first, last in places_of(text, quote):
        inside = [place for place in places if first <= place[0] and place[1] <= last]
        if inside:
            return inside[0]
    return places[0] if len(places) == 1 else None


def in_pieces(text: str, cited: Iterable[tuple[int | None, int | None, int]]) -> list[Piece]:
    """The text cut where claims cite it: ``cited`` holds (start, end, claim). Where two overlap the first one shows."""
    pieces: list[Piece] = []
    here = 0
    for start, end, claim in sorted(place for place in cited if place[0] is not None and place[1] is not None):
        if start is None or end is None or start < here or end > len(text):
            continue
        pieces += [Piece(text[here:start]), Piece(text[start:end], claim)]
        here = end
    return [piece for piece in [*pieces, Piece(text[here:])] if piece.text]
