"""Conflicts side by side: what was claimed of each on one scale, aligned by date or by days since the start."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.db.models import Case, Count, F, Max, Min, Q, When
from django.db.models.functions import Coalesce, Greatest, Least
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.charts import beside
from tracker.charts.scale import value_scale
from tracker.ledger.answers import headline
from tracker.ledger.disagreements import comparable_groups, stated_high, stated_low
from tracker.ledger.filters import Note
from tracker.ledger.models import Claim, Conflict, Party
from tracker.ledger.parties import PartyTree
from tracker.ledger.querysets import IMPROBABLE, ClaimQuerySet
from tracker.lib.vocabulary import Outcome, Status, Term
from tracker.pages.display import LINEAR, LOG, SCALES, known_word

MOST = 4
MOST_LISTED = 200
MOST_GROUPS = len(beside.SHAPES)
MOST_ROWS = 300
BY_START, BY_DATE = "start", "date"
ALIGNMENTS = {BY_START: gettext_lazy("days since the start"), BY_DATE: gettext_lazy("date")}


@dataclass(frozen=True)
class Standing:
    """The lowest and highest of comparable totals at the end, by the headline's rule; ``ratio`` None: there is none."""

    lowest: Claim
    highest: Claim
    ratio: float | None

    @property
    def several(self) -> bool:
        return self.lowest.pk != self.highest.pk


@dataclass(frozen=True)
class Counted:
    """Totals of one conflict about the same people. ``mark`` is safe HTML, empty where there was no room to draw it."""

    label: str
    bars: list[beside.Bar]
    claims: int
    standing: Standing | None
    mark: str


@dataclass(frozen=True)
class Panel:
    """One conflict: its drawing (safe HTML, empty without totals) and everybody who is counted."""

    conflict: Conflict
    day: date
    counted: list[Counted]
    drawing: str

    @property
    def undrawn(self) -> int:
        return sum(not each.mark for each in self.counted)


@dataclass(frozen=True)
class Row:
    """A day of the table under the drawings."""

    conflict: Conflict
    day: date
    since: int
    label: str
    lowest: int
    highest: int


