"""A chart the size of a few words: for each day, the lowest and highest number claimed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tracker.charts.labels import safe

WIDTH, HEIGHT, EDGE = 240.0, 56.0, 3.0


class Bar(NamedTuple):
    """What was claimed as of one day, in people."""

    day: date
    lowest: int
    highest: int


def sparkline(bars: Sequence[Bar], start: date, end: date, title: str) -> str:
    """An SVG, safe to be put in a page: a bar from lowest to highest for each day claimed; empty without any.

    The height is logarithmic, so that one high claim does not flatten all others. Nothing joins the bars: on days
    without a claim there is nothing to draw.
    """
    shown = [bar for bar in bars if start <= bar.day <= end]
    if not shown:
        return ""
    top = max(max(bar.highest for bar in shown), 1)
    days = max((end - start).days, 1)

    def x(day: date) -> float:
        return EDGE + (WIDTH - 2 * EDGE) * (day - start).days / days

    def y(people: int) -> float:
        return HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * math.log1p(people) / math.log1p(top)

    lines = "".join(f"M{x(bar.day):.1f} {y(bar.lowest):.1f}V{y(bar.highest) - 1:.1f}" for bar in shown)
    base = f"M0 {HEIGHT - 0.5}H{WIDTH:.0f}"
    return (
        f'<svg class="sparkline" viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}" width="{WIDTH:.0f}" height="{HEIGHT:.0f}" '
        f'role="img" aria-label="{safe(title)}"><path class="base" d="{base}"/><path class="bars" d="{lines}"/></svg>'
    )
