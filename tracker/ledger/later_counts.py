"""What others counted later: the figures of one line beside later counts of the same people, as ratios."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from tracker.ledger.comparable import Comparable
from tracker.ledger.comparing import Counted, comparable_key
from tracker.ledger.disagreements import stated_high, stated_low
from tracker.ledger.models import Claim
from tracker.ledger.querysets import IMPROBABLE
from tracker.lib.tongue import number

LATER_DAYS = 7
"""A count printed fewer days after a figure than this is not called later."""
MOST_VOICES = 3


@dataclass(frozen=True)
class LaterCount:
    """A figure and a later count of the same people by another voice; ``days`` is how much later it was printed.

    ``low`` and ``high`` are how many times the later number the figure's own number is; they differ where one of the
    two is a range. Both None: the later number is zero.
    """

    claim: Claim
    later: Claim
    days: int
    low: float | None
    high: float | None

    @property
    def days_more(self) -> int:
        """How many days more the later total runs over."""
        return (self.later.as_of - self.claim.as_of).days

    @property
    def ratio_in_words(self) -> str:
        """ "0.78"; "0.70 to 0.85" where a range is one of the two; empty without a ratio."""
        if self.low is None or self.high is None:
            return ""
        ends = [_rounded(self.low), _rounded(self.high)]
        if ends[0] == ends[1]:
            return ends[0]
        return _("%(low)s to %(high)s") % {"low": ends[0], "high": ends[1]}


def later_counts(figures: Iterable[Claim], others: Comparable) -> list[LaterCount]:
    """The last figure of a line that others' later counts followed, beside each of these; empty when none followed.

    ``figures`` are one line's, not taken back; ``others`` are standing ones sorted by ``comparable``. One is later when

    1. it is comparable to the figure by the rule, has a number, and no editor finds it improbable (credibility 5);
    2. it holds for the figure's day or a later one;
    3. it was printed at least ``LATER_DAYS`` days after the figure was.

    Of each voice the newest, at most ``MOST_VOICES``, the newest first. The ratio is of the numbers as stated: the
    figure's over the later one's.
    """
    for figure in sorted(figures, key=lambda claim: (claim.as_of, _printed(claim), claim.pk), reverse=True):
        key = comparable_key(Counted.of(figure))
        if key is None or figure.interval is None:
            continue
        if found := _newest_of_each_voice(figure, others.get(key, [])):
            return [_beside(figure, later) for later in found]
    return []


def _newest_of_each_voice(figure: Claim, others: list[Claim]) -> list[Claim]:
    soonest = _printed(figure) + timedelta(days=LATER_DAYS)
    later = [
        other
        for other in others
        if other.voice_id != figure.voice_id
        and other.credibility != IMPROBABLE
        and other.as_of >= figure.as_of
        and _printed(other) >= soonest
    ]
    later.sort(key=lambda claim: (claim.as_of, _printed(claim), claim.pk))
    newest = {claim.voice_id: claim for claim in later}  # the last of each voice stays
    return sorted(newest.values(), key=lambda claim: (claim.as_of, _printed(claim), claim.pk), reverse=True)[
        :MOST_VOICES
    ]


def _beside(figure: Claim, later: Claim) -> LaterCount:
    low, high = stated_low(later), stated_high(later)
    days = (_printed(later) - _printed(figure)).days
    if not low:
        return LaterCount(figure, later, days, None, None)
    return LaterCount(figure, later, days, stated_low(figure) / high, stated_high(figure) / low)


def _printed(claim: Claim) -> date:
    return claim.first_published_on or claim.as_of


def _rounded(ratio: float) -> str:
    """Two decimals from 0.1 to 10, two figures below, whole numbers above."""
    if 0 < ratio < 0.1:
        return f"{ratio:.2g}"
    return f"{ratio:.2f}" if ratio < 10 else number(round(ratio))
