"""Figures beside what others counted later: which count is later, which is chosen, and the ratio."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count

import pytest

from tracker.ledger.comparable import comparable
from tracker.ledger.later_counts import LaterCount
from tracker.ledger.later_counts import later_counts as beside
from tracker.ledger.models import Claim, Conflict, Party, Source

WAR = Conflict(id=1, name="The war", start=date(2020, 9, 27))
NORTH = Party(id=1, name="North")
MINISTRY, MONITOR, AGENCY, PAPER, ENVOY = (
    Source(id=n, name=name, kind="other")
    for n, name in enumerate(("Ministry", "Monitor", "Agency", "Paper", "Envoy"), 1)
)
DAY = date(2020, 10, 1)
_ids = count(1)


def claim(
    value: int | None = 100, voice: Source = MINISTRY, day: int = 0, printed: int | None = None,
    qualifier: str = "exact", **fields: object,
) -> Claim:  # fmt: skip
    """As of ``day`` days after 1 October, printed ``printed`` days after it (the same day unless told)."""
    stated = {"conflict": WAR, "as_worded": "dozens"} | fields
    return Claim(
        pk=next(_ids), value=value, qualifier=qualifier, voice=voice, as_of=DAY + timedelta(days=day),
        first_published_on=DAY + timedelta(days=day if printed is None else printed), **stated,
    )  # fmt: skip


def later_counts(figures: list[Claim], others: list[Claim]) -> list[LaterCount]:
    return beside(figures, comparable(others))


@pytest.mark.parametrize(
    ("other", "later"),
    [
        ({"day": 7}, True),
        ({"day": 6}, False),  # six days are not later
        ({"day": 0, "printed": 7}, True),  # of the same day, found out later
        ({"day": 6, "printed": 7}, True),
        ({"day": -1, "printed": 30}, False),  # it holds for an earlier day
        ({"day": 30, "voice": MINISTRY}, False),
        ({"day": 30, "party": NORTH}, False),
        ({"day": 30, "status": "civilian"}, False),
        ({"day": 30, "scope": "period", "period_start": DAY}, False),
        ({"day": 30, "value": None, "qualifier": "vague"}, False),
        ({"day": 30, "credibility": 5}, False),
        ({"day": 30, "credibility": 4}, True),
    ],
)
def test_which_count_is_later(other: dict[str, object], later: bool) -> None:
    assert bool(later_counts([claim()], [claim(**{"voice": MONITOR} | other)])) is later


@pytest.mark.parametrize(
    ("figure", "later", "ratio"),
    [
        ({"value": 50}, {"value": 100}, "0.50"),
        ({"value": 100}, {"value": 100}, "1.00"),
        ({"value": 100, "qualifier": "more_than"}, {"value": 50, "qualifier": "nearly"}, "2.00"),  # as stated
        ({"value": 2800}, {"value": 7}, "400"),
        ({"value": 16}, {"value": 3822}, "0.0042"),
        ({"value": 0}, {"value": 7}, "0.00"),
        ({"value": 7}, {"value": 0}, ""),
        ({"value": 300}, {"value": None, "qualifier": "range", "low": 400, "high": 600}, "0.50 to 0.75"),
        ({"value": None, "qualifier": "range", "low": 60, "high": 90}, {"value": 120}, "0.50 to 0.75"),
    ],
)
def test_the_ratio_is_of_the_numbers_as_stated(figure: dict[str, object], later: dict[str, object], ratio: str) -> None:
    found = later_counts([claim(**figure)], [claim(voice=MONITOR, day=10, **later)])
    assert [each.ratio_in_words for each in found] == [ratio]


def test_it_is_the_last_figure_that_later_counts_followed() -> None:
    early, middle, last = claim(10), claim(20, day=5), claim(30, day=20)
    found = later_counts([early, middle, last], [claim(40, MONITOR, day=13)])
    assert [(each.claim.value, each.later.value, each.days, each.days_more) for each in found] == [(20, 40, 8, 8)]


def test_of_each_voice_the_newest_and_of_the_voices_the_three_newest() -> None:
    others = [claim(20, MONITOR, day=10), claim(21, MONITOR, day=40), claim(22, AGENCY, day=30)]
    others += [claim(23, PAPER, day=20), claim(24, ENVOY, day=15)]
    found = later_counts([claim()], others)
    assert [each.later.value for each in found] == [21, 22, 23]


def test_a_figure_in_words_has_no_ratio() -> None:
    assert later_counts([claim(None, qualifier="vague")], [claim(voice=MONITOR, day=10)]) == []
