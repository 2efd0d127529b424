from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.charts.scale import DayScale, value_scale
from tracker.lib.counts import MAX_COUNT

counts = st.lists(st.integers(0, MAX_COUNT), max_size=8)


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ([1221], ["0", "200", "400", "600", "800", "1,000", "1,200", "1,400"]),
        ([5], ["0", "1", "2", "3", "4", "5"]),
        ([5000, 16], ["0", "1,000", "2,000", "3,000", "4,000", "5,000"]),
        ([0], ["0", "1"]),
        ([], ["0", "1"]),
    ],
)
def test_a_linear_axis_starts_at_zero_in_steps_of_one_two_or_five(values: list[int], labels: list[str]) -> None:
    assert [label for _, label in value_scale(values, log=False).ticks] == labels


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ([16, 874], ["10", "20", "50", "100", "200", "500", "1,000"]),
        ([1], ["1", "2"]),
        ([0, 3], ["0", "2", "5"]),
        ([], ["1", "2"]),
        ([0], ["0", "1", "2"]),
    ],
)
def test_a_logarithmic_axis_counts_one_two_five_and_shows_zero_at_its_foot(
    values: list[int], labels: list[str]
) -> None:
    assert [label for _, label in value_scale(values, log=True).ticks] == labels


def test_over_many_decades_only_powers_of_ten_are_marked() -> None:
    ticks = value_scale([1, 10**9], log=True).ticks
    assert [tick for tick, _ in ticks] == [10**power for power in range(10)]


@given(counts, st.booleans())
def test_every_value_lies_on_the_axis_and_the_order_is_kept(values: list[int], log: bool) -> None:
    scale = value_scale(values, log)
    places = [scale.place(value) for value in sorted(values)]
    assert places == sorted(places)
    assert all(-1e-9 <= place <= 1 + 1e-9 for place in places)
    assert len(scale.ticks) >= 2


def test_zero_lies_under_every_other_count_on_a_logarithmic_axis() -> None:
    scale = value_scale([0, 1, 50], log=True)
    assert scale.place(0) == 0 < scale.place(1)


@pytest.mark.parametrize(
    ("start", "end", "labels"),
    [
        (date(2020, 9, 27), date(2020, 10, 10), ["27 Sep 2020", "29 Sep", "1 Oct", "3 Oct", "5 Oct", "7 Oct", "9 Oct"]),
        (date(2020, 10, 22), date(2020, 10, 22), ["22 Oct 2020"]),
        (date(2020, 10, 5), date(2021, 3, 5), ["Nov 2020", "Dec", "Jan 2021", "Feb", "Mar"]),
        (date(2011, 3, 15), date(2024, 12, 8), ["2012", "2014", "2016", "2018", "2020", "2022", "2024"]),
    ],
)
def test_days_are_marked_by_day_week_month_or_year(start: date, end: date, labels: list[str]) -> None:
    assert [label for _, label in DayScale(start, end).ticks(9)] == labels


@given(st.dates(), st.dates(), st.integers(2, 12))
def test_ticks_stay_inside_the_chart_and_are_few(one: date, other: date, most: int) -> None:
    start, end = sorted((one, other))
    ticks = DayScale(start, end).ticks(most)
    assert len(ticks) <= most
    assert all(start <= day <= end for day, _ in ticks)


def test_a_chart_of_one_day_puts_it_in_the_middle() -> None:
    day = date(2020, 10, 22)
    assert DayScale(day, day).place(day) == 0.5
    assert DayScale(day, day + timedelta(days=2)).place(day + timedelta(days=1)) == 0.5
