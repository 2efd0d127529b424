"""What the clause or sentence of a figure says of its time: that it holds now, held once, or was replaced."""

from __future__ import annotations

from itertools import pairwise

from tracker.reading.dates.context import Context
from tracker.reading.dates.written_dates import ORDINALS_IN_WORDS
from tracker.reading.figures import Figure

_NOW = frozenset({"now", "still", "today", "currently", "remain", "remains"})
_HELD = frozenset("are is remain remains hold holds holding languish sit sits".split())
_OF_THEN, _PERFECT = frozenset({"had", "then"}), frozenset({"has", "have"})
_COUNTED = frozenset(
    "verified registered documented recorded counted confirmed listed reported put logged tallied it published".split()
)
_ADDED = frozenset({"another", "further", "additional"})
_FORMERLY = frozenset("previous previously initially originally initial".split())
_TOLD = frozenset("said spoken put given reported announced claimed counted talked begun told admitted".split())
_BEFORE_TELLING = frozenset({"had", "first"})
_NUMBERED = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())
_REACH = 60
_DAY_OR_LESS = frozenset("day night morning evening hours hour".split())


class Clauses:
    """The clauses of an article's figures, which are named by their index."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._document = context.document

    def _words(self, index: int) -> list[str]:
        begin, end = self._context.clause_of(index)
        return self._document.low[begin:end]

    def is_present(self, index: int) -> bool:
        """Whether the clause says that the figure holds now."""
        return self._context.published is not None and not _NOW.isdisjoint(self._words(index))

    def is_held(self, index: int) -> bool:
        """Whether the clause tells that people are in somebody's hands at present."""
        return self._context.published is not None and not _HELD.isdisjoint(self._words(index))

    def is_of_then(self, index: int) -> bool:
        """Whether the sentence tells how the count stood at an earlier time: "it had cost", "then came to"."""
        figure = self._context.figures[index]
        first = self._document.sentences[self._context.sentence_of(figure)].first
        begin, end = self._context.clause_of(index)
        first = max(first, begin - _REACH)
        lately = not _PERFECT.isdisjoint(self._document.low[begin:end])
        return not lately and not _OF_THEN.isdisjoint(self._document.low[first : max(figure.at, end)])

    def is_increase(self, figure: Figure) -> bool:
        """Whether the figure is told as an addition: "another 12", "12 more"; not "12 or more"."""
        around = self._document.low[max(0, figure.at - 1) : figure.at + 1]
        return not _ADDED.isdisjoint(around) or self._document.word(figure.after) in _ADDED | {"more"}

    def is_replaced(self, index: int) -> bool:
        """Whether the count has moved on from the figure: "from 31 to 28", "at first 13", "they had spoken of 20"."""
        begin, _ = self._context.clause_of(index)
        at = self._context.figures[index].at
        if self._document.word(at - 1) in ("from", "against"):
            return True
        before = self._document.low[begin:at]
        told = any(
            (one in _BEFORE_TELLING and two in _TOLD) or (one, two) == ("at", "first") for one, two in pairwise(before)
        )
        return told or not _FORMERLY.isdisjoint(before)

    def runs_to_now(self, index: int) -> bool:
        """Whether the clause tells what has happened up to now; not merely that somebody has counted."""
        return any(one in _PERFECT and two not in _COUNTED for one, two in pairwise(self._words(index)))

    def numbered_day(self, index: int) -> int | None:
        """Which day is meant by "on the first day", "that first night", "on the third day"."""
        pairs = pairwise(self._words(index))
        return next((ORDINALS_IN_WORDS[one] for one, two in pairs if one in _NUMBERED and two in _DAY_OR_LESS), None)
