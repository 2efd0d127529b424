"""Where a text tells what became of the people counted, and where it tells of something else."""

from __future__ import annotations

from typing import NamedTuple

from tracker.lib.vocabulary import Outcome
from tracker.reading.document import Document
from tracker.reading.finding.cue_words import TALLIES, outcome_rows
from tracker.reading.finding.doubtful import denied, got_away, tells
from tracker.reading.finding.fates import ACTIVE, PASSIVE
from tracker.reading.finding.grammar import BE
from tracker.reading.finding.idioms import TALLY_IDIOMS
from tracker.reading.finding.wards import WARD_WORDS, told_by_ward


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
_NUMBERS = _NUMBER_STARTS - {"more", "at", "some", "about", "over", "around", "up", "a", "an"}
_OWN_NUMBER = 4


def _words() -> _Words:
    words = _Words()

    def add(phrase: str, cue: Cue) -> None:
        here = words
        for word in _split(phrase):
            here = here.setdefault(word, _Words())
        here.cue = cue

    for costs, phrases in (*TALLIES.items(), *TALLY_IDIOMS.items()):
        for phrase in phrases.split(";"):
            add(phrase, Cue(None, *costs, tally=True))
    for outcome, costs, phrase in outcome_rows():
        add(phrase, Cue(outcome, *costs))
    return words


def _split(phrase: str) -> list[str]:
    """The phrase's words as the document cuts them: hyphens and the apostrophe of "captors' hands" stand alone."""
    return phrase.replace("-", " - ").replace("' ", " ' ").split()


_CUES = _words()
_WERE_LOST = Cue(Outcome.KILLED, *PASSIVE)
_UNHURT = Cue(None, 0, 0)


def find_cues(document: Document) -> list[Place]:
    """All cues of the document in order; of cues that begin at one token the longest counts."""
    places: list[Place] = []
    low, at, count = document.low, 0, len(document.low)
    while at < count:
        here = _CUES.get(low[at])
        begin = at
        at += 1
        if low[begin] in WARD_WORDS and (ward := told_by_ward(document, begin)) is not None:
            outcome, after, ahead_of_them = ward
            places.append(Place(begin, after, Cue(outcome, *(ACTIVE if ahead_of_them else PASSIVE))))
            at = after
            continue
        if here is None:
            continue
        longest, after, ahead = here.cue, at, at
        while ahead < count and (here := here.get(low[ahead])) is not None:
            ahead += 1
            if here.cue is not None and not _splits(document, begin, ahead, here.cue):
                longest, after = here.cue, ahead
        if longest is not None and tells(document, begin, after, longest.outcome, longest.ahead == ACTIVE[0]):
            places.append(Place(begin, after, _as_used(document, begin, after, longest)))
            at = after
    return places


def _as_used(document: Document, begin: int, after: int, cue: Cue) -> Cue:
    """What the phrase tells in its sentence: "were lost", "none survived", "escaped with three others"."""
    instead = denied(document, begin)
    if instead is not None:
        return Cue(instead, *(ACTIVE if document.low[begin] == "carried" else PASSIVE))
    if got_away(document, begin, cue.outcome):
        return _UNHURT
    passive = document.low[begin] == "lost" and after == begin + 1 and document.word(begin - 1) in BE
    return _WERE_LOST if passive else cue


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
