"""A view's drawing as a file of its own: title, answer, source, address and terms inside, colours and all.

Nothing in it is fetched. PNG is made from the very same text, so its style keeps to what a plain SVG renderer knows:
no custom properties, no functional selectors.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tracker.charts.block import meanings
from tracker.charts.labels import clip, isolated, safe, text_width, wrapped
from tracker.charts.layout import BOLD, SMALL, TEXT, end_labels, flags
from tracker.charts.panels import panel_frames
from tracker.charts.series import Line, Timeline
from tracker.charts.svg import draw_frame, draw_svg
from tracker.charts.theme import HAIR, INK, LIGHT, MUTED, OTHER, PAPER

FONTS = "'Noto Sans','Noto Sans Arabic',system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif"
INSIDE = '<a href="/'
"""How a mark's link to a page of this site begins."""
GUTTER = 24
"""px between two panels."""
APART = 260.0
"""px of the chart of counts that stand alone."""


@dataclass(frozen=True)
class Captions:
    """The words around a drawing. ``root`` is the site's address, for the links of the marks."""

    title: str
    answer: str
    asked: str
    source: str
    address: str
    terms: str
    root: str
    right_to_left: bool = False
    answered_by: tuple[str, ...] = ()
    """Addresses of the claims that the answer names: where few lines are named, theirs come first."""
    apart: str = ""
    why_apart: str = ""
    """The heading of the counts that stand alone, and what they are."""


@dataclass(frozen=True)
class Shape:
    """The measures of a picture in px of the drawing. With a ``height`` the plot takes what the words leave of it."""

    width: float
    margin: float
    title: float
    text: float
    plot: float = 0
    height: float = 0
    most_named: int = 0
    """Lines named beside the plot, the rest grey and no milestones, for want of room. 0: everything."""


FULL = Shape(width=960, margin=24, title=22, text=14, plot=500)
CARD = Shape(width=800, margin=28, title=23, text=14, height=420, most_named=5)


def draw_picture(timeline: Timeline, said: Captions, shape: Shape = FULL, apart: Timeline | None = None) -> str:
    """A whole SVG file, below the timeline the counts that stand ``apart``. Every text in it is escaped."""
    inside = shape.width - 2 * shape.margin
    timeline = _named_few(timeline, shape.most_named, said.answered_by)
    head, top = _head(said, shape, inside)
    foot, below = _foot(said, shape, inside, timeline, apart)
    plot = shape.plot or shape.height - top - below - shape.margin
    if timeline.panels and timeline.why_nothing is None:
        drawing, plot = _panels(timeline, shape.margin, top, inside)
    else:
        drawing = _placed(draw_svg(timeline, inside, plot), shape.margin, top, inside, plot)
    height = shape.height or top + plot + below + shape.margin
    size = f'width="{_n(shape.width)}" height="{_n(height)}"'
    drawn = f'{drawing}<g transform="translate({_n(shape.margin)} {_n(top + plot)})">{foot}</g>'
    drawn = drawn.replace(INSIDE, f'<a href="{safe(said.root)}/')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(shape.width)} {_n(height)}" {size} '
        f'font-family="{FONTS}" font-size="{_n(TEXT)}">{_metadata(said)}<style>{STYLE}</style>'
        f'<rect class="paper" {size}/>{head}{drawn}</svg>\n'
    )


def _placed(drawing: str, x: float, y: float, width: float, height: float) -> str:
    """An SVG element inside another, at its place."""
    box = f'x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"'
    return drawing.replace("<svg ", f'<svg {box} overflow="visible" preserveAspectRatio="xMinYMin meet" ', 1)


