"""The answer in words: which sentences a view gives, and that it gives fewer where less can be said."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import (
    ben,
    make_article,
    make_claim,
    make_conflict,
    make_source,
    monitor,
    north_ministry,
    party,
    south_ministry,
)
from tests.pages.reading import PAGE, words
from tracker.ledger import changes
from tracker.lib.counts import Qualifier
from tracker.pages.lede import ratio_in_words
from tracker.pages.ready import READY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_cast")]


def answers(client: Client, query: str = "") -> dict[str, str]:
    """What each sentence is about, and the sentence."""
    page = client.get(PAGE + query).content.decode()
    said = "".join(re.findall(r'<dl id="[a-z-]+" class="answers">(.*?)</dl>', page, flags=re.S))
    found = re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", said, flags=re.S)
    return {words(about): words(said) for about, said in found}


def lede(client: Client, query: str = "") -> str:
    page = client.get(PAGE + query).content.decode()
    return words(page.split('<p class="lede">')[1].split("</p>")[0])


def two_sides() -> None:
    """Each side about its own soldiers and civilians; the South about the North's soldiers, much higher."""
    north, south = party("North"), party("South")
    make_claim(834, claimant=north_ministry(), party=north, status="combatant", as_of=date(2020, 10, 20))
    make_claim(874, claimant=north_ministry(), party=north, status="combatant", quote="the toll stands at 874")
    make_claim(37, claimant=north_ministry(), party=north, status="civilian")
    make_claim(63, claimant=south_ministry(), party=south, status="civilian", qualifier=Qualifier.AT_LEAST)
    make_claim(2300, claimant=south_ministry(), party=north, status="combatant", quote="2,300 were destroyed")


def test_the_sentences_of_a_conflict(client: Client) -> None:
    two_sides()
    make_claim(40, claimant=monitor(), party=party("North"), status="civilian", as_of=date(2020, 10, 21))
    assert answers(client) == {
        "How far apart computed": (
            "2 comparable counts (combatants, North) run from 874 (Ministry of the North, 22 Oct 2020) to 2,300 "
            "(Ministry of the South, 22 Oct 2020), 2.6 times as many. No number fits both. "
            "the toll stands at 874 2,300 were destroyed Step by step"
        ),
        "What the sides concede computed": (
            "At least 974, counting only what each side concedes of its own: North 911 (874 and 37); South at least 63"
            ". Not in it: South has published no military dead. What is in it"
        ),
        "What changed last": (
            "Ministry of the North went from 834 (20 Oct 2020) to 874 on 22 Oct 2020 (combatants, North)."
        ),
    }


def test_every_figure_of_a_sentence_leads_to_its_claim(client: Client) -> None:
    two_sides()
    page = client.get(PAGE).content.decode()
    part = "".join(re.findall(r'<dl id="[a-z-]+" class="answers">(.*?)</dl>', page, flags=re.S))
    linked = [number for _, number in re.findall(r'<a class="figure" href="/claims/(\d+)/">([^<]+)</a>', part)]
    assert linked == ["874", "2,300", "874", "37", "at least 63", "834", "874"]
    assert re.search(r'href="/compare/\?a=\d+&amp;b=\d+">Step by step', part)


def test_the_widest_contradiction_is_told_when_it_is_not_what_is_furthest_apart(client: Client) -> None:
    make_claim(10, claimant=monitor(), as_of=date(2020, 10, 20))
    make_claim(900, claimant=make_source("A paper"), qualifier=Qualifier.AT_LEAST)
    make_claim(300, claimant=north_ministry(), party=party("North"), quote="300 have died")
    make_claim(800, claimant=south_ministry(), party=party("North"), quote="800 have died")
    said = answers(client)
    assert said["How far apart computed"].endswith(
        "90 times as many. No number fits both. The lower holds for an earlier day: it may only be behind. Step by step"
    )
    assert said["Widest contradiction"] == (
        "300 (Ministry of the North, 22 Oct 2020) against 800 (Ministry of the South, 22 Oct 2020), of the same people "
        "(people, North). No number fits both. 300 have died 800 have died Step by step"
    )


def test_a_correction_is_told_and_so_is_a_withdrawal(client: Client) -> None:
    wrong = make_claim(158, claimant=north_ministry(), as_of=date(2020, 10, 2))
    make_claim(151, claimant=north_ministry(), as_of=date(2020, 10, 2), follows=wrong, relation="corrects")
    assert answers(client)["Last taken back"] == (
        "Ministry of the North corrected 158 to 151 on 2 Oct 2020 (people on all sides)."
    )
    other = make_claim(300, claimant=monitor(), as_of=date(2020, 10, 3))
    quoted = changes.Quoted(make_article(), "the monitor took it back", "took it back")
    changes.withdraw_claim(other, by=ben(), why="as printed", quoted=quoted, on=date(2020, 10, 5))
    assert answers(client)["Last taken back"] == (
        "River Monitor withdrew 300 (3 Oct 2020) on 5 Oct 2020 (people on all sides)."
    )


