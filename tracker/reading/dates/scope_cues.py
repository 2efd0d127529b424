"""What a text says that speaks for one scope or another, by words, phrases and times; how much each weighs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from tracker.lib.vocabulary import Precision
from tracker.reading.dates.calendar import When
from tracker.reading.dates.calendar_terms import COUNTS, DASHES, MONTHS, Role
from tracker.reading.dates.scope_words import (
    APART,
    ATTACK,
    ATTACKERS,
    ATTACKS,
    CAMPAIGN,
    CONFLICTS,
    COUNTS_OF_DEAD,
    DAYS,
    EARLIER,
    ENDED,
    EVENTS,
    EVERYWHERE,
    FIGHTING,
    HELD,
    HOURS,
    KINDS_OF_WAR,
    LASTED,
    LENGTHS,
    LONG,
    MOST,
    PAIRS,
    PERFECT,
    PRESENT,
    SEPARATE,
    SEVERAL,
    SITES,
    SPAN_WORDS,
    STILL,
    STRUCK,
    TOTAL,
    UNITS,
    UNMATCHED,
    WARS,
    is_bound,
)
from tracker.reading.document import Document
from tracker.reading.figures import Figure


class Cue(NamedTuple):
    """One thing said, by the name of its rule, and the share of the rule's weight that it brings."""

    rule: str
    share: float = 1.0


class Frame(NamedTuple):
    """When the article appeared, when the conflict it is about began, and the oldest day from which it counts."""

    published: date | None
    start: date | None = None
    oldest: date | None = None


ATTACK_NAMED = "an attack is named"
HISTORY = frozenset({"an earlier war", "an earlier war is dated", "long ago"})
"""Rules that tell of another war."""
INCREASES = frozenset({"an increase that leads to a new total", "an increase"})
SUM_OF_HOURS = "the past hours or days"
STILL_HELD = "people still held"

_SINGLE_WORDS = (
    (ATTACK_NAMED, ATTACK),
    ("an attack is told", STRUCK | SITES),
    ("attackers are named", ATTACKERS),
    ("an hour is named", HOURS),
    ("the war is named", CAMPAIGN),
    ("a toll is named", TOTAL),
    ("a count is named", COUNTS_OF_DEAD),
    ("the present tense", PRESENT),
    ("how long it lasted", LASTED),
    ("a span in a word", SPAN_WORDS),
    ("several events are named", EVENTS),
    ("fighting is told", FIGHTING),
    ("a conflict is named", CONFLICTS),
    ("attacks here and there", EVERYWHERE),
)
_SIZES = (
    (1, "no exact number"),
    (5, "a number below 5"),
    (20, "a number below 20"),
    (100, "a number below 100"),
    (1000, "a number below 1,000"),
    (10_000, "a number below 10,000"),
)
_AUXILIARIES = (
    ("told as what has been done", frozenset({"have", "has"})),
    ("told as what had been done", frozenset({"had"})),
    ("told as what was done", frozenset({"were", "was"})),
)
_DAYWIDE = frozenset({("so", "far"), ("whole", "of"), ("first", "day"), ("opening", "day")})
_INSIDE = frozenset("in within over inside during".split())
_AUXILIARY = 6
_NOUNS = frozenset("dead deaths casualties toll losses bodies victims".split())
_ANY_ATTACK = ATTACK | ATTACKS
_TOLD = ATTACK | STRUCK
_HARMFUL = _ANY_ATTACK | STRUCK | SITES | {"fighting", "violence", "unrest", "bloodshed", "crackdown"}
_RECENT = frozenset({"past", "last", "same"})
_RECENT_OR_WITHIN = _RECENT | {"within"}
_AWAY = APART | {"old", "away", "since"}
_DATED_WARS = frozenset({"war", "conflict", "revolt", "uprising"})
_OTHERS = frozenset("day those these since have has at in over mid half 24 48 72".split())
_LONGER = LENGTHS | {one for one, _ in _DAYWIDE} | EARLIER | _RECENT | _DATED_WARS | _OTHERS
_FOLLOWING = ATTACKS | EVENTS | LENGTHS | DASHES | {"day"}
_FIRSTS = _LONGER | {one for one, _ in PAIRS}
_LONG_AGO = timedelta(days=365 * 8)
_OLD = timedelta(days=400)
_EVE, _LONG_BEFORE = timedelta(days=3), timedelta(days=200)
_NIGHT, _DAYS = timedelta(days=1), timedelta(days=4)
_MONTHS = timedelta(days=60)
_LASTING = timedelta(days=550)


