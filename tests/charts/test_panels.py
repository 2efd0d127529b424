"""Side by side: a panel for each side, all on the same scales."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.charts.drawn import line, links, point, timeline
from tracker.charts.block import draw_block
from tracker.charts.panels import panel_frames
from tracker.charts.series import Timeline
from tracker.charts.svg import draw_frame
from tracker.lib.counts import Qualifier


def sides(panels: bool = True) -> Timeline:
    north, south, both = line(point(0, 16), point(9, 90)), line(point(1, 900)), line(point(3, 5000))
    words = line(point(4, None, Qualifier.VAGUE))
    return timeline(
        replace(both, side=""),
        replace(south, side="South"),
        replace(north, side="North"),
        others=(replace(words, side="North"),),
        panels=panels,
    )


def test_each_side_has_a_panel_and_counts_of_all_sides_come_last() -> None:
    assert [name for name, _ in panel_frames(sides())] == ["North", "South", "All sides"]


def test_all_panels_have_the_same_days_values_and_room() -> None:
    frames = [frame for _, frame in panel_frames(sides())]
    assert len({(frame.values, frame.days, frame.left, frame.right, frame.top, frame.bottom) for frame in frames}) == 1
    assert frames[0].values.top >= 5000


def test_every_claim_stands_in_one_panel() -> None:
    shown = sides()
    drawn = [url for _, frame in panel_frames(shown) for url in links(draw_frame(frame, "x"))]
    assert sorted(drawn) == sorted(each.url for each in shown.points)


def test_the_page_says_which_side_each_panel_shows() -> None:
    block = draw_block(sides(), "/figure.json", "/plotly.js")
    assert re.findall(r"<h3>([^<]+)</h3>", block) == ["North", "South", "All sides"]
    ids = re.findall(r' id="([^"]+)"', block)
    assert len(ids) == len(set(ids)) == 6


def test_panels_stay_static() -> None:
    assert "data-figure-url" not in draw_block(sides(), "/figure.json", "/plotly.js")
    assert "data-figure-url" in draw_block(sides(panels=False), "/figure.json", "/plotly.js")


def test_a_side_with_markup_for_a_name_is_harmless() -> None:
    shown = timeline(replace(line(point(0, 5)), side='<b>"x"'), panels=True)
    assert "<h3>&lt;b&gt;&quot;x&quot;</h3>" in draw_block(shown)
