"""Choosing among candidates by points: every cue that speaks for one of them adds what its table says.

A cue is named in plain words ("spoke in the sentence before"). The tables hold the logarithm of odds that each cue is
worth, fitted once to figures labelled by hand (``make points``); what is chosen can always be explained by its cues.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import exp

Points = Mapping[str, float]


def weigh(cues: Iterable[str], points: Points) -> float:
    """What the cues are worth together; a cue that the table does not know is worth nothing."""
    return sum(points.get(cue, 0.0) for cue in cues)


def choose(candidates: Sequence[Collection[str]], points: Points) -> tuple[int, float]:
    """Which of the candidates, each given by its cues, is likeliest, and how likely (0 to 1). The first of equals.

    Raises ValueError where there are no candidates.
    """
    scores = [weigh(cues, points) for cues in candidates]
    highest = max(scores)
    return scores.index(highest), 1 / sum(exp(score - highest) for score in scores)


def strongest(cues: Iterable[str], points: Points) -> str:
    """The cue that is worth most; "" where none is worth anything."""
    return max(cues, key=lambda cue: points.get(cue, 0.0), default="")
