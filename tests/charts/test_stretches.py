from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.charts.drawn import END, START, line, point, timeline
from tracker.charts.series import Stretch
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Relation


def day(number: int) -> date:
    return START + timedelta(days=number)


def test_a_level_holds_until_the_next_claim_and_is_carried_after_the_last() -> None:
    steps = line(point(0, 16), point(3, 84))
    assert timeline(steps).stretches(steps) == [
        Stretch(day(0), day(3), 16, carried=False),
        Stretch(day(3), day(17), 84, carried=True),
    ]


def test_a_long_silence_between_two_claims_is_carried() -> None:
    steps = line(point(0, 16), point(20, 84))
    assert timeline(steps).stretches(steps)[:2] == [
        Stretch(day(0), day(14), 16, carried=False),
        Stretch(day(14), day(20), 16, carried=True),
    ]


def test_nothing_is_carried_past_the_end_of_the_chart() -> None:
    steps = line(point(43, 84))
    assert timeline(steps).stretches(steps) == [Stretch(day(43), END, 84, carried=True)]


def test_a_fall_keeps_both_levels() -> None:
    steps = line(point(5, 158), point(5, 151, fell=True))
    assert [stretch.level for stretch in timeline(steps).stretches(steps)] == [158, 151]


def test_a_withdrawn_count_ends_on_the_day_it_was_withdrawn() -> None:
    steps = line(point(0, 16), point(4, None, Qualifier.VAGUE, relation=Relation.WITHDRAWS))
    assert timeline(steps).stretches(steps) == [Stretch(day(0), day(4), 16, carried=False)]


def test_words_without_a_number_neither_start_nor_end_a_level() -> None:
    steps = line(point(0, 16), point(4, None, Qualifier.VAGUE), point(8, 20))
    assert [stretch.level for stretch in timeline(steps).stretches(steps)] == [16, 20]


def test_a_range_runs_at_its_low_end_because_its_middle_was_never_said() -> None:
    steps = line(point(0, None, Qualifier.RANGE, interval=(40, 60)))
    assert timeline(steps).stretches(steps)[0].level == 40


def test_counts_that_stand_alone_are_not_joined() -> None:
    steps = line(point(0, 16), point(3, 84))
    assert timeline(steps, carried_days=0).stretches(steps) == []


def test_points_outside_the_days_of_the_chart_are_left_out() -> None:
    steps = line(point(-3, 1), point(0, 16), point(90, 2000))
    assert [stretch.level for stretch in timeline(steps).stretches(steps)] == [16]


def test_the_last_day_of_the_calendar_is_survived() -> None:
    steps = line(replace(point(0, 16), day=date.max))
    assert timeline(steps, end=date.max).stretches(steps)[0].end == date.max


@given(st.lists(st.tuples(st.integers(0, 44), st.integers(0, 10**6)), max_size=12), st.integers(1, 60))
def test_no_level_is_invented_and_stretches_follow_each_other(claims: list[tuple[int, int]], carried: int) -> None:
    claims.sort(key=lambda claim: claim[0])
    steps = line(*(point(number, value) for number, value in claims))
    made = timeline(steps, carried_days=carried).stretches(steps)
    assert {stretch.level for stretch in made} == {value for _, value in claims}
    assert all(START <= stretch.start <= stretch.end <= END for stretch in made)
    assert all(before.end == after.start for before, after in pairwise(made))
    assert all((stretch.end - stretch.start).days <= carried for stretch in made if not stretch.carried)
