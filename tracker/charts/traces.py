"""The lines of a timeline as Plotly's traces, in the order in which the SVG draws them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

from tracker.charts.labels import plain
from tracker.charts.layout import Frame, Track, covered_since
from tracker.charts.series import Line, Point, SayDay, Stretch
from tracker.charts.theme import DASHES, MUTED, OTHER, PAPER, SYMBOLS, WHISKER, colour_hex, shape_of
from tracker.lib.dates import show_day
from tracker.lib.tongue import say

FIELDS = ("claimant", "figure", "counted", "day", "quote", "published", "url")
OTHERS = "others"
STRIP = "y2"
"""The axis under the plot on which figures in words stand."""
THICK = (SYMBOLS["bar"], SYMBOLS["tick"], SYMBOLS["cross"])

Figure = dict[str, Any]
Corner = tuple[str, float] | None  # None: a gap


def line_traces(frame: Frame, track: Track) -> list[Figure]:
    """All traces of a named line, those drawn first first; none is empty."""
    line, colour = track.line, colour_hex(track.line.colour)
    stroke = {"color": colour, "width": 1.8, "shape": "hv"}
    traces = [_lead(frame, track)]
    if frame.timeline.alone:
        traces.append(_stems(frame, track.points) | {"line": {"color": colour, "width": 1}, "opacity": 0.7})
    for carried in (False, True):
        steps = {"line": stroke | {"dash": _dash(line, carried)}, "opacity": 0.6 if carried else 1}
        traces.append(_steps(frame, [track], carried) | steps)
    traces += [_closed_bars(frame, track.points, colour), _open_bars(frame, track, colour)]
    traces += _marks(frame, track.points, colour, 7.5)
    group = {"legendgroup": plain(line.key), "name": label_text(plain(line.claimant))}
    return [trace | group for trace in traces if trace["x"]]


def grey_traces(frame: Frame, tracks: list[Track]) -> list[Figure]:
    """The traces that the grey lines share."""
    points = [point for track in tracks for point in track.points]
    stroke = {"color": OTHER["light"], "width": 1, "shape": "hv"}
    traces = [_stems(frame, points) | {"line": stroke, "opacity": 0.7}] if frame.timeline.alone else []
    traces.append(_steps(frame, tracks, carried=False) | {"line": stroke})
    traces += _marks(frame, points, OTHER["light"], 5.5)
    return [trace | {"legendgroup": OTHERS, "name": say("Other claimants")} for trace in traces if trace["x"]]


def label_text(text: str) -> str:
    """Plotly reads < and & as markup: they are written as entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def moment_of(point: Point) -> str:
    """Where a mark stands on the day axis: its day, or some hours off it."""
    if not point.nudge or not date.min < point.day < date.max:
        return point.day.isoformat()
    return (datetime.combine(point.day, time()) + timedelta(days=point.nudge)).isoformat(timespec="minutes")


def _path(corners: list[Corner]) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines",
        "hoverinfo": "skip",
        "x": [corner and corner[0] for corner in corners],
        "y": [corner and corner[1] for corner in corners],
    }


def _lead(frame: Frame, track: Track) -> Figure:
    """From the end of a line to its label at the right edge, with a stop where what is carried forward ends."""
    held, last, corners = track.stretches, frame.timeline.end, list[Corner]()
    if held and held[-1].end < last:
        level = frame.values.shown_at(held[-1].level)
        corners = [(held[-1].end.isoformat(), level), (last.isoformat(), level)]
    stop = 8 if track.carried_end(frame.timeline) else 0
    stroke = {
        "symbol": SYMBOLS["tick"],
        "size": [stop, 0],
        "color": colour_hex(track.line.colour),
        "line": {"width": 1.2},
    }
    line = {"line": {"color": MUTED["light"], "width": 0.5}, "opacity": 0.5}
    return _path(corners) | line | {"mode": "lines+markers", "cliponaxis": False, "marker": stroke}


def _stems(frame: Frame, points: list[Point]) -> Figure:
    corners: list[Corner] = []
    for point in points:
        if point.level is None:
            continue
        at, level = moment_of(point), frame.values.shown_at(point.level)
        corners += [None, (at, frame.values.foot), (at, level)]
        if since := covered_since(frame.timeline, point):
            corners.append((moment_of(replace(point, day=since)), level))
    return _path(corners)


