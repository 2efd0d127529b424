"""Public pages may be kept by anyone: no cookie, no session, a version that answers 304."""

from __future__ import annotations

import gzip

import brotli
import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.cast import make_article, make_claim, make_source, north_ministry, nour, south_ministry
from tests.pages.reading import PAGE
from tracker.ledger import changes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_cast")]


def addresses() -> list[str]:
    """Every kind of public page, with something on it."""
    claim = make_claim(874, claimant=north_ministry(), article=make_article())
    article = claim.citations.get().article
    return [
        "/", PAGE, PAGE + "figure.json", PAGE + "claims.csv", claim.get_absolute_url(), article.get_absolute_url(),
        "/sources/", north_ministry().get_absolute_url(), "/methodology/", "/changes/", "/data/", "/robots.txt",
        PAGE + "timeline.svg", PAGE + "timeline.png", PAGE + "feed.atom", PAGE + "cite/", "/embed" + PAGE,
        claim.get_absolute_url() + "cite/", "/oembed?url=http://testserver" + PAGE, "/sitemap.xml",
    ]  # fmt: skip


def test_no_public_page_sets_or_varies_by_a_cookie(client: Client) -> None:
    for address in addresses():
        response = client.get(address)
        assert response.status_code == 200, address
        assert not response.cookies, address
        assert "Cookie" not in response.get("Vary", ""), address
        assert response["Cache-Control"].startswith("public, max-age=60"), address


def test_those_signed_in_get_the_same_public_page(client: Client) -> None:
    make_claim(874, claimant=north_ministry())
    before = client.get(PAGE).content
    client.force_login(nour())
    response = client.get(PAGE)
    assert response.content == before
    assert "Cookie" not in response["Vary"]


def test_a_page_that_has_not_changed_is_answered_304_in_one_query(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for address in addresses():
        if address == "/robots.txt":
            continue
        etag = client.get(address)["ETag"]
        with django_assert_num_queries(1):
            response = client.get(address, headers={"If-None-Match": etag})
        assert response.status_code == 304, address


def test_any_change_of_the_ledger_gives_a_new_version(client: Client) -> None:
    make_claim(874, claimant=north_ministry())
    etag = client.get(PAGE)["ETag"]
    changes.correct_record(make_source("The Daily River"), by=nour(), why="its full name", name="The Daily River News")
    response = client.get(PAGE, headers={"If-None-Match": etag})
    assert response.status_code == 200 and response["ETag"] != etag


def test_only_reading_is_allowed(client: Client) -> None:
    for address in addresses():
        assert client.post(address).status_code == 405, address


def test_a_page_asked_for_again_is_not_drawn_again(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_claim(874, claimant=north_ministry())
    first = client.get(PAGE)
    with django_assert_num_queries(1):
        again = client.get(PAGE)
    assert again.content == first.content
    assert again["ETag"] == first["ETag"] and again["Content-Type"] == first["Content-Type"]


def test_a_kept_page_is_neither_given_to_htmx_nor_kept_past_a_change(client: Client) -> None:
    make_claim(874, claimant=north_ministry())
    page = client.get(PAGE).content
    assert b"<html" not in client.get(PAGE, headers={"HX-Request": "true"}).content
    make_claim(875, claimant=south_ministry())
    assert client.get(PAGE).content != page


def test_a_page_is_kept_in_each_compression_and_says_which(client: Client) -> None:
    make_claim(874, claimant=north_ministry())
    plain = client.get(PAGE)
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}
    for _ in ("drawn", "kept"):
        for encoding, unpacked in unpack.items():
            answer = client.get(PAGE, headers={"Accept-Encoding": encoding})
            assert answer.get("Content-Encoding", "") == encoding
            assert unpacked(answer.content) == plain.content
            assert answer["ETag"] == plain["ETag"] and answer["ETag"].startswith("W/")
            assert int(answer["Content-Length"]) == len(answer.content)
            assert {"HX-Request", "Accept-Encoding"} <= set(answer["Vary"].split(", "))


def test_a_picture_is_sent_as_it_is(client: Client) -> None:
    make_claim(874, claimant=north_ministry())
    answer = client.get(f"{PAGE}timeline.png", headers={"Accept-Encoding": "br"}, follow=True)
    assert answer["Content-Type"] == "image/png" and "Content-Encoding" not in answer
    assert answer.content.startswith(b"\x89PNG")
