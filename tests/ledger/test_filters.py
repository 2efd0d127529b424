"""The one filter: what it asks for, what it says of itself, and what it does with nonsense."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any
from unittest import mock

import pytest
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import (
    make_article,
    make_claim,
    make_conflict,
    make_source,
    monitor,
    north_ministry,
    party,
    south_ministry,
)  # fmt: skip
from tracker.ledger import since
from tracker.ledger.filters import ClaimFilter
from tracker.ledger.models import Claim, Conflict
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Outcome, Scope, Stance, State, Status

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_cast")]


def read(query: str = "") -> ClaimFilter:
    return ClaimFilter.read(QueryDict(query), make_conflict())


def seed() -> Conflict:
    """A few claims of each sort."""
    conflict = make_conflict()
    for day, value in ((1, 84), (2, 158), (22, 874)):
        make_claim(
            value, claimant=north_ministry(), party=party("North"), status="combatant", as_of=date(2020, 10, day)
        )
    make_claim(60, claimant=south_ministry(), party=party("South"), status="civilian", qualifier=Qualifier.MORE_THAN)
    make_claim(4000, claimant=south_ministry(), party=party("North"), status="combatant")
    make_claim(5000, claimant=monitor(), qualifier=Qualifier.NEARLY)
    make_claim(1000, qualifier=Qualifier.ABOUT)
    make_claim(12, claimant=north_ministry(), party=party("Hill people"), status="civilian")
    make_claim(3, claimant=monitor(), party=party("Foreigners"))
    make_claim(300, claimant=north_ministry(), party=party("North"), outcome="injured")
    make_claim(25, claimant=south_ministry(), party=party("South"), scope="incident", place="Bridge")
    make_claim(40, claimant=north_ministry(), party=party("North"), scope="period", as_of=date(2020, 10, 22))
    make_claim(7, claimant=north_ministry(), state=State.DRAFT)
    make_claim(
        1100, claimant=north_ministry(), as_of=date(2020, 12, 1), article=make_article(published_on=date(2021, 1, 1))
    )
    return conflict


def test_the_default_view_is_the_wars_running_totals_of_people_killed():
    seed()
    assert sorted(claim.value for claim in read().rows()) == [3, 12, 60, 84, 158, 874, 1000, 4000, 5000]


CASES = {
    "outcome=injured": [300],
    "status=civilian": [12, 60],
    "status=any": [3, 1000, 5000],
    "party=north": [12, 84, 158, 874, 4000],
    "party=hill-people": [12],
    "party=together": [1000, 5000],
    "scope=incident": [25],
    "scope=period": [40],
    "claimant=ministry-of-the-north": [12, 84, 158, 874],
    "claimant=ministry-of-the-north&claimant=river-monitor": [3, 12, 84, 158, 874, 5000],
    "stance=own": [12, 60, 84, 158, 874],
    "stance=enemy": [4000],
    "stance=monitor": [3, 5000],
    "stance=third": [1000],
    "from=2020-10-02&to=2020-10-21": [158],
    "to=2020-12-31": [3, 12, 60, 84, 158, 874, 1000, 1100, 4000, 5000],
    "known_on=2020-10-02": [84, 158],
    "logged_on=2020-10-02": [],
    "status=combatant&stance=enemy": [4000],
}


def test_each_parameter_narrows_to_its_claims():
    seed()
    found = {query: sorted(claim.value for claim in read(query).rows()) for query in CASES}
    assert found == CASES
    assert [query for query in CASES if read(query).notes] == []


def test_the_filter_as_parameters_reads_back_as_itself():
    seed()
    assert [query for query in CASES if read(read(query).params()) != read(query)] == []


NONSENSE = [
    "outcome=xyz", "status=soldier", "party=nobody", "scope=weekly", "claimant=nobody", "stance=left", "from=5O",
    "to=2020-02-31", "known_on=10000-01-01", "from=٨٧٤", "to=", "outcome=" + "x" * 100_000, "outcome=%27%22%3Cb%3E",
    "from=2020-11-01&to=2020-10-01", "known_on=0001-01-01", "logged_on=yesterday",
]  # fmt: skip


def test_what_cannot_be_used_is_left_out_and_said():
    seed()
    usual = [claim.pk for claim in read().rows()]
    for query in NONSENSE:
        chosen = read(query)
        assert [claim.pk for claim in chosen.rows()] == usual, query
        assert bool(chosen.notes) is (query != "to="), query
        assert all(len(note.message) < 300 for note in chosen.notes), query


def test_a_merged_claimants_old_address_finds_the_one_it_became():
    from tests.cast import ben
    from tracker.ledger import changes

    seed()
    short = make_source("MoN")
    changes.merge_sources(keep=north_ministry(), drop=short, by=ben(), why="one ministry, two names")
    assert read("claimant=mon").claimants == (north_ministry(),)


def test_it_says_itself_in_words():
    seed()
    chosen = read("status=civilian&party=south&to=2020-10-22&known_on=2020-11-01&claimant=ministry-of-the-south")
    assert chosen.in_words() == (
        "killed, civilians, South, total so far, claimed by Ministry of the South, 27 Sep to 22 Oct 2020, "
        "as published by 1 November 2020"
    )
    assert read("logged_on=2026-11-01").in_words().endswith(", as logged here by 1 November 2026")


def test_reading_it_costs_the_same_whatever_the_ledger_holds(django_assert_num_queries):
    seed()
    conflict = make_conflict()
    with django_assert_num_queries(2):
        ClaimFilter.read({"party": "north", "stance": "own"}, conflict)
    from django.db import connection

    with CaptureQueriesContext(connection) as asked:
        list(read("stance=own").rows())
    assert len(asked) <= 5


def by_hand(chosen: ClaimFilter, claim: Claim) -> bool:
    """The filter, claim by claim, the slow and obvious way."""
    tree, sides = chosen.tree, chosen.sides
    return (
        claim.state == "published"
        and claim.relation != "withdraws"
        and claim.outcome == chosen.outcome.value
        and claim.scope == chosen.scope.value
        and (chosen.status is None or claim.status == chosen.status.value)
        and (not chosen.together or claim.party_id is None)
        and (chosen.party is None or (claim.party_id in tree.descendants(chosen.party.pk)))
        and (not chosen.claimants or claim.voice in chosen.claimants)
        and (chosen.stance is None or sides.stance(claim.voice, claim.party_id, claim.as_of) is chosen.stance)
        and chosen.first_day <= claim.as_of
        and (chosen.last_day is None or claim.as_of <= chosen.last_day)
        and (chosen.known_on is None or min(c.article.published_on for c in claim.citations.all()) <= chosen.known_on)
        and (chosen.logged_on is None or claim.logged_at.astimezone(UTC).date() <= chosen.logged_on)
    )


def maybe(values: list[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), st.sampled_from(values))


DAYS = [str(date(2020, 9, 20) + timedelta(days=n)) for n in range(0, 110, 3)]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    asked=st.fixed_dictionaries(
        {
            "outcome": maybe([o.value for o in Outcome]),
            "status": maybe([s.value for s in Status]),
            "party": maybe(["north", "south", "hill-people", "foreigners", "together"]),
            "scope": maybe([s.value for s in Scope]),
            "claimant": maybe(["ministry-of-the-north", "ministry-of-the-south", "river-monitor"]),
            "stance": maybe([s.value for s in Stance]),
            "from": maybe(DAYS),
            "to": maybe(DAYS),
            "known_on": maybe(DAYS),
            "logged_on": maybe([str(date(2021, 1, 1) + timedelta(days=n)) for n in range(0, 60, 3)]),
        }
    )
)
def test_the_query_agrees_with_the_filter_done_by_hand(asked):
    if not Claim.objects.exists():
        first, number = datetime(2021, 1, 5, tzinfo=UTC), count()
        with mock.patch("django.utils.timezone.now", lambda: first + timedelta(days=next(number))):
            seed()
    chosen = ClaimFilter.read({name: value for name, value in asked.items() if value}, make_conflict())
    wanted = {claim.pk for claim in Claim.objects.with_names().with_citations() if by_hand(chosen, claim)}
    assert {claim.pk for claim in chosen.rows()} == wanted
    assert {claim.pk for claim in since.ever(chosen).figures().filter(chosen.known)} == wanted
