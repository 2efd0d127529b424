"""Whom the words before a number, its own noun elided, were speaking of: a question, "how many", "N of them"."""

from __future__ import annotations

from typing import NamedTuple

from tracker.lib.vocabulary import Status
from tracker.reading.document import Document, Sentence
from tracker.reading.figures import Figure
from tracker.reading.finding.armed import NEUTRAL, people_at
from tracker.reading.finding.counted import SMALL_NUMBERS
from tracker.reading.finding.grammar import AUXILIARIES, BE, MARKS
from tracker.reading.finding.people import PEOPLE, Kind
from tracker.reading.finding.status_clues import FORCES

_COUNTING = frozenset((
    ("how", "many"), ("number", "of"), ("numbers", "of"), ("names", "of"), ("fate", "of"), ("deaths", "of"),
    ("losses", "of"), ("toll", "of"), ("toll", "among"), ("deaths", "among"), ("losses", "among"), ("bodies", "of"),
    ("whereabouts", "of"),
))  # fmt: skip
_ANSWERS = frozenset({"they", "these", "those"})
_QUOTES = frozenset("\"“”‘’'")
_FATES = frozenset("killed dead died dying dies slain wounded injured hurt captured missing lost perished".split())
_INTRANSITIVE = frozenset("died dying dies perished dead missing".split())
_AFTER_FATE = MARKS | frozenset("in on since so there during yesterday this last to".split())
_FATE_REACH = 6
_STRIKING = frozenset("killing wounding injuring leaving".split())
_ATTACKING = frozenset(
    "attacked ambushed bombed shelled targeted hit struck stormed raided assaulted surprised".split()
)
_ANSWERS_BACK = 3
_SENT = frozenset("sent deployed dispatched despatched posted mustered fielded".split())
_REMAINING = frozenset({"other", "remaining", "rest"})
_BODIES = frozenset({"infantry", "police", "garrison", "escort", "patrol"})
_COMPARING = frozenset({"more", "fewer"})
_BEFORE_COMPARING = frozenset({".", "that", "far", "many", "still", "even"})
_SAYING = frozenset("say says said admit admits claim claims tell tells".split())
_THEM = frozenset({"them", "those", "these", "whom"})
_NOUN_REACH, _REACH, _OF_A_FORCE, _SENDING = 4, 45, 5, 10
_PARTING = frozenset({"by", "against", "from"})
"""What stands before those who did it, and not before those counted."""


class Topic(NamedTuple):
    """The people spoken of, and the token that names them."""

    kind: Kind
    at: int


def kind_named(document: Document, at: int) -> Kind | None:
    """What the noun at token ``at`` says of people: fighters, civilians, nurses, "men of the 79th brigade"."""
    word = document.word(at)
    if word in FORCES:
        return Kind(Status.COMBATANT)
    if word == "men" and document.word(at - 1) in ("its", "their", "our"):
        return Kind(Status.COMBATANT)
    if word == "men" and document.word(at + 1) == "of":
        of_force = not FORCES.isdisjoint(document.low[at + 2 : at + 2 + _OF_A_FORCE])
        return Kind(Status.COMBATANT) if of_force else None
    return people_at(document, at) if word not in NEUTRAL else None


def asked(document: Document, figure: Figure) -> Topic | None:
    """The one kind of people that the question before the number names: "And the civilians? Twenty-one."""
    sentence = _question_before(document, figure)
    if sentence is None:
        return None
    words = document.low[sentence.first : sentence.after]
    if words[0] in AUXILIARIES or not _SAYING.isdisjoint(words):
        return None
    named = {kind: at for at in range(sentence.first, sentence.after) if (kind := kind_named(document, at))}
    if len(named) != 1:
        return None
    kind, at = next(iter(named.items()))
    return Topic(kind, at)


def _question_before(document: Document, figure: Figure) -> Sentence | None:
    """The short question before the number, with at most an answer between that names nobody: "They are leaving."""
    here = document.sentence_at(figure.at)
    for index in range(here - 1, max(-1, here - 1 - _ANSWERS_BACK), -1):
        sentence = document.sentences[index]
        if sentence.after - sentence.first > _REACH:
            return None
        if "?" in document.low[sentence.after - 2 : sentence.after]:
            return sentence
        if document.low[sentence.first] not in _ANSWERS:
            return None
        if any(kind_named(document, at) for at in range(sentence.first, sentence.after)):
            return None
    return None


