"""How one claim stands to the others of its day: contradicted by, fitting with, part of, whole of, not comparable."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from types import SimpleNamespace
from typing import Any, NamedTuple

from tracker.ledger.comparing import Counted, contained, first_difference
from tracker.ledger.comparing_rule import Rule
from tracker.ledger.models import Claim
from tracker.ledger.parties import PartyTree
from tracker.ledger.verdicts import Verdict, verdict
from tracker.lib.counts import Interval, Qualifier

MOST = 30
"""Claims shown of each kind; the others are counted."""
DAYS = ("counted_from", "period_start", "as_of")
COUNTED = (
    "status", "group", "party_id", "place", "incident_id", "incident__date", "incident__place", "scope", *DAYS,
)  # fmt: skip
STATED = ("pk", "voice_id", "claimant_id", "qualifier", "value", "low", "high")
OF_STANDING = ("period_end", "improbable")
"""What ``standing_on`` sorts by: without these among its columns it cannot be asked for columns alone."""
CONTRADICTING, FITTING, WHOLES, PARTS = "contradicting", "fitting", "wholes", "parts"
Kind = str | Rule


class Neighbour(NamedTuple):
    """Another claim of the day, as little of it as sorting takes."""

    pk: int
    as_of: date
    gap: int = 0  # of one that contradicts: how far apart the two are at least
    behind: bool = False


@dataclass(frozen=True)
class Neighbours:
    """The claims that stood on a claim's day by how they lie to it, those to be shown first."""

    of_kind: Mapping[Kind, list[Neighbour]]

    @classmethod
    def of(cls, claim: Claim, tree: PartyTree) -> Neighbours:
        """Of the same outcome: one query that loads no claim, for there may be thousands.

        The newest come first; of those that contradict, the ones that are not behind, then the widest gap. What is
        counted is set against the claim once, however many voices count it and on however many days.
        """
        standing = Claim.objects.about(claim.conflict).counting(claim.outcome).standing_on(claim.as_of)
        counted, kinds = Counted.of(claim), dict[Hashable, Kind | None]()
        when = lru_cache(maxsize=None)(partial(_when, counted))
        found: dict[Kind, list[Neighbour]] = defaultdict(list)
        for row in standing.values_list(*STATED, *COUNTED, *OF_STANDING):
            stated, thing = row[: len(STATED)], row[len(STATED) : -len(OF_STANDING)]
            if stated[0] == claim.pk:
                continue
            alike = thing[: -len(DAYS)], when(thing[-3]), when(thing[-2]), when(thing[-1])
            if alike not in kinds:
                kinds[alike] = _kind(counted, _counted(claim, thing), tree)
            kind, near = kinds[alike], Neighbour(stated[0], thing[-1])
            if kind is None:
                kind, near = _by_number(claim, stated, near)
            found[kind].append(near)
        for near_ones in found.values():
            near_ones.sort(key=lambda near: (near.behind, -near.gap, -near.as_of.toordinal(), near.pk))
        return cls(found)

    @property
    def shown(self) -> Iterator[int]:
        """The numbers of the claims that are shown."""
        return (near.pk for near_ones in self.of_kind.values() for near in near_ones[:MOST])

    def total(self, kind: Kind) -> int:
        return len(self.of_kind.get(kind, []))


def _when(counted: Counted, day: date | None) -> tuple[int, int] | None:
    """Where a day lies to the first and the last that a claim counts: all that the rule asks of another's days."""
    if day is None:
        return None
    return _order(day, counted.since), _order(day, counted.as_of)


def _order(day: date, other: date) -> int:
    return (day > other) - (day < other)


def _counted(claim: Claim, thing: tuple[Any, ...]) -> Counted:
    """What a row of ``COUNTED`` counts. A plain object stands for its claim: making thousands of claims takes long."""
    like_a_claim: Any = SimpleNamespace(
        conflict=claim.conflict, conflict_id=claim.conflict_id, outcome=claim.outcome, incident=None,
        **dict(zip(COUNTED, thing, strict=True)),
    )  # fmt: skip
    if like_a_claim.incident_id:
        place, day = like_a_claim.incident__place, like_a_claim.incident__date
        like_a_claim.incident = SimpleNamespace(name="", place=place, date=day)
    return Counted.of(like_a_claim)


def _kind(counted: Counted, other: Counted, tree: PartyTree) -> Kind | None:
    """None for what is comparable: the numbers decide."""
    rule = first_difference(counted, other)
    if rule is None:
        return None
    whole = contained(counted, other, tree)
    return rule if whole is None else PARTS if whole == "a" else WHOLES


def _by_number(claim: Claim, stated: tuple[Any, ...], near: Neighbour) -> tuple[Kind, Neighbour]:
    _, voice, claimant, qualifier, value, low, high = stated
    own, other = claim.interval, Qualifier(qualifier).interval(value, low, high)
    again = (voice, claimant) == (claim.voice_id, claim.claimant_id) and near.as_of != claim.as_of
    if own is None or other is None or again or own.overlaps(other):
        return FITTING, near
    lower_is_own = own.low < other.low
    first, second = (claim.as_of, near.as_of) if lower_is_own else (near.as_of, claim.as_of)
    gap = _gap(own, other) if lower_is_own else _gap(other, own)
    return CONTRADICTING, near._replace(gap=gap, behind=first < second)


def _gap(lower: Interval, higher: Interval) -> int:
    return higher.low - (lower.high or 0)


@dataclass(frozen=True)
class Related:
    """Claims that stand to one claim in the same way: ``shown`` with what is said of each pair, and ``more``."""

    shown: list[Verdict]
    more: int

    @property
    def total(self) -> int:
        return len(self.shown) + self.more


@dataclass(frozen=True)
class Apart:
    """Claims that may not be compared and of which none holds the other, by the first rule that fails."""

    rule: Rule
    claims: Related


@dataclass(frozen=True)
class Relations:
    """The standing claims of a claim's day, sorted by how they lie to it; in each verdict the claim itself is ``a``."""

    contradicting: Related
    fitting: Related
    wholes: Related
    parts: Related
    apart: list[Apart]

    @classmethod
    def of(cls, claim: Claim, near: Neighbours, loaded: Iterable[Claim], tree: PartyTree) -> Relations:
        """``loaded`` hold the claims that ``near`` shows, ``with_names``."""
        claims = {each.pk: each for each in loaded}

        def related(kind: Kind) -> Related:
            shown = [claims[each.pk] for each in near.of_kind.get(kind, [])[:MOST] if each.pk in claims]
            return Related([verdict(claim, other, tree) for other in shown], near.total(kind) - len(shown))

        # The rule that fails last is the nearest miss.
        missed = [rule for rule in reversed(Rule) if near.total(rule)]
        return cls(
            contradicting=related(CONTRADICTING),
            fitting=related(FITTING),
            wholes=related(WHOLES),
            parts=related(PARTS),
            apart=[Apart(rule, related(rule)) for rule in missed],
        )
