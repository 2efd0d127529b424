"""What was read from an article, as a suggestion keeps it, and the reading itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Self

from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from tracker.editing.quoting import sentence_around
from tracker.ledger.changes import Proposal
from tracker.ledger.models import Article, Conflict, Source
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Group, Outcome, Precision, Scope, Status
from tracker.lib.wording import read_wording
from tracker.reading.document import Document
from tracker.reading.figures import Article as Printed
from tracker.reading.figures import Figure, Known
from tracker.reading.finding.finding import find_figures
from tracker.reading.language import language_of
from tracker.reading.reader import fill

MAX_WORDING = 200
ENOUGH_TO_TELL = 20_000
"""Characters by which the language of a text is told."""
BY_HAND = "marked by hand"
Place = tuple[int, int]


@dataclass(frozen=True)
class Reading:
    """One figure as read. ``part_of`` is the place of the words of its whole; ``sure`` and ``rules`` go by field."""

    text: str
    value: int | None = None
    low: int | None = None
    high: int | None = None
    qualifier: str = Qualifier.EXACT.value
    outcome: str = Outcome.KILLED.value
    status: str = Status.ANY.value
    group: str = Group.NONE.value
    party: list[str] = field(default_factory=list)
    claimant: list[str] = field(default_factory=list)
    relayed_via: list[str] = field(default_factory=list)
    scope: str = Scope.CUMULATIVE.value
    since: date | None = None
    as_of: date | None = None
    as_of_precision: str = Precision.DAY.value
    place: str = ""
    part_of: Place | None = None
    implicit: bool = False
    quote: str = ""
    sure: dict[str, float] = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, kept: dict[str, Any]) -> Self:
        """The reading that a suggestion keeps; fields that it lacks have their defaults."""
        given = {name: value for name, value in kept.items() if name in cls.__dataclass_fields__}
        for name in ("since", "as_of"):
            given[name] = date.fromisoformat(given[name]) if given.get(name) else None
        if given.get("part_of"):
            given["part_of"] = tuple(given["part_of"])
        return cls(**({"text": ""} | given))

    def kept(self) -> dict[str, Any]:
        """The reading as a suggestion keeps it."""
        days = {name: day.isoformat() if day else None for name, day in (("since", self.since), ("as_of", self.as_of))}
        return asdict(self) | days | {"part_of": list(self.part_of) if self.part_of else None}


def propose(article: Article, conflict: Conflict, text: str = "") -> list[Proposal]:
    """The figures of an article's text (its stored one unless ``text`` is given), read with the names known here."""
    text = text or article.text
    printed = printed_by(article, conflict, text)
    figures = find_figures(printed)
    fill(printed, figures)
    return [
        Proposal(figure.start, figure.end, _reading(text, figure, figures).kept())
        for figure in figures
        if figure.end > figure.start
    ]


def propose_words(article: Article, conflict: Conflict, start: int, end: int) -> Proposal:
    """A figure that an editor marked by hand, with whatever reading says about these words."""
    text = article.text
    printed = printed_by(article, conflict, text)
    figures = find_figures(printed)
    marked = next((figure for figure in figures if figure.start < end and start < figure.end), None)
    if marked is None:
        marked = _marked(printed.document, start, end)
        figures = sorted([*figures, marked], key=lambda figure: figure.start)
    fill(printed, figures)
    return Proposal(marked.start, marked.end, _reading(text, marked, figures).kept())


def _marked(document: Document, start: int, end: int) -> Figure:
    """These words as a figure: their number, and nothing said of whom it counts."""
    wording = read_wording(document.text[start:end])
    if wording.understood:
        start, end = start + wording.start, start + wording.end
    figure = Figure(
        start=start,
        end=end,
        at=bisect_left(document.tokens, start, key=lambda token: token.start),
        after=bisect_left(document.tokens, end, key=lambda token: token.start),
        value=wording.value,
        low=wording.low,
        high=wording.high,
        qualifier=wording.qualifier,
        outcome=Outcome.KILLED,
    )
    for name in ("value", "qualifier", "outcome", "category", "group"):
        figure.note(name, BY_HAND, 0.5)
    return figure


def language_read(text: str) -> str:
    """The code of the language that the text begins in; empty when it cannot be told."""
    return language_of(Document(text[:ENOUGH_TO_TELL]))


def language_note(article: Article) -> str:
    """What to expect of a text in another language than the one that is read; empty for English."""
    code = language_read(article.text)
    if code in ("", "en"):
        return ""
    try:
        name = get_language_info(code)["name_translated"]
    except KeyError:
        name = _("another language (%(code)s)") % {"code": code}
    note = _(
        "This article is in %(language)s: only English is read. Figures in digits beside known words are found; "
        "select words to log the others."
    )
    return note % {"language": name}


def known_names(conflict: Conflict) -> Known:
    """The names that the ledger knows of who speaks and who is counted in this conflict: three queries."""
    sources = Source.objects.heard_in(conflict).prefetch_related("aliases")
    return Known(
        sources={one.name: tuple(alias.name for alias in one.aliases.all()) for one in sources},
        parties={party.name: tuple(party.aliases) for party in conflict.parties.all()},
    )


def printed_by(article: Article, conflict: Conflict, text: str) -> Printed:
    """The article as the reader takes it."""
    return Printed(Document(text), article.published_on, article.title, known_names(conflict))


def _reading(text: str, figure: Figure, figures: Sequence[Figure]) -> Reading:
    whole = figures[figure.part_of] if figure.part_of is not None else None
    return Reading(
        text=text[figure.start : figure.end][:MAX_WORDING],
        value=figure.value,
        low=figure.low,
        high=figure.high,
        qualifier=figure.qualifier.value,
        outcome=figure.outcome.value,
        status=figure.category.value,
        group=figure.group.value,
        party=list(figure.party),
        claimant=list(figure.claimant),
        relayed_via=list(figure.relayed_via),
        scope=figure.scope.value,
        since=figure.since,
        as_of=figure.as_of,
        as_of_precision=figure.as_of_precision.value,
        place=figure.place or "",
        part_of=(whole.start, whole.end) if whole else None,
        implicit=figure.implicit,
        quote=_quote(text, figure.start, figure.end),
        sure=_by_field_of_a_claim(figure.sure),
        rules=_by_field_of_a_claim(figure.rules),
    )


def _by_field_of_a_claim(noted: dict[str, Any]) -> dict[str, Any]:
    return {"status" if name == "category" else name: what for name, what in noted.items()}


def _quote(text: str, start: int, end: int) -> str:
    first, last = sentence_around(text, start, end)
    return " ".join(text[first:last].split())
