"""Days as people type and read them, the same in every locale."""

from __future__ import annotations

import re
from datetime import date, timedelta
from unicodedata import decimal

from tracker.lib.numbers import quoted
from tracker.lib.tongue import say
from tracker.lib.vocabulary import Precision

FIRST_YEAR = 1800
LAST_YEAR = 9999

_MONTH_NAMES = "January February March April May June July August September October November December"
_MONTHS = _MONTH_NAMES.split()
_MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(_MONTHS, start=1)}
_MONTH_NUMBERS |= {name[:3]: number for name, number in _MONTH_NUMBERS.items()} | {"sept": 9}
_LONGEST = 60
_ADVICE = "Type a day such as 2020-10-22 or 22 October 2020."
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
        raise BadDate(f"{quoted(text)} is not a date: it is {len(text):,} characters long. {_ADVICE}")
    typed = " ".join(text.split())
    if not typed:
        raise BadDate(_ADVICE)
    plain = "".join(str(decimal(mark)) if mark.isdecimal() else mark for mark in typed).lower()
    if plain.startswith("week of "):
        day, precision = parse_dated(plain.removeprefix("week of "))
        if precision is not Precision.DAY:
            raise BadDate(f"{quoted(typed)} needs the day on which the week begins. {_ADVICE}")
        return _monday(day), Precision.WEEK
    match = next((match for way in _WAYS if (match := way.fullmatch(plain))), None)
    if match is None:
        raise BadDate(f"{quoted(typed)} is not a date that can be read. {_ADVICE}")
    return _checked(typed, match.groupdict())


def _checked(typed: str, parts: dict[str, str | None]) -> tuple[date, Precision]:
    year = int(parts["year"] or 0)
    name = parts.get("name")
    month = _MONTH_NUMBERS.get(name) if name else int(parts.get("month") or 1)
    if month is None:
        raise BadDate(f"{quoted(typed)} is not a date: there is no month called {quoted(name or '')}. {_ADVICE}")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadDate(f"{quoted(typed)} is out of range: the year must be from {FIRST_YEAR} to {LAST_YEAR}.")
    if not 1 <= month <= 12:
        raise BadDate(f"{quoted(typed)} is not a date: there is no month {month}. {_ADVICE}")
    if parts.get("day") is None:
        return date(year, month, 1), Precision.MONTH if name or parts.get("month") else Precision.YEAR
    day = int(parts["day"] or 0)
    try:
        return date(year, month, day), Precision.DAY
    except ValueError:
        raise BadDate(
            f"{quoted(typed)} is not a date: {_MONTHS[month - 1]} {year} has no day {day}. {_ADVICE}"
        ) from None


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def show_day(day: date, precision: Precision = Precision.DAY) -> str:
    """The date in full: "22 October 2020", "October 2020", "2020", "week of 19 October 2020" (its Monday)."""
    if precision is Precision.YEAR:
        return str(day.year)
    if precision is Precision.WEEK:
        return say("week of {day}").format(day=show_day(_monday(day)))
    pattern = "{month} {year}" if precision is Precision.MONTH else "{day} {month} {year}"
    return say(pattern).format(day=day.day, month=say(_MONTHS[day.month - 1]), year=day.year)


def show_short(day: date) -> str:
    """The day with a short month: "22 Oct 2020"."""
    return say("{day} {month} {year}").format(day=day.day, month=say(_MONTHS[day.month - 1][:3]), year=day.year)


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
