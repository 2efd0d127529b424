"""How far apart counts of the same people are, and which two contradict each other most."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger.unsaved import ARMENIA, AUTHORITIES, AZERBAIJAN, DAY, MINISTRY, PROSECUTOR, PUTIN, TREE, claim
from tracker.ledger import apart
from tracker.ledger.apart import Span, fresh_groups, highest_of_many, spans
from tracker.ledger.comparing import contradict
from tracker.ledger.disagreements import Contradiction
from tracker.ledger.models import Claim
from tracker.ledger.sentences import text_of
from tracker.lib.vocabulary import Outcome


def widest(claims: list[Claim]) -> Span | None:
    return apart.widest(fresh_groups(claims))


def widest_contradiction(claims: list[Claim]) -> Contradiction | None:
    return apart.widest_contradiction(fresh_groups(claims))


def test_the_widest_span_is_named_with_its_ratio_by_the_numbers_stated() -> None:
    low, high = claim(874, AUTHORITIES, party=ARMENIA), claim(2000, PUTIN, "more_than", party=ARMENIA)
    civilians = [claim(39, AUTHORITIES, status="civilian"), claim(45, MINISTRY, status="civilian")]
    found = widest([*civilians, high, claim(900, party=ARMENIA), low])
    assert found
    assert (found.lowest, found.highest, found.claims) == (low, high, 3)
    assert found.ratio == pytest.approx(2.288, abs=0.001)
    assert found.contradiction and found.contradiction.gap == 2001 - 874


LEFT_OUT: list[dict[str, object]] = [
    {"place": "Ganja"},
    {"group": "children"},
    {"scope": "period", "period_start": date(2020, 10, 1)},
    {"counted_from": date(2020, 10, 1)},
    {"credibility": 5},
    {"as_of": DAY - timedelta(days=8)},
    {"party": AZERBAIJAN},
    {"status": "combatant"},
]


@pytest.mark.parametrize("fields", LEFT_OUT)
def test_what_is_not_a_fresh_comparable_total_widens_nothing(fields: dict[str, object]) -> None:
    claims = [claim(10, AUTHORITIES), claim(20, PUTIN), claim(1, PROSECUTOR, **fields)]
    found = widest(claims)
    assert found and found.lowest == claims[0]
    assert widest([*claims[:2], claim(1, PROSECUTOR, as_of=DAY - timedelta(days=7))]).lowest.value == 1


def test_zero_has_no_ratio_but_is_widest() -> None:
    found = widest([claim(0, AUTHORITIES), claim(7, PUTIN), claim(1, party=ARMENIA), claim(9, PUTIN, party=ARMENIA)])
    assert found and found.ratio is None and found.highest.value == 7


@pytest.mark.parametrize("claims", [[], [claim(5)], [claim(None, qualifier="vague")], [claim(5), claim(5, PUTIN)]])
def test_one_number_is_no_span(claims: list[Claim]) -> None:
    assert widest(claims) is None
    assert widest_contradiction(claims) is None


def test_every_people_counted_has_its_span() -> None:
    claims = [claim(5, PUTIN), claim(3, PUTIN, party=ARMENIA), claim(4, AUTHORITIES, party=ARMENIA)]
    assert [(span.lowest.value, span.highest.value, span.claims) for span in spans(fresh_groups(claims))] == [
        (3, 4, 2),
        (5, 5, 1),
    ]


def test_two_counts_that_a_number_fits_do_not_contradict() -> None:
    found = widest([claim(1000, PUTIN, "at_least"), claim(5000, AUTHORITIES, "nearly")])
    assert found and found.contradiction is None


def test_a_lower_count_that_may_only_be_behind_gives_way_to_one_that_is_not() -> None:
    behind = [claim(10, AUTHORITIES, as_of=DAY - timedelta(days=3)), claim(900, PUTIN)]
    opposed = [claim(37, AUTHORITIES, status="civilian"), claim(45, PUTIN, status="civilian")]
    found = widest_contradiction([*behind, *opposed])
    assert found and (found.lower, found.higher, found.may_be_behind) == (*opposed, False)
    found = widest_contradiction(behind)
    assert found and (found.lower, found.higher, found.may_be_behind) == (*behind, True)


COUNTS = st.lists(
    st.builds(
        claim,
        st.integers(0, 30),
        st.sampled_from([AUTHORITIES, MINISTRY, PUTIN, None]),
        st.sampled_from(["exact", "at_least", "more_than", "nearly", "up_to", "about"]),
        party=st.sampled_from([ARMENIA, None]),
        as_of=st.integers(0, 12).map(lambda days: DAY - timedelta(days=days)),
    ),
    max_size=9,
)


@settings(max_examples=150)
@given(COUNTS)
def test_the_widest_contradiction_is_what_looking_at_every_pair_finds(claims: list[Claim]) -> None:
    pairs = [
        (low.as_of >= high.as_of, high.interval.low - low.interval.high)
        for group in fresh_groups(claims)
        for low, high in permutations(group, 2)
        if contradict(low, high, TREE) and low.interval.high is not None and low.interval.high < high.interval.low
    ]
    found = widest_contradiction(claims)
    assert (found and (not found.may_be_behind, found.gap)) == max(pairs, default=None)


def test_of_counts_that_are_no_totals_their_number_and_the_highest_are_said() -> None:
    claims = [
        claim(25, AUTHORITIES, scope="incident", place="Ganja"),
        claim(10, PUTIN, scope="incident", place="Barda"),
        claim(999, PUTIN, scope="incident", place="Barda", credibility=5),
        claim(None, qualifier="vague", scope="incident", place="Barda"),
    ]
    assert text_of(highest_of_many(claims, DAY, Outcome.KILLED)) == (
        "Of 2 counts of people killed, each of its own span, the highest is 25 "
        "(Artsakh authorities: people on all sides, Ganja, one incident, 22 October 2020)."
    )
    assert text_of(highest_of_many([], DAY, Outcome.KILLED)) == (
        "No number of people killed stood here on 22 October 2020."
    )
