"""What "its", "they" and "our" stand for."""

from __future__ import annotations

from tracker.reading.figures import Figure
from tracker.reading.parties.countries import STATES
from tracker.reading.parties.groups import FORCES
from tracker.reading.parties.groups import REBELS as REBEL_NOUNS
from tracker.reading.parties.surroundings import OWN, REACH
from tracker.reading.parties.whose import COALITION, HOME, PEACEKEEPERS, REBELS, Reading

_RULERS = frozenset({"junta", "regime", "government", "army", "military"})
_ALLIES = frozenset({"alliance", "coalition"})
GROUP_NOUNS = frozenset({"group", "movement", "organisation", "organization", "militia", "outfit", "faction", "gang"})
_MISSIONS = frozenset({"peacekeepers", "helmets"})
_OF_SEVERAL = frozenset({"multinational", "regional", "joint", "international", "nato", "intervention"})
_ONE = _RULERS | _ALLIES | GROUP_NOUNS
"""Whom "it" may stand for."""
_MANY = (
    frozenset(
        word
        for word in FORCES | REBEL_NOUNS
        if word.endswith(("s", "men")) and word not in ("forces", "officers", "gangs")
    )
    | _MISSIONS
    | {"police", "army"}
    | _ALLIES
    | {"junta", "regime", "government"}
)
"""Whom "they" may stand for."""
_QUOTES = frozenset('"“‘«')
_SAID = frozenset(
    "said says say told claimed claims alleged alleges announced reported reports stated states admitted confirmed"
    " insisted insists acknowledged conceded".split()
)
_ADMITTING = frozenset(
    "admits admitted admitting acknowledges acknowledged concedes conceded confirms confirmed mourns mourned".split()
)
_RANKS = frozenset("general gen colonel col brigadier brig major maj lieutenant lt captain capt marshal".split())
_BACK, _SUBJECT, _OPENING = 28, 4, 7


def antecedent(reading: Reading, figure: Figure, at: int) -> str | None:
    """What "its" or "they" at token ``at`` stands for: the side last named, else who speaks."""
    start = reading.sentence(figure).first
    if reading.words[at] == "own" and reading.words[at - 1] in OWN:
        at -= 1
    if reading.words[at] == "our":
        return _ours(reading, figure, start)
    pointed = _of_a_person(reading, figure, at) or _in_the_enemys_mouth(reading, figure, at, start)
    if pointed:
        return pointed
    other = _the_other_before(reading, start, at)
    if other is not None:
        return reading.enemy(figure, other)
    opening = _opens_in_arms(reading, start, at)
    if opening is not None:
        return _unnamed_side(reading, opening)
    speaker = reading.speaker(figure)
    if speaker and _of_itself(reading, figure, at, speaker):
        return speaker
    subject = _subject_before(reading, figure, start) if at - start <= 1 else None
    near = start if reading.war.between_states() else max(reading.paragraph_start(figure), at - _BACK)
    return (
        subject
        or _last_unnamed(reading, figure, at)
        or reading.focus(at, since=near)
        or _subject_before(reading, figure, start)
        or reading.focus(at, since=reading.paragraph_start(figure))
        or speaker
        or reading.focus(at)
    )  # fmt: skip


def _of_a_person(reading: Reading, figure: Figure, at: int) -> str | None:
    """ "His": the side of the officer or leader named last."""
    if reading.words[at] not in ("his", "her"):
        return None
    commander = None if reading.war.between_states() else _officer_before(reading, figure, at)
    leaders = [one.side for one in reading.between(reading.paragraph_start(figure), at) if one.kind == "leader"]
    return commander or (leaders[-1] if leaders else None)


def _in_the_enemys_mouth(reading: Reading, figure: Figure, at: int, start: int) -> str | None:
    """Between states "they" in a quotation of a belligerent are its enemies."""
    quoted = reading.words[at] in ("their", "they") and _quoted(reading, figure, start)
    speaker = reading.speaker(figure) if quoted and reading.war.between_states() else None
    return reading.foe(speaker) if speaker and reading.fights(speaker) else None


def _of_itself(reading: Reading, figure: Figure, at: int, speaker: str) -> bool:
    """Whether who speaks says it of itself: "40 of its own", "admits to 40 of its men"."""
    if reading.words[at + 1] == "own" and (reading.fights(speaker) or speaker == reading.war.home):
        return not any(one.side == speaker for one in reading.between(at, figure.at))
    admits = _ADMITTING.intersection(reading.document.low[max(0, figure.at - 3) : figure.at])
    itself = bool(admits) or _says_of_itself(reading, reading.sentence(figure).first, at)
    return itself and reading.fights(speaker)


def _last_unnamed(reading: Reading, figure: Figure, at: int) -> str | None:
    """Inside a state: "the junta", "the group" or "the rebels", where spoken of after the last name."""
    if reading.war.between_states():
        return None
    start = max(reading.paragraph_start(figure), at - _BACK)
    named = [one for one in reading.between(start, at) if not reading.is_land(one)]
    floor = named[-1].after + 1 if named else start
    stands_for = _MANY if reading.words[at] in ("their", "they") else _ONE
    last = next((here for here in reversed(range(floor, at)) if _stands(reading, here, stands_for)), None)
    return _unnamed_side(reading, last) if last is not None else None


