"""Spans told from the day of publication: "last month", "the past three days", "the second week of June"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from tracker.lib.vocabulary import Precision
from tracker.reading.dates.calendar_terms import (
    DASHES,
    DAY,
    DAYS_IN,
    MONTHS,
    SEASONS,
    Bounds,
    Ground,
    Mention,
    Role,
    month_bounds,
    months_before,
)
from tracker.reading.dates.written_dates import month_date

_PASSED = frozenset({"last", "past", "previous", "preceding", "latest", "prior"})
_RELATIVE = frozenset({"previous", "preceding", "prior"})
_WITHIN = frozenset({"in", "within", "over", "during"})
_LASTING = frozenset("lasted lasting lasts took takes taking raged raging stretched".split())
_TO_AN_END = frozenset({"to", "ending", "ended", "until", "up"})
_COUNTING = frozenset({"first", "second", "third", "fourth"})
_PARTS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "final": 3, "last": 3}
_SINCE_AN_EVENT = frozenset({"on", "since"})
_WEEKS, _OPENING = 61, 4
_LONGEST = 40_000


def unit(ground: Ground, at: int) -> Mention | None:
    """ "Last month", "this year", "the past three days", "in 24 hours", "the first six months of 2018"."""
    before, name = ground.word(at - 1), ground.document.low[at]
    if ground.word(at + 1) in _TO_AN_END:
        return _up_to_an_end(ground, at)
    if name == "day" and before == "last" and ground.word(at + 1) == "of" and ground.word(at + 2) in MONTHS:
        return _days_of_month(ground, at - 1, at + 2, -1, -1)
    if name == "week" and ground.word(at + 1) == "of" and ground.word(at + 2) in MONTHS:
        return _week_of_month(ground, at)
    if before in ("that", "same") and ground.latest is not None:
        return _that(ground, at, name)
    of_the = before == "the" and ground.word(at - 2) == "of" and ground.word(at - 3) in ("start", "beginning")
    if ground.published is not None and (before == "this" or of_the or (name == "weekend" and before == "the")):
        return _current(ground.published, at, name)
    if ground.published is not None and before in _PASSED:
        return _passed(ground, ground.published, at, name)
    number = ground.count_at(at - 1)
    if number is None:
        return None
    begin = at - 2 if ground.word(at - 2) in DASHES else at - 1
    if ground.word(at + 1) in _SINCE_AN_EVENT:
        return _so_long_since(ground, begin, at, number)
    if name == "months" and ground.word(begin - 1) == "first":
        return _part_of_year(ground, begin - 1, at + 1, 1, number)
    if name == "days" and ground.word(begin - 1) == "first" and ground.word(at + 1) == "of":
        return _days_of_month(ground, begin - 1, at + 2, 1, number)
    return _length(ground, begin, at, number)


def _so_long_since(ground: Ground, begin: int, at: int, number: int) -> Mention | None:
    """ "Three days on, ...", "it is five days since shells hit the school"."""
    length = number * DAYS_IN[ground.document.low[at]]
    opening = ground.document.sentences[ground.document.sentence_at(at)].first
    if ground.published is None or not 0 < length < _WEEKS or begin - opening > _OPENING:
        return None
    if ground.word(at + 1) == "on" and ground.word(at + 2) != ",":
        return None
    day = ground.published - timedelta(days=length)
    return Mention(begin, at + 2, known=(day, day), role=Role.POINT)


def _up_to_an_end(ground: Ground, at: int) -> Mention | None:
    """ "The week to 4 May", "the 24 hours ending on Tuesday", "the three months to June": the end is read next."""
    number = ground.count_at(at - 1)
    begin = at - 1 if number is None else at - 2
    if ground.word(begin) in _PASSED:
        begin -= 1
    if ground.word(begin) != "the" or at - 1 in ground.busy:
        return None
    return Mention(begin, at + 1, length=(number or 1, ground.document.low[at]), role=Role.SPAN)


def span_to(length: tuple[int, str], last: date) -> Bounds | None:
    """The ``length`` that ends with the day ``last``."""
    number, name = length
    if number * max(1, DAYS_IN[name]) >= min(_LONGEST, last.toordinal()):
        return None
    if name in ("month", "months", "year", "years"):
        months = number * (12 if name in ("year", "years") else 1)
        return months_before(last + DAY, months), last
    days = number * DAYS_IN[name] - 1 if DAYS_IN[name] else max(1, round(number / 24))
    return last - timedelta(days=days), last


def _week_of_month(ground: Ground, at: int) -> Mention | None:
    """ "The first week of June", "the last week of May 2019"."""
    which = ground.word(at - 1)
    if which not in _COUNTING | {"last"}:
        return None
    first = 7 * _PARTS[which] + 1
    days = (-7, -1) if which == "last" else (first, first + 6)
    return _days_of_month(ground, at - 1, at + 2, *days)


def _days_of_month(ground: Ground, begin: int, at: int, first: int, last: int) -> Mention | None:
    """The days ``first`` to ``last`` of the month that stands at ``at``: "the first ten days of August"."""
    month = month_date(ground, at) if ground.word(at) in MONTHS else None
    if month is None or month.month is None or month.day is not None:
        return None
    return Mention(begin, month.after, month.year, month.month, first, last, precision=Precision.WEEK, role=Role.SPAN)


def _that(ground: Ground, at: int, name: str) -> Mention | None:
    """ "That month", "the same year", "the same month last year": the one named before."""
    if ground.latest is None or name not in ("week", "month", "year"):
        return None
    day, after = ground.latest_of.get(name, ground.latest), at + 1
    if name == "month" and (ground.word(at + 1), ground.word(at + 2)) == ("last", "year"):
        day, after = months_before(ground.latest.replace(day=1), 12), at + 3
    monday = day - timedelta(days=day.weekday())
    bounds = {
        "week": (monday, monday + 6 * DAY),
        "month": month_bounds(day.year, day.month),
        "year": (date(day.year, 1, 1), date(day.year, 12, 31)),
    }
    return Mention(at - 1, after, known=bounds[name], precision=Precision(name), role=Role.SPAN)


def _length(ground: Ground, begin: int, at: int, number: int) -> Mention | None:
    """A number of hours, days or more up to publication; "in three days of clashes" names no day."""
    name, lead = ground.document.low[at], ground.word(begin - 1)
    recent = lead in _PASSED
    if ground.published is None or not (recent or (lead in _WITHIN and name == "hours")):
        return None
    if ground.word(begin - 2) in _LASTING:
        return None
    length = number * DAYS_IN[name] or max(1, round(number / 24))
    if length > min(_LONGEST, ground.published.toordinal() - 1) or (ground.word(at + 1) == "of" and not recent):
        return None
    last = ground.latest if lead in _RELATIVE and ground.latest is not None else ground.published
    return Mention(begin - 1, at + 1, known=(last - timedelta(days=length), last), role=Role.SPAN)


def _current(today: date, at: int, name: str) -> Mention | None:
    """ "This week", "this month", "this year", "the weekend"."""
    if name == "weekend":
        saturday = today - timedelta(days=(today.weekday() - 5) % 7)
        return Mention(at - 1, at + 1, known=(saturday, min(saturday + DAY, today)), precision=Precision.WEEK)
    firsts = {
        "week": today - timedelta(days=today.weekday()),
        "month": today.replace(day=1),
        "year": today.replace(month=1, day=1),
    }
    if name not in firsts:
        return None
    role = Role.SPAN if name != "week" else None
    return Mention(at - 1, at + 1, known=(firsts[name], today), precision=Precision(name), role=role)


def _passed(ground: Ground, today: date, at: int, name: str) -> Mention | None:
    """ "Last week" is the calendar's; "the past week" and "the last week" run up to today."""
    begin = at - 1
    whole = ground.word(begin) in ("last", "previous", "preceding") and ground.word(begin - 1) not in ("the", "over")
    if name == "weekend":
        return _current(today, at, name)
    if name in ("day", "night"):
        known = (today - DAY, today - DAY if whole else today)
        return Mention(begin, at + 1, known=known, role=None if whole else Role.SPAN)
    if name == "fortnight":
        return Mention(begin, at + 1, known=(today - 14 * DAY, today), role=Role.SPAN)
    if name not in ("week", "month", "year"):
        return None
    known = _last_whole(today, name) if whole else (today - timedelta(days=DAYS_IN[name]), today)
    return Mention(begin, at + 1, known=known, precision=Precision(name))


