"""A panel of conflicts side by side: one scale, a mark at either end, days taken together, labels kept clear."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.charts.beside import (
    Bar,
    Group,
    Tick,
    count_ticks,
    date_ticks,
    days_together,
    draw_panel,
    taken_together,
)
from tracker.charts.scale import value_scale


def drawn(
    *groups: Group, span: int = 100, values: tuple[int, ...] = (0, 1000), log: bool = False
) -> ElementTree.Element:
    scale = value_scale(values, log, most=4)
    return ElementTree.fromstring(draw_panel(groups, span, scale, [Tick(0, "day 0")], "what is drawn"))


def of_kind(drawing: ElementTree.Element, kind: str) -> list[ElementTree.Element]:
    return [each for each in drawing.iter() if each.get("class") == kind]


def places(drawing: ElementTree.Element) -> list[tuple[float, float]]:
    """Where the marks stand: per cent from the left, px from the top."""
    inner = [each for each in drawing.iter() if each.get("overflow")]
    return [(float(each.get("x", "").removesuffix("%")), float(each.get("y", ""))) for each in inner]


def test_a_day_has_a_mark_at_its_lowest_and_its_highest_and_a_line_between() -> None:
    drawing = drawn(Group("all sides", (Bar(50, 250, 1000),)))
    assert places(drawing) == [(55.5, 132.5), (55.5, 20.0)]  # 150 px for 1,000 people above 170
    assert len(of_kind(drawing, "between")) == 1


def test_one_number_is_one_mark() -> None:
    drawing = drawn(Group("all sides", (Bar(0, 500, 500),)))
    assert places(drawing) == [(13.0, 95.0)]
    assert of_kind(drawing, "between") == []


def test_nothing_joins_two_days() -> None:
    drawing = drawn(Group("all sides", (Bar(0, 10, 10), Bar(50, 900, 900))))
    assert of_kind(drawing, "between") == []


def test_groups_differ_in_shape_as_well_as_in_colour() -> None:
    drawing = drawn(*(Group(name, (Bar(1, 5, 5),)) for name in "abcd"))
    assert len({mark.get("d") for mark in of_kind(drawing, "mark")}) == 4


def test_a_zero_has_a_place_on_a_logarithmic_scale() -> None:
    assert places(drawn(Group("all sides", (Bar(0, 0, 0),)), values=(0, 100), log=True)) == [(13.0, 170.0)]


@pytest.mark.parametrize(("span", "days"), [(0, 1), (239, 1), (240, 2), (479, 2), (480, 3), (3650, 16)])
def test_long_wars_have_marks_for_several_days(span: int, days: int) -> None:
    assert days_together(span) == days


def test_days_taken_together_keep_the_lowest_and_the_highest() -> None:
    bars = [Bar(0, 5, 9), Bar(1, 7, 30), Bar(2, 4, 6), Bar(6, 8, 8)]
    assert taken_together(bars, 3) == [Bar(2, 4, 30), Bar(6, 8, 8)]
    assert taken_together(bars, 1) == bars


@pytest.mark.parametrize(
    ("span", "labels"),
    [
        (0, ["day 0"]),
        (4, ["day 0", "day 1", "day 2", "day 3", "day 4"]),
        (44, ["day 0", "day 10", "day 20", "day 30", "day 40"]),
        (1000, ["day 0", "day 200", "day 400", "day 600", "day 800", "day 1,000"]),
        (3653, ["year 0", "year 2", "year 4", "year 6", "year 8", "year 10"]),
    ],
)
def test_days_since_the_start_are_round(span: int, labels: list[str]) -> None:
    assert [tick.label for tick in count_ticks(span, "day %s", "year %s")] == labels


def test_dates_are_counted_from_the_start_of_the_axis() -> None:
    assert date_ticks(date(2020, 9, 27), 44)[1] == Tick(14, "11 Oct")


@given(
    st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 10**8), st.integers(0, 10**8)), max_size=30), st.booleans()
)
def test_every_mark_stays_inside_the_panel(rows: list[tuple[int, int, int]], log: bool) -> None:
    bars = tuple(Bar(day, low, low + more) for day, low, more in rows)
    ends = tuple(end for bar in bars for end in bar[1:]) or (0,)
    for x, y in places(drawn(Group("all sides", bars), span=3000, values=ends, log=log)):
        assert 13 <= x <= 98 and 19.9 <= y <= 170.1


@given(st.integers(0, 40_000))
def test_labels_keep_clear_whatever_the_span(span: int) -> None:
    ticks = count_ticks(span, "day %s", "year %s")
    assert 1 <= len(ticks) <= 6 and all(0 <= tick.day <= span for tick in ticks)
    drawing = ElementTree.fromstring(draw_panel([], span, value_scale([0, 9], False), ticks, ""))
    xs = [float(each.get("x", "").removesuffix("%")) for each in of_kind(drawing, "tick") if "day" in (each.text or "")]
    assert all(after - before >= 13 for before, after in pairwise(xs))
