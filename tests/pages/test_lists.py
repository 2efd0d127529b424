"""Index, sources, articles, incidents, changes, methodology, data and robots.txt."""

from __future__ import annotations

import csv
import io
import re
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.cast import (
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
from tracker.ledger import changes
from tracker.ledger.comparing_rule import Rule
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import State
from tracker.pages import overview

pytestmark = pytest.mark.django_db


def read(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


# the index


def test_the_index_gives_each_conflict_its_span_counts_and_headline(client: Client) -> None:
    make_claim(874, claimant=north_ministry())
    make_claim(5000, qualifier=Qualifier.NEARLY, claimant=make_source("Vladimir Putin"))
    make_conflict("War of the hills", start=date(2021, 1, 1), end=None)
    page = read(client, "/")
    assert "27 Sep to 10 Nov 2020 2 claims 2 sources" in words(page)
    assert "ranged from 874 (Ministry of the North" in words(page)
    assert "since 1 Jan 2021 0 claims" in words(page)
    assert page.count('class="sparkline"') == 1


def test_the_index_takes_the_same_queries_for_two_conflicts_as_for_one(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number, name in enumerate(("War of the river", "War of the hills"), start=1):
        make_claim(number, conflict=make_conflict(name), claimant=monitor())
        with django_assert_num_queries(8):
            read(client, "/")


def test_the_index_looks_only_at_conflicts_that_changed(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    hills = make_conflict("War of the hills")
    make_claim(1, claimant=monitor())
    make_claim(2, conflict=hills, claimant=monitor())
    read(client, "/")
    kept = dict(overview._kept._held)
    make_claim(3, conflict=hills, claimant=monitor(), as_of=date(2020, 10, 24))
    with django_assert_num_queries(8):
        page = words(read(client, "/"))
    assert "2 claims" in page
    assert [key[0] for key in overview._kept._held if key not in kept] == [hills.pk]
    with django_assert_num_queries(3):
        assert words(read(client, "/?page=1")) == page


def test_an_empty_ledger_says_so(client: Client) -> None:
    for address in ("/", "/data/", "/sources/", "/changes/"):
        assert "yet" in words(read(client, address)), address


# sources


def test_sources_are_listed_by_kind_with_what_they_said_and_printed(client: Client) -> None:
    make_claim(5, claimant=north_ministry())
    page = words(read(client, "/sources/"))
    assert "Ministry 1 Ministry of the North 1 claim" in page
    assert "Newspaper 1 The Daily River 1 article" in page


@pytest.mark.parametrize("typed", ["ministry of the n", "MINISTRY OF THE NORTH", "  north "])
def test_a_source_is_found_by_any_part_of_its_name(client: Client, typed: str) -> None:
    north_ministry(), south_ministry()
    page = words(client.get("/sources/", {"q": typed}).content.decode())
    assert "1 source with" in page and "Ministry of the North" in page and "Ministry of the South" not in page


def test_a_search_without_a_match_says_so(client: Client) -> None:
    assert "No source has “nobody” in a name" in words(read(client, "/sources/?q=nobody"))


def test_a_source_shows_its_side_names_claims_and_articles(client: Client) -> None:
    source = north_ministry()
    changes.add_alias(source=source, name="MoD North", by=nour(), why="papers call it so")
    make_claim(874, claimant=source, article=make_article("A communiqué", publisher=source))
    page = words(read(client, source.get_absolute_url()))
    for said in (
        "Also called MoD North",
        "Speaks for North in the War of the river",
        "1 claim, 1 article",
        "A communiqué",
    ):
        assert said in page
    assert "What it claimed: War of the river" in page and "874" in page


def test_a_merged_source_leads_to_the_one_that_was_kept(client: Client) -> None:
    keep, drop = make_source("The Daily River"), make_source("Daily River")
    changes.merge_sources(keep=keep, drop=drop, by=ben(), why="one paper")
    response = client.get(drop.get_absolute_url())
    assert (response.status_code, response["Location"]) == (301, keep.get_absolute_url())


# articles and incidents


def test_an_article_shows_quotes_but_never_its_stored_text(client: Client) -> None:
    article = make_article("A report", text="SECRET STORED TEXT in which 874 died")
    make_claim(874, claimant=north_ministry(), article=article, quote="874 died")
    make_claim(7777, claimant=north_ministry(), article=article, quote="7,777 died", state=State.DRAFT)
    page = read(client, article.get_absolute_url())
    assert "874 died" in page and "SECRET" not in page and "7,777" not in page


def test_an_article_without_published_claims_says_so(client: Client) -> None:
    assert "No published claim is cited" in words(read(client, make_article().get_absolute_url()))


def test_an_article_with_many_citations_comes_in_pages(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    article = make_article("A list of villages")
    with changes.making(by=ben(), why="one import", verb="import_claims"):
        for number in range(120):
            make_claim(number + 1, article=article, claimant=north_ministry(), place=f"Village {number:03}")
    first, cited = article.get_absolute_url(), []
    client.get("/robots.txt")
    for page, told in ((1, "1 to 50 of 120"), (2, "51 to 100 of 120"), (3, "101 to 120 of 120")):
        with django_assert_max_num_queries(4):
            text = read(client, f"{first}?page={page}")
        assert told in words(text)
        cited += re.findall(r"Village \d+", words(text))
    assert cited == [f"Village {number:03}" for number in range(120)]
    assert 'rel="next"' in read(client, first) and 'rel="prev"' not in read(client, first)
    assert "101 to 120 of 120" in words(read(client, f"{first}?page=99"))
    assert "Page 1 is shown." in words(read(client, f"{first}?page=x"))


def test_an_incident_sets_its_counts_side_by_side(client: Client) -> None:
    incident = changes.add_incident(
        conflict=make_conflict(), name="Missile attack", date=date(2020, 10, 11), place="Ganja", by=nour(), why="named"
    )
    for value, voice in ((5, north_ministry()), (15, south_ministry())):
        make_claim(value, claimant=voice, party=party("South"), scope="incident", incident=incident)
    page = words(read(client, incident.get_absolute_url()))
    assert "from 5 (Ministry of the North) to 15 (Ministry of the South)" in page
    assert "3.0 times as many, among 2 comparable claims" in page


# the public log


def test_the_log_says_who_did_what_and_why_and_leads_to_the_claim(client: Client) -> None:
    claim = make_claim(874, claimant=north_ministry())
    changes.correct_claim(claim, by=ben(), why="they are soldiers", status="combatant")
    page = read(client, "/changes/")
    assert "Correct claim by ben" in words(page) and "they are soldiers" in page
    assert f'href="{claim.get_absolute_url()}"' in page


def test_work_on_drafts_is_not_in_the_log_until_it_is_published(client: Client) -> None:
    draft = make_claim(874, state=State.DRAFT)
    changes.correct_claim(draft, by=nour(), why="a slip of the finger", value=875, as_worded="875")
    assert "a slip of the finger" not in read(client, "/changes/")
    changes.publish_claim(draft, by=ben(), why="checked")
    assert "a slip of the finger" in read(client, "/changes/")


def test_the_log_leads_to_four_readable_claims_of_a_change_of_many(client: Client) -> None:
    with changes.making(by=nour(), why="one import", verb="import_rows", conflict=make_conflict()):
        draft = make_claim(1, state=State.DRAFT)
        published = [make_claim(number) for number in range(2, 8)]
    page = read(client, "/changes/")
    led_to = [claim for claim in [draft, *published] if f'href="{claim.get_absolute_url()}"' in page]
    assert led_to == published[:4]


def test_the_log_is_paged_by_number(client: Client) -> None:
    for n in range(60):
        changes.add_source(name=f"Paper {n}", kind="newspaper", by=nour(), why=f"met it on day {n:02}")
    first = read(client, "/changes/")
    following = first.split('rel="next" href="', 1)[1].split('"', 1)[0]
    second = read(client, following)
    assert "met it on day 59" in first and "met it on day 09" not in first
    assert "met it on day 09" in second and "met it on day 59" not in second


# texts


def test_the_methodology_gives_every_rule_and_every_qualifier(client: Client) -> None:
    page = words(read(client, "/methodology/"))
    for rule in Rule:
        assert rule.sentence in page
    for qualifier in Qualifier:
        assert qualifier.label in page
    assert "nearly “nearly 5,000” 0 to 4,999" in page
    assert "about “around 1,000” 500 to 1,500" in page
    assert "“dozens” no number" in page


def test_robots_are_kept_from_the_desk_only(client: Client) -> None:
    robots = read(client, "/robots.txt")
    assert "Disallow: /desk/" in robots and "Disallow: /\n" not in robots


# downloads


def test_the_csv_holds_the_rows_of_the_filtered_page(client: Client) -> None:
    make_claim(874, claimant=north_ministry(), status="combatant")
    make_claim(60, claimant=south_ministry(), status="civilian")
    response = client.get(PAGE + "claims.csv?status=civilian")
    rows = list(csv.DictReader(io.StringIO("".join(part.decode() for part in response))))
    assert [row["value"] for row in rows] == ["60"]
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="war-of-the-river-status-civilian.csv"'
    assert response["X-Content-Type-Options"] == "nosniff"


def test_the_data_page_offers_a_file_for_each_outcome(client: Client) -> None:
    make_conflict()
    page = read(client, "/data/")
    assert f'href="{PAGE}claims.csv"' in page and f'href="{PAGE}claims.csv?outcome=injured"' in page


@pytest.mark.parametrize("address", ["/api/v1/conflicts", "/api/v1/openapi.json"])
def test_the_data_page_leads_to_the_api(client: Client, address: str) -> None:
    assert f'href="{address}"' in client.get("/data/").content.decode()
    assert client.get(address).status_code == 200
