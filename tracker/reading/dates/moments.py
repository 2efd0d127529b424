"""What the rules of beginnings ask of an article's times: the main span, and which times bear on a figure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from tracker.lib.vocabulary import Precision
from tracker.reading.dates.calendar import When
from tracker.reading.dates.calendar_terms import Role
from tracker.reading.dates.clauses import Clauses
from tracker.reading.dates.context import BRIEF, Context
from tracker.reading.dates.starts import first_harm, start_grade, tells_a_start
from tracker.reading.figures import Figure

_COMPARING = frozenset({"on", "over", "than", "from", "against", "with", "as"})
_DIFFERENCE = frozenset(
    "percent cent increase increased rise decrease drop compared double doubled twice times more fewer less higher"
    " lower up down worse better".split()
)
_YEARS = frozenset("year years decade decades months".split())
_STOPS = frozenset(".!?:")
_SHORTLY = timedelta(days=4)
_LATELY = timedelta(days=400)
_OPENING = 3
_BACK, _LOOKED_AT = 12, 8
_SHORT_LINE = 5


class Moments:
    """The times of an article as they bear on its figures.

    ``start`` is the day from which the article counts, or else the first day of harm; ``main_span`` is for figures that
    name no time.
    """

    def __init__(self, context: Context, clauses: Clauses) -> None:
        self._context = context
        self._document = context.document
        self._counting = frozenset(context.sentence_of(figure) for figure in context.figures)
        self._clauses = clauses
        self.start = context.start or first_harm(context.document, context.times, context.words)
        self._old_start = self.start if self.start and self._is_long_ago(self.start) else None
        self.main_span = self._find_main_span()

    # Of the article

    def _opening(self, times: list[When]) -> list[When]:
        """Those of the times that stand in the article's first paragraphs."""
        sentences, sentence_at = self._document.sentences, self._document.sentence_at
        return [when for when in times if sentences[sentence_at(when.at)].paragraph <= _OPENING]

    def _find_main_span(self) -> When | None:
        """The span of the article's opening that reaches furthest, else the first span of late."""
        spans = [when for when in self._context.times if when.role is Role.SPAN]
        spans = [when for when in spans if when.precision is not Precision.WEEK and self._is_of_late(when)]
        return max(self._opening(spans), key=lambda when: when.last, default=spans[0] if spans else None)

    def _is_of_late(self, when: When) -> bool:
        published = self._context.published
        return published is None or published - when.last <= _LATELY

    def _is_long_ago(self, day: date) -> bool:
        published = self._context.published
        return published is None or published - day >= BRIEF

    # Of a figure

    def start_for(self, figure: Figure) -> date | None:
        """The start, unless it is but the first day of harm and the sentence counts over years."""
        over_years = not _YEARS.isdisjoint(self._context.words[self._context.sentence_of(figure)])
        return self._context.start if over_years else self.start

    def bearing(self, index: int) -> list[When]:
        """The times that bear on the figure, without those that stand beyond a part of it and tell of that part."""
        figures = self._context.figures
        times = self._compared(index) or self._context.attached(index) or self._below(index)
        times = [when for when in times if not self._is_yardstick(when)]
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
        if "," in document.low[since[-1].after + 1 : figure.at]:
            return []
        alone = index == 0 or self._context.figures[index - 1].at < since[-1].at
        return [since[-1]._replace(role=Role.POINT)] if alone else []

    def _is_yardstick(self, when: When) -> bool:
        """Whether the time is only that with which another is compared: "24 per cent up on 2015", "twice as in May"."""
        low = self._document.low
        if when.precision is Precision.DAY or low[when.after : when.after + 2] == [",", "when"]:
            return False
        lead = when.at - 1 if low[when.at - 1] not in ("in", "of", "the") else when.at - 2
        return low[lead] in _COMPARING and not _DIFFERENCE.isdisjoint(low[max(0, lead - 6) : lead])

    def before(self, figure: Figure, wanted: Callable[[When], bool]) -> When | None:
        """The last wanted time before the figure, on the same subject; rather not the war's first day."""
        context = self._context
        here = context.sentence_of(figure)
        for number in range(here, max(-1, here - _BACK), -1):
            if context.topic[number] != context.topic[here]:
                return None
            named = context.by_sentence.get(number)
            if named is None:
                continue
            told = [when for when in reversed(named[-_LOOKED_AT:]) if when.at < figure.at and wanted(when)]
            if told:
                return next((when for when in told if when.first != self._old_start), told[0])
        return None

    def _next_after(self, index: int) -> int:
        figures = self._context.figures
        return figures[index + 1].at if index + 1 < len(figures) else len(self._document)

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

    def is_counted_through(self, when: When) -> bool:
        """Whether a span begins with the war or is named by both days: "from 27 September to 10 October"."""
        opened = self._document.word(when.at - 1) in ("from", "between")
        bounded = opened and when.precision is Precision.DAY and when.first < when.last
        return bounded or when.first == self.start

    def may_end(self, when: When, index: int) -> bool:
        """Whether a total may stop with the time: not if its clause tells what has happened up to now."""
        published = self._context.published
        return published is None or not self._clauses.runs_to_now(index) or published - when.last <= _SHORTLY