def word_rules(words: frozenset[str]) -> Iterator[str]:
    """The rules of single words, wherever they stand among ``words``."""
    for rule, telling in _SINGLE_WORDS:
        if not words.isdisjoint(telling):
            yield rule
    if not words.isdisjoint(ATTACKS):
        yield "attacks are named" if words.isdisjoint(SEPARATE) else "separate attacks taken together"
    if not (words.isdisjoint(HELD) or words.isdisjoint(STILL)):
        yield STILL_HELD


def phrase_rules(document: Document, first: int, after: int) -> Iterator[str]:
    """The rules of words that stand together between the tokens ``first`` and ``after``."""
    for at, (one, two) in enumerate(pairwise(document.low[first:after]), start=first):
        if one in _FIRSTS or two in _FOLLOWING:
            rule = PAIRS.get((one, two)) or _longer_phrase(document, at, one, two)
            if rule is not None:
                yield rule


def _longer_phrase(document: Document, at: int, one: str, two: str) -> str | None:
    """The rule of a phrase of more than two words, or of a number or name, that begins at ``at``."""
    three = document.word(at + 2)
    if one == "since":
        afterwards = document.word(at - 1) in ("has", "have", "had", "ever", "long")
        return None if afterwards or compares(document, at) else "since"
    if one in ("have", "has"):
        return "the present perfect" if two in PERFECT or three in PERFECT else None
    if one == "day" and two.isdecimal():
        return "the war goes on"
    if two in ATTACKS or two in EVENTS:
        counted = document.word(at - 1) != "the" and (one in SEVERAL or _is_many(one))
        return "attacks are counted" if counted else None
    if (one, two) in _DAYWIDE:
        return _daywide_phrase(document, at, two, three)
    if one == "at":
        return "a place is named" if document.is_capital(at + 1) else None
    if one == "the" and two == "day" and document.word(at - 1) in ("in", "during", "for"):
        return "one day's sum"
    if one in ("those", "these", "same") and three in LENGTHS | {"hours"}:
        return "the span named before"
    if two in DASHES and three == "year":
        return "a span in a word"
    hours = two == "hours" or (two in DASHES and three in ("hour", "hours"))
    hours = hours and one in ("24", "48", "72") and three not in APART
    if hours or (one in _RECENT and three in LENGTHS | {"hours"}):
        return SUM_OF_HOURS
    if _counts_days(document, at, one, two):
        if three == "of":
            return "days of fighting"
        return "within a length of time" if document.word(at - 1) in _INSIDE else "days are counted"
    return _war_phrase(document, at, one, two)


def _daywide_phrase(document: Document, at: int, two: str, three: str) -> str | None:
    """The rule of a phrase about a whole day: "so far today", "the whole of Tuesday", "the first day"."""
    if two == "far":
        return "one day's sum" if three in DAYS or three == "this" else "so far"
    if two == "of":
        return "one day's sum" if three in DAYS else "a whole span"
    return None if "from" in document.low[max(0, at - 2) : at] else "one day's sum"


def _war_phrase(document: Document, at: int, one: str, two: str) -> str | None:
    """The rule of a phrase that begins at ``at`` and names a war, by its length or as another one."""
    three = document.word(at + 2)
    if one in LENGTHS and two == "of" and three in WARS:
        if not MONTHS.keys().isdisjoint(document.low[max(0, at - 5) : at + 6]):
            return "an earlier war"
        return "the length of the war" if MOST.isdisjoint(document.low[max(0, at - 5) : at]) else None
    if one in ("in", "over") and two in COUNTS and three in LONG:
        goes_on = not {"has", "have"}.isdisjoint(document.low[at + 3 : at + 9])
        return "the length of the war" if goes_on else None
    dated = one in _DATED_WARS and two in ("of", "in") and three.isdecimal() and len(three) == 4
    return "an earlier war" if dated or (one in EARLIER and _names_a_war(document, at + 1)) else None


