"""How far apart the counts of the same people are on a day: spans, and the widest contradiction.

Both look at totals of the whole conflict with a number (``numbered_totals``), those comparable with each other
together, and of these at the claims at most 7 days older than the newest: no early count is set against a late one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracker.ledger.answers import FRESH_DAYS, highness, lowness, numbered_totals
from tracker.ledger.comparable import comparable
from tracker.ledger.comparing import Counted, counted_in_words, outcome_in_words, span_in_words
from tracker.ledger.disagreements import Contradiction, stated_high, stated_low
from tracker.ledger.models import Claim
from tracker.ledger.querysets import IMPROBABLE
from tracker.ledger.sentences import Sentence, figure_of, sentence, voice_of
from tracker.lib.dates import show_day
from tracker.lib.tongue import number
from tracker.lib.vocabulary import Outcome

Group = list[Claim]
"""Fresh totals that are comparable with each other."""


@dataclass(frozen=True)
class Span:
    """Counts of the same people: the lowest, the highest, how many there are, and the day of the newest."""

    lowest: Claim
    highest: Claim
    claims: int
    newest: date

    @property
    def is_one_number(self) -> bool:
        return stated_low(self.lowest) == stated_high(self.highest)

    @property
    def ratio(self) -> float | None:
        """Highest over lowest, by the numbers stated; None when the lowest is zero."""
        low = stated_low(self.lowest)
        return stated_high(self.highest) / low if low else None

    @property
    def contradiction(self) -> Contradiction | None:
        """The two ends as a contradiction; None when some number fits both."""
        below, above = self.lowest.interval, self.highest.interval
        if below is None or above is None or below.high is None or above.low <= below.high:
            return None
        return Contradiction(self.lowest, self.highest, above.low - below.high)


def spans(groups: Iterable[Group]) -> list[Span]:
    """For each people counted, the span of its fresh counts (``fresh_groups``); the widest ratio first.

    1. Totals of the whole conflict with a number, not improbable, comparable with each other (the rule).
    2. Of these the ones at most 7 days older than the newest.
    3. The lowest and the highest by the number stated, as for the headline.
    """
    found = [
        Span(min(fresh, key=lowness), max(fresh, key=highness), len(fresh), max(claim.as_of for claim in fresh))
        for fresh in groups
    ]
    return sorted(found, key=_width, reverse=True)


def widest(groups: Iterable[Group]) -> Span | None:
    """The span with the widest ratio; None when no people are counted with two numbers."""
    return next((span for span in spans(groups) if not span.is_one_number), None)


def widest_contradiction(groups: Iterable[Group]) -> Contradiction | None:
    """The two fresh comparable counts furthest apart that no number fits both.

    A pair whose lower count holds for the same day or a later one comes before any whose lower may only be behind;
    of either sort, the pair with the widest gap between the numbers that the two can mean.
    """
    found = []
    for fresh in groups:
        days = _days(fresh)
        found += [_furthest(days, behind=False), _furthest(days[::-1], behind=True)]
    pairs = [pair for pair in found if pair is not None]
    return max(pairs, key=lambda pair: (not pair.may_be_behind, pair.gap), default=None)


def fresh_groups(claims: Iterable[Claim]) -> list[Group]:
    """Totals comparable with each other together, those more than 7 days older than their newest left out."""
    return [_fresh(group) for group in comparable(numbered_totals(claims)).values()]


def _fresh(group: Group) -> Group:
    since = max(claim.as_of for claim in group) - timedelta(days=FRESH_DAYS)
    return [claim for claim in group if claim.as_of >= since]


def _width(span: Span) -> tuple[float, int, int]:
    ratio = float("inf") if span.ratio is None else span.ratio
    return (0 if span.is_one_number else ratio), span.claims, -span.lowest.pk


class _End(NamedTuple):
    """A claim by one end of the numbers that it can mean."""

    number: int
    claim: Claim


class _Day(NamedTuple):
    """Of the claims of one day the one whose upper end is lowest, and the one whose lower end is highest."""

    lowest: _End | None
    highest: _End


def _days(group: Group) -> list[_Day]:
    """The days of a group, the oldest first."""
    lows: dict[date, list[_End]] = defaultdict(list)
    highs: dict[date, list[_End]] = defaultdict(list)
    for claim in group:
        interval = claim.interval
        if interval is None:
            continue
        lows[claim.as_of].append(_End(interval.low, claim))
        if interval.high is not None:
            highs[claim.as_of].append(_End(interval.high, claim))
    return [_Day(min(highs[day], key=_number, default=None), max(lows[day], key=_number)) for day in sorted(lows)]


def _number(end: _End) -> int:
    return end.number


def _furthest(days: Iterable[_Day], *, behind: bool) -> Contradiction | None:
    """The widest gap from a day's lowest count to the highest of the days before it and, unless ``behind``, its own."""
    found: Contradiction | None = None
    top: _End | None = None
    for day in days:
        above = top if behind else max((end for end in (top, day.highest) if end), key=_number)
        if above and day.lowest and above.number - day.lowest.number > (found.gap if found else 0):
            found = Contradiction(day.lowest.claim, above.claim, above.number - day.lowest.number)
        top = max((end for end in (top, day.highest) if end), key=_number)
    return found


def highest_of_many(claims: Iterable[Claim], day: date, outcome: Outcome) -> Sentence:
    """Of counts that are no totals (of incidents, of periods, of other wars): how many stand, and the highest."""
    numbered = [claim for claim in claims if claim.interval is not None and claim.credibility != IMPROBABLE]
    people = outcome_in_words(outcome)
    if not numbered:
        return sentence(_("No number of %(people)s stood here on %(day)s."), people=people, day=show_day(day))
    highest = max(numbered, key=highness)
    template = ngettext(
        "The one count of %(people)s here is %(figure)s (%(voice)s: %(counted)s).",
        "Of %(number)s counts of %(people)s, each of its own span, the highest is %(figure)s (%(voice)s: %(counted)s).",
        len(numbered),
    )
    counted = {"people": counted_in_words(highest), "span": span_in_words(Counted.of(highest))}
    return sentence(
        template, number=number(len(numbered)), people=people, figure=figure_of(highest), voice=voice_of(highest),
        counted=_("%(people)s, %(span)s") % counted,
    )  # fmt: skip
