"""The interactive drawing: the same timeline as a plain dict for plotly.js (data and layout, no template).

Colours are the light ones; ``layout.meta.colours`` says which CSS custom property of the page stands for each, so that
chart.js can put in the page's own, light or dark. ``layout.meta.width`` is the width the sizes are meant for.
Texts carry no markup: what a mark says stands in ``customdata``, in the order of ``FIELDS``, for chart.js to show.
"""

from __future__ import annotations

import math
from datetime import date, datetime, time, timedelta
from typing import Any

from tracker.charts.labels import plain
from tracker.charts.layout import (
    INSET,
    SMALL,
    TEXT,
    EndLabel,
    Flag,
    Frame,
    end_labels,
    end_words,
    flags,
    frame_for,
    notes,
)
from tracker.charts.scale import ValueScale
from tracker.charts.series import Timeline
from tracker.charts.theme import HAIR, INK, MUTED, PAPER, SANS, colour_hex, variables
from tracker.charts.traces import FIELDS, grey_traces, label_text, line_traces, moment_of
from tracker.lib.dates import month_in_words
from tracker.lib.tongue import number, say

STRIP_HEIGHT = 18
"""px under the plot for the marks of figures in words."""

Figure = dict[str, Any]


def plotly_figure(timeline: Timeline, width: float = 960, height: float = 520) -> Figure:
    """``timeline`` for plotly.js: ``{"data": [...], "layout": {...}}``, ready for JSON.

    Per line as many of these traces as it needs: a hairline to its label, stems, confirmed steps, carried steps
    (lighter), closed bars, open bars and marks; the grey lines share theirs. A timeline with nothing to show has no
    data and its reason as ``layout.meta.why_empty``. ``width`` and ``height`` are those of the SVG, in px.
    """
    if timeline.why_nothing is not None:
        return {"data": [], "layout": {"template": None, "meta": {"why_empty": plain(timeline.why_nothing)}}}
    frame = frame_for(timeline, width, height, narrow=False)
    data = grey_traces(frame, [track for track in frame.tracks if track.grey])
    for track in frame.tracks:
        data += [] if track.grey else line_traces(frame, track)
    return {"data": data, "layout": _layout(frame, end_labels(frame))}


def _layout(frame: Frame, ends: list[EndLabel]) -> Figure:
    timeline, values = frame.timeline, frame.values
    font = {"family": SANS, "size": TEXT, "color": INK["light"]}
    span = (timeline.end - timeline.start).days
    inset = timedelta(days=span * INSET / (frame.right - frame.left - 2 * INSET) if span > 0 else 1)
    return {
        "template": None,
        "meta": {"colours": variables(), "fields": list(FIELDS), "width": frame.width, "locale": _locale()},
        "separators": _separators(),
        "font": font,
        "paper_bgcolor": PAPER["light"],
        "plot_bgcolor": PAPER["light"],
        "margin": {
            "l": frame.left,
            "r": frame.width - frame.right,
            "t": frame.top,
            "b": frame.height - frame.bottom - (STRIP_HEIGHT if frame.worded else 0),
        },
        "hovermode": "closest",
        "hoverdistance": 24,
        "dragmode": "zoom",
        "showlegend": False,  # the labels at the right edge say it, and switch their lines
        "xaxis": _day_axis(timeline, inset),
        **_value_axes(frame),
        "shapes": [_zero(values), *(_rule(frame, flag) for flag in _flags(frame))],
        "annotations": [*(_flag(frame, flag) for flag in _flags(frame)), *_notes(frame), *_names(frame, ends)],
    }


def _locale() -> Figure:
    """What plotly.js itself says, in the reader's language: the names of months and of its buttons."""
    months = [date(2000, month, 1) for month in range(1, 13)]
    words = {
        "Zoom": say("Zoom"),
        "Pan": say("Pan"),
        "Reset axes": say("Reset axes"),
    }
    names = {"months": [month_in_words(month) for month in months]}
    names["shortMonths"] = [month_in_words(month, short=True) for month in months]
    return {"dictionary": words, "format": names}


def _separators() -> str:
    """The decimal separator and the one between thousands."""
    thousands = number(1000)[1:-3]
    return ("," if thousands == "." else ".") + thousands


def _day_axis(timeline: Timeline, inset: timedelta) -> Figure:
    return {
        "type": "date",
        "range": [_moment(timeline.start, -inset), _moment(timeline.end, inset)],
        "showgrid": False,
        "anchor": "free",
        "position": 0,
        "ticks": "outside",
        "tickcolor": MUTED["light"],
        "tickfont": {"color": MUTED["light"]},
        "tickformat": "%-d %b",
        "hoverformat": "%-d %b %Y",
    }


def _strip(frame: Frame) -> float:
    """The share of the plotting area that the strip of words takes, under the values."""
    return STRIP_HEIGHT / (frame.bottom - frame.top + STRIP_HEIGHT) if frame.worded else 0.0


def _value_axes(frame: Frame) -> Figure:
    """The axis of the values and, where some figures are in words, the strip under it."""
    main = _value_axis(frame.values) | {"domain": [_strip(frame), 1]}
    if not frame.worded:
        return {"yaxis": main}
    words = {"tickvals": [0], "ticktext": [say("words")], "range": [-1, 1], "fixedrange": True, "showgrid": False}
    font = {"tickfont": {"color": MUTED["light"]}, "zeroline": False}
    return {"yaxis": main, "yaxis2": words | font | {"domain": [0, _strip(frame)]}}


def _zero(scale: ValueScale) -> Figure:
    """The line at zero, or at the foot of a logarithmic axis, above the strip of words."""
    stroke = {"color": MUTED["light"], "width": 1}
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": scale.foot, "y1": scale.foot, "line": stroke}


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
    strip = STRIP_HEIGHT if frame.worded else 0
    day, above = flag.milestone.day.isoformat(), (18 + flag.row * 15) / (frame.bottom - frame.top + strip)
    stroke = {"color": MUTED["light"], "width": 0.75, "dash": "dot"}
    return {"type": "line", "yref": "paper", "x0": day, "x1": day, "y0": _strip(frame), "y1": 1 + above, "line": stroke}


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
            place = {"x": moment_of(note.point), "y": _annotated(frame, note.point.level), "xanchor": "left"}
            middle = note.box.top + 14 * row + 7
            right, up = note.box.left - frame.at(note.point), frame.y(note.point.level or 0) - middle
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
        lead = PAPER["light"] if frame.timeline.alone else colour
        arrow = {"ax": 16, "ay": end.top + 8 - end.at, "arrowhead": 0, "arrowwidth": 0.75, "arrowcolor": lead}
        below = {"xshift": 20, "yshift": end.at - end.top - 22}
        name = _words(claimant, colour) | arrow | {"showarrow": True}
        name["font"] |= {"weight": 600, "size": TEXT}
        name["borderpad"] = 4
        annotations += [place | name, place | below | _words(counted, MUTED["light"])]
    return annotations


def _annotated(frame: Frame, level: int | None) -> float:
    """A height in the units that Plotly wants for annotations: the logarithm on a logarithmic axis."""
    shown = frame.values.bottom if level is None else frame.values.shown_at(level)
    return math.log10(shown) if frame.values.log else shown


def _words(words: str, colour: str) -> Figure:
    return {"text": label_text(words), "showarrow": False, "font": {"size": SMALL, "color": colour}, "borderpad": 0}
