"""The seven steps of the rule by which figures are compared, as the methodology page says them."""

from __future__ import annotations

from enum import Enum

from tracker.lib.tongue import marked, say

# What a difference is called, and the same as a reason.
_THINGS = marked("They count different things"), marked("because they count different things")
_PEOPLE = marked("They count different people"), marked("because they count different people")
_PLACES = marked("They count in different places"), marked("because they count in different places")
_SPANS = marked("They count different spans"), marked("because they count different spans")
_WARS = marked("They count the dead of different wars"), marked("because they count the dead of different wars")


class Rule(Enum):
    """The steps in order, each with its sentence on the methodology page and what a difference is called."""

    CONFLICT = 1, marked("Both are about the same conflict and the same outcome."), _THINGS
    PARTY = 2, marked("Both count the same party's people, or both count all sides."), _PEOPLE
    STATUS = 3, marked("Both count people of the same status: anyone, civilians, combatants."), _PEOPLE
    GROUP = 4, marked("Both count the same group, such as children, or both count everyone."), _PEOPLE
    PLACE = 5, marked("Both count in the same place, or both in the whole conflict."), _PLACES
    SCOPE = 6, marked("Both count the same span: a total from one origin, one period, or one incident."), _SPANS
    BACKGROUND = 7, marked("Neither is about another war."), _WARS

    def __init__(self, number: int, sentence: str, difference: tuple[str, str]) -> None:
        self.number = number
        self._sentence = sentence
        self._difference = difference

    @property
    def sentence(self) -> str:
        return say(self._sentence)

    @property
    def difference(self) -> str:
        """What is said of two figures that this step tells apart: "They count different people"."""
        return say(self._difference[0])

    @property
    def because(self) -> str:
        """The same as a clause: "because they count different people"."""
        return say(self._difference[1])
