"""Scope of each figure: total so far, a closed period, one incident or another war, by weighing what the text says."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tracker.lib.vocabulary import Outcome, Scope
from tracker.reading.dates.calendar_terms import Role
from tracker.reading.dates.context import Context
from tracker.reading.dates.scope_cues import (
    HISTORY,
    INCREASES,
    Frame,
    counts_a_war,
    phrase_rules,
    size_rule,
    time_cues,
    verb_rule,
    word_rules,
)
from tracker.reading.dates.scope_points import POINTS
from tracker.reading.dates.scope_settings import setting_of
from tracker.reading.dates.scope_topics import Topic
from tracker.reading.dates.scope_words import INCREASE, MORE
from tracker.reading.figures import Figure
from tracker.reading.weighing import likelihoods, weigh_columns

SCOPES = (Scope.CUMULATIVE, Scope.PERIOD, Scope.INCIDENT, Scope.BACKGROUND)
"""The scopes in the order of the columns of ``POINTS``."""
_BEFORE = "said before: "
"""Begins the name of a rule whose words stand in a sentence before the figure's."""
_BACK = 3
"""How many sentences on, on the same subject, a cue still bears on a figure."""
_BESIDE, _TOLD_AGAIN = 0.3, 2.0
"""What counts beside a figure's own cues: the likely scope of those around it, and of the same number elsewhere."""
_TELLING = 10
"""The least number that does not repeat by chance."""
_LEADING = frozenset("to past reached reaches reaching beyond".split())
"""Words right before the total to which an increase leads."""
_SUREST = 0.95
_AT_THE_START = "how it began"
_OF_THE_COUNT = frozenset({"since", "counted since a day", "the present perfect"})
"""Rules of a sentence that do not bear on its aside: "since 7 October, when gunmen killed 1,200"."""
_ABOUT_AN_INCIDENT = 0.65
_SHARES = (
    (0.01, "a hundredth of the largest number"),
    (0.1, "a tenth of the largest number"),
    (0.5, "a half of the largest number"),
    (1.0, "near the largest number"),
)

Number = tuple[Outcome, int | None, int | None, int | None]


def give_scopes(context: Context) -> None:
    """Fill ``scope`` of every figure, and keep in ``context`` by which rules."""
    figures, weighing = context.figures, Scopes(context)
    context.rules = [weighing.cues(index) for index in range(len(figures))]
    own = [weigh_columns(cues, POINTS, len(SCOPES)) for cues in context.rules]
    likely = [likelihoods(scores) for scores in own]
    for index, figure in enumerate(figures):
        scores = list(own[index])
        raises = not INCREASES.isdisjoint(context.rules[index])
        for other, share in () if raises else weighing.company(index):
            scores = [score + share * chance for score, chance in zip(scores, likely[other], strict=True)]
        _settle(figure, scores, context.rules[index])


