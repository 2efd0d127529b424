"""The SVG and the Plotly figure are two drawings of the same series: mark by mark, step by step, bar by bar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.charts.drawn import END, START, SVG, line, parsed, point, timeline
from tracker.charts.daily import differences
from tracker.charts.figures import plotly_figure
from tracker.charts.layout import INSET, Frame, frame_for
from tracker.charts.series import Line, Point, Timeline
from tracker.charts.svg import draw_svg
from tracker.charts.theme import WHISKER
from tracker.charts.traces import FIELDS, STRIP
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Kind, Relation

Stroke = tuple[float, float, float, float]  # from (x, y) to (x, y), px
NEAR = 0.2  # px: the SVG writes one decimal, Plotly's days are written to the minute
SIDE = {"M": "XY", "m": "xy", "H": "X", "h": "x", "V": "Y", "v": "y", "L": "XY", "l": "xy"}


def strokes_of(path: str) -> Iterator[Stroke]:
    """The strokes of path data, from pen down to pen down."""
    x = y = 0.0
    for command, numbers in re.findall(r"([MmHhVvLl])([^A-Za-z]*)", path):
        values = [float(number) for number in re.findall(r"-?\d*\.?\d+", numbers)]
        was = x, y
        for side, value in zip(SIDE[command], values, strict=True):
            x = value if side == "X" else x + value if side == "x" else x
            y = value if side == "Y" else y + value if side == "y" else y
        if command not in "Mm" and was != (x, y):
            yield (*was, x, y)


def drawn_strokes(svg: str, kind: str) -> list[Stroke]:
    return [
        stroke
        for path in parsed(svg).iter(f"{SVG}path")
        if path.attrib.get("class") == kind
        for stroke in strokes_of(path.attrib["d"])
    ]


def place(frame: Frame, x: str, y: float, axis: str = "y") -> tuple[float, float]:
    """px of a place of the figure on the SVG."""
    days = (datetime.fromisoformat(x) - datetime.combine(frame.timeline.start, datetime.min.time())) / timedelta(1)
    span = (frame.timeline.end - frame.timeline.start).days
    across = days / span * (frame.right - frame.left - 2 * INSET)
    return frame.left + INSET + across, frame.strip if axis == STRIP else frame.y(y)


def traced_strokes(frame: Frame, traces: list[dict[str, Any]]) -> list[Stroke]:
    """What Plotly draws for lines: along, then up or down (``hv``), with gaps at None."""
    found: list[Stroke] = []
    for trace in traces:
        last: tuple[float, float] | None = None
        for x, y in zip(trace["x"], trace["y"], strict=True):
            here = None if x is None else place(frame, x, y)
            if last and here:
                found += [(*last, here[0], last[1]), (here[0], last[1], *here)]
            last = here
    return [stroke for stroke in found if stroke[:2] != stroke[2:]]


def lies_on(x: float, y: float, stroke: Stroke) -> bool:
    """True when a place is on an upright or level stroke, or as near to it as rounding may put it."""
    left, right = sorted((stroke[0], stroke[2]))
    top, foot = sorted((stroke[1], stroke[3]))
    return left - NEAR <= x <= right + NEAR and top - NEAR <= y <= foot + NEAR


def assert_same(ones: list[Stroke], others: list[Stroke]) -> None:
    """Every place of either is drawn in the other too, in however many strokes; what is too short to see aside."""
    for some, rest in ((ones, others), (others, ones)):
        for x1, y1, x2, y2 in some:
            seen = abs(x2 - x1) + abs(y2 - y1) > 2 * NEAR
            for part in seen * (0, 0.25, 0.5, 0.75, 1):
                x, y = x1 + (x2 - x1) * part, y1 + (y2 - y1) * part
                assert any(lies_on(x, y, stroke) for stroke in rest), (x1, y1, x2, y2)


def marks_of(svg: str) -> dict[str, tuple[float, float]]:
    """The address of each link → where its mark stands."""
    found = {}
    for group in parsed(svg).iter(f"{SVG}g"):
        size = 2.6 if group.attrib.get("class") == "o" else 3.6
        for link in group.findall(f"{SVG}a"):
            shape = link[1]
            if shape.tag == f"{SVG}circle":
                found[link.attrib["href"]] = (float(shape.attrib["cx"]), float(shape.attrib["cy"]))
                continue
            path = shape.attrib["d"]
            x, y = (float(number) for number in re.findall(r"-?\d*\.?\d+", path)[:2])
            up = re.match(r"M\S+ \S+l\S+ (-?)", path) if "z" in path else None
            corner = path.count("l8") > 0
            if up:
                y += -1.25 * size if up[1] else 1.25 * size
            elif corner:
                x, y = x + 4, y + 4
            elif "h8" in path:
                x += 4
            else:
                y += 5
            found[link.attrib["href"]] = (x, y)
    return found


def assert_drawn_alike(shown: Timeline) -> None:
    frame, svg, figure = frame_for(shown, 960, 520, narrow=False), draw_svg(shown), plotly_figure(shown)
    data = figure["data"]
    marks = {
        said[FIELDS.index("url")]: place(frame, x, y, trace.get("yaxis", "y"))
        for trace in data
        for x, y, said in zip(trace["x"], trace["y"], trace.get("customdata", []), strict=False)
    }
    expected = marks_of(svg)
    assert set(marks) == set(expected) == {each.url for each in shown.points}
    for url, (x, y) in expected.items():
        assert abs(marks[url][0] - x) < NEAR and abs(marks[url][1] - y) < NEAR, url
    lines = [trace for trace in data if trace["mode"] == "lines"]
    carried = [trace for trace in lines if trace["line"].get("dash") == "dot"]
    stems = [trace for trace in lines if trace.get("opacity") == 0.7]
    steps = [trace for trace in lines if trace not in carried + stems]
    for kind, traces in (("p", steps), ("q", carried), ("s", stems)):
        assert_same(drawn_strokes(svg, kind), traced_strokes(frame, traces))
    assert_same(drawn_strokes(svg, "w"), [*closed_bars(frame, data), *open_bars(frame, data)])


def closed_bars(frame: Frame, data: list[dict[str, Any]]) -> Iterator[Stroke]:
    for trace in data:
        if trace["mode"] != "lines+markers" or trace["line"]["width"] == 0.5:
            continue
        assert trace["marker"]["size"] == 8
        ends = [place(frame, x, y) for x, y in zip(trace["x"], trace["y"], strict=True) if x is not None]
        for (x, low), (_, high) in zip(ends[::2], ends[1::2], strict=True):
            yield from ((x - 4, low, x + 4, low), (x, low, x, high), (x - 4, high, x + 4, high))


def open_bars(frame: Frame, data: list[dict[str, Any]]) -> Iterator[Stroke]:
    """The strokes of open wordings, and the stop where what is carried forward ends."""
    for trace in data:
        if trace["mode"] == "lines+markers" and trace["line"]["width"] == 0.5 and trace["marker"]["size"][0]:
            x, y = place(frame, trace["x"][0], trace["y"][0])
            yield x, y - 4, x, y + 4
        if trace["mode"] != "markers" or "customdata" in trace:
            continue
        size, off = trace["marker"]["size"], trace["marker"]["standoff"]
        assert (off - size / 2, off + size / 2) == (WHISKER[0][0], sum(WHISKER[-1]))
        for day, height, angle in zip(trace["x"], trace["y"], trace["marker"]["angle"], strict=True):
            x, y = place(frame, day, height)
            way = -1 if angle == 180 else 1
            for start, length in WHISKER:
                yield x, y + way * start, x, y + way * (start + length)


def test_the_page_breaks_the_stroke_of_an_open_wording_as_the_svg_does() -> None:
    dashes, gone = [], WHISKER[0][0]
    for start, length in WHISKER:
        dashes += [start - gone, length] if start > gone else [length]
        gone = start + length
    style = (Path(__file__).resolve().parents[2] / "static" / "css" / "chart.css").read_text()
    assert f"stroke-dasharray: {' '.join(f'{each:g}' for each in reversed(dashes))} }}" in style


claims = st.tuples(
    st.integers(0, 44), st.sampled_from(Qualifier), st.integers(0, 10**8), st.integers(0, 9), st.booleans()
)
some_lines = st.lists(st.lists(claims, min_size=1, max_size=4), min_size=1, max_size=3)


def made_line(rows: list[tuple[int, Qualifier, int, int, bool]], alone: bool) -> Line:
    points: list[Point] = []
    for day, qualifier, value, span, withdrawn in sorted(rows, key=lambda row: row[0]):
        interval = (value, value + span) if qualifier is Qualifier.RANGE else None
        number = None if qualifier in (Qualifier.RANGE, Qualifier.VAGUE) else value
        since = START + timedelta(days=day - span) if alone else None
        points.append(point(day, number, qualifier, interval=interval, since=since))
        if withdrawn and not alone and points[-1].level is not None:
            words = {"relation": Relation.WITHDRAWS, "stood": points[-1].level}
            points.append(point(min(44, day + span), None, Qualifier.VAGUE, **words))
    return line(*sorted(points, key=lambda each: each.day), kind=Kind.ENEMY_LOSS)


@settings(max_examples=30, deadline=None)
@given(some_lines, st.booleans(), st.integers(0, 3))
def test_totals_are_drawn_alike(rows: list[Any], log: bool, named: int) -> None:
    lines = tuple(made_line(each, alone=False) for each in rows)
    assert_drawn_alike(timeline(*lines[:named], others=lines[named:], log=log))


@settings(max_examples=20, deadline=None)
@given(some_lines, st.booleans(), st.integers(0, 3))
def test_counts_that_stand_alone_are_drawn_alike(rows: list[Any], log: bool, named: int) -> None:
    lines = tuple(made_line(each, alone=True) for each in rows)
    assert_drawn_alike(timeline(*lines[:named], others=lines[named:], log=log, carried_days=0))


@settings(max_examples=20, deadline=None)
@given(some_lines)
def test_differences_are_drawn_alike(rows: list[Any]) -> None:
    exact = [[(day, Qualifier.EXACT, value, span, False) for day, _, value, span, _ in each] for each in rows]
    shown = differences(timeline(*(made_line(each, alone=False) for each in exact)))
    if shown.points:
        assert_drawn_alike(shown)


def test_the_twin_notices_a_mark_that_is_moved() -> None:
    shown = timeline(line(point(3, 40), point(9, 60)))
    moved = replace(shown, lines=(line(point(3, 40), point(9, 61)),))
    frame = frame_for(shown, 960, 520, narrow=False)
    there = {place(frame, each["x"][0], each["y"][0]) for each in plotly_figure(shown)["data"] if "customdata" in each}
    assert there & {tuple(map(float, spot)) for spot in marks_of(draw_svg(moved)).values()} != there
    assert date.fromisoformat(plotly_figure(shown)["data"][-1]["x"][0]) < END
