"""The whole figure as it stands in a page: the static drawings, the key of numbers, the meaning of the marks."""

from __future__ import annotations

import json

from tracker.charts.labels import isolated, safe
from tracker.charts.layout import Frame, end_labels, flags, frame_for, tracks_of
from tracker.charts.panels import panel_frames
from tracker.charts.series import Line, Timeline
from tracker.charts.svg import bar, draw_frame, mark, whisker
from tracker.charts.theme import CARRIED, DASH_WORDS, DASHES, SHAPE_WORDS, colour_class, shape_of
from tracker.lib.dates import show_day
from tracker.lib.tongue import marked, number, say, say_many

SIZES = {False: ((960, 520), (360, 440)), True: ((960, 260), (360, 260))}
"""px of the wide and of the slim drawing, by whether the block is a small one."""
MOST_COUNTED = 3
"""Things counted that the list of other lines names for each claimant."""
WORDS = {
    "chart": marked("Chart: arrow keys go through the claims, Enter opens one"),
    "button": marked("Interactive chart"),
    "open": marked("The claim and its article"),
    "compare": marked("Compare with…"),
    "next": marked("Now choose the claim to compare it with."),
    "judge": marked("Do these two contradict?"),
    "close": marked("Close"),
}
"""What chart.js says."""


def draw_block(
    timeline: Timeline,
    figure_url: str = "",
    plotly_url: str = "",
    ident: str = "timeline",
    compare_url: str = "",
    small: bool = False,
) -> str:
    """``timeline`` as a ``<figure>``: a wide and a narrow SVG (chart.css shows one of them), key, meaning of the marks.

    ``figure_url`` gives the JSON of ``plotly_figure``, ``plotly_url`` the library; without both the drawing stays
    static, and so do panels. ``compare_url`` is the page that compares two claims. The result is safe HTML.
    """
    if timeline.why_nothing is not None:
        return f'<figure class="timeline"><p class="timeline-why">{safe(timeline.why_nothing)}</p></figure>'
    words = {name: say(text) for name, text in WORDS.items()}
    data = f' data-words="{safe(json.dumps(words, ensure_ascii=False))}"'
    data += f' data-compare="{safe(compare_url)}"' if compare_url else ""
    if figure_url and plotly_url and not timeline.panels:
        data += f' data-figure-url="{safe(figure_url)}" data-plotly="{safe(plotly_url)}"'
    inside = _sides(timeline, ident) if timeline.panels else _drawings(timeline, ident, small)
    remarks = "".join(f'<p class="timeline-remark">{safe(remark)}</p>' for remark in timeline.remarks)
    return (
        f'<figure class="timeline"{data}>{inside}'
        f"<figcaption>{remarks}{_caption(timeline)}</figcaption>{_others(timeline.others)}</figure>"
    )


def _drawings(timeline: Timeline, ident: str, small: bool) -> str:
    """The slim one first: a phone draws it before the wide one has been read."""
    tracks, (wide, slim) = tracks_of(timeline), SIZES[small]
    narrow = frame_for(timeline, *slim, True, tracks)
    drawings = draw_frame(narrow, f"{ident}-slim") + draw_frame(frame_for(timeline, *wide, False, tracks), ident)
    return f'<div class="timeline-box paired">{drawings}</div>{_key([*_line_rows(narrow), *_flag_rows(narrow)])}'


def _sides(timeline: Timeline, ident: str) -> str:
    """A panel for each side, all on one scale of days and one of values."""
    parts, frames = [], panel_frames(timeline)
    for place, (name, frame) in enumerate(frames, start=1):
        drawn = draw_frame(frame, f"{ident}-{place}")
        parts.append(
            f'<section><h3>{safe(name)}</h3><div class="timeline-box">{drawn}</div>{_key(_line_rows(frame))}</section>'
        )
    return f'<div class="timeline-sides">{"".join(parts)}{_key(_flag_rows(frames[0][1]))}</div>'


def _key(rows: list[str]) -> str:
    return f'<ol class="timeline-key">{"".join(rows)}</ol>' if rows else ""


