"""Any combination of parameters at any public address: an answer in words, sound in form, nothing given back raw."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date
from urllib.parse import quote, urlencode
from xml.etree import ElementTree

import pytest
import pytest_django
from django.test import Client
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.cast import agency, ben, make_article, make_claim, make_conflict, monitor, north_ministry, party
from tests.lasting import lasting
from tests.pages.markup import faults
from tests.pages.reading import PAGE, words
from tracker.ledger import changes
from tracker.ledger.models import Claim
from tracker.lib.counts import MAX_COUNT, Qualifier
from tracker.lib.vocabulary import Outcome, Scope, Stance, Status
from tracker.web.languages import PROOF

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_cast")]

SLUG = "war-of-the-river"
VIEWS = [
    PAGE, PAGE + "figure.json", PAGE + "claims.csv", PAGE + "claims.xlsx", PAGE + "timeline.svg", PAGE + "timeline.png",
    PAGE + "cite/", PAGE + "feed.atom", f"/embed{PAGE}",
]  # fmt: skip
"""Addresses that take the one filter."""
LISTS = [
    "/", "/compare/", "/side-by-side/", "/search/", "/sources/", "/sources/ministry-of-the-north/", "/changes/",
    "/oembed",
]  # fmt: skip
"""Those that read parameters of their own."""
RECORDS = ["/claims/{claim}/", "/claims/{claim}/cite/", "/articles/{article}/", "/incidents/{incident}/"]
TEXTS = ["/methodology/", "/data/", "/sitemap.xml", "/robots.txt"]
DOORS = [*VIEWS, *LISTS, *RECORDS, *TEXTS]

GOOD: dict[str, list[str]] = {
    "outcome": [term.value for term in Outcome],
    "status": [term.value for term in Status],
    "scope": [term.value for term in Scope],
    "stance": [term.value for term in Stance],
    "party": ["north", "hill-people", "south", "together"],
    "claimant": ["ministry-of-the-north", "river-monitor", "the-daily-river"],
    "from": ["2020-09-27", "2020-10-22", "2021-01-01"],
    "to": ["2020-10-01", "2020-10-22", "2020-11-10"],
    "known_on": ["2020-09-01", "2020-10-22", "2026-01-01"],
    "logged_on": ["2020-10-22", "2030-01-01"],
    "scale": ["linear", "log"],
    "measure": ["total", "daily"],
    "panels": ["one", "party"],
    "order": ["newest", "oldest", "highest"],
    "only": ["latest"],
    "page": ["1", "2"],
    "everything": ["1"],
    "chart": ["apart"],
    "for": ["card"],
    "format": ["plain", "bibtex", "csl", "json", "xml"],
    "a": ["1", "/claims/1/"],
    "b": ["2"],
    "conflict": [SLUG],
    "align": ["start", "date"],
    "q": ["874", "River minis", "said"],
    "kind": ["claims", "sources"],
    "before": ["1"],
    "url": [f"http://testserver{PAGE}?status=civilian", f"http://testserver{PAGE}"],
    "maxwidth": ["300"],
}  # fmt: skip
"""What each parameter of any door can read."""
ODD = [
    "", " ", "0", "-1", "1" + "0" * 30, "NaN", "٨٧٤", "1.5", "2020-02-31", "9999-12-31", "0001-01-01", "2020-10",
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' OR 1=1 --", "javascript:alert(1)", "</script>",
    "{{ 7|add:7 }}", "%s%d%(name)s", "\u202e\u2066rtl\u200f", "é\u0301\u0327", "🕊" * 40, "\r\nSet-Cookie: a=b",
    "\x7f\x1b", "../../etc/passwd", "http://[", "//[::1", "None", "&amp;", "a" * 3000,
]  # fmt: skip


@pytest.fixture(scope="module")
def numbers(the_cast: None, django_db_blocker: pytest_django.DjangoDbBlocker) -> Iterator[dict[str, int]]:
    with lasting(django_db_blocker, make_stage) as made:
        yield made


def make_stage() -> dict[str, int]:
    """A claim of every kind that a door treats in a way of its own, and the numbers of some records."""
    start = {"conflict": make_conflict(), "as_of": date(2020, 10, 22)}
    incident = changes.add_incident(
        by=ben(), why="set the stage", conflict=make_conflict(), name="The bridge", date=date(2020, 10, 4)
    )
    first = make_claim(874, claimant=north_ministry(), party=party("North"), relayed_via=agency(), **start)
    make_claim(5000, qualifier=Qualifier.NEARLY, claimant=monitor(), **start)
    make_claim(None, qualifier=Qualifier.VAGUE, article=make_article("“Dozens” <dead> & gone"), **start)
    make_claim(1000, qualifier=Qualifier.ABOUT, claimant=north_ministry(), party=party("South"), **start)
    make_claim(60, qualifier=Qualifier.MORE_THAN, status=Status.CIVILIAN.value, claimant=monitor(), **start)
    make_claim(21, scope=Scope.INCIDENT.value, incident=incident, claimant=monitor(), as_of=date(2020, 10, 4))
    citation = Claim.objects.get(pk=first.pk).citations.get()
    return {"claim": first.pk, "article": citation.article_id, "incident": incident.pk}


def check(client: Client, address: str, query: str) -> None:
    """The address answers, and what it answers is sound in its own form and says something."""
    response = client.get(f"{address}?{query}")
    told = f"{address}?{query[:400]}"
    kind = response.headers.get("Content-Type", "").partition(";")[0]
    if response.status_code == 302:
        assert address.endswith(".png") and response.headers["Location"].startswith(address), told
        return
    allowed = {200, 404, 501} if address.endswith("/oembed") else {200}
    assert response.status_code in allowed, (response.status_code, told)
    assert "set-cookie" not in response.headers, told
    sent = b"".join(response)
    assert sent, told
    if kind == "text/html":
        page = sent.decode()
        assert faults(page, whole=not address.endswith("/oembed") or response.status_code == 404) == [], told
        main = page.partition("<main")[2].partition("</main>")[0] or page
        assert len(words(main)) > 40, told
    elif kind.endswith("json"):
        assert json.loads(sent), told
    elif kind.endswith("xml"):
        assert len("".join(ElementTree.fromstring(sent).itertext())) > 40, told
    elif kind == "text/csv":
        rows = list(csv.reader(io.StringIO(sent.decode("utf-8-sig"), newline="")))
        assert {len(row) for row in rows} == {len(rows[0])}, told
    elif kind.endswith("sheet"):
        assert zipfile.ZipFile(io.BytesIO(sent)).testzip() is None, told


@pytest.mark.parametrize("door", DOORS)
def test_each_odd_value_at_each_parameter(client: Client, numbers: dict[str, int], door: str) -> None:
    """Rows of a Latin square, in which each odd value stands once at each parameter.

    The addresses that take the one filter share all its rows; a list takes half of them, what reads nothing two.
    """
    apart = len(VIEWS) if door in VIEWS else 2 if door in LISTS else len(ODD) // 2
    for turn in range(DOORS.index(door) % apart, len(ODD), apart):
        query = {name: ODD[(turn + place) % len(ODD)] for place, name in enumerate([*GOOD, "unknown", "<b>"])}
        check(client, door.format(**numbers), urlencode(query))


VALUE = st.sampled_from(ODD) | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40)
NAMED = st.sampled_from(sorted(GOOD)).flatmap(
    lambda name: st.tuples(st.just(name), st.sampled_from(GOOD[name]) | st.sampled_from(GOOD[name]) | VALUE)
)
QUERY = st.lists(NAMED | st.tuples(VALUE, VALUE), max_size=9)


@given(door=st.sampled_from([*DOORS, *(f"/{PROOF}{door}" for door in DOORS)]), query=QUERY)
@example(door=PAGE, query=[("status", "civilian"), ("stance", "own"), ("measure", "daily"), ("panels", "party")])
@example(door=PAGE, query=[("scope", "incident"), ("scale", "log"), ("known_on", "2020-10-22"), ("only", "latest")])
@example(door=f"/{PROOF}/embed{PAGE}", query=[("known_on", "2020-09-01"), ("panels", "party"), ("scale", "log")])
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_combination_of_parameters_is_answered(
    client: Client, numbers: dict[str, int], door: str, query: list[tuple[str, str]]
) -> None:
    check(client, door.format(**numbers), urlencode(query))


@given(query=QUERY)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_a_view_shows_claims_or_says_why_there_is_none(
    client: Client, numbers: dict[str, int], query: list[tuple[str, str]]
) -> None:
    asked = urlencode(query)
    page = client.get(f"{PAGE}?{asked}").content.decode()
    why = words(page.partition('<p class="empty">')[2].partition("</p>")[0])
    assert bool(page.count('class="what"')) != (len(why) > 30), asked
    part = client.get(f"{PAGE}?{asked}", headers={"HX-Request": "true"})
    assert part.status_code == 200 and part.headers["HX-Push-Url"].startswith(PAGE), asked
    assert faults(part.content.decode(), whole=False) == [], asked


@pytest.mark.parametrize("query", ["outcome=%00", "%00=1", "q=a%00b", "page=%ff", "known_on=%ed%a0%80"])
def test_text_that_no_record_can_hold_is_refused_in_words(client: Client, query: str) -> None:
    for door in DOORS:
        response = client.get(f"{door.format(claim=1, article=1, incident=1)}?{query}")
        assert response.status_code == 400, door
        assert "not plain text" in words(response.content.decode()), door


@pytest.mark.parametrize(
    "name",
    ["nothing", "a" * 2000, "0", "--", "..%2f..%2fetc", "%3Cb%3E", "%E2%80%AErtl", "٨٧٤", "🕊", "war of the river"],
)  # fmt: skip
def test_names_that_nothing_has_are_not_found_and_say_so(client: Client, name: str) -> None:
    doors = [door.replace(SLUG, quote(name, safe="%")) for door in VIEWS]
    for door in [*doors, f"/sources/{quote(name, safe='%')}/"]:
        response = client.get(door)
        assert response.status_code == 404, door
        assert faults(response.content.decode()) == [] and "no such page" in words(response.content.decode()), door


@pytest.mark.parametrize("number", ["0", "999999", str(MAX_COUNT), str(MAX_COUNT + 1), "9" * 60, "-1", "1.0", "x"])
@pytest.mark.parametrize("record", RECORDS)
def test_numbers_that_no_record_has_are_not_found_and_say_so(client: Client, record: str, number: str) -> None:
    response = client.get(record.format(claim=number, article=number, incident=number))
    assert response.status_code == 404
    assert faults(response.content.decode()) == [] and "no such page" in words(response.content.decode())


def test_a_question_repeated_without_end_is_answered_or_refused(client: Client, numbers: dict[str, int]) -> None:
    for name, value in [("claimant", "river-monitor"), ("status", "civilian"), ("conflict", SLUG), ("q", "874")]:
        for door in (PAGE, "/side-by-side/", "/search/"):
            assert client.get(f"{door}?{'&'.join([f'{name}={value}'] * 3000)}").status_code in {200, 413}


# the strict reader itself


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<p><b>x</p>", "</p> inside ['p', 'b']"),
        ("<div><span>x</span>", "<div> is left open"),
        ('<i id="a"></i><i id="a"></i>', "the id 'a' is there 2 times"),
        ("<p>x<ul></ul></p>", "<ul> inside a paragraph"),
        ('<a href="/"><button>x</button></a>', "<button> inside ['a']"),
        ('<a href="/" href="/x">x</a>', "has an attribute twice"),
        ("<img src=x onerror=alert(1)>", "has onerror"),
        ('<b style="color:red">x</b>', "has style"),
        ('<a href=" JavaScript:alert(1)">x</a>', "leads to"),
        ("<script>alert(1)</script>", "holds a script"),
        ('<script type="application/ld+json">{"a": "</script>"}', "JSON cannot be read"),
    ],
)
def test_the_strict_reader_finds(text: str, said: str) -> None:
    assert said in " ".join(faults(text, whole=False))


def test_the_strict_reader_misses_what_is_named_and_not_there() -> None:
    found = faults('<label for="a">x</label><a href="#b">y</a><p aria-labelledby="c d" id="d"></p>')
    assert [each for each in found if "nothing has" in each] == [f"nothing has the id '{name}'" for name in "abc"]
