"""The conflict page: what it says, that its parts agree, and what it costs."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta

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
    party,
    south_ministry,
)
from tests.pages.reading import PAGE, words
from tracker.ledger import changes
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import SourceKind, State

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_cast")]


def shown(client: Client, query: str = "") -> str:
    response = client.get(PAGE + query)
    assert response.status_code == 200
    return response.content.decode()


def three_counts_of_the_first_article() -> None:
    """874 of the North, about 1,000 of nobody named, nearly 5,000 of a third party."""
    make_claim(874, claimant=north_ministry(), party=party("North"))
    make_claim(1000, qualifier=Qualifier.ABOUT)
    make_claim(5000, qualifier=Qualifier.NEARLY, claimant=make_source("Vladimir Putin", SourceKind.PERSON))


def test_it_works(client: Client) -> None:
    three_counts_of_the_first_article()
    page = words(shown(client))
    assert "How many people have been killed?" in page
    assert "War of the river" in page
    assert "3 of 3 claims: killed, anyone, all parties, total so far, 27 Sep to 10 Nov 2020" in page


@pytest.mark.parametrize(
    "told_apart",
    [
        "874 · people, North",
        "about 1,000 · people on all sides",
        "nearly 5,000 · people on all sides",
        "The Daily River, no source named",
    ],
)
def test_the_chart_names_each_count_and_whom_it_counts(client: Client, told_apart: str) -> None:
    three_counts_of_the_first_article()
    assert told_apart in words(shown(client))


def test_the_figures_of_the_headline_lead_to_their_claims(client: Client) -> None:
    three_counts_of_the_first_article()
    lede = re.search(r'<p class="lede">.*?</p>', shown(client), flags=re.S)
    assert lede
    assert re.findall(r'href="(/claims/\d+/)">([^<]+)<', lede[0])[-1][1] == "nearly 5,000"


def test_every_claim_of_the_view_is_a_link_in_the_drawing_and_in_the_table(client: Client) -> None:
    claims = [make_claim(10 + n, claimant=north_ministry(), as_of=START + timedelta(days=n)) for n in range(5)]
    page = shown(client)
    drawing, table = page.split("<svg", 1)[1].split("</svg>", 1)[0], page.split('id="claims"', 1)[1]
    for claim in claims:
        assert f'href="{claim.get_absolute_url()}"' in drawing
        assert f'href="{claim.get_absolute_url()}"' in table


def test_the_figure_data_holds_the_same_claims_as_the_page(client: Client) -> None:
    three_counts_of_the_first_article()
    figure = json.loads(client.get(PAGE + "figure.json").content)
    assert {"data", "layout"} <= figure.keys()
    for number in ("874", "1000", "5000"):
        assert number in json.dumps(figure)


@pytest.mark.parametrize("number", [5, 200])
def test_the_default_view_takes_at_most_eight_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    article = make_article()
    voices = [north_ministry(), south_ministry(), monitor()]
    north = party("North")
    with changes.making(by=ben(), why="one import", verb="import_claims"):
        for n in range(number):
            day, whom = START + timedelta(days=n % 40), north if n % 2 else None
            make_claim(n, article=article, quote=f"{n} died", claimant=voices[n % 3], as_of=day, party=whom)
    client.get("/robots.txt")  # whatever the first request of a process loads
    with django_assert_max_num_queries(8):
        page = shown(client)
    assert f"{number} of {number} claims" in words(page)


def test_a_filter_by_claimant_takes_at_most_eight_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    make_claim(3, claimant=north_ministry())
    with django_assert_max_num_queries(8):
        shown(client, "?claimant=ministry-of-the-north")


def test_drafts_and_rejected_claims_are_nowhere(client: Client) -> None:
    make_claim(111)
    make_claim(222222, state=State.DRAFT)
    rejected = make_claim(333333)
    changes.reject_claim(rejected, by=ben(), why="a misprint")
    page = shown(client) + client.get(PAGE + "figure.json").content.decode()
    assert "222,222" not in page and "222222" not in page
    assert "333,333" not in page and "333333" not in page


def test_an_empty_conflict_says_so_in_words(client: Client) -> None:
    make_conflict()
    page = words(shown(client))
    assert "No claim about this conflict has been published yet." in page
    assert "No count of people killed stood on 10 November 2020." in page


def test_a_filter_that_fits_nothing_says_what_was_asked(client: Client) -> None:
    make_claim(5)
    page = words(shown(client, "?outcome=captured&status=civilian"))
    assert "0 of 1 claim: captured, civilians, all parties" in page
    assert "No published claim fits: captured, civilians, all parties" in page
    assert "How many people have been captured?" in page


def test_vague_claims_alone_are_shown_in_their_words(client: Client) -> None:
    make_claim(None, qualifier=Qualifier.VAGUE, as_worded="dozens")
    assert "dozens" in words(shown(client))


def test_a_withdrawn_count_stays_on_the_chart_with_its_withdrawal(client: Client) -> None:
    claim = make_claim(300, claimant=north_ministry(), as_of=date(2020, 10, 1))
    quoted = changes.Quoted(make_article(), "the ministry took the figure back", "took it back")
    changes.withdraw_claim(claim, by=ben(), why="as printed", quoted=quoted, on=date(2020, 10, 5))
    page = words(shown(client))
    assert "withdrawn: took it back" in page
    assert "No count of people killed stood on 10 November 2020." in page


def test_a_count_that_falls_is_labelled_as_a_fall(client: Client) -> None:
    make_claim(158, claimant=north_ministry(), as_of=date(2020, 10, 1))
    make_claim(151, claimant=north_ministry(), as_of=date(2020, 10, 2))
    assert "fell to 151" in words(shown(client))


def test_what_known_on_hides_had_not_been_printed_yet(client: Client) -> None:
    early = make_article(published_on=date(2020, 10, 2))
    make_claim(10, as_of=date(2020, 10, 1), article=early)
    make_claim(999, as_of=date(2020, 10, 1), article=make_article(published_on=date(2020, 10, 20)))
    page = words(shown(client, "?known_on=2020-10-05"))
    assert "1 of 2 claims" in page
    assert "On 5 October 2020" in page
    assert "999" not in page.split("1 of 2 claims", 1)[1]


def test_the_floor_names_what_is_missing(client: Client) -> None:
    make_claim(874, claimant=north_ministry(), party=party("North"), status="combatant")
    page = words(shown(client))
    assert "at least 874" in page
    assert "South has published no count of its own dead." in page
    assert "North has published no civilian dead." in page


def test_the_floor_is_not_shown_of_the_injured(client: Client) -> None:
    make_claim(5, outcome="injured", claimant=north_ministry(), party=party("North"))
    assert 'id="floor"' not in shown(client, "?outcome=injured")


def test_the_matrix_sets_a_sides_own_count_apart_from_its_enemys(client: Client) -> None:
    make_claim(10, claimant=north_ministry(), party=party("North"))
    make_claim(900, claimant=south_ministry(), party=party("North"))
    matrix = shown(client).split('id="matrix"', 1)[1].split("</table>", 1)[0]
    heads, row = (matrix.split("<tr")[at] for at in (1, 3))
    assert words(heads).endswith("The side itself The enemy Third parties Monitors")
    own, enemy = (words(cell) for cell in row.split("<td")[1:3])
    assert "10 Ministry of the North, 22 Oct 2020" in own
    assert "900 Ministry of the South, 22 Oct 2020 (19 days before)" in enemy


def test_contradicting_claims_are_counted_in_the_table(client: Client) -> None:
    make_claim(10, claimant=north_ministry(), party=party("North"))
    make_claim(900, claimant=south_ministry(), party=party("North"))
    assert words(shown(client).split('id="claims"', 1)[1]).count("1 claim") == 2


def test_claims_are_paged_fifty_at_a_time_and_ordered_as_asked(client: Client) -> None:
    article = make_article()
    for n in range(60):
        make_claim(
            n + 1, article=article, quote=f"{n} died", claimant=north_ministry(), as_of=START + timedelta(days=n % 30)
        )
    first, second = shown(client, "?order=highest"), shown(client, "?order=highest&page=2")
    rows = re.compile(r'<td role="cell" class="what"><a class="figure" href="[^"]+">([^<]+)</a>')
    assert [int(n) for n in rows.findall(first) + rows.findall(second)] == list(range(60, 0, -1))
    assert "51 to 60 of 60" in words(second)
    assert words(shown(client, "?page=99")).count("51 to 60 of 60") == 1


def test_only_standing_claims_are_listed_as_latest(client: Client) -> None:
    make_claim(10, claimant=north_ministry(), as_of=date(2020, 10, 1))
    make_claim(20, claimant=north_ministry(), as_of=date(2020, 10, 2))
    table = words(shown(client, "?only=latest").split('id="claims"', 1)[1])
    assert "1 to 1 of 1" in table


def test_htmx_gets_the_view_alone_with_its_count_and_address(client: Client) -> None:
    make_claim(10)
    response = client.get(PAGE + "?status=civilian&from=&page=", headers={"HX-Request": "true"})
    fragment = response.content.decode()
    assert "<html" not in fragment and fragment.count('id="view"') == 1
    assert 'id="said"' in fragment and "0 of 1 claim" in fragment
    assert response["HX-Push-Url"] == PAGE + "?status=civilian"
    assert "HX-Request" in response["Vary"]


def test_page_and_fragment_say_the_same(client: Client) -> None:
    three_counts_of_the_first_article()
    fragment = client.get(PAGE + "?scale=log", headers={"HX-Request": "true"}).content.decode()
    assert fragment.split('<div id="view"', 1)[1].strip() in shown(client, "?scale=log")


def test_the_form_shows_what_was_asked(client: Client) -> None:
    make_claim(10, claimant=north_ministry())
    page = shown(
        client, "?outcome=injured&party=north&to=2020-10-22&scale=log&claimant=ministry-of-the-north&stance=own"
    )
    for chosen in ("injured", "north", "own"):
        assert f'<option value="{chosen}" selected>' in page
    assert 'value="2020-10-22"' in page
    assert re.search(r'value="log" checked', page)
    assert re.search(r'value="ministry-of-the-north" checked', page)


def test_markup_in_the_record_is_shown_as_text(client: Client) -> None:
    evil = "<script>alert(1)</script>"
    source = make_source(f"Bad {evil}")
    make_claim(7, claimant=source, quote=f"{evil} 7 died", article=make_article(f"Title {evil}"))
    for address in (PAGE, "/", "/sources/", source.get_absolute_url()):
        assert evil not in client.get(address).content.decode()


def test_there_is_no_inline_style_or_script(client: Client) -> None:
    three_counts_of_the_first_article()
    page = shown(client)
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\s(src=|type=\"application/ld.json\"))", page)


def test_an_unknown_conflict_is_not_found(client: Client) -> None:
    assert client.get("/conflicts/no-such-war/").status_code == 404
