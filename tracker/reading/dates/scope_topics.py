"""What an article as a whole is about, a war's toll, a closed span or one incident, as its opening tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

from tracker.lib.vocabulary import Scope
from tracker.reading.dates.calendar_terms import Role
from tracker.reading.dates.context import Context
from tracker.reading.dates.scope_cues import ATTACK_NAMED, Cue, Frame, time_cues
from tracker.reading.figures import Figure

TOPICS: dict[str, tuple[Scope, float]] = {
    ATTACK_NAMED: (Scope.INCIDENT, 2.0),
    "an attack is told": (Scope.INCIDENT, 0.5),
    "attacks are named": (Scope.INCIDENT, 0.4),
    "a place is named": (Scope.INCIDENT, 1.5),
    "an hour is named": (Scope.INCIDENT, 1.8),
    "an event is dated": (Scope.INCIDENT, 2.0),
    "a day is named": (Scope.INCIDENT, 1.4),
    "one event": (Scope.INCIDENT, 0.7),
    "how it began": (Scope.INCIDENT, 2.0),
    "a small number": (Scope.INCIDENT, 0.9),
    "the war is named": (Scope.CUMULATIVE, 1.8),
    "a toll is named": (Scope.CUMULATIVE, 1.0),
    "a count is named": (Scope.CUMULATIVE, 0.6),
    "since": (Scope.CUMULATIVE, 4.0),
    "counted since a day": (Scope.CUMULATIVE, 0.8),
    "counted up to a day": (Scope.CUMULATIVE, 2.5),
    "the article counts from a day": (Scope.CUMULATIVE, 6.0),
    "the present perfect": (Scope.CUMULATIVE, 0.8),
    "the present tense": (Scope.CUMULATIVE, 0.4),
    "a large number": (Scope.CUMULATIVE, 0.4),
    "people still held": (Scope.CUMULATIVE, 2.5),
    "the war goes on": (Scope.CUMULATIVE, 2.0),
    "how long it lasted": (Scope.CUMULATIVE, 3.0),
    "days are counted": (Scope.CUMULATIVE, 0.5),
    "the length of the war": (Scope.CUMULATIVE, 9.0),
    "a closed span": (Scope.PERIOD, 2.5),
    "a year or months": (Scope.PERIOD, 5.0),
    "one day's sum": (Scope.PERIOD, 5.0),
    "separate attacks taken together": (Scope.PERIOD, 4.0),
    "attacks are counted": (Scope.PERIOD, 2.5),
    "the span named before": (Scope.PERIOD, 5.0),
    "a span in a word": (Scope.PERIOD, 1.0),
    "the past hours or days": (Scope.PERIOD, 3.0),
    "an earlier war": (Scope.BACKGROUND, 5.0),
    "an earlier war is dated": (Scope.BACKGROUND, 9.0),
    "long ago": (Scope.BACKGROUND, 6.0),
}
"""The scope for which a rule speaks where it stands in an article's opening, and how strongly."""

_NO_TOPIC = (Scope.BACKGROUND, 0.0)
_HEADLINE, _BODY = 3.0, 1.5
"""What the headline counts, and all later sentences with figures together."""
_PARAGRAPHS, _FIGURES, _FIGURE = 3, 6, 0.5
_LARGE, _SMALL = 1000, 20
_BRIEF = timedelta(days=7)
_TOLD = 0.5
"""How much of a rule the opening has to tell for the rule to bear on every figure."""
_CHANCES = ((0.2, "perhaps"), (0.5, "likely"), (0.8, "surely"))
_RUNS = ((1, "a day"), (7, "days"), (31, "weeks"), (400, "months"))


class Topic:
    """What an article is about: how likely each scope is for its figures, and the cues of the article as a whole."""

    def __init__(self, context: Context, told: Callable[[int], list[str]]) -> None:
        """``told`` gives the rules of the words of a sentence."""
        self._context, self._told = context, told
        amounts: dict[str, float] = {}
        scores = dict.fromkeys(Scope, 0.0)
        for rule, share in self._opening():
            amounts[rule] = amounts.get(rule, 0.0) + share
            scope, weight = TOPICS.get(rule, _NO_TOPIC)
            scores[scope] += share * weight
        scores[Scope.BACKGROUND] = 0.0
        whole = sum(score**2 for score in scores.values()) or 1.0
        self.shares = {scope: score**2 / whole for scope, score in scores.items()}
        self.cues = [
            *(f"the article tells: {rule}" for rule, amount in amounts.items() if amount >= _TOLD),
            *(
                f"the article is {chance} about: {scope.value}"
                for scope, share in self.shares.items()
                for least, chance in _CHANCES
                if share >= least
            ),
            self._runs(),
        ]

    def beside(self, dated: str) -> Iterator[str]:
        """The cue of what the article is about, for a figure that is dated so."""
        for scope, share in self.shares.items():
            if share >= 0.5:
                yield f"about {scope.value}, {dated}"

    def _runs(self) -> str:
        """How long the article's count has run."""
        context = self._context
        if context.start is None or context.published is None:
            return "no start is named"
        days = (context.published - context.start).days
        return f"the count runs over {next((name for most, name in _RUNS if days <= most), 'years')}"

    def _opening(self) -> Iterator[Cue]:
        """Cues of the headline and first paragraphs, and in all as much again of every later sentence with figures."""
        context = self._context
        counting = frozenset(map(context.sentence_of, context.figures))
        opens = 0
        for number, sentence in enumerate(context.document.sentences):
            if sentence.paragraph > _PARAGRAPHS:
                break
            opens += 1
            share = _HEADLINE if sentence.paragraph == 0 else 1.0 if sentence.paragraph < _PARAGRAPHS else 0.5
            times = [when for when in context.by_sentence.get(number, []) if when.at not in context.said]
            times = [when for when in times if when.role is not Role.SPAN or when.first != context.start]
            telling = self._told(number)
            if number not in counting:
                times = [when for when in times if when.role is not Role.SPAN]
                telling = [rule for rule in telling if TOPICS.get(rule, _NO_TOPIC)[1] >= 1]
            yield from (Cue(rule, share) for rule in telling)
            for rule, own in time_cues(times, Frame(None), frozenset(), frozenset()):
                yield Cue(rule, own * share)
        later = [number for number in counting if number >= opens]
        for number in later:
            yield from (Cue(rule, _BODY / len(later)) for rule in self._told(number))
        yield from self._start_cues()
        yield from (Cue(rule, _FIGURE) for figure in context.figures[:_FIGURES] for rule in _size_rules(figure))

    def _start_cues(self) -> Iterator[Cue]:
        """The cue of a day from which the article counts, if it stands in the first half of what tells figures."""
        context = self._context
        if context.start is None or context.start_at is None or context.published is None or not context.figures:
            return
        running = context.published - context.start
        last = context.document.sentences[context.sentence_of(context.figures[-1])]
        if 2 * context.start_at <= last.after and running > timedelta(days=1):
            brief = running <= _BRIEF or ATTACK_NAMED in self._told(0)
            yield Cue("the article counts from a day", 0.3 if brief else 1.0)


def _size_rules(figure: Figure) -> Iterator[str]:
    size = figure.value or figure.high or 0
    if size >= _LARGE:
        yield "a large number"
    elif 0 < size < _SMALL:
        yield "a small number"
