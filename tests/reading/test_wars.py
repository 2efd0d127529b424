"""Which war a lede tells of, and whose people its figures count: one lede a line for conflicts all over the world.

A line of ``ledes.txt`` is the war ("sides A, B" across a front, "home A" inside a state), "::", and the lede, with
"[number|name]" where the name is one by which the side counted goes; nothing after the bar where it is nobody's.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from tracker.reading.document import Document
from tracker.reading.parties.mentions import find_mentions
from tracker.reading.parties.wars import War, kind_of_war
from tracker.reading.reader import read_figures

_MARK = re.compile(r"\[([^|\]]+)\|([^\]]*)\]")


class Lede(NamedTuple):
    """``counted``: for each marked number its place in ``text`` and the side's name."""

    inside: bool
    states: tuple[str, ...]
    text: str
    counted: tuple[tuple[int, str], ...]


def _lede(line: str) -> Lede:
    war, marked = line.split(" :: ")
    kind, _, states = war.partition(" ")
    text, counted, read = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[read : mark.start()]
        counted.append((len(text), mark[2]))
        text += mark[1]
        read = mark.end()
    return Lede(kind == "home", tuple(states.split(", ")), text + marked[read:], tuple(counted))


LEDES = [
    _lede(line)
    for line in Path(__file__).with_name("ledes.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def war_of(text: str) -> War:
    document = Document(text)
    return kind_of_war(document, find_mentions(document, {}))


@pytest.mark.parametrize("lede", LEDES, ids=[lede.text[:60] for lede in LEDES])
def test_kind_of_war(lede: Lede) -> None:
    war = war_of(lede.text)
    if lede.inside:
        assert (war.sides, war.home) == ((), *lede.states)
    else:
        assert set(lede.states) <= set(war.sides)


@pytest.mark.parametrize("lede", LEDES, ids=[lede.text[:60] for lede in LEDES])
def test_whose_people_are_counted(lede: Lede) -> None:
    figures = read_figures(lede.text, published=date(2024, 5, 5))
    read = {}
    for start, name in lede.counted:
        figure = next(one for one in figures if one.start <= start < one.end)
        read[start] = name if name and name in " / ".join(figure.party) else " / ".join(figure.party)
    assert read == dict(lede.counted)


def test_no_states_no_war() -> None:
    war = war_of("Nobody was named, and nothing was said.")
    assert war == War()
    assert not war.between_states()


@pytest.mark.parametrize(
    ("text", "rebels"),
    [
        ("Boko Haram militants attacked Nigeria's army. The militants fled.", ("Boko Haram", "militants")),
        ("Pro-Riverine fighters shot at the army of Chad.", ()),
        ("Since 9 March fighters have held the town in Mali.", ()),
        ("The Zomia Liberation Front (ZLF) said Myanmar's army fled from the ZLF.", ("Zomia Liberation Front",)),
    ],
)
def test_who_is_in_arms_against_the_state(text: str, rebels: tuple[str, ...]) -> None:
    assert war_of(text).rebels == rebels


def test_a_quality_is_not_a_mention() -> None:
    document = Document("Pro-Russian rebels fled a Saudi-led force in Hamas-run Gaza.")
    assert [mention.side for mention in find_mentions(document, {})] == ["Palestinians"]
