"""The static drawing: one SVG text, readable without scripts, in print and by screen readers.

Only classes and presentation attributes (the page's policy allows no inline style); the colours come from chart.css.
"""

from __future__ import annotations

from functools import cache, lru_cache

from tracker.charts.labels import isolated, safe, text_width, wrapped
from tracker.charts.layout import (
    TEXT,
    Frame,
    Track,
    covered_since,
    end_labels,
    end_words,
    flags,
    frame_for,
    notes,
)
from tracker.charts.series import Line, Point, SayDay, Stretch, Timeline
from tracker.charts.theme import CARRIED, DASHES, WHISKER, colour_class, shape_of
from tracker.lib.dates import show_day
from tracker.lib.tongue import say
from tracker.lib.vocabulary import Kind


def draw_svg(
    timeline: Timeline, width: float = 960, height: float = 520, narrow: bool = False, ident: str = "timeline"
) -> str:
    """``timeline`` as an SVG element of ``width`` × ``height`` units that scales with its box.

    ``narrow`` numbers the lines instead of naming them (``layout.end_labels`` has their order) and leaves quotes out.
    ``ident`` makes the ids of its title and description unique in the page. A timeline with nothing to show becomes a
    drawing of the reason in words. Every mark is a link to its claim, with the claim in words as its title.
    """
    if timeline.why_nothing is not None:
        parts, height = _reason(timeline.why_nothing, width)
        return _svg(timeline, parts, width, height, narrow, ident)
    return draw_frame(frame_for(timeline, width, height, narrow), ident)


def draw_frame(frame: Frame, ident: str) -> str:
    """The SVG element of a frame that is already laid out."""
    say_day = cache(show_day)
    lines = [_line(frame, track, say_day) for track in frame.tracks]
    parts = [*_axes(frame), *_milestones(frame), *lines, *_notes(frame)]
    parts += _numbers(frame) if frame.narrow else _names(frame)
    return _svg(frame.timeline, parts, frame.width, frame.height, frame.narrow, ident)


def _svg(timeline: Timeline, parts: list[str], width: float, height: float, narrow: bool, ident: str) -> str:
    name = safe(ident)
    return (
        f'<svg class="{"slim" if narrow else "wide"}" viewBox="0 0 {_n(width)} {_n(height)}" role="group" '
        f'aria-labelledby="{name}-t" aria-describedby="{name}-d" xmlns="http://www.w3.org/2000/svg">'
        f'<title id="{name}-t">{safe(timeline.title)}</title><desc id="{name}-d">{safe(timeline.summary)}</desc>'
        f"{''.join(parts)}</svg>"
    )


def mark(shape: str, x: float, y: float, size: float) -> str:
    """The mark called ``shape`` (see ``theme.SHAPES``) of radius ``size`` px around (x, y)."""
    if shape == "up":
        return f'<path d="M{_n(x)} {_n(y - size * 1.25)}l{_n(size * 1.2)} {_n(size * 2.1)}h{_n(size * -2.4)}z"/>'
    if shape == "down":
        return f'<path d="M{_n(x)} {_n(y + size * 1.25)}l{_n(size * 1.2)} {_n(size * -2.1)}h{_n(size * -2.4)}z"/>'
    if shape == "half":
        half = f'<path d="M{_n(x)} {_n(y - size)}a{_n(size)} {_n(size)} 0 0 0 0 {_n(2 * size)}z"/>'
        return f'<circle class="h" cx="{_n(x)}" cy="{_n(y)}" r="{_n(size)}"/>{half}'
    if shape == "tick":
        return f'<path class="b" d="M{_n(x)} {_n(y - 5)}v10"/>'
    if shape == "ring":
        return f'<circle class="h" cx="{_n(x)}" cy="{_n(y)}" r="{_n(size)}"/>'
    if shape == "cross":
        return f'<path class="b" d="M{_n(x - 4)} {_n(y - 4)}l8 8m0-8l-8 8"/>'
    return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(size)}"/>'


def bar(x: float, low: float, high: float, kind: str = "b") -> str:
    """A closed bar, with caps, from ``low`` to ``high``, both px from the top: a range, or what "about" leaves open."""
    return f'<path class="{kind}" d="M{_n(x - 4)} {_n(low)}h8m-4 0V{_n(high)}m-4 0h8"/>'


def whisker(x: float, y: float, way: int) -> str:
    """Path data of an open bar: strokes that grow shorter away from the mark at (x, y), up (1) or down (-1)."""
    return "".join(f"M{_n(x)} {_n(y - way * start)}v{_n(-way * length)}" for start, length in WHISKER)


