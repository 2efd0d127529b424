"""How one voice's count went on: each move from a case worked out by hand, and what must hold of every line."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.ledger.models import Claim, Conflict, Incident, Source
from tracker.ledger.revisions import Move, revisions

WAR = Conflict(id=1, name="The war", start=date(2020, 9, 27))
ATTACK = Incident(id=1, conflict=WAR, name="Attack", date=date(2020, 10, 11))
MINISTRY = Source(id=1, name="The Ministry", kind="ministry")
DAY = date(2020, 10, 1)
_ids = count(1)


def claim(value: int | None = 10, day: int = 0, qualifier: str = "exact", **fields: object) -> Claim:
    stated = {"conflict": WAR, "voice": MINISTRY, "as_worded": "dozens", "as_of": DAY + timedelta(days=day)} | fields
    return Claim(pk=next(_ids), value=value, qualifier=qualifier, **stated)


def moves(*claims: Claim) -> list[tuple[str, int | None]]:
    return [(revision.move.name, revision.by) for revision in revisions(claims)]


RANGE = {"value": None, "qualifier": "range", "low": 15, "high": 20}
ONE_DAY = {"scope": "period", "period_start": DAY}
CASES = [
    ([claim(10)], [("FIRST", None)]),
    ([claim(10), claim(12, 1)], [("FIRST", None), ("ROSE", 2)]),
    ([claim(12, 1), claim(10)], [("FIRST", None), ("ROSE", 2)]),  # in order of the days, whatever the order given
    ([claim(158), claim(151, 1)], [("FIRST", None), ("FELL", -7)]),
    ([claim(10), claim(10, 1)], [("FIRST", None), ("SAME", 0)]),
    ([claim(10), claim(10, 1, "more_than")], [("FIRST", None), ("SAME", 0)]),
    ([claim(158), claim(151, 1, relation="corrects")], [("FIRST", None), ("CORRECTED", -7)]),
    ([claim(10), claim(day=1, **RANGE)], [("FIRST", None), ("ROSE", None)]),
    ([claim(10), claim(None, 1, "vague"), claim(12, 2)], [("FIRST", None), ("WORDS", None), ("ROSE", 2)]),
    ([claim(None, 0, "vague"), claim(12, 2)], [("WORDS", None), ("FIRST", None)]),
    ([claim(5, **ONE_DAY), claim(9, 1, scope="period", period_start=DAY + timedelta(1))],
     [("FIRST", None), ("SEPARATE", None)]),
    ([claim(5, scope="incident", incident=ATTACK), claim(9, 1, scope="incident", incident=ATTACK)],
     [("FIRST", None), ("ROSE", 4)]),
    ([claim(5, scope="incident", place="Ganja"), claim(9, 1, scope="incident", place="Ganja")],
     [("FIRST", None), ("SEPARATE", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "expected"), CASES)
def test_the_moves_of_a_line(claims: list[Claim], expected: list[tuple[str, int | None]]) -> None:
    assert moves(*claims) == expected


def test_a_part_of_a_figure_of_the_line_is_no_fall() -> None:
    whole = claim(98)
    part = claim(93, part_of=whole)
    assert moves(whole, part, claim(101, 1)) == [("FIRST", None), ("PART", None), ("ROSE", 3)]


def test_of_one_day_the_one_printed_first_comes_first() -> None:
    late = claim(12, first_published_on=DAY + timedelta(days=3))
    early = claim(10, first_published_on=DAY)
    assert moves(late, early) == [("FIRST", None), ("ROSE", 2)]


LINES = st.lists(st.builds(claim, value=st.integers(0, 50), day=st.integers(0, 9)), min_size=1, max_size=8)


@given(LINES)
def test_the_changes_add_up_from_the_first_figure_to_the_last(claims: list[Claim]) -> None:
    found = revisions(claims)
    assert found[0].move is Move.FIRST
    assert found[0].claim.value + sum(revision.by or 0 for revision in found) == found[-1].claim.value
    assert all((revision.by > 0) is (revision.move is Move.ROSE) for revision in found[1:])
