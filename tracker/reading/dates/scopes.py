"""Scope of each figure: total so far, a closed period, one incident or another war, by weighing what the text says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from math import exp

from tracker.lib.vocabulary import Outcome, Scope
from tracker.reading.dates.calendar_terms import Role
from tracker.reading.dates.context import Context
from tracker.reading.dates.scope_cues import (
    Cue,
    Frame,
    counts_a_war,
    phrase_rules,
    size_rule,
    time_cues,
    verb_rule,
    word_rules,
)
from tracker.reading.dates.scope_settings import setting_of
from tracker.reading.dates.scope_weights import BEFORE, SCOPES, TOPIC, TOPICS, WEIGHTS
from tracker.reading.dates.scope_words import INCREASE, MORE
from tracker.reading.figures import Figure

_BEHIND = ((1, 1.0), (2, 0.6), (3, 0.3))
"""How far a cue bears on the sentences after its own, on the same subject."""
_NEXT_TO, _REPEATED, _WHOLE = 0.6, 2.4, 0.4
"""What counts beside a figure's own cues: its neighbours, the same number told again, the figure it is a part of."""
_TELLING = 10
"""The least number that does not repeat by chance."""

_LEADING = frozenset("to past reached reaches reaching beyond".split())
"""Words right before the total to which an increase leads."""

_OPENING, _HEADLINE, _BODY = 2.0, 3.0, 1.5
"""What the article as a whole is about weighs so much; within that, the headline and all sentences with figures."""
_SUREST = 0.95
_NO_TOPIC = (Scope.BACKGROUND, 0.0)
_AT_THE_START = "how it began"
_OF_THE_COUNT = frozenset({"since", "counted since a day", "the present perfect"})
"""Rules of a sentence that do not bear on its aside: "since 7 October, when gunmen killed 1,200"."""
_LARGE, _SMALL = 1000, 20
_BRIEF = timedelta(days=7)
_OPENING_PARAGRAPHS, _OPENING_FIGURES, _OPENING_SIZE = 3, 6, 0.5

Scores = dict[Scope, float]
Cues = dict[str, float]
Number = tuple[Outcome, int | None, int | None, int | None]


def give_scopes(context: Context) -> None:
    """Fill ``scope`` of every figure, and keep in ``context`` by which rules."""
    _Weighing(context).settle_all()


