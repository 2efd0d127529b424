"""What the rules of scope and time look at: an article's times and figures by sentence, and what bears on what."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date, timedelta

from tracker.lib.vocabulary import Precision
from tracker.reading.dates.calendar import When, find_times, within_reach
from tracker.reading.dates.calendar_terms import Role
from tracker.reading.dates.scope_cues import compares
from tracker.reading.dates.starts import find_start, start_day
from tracker.reading.dates.statements import tells_when_said
from tracker.reading.document import Document
from tracker.reading.figures import Article, Figure

BREAKS = frozenset(";:—–()")
CONTRAST = frozenset("compared against versus while whereas but although though up down than ;".split())
_RELATIVES = frozenset("who whom whose which when where".split())
BRIEF = timedelta(days=4)
_ENDS = frozenset(".!?…\"'”’)")
_REACH = 80
_NEAREST = 4


@dataclass
class Context:
    """An article's times and figures, each by the sentence that holds it.

    ``topic`` is, for each sentence, the paragraph that opened its subject: a heading or a list line speaks for the
    next one too. ``start`` is the day from which the article counts, ``said`` the places of times of statements,
    ``rules`` for each figure those that spoke for a scope.
    """

    document: Document
    published: date | None
    figures: list[Figure]
    times: list[When]
    start: date | None = None
    start_at: int | None = None
    said: frozenset[int] = frozenset()
    words: list[frozenset[str]] = field(default_factory=list)
    topic: list[int] = field(default_factory=list)
    by_sentence: dict[int, list[When]] = field(default_factory=dict)
    rules: list[frozenset[str]] = field(default_factory=list)
    _numbers: dict[int, int] = field(default_factory=dict)
    _clauses: dict[int, tuple[int, int]] = field(default_factory=dict)
    _attached: dict[int, list[When]] = field(default_factory=dict)

    @classmethod
    def of(cls, article: Article, figures: list[Figure]) -> Context:
        """The context of ``article`` with its ``figures``, which stand in text order."""
        document, published = article.document, within_reach(article.published)
        times = find_times(document, published, [(figure.at, figure.after) for figure in figures])
        context = cls(document, published, figures, times)
        for when in times:
            context.by_sentence.setdefault(document.sentence_at(when.at), []).append(when)
        context.words = [frozenset(document.low[one.first : one.after]) for one in document.sentences]
        counting = {document.sentence_at(figure.at) for figure in figures}
        start = find_start(document, times, counting, context.words, published)
        context.start = start_day(start, context.words) if start else None
        context.start_at = start.at if start else None
        context.said = frozenset(when.at for when in times if tells_when_said(document, when))
        context.topic = _topics(document)
        return context

    def sentence_of(self, figure: Figure) -> int:
        """Index of the sentence that holds the figure."""
        if figure.at not in self._numbers:
            self._numbers[figure.at] = self.document.sentence_at(figure.at)
        return self._numbers[figure.at]

    def paragraph_of(self, figure: Figure) -> int:
        """Index of the paragraph that holds the figure."""
        return self.document.sentences[self.sentence_of(figure)].paragraph

    def clause_of(self, index: int) -> tuple[int, int]:
        """Tokens around the figure ``index`` that no break and no other figure cuts off from it."""
        if index not in self._clauses:
            figure, low = self.figures[index], self.document.low
            first, after = self._bounds(index)
            begin = next(
                (at + 1 for at in range(figure.at - 1, first - 1, -1) if low[at] in BREAKS), min(first, figure.at)
            )
            end = next((at for at in range(figure.after, after) if low[at] in BREAKS), max(after, figure.after))
            self._clauses[index] = begin, end
        return self._clauses[index]

    def attached(self, index: int) -> list[When]:
        """Times of the sentence that bear on the figure ``index``, the nearest first."""
        if index not in self._attached:
            self._attached[index] = self._attach(index)
        return self._attached[index]

    def _attach(self, index: int) -> list[When]:
        figure = self.figures[index]
        number = self.sentence_of(figure)
        begins = self.document.sentences[number].first
        first, after = self._bounds(index)
        here = self.by_sentence.get(number, [])
        middle = bisect_left(here, figure.at, key=lambda when: when.at)
        found: list[tuple[bool, int, When]] = []
        for when in [*here[:1], *here[max(1, middle - _NEAREST) : middle + _NEAREST]]:
            low, high = (when.after, figure.at) if when.at < figure.at else (figure.after, when.at)
            across = when.at < first or when.at >= after
            if when.role is Role.SINCE and compares(self.document, when.at):
                continue
            if when.role is Role.DATELINE or high - low > _REACH or (across and self._is_cut_off(index, when, begins)):
                continue
            if self._tells_event(when, figure):
                when = when._replace(role=Role.POINT)
            elif when.at == self.start_at and when.role is Role.POINT and self._runs_on(index):
                when = when._replace(role=Role.SINCE)
            found.append((across, high - low, when))
        return [when for _, _, when in sorted(found, key=lambda item: item[:2])]

    def is_aside(self, figure: Figure) -> bool:
        """Whether the figure stands in a clause on how the count began, which says nothing of the next figures."""
        here = self.by_sentence.get(self.sentence_of(figure), [])
        return any(self._tells_event(when, figure) for when in here[:_NEAREST])

    def is_event(self, when: When) -> bool:
        """Whether the time is the day of an event, not of a statement or of the war's start."""
        return self.is_told(when) and when.role is not Role.UNTIL and (self._is_new or when.first != self.start)

    @property
    def _is_new(self) -> bool:
        """Whether what the article counts from, if anything, happened just before: a first day of harm like another."""
        return self.start is None or (self.published is not None and self.published - self.start < BRIEF)

    def is_told(self, when: When) -> bool:
        """Whether the time is a day or a few on which something happened."""
        brief = when.role is Role.POINT or (when.role is Role.SPAN and when.last - when.first < BRIEF)
        return brief and when.precision is Precision.DAY and when.at not in self.said

    def _tells_event(self, when: When, figure: Figure) -> bool:
        """Whether the figure is of what happened at a start: "since 7 October, when gunmen killed 1,200"."""
        if when.role is not Role.SINCE or when.at > figure.at:
            return False
        begin = when.after + (self.document.word(when.after) == ",")
        if figure.at - begin > _REACH:
            return False
        return self.document.word(begin) == "when" and "," not in self.document.low[begin : figure.at]

    def _runs_on(self, index: int) -> bool:
        """Whether the clause tells what has happened up to now: "the war that broke out on 3 May has killed 224"."""
        begin, end = self.clause_of(index)
        return not {"has", "have"}.isdisjoint(self.document.low[begin:end])

    def _bounds(self, index: int) -> tuple[int, int]:
        """The part of the figure's sentence between the figures before and after it."""
        sentence = self.document.sentences[self.sentence_of(self.figures[index])]
        first, after = sentence.first, sentence.after
        if index:
            first = max(first, min(self.figures[index - 1].after, self.figures[index].at))
        if index + 1 < len(self.figures):
            after = min(after, max(self.figures[index + 1].at, self.figures[index].after))
        return first, after

    def _is_cut_off(self, index: int, when: When, begins: int) -> bool:
        """Whether a time beyond another figure belongs to that one only."""
        figure = self.figures[index]
        if when.at - begins <= 4:
            return False
        low, high = (when.after, figure.at) if when.at < figure.at else (figure.after, when.at)
        if not CONTRAST.isdisjoint(self.document.low[low:high]):
            return True
        if when.at > figure.at and index + 1 < len(self.figures):
            relative = self.document.low[self.figures[index + 1].after : when.at]
            if not _RELATIVES.isdisjoint(relative):
                return True
        counts = when.role in (Role.SINCE, Role.UNTIL) and when.at > figure.at
        return counts and any(other.outcome is figure.outcome for other in self.figures[index + 1 : index + 3])


def _topics(document: Document) -> list[int]:
    topics: list[int] = []
    for number, sentence in enumerate(document.sentences):
        before = document.sentences[number - 1] if number else None
        if before is None:
            topics.append(sentence.paragraph)
        elif before.paragraph == sentence.paragraph:
            topics.append(topics[-1])
        else:
            heads = before.paragraph > 0 and document.low[before.after - 1] not in _ENDS
            topics.append(topics[-1] if heads else sentence.paragraph)
    return topics
