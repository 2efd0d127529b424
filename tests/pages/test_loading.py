"""A view's claims, loaded without what they name, are the claims that a plain query finds, names and all."""

from __future__ import annotations

from datetime import UTC, date

import pytest
from django.http import QueryDict
from pytest_django import DjangoAssertNumQueries

from tracker.ledger.models import Claim, Conflict
from tracker.ledger.origins import channels_of
from tracker.ledger.parties import PartyTree
from tracker.ledger.querysets import end_of
from tracker.ledger.since import Since, ever
from tracker.ledger.stances import Sides
from tracker.lib.vocabulary import Relation
from tracker.pages.loading import NARROW, conflict_called, sides_of
from tracker.pages.record import Record
from tracker.pages.toll import Toll

pytestmark = pytest.mark.django_db

VIEWS = [
    "",
    "status=civilian",
    "scope=incident",
    "scope=period&outcome=injured",
    "stance=own&to=2020-10-20",
    "known_on=2020-10-12",
    "known_on=2020-10-05&logged_on=2100-01-01&only=latest",
    "logged_on=2020-01-01",
]


def toll(demo: Conflict, query: str) -> Toll:
    return Toll.read(QueryDict(query), Record.of(conflict_called(demo.slug)))


@pytest.mark.parametrize("query", VIEWS)
def test_the_claims_of_a_view_are_those_of_a_plain_query_with_their_names(
    demo: Conflict, query: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    shown = toll(demo, query)
    plain = {
        "known": shown.chosen.with_withdrawals().with_names().with_channels(shown.chosen.known_on),
        "standing": shown.chosen.standing_on(shown.day).with_names().with_channels(shown.chosen.known_on),
    }
    for name, rows in plain.items():
        wanted = [told(claim) for claim in rows]
        claims = getattr(shown, name)
        with django_assert_num_queries(0):
            assert [told(claim) for claim in claims] == wanted


def told(claim: Claim) -> dict[str, object]:
    names = {name: str(getattr(claim, name)) for name in ("conflict", "voice", "claimant", "party", "incident")}
    channels = sorted(channels_of(claim))
    place = claim.incident and (claim.incident.date, claim.incident.place, claim.incident.get_absolute_url())
    return {
        **{column: getattr(claim, column) for column in NARROW}, **names, "channels": channels, "figure": claim.figure,
        "incident": place, "voice": (claim.voice.slug, claim.voice.kind),
    }  # fmt: skip


def test_a_claim_is_one_object_wherever_it_is_shown(demo: Conflict) -> None:
    shown = toll(demo, "")
    known = {claim.pk: claim for claim in shown.known}
    both = [claim for claim in shown.standing if claim.pk in known]
    assert both and all(claim is known[claim.pk] for claim in both)


def test_what_was_left_out_of_a_claim_is_fetched_when_asked_for(demo: Conflict) -> None:
    claim = toll(demo, "").known[0]
    assert claim.version == Claim.objects.get(pk=claim.pk).version


def test_sides_loaded_with_the_conflict_are_those_of_two_queries(demo: Conflict) -> None:
    loaded, plain = sides_of(conflict_called(demo.slug)), Sides.of(demo, PartyTree.of(demo))
    assert [vars(party) | {"_state": None} for party in loaded.tree] == [
        vars(party) | {"_state": None} for party in plain.tree
    ]
    assert (loaded.affiliations, loaded.parents) == (plain.affiliations, plain.parents)


@pytest.mark.parametrize("query", [view for view in VIEWS if "_on=" in view])
def test_news_counted_by_the_database_is_the_news_counted_by_hand(demo: Conflict, query: str) -> None:
    shown = toll(demo, query)
    chosen = shown.chosen
    every = list(ever(chosen))
    later = [
        claim
        for claim in every
        if (chosen.known_on and (claim.first_published_on or date.max) > chosen.known_on)
        or (chosen.logged_on and claim.logged_at > end_of(chosen.logged_on))
    ]
    corrected = sum(claim.relation == Relation.CORRECTS.value for claim in later)
    withdrawn = sum(claim.relation == Relation.WITHDRAWS.value for claim in later)
    by_logging = chosen.known_on is None
    here = chosen.logged_on if by_logging else chosen.known_on
    days = {claim.logged_at.astimezone(UTC).date() if by_logging else claim.first_published_on for claim in every}
    news = sorted(day for day in days if day)
    assert here is not None
    assert shown.since == Since(
        added=len(later) - corrected - withdrawn,
        corrected=corrected,
        withdrawn=withdrawn,
        edited=0,  # nobody has corrected the demo
        first=news[0],
        before=max((day for day in news if day < here), default=None),
        after=min((day for day in news if day > here), default=None),
        last=news[-1],
    )
