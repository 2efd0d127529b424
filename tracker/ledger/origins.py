"""Where a number comes from: its reports, the channels they came through, and other origins that give one that fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.ledger.answers import FRESH_DAYS
from tracker.ledger.comparable import Comparable
from tracker.ledger.comparing import Counted, comparable_key
from tracker.ledger.models import Claim
from tracker.ledger.stances import Sides


@dataclass(frozen=True)
class Origins:
    """How many articles report a claim, through how many channels, and which other origins give a number that fits."""

    reports: int
    channels: int
    fitting: tuple[Claim, ...]


def origins(claim: Claim, others: Comparable, sides: Sides) -> Origins:
    """What a claim (loaded ``with_channels``) rests on. ``others``: the claims of the day, sorted by ``comparable``.

    1. A claim has one origin, its voice: its claimant, or who printed it without naming one. Every report of it repeats
       that one statement, so reports are counted and never added up as witnesses.
    2. The reports came through channels: the agency that relayed it, else the publisher. Ten papers that print one
       agency's report are one channel.
    3. Two voices are independent when no body stands above both (nor one above the other) and neither carried the
       other's claim as a channel.
    4. Another origin fits when an independent voice gives a comparable count for a day at most 7 days away, and some
       number fits both. Of voices that depend on each other one is counted, the attributed and then the nearest in
       days first.
    """
    channels = channels_of(claim)
    taken = _Taken(sides)
    taken.add(claim)
    kept = []
    for other in sorted(_fitting(claim, others), key=lambda each: _nearest(claim, each)):
        if taken.allows(other):
            taken.add(other)
            kept.append(other)
    return Origins(len(channels), len(set(channels)), tuple(kept))


def channels_of(claim: Claim) -> list[int]:
    """For each report of the claim, the source through which it came: what ``with_channels`` fetched."""
    return list(getattr(claim, "channels", None) or [])


class _Taken:
    """The claims counted so far: which bodies and voices gave them, and through which channels."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self._bodies: set[int] = set()
        self._voices: set[int] = set()
        self._channels: set[int] = set()

    def allows(self, claim: Claim) -> bool:
        """Whether the claim's voice is independent of all of them: rule 3."""
        if self._sides.body(claim.voice_id) in self._bodies or claim.voice_id in self._channels:
            return False
        return self._voices.isdisjoint(channels_of(claim))

    def add(self, claim: Claim) -> None:
        self._bodies.add(self._sides.body(claim.voice_id))
        self._voices.add(claim.voice_id)
        self._channels.update(channels_of(claim))


def _fitting(claim: Claim, others: Comparable) -> Iterator[Claim]:
    interval = claim.interval
    if interval is None or not others:
        return
    for other in others.get(comparable_key(Counted.of(claim)), []):
        if other.pk == claim.pk or abs((claim.as_of - other.as_of).days) > FRESH_DAYS:
            continue
        theirs = other.interval
        if theirs and interval.overlaps(theirs):
            yield other


def _nearest(claim: Claim, other: Claim) -> tuple[bool, int, int]:
    return other.is_unattributed, abs((claim.as_of - other.as_of).days), other.pk
