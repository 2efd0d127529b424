"""All that a source has claimed: for each conflict and thing counted its figures, and what others said later."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from heapq import nlargest
from typing import Any
from urllib.parse import urlencode

from django.db.models import Case, Count, F, Max, Q, When, Window
from django.db.models.functions import RowNumber
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from tracker.charts.sparkline import Bar, sparkline
from tracker.charts.timeline import thing_in_words, with_first_report
from tracker.ledger.comparable import Comparable, comparable
from tracker.ledger.comparing import Counted, span_in_words
from tracker.ledger.disagreements import stated_high, stated_low
from tracker.ledger.filters import Note
from tracker.ledger.later_counts import LaterCount, later_counts
from tracker.ledger.models import Claim
from tracker.ledger.querysets import LINE
from tracker.ledger.revisions import Move, Revision, revisions
from tracker.lib.counts import Qualifier
from tracker.lib.dates import show_span
from tracker.lib.vocabulary import Outcome, Relation, Scope
from tracker.pages.paging import Page, page_number, page_of

PER_PAGE = 15
MOST_OF_A_LINE = 30
MOST_OTHERS = 10
"""Other voices' newest counts of one thing that are looked at: enough for three that are later."""
DRAWN_FROM = 3
"""Days with a number from which a line is drawn."""
KEY = ["conflict_id", *LINE]
COMPARED_BY = ["conflict_id", "outcome", "status", "group", "party_id", "incident_id", "scope"]
"""What later counts by others have in common with a line, as far as the ledger is asked; the rule decides the rest."""


@dataclass(frozen=True)
class Line:
    """One thing that the source counts: ``moves`` are the newest of its ``total`` figures, oldest first."""

    moves: list[Revision]
    total: int
    later: list[LaterCount]

    @property
    def last(self) -> Claim:
        return self.moves[-1].claim

    @property
    def left_out(self) -> int:
        return self.total - len(self.moves)

    @property
    def counted(self) -> str:
        """Who is counted, and in which incident."""
        return thing_in_words(self.last)

    @property
    def span(self) -> str:
        """Over which time, the same for all figures of the line."""
        total = self.last.scope == Scope.CUMULATIVE.value
        return span_in_words(Counted.of(self.last)) if total else Scope(self.last.scope).label

    @property
    def tally(self) -> list[tuple[Move, int]]:
        """How often the figures shown rose, fell and were corrected."""
        counts = Counter(revision.move for revision in self.moves)
        return [(move, counts[move]) for move in (Move.ROSE, Move.FELL, Move.CORRECTED) if counts[move]]

    @cached_property
    def drawing(self) -> str:
        """Its figures as a sparkline, safe to be put in a page; empty for few days."""
        if not self.days_drawn:
            return ""
        title = _("%(counted)s: the figures shown, over time") % {"counted": self.counted}
        return sparkline(self._bars, self._bars[0].day, self._bars[-1].day, title)

    @property
    def days_drawn(self) -> str:
        """From which day to which the sparkline runs; empty when there is none."""
        if len({bar.day for bar in self._bars}) < DRAWN_FROM:
            return ""
        return show_span(self._bars[0].day, self._bars[-1].day)

    @cached_property
    def _bars(self) -> list[Bar]:
        numbered = [revision.claim for revision in self.moves if revision.claim.interval is not None]
        return [Bar(claim.as_of, stated_low(claim), stated_high(claim)) for claim in numbered]

    @property
    def address(self) -> str:
        """The conflict's page with this source's figures of that outcome and scope."""
        claim = self.last
        asked = {"claimant": claim.voice.slug}
        asked |= {"outcome": claim.outcome} if claim.outcome != Outcome.KILLED.value else {}
        asked |= {"scope": claim.scope} if claim.scope != Scope.CUMULATIVE.value else {}
        return f"{claim.conflict.get_absolute_url()}?{urlencode(asked)}"


@dataclass(frozen=True)
class SourceLines:
    """A page of the lines of a source from ``source_called``; ``conflict`` is the slug of the one asked for, or ""."""

    source: Any
    conflict: str
    number: int
    notes: tuple[Note, ...]

    @classmethod
    def read(cls, given: Mapping[str, Any], source: Any) -> SourceLines:
        """From URL parameters; what cannot be used is said in ``notes``."""
        notes: list[Note] = []
        slug = given.get("conflict", "").strip()
        if slug and slug not in {row["slug"] for row in source.conflicts}:
            notes.append(Note("conflict", _("It claimed nothing about “%(name)s”: left out.") % {"name": slug[:40]}))
            slug = ""
        number, wrong = page_number(given.get("page", ""))
        notes += [Note("page", wrong)] if wrong else []
        return cls(source, slug, number, tuple(notes))

    @cached_property
    def page(self) -> Page:
        """``Line`` items, by conflict, those of most figures first: four queries."""
        found = page_of(_Ordered(self.source, self.conflict), self.number, PER_PAGE)
        rows = [_line_key(row) for row in found.rows]
        figures, others = _figures(rows), comparable(_others(self.source, rows))
        lines = [
            _line(figures[row], found.rows[place]["many"], others) for place, row in enumerate(rows) if figures[row]
        ]
        return Page(lines, found.number, found.pages, found.total, found.first, found.last)

    @property
    def params(self) -> str:
        """What the links to other pages of the list keep."""
        return f"{urlencode({'conflict': self.conflict})}&" if self.conflict else ""

    @property
    def address(self) -> str:
        return reverse("source", args=[self.source.slug])


