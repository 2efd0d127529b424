"""Start and as-of date of each figure, by its scope."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

from tracker.lib.vocabulary import Precision, Scope
from tracker.reading.calendar import When
from tracker.reading.calendar_terms import Role
from tracker.reading.context import Context
from tracker.reading.figures import Figure
from tracker.reading.scope_cues import INCREASES, STILL_HELD, SUM_OF_HOURS, SUMS_OF_A_DAY, counts_a_war
from tracker.reading.scope_words import ATTACK, ATTACKS, STRUCK
from tracker.reading.starts import BEGAN, start_day
from tracker.reading.statements import HARMED

PUBLISHED = "the day of publication"
_NOW = frozenset({"now", "still", "today", "currently"})
_DURING = frozenset({"in", "during", "throughout", "over", "for", "of"})
_FORMERLY = frozenset("previous previously initially originally initial first".split())
_TOLD = frozenset("said spoken put given reported announced claimed counted talked begun told admitted".split())
_OPENING = 3
_BACK, _LOOKED_AT = 12, 8
_EVENTS = HARMED | ATTACK | ATTACKS | STRUCK
_RECENTLY = timedelta(days=21)


def date_figures(context: Context) -> None:
    """Fill ``since``, ``as_of`` and its precision of every figure whose scope is known."""
    _Dating(context).date_all()


class _Dating:
    """Dates the figures in order; keeps the main event and the last span for those that name no time."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._document = context.document
        self._counting = frozenset(context.sentence_of(figure) for figure in context.figures)
        self._main_event = self._find_main_event()
        self._main_span = self._find_main_span()
        self._last_span: When | None = None

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
        times = self._context.attached(index)
        begun = next((when for when in times if when.role is Role.SINCE), None)
        spans = [when for when in times if when.role is Role.SPAN and counts_a_war(when)]
        ends = [when for when in times if when.role is Role.UNTIL]
        ends = ends or [when for when in times if when.role is Role.POINT and when.precision is Precision.DAY]
        begun = begun or (spans[0] if spans and not ends else None)
        figure.since = start_day(begun, self._context.words) if begun else self._context.start
        figure.note("since", "the start named with it" if begun else "the day the article counts from", 0.8)
        if self._is_present(index):
            if begun is None and ends and figure.rules["scope"] == STILL_HELD:
                figure.since = ends[0].first
            self._hold(figure, self._context.published, "told as of now", 0.8)
        elif ends:
            self._hold(figure, ends[0].last, "the day named with it", 0.85, ends[0].precision)
        elif spans:
            self._hold(figure, spans[0].last, "the end of the span", 0.85)
        elif self._is_replaced(index):
            figure.note("as_of", "a value that was replaced", 0.6)
        else:
            said = self._before(figure, self._is_statement)
            day, rule = (said.last, "the day of the statement") if said else (self._context.published, PUBLISHED)
            self._hold(figure, day, rule, 0.75)

    def _date_period(self, index: int, figure: Figure) -> None:
        rule = figure.rules["scope"]
        times = self._context.attached(index)
        spans = [when for when in times if when.role is Role.SPAN]
        days = [when for when in times if when.role is not Role.SPAN and when.precision is Precision.DAY]
        during = [when for when in spans if self._document.word(when.at - 1) in _DURING]
        span = next(iter(during + spans), None)
        if rule in INCREASES:
            day = days[0].last if days else self._context.published
            self._hold(figure, day, "the day of the statement", 0.7)
        elif span is not None:
            self._fill_span(figure, span.first, span.last, "the span named with it")
            if self._is_current(span):
                self._last_span = span
        elif days:
            hours = timedelta(days=rule == SUM_OF_HOURS)
            self._fill_span(figure, days[0].first - hours, days[0].last, "the day named with it")
        else:
            self._inherit_span(figure, rule)

    def _date_incident(self, index: int, figure: Figure) -> None:
        context = self._context
        times = [when for when in context.attached(index) if when.role in (Role.POINT, Role.SPAN)]
        days = [when for when in times if when.precision is Precision.DAY]
        event = next((when for when in days if when.at not in context.said), None)
        if event is not None:
            self._happened(figure, event, "the day named with it", 0.9)
            return
        if self._is_present(index):
            self._hold(figure, context.published, "told as of now", 0.7)
            return
        earlier = self._before(figure, self._is_of_an_event)
        if any(self._is_long(when) for when in times[:1]) or (earlier is not None and self._is_long(earlier)):
            figure.note("as_of", "only a month or year is named", 0.7)
        elif earlier is not None:
            self._happened(figure, earlier, "the day of the incident", 0.8)
        elif self._main_event is not None:
            self._happened(figure, self._main_event, "the day of the main incident", 0.75)
        else:
            self._hold(figure, days[0].last if days else context.published, "the day it was reported", 0.6)

    # What the rules write

    def _hold(
        self, figure: Figure, day: date | None, rule: str, sure: float, precision: Precision = Precision.DAY
    ) -> None:
        figure.as_of = day
        figure.as_of_precision = precision
        figure.note("as_of", rule if day else "no day can be told", sure)

    def _happened(self, figure: Figure, when: When, rule: str, sure: float) -> None:
        if when.first < when.last:
            figure.since = when.first
            figure.note("since", rule, sure)
        self._hold(figure, when.last, rule, sure)

    def _fill_span(self, figure: Figure, first: date, last: date, rule: str) -> None:
        figure.since = first
        figure.note("since", rule, 0.8)
        self._hold(figure, last, rule, 0.8)

    def _inherit_span(self, figure: Figure, rule: str) -> None:
        """Take over the span or day that the paragraph or the article named before."""
        day = self._before(figure, self._context.is_event) if rule in SUMS_OF_A_DAY else None
        span = day or self._before(figure, self._is_current) or self._last_span or self._main_span
        if span is not None:
            self._fill_span(figure, span.first, span.last, "the span named before")
        else:
            self._hold(figure, self._context.published, PUBLISHED, 0.6)

    def _has_days_of_whole(self, index: int, figure: Figure) -> bool:
        """Take over the days of the figure that this one is a part of, when its clause names none."""
        if figure.part_of is None or figure.part_of >= index:
            return False
        whole = self._context.figures[figure.part_of]
        begin, end = self._context.clause_of(index)
        own = any(begin <= when.at < end and when.role is not Role.SPAN for when in self._context.attached(index))
        if own or whole.scope is not figure.scope:
            return False
        figure.since, figure.as_of, figure.as_of_precision = whole.since, whole.as_of, whole.as_of_precision
        for name in ("since", "as_of"):
            figure.note(name, "as the figure that it is a part of", whole.sure.get(name, 0.7))
        return True

    # What the rules ask

    def _opening(self, times: list[When]) -> list[When]:
        """Those of the times that stand in the article's first paragraphs."""
        sentences, sentence_at = self._document.sentences, self._document.sentence_at
        return [when for when in times if sentences[sentence_at(when.at)].paragraph <= _OPENING]

    def _find_main_event(self) -> When | None:
        """The first day on which the article's opening tells of harm, else the first recent one, else any."""
        opening = self._opening(self._context.times)
        found = next(filter(self._is_harm, opening), None) or next(filter(self._is_recent, self._context.times), None)
        return found or next(filter(self._context.is_event, opening), None)

    def _is_harm(self, when: When) -> bool:
        """Whether the time is the day of an event in whose sentence somebody is harmed or counted."""
        if not self._context.is_event(when):
            return False
        number = self._document.sentence_at(when.at)
        return number in self._counting or not _EVENTS.isdisjoint(self._context.words[number])

    def _is_recent(self, when: When) -> bool:
        published = self._context.published
        return self._is_harm(when) and (published is None or published - when.last <= _RECENTLY)

    def _find_main_span(self) -> When | None:
        """The span of the article's opening that reaches furthest, else the first span at all."""
        times = self._context.times
        spans = [when for when in times if when.role is Role.SPAN and when.precision is not Precision.WEEK]
        return max(self._opening(spans), key=lambda when: when.last, default=spans[0] if spans else None)

    def _before(self, figure: Figure, wanted: Callable[[When], bool]) -> When | None:
        """The last wanted time before the figure, on the same subject."""
        context = self._context
        here = context.sentence_of(figure)
        for number in range(here, max(-1, here - _BACK), -1):
            if context.topic[number] != context.topic[here]:
                return None
            for when in reversed(context.by_sentence.get(number, [])[-_LOOKED_AT:]):
                if when.at < figure.at and wanted(when):
                    return when
        return None

    def _is_current(self, when: When) -> bool:
        """Whether the time is a span, and not one to which the article's own is compared."""
        return when.role is Role.SPAN and (self._main_span is None or when.last >= self._main_span.first)

    def _is_statement(self, when: When) -> bool:
        relative = self._document.word(when.after - 1) in ("earlier", "ago", "before")
        daily = when.role is Role.POINT and when.precision is Precision.DAY
        return daily and when.at in self._context.said and not relative

    def _is_present(self, index: int) -> bool:
        """Whether the clause says that the figure holds now."""
        begin, end = self._context.clause_of(index)
        return self._context.published is not None and not _NOW.isdisjoint(self._document.low[begin:end])

    def _is_of_an_event(self, when: When) -> bool:
        if self._is_long(when):
            return True
        return self._context.is_told(when) and (self._main_event is None or self._is_harm(when))

    def _is_long(self, when: When) -> bool:
        """Whether the time is a month or year gone by, too long to date an incident."""
        published = self._context.published
        gone = published is None or when.last < published.replace(day=1)
        return gone and when.role is not Role.SINCE and when.precision in (Precision.MONTH, Precision.YEAR)

    def _is_replaced(self, index: int) -> bool:
        """Whether the count has moved on from the figure: "from 31 to 28", "at first 13", "they had spoken of 20"."""
        begin, _ = self._context.clause_of(index)
        at = self._context.figures[index].at
        if self._document.word(at - 1) in ("from", "against"):
            return True
        before = self._document.low[begin:at]
        told = any(one == "had" and two in _TOLD for one, two in pairwise(before))
        return told or not _FORMERLY.isdisjoint(before)
