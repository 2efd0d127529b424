"""What is said of two claims: each finding from a case worked out by hand, and what must hold of every pair."""

from __future__ import annotations

from datetime import date
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.ledger.comparing import Counted, compare, contained, contradict, first_difference
from tracker.ledger.models import Claim, Conflict, Party, Source
from tracker.ledger.parties import PartyTree
from tracker.ledger.verdicts import Finding, verdict
from tracker.lib.vocabulary import Group, Outcome, Scope, Status

WAR = Conflict(id=1, name="The war", start=date(2020, 9, 27))
OTHER_WAR = Conflict(id=2, name="Another war", start=date(2020, 1, 1))
NORTH, SOUTH = Party(id=1, name="North"), Party(id=2, name="South")
TREE = PartyTree([NORTH, SOUTH])
PAPER, MINISTRY = Source(id=1, name="The Paper", kind="newspaper"), Source(id=2, name="The Ministry", kind="ministry")
DAY, BEFORE = date(2020, 10, 22), date(2020, 10, 20)
_ids = count(1)


def claim(value: int | None = 10, qualifier: str = "exact", **fields: object) -> Claim:
    stated = {"conflict": WAR, "voice": PAPER, "as_of": DAY, "as_worded": "dozens"} | fields
    return Claim(pk=next(_ids), value=value, qualifier=qualifier, **stated)


def other(value: int | None = 10, qualifier: str = "exact", **fields: object) -> Claim:
    return claim(value, qualifier, **{"voice": MINISTRY} | fields)


CASES = [
    (claim(10), other(12), Finding.CONTRADICT, "no number fits both. They are at least 2 apart"),
    (claim(1000, "about"), other(1600, "at_least"), Finding.CONTRADICT, "at least 100 apart"),
    (claim(10, as_of=BEFORE), other(12), Finding.CONTRADICT, "it may only be behind"),
    (claim(12, as_of=BEFORE), other(10), Finding.CONTRADICT, "They are at least 2 apart."),
    (claim(10), other(10), Finding.BOTH_FIT, "Both can be true: 10 fits both."),
    (claim(1000, "about"), other(1200, "at_least"), Finding.BOTH_FIT, "the numbers from 1,200 to 1,500 fit both"),
    (claim(10, "more_than"), other(20, "at_least"), Finding.BOTH_FIT, "every number from 20 on fits both"),
    (claim(10, as_of=BEFORE), claim(12), Finding.FOLLOWS, "Both were given by The Paper, no source named"),
    (claim(10), claim(12), Finding.CONTRADICT, "They are at least 2 apart."),
    (claim(None, "vague"), other(12), Finding.WORDS, "stands for no number"),
    (claim(10), other(4, status="civilian"), Finding.PART, "B is part of A."),
    (claim(4, party=NORTH), other(10), Finding.PART, "A is part of B."),
    (claim(10), other(11, status="civilian"), Finding.PART, "B is part of A. Yet the part is larger than its whole."),
    (claim(10, as_of=BEFORE), other(11, status="civilian"), Finding.PART, "B is part of A."),
    (claim(10, party=NORTH), other(10, party=SOUTH), Finding.APART, "Nobody is counted by both."),
    (claim(10, group="women"), other(10, group="journalists"), Finding.UNCLEAR, "Some people may be counted by both."),
    (claim(10), other(10, conflict=OTHER_WAR), Finding.UNCLEAR, "people killed, The war; people killed, Another war"),
]


@pytest.mark.parametrize(
    ("a", "b", "finding", "words"), CASES, ids=[f"{case[2].name}-{n}" for n, case in enumerate(CASES)]
)
def test_two_claims(a: Claim, b: Claim, finding: Finding, words: str) -> None:
    said = verdict(a, b, TREE)
    assert said.finding is finding
    assert words in said.words


@pytest.mark.parametrize("fields", [{}, {"as_of": BEFORE}])
def test_a_part_is_too_large_only_for_its_wholes_day_or_an_earlier_one(fields: dict[str, object]) -> None:
    assert verdict(claim(10, **fields), other(11, party=NORTH), TREE).too_large is (not fields)


CLAIMS = st.builds(
    claim,
    value=st.integers(0, 40),
    qualifier=st.sampled_from(["exact", "about", "at_least", "more_than", "nearly", "up_to"]),
    voice=st.sampled_from([PAPER, MINISTRY]),
    status=st.sampled_from(["any", "civilian"]),
    party=st.sampled_from([None, NORTH, SOUTH]),
    scope=st.sampled_from(["cumulative", "background"]),
    as_of=st.sampled_from([BEFORE, DAY]),
)


@given(CLAIMS, CLAIMS)
def test_the_order_of_the_two_changes_nothing_but_the_letters(a: Claim, b: Claim) -> None:
    one, two = verdict(a, b, TREE), verdict(b, a, TREE)
    assert (one.finding, one.fits, one.gap, one.behind, one.too_large) == (
        two.finding, two.fits, two.gap, two.behind, two.too_large,
    )  # fmt: skip


@given(CLAIMS, CLAIMS)
def test_what_contradicts_is_what_the_rule_says_but_for_a_voice_that_counts_again(a: Claim, b: Claim) -> None:
    again = a.voice_id == b.voice_id and a.as_of != b.as_of
    assert verdict(a, b, TREE).contradicts is (contradict(a, b, TREE) and not again)


COUNTED = st.builds(
    Counted,
    conflict_id=st.just(1),
    outcome=st.sampled_from(["killed", "injured"]).map(Outcome),
    status=st.sampled_from(list(Status)),
    group=st.sampled_from(list(Group)),
    party_id=st.sampled_from([None, 1, 2]),
    place=st.sampled_from(["", "Ganja", "GANJA", "Shusha"]),
    incident_id=st.sampled_from([None, None, 7]),
    scope=st.sampled_from(list(Scope)),
    since=st.sampled_from([BEFORE, DAY]),
    as_of=st.sampled_from([BEFORE, DAY]),
    since_known=st.booleans(),
)


@given(COUNTED, COUNTED)
def test_the_short_answers_are_those_of_the_comparison(a: Counted, b: Counted) -> None:
    comparison = compare(a, b, TREE)
    assert first_difference(a, b) is comparison.differs
    assert contained(a, b, TREE) == comparison.contains


@given(CLAIMS, CLAIMS)
def test_the_numbers_that_fit_both_are_those_of_a_slow_search(a: Claim, b: Claim) -> None:
    def means(each: Claim, number: int) -> bool:
        low, high = each.interval
        return low <= number and (high is None or number <= high)

    said = verdict(a, b, TREE)
    common = [number for number in range(200) if means(a, number) and means(b, number)]
    if said.finding is Finding.BOTH_FIT:
        high = 199 if said.fits.high is None else said.fits.high
        assert common == list(range(said.fits.low, high + 1))
    elif said.finding is Finding.CONTRADICT:
        assert common == [] and said.gap > 0
