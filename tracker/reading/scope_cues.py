"""What a text says that speaks for one scope or another, by words, phrases and times; how much each weighs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from tracker.lib.vocabulary import Precision, Scope
from tracker.reading.calendar import When
from tracker.reading.calendar_terms import COUNTS, DASHES, Role
from tracker.reading.document import Document
from tracker.reading.scope_words import (
    APART,
    ATTACK,
    ATTACKS,
    CAMPAIGN,
    EARLIER,
    HELD,
    HOURS,
    IN_ALL,
    KINDS_OF_WAR,
    LENGTHS,
    MOST,
    PAIRS,
    PERFECT,
    SEPARATE,
    SITES,
    SPAN_WORDS,
    STILL,
    STRUCK,
    TOTAL,
    UNMATCHED,
    WARS,
)


class Cue(NamedTuple):
    """One thing said, by the name of its rule in ``WEIGHTS``, and the share of the rule's weight that it brings."""

    rule: str
    share: float = 1.0


class Frame(NamedTuple):
    """When the article appeared, when the conflict it is about began, and the oldest day from which it counts."""

    published: date | None
    start: date | None = None
    oldest: date | None = None


WEIGHTS: dict[str, tuple[Scope, float]] = {
    "an attack is named": (Scope.INCIDENT, 2.5),
    "attacks are named": (Scope.INCIDENT, 0.5),
    "an attack is told": (Scope.INCIDENT, 1.5),
    "a site is named": (Scope.INCIDENT, 0.8),
    "a place is named": (Scope.INCIDENT, 0.8),
    "an hour is named": (Scope.INCIDENT, 0.8),
    "an event is dated": (Scope.INCIDENT, 2.2),
    "a small number": (Scope.INCIDENT, 0.4),
    "the war is named": (Scope.CUMULATIVE, 1.2),
    "a toll is named": (Scope.CUMULATIVE, 0.8),
    "so far, in all": (Scope.CUMULATIVE, 2.0),
    "since": (Scope.CUMULATIVE, 1.8),
    "counted since a day": (Scope.CUMULATIVE, 4.0),
    "counted up to a day": (Scope.CUMULATIVE, 1.5),
    "the present perfect": (Scope.CUMULATIVE, 0.8),
    "a large number": (Scope.CUMULATIVE, 1.3),
    "the article counts from a day": (Scope.CUMULATIVE, 4.0),
    "the article counts from its day": (Scope.INCIDENT, 4.0),
    "a closed span": (Scope.PERIOD, 3.5),
    "one event": (Scope.INCIDENT, 0.5),
    "the past passive": (Scope.INCIDENT, 0.5),
    "a count is named": (Scope.CUMULATIVE, 0.5),
    "days of fighting": (Scope.CUMULATIVE, 2),
    "lasted": (Scope.CUMULATIVE, 1),
    "people are held": (Scope.CUMULATIVE, 1),
    "the past perfect": (Scope.CUMULATIVE, 0.5),
    "the present": (Scope.CUMULATIVE, 0.3),
    "own losses": (Scope.CUMULATIVE, 0.5),
    "near": (Scope.INCIDENT, 0.5),
    "weekend": (Scope.PERIOD, 0.5),
    "alone": (Scope.PERIOD, 0.5),
    "that war": (Scope.BACKGROUND, 2),
    "killing": (Scope.INCIDENT, 0.5),
    "a year or months": (Scope.PERIOD, 5.0),
    "people still held": (Scope.CUMULATIVE, 3.0),
    "the total after an increase": (Scope.CUMULATIVE, 4.0),
    "a count that moved": (Scope.CUMULATIVE, 1.5),
    "the war goes on": (Scope.CUMULATIVE, 2.0),
    "the length of the war": (Scope.CUMULATIVE, 4.0),
    "one day's sum": (Scope.PERIOD, 4.5),
    "separate attacks taken together": (Scope.PERIOD, 5.0),
    "attacks are counted": (Scope.PERIOD, 1.5),
    "the span named before": (Scope.PERIOD, 4.0),
    "a number too large for one attack": (Scope.PERIOD, 0.7),
    "a span in a word": (Scope.PERIOD, 2.0),
    "the past hours or days": (Scope.PERIOD, 5.0),
    "an increase that leads to a new total": (Scope.PERIOD, 5.0),
    "an increase": (Scope.PERIOD, 2.0),
    "an earlier war": (Scope.BACKGROUND, 5.0),
    "an earlier war is dated": (Scope.BACKGROUND, 8.0),
    "long ago": (Scope.BACKGROUND, 6.0),
}

