"""Scope of each figure: total so far, a closed period, one incident or another war, by weighing what the text says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import timedelta
from itertools import chain

from tracker.lib.vocabulary import Outcome, Scope
from tracker.reading.dates.calendar_terms import Role
from tracker.reading.dates.context import Context
from tracker.reading.dates.scope_cues import WEIGHTS, Cue, Frame, counts_a_war, find_phrases, time_cues, word_cues
from tracker.reading.dates.scope_words import INCREASE, MORE
from tracker.reading.figures import Figure

UNCARRIED = frozenset({"an earlier war", "an earlier war is dated", "long ago", "the length of the war", "since"})
"""Cues that say nothing of the sentences after theirs."""
UNCARRIED_WITHIN = frozenset({"the past hours or days", "one day's sum"})
"""Cues that only a heading passes on."""

_OF_THE_COUNT = frozenset({"since", "counted since a day", "the present perfect"})
"""Cues of a sentence that do not bear on its aside: "since 7 October, when gunmen killed 1,200"."""

_AT_THE_START = Cue("how it began")
_SETTLING = frozenset({Cue("counted since a day"), Cue("the total after an increase"), _AT_THE_START})
"""Cues with which a figure has a scope of its own, whatever the figure before it has."""

_LEADING = frozenset("to past reached reaches reaching beyond".split())
"""Words right before the total to which an increase leads."""

_OPENING, _HEADLINE, _BODY = 2.0, 3.0, 1.5
"""What the article as a whole is about weighs so much; within that, the headline and all sentences with figures."""
_SENTENCE = 0.4
_PARAGRAPH = ((1, 0.7), (2, 0.4), (3, 0.2))
"""Shares of the weight that a cue has outside the figure's clause: in its sentence, and one to three before."""
_DATED = 0.8
_WHOLE = 2.0
_SIBLING, _FOLLOWER, _CARRIED_AT_MOST = 0.4, 0.7, 3.8
_REPEAT, _TELLING = 0.8, 10
"""Share of what is said where the same number stands again, and the least number that does not repeat by chance."""
_LARGE, _SMALL = 1000, 20
_BRIEF = timedelta(days=7)
_OPENING_PARAGRAPHS, _OPENING_FIGURES, _OPENING_SIZE = 3, 6, 0.5

Scores = dict[Scope, float]
Number = tuple[Outcome, int | None, int | None, int | None]


def give_scopes(context: Context) -> None:
    """Fill ``scope`` of every figure."""
    _Weighing(context).settle_all()


