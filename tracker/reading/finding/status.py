"""Status and group of the people counted: of civilians, combatants and anyone, the one for which most speaks."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.lib.vocabulary import Group, Status
from tracker.reading.document import Document
from tracker.reading.figures import Figure
from tracker.reading.finding.status_cues import StatusCues
from tracker.reading.finding.status_group import Groups, agree_on_groups, kind_counted
from tracker.reading.finding.status_points import POINTS
from tracker.reading.weighing import likelihoods, weigh_columns

CHOICES = (Status.ANY, Status.CIVILIAN, Status.COMBATANT)
"""The last two are the columns of ``POINTS``; anyone is what is left when little speaks for either."""
_SUREST, _GROUP_SURE = 0.97, 0.9
_RULES = (
    ("counted: combatants", "the noun counted says so"),
    ("counted: civilians", "the noun counted says so"),
    ("counted: people", "the noun counted leaves it open"),
    ("counted: group", "the noun counted names a group"),
    ("clause says", "the clause says who they were"),
    ("label", "the label before the number"),
    ("heading", "the heading over it"),
    ("whole", "a part of those counted before"),
    ("its number elsewhere", "as where the number stands again"),
    ("last", "carried on from the figure before"),
    ("before it", "whom its sentence names"),
    ("behind it", "whom its sentence names"),
)
"""How a choice is put into words: by the first of these cues, or kinds of cue, that the figure has."""


def give_status(document: Document, figures: Sequence[Figure]) -> None:
    """Fill ``category`` and ``group`` of every figure; as they come they are what the figure's own noun says."""
    statuses = Statuses(document, figures)
    for _ in figures:
        statuses.settle(*statuses.likeliest())
    agree_on_groups(figures, document.headline)


class Statuses:
    """Gives the figures of a document their status, one after the other in text order."""

    def __init__(self, document: Document, figures: Sequence[Figure]) -> None:
        kinds = [kind_counted(document, figure) for figure in figures]
        self._figures = figures
        self._cues = StatusCues(document, figures, kinds)
        self._groups = Groups(document, figures, kinds, self._cues.clauses)
        self._given: list[Status] = []

    def cues(self) -> set[str]:
        """The cues of the next figure."""
        return self._cues.of(len(self._given), self._given)

    def likeliest(self) -> tuple[Status, float, set[str]]:
        """The likeliest status of the next figure, how likely (0 to 1), and its cues."""
        cues = self.cues()
        likely = likelihoods([0.0, *weigh_columns(cues, POINTS, len(CHOICES) - 1)])
        best = max(likely)
        return CHOICES[likely.index(best)], best, cues

    def settle(self, status: Status, sure: float, cues: set[str]) -> None:
        """Give the next figure its status, and its group."""
        index = len(self._given)
        figure = self._figures[index]
        self._given.append(status)
        figure.category = status
        figure.group, rule = self._groups.of(index)
        if status is Status.COMBATANT and figure.group is Group.MEN:
            figure.group = Group.NONE
        figure.note("group", rule, _GROUP_SURE)
        kinds = {cue.partition(": ")[0] for cue in cues}
        told = next((rule for cue, rule in _RULES if cue in cues or cue in kinds), "")
        figure.note("category", told or "whom the passage and the article speak of", min(_SUREST, sure))
