"""What is said of each side is two figures."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.reading.reader import read_figures

LEAD = "Fighting between Armenia and Azerbaijan went on along the front. Armenia and Azerbaijan both claimed gains.\n"


def read(sentence):
    return read_figures(LEAD + sentence, published=date(2020, 10, 23), title="")


@pytest.mark.parametrize(
    "sentence",
    [
        "President Karimov said more than 2,000 soldiers from each side had been killed.",
        "More than 2,000 have been killed on either side.",
        "“There are many dead, more than 2,000 from each side,” he said.",
    ],
)
def test_a_number_of_each_side_is_one_figure_for_each(sentence):
    one, other = (figure for figure in read(sentence) if figure.value == 2000)
    assert (one.start, one.end) == (other.start, other.end)
    assert {one.party[0], other.party[0]} == {"Armenia", "Azerbaijan"}


def test_a_joint_number_stays_one_figure():
    (figure,) = read("More than 2,000 have been killed on both sides.")
    assert figure.party == []


def test_parts_still_point_to_their_wholes():
    figures = read(
        "On either side 300 were killed on either side, and 40 people, including 12 children, died in Goris."
    )
    part = next(figure for figure in figures if figure.value == 12)
    assert part.part_of is not None
    assert figures[part.part_of].value == 40
