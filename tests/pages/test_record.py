"""What a process keeps of a conflict is never old, and a view drawn from it is the view drawn anew."""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from django.http import HttpRequest, QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from tests.cast import ben, make_claim, north_ministry, nour, south_ministry
from tests.pages.reading import PAGE
from tracker.charts.block import draw_block
from tracker.ledger import changes
from tracker.ledger.models import Conflict
from tracker.pages import record
from tracker.pages.loading import conflict_called
from tracker.pages.record import MOST_RECORDS, Record, record_for
from tracker.pages.toll import Toll
from tracker.web.languages import PROOF

pytestmark = pytest.mark.django_db

SLUG = "war-of-the-river"
VIEWS = [
    "", "status=civilian", "only=latest", "order=highest&page=2", "stance=own&scale=log", "party=together",
    "scope=period", "known_on=2020-10-12", "logged_on=2020-01-01", "measure=daily&only=latest", "outcome=injured",
    "known_on=2020-10-12&only=latest", "to=2020-10-10", "panels=party&status=combatant",
]  # fmt: skip


def asked(version: str) -> HttpRequest:
    """A request whose ETag was made of a version."""
    request = HttpRequest()
    request.META["tracker.version"] = version
    return request


def told(toll: Toll) -> dict[str, object]:
    """Everything that a page says of a view."""
    table = [(row.claim.pk, row.against, row.origins.reports, len(row.origins.fitting)) for row in toll.table.rows]
    floor = toll.floor and toll.floor.text
    parts = toll.headline.text, floor, toll.since, toll.view.moved, toll.view.taken_back, toll.shown.pair
    charts = draw_block(toll.timeline), draw_block(toll.apart) if toll.apart else ""
    return {"claims": [claim.pk for claim in toll.known], "table": table, "parts": parts, "charts": charts,
            "standing": toll.view.day.drawn}  # fmt: skip


def test_a_view_of_a_kept_record_is_the_view_drawn_anew(demo: Conflict) -> None:
    kept = Record.of(conflict_called(demo.slug))
    anew = {query: told(Toll.read(QueryDict(query), Record.of(conflict_called(demo.slug)))) for query in VIEWS}
    for query in [*VIEWS, *VIEWS]:
        assert told(Toll.read(QueryDict(query), kept)) == anew[query], query


def test_views_of_one_version_share_what_was_read(client: Client) -> None:
    make_claim(874, claimant=north_ministry())
    client.get(PAGE)
    with CaptureQueriesContext(connection) as queries:
        client.get(PAGE + "?order=highest")
    assert len(queries) == 1
    with CaptureQueriesContext(connection) as queries:
        client.get(PAGE + "?status=civilian")
    assert len(queries) == 2


def test_the_next_request_after_a_change_shows_it(client: Client) -> None:
    claim = make_claim(874, claimant=north_ministry())
    assert ">874</a>" in client.get(PAGE).content.decode()
    changes.correct_claim(claim, by=nour(), why="misread", value=877, as_worded="877")
    page = client.get(PAGE).content.decode()
    assert ">877</a>" in page and ">874</a>" not in page
    changes.reject_claim(claim, by=ben(), why="it is of another war")
    assert ">877</a>" not in client.get(PAGE).content.decode()


def test_a_change_that_is_rolled_back_leaves_nothing(client: Client) -> None:
    make_claim(874, claimant=north_ministry())
    before = client.get(PAGE).content
    with transaction.atomic():
        make_claim(911, claimant=south_ministry())
        assert b"911" in client.get(PAGE + "?scale=log").content
        transaction.set_rollback(True)
    assert client.get(PAGE).content == before
    assert b"911" not in client.get(PAGE + "?scale=log").content


def test_of_one_conflict_and_language_one_version_is_kept() -> None:
    make_claim(874)
    record._records.clear()
    first = record_for(asked("1"), SLUG)
    assert record_for(asked("1"), SLUG) is first
    assert record_for(asked("2"), SLUG) is not first
    with override(PROOF):
        assert record_for(asked("2"), SLUG) is not record_for(asked("1"), SLUG)
    assert len(record._records) == 2


def test_without_a_version_nothing_is_kept() -> None:
    make_claim(874)
    record._records.clear()
    assert record_for(asked(""), SLUG) is not record_for(asked(""), SLUG)
    assert len(record._records) == 0


def test_addresses_of_no_conflict_push_nothing_out(client: Client) -> None:
    make_claim(874)
    record._records.clear()
    client.get(PAGE)
    for number in range(MOST_RECORDS + 1):
        assert client.get(f"/conflicts/no-war-{number}/").status_code == 404
    assert len(record._records) == 1


def test_claims_looked_back_to_are_not_those_of_today(demo: Conflict) -> None:
    """They have fewer reports, and another one may be the first."""
    kept = Record.of(conflict_called(demo.slug))
    today, before = (Toll.read(QueryDict(query), kept) for query in ("", "known_on=2020-10-12"))
    both = {claim.pk: claim for claim in today.claims}
    assert before.claims and all(claim is not both[claim.pk] for claim in before.claims)
