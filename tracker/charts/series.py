"""What a timeline shows, as plain dataclasses: the one thing that both drawings are made from.

Nothing here knows a database or a drawing library. A ``Line`` is one voice counting one thing; its ``Point`` items are
claims really made, in day order. What lies between claims is computed by ``Timeline.stretches`` and looks computed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from tracker.charts.labels import isolated, safe
from tracker.lib.counts import MAX_COUNT, Qualifier
from tracker.lib.dates import show_day, show_span
from tracker.lib.tongue import marked, say
from tracker.lib.vocabulary import Kind, Precision, Relation, Stance

UPWARD = (Qualifier.AT_LEAST, Qualifier.MORE_THAN)
DOWNWARD = (Qualifier.NEARLY, Qualifier.UP_TO, Qualifier.FEWER_THAN)
SayDay = Callable[[date, Precision], str]
TURNS = (Relation.CORRECTS, Relation.WITHDRAWS)
ALL_SIDES = marked("All sides")


class Stretch(NamedTuple):
    """A level held from ``start`` to ``end``; ``carried`` when no claim confirms it on that stretch."""

    start: date
    end: date
    level: int
    carried: bool


@dataclass(frozen=True)
class Point:
    """One claim: a mark on the chart that leads to its page. What is asked of it for each drawing is kept."""

    day: date
    value: int | None  # people, as stated; None for a range and for a vague figure
    interval: tuple[int, int | None] | None  # people, both ends included; None above: no upper end
    qualifier: Qualifier
    figure: str  # as a reader sees it: "nearly 5,000"
    quote: str
    claimant: str
    counted: str  # "combatants, Armenian side"
    publisher: str
    published: date | None
    url: str  # address of the claim's page, inside the site
    kind: Kind = Kind.NOT_STATED
    relation: Relation = Relation.NONE
    fell: bool = False  # a cumulative count lower than the one before it, and no correction of it
    precision: Precision = Precision.DAY
    since: date | None = None  # the first day of a period; of a difference, the day of the claim before
    stood: int | None = None  # of a withdrawal: the number that its claimant took back
    detail: str = ""  # what a reader must know of a difference: "over 5 days; computed: 874 less 722"
    nudge: float = 0.0  # days by which the mark is moved aside, so that marks of one day do not hide each other

    @cached_property
    def level(self) -> int | None:
        """Where the line runs: the number stated, or a range's low end (a middle would be an invented number)."""
        if self.value is not None:
            return self.value
        return self.interval[0] if self.interval else self.stood

    @property
    def computed(self) -> bool:
        """True for the difference between two claims: nobody said it."""
        return bool(self.detail)

    @cached_property
    def rounding(self) -> tuple[int, int] | None:
        """Both ends of what "about" leaves open, by the unit the number is rounded to; None for everything else."""
        if self.qualifier is not Qualifier.ABOUT or not self.interval or self.interval[1] is None:
            return None
        low, high = self.interval[0], min(self.interval[1], MAX_COUNT)
        return (low, high) if low < high else None

    @property
    def open_end(self) -> int:
        """Which way the wording is open: 1 upward (at least), -1 downward (nearly), 0 for neither."""
        if self.value is None:
            return 0
        return 1 if self.qualifier in UPWARD else -1 if self.qualifier in DOWNWARD else 0

    @cached_property
    def bar(self) -> tuple[int, int] | None:
        """Both ends of a stated range; None for everything else."""
        if self.qualifier is not Qualifier.RANGE or not self.interval or self.interval[1] is None:
            return None
        return self.interval[0], self.interval[1]

    @property
    def turns(self) -> bool:
        """True where the count before it did not simply go on: a fall, a correction, a withdrawal."""
        return self.fell or self.relation in TURNS or (self.computed and (self.value or 0) < 0)

    @cached_property
    def said(self) -> str:
        """The figure with what it did to the one before: "fell to 151", "corrected to 39", "withdrawn: 39"."""
        if self.relation is Relation.CORRECTS:
            return say("corrected to {figure}").format(figure=isolated(self.figure))
        return say("fell to {figure}").format(figure=isolated(self.figure)) if self.fell else isolated(self.figure)

    @cached_property
    def _openings(self) -> dict[bool, str]:
        return {}

    def opening(self, quoted: bool, say_day: SayDay = show_day) -> str:
        """The start of a drawing's link to the claim, with ``in_words`` as its title; kept for the next drawing."""
        if quoted not in self._openings:
            said = safe(self.in_words(quoted, say_day))
            self._openings[quoted] = f'<a href="{safe(self.url)}"><title>{said}</title>'
        return self._openings[quoted]

    def day_in_words(self, say_day: SayDay = show_day) -> str:
        """The day that the count holds for; of a period, both of its ends."""
        if self.since is not None and not self.computed and self.since < self.day:
            return show_span(self.since, self.day)
        return say_day(self.day, self.precision)

    def printed_in_words(self, say_day: SayDay = show_day) -> str:
        """The publisher and the day of the article: "Press TV, 23 October 2020"."""
        if self.published is None:
            return isolated(self.publisher)
        return f"{isolated(self.publisher)}, {say_day(self.published, Precision.DAY)}"

    def in_words(self, quoted: bool = True, say_day: SayDay = show_day) -> str:
        """The whole claim as one text: who, how many, of whom, as of when and, if ``quoted``, where it stands.

        ``say_day`` is how a day is said: a drawing says the same few days many times.
        """
        figure = f"{self.said}, {self.detail}" if self.detail else self.said
        text = f"{isolated(self.claimant)}: {figure} ({isolated(self.counted)}), {self.day_in_words(say_day)}"
        if not quoted:
            return text
        quote = f" “{isolated(self.quote)}”" if self.quote else ""
        return f"{text}.{quote} {self.printed_in_words(say_day)}"


