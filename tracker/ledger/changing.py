"""What changed last: the newest step of a line, and the newest correction or withdrawal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tracker.ledger.answers import whole_conflict
from tracker.ledger.comparable import line_of
from tracker.ledger.disagreements import stated_high, stated_low
from tracker.ledger.models import Claim
from tracker.ledger.querysets import IMPROBABLE, UNDOING
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Relation


@dataclass(frozen=True)
class Moved:
    """A voice's count of one thing and the one before it, with another number."""

    before: Claim
    after: Claim

    @property
    def fell(self) -> bool:
        after, before = stated_high(self.after), stated_low(self.before)
        return after < before


@dataclass(frozen=True)
class TakenBack:
    """A correction or withdrawal; ``before`` is what it takes back."""

    before: Claim
    after: Claim

    @property
    def is_withdrawal(self) -> bool:
        return bool(self.after.relation == Relation.WITHDRAWS.value)


def last_moved(claims: Iterable[Claim]) -> Moved | None:
    """The last time that a voice gave another number for the same thing than it had given before.

    1. Totals of the whole conflict with a number, not improbable; none that was taken back since, and no part of a
       figure that is on the same line.
    2. In order of the day that they hold for, then of printing.
    3. The last that states another number than the one before it on its line (one voice counting one thing). Of one
       day, the one with most reports.
    """
    given = {claim.id: claim for claim in claims}
    taken_back = {claim.follows_id for claim in given.values() if claim.relation in UNDOING}
    vague, withdraws = Qualifier.VAGUE.value, Relation.WITHDRAWS.value
    last: dict[object, Claim] = {}
    found: tuple[tuple[date, int, int], Claim, Claim] | None = None
    for claim in sorted(whole_conflict(given.values()), key=_order):
        if claim.qualifier == vague or claim.credibility == IMPROBABLE or claim.id in taken_back:
            continue
        if claim.relation == withdraws or _is_part(claim, given):
            continue
        line = line_of(claim)
        before = last.get(line)
        if before and (stated_low(before), stated_high(before)) != (stated_low(claim), stated_high(claim)):
            rank = claim.as_of, _reports(claim), claim.id
            if found is None or rank > found[0]:
                found = rank, before, claim
        last[line] = claim
    return Moved(found[1], found[2]) if found else None


def last_taken_back(claims: Iterable[Claim]) -> TakenBack | None:
    """The last correction or withdrawal, by the day that it holds for, of a claim that is among ``claims``."""
    given = {claim.id: claim for claim in claims}
    undoing = [claim for claim in given.values() if claim.relation in UNDOING and claim.follows_id in given]
    last = max(undoing, key=_order, default=None)
    return TakenBack(given[last.follows_id or 0], last) if last else None


def _order(claim: Claim) -> tuple[date, date, int]:
    return claim.as_of, claim.first_published_on or date.max, claim.id


def _is_part(claim: Claim, given: dict[int, Claim]) -> bool:
    whole = given.get(claim.part_of_id) if claim.part_of_id else None
    return whole is not None and line_of(whole) == line_of(claim)


def _reports(claim: Claim) -> int:
    """How many articles cite it, where the query counted them."""
    return len(getattr(claim, "channels", None) or [])
