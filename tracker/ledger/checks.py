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
from tracker.ledger.models.claims import IDENTITY
from tracker.ledger.said import Asked, Said
from tracker.lib.counts import Interval
from tracker.lib.dates import show_day
from tracker.lib.tongue import number, say
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
    said = said or Asked()
    draft = copy.copy(draft)
    rules.tidy(draft)
    if draft.as_of is None:
        found = list(_of_the_quote(draft, quote))
    else:
        found = [
            *_of_the_line(draft, published_on, said),
            *_of_marked_parts(draft, said),
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
    yield from _of_unmarked_parts(draft, same_day, said)


def _equal(draft: Claim, same_day: list[Claim]) -> Iterator[Doubt]:
    for other in same_day:
        if all(getattr(draft, name) == getattr(other, name) for name in IDENTITY):
            words = say("{voice} gave the same figure for {day}: cite that claim instead.")
            message = words.format(voice=voice_in_words(other), day=show_day(other.as_of))
            yield Doubt("equal_to_a_claim", "value", message, other)


def _falls(draft: Claim, before: Claim | None, after: Claim | None) -> Iterator[Doubt]:
    if before and _wholly_below(draft, before):
        message = _beside(say("{figure} is below {other}."), draft, before)
        yield Doubt("count_falls", "value", message, before)
    if after and _wholly_below(after, draft):
        message = _beside(say("{figure} is above {other}, a later day."), draft, after)
        yield Doubt("count_falls", "value", message, after)


def _jumps(draft: Claim, before: Claim) -> Iterator[Doubt]:
    if interval_of(before) is None:
        return
    if stated_low(draft) >= JUMP * stated_high(before) > 0:
        message = _beside(say("{figure} is at least ten times {other}: one digit too many?"), draft, before)
        yield Doubt("tenfold_jump", "value", message, before)
    elif 0 < JUMP * stated_high(draft) <= stated_low(before):
        message = _beside(say("{figure} is a tenth or less of {other}: one digit too few?"), draft, before)
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
        words = say("{period} is not the difference between {first} for {start} and {last} for {end}: that is {many}.")
        message = words.format(
            period=period.figure, first=first.figure, start=show_day(first.as_of), last=last.figure,
            end=show_day(last.as_of), many=_in_words(least, most),
        )  # fmt: skip
        yield Doubt("daily_is_not_the_difference", "value", message, period if draft is last else last)


def _in_words(least: int, most: int | None) -> str:
    if most is None:
        return say("at least {}").format(number(least))
    return number(least) if least == most else say("{first} to {last}").format(first=number(least), last=number(most))


def _beside(words: str, draft: Claim, other: Claim) -> str:
    """The draft beside another figure and who gave it: "… the 834 that the same claimant gave for 21 October 2020"."""
    day = show_day(other.as_of, Precision(other.as_of_precision))
    given = say("the {figure} that {voice} gave for {day}")
    if not other.is_unattributed:
        given = say("the {figure} that the same claimant gave for {day}")
    return words.format(figure=draft.figure, other=given.format(figure=other.figure, voice=other.voice, day=day))


def _wholly_below(lower: Claim, higher: Claim) -> bool:
    below, above = interval_of(lower), interval_of(higher)
    return below is not None and above is not None and below.high is not None and below.high < above.low


# parts and wholes ------------------------------------------------------------------------------------------------


def _of_unmarked_parts(draft: Claim, same_day: list[Claim], said: Said) -> Iterator[Doubt]:
    """Among what the same voice said for the same day, by the comparing rule."""
    others = [other for other in same_day if other.outcome == draft.outcome and interval_of(other)]
    if not others:
        return
    tree = said.tree(draft)
    counted = Counted.of(draft)
    for other in others:
        contains = compare(counted, Counted.of(other), tree).contains
        if contains:
            yield from _larger(draft, other, draft if contains == "a" else other)


def _of_marked_parts(draft: Claim, said: Said) -> Iterator[Doubt]:
    """Among the claim that the draft is marked a part of, and those marked as its parts."""
    marked = [(draft, draft.part_of)] if draft.part_of else []
    marked += [(part, draft) for part in said.parts(draft)]
    for part, whole in marked:
        yield from _larger(draft, whole if part is draft else part, whole)
        days = (whole.as_of - part.as_of).days
        if days > OLD_BREAKDOWN_DAYS:
            words = say("The part, {part}, holds for {first}; its total, {whole}, for {last}, {days} days later.")
            message = words.format(
                part=part.figure, first=show_day(part.as_of), whole=whole.figure, last=show_day(whole.as_of), days=days
            )
            yield Doubt("breakdown_older_than_total", "part_of", message, whole if part is draft else part)


def _larger(draft: Claim, other: Claim, whole: Claim) -> Iterator[Doubt]:
    part = other if whole is draft else draft
    if _wholly_below(whole, part):
        words = say("{part} is a part of {whole} ({day}), but larger.")
        message = words.format(part=part.figure, whole=whole.figure, day=show_day(whole.as_of))
        yield Doubt("part_above_whole", "value", message, other)


# dates and quote -------------------------------------------------------------------------------------------------


def _of_the_dates(draft: Claim, published_on: date | None) -> Iterator[Doubt]:
    precision = Precision(draft.as_of_precision)
    said = show_day(draft.as_of, precision)
    if published_on and draft.as_of > published_on:
        words = say("The count holds for {day}, after its article was published on {published}.")
        message = words.format(day=said, published=show_day(published_on))
        yield Doubt("as_of_after_publication", "as_of", message)
    start = draft.conflict.start
    if draft.scope != Scope.BACKGROUND.value and _latest(draft.as_of, precision) < start:
        words = say("The count holds for {day}, before the conflict began on {start}.")
        message = words.format(day=said, start=show_day(start))
        yield Doubt("as_of_before_conflict", "as_of", message)


def _latest(day: date, precision: Precision) -> date:
    """A day by which a date of this precision is over: of a month, its end at the latest."""
    days = {Precision.DAY: 0, Precision.WEEK: 6, Precision.MONTH: 30, Precision.YEAR: 365}[precision]
    return min(day, date.max - timedelta(days=days)) + timedelta(days=days)


def _of_the_quote(draft: Claim, quote: str) -> Iterator[Doubt]:
    if quote and interval_of(draft) and not holds_number(quote, draft.value, draft.low, draft.high):
        message = say("The quote does not hold the number: {figure}.").format(figure=draft.figure)
        yield Doubt("quote_lacks_number", "quote", message)