def _last_whole(today: date, name: str) -> Bounds:
    if name == "week":
        monday = today - timedelta(days=today.weekday() + 7)
        return monday, monday + 6 * DAY
    if name == "month":
        before = today.replace(day=1) - DAY
        return month_bounds(before.year, before.month)
    return date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)


def same_period(ground: Ground, at: int) -> Mention | None:
    """ "The same period last year": the span named before, or else the year up to the day, a year ago."""
    words = ground.word(at - 1), ground.word(at + 1), ground.word(at + 2)
    if ground.published is None or words not in (("same", "last", "year"), ("same", "a", "year")):
        return None
    first, last = ground.latest_span or (date(ground.published.year, 1, 1), ground.published)
    known = months_before(first, 12), months_before(last, 12)
    return Mention(at - 1, at + 3, known=known, precision=Precision.YEAR, role=Role.SPAN)


def share(ground: Ground, at: int) -> Mention | None:
    """ "The first half of 2019", "the second quarter of this year", "in the first quarter"."""
    which = _PARTS.get(ground.word(at - 1))
    length = 6 if ground.document.low[at] == "half" else 3
    if which is None or (which + 1) * length > 12:
        return None
    return _part_of_year(ground, at - 1, at + 1, which * length + 1, length)


def _part_of_year(ground: Ground, begin: int, after: int, month: int, length: int) -> Mention | None:
    """``length`` months from ``month`` on of the year named after "of": "2019", "the year", "last year"; else the last.

    A part that no year is named for must be said to be one: "in the first quarter".
    """
    if not 1 <= length <= 12:
        return None
    today = ground.published
    year = ground.year_at(after + 1) if ground.word(after) == "of" else ground.year_at(after)
    if year is not None:
        after += 1 if ground.word(after) != "of" else 2
    elif today and ground.word(after) == "of" and ground.word(after + 2) == "year":
        year, after = today.year - (ground.word(after + 1) == "last"), after + 3
    elif today and (ground.word(begin - 2) in _WITHIN and ground.word(begin - 1) == "the"):
        if ground.word(after) == "of":
            return None
        year = today.year - (month > today.month)
    else:
        return None
    known = month_bounds(year, month)[0], month_bounds(year, month + length - 1)[1]
    return Mention(begin, after, known=known, precision=Precision.MONTH, role=Role.SPAN)


def season(ground: Ground, at: int) -> Mention | None:
    """ "Spring 2021", "the winter of 2022", "last autumn", "this summer"; a winter lasts into the next year."""
    ahead, lead = at + 2 if ground.word(at + 1) == "of" else at + 1, ground.word(at - 1)
    first_month, length = SEASONS[ground.document.low[at]], 3
    year, after = ground.year_at(ahead), ahead + 1
    if year is None:
        today = ground.published
        if today is None or lead not in ("last", "this"):
            return None
        after = at + 1
        begun = today.month >= first_month
        year = today.year - (not begun if lead == "this" else 1)
    last_month = first_month + length - 1
    last = month_bounds(year + (last_month > 12), (last_month - 1) % 12 + 1)[1]
    known = date(year, first_month, 1), last
    return Mention(at, after, known=known, precision=Precision.MONTH, role=Role.SPAN)


def day_of_month(year: int, month: int, day: int) -> date | None:
    """The day of the month, counted from its end if negative; None if it has no such day."""
    size = monthrange(year, month)[1]
    day = size + 1 + day if day < 0 else day
    return date(year, month, day) if 1 <= day <= size else None