class _Ordered(Sequence[Any]):
    """The lines of a source as columns of KEY with ``many`` and ``last``, those of the latest war first.

    All are counted and only those of the wars on the page are sorted: a source may have ten thousands.
    """

    def __init__(self, source: Any, conflict: str) -> None:
        wars = [row for row in source.conflicts if conflict in ("", row["slug"])]
        claims = Claim.objects.published().figures().filter(voice=source, conflict__in=[row["pk"] for row in wars])
        self._grouped = claims.order_by().values(*KEY).annotate(many=Count("*"), last=Max("as_of"))
        times = Counter(self._grouped.values_list("conflict_id", flat=True))
        self._times = {row["pk"]: times[row["pk"]] for row in wars}

    def __len__(self) -> int:
        return sum(self._times.values())

    def __getitem__(self, stretch: Any) -> Any:
        first, wars, passed = stretch.start, [], 0
        for war, times in self._times.items():
            if passed < stretch.stop and passed + times > stretch.start:
                wars.append(war)
            elif passed + times <= stretch.start:
                first -= times
            passed += times
        killed_first = Case(When(outcome=Outcome.KILLED.value, then=0), default=1)
        ordered = ["-conflict__start", "conflict_id", "-many", killed_first, "-last", *KEY]
        rows = self._grouped.filter(conflict__in=wars).order_by(*ordered)
        return rows[first : first + stretch.stop - stretch.start]


Row = tuple[Any, ...]


def _line_key(row: Mapping[str, Any]) -> Row:
    return tuple(row[column] for column in KEY)


def _alike(rows: list[Row], columns: list[str]) -> Q:
    """Claims that have these columns in common with one of the rows."""
    found = Q(pk__in=[])
    for values in {tuple(row[KEY.index(column)] for column in columns) for row in rows}:
        same = {}
        for column, value in zip(columns, values, strict=True):
            same[f"{column}__isnull" if value is None else column] = True if value is None else value
        found |= Q(**same)
    return found


def _figures(rows: list[Row]) -> dict[Row, list[Claim]]:
    """The newest figures of each line, one more than is shown: the move of the oldest shown is known by it."""
    newest_first = [F("as_of").desc(), F("first_published_on").desc(), F("pk").desc()]
    nth = Window(RowNumber(), partition_by=[F(column) for column in KEY], order_by=newest_first)
    figures = Claim.objects.published().figures().filter(_alike(rows, KEY)).order_by()
    shown = figures.annotate(nth=nth).filter(nth__lte=MOST_OF_A_LINE + 1).values("pk")
    found: dict[Row, list[Claim]] = defaultdict(list)
    for claim in with_first_report(Claim.objects.filter(pk__in=shown)).select_related("follows", *JOINED):
        found[tuple(getattr(claim, column) for column in KEY)].append(claim)
    return found


JOINED = ("conflict", "claimant", "voice", "party", "incident")


def _others(source: Any, rows: list[Row]) -> list[Claim]:
    """Standing claims of voices that are neither the source nor above or under it, the newest of each thing.

    Two queries: there may be thousands, so that they are sorted before they are loaded.
    """
    kin = [source.pk, source.parent_id or source.pk, *(body["pk"] for body in source.bodies_under)]
    found = Claim.objects.filter(_alike(rows, COMPARED_BY)).exclude(voice__in=kin)
    found = found.exclude(qualifier=Qualifier.VAGUE.value).standing_on(timezone.localdate())
    thing = [*COMPARED_BY, "place", "counted_from", "period_start", "period_end"]
    newest: dict[Row, list[tuple[date, int]]] = defaultdict(list)
    for improbable, pk, day, *counted in found.values_list("improbable", "pk", "as_of", *thing):
        if not improbable:
            newest[tuple(counted)].append((day, pk))
    wanted = [pk for days in newest.values() for _, pk in nlargest(MOST_OTHERS, days)]
    return list(Claim.objects.filter(pk__in=wanted).with_names())


def _line(figures: list[Claim], total: int, others: Comparable) -> Line:
    moves = revisions(figures)[-MOST_OF_A_LINE:]
    kept = [claim for claim in figures if not getattr(claim, "withdrawal", None)]
    corrected = {claim.follows_id for claim in figures if claim.relation == Relation.CORRECTS.value}
    return Line(moves, total, later_counts([claim for claim in kept if claim.pk not in corrected], others))
