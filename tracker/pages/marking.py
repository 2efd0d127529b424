"""Texts with the words that were looked for marked in them: as pieces, so that a template escapes each."""

from __future__ import annotations

import re
from typing import NamedTuple

from tracker.ledger.search_sql import MARKS
from tracker.ledger.searching import Asked
from tracker.lib.folding import fold

LONGEST = 240
_WORD = re.compile(rf"\d{{1,3}}(?:,\d{{3}})+(?!\d)|[^\W_](?:[{MARKS}’'ʼ]*[^\W_])*[{MARKS}]*")
_PUNCTUATION = re.compile(r"[’',ʼ]")
_BEFORE = 60


class Piece(NamedTuple):
    """A stretch of a text; ``hit`` when it is what was looked for."""

    text: str
    hit: bool = False


def marked(text: str, asked: Asked) -> list[Piece]:
    """``text`` cut where what was looked for begins and ends; together the pieces are the text."""
    pieces: list[Piece] = []
    end = 0
    for match in _WORD.finditer(text):
        if _fits(match[0], asked):
            pieces += [Piece(text[end : match.start()]), Piece(match[0], True)]
            end = match.end()
    return [piece for piece in [*pieces, Piece(text[end:])] if piece.text]


def excerpt(text: str, asked: Asked) -> list[Piece]:
    """The same of a long text's stretch around the first hit, cut between words, with … where something is left out."""
    if len(text) <= LONGEST:
        return marked(text, asked)
    first = next((match.start() for match in _WORD.finditer(text) if _fits(match[0], asked)), 0)
    start = max(0, min(first - _BEFORE, len(text) - LONGEST))
    stretch = text[start : start + LONGEST]
    if start and " " in stretch:
        stretch = "… " + stretch.split(" ", 1)[1]
    if start + LONGEST < len(text) and " " in stretch:
        stretch = stretch.rsplit(" ", 1)[0] + " …"
    return marked(stretch, asked)


def _fits(word: str, asked: Asked) -> bool:
    key = _PUNCTUATION.sub("", fold(word))
    return key in asked.numbers or any(
        key == sought or (len(sought) > 1 and key.startswith(sought)) for sought in asked.words
    )
