"""The numbers that a few figures can mean, one bar each on one scale: ends closed, or open as arrows.

It runs from left to right in every script, as number lines do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.charts.elastic import line, shape, svg, text
from tracker.charts.scale import ValueScale, value_scale

LOG_FROM = 50
"""Highest over lowest number from which the scale is logarithmic."""
TOP, ROW, FOOT = 26.0, 46.0, 30.0  # px: above, of each bar, and for the axis
INSET, RUN, TIP = 2.0, 86.0, 96.0  # % from the left: where the scale begins, how long it is, where arrows end
CLEAR = 17.0  # % between the labels of two ticks


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure's bar: ``interval`` holds both ends, None above for no upper end; None alone for no number at all."""

    label: str
    interval: tuple[int, int | None] | None


@dataclass(frozen=True, slots=True)
class Words:
    """The texts: ``title`` says all of the drawing, ``both`` names the shaded part (empty: nothing is shaded)."""

    title: str
    both: str
    none: str  # in place of the bar of a figure without a number


def is_log(bars: Sequence[Bar]) -> bool:
    """Whether the bars are drawn on a logarithmic scale: their numbers are more than fifty times apart."""
    positive = [end for end in _ends(bars) if end > 0]
    return bool(positive) and max(positive) > LOG_FROM * min(positive)


def draw_intervals(bars: Sequence[Bar], words: Words) -> str:
    """``bars`` as an SVG element, safe to be put in a page. Where several of them all overlap is shaded."""
    scale = value_scale(_ends(bars), is_log(bars), most=4)
    bottom = TOP + ROW * len(bars)
    parts = [*_axis(scale, bottom), *_shared(bars, scale, bottom, words.both)]
    for row, bar in enumerate(bars):
        parts += _bar(bar, scale, TOP + ROW * row, words.none)
    return svg("intervals", bottom + FOOT, words.title, parts)


def _ends(bars: Sequence[Bar]) -> list[int]:
    return [end for bar in bars if bar.interval for end in bar.interval if end is not None]


def _x(scale: ValueScale, value: float) -> float:
    return INSET + RUN * scale.place(value)


def _axis(scale: ValueScale, bottom: float) -> list[str]:
    parts = [line(INSET, bottom, TIP, bottom, "base")]
    last = -CLEAR
    for value, label in scale.ticks:
        x = _x(scale, value)
        if x - last < CLEAR:
            continue
        anchor = "start" if last < 0 else "middle"
        parts += [line(x, bottom, x, bottom + 5, "base"), text(x, bottom + 19, label, "tick", anchor)]
        last = x
    return parts


def _shared(bars: Sequence[Bar], scale: ValueScale, bottom: float, label: str) -> list[str]:
    """The stretch that lies in every bar, between two fine lines."""
    intervals = [bar.interval for bar in bars if bar.interval]
    if not label or len(intervals) < 2 or len(intervals) < len(bars):
        return []
    low = max(interval[0] for interval in intervals)
    highs = [interval[1] for interval in intervals if interval[1] is not None]
    high = min(highs) if highs else None
    if high is not None and high < low:
        return []
    left, right = _x(scale, low), TIP if high is None else _x(scale, high)
    parts = []
    if right > left:
        box = f'x="{left:.2f}%" y="{TOP - 6:.1f}" width="{right - left:.2f}%" height="{bottom - TOP + 6:.1f}"'
        parts.append(f'<rect class="both" {box}/>')
    edges = [left] if high is None else sorted({left, right})
    parts += [line(x, TOP - 6, x, bottom, "edge") for x in edges]
    anchor, at = ("end", right) if left > 50 else ("start", left)
    return [*parts, text(at, TOP - 11, label, "tick", anchor)]


def _bar(bar: Bar, scale: ValueScale, top: float, none: str) -> list[str]:
    label = text(INSET, top + 12, bar.label, "label")
    y = top + 28
    if bar.interval is None:
        return [label, text(INSET, y + 4, none, "tick")]
    low, high = bar.interval
    left, right = _x(scale, low), TIP if high is None else _x(scale, high)
    if low == high:
        return [label, f'<circle class="dot" cx="{left:.2f}%" cy="{y:.1f}" r="5"/>']
    end = line(right, y - 7, right, y + 7, "cap") if high is not None else shape(right, y, "M-9 -6L0 0L-9 6", "tip")
    return [label, line(left, y, right, y, "run"), line(left, y - 7, left, y + 7, "cap"), end]
