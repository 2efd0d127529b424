"""Ages that tell of children and of the elderly: "had not turned ten", "under 18", "all of them past 60"."""

from __future__ import annotations

from tracker.lib.vocabulary import Group
from tracker.reading.document import Document
from tracker.reading.finding.grammar import AUXILIARIES, MARKS

_UNDER = frozenset({"under", "below", "beneath"})
_OVER = frozenset({"over", "past", "above", "beyond"})
_YOUNGER, _OLDER = "younger", "older"
_TURNING = frozenset(
    "turned turn reached reach reaching seen see passed pass celebrated celebrate completed lived started start begun"
    " begin".split()
)
_NOT = frozenset("not yet never hardly hadn't haven't without nor".split())
_BIRTHDAYS = frozenset({"birthday", "birthdays"})
_SCHOOLS = frozenset({"school", "kindergarten", "nursery"})
_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "", "one first", "two second", "three third", "four fourth", "five fifth", "six sixth", "seven seventh",
            "eight eighth", "nine ninth", "ten tenth", "eleven eleventh", "twelve twelfth", "thirteen thirteenth",
            "fourteen fourteenth", "fifteen fifteenth", "sixteen sixteenth", "seventeen seventeenth",
            "eighteen eighteenth",
        )
    )
    for word in words.split()
} | {"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}  # fmt: skip
_DECADES = frozenset({"sixties", "seventies", "eighties", "nineties"})
_SKIPPED = frozenset(
    "of them whom these those which all who aged age ages at the were was are is had have has been being a an their"
    " his her its every one each even still than said to be known thought believed".split()
)
_AFTER_AGE = MARKS | frozenset({"", "and", "or", "when", "years", "while", "at"})
_GROWN, _OLD = 18, 60
_REACH = 9


def group_by_age(document: Document, after: int) -> Group:
    """The group that the age told behind a number puts those counted into; none where it tells of neither end."""
    end = min(len(document), after + _REACH, document.sentences[document.sentence_at(after - 1)].after)
    denied = False
    for at in range(after, end):
        word = document.low[at]
        if word in _NOT or (word == "yet" and document.word(at + 1) == "to"):
            denied = True
        elif (word in _UNDER or word in _OVER) and document.word(at - 1) != ",":
            return _of_age(_age(document, at + 1), word in _UNDER)
        elif word in (_YOUNGER, _OLDER) and document.word(at + 1) == "than":
            return _of_age(_age(document, at + 2), word == _YOUNGER)
        elif word in _TURNING and denied:
            young = _SCHOOLS.intersection(document.low[at + 1 : at + 4]) or _of_age(_age(document, at + 1), True)
            return Group.CHILDREN if young else Group.NONE
        elif word == "in" and document.word(at + 2) in _DECADES:
            return Group.ELDERLY
        elif not (word in _SKIPPED or word in AUXILIARIES or word == ","):
            return Group.NONE
    return Group.NONE


def _of_age(age: int, under: bool) -> Group:
    if under:
        return Group.CHILDREN if 0 < age <= _GROWN else Group.NONE
    return Group.ELDERLY if age >= _OLD else Group.NONE


def _age(document: Document, at: int) -> int:
    """The age in the words from token ``at``: "10", "the age of eighteen", "their eighteenth birthday"; else 0."""
    while document.word(at) in _SKIPPED:
        at += 1
    word = document.word(at)
    age = int(word[:3]) if word.isascii() and word.isdecimal() else _NUMBERS.get(word, 0)
    following = document.word(at + 1)
    return age if following in _BIRTHDAYS or (following in _AFTER_AGE and not word.endswith("th")) else 0
