"""The machine's door: the same claims as the pages, strict about what it is asked."""

from __future__ import annotations

import json

import pytest

from tests.cast import make_claim, make_conflict, make_source, monitor, north_ministry, party
from tracker.api.schemas import ClaimOut, ClaimPage
from tracker.ledger.comparing import counted_in_words
from tracker.ledger.filters import ClaimFilter
from tracker.ledger.models import Claim
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import State

pytestmark = pytest.mark.django_db
CLAIMS = "/api/v1/conflicts/war-of-the-river/claims"


def test_it_lists_conflicts(client):
    make_conflict()
    (war,) = client.get("/api/v1/conflicts").json()
    assert (war["slug"], war["claims_url"]) == ("war-of-the-river", CLAIMS)


def test_a_claim_carries_its_figure_its_interval_and_its_words(client):
    claim = make_claim(5000, claimant=monitor(), qualifier=Qualifier.NEARLY, quote="nearly 5,000 people have died")
    found = client.get(f"/api/v1/claims/{claim.pk}").json()
    assert (found["figure"], found["interval"], found["claimant"]) == ("nearly 5,000", [0, 4999], "River Monitor")
    assert found["counted_from"] == "2020-09-27"
    assert found["citations"][0]["quote"] == "nearly 5,000 people have died"


@pytest.mark.parametrize(
    "query", ["", "?party=north", "?stance=own&status=combatant", "?to=2020-10-22&known_on=2020-11-01"]
)
def test_it_answers_with_the_rows_of_the_pages_filter(client, query):
    make_claim(874, claimant=north_ministry(), party=party("North"), status="combatant")
    make_claim(1000)
    make_claim(5000, claimant=monitor())
    from django.http import QueryDict

    chosen = ClaimFilter.read(QueryDict(query.lstrip("?")), make_conflict())
    answer = client.get(CLAIMS + query).json()
    assert {claim["id"] for claim in answer["claims"]} == {claim.pk for claim in chosen.rows()}
    assert answer["filter"] == chosen.in_words()


def test_pages_follow_each_other_until_the_end(client):
    made = [make_claim(n, claimant=north_ministry()).pk for n in range(1, 6)]
    address, seen = f"{CLAIMS}?limit=2&status=any", []
    while address:
        answer = client.get(address).json()
        seen += [claim["id"] for claim in answer["claims"]]
        address = answer["next"]
    assert seen == made


WRONG = {
    "outcome=xyz": "outcome", "party=nobody": "party", "from=2020-02-31": "from", "known_on=10000-01-01": "known_on",
    "limit=0": "limit", "limit=1e9": "limit", "after=-1": "after", "after=99999999999999999999": "after",
    "colour=red": "colour", "claimant=nobody": "claimant", "claimant=daily-river&claimant=nobody": "claimant",
}  # fmt: skip


@pytest.mark.parametrize(("query", "parameter"), WRONG.items())
def test_what_cannot_be_used_is_refused_by_name(client, query, parameter):
    make_conflict()
    make_source("Daily River")
    answer = client.get(f"{CLAIMS}?{query}")
    assert answer.status_code == 400
    assert list(answer.json()["parameters"]) == [parameter]


@pytest.mark.parametrize(
    "address", ["/api/v1/conflicts/none/claims", "/api/v1/claims/999999", "/api/v1/claims/" + "9" * 30]
)
def test_what_is_not_there_is_404_in_json(client, address):
    answer = client.get(address)
    assert answer.status_code == 404
    assert answer.json()["detail"]


@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW])
def test_what_is_not_published_is_not_answered(client, state):
    claim = make_claim(874, state=state)
    assert client.get(f"/api/v1/claims/{claim.pk}").status_code == 404
    assert client.get(CLAIMS).json()["claims"] == []


def test_nothing_is_written_through_it(client):
    claim = make_claim(874)
    for method in (client.post, client.put, client.patch, client.delete):
        assert method(f"/api/v1/claims/{claim.pk}").status_code == 405


def test_a_page_takes_the_same_questions_for_two_claims_or_twenty(client, django_assert_num_queries):
    for n in range(1, 21):
        make_claim(n, claimant=north_ministry())
    for limit in (2, 20):
        with django_assert_num_queries(4):
            client.get(f"{CLAIMS}?limit={limit}")


def test_its_description_names_every_field_of_a_claim(client):
    make_claim(874)
    described = client.get("/api/v1/openapi.json").json()["components"]["schemas"]["ClaimOut"]["properties"]
    answered = client.get(CLAIMS).json()["claims"][0]
    assert set(described) == set(answered)
    assert json.dumps(answered)


def test_what_it_answers_is_what_its_description_says(client, demo):
    address = f"/api/v1/conflicts/{demo.slug}/claims?limit=500"
    answered = client.get(address).json()
    assert len(answered["claims"]) > 200
    assert ClaimPage.model_validate(answered).model_dump(mode="json") == answered
    one = client.get(f"/api/v1/claims/{answered['claims'][0]['id']}").json()
    assert ClaimOut.model_validate(one).model_dump(mode="json") == one == answered["claims"][0]


def test_it_says_of_a_claim_what_the_claim_says_of_itself(client, demo):
    claims = client.get(f"/api/v1/conflicts/{demo.slug}/claims?limit=200").json()["claims"]
    records = Claim.objects.with_names().with_citations().in_bulk([claim["id"] for claim in claims])
    for said in claims:
        claim = records[said["id"]]
        assert said["figure"] == claim.figure and said["counted"] == counted_in_words(claim)
        assert said["interval"] == (list(claim.interval) if claim.interval else None)
        assert (said["url"], said["voice"]) == (claim.get_absolute_url(), claim.voice.name)
        assert said["group"] == (claim.group or None) and said["place"] == (claim.place or None)
        assert [citation["quote"] for citation in said["citations"]] == [c.quote for c in claim.citations.all()]


def test_names_with_quotes_and_markup_come_through(client):
    name = 'The "Daily" <b>River</b> \\ ’ \u202b'
    claim = make_claim(5, claimant=make_source(name), quote='He said: "5"\n\\u0041', place="\u2028 Ganja")
    said = client.get(f"/api/v1/claims/{claim.pk}").json()
    assert (said["claimant"], said["place"]) == (claim.claimant.name, claim.place)
    assert said["citations"][0]["quote"] == claim.citations.get().quote


def test_it_touches_no_session(client):
    make_claim(874)
    answer = client.get(CLAIMS)
    assert "Set-Cookie" not in answer.headers
    assert "Cookie" not in answer.headers.get("Vary", "")
