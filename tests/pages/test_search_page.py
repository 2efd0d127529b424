"""The search page: what it says, whatever is typed; its kinds, its pages, its fragment."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.cast import make_article, make_claim, make_conflict, make_source, monitor, north_ministry
from tests.pages.reading import words
from tests.pages.test_hostile_addresses import BAD
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import State

pytestmark = pytest.mark.django_db


def searched(client: Client, typed: str, **more: str) -> str:
    response = client.get("/search/", {"q": typed} | more)
    assert response.status_code == 200
    return response.content.decode()


def test_it_lists_every_kind_with_its_number_and_the_best_of_it(client: Client) -> None:
    make_claim(5000, qualifier=Qualifier.NEARLY, claimant=monitor(), quote="nearly 5,000 river people died")
    page = words(searched(client, "river"))
    assert "Conflicts 1" in page and "Sources 2" in page and "Incidents 0" in page and "Claims 1" in page
    assert "4 have a word that begins with “river”." in page
    assert "nearly 5,000 killed, people on all sides River Monitor · 22 October 2020 · War of the river" in page
    assert "The Daily River" in page and "River Monitor" in page


def test_it_says_what_was_looked_for_words_and_numbers(client: Client) -> None:
    make_conflict()
    assert "Nothing here has words that begin with “hill”, “fort” and the number 1,280." in words(
        searched(client, "hill fort 1 280")
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("!!! --", "“!!! --” holds no word and no number that could be looked for."),
        ("", "Type a name, a place, words of a report or a figure"),
        ("a b c d e f g h i j", "The rest of what was typed was left out: it is too long."),
        ("x" * 10_000, "The rest of what was typed was left out: it is too long."),
    ],
)
def test_it_says_so_when_little_or_nothing_can_be_looked_for(client: Client, typed: str, said: str) -> None:
    assert said in words(searched(client, typed))


def test_a_kind_has_a_tab_and_pages_of_its_own(client: Client) -> None:
    for number in range(45):
        make_source(f"Paper {number:02}")
    first = searched(client, "paper")
    assert first.count('<li>\n            <a href="/sources/') == 5
    assert 'href="/search/?q=paper&amp;kind=sources">All sources: 45' in first
    third = searched(client, "paper", kind="sources", page="3")
    assert "41 to 45 of 45" in words(third) and "Paper 44" in words(third) and "Paper 00" not in words(third)
    assert "41 to 45 of 45" in words(searched(client, "paper", kind="sources", page="99"))


@pytest.mark.parametrize(("parameter", "bad"), [("kind", "weapons"), ("page", "last")])
def test_a_parameter_that_cannot_be_used_is_named(client: Client, parameter: str, bad: str) -> None:
    make_conflict()
    page = searched(client, "river", **{parameter: bad})
    assert f"<code>{parameter}</code>" in page and "War of the" in words(page)


@pytest.mark.parametrize("typed", [*BAD, "' | 'x':* & !", "a:*b", "\\", "x'y\\'z", "\u202e", "🕊 🕊", "٨٧٤", "Ⅻ ½ ²"])
def test_anything_can_be_typed(client: Client, typed: str) -> None:
    make_claim(874, claimant=north_ministry())
    for kind in ("", "claims"):
        response = client.get(f"/search/?q={quote(typed[:3000])}&kind={kind}")
        assert response.status_code == 200
        page = response.content.decode()
        assert "<script>alert" not in page and len(words(page)) > 100


def test_hits_are_marked_and_markup_stays_text(client: Client) -> None:
    make_claim(7, claimant=monitor(), quote="<b>shelled</b> & <mark>Shęlls</mark>")
    page = searched(client, "shel")
    assert "&lt;b&gt;<mark>shelled</mark>&lt;/b&gt; &amp; &lt;mark&gt;<mark>Shęlls</mark>&lt;/mark&gt;" in page


def test_htmx_gets_the_list_alone(client: Client) -> None:
    make_conflict()
    response = client.get("/search/?q=river", headers={"HX-Request": "true"})
    part = response.content.decode()
    assert part.lstrip().startswith('<div id="found">') and "<html" not in part
    assert "HX-Request" in response["Vary"]


def test_drafts_and_stored_texts_are_not_found(client: Client) -> None:
    make_article("A report", text="a hidden text")
    make_claim(7777, claimant=monitor(), quote="a hidden quote", state=State.DRAFT)
    for typed in ("hidden", "7777", "7,777 hidden"):
        page = words(searched(client, typed))
        assert "Nothing here has" in page and "hidden quote" not in page


def test_the_number_of_queries_does_not_grow(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(1, 30):
        make_claim(number, claimant=make_source(f"Paper {number}"), quote=f"{number} killed, paper")
    for address in ("/search/?q=paper", "/search/?q=paper+5&kind=claims&page=2", "/search/"):
        with django_assert_max_num_queries(8):
            client.get(address)


def test_it_is_public_and_every_page_leads_to_it(client: Client) -> None:
    make_conflict()
    response = client.get("/search/?q=river")
    assert "Set-Cookie" not in response.headers and response["Cache-Control"].startswith("public")
    assert 'name="robots" content="noindex"' in response.content.decode()
    assert 'action="/search/"' in client.get("/").content.decode()
