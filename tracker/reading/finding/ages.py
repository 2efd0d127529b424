"""Numbers that are ages: "aged 12", "a boy of nine", "her daughters, 12 and nine"."""

from __future__ import annotations

from tracker.lib.counts import Qualifier
from tracker.reading.document import Document
from tracker.reading.finding.counted import OUTCOME_NOUNS, SMALL_NUMBERS, Counted, NounPhrase
from tracker.reading.finding.grammar import BE, DETERMINERS, MARKS
from tracker.reading.finding.people import PEOPLE, SINGULAR
from tracker.reading.finding.phrases import Phrase

_AGES = frozenset("aged age ages old oldest youngest younger born year-old".split())
_AGES_BEHIND = frozenset("aged age ages old born younger older".split())
_AGED = frozenset({"them", "none", "those", "cent", "percent"})
_AGE_LIMITS = frozenset({Qualifier.MORE_THAN, Qualifier.FEWER_THAN})
_AGE_WORDS = frozenset("over under past above below than".split())
_FATES = frozenset("killed hurt slain captured abducted lost seized taken executed".split())
_KIN = frozenset("son daughter child boy girl baby infant brother sister grandson granddaughter nephew niece".split())
_KINS = frozenset("sons daughters children boys girls brothers sisters twins siblings nephews nieces".split())
_OF_PEOPLE = (Counted.PEOPLE, Counted.OUTCOME)


def is_age(document: Document, phrase: Phrase, counted: NounPhrase) -> bool:
    """Whether the number is how old somebody is."""
    value = phrase.value
    before = document.word(phrase.at - 1)
    if before == "than" and document.word(phrase.at - 2) in ("older", "younger"):
        return True
    if before in ("turned", "turning") or (before == "yet" and document.word(phrase.at - 2) == "not"):
        return True
    if before in ("aged", "ages") or (before == "and" and document.word(phrase.at - 3) in ("aged", "ages")):
        return True
    if (
        before == "and"
        and not _counts_people(counted)
        and document.word(phrase.at - 3) == "of"
        and document.word(phrase.at - 4) in PEOPLE
    ):
        first = document.word(phrase.at - 2)
        return (first[:1].isdecimal() or first in SMALL_NUMBERS) and (value or phrase.high or 0) <= 115
    if value is None and before == "of" and document.word(phrase.at - 2) in PEOPLE and not _counts_people(counted):
        return (phrase.high or 0) <= 115
    if value is None or value > 115:
        return False
    one = document.word(phrase.at - 2) in SINGULAR and document.word(phrase.at - 3) in DETERMINERS
    if before == "of" and (one or (document.word(phrase.at - 2) in PEOPLE and counted.counted not in _OF_PEOPLE)):
        return True
    if before in ("leaving", "leaves") and document.word(counted.noun or 0) in ("children", "sons", "daughters"):
        return True
    if counted.counted is not Counted.ELIDED:
        return False
    limited = phrase.qualifier in _AGE_LIMITS and document.word(phrase.first - 1) in _AGE_WORDS
    if limited and (before in _AGED or (value <= 25 and (before in PEOPLE or before in BE))):
        return True
    if before in ("at", "age") and document.word(phrase.at - 2) == "died":
        return True
    if before in BE and document.word(phrase.at - 2) in _KIN and document.word(phrase.after) in MARKS:
        return True
    if _is_of_kin(document, phrase):
        return True
    if before in BE and document.word(phrase.at - 2) in ("who", "he", "she"):
        return True
    sentence = document.sentences[document.sentence_at(phrase.first)]
    said_before = document.low[max(sentence.first, phrase.at - 6) : phrase.at]
    said_behind = document.low[phrase.after : min(sentence.after, phrase.after + 6)]
    told = not _AGES.isdisjoint(said_before) or not _AGES_BEHIND.isdisjoint(said_behind)
    if told and document.word(phrase.after) in (".", ",", ";", ")", "when", "and", "or"):
        return True
    behind, named = document.word(phrase.after), document.word(phrase.at - 2)
    if before != "," or behind not in (",", ".") or document.word(phrase.at - 3) in (";", ":"):
        return False
    if named in OUTCOME_NOUNS or named in _FATES:
        return False
    if not document.low[phrase.first][0].isdecimal():
        return behind == "," and named in SINGULAR and document.word(phrase.at - 3) in DETERMINERS
    if named in PEOPLE and named not in SINGULAR:
        return behind == "," and document.word(phrase.at - 5) == "one"
    return document.is_capital(phrase.at - 2) or named in SINGULAR or named in ("himself", "herself")


def _is_of_kin(document: Document, phrase: Phrase) -> bool:
    """Both numbers of "her daughters, 12 and nine."."""
    before, low = document.word(phrase.at - 1), document.low
    if before == "and" and low[phrase.at - 3 : phrase.at - 2] == [","]:
        return document.word(phrase.at - 4) in _KINS and document.word(phrase.after) in MARKS
    two = document.word(phrase.after) == "and" and document.word(phrase.after + 2) in MARKS
    return before == "," and two and document.word(phrase.at - 2) in _KINS


def _counts_people(counted: NounPhrase) -> bool:
    return counted.counted in _OF_PEOPLE