def _steps(frame: Frame, tracks: Iterable[Track], carried: bool) -> Figure:
    """Both ends of every step, with a gap (None) where a line does not go on."""
    corners: list[tuple[date, int] | None] = []
    for track in tracks:
        last: Stretch | None = None
        for stretch in track.stretches:
            first, end = (stretch.start, stretch.level), (stretch.end, stretch.level)
            joined = last is not None and last.end == stretch.start
            if carried:
                corners += [None, first, end] if stretch.carried and stretch.start != stretch.end else []
            elif last is not None and joined and last.level != stretch.level:
                corners += [None, (stretch.start, last.level)] if last.carried else []
                corners += [first] if stretch.carried else [first, end]
            elif not stretch.carried:
                corners += [end] if last is not None and joined and not last.carried else [None, first, end]
            last = stretch
    shown = frame.values.shown_at
    return _path([corner and (corner[0].isoformat(), shown(corner[1])) for corner in corners])


def _closed_bars(frame: Frame, points: list[Point], colour: str) -> Figure:
    """What "about" leaves open, from end to end."""
    corners: list[Corner] = []
    for point in points:
        for end in point.rounding or ():
            corners.append((moment_of(point), frame.values.shown_at(end)))
        corners += [None] if point.rounding else []
    caps = {"symbol": SYMBOLS["bar"], "size": 8, "color": colour, "line": {"width": 1.2}}
    bars = {"line": {"color": colour, "width": 1.2}, "marker": caps, "opacity": 0.55}
    return _path(corners) | {"mode": "lines+markers", "cliponaxis": False} | bars


def _open_bars(frame: Frame, track: Track, colour: str) -> Figure:
    """One stroke beside each mark of an open wording; chart.css breaks it into the strokes of ``WHISKER``."""
    points = [(point, way) for point in track.points if (way := frame.open_end(point))]
    start, end = WHISKER[0][0], sum(WHISKER[-1])
    marker = {
        "symbol": SYMBOLS["tick"],
        "size": end - start,
        "standoff": (start + end) / 2,
        "angle": [180 if way > 0 else 0 for _, way in points],
        "color": colour,
        "line": {"width": 1.2},
    }
    strokes = {"mode": "markers", "cliponaxis": False, "marker": marker, "opacity": 0.55}
    corners: list[Corner] = [(moment_of(point), frame.values.shown_at(point.level or 0)) for point, _ in points]
    place = next(place for place, each in enumerate(frame.tracks) if each is track)
    return _path(corners) | strokes | {"uid": f"open-{place}"}


def _marks(frame: Frame, points: list[Point], colour: str, size: float) -> list[Figure]:
    """The marks that have a height, and those of figures in words, on the strip under the plot."""
    high, worded = [p for p in points if p.level is not None], [p for p in points if p.level is None]
    return [_mark_trace(frame, high, colour, size), _mark_trace(frame, worded, colour, size) | {"yaxis": STRIP}]


def _mark_trace(frame: Frame, points: list[Point], colour: str, size: float) -> Figure:
    symbols = [SYMBOLS[shape_of(point)] for point in points]
    widths = [2 if symbol in THICK else 1.4 if "open" in symbol else 1 for symbol in symbols]
    shown, say_day = frame.values.shown_at, cache(show_day)
    trace: Figure = {
        "type": "scatter",
        "mode": "markers",
        "x": [moment_of(point) for point in points],
        "y": [0 if point.level is None else shown(point.level) for point in points],
        "customdata": [_said(point, say_day) for point in points],
        "hoverinfo": "none",
        "cliponaxis": False,
        "marker": {
            "color": colour,
            "size": size,
            "symbol": symbols,
            "line": {"color": PAPER["light"], "width": widths},
        },
    }
    if any(point.bar for point in points):
        spans = [(shown(point.bar[1]) - shown(point.bar[0])) if point.bar else 0 for point in points]
        bars = {"type": "data", "symmetric": False, "array": spans, "arrayminus": [0] * len(spans)}
        trace["error_y"] = bars | {"color": colour, "thickness": 2, "width": 4}
    return trace


def _said(point: Point, say_day: SayDay) -> list[str]:
    figure = f"{plain(point.said)}, {point.detail}" if point.detail else plain(point.said)
    return [
        plain(point.claimant),
        figure,
        plain(point.counted),
        point.day_in_words(say_day),
        plain(point.quote),
        point.printed_in_words(say_day),
        point.url,
    ]


def _dash(line: Line, carried: bool) -> str:
    if carried:
        return "dot"
    return ",".join(f"{length}px" for length in DASHES[line.kind].split()) or "solid"
