"""Differences between totals: which pairs have one, and what is said of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.charts.drawn import START, line, links, point, texts, timeline
from tracker.charts.block import draw_block
from tracker.charts.daily import differences
from tracker.charts.series import Point, Timeline
from tracker.charts.svg import draw_svg
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Precision, Relation


def computed(*points: Point, **changed: Any) -> Timeline:
    return differences(timeline(line(*points), **changed))


def said(shown: Timeline) -> list[tuple[int, int | None, str, str]]:
    """Day of the war, value, figure and detail of every difference."""
    return [((each.day - START).days, each.value, each.figure, each.detail) for each in shown.points]


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([point(0, 16), point(1, 20)], [(1, 4, "4 more", "computed: 20 less 16")]),
        ([point(0, 722), point(5, 874)], [(5, 152, "152 more", "over 5 days; computed: 874 less 722")]),
        ([point(0, 158), point(1, 151, fell=True)], [(1, -7, "fell by 7", "computed: 151 less 158")]),
        ([point(0, 9), point(1, 9)], [(1, 0, "no change", "computed: 9 less 9")]),
        ([point(0, 9)], []),
        # of two totals of one day the last stands for it
        ([point(0, 9), point(3, 12), point(3, 10)], [(3, 1, "1 more", "over 3 days; computed: 10 less 9")]),
        # words are passed over: they have no number
        (
            [point(0, 9), point(1, None, Qualifier.VAGUE), point(2, 11)],
            [(2, 2, "2 more", "over 2 days; computed: 11 less 9")],
        ),
        # a wording that leaves the number open has no difference, neither to it nor from it
        ([point(0, 9), point(1, 10, Qualifier.AT_LEAST), point(2, 11)], []),
        ([point(0, 900), point(1, 1000, Qualifier.ABOUT)], []),
        ([point(0, 9), point(1, None, Qualifier.RANGE, interval=(10, 20))], []),
        ([point(0, 9), point(20, 11, precision=Precision.MONTH)], []),
        # a correction is no death, but the count goes on from it
        (
            [point(0, 93), point(1, 39, relation=Relation.CORRECTS), point(2, 40)],
            [(2, 1, "1 more", "computed: 40 less 39")],
        ),
        # nothing leads over a withdrawal
        ([point(0, 9), point(1, None, Qualifier.VAGUE, relation=Relation.WITHDRAWS, stood=9), point(2, 12)], []),
    ],
)  # fmt: skip
def test_two_exact_totals_in_a_row_have_a_difference(points: list[Point], expected: list[tuple[Any, ...]]) -> None:
    assert said(computed(*points)) == expected


def test_differences_are_labelled_as_computed_and_the_others_counted() -> None:
    shown = computed(point(0, 9), point(1, 12), point(2, 20, Qualifier.MORE_THAN), point(3, 30))
    assert shown.remarks[0].startswith("Computed: ")
    assert shown.remarks[1].startswith("2 steps have no difference")
    assert all("computed: " in title for title in links(draw_svg(shown)).values())
    block = draw_block(shown)
    assert "a difference over one day" in block and "Computed: the difference between two totals" in block


def test_a_fall_is_drawn_below_zero_and_labelled() -> None:
    shown = computed(point(0, 158), point(1, 151, fell=True))
    svg = draw_svg(shown)
    assert "fell by 7" in texts(svg)
    assert any(words.startswith("\u2212") for words in texts(svg))


def test_only_the_named_lines_have_differences_and_none_is_joined() -> None:
    shown = differences(timeline(line(point(0, 1), point(1, 2)), others=(line(point(0, 5), point(1, 9)),)))
    assert [each.value for each in shown.points] == [1]
    assert shown.others == () and all(shown.stretches(each) == [] for each in shown.lines)


def test_without_two_exact_totals_the_chart_says_why() -> None:
    assert "no difference to compute" in (computed(point(0, 9)).why_nothing or "")
    assert computed(why_empty="Nobody counts.").why_nothing == "Nobody counts."


def test_lines_of_one_day_do_not_hide_each_other() -> None:
    one, other = line(point(0, 1), point(1, 2)), line(point(0, 3), point(1, 4))
    places = [each.nudge for each in differences(timeline(one, other)).points]
    assert places[0] < 0 < places[1] and places[1] - places[0] <= 0.8


@given(st.lists(st.tuples(st.integers(0, 44), st.integers(0, 10**6)), max_size=12))
def test_differences_add_up_to_the_last_total(claims: list[tuple[int, int]]) -> None:
    claims.sort(key=lambda claim: claim[0])
    last_of_day = dict(claims)
    shown = computed(*(point(day, value) for day, value in claims))
    values = [last_of_day[day] for day in sorted(last_of_day)]
    assert [each.value for each in shown.points] == [after - before for before, after in pairwise(values)]


def test_the_claim_behind_a_difference_is_the_later_one() -> None:
    later = replace(point(2, 12), quote="twelve in all")
    [shown] = computed(point(0, 9), later).points
    assert (shown.url, shown.quote, shown.since) == (later.url, "twelve in all", START)
    assert later.day - START == timedelta(2)
