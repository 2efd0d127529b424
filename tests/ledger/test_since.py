"""Looking back: what came since, the days with news, and how many records were changed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from unittest import mock

import pytest

from tests.cast import ben, make_article, make_claim, make_conflict, north_ministry, nour, party
from tracker.ledger import changes
from tracker.ledger.filters import ClaimFilter
from tracker.ledger.models import Claim
from tracker.ledger.since import Since, ever, nothing_since, since

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_cast")]


def day(number: int) -> date:
    return date(2020, 10, number)


def logged(value: int, published: int, logged_on: int, **fields: Any) -> Claim:
    """A claim of the North's ministry as of the day before it was published."""
    moment = datetime(2020, 10, logged_on, 23, 59, tzinfo=UTC)
    with mock.patch("django.utils.timezone.now", return_value=moment):
        return make_claim(
            value, claimant=north_ministry(), party=party("North"), as_of=day(published - 1),
            article=make_article(published_on=day(published)), **fields,
        )  # fmt: skip


def story() -> None:
    """Published on the 2nd, 4th, 6th, 8th and 10th; logged in another order."""
    logged(10, 2, 20)
    wrong = logged(40, 4, 21)
    logged(39, 6, 20, follows=wrong, relation="corrects")
    late = logged(50, 8, 25)
    quoted = changes.Quoted(make_article(published_on=day(10)), "the ministry took it back", "took it back")
    with mock.patch("django.utils.timezone.now", return_value=datetime(2020, 10, 26, tzinfo=UTC)):
        changes.withdraw_claim(late, by=ben(), why="as printed", quoted=quoted, on=day(9))


def asked(**given: str) -> Since:
    chosen = ClaimFilter.read(given, make_conflict())
    return since(chosen) if chosen.is_looking_back else nothing_since(ever(chosen))


SINCE: list[tuple[dict[str, str], tuple[int, int, int], tuple[int | None, int | None, int | None, int | None]]] = [
    ({}, (0, 0, 0), (2, None, None, 10)),
    ({"known_on": "2020-10-01"}, (3, 1, 1), (2, None, 2, 10)),
    ({"known_on": "2020-10-02"}, (2, 1, 1), (2, None, 4, 10)),
    ({"known_on": "2020-10-05"}, (1, 1, 1), (2, 4, 6, 10)),
    ({"known_on": "2020-10-08"}, (0, 0, 1), (2, 6, 10, 10)),
    ({"known_on": "2020-12-01"}, (0, 0, 0), (2, 10, None, 10)),
    ({"logged_on": "2020-10-20"}, (2, 0, 1), (20, None, 21, 26)),
    ({"logged_on": "2020-10-25"}, (0, 0, 1), (20, 21, 26, 26)),
    ({"known_on": "2020-10-05", "logged_on": "2020-10-20"}, (2, 1, 1), (2, 4, 6, 10)),
    ({"known_on": "2020-10-05", "status": "civilian"}, (0, 0, 0), (None, None, None, None)),
]


@pytest.mark.parametrize(("given", "counted", "days"), SINCE)
def test_what_came_since_and_when_there_was_news(
    given: dict[str, str], counted: tuple[int, int, int], days: tuple[int | None, ...]
) -> None:
    story()
    found = asked(**given)
    assert (found.added, found.corrected, found.withdrawn) == counted
    assert [each and each.day for each in (found.first, found.before, found.after, found.last)] == list(days)
    assert found.is_nothing is (counted == (0, 0, 0))


def test_records_changed_after_the_day_looked_back_to_are_counted() -> None:
    old = logged(10, 2, 20)
    logged(11, 3, 20)
    late = logged(12, 4, 22)
    for claim in (old, late):
        changes.correct_claim(claim, by=nour(), why="a clearer note", editor_note="See the ministry's own page.")
    assert asked(logged_on="2020-10-20").edited == 1
    assert asked(logged_on="2020-10-22").edited == 2
    assert asked(known_on="2020-10-30").edited == 0
