"""How far a wording reaches: closed bars, open bars, withdrawals, corrections, the end of what is carried forward."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.charts.drawn import START, line, links, point, texts, timeline
from tests.charts.test_agreement import drawn_strokes
from tracker.charts.block import draw_block
from tracker.charts.layout import frame_for
from tracker.charts.series import Point, Timeline
from tracker.charts.svg import draw_svg
from tracker.charts.theme import WHISKER
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Relation

TALLEST = point(9, 2000)


@pytest.mark.parametrize(
    ("qualifier", "value", "way"),
    [
        (Qualifier.AT_LEAST, 874, 1),
        (Qualifier.MORE_THAN, 60, 1),
        (Qualifier.NEARLY, 1000, -1),
        (Qualifier.UP_TO, 1000, -1),
        (Qualifier.FEWER_THAN, 1000, -1),
        (Qualifier.EXACT, 874, 0),
        (Qualifier.UP_TO, 5, 0),  # no room above the axis
    ],
)
def test_an_open_wording_has_strokes_that_fade_the_way_it_is_open(qualifier: Qualifier, value: int, way: int) -> None:
    shown = timeline(line(point(0, value, qualifier), TALLEST, point(43, 2000)))
    frame = frame_for(shown, 960, 520, narrow=False)
    strokes = [stroke for stroke in drawn_strokes(draw_svg(shown), "w") if stroke[0] < frame.at(TALLEST)]
    lengths = [stroke[1] - stroke[3] for stroke in strokes]
    assert lengths == pytest.approx([way * length for _, length in WHISKER] if way else [], abs=0.11)


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [(1000, 500, 1500), (1250, 1245, 1255), (200, 150, 250), (874, None, None)],  # half of 1000, of 10, of 100, of 1
)
def test_about_has_a_closed_bar_as_wide_as_its_rounding(value: int, low: int | None, high: int | None) -> None:
    shown = timeline(line(point(0, value, Qualifier.ABOUT), TALLEST))
    frame = frame_for(shown, 960, 520, narrow=False)
    x = frame.at(shown.points[0])
    upright = [each for each in drawn_strokes(draw_svg(shown), "w") if abs(each[0] - x) + abs(each[2] - x) < 0.2]
    if low is None or high is None:
        assert upright == []
    else:
        [(_, foot, _, head)] = upright
        assert (foot, head) == pytest.approx((frame.y(low), frame.y(high)), abs=0.11)


def test_the_axis_holds_the_whole_of_a_closed_bar() -> None:
    shown = timeline(line(point(0, 1000, Qualifier.ABOUT)))
    assert frame_for(shown, 960, 520, narrow=False).values.top >= 1500


def test_grey_lines_have_no_bars() -> None:
    shown = timeline(line(TALLEST, point(43, 2000)), others=(line(point(3, 800, Qualifier.AT_LEAST)),))
    assert drawn_strokes(draw_svg(shown), "w") == []


def test_bars_are_explained_where_there_are_any() -> None:
    block = draw_block(timeline(line(point(0, 874, Qualifier.AT_LEAST), point(1, 1000, Qualifier.ABOUT))))
    assert "open: any number beyond" in block and "by its rounding" in block
    assert "open: any number beyond" not in draw_block(timeline(line(point(0, 874))))


WITHDRAWN: dict[str, Any] = {"relation": Relation.WITHDRAWS, "stood": 93, "figure": "withdrawn: 93"}


@pytest.mark.parametrize(
    ("later", "label"),
    [
        (point(5, 151, fell=True), "fell to 151"),
        (point(5, 39, relation=Relation.CORRECTS), "corrected to 39"),
        (point(5, 99, relation=Relation.CORRECTS), "corrected to 99"),
        (point(5, None, Qualifier.VAGUE, **WITHDRAWN), "withdrawn: 93"),
    ],
)
def test_what_became_of_a_count_is_labelled_and_said(later: Point, label: str) -> None:
    svg = draw_svg(timeline(line(point(0, 158), later)))
    assert label in texts(svg)
    assert label in links(svg)[later.url]


def test_a_withdrawal_stands_where_the_count_stood_and_ends_the_line() -> None:
    ending = point(5, None, Qualifier.VAGUE, **WITHDRAWN)
    steps = line(point(0, 93), ending)
    shown = timeline(steps)
    assert (ending.level, len(shown.stretches(steps)), "words" in texts(draw_svg(shown))) == (93, 1, False)
    assert "withdrawn by its claimant" in draw_block(shown)


def ends_marked(shown: Timeline) -> list[float]:
    frame = frame_for(shown, 960, 520, narrow=False)
    across = frame.right - frame.left - 16
    ends = [x for x, top, _, foot in drawn_strokes(draw_svg(shown), "w") if abs(foot - top - 8) < 0.11]
    return [round((x - frame.left - 8) / across * 44) for x in ends]


def test_what_is_carried_forward_ends_after_the_stated_age_with_a_mark() -> None:
    assert ends_marked(timeline(line(point(3, 84)))) == [17]  # 3 + 14 days
    assert ends_marked(timeline(line(point(40, 84)))) == []  # the chart ends first
    assert "carried forward, at most 14 days" in draw_block(timeline(line(point(3, 84))))
    assert "at most 7 days" in draw_block(timeline(line(point(3, 84)), carried_days=7))


def test_the_other_lines_are_listed_by_claimant_with_their_views() -> None:
    others = [line(point(number, 5), claimant="Agency <&>") for number in range(5)]
    listed = tuple(replace(each, address="/conflicts/x/?claimant=a&b") for each in others)
    block = draw_block(timeline(line(TALLEST), others=listed))
    assert "and 5 other lines" in block
    assert block.count('<a href="/conflicts/x/?claimant=a&amp;b"><bdi>Agency &lt;&amp;&gt;</bdi></a>') == 1
    assert "and 2 more" in block  # three things counted are named
    assert "timeline-others" not in draw_block(timeline(line(TALLEST)))


def test_a_period_says_its_days_and_is_drawn_over_them() -> None:
    shown = timeline(line(point(9, 44, since=START)), carried_days=0)
    [title] = links(draw_svg(shown)).values()
    assert "27 Sep to 6 Oct 2020" in title
    frame = frame_for(shown, 960, 520, narrow=False)
    along = [stroke for stroke in drawn_strokes(draw_svg(shown), "s") if stroke[1] == stroke[3]]
    assert [(each[0], each[2]) for each in along] == [
        pytest.approx((frame.at(shown.points[0]), frame.x(START)), abs=0.1)
    ]
