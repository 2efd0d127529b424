"""The day from which each figure counts: for a total the war's first day or a later one, for a span its own."""

from __future__ import annotations

from datetime import date, timedelta

from tracker.lib.vocabulary import Precision, Scope
from tracker.reading.dates.calendar import When
from tracker.reading.dates.calendar_terms import MONTHS, Role
from tracker.reading.dates.clauses import Clauses
from tracker.reading.dates.context import Context
from tracker.reading.dates.days import Day
from tracker.reading.dates.moments import Moments
from tracker.reading.dates.scope_cues import INCREASES, SUM_OF_HOURS, counts_a_war
from tracker.reading.dates.starts import start_day
from tracker.reading.figures import Figure

_DURING = frozenset({"in", "during", "throughout", "over", "for", "of"})
_DAY = timedelta(days=1)


class Beginnings:
    """Gives figures their ``since`` in text order; keeps the last span for those that name none."""

    def __init__(self, context: Context, clauses: Clauses) -> None:
        self._context = context
        self._clauses = clauses
        self._moments = Moments(context, clauses)
        self._last_span: When | None = None

    def begin(self, index: int, chosen: Day) -> None:
        """Fill ``since`` of a figure whose scope and as-of day are known."""
        figure = self._context.figures[index]
        if figure.part_of is not None and figure.part_of < index and self._goes_with_whole(figure):
            figure.since = self._context.figures[figure.part_of].since
            figure.note("since", "as the figure that it is a part of", 0.7)
        elif figure.scope is Scope.CUMULATIVE:
            self._begin_total(index, figure)
        elif figure.scope is Scope.PERIOD:
            self._begin_span(index, figure, chosen)
        elif figure.scope is Scope.INCIDENT:
            self._begin_incident(index, figure, chosen)
        if figure.since is None:
            figure.note("since", "none is named", 0.8)

    def _goes_with_whole(self, figure: Figure) -> bool:
        """Whether a part counts over the same days as its whole."""
        whole = self._context.figures[figure.part_of or 0]
        return whole.scope is figure.scope and whole.as_of == figure.as_of

    def _begin_total(self, index: int, figure: Figure) -> None:
        moments, times = self._moments, self._moments.bearing(index)
        begun = next((when for when in times if when.role is Role.SINCE), None)
        begun = begun or next(filter(moments.goes_on_from, times), None)
        begun = begun or next((when for when in times if self._counts_through(when, index)), None)
        begun = begun or (None if times else moments.before(figure, moments.is_beginning))
        figure.since = start_day(begun, self._context.words) if begun else moments.start_for(figure)
        figure.note("since", "the start named with it" if begun else "the day the article counts from", 0.8)

    def _counts_through(self, when: When, index: int) -> bool:
        """Whether a span holds all that a total counts."""
        counted = counts_a_war(when) or self._moments.is_counted_through(when)
        return when.role is Role.SPAN and counted and self._moments.may_end(when, index)

    def _begin_span(self, index: int, figure: Figure, chosen: Day) -> None:
        if self._context.rules[index] & INCREASES or self._clauses.is_increase(figure):
            return
        times = self._moments.bearing(index)
        since = next((when for when in times if when.role is Role.SINCE), None)
        span = self._span_told(index, times)
        told = next((when for when in times if when in chosen.times), None)
        rule, sure = "the span named with it", 0.8
        if span is not None:
            figure.since = span.first - self._lateness(span, figure.as_of)
            self._last_span = span if self._moments.is_current(span) else self._last_span
        elif since is not None:
            figure.since, rule = since.first, "since the day named"
        elif told is not None:
            figure.since = told.first - _DAY * (SUM_OF_HOURS in self._context.rules[index])
            rule = "the day named with it"
        else:
            figure.since, rule, sure = self._span_before(figure, chosen), "the span named before", 0.6
        figure.note("since", rule, sure)

    def _span_told(self, index: int, times: list[When]) -> When | None:
        """The span that the figure's sentence names, the one of its own clause and in so many words first."""
        spans = [when for when in times if when.role is Role.SPAN or _is_month(when)]
        begin, end = self._context.clause_of(index)
        own = [when for when in spans if begin <= when.at < end] or spans
        during = [when for when in own if self._context.document.word(when.at - 1) in _DURING]
        return next(iter(during + spans), None)

    def _lateness(self, span: When, as_of: date | None) -> timedelta:
        """How long ago a span up to now was told: "over the past 48 hours, it said on Tuesday"."""
        if as_of is None or span.precision is not Precision.DAY or span.last != self._context.published:
            return timedelta()
        return max(timedelta(), span.last - as_of)

    def _span_before(self, figure: Figure, chosen: Day) -> date | None:
        """The beginning of the span that was named before, or of the day itself."""
        last = self._moments.before(figure, self._moments.is_current) or self._last_span or self._moments.main_span
        if last is not None and last.last == figure.as_of:
            return last.first
        named = next(iter(chosen.times), None)
        return named.first if named is not None and named.role is not Role.SINCE else last.first if last else None

    def _begin_incident(self, index: int, figure: Figure, chosen: Day) -> None:
        begun = next(filter(self._moments.goes_on_from, self._moments.bearing(index)), None)
        ranges = (when for when in chosen.times if when.first < when.last and when.precision is Precision.DAY)
        dated = next((when for when in ranges if self._is_dated(when)), None)
        first = begun or dated
        if first is not None and figure.as_of is not None and first.first < figure.as_of:
            figure.since = first.first
            figure.note("since", "the day on which it began", 0.7)

    def _is_dated(self, when: When) -> bool:
        """Whether days are written by their dates: "19-20 September"; not "on Saturday and Sunday"."""
        word = self._context.document.word(when.at)
        return word in MONTHS or word.isdecimal()


def _is_month(when: When) -> bool:
    """Whether a month or year is told as a time at which: "since January 2005, when 107 died"."""
    return when.role is Role.POINT and when.precision in (Precision.MONTH, Precision.YEAR)
