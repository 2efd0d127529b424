"""What the rules of dating ask of an article's times: the main event and span, and which times bear on a figure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from datetime import date, timedelta

from tracker.lib.vocabulary import Precision
from tracker.reading.dates.calendar import When
from tracker.reading.dates.calendar_terms import DASHES, Role
from tracker.reading.dates.clauses import Clauses
from tracker.reading.dates.context import BRIEF, Context
from tracker.reading.dates.scope_words import ATTACK, ATTACKS, STRUCK
from tracker.reading.dates.starts import STARTED, first_harm, start_grade, tells_a_start
from tracker.reading.dates.statements import HARMED
from tracker.reading.figures import Figure

_COMPARING = frozenset({"on", "over", "than", "from", "against", "with", "as"})
_DIFFERENCE = frozenset(
    "percent cent increase increased rise decrease drop compared double doubled twice times more fewer less higher"
    " lower up down worse better".split()
)
_ASIDE = frozenset({"but", "who", "whom", "which", "where", "although", "though"})
_AFTER_HEADING = DASHES | {".", ":"}
_SET_OFF = frozenset("triggered sparked ignited precipitated".split())
_BEGAN, _WHAT_BEGAN = frozenset({"began", "started"}), frozenset({"war", "everything"})
_YEARS = frozenset("year years decade decades months".split())
_EVENTS = HARMED | ATTACK | ATTACKS | STRUCK
_HARMS = HARMED | STRUCK | STARTED
_STOPS = frozenset(".!?:")
_OPERATION = timedelta(days=10)
_SHORTLY = timedelta(days=4)
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
        self._clauses = Clauses(context)
        self._places = [figure.at for figure in context.figures]
        self._opens = {topic: number for number, topic in reversed(list(enumerate(context.topic)))}
        self.start = context.start or first_harm(context.document, context.times, context.words)
        self._old_start = self.start if self.start and self._is_long_ago(self.start) else None
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
        found = found or next(filter(self._is_few_days, opening), None)
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

    def _is_long_ago(self, day: date) -> bool:
        published = self._context.published
        return published is None or published - day >= BRIEF

    def _is_few_days(self, when: When) -> bool:
        """Whether the time is a span of days by date, as an operation may take: "from 27 to 31 March"."""
        brief = when.role is Role.SPAN and when.last - when.first < _OPERATION
        return brief and when.precision is Precision.DAY and when.last != self._context.published

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

    def carried_statement(self, index: int) -> When | None:
        """The day of the statement before a total of its sentence or paragraph, where the total still belongs to it.

        It does in the same sentence, in the past perfect ("it had cost 774 lives"), and if little time has passed.
        """
        figure = self._context.figures[index]
        wanted = self.is_daily if self._clauses.says_then(index) else self.is_statement
        said = self.before(figure, wanted)
        if said is None or self._context.published is None:
            return said
        recent = self._context.published - said.last <= _SHORTLY
        here = self._document.sentence_at(said.at) == self._context.sentence_of(figure)
        return said if recent or here or self._clauses.is_of_then(index) else None

    def is_daily(self, when: When) -> bool:
        """Whether the time is a single day, and not that from which the article counts."""
        return when.role is Role.POINT and when.precision is Precision.DAY and when.first != self.start

    def heading(self, figure: Figure) -> When | None:
        """The day that heads the figure's paragraph, as in a chronicle: "Sunday 27 August. The toll has risen"."""
        context = self._context
        number = self._opens[context.topic[context.sentence_of(figure)]]
        opening = self._document.sentences[number].first
        first = next(iter(context.by_sentence.get(number, [])), None)
        if first is None or first.at > opening + 1 or not (self.is_daily(first) or self.is_long(first)):
            return None
        return first if self._document.word(first.after) in _AFTER_HEADING else None

    def is_end(self, when: When, index: int) -> bool:
        """Whether the time is a day up to which a running count may go: not one of harm, nor that of the start."""
        if when.role is not Role.POINT or when.precision is not Precision.DAY:
            return False
        told = not _HARMS.isdisjoint(self._document.low[max(0, when.at - 5) : when.at])
        figure = self._context.figures[index]
        aside = when.at > figure.after and not _ASIDE.isdisjoint(self._document.low[figure.after : when.at])
        beyond = aside or when.at > self._next_after(index)
        return when.at in self._context.said or not (told or beyond or when.first == self.start)

    def _next_after(self, index: int) -> int:
        figures = self._context.figures
        return figures[index + 1].at if index + 1 < len(figures) else len(self._document)

    def sets_off_the_war(self, figure: Figure) -> bool:
        """Whether the sentence tells of the attack with which the war began."""
        words = self._context.words[self._context.sentence_of(figure)]
        begins = not words.isdisjoint(_SET_OFF) or bool(words & _BEGAN and words & _WHAT_BEGAN)
        return self._context.start is not None and begins

    def numbered_day(self, index: int) -> date | None:
        """The day of the war that the clause numbers: "on the first day", "that first night", "on the third day"."""
        number = self._clauses.numbered_day(index)
        if number is None or self.start is None or self._is_war_of_years:
            return None
        day = self.start + timedelta(days=number - 1)
        return day if self._context.published is None or day <= self._context.published else None

    @property
    def _is_war_of_years(self) -> bool:
        """Whether the article counts from so long ago that "the first day" is that of something later."""
        published = self._context.published
        if self.main_event is not None and self.main_event.first == self.start:
            return False
        return self.start is not None and published is not None and published - self.start > _LATELY

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

    def is_counted_over(self, when: When) -> bool:
        """Whether the time stands in a sentence that counts, or where nothing else can date the article's events."""
        return self.main_event is None or self._document.sentence_at(when.at) in self._counting

    def is_counted_through(self, when: When) -> bool:
        """Whether a span begins with the war or is named by both days: "from 27 September to 10 October"."""
        opened = self._document.word(when.at - 1) in ("from", "between")
        bounded = opened and when.precision is Precision.DAY and when.first < when.last
        return bounded or when.first == self.start

    def may_end(self, when: When, index: int) -> bool:
        """Whether a total may stop with the time: not if its clause tells what has happened up to now."""
        published = self._context.published
        return published is None or not self._clauses.runs_to_now(index) or published - when.last <= _SHORTLY

    def may_date(self, when: When, figure: Figure) -> bool:
        """Whether the time can be that of the figure's event: not one of another clause in which nobody is harmed."""
        begin, end = sorted((when.at, figure.at))
        if ";" not in self._document.low[begin:end] or when.at > figure.at:
            return True
        opening = self._document.sentences[self._document.sentence_at(when.at)].first
        cut = begin + self._document.low[begin:end].index(";")
        counted = bisect_left(self._places, opening) < bisect_left(self._places, cut)
        return counted or not _EVENTS.isdisjoint(self._document.low[opening:cut])

    def now(self, when: When) -> date:
        """The day of publication, else the last day of the time."""
        return self._context.published or when.last
