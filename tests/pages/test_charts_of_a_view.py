"""The charts of a conflict's page as its address asks for them: differences, panels, and what stands apart."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any
from urllib.parse import parse_qsl

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.cast import (
    START,
    ben,
    make_article,
    make_claim,
    make_conflict,
    make_source,
    monitor,
    north_ministry,
    nour,
    party,
    south_ministry,
)
from tests.pages.reading import PAGE, words
from tracker.charts.traces import FIELDS
from tracker.ledger import changes
from tracker.lib.counts import Qualifier
from tracker.pages.loading import conflict_called
from tracker.pages.record import Record
from tracker.pages.toll import Toll

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_cast")]
FIGURE = f"{PAGE}figure.json"


def toll(**given: str) -> Toll:
    make_conflict()
    return Toll.read(given, Record.of(conflict_called("war-of-the-river")))


def total(value: int, day: int, **fields: Any) -> Any:
    fields = {"claimant": north_ministry(), "party": party("North")} | fields
    return make_claim(value, as_of=START + timedelta(days=day), **fields)


def alone(value: int, day: int, **fields: Any) -> Any:
    """A count of one day, by the South's ministry about its own."""
    on = START + timedelta(days=day)
    fields = {"claimant": south_ministry(), "party": party("South"), "scope": "period", "period_start": on} | fields
    return make_claim(value, as_of=on, **fields)


def shown_in(figure: dict[str, Any]) -> set[str]:
    return {said[FIELDS.index("url")] for trace in figure["data"] for said in trace.get("customdata", [])}


def test_differences_take_the_place_of_totals(client: Client) -> None:
    total(100, 0), total(158, 1), total(151, 4)
    page = words(client.get(PAGE, {"measure": "daily"}).content.decode())
    assert "Computed: the difference between two totals of one line" in page
    assert "58 more, computed: 158 less 100" in page
    assert "fell by 7, over 3 days; computed: 151 less 158" in page
    assert "Computed: the difference" not in words(client.get(PAGE).content.decode())


def test_the_figure_follows_the_measure_of_its_page(client: Client) -> None:
    total(100, 0), total(158, 1)
    page = client.get(PAGE, {"measure": "daily"}).content.decode()
    [address] = re.findall(r'data-figure-url="([^"]+)"', page)
    heights = [y for trace in client.get(address).json()["data"] for y in trace["y"] if "customdata" in trace]
    assert heights == [58]


@pytest.mark.parametrize("scope", ["period", "incident"])
def test_counts_that_stand_alone_have_no_differences(client: Client, scope: str) -> None:
    fields = {"place": "Ganja"} if scope == "incident" else {"period_start": START}
    for day, value in ((1, 5), (2, 9)):
        total(value, day, scope=scope, **fields)
    page = words(client.get(PAGE, {"measure": "daily", "scope": scope}).content.decode())
    assert "there is no difference between them to draw" in page
    assert "computed: 9 less 5" not in page


def test_each_side_has_its_own_panel(client: Client) -> None:
    total(100, 0)
    total(40, 1, party=party("Hill people"))
    make_claim(7, claimant=south_ministry(), party=party("South"))
    make_claim(900, qualifier=Qualifier.ABOUT)
    page = client.get(PAGE, {"panels": "party"}).content.decode()
    # The Hill people are of the North's side.
    assert re.findall(r"<section><h3>([^<]+)</h3>", page) == ["North", "South", "All sides"]
    assert "data-figure-url" not in page


@pytest.mark.parametrize(
    ("given", "note"),
    [
        ({"measure": "weekly"}, "“weekly” is no measure known here (total, daily)"),
        ({"panels": "<b>"}, "“<b>” is no panels known here (one, party)"),
        ({"measure": "daily", "scale": "log"}, "A fall has no logarithm"),
        ({"measure": ""}, None),
        ({"measure": "total", "panels": "one"}, None),
    ],
)
def test_what_cannot_be_drawn_is_said(client: Client, given: dict[str, str], note: str | None) -> None:
    total(100, 0), total(120, 3)
    answer = client.get(PAGE, given)
    assert answer.status_code == 200
    assert [each.message for each in toll(**given).notes if note is None] == []
    assert note is None or note in words(answer.content.decode())


def test_the_form_offers_the_drawings_and_marks_the_chosen(client: Client) -> None:
    total(100, 0)
    page = client.get(PAGE, {"measure": "daily", "panels": "party"}).content.decode()
    for name, value in (("measure", "daily"), ("panels", "party"), ("scale", "linear")):
        assert re.search(rf'name="{name}" value="{value}" checked', page)
    form = page.split('<form id="filter"', 1)[1].split("</form>", 1)[0]
    assert form.count('name="measure"') == 2  # its two answers, and nothing hidden