INCREASES = frozenset({"an increase that leads to a new total", "an increase"})
SUMS_OF_A_DAY = frozenset({"one day's sum", "separate attacks taken together"})
SUM_OF_HOURS = "the past hours or days"
STILL_HELD = "people still held"

_SINGLE_WORDS = (
    ("an attack is named", ATTACK),
    ("an attack is told", STRUCK),
    ("a site is named", SITES),
    ("an hour is named", HOURS),
    ("the war is named", CAMPAIGN),
    ("a toll is named", TOTAL),
    ("so far, in all", IN_ALL),
    ("a span in a word", SPAN_WORDS),
)
_RECENT = frozenset({"past", "last", "same"})
_LONGER = LENGTHS | EARLIER | _RECENT | {"since", "have", "has", "at", "the", "mid", "half", "24", "48", "72"}
_LONG_AGO = timedelta(days=365 * 8)
_OLD = timedelta(days=400)
_DAYS = timedelta(days=4)
_MONTHS = timedelta(days=60)
_LASTING = timedelta(days=550)


def word_cues(words: frozenset[str]) -> Iterator[Cue]:
    """Cues of single words, wherever they stand among ``words``."""
    for rule, telling in _SINGLE_WORDS:
        if not words.isdisjoint(telling):
            yield Cue(rule)
    if words & ATTACKS:
        yield Cue("separate attacks taken together" if words & SEPARATE else "attacks are named")
    if words & HELD and words & STILL:
        yield Cue(STILL_HELD)


def phrase_cues(document: Document, begin: int, end: int) -> Iterator[Cue]:
    """Cues of words that stand together between the tokens ``begin`` and ``end``."""
    low = document.low
    for at in range(begin, end - 1):
        one, two = low[at], low[at + 1]
        for rule in _trial(document, at, one, two):
            yield Cue(rule)
        rule = PAIRS.get((one, two))
        if rule is None and (one in _LONGER or two in ATTACKS):
            rule = _longer_phrase(document, at, one, two)
        if rule is not None:
            yield Cue(rule)


_HARM = frozenset("killed shot wounded hurt injured hit abducted seized taken found pulled dug kidnapped captured buried".split())
_HOLD = frozenset("holding prisoner prisoners captivity hostages captives hands".split())


def _trial(document: Document, at: int, one: str, two: str) -> Iterator[str]:
    if one in ("at", "by", "when", "in", "after", "from", "into", "inside", "outside") and two in ("a", "an", "one"):
        yield "one event"
    if one in ("was", "were") and two in _HARM:
        yield "the past passive"
    if one in ("count", "counts", "losses", "lists", "list", "number", "numbers", "figures", "stands", "stood", "reckoning"):
        yield "a count is named"
    if one in LENGTHS and two == "of" and document.word(at + 2) in (WARS | ATTACKS):
        yield "days of fighting"
    if one in ("lasted", "lasting", "raged", "rages"):
        yield "lasted"
    if one in _HOLD:
        yield "people are held"
    if one == "had" and (two in PERFECT or document.word(at + 2) in PERFECT):
        yield "the past perfect"
    if one in ("are", "is"):
        yield "the present"
    if one in ("own", "losses", "lost"):
        yield "own losses"
    if one in ("near", "outside", "between") and document.is_capital(at + 1):
        yield "near"
    if one == "weekend":
        yield "weekend"
    if one == "alone":
        yield "alone"
    if one in ("that", "those", "it") and two in WARS:
        yield "that war"
    if one in ("killing", "wounding", "injuring"):
        yield "killing"


