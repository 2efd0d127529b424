"""Qualifiers and the interval of whole people that each of them stands for.

The rules are those of the methodology page: exact v is [v, v]; at least v is [v, no end]; more than v is
[v + 1, no end]; nearly v and fewer than v are [0, v - 1]; up to v is [0, v]; a range is [low, high]; about v is v
give or take half the unit it is rounded to; a vague figure ("dozens") has no interval at all.
"""

from __future__ import annotations

from typing import NamedTuple, Self

from tracker.lib.tongue import marked, number, say
from tracker.lib.vocabulary import Term

MAX_COUNT = 2**63 - 1
"""The largest count that fits a bigint column."""


class Interval(NamedTuple):
    """Whole people from ``low`` to ``high``, both included; ``high`` None means no upper end."""

    low: int
    high: int | None

    def overlaps(self, other: Interval) -> bool:
        """True when some whole number lies in both intervals."""
        return (self.high is None or other.low <= self.high) and (other.high is None or self.low <= other.high)


def rounding_unit(value: int) -> int:
    """The power of ten that ``value`` is rounded to: 1,000 is 1000, 1,250 is 10, 874 is 1, 0 is 1."""
    unit = 1
    while value and value % (unit * 10) == 0:
        unit *= 10
    return unit


class Qualifier(Term):
    EXACT = "exact", marked("exactly"), "{}"
    ABOUT = "about", marked("about"), marked("about {}")
    AT_LEAST = "at_least", marked("at least"), marked("at least {}")
    MORE_THAN = "more_than", marked("more than"), marked("more than {}")
    NEARLY = "nearly", marked("nearly"), marked("nearly {}")
    UP_TO = "up_to", marked("up to"), marked("up to {}")
    FEWER_THAN = "fewer_than", marked("fewer than"), marked("fewer than {}")
    RANGE = "range", marked("from … to"), marked("{} to {}")
    VAGUE = "vague", marked("in words only"), "{}"

    pattern: str

    def __new__(cls, value: str, english: str = "", pattern: str = "") -> Self:
        term = str.__new__(cls, value)
        term._value_ = value
        term.english = english
        term.pattern = pattern
        return term

    def interval(self, value: int | None, low: int | None = None, high: int | None = None) -> Interval | None:
        """The interval that a figure with this qualifier stands for; None for a vague one.

        ``value`` is the number as stated; ``low`` and ``high`` are read only for a range.
        Raises ValueError when the numbers that the qualifier needs are missing.
        """
        if self is Qualifier.VAGUE:
            return None
        if self is Qualifier.RANGE:
            if low is None or high is None:
                raise ValueError("a range needs both ends")
            return Interval(low, high)
        if value is None:
            raise ValueError(f"{self.label} needs a number")
        if self is Qualifier.ABOUT:
            half = rounding_unit(value) // 2
            return Interval(max(0, value - half), value + half)
        if self in (Qualifier.NEARLY, Qualifier.FEWER_THAN):
            return Interval(0, max(0, value - 1))
        if self is Qualifier.AT_LEAST:
            return Interval(value, None)
        if self is Qualifier.MORE_THAN:
            return Interval(value + 1, None)
        return Interval(0, value) if self is Qualifier.UP_TO else Interval(value, value)

    def in_words(self, value: int | None, low: int | None = None, high: int | None = None, wording: str = "") -> str:
        """The figure as a reader sees it: "nearly 5,000", "260 to 280"; a vague one keeps its ``wording``.

        Raises ValueError when a number that the qualifier needs is missing.
        """
        if self is Qualifier.VAGUE:
            return wording
        stated = [low, high] if self is Qualifier.RANGE else [value]
        numbers = [number(each) for each in stated if each is not None]
        if len(numbers) < len(stated):
            raise ValueError(f"{self.label} needs a number")
        return say(self.pattern).format(*numbers)
