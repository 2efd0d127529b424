"""Looking back: the page as published, or as logged here, by a day, and the steps from day to day."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from unittest import mock

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.cast import ben, make_article, make_claim, make_conflict, north_ministry
from tests.pages.reading import PAGE, words
from tracker.ledger import changes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_cast")]


def read(client: Client, query: str = "") -> str:
    return client.get(PAGE + query).content.decode()


def known(client: Client, query: str = "") -> str:
    """The control."""
    return read(client, query).split('<section id="known"')[1].split("</section>")[0]


def said(client: Client, query: str) -> str:
    return words(read(client, query).split('<p class="since">')[1].split("</p>")[0])


def steps(client: Client, query: str = "") -> dict[str, str]:
    return dict(re.findall(r'id="step-(\w+)" href="[^"]*?(\?[^"]*)"', known(client, query)))


def three_days() -> None:
    """Counts as of and published on the 2nd, 5th and 9th of October; the second is withdrawn on the 12th."""
    for day, value in ((2, 10), (5, 20), (9, 30)):
        made = make_claim(value, claimant=north_ministry(), as_of=date(2020, 10, day))
        if day == 5:
            taken_back = made
    quoted = changes.Quoted(make_article(published_on=date(2020, 10, 12)), "took back the 20", "took back")
    changes.withdraw_claim(taken_back, by=ben(), why="as printed", quoted=quoted, on=date(2020, 10, 12))


def test_today_offers_the_first_and_the_last_day_with_news(client: Client) -> None:
    three_days()
    assert steps(client) == {"first": "?known_on=2020-10-02", "last": "?known_on=2020-10-12"}
    assert 'class="since"' not in read(client)


SAID = [
    ("2020-10-05", "Since then: 1 claim added, 1 withdrawn.", {"before": "02", "after": "09"}),
    ("2020-10-07", "Since then: 1 claim added, 1 withdrawn.", {"before": "05", "after": "09"}),
    ("2020-10-09", "Since then: 1 withdrawn.", {"before": "05", "after": "12"}),
    ("2020-10-12", "Nothing was added to this view since.", {"before": "09"}),
]


@pytest.mark.parametrize(("day", "since", "near"), SAID)
def test_a_day_says_what_came_since_and_leads_to_its_neighbours(
    client: Client, day: str, since: str, near: dict[str, str]
) -> None:
    three_days()
    shown = date.fromisoformat(day)
    assert said(client, f"?known_on={day}") == (
        f"This is the page as published by {shown.day} October 2020. {since} As it is known today"
    )
    found = steps(client, f"?known_on={day}")
    assert {name: found[name] for name in ("before", "after") if name in found} == {
        name: f"?known_on=2020-10-{number}" for name, number in near.items()
    }


def test_a_withdrawal_to_come_is_not_shown_yet(client: Client) -> None:
    three_days()
    assert "withdrawn: took back" in words(client.get(PAGE).content.decode())
    page = words(client.get(PAGE + "?known_on=2020-10-09").content.decode())
    assert "withdrawn: took back" not in page and "took back" not in page
    assert "2 of 4 claims" not in page and "3 of 4 claims" in page


def test_nor_is_it_shown_of_a_count_that_stands_alone(client: Client) -> None:
    on = date(2020, 10, 5)
    alone = make_claim(7, claimant=north_ministry(), as_of=on, scope="period", period_start=on)
    quoted = changes.Quoted(make_article(published_on=date(2020, 10, 12)), "took back the 7", "took back")
    changes.withdraw_claim(alone, by=ben(), why="as printed", quoted=quoted, on=date(2020, 10, 12))
    assert "withdrawn: took back" in words(client.get(PAGE).content.decode())
    assert "withdrawn: took back" not in words(client.get(PAGE + "?known_on=2020-10-09").content.decode())


def test_before_the_first_claim_the_first_day_is_named_and_linked(client: Client) -> None:
    three_days()
    assert "Nothing of this view had been published yet; the first claim was published on 2 October 2020." in said(
        client, "?known_on=2020-09-28"
    )
    assert steps(client, "?known_on=2020-09-28")["after"] == "?known_on=2020-10-02"


def test_a_conflict_without_claims_has_no_day_to_step_to(client: Client) -> None:
    make_conflict()
    assert steps(client, "?known_on=2020-10-01") == {}
    assert said(client, "?known_on=2020-10-01").endswith("Nothing was added to this view since. As it is known today")


def test_what_was_logged_here_is_told_apart_from_what_was_published(client: Client) -> None:
    for value, logged in ((10, 20), (20, 22)):
        moment = datetime(2020, 11, logged, 23, 30, tzinfo=UTC)
        with mock.patch("django.utils.timezone.now", return_value=moment):
            last = make_claim(value, claimant=north_ministry(), as_of=date(2020, 10, value))
    changes.correct_claim(last, by=ben(), why="a note", editor_note="As printed.")
    page = words(client.get(PAGE + "?logged_on=2020-11-20").content.decode())
    assert "1 of 2 claims" in page and "as logged here by 20 November 2020" in page
    assert "On 10 November 2020 one count of people killed, civilian or not, stood: 10" in page
    assert said(client, "?logged_on=2020-11-22") == (
        "This is what had been logged here by 22 November 2020. Nothing was added to this view since. Records are "
        "shown as they read today, and without those rejected since: 1 of the 2 claims shown were changed since. "
        "As it is known today"
    )
    assert "the first claim was logged on 20 November 2020" in said(client, "?logged_on=2020-11-19")
    assert steps(client, "?logged_on=2020-11-20") == {
        "after": "?logged_on=2020-11-22", "last": "?logged_on=2020-11-22",
    }  # fmt: skip


def test_the_files_follow(client: Client) -> None:
    three_days()
    with_news = {"known_on": "2020-10-05", "logged_on": "2100-01-01"}
    rows = b"".join(client.get(PAGE + "claims.csv", with_news)).decode().count("Ministry of the North")
    api = client.get("/api/v1/conflicts/war-of-the-river/claims", with_news).json()
    assert len(api["claims"]) == 2
    assert rows == 2
    assert "as published by 5 October 2020, as logged here by 1 January 2100" in api["filter"]


def test_the_rest_of_the_view_is_kept_by_the_form(client: Client) -> None:
    three_days()
    form = known(client, "?status=any&claimant=ministry-of-the-north&scale=log&known_on=2020-10-05")
    hidden = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form)
    assert sorted(hidden) == [("claimant", "ministry-of-the-north"), ("scale", "log"), ("status", "any")]
    page = client.get(PAGE + "?known_on=2020-10-05").content.decode()
    assert '<input type="hidden" name="known_on" value="2020-10-05">' in page.split('<form id="filter"')[1]


def test_looking_back_takes_at_most_eight_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    three_days()
    client.get("/robots.txt")
    with django_assert_max_num_queries(8):
        client.get(PAGE + "?known_on=2020-10-09&logged_on=2100-01-01&claimant=ministry-of-the-north")
