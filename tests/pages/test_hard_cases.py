"""Conflicts that are hard to show: every page says something sensible in words and keeps its form."""

from __future__ import annotations

from html import escape

import pytest
from django.test import Client

from tests.pages.hard import HARD, MARKUP, NAMES, addresses, far_apart, nothing, one_claim, only_words, strange_names
from tests.pages.markup import faults
from tests.pages.reading import words

pytestmark = pytest.mark.django_db


def read(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


@pytest.mark.parametrize("case", HARD)
def test_every_page_of_a_hard_conflict_is_sound(client: Client, case: str) -> None:
    for address in addresses(HARD[case]()):
        page = read(client, address)
        assert faults(page) == [], address
        main = page.partition("<main")[2].partition("</main>")[0]
        assert len(words(main)) > 60, address


def test_a_conflict_without_a_claim_says_so_everywhere(client: Client) -> None:
    conflict = nothing()
    page = words(read(client, conflict.get_absolute_url()))
    assert "No count has been published here yet." in page and "It depends" not in page
    assert "No claim about this conflict has been published yet." in page
    assert "0 of 0 claims" in page
    assert "No claim about this conflict has been published yet." in words(
        read(client, f"/embed/conflicts/{conflict.slug}/")
    )
    assert "No count of people killed stood on 10 November 2020." in words(read(client, "/"))
    beside = words(read(client, f"/side-by-side/?conflict={conflict.slug}"))
    assert "No total of these people over the whole conflict has been published here." in beside


def test_one_claim_is_said_alone_and_no_line_is_drawn_to_it(client: Client) -> None:
    address = one_claim().get_absolute_url()
    page = words(read(client, address))
    assert (
        "one count of people killed, civilian or not, stood: 874 (River Monitor: people on all sides; as of 22 "
        "October 2020)" in page
    )
    assert "One number alone: there is no second one to draw a line to." in page
    assert "there is no difference to compute" in words(read(client, f"{address}?measure=daily"))


def test_before_the_first_claim_the_page_says_when_it_came(client: Client) -> None:
    page = words(read(client, f"{one_claim().get_absolute_url()}?known_on=2020-09-27"))
    assert "No count of people killed stood on 27 September 2020." in page
    assert "Nothing of this view had been published yet; the first claim was published on 22 October 2020." in page
    assert "Since then: 1 claim added." in page and "874" not in page.partition("The claims")[2]


def test_figures_in_words_alone_keep_their_words_and_get_no_number(client: Client) -> None:
    conflict = only_words()
    page = words(read(client, conflict.get_absolute_url()))
    assert "people killed were counted in words only: hundreds (River Monitor" in page
    assert "Every figure of this view is in words alone: it stands on its day, at no height." in page
    assert "24" not in page.partition("The claims")[2].partition("“Contradicts”")[0]
    beside = words(read(client, f"/side-by-side/?conflict={conflict.slug}"))
    assert "The totals of these people are in words alone: there is no number to draw." in beside
    claims = conflict.claims.order_by("id")
    said = words(read(client, claims[0].get_absolute_url()))
    assert "“dozens” read as words alone: no number" in said
    pair = words(read(client, f"/compare/?a={claims[1].pk}&b={claims[2].pk}"))
    assert "a figure in words alone stands for no number" in pair


def test_numbers_from_one_to_a_hundred_million_are_drawn_on_one_scale(client: Client) -> None:
    """Of the three voices the last counts stand: 1,000,000, 10,000,000 and 100,000,000."""
    address = far_apart().get_absolute_url()
    page = read(client, address)
    assert "ranged from 1,000,000 (Voice 0" in words(page) and "to 100,000,000 (Voice 2" in words(page)
    assert "100 times as many" in words(page)
    assert "the logarithmic scale shows both" in words(page)
    logarithmic = client.get(f"{address}figure.json?scale=log").json()
    drawn = [number for trace in logarithmic["data"] for number in trace.get("y", []) if number is not None]
    assert {10**power for power in range(9)} <= {round(number) for number in drawn}


def test_strange_names_are_shown_as_they_are_and_each_in_its_own_direction(client: Client) -> None:
    page = read(client, strange_names().get_absolute_url())
    assert escape(MARKUP) in page and MARKUP not in page
    for name in NAMES:
        assert f"<bdi>{escape(name)}</bdi>" in page, name