class _Weighing:
    """Weighs the cues of one article's figures, against what the article as a whole is about."""

    def __init__(self, context: Context) -> None:
        self._context = context
        document = context.document
        self._phrases = list(find_phrases(document))
        self._told = [
            _once(word_cues(words), self._phrases_in(sentence.first, sentence.after))
            for sentence, words in zip(document.sentences, context.words, strict=True)
        ]
        self._dated = [
            any(context.is_event(when) for when in context.by_sentence.get(number, ()))
            for number in range(len(document.sentences))
        ]
        counted = [when.first for when in context.times if when.role is Role.SINCE or counts_a_war(when)]
        self._frame = Frame(context.published, context.start, min(counted, default=None))
        self._opening = self._weigh_opening()
        self._totals: set[int] = set()
        self._heard: dict[int, list[Cue]] = {}

    def _phrases_in(self, begin: int, end: int) -> Iterator[Cue]:
        """Cues of the words that stand together between the tokens ``begin`` and ``end``."""
        first, after = (bisect_left(self._phrases, at, key=_place) for at in (begin, end - 1))
        return (cue for _, cue in self._phrases[first:after])

    def settle_all(self) -> None:
        """Give every figure the scope for which most speaks, also where it is told again and in the figure before."""
        context = self._context
        told = [self._cues(index) for index in range(len(context.figures))]
        own = [_sum(cues) for cues in told]
        repeats = _repeats(context.figures, own)
        before: Scores = {}
        last: Figure | None = None
        for index, figure in enumerate(context.figures):
            cues, scores = told[index], dict(own[index])
            for scope, amount in repeats.get(_number(figure), {}).items():
                scores[scope] += _REPEAT * min(amount - own[index][scope], _CARRIED_AT_MOST)
            _add(scores, self._opening)
            if last is not None and _SETTLING.isdisjoint(cues):
                _add(scores, self._carried(before, last, figure))
            if figure.part_of is not None and figure.part_of < index:
                scores[context.figures[figure.part_of].scope] += _WHOLE
            _settle(figure, scores, cues)
            if not context.is_aside(figure):
                before, last = scores, figure

    def _carried(self, before: Scores, last: Figure, figure: Figure) -> Scores:
        """What the last figure's scope says for this one: most in one sentence, something on one subject."""
        number, last_number = self._context.sentence_of(figure), self._context.sentence_of(last)
        if number == last_number:
            return {scope: _SIBLING * min(amount, _CARRIED_AT_MOST) for scope, amount in before.items()}
        if self._context.topic[number] != self._context.topic[last_number]:
            return {}
        follower = {scope: _FOLLOWER * min(amount, _CARRIED_AT_MOST) for scope, amount in before.items()}
        return follower | {Scope.BACKGROUND: 0.0}

    def _cues(self, index: int) -> list[Cue]:
        """Every cue for the figure ``index``, from its clause, its sentence and what the paragraph said before."""
        context = self._context
        figure = context.figures[index]
        begin, end = context.clause_of(index)
        number = context.sentence_of(figure)
        clause = frozenset(context.document.low[begin:end])
        cues = _once(word_cues(clause), self._phrases_in(begin, end))
        cues += self._around(number)
        times = [when for when in context.attached(index) if when.at not in context.said]
        cues += time_cues(times, self._frame, clause, context.words[number])
        if not times and self._follows_history(number):
            cues.append(Cue("another war was told of"))
        cues += self._increase_cues(index)
        cues += _size_cues(figure)
        if context.is_aside(figure):
            cues = [cue for cue in cues if cue.rule not in _OF_THE_COUNT] + [_AT_THE_START]
        return cues

    def _follows_history(self, number: int) -> bool:
        """Whether the sentence before, on the same subject, tells of another war."""
        before, context = number - 1, self._context
        if before < 0 or context.topic[before] != context.topic[number]:
            return False
        if any(WEIGHTS[rule][0] is Scope.BACKGROUND for rule, _ in self._told[before]):
            return True
        words = context.words[before]
        times = context.by_sentence.get(before, [])[:2]
        return any(WEIGHTS[rule][0] is Scope.BACKGROUND for rule, _ in time_cues(times, self._frame, words, words))

    def _around(self, number: int) -> list[Cue]:
        """Cues of the sentence and of those before it, weighed once for all of its figures."""
        if number not in self._heard:
            self._heard[number] = _lighter(self._told[number], _SENTENCE) + self._paragraph_cues(number)
        return self._heard[number]

    def _paragraph_cues(self, number: int) -> list[Cue]:
        """Cues of the sentences before, on the same subject."""
        sentences, topic = self._context.document.sentences, self._context.topic
        earlier = [(number - step, share) for step, share in _PARAGRAPH if step <= number]
        earlier = [(before, share) for before, share in earlier if topic[before] == topic[number]]
        cues = [Cue("an event is dated", _DATED)] if any(self._dated[before] for before, _ in earlier) else []
        for before, share in earlier:
            heads = sentences[before].paragraph != sentences[number].paragraph
            unheard = UNCARRIED if heads else UNCARRIED | UNCARRIED_WITHIN
            cues += _lighter([cue for cue in self._told[before] if cue.rule not in unheard], share)
        return cues

    def _increase_cues(self, index: int) -> Iterator[Cue]:
        """ "12 more", "a further two", "climbs by 49 to 604": an increase, and the total it leads to."""
        if index in self._totals:
            yield Cue("the total after an increase")
        if self._opening[Scope.INCIDENT] > 0.65 * _OPENING:
            return
        document, figure = self._context.document, self._context.figures[index]
        before, after = document.word(figure.at - 1), document.word(figure.after)
        added = not MORE.isdisjoint((before, after, document.word(figure.at), document.word(figure.after + 1)))
        added = added or (before == "by" and document.word(figure.at - 2) in INCREASE)
        total = self._total_after(index)
        if total is not None:
            self._totals.add(total)
            yield Cue("an increase that leads to a new total", 1.2 if added else 0.8)
        elif added and self._context.sentence_of(figure) < 4:
            yield Cue("an increase")

    def _total_after(self, index: int) -> int | None:
        """The figure of the same outcome that, as the text says, this one raised to where it stands."""
        context = self._context
        document, figure = context.document, context.figures[index]
        number = context.sentence_of(figure)
        paragraph = document.sentences[number].paragraph
        for later, other in enumerate(context.figures[index + 1 : index + 4], start=index + 1):
            there = context.sentence_of(other)
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
        scores = _sum(self._opening_cues())
        scores[Scope.BACKGROUND] = 0.0
        whole = sum(amount**2 for amount in scores.values()) or 1.0
        return {scope: _OPENING * amount**2 / whole for scope, amount in scores.items()}

    def _opening_cues(self) -> list[Cue]:
        """Cues of the headline and first paragraphs, and in all as much again of every later sentence with figures."""
        context = self._context
        cues: list[Cue] = []
        counting = {context.sentence_of(figure) for figure in context.figures}
        opens = sum(sentence.paragraph <= _OPENING_PARAGRAPHS for sentence in context.document.sentences)
        for number, sentence in enumerate(context.document.sentences[:opens]):
            times = [when for when in context.by_sentence.get(number, []) if when.at not in context.said]
            times = [when for when in times if when.role is not Role.SPAN or when.first != context.start]
            share = _HEADLINE if sentence.paragraph == 0 else 1.0 if sentence.paragraph < 3 else 0.5
            telling = self._told[number] if number in counting else _strong(self._told[number])
            cues += _lighter(telling, share)
            cues += _lighter(list(time_cues(times, Frame(None), frozenset(), frozenset())), share)
        later = counting - set(range(opens))
        for number in later:
            cues += _lighter(self._told[number], _BODY / len(later))
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
        last = context.document.sentences[context.sentence_of(context.figures[-1])]
        if 2 * context.start_at <= last.after and running > timedelta(days=1):
            brief = running <= _BRIEF or Cue("an attack is named") in self._told[0]
            yield Cue("the article counts from a day", 0.3 if brief else 1.0)