class _Weighing:
    """Weighs the cues of one article's figures, against what the article as a whole is about."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._rules: dict[int, list[str]] = {}
        self._numbers = [context.sentence_of(figure) for figure in context.figures]
        counted = [when.first for when in context.times if when.role is Role.SINCE or counts_a_war(when)]
        self._frame = Frame(context.published, context.start, min(counted, default=None))
        self._opening = self._weigh_opening()
        self._totals: set[int] = set()
        self._heard: dict[int, Cues] = {}

    def settle_all(self) -> None:
        """Give every figure the scope for which most speaks, with its neighbours and where it is told again."""
        figures = self._context.figures
        cues = [self.cues(index) for index in range(len(figures))]
        own = [_sum(told) for told in cues]
        likely = [_likelihoods(scores) for scores in own]
        repeats = _repeats(figures, likely)
        for index, figure in enumerate(figures):
            scores = list(own[index])
            for beside in (index - 1, index + 1):
                if self._goes_on(index, beside):
                    _add(scores, likely[beside], _NEXT_TO)
            times, together = repeats.get(_number(figure), (1, []))
            if times > 1:
                _add(scores, together, _REPEATED / (times - 1))
                _add(scores, likely[index], -_REPEATED / (times - 1))
            if figure.part_of is not None and figure.part_of < index:
                _add(scores, likely[figure.part_of], _WHOLE)
            _settle(figure, scores, cues[index])
        self._context.rules = [frozenset(told) for told in cues]

    def _goes_on(self, index: int, beside: int) -> bool:
        """Whether the figure beside stands on the same subject, in another sentence."""
        if not 0 <= beside < len(self._numbers):
            return False
        here, there = self._numbers[index], self._numbers[beside]
        return here != there and self._context.topic[here] == self._context.topic[there]

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

    def cues(self, index: int) -> Cues:
        """Every rule that speaks for a scope of the figure ``index``, with the share of its weight that it brings."""
        context = self._context
        figure = context.figures[index]
        begin, end = context.clause_of(index)
        number = self._numbers[index]
        cues = dict(self._around(number))
        times = [when for when in context.attached(index) if when.at not in context.said]
        clause = frozenset(context.document.low[begin:end])
        for rule, share in time_cues(times, self._frame, clause, context.words[number]):
            cues[rule] = max(share, cues.get(rule, 0.0))
        cues |= dict.fromkeys(self._increase_rules(index), 1.0)
        setting = setting_of(context, index)
        cues |= {f"{TOPIC}{scope.value}, {setting.dated}": amount for scope, amount in self._opening.items()}
        cues |= dict(setting.cues)
        cues[size_rule(figure)] = 1.0
        cues[verb_rule(context.document, figure, begin)] = 1.0
        if not times and self._follows_history(number):
            cues["another war was told of"] = 1.0
        if context.is_aside(figure):
            cues = {rule: share for rule, share in cues.items() if rule not in _OF_THE_COUNT} | {_AT_THE_START: 1.0}
        return cues

    def _around(self, number: int) -> Cues:
        """The rules of the sentence, of those before it on the same subject and of the article as a whole."""
        if number in self._heard:
            return self._heard[number]
        context = self._context
        cues = dict.fromkeys(self._told(number), 1.0)
        for step, share in _BEHIND:
            before = number - step
            if before < 0 or context.topic[before] != context.topic[number]:
                break
            for rule in self._told(before):
                cues.setdefault(BEFORE + rule, share)
            if self._is_dated(before):
                cues[BEFORE + "a day is named"] = 1.0
        if context.document.sentences[number].paragraph == 0:
            cues["a headline"] = 1.0
        cues |= {TOPIC + scope.value: amount for scope, amount in self._opening.items()}
        self._heard[number] = cues
        return cues

    def _follows_history(self, number: int) -> bool:
        """Whether the sentence before, on the same subject, tells of another war."""
        before, context = number - 1, self._context
        if before < 0 or context.topic[before] != context.topic[number]:
            return False
        if any(TOPICS.get(rule, _NO_TOPIC)[0] is Scope.BACKGROUND for rule in self._told(before)):
            return True
        words = context.words[before]
        times = context.by_sentence.get(before, [])[:2]
        return any(
            TOPICS.get(rule, _NO_TOPIC)[0] is Scope.BACKGROUND
            for rule, _ in time_cues(times, self._frame, words, words)
        )

    def _increase_rules(self, index: int) -> Iterator[str]:
        """ "12 more", "a further two", "climbs by 49 to 604": an increase, and the total it leads to."""
        if index in self._totals:
            yield "the total after an increase"
        if self._opening[Scope.INCIDENT] > 0.65 * _OPENING:
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

    def _weigh_opening(self) -> Scores:
        """What the article is about: a war's toll, a closed span or one incident."""
        scores = dict.fromkeys(Scope, 0.0)
        for rule, share in self._opening_cues():
            scope, weight = TOPICS.get(rule, _NO_TOPIC)
            scores[scope] += share * weight
        scores[Scope.BACKGROUND] = 0.0
        whole = sum(amount**2 for amount in scores.values()) or 1.0
        return {scope: _OPENING * amount**2 / whole for scope, amount in scores.items()}

    def _opening_cues(self) -> list[Cue]:
        """Cues of the headline and first paragraphs, and in all as much again of every later sentence with figures."""
        context = self._context
        cues: list[Cue] = []
        counting = frozenset(self._numbers)
        opens = sum(sentence.paragraph <= _OPENING_PARAGRAPHS for sentence in context.document.sentences)
        for number, sentence in enumerate(context.document.sentences[:opens]):
            times = [when for when in context.by_sentence.get(number, []) if when.at not in context.said]
            times = [when for when in times if when.role is not Role.SPAN or when.first != context.start]
            share = _HEADLINE if sentence.paragraph == 0 else 1.0 if sentence.paragraph < 3 else 0.5
            telling = self._told(number) if number in counting else _strong(self._told(number))
            cues += [Cue(rule, share) for rule in telling]
            if number not in counting:
                times = [when for when in times if when.role is not Role.SPAN]
            cues += _lighter(list(time_cues(times, Frame(None), frozenset(), frozenset())), share)
        later = counting - set(range(opens))
        for number in later:
            cues += [Cue(rule, _BODY / len(later)) for rule in self._told(number)]
        cues += self._start_cues()
        for figure in context.figures[:_OPENING_FIGURES]:
            cues += _lighter(list(_size_cues(figure)), _OPENING_SIZE)
        return cues

    def _start_cues(self) -> Iterator[Cue]:
        """The cue of a day from which the article counts, if it stands in the first half of what tells figures."""
        context = self._context
        if context.start is None or context.start_at is None or context.published is None or not context.figures:
            return
        running = context.published - context.start
        last = context.document.sentences[self._numbers[-1]]
        if 2 * context.start_at <= last.after and running > timedelta(days=1):
            brief = running <= _BRIEF or "an attack is named" in self._told(0)
            yield Cue("the article counts from a day", 0.3 if brief else 1.0)