def test_what_stands_alone_has_a_chart_of_its_own_below_the_totals(client: Client) -> None:
    whole, day = total(100, 0), alone(12, 2)
    strike = make_claim(21, claimant=monitor(), scope="incident", place="Ganja", as_of=START + timedelta(days=3))
    above, below = toll().timeline, toll().apart
    assert below is not None
    assert [each.url for each in above.points] == [whole.get_absolute_url()]
    assert {each.url for each in below.points} == {day.get_absolute_url(), strike.get_absolute_url()}
    assert (below.start, below.end) == (above.start, above.end)
    assert all(below.stretches(line) == [] for line in below.lines)
    assert "Counted by the day or the attack" in words(client.get(PAGE).content.decode())
    assert shown_in(client.get(FIGURE).json()) == {whole.get_absolute_url()}
    assert shown_in(client.get(FIGURE, {"chart": "apart"}).json()) == {each.url for each in below.points}


def test_what_stands_alone_follows_the_filter_but_not_the_scope() -> None:
    south, _ = alone(12, 2), alone(5, 3, party=party("North"))
    late = alone(7, 30)
    shown = toll(party="south", to="2020-10-10").apart
    assert shown is not None
    assert [each.url for each in shown.points] == [south.get_absolute_url()]
    assert late.get_absolute_url() not in {each.url for each in shown.points}
    assert toll(scope="period").apart is None


def test_a_period_keeps_both_of_its_days() -> None:
    alone(44, 9, period_start=START)
    shown = toll().apart
    assert shown is not None
    assert [(each.since, each.day_in_words()) for each in shown.points] == [(START, "27 Sep to 6 Oct 2020")]


def test_without_such_counts_the_page_says_so(client: Client) -> None:
    total(100, 0)
    assert "No published claim counts a day, a period or one incident" in words(client.get(PAGE).content.decode())


def test_of_too_many_the_highest_are_drawn_and_the_others_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.charts.timeline.MOST_APART", 2)
    for day, value in enumerate((5, 90, 70)):
        alone(value, day)
    shown = toll().apart
    assert shown is not None
    assert sorted(each.value or 0 for each in shown.points) == [70, 90]
    assert shown.remarks == ("The 2 highest are drawn: 1 more stands in the table.",)


def test_a_claimant_has_one_colour_whatever_is_asked_for() -> None:
    for number in range(9):
        voice = make_source(f"Paper {number}")
        for day in (0, 1):
            total(number + day, day, claimant=voice, status="civilian" if number % 2 else "any")
            alone(3, day + 1, claimant=voice, status="civilian")
    everyone = {line.claimant: line.colour for line in toll().timeline.every_line}
    for query in ("", "status=civilian", "party=north", "measure=daily", "panels=party", "to=2020-10-02"):
        asked = toll(**dict(parse_qsl(query)))
        lines = [*asked.timeline.every_line, *(asked.apart.every_line if asked.apart else ())]
        assert lines and all(everyone[line.claimant] == line.colour for line in lines), query


def test_a_correction_is_labelled_as_one_and_is_no_fall(client: Client) -> None:
    first = total(158, 0)
    total(39, 1, follows=first, relation="corrects")
    page = words(client.get(PAGE).content.decode())
    assert "corrected to 39" in page and "fell to 39" not in page


def test_a_withdrawn_count_ends_where_it_stood() -> None:
    first = total(158, 0)
    article = make_article(published_on=START + timedelta(days=5))
    changes.withdraw_claim(
        first, by=nour(), why="they took it back", quoted=changes.Quoted(article, "was wrong", "wrong")
    )
    (line,) = toll().timeline.lines
    assert [(each.day - START).days for each in line.points] == [0, 5]
    assert line.points[-1].level == 158 and line.points[-1].turns
    assert toll().timeline.stretches(line)[-1].end == START + timedelta(days=5)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        ([(100, Qualifier.EXACT)], "One number alone: there is no second one to draw a line to."),
        ([(None, Qualifier.VAGUE)], "Every figure of this view is in words alone"),
        ([(1, Qualifier.EXACT), (10**8, Qualifier.EXACT)], "The highest number is more than 1,000 times the lowest"),
        ([], "No claim about this conflict has been published yet."),
    ],
)
def test_a_chart_says_what_is_odd_about_it(client: Client, made: list[Any], said: str) -> None:
    make_conflict()
    for day, (value, qualifier) in enumerate(made):
        total(value, day, qualifier=qualifier)
    answer = client.get(PAGE)
    assert answer.status_code == 200
    assert said in words(answer.content.decode())


def test_the_other_lines_lead_to_their_claimants_alone(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.charts.timeline.DOZEN", 1)
    total(100, 0), total(120, 1)
    total(3, 1, claimant=monitor())
    page = client.get(PAGE, {"scale": "log"}).content.decode()
    assert "and 1 other line" in page
    [address] = re.findall(r'<details class="timeline-others">.*?<a href="([^"]+)"', page)
    assert address == f"{PAGE}?claimant=river-monitor&amp;scale=log"
    assert client.get(address.replace("&amp;", "&")).status_code == 200


@pytest.mark.parametrize("given", [{}, {"measure": "daily"}, {"panels": "party"}, {"known_on": "2020-10-15"}])
def test_the_page_takes_few_queries(
    client: Client, given: dict[str, str], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for day in range(4):
        total(100 + day, day), alone(day, day)
    ben()
    with django_assert_max_num_queries(8):
        assert client.get(PAGE, given).status_code == 200


def test_the_days_of_the_chart_begin_with_the_conflict() -> None:
    total(100, 0)
    assert toll().timeline.start == START == date(2020, 9, 27)
