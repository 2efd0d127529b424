"""Words for those who bear arms and those who do not, and which of the two a stretch of text speaks of."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from tracker.lib.vocabulary import Status
from tracker.reading.document import Document
from tracker.reading.groups import COALITIONS, GROUPS
from tracker.reading.people import BODIES_OF_FORCES, PEOPLE

CIVIL = frozenset({"civilian", "civilians", "non-combatants", "noncombatants", "non-combatant"})
NEUTRAL = frozenset(
    "man men members member officer officers personnel prisoners captives detainees others victims staff heroes hero"
    " leader leaders guard guards individuals nationals elements".split()
)
"""Nouns for people that do not say whether they bear arms."""

_CIVIL_LIFE = CIVIL | frozenset(
    "refugees bystanders families family townsfolk hospital hospitals mosque church market inhabitants school schools"
    " houses homes shoppers".split()
)
_FIGHTING = frozenset(
    "soldiers soldier troops servicemen fighters army armies garrison rebels militants forces".split()
)
_LIVING = CIVIL | frozenset(
    "residents villagers women children refugees bystanders families family worshippers pupils townsfolk hospital"
    " hospitals mosque church market inhabitants".split()
)
_VOICES_OF_FORCES = frozenset(
    "pentagon ispr centcom idf commander commanders colonel brigadier general generals lieutenant captain major admiral"
    " army military defence defense staff navy coalition rebels militia militants insurgents guerrillas jihadists"
    " junta battalion brigade".split()
)
_SPEAKERS = frozenset(
    "official officials spokesman spokeswoman minister reporter reporters journalist journalists correspondent doctor"
    " doctors governor mayor leader leaders father mother son brother relatives national nationals president diplomat"
    " diplomats person lawmaker lawmakers activist activists politician witness correspondents photographer major"
    " general generals private captain commander colonel lieutenant sergeant ambassador premier".split()
)
_COMMON_NAMES = frozenset({"let", "fur", "tiger", "white", "amal", "gam", "auc", "bla"})
_NAMES = (
    frozenset(
        name.lower()
        for table in (GROUPS, COALITIONS)
        for names, _ in table.values()
        for name in names
        if " " not in name
    )
    - _COMMON_NAMES
)
FIGHTERS = frozenset(word for word, kind in PEOPLE.items() if kind.status is Status.COMBATANT)
ARMED = BODIES_OF_FORCES | FIGHTERS | _VOICES_OF_FORCES | _NAMES
"""Words that name fighters, a force, or whoever speaks for one."""

VOICES = _VOICES_OF_FORCES | _NAMES
_BEARERS = (BODIES_OF_FORCES | FIGHTERS) - _SPEAKERS
_OTHERS = (
    _CIVIL_LIFE | frozenset(word for word, kind in PEOPLE.items() if kind.status is not Status.COMBATANT)
) - NEUTRAL - _SPEAKERS


class Talk(Enum):
    """Whom a stretch of text speaks of."""

    FORCES = "forces"
    OTHERS = "others"
    BOTH = "both"
    NOBODY = "nobody"


def is_fighter(word: str) -> bool:
    """Whether the noun says that the people it names bear arms."""
    return word in FIGHTERS


def talk_of(words: Iterable[str]) -> Talk:
    """Whether the words name forces, other people, both or neither."""
    forces = others = False
    for word in words:
        forces = forces or word in _BEARERS
        others = others or word in _OTHERS
    if forces:
        return Talk.BOTH if others else Talk.FORCES
    return Talk.OTHERS if others else Talk.NOBODY


def weigh(document: Document) -> float:
    """How many words for forces the text has to each word for civil life."""
    forces = sum(word in _FIGHTING for word in document.low)
    others = sum(word in _LIVING for word in document.low)
    return (forces + 1) / (others + 1)
