"""Where a text names people and forces, and of what sort they are: fighters, civilians, police, people at large."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from tracker.lib.vocabulary import Group, Status
from tracker.reading.document import Document
from tracker.reading.finding.armed import BODIES, CIVIL, NAMES, NEUTRAL, PAIRS, SCENES, SPEAKERS
from tracker.reading.finding.people import COMBATANT_MODIFIERS, PEOPLE, SINGULAR


class Sort(StrEnum):
    """What sort of people, body or place a word names."""

    FIGHTERS = "fighters"
    FIGHTER = "a fighter"
    FORCE = "a force"
    ARMED_GROUP = "an armed group"
    ENEMY = "the enemy"
    CIVILIANS = "civilians"
    POLICE = "police"
    FRAIL = "women and children"
    HELPERS = "medics and reporters"
    PEOPLE = "people"
    MEN = "men"
    SPEAKER = "a speaker"
    SCENE = "a place of civil life"


ARMED_SORTS = frozenset({Sort.FIGHTERS, Sort.FIGHTER, Sort.FORCE, Sort.ARMED_GROUP, Sort.ENEMY})
OTHER_SORTS = frozenset({Sort.FRAIL, Sort.HELPERS, Sort.PEOPLE, Sort.SCENE})
COUNTABLE = frozenset(Sort) - {Sort.SPEAKER, Sort.SCENE}
"""Sorts of people, not of those who only speak or of places."""
_COARSE = {
    **dict.fromkeys(ARMED_SORTS, "armed"),
    **dict.fromkeys(OTHER_SORTS, "others"),
    Sort.CIVILIANS: "civilians",
    Sort.POLICE: "police",
    Sort.MEN: "men",
    Sort.SPEAKER: "a speaker",
}


def coarsely(sort: Sort) -> str:
    """Whether those named bear arms, in a word."""
    return _COARSE[sort]


_GROUPS = {
    Group.POLICE: Sort.POLICE,
    Group.CHILDREN: Sort.FRAIL,
    Group.WOMEN: Sort.FRAIL,
    Group.WOMEN_AND_CHILDREN: Sort.FRAIL,
    Group.ELDERLY: Sort.FRAIL,
    Group.HEALTH_WORKERS: Sort.HELPERS,
    Group.JOURNALISTS: Sort.HELPERS,
    Group.AID_WORKERS: Sort.HELPERS,
}
_TOWN = frozenset(
    "mayor morgue rescuers residents villagers townspeople station market homes houses bus bazaar church mosque flats"
    " shops morgues mortuary funeral funerals hospital hospitals apartment apartments building camp".split()
)
_MILITARY = frozenset(
    "military infantry cavalry gendarmes paratroops ranks navy troops air-force patrol convoy column crew".split()
)


def sort_of(word: str) -> Sort | None:
    """The sort of people that a noun names, whatever stands beside it."""
    kind = PEOPLE.get(word)
    if word in CIVIL:
        return Sort.CIVILIANS
    if word == "enemy":
        return Sort.ENEMY
    if word in SPEAKERS:
        return Sort.SPEAKER
    if kind is not None and kind.status is Status.COMBATANT:
        return Sort.FIGHTER if word in SINGULAR else Sort.FIGHTERS
    if kind is not None and kind.group in _GROUPS:
        return _GROUPS[kind.group]
    if word in NEUTRAL:
        return Sort.MEN
    if word in _TOWN or word in SCENES:
        return Sort.PEOPLE if kind is not None else Sort.SCENE
    if kind is not None:
        return Sort.PEOPLE
    if word in NAMES:
        return Sort.ARMED_GROUP
    if word in BODIES or word in _MILITARY or word in COMBATANT_MODIFIERS:
        return Sort.FORCE
    return None


_ALL_WORDS = {
    *PEOPLE, *CIVIL, *NEUTRAL, *SPEAKERS, *NAMES, *BODIES, *_MILITARY, *COMBATANT_MODIFIERS, *_TOWN, *SCENES, "enemy",
}  # fmt: skip
SORTS: dict[str, Sort] = {word: sort for word in sorted(_ALL_WORDS) if (sort := sort_of(word)) is not None}
_PAIRED = frozenset(first for first, _ in PAIRS)


_SIDES = frozenset("government rebel army enemy military federal separatist loyalist opposing".split())


class Named(NamedTuple):
    """People, a force or a place named at a token."""

    at: int
    sort: Sort


class NamedPeople:
    """All that a document names, in text order."""

    def __init__(self, document: Document) -> None:
        self.all = list(_named(document))
        self._starts = [one.at for one in self.all]

    def within(self, first: int, after: int) -> list[Named]:
        """What is named in these tokens."""
        return self.all[bisect_left(self._starts, first) : bisect_left(self._starts, after)]


def _named(document: Document) -> Iterator[Named]:
    low = document.low
    for at, word in enumerate(low):
        if word in SORTS:
            before = low[at - 1] if at else ""
            unarmed = before == "peaceful" or (before == "-" and at >= 2 and low[at - 2] == "non")
            yield Named(at, Sort.CIVILIANS if unarmed else SORTS[word])
        elif word == "side" and document.word(at - 1) in _SIDES:
            yield Named(at, Sort.FORCE)
        elif word in _PAIRED and (word, document.word(at + 1)) in PAIRS:
            yield Named(at, Sort.ARMED_GROUP)
