"""Checks at entry: what an editor should look at twice. They warn with the reason and never block.

A warning that an editor accepts is remembered by its code in ``Claim.accepted_warnings``.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.ledger import rules
from tracker.ledger.comparing import Counted, compare, voice_in_words
from tracker.ledger.disagreements import stated_high, stated_low
from tracker.ledger.models import Claim
from tracker.ledger.models.claims import IDENTITY, LIVE_STATES
from tracker.ledger.parties import PartyTree
from tracker.ledger.said import Asked, Said
from tracker.lib.counts import Interval
from tracker.lib.dates import show_day
from tracker.lib.vocabulary import Precision, Scope
from tracker.lib.wording import holds_number

OLD_BREAKDOWN_DAYS = 7
"""A part that holds for more days than this before its whole is a breakdown of an older total."""
JUMP = 10


@dataclass(frozen=True)
class Doubt:
    """A doubt about one field. ``code`` is stable, at most 40 characters; ``claim`` is the one it is about, if any."""

    code: str
    field: str
    message: str
    claim: Claim | None = None


def checks_at_entry(
    draft: Claim, *, quote: str = "", published_on: date | None = None, said: Said | None = None
) -> list[Doubt]:
    """What is doubtful about a claim, saved or not, as typed so far; at most one warning a code, six queries.

    ``said`` answers what its voice said: ``Loaded`` for many drafts at once; without it the ledger is asked.

    ``draft`` has its conflict, and as far as they are known its voice, party, incident, ``part_of`` and ``follows``.
    ``quote`` is its citation's, ``published_on`` its article's day. Codes, in this order:
    1. equal_to_a_claim: a live claim says the same (IDENTITY); add a citation to it instead.
    2. count_falls: a total below an earlier one of the same line, or above a later one; withdrawn and corrected
       claims aside, and not where the draft itself corrects or withdraws that one.
    3. tenfold_jump: ten times the line's claim before, or a tenth of it.
    4. daily_is_not_the_difference: a figure for a period and the totals at its two ends do not fit.
    5. part_above_whole: of the claim it is marked a part of, or of what the same voice said for the same day.
    6. breakdown_older_than_total: a part that holds for more than 7 days before its whole.
    7. as_of_after_publication, as_of_before_conflict.
    8. quote_lacks_number.
    """
    draft = copy.copy(draft)
    rules.tidy(draft)
    if draft.as_of is None:
        found = list(_of_the_quote(draft, quote))
    else:
        found = [
            *_of_the_line(draft, published_on, said or Asked()),
            *_of_marked_parts(draft),
            *_of_the_dates(draft, published_on),
            *_of_the_quote(draft, quote),
        ]
    first: dict[str, Doubt] = {}
    for warning in found:
        first.setdefault(warning.code, warning)
    return list(first.values())


def interval_of(draft: Claim) -> Interval | None:
    """The draft's interval; None for a vague figure and while its number is incomplete or wrong."""
    try:
        interval = draft.interval
    except ValueError:
        return None
    wrong = interval is not None and interval.high is not None and interval.high < interval.low
    return None if wrong else interval


# against what the same voice said --------------------------------------------------------------------------------


def _of_the_line(draft: Claim, published_on: date | None, said: Said) -> Iterator[Doubt]:
    if draft.voice_id is None:
        return
    same_day = said.same_day(draft)
    yield from _equal(draft, same_day)
    if interval_of(draft) is None:
        return
    before = said.before(draft, published_on)
    if draft.scope == Scope.CUMULATIVE.value:
        yield from _falls(draft, before, said.after(draft))
    if before:
        yield from _jumps(draft, before)
    yield from _daily(draft, before, said)
    yield from _of_unmarked_parts(draft, same_day)


def _equal(draft: Claim, same_day: list[Claim]) -> Iterator[Doubt]:
    for other in same_day:
        if all(getattr(draft, name) == getattr(other, name) for name in IDENTITY):
            message = (
                f"{voice_in_words(other)} gave the same figure for {show_day(other.as_of)}: cite that claim instead."
            )
            yield Doubt("equal_to_a_claim", "value", message, other)


def _falls(draft: Claim, before: Claim | None, after: Claim | None) -> Iterator[Doubt]:
    if before and _wholly_below(draft, before):
        message = f"{draft.figure} is below the {_said(before)}."
        yield Doubt("count_falls", "value", message, before)
    if after and _wholly_below(after, draft):
        message = f"{draft.figure} is above the {_said(after)}, a later day."
        yield Doubt("count_falls", "value", message, after)


def _jumps(draft: Claim, before: Claim) -> Iterator[Doubt]:
    if interval_of(before) is None:
        return
    if stated_low(draft) >= JUMP * stated_high(before) > 0:
        message = f"{draft.figure} is at least ten times the {_said(before)}: one digit too many?"
        yield Doubt("tenfold_jump", "value", message, before)
    elif 0 < JUMP * stated_high(draft) <= stated_low(before):
        message = f"{draft.figure} is a tenth or less of the {_said(before)}: one digit too few?"
        yield Doubt("tenfold_jump", "value", message, before)


