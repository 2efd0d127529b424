"""Rules for "of theirs", "on the other side", "from its own ranks": whose, seen from who speaks."""

from __future__ import annotations

from tracker.lib.vocabulary import Status
from tracker.reading.figures import Figure
from tracker.reading.parties.groups import COMMUNITIES, FORCES, REBELS
from tracker.reading.parties.losses import as_the_loser
from tracker.reading.parties.pointing import GROUP_NOUNS, antecedent, group_before
from tracker.reading.parties.surroundings import KIN, OWN
from tracker.reading.parties.whose import HOME, Reading, Verdict
from tracker.reading.parties.whose import REBELS as THE_REBELS

_TIES = frozenset("of on from in among amid within to".split())
_RANKS = frozenset(
    "ranks side own men number soldiers troops fighters dead people camp comrades army force forces".split()
)
_STATE = frozenset({"government", "army", "state", "military", "security", "junta", "regime"})
_ENDS = frozenset({",", ".", ";", ":", "and", "but", "(", ")", "who", "which", "that", "by"})
_REACH = 7


def ours_or_theirs(reading: Reading, figure: Figure) -> Verdict | None:
    """ "60 of theirs", "18 of the government's", "100 on the other side", "eight from its own ranks"."""
    following = reading.following(figure)
    after = min(
        reading.sentence(figure).after, figure.after + _REACH, following.at if following else len(reading.words)
    )
    for at in range(figure.after, after):
        word = reading.words[at]
        if word in _TIES:
            verdict = _tied(reading, figure, at + 1)
            if verdict:
                return verdict
        if word in _ENDS:
            return None
    return None


def _tied(reading: Reading, figure: Figure, at: int) -> Verdict | None:
    """What "of", "on" or "from" before token ``at`` ties the number to."""
    if reading.words[at] in ("theirs", "ours"):
        return _of_two(reading, figure, at)
    article = reading.words[at] in ("the", "an", "a")
    if reading.is_other(at + article):
        foe = reading.enemy(figure, at)
        return Verdict(foe, "of the enemy of who speaks", 0.85) if foe else None
    if not reading.war.between_states() and reading.words[at + article + 1] in ("'s", "'"):
        return _owner(reading, at + article)
    if article and reading.war.between_states():
        named = reading.between(at + 1, at + 2)
        if named and named[0].kind == "people" and _ends_or_side(reading, named[0].after):
            return Verdict(named[0].side, "on that side", 0.85)
    own = reading.words[at + 1] in ("own", "ranks") or reading.words[at + 2] == "ranks"
    if reading.words[at] in OWN and own and not KIN & {reading.words[at + 2], reading.words[at + 3]}:
        side = antecedent(reading, figure, at)
        return Verdict(side, "of their own, as last named", 0.8) if side else None
    return None


def _ends_or_side(reading: Reading, at: int) -> bool:
    return reading.words[at] == "side" or not reading.words[at][:1].isalpha()


def _owner(reading: Reading, at: int) -> Verdict | None:
    """ "18 of the government's", "61 of the rebels'": the genitive ends the phrase."""
    if reading.words[at + 2].isalpha() and reading.words[at + 2] not in FORCES | REBELS | _RANKS:
        return None
    word = reading.words[at]
    if word in GROUP_NOUNS or word == "front":
        return Verdict(group_before(reading, at), "the group's", 0.8)
    if word in REBELS:
        return Verdict(THE_REBELS, "the rebels'", 0.8)
    return Verdict(HOME, "the state's", 0.8) if word in _STATE | FORCES else None


def _of_two(reading: Reading, figure: Figure, at: int) -> Verdict | None:
    """ "Theirs" are the enemy's, "ours" those of who speaks."""
    speaker = reading.speaker(figure) or reading.war.home
    loser = as_the_loser(reading, figure) if reading.words[at] == "theirs" else None
    if loser:
        return loser
    if reading.words[at] == "theirs" and speaker in COMMUNITIES:
        side: str | None = speaker
    elif reading.words[at] == "theirs":
        side = reading.foe(speaker) if speaker else None
    else:
        side = HOME if speaker == reading.war.home and not reading.war.between_states() else speaker
    counted = reading.war.between_states() or reading.kind(figure) is not Status.CIVILIAN
    return Verdict(side, f'"{reading.words[at]}", seen from who speaks', 0.8) if side and counted else None