def _lighter(cues: list[Cue], share: float) -> list[Cue]:
    return [Cue(rule, own * share) for rule, own in cues]


def _strong(rules: list[str]) -> list[str]:
    """Those of the rules that say something even where nobody is counted."""
    return [rule for rule in rules if TOPICS.get(rule, _NO_TOPIC)[1] >= 1]


def _size(figure: Figure) -> int:
    return figure.value or figure.high or 0


def _number(figure: Figure) -> Number:
    return figure.outcome, figure.value, figure.low, figure.high


def _repeats(figures: list[Figure], likely: list[list[float]]) -> dict[Number, tuple[int, list[float]]]:
    """How often each outcome and number stands, most likely one count told again, and all that speaks for its scope."""
    repeats: dict[Number, tuple[int, list[float]]] = {}
    for figure, own in zip(figures, likely, strict=True):
        if _size(figure) >= _TELLING:
            times, together = repeats.get(_number(figure), (0, [0.0] * len(SCOPES)))
            _add(together, own, 1.0)
            repeats[_number(figure)] = times + 1, together
    return repeats


def _size_cues(figure: Figure) -> Iterator[Cue]:
    if _size(figure) >= _LARGE:
        yield Cue("a large number")
    elif 0 < _size(figure) < _SMALL:
        yield Cue("a small number")


def _sum(cues: Cues) -> list[float]:
    total = period = incident = background = 0.0
    for rule, share in cues.items():
        weights = WEIGHTS.get(rule)
        if weights is not None:
            total += share * weights[0]
            period += share * weights[1]
            incident += share * weights[2]
            background += share * weights[3]
    return [total, period, incident, background]


def _add(scores: list[float], more: Sequence[float], share: float) -> None:
    for place, amount in enumerate(more):
        scores[place] += share * amount


def _likelihoods(scores: list[float]) -> list[float]:
    """How likely each scope is, by scores that are logarithms of odds."""
    highest = max(scores)
    odds = [exp(score - highest) for score in scores]
    whole = sum(odds)
    return [one / whole for one in odds]


def _settle(figure: Figure, scores: list[float], cues: Cues) -> None:
    """Give the figure the likeliest scope, named by the rule that speaks most for it against the next."""
    likely = _likelihoods(scores)
    best, second = sorted(range(len(SCOPES)), key=scores.__getitem__)[:-3:-1]
    strongest, why = 0.0, "as the article's other figures"
    for rule, share in cues.items():
        weights = WEIGHTS.get(rule)
        if weights is not None and share * (weights[best] - weights[second]) > strongest:
            strongest, why = share * (weights[best] - weights[second]), rule
    figure.scope = SCOPES[best]
    figure.note("scope", why, min(_SUREST, likely[best]))
