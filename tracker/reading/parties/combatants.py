"""Inside a state: whose the combatants are for whom the figure's own clause names no side."""

from __future__ import annotations

from tracker.lib.vocabulary import Group, Status
from tracker.reading.figures import Figure
from tracker.reading.parties.counted_phrase import counted_phrase
from tracker.reading.parties.countries import STATES
from tracker.reading.parties.groups import FORCES, GROUPS
from tracker.reading.parties.groups import REBELS as REBEL_NOUNS
from tracker.reading.parties.hit_side import victims
from tracker.reading.parties.surroundings import KILL
from tracker.reading.parties.whose import COALITION, HOME, REBELS, Reading, Verdict

_OWN_LOSS = frozenset(
    "own its their our lost lose losing buried admit admits admitted conceded concedes acknowledged acknowledges owned"
    " owns mourn mourned confirmed confirms suffered martyrs only just".split()
)
_CLAUSE = 10
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
    boasted = _by_the_rebels(reading, figure)
    if boasted:
        return boasted
    spoken_of = _as_just_before(reading, figure) or _last_noun(reading, figure)
    if spoken_of and spoken_of.side == HOME:
        return _sent_abroad(reading, figure) or spoken_of
    if spoken_of:
        return spoken_of
    sent = _sent_abroad(reading, figure)
    if sent:
        return sent
    for one in reading.earlier(figure):
        decided = reading.decided[id(one)]
        if decided.side:
            return Verdict(decided.side, "the side of a figure before it", 0.55)
    return Verdict(HOME, "combatants, no side named", 0.5)


def _as_just_before(reading: Reading, figure: Figure) -> Verdict | None:
    """ "Seven soldiers and militiamen were killed. The wounded numbered 11": of those counted a sentence before."""
    before = reading.previous(figure)
    first = reading.sentence(figure).first
    if before is None or before.at >= first or before.at < reading.paragraph_start(figure):
        return None
    near = reading.document.sentence_at(figure.at) - reading.document.sentence_at(before.at) == 1
    if not near or reading.kind(before) is not Status.COMBATANT or before.part_of is not None:
        return None
    told = reading.document.low[first : figure.at]
    if any(word in FORCES or word in REBEL_NOUNS for word in told) or reading.between(first, figure.at):
        return None
    decided = reading.decided[id(before)]
    return Verdict(decided.side, "the side of the figure just before", 0.7, decided.noun) if decided.side else None


def _by_the_rebels(reading: Reading, figure: Figure) -> Verdict | None:
    """ "The rebels say 40": a bare number of theirs, the first of its sentence, is of the enemy's dead."""
    speaker = reading.speaker(figure)
    before = reading.previous(figure)
    alone = before is None or before.at < reading.sentence(figure).first
    if (
        reading.words[figure.after] == "of"
        or not alone
        or not reading.unnamed(figure)
        or not (speaker == REBELS or speaker in GROUPS)
    ):
        return None
    told = reading.document.low[max(reading.sentence(figure).first, figure.at - _CLAUSE) : figure.at]
    return Verdict(HOME, "said by the rebels", 0.6) if _OWN_LOSS.isdisjoint(told) else None


def _sent_abroad(reading: Reading, figure: Figure) -> Verdict | None:
    """Soldiers of another state, whose army or president speaks, or who were counted last before."""
    speaker = reading.speaker(figure)
    if speaker in STATES and speaker != reading.war.home and reading.words[figure.at - 1] not in KILL:
        return Verdict(speaker, "soldiers of the foreign state that speaks", 0.7)
    for one in reading.earlier(figure):
        side = reading.decided[id(one)].side
        if one.at < reading.paragraph_start(figure):
            return None
        if side and reading.kind(one) is Status.COMBATANT:
            foreign = side in STATES and side != reading.war.home
            return Verdict(side, "soldiers abroad, as counted before", 0.6) if foreign else None
    return None


def _last_noun(reading: Reading, figure: Figure) -> Verdict | None:
    """By the noun for people in arms that follows in the sentence or was last used in the paragraph."""
    document = reading.document
    before = reading.previous(figure)
    floor = reading.paragraph_start(figure)
    if before and reading.kind(before) is reading.kind(figure) and reading.decided[id(before)].side:
        floor = max(floor, counted_phrase(reading, before)[1])
    ahead = range(figure.after, min(reading.sentence(figure).after, figure.after + 8))
    for at in (*ahead, *range(figure.at - 1, floor - 1, -1)):
        word = reading.words[at]
        if (document.is_capital(at) and reading.words[at - 1] not in (".", "")) or reading.words[at - 1] == "-":
            continue
        if _describes(reading.words[at], reading.words[at + 1]):
            continue
        acts = reading.acts(at, figure)
        if word in REBEL_NOUNS and word.startswith("mercenar") and reading.speaker(figure) in GROUPS:
            return Verdict(HOME, "whom the rebels call mercenaries", 0.7)
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
