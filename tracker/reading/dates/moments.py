"""What the rules of dating ask: the main event and span, the times that bear on a figure, what a clause says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

from tracker.lib.vocabulary import Precision
from tracker.reading.dates.calendar import When
from tracker.reading.dates.calendar_terms import Role
from tracker.reading.dates.context import Context
from tracker.reading.dates.scope_words import ATTACK, ATTACKS, STRUCK
from tracker.reading.dates.starts import STARTED, first_harm, start_grade, tells_a_start
from tracker.reading.dates.statements import HARMED
from tracker.reading.figures import Figure

_NOW = frozenset({"now", "still", "today", "currently"})
_FORMERLY = frozenset("previous previously initially originally initial first".split())
_TOLD = frozenset("said spoken put given reported announced claimed counted talked begun told admitted".split())
_ADDED = frozenset({"another", "further", "additional"})
_UNRESOLVED = frozenset("still are is remain remains yet search searching hunt has have".split())
_SET_OFF = frozenset("triggered sparked ignited precipitated".split())
_YEARS = frozenset("year years decade decades months".split())
_DAY_OR_LESS = frozenset("day night morning evening hours hour".split())
_EVENTS = HARMED | ATTACK | ATTACKS | STRUCK
_HARMS = HARMED | STRUCK | STARTED
_STOPS = frozenset(".!?:")
_RECENTLY, _LATELY = timedelta(days=21), timedelta(days=400)
_OPENING = 3
_BACK, _LOOKED_AT = 12, 8
_SHORT_LINE = 5


class Moments:
    """The times of an article as they bear on its figures.

    ``start`` is the day from which the article counts, or else the first day of harm; ``main_event`` and ``main_span``
    are for figures that name no time.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._document = context.document
        self._counting = frozenset(context.sentence_of(figure) for figure in context.figures)
        self.start = context.start or first_harm(context.document, context.times, context.words)
        self.main_event = self._find_main_event()
        self.main_span = self._find_main_span()

    # Of the article

    def _opening(self, times: list[When]) -> list[When]:
        """Those of the times that stand in the article's first paragraphs."""
        sentences, sentence_at = self._document.sentences, self._document.sentence_at
        return [when for when in times if sentences[sentence_at(when.at)].paragraph <= _OPENING]

    def _find_main_event(self) -> When | None:
        """The first day on which the article's opening tells of harm, else its first day, else the first recent one."""
        opening = self._opening(self._context.times)
        harm = [when for when in opening if self._is_harm(when)]
        points = [when for when in harm if when.role is Role.POINT]
        found = next(filter(self._is_at_harm, points), None) or next(iter(points), None) or next(iter(harm), None)
        found = found or next(filter(self._context.is_event, opening), None)
        found = found or next(filter(self._is_recent, self._context.times), None)
        start = next((when for when in self._context.times if when.at == self._context.start_at), None)
        if start is not None and self._is_recent_day(start) and (found is None or found.last < start.first):
            return start
        return found

    def _find_main_span(self) -> When | None:
        """The span of the article's opening that reaches furthest, else the first span of late."""
        spans = [when for when in self._context.times if when.role is Role.SPAN]
        spans = [when for when in spans if when.precision is not Precision.WEEK and self._is_of_late(when)]
        return max(self._opening(spans), key=lambda when: when.last, default=spans[0] if spans else None)

    def _is_of_late(self, when: When) -> bool:
        published = self._context.published
        return published is None or published - when.last <= _LATELY

    def _is_harm(self, when: When) -> bool:
        """Whether the time is the day of an event in whose sentence somebody is harmed or counted."""
        if not self._context.is_event(when):
            return False
        number = self._document.sentence_at(when.at)
        return number in self._counting or not _EVENTS.isdisjoint(self._context.words[number])

    def _is_at_harm(self, when: When) -> bool:
        """Whether the words right around the time tell of harm."""
        return not _EVENTS.isdisjoint(self._document.low[max(0, when.at - 8) : when.after + 8])

    def _is_recent(self, when: When) -> bool:
        published = self._context.published
        return self._is_harm(when) and (published is None or published - when.last <= _RECENTLY)

    def _is_recent_day(self, when: When) -> bool:
        published = self._context.published
        daily = when.precision is Precision.DAY and when.first == when.last
        return daily and published is not None and published - when.last <= _RECENTLY

    # Of a figure

    def start_for(self, figure: Figure) -> date | None:
        """The start, unless it is but the first day of harm and the sentence counts over years."""
        over_years = not _YEARS.isdisjoint(self._context.words[self._context.sentence_of(figure)])
        return self._context.start if over_years else self.start

    def bearing(self, index: int) -> list[When]:
        """The times that bear on the figure, without those that stand beyond a part of it and tell of that part."""
        figures = self._context.figures
        times = self._context.attached(index) or self._below(index) or self._compared(index)
        if index + 1 == len(figures) or figures[index + 1].part_of != index:
            return times
        return [when for when in times if when.at < figures[index + 1].at or when.role is not Role.POINT]

    def _below(self, index: int) -> list[When]:
        """The times of the sentence below a line that holds little but the figure."""
        context, sentences = self._context, self._document.sentences
        number = context.sentence_of(context.figures[index])
        here = sentences[number]
        if number + 1 == len(sentences) or not here.paragraph or sentences[number + 1].paragraph == here.paragraph:
            return []
        if here.after - here.first > _SHORT_LINE or self._document.low[here.after - 1] in _STOPS:
            return []
        return [when for when in context.by_sentence.get(number + 1, []) if when.at < self._next_after(index)]

    def _compared(self, index: int) -> list[When]:
        """The day of the attack to which another is compared: "the deadliest since 13 January, when 17 died"."""
        figure, document = self._context.figures[index], self._document
        here = self._context.by_sentence.get(self._context.sentence_of(figure), [])
        since = [when for when in here[:_LOOKED_AT] if when.role is Role.SINCE and when.after < figure.at]
        if not since or document.low[since[-1].after : since[-1].after + 2] != [",", "when"]:
            return []
        alone = index == 0 or self._context.figures[index - 1].at < since[-1].at
        return [since[-1]._replace(role=Role.POINT)] if alone else []

    def before(self, figure: Figure, wanted: Callable[[When], bool]) -> When | None:
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

    def is_end(self, when: When, index: int) -> bool:
        """Whether the time is a day up to which a running count may go: not one of harm, nor that of the start."""
        if when.role is not Role.POINT or when.precision is not Precision.DAY:
            return False
        told = not _HARMS.isdisjoint(self._document.low[max(0, when.at - 5) : when.at])
        beyond = when.at > self._next_after(index)
        return when.at in self._context.said or not (told or beyond or when.first == self.start)

    def _next_after(self, index: int) -> int:
        figures = self._context.figures
        return figures[index + 1].at if index + 1 < len(figures) else len(self._document)

    def is_present(self, index: int) -> bool:
        """Whether the clause says that the figure holds now."""
        begin, end = self._context.clause_of(index)
        return self._context.published is not None and not _NOW.isdisjoint(self._document.low[begin:end])

    def is_unresolved(self, figure: Figure) -> bool:
        """Whether the sentence tells that people are missing at present."""
        return not _UNRESOLVED.isdisjoint(self._context.words[self._context.sentence_of(figure)])

    def is_increase(self, figure: Figure) -> bool:
        """Whether the figure is told as an addition: "another 12", "12 more"; not "12 or more"."""
        around = self._document.low[max(0, figure.at - 1) : figure.at + 1]
        return not _ADDED.isdisjoint(around) or self._document.word(figure.after) in _ADDED | {"more"}

    def is_replaced(self, index: int) -> bool:
        """Whether the count has moved on from the figure: "from 31 to 28", "at first 13", "they had spoken of 20"."""
        begin, _ = self._context.clause_of(index)
        at = self._context.figures[index].at
        if self._document.word(at - 1) in ("from", "against"):
            return True
        before = self._document.low[begin:at]
        told = any(one == "had" and two in _TOLD for one, two in pairwise(before))
        return told or not _FORMERLY.isdisjoint(before)

    def sets_off_the_war(self, figure: Figure) -> bool:
        """Whether the sentence tells of the attack with which the war began."""
        words = self._context.words[self._context.sentence_of(figure)]
        begins = not words.isdisjoint(_SET_OFF) or {"war", "began"} <= words or {"war", "started"} <= words
        return self._context.start is not None and begins

    def is_of_first_day(self, index: int) -> bool:
        """Whether the clause tells of the first day: "on the first day", "that first night", "in the first hours"."""
        begin, end = self._context.clause_of(index)
        clause = self._document.low[begin:end]
        return self.start is not None and any(one == "first" and two in _DAY_OR_LESS for one, two in pairwise(clause))

    # Of a time

    def goes_on_from(self, when: When) -> bool:
        """Whether something that still goes on began then: "the operation begun on Saturday has killed 200"."""
        sentence = self._context.words[self._document.sentence_at(when.at)]
        before = self._document.low[max(0, when.at - 3) : when.at]
        return tells_a_start(before) and not {"has", "have"}.isdisjoint(sentence)

    def is_beginning(self, when: When) -> bool:
        """Whether the time tells since when something is counted: "they took up arms in 1984"."""
        if when.role is Role.SINCE:
            number = self._document.sentence_at(when.at)
            return start_grade(self._document, when, number in self._counting, self._context.words[number]) > 0
        return tells_a_start(self._document.low[max(0, when.at - 6) : when.at])

    def is_current(self, when: When) -> bool:
        """Whether the time is a span, and not one to which the article's own is compared."""
        return when.role is Role.SPAN and (self.main_span is None or when.last >= self.main_span.first)

    def is_statement(self, when: When) -> bool:
        """Whether the time is the day of a statement."""
        relative = self._document.word(when.after - 1) in ("earlier", "ago", "before")
        daily = when.role is Role.POINT and when.precision is Precision.DAY
        return daily and when.at in self._context.said and not relative

    def is_of_an_event(self, when: When) -> bool:
        """Whether something happened at the time, be it a day or longer."""
        return self._context.is_told(when) or self.is_long(when)

    def is_long(self, when: When) -> bool:
        """Whether the time is a month or year gone by, too long to date an incident."""
        published = self._context.published
        gone = published is None or when.last < published.replace(day=1)
        return gone and when.role is not Role.SINCE and when.precision in (Precision.MONTH, Precision.YEAR)

    def now(self, when: When) -> date:
        """The day of publication, else the last day of the time."""
        return self._context.published or when.last
