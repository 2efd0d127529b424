"""A conflict's panel of several on one scale: for each day the lowest and the highest total claimed.

A mark stands at either end, a line between them; nothing is drawn between days, and nothing is carried forward.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from tracker.charts.elastic import line, shape, svg, text
from tracker.charts.scale import DayScale, ValueScale
from tracker.charts.theme import colour_class
from tracker.lib.tongue import number

TOP, PLOT, FOOT = 20.0, 150.0, 28.0  # px
LEFT, RUN = 13.0, 85.0  # % where the first day stands, right of the numbers, and from there to the last
MOST_MARKS = 240
"""Marks of one group in a panel: beyond, days are taken together."""
CLEAR = 13.0  # % between the labels of two days
YEAR = 365.25
SHAPES = ("M-3.5 -1.5h7v3h-7z", "M0 -4a4 4 0 1 0 .01 0z", "M-3.5 -3.5h7v7h-7z", "M0 -4.5L4.5 3.5h-9z")
"""The marks of the groups of a panel, in their order: a bar, a disc, a square, a triangle."""


class Bar(NamedTuple):
    """Totals claimed as of a day, in people; ``day`` is counted from the axis's start."""

    day: int
    lowest: int
    highest: int


@dataclass(frozen=True, slots=True)
class Group:
    """Those whom some totals of a conflict count, in words; ``colour`` and shape go by its place in the panel."""

    label: str
    bars: tuple[Bar, ...]


class Tick(NamedTuple):
    """A label on the axis of days."""

    day: int
    label: str


def days_together(span: int) -> int:
    """How many days one mark stands for on an axis of ``span`` days."""
    return max(1, -(-(span + 1) // MOST_MARKS))


def taken_together(bars: Iterable[Bar], days: int) -> list[Bar]:
    """``bars`` with every ``days`` days as one, at the last of its days that has a total: lowest to highest of them."""
    found: dict[int, Bar] = {}
    for bar in sorted(bars):
        known = found.get(bar.day // days, bar)
        lowest, highest = min(known.lowest, bar.lowest), max(known.highest, bar.highest)
        found[bar.day // days] = Bar(bar.day, lowest, highest)
    return list(found.values())


def date_ticks(start: date, span: int) -> list[Tick]:
    """The days to label on an axis that runs over ``span`` days from ``start``."""
    return [Tick((day - start).days, label) for day, label in DayScale(start, start + timedelta(days=span)).ticks(6)]


def count_ticks(span: int, day: str, year: str) -> list[Tick]:
    """Round numbers of days since the start, of years when there are many; ``day`` and ``year`` hold ``%s``."""
    unit, words = (YEAR, year) if span > 3 * YEAR else (1, day)
    units = int(span / unit)
    step = next(step for power in range(9) for step in (10**power, 2 * 10**power, 5 * 10**power) if units // step <= 5)
    return [Tick(round(many * unit), words % number(many)) for many in range(0, units + 1, step)]


def draw_panel(groups: Sequence[Group], span: int, values: ValueScale, ticks: Sequence[Tick], title: str) -> str:
    """A panel over ``span`` days as an SVG element, safe to be put in a page."""
    bottom = TOP + PLOT
    parts = []
    for value, label in values.ticks:
        y = bottom - PLOT * values.place(value)
        parts += [line(0, y, 100, y, "grid"), text(0, y - 3, label, "tick")]
    last = -CLEAR
    for day, label in ticks:
        x = _x(day, span)
        if x - last >= CLEAR:
            anchor = "start" if last < 0 else "end" if x > 92 else "middle"
            parts += [line(x, bottom, x, bottom + 5, "base"), text(x, bottom + 19, label, "tick", anchor)]
            last = x
    parts.append(line(0, bottom, 100, bottom, "base"))
    days = days_together(span)
    for place, group in enumerate(groups):
        marks = "".join(_mark(bar, span, values, place) for bar in taken_together(group.bars, days))
        parts.append(f'<g class="{colour_class(place)}">{marks}</g>')
    return svg("panel-drawing", bottom + FOOT, title, parts)


def legend_mark(place: int) -> str:
    """The mark of the group at this place, for a legend."""
    box = 'viewBox="-6 -6 12 12" width="12" height="12" aria-hidden="true"'
    path = f'<path class="mark" d="{SHAPES[place % len(SHAPES)]}"/>'
    return f'<svg class="panel-mark {colour_class(place)}" {box}>{path}</svg>'


def _x(day: float, span: int) -> float:
    return LEFT + RUN * (day / span if span > 0 else 0.5)


def _mark(bar: Bar, span: int, values: ValueScale, place: int) -> str:
    x, path = _x(bar.day, span), SHAPES[place % len(SHAPES)]
    low, high = (TOP + PLOT - PLOT * values.place(values.shown_at(end)) for end in (bar.lowest, bar.highest))
    ends = [high] if low - high < 1 else [low, high]
    between = line(x, low, x, high, "between") if len(ends) > 1 else ""
    return between + "".join(shape(x, y, path, "mark") for y in ends)
