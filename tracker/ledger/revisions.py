"""How one voice's count of one thing went on: each figure with what it did to the one before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext_lazy as _

from tracker.ledger.comparing import Counted, span_key
from tracker.ledger.disagreements import stated_high, stated_low
from tracker.ledger.models import Claim
from tracker.lib.vocabulary import Relation


class Move(Enum):
    """What a figure did to the count before it; the words name it."""

    FIRST = "first", _("first figure")
    ROSE = "rose", _("rose")
    FELL = "fell", _("fell")
    SAME = "same", _("the same number")
    CORRECTED = "corrected", _("correction")
    WORDS = "words", _("in words only")
    PART = "part", _("part of another figure")
    SEPARATE = "separate", _("a count of its own")

    def __init__(self, word: str, label: str) -> None:
        self.word = word
        self.label = label


@dataclass(frozen=True)
class Revision:
    """A figure, what it did, and by how many people (None where one of the two numbers is not a single one)."""

    claim: Claim
    move: Move
    by: int | None = None

    @property
    def size(self) -> int:
        """``by`` without its sign."""
        return abs(self.by or 0)


def revisions(claims: Iterable[Claim]) -> list[Revision]:
    """The figures of one line in the order of the days they hold for, then of printing, each with its move.

    1. A figure in words only, and a part of another figure of the line, do nothing to the count.
    2. A figure over another span than the one before it (another day's, another attack's) is a count of its own.
    3. One that corrects an earlier figure is a correction, whichever way it goes.
    4. Else the number stated (of a range, its lower end) is set against the last one: it rose, fell or is the same.
    """
    ordered = sorted(claims, key=lambda claim: (claim.as_of, claim.first_published_on or claim.as_of, claim.pk))
    shown = {claim.pk for claim in ordered}
    found: list[Revision] = []
    last: Claim | None = None
    for claim in ordered:
        if claim.interval is None or claim.part_of_id in shown:
            found.append(Revision(claim, Move.WORDS if claim.interval is None else Move.PART))
            continue
        found.append(_moved(last, claim))
        last = claim
    return found


def _moved(last: Claim | None, claim: Claim) -> Revision:
    if last is None:
        return Revision(claim, Move.FIRST)
    spans = span_key(Counted.of(last)), span_key(Counted.of(claim))
    if spans[0] is None or spans[0] != spans[1]:
        return Revision(claim, Move.SEPARATE)
    difference = stated_low(claim) - stated_low(last)
    single = all(stated_low(each) == stated_high(each) for each in (last, claim))
    by = difference if single else None
    if claim.relation == Relation.CORRECTS.value:
        return Revision(claim, Move.CORRECTED, by)
    return Revision(claim, Move.SAME if not difference else Move.ROSE if difference > 0 else Move.FELL, by)
