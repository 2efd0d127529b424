"""Rows → series: what makes a line, which lines are named, and what a point carries."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.cast import (
    START,
    agency,
    make_article,
    make_claim,
    make_conflict,
    make_source,
    monitor,
    north_ministry,
    party,
    south_ministry,
)
from tracker.charts.block import draw_block
from tracker.charts.series import Timeline
from tracker.charts.sparkline import Bar, sparkline
from tracker.charts.timeline import DOZEN
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Stance
from tracker.pages.loading import conflict_called
from tracker.pages.record import Record
from tracker.pages.toll import Toll

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_cast")]


def drawn(**given: str) -> Timeline:
    make_conflict()
    return Toll.read(given, Record.of(conflict_called("war-of-the-river"))).timeline


def test_a_line_is_one_voice_counting_one_thing() -> None:
    make_claim(10, claimant=north_ministry(), party=party("North"), as_of=date(2020, 10, 1))
    make_claim(12, claimant=north_ministry(), party=party("North"), as_of=date(2020, 10, 2))
    make_claim(3, claimant=north_ministry(), party=party("North"), status="civilian", as_of=date(2020, 10, 2))
    make_claim(12, claimant=south_ministry(), party=party("North"), as_of=date(2020, 10, 2))
    lines = drawn().every_line
    assert sorted((line.claimant, line.counted, len(line.points)) for line in lines) == [
        ("Ministry of the North", "civilians, North", 1),
        ("Ministry of the North", "people, North", 2),
        ("Ministry of the South", "people, North", 1),
    ]
    assert {line.stance for line in lines if line.claimant == "Ministry of the South"} == {Stance.ENEMY}


def test_unattributed_claims_of_two_voices_are_never_one_line() -> None:
    make_claim(1000, qualifier=Qualifier.ABOUT)
    make_claim(1000, qualifier=Qualifier.ABOUT, relayed_via=agency())
    assert sorted(line.claimant for line in drawn().every_line) == [
        "River News Agency, no source named",
        "The Daily River, no source named",
    ]


def test_a_point_carries_the_quote_of_the_earliest_article() -> None:
    late = make_article(published_on=date(2020, 10, 30))
    claim = make_claim(874, claimant=north_ministry(), article=late, quote="late: 874 died")
    early = make_article(publisher=make_source("Morning Post"), published_on=date(2020, 10, 23))
    make_claim(874, claimant=north_ministry(), article=early, quote="early: 874 died")
    (point,) = drawn().points
    assert (point.quote, point.publisher, point.published) == ("early: 874 died", "Morning Post", date(2020, 10, 23))
    assert point.url == claim.get_absolute_url()


def test_only_a_total_that_goes_down_has_fallen() -> None:
    for day, value in enumerate((100, 158, 151, 151)):
        article = make_article()
        make_claim(value, claimant=north_ministry(), as_of=START + timedelta(days=day), article=article)
    (line,) = drawn().lines
    assert [point.fell for point in line.points] == [False, False, True, False]


def test_of_one_day_the_most_reported_figure_comes_last_and_names_the_line() -> None:
    putin = make_source("Vladimir Putin")
    for number in range(3):
        make_claim(5000, qualifier=Qualifier.NEARLY, claimant=putin, quote=f"nearly 5,000, paper {number}")
    make_claim(5000, qualifier=Qualifier.MORE_THAN, claimant=putin)
    (line,) = drawn().lines
    assert [point.figure for point in line.points] == ["more than 5,000", "nearly 5,000"]


def test_a_dozen_lines_are_named_and_counts_of_all_sides_are_among_them() -> None:
    article = make_article()
    for number in range(20):
        voice = make_source(f"Paper {number}")
        for day in range(2 + number % 2):
            make_claim(
                day + number, claimant=voice, party=party("North"), as_of=START + timedelta(days=day), article=article,
                quote=f"{number}, {day}",
            )  # fmt: skip
    make_claim(1000, qualifier=Qualifier.ABOUT, article=article, quote="about 1,000 in all")
    shown = drawn()
    assert len(shown.lines) == DOZEN and len(shown.others) == 9
    assert "people on all sides" in {line.counted for line in shown.lines}


def test_a_claimant_keeps_its_colour_under_every_filter() -> None:
    make_claim(10, claimant=north_ministry())
    make_claim(3, claimant=monitor(), status="civilian")
    everyone = {line.claimant: line.colour for line in drawn().lines}
    alone = {line.claimant: line.colour for line in drawn(status="civilian").lines}
    assert alone["River Monitor"] == everyone["River Monitor"] != everyone["Ministry of the North"]


def test_nothing_is_carried_from_one_period_or_incident_to_the_next() -> None:
    for day in (1, 2, 3):
        make_claim(
            day, claimant=north_ministry(), scope="period", period_start=date(2020, 10, day), as_of=date(2020, 10, day)
        )
    shown = drawn(scope="period")
    assert len(shown.points) == 3
    assert all(stretch.start == stretch.end for line in shown.lines for stretch in shown.stretches(line))


def test_a_sparkline_has_a_bar_for_each_day_claimed_and_none_between() -> None:
    bars = [Bar(date(2020, 10, 1), 5, 50), Bar(date(2020, 10, 9), 700, 700), Bar(date(2021, 1, 1), 1, 1)]
    drawing = sparkline(bars, date(2020, 9, 27), date(2020, 11, 10), "Counts of <people>")
    path = drawing.split('class="bars" d="', 1)[1].split('"', 1)[0]
    assert path.count("M") == 2
    assert "Counts of &lt;people&gt;" in drawing
    assert sparkline([], date(2020, 9, 27), date(2020, 11, 10), "nothing") == ""


def test_lines_without_room_are_left_to_the_table_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.charts.timeline.DOZEN", 2)
    monkeypatch.setattr("tracker.charts.timeline.MOST_GREY", 3)
    for number in range(1, 8):
        make_claim(number, claimant=make_source(f"Claimant {number}"))
    timeline = drawn()
    assert (len(timeline.lines), len(timeline.others), timeline.undrawn) == (2, 3, 2)
    assert "2 further lines have no room here" in draw_block(timeline)
