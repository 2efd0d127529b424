"""The drawing of the numbers that figures can mean: one scale, closed and open ends, what they share."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.charts.intervals import Bar, Words, draw_intervals, is_log

WORDS = Words("what is drawn", "fits both", "in words only")
SVG = "{http://www.w3.org/2000/svg}"


def drawn(*bars: tuple[int, int | None] | None, both: str = "fits both") -> ElementTree.Element:
    given_bars = [Bar(f"figure {n}", interval) for n, interval in enumerate(bars)]
    return ElementTree.fromstring(draw_intervals(given_bars, Words("what is drawn", both, "in words only")))


def of_kind(drawing: ElementTree.Element, kind: str) -> list[ElementTree.Element]:
    return [each for each in drawing.iter() if each.get("class") == kind]


def at(element: ElementTree.Element, name: str) -> float:
    return float(element.get(name, "").removesuffix("%"))


def test_an_exact_number_is_a_dot_a_closed_range_has_two_caps_an_open_one_a_cap_and_an_arrow() -> None:
    assert len(of_kind(drawn((874, 874)), "dot")) == 1
    assert (len(of_kind(drawn((0, 4999)), "cap")), len(of_kind(drawn((0, 4999)), "tip"))) == (2, 0)
    assert (len(of_kind(drawn((875, None)), "cap")), len(of_kind(drawn((875, None)), "tip"))) == (1, 1)


def test_on_a_linear_scale_half_the_number_is_half_the_way() -> None:
    drawing = drawn((0, 1000), (500, 500))
    run, dot = of_kind(drawing, "run")[0], of_kind(drawing, "dot")[0]
    assert at(dot, "cx") - at(run, "x1") == pytest.approx((at(run, "x2") - at(run, "x1")) / 2, abs=0.02)


def test_what_both_can_mean_is_shaded_from_its_lowest_to_its_highest() -> None:
    drawing = drawn((0, 1000), (600, 1600))
    shade, runs = of_kind(drawing, "both")[0], of_kind(drawing, "run")
    assert at(shade, "x") == at(runs[1], "x1")
    assert at(shade, "x") + at(shade, "width") == pytest.approx(at(runs[0], "x2"), abs=0.02)


@pytest.mark.parametrize(
    "bars", [((0, 10), (11, 20)), ((5, 5),), (None, (5, 9)), (None,)], ids=["apart", "one", "words", "words only"]
)
def test_nothing_is_shaded_where_nothing_is_shared(bars: tuple[tuple[int, int | None] | None, ...]) -> None:
    drawing = drawn(*bars)
    assert of_kind(drawing, "both") == of_kind(drawing, "edge") == []


def test_nothing_is_shaded_without_a_name_for_it() -> None:
    assert of_kind(drawn((0, 10), (5, 20), both=""), "edge") == []


def test_a_figure_without_a_number_says_so_in_place_of_a_bar() -> None:
    assert "in words only" in "".join(drawn(None, (5, 9)).itertext())


@pytest.mark.parametrize(
    ("intervals", "log"),
    [
        (((10, 10), (500, 500)), False),  # 50 times
        (((10, 10), (501, 501)), True),
        (((0, 4999), (874, 874)), False),  # zero is no ratio
        (((1, 1), (100_000_000, None)), True),
        ((None, None), False),
    ],
)
def test_the_scale_is_logarithmic_where_numbers_are_more_than_fifty_times_apart(
    intervals: tuple[tuple[int, int | None] | None, ...], log: bool
) -> None:
    assert is_log([Bar("", interval) for interval in intervals]) is log


def test_labels_are_escaped() -> None:
    drawing = draw_intervals([Bar('<script>"&', (1, 2))], Words('a "title" <b>', "", ""))
    assert "<script>" not in drawing and "<b>" not in drawing
    ElementTree.fromstring(drawing)


INTERVALS = st.tuples(st.integers(0, 10**9), st.one_of(st.none(), st.integers(0, 10**9))).map(
    lambda pair: (pair[0], None if pair[1] is None else pair[0] + pair[1])
)


@given(st.lists(INTERVALS, min_size=1, max_size=6))
def test_everything_stays_on_the_drawing_and_labels_of_ticks_keep_clear(
    intervals: list[tuple[int, int | None]],
) -> None:
    drawing = draw_intervals([Bar("", interval) for interval in intervals], WORDS)
    assert all(0 <= float(place) <= 100 for place in re.findall(r'="(-?[\d.]+)%"', drawing.split(">", 1)[1]))
    assert "style" not in drawing
    ticks = [at(text, "x") for text in of_kind(ElementTree.fromstring(drawing), "tick") if text.text != "fits both"]
    assert all(after - before >= 17 for before, after in pairwise(ticks))
