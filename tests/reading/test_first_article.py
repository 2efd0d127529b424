"""Sentences shaped like those of the article this all began with, in our own words."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.lib.vocabulary import Scope
from tracker.reading.reader import read_figures

TEXT = """\
Moscow calls for talks after Yerevan rules them out

Fighting between Armenia and Azerbaijan went on, nearly a month after Armenian units opened fire on September 27.

Agency reports put the civilian toll of Azerbaijan past 70, among them 15 who died when rockets fell on Barda.

The Armenians, who have long fought Azerbaijan, claimed they counted 30 more deaths on Thursday, taking their \
toll to 903.

Volkov: Nearly 6,000 people so far killed in Karabakh conflict

Later on Thursday, Russian President Ivan Volkov said nearly 6,000 people have been killed in fighting \
between Azerbaijan and Armenian forces.
"""


@pytest.fixture(scope="module")
def read():
    figures = read_figures(TEXT, published=date(2020, 10, 23))
    return {TEXT[figure.start : figure.end].lower() + str(figure.start): figure for figure in figures}


def only(read, words):
    return [figure for key, figure in read.items() if key.startswith(words)]


def test_a_toll_with_a_part_is_no_increase_to_another_paragraphs_total(read):
    (toll,) = only(read, "past 70")
    assert toll.scope is Scope.CUMULATIVE


def test_their_toll_is_that_of_who_speaks_of_itself(read):
    (total,) = only(read, "903")
    (more,) = only(read, "30")
    assert "Armenia" in total.party
    assert "Armenia" in more.party
    assert more.scope is Scope.PERIOD


def test_a_headline_between_paragraphs_names_its_speaker(read):
    headline, body = only(read, "nearly 6,000")
    assert headline.claimant[0] == "Volkov"
    assert any("Volkov" in name for name in body.claimant)


def test_killed_between_two_sides_is_a_count_of_neither(read):
    headline, body = only(read, "nearly 6,000")
    assert (headline.party, body.party) == ([], [])
