"""How a figure is set in its article, as it speaks for a scope: the time beside it, its place, its company."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tracker.lib.vocabulary import Precision
from tracker.reading.dates.calendar import When
from tracker.reading.dates.calendar_terms import Role
from tracker.reading.dates.context import Context
from tracker.reading.dates.scope_words import ATTACK, ATTACKS, SITES, STRUCK

OWN, NEAR, BEFORE, UNDATED = "its own time", "a time in its sentence", "a time before", "no time"
"""How near the time is that dates a figure."""

_AGES = ((3, "just gone"), (21, "of late"), (400, "within a year"))
_LENGTHS = ((1, "a day or two"), (8, "a week"), (31, "a month"), (100, "months"))
_PLACES = ((0.7, "in the middle"), (1.0, "towards the end"))
_OPENING = 2
_BACK = 4
_MANY = 6
_HARM = ATTACK | ATTACKS | STRUCK | SITES | {"shot"}


class Setting(NamedTuple):
    """How near the time stands that dates a figure, and the cues of the figure's surroundings."""

    dated: str
    cues: list[str]


def setting_of(context: Context, index: int) -> Setting:
    """Which time dates the figure ``index``, where it stands and with how many others."""
    figure = context.figures[index]
    number = context.sentence_of(figure)
    around = context.figures[max(0, index - _MANY) : index + _MANY + 1]
    company = sum(context.sentence_of(other) == number for other in around)
    dated, when = _dating_time(context, index)
    cues = [
        f"stands {_place(context, context.document.sentences[number].paragraph)}",
        f"tells of people {figure.outcome.value}",
        f"counts as {figure.category.value}",
        f"told as {figure.qualifier.value}",
        _time_rule(context, index, dated, when),
    ]
    if company > 1:
        cues.append("other figures in its sentence")
    if figure.part_of is not None:
        cues.append("a part of another figure")
    return Setting(dated, cues)


def _time_rule(context: Context, index: int, dated: str, when: When | None) -> str:
    """The rule of the time that dates the figure, and whether harm is told beside it."""
    if when is None:
        return "no time is named"
    told = _kind(when, context.published)
    if dated == BEFORE:
        return f"before it: {told}"
    begin, end = context.clause_of(index)
    harm = not _HARM.isdisjoint(context.document.low[begin:end])
    return f"{told}, of an attack" if harm else told


def _dating_time(context: Context, index: int) -> tuple[str, When | None]:
    """The time that dates the figure, in its clause, its sentence or just before on the same subject."""
    begin, end = context.clause_of(index)
    times = [when for when in context.attached(index) if when.at not in context.said]
    own = next((when for when in times if begin <= when.at < end), None)
    if own is not None:
        return OWN, own
    if times:
        return NEAR, times[0]
    figure = context.figures[index]
    here = context.sentence_of(figure)
    for number in range(here, max(-1, here - _BACK), -1):
        if context.topic[number] != context.topic[here]:
            break
        for when in reversed(context.by_sentence.get(number, [])[-_BACK:]):
            if when.at < figure.at and when.at not in context.said:
                return BEFORE, when
    return UNDATED, None


def _kind(when: When, published: date | None) -> str:
    """What kind of time it is: "since a day", "in a month of late", "over a week up to now"."""
    unit = when.precision.value
    if when.role in (Role.SINCE, Role.UNTIL):
        return f"{when.role.value} a {unit}"
    if when.role is not Role.SPAN or when.precision is not Precision.DAY:
        return f"{when.role.value} a {unit} {_age(when.last, published)}"
    days = (when.last - when.first).days
    length = next((name for most, name in _LENGTHS if days <= most), "a year or more")
    return f"over {length}"


def _age(day: date, published: date | None) -> str:
    if published is None:
        return "some time"
    return next((name for most, name in _AGES if (published - day).days <= most), "long gone")


def _place(context: Context, paragraph: int) -> str:
    last = max(1, context.document.paragraphs - 1)
    if paragraph == 0:
        return "in the headline"
    if paragraph <= _OPENING:
        return "in the opening"
    return next((name for most, name in _PLACES if paragraph / last < most), "at the end")