def counted_before(document: Document, figure: Figure, first: int) -> Topic | None:
    """Whom the passage from token ``first`` counts in words: "How many rebels fell is disputed. We saw 12"."""
    low = document.low
    for at in range(figure.at - 2, max(first, figure.at - _REACH) - 1, -1):
        if (low[at], low[at + 1]) in _COUNTING:
            topic = _noun_behind(document, at + 2, _NOUN_REACH)
        elif low[at] in PEOPLE and _met_a_fate(document, at):
            kind = kind_named(document, at)
            topic = Topic(kind, at) if kind is not None else None
        elif low[at] in _COMPARING and (at == first or low[at - 1] in _BEFORE_COMPARING):
            topic = _noun_behind(document, at + 1, 2)
        else:
            continue
        if topic is not None:
            return topic
    return None


def _met_a_fate(document: Document, at: int) -> bool:
    """Whether the noun, with no number of its own, is followed by what befell them: "rebels killed since May"."""
    low = document.low
    before = low[max(0, at - 2) : at]
    if not low[at].endswith(("s", "men")) or "by" in before or any(_is_number(word) for word in before):
        return False
    for here in range(at + 1, min(at + _FATE_REACH, len(low))):
        word = low[here]
        if word in _FATES:
            passive = not BE.isdisjoint(low[at + 1 : here]) or word in _INTRANSITIVE
            return passive or document.word(here + 1) in _AFTER_FATE
        if word in MARKS - _QUOTES or _is_number(word):
            return False
    return False


def _is_number(word: str) -> bool:
    return word[:1].isdecimal() or word in SMALL_NUMBERS


def _noun_behind(document: Document, first: int, reach: int) -> Topic | None:
    """The people named from token ``first`` on, before any mark or number."""
    for at in range(first, min(first + reach, len(document))):
        word = document.low[at]
        if word in MARKS - _QUOTES or _is_number(word):
            return None
        kind = kind_named(document, at)
        if kind is not None:
            return Topic(kind, at)
    return None


def attacked(document: Document, figure: Figure) -> Topic | None:
    """Whom the attack struck that killed them: "attacked a group of soldiers at the market, killing one"."""
    low = document.low
    if document.word(figure.at - 1) not in _STRIKING and document.word(figure.at - 2) not in _STRIKING:
        return None
    first = max(document.sentences[document.sentence_at(figure.at)].first, figure.at - _REACH)
    found = None
    for at in range(figure.at - 2, first - 1, -1):
        if low[at] in _ATTACKING:
            return found
        kind = kind_named(document, at) if low[at] in PEOPLE and low[at].endswith(("s", "men")) else None
        if kind is not None:
            found = Topic(kind, at)
    return None


def _are_troops(document: Document, first: int, at: int) -> bool:
    """Whether the men were sent by someone, or are named with a force: "it had sent 99 men"."""
    before = document.low[max(first, at - _SENDING) : at]
    return not FORCES.isdisjoint(before) or not _SENT.isdisjoint(before[-4:])


def meant_by_them(document: Document, figure: Figure) -> Topic | None:
    """Whom "60 of them" is a part of: the people named last, in the plural, in the sentence or the one before."""
    low = document.low
    parted = document.word(figure.after) == "of" and document.word(figure.after + 1) in _THEM
    rest = document.word(figure.at - 1) in _REMAINING and document.word(figure.after) in AUXILIARIES
    if not parted and not rest:
        return None
    here = document.sentence_at(figure.at)
    first = max(document.sentences[max(0, here - 2)].first, figure.at - _REACH)
    for at in range(figure.at - 1, first - 1, -1):
        if low[at] == "men" and _are_troops(document, first, at):
            return Topic(Kind(Status.COMBATANT), at)
        plural = low[at].endswith(("s", "men", "women", "children", "people")) or low[at] in _BODIES
        kind = kind_named(document, at) if plural else None
        if kind is not None and low[at - 1] not in _PARTING:
            return Topic(kind, at)
    return None
