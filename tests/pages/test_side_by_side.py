"""Conflicts side by side: which are chosen, how they are aligned, what is drawn of each and what is said of it."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import QueryDict
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.cast import make_claim, make_conflict, make_source, monitor, party
from tests.pages.reading import words
from tests.pages.test_hostile_addresses import BAD
from tracker.ledger.models import Claim, Conflict
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Relation, State
from tracker.pages import side_by_side
from tracker.pages.side_by_side import SideBySide

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_cast")]
RIVER, HILLS = "war-of-the-river", "war-of-the-hills"
BOTH = f"conflict={RIVER}&conflict={HILLS}"


@pytest.fixture
def river() -> Conflict:
    return make_conflict()


@pytest.fixture
def hills() -> Conflict:
    """It began a hundred days after the war of the river and ended on its tenth day."""
    return make_conflict("War of the hills", start=date(2021, 1, 5), end=date(2021, 1, 15))


def read(client: Client, query: str = BOTH) -> str:
    response = client.get(f"/side-by-side/?{query}")
    assert response.status_code == 200
    return response.content.decode()


def asked(query: str = BOTH) -> SideBySide:
    return SideBySide.read(QueryDict(query))


def total(value: int | None, conflict: Conflict, as_of: date, voice: str = "River Monitor", **fields: object) -> Claim:
    return make_claim(value, conflict=conflict, claimant=make_source(voice), as_of=as_of, **fields)


def bars(beside: SideBySide, panel: int, label: str = "all sides") -> list[tuple[int, int, int]]:
    return [tuple(bar) for each in beside.panels[panel].counted if each.label == label for bar in each.bars]


def test_it_works(client: Client, river: Conflict, hills: Conflict) -> None:
    low = total(100, river, date(2020, 10, 7))
    high = total(300, river, date(2020, 10, 7), "Agency")
    total(50, hills, date(2021, 1, 15))
    page = read(client)
    said = words(page)
    for expected in (
        "War of the river 10 Nov 2020 all sides 100 River Monitor, 7 Oct 2020 300 Agency, 7 Oct 2020",
        "3.0 2",
        "War of the hills 15 Jan 2021 all sides 50 River Monitor, 15 Jan 2021 no other no ratio 1",
        "War of the river 7 Oct 2020 10 all sides 100 300",
        "figures of two conflicts are never comparable by the rule",
        "No rules of its own are recorded",
    ):
        assert expected in said, expected
    assert page.count('class="panel-drawing"') == 2
    assert f'href="/compare/?a={low.pk}&amp;b={high.pk}"' in page


def test_aligned_by_the_start_a_day_is_counted_from_each_conflicts_own(river: Conflict, hills: Conflict) -> None:
    total(100, river, date(2020, 10, 7)), total(50, hills, date(2021, 1, 15))
    beside = asked()
    assert (bars(beside, 0), bars(beside, 1)) == ([(10, 100, 100)], [(10, 50, 50)])
    assert beside.span == 44


def test_aligned_by_date_it_is_counted_from_the_earliest(river: Conflict, hills: Conflict) -> None:
    total(100, river, date(2020, 10, 7)), total(50, hills, date(2021, 1, 15))
    beside = asked(BOTH + "&align=date")
    assert (bars(beside, 0), bars(beside, 1)) == ([(10, 100, 100)], [(110, 50, 50)])
    assert beside.span == 110
    assert [(row.conflict.slug, row.day, row.since) for row in beside.rows] == [
        (RIVER, date(2020, 10, 7), 10), (HILLS, date(2021, 1, 15), 10),
    ]  # fmt: skip


def test_both_are_drawn_on_one_scale(client: Client, river: Conflict, hills: Conflict) -> None:
    total(4000, river, date(2020, 10, 7)), total(50, hills, date(2021, 1, 15))
    panels = read(client).split('class="panel-drawing"')[1:]
    assert all(">4,000</text>" in panel.split("</section>")[0] for panel in panels)


@pytest.mark.parametrize(
    ("fields", "drawn"),
    [
        ({}, True),
        ({"as_of": date(2020, 11, 10)}, True),
        ({"as_of": date(2020, 11, 11)}, False),  # after the end
        ({"counted_from": date(2020, 9, 27)}, True),
        ({"counted_from": date(2020, 10, 1)}, False),
        ({"place": "Ganja"}, False),
        ({"group": "women"}, False),
        ({"status": "civilian"}, False),
        ({"outcome": "injured"}, False),
        ({"scope": "period", "period_start": date(2020, 10, 6)}, False),
        ({"credibility": 5}, False),
        ({"state": State.DRAFT}, False),
        ({"value": None, "qualifier": Qualifier.VAGUE}, False),
    ],
)
def test_only_totals_of_the_whole_conflict_are_drawn(river: Conflict, fields: dict[str, object], drawn: bool) -> None:
    stated = {"value": 100, "conflict": river, "as_of": date(2020, 10, 7)} | fields
    total(**stated)
    assert bool(bars(asked(), 0)) is drawn


def test_corrected_figures_are_left_out(river: Conflict) -> None:
    first = total(900, river, date(2020, 10, 7))
    total(90, river, date(2020, 10, 8), follows=first, relation=Relation.CORRECTS.value)
    assert bars(asked(), 0) == [(11, 90, 90)]


def test_a_count_that_nobody_repeats_is_not_the_lowest_that_stands(river: Conflict) -> None:
    total(2, river, date(2020, 9, 28), "Early")
    total(100, river, date(2020, 10, 20), "Late")
    total(300, river, date(2020, 10, 27), "Latest")
    standing = asked().panels[0].counted[0].standing
    assert (standing.lowest.value, standing.highest.value, standing.ratio) == (100, 300, 3.0)


def test_a_range_reaches_from_its_lowest_to_its_highest(river: Conflict) -> None:
    total(None, river, date(2020, 10, 7), qualifier=Qualifier.RANGE, low=100, high=300)
    assert bars(asked(), 0) == [(10, 100, 300)]


def test_counts_of_a_side_are_never_mixed_with_those_of_all(client: Client, river: Conflict) -> None:
    total(100, river, date(2020, 10, 7), party=party("North"))
    total(300, river, date(2020, 10, 7))
    total(7, river, date(2020, 10, 7), party=party("Hill people"))
    beside = asked()
    assert [each.label for each in beside.panels[0].counted] == ["all sides", "North", "Hill people"]
    assert bars(beside, 0, "North") == [(10, 100, 100)] and bars(beside, 0) == [(10, 300, 300)]


def test_more_parties_than_have_a_mark_stand_in_the_table(client: Client, river: Conflict) -> None:
    for name in ("North", "South", "Foreigners", "Hill people"):
        total(5, river, date(2020, 10, 7), party=party(name))
    total(50, river, date(2020, 10, 7))
    page = words(read(client))
    assert "1 further party is counted: see the table." in page
    assert "War of the river 10 Nov 2020 Hill people 5" in page


def test_other_outcomes_and_people_can_be_asked_for(river: Conflict) -> None:
    total(7, river, date(2020, 10, 7), outcome="injured", status="civilian")
    assert bars(asked(BOTH + "&outcome=injured&status=civilian"), 0) == [(10, 7, 7)]


@pytest.mark.parametrize(
    ("query", "note"),
    [
        ("conflict=nowhere", "“nowhere” is no conflict known here"),
        ("conflict=%3Cb%3E", "“<b>” is no conflict known here"),
        (f"conflict={RIVER}&align=x", "“x” is no align known here (start, date)"),
        (f"conflict={RIVER}&scale=x", "“x” is no scale known here"),
        (f"conflict={RIVER}&outcome=x", "“x” is no outcome known here"),
        (f"conflict={RIVER}&status=x", "“x” is no status known here"),
    ],
)
def test_what_cannot_be_used_is_said(client: Client, river: Conflict, query: str, note: str) -> None:
    page = read(client, query)
    assert note in words(page) and "<b>" not in page


def test_four_conflicts_fit_and_one_is_named_once(client: Client) -> None:
    for n in range(6):
        make_conflict(f"War {n}")
    query = "&".join(f"conflict=war-{n}" for n in (5, 5, 3, 1, 0, 2))
    beside = asked(query)
    assert [conflict.slug for conflict in beside.chosen] == ["war-5", "war-3", "war-1", "war-0"]
    assert "At most 4 conflicts fit: the first are shown." in words(read(client, query))


def test_empty_states_say_why(client: Client) -> None:
    make_conflict()
    assert "Only one conflict is recorded here" in words(read(client, ""))
    alone = words(read(client, f"conflict={RIVER}"))
    assert "One conflict is chosen" in alone and "No total of these people over the whole conflict" in alone
    make_conflict("War of the hills")
    assert "Choose two to four conflicts above." in words(read(client, ""))


def test_a_war_that_goes_on_ends_today_and_one_that_has_not_begun_has_its_day(client: Client) -> None:
    make_conflict("War of tomorrow", start=date(2999, 1, 1), end=None)
    total(5, make_conflict("War of the hills", start=date(2021, 1, 1), end=None), date(2021, 1, 2))
    page = read(client, f"conflict={HILLS}&conflict=war-of-tomorrow&align=date&scale=log")
    assert page.count('class="panel-drawing"') == 1


def test_the_table_is_cut_at_its_latest_rows_and_says_so(
    client: Client, monkeypatch: pytest.MonkeyPatch, river: Conflict, hills: Conflict
) -> None:
    monkeypatch.setattr(side_by_side, "MOST_ROWS", 4)  # two for each conflict
    for day in range(1, 6):
        total(100 + day, river, date(2020, 10, day))
    beside = asked()
    assert [row.lowest for row in beside.rows] == [104, 105]
    assert "3 earlier days are left out" in words(read(client))


def test_the_index_leads_here_when_there_are_two(client: Client, river: Conflict) -> None:
    assert "/side-by-side/" not in client.get("/").content.decode()
    make_conflict("War of the hills")
    assert 'href="/side-by-side/"' in client.get("/").content.decode()


def test_it_takes_few_queries_however_many_claims_there_are(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, river: Conflict, hills: Conflict
) -> None:
    for day in range(1, 9):
        total(100 + day, river, date(2020, 10, day)), total(day, hills, date(2021, 1, 5 + day), "Agency")
    monitor()
    with django_assert_max_num_queries(5):
        read(client)


PARAMETERS = ("conflict", "align", "outcome", "status", "scale", "a", "b", "page", "printed")


@pytest.mark.parametrize(
    ("path", "read"),
    [
        ("/side-by-side/", ("conflict", "align", "outcome", "status", "scale")),
        ("/compare/", ("a", "b")),
        ("/sources/river-monitor/", ("conflict", "page", "printed")),
    ],
)
def test_whatever_stands_in_the_address_the_page_answers_in_words(
    client: Client, river: Conflict, path: str, read: tuple[str, ...]
) -> None:
    """Each parameter that the page reads alone, those that it does not all at once."""
    total(100, river, date(2020, 10, 7))
    others = [name for name in PARAMETERS if name not in read]
    for bad in BAD:
        for names in [*([name] for name in read), others]:
            response = client.get(path, dict.fromkeys(names, bad[:1000]))
            assert response.status_code == 200, (names, bad[:40])
            assert "<script>alert" not in response.content.decode()
    assert client.get(path, {"conflict": RIVER, "a": "%", "page": "2"}).status_code == 200
