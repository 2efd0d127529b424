"""Sorting claims by what they count says what comparing each two of them says."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from random import Random

import pytest

from tests.ledger.unsaved import AZERBAIJAN, CONFLICT, DAY, MINISTRY, PRESS_TV, TREE, claim
from tracker.ledger.comparable import comparable, line_of
from tracker.ledger.comparing import Counted, compare
from tracker.ledger.models import Claim, Incident
from tracker.ledger.querysets import LINE

GANJA = Incident(id=1, name="Ganja", date=date(2020, 10, 17), place="Ganja")
UNDATED = Incident(id=2, name="The ambush", place="")


def some_claim(chance: Random) -> Claim:
    scope = chance.choice(["cumulative", "cumulative", "period", "incident", "background"])
    day = DAY + timedelta(days=chance.randrange(2))
    starts = [None, CONFLICT.start, date(2020, 10, 1)]
    incident = chance.choice([None, GANJA, UNDATED]) if scope != "background" else None
    return claim(
        chance.randrange(900),
        scope=scope,
        as_of=day,
        status=chance.choice(["any", "civilian"]),
        place=chance.choice(["", "Ganja", "GANJA"]),
        party=chance.choice([None, AZERBAIJAN]),
        incident=incident,
        counted_from=chance.choice(starts) if scope == "cumulative" else None,
        period_start=chance.choice(starts) if scope == "period" else None,
    )


@pytest.mark.parametrize("seed", range(20))
def test_the_groups_are_those_of_comparing_each_two(seed: int) -> None:
    chance = Random(seed)
    claims = [some_claim(chance) for _ in range(60)]
    groups = comparable(claims)
    found = {(a.pk, b.pk) for group in groups.values() for a, b in combinations(group, 2)}
    counted = {claim.pk: Counted.of(claim) for claim in claims}
    pairs = {pair for pair in combinations(counted, 2) if compare(*map(counted.__getitem__, pair), TREE).comparable}
    assert found == pairs


def test_figures_in_words_are_left_out() -> None:
    assert comparable([claim(None, qualifier="vague")]) == {}


def test_a_line_is_one_voice_counting_one_thing() -> None:
    first, again, other = claim(1, MINISTRY), claim(2, MINISTRY, as_of=date(2020, 11, 1)), claim(1, PRESS_TV)
    assert line_of(first) == line_of(again) != line_of(other)
    assert line_of(first) == tuple(getattr(first, name) for name in LINE)
