"""The interactive drawing: the same timeline as a plain dict for plotly.js (data and layout, no template).

Colours are the light ones; ``layout.meta.colours`` says which CSS custom property of the page stands for each, so that
chart.js can put in the page's own, light or dark. ``layout.meta.width`` is the width the sizes are meant for.
Texts carry no markup: what a mark says stands in ``customdata``, in the order of ``FIELDS``, for chart.js to show.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from tracker.charts.labels import isolated, plain
from tracker.charts.layout import (
    INSET,
    SMALL,
    TEXT,
    EndLabel,
    Flag,
    Frame,
    Track,
    end_labels,
    end_words,
    flags,
    frame_for,
    notes,
)
from tracker.charts.scale import ValueScale
from tracker.charts.series import Line, Point, Stretch, Timeline
from tracker.charts.theme import DASHES, HAIR, INK, MUTED, OTHER, PAPER, SANS, SHAPES, SYMBOLS, colour_hex, variables
from tracker.lib.dates import show_day

FIELDS = ("claimant", "figure", "counted", "day", "quote", "published", "url")
OTHERS = "others"

Figure = dict[str, Any]


def plotly_figure(timeline: Timeline) -> Figure:
    """``timeline`` for plotly.js: ``{"data": [...], "layout": {...}}``, ready for JSON.

    Per line up to four traces: a hairline to its label, its confirmed steps, its carried steps (lighter) and its marks;
    the grey lines share two. A timeline with nothing to show has no data and its reason as ``layout.meta.why_empty``.
    """
    if timeline.why_nothing is not None:
        return {"data": [], "layout": {"template": None, "meta": {"why_empty": plain(timeline.why_nothing)}}}
    frame = frame_for(timeline, 960, 520, narrow=False)
    ends = end_labels(frame)
    data = _grey_traces(frame, [track for track in frame.tracks if track.grey])
    for track in reversed([track for track in frame.tracks if not track.grey]):
        data += _line_traces(frame, track)
    return {"data": data, "layout": _layout(frame, ends)}


def _line_traces(frame: Frame, track: Track) -> list[Figure]:
    line, last, colour = track.line, frame.timeline.end, colour_hex(track.line.colour)
    group = {"legendgroup": plain(line.key), "name": _label(plain(line.claimant)), "mode": "lines", "hoverinfo": "skip"}
    traces = [_marks(frame, track.points, colour, 7.5) | {"legendgroup": plain(line.key)}]
    for carried in (True, False):
        stroke = {"color": colour, "width": 1.8, "shape": "hv", "dash": _dash(line, carried)}
        traces.append(_steps(frame, [track], carried) | group | {"line": stroke, "opacity": 0.6 if carried else 1})
    held = track.stretches
    if held and held[-1].end < last:
        level = frame.values.shown_at(held[-1].level)
        days = [held[-1].end.isoformat(), last.isoformat()]
        lead = {"type": "scatter", "x": days, "y": [level, level], "line": {"color": colour, "width": 0.75}}
        traces.append(lead | group | {"opacity": 0.55})
    return [trace for trace in reversed(traces) if trace["x"]]


def _grey_traces(frame: Frame, tracks: list[Track]) -> list[Figure]:
    points = [point for track in tracks for point in track.points]
    steps = _steps(frame, tracks, carried=False) | {"mode": "lines", "hoverinfo": "skip"}
    traces = [steps | {"line": {"color": OTHER["light"], "width": 1, "shape": "hv"}}]
    traces.append(_marks(frame, points, OTHER["light"], 5.5))
    return [trace | {"legendgroup": OTHERS, "name": "Other claimants"} for trace in traces if trace["x"]]


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
    return {
        "type": "scatter",
        "x": [corner and corner[0].isoformat() for corner in corners],
        "y": [corner and frame.values.shown_at(corner[1]) for corner in corners],
    }


def _marks(frame: Frame, points: list[Point], colour: str, size: float) -> Figure:
    symbols = [SYMBOLS[SHAPES[point.qualifier]] for point in points]
    trace: Figure = {
        "type": "scatter",
        "mode": "markers",
        "x": [point.day.isoformat() for point in points],
        "y": [_height(frame.values, point) for point in points],
        "customdata": [_said(point) for point in points],
        "hoverinfo": "none",
        "cliponaxis": False,
        "marker": {"color": colour, "size": size, "symbol": symbols, "line": {"color": PAPER["light"], "width": 1}},
    }
    if any(point.bar for point in points):
        shown = frame.values.shown_at
        spans = [(shown(point.bar[1]) - shown(point.bar[0])) if point.bar else 0 for point in points]
        bars = {"type": "data", "symmetric": False, "array": spans, "arrayminus": [0] * len(spans)}
        trace["error_y"] = bars | {"color": colour, "thickness": 2, "width": 4}
    return trace


def _height(scale: ValueScale, point: Point) -> float:
    """Where a mark stands; figures in words stand on the axis."""
    return scale.bottom if point.level is None else scale.shown_at(point.level)


def _said(point: Point) -> list[str]:
    printed = f"{isolated(point.publisher)}, {show_day(point.published)}" if point.published else point.publisher
    fall = "fell to " if point.fell else ""
    day = show_day(point.day, point.precision)
    figure = fall + plain(point.figure)
    return [plain(point.claimant), figure, plain(point.counted), day, plain(point.quote), printed, point.url]


def _dash(line: Line, carried: bool) -> str:
    if carried:
        return "dot"
    return ",".join(f"{length}px" for length in DASHES[line.kind].split()) or "solid"


def _label(text: str) -> str:
    """Plotly reads < and & as markup: they are written as entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _layout(frame: Frame, ends: list[EndLabel]) -> Figure:
    timeline, values = frame.timeline, frame.values
    font = {"family": SANS, "size": TEXT, "color": INK["light"]}
    span = (timeline.end - timeline.start).days
    inset = timedelta(days=span * INSET / (frame.right - frame.left - 2 * INSET) if span > 0 else 1)
    return {
        "template": None,
        "meta": {"colours": variables(), "fields": list(FIELDS), "width": frame.width},
        "font": font,
        "paper_bgcolor": PAPER["light"],
        "plot_bgcolor": PAPER["light"],
        "margin": {
            "l": frame.left,
            "r": frame.width - frame.right,
            "t": frame.top,
            "b": frame.height - frame.bottom,
        },
        "hovermode": "closest",
        "hoverdistance": 24,
        "dragmode": "zoom",
        "showlegend": False,  # the labels at the right edge say it, and switch their lines
        "xaxis": _day_axis(timeline, inset),
        "yaxis": _value_axis(values),
        "shapes": [_rule(frame, flag) for flag in _flags(frame)],
        "annotations": [*(_flag(frame, flag) for flag in _flags(frame)), *_notes(frame), *_names(frame, ends)],
    }


