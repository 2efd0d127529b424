"""Numbers of people who are told of as alive: they speak, act, are a strength, or fill a place."""

from __future__ import annotations

from itertools import pairwise

from tracker.reading.document import Document
from tracker.reading.finding.counted import OUTCOME_NOUNS, SMALL_NUMBERS, Counted, NounPhrase
from tracker.reading.finding.cues import Place
from tracker.reading.finding.grammar import BE, DEEDS, DETERMINERS, MARKS, PREPOSITIONS
from tracker.reading.finding.people import PEOPLE
from tracker.reading.finding.phrases import Phrase
from tracker.reading.finding.things import THINGS

ATTACKERS = frozenset("gunmen attackers bombers assailants raiders hijackers riders snipers arsonists".split())
_TELLING = frozenset(
    "told tell tells recalled recall recalls remember remembered described describe testified testify argued argue"
    " wrote write complained insisted explained recounted agreed spoke speak swore claim thought think thinks believe"
    " hoped hope want wanted wants knew know heard watched watch saw refused refuse demanded demand asked ask denied"
    " deny pleaded vowed decided try tried managed voted vote stood helped help"
    " backed supported opposed signed endorsed approved attended marched joined followed protested rallied"
    " volunteered".split()
)
_SUFFERED = frozenset("were was died perished fell lost got".split())
_CLAUSES = frozenset("when as after while before where".split())
_SAYING = frozenset("said say says".split())
_HAVING = frozenset("have has had 've".split())
_PARTICIPLES = frozenset(
    "gone come left taken gotten got begun chosen done driven eaten flown forgotten given grown kept known made met"
    " paid put run said seen sent sold spoken spent stood sworn told thought walked won written sought had".split()
)
_PUTTING = frozenset("put puts putting set sets estimate estimates estimated reckoned reckons".split())
_STRENGTHS = frozenset(
    "garrison force forces strength crowd turnout population ranks army audience column band gang group party"
    " membership congregation".split()
)
_TOLLS = OUTCOME_NOUNS | frozenset(
    "toll tolls number numbers figure figures count tally total sum victims fallen hurt killed remainder rest civilians"
    " them it that this those".split()
)
_PUT_REACH = 7
_ROOM = frozenset("in inside aboard on at under across along around near within between of from behind present".split())
_MILLION = 1_000_000
_AMOUNTING = BE | {"at", "to", "of"}
_TOTALS = (["in", "all"], ["all", "told"], ["in", "total"])
_CLAUSE_REACH = 14


def are_alive(document: Document, phrase: Phrase, counted: NounPhrase, place: Place | None) -> bool:
    """Whether the words around ``phrase``, which no near word calls a casualty, speak of people alive."""
    return (
        _have_done(document, phrase, counted)
        or _who_had_done(document, counted, place)
        or _act(document, phrase, counted, place)
        or _are_put_at(document, phrase)
        or _are_with(document, phrase, counted)
        or ((phrase.value or phrase.high or 0) >= _MILLION and document.word(phrase.at - 1) not in _AMOUNTING)
        or (place is None and document.word(counted.after) in _SAYING and document.word(counted.after + 1) != "to")
    )


def tell_themselves(document: Document, phrase: Phrase, counted: NounPhrase) -> bool:
    """ "Two nurses told us", "300 men tried to storm the gate", "was killed when 12 rebels attacked the post"."""
    lost = document.low[counted.after + 1 : counted.after + 2] == ["lost"] and document.word(counted.after) in _HAVING
    number = document.word(counted.after + 2)
    if lost and (number[:1].isdecimal() or number in SMALL_NUMBERS):
        return True
    if counted.counted is not Counted.PEOPLE:
        return False
    if document.word(phrase.at - 1) in _CLAUSES and _act(document, phrase, counted, None):
        return True
    if document.word(counted.after) not in _TELLING or document.word(phrase.at - 1) in PREPOSITIONS:
        return False
    sentence = document.sentences[document.sentence_at(phrase.at)]
    behind = document.low[counted.after : min(sentence.after, counted.after + _CLAUSE_REACH)]
    return not any(pair[0] in ("and", "but") and pair[1] in _SUFFERED for pair in pairwise(behind))


