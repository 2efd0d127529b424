"""Standing claims: the query against the definition, done by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import make_article, make_claim, make_conflict, monitor, north_ministry, party
from tracker.ledger.models import Claim
from tracker.ledger.querysets import LINE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_cast")]

FIRST, LOGGED = date(2020, 10, 1), date(2020, 10, 20)


def standing_by_hand(claims: list[Claim], day: date, known_on: date | None, logged_on: date | None) -> set[int]:
    """A claimant's latest claim for one thing counted, at a given day, neither withdrawn nor corrected."""
    known = [c for c in claims if c.state == "published" and (known_on is None or c.first_published_on <= known_on)]
    known = [c for c in known if logged_on is None or c.logged_at.date() <= logged_on]
    undone = {c.follows_id for c in known if c.relation in ("corrects", "withdraws")}
    latest: dict[tuple[object, ...], Claim] = {}
    for claim in known:
        if claim.as_of > day or claim.pk in undone or claim.relation == "withdraws":
            continue
        end = claim.as_of if claim.scope == "period" else None
        thing = (*(getattr(claim, f) for f in LINE), claim.period_start, end)
        best = latest.get(thing)
        if best is None or rank(claim) > rank(best):
            latest[thing] = claim
    return {claim.pk for claim in latest.values()}


def rank(claim: Claim) -> tuple[object, ...]:
    return (claim.as_of, claim.credibility != 5, claim.first_published_on, claim.pk)


claim_strategy = st.fixed_dictionaries(
    {
        "value": st.integers(1, 5),
        "day": st.integers(0, 6),
        "delay": st.integers(0, 4),
        "logged": st.integers(0, 10),
        "claimant": st.sampled_from(["north", "monitor", "nobody"]),
        "party": st.sampled_from(["North", "South", ""]),
        "scope": st.sampled_from(["cumulative", "cumulative", "period"]),
        "credibility": st.sampled_from([None, None, 2, 5]),
        "relation": st.sampled_from(["", "", "", "corrects", "withdraws", "updates"]),
    }
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    drawn=st.lists(claim_strategy, max_size=7),
    day=st.integers(0, 8),
    known=st.one_of(st.none(), st.integers(0, 10)),
    logged=st.one_of(st.none(), st.integers(0, 10)),
)
def test_the_query_agrees_with_the_definition_done_by_hand(drawn, day, known, logged):
    voices = {"north": north_ministry(), "monitor": monitor(), "nobody": None}
    made: list[Claim] = []
    mine: set[int] = set()
    conflict = make_conflict()
    for number, fields in enumerate(drawn):
        as_of = FIRST + timedelta(days=fields["day"])
        follows = made[-1] if fields["relation"] and made else None
        moment = datetime.combine(LOGGED, time.max, UTC) + timedelta(days=fields["logged"])
        with mock.patch("django.utils.timezone.now", return_value=moment):
            claim = make_claim(
                fields["value"], claimant=voices[fields["claimant"]], scope=fields["scope"], as_of=as_of,
                credibility=fields["credibility"], party=party(fields["party"]) if fields["party"] else None,
                follows=follows, relation=fields["relation"] if follows else "", place=f"Example {id(drawn)}",
                conflict=conflict, article=make_article(published_on=as_of + timedelta(days=fields["delay"])),
                quote=f"words {number}",
            )  # fmt: skip
        made.append(claim)
        mine.add(claim.pk)
    on, known_on = FIRST + timedelta(days=day), None if known is None else FIRST + timedelta(days=known)
    logged_on = None if logged is None else LOGGED + timedelta(days=logged)
    asked = Claim.objects.about(conflict).standing_on(on, known_on=known_on, logged_on=logged_on).filter(pk__in=mine)
    wanted = standing_by_hand(list(Claim.objects.filter(pk__in=mine)), on, known_on, logged_on)
    assert {c.pk for c in asked} == wanted


def test_of_two_claims_for_one_day_the_one_printed_later_stands():
    early = make_claim(158, claimant=north_ministry(), article=make_article(published_on=date(2020, 10, 22)))
    late = make_claim(151, claimant=north_ministry(), article=make_article(published_on=date(2020, 10, 23)))
    assert list(Claim.objects.standing_on(date(2020, 10, 30))) == [late]
    assert list(Claim.objects.standing_on(date(2020, 10, 30), known_on=date(2020, 10, 22))) == [early]


def test_an_improbable_claim_printed_later_does_not_unseat_another_of_its_day():
    said = make_claim(5000, claimant=monitor(), article=make_article(published_on=date(2020, 10, 22)))
    make_claim(6000, claimant=monitor(), credibility=5, article=make_article(published_on=date(2020, 10, 23)))
    assert list(Claim.objects.standing_on(date(2020, 10, 30))) == [said]