@dataclass(frozen=True)
class SideBySide:
    """Which conflicts, and how they are laid beside each other; ``listed`` are those to choose from."""

    chosen: list[Conflict]
    listed: list[Conflict]
    outcome: Outcome = Outcome.KILLED
    status: Status = Status.ANY
    align: str = BY_START
    scale: str = LINEAR
    notes: tuple[Note, ...] = ()

    @classmethod
    def read(cls, given: Any) -> SideBySide:
        """From URL parameters (a QueryDict); what cannot be used is said in ``notes``. One query."""
        notes: list[Note] = []
        wanted = list(dict.fromkeys(slug.strip()[:80] for slug in given.getlist("conflict") if slug.strip()))
        first = Case(When(slug__in=wanted[: MOST * 5], then=0), default=1)
        listed = list(Conflict.objects.order_by(first, "-start", "name")[:MOST_LISTED])
        known = {conflict.slug: conflict for conflict in listed}
        for slug in [slug for slug in wanted if slug not in known][:MOST]:
            notes.append(Note("conflict", _("“%(name)s” is no conflict known here: left out.") % {"name": slug[:40]}))
        found = [known[slug] for slug in wanted if slug in known]
        if len(found) > MOST:
            notes.append(Note("conflict", _("At most %(most)s conflicts fit: the first are shown.") % {"most": MOST}))
        return cls(
            chosen=found[:MOST],
            listed=sorted(listed, key=lambda conflict: (-conflict.start.toordinal(), conflict.name)),
            outcome=Outcome(known_word(given, "outcome", _values(Outcome), Outcome.KILLED.value, notes)),
            status=Status(known_word(given, "status", _values(Status), Status.ANY.value, notes)),
            align=known_word(given, "align", ALIGNMENTS, BY_START, notes),
            scale=known_word(given, "scale", SCALES, LINEAR, notes),
            notes=tuple(notes),
        )

    @property
    def outcomes(self) -> list[tuple[str, str]]:
        return [(outcome.value, outcome.label) for outcome in Outcome]

    @property
    def statuses(self) -> list[tuple[str, str]]:
        return [(status.value, status.label) for status in Status]

    @property
    def alignments(self) -> list[tuple[str, Any]]:
        return list(ALIGNMENTS.items())

    @property
    def scales(self) -> list[tuple[str, Any]]:
        return list(SCALES.items())

    @property
    def by_date(self) -> bool:
        return self.align == BY_DATE

    @property
    def log(self) -> bool:
        return self.scale == LOG

    @cached_property
    def panels(self) -> list[Panel]:
        """A panel for each conflict chosen: three queries."""
        if not self.chosen:
            return []
        tree = PartyTree(Party.objects.filter(conflict__in=self.chosen))
        bars, standing = self._bars(), self._standing(tree)
        counted = {c.pk: _counted(bars[c.pk], standing[c.pk], tree) for c in self.chosen}
        ends = [end for rows in counted.values() for each in rows if each.mark for bar in each.bars for end in bar[1:]]
        values = value_scale(ends, self.log, most=4)
        return [Panel(c, self._last_day(c), counted[c.pk], self._drawn(c, counted[c.pk], values)) for c in self.chosen]

    def _drawn(self, conflict: Conflict, counted: list[Counted], values: Any) -> str:
        groups = [beside.Group(each.label, tuple(each.bars)) for each in counted if each.mark]
        if not groups:
            return ""
        title = _("%(name)s: for each day, the lowest and the highest total claimed, of %(people)s") % {
            "name": conflict.name,
            "people": "; ".join(group.label for group in groups),
        }
        return beside.draw_panel(groups, self.span, values, self._ticks, title)

    @cached_property
    def span(self) -> int:
        """Days that every panel runs over."""
        if self.by_date:
            return max((self._last_day(c) - self._start).days for c in self.chosen)
        return max((self._last_day(c) - c.start).days for c in self.chosen)

    @property
    def days_together(self) -> int:
        """How many days one mark stands for."""
        return beside.days_together(self.span)

    @cached_property
    def _start(self) -> date:
        return min(conflict.start for conflict in self.chosen)

    @cached_property
    def _ticks(self) -> list[beside.Tick]:
        if self.by_date:
            return beside.date_ticks(self._start, self.span)
        return beside.count_ticks(self.span, _("day %s"), _("year %s"))

    def _origin(self, conflict: Conflict) -> date:
        return self._start if self.by_date else conflict.start

    @staticmethod
    def _last_day(conflict: Conflict) -> date:
        return max(conflict.end or timezone.localdate(), conflict.start)

    def _totals(self) -> ClaimQuerySet:
        """Totals of whole conflicts from their start up to their end, by whomever, of whichever side."""
        whole = Q(counted_from__isnull=True) | Q(counted_from=F("conflict__start"))
        rows = Claim.objects.filter(whole, conflict__in=self.chosen, place="", incident=None, group="")
        rows = rows.filter(status=self.status.value).exclude(credibility=IMPROBABLE)
        last = Coalesce("conflict__end", timezone.localdate())
        return rows.counting(self.outcome).cumulative().filter(as_of__gte=F("conflict__start"), as_of__lte=last)

    def _bars(self) -> dict[int, dict[int | None, tuple[list[beside.Bar], int]]]:
        """Conflict → party counted → the lowest and highest total claimed for each day, and the number of claims."""
        rows = self._totals().published().figures().not_taken_back_by(None).order_by()
        days = rows.values("conflict", "party", "as_of").annotate(
            lowest=Min(Least("value", "low")), highest=Max(Greatest("value", "high")), claims=Count("pk")
        )
        origins = {conflict.pk: self._origin(conflict) for conflict in self.chosen}
        found: dict[int, dict[int | None, tuple[list[beside.Bar], int]]] = defaultdict(dict)
        for row in days.order_by("as_of"):
            bars, claims = found[row["conflict"]].get(row["party"], ([], 0))
            if row["highest"] is not None:
                day = (row["as_of"] - origins[row["conflict"]]).days
                bars.append(beside.Bar(day, row["lowest"], row["highest"]))
            found[row["conflict"]][row["party"]] = (bars, claims + row["claims"])
        return found

    def _standing(self, tree: PartyTree) -> dict[int, dict[int | None, Standing]]:
        """Conflict → party counted → what the totals that stood on its last day range over."""
        ends = {conflict.pk: self._last_day(conflict) for conflict in self.chosen}
        found: dict[int, dict[int | None, Standing]] = defaultdict(dict)
        for group in comparable_groups(self._totals().standing_on(timezone.localdate()).with_names()):
            claims = [each.claim for each in group]
            conflict, party = claims[0].conflict_id, claims[0].party_id
            said = headline(claims, ends[conflict], tree, self.outcome, anyone_first=False)
            if said.lowest and said.highest:
                found[conflict][party] = Standing(said.lowest, said.highest, _ratio(said.lowest, said.highest))
        return found

    @cached_property
    def rows(self) -> list[Row]:
        """What is drawn, as a table: the latest days of each conflict, all of it when it is short."""
        most = MOST_ROWS // max(len(self.chosen), 1)
        found = []
        for panel in self.panels:
            shift = (panel.conflict.start - self._origin(panel.conflict)).days
            of_it = [
                Row(panel.conflict, self._origin(panel.conflict) + timedelta(days=bar.day), bar.day - shift, each.label,
                    bar.lowest, bar.highest)
                for each in panel.counted if each.mark for bar in each.bars
            ]  # fmt: skip
            found += sorted(of_it, key=lambda row: (row.day, row.label))[-most:]
        return found

    @property
    def rows_left_out(self) -> int:
        drawn = sum(len(each.bars) for panel in self.panels for each in panel.counted if each.mark)
        return drawn - len(self.rows)


def _counted(
    bars: Mapping[int | None, tuple[list[beside.Bar], int]], standing: Mapping[int | None, Standing], tree: PartyTree
) -> list[Counted]:
    """All sides together first, then whole sides, then parties; of the rest those with most days."""
    order = {party.pk: place for place, party in enumerate(tree)}

    def rank(party: int | None) -> tuple[int, int, int]:
        depth = 0 if party is None else len(tree.ancestors(party))
        return depth, order.get(party or 0, 0), -len(bars[party][0])

    found: list[Counted] = []
    drawn = 0
    for party in sorted(bars, key=rank):
        of_day, claims = bars[party]
        mark = beside.legend_mark(drawn) if of_day and drawn < MOST_GROUPS else ""
        drawn += bool(mark)
        found.append(Counted(tree.name(party), of_day, claims, standing.get(party), mark))
    return found


def _ratio(lowest: Claim, highest: Claim) -> float | None:
    low, high = stated_low(lowest), stated_high(highest)
    return high / low if low and high > low else None


def _values(terms: type[Term]) -> dict[str, str]:
    return dict(terms.choices())
