"""What is to be said of two claims: whether they contradict each other, may both be true, or count different people."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext as _

from tracker.ledger.comparing import Comparison, Counted, Step, compare, steps, voice_in_words
from tracker.ledger.models import Claim
from tracker.ledger.parties import PartyTree
from tracker.lib.counts import Interval
from tracker.lib.tongue import number


class Finding(Enum):
    """How two claims stand to each other."""

    CONTRADICT = "contradict"
    BOTH_FIT = "both fit"
    FOLLOWS = "follows"  # one voice's earlier and later count
    WORDS = "words"  # comparable, but one of them has no number
    PART = "part"
    APART = "apart"
    UNCLEAR = "unclear"  # not comparable; some may be counted by both


@dataclass(frozen=True)
class Verdict:
    """What the rule says of the claims ``a`` and ``b``. ``fits`` are the numbers that both can mean, if any.

    ``gap`` is how far apart two contradicting ones are at least. ``behind``: the lower holds for an earlier day.
    ``too_large``: one is part of the other, and yet larger.
    """

    a: Claim
    b: Claim
    finding: Finding
    comparison: Comparison
    steps: list[Step]
    fits: Interval | None = None
    gap: int = 0
    behind: bool = False
    too_large: bool = False

    @property
    def contradicts(self) -> bool:
        return self.finding is Finding.CONTRADICT

    @property
    def words(self) -> str:
        """The verdict in a sentence or two."""
        if self.finding is Finding.CONTRADICT:
            return self._apart_in_words()
        if self.finding is Finding.BOTH_FIT and self.fits:
            return _("Both can be true: %(numbers)s.") % {"numbers": _fits_in_words(self.fits)}
        if self.finding is Finding.FOLLOWS:
            return _("Both were given by %(voice)s: the newer count takes the place of the older.") % {
                "voice": voice_in_words(self.b)
            }
        if self.finding is Finding.WORDS:
            return _("They count the same people, but a figure in words alone stands for no number.")
        return _("Not comparable. %(difference)s. %(relation)s") % {
            "difference": self.comparison.words,
            "relation": self._relation_in_words(),
        }

    def _apart_in_words(self) -> str:
        words = _("They contradict each other: no number fits both. They are at least %(gap)s apart.") % {
            "gap": number(self.gap)
        }
        if self.behind:
            words += " " + _("The lower one holds for an earlier day: it may only be behind.")
        return words

    def _relation_in_words(self) -> str:
        if self.finding is Finding.APART:
            return _("Nobody is counted by both.")
        if self.finding is Finding.UNCLEAR:
            return _("Some people may be counted by both.")
        words = _("B is part of A.") if self.comparison.contains == "a" else _("A is part of B.")
        return words + " " + _("Yet the part is larger than its whole.") if self.too_large else words


def verdict(a: Claim, b: Claim, tree: PartyTree) -> Verdict:
    """What the rule says of two claims.

    1. Not comparable: one is part of the other (and too large when its lowest number is above the whole's highest, for
       the whole's day or an earlier one), or nobody is counted by both, or that cannot be told.
    2. Comparable, one of them in words alone: nothing more is said.
    3. Comparable and given by one voice as of two days: the newer takes the place of the older.
    4. Comparable, and no whole number fits both: they contradict each other.
    5. Else both can be true.
    """
    counted = Counted.of(a), Counted.of(b)
    comparison, seven = compare(*counted, tree), steps(*counted, tree)
    if not comparison.comparable:
        return Verdict(a, b, _not_comparable(comparison), comparison, seven, too_large=_too_large(a, b, comparison))
    if a.interval is None or b.interval is None:
        return Verdict(a, b, Finding.WORDS, comparison, seven)
    if a.voice_id == b.voice_id and a.claimant_id == b.claimant_id and a.as_of != b.as_of:
        return Verdict(a, b, Finding.FOLLOWS, comparison, seven)
    fits = _shared(a.interval, b.interval)
    if fits:
        return Verdict(a, b, Finding.BOTH_FIT, comparison, seven, fits=fits)
    (lower, high), (higher, low) = _by_number((a, a.interval), (b, b.interval))
    behind = lower.as_of < higher.as_of
    return Verdict(a, b, Finding.CONTRADICT, comparison, seven, gap=low - high, behind=behind)


def _not_comparable(comparison: Comparison) -> Finding:
    if comparison.contains:
        return Finding.PART
    return Finding.APART if comparison.disjoint else Finding.UNCLEAR


def _too_large(a: Claim, b: Claim, comparison: Comparison) -> bool:
    if not comparison.contains:
        return False
    whole, part = (a, b) if comparison.contains == "a" else (b, a)
    if whole.interval is None or part.interval is None or whole.interval.high is None:
        return False
    # A total that holds for an earlier day may only be behind.
    return part.interval.low > whole.interval.high and part.as_of <= whole.as_of


def _shared(a: Interval, b: Interval) -> Interval | None:
    """The whole numbers in both; None when there are none."""
    if not a.overlaps(b):
        return None
    ends = [high for high in (a.high, b.high) if high is not None]
    return Interval(max(a.low, b.low), min(ends) if ends else None)


def _by_number(a: tuple[Claim, Interval], b: tuple[Claim, Interval]) -> tuple[tuple[Claim, int], tuple[Claim, int]]:
    """The lower claim with its highest number, the higher one with its lowest; the two do not overlap."""
    lower, higher = (a, b) if a[1].low < b[1].low else (b, a)
    return (lower[0], lower[1].high or 0), (higher[0], higher[1].low)


def _fits_in_words(fits: Interval) -> str:
    if fits.high is None:
        return _("every number from %(low)s on fits both") % {"low": number(fits.low)}
    if fits.low == fits.high:
        return _("%(number)s fits both") % {"number": number(fits.low)}
    return _("the numbers from %(low)s to %(high)s fit both") % {"low": number(fits.low), "high": number(fits.high)}
