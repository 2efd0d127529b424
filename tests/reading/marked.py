"""Figures marked by hand in a text, so that rules about them can be tested without those that find them."""

import re
from bisect import bisect_left
from datetime import date

from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Outcome
from tracker.reading.dates.times import give_times
from tracker.reading.document import Document
from tracker.reading.figures import Article, Figure

OUTCOMES = {"k": Outcome.KILLED, "i": Outcome.INJURED, "m": Outcome.MISSING, "c": Outcome.CAPTURED}


def dated(marked: str, published: date | None, parts: dict[int, int] | None = None) -> list[Figure]:
    """The figures marked in the text, "[23|k]" for 23 killed, with their times given; ``parts`` are of which whole."""
    text, found = "", []
    for piece in re.split(r"(\[[^\]|]+\|[kimc]\])", marked):
        if piece.startswith("[") and "|" in piece:
            number, outcome = piece[1:-1].split("|")
            found.append((len(text), number, OUTCOMES[outcome]))
            text += number
        else:
            text += piece
    document = Document(text)
    figures = [figure_at(document, *mark) for mark in found]
    for part, whole in (parts or {}).items():
        figures[part].part_of = whole
    give_times(Article(document, published), figures)
    return figures


def figure_at(document: Document, start: int, number: str, outcome: Outcome) -> Figure:
    """The figure whose ``number`` stands at character ``start``."""
    first = bisect_left(document.tokens, start, key=lambda token: token.start)
    after = bisect_left(document.tokens, start + len(number), key=lambda token: token.start)
    digits = re.sub(r"\D", "", number)
    value = int(digits) if digits else 9
    return Figure(start, start + len(number), first, after, value, None, None, Qualifier.EXACT, outcome)
