"""Totals → differences: how far each line rose or fell between two of its totals. Computed, and labelled so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from tracker.charts.series import Line, Point, Timeline
from tracker.lib.counts import Qualifier
from tracker.lib.tongue import number, say, say_many
from tracker.lib.vocabulary import Precision, Relation

WIDEST = 0.12
"""Days between the marks of two lines of one day."""


def differences(timeline: Timeline) -> Timeline:
    """``timeline`` with the differences between consecutive totals in place of the totals of its named lines.

    1. Of the totals of one line for one day the last stands for the day; figures in words are passed over.
    2. Two consecutive totals have a difference when both are exact and known to the day. A range, "about", "at least"
       or "nearly" has none: nobody knows how far such a count rose.
    3. There is none to a correction (the count changed, not the number of the dead) and none to or from a withdrawal.
    4. A difference over several days says over how many; it is not spread over them.

    The other lines are left out. What had no difference is counted in ``remarks``.
    """
    lines, without = [], 0
    for line in timeline.lines:
        pairs = list(pairwise(_totals(timeline.shown(line))))
        points = [made for before, after in pairs if (made := _difference(before, after))]
        without += len(pairs) - len(points)
        lines.append(replace(line, points=tuple(points)))
    drawn = _aside([line for line in lines if line.points])
    remarks = [say("Computed: the difference between two totals of one line, drawn on the day of the later one.")]
    if without:
        words = say_many(
            "{steps} step has no difference: one of the two figures is not an exact number of a known day.",
            "{steps} steps have no difference: one of the two figures is not an exact number of a known day.",
            without,
        )
        remarks.append(words.format(steps=number(without)))
    return replace(
        timeline,
        title=say("{title}: differences between totals").format(title=timeline.title),
        lines=tuple(drawn),
        others=(),
        undrawn=0,
        log=False,
        carried_days=0,
        daily=True,
        remarks=tuple(remarks),
        why_empty=timeline.why_empty
        or say("No line of this view has two exact totals: there is no difference to compute."),
    )


def _totals(points: Iterable[Point]) -> list[Point]:
    """The numbers of one line, one for each day; a withdrawal is kept, to part what is before from what is after."""
    last = {point.day: point for point in points if point.level is not None}
    return [last[day] for day in sorted(last)]


def _difference(before: Point, after: Point) -> Point | None:
    if not (_exact(before) and _exact(after)) or after.relation is Relation.CORRECTS:
        return None
    amount, days = (after.value or 0) - (before.value or 0), (after.day - before.day).days
    template = say("{amount} more") if amount > 0 else say("fell by {amount}") if amount else say("no change")
    figure = template.format(amount=number(abs(amount)))
    over, plain = say("over {days} days; computed: {after} less {before}"), say("computed: {after} less {before}")
    detail = (over if days > 1 else plain).format(
        days=number(days), after=number(after.value or 0), before=number(before.value or 0)
    )
    return replace(after, value=amount, interval=None, figure=figure, fell=False, since=before.day, detail=detail)


def _exact(point: Point) -> bool:
    exact = point.qualifier is Qualifier.EXACT and point.value is not None
    return exact and point.precision is Precision.DAY and point.relation is not Relation.WITHDRAWS


def _aside(lines: list[Line]) -> list[Line]:
    step = min(WIDEST, 0.8 / max(1, len(lines)))
    return [
        replace(
            line,
            points=tuple(replace(point, nudge=(place - (len(lines) - 1) / 2) * step) for point in line.points),
        )
        for place, line in enumerate(lines)
    ]
