"""Days told from the day of publication or the day named before: "on Thursday", "a day earlier", "that Friday"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tracker.lib.vocabulary import Precision
from tracker.reading.dates.calendar_terms import (
    DAY,
    DAYS_IN,
    MONTHS,
    ORDINALS,
    PARTS_OF_DAY,
    WEEKDAYS,
    Ground,
    Mention,
    Role,
    month_bounds,
    months_before,
)
from tracker.reading.dates.time_spans import unit
from tracker.reading.dates.written_dates import month_date

_LONGEST_SHORT_NAME = 5
_NAMED_DAYS = frozenset({"good", "easter", "palm", "bloody", "black", "super", "holy"})
_FOLLOWING = frozenset({"following", "next"})
_PREVIOUS = frozenset({"previous", "preceding", "prior"})
_THE_SAME = frozenset({"that", "same"})
_BACKWARD = frozenset({"ago", "earlier", "before", "previously"})
_NOT_A_NOUN = frozenset("and in on at when after to of by with but that while was were had as".split())
_TURNS = frozenset(
    "began begin beginning start started war invasion offensive truce ceasefire deal talks election vote visit"
    " independence taking took seized coup signing signed ended end fall fell".split()
)
_DAYLIKE = DAYS_IN | dict.fromkeys(("evening", "morning", "afternoon"), 1)
_PRECISIONS = {7: Precision.WEEK, 14: Precision.WEEK, 30: Precision.MONTH, 365: Precision.YEAR, 3650: Precision.YEAR}
_WHICH = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
_FURTHEST_DATE = 5
_MONTHS_BACK = 1200


def weekday(ground: Ground, at: int) -> Mention | None:
    """The last such day up to publication; with a date beside it, the date; "that Friday" leans on the day before."""
    word, lead = ground.document.low[at], ground.word(at - 1)
    if not ground.document.is_capital(at) or lead in _NAMED_DAYS:
        return None
    dated = _dated_weekday(ground, at)
    short = len(word) <= _LONGEST_SHORT_NAME and lead != "on"
    before_an_ordinal = ground.word(at + 1) == "the" and ground.word(at + 3) in ORDINALS
    dated = dated or _weekday_of_month(ground, at)
    if dated is not None or ground.published is None or short or before_an_ordinal:
        return dated
    after, wanted = at + 1, WEEKDAYS[word]
    while ground.word(after) in PARTS_OF_DAY:
        after += 1
    if (ground.word(after), ground.word(after + 1)) == ("before", "last"):
        return _one_day(at, after + 2, _last(wanted, ground.published) - 7 * DAY)
    if ground.latest is not None:
        if lead in _FOLLOWING and ground.word(at - 2) == "the":
            day = _last(wanted, ground.latest + 7 * DAY)
            return _one_day(at, after, day) if day <= ground.published else None
        if lead in _PREVIOUS or (ground.word(at + 1) == "before" and lead == "the"):
            return _one_day(at, after + (ground.word(after) == "before"), _last(wanted, ground.latest - DAY))
        if lead in _THE_SAME:
            return _one_day(at, after, _last(wanted, ground.latest + 3 * DAY))
    if lead == "next":
        return None
    if _is_of_last_week(ground, at):
        return _one_day(at, after, _last(wanted, ground.published - timedelta(days=ground.published.weekday() + 1)))
    week = after + (ground.word(after) == "of")
    if ground.word(week + 1) == "week" and ground.word(week) in ("last", "this"):
        sunday = ground.published + timedelta(days=6 - ground.published.weekday())
        return _one_day(at, week + 2, _last(wanted, sunday - 7 * DAY * (ground.word(week) == "last")))
    gone = lead == "last" or (ground.word(after) == "last" and ground.word(after + 1) not in DAYS_IN)
    return _one_day(at, after, _last(wanted, ground.published - DAY * gone))


def _weekday_of_month(ground: Ground, at: int) -> Mention | None:
    """ "The last Sunday of September", "the second Friday in May"."""
    which = _WHICH.get(ground.word(at - 1))
    linked = ground.word(at + 1) in ("of", "in") and ground.word(at + 2) in MONTHS
    month = month_date(ground, at + 2) if linked else None
    if which is None or month is None or month.month is None or month.day is not None or ground.published is None:
        return None
    year = month.year or ground.published.year - (month.month > ground.published.month)
    first, last = month_bounds(year, month.month)
    wanted = WEEKDAYS[ground.document.low[at]]
    day = _last(wanted, last) if which < 0 else _last(wanted, first + 6 * DAY) + which * 7 * DAY
    return _one_day(at - 1, month.after, day)


def _is_of_last_week(ground: Ground, at: int) -> bool:
    """Whether "last week" stands before the weekday: "last week, on Tuesday"."""
    before = [word for word in ground.document.low[max(0, at - 4) : at] if word not in (",", "on")]
    return before[-2:] == ["last", "week"] and ground.word(at - 1) in (",", "on")


def _last(wanted: int, day: date) -> date:
    """The last weekday ``wanted`` up to ``day``."""
    return day - timedelta(days=(day.weekday() - wanted) % 7)


def _dated_weekday(ground: Ground, at: int) -> Mention | None:
    """ "Saturday 2 April", "Thursday, Sept. 27", "Friday, the 9th of October"."""
    ahead = at + (2 if ground.word(at + 1) == "," else 1)
    ahead += ground.word(ahead) == "the"
    for begin in range(ahead, ahead + _FURTHEST_DATE):
        if ground.word(begin) in MONTHS:
            mention = month_date(ground, begin)
            if mention is not None and mention.day is not None and mention.at <= ahead:
                return replace(mention, at=at, weekday=WEEKDAYS[ground.document.low[at]])
    return None


def near_day(ground: Ground, at: int) -> Mention | None:
    """ "Today", "tonight", "yesterday", "the day before yesterday"; "overnight" began yesterday."""
    word = ground.document.low[at]
    if ground.published is None:
        return None
    if word == "overnight" and not WEEKDAYS.keys().isdisjoint(ground.document.low[at + 1 : at + 3]):
        return None
    anniversary = _anniversary(ground, at, ground.published) if word == "today" else None
    if anniversary is not None:
        return anniversary
    if word not in ("yesterday", "overnight"):
        return _one_day(at, at + 1, ground.published)
    if (ground.word(at - 2), ground.word(at - 1)) == ("day", "before"):
        return _one_day(at - 2, at + 1, ground.published - 2 * DAY)
    return _one_day(at, at + 1, ground.published - DAY)


def _anniversary(ground: Ground, at: int, today: date) -> Mention | None:
    """ "Twenty years ago today", "a week today since"."""
    name_at = at - 2 if ground.word(at - 1) == "ago" else at - 1
    number, days = ground.count_at(name_at - 1), DAYS_IN.get(ground.word(name_at))
    if number is None or not days or not (name_at == at - 2 or ground.word(at + 1) == "since"):
        return None
    after = at + 1 + (ground.word(at + 1) == "since")
    if days >= DAYS_IN["month"]:
        months = number * (12 if days == DAYS_IN["year"] else 1)
        return _one_day(name_at - 1, after, months_before(today, months)) if months < _MONTHS_BACK else None
    return _one_day(name_at - 1, after, today - timedelta(days=min(number * days, 400)))


def ago(ground: Ground, at: int) -> Mention | None:
    """ "Three days ago", "a day earlier", "two days later", "the night before", "the day after"."""
    word, name, ahead = ground.document.low[at], ground.word(at - 1), ground.word(at + 1)
    days, number, begin = _DAYLIKE.get(name), ground.count_at(at - 2), at - 2
    origin = ground.published if word == "ago" else ground.latest
    if days is None or origin is None or at - 1 in ground.busy or (word == "ago" and ahead == "today"):
        return None
    if ground.word(at - 2) == "of" and ground.word(at - 3) == "couple":
        number, begin = 2, at - 3
    of_an_event = ahead[:1].isalpha() and ahead not in _NOT_A_NOUN
    if of_an_event and (word == "before" or (word == "after" and _names_a_start(ground, at))):
        return None
    if number is None:
        if not (ground.word(at - 2) == "the" and word in ("before", "after")):
            return None
        if name in ("month", "year") and word == "before":
            return _whole_before(ground, begin, at + 1, name)
        number = 1
    length = number * days if days else round(number / 24)
    if length >= origin.toordinal():
        return None
    backward = word in _BACKWARD or (word == "after" and of_an_event)
    day = origin - timedelta(days=length) if backward else origin + timedelta(days=min(length, 400))
    if ground.published is not None and day > ground.published:
        return None
    precision = Precision.DAY if length <= 7 else _PRECISIONS.get(days, Precision.DAY)
    return replace(_one_day(begin, at + 1, day), precision=precision, role=Role.POINT)


def _names_a_start(ground: Ground, at: int) -> bool:
    """Whether what follows "three days after" is a beginning or an end, not an event that harmed anybody."""
    return not _TURNS.isdisjoint(ground.document.low[at : at + 8])


def _whole_before(ground: Ground, begin: int, after: int, name: str) -> Mention | None:
    """ "The year before", "the month before that": the whole one before the one named last."""
    named = ground.latest_of.get(name, ground.latest)
    if named is None:
        return None
    last = named.replace(day=1, month=named.month if name == "month" else 1) - DAY
    first = last.replace(day=1, month=last.month if name == "month" else 1)
    return Mention(begin, after, known=(first, last), precision=Precision(name), role=Role.SPAN)


def neighbouring(ground: Ground, at: int) -> Mention | None:
    """ "The night before last", "this morning", "that evening", "the previous day", "the next night", "that month".

    Else as any unit.
    """
    word, before = ground.document.low[at], ground.word(at - 1)
    if before == "the" and ground.published and (ground.word(at + 1), ground.word(at + 2)) == ("before", "last"):
        return _one_day(at, at + 3, ground.published - 2 * DAY) if word in _DAYLIKE and _DAYLIKE[word] == 1 else None
    if before == "this" and word in PARTS_OF_DAY and ground.published is not None:
        return _one_day(at - 1, at + 1, ground.published)
    if ground.latest is not None and _DAYLIKE[word] == 1:
        if before in _THE_SAME:
            return _one_day(at - 1, at + 1, ground.latest)
        if before in _PREVIOUS:
            return _one_day(at - 1, at + 1, ground.latest - DAY)
        if before == "following" or (before == "next" and ground.word(at - 2) == "the"):
            return _one_day(at - 1, at + 1, ground.latest + DAY)
    return unit(ground, at) if word in DAYS_IN else None


def holiday(ground: Ground, at: int) -> Mention | None:
    """ "Christmas Day", "New Year's Eve"."""
    name, eve = ground.document.low[at], ground.word(at + 1) == "eve"
    if not eve and ground.word(at + 1) != "day":
        return None
    if name == "christmas":
        return Mention(at, at + 2, None, 12, 24 if eve else 25)
    if name == "'s" and (ground.word(at - 2), ground.word(at - 1)) == ("new", "year"):
        return Mention(at - 2, at + 2, None, 12, 31) if eve else Mention(at - 2, at + 2, None, 1, 1)
    return None


def _one_day(at: int, after: int, day: date) -> Mention:
    return Mention(at, after, known=(day, day))
