"""Contradictions, spreads and parts above their wholes, each against its obvious slow twin."""

from __future__ import annotations

from datetime import date
from itertools import combinations, count, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.ledger.comparable import comparable
from tracker.ledger.comparing import Counted, compare, contradict
from tracker.ledger.disagreements import contradictions, counts_among, inconsistencies, spreads
from tracker.ledger.models import Claim, Conflict, Party, Source
from tracker.ledger.parties import PartyTree

CONFLICT = Conflict(id=1, name="The war", start=date(2020, 9, 27))
NORTH = Party(id=1, name="North")
SOUTH = Party(id=2, name="South")
TREE = PartyTree([NORTH, SOUTH])
PAPER = Source(id=1, name="The Paper", kind="newspaper")
DAY = date(2020, 10, 22)
_ids = count(1)


def claim(value: int | None = None, qualifier: str = "exact", **fields: object) -> Claim:
    given_fields = {"conflict": CONFLICT, "voice": PAPER, "as_of": DAY, "as_worded": "dozens"} | fields
    return Claim(pk=next(_ids), value=value, qualifier=qualifier, **given_fields)


CLAIMS = st.lists(
    st.builds(
        claim,
        value=st.integers(0, 60),
        qualifier=st.sampled_from(["exact", "about", "at_least", "more_than", "nearly", "up_to"]),
        status=st.sampled_from(["any", "civilian"]),
        party=st.sampled_from([None, NORTH]),
        scope=st.sampled_from(["cumulative", "cumulative", "period"]),
        period_start=st.sampled_from([None, date(2020, 10, 20)]),
        as_of=st.sampled_from([date(2020, 10, 21), DAY]),
    ),
    max_size=8,
)


@settings(max_examples=40)
@given(CLAIMS)
def test_the_contradictions_are_those_of_every_pair(claims: list[Claim]) -> None:
    found = {frozenset((pair.lower.pk, pair.higher.pk)) for pair in contradictions(claims)}
    assert found == {frozenset((a.pk, b.pk)) for a, b in combinations(claims, 2) if contradict(a, b, TREE)}


@settings(max_examples=40)
@given(CLAIMS)
def test_each_claim_counts_those_that_contradict_it(claims: list[Claim]) -> None:
    counts = counts_among(comparable(claims))
    for one in claims:
        assert counts.get(one.pk, 0) == sum(contradict(one, other, TREE) for other in claims)


@settings(max_examples=40)
@given(CLAIMS, st.integers(1, 5))
def test_the_widest_contradictions_come_first(claims: list[Claim], at_most: int) -> None:
    gaps = [pair.gap for pair in contradictions(claims)]
    assert gaps == sorted(gaps, reverse=True)
    assert [pair.gap for pair in contradictions(claims, at_most)] == gaps[:at_most]


@settings(max_examples=40)
@given(CLAIMS)
def test_the_inconsistencies_are_those_of_every_pair(claims: list[Claim]) -> None:
    expected = set()
    for whole, part in permutations(claims, 2):
        high, low = whole.interval.high, part.interval.low
        if whole.scope != "cumulative":
            continue
        within = compare(Counted.of(whole), Counted.of(part), TREE).contains == "a"
        if within and part.as_of <= whole.as_of and high is not None and low > high:
            expected.add((part.pk, whole.pk))
    assert {(found.part.pk, found.whole.pk) for found in inconsistencies(claims, TREE)} == expected


def test_thousands_of_claims_that_all_contradict_are_no_matter_of_minutes() -> None:
    claims = [claim(number) for number in range(3_000)]
    pairs = contradictions(claims, at_most=3)
    assert [pair.gap for pair in pairs] == [2_999, 2_998, 2_998]
    assert counts_among(comparable(claims))[claims[0].pk] == 2_999


def test_a_lower_count_for_an_earlier_day_may_only_be_behind() -> None:
    [pair] = contradictions([claim(834, as_of=date(2020, 10, 21)), claim(874)])
    assert (pair.lower.value, pair.higher.value, pair.gap, pair.may_be_behind) == (834, 874, 40, True)
    [pair] = contradictions([claim(834), claim(874)])
    assert not pair.may_be_behind


def test_a_vague_figure_disagrees_with_nothing() -> None:
    claims = [claim(None, "vague"), claim(3), claim(5000)]
    assert len(contradictions(claims)) == 1
    assert claims[0].pk not in counts_among(comparable(claims))


def test_a_spread_is_the_highest_over_the_lowest_of_comparable_claims() -> None:
    [spread] = spreads([claim(1000), claim(5000, "nearly"), claim(2000), claim(60, status="civilian")])
    assert (spread.lowest.value, spread.highest.value, spread.claims) == (1000, 5000, 3)
    assert spread.ratio == pytest.approx(5.0)


def test_a_spread_from_zero_has_no_ratio_and_a_single_claim_no_spread() -> None:
    [spread] = spreads([claim(0), claim(7)])
    assert spread.ratio is None
    assert spreads([claim(7)]) == []


def test_a_spread_reads_both_ends_of_a_range() -> None:
    [spread] = spreads([claim(None, "range", low=50, high=100), claim(80)])
    assert spread.ratio == pytest.approx(2.0)


def test_a_part_larger_than_its_whole_is_said_in_words() -> None:
    [found] = inconsistencies([claim(5000, "nearly"), claim(10000, "more_than", party=SOUTH)], TREE)
    assert found.words == (
        "more than 10,000 (The Paper, 22 October 2020) is a part of nearly 5,000 (The Paper, 22 October 2020), "
        "but larger"
    )


def test_a_part_that_holds_for_a_later_day_may_have_outgrown_its_whole() -> None:
    claims = [claim(60, as_of=date(2020, 10, 21)), claim(63, status="civilian")]
    assert inconsistencies(claims, TREE) == []