@lru_cache(maxsize=8192)  # a day's place is written for every mark of that day
def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0").replace("-0.", "-.") if number else "0"


def _text(x: float, y: float, words: str, kind: str = "", anchor: str = "") -> str:
    attributes = f' class="{kind}"' if kind else ""
    attributes += f' text-anchor="{anchor}"' if anchor else ""
    return f'<text x="{_n(x)}" y="{_n(y)}"{attributes}>{safe(words)}</text>'


def _reason(words: str, width: float) -> tuple[list[str], float]:
    lines = wrapped(words, width - 32, 15)
    return [_text(16, 34 + 22 * index, line, "why") for index, line in enumerate(lines)], 34.0 + 22 * len(lines)


def _axes(frame: Frame) -> list[str]:
    rules, words = [], []
    for value, label in frame.values.ticks:
        y = frame.y(value)
        rules.append(f"M{_n(frame.left)} {_n(y)}H{_n(frame.right)}")
        words.append(_text(frame.left - 6, y + 4, label, anchor="end"))
    ticks, last = frame.days.ticks(5 if frame.narrow else 9), float("-inf")
    stubs = []
    for day, label in ticks:
        x = frame.x(day)
        start = max(x, text_width(label, TEXT) / 2)
        if start - text_width(label, TEXT) / 2 < last:
            continue
        stubs.append(f"M{_n(x)} {_n(frame.bottom)}v5")
        words.append(_text(start, frame.height - 6, label, anchor="middle"))
        last = start + text_width(label, TEXT) / 2 + 8
    if frame.worded:
        words.append(_text(frame.left - 6, frame.strip + 4, say("words"), anchor="end"))
    zero = f"M{_n(frame.left)} {_n(frame.y(frame.values.foot))}H{_n(frame.right)}"
    base = f'<path class="x" d="{zero}{"".join(stubs)}"/>'
    return ['<g class="axis">', f'<path d="{"".join(rules)}"/>', base, *words, "</g>"]


def _milestones(frame: Frame) -> list[str]:
    lines, words = [], []
    for flag in flags(frame.timeline, frame.left, frame.width, frame.narrow):
        x, y = frame.x(flag.milestone.day), frame.top - 8 - flag.row * 15
        title = f"{show_day(flag.milestone.day)}: {flag.milestone.label}"
        detail = f". {flag.milestone.detail}" if flag.milestone.detail else ""
        lines.append(f"M{_n(x)} {_n(y - (-2 if frame.narrow else 10))}V{_n(frame.bottom)}")
        if frame.narrow:
            text = _text(flag.left + 6, y, flag.words, anchor="middle")
        elif flag.left < x:
            text = _text(x - 4, y, flag.words, anchor="end")
        else:
            text = _text(x + 4, y, flag.words)
        words.append(f"<g><title>{safe(title + detail)}</title>{text}</g>")
    return ['<g class="event">', f'<path d="{"".join(lines)}"/>', *words, "</g>"] if words else []


def _line(frame: Frame, track: Track, say_day: SayDay) -> str:
    line, grey = track.line, track.grey
    solid, carried = step_paths(frame, track.stretches)
    dash = DASHES[line.kind]
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    stems = _stems(frame, track.points) if frame.timeline.alone else ""
    drawn = f'<path class="s" d="{stems}"/>' if stems else ""
    drawn += f'<path class="p" d="{solid}"{dashed}/>' if solid else ""
    if not grey:
        drawn += f'<path class="q" d="{carried}" stroke-dasharray="{CARRIED}"/>' if carried else ""
        drawn += _bars(frame, track)
    marks = "".join(_mark(frame, point, grey, say_day) for point in track.points)
    return f'<g class="{"o" if grey else colour_class(line.colour)}">{drawn}{marks}</g>'


def _stems(frame: Frame, points: list[Point]) -> str:
    """From zero to each count that stands alone, and back along the days that it covers."""
    foot, parts = _n(frame.y(frame.values.foot)), []
    for point in points:
        if point.level is None:
            continue
        x, y = _n(frame.at(point)), _n(frame.y(point.level))
        parts.append(f"M{x} {foot}V{y}")
        if since := covered_since(frame.timeline, point):
            parts.append(f"H{_n(frame.x(since) + frame.aside(point))}")
    return "".join(parts)


