"""A number said of each side is two figures: "more than 2,000 from each side"."""

from __future__ import annotations

from dataclasses import replace

from tracker.reading.document import Document
from tracker.reading.figures import Article, Figure
from tracker.reading.parties.naming import names_of
from tracker.reading.parties.whose import Reading

_RULE = "said of each side"
_LINKS = frozenset({"from", "on", "for", "in"})
_SIDES = frozenset({"side", "country", "nation", "camp", "army"})
_REACH = 5
"""How many tokens after the number "from each side" may begin: "2,000 soldiers killed on either side"."""


def count_each_side(article: Article, figures: list[Figure]) -> None:
    """Give each of the two sides its own copy of every figure that is said of both, one behind the other."""
    several = [figure for figure in figures if _is_of_each_side(article.document, figure)]
    if not several:
        return
    reading = Reading(article, figures)
    sides = reading.war.sides[:2]
    if len(sides) < 2:
        return
    wholes = {id(part): figures[part.part_of] for part in figures if part.part_of is not None}
    for figure in several:
        second = replace(figure, party=names_of(sides[1], reading), sure=dict(figure.sure), rules=dict(figure.rules))
        figure.party = names_of(sides[0], reading)
        for one in (figure, second):
            one.note("party", _RULE, 0.85)
        figures.insert(figures.index(figure) + 1, second)
        if id(figure) in wholes:
            wholes[id(second)] = wholes[id(figure)]
    places = {id(figure): index for index, figure in enumerate(figures)}
    for figure in figures:
        figure.part_of = places[id(wholes[id(figure)])] if id(figure) in wholes else None


def _is_of_each_side(document: Document, figure: Figure) -> bool:
    for at in range(figure.after, min(figure.after + _REACH, len(document))):
        if document.word(at) in ".;:,":
            return False
        if document.word(at) in _LINKS and document.word(at + 1) in ("each", "either"):
            return document.word(at + 2) in _SIDES
    return False
