"""The whole figure as it stands in a page: both static drawings, the key of numbers, the meaning of the marks."""

from __future__ import annotations

from tracker.charts.labels import safe
from tracker.charts.layout import Frame, end_labels, flags, frame_for, tracks_of
from tracker.charts.series import Timeline
from tracker.charts.svg import bar, draw_frame, mark
from tracker.charts.theme import CARRIED, DASH_WORDS, DASHES, SHAPE_WORDS, SHAPES, colour_class
from tracker.lib.dates import show_day


def draw_block(timeline: Timeline, figure_url: str = "", plotly_url: str = "", ident: str = "timeline") -> str:
    """``timeline`` as a ``<figure>``: a wide and a narrow SVG (chart.css shows one of them), key, meaning of the marks.

    ``figure_url`` gives the JSON of ``plotly_figure``, ``plotly_url`` the library; without both the drawing stays
    static. The result is safe HTML.
    """
    if timeline.why_nothing is not None:
        return f'<figure class="timeline"><p class="timeline-why">{safe(timeline.why_nothing)}</p></figure>'
    live = (
        f' data-figure-url="{safe(figure_url)}" data-plotly="{safe(plotly_url)}"' if figure_url and plotly_url else ""
    )
    tracks = tracks_of(timeline)
    slim = frame_for(timeline, 360, 440, True, tracks)
    drawings = draw_frame(frame_for(timeline, 960, 520, False, tracks), ident) + draw_frame(slim, f"{ident}-slim")
    return (
        f'<figure class="timeline"{live}><div class="timeline-box">{drawings}</div>'
        f"{_key(slim)}<figcaption>{''.join(_meanings(timeline))}</figcaption></figure>"
    )


def _key(slim: Frame) -> str:
    rows = [
        f'<li class="{colour_class(end.line.colour)}"><b>{number}</b> <bdi>{safe(end.line.claimant)}</bdi> '
        f"<span>{safe(end.point.figure)} · <bdi>{safe(end.line.counted)}</bdi></span></li>"
        for number, end in enumerate(end_labels(slim), start=1)
    ]
    rows += [
        f'<li class="e"><b>{flag.words}</b> <bdi>{safe(flag.milestone.label)}</bdi> '
        f"<span>{show_day(flag.milestone.day)}</span></li>"
        for flag in flags(slim.timeline, slim.left, slim.width, narrow=True)
    ]
    return f'<ol class="timeline-key">{"".join(rows)}</ol>' if rows else ""


def _meanings(timeline: Timeline) -> list[str]:
    shapes = {SHAPES[point.qualifier] for point in timeline.points}
    items = [(_icon(_shape(shape)), words) for shape, words in SHAPE_WORDS.items() if shape in shapes]
    dashes = {DASHES[line.kind] for line in timeline.lines}
    items += [(_icon(_dash("p", dash)), words) for dash, words in DASH_WORDS.items() if dash in dashes]
    if timeline.carried_days:
        items.append((_icon(_dash("q", CARRIED)), f"carried forward, at most {timeline.carried_days} days"))
    if timeline.others:
        items.append((f'<span class="o">{_icon(_dash("p", ""))}</span>', "other claimants"))
    if timeline.undrawn:
        items.append(("", f"{timeline.undrawn:,} further lines have no room here: they stand in the table"))
    return [f'<span class="timeline-mark">{icon} {words}</span> ' for icon, words in items]


def _icon(drawn: str) -> str:
    return f'<svg class="icon" viewBox="0 0 24 12" width="24" height="12" aria-hidden="true">{drawn}</svg>'


def _shape(shape: str) -> str:
    return bar(12, 11, 1) if shape == "bar" else mark(shape, 12, 6, 3.6)


def _dash(kind: str, dash: str) -> str:
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<path class="{kind}" d="M0 6H24"{dashed}/>'
