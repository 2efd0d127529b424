"""The look of a chart in one place: colours, marks and dashes, for the SVG (by class) and for Plotly (by value).

The eight colours keep apart for people with protanopia, deuteranopia and tritanopia, hold 4.5 to 1 against the paper in
light and in dark, and none is red. A colour is an index: the page's stylesheet knows it as ``--c0`` to ``--c7``.
"""

from __future__ import annotations

from tracker.charts.series import Point
from tracker.lib.counts import Qualifier
from tracker.lib.tongue import marked
from tracker.lib.vocabulary import Kind, Relation

LIGHT = ("#1773d3", "#ab6013", "#015f45", "#561553", "#203889", "#5d5a00", "#3e7483", "#25211d")
DARK = ("#468df3", "#f8a149", "#71d2b1", "#b266b1", "#9cb0ef", "#f0dc8c", "#a4e6ee", "#a29785")
PAPER = {"light": "#fbfaf6", "dark": "#15171a"}
INK = {"light": "#1d1b18", "dark": "#e9e6df"}
MUTED = {"light": "#5f5b54", "dark": "#a9a59c"}
OTHER = {"light": "#8a867e", "dark": "#7d7a74"}
HAIR = {"light": "#dedad1", "dark": "#34373c"}

SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

SHAPES = {  # the mark of each qualifier, by its name in svg.py
    Qualifier.EXACT: "dot",
    Qualifier.ABOUT: "half",
    Qualifier.AT_LEAST: "up",
    Qualifier.MORE_THAN: "up",
    Qualifier.NEARLY: "down",
    Qualifier.UP_TO: "down",
    Qualifier.FEWER_THAN: "down",
    Qualifier.RANGE: "bar",
    Qualifier.VAGUE: "tick",
}
SYMBOLS = {  # the same marks by Plotly's names
    "dot": "circle",
    "half": "circle-open-dot",
    "up": "triangle-up",
    "down": "triangle-down",
    "bar": "line-ew-open",
    "tick": "line-ns-open",
    "ring": "circle-open",
    "cross": "x-thin-open",
}
SHAPE_WORDS = {
    "dot": marked("exact"),
    "up": marked("at least, more than"),
    "down": marked("nearly, up to, fewer than"),
    "half": marked("about"),
    "bar": marked("a range"),
    "tick": marked("in words only (“dozens”)"),
    "ring": marked("a difference over several days"),
    "cross": marked("withdrawn by its claimant"),
}
WHISKER = ((5.0, 6.0), (13.0, 3.5), (18.5, 1.5))
"""An open end: strokes beside the mark that grow shorter, each as (px from the point, px long)."""

DASHES = {  # "" is a solid line; the same text is valid in SVG and in Plotly
    Kind.OFFICIAL: "",
    Kind.VERIFIED: "",
    Kind.NAMED_LIST: "",
    Kind.NOT_STATED: "",
    Kind.ENEMY_LOSS: "8 3",
    Kind.ESTIMATE: "4 3",
    Kind.MODEL: "4 3",
    Kind.MEDIA_TALLY: "8 3 2 3",
}
DASH_WORDS = {"8 3": marked("enemy-loss claim"), "4 3": marked("estimate or model"), "8 3 2 3": marked("media tally")}
CARRIED = "1 4"


def shape_of(point: Point) -> str:
    """The name of a point's mark."""
    if point.computed:
        return "ring" if point.since and (point.day - point.since).days > 1 else "dot"
    if point.relation is Relation.WITHDRAWS and point.level is not None:
        return "cross"
    return SHAPES[point.qualifier]


def colour_class(colour: int) -> str:
    """The class of a line's colour; an index beyond the eight comes round again."""
    return f"c{colour % len(LIGHT)}"


def colour_hex(colour: int) -> str:
    """The same colour as a value, in light."""
    return LIGHT[colour % len(LIGHT)]


def variables() -> dict[str, str]:
    """Each light value used in a figure → the CSS custom property that holds it on the page, light or dark."""
    named = {"paper": PAPER, "ink": INK, "muted": MUTED, "hairline": HAIR, "other": OTHER}
    return {values["light"]: f"--{name}" for name, values in named.items()} | {
        value: f"--c{index}" for index, value in enumerate(LIGHT)
    }
