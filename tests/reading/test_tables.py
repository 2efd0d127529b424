"""Tables in running text give each number the outcome that heads its column."""

from __future__ import annotations

import pytest

from tracker.lib.vocabulary import Outcome
from tracker.reading.document import Document
from tracker.reading.figures import Article
from tracker.reading.finding.finding import find_figures

KILLED, INJURED, MISSING = Outcome.KILLED, Outcome.INJURED, Outcome.MISSING


def counts(text: str) -> list[tuple[int | None, Outcome]]:
    return [(figure.value, figure.outcome) for figure in find_figures(Article(Document(text)))]


@pytest.mark.parametrize(
    "rows",
    [
        "| Side | Killed | Wounded |\n| Army | 12 | 40 |\n| Rebels | 55 | 10 |",
        "Side\tKilled\tWounded\nArmy\t12\t40\nRebels\t55\t10",
        "Side   Dead   Injured\nArmy   12     40\nRebels 55     10",
    ],
)
def test_each_column_tells_its_own_outcome(rows: str) -> None:
    text = f"The losses of the week in the valley.\n\n{rows}"
    assert counts(text) == [(12, KILLED), (40, INJURED), (55, KILLED), (10, INJURED)]


def test_a_column_of_no_casualties_is_passed_over() -> None:
    text = "The war in the north.\n\nTown | Killed | Displaced | Missing\nGao | 12 | 4,000 | 7\nKidal | 3 | 900 | 1"
    assert counts(text) == [(12, KILLED), (7, MISSING), (3, KILLED), (1, MISSING)]


def test_a_sentence_that_names_two_outcomes_heads_no_table() -> None:
    text = "The army spoke of its dead and its wounded.\n\nIn the north 12 shells fell and 40 houses burned."
    assert counts(text) == []
