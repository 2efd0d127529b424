"""Choosing among candidates by points: every cue that speaks for one of them adds what its table says.

A cue is named in plain words ("spoke in the sentence before"). The tables hold the logarithm of odds that each cue is
worth, fitted once to figures labelled by hand (``make points``); what is chosen can always be explained by its cues.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import exp, fsum

Points = Mapping[str, float]


def weigh(cues: Iterable[str], points: Points) -> float:
    """What the cues are worth together; a cue that the table does not know is worth nothing.

    The same in whatever order they come, to the last bit: cues are sets.
    """
    return fsum(map(points.__getitem__, filter(points.__contains__, cues)))


def weigh_columns(cues: Iterable[str], rows: Mapping[str, tuple[float, ...]], columns: int) -> list[float]:
    """What the cues are worth together for each of a field's set values, where a table has a column for each."""
    known = [rows[cue] for cue in cues if cue in rows]
    return [fsum(column) for column in zip(*known, strict=True)] or [0.0] * columns


def likelihoods(scores: Sequence[float]) -> list[float]:
    """How likely each is, by scores that are logarithms of odds; together they make 1. Raises ValueError for none."""
    highest = max(scores)
    odds = [exp(score - highest) for score in scores]
    whole = sum(odds)
    return [one / whole for one in odds]


def shares(candidates: Sequence[Collection[str]], points: Points) -> list[float]:
    """How likely each of the candidates is, given by its cues. Raises ValueError for none."""
    return likelihoods([weigh(cues, points) for cues in candidates])


def choose(candidates: Sequence[Collection[str]], points: Points) -> tuple[int, float]:
    """Which of the candidates is likeliest (of equals the first), and how likely. Raises ValueError for none."""
    likely = shares(candidates, points)
    best = max(likely)
    return likely.index(best), best