def _place(phrase: tuple[int, Cue]) -> int:
    return phrase[0]


def _once(*cues: Iterator[Cue]) -> list[Cue]:
    """The cues, each rule once."""
    return list(dict.fromkeys(chain(*cues)))


def _lighter(cues: list[Cue], share: float) -> list[Cue]:
    return [Cue(rule, own * share) for rule, own in cues]


def _strong(cues: list[Cue]) -> list[Cue]:
    """Those of the cues that say something even where nobody is counted."""
    return [cue for cue in cues if WEIGHTS[cue.rule][1] >= 1]


def _size(figure: Figure) -> int:
    return figure.value or figure.high or 0


def _number(figure: Figure) -> Number:
    return figure.outcome, figure.value, figure.low, figure.high


def _repeats(figures: list[Figure], own: list[Scores]) -> dict[Number, Scores]:
    """What is said in all of the figures of one outcome and number, which most likely are one count told again."""
    repeats: dict[Number, Scores] = {}
    for figure, scores in zip(figures, own, strict=True):
        if _size(figure) >= _TELLING:
            _add(repeats.setdefault(_number(figure), dict.fromkeys(Scope, 0.0)), scores)
    return repeats


def _size_cues(figure: Figure) -> Iterator[Cue]:
    if _size(figure) >= _LARGE:
        yield Cue("a large number")
    elif 0 < _size(figure) < _SMALL:
        yield Cue("a small number")


def _add(scores: Scores, more: Scores) -> None:
    for scope, amount in more.items():
        scores[scope] += amount


def _sum(cues: list[Cue]) -> Scores:
    scores = dict.fromkeys(Scope, 0.0)
    for rule, share in cues:
        scope, weight = WEIGHTS[rule]
        scores[scope] += share * weight
    return scores


def _settle(figure: Figure, scores: Scores, cues: list[Cue]) -> None:
    """Give the figure the scope that scores highest, named by its strongest cue; the lead over the next is surety."""
    figure.scope = max(scores, key=lambda scope: scores[scope])
    own = [(WEIGHTS[rule][1] * share, rule) for rule, share in cues if WEIGHTS[rule][0] is figure.scope]
    lead = scores[figure.scope] - sorted(scores.values())[-2]
    rule = max(own)[1] if own else "as the article's other figures"
    figure.note("scope", rule, min(0.95, 0.45 + lead / 9))