def _stands(reading: Reading, at: int, nouns: frozenset[str]) -> bool:
    """Whether token ``at`` is one of ``nouns``, or the force of several states."""
    return reading.words[at] in nouns or (reading.words[at] == "force" and reading.words[at - 1] in _OF_SEVERAL)


def _unnamed_side(reading: Reading, at: int) -> str:
    """The side of "the junta", "the group", "the rebels", "the peacekeepers"."""
    word = reading.words[at]
    if word in GROUP_NOUNS:
        return group_before(reading, at)
    if word == "force":
        return COALITION
    if word in _MISSIONS:
        return PEACEKEEPERS
    if word in REBEL_NOUNS:
        return REBELS
    return _ruler(reading, at)


def group_before(reading: Reading, at: int) -> str:
    """The armed group named last before token ``at``: what "the group", "the movement" stands for."""
    groups = (one.side for one in reversed(reading.between(max(0, at - REACH), at)) if one.kind == "group")
    return next(groups, REBELS)


def _opens_in_arms(reading: Reading, start: int, at: int) -> int | None:
    """Inside a state: soldiers, rebels or peacekeepers whom the sentence begins with, unless they speak."""
    if reading.war.between_states() or reading.words[at] not in ("their", "they"):
        return None
    last = min(start + _OPENING, at)
    token = next((here for here in range(start, last) if reading.words[here] in _MANY), None)
    if token is None or at - token > REACH or reading.between(start, token):
        return None
    speaks = not _SAID.isdisjoint(reading.document.low[token:at])
    return None if speaks else token


def _ruler(reading: Reading, at: int) -> str:
    """The state of "the army in Ankara", else the home state of "the army", "the junta"."""
    if reading.words[at] in _ALLIES:
        return COALITION
    owner = owner_of(reading, at)
    if owner:
        return owner
    seat = reading.between(at + 2, at + 3) if reading.words[at + 1] in ("in", "of") else []
    if seat and seat[0].kind in ("capital", "name") and seat[0].side != reading.war.home:
        return seat[0].side
    return HOME


def owner_of(reading: Reading, at: int) -> str | None:
    """The foreign state named right before its army at token ``at``: "Malawi's army", "Kenyan troops"."""
    named = reading.between(at - 3, at)
    if not named or reading.document.low[named[-1].after : at] not in ([], ["'s"]):
        return None
    return named[-1].side if named[-1].side in STATES and named[-1].side != reading.war.home else None


def _officer_before(reading: Reading, figure: Figure, at: int) -> str | None:
    """ "General X ... his soldiers": an officer of the state, unless a group is named after him."""
    start = max(reading.paragraph_start(figure), at - _BACK)
    rank = next((here for here in range(at - 1, start - 1, -1) if reading.words[here] in _RANKS), None)
    if (
        rank is None
        or not reading.document.is_capital(rank)
        or any(one.kind == "group" for one in reading.between(rank, at))
    ):
        return None
    return reading.speaker(figure) or HOME


def _the_other_before(reading: Reading, start: int, at: int) -> int | None:
    """The token of "the other army", "the enemy" in this sentence or the one before, with no name after it."""
    here = reading.document.sentence_at(start)
    before = reading.document.sentences[max(0, here - 1)]
    paragraph = reading.document.sentences[here].paragraph
    floor = before.first if before.paragraph == paragraph else start
    for token in range(at - 1, max(floor, at - _BACK) - 1, -1):
        if reading.is_other(token) and (token >= start or token - floor <= _SUBJECT):
            return None if reading.between(token, at) else token
    return None


def _says_of_itself(reading: Reading, start: int, at: int) -> bool:
    """ "X, which fights Y, alleged that it lost 40, taking its toll to": nobody else is named after the speaking."""
    named = reading.between(start, at)
    return bool(named) and not _SAID.isdisjoint(reading.document.low[named[-1].after : at])


def _ours(reading: Reading, figure: Figure, start: int) -> str | None:
    """Between states and in a quotation the speaker's; else that of the paper's own country."""
    speaks = _quoted(reading, figure, start) or reading.war.between_states()
    return (reading.speaker(figure) if speaks else None) or reading.war.home


def _quoted(reading: Reading, figure: Figure, start: int) -> bool:
    """Whether a quotation is open at the figure."""
    near = reading.document.low[max(start, figure.at - REACH) : figure.at]
    marks = [mark for mark in near if mark in _QUOTES or mark == "”"]
    return bool(marks) and marks[-1] != "”" and not (marks[-1] == '"' and marks.count('"') % 2 == 0)


def _subject_before(reading: Reading, figure: Figure, start: int) -> str | None:
    """The belligerent that the sentence before begins with: "Eritrea's ministry spoke of ... It said"."""
    if start <= reading.paragraph_start(figure):
        return None
    before = reading.document.sentences[reading.document.sentence_at(start - 1)]
    named = reading.between(before.first, min(before.first + _SUBJECT, before.after))
    return named[0].side if named and reading.fights(named[0].side) and not reading.is_land(named[0]) else None