def test_the_headline_and_the_highest_first_each_say_whom_they_count(client: Client) -> None:
    make_claim(874, claimant=monitor())
    make_claim(5000, claimant=make_source("A president"), qualifier=Qualifier.NEARLY)
    make_claim(10_000, claimant=south_ministry(), party=party("North"), status="combatant", as_of=date(2020, 10, 1))
    assert lede(client).startswith(
        "On 10 November 2020 the latest counts of people killed, civilian or not, ranged from 874 (River Monitor"
    )
    highest = words(client.get(f"{PAGE}?order=highest").content.decode().split('id="claims"')[1])
    assert "The highest first, whomever they count and however old; the page opens with the latest." in highest
    assert highest.index("10,000") < highest.index("nearly 5,000")


@pytest.mark.parametrize("number", [None, 874])
def test_one_claim_or_none_has_no_further_sentence(client: Client, number: int | None) -> None:
    make_conflict()
    if number:
        make_claim(number)
    assert answers(client) == {}


def test_counts_in_words_alone_give_no_computed_sentence(client: Client) -> None:
    for claimant in (monitor(), north_ministry(), None):
        make_claim(None, claimant=claimant, qualifier=Qualifier.VAGUE, as_worded="dozens")
    assert answers(client) == {}
    assert "counted in words only: dozens" in lede(client)


READY_LEDES = {
    "latest": "Each claimant's latest count. On 10 November 2020 one count of people killed, civilian or not,",
    "civilians": "Civilians only. On 10 November 2020 the latest counts of people killed ranged from 37 (Ministry",
    "own": "Each side about its own people. On 10 November 2020 the latest counts of people killed ranged from 37",
    "enemy": "Each side about the other's people. On 10 November 2020 one count of people killed stood: 2,300",
    "third": "Claimants that speak for no side. On 10 November 2020 one count of people killed, civilian or not,",
    "together": "All sides counted in one number. On 10 November 2020 one count of people killed, civilian or not,",
}


def test_each_ready_view_says_what_it_is_and_answers(client: Client) -> None:
    two_sides()
    make_claim(5000, claimant=make_source("A president"), qualifier=Qualifier.NEARLY)
    page = client.get(PAGE).content.decode()
    links = dict(re.findall(r'id="ready-(\w+)" href="[^"?]*(\?[^"]*)"', page))
    assert links.keys() == READY_LEDES.keys() == {each.ident for each in READY} - {"all"}
    for ident, opening in READY_LEDES.items():
        query = links[ident].replace("&amp;", "&")
        assert lede(client, query).startswith(opening), ident
        assert f'id="ready-{ident}"' in client.get(PAGE + query).content.decode().split('aria-current="page"')[0]


def test_a_narrower_view_gives_the_span_of_each_people_those_counted_last_first(client: Client) -> None:
    two_sides()
    make_claim(41, claimant=make_source("A doctor", speaks_for=party("North")), party=party("North"), status="civilian")
    make_claim(64, claimant=south_ministry(), party=party("South"), status="civilian", as_of=date(2020, 10, 25))
    said = answers(client, "?stance=own")
    assert list(said) == [
        "What the sides concede computed", "Civilians, South", "Combatants, North", "Civilians, North",
        "What changed last",
    ]  # fmt: skip
    assert said["Civilians, North"] == (
        "37 (Ministry of the North, 22 Oct 2020) to 41 (A doctor, 22 Oct 2020); 2 counts."
    )
    assert said["Combatants, North"] == "874 (Ministry of the North, 22 Oct 2020)"


@pytest.mark.parametrize(
    ("scope", "fields", "said"),
    [
        ("incident", {"place": "Bridge"}, "is 25 (Ministry of the South: people, South, Bridge, one incident"),
        ("period", {"period_start": date(2020, 10, 21)}, "is 25 (Ministry of the South: people, South, 21 to 22 Oct"),
    ],
)
def test_counts_that_are_no_totals_are_answered_by_their_number_and_the_highest(
    client: Client, scope: str, fields: dict[str, object], said: str
) -> None:
    make_claim(25, claimant=south_ministry(), party=party("South"), scope=scope, **fields)
    assert lede(client, f"?scope={scope}").startswith(f"The one count of people killed here {said}")
    make_claim(9, claimant=monitor(), party=party("South"), scope=scope, **fields)
    opening = "Of 2 counts of people killed, each of its own span, the highest"
    assert lede(client, f"?scope={scope}").startswith(f"{opening} {said}")


def test_names_in_sentences_are_isolated_and_escaped(client: Client) -> None:
    name = "<b>Bad</b> \u202eevil " + "x" * 150
    make_claim(10, claimant=make_source(name), party=party("North"))
    make_claim(90, claimant=south_ministry(), party=party("North"))
    page = client.get(PAGE).content.decode()
    assert "<b>Bad</b>" not in page
    assert page.count("<bdi>&lt;b&gt;Bad&lt;/b&gt; \u202eevil") >= 3


RATIOS = [(1.0, "1.00"), (1.034, "1.03"), (1.1, "1.1"), (2.0, "2"), (2.288, "2.3"), (9.96, "10"), (10.4, "10")]


@pytest.mark.parametrize(("ratio", "said"), [*RATIOS, (1234.5, "1,234")])
def test_a_ratio_has_no_more_digits_than_say_something(ratio: float, said: str) -> None:
    assert ratio_in_words(ratio) == said


@given(st.floats(1, 10**9))
def test_a_ratio_is_never_far_from_what_is_said(ratio: float) -> None:
    assert abs(float(ratio_in_words(ratio).replace(",", "")) - ratio) <= max(0.051, ratio * 0.051)
