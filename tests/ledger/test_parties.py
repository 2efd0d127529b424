from __future__ import annotations

import pytest

from tracker.ledger.models import Party
from tracker.ledger.parties import PartyTree

SIDE, LAND, TOWN, OTHER, GUESTS = 1, 2, 3, 4, 5
TREE = PartyTree(
    [
        Party(id=SIDE, name="The side"),
        Party(id=LAND, name="The land", parent_id=SIDE),
        Party(id=TOWN, name="The town", parent_id=LAND),
        Party(id=OTHER, name="The other side"),
        Party(id=GUESTS, name="Guests", belligerent=False),
    ]
)


def test_ancestors_start_with_the_party_and_end_with_its_side() -> None:
    assert TREE.ancestors(TOWN) == [TOWN, LAND, SIDE]
    assert TREE.side(TOWN) == SIDE
    assert TREE.side(OTHER) == OTHER


def test_descendants_include_the_party_itself() -> None:
    assert TREE.descendants(SIDE) == {SIDE, LAND, TOWN}
    assert TREE.descendants(TOWN) == {TOWN}
    assert TREE.members(SIDE) == [LAND]


@pytest.mark.parametrize(
    ("wide", "narrow", "expected"),
    [
        (None, None, True),
        (None, TOWN, True),
        (TOWN, None, False),
        (SIDE, TOWN, True),
        (TOWN, SIDE, False),
        (LAND, LAND, True),
        (OTHER, TOWN, False),
    ],
)
def test_all_sides_hold_everyone_and_a_side_holds_its_parties(
    wide: int | None, narrow: int | None, expected: bool
) -> None:
    assert TREE.contains(wide, narrow) is expected


def test_third_parties_are_no_belligerent_side() -> None:
    assert TREE.belligerent_sides() == [SIDE, OTHER]


def test_a_party_is_named_and_none_is_all_sides() -> None:
    assert TREE.name(TOWN) == "The town"
    assert TREE.name(None) == "all sides"


def test_a_party_of_another_conflict_is_its_own_side() -> None:
    assert TREE.side(99) == 99
    assert TREE.contains(SIDE, 99) is False


def test_parties_that_hold_each_other_in_a_circle_end_the_walk() -> None:
    circle = PartyTree([Party(id=1, name="a", parent_id=2), Party(id=2, name="b", parent_id=1)])
    assert circle.ancestors(1) == [1, 2]
    assert circle.descendants(1) == {1, 2}
