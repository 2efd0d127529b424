"""How a side is written into a figure: its names, the usual first, and none of any other side."""

from __future__ import annotations

from tracker.reading.parties.armed_groups import ALLIES_OF_THE_STATE
from tracker.reading.parties.countries import POLITIES
from tracker.reading.parties.groups import COALITIONS, COMMUNITIES, GROUPS
from tracker.reading.parties.groups import REBELS as REBEL_NOUNS
from tracker.reading.parties.wars import GENERIC as _GENERIC
from tracker.reading.parties.wars import plural
from tracker.reading.parties.whose import COALITION, HOME, PEACEKEEPERS, REBELS, Reading

_MOST = 3


def names_of(side: str, reading: Reading, noun: str = "") -> list[str]:
    """The names under which ``side`` is known in this article; ``noun`` is the text's word for its people."""
    if noun in COALITIONS and side != noun:
        return [*names_of(side, reading), noun, "UN"]
    if side == HOME:
        return names_of(reading.war.home, reading) if reading.war.home else []
    if side == REBELS:
        return _rebels(reading, noun)
    if side == COALITION:
        return _coalition(reading)
    if side == PEACEKEEPERS:
        missions = [name for name in reading.coalitions if name not in ("NATO", "Red Cross", "Red Crescent")]
        if reading.peacekeepers_of:
            return names_of(reading.peacekeepers_of, reading)
        return [*missions[:1], "UN", "peacekeepers"]
    if side in reading.known:
        return [side, *(alias for alias in reading.known[side] if alias != side)][:_MOST]
    if side in POLITIES:
        polity = POLITIES[side]
        land = polity.places[:1] if side == "Palestinians" else ()
        return [*polity.names[:1], *polity.people[:1], *land, *_short(polity.names)]
    for table in (GROUPS, COALITIONS):
        if side in table:
            patrons = (state for state in ALLIES_OF_THE_STATE.get(side, ()) if state in reading.war.sides)
            return [*table[side][0][:_MOST], *patrons]
    return list(COMMUNITIES.get(side, (side,)))


def _short(names: tuple[str, ...]) -> list[str]:
    return [name for name in names[1:] if name.isupper() and name.isalpha()][:1]


def _rebels(reading: Reading, noun: str) -> list[str]:
    words = [plural(noun)] if noun in REBEL_NOUNS else []
    for name in reading.war.rebels:
        words += names_of(name, reading) if name in GROUPS else [name]
    if noun in REBEL_NOUNS or GROUPS.keys().isdisjoint(reading.war.rebels):
        words += reading.rebel_nouns
    sure = any(name in GROUPS for name in reading.war.rebels) and (not noun or noun in _GENERIC)
    return list(dict.fromkeys(words if sure else [*words, "militants"]))


def _coalition(reading: Reading) -> list[str]:
    named = [name for name in reading.coalitions if not name.startswith("UN")]
    return [*named[:1], "coalition", "foreign troops"]