def _panels(timeline: Timeline, left: float, top: float, width: float) -> tuple[str, float]:
    """A panel for each side, two in a row, with the names of its lines and of the milestones; and px they take."""
    wide = (width - GUTTER) / 2
    parts, y, tallest, frames = [], 0.0, 0.0, panel_frames(timeline)
    for at, (name, frame) in enumerate(frames):
        if at % 2 == 0:
            y, tallest = y + tallest, 0.0
        x, high = left + (at % 2) * (wide + GUTTER), frame.height * wide / frame.width
        parts.append(_text(x, top + y + 16, _lines(name, wide / BOLD, TEXT + 2, 1)[0], "side", TEXT + 2))
        parts.append(_placed(draw_frame(frame, f"timeline-{at}"), x, top + y + 26, wide, high))
        ends = end_labels(frame)
        for number, end in enumerate(ends, start=1):
            counted = f"{isolated(end.point.figure)} · {isolated(end.point.counted)}"
            words = _lines(f"{number}  {isolated(end.line.claimant)}: {counted}", wide, TEXT, 1)[0]
            parts.append(_text(x, top + y + high + 28 + 16 * number, words, "entry", TEXT))
        tallest = max(tallest, high + 44 + 16 * len(ends))
    y += tallest
    first = frames[0][1]
    marks = [
        f"{flag.words}  {isolated(flag.milestone.label)}"
        for flag in flags(first.timeline, first.left, first.width, first.narrow)
    ]
    for line in _lines(" · ".join(marks), width, TEXT, 3) if marks else ():
        parts.append(_text(left, top + y, line, "small", TEXT))
        y += 16
    return "".join(parts), y


def _named_few(timeline: Timeline, most: int, first: tuple[str, ...]) -> Timeline:
    """At most so many lines named: those with the claims at the addresses ``first``, then those with most claims."""
    if not most:
        return timeline

    def rank(line: Line) -> tuple[bool, int]:
        points = timeline.shown(line)
        return not any(point.url in first for point in points), -len(points)

    few = sorted(timeline.lines, key=rank)[:most]
    named = tuple(line for line in timeline.lines if line in few)
    rest = tuple(line for line in timeline.lines if line not in few)
    return replace(timeline, lines=named, others=rest + timeline.others, milestones=(), panels=False)


def _metadata(said: Captions) -> str:
    """Dublin Core, for those who find the file without its page."""
    terms = {"title": said.title, "description": said.asked, "source": said.address, "rights": said.terms}
    inside = "".join(f"<dc:{name}>{safe(words)}</dc:{name}>" for name, words in terms.items())
    return f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{inside}</metadata>'


def _head(said: Captions, shape: Shape, width: float) -> tuple[str, float]:
    """Title, answer and what was asked for, from the top; and px from the top where they end."""
    parts, y = [], shape.margin
    rows = [("title", said.title, shape.title, BOLD, 2), ("answer", said.answer, shape.text, 1, 3)]
    rows += [("asked", said.asked, SMALL, 1, 2)] if shape.plot else []
    for kind, words, size, boldness, most in rows:
        for line in _lines(words, width / boldness, size, most):
            y += size * 1.3
            parts.append(_row(said, shape.margin, width, y - size * 0.3, line, kind, size))
        y += 5
    return "".join(parts), y + 6


def _foot(said: Captions, shape: Shape, width: float, timeline: Timeline, apart: Timeline | None) -> tuple[str, float]:
    """The meaning of the marks, what stands apart, then source, address and terms, from 0 down; and px they take."""
    meant = meanings(timeline) if shape.plot and timeline.why_nothing is None else []
    parts, y = _legend(said, width, 0, meant, timeline.remarks if shape.plot else ())
    if apart and apart.why_nothing is None:
        drawn, y = _apart(said, width, y, apart, [item for item in meanings(apart) if item not in meant])
        parts += drawn
    parts.append(f'<path class="rule" d="M0 {_n(y + 12)}H{_n(width)}"/>')
    y += 16
    rows = _lines(said.source, width, SMALL, 1)
    rows += [f"\u2066{line}\u2069" for line in _lines(said.address, width, SMALL, 1)]
    rows += _lines(said.terms, width, SMALL, 2) if shape.plot else []
    for line in rows:
        y += SMALL * 1.4
        parts.append(_row(said, 0, width, y, line, "small", SMALL))
    return "".join(parts), y + 4


def _apart(
    said: Captions, width: float, y: float, apart: Timeline, meant: list[tuple[str, str]]
) -> tuple[list[str], float]:
    """The counts that stand alone under their heading, from ``y`` down; and where they end."""
    y += 22 + TEXT + 2
    parts = [_row(said, 0, width, y, line, "side", TEXT + 2) for line in _lines(said.apart, width / BOLD, TEXT + 2, 1)]
    for line in _lines(said.why_apart, width, SMALL, 2):
        y += SMALL * 1.5
        parts.append(_row(said, 0, width, y, line, "small", SMALL))
    y += 8
    parts.append(_placed(draw_svg(apart, width, APART, ident="apart"), 0, y, width, APART))
    legend, y = _legend(said, width, y + APART, meant, apart.remarks)
    return parts + legend, y


