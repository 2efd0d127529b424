"""Weighing whom a figure counts: it never raises, stays cheap, and fills both fields of every figure."""

from __future__ import annotations

from time import perf_counter

import pytest

from tracker.lib.vocabulary import Status
from tracker.reading.document import Document
from tracker.reading.figures import Article, Figure
from tracker.reading.finding.finding import find_figures
from tracker.reading.finding.status import CHOICES
from tracker.reading.finding.status_points import POINTS

_MANY = 250


def figures(text: str) -> list[Figure]:
    return find_figures(Article(Document(text)))


@pytest.mark.parametrize(
    "text",
    [
        "12 killed",
        "killed: 12",
        "\x00 12 soldiers were killed \ud800 and 4 wounded",
        "Soldiers: 12 dead; civilians: 4. : . 12 dead",
        "- 12 dead\n- 12 dead\n- 12 dead",
        "Were 12 killed? ? 12 killed?",
    ],
)
def test_any_text_is_weighed(text: str) -> None:
    for figure in figures(text):
        assert figure.category in CHOICES
        assert 0 < figure.sure["category"] < 1
        assert figure.rules["category"]
        assert figure.rules["group"]


@pytest.mark.parametrize(
    "sentence",
    ["Rebels killed 12 soldiers. ", "The army killed 12, including 3 of them civilians, "],
)
def test_time_grows_with_the_number_of_figures_alone(sentence: str) -> None:
    figures(sentence)
    started = perf_counter()
    few = len(figures(sentence * _MANY))
    middle = perf_counter()
    many = len(figures(sentence * (4 * _MANY)))
    assert many >= 4 * few - 4
    assert perf_counter() - middle < 12 * (middle - started)


def test_every_cue_of_the_table_speaks_for_something() -> None:
    assert all(any(points) for points in POINTS.values())


def test_the_same_words_elsewhere_do_not_change_a_named_status() -> None:
    assert [figure.category for figure in figures("Shells killed 12 soldiers and 12 civilians.")] == [
        Status.COMBATANT,
        Status.CIVILIAN,
    ]
