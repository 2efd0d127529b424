"""The words of the calendar, and a time as a text writes it before it is resolved to days."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum

from tracker.lib.vocabulary import Precision
from tracker.reading.document import Document

FIRST_YEAR, LAST_YEAR = 1900, 2099
DAY = timedelta(days=1)
_MONTH_NAMES = (
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
)
_WEEKDAY_NAMES = (
    "monday mon",
    "tuesday tue tues",
    "wednesday wed",
    "thursday thu thurs",
    "friday fri",
    "saturday sat",
    "sunday",
)
_COUNTS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_MORE_COUNTS = {"a": 1, "an": 1, "couple": 2, "few": 3, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_TENS = (20, 30, 40, 50)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAY_NAMES) for name in names.split()}
COUNTS = {word: number for number, word in enumerate(_COUNTS.split())} | _MORE_COUNTS
DAYS_IN = {
    "day": 1,
    "days": 1,
    "night": 1,
    "nights": 1,
    "weekend": 2,
    "week": 7,
    "weeks": 7,
    "fortnight": 14,
    "month": 30,
    "months": 30,
    "year": 365,
    "years": 365,
    "decade": 3650,
    "decades": 3650,
    "hour": 0,
    "hours": 0,
}
"""Units of time with their length in days; hours are reckoned apart."""
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The first month of each season."""
PARTS_OF_DAY = frozenset("morning afternoon evening night dawn midnight noon midday early late".split())
SHADES = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2, "close": 2}
ORDINALS = frozenset({"st", "nd", "rd", "th"})
DASHES = frozenset("-–—‑−")

Bounds = tuple[date, date]


class Role(Enum):
    """How a time bounds what is said of it."""

    POINT = "on"
    SPAN = "in"
    SINCE = "since"
    UNTIL = "until"
    DATELINE = "dateline"


@dataclass(frozen=True)
class Mention:
    """A time as written by the tokens ``at`` to ``after``: the parts of a date that stand there, or days known already.

    ``shade`` is 0 for early, 1 for the middle, 2 for late in the month or year. Days below 0 count from the month's
    end. ``length`` is of a span whose end is the time named next.
    """

    at: int
    after: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    shade: int | None = None
    weekday: int | None = None
    length: tuple[int, str] | None = None
    known: Bounds | None = None
    precision: Precision = Precision.DAY
    role: Role | None = None


@dataclass
class Ground:
    """What a time is read from: the document, its tokens that are no dates, and the days published and last named.

    ``latest_of`` is the first day of the week, month or year that was named last, ``latest_span`` the last such time.
    """

    document: Document
    busy: set[int]
    published: date | None
    latest: date | None
    latest_of: dict[str, date] = field(default_factory=dict)
    latest_span: Bounds | None = None

    def word(self, at: int) -> str:
        """The lower-case token, or "" outside the text."""
        return self.document.word(at)

    def count_at(self, at: int) -> int | None:
        """The small number that stands at ``at``, in digits or words."""
        word = self.document.word(at)
        if word.isdecimal() and word.isascii() and len(word) < 4:
            return int(word)
        count = COUNTS.get(word)
        tens = COUNTS.get(self.document.word(at - 2), 0) if self.document.word(at - 1) in DASHES else 0
        return count + tens if count is not None and tens in _TENS and 0 < count < _TENS[0] // 2 else count

    def day_at(self, at: int) -> int | None:
        """The day of a month that stands at ``at``."""
        word = self.document.word(at)
        if at in self.busy or not (word.isascii() and word.isdecimal() and len(word) <= 2):
            return None
        return int(word) if 1 <= int(word) <= 31 else None

    def year_at(self, at: int) -> int | None:
        """The year that stands at ``at``."""
        word = self.document.word(at)
        if at in self.busy or not (len(word) == 4 and word.isascii() and word.isdecimal()):
            return None
        return int(word) if FIRST_YEAR <= int(word) <= LAST_YEAR else None


def month_bounds(year: int, month: int) -> Bounds:
    """The first and last day of the month."""
    first = date(year, month, 1)
    return first, first.replace(day=monthrange(year, month)[1])


def shaded(first: date, last: date, shade: int | None) -> Bounds:
    """The early, middle or late part of a month or year; the middle of a month is its 15th."""
    if shade is None:
        return first, last
    if first.month == last.month:
        early, late = {0: (1, 10), 1: (15, 15), 2: (21, last.day)}[shade]
        return first.replace(day=early), first.replace(day=late)
    third = (last - first) / 3
    return (first + third * shade, last) if shade == 2 else (first + third * shade, first + third * (shade + 1))


def months_before(day: date, months: int) -> date:
    """The same day ``months`` before, or the last of that month."""
    count = day.year * 12 + day.month - 1 - months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
