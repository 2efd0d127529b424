"""From people and days to places on a drawing, and the ticks of both axes."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.lib.dates import show_short
from tracker.lib.tongue import number

DAY_STEPS = (1, 2, 7, 14)
MONTH_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 24000, 60000)


@dataclass(frozen=True, slots=True)
class ValueScale:
    """People → a fraction of the height, 0 at the bottom. ``bottom`` and ``top`` are the axis's ends.

    A logarithmic axis has no zero: ``bottom`` then stands for it, half of the lowest tick, and is labelled "0".
    """

    bottom: float
    top: float
    log: bool
    ticks: tuple[tuple[float, str], ...]  # place on the axis, label

    def shown_at(self, value: int) -> float:
        """The number to draw for ``value``: itself, or on a logarithmic axis the stand-in for zero."""
        return max(float(value), self.bottom) if self.log else float(value)

    def place(self, value: float) -> float:
        """The fraction of the height where ``value`` lies."""
        if self.log:
            value = max(value, self.bottom)
            return math.log(value / self.bottom) / math.log(self.top / self.bottom)
        return (value - self.bottom) / (self.top - self.bottom)

    @property
    def foot(self) -> float:
        """Where a stem stands: at zero, or on a logarithmic axis at its bottom."""
        return self.bottom if self.log else 0.0


def value_scale(values: Iterable[int], log: bool, most: int = 7) -> ValueScale:
    """The axis that holds all ``values`` (people) and zero, with about ``most`` ticks on a linear one.

    Only a linear axis runs below zero: falls have no logarithm.
    """
    known = list(values)
    return _log_scale(known, most) if log else _linear_scale(min(known, default=0), max(known, default=1), most)


def _linear_scale(lowest: int, highest: int, most: int) -> ValueScale:
    lowest, highest = min(lowest, 0), max(highest, 0)
    step = next(step for step in _one_two_five(0) if (highest - lowest) / step <= most)
    bottom = -step * math.ceil(-lowest / step)
    top = step * max(0 if bottom else 1, math.ceil(highest / step))
    ticks = ((tick, number(tick).replace("-", "\u2212")) for tick in range(bottom, top + 1, step))
    return ValueScale(bottom, top, False, tuple(ticks))


def _log_scale(values: list[int], most: int) -> ValueScale:
    positive = [value for value in values if value > 0] or [1]
    lowest, highest = min(positive), max(positive)
    low = max(step for step in _one_two_five(0, lowest) if step <= lowest)
    top = next(step for step in _one_two_five(0) if step >= highest and step > low)
    steps = [step for step in _one_two_five(0, top) if low <= step <= top]
    if len(steps) > 2 * most:
        steps = [step for step in steps if str(step)[0] == "1"]
    zero = min(values, default=1) <= 0
    ticks = ([(low / 2, "0")] if zero else []) + [(float(step), number(step)) for step in steps]
    return ValueScale(low / 2 if zero else float(low), float(top), True, tuple(ticks))


def _one_two_five(decade: int, until: int | None = None) -> Iterable[int]:
    while until is None or 10**decade <= until:
        yield from (10**decade, 2 * 10**decade, 5 * 10**decade)
        decade += 1


@dataclass(frozen=True, slots=True)
class DayScale:
    """Days → a fraction of the width, 0 at ``start``. A chart of one day shows a day either side of it."""

    start: date
    end: date

    def place(self, day: date) -> float:
        """The fraction of the width where ``day`` lies."""
        span = (self.end - self.start).days
        return (day - self.start).days / span if span > 0 else 0.5

    def ticks(self, most: int) -> list[tuple[date, str]]:
        """At most ``most`` days to mark with their labels: days, weeks from the start, months or years."""
        span = (self.end - self.start).days
        for step in DAY_STEPS:
            if span / step < most:
                days = [self.start + timedelta(days=offset) for offset in range(0, max(span, 0) + 1, step)]
                return _labelled(days)
        step = next((step for step in MONTH_STEPS if len(self._months(step)) <= most), MONTH_STEPS[-1])
        days = [date(month // 12, month % 12 + 1, 1) for month in self._months(step)]
        if step >= 12:
            return [(day, f"{day.year}") for day in days]
        return _labelled(days, months=True)

    def _months(self, step: int) -> range:
        """The months of the chart that begin in it, every ``step`` of them, counted from the year 0."""
        first = self.start.year * 12 + self.start.month - (1 if self.start.day == 1 else 0)
        last = self.end.year * 12 + self.end.month - 1
        return range(-(-first // step) * step, last + 1, step)


def _labelled(days: list[date], months: bool = False) -> list[tuple[date, str]]:
    """Each day as "4 Oct" (or "Oct"), with the year on the first one and on the first one of every later year."""
    ticks, year = [], None
    for day in days:
        label = show_short(day).removeprefix(f"{day.day} " if months else "")
        ticks.append((day, label if day.year != year else label.removesuffix(f" {day.year}")))
        year = day.year
    return ticks
