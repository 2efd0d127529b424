"""The reader: text in, figures out, each rule module in its turn."""

from __future__ import annotations

from datetime import date

from tracker.reading.claimants.voices import give_claimants
from tracker.reading.dates.times import give_times
from tracker.reading.document import Document
from tracker.reading.figures import Article, Figure, Known
from tracker.reading.finding.finding import find_figures
from tracker.reading.finding.parts import link_parts
from tracker.reading.parties.each_side import count_each_side
from tracker.reading.parties.places import give_places
from tracker.reading.parties.sides import give_parties

_PASSES = (link_parts, give_times, give_claimants, give_parties, count_each_side, give_places)
"""Each sees what those before it have filled in."""


def read_figures(
    text: str, *, published: date | None = None, title: str = "", known: Known | None = None
) -> list[Figure]:
    """The casualty figures of ``text`` in the order in which they stand. Never raises; takes time linear in length."""
    article = Article(Document(text), published, title, known or Known())
    figures = find_figures(article)
    fill(article, figures)
    return figures


def fill(article: Article, figures: list[Figure]) -> None:
    """Let every rule module fill its fields of ``figures``."""
    for give in _PASSES:
        give(article, figures)
