"""Which cue of its sentence tells what became of the people a number counts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tracker.reading.counted import Counted, NounPhrase
from tracker.reading.cues import Place
from tracker.reading.document import Document
from tracker.reading.grammar import PREPOSITIONS
from tracker.reading.phrases import Phrase

CLOSE = 3
"""The cost up to which a number and a cue clearly belong together."""
FAR = 20
"""The cost beyond which no cue reaches a number."""

_WEIGHTS = {
    ",": 2,
    ";": 7,
    ":": 2,
    ".": 9,
    "(": 3,
    ")": 3,
    "—": 3,
    "–": 3,
    "-": 0,
    "and": 2,
    "or": 2,
    "but": 4,
    "while": 4,
    "'s": 0,
    "after": 3,
    "when": 3,
    "as": 1,
    "which": 2,
    "who": 2,
    "the": 0,
    "were": 0,
    "was": 0,
    "have": 0,
    "had": 0,
    "been": 0,
    "has": 0,
    "are": 0,
    "is": 0,
    "be": 0,
    "a": 0,
    "an": 0,
    "of": 0,
    "to": 0,
    "at": 0,
    "by": 1,
    '"': 1,
    "“": 1,
    "”": 1,
    "also": 0,
    "reported": 0,
    "reportedly": 0,
    "confirmed": 0,
    "others": 0,
    "more": 0,
}
_TOLD_PEOPLE = 9
"""What it costs that "says 30 soldiers" does not say what became of them."""
_CUES_TRIED = 6
"""How many cues on either side are tried: the cost of passing more is beyond ``FAR`` anyway."""
_CLAUSE = 5
_ATTRIBUTE = 2
"""What "eleven wounded rebels" costs: in "eleven wounded rebels were captured" the verb tells more."""
_NEXT_CLAUSE = frozenset({"and", "while", "but", "whereas"})
_NUMBER, _OTHER_CUE, _THING = 4, 3, 4


class Sums:
    """Running sums of what it costs to pass each token, so that every distance is one subtraction."""

    def __init__(
        self, document: Document, phrases: Sequence[Phrase], things: Sequence[int], cues: Sequence[Place]
    ) -> None:
        costs = [_WEIGHTS.get(word, 1) for word in document.low]
        for phrase in phrases:
            costs[phrase.first] = _NUMBER
        for at in things:
            costs[at] = _THING
        for place in cues:
            costs[place.at] = 1 if place.cue.tally else _OTHER_CUE
        self._sums = [0]
        for cost in costs:
            self._sums.append(self._sums[-1] + cost)

    def between(self, first: int, after: int) -> int:
        """The cost of the tokens from ``first`` to the one before ``after``."""
        return self._sums[after] - self._sums[first] if first < after else 0


class Linker:
    """Links numbers to the cues of their sentences."""

    def __init__(
        self, document: Document, phrases: Sequence[Phrase], things: Sequence[int], cues: Sequence[Place]
    ) -> None:
        self._document = document
        self._cues = cues
        self._numbers = {phrase.at for phrase in phrases}
        self._starts = [place.at for place in cues]
        self._sums = Sums(document, phrases, things, cues)

    def best(self, phrase: Phrase, counted: NounPhrase) -> tuple[Place | None, int]:
        """The cue that costs least to link to ``phrase``, and its cost."""
        sentence = self._document.sentences[self._document.sentence_at(phrase.first)]
        middle = bisect_left(self._starts, phrase.first)
        begin = max(bisect_left(self._starts, sentence.first), middle - _CUES_TRIED)
        end = min(bisect_left(self._starts, sentence.after), middle + _CUES_TRIED)
        chosen: Place | None = None
        least = FAR + 1
        for place in self._cues[begin:end]:
            cost = self._cost(phrase, counted, place)
            if cost < least:
                chosen, least = place, cost
        return chosen, least

    def _cost(self, phrase: Phrase, counted: NounPhrase, place: Place) -> int:
        if place.at >= phrase.after:
            if place.cue.outcome is None and not place.cue.tally and self._is_relative(place, counted):
                return FAR + 1
            if counted.noun is not None and place.at <= counted.noun:
                if counted.counted is Counted.OUTCOME and place.after > counted.noun:
                    return -1
                return _ATTRIBUTE
            if counted.counted is Counted.PEOPLE and self._is_agent(counted, place):
                return FAR + 1
            joined = self._document.word(counted.after + (self._document.word(counted.after) == ",")) in _NEXT_CLAUSE
            return self._sums.between(counted.after, place.at) + place.cue.ahead + (_CLAUSE if joined else 0)
        if place.after <= phrase.at:
            if place.cue.tally and counted.counted is Counted.PEOPLE:
                return self._sums.between(place.after, phrase.at) + _TOLD_PEOPLE
            aside = place.cue.tally and self._document.word(place.after) == ","
            return self._sums.between(place.after, phrase.at) + place.cue.behind + (_CLAUSE if aside else 0)
        return 0

    def _is_agent(self, counted: NounPhrase, place: Place) -> bool:
        """Whether those counted did it: "two gunmen killed 12 people"."""
        between = self._document.low[counted.after : place.at]
        if place.cue.ahead or place.cue.behind or between not in ([], ["had"], ["have"], ["has"]):
            return False
        return place.after in self._numbers or self._document.word(place.after) in ("the", "their", "his", "its")

    def _is_relative(self, place: Place, counted: NounPhrase) -> bool:
        """Whether the word only describes those counted: "rangers who took part", "workers employed at the site"."""
        low = self._document.low
        if {"who", "that", "whom"}.intersection(low[max(0, place.at - 2) : place.at]):
            return True
        return (
            counted.noun is not None and place.at == counted.after and self._document.word(place.after) in PREPOSITIONS
        )