def _daily(draft: Claim, before: Claim | None, said: Said) -> Iterator[Doubt]:
    """A figure for a period against the totals of the day before it and of its last day, from either end."""
    if draft.scope == Scope.PERIOD.value and draft.period_start:
        eve = draft.period_start - timedelta(days=1)
        totals = {total.as_of: total for total in said.in_scope(draft, Scope.CUMULATIVE, [eve, draft.as_of])}
        if eve in totals and draft.as_of in totals:
            yield from _difference(draft, draft, totals[eve], totals[draft.as_of])
    elif draft.scope == Scope.CUMULATIVE.value and draft.counted_from is None and before:
        start = before.as_of + timedelta(days=1)
        for period in said.in_scope(draft, Scope.PERIOD, [draft.as_of], start):
            yield from _difference(draft, period, before, draft)


def _difference(draft: Claim, period: Claim, first: Claim, last: Claim) -> Iterator[Doubt]:
    daily, low, high = interval_of(period), interval_of(first), interval_of(last)
    if daily is None or low is None or high is None:
        return
    least = 0 if low.high is None else max(0, high.low - low.high)
    most = None if high.high is None else high.high - low.low
    if most is not None and most < least:
        return  # the totals fall: that is another warning
    if not daily.overlaps(Interval(least, most)):
        between = f"{first.figure} for {show_day(first.as_of)} and {last.figure} for {show_day(last.as_of)}"
        message = f"{period.figure} is not the difference between {between}: that is {_in_words(least, most)}."
        yield Doubt("daily_is_not_the_difference", "value", message, period if draft is last else last)


def _in_words(least: int, most: int | None) -> str:
    if most is None:
        return f"at least {least:,}"
    return f"{least:,}" if least == most else f"{least:,} to {most:,}"


def _said(claim: Claim) -> str:
    """The earlier figure with who gave it: "834 that the same claimant gave for 21 October 2020"."""
    who = f"{claim.voice}" if claim.is_unattributed else "the same claimant"
    return f"{claim.figure} that {who} gave for {show_day(claim.as_of, Precision(claim.as_of_precision))}"


def _wholly_below(lower: Claim, higher: Claim) -> bool:
    below, above = interval_of(lower), interval_of(higher)
    return below is not None and above is not None and below.high is not None and below.high < above.low


# parts and wholes ------------------------------------------------------------------------------------------------


def _of_unmarked_parts(draft: Claim, same_day: list[Claim]) -> Iterator[Doubt]:
    """Among what the same voice said for the same day, by the comparing rule."""
    others = [other for other in same_day if other.outcome == draft.outcome and interval_of(other)]
    if not others:
        return
    tree = PartyTree.of(draft.conflict)
    counted = Counted.of(draft)
    for other in others:
        contains = compare(counted, Counted.of(other), tree).contains
        if contains:
            yield from _larger(draft, other, draft if contains == "a" else other)


def _of_marked_parts(draft: Claim) -> Iterator[Doubt]:
    """Among the claim that the draft is marked a part of, and those marked as its parts."""
    marked = [(draft, draft.part_of)] if draft.part_of else []
    if draft.pk:
        parts = Claim.objects.filter(part_of=draft.pk, state__in=LIVE_STATES).with_names()
        marked += [(part, draft) for part in parts]
    for part, whole in marked:
        yield from _larger(draft, whole if part is draft else part, whole)
        days = (whole.as_of - part.as_of).days
        if days > OLD_BREAKDOWN_DAYS:
            message = (
                f"The part, {part.figure}, holds for {show_day(part.as_of)}; its total, {whole.figure}, "
                f"for {show_day(whole.as_of)}, {days} days later."
            )
            yield Doubt("breakdown_older_than_total", "part_of", message, whole if part is draft else part)


def _larger(draft: Claim, other: Claim, whole: Claim) -> Iterator[Doubt]:
    part = other if whole is draft else draft
    if _wholly_below(whole, part):
        message = f"{part.figure} is a part of {whole.figure} ({show_day(whole.as_of)}), but larger."
        yield Doubt("part_above_whole", "value", message, other)


# dates and quote -------------------------------------------------------------------------------------------------


def _of_the_dates(draft: Claim, published_on: date | None) -> Iterator[Doubt]:
    precision = Precision(draft.as_of_precision)
    said = show_day(draft.as_of, precision)
    if published_on and draft.as_of > published_on:
        message = f"The count holds for {said}, after its article was published on {show_day(published_on)}."
        yield Doubt("as_of_after_publication", "as_of", message)
    start = draft.conflict.start
    if draft.scope != Scope.BACKGROUND.value and _latest(draft.as_of, precision) < start:
        message = f"The count holds for {said}, before the conflict began on {show_day(start)}."
        yield Doubt("as_of_before_conflict", "as_of", message)


def _latest(day: date, precision: Precision) -> date:
    """A day by which a date of this precision is over: of a month, its end at the latest."""
    days = {Precision.DAY: 0, Precision.WEEK: 6, Precision.MONTH: 30, Precision.YEAR: 365}[precision]
    return min(day, date.max - timedelta(days=days)) + timedelta(days=days)


def _of_the_quote(draft: Claim, quote: str) -> Iterator[Doubt]:
    if quote and interval_of(draft) and not holds_number(quote, draft.value, draft.low, draft.high):
        message = f"The quote does not hold the number: {draft.figure}."
        yield Doubt("quote_lacks_number", "quote", message)
