"""The list of conflicts: each with its counts, a sparkline and what its standing claims range over."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import F, Max, Min
from django.db.models.functions import Coalesce, Greatest, Least
from django.utils import timezone
from django.utils.translation import gettext as _

from tracker.charts.sparkline import Bar, sparkline
from tracker.ledger import answers
from tracker.ledger.models import Claim, Conflict, Party
from tracker.ledger.parties import PartyTree
from tracker.ledger.sentences import Sentence
from tracker.lib.vocabulary import Outcome
from tracker.pages.paging import Page, page_number, page_of

PER_PAGE = 20


@dataclass(frozen=True)
class Entry:
    """One conflict of the list. ``drawing`` is an SVG, empty when there is no number to draw."""

    conflict: Conflict
    headline: Sentence
    drawing: str


def overview(page: str) -> Page:
    """The page of the list asked for, as ``Entry`` items: five queries, however many claims there are."""
    number, _note = page_number(page)
    found = page_of(Conflict.objects.with_counts().order_by("-start", "name"), number, PER_PAGE)
    conflicts = list(found.rows)
    standing, bars, trees = _standing(conflicts), _bars(conflicts), _trees(conflicts)
    entries = [_entry(each, standing[each.pk], bars[each.pk], trees[each.pk]) for each in conflicts]
    return Page(entries, found.number, found.pages, found.total, found.first, found.last)


def _entry(conflict: Conflict, standing: list[Claim], bars: list[Bar], tree: PartyTree) -> Entry:
    day = conflict.end or timezone.localdate()
    said = answers.headline(standing, day, tree)
    title = _("%(conflict)s: counts of people killed over time") % {"conflict": conflict.name}
    drawing = sparkline(bars, conflict.start, day, title)
    return Entry(conflict, said.words, drawing)


def _standing(conflicts: list[Conflict]) -> dict[int, list[Claim]]:
    """Each conflict's standing totals of the killed on its last day, of all places and groups: those of a headline."""
    today = timezone.localdate()
    rows = Claim.objects.filter(conflict__in=conflicts, as_of__lte=Coalesce("conflict__end", today))
    grouped: dict[int, list[Claim]] = defaultdict(list)
    rows = rows.filter(place="", incident=None, group="")
    for claim in rows.counting(Outcome.KILLED).cumulative().standing_on(today).with_names():
        grouped[claim.conflict_id].append(claim)
    return grouped


def _bars(conflicts: list[Conflict]) -> dict[int, list[Bar]]:
    """For each conflict and day, the lowest and highest number claimed as a total of the killed."""
    rows = Claim.objects.published().figures().counting(Outcome.KILLED).cumulative()
    rows = rows.filter(conflict__in=conflicts, place="", incident=None, group="").filter(
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
