"""The Atom feed of a view, and the site map."""

from __future__ import annotations

from datetime import datetime
from xml.etree import ElementTree

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.cast import make_claim, make_conflict, make_source, north_ministry, nour, party, south_ministry
from tests.pages.reading import PAGE
from tracker.ledger import changes
from tracker.lib.vocabulary import State

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_cast")]

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(client: Client, query: str = "") -> ElementTree.Element:
    response = client.get(f"{PAGE}feed.atom{query}")
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def titles(root: ElementTree.Element) -> list[str]:
    return [entry.findtext(f"{ATOM}title", "") for entry in root.iter(f"{ATOM}entry")]


def when(node: ElementTree.Element, name: str) -> datetime:
    moment = datetime.fromisoformat(node.findtext(f"{ATOM}{name}", ""))
    assert moment.tzinfo
    return moment


def test_it_has_what_rfc_4287_asks_for(client: Client) -> None:
    claim = make_claim(874, claimant=north_ministry(), party=party("North"), quote="the ministry said 874 had died")
    root = feed(client)
    assert root.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated"):
        assert len(root.findall(f"{ATOM}{name}")) == 1, name
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Conflicting Counts"
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"alternate": f"http://testserver{PAGE}", "self": f"http://testserver{PAGE}feed.atom"}
    (entry,) = root.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "874 killed, Ministry of the North (people, North; as of 22 October 2020)"
    assert entry.findtext(f"{ATOM}id") == f"tag:testserver,2026:claims/{claim.pk}"
    assert entry.find(f"{ATOM}link").get("href") == f"http://testserver{claim.get_absolute_url()}"
    assert "the ministry said 874 had died" in entry.findtext(f"{ATOM}summary", "")
    assert when(entry, "published") <= when(entry, "updated") == when(root, "updated")


def test_what_changed_last_comes_first_and_keeps_its_id(client: Client) -> None:
    first = make_claim(874, claimant=north_ministry())
    make_claim(60, claimant=south_ministry())
    before = feed(client)
    assert [title.split()[0] for title in titles(before)] == ["60", "874"]
    changes.correct_claim(first, by=nour(), why="misread", value=875, as_worded="875")
    after = feed(client)
    assert [title.split()[0] for title in titles(after)] == ["875", "60"]
    assert after[-2].findtext(f"{ATOM}id") == before[-1].findtext(f"{ATOM}id")


def test_the_filter_is_the_pages(client: Client) -> None:
    make_claim(874, claimant=north_ministry())
    make_claim(60, claimant=south_ministry(), status="civilian")
    make_claim(3, claimant=south_ministry(), status="civilian", state=State.DRAFT)
    root = feed(client, "?status=civilian&sort=none")
    assert [title.split()[0] for title in titles(root)] == ["60"]
    assert "civilians" in root.findtext(f"{ATOM}subtitle", "")
    assert root.findtext(f"{ATOM}id") == f"http://testserver{PAGE}feed.atom?status=civilian"


def test_everything_of_a_conflict_has_a_feed_too(client: Client) -> None:
    make_claim(874, claimant=north_ministry())
    make_claim(60, claimant=south_ministry(), outcome="injured")
    make_claim(3, claimant=south_ministry(), outcome="injured", state=State.DRAFT)
    root = feed(client, "?everything=1")
    assert [title.split()[0] for title in titles(root)] == ["60", "874"]
    assert root.findtext(f"{ATOM}id") == f"http://testserver{PAGE}feed.atom?everything=1"
    assert "everything" in root.findtext(f"{ATOM}subtitle", "")


def test_it_ends_after_fifty_and_asks_few_questions(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(52):
        make_claim(number, claimant=north_ministry())
    client.get("/robots.txt")
    with django_assert_max_num_queries(8):
        root = feed(client)
    assert [title.split()[0] for title in titles(root)] == [str(number) for number in range(51, 1, -1)]


def test_an_empty_feed_is_valid_and_does_not_move(client: Client) -> None:
    make_conflict()
    first, again = feed(client), feed(client, "?status=civilian")
    assert titles(first) == []
    assert when(first, "updated") == when(again, "updated")


def test_what_xml_cannot_hold_is_left_out(client: Client) -> None:
    make_claim(874, claimant=make_source("A <b>& \x0b\u202eB"), quote="said <i>874</i> & \x0c more")
    root = feed(client)
    assert "A <b>& " in titles(root)[0]
    assert "&lt;i&gt;874&lt;/i&gt; &amp;" in root.find(f"{ATOM}entry").findtext(f"{ATOM}summary", "")


def test_a_feed_that_has_not_changed_is_answered_304(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_claim(874)
    etag = client.get(f"{PAGE}feed.atom")["ETag"]
    with django_assert_num_queries(1):
        assert client.get(f"{PAGE}feed.atom", headers={"If-None-Match": etag}).status_code == 304


def test_the_page_names_its_feed(client: Client) -> None:
    make_claim(874, status="civilian")
    page = client.get(f"{PAGE}?status=civilian&scale=log").content.decode()
    assert '<link rel="alternate" type="application/atom+xml"' in page
    assert f'href="{PAGE}feed.atom?status=civilian"' in page


def test_the_site_map_lists_conflicts_and_sources(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    make_claim(874, claimant=north_ministry())
    with django_assert_max_num_queries(3):
        response = client.get("/sitemap.xml")
    root = ElementTree.fromstring(response.content)
    listed = [node.text for node in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert {f"http://testserver{PAGE}", f"http://testserver{north_ministry().get_absolute_url()}"} <= set(listed)
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()