def _day_axis(timeline: Timeline, inset: timedelta) -> Figure:
    return {
        "type": "date",
        "range": [_moment(timeline.start, -inset), _moment(timeline.end, inset)],
        "showgrid": False,
        "showline": True,
        "linecolor": MUTED["light"],
        "ticks": "outside",
        "tickcolor": MUTED["light"],
        "tickfont": {"color": MUTED["light"]},
        "tickformat": "%-d %b",
        "hoverformat": "%-d %b %Y",
    }


def _value_axis(scale: ValueScale) -> Figure:
    low, high = (math.log10(scale.bottom), math.log10(scale.top)) if scale.log else (scale.bottom, scale.top)
    axis: Figure = {
        "type": "log" if scale.log else "linear",
        "range": [low - (high - low) / 1000, high + (high - low) / 1000],  # else marks on the edge are left out
        "gridcolor": HAIR["light"],
        "zeroline": False,
        "tickformat": ",d",
        "tickfont": {"color": MUTED["light"]},
    }
    if scale.log:
        axis |= {"tickvals": [tick for tick, _ in scale.ticks], "ticktext": [label for _, label in scale.ticks]}
    return axis


def _moment(day: date, shift: timedelta) -> str:
    inside = date.min < day < date.max  # the calendar's ends leave no room for a shift
    return (datetime.combine(day, time()) + (shift if inside else timedelta())).isoformat(timespec="minutes")


def _flags(frame: Frame) -> list[Flag]:
    return flags(frame.timeline, frame.left, frame.width, frame.narrow)


def _rule(frame: Frame, flag: Flag) -> Figure:
    day, above = flag.milestone.day.isoformat(), (18 + flag.row * 15) / (frame.bottom - frame.top)
    stroke = {"color": MUTED["light"], "width": 0.75, "dash": "dot"}
    return {"type": "line", "yref": "paper", "x0": day, "x1": day, "y0": 0, "y1": 1 + above, "line": stroke}


def _flag(frame: Frame, flag: Flag) -> Figure:
    before = flag.left < frame.x(flag.milestone.day) - 1
    place = {"x": flag.milestone.day.isoformat(), "yref": "paper", "y": 1, "yanchor": "bottom"}
    shift = {"xshift": -4 if before else 4, "yshift": 4 + flag.row * 15, "xanchor": "right" if before else "left"}
    return place | shift | _words(flag.words, MUTED["light"])


def _notes(frame: Frame) -> list[Figure]:
    """The notes of the SVG at the same places: beside their points, by a shift in px."""
    annotations = []
    for note in notes(frame):
        colour = MUTED["light"] if note.colour is None else colour_hex(note.colour)
        for row, words in enumerate(note.words):
            place = {"x": note.point.day.isoformat(), "y": _annotated(frame, note.point.level), "xanchor": "left"}
            middle = note.box.top + 14 * row + 7
            right, up = note.box.left - frame.x(note.point.day), frame.y(note.point.level or 0) - middle
            annotations.append(place | {"xshift": right, "yshift": up} | _words(words, colour))
    return annotations


def _names(frame: Frame, ends: list[EndLabel]) -> list[Figure]:
    """The labels of the SVG at the right edge. ``name`` is the group of traces that a click on a label switches."""
    annotations = []
    for end in ends:
        colour = colour_hex(end.line.colour)
        claimant, counted = end_words(frame, end)
        place = {"xref": "paper", "x": 1, "y": _annotated(frame, end.point.level), "xanchor": "left"}
        place |= {"name": plain(end.line.key), "captureevents": True}
        arrow = {"ax": 16, "ay": end.top + 8 - end.at, "arrowhead": 0, "arrowwidth": 0.75, "arrowcolor": colour}
        below = {"xshift": 17, "yshift": end.at - end.top - 22}
        name = _words(claimant, colour) | arrow | {"showarrow": True}
        name["font"] |= {"weight": 600, "size": TEXT}
        annotations += [place | name, place | below | _words(counted, MUTED["light"])]
    return annotations


def _annotated(frame: Frame, level: int | None) -> float:
    """A height in the units that Plotly wants for annotations: the logarithm on a logarithmic axis."""
    shown = frame.values.bottom if level is None else frame.values.shown_at(level)
    return math.log10(shown) if frame.values.log else shown


def _words(words: str, colour: str) -> Figure:
    return {"text": _label(words), "showarrow": False, "font": {"size": SMALL, "color": colour}, "borderpad": 0}
