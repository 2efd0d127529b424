"""Scope of each figure: total so far, a closed period, one incident or another war, by weighing what the text says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import chain

from tracker.lib.vocabulary import Scope
from tracker.reading.calendar_terms import Role
from tracker.reading.context import Context
from tracker.reading.figures import Figure
from tracker.reading.scope_cues import WEIGHTS, Cue, Frame, counts_a_war, phrase_cues, time_cues, word_cues
from tracker.reading.scope_words import INCREASE, MORE

UNCARRIED = frozenset({"an earlier war", "an earlier war is dated", "long ago", "the length of the war", "since"})
"""Cues that say nothing of the sentences after theirs."""
UNCARRIED_WITHIN = frozenset({"the past hours or days", "one day's sum"})
"""Cues that only a heading passes on."""

_SETTLING = frozenset({Cue("counted since a day"), Cue("the total after an increase")})
"""Cues with which a figure has a scope of its own, whatever the figure before it has."""

_SENTENCE = 0.4
_PARAGRAPH = ((1, 0.7), (2, 0.4), (3, 0.2))
_DATED = 0.6
_OPENING = 2.0
_HEADLINE = 3.0
_WHOLE = 8.0
_SIBLING, _FOLLOWER, _CARRIED_AT_MOST = 0.6, 0.4, 5.0
_LARGE, _SMALL = 1000, 20

Scores = dict[Scope, float]


def give_scopes(context: Context) -> None:
    """Fill ``scope`` of every figure."""
    _Weighing(context).settle_all()


class _Weighing:
    """Weighs the cues of one article's figures, against what the article as a whole is about."""

    def __init__(self, context: Context) -> None:
        self._context = context
        document = context.document
        self._told = [
            _once(word_cues(words), phrase_cues(document, sentence.first, sentence.after))
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

    def settle_all(self) -> None:
        """Give every figure the scope for which most speaks, with some weight on that of the figure before it."""
        context = self._context
        before: Scores = {}
        last: Figure | None = None
        for index, figure in enumerate(context.figures):
            cues = self._cues(index)
            scores = _sum(cues)
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
        cues = _once(word_cues(clause), phrase_cues(context.document, begin, end))
        cues += _lighter(self._told[number], _SENTENCE)
        times = [when for when in context.attached(index) if when.at not in context.said]
        cues += time_cues(times, self._frame, clause, context.words[number])
        cues += self._increase_cues(index)
        cues += _size_cues(figure)
        cues += self._paragraph_cues(number)
        return cues

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
        for later, other in enumerate(context.figures[index + 1 : index + 4], start=index + 1):
            there = context.sentence_of(other)
            if there > number + 1:
                return None
            if other.outcome is not figure.outcome or not figure.value or (other.value or 0) <= figure.value:
                continue
            begin = max(figure.at - 2 if there == number else document.sentences[there].first, other.at - 30)
            words = document.low[begin : other.at]
            if not INCREASE.isdisjoint(words) and "from" not in words[-2:]:
                return later
        return None

    def _weigh_opening(self) -> Scores:
        """What the article is about: a war's toll, a closed span or one incident."""
        scores = _sum(self._opening_cues())
        scores[Scope.BACKGROUND] = 0.0
        whole = sum(amount**2 for amount in scores.values()) or 1.0
        return {scope: _OPENING * amount**2 / whole for scope, amount in scores.items()}

    def _opening_cues(self) -> list[Cue]:
        """Cues of the headline, the first paragraphs and the first figures."""
        context = self._context
        cues: list[Cue] = []
        for number, sentence in enumerate(context.document.sentences):
            if sentence.paragraph > 3:
                break
            times = [when for when in context.by_sentence.get(number, []) if when.at not in context.said]
            times = [when for when in times if when.role is not Role.SPAN or when.first != context.start]
            share = _HEADLINE if sentence.paragraph == 0 else 1.0 if sentence.paragraph < 3 else 0.5
            cues += _lighter(self._told[number], share)
            cues += _lighter(list(time_cues(times, Frame(None), frozenset(), frozenset())), share)
        if context.start is not None and context.published is not None:
            running = context.published - context.start > timedelta(days=1)
            late = context.start_at is not None and 2 * context.start_at > len(context.document)
            single = bool(self._told) and any(rule == "an attack is named" for rule, _ in self._told[0])
            rule = "the article counts from a day" if running else "the article counts from its day"
            cues.append(Cue(rule, 0.25 if single or late else 1.0))
        for figure in context.figures[:6]:
            if _size(figure) >= _LARGE:
                cues.append(Cue("a large number", 1.2))
            elif 0 < _size(figure) < 100:
                cues.append(Cue("a small number", 0.4))
        return cues


def _once(*cues: Iterator[Cue]) -> list[Cue]:
    """The cues, each rule once."""
    return list(dict.fromkeys(chain(*cues)))


def _lighter(cues: list[Cue], share: float) -> list[Cue]:
    return [Cue(rule, own * share) for rule, own in cues]


def _size(figure: Figure) -> int:
    return figure.value or figure.high or 0


def _size_cues(figure: Figure) -> Iterator[Cue]:
    if _size(figure) >= _LARGE:
        yield Cue("a large number")
        yield Cue("a number too large for one attack")
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
    figure.note("scope", rule, min(0.97, 0.6 + lead / 10))
