"""Words for those who bear arms and those who do not, and which of the two a stretch of text speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from itertools import pairwise

from tracker.lib.vocabulary import Status
from tracker.reading.document import Document
from tracker.reading.finding.people import BODIES_OF_FORCES, PEOPLE, Kind
from tracker.reading.parties.groups import COALITIONS, GROUPS

CIVIL = frozenset({"civilian", "civilians", "non-combatants", "noncombatants", "non-combatant"})
NEUTRAL = frozenset(
    "man men members member officer officers personnel prisoners captives detainees others victims staff heroes hero"
    " leader leaders guard guards individuals nationals prisoner captive hostage hostages detainee".split()
)
"""Nouns for people that do not say whether they bear arms."""

_PEACEFUL = CIVIL | frozenset(
    "residents villagers women children refugees bystanders families family worshippers pupils townsfolk hospital"
    " hospitals mosque church market inhabitants".split()
)
SCENES = frozenset("school schools houses homes village villages temple wedding funeral shop shops bus".split())

SPEAKERS = frozenset(
    "official officials spokesman spokeswoman minister reporter reporters journalist journalists correspondent doctor"
    " doctors governor mayor leader leaders father mother son brother relatives national nationals president diplomat"
    " diplomats person lawmaker lawmakers activist activists politician witness correspondents photographer major"
    " general generals private captain commander colonel lieutenant sergeant ambassador premier".split()
)
"""Who is named more often for what he says than for what befell him."""

_QUALITIES = frozenset("separatist islamist rebel militant insurgent guard guards boko force".split())
_COMMON = frozenset("let fur tiger white amal gam auc bla fact mend bras eta gia epp cpc".split())
"""Names of groups that are also words of another sense."""

_ALL_NAMES = [name.lower() for table in (GROUPS, COALITIONS) for names, _ in table.values() for name in names]
NAMES = frozenset(name for name in _ALL_NAMES if " " not in name) - _COMMON
PAIRS = frozenset(tuple(name.split()) for name in _ALL_NAMES if name.count(" ") == 1)

BODIES = BODIES_OF_FORCES - {"is"}
FIGHTERS = frozenset(word for word, kind in PEOPLE.items() if kind.status is Status.COMBATANT)

_BEARERS = (BODIES | FIGHTERS) - SPEAKERS - NAMES - _QUALITIES
_OTHERS = (_PEACEFUL | SCENES | PEOPLE.keys()) - FIGHTERS - NEUTRAL - SPEAKERS


class Talk(Enum):
    """Whom a stretch of text speaks of."""

    FORCES = "forces"
    OTHERS = "others"
    BOTH = "both"
    NOBODY = "nobody"


def is_fighter(word: str) -> bool:
    """Whether the noun says that the people it names bear arms."""
    return word in FIGHTERS


def people_at(document: Document, at: int) -> Kind | None:
    """What the noun for people at token ``at`` says of them; "non-combatants" bear no arms."""
    kind = PEOPLE.get(document.word(at))
    if kind is not None and document.low[max(0, at - 2) : at] == ["non", "-"]:
        return Kind(Status.CIVILIAN)
    return kind


def name_armed_group(words: Sequence[str]) -> bool:
    """Whether an armed group or a mission of several states is named in the words."""
    return not NAMES.isdisjoint(words) or any(pair in PAIRS for pair in pairwise(words))


def talk_of(words: Sequence[str]) -> Talk:
    """Whether the words name forces, other people, both or neither."""
    others = not _OTHERS.isdisjoint(words)
    if not _BEARERS.isdisjoint(words):
        return Talk.BOTH if others else Talk.FORCES
    return Talk.OTHERS if others else Talk.NOBODY
