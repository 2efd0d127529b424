"""Two claims set against each other: the verdict, the seven steps, the numbers drawn, and how one picks them."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.cast import (
    agency,
    ben,
    make_claim,
    make_conflict,
    make_source,
    monitor,
    north_ministry,
    party,
    south_ministry,
)
from tests.pages.reading import words
from tracker.ledger import changes
from tracker.ledger.models import Claim
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Relation, State

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_cast")]


def read(client: Client, **asked: object) -> str:
    response = client.get("/compare/", asked)
    assert response.status_code == 200
    return response.content.decode()


def two() -> tuple[Claim, Claim]:
    own = make_claim(10, claimant=north_ministry(), party=party("North"), quote="ten of ours fell")
    return own, make_claim(900, claimant=south_ministry(), party=party("North"), quote="900 of theirs fell")


def test_it_works(client: Client) -> None:
    own, alleged = two()
    page = words(read(client, a=own.pk, b=alleged.pk))
    for said in (
        "They contradict each other: no number fits both. They are at least 890 apart.",
        "All seven steps hold, so the two are comparable.",
        "A 10 killed Ministry of the North: people, North, 22 October 2020.",
        "B 900 killed Ministry of the South: people, North, 22 October 2020.",
        "ten of ours fell",
        "900 of theirs fell",
        "The Daily River, 22 October 2020",
        "2. Both count the same party's people, or both count all sides. North North Same",
        "logarithmic scale",
    ):
        assert said in page, said


def test_both_claims_their_sources_and_articles_are_one_click_away(client: Client) -> None:
    own, alleged = two()
    page = read(client, a=own.pk, b=alleged.pk)
    for claim in (own, alleged):
        assert f'href="{claim.get_absolute_url()}"' in page
        assert f'href="{claim.voice.get_absolute_url()}"' in page
        assert f'href="{claim.citations.get().article.get_absolute_url()}"' in page


def test_the_first_difference_is_named_in_words_and_later_ones_too(client: Client) -> None:
    own = make_claim(10, claimant=north_ministry(), party=party("North"))
    civilians = make_claim(3, claimant=agency(), party=party("South"), status="civilian")
    page = read(client, a=own.pk, b=civilians.pk)
    said = words(page)
    assert "North South Different: the first difference, and the one that decides" in said
    assert "anyone civilians Different as well" in said
    assert "Step 2 fails, so the two are not comparable. Nobody is counted by both." in said
    assert page.count('class="deciding"') == 1
    assert "fits both" not in page


def test_two_conflicts_differ_at_the_first_step(client: Client) -> None:
    own = make_claim(10, claimant=monitor())
    hills = make_claim(10, claimant=monitor(), conflict=make_conflict("War of the hills"))
    page = words(read(client, a=own.pk, b=hills.pk))
    assert "people killed, War of the river people killed, War of the hills Different: the first difference" in page
    assert "Step 1 fails" in page


def test_swapping_changes_the_letters(client: Client) -> None:
    own, alleged = two()
    assert f'href="/compare/?a={alleged.pk}&amp;b={own.pk}"' in read(client, a=own.pk, b=alleged.pk)


def test_one_claim_is_offered_those_it_can_be_set_against(client: Client) -> None:
    own, alleged = two()
    for asked in ({"a": own.pk}, {"b": own.pk}, {"a": own.pk, "b": own.pk}):
        page = read(client, **asked)
        assert f'href="/compare/?a={own.pk}&amp;b={alleged.pk}"' in page
    assert "This is the same claim as A: choose another." in words(page)


def test_without_a_claim_there_is_a_form_and_the_conflicts(client: Client) -> None:
    conflict = make_conflict()
    page = read(client)
    assert 'name="a"' in page and 'name="b"' in page
    assert f'href="{conflict.get_absolute_url()}#claims"' in page


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("x", "“x” is neither a claim's number nor its address."),
        ("<b>5", "“<b>5” is neither"),
        ("99999999", "No published claim has the number 99999999."),
        ("99999999999999999999999", "is neither a claim's number nor its address."),
        ("0", "No published claim has the number 0."),
        ("-4", "is neither a claim's number nor its address."),
    ],
)
def test_what_cannot_be_used_is_said_and_kept_in_the_form(client: Client, typed: str, note: str) -> None:
    own, _ = two()
    for asked in ({"a": own.pk, "b": typed}, {"a": typed, "b": own.pk}):
        page = read(client, **asked)
        assert note in words(page)
        assert "<b>5" not in page
        assert f'value="{own.pk}"' in page


@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW])
def test_an_unpublished_claim_is_not_shown(client: Client, state: State) -> None:
    own, hidden = make_claim(10), make_claim(777_777, state=state)
    page = read(client, a=own.pk, b=hidden.pk)
    assert "No published claim has the number" in page and "777,777" not in page


def test_an_address_names_its_claim(client: Client) -> None:
    own, alleged = two()
    page = read(client, a=f"https://counts.example/claims/{own.pk}/", b=f" /claims/{alleged.pk} ")
    assert "They contradict each other" in page


def test_a_merged_claims_number_leads_to_the_one_that_was_kept(client: Client) -> None:
    keep, drop = make_claim(874, claimant=north_ministry()), make_claim(875, claimant=north_ministry())
    changes.merge_claims(keep=keep, drop=drop, by=ben(), why="one statement misread")
    against = make_claim(900, claimant=south_ministry())
    assert "A 874 killed" in words(read(client, a=drop.pk, b=against.pk))


def test_a_corrected_claim_says_what_became_of_it(client: Client) -> None:
    first = make_claim(158, claimant=north_ministry(), as_of=date(2020, 10, 1))
    second = make_claim(
        151, claimant=north_ministry(), as_of=date(2020, 10, 2), follows=first, relation=Relation.CORRECTS.value
    )
    page = words(read(client, a=first.pk, b=second.pk))
    assert "Both were given by Ministry of the North: the newer count takes the place of the older." in page
    assert "Its claimant corrected it, 2 October 2020: 151" in page


def test_names_with_markup_and_turning_marks_do_no_harm(client: Client) -> None:
    name = "<i>“Evil”</i> \u202eاسم " + "x" * 150
    one = make_claim(None, qualifier=Qualifier.VAGUE, claimant=make_source(name), as_worded="<b>dozens</b>")
    page = read(client, a=one.pk, b=make_claim(5, claimant=monitor()).pk)
    assert "<i>“Evil" not in page and "<b>dozens" not in page
    assert "a figure in words alone stands for no number" in page


def test_a_pair_takes_few_queries_however_many_claims_there_are(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    own, alleged = two()
    for day in range(1, 8):
        make_claim(10 + day, claimant=agency(), party=party("North"), as_of=date(2020, 10, day))
    for asked in ({"a": own.pk, "b": alleged.pk}, {"a": own.pk}, {}, {"a": 10**9}):
        with django_assert_max_num_queries(5):
            client.get("/compare/", asked)