def _legend(
    said: Captions, width: float, y: float, meant: list[tuple[str, str]], remarks: tuple[str, ...]
) -> tuple[list[str], float]:
    """What marks mean, and remarks, from ``y`` down; and where they end."""
    parts = []
    if meant:
        key, high = _key(meant, width)
        parts.append(f'<g transform="translate(0 {_n(y)})">{key}</g>' if y else key)
        y += high
    for remark in remarks:
        for line in _lines(remark, width, SMALL, 2):
            y += SMALL * 1.5
            parts.append(_row(said, 0, width, y, line, "small", SMALL))
    return parts, y


def _lines(words: str, width: float, size: float, most: int) -> list[str]:
    """``words`` in at most so many lines, the last one clipped."""
    lines = wrapped(words, width, size)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], clip(" ".join(lines[most - 1 :]), width, size)]


def _key(meant: list[tuple[str, str]], width: float) -> tuple[str, float]:
    parts, x, y = [], 0.0, 26.0
    for drawn, words in meant:
        takes = 30 + text_width(words, SMALL) + 14
        if x and x + takes > width:
            x, y = 0.0, y + 18
        icon = f'<g transform="translate(0 -10)">{drawn}</g>'
        parts.append(f'<g transform="translate({_n(x)} {_n(y)})">{icon}{_text(30, 0, words, "small", SMALL)}</g>')
        x += takes
    return f'<g class="meaning">{"".join(parts)}</g>', y


def _row(said: Captions, left: float, width: float, y: float, words: str, kind: str, size: float) -> str:
    """A line of running text from the side on which its language begins."""
    if not said.right_to_left:
        return _text(left, y, words, kind, size)
    return _text(left + width, y, f"\u2067{words}\u2069", kind, size).replace("<text ", '<text text-anchor="end" ', 1)


def _text(x: float, y: float, words: str, kind: str, size: float) -> str:
    return f'<text x="{_n(x)}" y="{_n(y)}" class="{kind}" font-size="{_n(size)}">{safe(words)}</text>'


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _style() -> str:
    """The rules of chart.css in light; a line's colour is its group's ``color``."""
    paper, ink, muted, hair = PAPER["light"], INK["light"], MUTED["light"], HAIR["light"]
    colours = {f".c{index}": colour for index, colour in enumerate(LIGHT)} | {".o": OTHER["light"], ".meaning": muted}
    drawn = "".join(f"{name}{{color:{colour}}}" for name, colour in colours.items())
    return f"""
{drawn}
text,.side{{fill:{ink}}}.paper{{fill:{paper}}}.rule{{stroke:{hair}}}
.asked,.small,.axis text,.event text,.m{{fill:{muted}}}.n,.note{{fill:currentColor}}
.o.note{{fill:{muted}}}.k{{fill:{paper}}}
.title,.n,.side,.k{{font-weight:600}}.m,.note,.event text{{font-size:11.5px}}.why{{font-size:15px}}
.note,.n,.event text{{paint-order:stroke;stroke:{paper};stroke-width:3px;stroke-linejoin:round}}
circle,a path,.meaning path{{fill:currentColor}}a circle,a path{{stroke:{paper}}}
.p,.q,.s,.w,.name path,a .b,.meaning .b,.meaning .p,.meaning .q,.meaning .s,.meaning .w{{fill:none;stroke:currentColor}}
.p,.q{{stroke-width:1.8}}.o .p,.o .q{{stroke-width:1}}.q{{stroke-linecap:round;opacity:.6}}
.s{{stroke-width:1;opacity:.7}}.w{{stroke-width:1.2;opacity:.55}}
.name path{{stroke-width:.75;opacity:.55}}.name path.l{{stroke:{muted};stroke-width:.5;opacity:.5}}
.h{{fill:{paper};stroke:currentColor;stroke-width:1.4}}.b{{stroke-width:2}}
.axis path{{stroke:{hair}}}.axis .x{{stroke:{muted};fill:none}}
.event path{{stroke:{muted};stroke-width:.75;stroke-dasharray:1 2}}
"""


STYLE = _style()
