"""Days as people type and read them, the same in every locale."""

from __future__ import annotations

import re
from datetime import date, timedelta
from unicodedata import decimal

from tracker.lib.numbers import quoted
from tracker.lib.tongue import marked, number, say
from tracker.lib.vocabulary import Precision

FIRST_YEAR = 1800
LAST_YEAR = 9999

_MONTHS = (
    marked("January"), marked("February"), marked("March"), marked("April"), marked("May"), marked("June"),
    marked("July"), marked("August"), marked("September"), marked("October"), marked("November"), marked("December"),
)  # fmt: skip
_SHORT_MONTHS = (
    marked("Jan"), marked("Feb"), marked("Mar"), marked("Apr"), marked("May"), marked("Jun"),
    marked("Jul"), marked("Aug"), marked("Sep"), marked("Oct"), marked("Nov"), marked("Dec"),
)  # fmt: skip
_MONTH_NUMBERS = {name.lower(): month for month, name in enumerate(_MONTHS, start=1)}
_MONTH_NUMBERS |= {name[:3]: month for name, month in _MONTH_NUMBERS.items()} | {"sept": 9}
_LONGEST = 60
_ADVICE = marked("Type a day such as 2020-10-22 or 22 October 2020.")
_WAYS = (
    re.compile(r"(?P<year>\d{4,6})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?"),
    re.compile(r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+)?(?P<name>[a-z]+)\.?,?\s+(?P<year>\d{4,6})"),
    re.compile(r"(?P<name>[a-z]+)\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4,6})"),
)


class BadDate(ValueError):
    """A typed date that cannot be read; the message says what is wrong and what to type."""


def parse_day(text: str) -> date:
    """The day that was typed: "2020-10-22", "22 Oct 2020", "October 22, 2020"; a month or a year is its first day.

    Raises BadDate.
    """
    return parse_dated(text)[0]


def parse_dated(text: str) -> tuple[date, Precision]:
    """The day that was typed and how precisely: "October 2020" is (1 October 2020, month).

    A week is written "week of 19 October 2020" and begins on a Monday. Raises BadDate.
    """
    if len(text) > _LONGEST:
        long = say("{typed} is not a date: it is {many} characters long.")
        raise _bad(long.format(typed=quoted(text), many=number(len(text))))
    typed = " ".join(text.split())
    if not typed:
        raise BadDate(say(_ADVICE))
    plain = "".join(str(decimal(mark)) if mark.isdecimal() else mark for mark in typed).lower()
    if plain.startswith("week of "):
        day, precision = parse_dated(plain.removeprefix("week of "))
        if precision is not Precision.DAY:
            raise _bad(say("{typed} needs the day on which the week begins.").format(typed=quoted(typed)))
        return _monday(day), Precision.WEEK
    match = next((match for way in _WAYS if (match := way.fullmatch(plain))), None)
    if match is None:
        raise _bad(say("{typed} is not a date that can be read.").format(typed=quoted(typed)))
    return _checked(typed, match.groupdict())


def _checked(typed: str, parts: dict[str, str | None]) -> tuple[date, Precision]:
    year = int(parts["year"] or 0)
    name = parts.get("name")
    month = _MONTH_NUMBERS.get(name) if name else int(parts.get("month") or 1)
    if month is None:
        unknown = say("{typed} is not a date: there is no month called {name}.")
        raise _bad(unknown.format(typed=quoted(typed), name=quoted(name or "")))
    if not FIRST_YEAR <= year <= LAST_YEAR:
        out = say("{typed} is out of range: the year must be from {first} to {last}.")
        raise BadDate(out.format(typed=quoted(typed), first=FIRST_YEAR, last=LAST_YEAR))
    if not 1 <= month <= 12:
        raise _bad(say("{typed} is not a date: there is no month {month}.").format(typed=quoted(typed), month=month))
    if parts.get("day") is None:
        return date(year, month, 1), Precision.MONTH if name or parts.get("month") else Precision.YEAR
    day = int(parts["day"] or 0)
    try:
        return date(year, month, day), Precision.DAY
    except ValueError:
        known = show_day(date(year, month, 1), Precision.MONTH)
        none = say("{typed} is not a date: {month} has no day {day}.")
        raise _bad(none.format(typed=quoted(typed), month=known, day=day)) from None


def _bad(problem: str) -> BadDate:
    return BadDate(f"{problem} {say(_ADVICE)}")


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def month_in_words(day: date, *, short: bool = False) -> str:
    """The name of a day's month: "October", "Oct"."""
    return say((_SHORT_MONTHS if short else _MONTHS)[day.month - 1])


def show_day(day: date, precision: Precision = Precision.DAY) -> str:
    """The date in full: "22 October 2020", "October 2020", "2020", "week of 19 October 2020" (its Monday)."""
    if precision is Precision.YEAR:
        return str(day.year)
    if precision is Precision.WEEK:
        return say("week of {day}").format(day=show_day(_monday(day)))
    pattern = say("{month} {year}") if precision is Precision.MONTH else say("{day} {month} {year}")
    return pattern.format(day=day.day, month=month_in_words(day), year=day.year)


def show_short(day: date) -> str:
    """The day with a short month: "22 Oct 2020"."""
    return say("{day} {month} {year}").format(day=day.day, month=month_in_words(day, short=True), year=day.year)


def show_span(first: date, last: date | None) -> str:
    """Two days without saying anything twice: "27 Sep to 10 Nov 2020"; "since 27 Sep 2020" when there is no end."""
    if last is None:
        return say("since {day}").format(day=show_short(first))
    if first == last:
        return show_short(first)
    opening = show_short(first)
    if first.year == last.year:
        opening = str(first.day) if first.month == last.month else opening.removesuffix(f" {first.year}")
    return say("{first} to {last}").format(first=opening, last=show_short(last))
