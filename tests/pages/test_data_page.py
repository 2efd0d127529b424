"""The data page leads through every door, and each of its examples answers."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.cast import make_claim, make_conflict, north_ministry
from tests.pages.reading import words
from tracker.exchange.flat import HEADER

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_cast")]


def test_every_example_answers(client: Client) -> None:
    make_claim(874, claimant=north_ministry(), status="civilian")
    page = client.get("/data/").content.decode()
    examples = {
        unescape(address) for address in re.findall(r'<a href="([^"]+)"', page) if "war-of-the-river" in address
    }
    assert {address.split("?")[0].rsplit("/", 1)[-1] for address in examples} >= {
        "claims.csv", "claims.xlsx", "claims", "feed.atom", "timeline.svg",
    }  # fmt: skip
    for address in examples:
        response = client.get(address)
        assert response.status_code == 200, address
        b"".join(response)


def test_it_explains_every_column_of_the_files(client: Client) -> None:
    make_conflict()
    page = client.get("/data/").content.decode()
    explained = dict(re.findall(r"<dt><code>(\w+)</code></dt><dd>(.+?)</dd>", page))
    assert set(explained) == set(HEADER)
    assert "free to use" in words(page)


def test_the_number_of_queries_does_not_grow(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(4):
        make_conflict(f"War {number}")
    with django_assert_max_num_queries(8):
        client.get(reverse("data"))


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_download_takes_few_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, ending: str
) -> None:
    for number in range(1, 9):
        make_claim(number, claimant=north_ministry())
    with django_assert_max_num_queries(8):
        b"".join(client.get(f"/conflicts/war-of-the-river/claims.{ending}?claimant=ministry-of-the-north"))