def _longer_phrase(document: Document, at: int, one: str, two: str) -> str | None:
    """The rule of a phrase of more than two words, or of a number or name, that begins at ``at``."""
    three = document.word(at + 2)
    if one == "since":
        return None if compares(document, at) else "since"
    if one in ("have", "has"):
        return "the present perfect" if two in PERFECT or three in PERFECT else None
    if two in ATTACKS:
        return "attacks are counted" if _is_many(one) else None
    if one == "at":
        return "a place is named" if document.is_capital(at + 1) else None
    if one == "the" and two == "day" and document.word(at - 1) in ("in", "during", "for"):
        return "one day's sum"
    if one in LENGTHS and two == "of" and three in WARS:
        return "the length of the war" if MOST.isdisjoint(document.low[max(0, at - 5) : at]) else None
    if one in EARLIER and _names_a_war(document, at + 1):
        return "an earlier war"
    if two in DASHES and three == "year":
        return "a span in a word"
    hours = two == "hours" and one in ("24", "48", "72") and three not in APART
    return SUM_OF_HOURS if hours or (one in _RECENT and three in LENGTHS | {"hours"}) else None


def compares(document: Document, at: int) -> bool:
    """Whether a "since" at or just before ``at`` compares and does not count: "the deadliest attack since 2014"."""
    for before in range(at - 1, max(-1, at - 9), -1):
        if document.low[before] == ".":
            return False
        if document.low[before] in UNMATCHED:
            return True
    return False


def _is_many(word: str) -> bool:
    return (word.isdecimal() and int(word[:3]) > 3) or COUNTS.get(word, 0) > 3


def _names_a_war(document: Document, at: int) -> bool:
    """ "The first Nagorno-Karabakh war", "the second civil war": a name or kind of war, then the war."""
    for step in range(4):
        word = document.word(at + step)
        if step and word in WARS:
            return True
        if not (document.is_capital(at + step) or word in DASHES or word in KINDS_OF_WAR):
            return False
    return False


def time_cues(times: list[When], frame: Frame, clause: frozenset[str], sentence: frozenset[str]) -> Iterator[Cue]:
    """Cues of the times that bear on a figure, the nearest first, given the words of its clause and sentence."""
    told = ATTACK & clause or ATTACK & sentence
    for rank, when in enumerate(times[:3]):
        share = 0.5 if rank else 1.0
        if when.role is Role.SINCE:
            yield Cue("counted since a day", share)
        elif when.role is Role.UNTIL:
            yield Cue("counted up to a day", share)
        elif rule := _history_rule(when, frame, clause, sentence):
            yield Cue(rule, share)
        elif when.role is Role.POINT:
            if when.precision is Precision.DAY:
                yield Cue("an event is dated", 0.3 if rank else 1.0)
        elif when.last - when.first < _DAYS and "operation" in sentence:
            yield Cue("an event is dated", 2 * share)
        elif when.precision is not Precision.WEEK:
            yield Cue(_span_rule(when), share * (0.5 if told and when.precision is Precision.MONTH else 1.0))


def _history_rule(when: When, frame: Frame, clause: frozenset[str], sentence: frozenset[str]) -> str | None:
    """The rule by which a time tells of another war, if one does."""
    if clause & ATTACK or (when.precision is Precision.DAY and sentence & ATTACK):
        return None
    over = frame.start is not None and when.last < frame.start - timedelta(days=3)
    old = frame.published is not None and when.last < frame.published - _OLD
    old = old and (frame.start is None or when.first < frame.start)
    worst = "worst" in sentence and not sentence & (ATTACK | ATTACKS)
    if (over or old) and (sentence & WARS or worst):
        return "an earlier war is dated"
    long_ago = frame.published is not None and when.last < frame.published - _LONG_AGO
    within = frame.oldest is not None and when.first >= frame.oldest
    return "long ago" if long_ago and not within and when.precision is not Precision.DAY else None


def _span_rule(when: When) -> str:
    if counts_a_war(when):
        return "counted since a day"
    return "a year or months" if when.last - when.first > _MONTHS else "a closed span"


def counts_a_war(when: When) -> bool:
    """Whether a span is a war's count so far: from some day on over months, not whole months or years."""
    length = when.last - when.first
    return length > _LASTING or (length > _MONTHS and when.first.day != 1)
