"""Names as articles print them: brought to one form, told from words that name nobody, and what they may stand for."""

from __future__ import annotations

import re
from typing import NamedTuple

from tracker.lib.folding import fold
from tracker.lib.vocabulary import SourceKind
from tracker.reading.claimants.speaker_words import BODIES, PERSONS, PLURALS, TITLES
from tracker.reading.parties.countries import POLITIES

_LEADING = re.compile(
    r"\A(?:(?:the|an?|its|his|her|their|our|this|that|these|those|some|several|many|local|senior|unnamed)\s+)++",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_VARIANTS = {"defense": "defence", "center": "centre", "organization": "organisation", "tv": "television"}
_JOINING = frozenset("of the for in and a an at on by to s".split())
_NOBODY = frozenset(
    """
he she it they him them his her its their we i who one another others somebody someone anyone
officials official authorities authority sources source reports report media police army military ministry government
spokesman spokeswoman spokesperson statement state local medical health defence defense foreign interior security
national senior unnamed anonymous prime vice deputy former top high ranking rescue emergency services service armed
forces force troops rebel opposition regional provincial district city town village internal affairs information
public human rights joint central federal general staff news press agency international humanitarian aid
witness witnesses residents activists monitors both sides side separatist separatists
""".split()
)
_PERSONAL = PERSONS | TITLES
STEM = 4
_GENERIC = _NOBODY | BODIES | PLURALS | _PERSONAL

_PEOPLES = frozenset(
    fold(name) for polity in POLITIES.values() for name in (*polity.names, *polity.people, *polity.capitals)
)

_KINDS: tuple[tuple[SourceKind, frozenset[str]], ...] = (
    (SourceKind.NEWS_AGENCY, frozenset("agency newswire wire reuters afp ap tass interfax xinhua anadolu dpa".split())),
    (SourceKind.MINISTRY, frozenset("ministry department".split())),
    (
        SourceKind.INTERGOVERNMENTAL,
        frozenset("nations un unicef unhcr ocha who osce nato union eu au commission".split()),
    ),
    (SourceKind.MONITOR, frozenset("observatory monitor monitors watchdog tracker database project count".split())),
    (
        SourceKind.NGO,
        frozenset("rights ngo charity foundation society cross crescent amnesty watch borders hospital".split()),
    ),
    (SourceKind.MILITARY, frozenset("army military navy forces command corps staff brigade idf airforce".split())),
    (
        SourceKind.ARMED_GROUP,
        frozenset("militia rebels militants front movement insurgents guerrillas fighters".split()),
    ),
    (SourceKind.BROADCASTER, frozenset("television radio channel broadcaster broadcasting bbc cnn".split())),
    (
        SourceKind.NEWSPAPER,
        frozenset("newspaper daily times post gazette herald tribune telegraph guardian journal".split()),
    ),
    (SourceKind.ONLINE_MEDIA, frozenset("website portal site online com net org news".split())),
    (
        SourceKind.GOVERNMENT,
        frozenset("government authorities authority administration police prosecutor council office kremlin".split()),
    ),
)


class Called(NamedTuple):
    """A name in the form in which it is looked up, and the words that it is made of."""

    key: str
    words: frozenset[str]


def called(name: str) -> Called:
    """The name without articles, possessives and case; its words in one spelling."""
    bare = _POSSESSIVE.sub("", _LEADING.sub("", " ".join(name.split()), count=1))
    key = fold(bare)
    words = (_VARIANTS.get(word, word) for word in _WORD.findall(key))
    return Called(key, frozenset(word for word in words if word not in _JOINING))


def is_generic(name: str) -> bool:
    """True for words that may stand for anybody: "officials", "the ministry", "he", "a spokesman", "Armenians"."""
    key, words = called(name)
    return key in _PEOPLES or all(word in _GENERIC or word.isdecimal() for word in words)


def akin(one: str, other: str) -> bool:
    """True when two names share a telling word, whatever its ending: "Northerners" and "Ministry of the North"."""
    stems = [{word[:STEM] for word in called(name).words - _GENERIC if len(word) >= STEM} for name in (one, other)]
    return bool(stems[0] & stems[1])


def presentable(name: str) -> str:
    """The name as a record would bear it: "the Red River Cross" is "Red River Cross"."""
    bare = _LEADING.sub("", " ".join(name.split()), count=1) or " ".join(name.split())
    return bare[:1].upper() + bare[1:]


def kind_of(name: str) -> SourceKind:
    """What a source of this name most likely is, by its words."""
    words = [_VARIANTS.get(word, word) for word in _WORD.findall(fold(name))]
    if "." in name.strip(".") and " " not in name.strip():
        return SourceKind.ONLINE_MEDIA
    if words and words[0] in _PERSONAL and len(words) > 1:
        return SourceKind.PERSON
    for kind, telling in _KINDS:
        if telling.intersection(words):
            return kind
    proper = [word for word in name.split() if word[:1].isupper()]
    return SourceKind.PERSON if _PERSONAL.intersection(words) or len(proper) in (2, 3) else SourceKind.OTHER


def is_personal(name: str) -> bool:
    """True when the words name somebody by an office or a title."""
    return bool(called(name).words & _PERSONAL)
