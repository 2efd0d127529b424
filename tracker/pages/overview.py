"""The list of conflicts: each with its counts, a sparkline and what its standing claims range over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from django.db.models import F, Max, Min, Q
from django.db.models.functions import Coalesce, Greatest, Least
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tracker.charts.sparkline import Bar, sparkline
from tracker.ledger import answers
from tracker.ledger.models import Change, Claim, Conflict, Party
from tracker.ledger.parties import PartyTree
from tracker.ledger.querysets import ClaimQuerySet
from tracker.ledger.sentences import Sentence
from tracker.lib.latest import Latest
from tracker.lib.vocabulary import Outcome
from tracker.pages.paging import Page, page_number, page_of

PER_PAGE = 20
MOST_ENTRIES = 500
"""Kept by each process: one takes up to 15 kB."""


@dataclass(frozen=True)
class Entry:
    """One conflict of the list. ``drawing`` is an SVG, empty when there is no number to draw."""

    conflict: Conflict
    headline: Sentence
    drawing: str


Kept = tuple[int, str, str | None, date]
"""A conflict, its version, the language and the day: what an entry depends on."""
_kept: Latest[Kept, Entry] = Latest(MOST_ENTRIES)


def overview(page: str) -> Page:
    """The page of the list asked for, as ``Entry`` items: two queries, and five more where a conflict has changed."""
    number, _note = page_number(page)
    found = page_of(Conflict.objects.with_versions().order_by("-start", "name"), number, PER_PAGE)
    keys = {each.pk: _key(each) for each in found.rows}
    made = _made([pk for pk, key in keys.items() if key not in _kept])
    entries = [_kept.get(key, partial(_one_of, made, pk)) for pk, key in keys.items()]
    return Page(entries, found.number, found.pages, found.total, found.first, found.last)


def _key(conflict: Any) -> Kept:
    return conflict.pk, Change.objects.version_from(conflict), get_language(), timezone.localdate()


def _one_of(made: dict[int, Entry], number: int) -> Entry:
    return made.get(number) or _made([number])[number]


def _made(numbers: list[int]) -> dict[int, Entry]:
    """The entries of these conflicts by number: five queries, however many claims there are."""
    if not numbers:
        return {}
    conflicts = list(Conflict.objects.filter(pk__in=numbers).with_counts())
    spanned, bars, trees = _spanned(conflicts), _bars(conflicts), _trees(conflicts)
    return {each.pk: _entry(each, spanned[each.pk], bars[each.pk], trees[each.pk]) for each in conflicts}


def _entry(conflict: Conflict, spanned: list[Claim], bars: list[Bar], tree: PartyTree) -> Entry:
    day = conflict.end or timezone.localdate()
    said = answers.headline(spanned, day, tree)
    title = _("%(conflict)s: counts of people killed over time") % {"conflict": conflict.name}
    drawing = sparkline(bars, conflict.start, day, title)
    return Entry(conflict, said.words, drawing)


class _Total(NamedTuple):
    """A standing total, as little of it as choosing takes."""

    pk: int
    as_of: date
    status: str
    credibility: int | None
    value: int | None
    low: int | None
    high: int | None


def _spanned(conflicts: list[Conflict]) -> dict[int, list[Claim]]:
    """The claims that each conflict's headline spans: of those standing on its last day few are loaded."""
    today = timezone.localdate()
    rows = _totals(conflicts).filter(as_of__lte=Coalesce("conflict__end", today)).standing_on(today)
    since_start = rows.filter(Q(counted_from=None) | Q(counted_from=F("conflict__start")))
    sorted_by = since_start.query.annotations.keys()  # without these a query with DISTINCT ON has no columns alone
    standing: dict[int, list[_Total]] = defaultdict(list)
    columns = ("conflict_id", *_Total._fields)
    for row in since_start.values_list(*columns, *sorted_by):
        standing[row[0]].append(_Total(*row[1 : len(columns)]))
    wanted = [total.pk for totals in standing.values() for total in _chosen(totals)]
    grouped: dict[int, list[Claim]] = defaultdict(list)
    for claim in Claim.objects.filter(pk__in=wanted).with_names():
        grouped[claim.conflict_id].append(claim)
    return grouped


def _chosen(totals: list[_Total]) -> Iterable[_Total]:
    """The totals that a headline spans; where none has a number, the one whose words it gives."""
    return answers.spanned(totals) or [max(totals, key=lambda total: (total.as_of, total.pk))]


def _totals(conflicts: list[Conflict]) -> ClaimQuerySet:
    """Published totals of the killed, of all places and groups."""
    rows = Claim.objects.published().figures().counting(Outcome.KILLED).cumulative()
    return rows.filter(conflict__in=conflicts, place="", incident=None, group="")


def _bars(conflicts: list[Conflict]) -> dict[int, list[Bar]]:
    """For each conflict and day, the lowest and highest number claimed as a total of the killed."""
    rows = _totals(conflicts).filter(
        as_of__gte=F("conflict__start"), as_of__lte=Coalesce("conflict__end", timezone.localdate())
    )
    days = (
        rows.order_by()
        .values("conflict", "as_of")
        .annotate(lowest=Min(Least("value", "low")), highest=Max(Greatest("value", "high")))
    )
    grouped: dict[int, list[Bar]] = defaultdict(list)
    for conflict, day, lowest, highest in days.order_by("as_of").values_list("conflict", "as_of", "lowest", "highest"):
        if highest is not None:
            grouped[conflict].append(Bar(day, lowest, highest))
    return grouped


def _trees(conflicts: list[Conflict]) -> dict[int, PartyTree]:
    grouped: dict[int, list[Party]] = defaultdict(list)
    for party in Party.objects.filter(conflict__in=conflicts):
        grouped[party.conflict_id].append(party)
    return {conflict.pk: PartyTree(grouped[conflict.pk]) for conflict in conflicts}