def _bars(frame: Frame, track: Track) -> str:
    """How far the wordings of a named line reach: closed bars, open ones, and the end of what is carried forward."""
    parts, path = [], []
    for point in track.points:
        x = frame.at(point)
        if point.rounding:
            parts.append(bar(x, frame.y(point.rounding[0]), frame.y(point.rounding[1]), "w"))
        elif way := frame.open_end(point):
            path.append(whisker(x, frame.y(point.level or 0), way))
    if end := track.carried_end(frame.timeline):
        path.append(f"M{_n(frame.x(end.end))} {_n(frame.y(end.level) - 4)}v8")
    return "".join(parts) + (f'<path class="w" d="{"".join(path)}"/>' if path else "")


def step_paths(frame: Frame, stretches: list[Stretch]) -> tuple[str, str]:
    """Path data of the confirmed and of the carried steps: along, then up or down on the day of the next claim."""
    solid, carried = [], []
    pen: tuple[str, str] | None = None
    last: tuple[Stretch, str] | None = None
    for stretch in stretches:
        start, end, y = _n(frame.x(stretch.start)), _n(frame.x(stretch.end)), _n(frame.y(stretch.level))
        if last and last[0].end == stretch.start and last[1] != y:
            solid.append(f"V{y}" if pen == (start, last[1]) else f"M{start} {last[1]}V{y}")
            pen = (start, y)
        if start != end and stretch.carried:
            carried.append(f"M{start} {y}H{end}")
        elif start != end:
            solid.append(f"H{end}" if pen == (start, y) else f"M{start} {y}H{end}")
            pen = (end, y)
        last = (stretch, y)
    return "".join(solid), "".join(carried)


def _mark(frame: Frame, point: Point, grey: bool, say_day: SayDay) -> str:
    """A point as a link; grey ones are quoted on their page only, for all quotes weigh more than the drawing."""
    x, size = frame.at(point), 2.6 if grey else 3.6
    if point.level is None:
        drawn = mark("tick", x, frame.strip, size)
    elif point.bar:
        drawn = bar(x, frame.y(point.bar[0]), frame.y(point.bar[1]))
    else:
        drawn = mark(shape_of(point), x, frame.y(point.level), size)
    return f"{point.opening(not (frame.narrow or grey), say_day)}{drawn}</a>"


def _notes(frame: Frame) -> list[str]:
    parts = []
    for note in notes(frame):
        colour = "o" if note.colour is None else colour_class(note.colour)
        for row, words in enumerate(note.words, start=1):
            parts.append(_text(note.box.left, note.box.top + 14 * row - 3, words, f"note {colour}"))
    return parts


def _names(frame: Frame) -> list[str]:
    """At the right edge: the claimant, under it the latest figure and who is counted, a hairline to the line's end."""
    parts, x = [], frame.right + 20
    for end in end_labels(frame):
        middle = end.top + 15
        held = [stretch.end for stretch in end.track.stretches]
        from_x = frame.x(max(held)) if held else frame.x(end.point.day)
        lead = f"M{_n(from_x + 5)} {_n(end.at)}H{_n(max(from_x + 5, frame.right))}"
        slant = f"M{_n(frame.right)} {_n(end.at)}L{_n(frame.right + 16)} {_n(middle)}"
        claimant, counted = end_words(frame, end)
        leads = f'<path class="l" d="{lead}"/><path d="{slant}"/>' if not frame.timeline.alone else ""
        parts.append(
            f'<g class="name {colour_class(end.line.colour)}">'
            f"<title>{safe(line_in_words(end.line))} · {safe(end.point.figure)}</title>"
            f"{leads}{_text(x, end.top + 12.5, claimant, 'n')}"
            f"{_text(x, end.top + 26, counted, 'm')}</g>"
        )
    return parts


def line_in_words(line: Line) -> str:
    """Whose count of whom, and of what kind where that is known: "Artsakh Ministry of Defence · combatants"."""
    kind = f" ({line.kind.label})" if line.kind is not Kind.NOT_STATED else ""
    return f"{isolated(line.claimant)} · {isolated(line.counted)}{kind}"


def _numbers(frame: Frame) -> list[str]:
    parts, x = [], frame.width - 9
    for number, end in enumerate(end_labels(frame), start=1):
        middle = end.top + 9.5
        parts.append(
            f'<g class="name {colour_class(end.line.colour)}"><title>{safe(line_in_words(end.line))}</title>'
            f'<path d="M{_n(frame.right)} {_n(end.at)}L{_n(x - 8)} {_n(middle)}"/>'
            f'<circle cx="{_n(x)}" cy="{_n(middle)}" r="8.5"/>{_text(x, middle + 4, str(number), "k", "middle")}</g>'
        )
    return parts
