"""Who says what about whom: whose people, by whom, and which counts are too old to stand beside the others."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.ledger.unsaved import (
    ARMENIA,
    AUTHORITIES,
    AZERBAIJAN,
    DAY,
    MINISTRY,
    PROSECUTOR,
    PUTIN,
    SIDES,
    WATCHER,
    claim,
)
from tracker.ledger.matrix import Aged, Cell, matrix
from tracker.lib.vocabulary import Stance, Status


def test_it_sets_who_says_against_about_whom() -> None:
    own = claim(874, MINISTRY, party=ARMENIA, status="combatant", as_of=date(2020, 10, 20))
    alleged = claim(2300, PROSECUTOR, party=ARMENIA, status="combatant")
    together = claim(5000, PUTIN, "nearly")
    watched = claim(53, WATCHER, status="civilian")
    found = matrix([own, alleged, together, watched], SIDES, DAY)
    assert [(people.party, [row.status for row in people.rows]) for people in found.people] == [
        ("Armenian side", [Status.COMBATANT]),
        ("all sides", [Status.ANY, Status.CIVILIAN]),
    ]
    rows = [row for people in found.people for row in people.rows]
    said = {(row.status, cell.stance): [aged.claim for aged in cell.claims] for row in rows for cell in row.cells}
    assert {key: claims for key, claims in said.items() if claims} == {
        (Status.COMBATANT, Stance.OWN): [own],
        (Status.COMBATANT, Stance.ENEMY): [alleged],
        (Status.ANY, Stance.THIRD): [together],
        (Status.CIVILIAN, Stance.MONITOR): [watched],
    }
    assert [cell.stance for cell in rows[0].cells] == list(Stance) == list(found.stances)
    assert rows[0].cells[0].claims[0].days == 2


def test_nothing_counted_has_no_people() -> None:
    assert matrix([], SIDES, DAY).people == ()


STALE = [
    (0, False),
    (14, False),
    (15, True),
]


@pytest.mark.parametrize(("days", "stale"), STALE)
def test_a_breakdown_more_than_two_weeks_older_than_its_total_is_stale(days: int, stale: bool) -> None:
    total = claim(900, AUTHORITIES, party=ARMENIA)
    breakdown = claim(40, AUTHORITIES, party=ARMENIA, status="civilian", as_of=DAY - timedelta(days=days))
    unlike = claim(3, PROSECUTOR, party=AZERBAIJAN, as_of=DAY - timedelta(days=days))
    found = matrix([total, breakdown, unlike], SIDES, DAY + timedelta(days=100))
    aged = [each for people in found.people for row in people.rows for cell in row.cells for each in cell.claims]
    assert {each.claim: each.stale for each in aged} == {total: False, breakdown: stale, unlike: False}


FOLDING = [
    ("", "", ""),
    ("f", "f", ""),
    ("fs", "fs", ""),
    ("fffff", "ffff", "f"),
    ("ffss", "ff", "ss"),
    ("fss", "fs", "s"),
    ("sss", "ss", "s"),
]


@pytest.mark.parametrize(("given", "shown", "folded"), FOLDING)
def test_stale_counts_are_folded_away_where_two_others_stand(given: str, shown: str, folded: str) -> None:
    cell = Cell(Stance.OWN, tuple(Aged(claim(), days, mark == "s") for days, mark in enumerate(given)))
    marks = ["".join("s" if aged.stale else "f" for aged in part) for part in (cell.shown, cell.folded)]
    assert marks == [shown, folded]
    assert cell.left_out == 0


def test_a_cell_of_very_many_claims_says_how_many_it_leaves_out() -> None:
    cell = Cell(Stance.THIRD, tuple(Aged(claim(), days, False) for days in range(100)))
    assert (len(cell.shown), len(cell.folded), cell.left_out) == (4, 12, 84)
