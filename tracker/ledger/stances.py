"""Which side a source speaks for, and so where it stands towards the people it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import FilteredRelation, Q

from tracker.ledger.models import Conflict, Source
from tracker.ledger.parties import PartyTree
from tracker.lib.vocabulary import SourceKind, Stance

WATCHING = [kind.value for kind in SourceKind if kind.watches]


class Spoken(NamedTuple):
    """A source speaks for a party from ``since`` to ``until``, both included; None: throughout."""

    party_id: int
    since: date | None
    until: date | None

    def holds_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Span(NamedTuple):
    """Days from ``first`` to ``last``, both included, open where None."""

    first: date | None
    last: date | None


@dataclass(frozen=True)
class Sides:
    """The affiliations of one conflict's sources, and the tree of sources through which they are inherited.

    ``parents`` maps a source to the one above it (ministry to government).
    """

    tree: PartyTree
    affiliations: Mapping[int, list[Spoken]]
    parents: Mapping[int, int]
    _above: dict[int, list[list[Spoken]]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, conflict: Conflict, tree: PartyTree) -> Sides:
        """The sides of a conflict whose parties are in ``tree``: one query."""
        parties = [party.pk for party in tree if party.conflict_id == conflict.pk] or [0]
        spoken = FilteredRelation("affiliations", condition=Q(affiliations__party__in=parties))
        rows = Source.objects.alias(spoken=spoken).filter(Q(parent__isnull=False) | Q(spoken__isnull=False))
        rows = rows.order_by("spoken__since", "spoken__id")
        return cls.made_of(tree, rows.values_list("pk", "parent", "spoken__party", "spoken__since", "spoken__until"))

    @classmethod
    def made_of(
        cls, tree: PartyTree, rows: Iterable[tuple[int, int | None, int | None, date | None, date | None]]
    ) -> Sides:
        """From rows of a source, the one above it, and a party that it speaks for with the days; either may be None."""
        stated: dict[int, list[Spoken]] = defaultdict(list)
        parents: dict[int, int] = {}
        for source, parent, party, since, until in rows:
            if parent is not None:
                parents[source] = parent
            if party is not None:
                stated[source].append(Spoken(party, since, until))
        return cls(tree, dict(stated), parents)

    def party_of(self, source_id: int, day: date) -> int | None:
        """The party that a source speaks for on a day: its own affiliation, else that of the nearest source above it.

        Of several affiliations on one day the latest begun counts. None: it speaks for no party.
        """
        for stated in self._stated_above(source_id):
            holding = [spoken for spoken in stated if spoken.holds_on(day)]
            if holding:
                return max(holding, key=lambda spoken: spoken.since or date.min).party_id
        return None

    def side_of(self, source_id: int, day: date) -> int | None:
        """The root party of ``party_of``."""
        party = self.party_of(source_id, day)
        return None if party is None else self.tree.side(party)

    def stance(self, voice: Source, party_id: int | None, day: date) -> Stance:
        """Where a voice stands, on a day, towards the people it counts (``party_id`` None: all sides).

        1. A voice that speaks for a side: OWN when the party counted is of that side; ENEMY when both sides are
           belligerents; else THIRD. A side that counts all sides together counts its own and its enemy's dead in one
           number: neither conceded nor alleged, so THIRD.
        2. Any other voice: MONITOR when its kind watches (monitors, NGOs, intergovernmental bodies), else THIRD.
        """
        side = self.side_of(voice.pk, day)
        if side is None:
            return Stance.MONITOR if SourceKind(voice.kind).watches else Stance.THIRD
        if party_id is None:
            return Stance.THIRD
        counted = self.tree.side(party_id)
        if counted == side:
            return Stance.OWN
        fighting = self.tree.belligerent_sides()
        return Stance.ENEMY if side in fighting and counted in fighting else Stance.THIRD

    def spans(self) -> dict[tuple[int, Span], list[int]]:
        """Which sources speak for which side and when: (side, days) to source ids. Agrees with ``side_of``."""
        found: dict[tuple[int, Span], list[int]] = defaultdict(list)
        for source in sorted(self._affiliated()):
            for span in self._unchanging(source):
                side = self.side_of(source, span.first or date.min)
                if side is not None:
                    found[side, span].append(source)
        return dict(found)

    def body(self, source_id: int) -> int:
        """The topmost source above this one, itself when there is none: ministries of one government are one body."""
        return self._path(source_id)[-1]

    def _stated_above(self, source_id: int) -> list[list[Spoken]]:
        """The affiliations of a source and of those above it, as far as they have any, the nearest first."""
        if source_id not in self._above:
            stated = (self.affiliations.get(source, []) for source in self._path(source_id))
            self._above[source_id] = [spoken for spoken in stated if spoken]
        return self._above[source_id]

    def _path(self, source_id: int) -> list[int]:
        path = [source_id]
        while (parent := self.parents.get(path[-1])) is not None and parent not in path:
            path.append(parent)
        return path

    def _affiliated(self) -> set[int]:
        """Sources with an affiliation of their own or of a source above them."""
        return {
            source
            for source in {*self.affiliations, *self.parents}
            if not self.affiliations.keys().isdisjoint(self._path(source))
        }

    def _unchanging(self, source_id: int) -> Iterable[Span]:
        """Consecutive spans in each of which the source speaks for one side, or for none."""
        starts = set()
        for spoken in (spoken for source in self._path(source_id) for spoken in self.affiliations.get(source, [])):
            if spoken.since and spoken.since > date.min:
                starts.add(spoken.since)
            if spoken.until and spoken.until < date.max:
                starts.add(spoken.until + timedelta(days=1))
        firsts: list[date | None] = [None, *sorted(starts)]
        lasts: list[date | None] = [start - timedelta(days=1) for start in firsts[1:] if start] + [None]
        return [Span(first, last) for first, last in zip(firsts, lasts, strict=True)]


def claims_with_stance(stance: Stance, sides: Sides, tree: PartyTree) -> Q:
    """The claims whose voice has this stance on the day each claim holds for, as a condition; no query.

    Agrees with ``Sides.stance(claim.voice, claim.party_id, claim.as_of)`` for each claim of the conflict.
    """
    fighting = tree.belligerent_sides()
    nobody = Q(pk__in=[])
    own, enemy, third, speaking = nobody, nobody, nobody, nobody
    for (side, span), sources in sides.spans().items():
        spoken = _during(span) & Q(voice__in=sources)
        mine = tree.descendants(side)
        others = {party.pk for party in tree if side in fighting and tree.side(party.pk) in fighting} - mine
        speaking |= spoken
        own |= spoken & Q(party__in=mine)
        enemy |= spoken & Q(party__in=others)
        third |= spoken & (Q(party__isnull=True) | ~Q(party__in=mine | others))
    watching = Q(voice__kind__in=WATCHING)
    return {
        Stance.OWN: own,
        Stance.ENEMY: enemy,
        Stance.MONITOR: watching & ~speaking,
        Stance.THIRD: third | (~watching & ~speaking),
    }[stance]


def _during(span: Span) -> Q:
    days = Q()
    if span.first:
        days &= Q(as_of__gte=span.first)
    if span.last:
        days &= Q(as_of__lte=span.last)
    return days