@dataclass(frozen=True, slots=True)
class Line:
    """One voice counting one thing. ``points`` are in day order; ``colour`` is the claimant's and never a rank."""

    key: str
    claimant: str
    counted: str
    colour: int
    kind: Kind
    stance: Stance
    points: tuple[Point, ...]
    side: str = ""  # the side whose people it counts; "" for all sides in one number
    address: str = ""  # the same view with this claimant alone


@dataclass(frozen=True, slots=True)
class Milestone:
    """An event drawn as a thin vertical line."""

    day: date
    label: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything one chart shows. ``others`` are the lines beyond the dozen: thin, grey, unlabelled.

    ``undrawn`` is the number of lines for which there was no room: they stand in the table only, and the page says so.
    """

    title: str
    summary: str  # the chart in words, for those who cannot see it
    start: date
    end: date
    lines: tuple[Line, ...] = ()
    others: tuple[Line, ...] = ()
    undrawn: int = 0
    milestones: tuple[Milestone, ...] = ()
    log: bool = False
    carried_days: int = 14  # 0: counts that stand alone, never joined (a day's, an attack's)
    daily: bool = False  # its points are differences between claims, which ``daily.differences`` computed
    panels: bool = False  # to be drawn side by side, a panel for each side
    remarks: tuple[str, ...] = ()  # what a reader must know beside the marks' meaning
    why_empty: str | None = None

    @property
    def every_line(self) -> tuple[Line, ...]:
        """The dozen and the others."""
        return self.lines + self.others

    def shown(self, line: Line) -> list[Point]:
        """The points of ``line`` inside the chart's days."""
        return [point for point in line.points if self.start <= point.day <= self.end]

    @property
    def alone(self) -> bool:
        """True when every count stands for itself: nothing joins it to the next, a stem joins it to zero."""
        return not self.carried_days

    def stretches(self, line: Line) -> list[Stretch]:
        """The levels of ``line`` inside the chart's days, between and after its claims.

        1. A level holds until the line's next claim with a number, or the day it was withdrawn.
        2. Between two claims it counts as confirmed for ``carried_days`` days, and as carried beyond.
        3. After the last claim it is carried for ``carried_days`` days and then ends: nobody said it still holds.
        4. With no days to carry every count stands alone: there are no stretches.
        """
        if not self.carried_days:
            return []
        held = [p for p in self.shown(line) if p.level is not None or p.relation is Relation.WITHDRAWS]
        stretches: list[Stretch] = []
        for index, point in enumerate(held):
            if point.level is None or point.relation is Relation.WITHDRAWS:
                continue
            fresh_to = min(self.end, later(point.day, self.carried_days))
            if index + 1 == len(held):
                stretches.append(Stretch(point.day, fresh_to, point.level, True))
                continue
            next_day = held[index + 1].day
            stretches.append(Stretch(point.day, min(fresh_to, next_day), point.level, False))
            if next_day > fresh_to:
                stretches.append(Stretch(fresh_to, next_day, point.level, True))
        return stretches

    @property
    def points(self) -> list[Point]:
        """Every point inside the chart's days, line by line."""
        return [point for line in self.every_line for point in self.shown(line)]

    @property
    def why_nothing(self) -> str | None:
        """Why there is no chart, in words; None when there is one."""
        if self.points:
            return None
        return self.why_empty or say("No published claim with a figure fits this view.")


def later(day: date, days: int) -> date:
    """``days`` after ``day``, never past the calendar's last day."""
    return day + timedelta(days=min(days, (date.max - day).days))
