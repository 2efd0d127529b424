"""Start and as-of date of each figure, by its scope."""

from __future__ import annotations

from datetime import date, timedelta

from tracker.lib.vocabulary import Outcome, Precision, Scope
from tracker.reading.dates.calendar import When
from tracker.reading.dates.calendar_terms import MONTHS, Role
from tracker.reading.dates.clauses import Clauses
from tracker.reading.dates.context import Context
from tracker.reading.dates.moments import Moments
from tracker.reading.dates.scope_cues import INCREASES, STILL_HELD, SUM_OF_HOURS, SUMS_OF_A_DAY, counts_a_war
from tracker.reading.dates.starts import start_day
from tracker.reading.figures import Figure

PUBLISHED = "the day of publication"
_DURING = frozenset({"in", "during", "throughout", "over", "for", "of"})


def date_figures(context: Context) -> None:
    """Fill ``since``, ``as_of`` and its precision of every figure whose scope is known."""
    _Dating(context).date_all()


class _Dating:
    """Dates the figures in order; keeps the last span, sum of a day and count up to a day for those without a time."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._moments = Moments(context)
        self._clauses = Clauses(context)
        self._last_span: When | None = None
        self._last_day: Figure | None = None
        self._last_count: Figure | None = None

    def date_all(self) -> None:
        """Date every figure by the rule of its scope."""
        rules = {
            Scope.CUMULATIVE: self._date_total,
            Scope.PERIOD: self._date_period,
            Scope.INCIDENT: self._date_incident,
        }
        for index, figure in enumerate(self._context.figures):
            figure.note("since", "none is named", 0.8)
            rule = rules.get(figure.scope)
            if rule is None:
                figure.note("as_of", "another war: no day", 0.9)
            elif not self._has_days_of_whole(index, figure):
                rule(index, figure)

    # One rule for each scope

    def _date_total(self, index: int, figure: Figure) -> None:
        moments = self._moments
        times = moments.bearing(index)
        spans = [when for when in times if when.role is Role.SPAN]
        spans = [when for when in spans if counts_a_war(when) or moments.is_counted_through(when)]
        spans = [when for when in spans if moments.may_end(when, index)]
        ends = [when for when in times if when.role is Role.UNTIL]
        ends = ends or [when for when in times if moments.is_end(when, index)]
        begun = self._start_of(figure, times, spans if not ends else [])
        if self._clauses.is_present(index) and not any(self._is_told(when) for when in ends):
            if begun is None and ends and STILL_HELD in self._context.rules[index]:
                figure.since = ends[0].first
            self._hold(figure, self._context.published, "told as of now", 0.8)
        elif ends:
            self._hold(figure, ends[0].last, "the day named with it", 0.85, ends[0].precision)
            self._last_count = figure if ends[0].role is Role.UNTIL else self._last_count
        elif spans:
            self._hold(figure, spans[0].last, "the end of the span", 0.85)
            self._last_count = figure
        elif (numbered := moments.numbered_day(index)) is not None:
            self._hold(figure, numbered, "the day of the war that is named", 0.7)
        elif (headed := moments.heading(figure)) is not None:
            self._hold(figure, headed.last, "the day that heads the paragraph", 0.75)
        elif self._clauses.is_replaced(index):
            earlier = moments.before(figure, moments.is_daily) if self._clauses.is_of_then(index) else None
            self._hold(figure, earlier.last if earlier else None, "a value that was replaced", 0.5)
        elif times or not (self._clauses.goes_on(index) and self._shares_days(figure, self._last_count)):
            said = moments.carried_statement(index)
            day, rule = (said.last, "the day of the statement") if said else (self._context.published, PUBLISHED)
            self._hold(figure, day, rule, 0.75)

    def _is_told(self, when: When) -> bool:
        return when.role is Role.UNTIL or when.at in self._context.said

    def _start_of(self, figure: Figure, times: list[When], spans: list[When]) -> When | None:
        """Fill the start of a total; the time that names it, if one does."""
        moments = self._moments
        begun = next((when for when in times if when.role is Role.SINCE), None)
        begun = begun or next(filter(moments.goes_on_from, times), None) or next(iter(spans), None)
        begun = begun or (None if times else moments.before(figure, moments.is_beginning))
        figure.since = start_day(begun, self._context.words) if begun else moments.start_for(figure)
        figure.note("since", "the start named with it" if begun else "the day the article counts from", 0.8)
        return begun

    def _date_period(self, index: int, figure: Figure) -> None:
        moments, rules = self._moments, self._context.rules[index]
        times = moments.bearing(index)
        spans = [when for when in times if when.role is Role.SPAN or _is_month(when)]
        days = [when for when in times if when.role is not Role.SPAN and when.precision is Precision.DAY]
        days = [when for when in days if when.role is Role.SINCE or not moments.is_beginning(when)]
        days = days or [when for when in times if when.role is Role.SINCE and when.precision is Precision.MONTH]
        begin, end = self._context.clause_of(index)
        own = [when for when in spans if begin <= when.at < end]
        during = [when for when in own or spans if self._context.document.word(when.at - 1) in _DURING]
        span = next(iter(during + spans), None)
        if rules & INCREASES or (span is None and self._clauses.is_increase(figure)):
            day = days[0].last if days else self._context.published
            self._hold(figure, day, "the day of the statement", 0.7)
        elif span is not None:
            late = self._lateness(span, days)
            self._fill_span(figure, span.first - late, span.last - late, "the span named with it")
            if moments.is_current(span):
                self._last_span = span
        elif days and days[0].role is Role.SINCE:
            said = moments.before(figure, moments.is_statement)
            self._fill_span(figure, days[0].first, said.last if said else moments.now(days[0]), "since the day named")
        elif days:
            hours = timedelta(days=SUM_OF_HOURS in rules)
            self._fill_span(figure, days[0].first - hours, days[0].last, "the day named with it")
            self._last_day = figure
        elif (numbered := moments.numbered_day(index)) is not None:
            self._fill_span(figure, numbered, numbered, "the day of the war that is named")
        elif self._last_span is not None or not self._shares_days(figure, self._last_day):
            self._inherit_span(index, figure, rules)

    def _lateness(self, span: When, days: list[When]) -> timedelta:
        """How long ago a span up to now was told: "over the past 48 hours, it said on Tuesday"."""
        told = next((when.last for when in days if when.at in self._context.said), None)
        if told is None or span.precision is not Precision.DAY or span.last != self._context.published:
            return timedelta()
        return max(timedelta(), span.last - told)

    def _date_incident(self, index: int, figure: Figure) -> None:
        context, moments = self._context, self._moments
        times = [when for when in moments.bearing(index) if when.role in (Role.POINT, Role.SPAN)]
        days = [when for when in times if when.precision is Precision.DAY]
        event = next((when for when in days if when.at not in context.said and moments.may_date(when, figure)), None)
        said = next((when for when in days if when.at in context.said), None)
        if said is not None and self._clauses.is_replaced(index):
            self._hold(figure, said.last, "the day of the earlier count", 0.7)
        elif figure.outcome is Outcome.MISSING and self._clauses.is_present(index):
            self._hold(figure, said.last if said else context.published, "missing as of now", 0.7)
        elif event is not None and moments.goes_on_from(event):
            figure.since = event.first
            figure.note("since", "the day on which it began", 0.7)
            self._hold(figure, moments.now(event), "the day it was told", 0.7)
        elif event is not None:
            self._happened(figure, event, "the day named with it", 0.9)
        elif moments.sets_off_the_war(figure):
            self._hold(figure, context.start, "the day the war began", 0.8)
        elif (numbered := moments.numbered_day(index)) is not None:
            self._hold(figure, numbered, "the day of the war that is named", 0.7)
        elif figure.outcome is Outcome.MISSING and self._clauses.is_unresolved(figure):
            self._hold(figure, said.last if said else context.published, "missing as of now", 0.7)
        elif figure.outcome is Outcome.CAPTURED and self._clauses.is_present(index):
            self._hold(figure, context.published, "told as of now", 0.7)
        else:
            self._date_by_account(index, figure, times)

    def _date_by_account(self, index: int, figure: Figure, times: list[When]) -> None:
        """Date an incident by what the paragraph or the article told before."""
        moments = self._moments
        weeks = [when for when in times if when.precision is Precision.WEEK and when.at not in self._context.said]
        if weeks:
            self._hold(figure, weeks[0].last, "the week named with it", 0.6, Precision.WEEK)
            return
        earlier = moments.before(figure, moments.is_of_an_event)
        carried = (
            [earlier]
            if earlier is not None and (moments.is_counted_over(earlier) or earlier == moments.heading(figure))
            else []
        )
        long = next(filter(moments.is_long, [*times[:1], *carried]), None)
        if long is not None:
            self._hold(figure, long.last, "the month or year named with it", 0.6, long.precision)
        elif earlier is not None and not moments.is_long(earlier):
            self._happened(figure, earlier, "the day of the incident", 0.8)
        elif figure.outcome is Outcome.CAPTURED and self._clauses.is_held(index):
            self._hold(figure, self._context.published, "told as of now", 0.7)
        elif moments.main_event is not None:
            told = next((when for when in times if when.at in self._context.said), None)
            told = told or moments.before(figure, moments.is_statement)
            if told is not None and told.last < moments.main_event.first:
                self._hold(figure, told.last, "the day it was told", 0.6)
            else:
                self._happened(figure, moments.main_event, "the day of the main incident", 0.75)
        else:
            days = [when.last for when in times if when.precision is Precision.DAY]
            self._hold(figure, days[0] if days else self._context.published, "the day it was reported", 0.6)

    # What the rules write

    def _hold(
        self, figure: Figure, day: date | None, rule: str, sure: float, precision: Precision = Precision.DAY
    ) -> None:
        figure.as_of = day
        figure.as_of_precision = precision
        figure.note("as_of", rule if day else "no day can be told", sure)

    def _happened(self, figure: Figure, when: When, rule: str, sure: float) -> None:
        """Hold the figure to the event; of days written by date ("19-20 September") the first is its start."""
        word = self._context.document.word(when.at)
        if when.first < when.last and (word in MONTHS or word.isdecimal()):
            figure.since = when.first
            figure.note("since", rule, sure)
        self._hold(figure, when.last, rule, sure)

    def _fill_span(self, figure: Figure, first: date, last: date, rule: str) -> None:
        figure.since = first
        figure.note("since", rule, 0.8)
        self._hold(figure, last, rule, 0.8)

    # What one figure takes over from another

    def _inherit_span(self, index: int, figure: Figure, rules: frozenset[str]) -> None:
        """Take over the span or day that the paragraph or the article named before."""
        moments = self._moments
        day = moments.before(figure, self._context.is_event) if rules & SUMS_OF_A_DAY else None
        span = day or moments.before(figure, moments.is_current) or self._last_span or moments.main_span
        span = span or moments.before(figure, self._context.is_event)
        if span is not None:
            last = span.last if moments.may_end(span, index) else self._context.published
            self._fill_span(figure, span.first, last or span.last, "the span named before")
        else:
            self._hold(figure, self._context.published, PUBLISHED, 0.6)

    def _shares_days(self, figure: Figure, other: Figure | None) -> bool:
        """Take over the days of another figure of the same paragraph, whose count this one goes on with."""
        context = self._context
        if other is None or context.topic[context.sentence_of(other)] != context.topic[context.sentence_of(figure)]:
            return False
        _take_days(figure, other, "as the count before", 0.6)
        return True

    def _has_days_of_whole(self, index: int, figure: Figure) -> bool:
        """Take over the days of the figure that this one is a part of, when its clause names none."""
        if figure.part_of is None or figure.part_of >= index:
            return False
        whole = self._context.figures[figure.part_of]
        begin, end = self._context.clause_of(index)
        if self._context.sentence_of(whole) != self._context.sentence_of(figure):
            begin = min(begin, self._context.document.sentences[self._context.sentence_of(figure)].first)
        own = any(begin <= when.at < end and when.role is not Role.SPAN for when in self._context.attached(index))
        if own or whole.scope is not figure.scope:
            return False
        _take_days(figure, whole, "as the figure that it is a part of", whole.sure.get("as_of", 0.7))
        return True


def _take_days(figure: Figure, other: Figure, rule: str, sure: float) -> None:
    figure.since, figure.as_of, figure.as_of_precision = other.since, other.as_of, other.as_of_precision
    figure.note("since", rule, sure)
    figure.note("as_of", rule, sure)


def _is_month(when: When) -> bool:
    """Whether a month or year is told as a time at which: "since January 2005, when 107 died"."""
    return when.role is Role.POINT and when.precision in (Precision.MONTH, Precision.YEAR)
