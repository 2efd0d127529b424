"""The rule by which two figures may be compared, case by case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.ledger.comparing import (
    Counted,
    comparable_key,
    compare,
    contradict,
    counted_in_words,
    holds,
    span_in_words,
    steps,
    voice_in_words,
)
from tracker.ledger.comparing_rule import Rule
from tracker.ledger.models import Claim, Conflict, Incident, Party, Source
from tracker.ledger.parties import PartyTree
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Group, Outcome, Scope, Status

START = date(2020, 9, 27)
DAY = date(2020, 10, 22)
NORTH, HILLS, PLAINS, SOUTH = 1, 2, 3, 4
TREE = PartyTree(
    [
        Party(id=NORTH, name="North"),
        Party(id=HILLS, name="Hills", parent_id=NORTH),
        Party(id=PLAINS, name="Plains", parent_id=NORTH),
        Party(id=SOUTH, name="South"),
    ]
)
BASE = Counted(
    conflict_id=1,
    outcome=Outcome.KILLED,
    status=Status.ANY,
    group=Group.NONE,
    party_id=NORTH,
    place="",
    incident_id=None,
    scope=Scope.CUMULATIVE,
    since=START,
    as_of=DAY,
)
PERIOD = replace(BASE, scope=Scope.PERIOD, since=date(2020, 10, 12))
SINCE_WHEN = replace(PERIOD, since_known=False)
ATTACK = replace(BASE, scope=Scope.INCIDENT, incident_id=7, since=date(2020, 10, 17), place="Ganja")
NAMELESS = replace(ATTACK, incident_id=None)
BACKGROUND = replace(BASE, scope=Scope.BACKGROUND, since=date(1988, 1, 1))

DIFFERENT = [
    ("another conflict", BASE, replace(BASE, conflict_id=2), Rule.CONFLICT),
    ("another outcome", BASE, replace(BASE, outcome=Outcome.INJURED), Rule.CONFLICT),
    ("another side", BASE, replace(BASE, party_id=SOUTH), Rule.PARTY),
    ("one side and all sides", BASE, replace(BASE, party_id=None), Rule.PARTY),
    ("a side and one of its parties", BASE, replace(BASE, party_id=HILLS), Rule.PARTY),
    ("anyone and civilians", BASE, replace(BASE, status=Status.CIVILIAN), Rule.STATUS),
    ("anyone and undetermined", BASE, replace(BASE, status=Status.UNKNOWN), Rule.STATUS),
    ("everyone and children", BASE, replace(BASE, group=Group.CHILDREN), Rule.GROUP),
    ("everywhere and one place", BASE, replace(BASE, place="Ganja"), Rule.PLACE),
    ("two places", replace(BASE, place="Barda"), replace(BASE, place="Ganja"), Rule.PLACE),
    ("another origin", BASE, replace(BASE, since=date(2020, 10, 1)), Rule.SCOPE),
    ("a total and a period", BASE, PERIOD, Rule.SCOPE),
    ("periods with another start", PERIOD, replace(PERIOD, since=date(2020, 10, 13)), Rule.SCOPE),
    ("periods with another end", PERIOD, replace(PERIOD, as_of=date(2020, 10, 21)), Rule.SCOPE),
    ("two periods of unknown start", SINCE_WHEN, SINCE_WHEN, Rule.SCOPE),
    ("two incidents of one place and day", ATTACK, replace(ATTACK, incident_id=8), Rule.SCOPE),
    ("a named incident and a nameless one", ATTACK, NAMELESS, Rule.SCOPE),
    ("nameless incidents of two days", NAMELESS, replace(NAMELESS, as_of=date(2020, 10, 21)), Rule.SCOPE),
    ("incidents with neither name nor place", replace(NAMELESS, place=""), replace(NAMELESS, place=""), Rule.SCOPE),
    ("a total within one incident", BASE, replace(BASE, incident_id=7), Rule.SCOPE),
    ("this war and another", BASE, BACKGROUND, Rule.BACKGROUND),
    ("two counts of another war", BACKGROUND, BACKGROUND, Rule.BACKGROUND),
    ("the first of several differences", BASE, replace(BACKGROUND, status=Status.CIVILIAN, place="Ganja"), Rule.STATUS),
]  # fmt: skip

ALIKE = [
    ("the same in everything", BASE, BASE),
    ("totals for different days", BASE, replace(BASE, as_of=date(2020, 10, 30))),
    ("all sides and all sides", replace(BASE, party_id=None), replace(BASE, party_id=None)),
    ("one place in other letters", replace(BASE, place="Gəncə"), replace(BASE, place="GƏNCƏ")),
    ("periods of the same days", PERIOD, PERIOD),
    ("one incident counted on different days", ATTACK, replace(ATTACK, as_of=date(2020, 10, 30))),
    ("nameless incidents of one place and day", NAMELESS, NAMELESS),
]

LYING = [
    ("all sides hold a side", replace(BASE, party_id=None), BASE, "a"),
    ("a side holds its party", BASE, replace(BASE, party_id=HILLS), "a"),
    ("anyone holds civilians", BASE, replace(BASE, status=Status.CIVILIAN), "a"),
    ("anyone holds the undetermined", BASE, replace(BASE, status=Status.UNKNOWN), "a"),
    ("everyone holds children", BASE, replace(BASE, group=Group.CHILDREN), "a"),
    ("women and children hold women",
     replace(BASE, group=Group.WOMEN_AND_CHILDREN), replace(BASE, group=Group.WOMEN), "a"),
    ("the whole conflict holds a place", BASE, replace(BASE, place="Ganja"), "a"),
    ("a total holds a period within it", BASE, PERIOD, "a"),
    ("a total holds an incident within it", BASE, ATTACK, "a"),
    ("a total holds an incident of unknown day", BASE, replace(ATTACK, since=START, since_known=False), "a"),
    ("a total does not hold what came later", BASE, replace(PERIOD, as_of=date(2020, 10, 23)), None),
    ("an earlier origin holds a later one", BASE, replace(BASE, since=date(2020, 10, 1)), "a"),
    ("a later origin that ends later may hold more",
     BASE, replace(BASE, since=date(2020, 10, 1), as_of=date(2020, 10, 30)), None),
    ("a long period holds a short one", PERIOD, replace(PERIOD, since=date(2020, 10, 20)), "a"),
    ("a period holds an incident within it", PERIOD, ATTACK, "a"),
    ("a period of unknown start holds nothing", replace(PERIOD, since=START, since_known=False), ATTACK, None),
    ("narrower in two respects", replace(BASE, party_id=None), replace(BASE, status=Status.CIVILIAN), "a"),
    ("wider in one, narrower in another", replace(BASE, status=Status.CIVILIAN), replace(BASE, party_id=HILLS), None),
    ("two sides", BASE, replace(BASE, party_id=SOUTH), "disjoint"),
    ("two parties of one side", replace(BASE, party_id=HILLS), replace(BASE, party_id=PLAINS), "disjoint"),
    ("civilians and combatants",
     replace(BASE, status=Status.CIVILIAN), replace(BASE, status=Status.COMBATANT), "disjoint"),
    ("apart in one respect, within in another",
     BASE, replace(BASE, party_id=SOUTH, status=Status.CIVILIAN), "disjoint"),
    ("children and men", replace(BASE, group=Group.CHILDREN), replace(BASE, group=Group.MEN), "disjoint"),
    ("women and children, and men",
     replace(BASE, group=Group.WOMEN_AND_CHILDREN), replace(BASE, group=Group.MEN), "disjoint"),
    ("the elderly may be women", replace(BASE, group=Group.ELDERLY), replace(BASE, group=Group.WOMEN), None),
    ("journalists may be women", replace(BASE, group=Group.JOURNALISTS), replace(BASE, group=Group.WOMEN), None),
    ("one place may lie in the other", replace(BASE, place="Martuni"), replace(BASE, place="Martuni region"), None),
    ("two incidents may be one", ATTACK, replace(ATTACK, incident_id=8), None),
    ("periods that do not meet",
     PERIOD, replace(PERIOD, since=date(2020, 10, 1), as_of=date(2020, 10, 11)), "disjoint"),
    ("periods that overlap", PERIOD, replace(PERIOD, since=date(2020, 10, 1), as_of=date(2020, 10, 12)), None),
    ("another conflict", BASE, replace(BASE, conflict_id=2, status=Status.CIVILIAN), None),
    ("another outcome", replace(BASE, party_id=None), replace(BASE, outcome=Outcome.INJURED), None),
    ("another war", BASE, BACKGROUND, None),
    ("comparable figures", BASE, BASE, None),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "rule"), [row[1:] for row in DIFFERENT], ids=[row[0] for row in DIFFERENT])
def test_the_first_step_that_fails_is_named(a: Counted, b: Counted, rule: Rule) -> None:
    for comparison in (compare(a, b, TREE), compare(b, a, TREE)):
        assert not comparison.comparable
        assert comparison.differs is rule
        assert comparison.words.startswith(rule.difference)


@pytest.mark.parametrize(("a", "b"), [row[1:] for row in ALIKE], ids=[row[0] for row in ALIKE])
def test_figures_that_pass_all_seven_steps_are_comparable(a: Counted, b: Counted) -> None:
    for comparison in (compare(a, b, TREE), compare(b, a, TREE)):
        assert comparison.comparable
        assert (comparison.contains, comparison.disjoint) == (None, False)


@pytest.mark.parametrize(("a", "b", "lie"), [row[1:] for row in LYING], ids=[row[0] for row in LYING])
def test_a_part_and_a_stranger_are_told_apart(a: Counted, b: Counted, lie: str | None) -> None:
    there, back = compare(a, b, TREE), compare(b, a, TREE)
    assert (there.contains, there.disjoint) == ("a" if lie == "a" else None, lie == "disjoint")
    assert (back.contains, back.disjoint) == ("b" if lie == "a" else None, lie == "disjoint")


def test_the_steps_are_numbered_one_to_seven_and_say_what_each_figure_says() -> None:
    verdict = steps(BASE, replace(BASE, status=Status.CIVILIAN, place="Ganja"), TREE)
    assert [step.rule.number for step in verdict] == [1, 2, 3, 4, 5, 6, 7]
    assert [step.rule.number for step in verdict if not step.same] == [3, 5]
    assert (verdict[2].a, verdict[2].b) == ("anyone", "civilians")
    assert (verdict[4].a, verdict[4].b) == ("everywhere", "Ganja")


def test_the_difference_is_said_in_words() -> None:
    soldiers = replace(BASE, status=Status.COMBATANT)
    civilians = replace(BASE, status=Status.CIVILIAN, party_id=SOUTH)
    assert compare(soldiers, civilians, TREE).words == (
        "They count different people: combatants, North; civilians, South"
    )
    assert compare(BASE, replace(BASE, since=date(2020, 10, 1)), TREE).words == (
        "They count different spans: total since 27 September 2020; total since 1 October 2020"
    )
    assert compare(BASE, replace(BASE, party_id=HILLS), TREE).relation_in_words == "the second is part of the first"


# of claims -----------------------------------------------------------------------------------------------------

CONFLICT = Conflict(id=1, name="The war", start=START)
PAPER = Source(id=1, name="The Paper", kind="newspaper")


def claim(**fields: object) -> Claim:
    given = {"conflict": CONFLICT, "voice": PAPER, "qualifier": "exact", "value": 100, "as_of": DAY} | fields
    return Claim(**given)


def test_an_unstated_origin_is_the_conflicts_start() -> None:
    assert Counted.of(claim()) == Counted.of(claim(counted_from=START))


def test_an_incident_gives_its_place_and_day_to_a_claim_without_them() -> None:
    attack = Incident(id=7, conflict=CONFLICT, name="The attack", place="Ganja", date=date(2020, 10, 17))
    counted = Counted.of(claim(scope="incident", incident=attack))
    assert (counted.place, counted.since, counted.since_known) == ("Ganja", date(2020, 10, 17), True)


def test_a_period_of_unknown_start_may_begin_with_the_conflict() -> None:
    counted = Counted.of(claim(scope="period"))
    assert (counted.since, counted.since_known) == (START, False)


CONTRADICTING = [
    ({"value": 100}, {"value": 101}, True),
    ({"value": 100}, {"value": 100}, False),
    ({"qualifier": "at_least", "value": 90}, {"value": 100}, False),
    ({"qualifier": "more_than", "value": 100}, {"value": 100}, True),
    ({"qualifier": "about", "value": 1000}, {"value": 874}, False),
    ({"qualifier": "nearly", "value": 5000}, {"qualifier": "about", "value": 1000}, False),
    ({"qualifier": "nearly", "value": 5000}, {"value": 5000}, True),
    ({"qualifier": "range", "value": None, "low": 50, "high": 60}, {"value": 61}, True),
    ({"qualifier": "vague", "value": None, "as_worded": "dozens"}, {"value": 5000}, False),
    ({"value": 100}, {"value": 101, "status": "civilian"}, False),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "expected"), CONTRADICTING)
def test_comparable_figures_contradict_when_no_number_fits_both(a: dict, b: dict, expected: bool) -> None:
    assert contradict(claim(**a), claim(**b), TREE) is expected
    assert contradict(claim(**b), claim(**a), TREE) is expected


COUNTED_IN_WORDS = [
    ({}, "people on all sides"),
    ({"status": "civilian"}, "civilians on all sides"),
    ({"party": Party(name="Azerbaijan")}, "people, Azerbaijan"),
    ({"party": Party(name="Azerbaijan"), "status": "combatant"}, "combatants, Azerbaijan"),
    ({"party": Party(name="Azerbaijan"), "status": "civilian", "group": "women"}, "civilian women, Azerbaijan"),
    ({"party": Party(name="Azerbaijan"), "group": "children"}, "children, Azerbaijan"),
    ({"party": Party(name="Azerbaijan"), "status": "unknown"}, "people of undetermined status, Azerbaijan"),
    ({"party": Party(name="Azerbaijan"), "place": "Ganja"}, "people, Azerbaijan, Ganja"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "words"), COUNTED_IN_WORDS)
def test_who_is_counted_is_said_in_words(fields: dict, words: str) -> None:
    assert counted_in_words(claim(**fields)) == words


SPANS_IN_WORDS = [
    (BASE, "total since 27 September 2020"),
    (PERIOD, "12 to 22 Oct 2020"),
    (replace(PERIOD, since=DAY), "the day of 22 October 2020"),
    (replace(PERIOD, since_known=False), "a period to 22 October 2020, its start not known"),
    (replace(ATTACK, incident_name="The attack"), "The attack"),
    (NAMELESS, "one incident, 22 October 2020"),
    (BACKGROUND, "another war"),
]


@pytest.mark.parametrize(("counted", "words"), SPANS_IN_WORDS)
def test_the_span_counted_is_said_in_words(counted: Counted, words: str) -> None:
    assert span_in_words(counted) == words


def test_an_unattributed_figure_says_that_no_source_is_named() -> None:
    assert voice_in_words(claim()) == "The Paper, no source named"
    assert voice_in_words(claim(claimant=PAPER)) == "The Paper"


# whatever is counted -------------------------------------------------------------------------------------------

COUNTED = st.builds(
    Counted,
    conflict_id=st.sampled_from([1, 1, 1, 2]),
    outcome=st.sampled_from([Outcome.KILLED, Outcome.KILLED, Outcome.INJURED]),
    status=st.sampled_from(Status),
    group=st.sampled_from([Group.NONE, Group.NONE, *Group]),
    party_id=st.sampled_from([None, NORTH, HILLS, PLAINS, SOUTH]),
    place=st.sampled_from(["", "", "Ganja", "ganja", "Barda"]),
    incident_id=st.sampled_from([None, None, 7, 8]),
    scope=st.sampled_from(Scope),
    since=st.sampled_from([START, date(2020, 10, 1), date(2020, 10, 17)]),
    as_of=st.sampled_from([date(2020, 10, 17), DAY]),
    since_known=st.booleans(),
)
MIRRORED = {"a": "b", "b": "a", None: None}


@given(COUNTED, COUNTED)
def test_the_rule_is_the_same_from_either_end(a: Counted, b: Counted) -> None:
    there, back = compare(a, b, TREE), compare(b, a, TREE)
    assert holds(a, b, TREE) == (there.contains == "a")
    assert there.differs is back.differs
    assert there.contains == MIRRORED[back.contains]
    assert there.disjoint == back.disjoint


@given(COUNTED, COUNTED)
def test_the_key_agrees_with_the_rule(a: Counted, b: Counted) -> None:
    same_key = comparable_key(a) is not None and comparable_key(a) == comparable_key(b)
    assert compare(a, b, TREE).comparable == same_key


@given(COUNTED, COUNTED)
def test_two_figures_are_comparable_or_part_and_whole_or_apart_never_two_of_these(a: Counted, b: Counted) -> None:
    comparison = compare(a, b, TREE)
    assert [comparison.comparable, comparison.contains is not None, comparison.disjoint].count(True) <= 1


@given(COUNTED, COUNTED, COUNTED)
def test_a_part_of_a_part_is_a_part(a: Counted, b: Counted, c: Counted) -> None:
    if compare(a, b, TREE).contains == "a" and compare(b, c, TREE).contains == "a":
        assert compare(a, c, TREE).contains == "a"


@given(st.sampled_from(Qualifier), st.integers(0, 5000), st.sampled_from(Qualifier), st.integers(0, 5000))
def test_contradiction_is_mutual(one: Qualifier, first: int, other: Qualifier, second: int) -> None:
    a = claim(qualifier=one.value, value=first, low=first, high=first + 10)
    b = claim(qualifier=other.value, value=second, low=second, high=second + 10)
    assert contradict(a, b, TREE) == contradict(b, a, TREE)
