"""Reports are not witnesses: what a claim rests on, by the numbered rule."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.ledger.unsaved import ARMENIA, AUTHORITIES, DAY, MINISTRY, PRESS_TV, PUTIN, TREE, WATCHER, claim
from tracker.ledger.comparable import comparable
from tracker.ledger.models import Claim, Source
from tracker.ledger.origins import origins
from tracker.ledger.stances import Sides

OMBUDSMAN = Source(id=7, name="Ombudsman", kind="government")
AFP = Source(id=8, name="AFP", kind="news_agency")
SIDES = Sides(TREE, {}, {MINISTRY.pk: AUTHORITIES.pk, OMBUDSMAN.pk: AUTHORITIES.pk})
"""The ministry and the ombudsman are bodies of the authorities."""


def through(channels: list[Source], *args: object, **fields: object) -> Claim:
    """A claim that was reported through these, in turn."""
    found = claim(*args, **fields)
    vars(found)["channels"] = [source.pk for source in channels]
    return found


REPORTS = [
    ([], (0, 0)),
    ([PRESS_TV], (1, 1)),
    ([AFP, AFP, AFP], (3, 1)),
    ([AFP, PRESS_TV, AFP], (3, 2)),
]


@pytest.mark.parametrize(("channels", "counted"), REPORTS)
def test_reports_through_one_agency_are_one_channel(channels: list[Source], counted: tuple[int, int]) -> None:
    found = origins(through(channels, 874, MINISTRY), {}, SIDES)
    assert (found.reports, found.channels) == counted
    assert found.fitting == ()


OTHERS: list[tuple[str, Claim, bool]] = [
    ("another voice gives the number", through([], 874, PUTIN), True),
    ("some number fits both", through([], 800, PUTIN, "at_least"), True),
    ("no number fits both", through([], 875, PUTIN), False),
    ("it has no number", through([], None, PUTIN, "vague"), False),
    ("it counts other people", through([], 874, PUTIN, party=ARMENIA), False),
    ("it holds a week away", through([], 874, PUTIN, as_of=DAY - timedelta(days=7)), True),
    ("it holds longer ago", through([], 874, PUTIN, as_of=DAY - timedelta(days=8)), False),
    ("its body stands above the claim's", through([], 874, AUTHORITIES), False),
    ("one body stands above both", through([], 874, OMBUDSMAN), False),
    ("it carried the claim", through([], 874, AFP), False),
    ("the claim's voice carried it", through([MINISTRY], 874, PUTIN), False),
    ("both came through one agency", through([AFP], 874, PUTIN), True),
    ("nobody gave it a name", through([PRESS_TV], 874), True),
]


@pytest.mark.parametrize(("why", "other", "fits"), OTHERS)
def test_another_origin_fits_when_it_is_independent_and_comparable(why: str, other: Claim, fits: bool) -> None:
    said = through([AFP, AFP], 874, MINISTRY)
    found = origins(said, comparable([said, other]), SIDES)
    assert (found.fitting == (other,)) is fits, why


def test_of_others_that_depend_on_each_other_one_is_counted() -> None:
    said = through([], 874, WATCHER)
    unnamed, ministry, ombudsman = through([], 874), through([PRESS_TV], 874, MINISTRY), through([], 874, OMBUDSMAN)
    found = origins(said, comparable([unnamed, ministry, ombudsman]), SIDES)
    assert found.fitting == (ministry,)


def test_the_claim_itself_and_those_that_compare_with_none_are_no_other_origins() -> None:
    apart = through([], 5, PUTIN, scope="background")
    assert comparable([apart, claim(None, qualifier="vague")]) == {}
    said = through([], 874, MINISTRY)
    assert origins(said, comparable([said]), SIDES).fitting == ()
