"""How to cite a view or a claim, as a page and as files."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.cast import make_article, make_claim, make_conflict, make_source, north_ministry, party
from tests.pages.reading import PAGE, words
from tracker.lib.dates import show_day
from tracker.lib.vocabulary import State

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_cast")]

TODAY = show_day(timezone.localdate())


def cited(client: Client, query: str = "?format=plain", of: str = PAGE) -> str:
    response = client.get(of + "cite/" + query)
    assert response.status_code == 200
    return response.content.decode()


def test_a_view_is_cited_with_its_filter_its_claims_and_its_address(client: Client) -> None:
    make_claim(874, claimant=north_ministry(), party=party("North"))
    make_claim(60, claimant=north_ministry(), status="civilian", party=party("South"))
    said = cited(client, "?status=civilian&scale=log&format=plain")
    assert said.startswith("Conflicting Counts. “War of the river: killed, civilians, ")
    assert "1 claim by 1 source" in said
    assert f"{PAGE}?status=civilian&scale=log (accessed {TODAY})." in said


@pytest.mark.parametrize("day", ["known_on", "logged_on"])
def test_the_day_looked_back_to_is_part_of_the_citation(client: Client, day: str) -> None:
    make_claim(874, claimant=north_ministry())
    for form in ("plain", "bibtex", "csl"):
        said = cited(client, f"?{day}=2030-10-15&format={form}")
        assert "15 October 2030" in said and f"{day}=2030-10-15" in said, form


@pytest.mark.parametrize(
    ("form", "ending", "content_type"),
    [
        ("plain", "txt", "text/plain"),
        ("bibtex", "bib", "application/x-bibtex"),
        ("csl", "json", "application/vnd.citationstyles.csl+json"),
    ],
)
def test_each_format_is_a_file(client: Client, form: str, ending: str, content_type: str) -> None:
    make_claim(874)
    response = client.get(f"{PAGE}cite/?format={form}")
    assert response["Content-Type"].startswith(content_type)
    assert response["Content-Disposition"].startswith('attachment; filename="counts-war-of-the-river-')
    assert response["Content-Disposition"].endswith(f'.{ending}"')


def test_two_views_have_two_keys(client: Client) -> None:
    make_claim(874)
    keys = {json.loads(cited(client, f"?{q}format=csl"))[0]["id"] for q in ("", "status=civilian&", "scale=log&")}
    assert len(keys) == 3


def test_the_page_has_all_formats_and_says_what_it_does_not_know(client: Client) -> None:
    make_claim(874)
    page = cited(client, "?status=civilian&format=endnote")
    assert "@misc{counts-war-of-the-river" in page and "URL" in page and "accessed" in page
    assert "“endnote” is no format known here (plain, bibtex, csl)." in words(page)
    assert 'href="?status=civilian&amp;format=bibtex"' in page


def test_a_claim_is_cited_with_the_article_that_printed_it_first(client: Client) -> None:
    first = make_article("Toll rises", publisher=make_source("The Daily River"), published_on=date(2020, 10, 23))
    claim = make_claim(874, claimant=north_ministry(), party=party("North"), article=first)
    said = cited(client, of=claim.get_absolute_url())
    assert "874 killed, Ministry of the North (people, North; as of 22 October 2020)" in said
    assert "First printed by The Daily River: “Toll rises”, 23 October 2020." in said
    assert f"{claim.get_absolute_url()} (accessed {TODAY})." in said
    assert f'href="{claim.get_absolute_url()}cite/"' in client.get(claim.get_absolute_url()).content.decode()


@pytest.mark.parametrize("address", ["/conflicts/no-such-war/cite/", "/claims/999999/cite/"])
def test_what_is_not_there_cannot_be_cited(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_nor_can_a_draft(client: Client) -> None:
    draft = make_claim(874, state=State.DRAFT)
    assert client.get(draft.get_absolute_url() + "cite/").status_code == 404


def test_names_with_markup_stay_words(client: Client) -> None:
    conflict = make_conflict("War <b>of</b> {the} & \u202eriver")
    page = client.get(conflict.get_absolute_url() + "cite/").content.decode()
    assert "<b>of" not in page and "War &lt;b&gt;of&lt;/b&gt; \\{the\\} \\&amp;" in page


def test_it_takes_few_queries(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    claims = [make_claim(10 + n, claimant=north_ministry()) for n in range(5)]
    client.get("/robots.txt")
    for address in (PAGE, claims[0].get_absolute_url()):
        with django_assert_max_num_queries(8):
            cited(client, of=address)
