"""Inside a state: whose the combatants are for whom the figure's own clause names no side."""

from __future__ import annotations

from tracker.lib.vocabulary import Group, Status
from tracker.reading.figures import Figure
from tracker.reading.parties.groups import FORCES
from tracker.reading.parties.groups import REBELS as REBEL_NOUNS
from tracker.reading.parties.hit_side import victims
from tracker.reading.parties.whose import COALITION, HOME, REBELS, Reading, Verdict

_TOLLS = frozenset({"deaths", "losses", "casualties", "fatalities", "was", "has", "is", "says"})
_SPEECH = frozenset(
    "said says say told tell claimed claims announced spoke spoken reported admitted admit concede believe"
    " reckon".split()
)


def combatants(reading: Reading, figure: Figure) -> Verdict | None:
    """Inside a state: combatants without a noun are those last spoken of; policemen are the state's."""
    if figure.group is Group.POLICE:
        return Verdict(HOME, "policemen serve the state", 0.85)
    if reading.kind(figure) is not Status.COMBATANT:
        return None
    attacker = victims(reading, figure)
    if attacker:
        return attacker
    spoken_of = _last_noun(reading, figure)
    if spoken_of:
        return spoken_of
    for one in reading.earlier(figure):
        decided = reading.decided[id(one)]
        if decided.side:
            return Verdict(decided.side, "the side of a figure before it", 0.55)
    return Verdict(HOME, "combatants, no side named", 0.5)


def _last_noun(reading: Reading, figure: Figure) -> Verdict | None:
    """By the noun for people in arms that follows in the sentence or was last used in the paragraph."""
    document = reading.document
    before = reading.previous(figure)
    floor = reading.paragraph_start(figure)
    if before and reading.kind(before) is reading.kind(figure) and reading.decided[id(before)].side:
        floor = max(floor, before.after)
    ahead = range(figure.after, min(reading.sentence(figure).after, figure.after + 8))
    for at in (*ahead, *range(figure.at - 1, floor - 1, -1)):
        word = reading.words[at]
        if (document.is_capital(at) and reading.words[at - 1] not in (".", "")) or reading.words[at - 1] == "-":
            continue
        if _describes(reading.words[at], reading.words[at + 1]):
            continue
        acts = reading.acts(at, figure)
        if word in REBEL_NOUNS:
            return Verdict(HOME if acts else REBELS, f'the noun "{word}" near it', 0.8, "" if acts else word)
        if word in FORCES and not _speaks(reading, at):
            return Verdict(REBELS if acts else _whose_forces(reading, at), f'the noun "{word}" near it', 0.8)
    return None


def _whose_forces(reading: Reading, at: int) -> str:
    """The state of "American forces", the coalition of "foreign troops", else the home state."""
    if reading.words[at - 1] in ("foreign", "coalition", "allied"):
        return COALITION
    named = next((one for one in reading.between(at - 2, at) if one.after == at and one.kind == "people"), None)
    return named.side if named and named.side != reading.war.home else HOME


def _describes(word: str, following: str) -> bool:
    """ "A rebel tunnel", "police posts": the noun only describes what follows."""
    if word.endswith(("s", "men")) or following in REBEL_NOUNS or following in FORCES:
        return False
    return following.isalpha() and (word in REBEL_NOUNS or (following.endswith("s") and following not in _TOLLS))


def _speaks(reading: Reading, at: int) -> bool:
    low = reading.document.low
    return "according" in low[max(0, at - 5) : at] or any(word in _SPEECH for word in low[at + 1 : at + 7])