def _counts_days(document: Document, at: int, one: str, two: str) -> bool:
    """Whether a length of time is told: "after five days", "the twelve-day war"; not "five days ago"."""
    if not (one.isdecimal() or one in COUNTS) or document.word(at - 1) in _RECENT_OR_WITHIN:
        return False
    if two in DASHES:
        return document.word(at + 2) in UNITS
    return two in LENGTHS and _AWAY.isdisjoint(document.low[at + 2 : at + 4])


def compares(document: Document, at: int) -> bool:
    """Whether a "since" at or just before ``at`` compares and does not count: "the deadliest attack since 2014"."""
    for before in range(at - 1, max(-1, at - 9), -1):
        if document.low[before] == ".":
            return False
        word = document.low[before]
        if word in UNMATCHED and not is_bound(document.word(before - 1), word):
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
    told = not sentence.isdisjoint(_TOLD)
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
                yield Cue(_day_rule(sentence), 0.3 if rank else 1.0)
        elif when.last - when.first < _DAYS and "operation" in sentence:
            yield Cue("an event is dated", 2 * share)
        elif when.last - when.first <= _NIGHT and "night" in sentence:
            yield Cue("an event is dated", share)
        elif when.precision is not Precision.WEEK:
            yield Cue(_span_rule(when), share * (0.5 if told and when.precision is Precision.MONTH else 1.0))


def _day_rule(sentence: frozenset[str]) -> str:
    """The rule of a day: that of a war's end, of an attack, or of whatever the sentence tells."""
    if not sentence.isdisjoint(ENDED):
        return "counted up to a day"
    return "a day is named" if sentence.isdisjoint(_HARMFUL) else "an event is dated"


def _history_rule(when: When, frame: Frame, clause: frozenset[str], sentence: frozenset[str]) -> str | None:
    """The rule by which a time tells of another war, if one does."""
    daily = when.precision is Precision.DAY
    if clause & ATTACK or (daily and sentence & ATTACK):
        return None
    begun, published = frame.start or date.min, frame.published or date.min
    old = when.last + _OLD < published and (frame.start is None or when.first < begun)
    attacked = not sentence.isdisjoint(_ANY_ATTACK)
    if (when.last + _EVE < begun or old) and (sentence & WARS or ("worst" in sentence and not attacked)):
        return "an earlier war is dated"
    within = frame.oldest is not None and when.first >= frame.oldest
    long_ago = when.last + _LONG_AGO < published and not within
    long_before = when.last + _LONG_BEFORE < begun and not attacked
    return "long ago" if (long_ago or long_before) and not daily else None


def _span_rule(when: When) -> str:
    if counts_a_war(when):
        return "counted since a day"
    return "a year or months" if when.last - when.first > _MONTHS else "a closed span"


def counts_a_war(when: When) -> bool:
    """Whether a span is a war's count so far: from some day on over months, not whole months or years."""
    length = when.last - when.first
    return length > _LASTING or (length > _MONTHS and when.first.day != 1)


def size_rule(figure: Figure) -> str:
    """The rule of how large the number is: wars kill thousands, attacks a few."""
    size = figure.value or figure.high or 0
    return next((rule for bound, rule in _SIZES if size < bound), "a number of 10,000 or more")


def verb_rule(document: Document, figure: Figure, begin: int) -> str:
    """The rule of the form in which the figure's clause, which begins at ``begin``, tells what befell the people."""
    if figure.cue is None:
        return "told without a verb"
    word, before = document.low[figure.cue], document.low[max(begin, figure.cue - _AUXILIARY) : figure.cue]
    if word.endswith("ing"):
        return "told by a participle"
    for rule, auxiliaries in _AUXILIARIES:
        if not auxiliaries.isdisjoint(before):
            return rule
    return "told by a noun" if word in _NOUNS else "told in the past tense"
