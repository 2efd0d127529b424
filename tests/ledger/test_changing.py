"""What changed last: the newest step of a line, and the newest figure taken back."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ledger.unsaved import ARMENIA, AUTHORITIES, MINISTRY, claim
from tracker.ledger.changing import last_moved, last_taken_back
from tracker.ledger.models import Claim


def day(number: int) -> date:
    return date(2020, 10, number)


def test_the_last_voice_to_give_another_number_is_named() -> None:
    earlier = [claim(1, AUTHORITIES, as_of=day(1)), claim(2, AUTHORITIES, as_of=day(20))]
    before, after = claim(1068, MINISTRY, as_of=day(24)), claim(1119, MINISTRY, as_of=day(26))
    same = claim(1119, MINISTRY, as_of=day(28))
    moved = last_moved([same, after, *earlier, before])
    assert moved
    assert (moved.before, moved.after, moved.fell) == (before, after, False)


def test_a_fall_is_told_apart_but_not_where_ranges_meet() -> None:
    fell = last_moved([claim(48, MINISTRY, as_of=day(1)), claim(32, MINISTRY, as_of=day(2))])
    assert fell and fell.fell
    wide = claim(None, MINISTRY, "range", low=30, high=50, as_of=day(2))
    met = last_moved([claim(48, MINISTRY, as_of=day(1)), wide])
    assert met and not met.fell


@pytest.mark.parametrize(
    "fields",
    [
        {"claimant": AUTHORITIES},
        {"party": ARMENIA},
        {"status": "civilian"},
        {"credibility": 5},
        {"place": "Ganja"},
        {"qualifier": "vague", "value": None},
        {"relation": "withdraws"},
    ],
)
def test_another_voice_or_thing_or_no_number_is_no_step(fields: dict[str, object]) -> None:
    said = {"value": 99, "claimant": MINISTRY, "as_of": day(9)} | fields
    assert last_moved([claim(5, MINISTRY, as_of=day(1)), claim(**said)]) is None


def test_of_one_day_the_count_with_most_reports_is_named() -> None:
    claims = [claim(1, each, as_of=day(1)) for each in (MINISTRY, AUTHORITIES)]
    seldom, often = claim(2, MINISTRY, as_of=day(2)), claim(2, AUTHORITIES, as_of=day(2))
    vars(seldom)["channels"], vars(often)["channels"] = [5], [5, 6]
    for order in ([seldom, often], [often, seldom]):
        moved = last_moved([*claims, *order])
        assert moved and moved.after == often


def test_a_part_of_a_figure_on_its_line_is_no_fall_of_it() -> None:
    whole = claim(98, MINISTRY, as_of=day(2))
    part = claim(93, MINISTRY, as_of=day(2), part_of=whole)
    moved = last_moved([claim(90, MINISTRY, as_of=day(1)), whole, part])
    assert moved and moved.after == whole


def taken_back(relation: str) -> list[Claim]:
    first = claim(158, MINISTRY, as_of=day(2))
    return [first, claim(151, MINISTRY, as_of=day(2), follows=first, relation=relation)]


def test_a_corrected_figure_is_no_step_but_is_named_as_taken_back() -> None:
    claims = taken_back("corrects")
    found = last_taken_back(claims)
    assert found and (found.before, found.after, found.is_withdrawal) == (*claims, False)
    assert last_moved(claims) is None


def test_a_withdrawal_is_told_apart() -> None:
    found = last_taken_back(taken_back("withdraws"))
    assert found and found.is_withdrawal


@pytest.mark.parametrize("relation", ["updates", "repeats", "reasserts"])
def test_other_relations_take_nothing_back(relation: str) -> None:
    assert last_taken_back(taken_back(relation)) is None


def test_what_takes_back_a_claim_that_is_not_shown_is_not_named() -> None:
    assert last_taken_back(taken_back("corrects")[1:]) is None
