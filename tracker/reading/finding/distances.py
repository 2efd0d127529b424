"""How far apart a number and a word for an outcome stand: what lies between costs more or less to pass."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.reading.document import Document
from tracker.reading.finding.cues import Place
from tracker.reading.finding.phrases import Phrase

_WEIGHTS = {
    ",": 2,
    ";": 14,
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
    "will": 0,
    "would": 0,
    "could": 0,
    "may": 0,
    "might": 0,
    "a": 0,
    "an": 0,
    "of": 0,
    "to": 0,
    "at": 0,
    "by": 1,
    '"': 0,
    "“": 0,
    "”": 0,
    "also": 0,
    "reported": 0,
    "reportedly": 0,
    "confirmed": 0,
    "others": 0,
    "more": 0,
}
_CLAUSE_LINKS = frozenset({"and", "but", ","})
_NEW_CLAUSE = 8
_NUMBER, _OTHER_CUE, _THING = 4, 3, 4


class Sums:
    """Running sums of what it costs to pass each token, so that every distance is one subtraction."""

    def __init__(
        self, document: Document, phrases: Sequence[Phrase], things: Sequence[int], cues: Sequence[Place]
    ) -> None:
        costs = [_WEIGHTS.get(word, 1) for word in document.low]
        for before, word in zip(range(len(document)), document.low[1:], strict=False):
            if word == "that" and document.low[before] in _CLAUSE_LINKS:
                costs[before + 1] = _NEW_CLAUSE
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
