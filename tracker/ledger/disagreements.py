"""Where standing claims disagree: contradictions, spreads, and parts larger than their wholes.

Every function takes claims loaded ``with_names`` and sorts them by what they count first, so that ten thousand claims
are never compared pair by pair. What is found is returned widest gap first, at most ``at_most``.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from tracker.ledger.comparable import Comparable, comparable
from tracker.ledger.comparing import Counted, comparable_key, holds
from tracker.ledger.models import Claim
from tracker.ledger.parties import PartyTree
from tracker.lib.counts import Interval
from tracker.lib.dates import show_day
from tracker.lib.vocabulary import Scope

AT_MOST = 100


@dataclass(frozen=True)
class Numbered:
    """A claim with the whole numbers it can mean and what it counts."""

    claim: Claim
    interval: Interval
    counted: Counted


@dataclass(frozen=True)
class Contradiction:
    """Two comparable claims that no whole number fits both; ``gap`` is how far apart they are at least."""

    lower: Claim
    higher: Claim
    gap: int

    @property
    def may_be_behind(self) -> bool:
        """The lower holds for an earlier day: it may only be older, not opposed."""
        return self.lower.as_of < self.higher.as_of


@dataclass(frozen=True)
class Spread:
    """The lowest and highest of the comparable claims about one thing counted; ``ratio`` None: the lowest is zero."""

    lowest: Claim
    highest: Claim
    ratio: float | None
    claims: int


@dataclass(frozen=True)
class Inconsistency:
    """A part that is larger than its whole."""

    part: Claim
    whole: Claim

    @property
    def words(self) -> str:
        part, whole = (
            _("%(figure)s (%(voice)s, %(day)s)")
            % {"figure": claim.figure, "voice": claim.voice, "day": show_day(claim.as_of)}
            for claim in (self.part, self.whole)
        )
        return _("%(part)s is a part of %(whole)s, but larger") % {"part": part, "whole": whole}


def stated_low(claim: Claim) -> int:
    """The number as stated, of a range its lower end. The claim must have a number."""
    return _stated(claim.low if claim.value is None else claim.value)


def stated_high(claim: Claim) -> int:
    """The number as stated, of a range its upper end. The claim must have a number."""
    return _stated(claim.high if claim.value is None else claim.value)


def _stated(number: int | None) -> int:
    if number is None:
        raise ValueError("a vague claim states no number")
    return number


def contradictions(claims: Iterable[Claim], at_most: int = AT_MOST) -> list[Contradiction]:
    """Pairs of comparable claims whose intervals do not overlap."""
    pairs = (pair for group in comparable_groups(claims) for pair in _opposed(group, at_most))
    return heapq.nlargest(at_most, pairs, key=lambda pair: pair.gap)


def _opposed(group: list[Numbered], at_most: int) -> Iterator[Contradiction]:
    below = _by_high(group)[:at_most]
    above = sorted(group, key=lambda each: -each.interval.low)[:at_most]
    for rank, (high, lower) in enumerate(below, start=1):
        # The pair (i-th lowest, j-th highest) has i * j - 1 pairs at least as wide before it.
        for higher in above[: at_most // rank]:
            if higher.interval.low <= high:
                break
            yield Contradiction(lower.claim, higher.claim, higher.interval.low - high)


def counts_among(groups: Comparable) -> dict[int, int]:
    """For each claim, by id, how many of the others contradict it; those comparable with none are left out."""
    counts: dict[int, int] = {}
    for group in groups.values():
        intervals = {claim.id: interval for claim in group if (interval := claim.interval)}
        lows = sorted(low for low, _high in intervals.values())
        highs = sorted(high for _low, high in intervals.values() if high is not None)
        for number, (low, high) in intervals.items():
            wholly_above = 0 if high is None else len(lows) - bisect_right(lows, high)
            counts[number] = wholly_above + bisect_left(highs, low)
    return counts


def spreads(claims: Iterable[Claim], at_most: int = AT_MOST) -> list[Spread]:
    """Highest over lowest, for each thing that at least two of the claims count; the widest first."""
    found = []
    for group in comparable_groups(claims):
        if len(group) > 1:
            members = [each.claim for each in group]
            lowest, highest = min(members, key=stated_low), max(members, key=stated_high)
            low = stated_low(lowest)
            found.append(Spread(lowest, highest, stated_high(highest) / low if low else None, len(members)))
    return heapq.nlargest(at_most, found, key=lambda spread: float("inf") if spread.ratio is None else spread.ratio)


def inconsistencies(claims: Iterable[Claim], tree: PartyTree, at_most: int = AT_MOST) -> list[Inconsistency]:
    """Parts larger than the totals that they are part of, whoever gave them.

    The rule says that one is part of the other, the part's lowest number is above the total's highest, and the part
    holds for the total's day or an earlier one. Of each thing counted the ``at_most`` largest parts and the
    ``at_most`` smallest totals are looked at.
    """
    groups = _alike(claims)
    parts = [heapq.nlargest(at_most, group, key=lambda each: each.interval.low) for group in groups]
    totals = [_by_high(group)[:at_most] for group in groups if group[0].counted.scope is Scope.CUMULATIVE]
    found = (pair for total in totals if total for part in parts for pair in _larger(part, total, tree))
    return [Inconsistency(part, whole) for _, part, whole in heapq.nlargest(at_most, found, key=lambda pair: pair[0])]


def _larger(
    parts: list[Numbered], totals: list[tuple[int, Numbered]], tree: PartyTree
) -> Iterator[tuple[int, Claim, Claim]]:
    """Parts are the largest first, totals the smallest first; within each only the days they hold for differ."""
    if parts[0].interval.low <= totals[0][0]:
        return
    if not holds(replace(totals[0][1].counted, as_of=date.max), parts[0].counted, tree):
        return
    for part in parts:
        for high, total in totals:
            if part.interval.low <= high:
                break
            if part.claim.as_of <= total.claim.as_of:
                yield part.interval.low - high, part.claim, total.claim


def _by_high(group: list[Numbered]) -> list[tuple[int, Numbered]]:
    highs = [(each.interval.high, each) for each in group if each.interval.high is not None]
    return sorted(highs, key=lambda pair: pair[0])


def comparable_groups(claims: Iterable[Claim]) -> list[list[Numbered]]:
    """Claims with a number, those comparable with each other together; those comparable with none left out."""
    return [[numbered for claim in group for numbered in _numbered(claim)] for group in comparable(claims).values()]


def _alike(claims: Iterable[Claim]) -> list[list[Numbered]]:
    """Claims with a number, those of one key together; those without a key by all that they count."""
    groups: dict[Hashable, list[Numbered]] = defaultdict(list)
    for claim in claims:
        for numbered in _numbered(claim):
            groups[comparable_key(numbered.counted) or numbered.counted].append(numbered)
    return list(groups.values())


def _numbered(claim: Claim) -> list[Numbered]:
    """The claim with its interval, or nothing for figures in words."""
    return [] if claim.interval is None else [Numbered(claim, claim.interval, Counted.of(claim))]
