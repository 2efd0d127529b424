"""One claim's page: its wording, its reports, its relatives, what it is compared with, its history."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.cast import (
    agency,
    ben,
    make_article,
    make_claim,
    make_source,
    north_ministry,
    nour,
    party,
    south_ministry,
)
from tests.pages.reading import words
from tracker.ledger import changes
from tracker.ledger.models import Claim
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Relation, SourceKind, State

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_cast")]


def page_of(client: Client, claim: Claim) -> str:
    response = client.get(claim.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def test_it_works(client: Client) -> None:
    putin = make_source("Vladimir Putin", SourceKind.PERSON)
    article = make_article("Moscow speaks", url="https://example.org/a", language="en")
    claim = make_claim(5000, qualifier=Qualifier.NEARLY, claimant=putin, article=article, quote="close to 5,000 dead")
    page = words(page_of(client, claim))
    for said in (
        "nearly 5,000 killed",
        "Said by Vladimir Putin of people on all sides, as of 22 October 2020",
        "close to 5,000 dead",
        "The Daily River, 23 October 2020",
        "Moscow speaks",
        "read as 0 to 4,999",
        "total since 27 September 2020",
        "1 report",
        "Record claim by nour",
        "logged in a test",
    ):
        assert said in page


def test_links_out_lend_no_authority_and_keep_no_opener(client: Client) -> None:
    claim = make_claim(5, article=make_article(url="https://example.org/a", archived_url="https://example.org/b"))
    out = re.findall(r'<a href="https://example.org/.".*?>', page_of(client, claim))
    assert len(out) == 2
    assert all('rel="nofollow noopener external"' in link for link in out)


def test_a_foreign_quote_says_its_language_and_direction(client: Client) -> None:
    claim = make_claim(7, article=make_article(language="ar"), quote="سبعة قتلى")
    assert re.search(r'<blockquote class="quote" lang="ar" dir="auto">سبعة', page_of(client, claim))


def test_an_unattributed_claim_names_no_claimant(client: Client) -> None:
    claim = make_claim(1000, qualifier=Qualifier.ABOUT, relayed_via=agency())
    page = words(page_of(client, claim))
    assert "Printed by River News Agency in its own voice, no source named" in page
    assert "none named: the voice of River News Agency" in page
    assert "relayed via River News Agency" in page


def test_every_report_is_listed(client: Client) -> None:
    claim = make_claim(874, claimant=north_ministry())
    for n in range(11):
        quoted = changes.Quoted(make_article(), f"874 died, says paper {n}", "874")
        changes.cite_claim(claim=claim, quoted=quoted, by=nour(), why="another paper")
    page = words(page_of(client, claim))
    assert "12 reports" in page
    assert all(f"874 died, says paper {n}" in page for n in range(11))


def test_parts_and_wholes_lead_to_each_other(client: Client) -> None:
    whole = make_claim(60, qualifier=Qualifier.MORE_THAN, claimant=south_ministry(), party=party("South"))
    part = make_claim(25, claimant=south_ministry(), party=party("South"), place="Ganja", part_of=whole)
    assert f'href="{part.get_absolute_url()}"' in page_of(client, whole).split('id="relatives-heading"', 1)[1]
    assert f'href="{whole.get_absolute_url()}"' in page_of(client, part).split('id="relatives-heading"', 1)[1]


def test_a_draft_part_is_not_shown(client: Client) -> None:
    whole = make_claim(60, claimant=south_ministry())
    make_claim(2525, claimant=south_ministry(), place="Ganja", part_of=whole, state=State.DRAFT)
    assert "2,525" not in page_of(client, whole)


def test_a_correction_and_the_corrected_claim_name_each_other(client: Client) -> None:
    first = make_claim(158, claimant=north_ministry(), as_of=date(2020, 10, 1))
    second = make_claim(
        151, claimant=north_ministry(), as_of=date(2020, 10, 2), follows=first, relation=Relation.CORRECTS.value
    )
    assert "corrects this one" in words(page_of(client, first))
    assert "Corrects 158 killed" in words(page_of(client, second))


def test_comparable_claims_come_with_the_verdict_and_others_with_the_reason(client: Client) -> None:
    claim = make_claim(10, claimant=north_ministry(), party=party("North"))
    make_claim(900, claimant=south_ministry(), party=party("North"))
    make_claim(9, qualifier=Qualifier.AT_LEAST, claimant=agency(), party=party("North"))
    make_claim(3, claimant=south_ministry(), party=party("North"), status="civilian")
    page = words(page_of(client, claim))
    for said in (
        "Contradicted by 1 900 killed, people, North Ministry of the South, 22 Oct 2020 step by step",
        "Comparable, and both can be true 1 at least 9 killed, people, North River News Agency, 22 Oct 2020",
        "Part of 0 No claim of that day counts these people and others.",
        "Whole of 1 3 killed, civilians, North Ministry of the South, 22 Oct 2020",
    ):
        assert said in page


def test_a_draft_and_a_rejected_claim_are_not_found(client: Client) -> None:
    draft, rejected = make_claim(1, state=State.DRAFT), make_claim(2)
    changes.reject_claim(rejected, by=ben(), why="a misprint")
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert client.get(rejected.get_absolute_url()).status_code == 404


def test_a_merged_claim_leads_to_the_one_that_was_kept(client: Client) -> None:
    keep, drop = make_claim(874, claimant=north_ministry()), make_claim(875, claimant=north_ministry())
    changes.merge_claims(keep=keep, drop=drop, by=ben(), why="one statement misread")
    response = client.get(drop.get_absolute_url())
    assert response.status_code == 301
    assert response["Location"] == keep.get_absolute_url()


def test_a_claim_the_editors_withdrew_is_gone_and_says_why(client: Client) -> None:
    claim = make_claim(874, claimant=north_ministry(), quote="the words that were quoted")
    changes.withdraw_claim(claim, by=ben(), why="the article does not exist")
    response = client.get(claim.get_absolute_url())
    page = words(response.content.decode())
    assert response.status_code == 410
    assert "This claim was withdrawn" in page and "the article does not exist" in page
    assert "the words that were quoted" not in page and "874" not in page


def test_history_shows_each_field_before_and_after_without_an_undo(client: Client) -> None:
    claim = make_claim(874, claimant=north_ministry())
    changes.correct_claim(claim, by=ben(), why="the ministry said soldiers", status="combatant")
    page = page_of(client, claim)
    assert "the ministry said soldiers" in words(page)
    assert "<del>anyone</del> <ins>combatants</ins>" in page
    assert "<form" not in page.split("<main", 1)[1]


def test_a_part_that_is_larger_than_its_whole_is_marked(client: Client) -> None:
    whole = make_claim(10, claimant=north_ministry())
    make_claim(11, claimant=south_ministry(), status="civilian")
    assert "the part is larger than its whole" in words(page_of(client, whole))


def test_every_pair_leads_to_its_comparison(client: Client) -> None:
    claim, other = make_claim(10, claimant=north_ministry()), make_claim(900, claimant=south_ministry())
    assert f'href="/compare/?a={claim.pk}&amp;b={other.pk}">step by step</a>' in page_of(client, claim)


def test_it_takes_at_most_eight_queries_with_every_kind_of_relative_and_a_long_history(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    whole = make_claim(60, claimant=south_ministry(), party=party("South"))
    first = make_claim(20, claimant=north_ministry(), party=party("North"), as_of=date(2020, 10, 1))
    claim = make_claim(
        25, claimant=south_ministry(), party=party("South"), place="Ganja", part_of=whole, relayed_via=agency()
    )
    for field, value in (
        ("claimant", north_ministry()),
        ("party", party("Hill people")),
        ("party", party("North")),
        ("part_of", None),
        ("place", ""),
    ):
        claim = changes.correct_claim(claim, by=ben(), why=f"looked again at {field}", **{field: value})
    claim = changes.correct_claim(claim, by=ben(), why="it updates", follows=first, relation=Relation.UPDATES.value)
    for n in range(4):
        changes.cite_claim(
            claim=claim, quoted=changes.Quoted(make_article(), f"25 dead, paper {n}", "25"), by=nour(), why="again"
        )
        make_claim(30 + n, claimant=agency(), party=party("North"), as_of=date(2020, 10, 1 + n))
    with django_assert_max_num_queries(8):
        page = words(page_of(client, claim))
    for said in ("Hill people", "Ministry of the South", "60 killed, Ministry of the South, 2020-10-22"):
        assert said in page, said