def is_difference(document: Document, phrase: Phrase) -> bool:
    """The ten of "64, ten fewer than the week before"; an increase is a count of its own."""
    words = document.low[phrase.after : phrase.after + 4]
    return bool(words) and words[0] in ("fewer", "less", "lower", "down") and "than" in words[1:3]


def is_sum_of_all(document: Document, phrase: Phrase, counted: NounPhrase) -> bool:
    """The 38 of "everyone aboard perished, 38 people in all"."""
    sentence = document.sentences[document.sentence_at(phrase.at)]
    behind = document.low[counted.after : min(counted.after + 2, sentence.after)]
    return document.word(phrase.at - 1) in (",", "—", "–", "-", ":", "(") and (
        behind in _TOTALS or behind[:1] == ["altogether"]
    )


def are_things_before(document: Document, phrase: Phrase) -> bool:
    """Whether things are the subject of the clause before: "Parked cars burned, 50 in all"."""
    first = max(document.sentences[document.sentence_at(phrase.at)].first, phrase.at - _CLAUSE_REACH)
    words = document.low[first : phrase.at]
    return PEOPLE.keys().isdisjoint(words) and any(word in THINGS and word.endswith("s") for word in words)


def _have_done(document: Document, phrase: Phrase, counted: NounPhrase) -> bool:
    """ "More than 3,000 have registered with the UN"; not "have been", and not "had wounds"."""
    if document.word(counted.after) not in _HAVING or document.word(phrase.at - 1) in PREPOSITIONS:
        return False
    at = counted.after + 1
    while (
        document.word(at) in ("already", "since", "also", "now", "so", "far", "all") or document.word(at)[-2:] == "ly"
    ):
        at += 1
    word = document.word(at)
    return word != "been" and (word.endswith("ed") or word in _PARTICIPLES)


def _who_had_done(document: Document, counted: NounPhrase, place: Place | None) -> bool:
    """ "The 3,000 volunteers who had searched for the missing"; not "the men who had held the post were shot"."""
    if document.word(counted.after) not in ("who", "that") or place is None or place.at < counted.after:
        return False
    if document.word(place.at - 1) in BE:
        return False
    return document.word(counted.after + 1) in _HAVING and document.word(counted.after + 2) not in ("been", "had")


def _act(document: Document, phrase: Phrase, counted: NounPhrase, place: Place | None) -> bool:
    """ "Were killed when 300 troops surrounded the building", "two men came to the door"."""
    if counted.counted is not Counted.PEOPLE or (place is not None and place.at > phrase.at):
        return False
    word = document.word(counted.after)
    return word in DEEDS or (word.endswith("ed") and document.word(counted.after + 1) in DETERMINERS)


def _are_put_at(document: Document, phrase: Phrase) -> bool:
    """ "Mr Museveni puts the attackers at 800", "the garrison was put at 6,000"."""
    if document.word(phrase.at - 1) != "at":
        return False
    first = document.sentences[document.sentence_at(phrase.at)].first
    words = document.low[max(first, phrase.at - 1 - _PUT_REACH) : phrase.at - 1]
    puts = [at for at, word in enumerate(words) if word in _PUTTING]
    if not puts:
        return False
    named = words[puts[-1] + 1 :] or words[: puts[-1]]
    if not _TOLLS.isdisjoint(named):
        return False
    return any(word in PEOPLE or word in _STRENGTHS for word in named)


def _are_with(document: Document, phrase: Phrase, counted: NounPhrase) -> bool:
    """ "the army, with 60,000 men in the three provinces", "the church, with around 100 worshippers inside"."""
    if document.word(phrase.at - 1) != "with" or counted.counted is not Counted.PEOPLE:
        return False
    return document.word(counted.after) in _ROOM and document.word(phrase.at - 2) not in DETERMINERS | (MARKS - {","})
