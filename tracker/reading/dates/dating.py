"""Start and as-of date of each figure: of all days told near it, the one for which most speaks."""

from __future__ import annotations

from tracker.lib.vocabulary import Precision
from tracker.reading.dates.as_of_points import POINTS
from tracker.reading.dates.beginnings import Beginnings
from tracker.reading.dates.clauses import Clauses
from tracker.reading.dates.context import Context
from tracker.reading.dates.days import Day, Days
from tracker.reading.figures import Figure
from tracker.reading.weighing import shares

_SUREST = 0.95
_POINTS = POINTS | {"none": POINTS.get("none", 0.0) - 1.5}
"""No day at all must be the likelier by far: to strike a day out costs an editor less than to look for one."""
_RULES = (
    ("here", "a day named in its sentence"),
    ("the whole", "as the figure that it is a part of"),
    ("published", "the day of publication"),
    ("last figure", "as the figure before"),
    ("before", "a day named in the sentences before"),
    ("after", "a day named in the sentences after"),
    ("the same number", "as the same number told before"),
)
"""How a choice is put into words: by the kind of cues that speaks most for it."""


def date_figures(context: Context) -> None:
    """Fill ``since``, ``as_of`` and its precision of every figure whose scope is known."""
    clauses = Clauses(context)
    dating, beginnings = Dating(context, clauses), Beginnings(context, clauses)
    for index in range(len(context.figures)):
        chosen, sure = dating.likeliest()
        dating.settle(chosen, sure)
        beginnings.begin(index, chosen)


class Dating:
    """Gives the figures of an article their as-of dates, one after the other in text order."""

    def __init__(self, context: Context, clauses: Clauses) -> None:
        self._context = context
        self._days = Days(context, clauses)

    def candidates(self) -> list[Day]:
        """Every day to which the next figure may hold; one of them is no day."""
        return self._days.of_next()

    def likeliest(self) -> tuple[Day, float]:
        """The day to which the next figure most likely holds, and how likely it does (0 to 1), give or take a day."""
        candidates = self.candidates()
        likely = shares([candidate.cues for candidate in candidates], _POINTS)
        chosen = candidates[likely.index(max(likely))]
        return chosen, sum(share for share, other in zip(likely, candidates, strict=True) if _are_near(chosen, other))

    def settle(self, chosen: Day, sure: float) -> None:
        """Give the next figure its day."""
        figure = self._context.figures[len(self._days.given)]
        self._days.settle(chosen.day)
        figure.as_of = chosen.day
        figure.as_of_precision = _precision(chosen, figure)
        figure.note("as_of", _told_by(chosen), min(_SUREST, sure))


def _are_near(one: Day, other: Day) -> bool:
    """Whether two days are the same or neighbours, so that either serves an editor."""
    if one.day is None or other.day is None:
        return one.day == other.day
    return abs((one.day - other.day).days) <= 1


def _precision(chosen: Day, figure: Figure) -> Precision:
    """How precise the day is: as the time that names it and stands nearest to the figure."""
    if not chosen.times or any(cue.startswith("published") for cue in chosen.cues):
        return Precision.DAY
    return min(chosen.times, key=lambda when: abs(when.at - figure.at)).precision


def _told_by(chosen: Day) -> str:
    """The rule in plain words."""
    if chosen.day is None:
        return "no day can be told"
    worth = dict.fromkeys(dict(_RULES).values(), 0.0)
    for cue in sorted(chosen.cues & POINTS.keys()):
        for kind, rule in _RULES:
            if cue.startswith(kind):
                worth[rule] += POINTS[cue]
    return max(worth, key=worth.__getitem__)
