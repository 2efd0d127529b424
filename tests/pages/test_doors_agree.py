"""One filter for every door: chart, table, CSV, spreadsheet and API give the same claims with the same numbers."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable
from html import unescape
from random import Random
from urllib.parse import urlencode

import pytest
import pytest_django
from django.http import QueryDict
from django.test import Client

from tests.exchange.test_xlsx_out import by_name, read
from tracker.charts.figures import plotly_figure
from tracker.charts.svg import draw_svg
from tracker.charts.timeline import DOZEN, MOST_GREY
from tracker.charts.traces import FIELDS
from tracker.ledger.filters import ClaimFilter
from tracker.ledger.models import Claim, Conflict
from tracker.lib.vocabulary import Outcome, Relation, Scope, Stance, Status
from tracker.pages import paging
from tracker.pages import toll as toll_module
from tracker.pages.loading import conflict_called
from tracker.pages.record import Record
from tracker.pages.toll import Toll

pytestmark = pytest.mark.django_db
FILTERS = 50
LINK = re.compile(r'<a href="/claims/(\d+)/"><title>(.*?)</title>', re.DOTALL)
IN_TABLE = re.compile(r'<td role="cell" class="what"><a class="figure" href="/claims/(\d+)/">(.*?)</a>')
ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
Numbers = dict[int, tuple[str, ...]]
"""A claim's number → value, low, high and day, as they are written."""


@pytest.fixture(scope="module")
def kept(demo: Conflict, django_db_blocker: pytest_django.DjangoDbBlocker) -> Record:
    """The demo's record, read once as a process keeps it."""
    with django_db_blocker.unblock():
        return Record.of(conflict_called(demo.slug))


def some_filter(chance: Random, parties: list[str], voices: list[str]) -> str:
    """A query string: each option is left out more often than not, so that most filters find something."""

    def day(*months: str) -> str:
        return f"2020-{chance.choice(months)}-{chance.randint(1, 28):02}"

    options: dict[str, object] = {
        "outcome": chance.choice(list(Outcome)).value,
        "status": chance.choice(list(Status)).value,
        "party": chance.choice([*parties, "together"]),
        "scope": chance.choice(list(Scope)).value,
        "claimant": chance.sample(voices, chance.randint(1, 6)),
        "stance": chance.choice(list(Stance)).value,
        "from": day("09", "10"),
        "to": day("10", "11"),
        "known_on": day("10", "11", "12"),
    }
    return urlencode({name: value for name, value in options.items() if chance.random() < 0.25}, doseq=True)


def written(*values: object) -> tuple[str, ...]:
    return tuple("" if value is None else str(value) for value in values)


def of_table(toll: Toll) -> Numbers:
    claims = [row.claim for row in toll.table.rows]
    assert len(claims) == toll.table.total
    return {claim.pk: written(claim.value, claim.low, claim.high, claim.as_of) for claim in claims}


def of_csv(client: Client, address: str, query: str) -> Numbers:
    text = b"".join(client.get(f"{address}claims.csv?{query}")).decode()
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return {int(row["claim"]): (row["value"], row["low"], row["high"], row["as_of"]) for row in rows}


def of_xlsx(client: Client, address: str, query: str) -> Numbers:
    rows = by_name(read(b"".join(client.get(f"{address}claims.xlsx?{query}"))))
    columns = ("value", "low", "high", "as_of")
    return {int(str(row["claim"])): written(*(row.get(name) for name in columns)) for row in rows}


def of_api(client: Client, slug: str, query: str) -> Numbers:
    address: str | None = f"/api/v1/conflicts/{slug}/claims?limit=100&{query}"
    claims: list[dict[str, object]] = []
    while address:
        answer = client.get(address).json()
        claims += answer["claims"]
        address = answer["next"]
    return {int(str(c["id"])): written(c["value"], c["low"], c["high"], c["as_of"]) for c in claims}


