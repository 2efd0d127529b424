"""What the standing claims say: the headline and the floor."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cast import make_claim, make_conflict, north_ministry, party
from tests.ledger.unsaved import (
    ARMENIA,
    ARTSAKH,
    AUTHORITIES,
    AZERBAIJAN,
    CONFLICT,
    DAY,
    MINISTRY,
    PROSECUTOR,
    PUTIN,
    REPUBLIC,
    SIDES,
    TREE,
    claim,
)
from tracker.ledger.answers import floor, headline, whole_conflict, why_they_differ
from tracker.ledger.matrix import matrix
from tracker.ledger.models import Claim, Incident
from tracker.ledger.parties import PartyTree
from tracker.ledger.stances import Sides
from tracker.lib.vocabulary import Outcome, Status

# the headline --------------------------------------------------------------------------------------------------


def test_the_headline_of_the_first_article() -> None:
    claims = [
        claim(1000, qualifier="about"),
        claim(874, AUTHORITIES, party=ARMENIA),
        claim(5000, PUTIN, "nearly"),
        claim(60, PROSECUTOR, party=AZERBAIJAN, status="civilian"),
    ]
    said = headline(claims, DAY, TREE)
    assert said.text == (
        "On 22 October 2020 the latest counts of people killed, civilian or not, ranged from 874 (Artsakh authorities: "
        "people, Armenian side) "
        "to nearly 5,000 (Vladimir Putin: people on all sides), because they count different people."
    )
    assert (said.lowest, said.highest) == (claims[1], claims[2])


def test_nothing_counted_is_said() -> None:
    said = headline([], DAY, TREE)
    assert said.text == "No count of people killed stood on 22 October 2020."
    assert (said.lowest, said.highest) == (None, None)


def test_a_count_in_words_only_has_no_number() -> None:
    said = headline([claim(None, qualifier="vague")], DAY, TREE)
    assert said.text == (
        "On 22 October 2020 people killed were counted in words only: "
        "dozens (Press TV, no source named: people on all sides)."
    )
    assert said.lowest is None


def test_one_count_is_no_range() -> None:
    said = headline([claim(874, AUTHORITIES)], DAY, TREE)
    assert said.text == (
        "On 22 October 2020 one count of people killed, civilian or not, stood: 874 (Artsakh authorities: people "
        "on all sides)."
    )


def test_equal_counts_agree() -> None:
    assert headline([claim(874, AUTHORITIES), claim(874, AUTHORITIES)], DAY, TREE).text == (
        "On 22 October 2020 the latest counts of people killed, civilian or not, gave the same number: "
        "874 (Artsakh authorities: people on all sides)."
    )


def test_the_outcome_is_named() -> None:
    claims = [claim(5, AUTHORITIES, outcome="injured"), claim(9, PUTIN, outcome="injured")]
    assert (
        "the latest counts of people injured, civilian or not, ranged"
        in headline(claims, DAY, TREE, Outcome.INJURED).text
    )


def test_the_day_of_a_count_older_than_a_week_is_said() -> None:
    claims = [claim(600, as_of=date(2020, 10, 13)), claim(1000, PUTIN, as_of=date(2020, 10, 18))]
    text = headline(claims, DAY, TREE).text
    assert "people on all sides; as of 13 October 2020)" in text
    assert "18 October" not in text


def test_a_count_that_nobody_repeated_for_weeks_gives_way_to_those_of_these_days() -> None:
    old = claim(39, as_of=date(2020, 9, 28))
    assert headline([old, claim(874, AUTHORITIES), claim(1000)], DAY, TREE).lowest.value == 874
    assert headline([old, claim(874, AUTHORITIES)], DAY, TREE).lowest == old


def test_what_an_editor_found_improbable_makes_no_headline() -> None:
    claims = [claim(874, AUTHORITIES), claim(1000), claim(14_286, MINISTRY, credibility=5)]
    assert headline(claims, DAY, TREE).highest.value == 1000


def test_parts_give_way_to_counts_of_anyone_but_stand_alone() -> None:
    civilians = [claim(60, PROSECUTOR, status="civilian"), claim(37, AUTHORITIES, status="civilian")]
    assert headline(civilians, DAY, TREE).lowest.value == 37
    assert headline([*civilians, claim(874, MINISTRY)], DAY, TREE).lowest.value == 874


LEFT_OUT = [
    {"scope": "period", "period_start": date(2020, 10, 1)},
    {"scope": "incident", "place": "Ganja"},
    {"scope": "background"},
    {"counted_from": date(2020, 10, 1)},
    {"place": "Ganja"},
    {"group": "children"},
    {"incident": Incident(id=1, conflict=CONFLICT, name="The attack")},
]


@pytest.mark.parametrize("fields", LEFT_OUT)
def test_only_totals_of_the_whole_conflict_make_headlines(fields: dict[str, object]) -> None:
    assert whole_conflict([claim(5, **fields)]) == []
    assert len(whole_conflict([claim(5, counted_from=CONFLICT.start)])) == 1


def test_where_a_side_is_asked_soldiers_and_civilians_count_as_much_as_anyone() -> None:
    claims = [claim(6, AUTHORITIES, as_of=date(2020, 9, 28)), claim(874, MINISTRY, status="combatant")]
    assert headline(claims, DAY, TREE).highest.value == 6
    assert headline(claims, DAY, TREE, anyone_first=False).highest.value == 874


def test_each_figure_of_the_headline_leads_to_its_claim_and_each_voice_is_a_name() -> None:
    low, high = claim(874, AUTHORITIES), claim(5000, PUTIN, "nearly")
    words = headline([low, high], DAY, TREE).words
    assert [(each.text, each.claim) for each in words if each.claim] == [("874", low), ("nearly 5,000", high)]
    assert [each.text for each in words if each.is_name] == ["Artsakh authorities", "Vladimir Putin"]


def test_of_equal_numbers_the_qualifier_decides() -> None:
    claims = [claim(1000, AUTHORITIES), claim(1000, MINISTRY, "fewer_than"), claim(1000, PUTIN, "more_than")]
    said = headline(claims, DAY, TREE)
    assert (said.lowest, said.highest) == (claims[1], claims[2])


WHY = [
    (claim(874, party=ARMENIA), claim(5000), "because they count different people"),
    (claim(874, place="Ganja"), claim(5000), "because they count in different places"),
    (claim(1000), claim(5000, qualifier="nearly"), "and both can be true: they count the same people"),
    (claim(834, as_of=date(2020, 10, 21)), claim(874), "the lower holds for an earlier day, so it may only be behind"),
    (claim(834), claim(874, as_of=date(2020, 10, 21)), "although they count the same people: they contradict"),
]


@pytest.mark.parametrize(("lower", "higher", "words"), WHY)
def test_why_two_counts_differ_is_said(lower: Claim, higher: Claim, words: str) -> None:
    assert words in why_they_differ(lower, higher, TREE)


@settings(max_examples=40)
@given(st.lists(st.builds(claim, st.integers(0, 10**6), st.sampled_from([AUTHORITIES, PUTIN, None])), min_size=1))
def test_the_headline_spans_every_recent_count(claims: list[Claim]) -> None:
    said = headline(claims, DAY, TREE)
    assert all(said.lowest.value <= each.value <= said.highest.value for each in claims)


# the floor -----------------------------------------------------------------------------------------------------


def test_each_side_is_taken_at_its_word_about_its_own_dead() -> None:
    claims = [
        claim(874, MINISTRY, party=ARMENIA, status="combatant"),
        claim(37, AUTHORITIES, party=ARMENIA, status="civilian"),
        claim(61, PROSECUTOR, party=AZERBAIJAN, status="civilian"),
        claim(10_000, AUTHORITIES, "more_than", party=AZERBAIJAN, status="combatant"),
        claim(5000, PUTIN, party=ARMENIA),
        claim(4000, PROSECUTOR),
    ]
    found = floor(claims, SIDES)
    assert [(part.side, part.total) for part in found.parts] == [("Armenian side", 911), ("Azerbaijan", 61)]
    assert found.total == 972
    assert found.missing == ("Azerbaijan has published no military dead",)
    assert found.text == "At least 972, counting only what each side concedes: Armenian side 911; Azerbaijan 61."


def test_a_total_is_not_added_to_its_parts() -> None:
    claims = [
        claim(900, AUTHORITIES, party=ARMENIA),
        claim(800, MINISTRY, party=ARMENIA, status="combatant"),
        claim(37, AUTHORITIES, party=ARMENIA, status="civilian"),
    ]
    assert floor(claims, SIDES).total == 900
    assert floor(claims[1:], SIDES).total == 837


def test_parties_of_a_side_are_added_unless_the_side_says_more() -> None:
    claims = [
        claim(700, MINISTRY, party=ARTSAKH, status="combatant"),
        claim(90, AUTHORITIES, party=REPUBLIC, status="combatant"),
    ]
    assert floor(claims, SIDES).total == 790
    assert floor([*claims, claim(800, AUTHORITIES, party=ARMENIA, status="combatant")], SIDES).total == 800


LOWER_BOUNDS = [
    ("at_least", 100, 100),
    ("more_than", 100, 101),
    ("about", 100, 50),
    ("nearly", 100, 0),
    ("up_to", 9, 0),
]


@pytest.mark.parametrize(("qualifier", "value", "total"), LOWER_BOUNDS)
def test_the_lower_bound_is_what_is_conceded(qualifier: str, value: int, total: int) -> None:
    assert floor([claim(value, MINISTRY, qualifier, party=ARMENIA)], SIDES).total == total


def test_two_bodies_of_a_side_about_the_same_people_are_never_added() -> None:
    claims = [claim(874, MINISTRY, party=ARMENIA), claim(772, AUTHORITIES, party=ARMENIA)]
    assert floor(claims, SIDES).total == 874


def test_what_an_editor_found_improbable_or_is_undetermined_is_left_out() -> None:
    claims = [
        claim(14_286, MINISTRY, party=ARMENIA, status="combatant", credibility=5),
        claim(700, MINISTRY, party=ARMENIA, status="unknown"),
        claim(61, AUTHORITIES, party=ARMENIA, status="civilian"),
    ]
    assert floor(claims, SIDES).total == 61


def test_the_injured_are_not_among_the_dead() -> None:
    assert floor([claim(5, MINISTRY, party=ARMENIA, outcome="injured")], SIDES).parts == ()


def test_a_side_without_any_count_is_named() -> None:
    found = floor([], SIDES)
    assert found.missing == (
        "Armenian side has published no count of its own dead",
        "Azerbaijan has published no count of its own dead",
    )
    assert found.text == ""


OWN_CLAIMS = st.lists(
    st.builds(
        claim,
        st.integers(0, 99),
        st.sampled_from([AUTHORITIES, MINISTRY]),
        party=st.sampled_from([ARMENIA, ARTSAKH, REPUBLIC]),
        status=st.sampled_from(Status).map(str),
    ),
    max_size=8,
)


@settings(max_examples=40)
@given(OWN_CLAIMS)
def test_no_two_claims_of_a_floor_count_the_same_people(claims: list[Claim]) -> None:
    for part in floor(claims, SIDES).parts:
        assert sum(each.interval.low for each in part.claims) == part.total
        counted = [(each.party, each.status) for each in part.claims]
        for at, (one, status) in enumerate(counted):
            for other, other_status in counted[at + 1 :]:
                apart = not TREE.contains(one.pk, other.pk) and not TREE.contains(other.pk, one.pk)
                assert apart or {status, other_status} == {"civilian", "combatant"}


# from the database ---------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_answers_of_standing_claims_ask_nothing_more(django_assert_num_queries: pytest.FixtureRequest) -> None:
    conflict = make_conflict()
    make_claim(834, claimant=north_ministry(), party=party("North"), as_of=date(2020, 10, 21))
    make_claim(874, claimant=north_ministry(), party=party("North"))
    make_claim(1000)
    tree = PartyTree.of(conflict)
    sides = Sides.of(conflict, tree)
    claims = list(Claim.objects.about(conflict).counting(Outcome.KILLED).standing_on(DAY).with_names())
    with django_assert_num_queries(0):
        assert headline(claims, DAY, tree).lowest.value == 874
        assert floor(claims, sides).total == 874
        assert len(matrix(claims, sides, DAY).people) == 2
