"""Whose side a source speaks for, and the condition that must agree with it."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import ben, make_claim, make_conflict, make_source, monitor, north_ministry, party, south_ministry
from tracker.ledger import changes
from tracker.ledger.models import Claim, Conflict, Party, Source
from tracker.ledger.parties import PartyTree
from tracker.ledger.stances import Sides, Spoken, claims_with_stance
from tracker.lib.vocabulary import SourceKind, Stance

NORTH, HILLS, SOUTH, GUESTS = 1, 2, 3, 4
TREE = PartyTree(
    [
        Party(id=NORTH, name="North"),
        Party(id=HILLS, name="Hills", parent_id=NORTH),
        Party(id=SOUTH, name="South"),
        Party(id=GUESTS, name="Guests", belligerent=False),
    ]
)
GOVERNMENT, MINISTRY, HILL_COUNCIL, SOUTHERN, TURNCOAT, GUEST_EMBASSY, WATCHER, PAPER = range(11, 19)
TURNED = date(2020, 10, 10)
SIDES = Sides(
    TREE,
    {
        GOVERNMENT: [Spoken(NORTH, None, None)],
        HILL_COUNCIL: [Spoken(HILLS, None, None)],
        SOUTHERN: [Spoken(SOUTH, None, None)],
        TURNCOAT: [Spoken(SOUTH, None, TURNED), Spoken(NORTH, date(2020, 10, 11), None)],
        GUEST_EMBASSY: [Spoken(GUESTS, None, None)],
    },
    {MINISTRY: GOVERNMENT},
)
KINDS = {WATCHER: "monitor", PAPER: "newspaper"}
DAY = date(2020, 10, 22)

STANCES = [
    ("a government of its own dead", GOVERNMENT, NORTH, DAY, Stance.OWN),
    ("a ministry through its government", MINISTRY, NORTH, DAY, Stance.OWN),
    ("a side of its party's dead", GOVERNMENT, HILLS, DAY, Stance.OWN),
    ("a party of its whole side's dead", HILL_COUNCIL, NORTH, DAY, Stance.OWN),
    ("a government of its enemy's dead", GOVERNMENT, SOUTH, DAY, Stance.ENEMY),
    ("a party of its side's enemy's dead", HILL_COUNCIL, SOUTH, DAY, Stance.ENEMY),
    ("a side of all sides together", GOVERNMENT, None, DAY, Stance.THIRD),
    ("a side of third parties", GOVERNMENT, GUESTS, DAY, Stance.THIRD),
    ("third parties of a side", GUEST_EMBASSY, NORTH, DAY, Stance.THIRD),
    ("third parties of their own", GUEST_EMBASSY, GUESTS, DAY, Stance.OWN),
    ("before it changed sides", TURNCOAT, SOUTH, TURNED, Stance.OWN),
    ("after it changed sides", TURNCOAT, SOUTH, DAY, Stance.ENEMY),
    ("a monitor", WATCHER, NORTH, DAY, Stance.MONITOR),
    ("a monitor of all sides", WATCHER, None, DAY, Stance.MONITOR),
    ("a newspaper", PAPER, SOUTH, DAY, Stance.THIRD),
]


@pytest.mark.parametrize(
    ("source", "party_id", "day", "stance"), [row[1:] for row in STANCES], ids=[row[0] for row in STANCES]
)
def test_a_voice_stands_by_its_side_on_that_day(source: int, party_id: int | None, day: date, stance: Stance) -> None:
    voice = Source(id=source, kind=KINDS.get(source, "government"))
    assert SIDES.stance(voice, party_id, day) is stance


def test_the_nearest_affiliation_counts() -> None:
    sides = Sides(TREE, {1: [Spoken(NORTH, None, None)], 2: [Spoken(SOUTH, None, None)]}, {3: 2, 2: 1})
    assert sides.side_of(3, DAY) == SOUTH
    assert sides.side_of(1, DAY) == NORTH


def test_an_affiliation_that_has_ended_leaves_the_one_above() -> None:
    sides = Sides(TREE, {1: [Spoken(NORTH, None, None)], 2: [Spoken(SOUTH, None, TURNED)]}, {2: 1})
    assert sides.side_of(2, TURNED) == SOUTH
    assert sides.side_of(2, DAY) == NORTH


def test_sources_above_each_other_in_a_circle_end_the_walk() -> None:
    assert Sides(TREE, {}, {1: 2, 2: 1}).side_of(1, DAY) is None


DAYS = [date(2020, 10, day) for day in range(1, 8)]
SPOKEN = st.builds(
    Spoken, st.sampled_from([NORTH, SOUTH]), st.sampled_from([None, *DAYS]), st.sampled_from([None, *DAYS])
)


@given(st.dictionaries(st.sampled_from([1, 2]), st.lists(SPOKEN, max_size=3)), st.sampled_from(DAYS))
def test_the_spans_agree_with_the_side_of_each_day(affiliations: dict[int, list[Spoken]], day: date) -> None:
    sides = Sides(TREE, affiliations, {2: 1})
    for source in (1, 2):
        found = [
            side
            for (side, span), sources in sides.spans().items()
            if source in sources and (span.first or date.min) <= day <= (span.last or date.max)
        ]
        side = sides.side_of(source, day)
        assert found == ([] if side is None else [side])


# in the database -----------------------------------------------------------------------------------------------


@pytest.fixture
def war(db: None) -> Conflict:
    conflict = make_conflict()
    turncoat = make_source("Turncoat", SourceKind.PERSON)
    body = make_source("Hill command", SourceKind.MILITARY)
    with changes.making(by=ben(), why="set the stage", verb="add_affiliation"):
        changes.add_affiliation(by=ben(), why="w", source=turncoat, party=party("South"), until=TURNED)
        changes.add_affiliation(by=ben(), why="w", source=turncoat, party=party("North"), since=date(2020, 10, 11))
        changes.correct_record(body, by=ben(), why="w", parent=north_ministry())
    return conflict


def test_the_condition_and_the_stance_agree_claim_by_claim(war: Conflict) -> None:
    tree = PartyTree.of(war)
    sides = Sides.of(war, tree)
    voices = [
        north_ministry(),
        south_ministry(),
        make_source("Hill command"),
        monitor(),
        make_source("The Daily River"),
    ]
    for voice in voices:
        for counted in (None, party("North"), party("Hill people"), party("South"), party("Foreigners")):
            make_claim(5, claimant=voice, party=counted, as_of=DAY)
    for day in (TURNED, date(2020, 10, 11)):
        make_claim(5, claimant=make_source("Turncoat"), party=party("South"), as_of=day)
    claims = list(Claim.objects.about(war).with_names())
    for stance in Stance:
        asked = set(Claim.objects.about(war).filter(claims_with_stance(stance, sides, tree)))
        assert asked == {claim for claim in claims if sides.stance(claim.voice, claim.party_id, claim.as_of) is stance}
        assert asked


def test_the_sides_take_one_query_however_many_sources(war: Conflict) -> None:
    tree = PartyTree.of(war)
    with CaptureQueriesContext(connection) as queries:
        Sides.of(war, tree)
    assert len(queries) == 1


def test_without_affiliations_nobody_is_a_side(db: None) -> None:
    war = make_conflict()
    make_claim(5)
    tree = PartyTree.of(war)
    sides = Sides.of(war, tree)
    asked = {stance: Claim.objects.filter(claims_with_stance(stance, sides, tree)).count() for stance in Stance}
    assert asked == {Stance.OWN: 0, Stance.ENEMY: 0, Stance.THIRD: 1, Stance.MONITOR: 0}