def _line_rows(slim: Frame) -> list[str]:
    return [
        f'<li class="{colour_class(end.line.colour)}"><b>{place}</b> <bdi>{safe(end.line.claimant)}</bdi> '
        f"<span><bdi>{safe(end.point.figure)}</bdi> · <bdi>{safe(end.point.counted)}</bdi></span></li>"
        for place, end in enumerate(end_labels(slim), start=1)
    ]


def _flag_rows(slim: Frame) -> list[str]:
    return [
        f'<li class="e"><b>{flag.words}</b> <bdi>{safe(flag.milestone.label)}</bdi> '
        f"<span>{show_day(flag.milestone.day)}</span></li>"
        for flag in flags(slim.timeline, slim.left, slim.width, narrow=True)
    ]


def meanings(timeline: Timeline) -> list[tuple[str, str]]:
    """What the marks and dashes of the drawing mean: each as drawn on 24 × 12 px (or nothing), and in words."""
    shapes = {shape_of(point) for point in timeline.points}
    words = SHAPE_WORDS | ({"dot": marked("a difference over one day")} if timeline.daily else {})
    items = [(_shape(shape), say(words[shape])) for shape in words if shape in shapes]
    named = [point for line in timeline.lines for point in timeline.shown(line)]
    if any(point.open_end for point in named):
        items.append((f'<path class="w" d="{whisker(4, 16, 1)}"/>', say("open: any number beyond")))
    if any(point.rounding for point in named):
        items.append((bar(12, 11, 1, "w"), say("as far as “about” may reach, by its rounding")))
    if timeline.alone and any(point.since and point.since < point.day for point in timeline.points):
        items.append(('<path class="s" d="M2 11V3H22"/>', say("the days that a count covers")))
    dashes = {DASHES[line.kind] for line in timeline.lines} if not timeline.alone else set()
    items += [(_dash("p", dash), say(words)) for dash, words in DASH_WORDS.items() if dash in dashes]
    if timeline.carried_days:
        items.append((_dash("q", CARRIED), _carried(timeline.carried_days)))
    if timeline.others:
        items.append((f'<g class="o">{_dash("p", "")}</g>', say("other claimants")))
    if timeline.undrawn:
        items.append(("", _undrawn(timeline.undrawn)))
    return items


def _carried(days: int) -> str:
    words = say_many("carried forward, at most {days} day", "carried forward, at most {days} days", days)
    return words.format(days=number(days))


def _undrawn(lines: int) -> str:
    words = say_many(
        "{lines} further line has no room here: it stands in the table",
        "{lines} further lines have no room here: they stand in the table",
        lines,
    )
    return words.format(lines=number(lines))


def _caption(timeline: Timeline) -> str:
    return "".join(
        f'<span class="timeline-mark">{_icon(drawn) if drawn else ""} {safe(words)}</span> '
        for drawn, words in meanings(timeline)
    )


def _others(lines: tuple[Line, ...]) -> str:
    """The lines that are not named beside the plot, by claimant."""
    counted: dict[tuple[str, str], list[str]] = {}
    for line in lines:
        counted.setdefault((line.claimant, line.address), []).append(line.counted)
    rows = []
    for (claimant, address), things in counted.items():
        name = f"<bdi>{safe(claimant)}</bdi>"
        name = f'<a href="{safe(address)}">{name}</a>' if address else name
        said, more = "; ".join(isolated(thing) for thing in things[:MOST_COUNTED]), len(things) - MOST_COUNTED
        said = say("{things} and {more} more").format(things=said, more=number(more)) if more > 0 else said
        rows.append(f"<li>{name}: {safe(said)}</li>")
    if not rows:
        return ""
    many = say_many("and {lines} other line", "and {lines} other lines", len(lines)).format(lines=number(len(lines)))
    return f'<details class="timeline-others"><summary>{safe(many)}</summary><ul>{"".join(rows)}</ul></details>'


def _icon(drawn: str) -> str:
    return f'<svg class="icon" viewBox="0 0 24 12" width="24" height="12" aria-hidden="true">{drawn}</svg>'


def _shape(shape: str) -> str:
    return bar(12, 11, 1) if shape == "bar" else mark(shape, 12, 6, 3.6)


def _dash(kind: str, dash: str) -> str:
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<path class="{kind}" d="M0 6H24"{dashed}/>'