class Scopes:
    """Finds the cues for the scopes of one article's figures, taken in order, and which figures belong together."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._rules: dict[int, list[str]] = {}
        self._heard: dict[int, frozenset[str]] = {}
        self._numbers = [context.sentence_of(figure) for figure in context.figures]
        counted = [when.first for when in context.times if when.role is Role.SINCE or counts_a_war(when)]
        self._frame = Frame(context.published, context.start, min(counted, default=None))
        self._topic = Topic(context, self._told)
        self._totals: set[int] = set()
        self._mentions: dict[Number, list[int]] = {}
        self._largest: dict[Outcome, int] = {}
        for index, figure in enumerate(context.figures):
            self._largest[figure.outcome] = max(_size(figure), self._largest.get(figure.outcome, 1))
            if _size(figure) >= _TELLING:
                self._mentions.setdefault(_number(figure), []).append(index)

    def cues(self, index: int) -> frozenset[str]:
        """Every cue that speaks for or against a scope of the figure ``index``."""
        context = self._context
        figure = context.figures[index]
        begin, end = context.clause_of(index)
        number = self._numbers[index]
        times = [when for when in context.attached(index) if when.at not in context.said]
        clause = frozenset(context.document.low[begin:end])
        setting = setting_of(context, index)
        cues = {
            *self._around(number),
            *(rule for rule, _ in time_cues(times, self._frame, clause, context.words[number])),
            *self._increase_rules(index),
            *setting.cues,
            *self._topic.beside(setting.dated),
            size_rule(figure),
            self._share_rule(figure),
            verb_rule(context.document, figure, begin),
        }
        if not times and self._follows_history(number):
            cues.add("another war was told of")
        if context.is_aside(figure):
            cues = (cues - _OF_THE_COUNT) | {_AT_THE_START}
        return frozenset(cues)

    def _share_rule(self, figure: Figure) -> str:
        """The rule of how large the number is beside the article's largest of the same outcome."""
        share = _size(figure) / self._largest[figure.outcome]
        return next((rule for bound, rule in _SHARES if share < bound), "the largest number")

    def company(self, index: int) -> Iterator[tuple[int, float]]:
        """The figures that most likely share the scope of the figure ``index``, and how much they count.

        Those right before and after on the same subject, the one that it is a part of, the first other mention.
        """
        topics, here = self._context.topic, self._numbers[index]
        for beside in (index - 1, index + 1):
            if 0 <= beside < len(self._numbers) and topics[self._numbers[beside]] == topics[here]:
                yield beside, _BESIDE
        figure = self._context.figures[index]
        if figure.part_of is not None and figure.part_of != index:
            yield figure.part_of, _BESIDE
        mentions = self._mentions.get(_number(figure), [])[:2]
        yield from [(other, _TOLD_AGAIN) for other in mentions if other != index][:1]

    def _told(self, number: int) -> list[str]:
        """The rules of the words of a sentence, each once."""
        if number not in self._rules:
            context, sentence = self._context, self._context.document.sentences[number]
            phrases = phrase_rules(context.document, sentence.first, sentence.after)
            self._rules[number] = list(dict.fromkeys([*word_rules(context.words[number]), *phrases]))
        return self._rules[number]

    def _is_dated(self, number: int) -> bool:
        """Whether the sentence names the day of an event."""
        return any(map(self._context.is_event, self._context.by_sentence.get(number, ())))

    def _around(self, number: int) -> frozenset[str]:
        """The rules of the sentence, of those before it on the same subject and of the article as a whole."""
        if number not in self._heard:
            topics = self._context.topic
            cues = {*self._told(number), *self._topic.cues}
            for before in range(number - 1, max(-1, number - _BACK - 1), -1):
                if topics[before] != topics[number]:
                    break
                cues.update(_BEFORE + rule for rule in self._told(before))
                if self._is_dated(before):
                    cues.add(_BEFORE + "a day is named")
            if self._context.document.sentences[number].paragraph == 0:
                cues.add("a headline")
            self._heard[number] = frozenset(cues)
        return self._heard[number]

    def _follows_history(self, number: int) -> bool:
        """Whether the sentence before, on the same subject, tells of another war."""
        before, context = number - 1, self._context
        if before < 0 or context.topic[before] != context.topic[number]:
            return False
        words, times = context.words[before], context.by_sentence.get(before, [])[:2]
        dated = (rule for rule, _ in time_cues(times, self._frame, words, words))
        return not HISTORY.isdisjoint(self._told(before)) or not HISTORY.isdisjoint(dated)

    def _increase_rules(self, index: int) -> Iterator[str]:
        """ "12 more", "a further two", "climbs by 49 to 604": an increase, and the total it leads to."""
        if index in self._totals:
            yield "the total after an increase"
        if self._topic.shares[Scope.INCIDENT] > _ABOUT_AN_INCIDENT:
            return
        document, figure = self._context.document, self._context.figures[index]
        before, after = document.word(figure.at - 1), document.word(figure.after)
        added = not MORE.isdisjoint((before, after, document.word(figure.at), document.word(figure.after + 1)))
        added = added or (before == "by" and document.word(figure.at - 2) in INCREASE)
        total = self._total_after(index)
        if total is not None:
            self._totals.add(total)
            yield "an increase that leads to a new total"
        elif added and self._numbers[index] < 4:
            yield "an increase"

    def _total_after(self, index: int) -> int | None:
        """The figure of the same outcome that, as the text says, this one raised to where it stands."""
        context = self._context
        document, figure = context.document, context.figures[index]
        number = self._numbers[index]
        paragraph = document.sentences[number].paragraph
        for later, other in enumerate(context.figures[index + 1 : index + 4], start=index + 1):
            there = self._numbers[later]
            if there > number + 1:
                return None
            if other.outcome is not figure.outcome:
                continue
            if there > number and document.sentences[there].paragraph != paragraph:
                return None
            if not figure.value or (other.value or 0) <= figure.value:
                continue
            begin = max(0, figure.at - 2 if there == number else document.sentences[there].first, other.at - 30)
            words = document.low[begin : other.at]
            if not INCREASE.isdisjoint(words) and words[-1:] != ["from"] and not _LEADING.isdisjoint(words[-2:]):
                return later
        return None


def _size(figure: Figure) -> int:
    return figure.value or figure.high or 0


def _number(figure: Figure) -> Number:
    return figure.outcome, figure.value, figure.low, figure.high


def _settle(figure: Figure, scores: list[float], cues: Collection[str]) -> None:
    """Give the figure the likeliest scope, named by the cue that speaks most for it against the next."""
    best, second = sorted(range(len(SCOPES)), key=scores.__getitem__)[:-3:-1]
    worth = {cue: POINTS[cue][best] - POINTS[cue][second] for cue in sorted(cues) if cue in POINTS}
    why = max(worth, key=worth.__getitem__, default="as the article's other figures")
    figure.scope = SCOPES[best]
    figure.note("scope", why, min(_SUREST, likelihoods(scores)[best]))