def plain(figure: str) -> str:
    return unescape(figure).translate(ISOLATES)


def of_figure(figure: dict[str, object]) -> set[tuple[int, str]]:
    """Numbers and figures of the claims that Plotly draws marks of."""
    url, said = FIELDS.index("url"), FIELDS.index("figure")
    marks = [mark for trace in figure["data"] for mark in trace.get("customdata", [])]
    return {(int(re.findall(r"/claims/(\d+)/", mark[url])[0]), plain(mark[said])) for mark in marks}


def of_svg(drawing: str, expected: Iterable[tuple[int, str]]) -> set[tuple[int, str]]:
    """Of the expected numbers and figures those that the SVG has; what else it has, with its whole title."""
    titles = [(int(number), plain(title)) for number, title in LINK.findall(drawing)]
    known = set(expected)
    found = {(number, figure) for number, title in titles for known_number, figure in known
             if number == known_number and figure in title}  # fmt: skip
    return found | {(number, title) for number, title in titles if number not in {n for n, _ in found}}


@pytest.mark.parametrize("seed", range(FILTERS))
def test_every_door_gives_the_same_claims_with_the_same_numbers(
    client: Client, demo: Conflict, kept: Record, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(toll_module, "page_of", lambda rows, number: paging.page_of(rows, number, 10_000))
    parties = [party.slug for party in demo.parties.all()]
    query = some_filter(Random(seed), parties, [voice["slug"] for voice in kept.conflict.voices[:30]])
    address = demo.get_absolute_url()
    toll = Toll.read(QueryDict(query), kept)
    assert not toll.notes, query
    table = of_table(toll)
    assert of_csv(client, address, query) == table
    assert of_api(client, demo.slug, query) == table
    timeline = toll.timeline
    figure = json.loads(json.dumps(plotly_figure(timeline)))
    if seed % 5 == 0:
        assert of_xlsx(client, address, query) == table
        assert client.get(f"{address}figure.json?{query}").json() == figure

    points = [point for point in timeline.points if point.relation is not Relation.WITHDRAWS]
    drawn = {(int(point.url.split("/")[2]), plain(point.said)) for point in timeline.points}
    assert of_figure(figure) == drawn
    assert of_svg(draw_svg(timeline), drawn) == drawn
    assert len(timeline.lines) <= DOZEN and sum(len(line.points) for line in timeline.others) <= MOST_GREY
    numbers = {int(point.url.split("/")[2]) for point in points}
    assert numbers <= set(table)
    assert timeline.undrawn or numbers == set(table)


def test_the_filters_find_something_and_not_the_same(demo: Conflict) -> None:
    conflict = conflict_called(demo.slug)
    parties, voices = [party.slug for party in demo.parties.all()], [voice["slug"] for voice in conflict.voices[:30]]
    found = [
        ClaimFilter.read(QueryDict(some_filter(Random(seed), parties, voices)), conflict).rows().count()
        for seed in range(FILTERS)
    ]
    assert sum(1 for many in found if many) > FILTERS / 2
    assert len(set(found)) > FILTERS / 4


@pytest.mark.parametrize("query", ["status=civilian&to=2020-10-22&order=highest"])
def test_the_page_itself_lists_the_claims_of_the_csv(client: Client, demo: Conflict, query: str) -> None:
    address = demo.get_absolute_url()
    listed: list[int] = []
    number, pages = 1, 1
    while number <= pages:
        page = client.get(f"{address}?{query}&page={number}").content.decode()
        rows = [(int(pk), unescape(figure)) for pk, figure in IN_TABLE.findall(page)]
        figures = {claim.pk: claim.figure for claim in Claim.objects.filter(pk__in=[pk for pk, _ in rows])}
        assert dict(rows) == figures
        listed += [pk for pk, _ in rows]
        number += 1
        pages = number if 'rel="next"' in page else pages
    assert sorted(listed) == sorted(of_csv(client, address, query))
