"""Where a text tells what became of the people counted, and where it tells of something else."""

from __future__ import annotations

from typing import NamedTuple

from tracker.lib.vocabulary import Outcome
from tracker.reading.document import Document
from tracker.reading.finding.cue_words import TALLIES, outcome_rows
from tracker.reading.finding.fates import ACTIVE, PASSIVE
from tracker.reading.finding.grammar import BE


class Cue(NamedTuple):
    """What a word tells. ``outcome`` None: no casualty ("released"), or with ``tally`` the one spoken of before.

    ``ahead`` and ``behind``: what it costs to link the word to a number that stands before it or after it.
    """

    outcome: Outcome | None
    ahead: int
    behind: int
    tally: bool = False


class Place(NamedTuple):
    """A cue where it stands: tokens ``at`` to ``after``."""

    at: int
    after: int
    cue: Cue


class _Words(dict[str, "_Words"]):
    """The words that may follow one another in a cue; ``cue`` is that of the phrase that ends here."""

    cue: Cue | None = None


_NUMBER_STARTS = frozenset(
    "more another at some about nearly over dozens several scores hundreds thousands others many around almost up a"
    " an one two three four five six seven eight nine ten".split()
)
_LED = frozenset("led took taken dragged marched hauled carried herded drove driven spirited whisked lured".split())
_TAKEN = frozenset("took taking takes take".split())
_CIVIL = frozenset("in into police government state judicial official protective pretrial from the".split())
_NUMBERS = _NUMBER_STARTS - {"more", "at", "some", "about", "over", "around", "up", "a", "an"}
_NAMING = frozenset("the a an this his her their its".split())
"""Words that make a noun of what could be a verb: "the massacre"."""
_CAUGHT_IN = frozenset("in up between by on under off".split())
_AWAY_REACH = 8
_OWN_NUMBER = 4


def _words() -> _Words:
    words = _Words()

    def add(phrase: str, cue: Cue) -> None:
        here = words
        for word in phrase.replace("-", " - ").split():
            here = here.setdefault(word, _Words())
        here.cue = cue

    for costs, phrases in TALLIES.items():
        for phrase in phrases.split(";"):
            add(phrase, Cue(None, *costs, tally=True))
    for outcome, costs, phrase in outcome_rows():
        add(phrase, Cue(outcome, *costs))
    return words


_CUES = _words()
_WERE_LOST = Cue(Outcome.KILLED, *PASSIVE)


def find_cues(document: Document) -> list[Place]:
    """All cues of the document in order; of cues that begin at one token the longest counts."""
    places: list[Place] = []
    low, at, count = document.low, 0, len(document.low)
    while at < count:
        here = _CUES.get(low[at])
        begin = at
        at += 1
        if here is None:
            continue
        longest, after, ahead = here.cue, at, at
        while ahead < count and (here := here.get(low[ahead])) is not None:
            ahead += 1
            if here.cue is not None and not _splits(document, begin, ahead, here.cue):
                longest, after = here.cue, ahead
        if longest is not None and _tells(document, begin, longest):
            passive = low[begin] == "lost" and after == begin + 1 and document.word(begin - 1) in BE
            places.append(Place(begin, after, _WERE_LOST if passive else longest))
            at = after
    return places


def _tells(document: Document, at: int, cue: Cue) -> bool:
    """Whether the word tells an outcome here: "led 12 men away", "in Chinese custody"."""
    word = document.low[at]
    if word in ("away", "into") and cue.outcome is Outcome.CAPTURED:
        return not _LED.isdisjoint(document.low[max(0, at - _AWAY_REACH) : at])
    if word == "unknown":
        return document.word(at + 1) != "number"
    if word == "with" and cue.outcome is Outcome.KILLED:
        return document.low[at + 1] == "their" or not _TAKEN.isdisjoint(document.low[max(0, at - _AWAY_REACH) : at])
    if cue.ahead == ACTIVE[0] and cue.outcome and document.word(at - 1) in _NAMING:
        return document.word(at + 1) == "of"
    if word == "caught":
        return document.word(at - 1) in BE and document.word(at + 1) not in _CAUGHT_IN
    if word in ("custody", "hands"):
        return document.low[at - 1] not in _CIVIL and document.is_capital(at - 1)
    return True


def _splits(document: Document, at: int, after: int, cue: Cue) -> bool:
    """Whether "dead and wounded" is no pair: in "12 dead and wounded 30" each verb has a number of its own."""
    if cue.outcome is not Outcome.CASUALTIES or after - at < 3:
        return False
    if not any(word in _NUMBERS or word[:1].isdecimal() for word in document.low[max(0, at - _OWN_NUMBER) : at]):
        return False
    following = document.word(after)
    if following == "at":
        return document.word(after + 1) in ("least", "most")
    return following in _NUMBER_STARTS or following[:1].isdecimal()
