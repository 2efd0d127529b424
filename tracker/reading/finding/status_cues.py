"""What speaks for a figure's counting civilians, combatants or anyone, cue by cue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import log2

from tracker.lib.vocabulary import Group, Outcome, Status
from tracker.reading.claimants.metonyms import PEOPLES
from tracker.reading.document import Document
from tracker.reading.figures import Figure
from tracker.reading.finding import status_words as words
from tracker.reading.finding.armed import NAMES, NEUTRAL
from tracker.reading.finding.grammar import AUXILIARIES, MARKS
from tracker.reading.finding.people import PEOPLE, Kind
from tracker.reading.finding.status_people import (
    ARMED_SORTS,
    COUNTABLE,
    OTHER_SORTS,
    Named,
    NamedPeople,
    Sort,
    coarsely,
)
from tracker.reading.finding.status_predicate import in_uniform, opened_by, predicated
from tracker.reading.finding.status_series import NOUNS, SeriesCues, is_parted

_BEFORE, _BEHIND, _NEAR, _FURTHER = 40, 25, 3, 8
_SMALL, _ROUND = 20, 100
_TOLD = {Status.CIVILIAN: "civilians", Status.COMBATANT: "combatants"}


class StatusCues:
    """The cues of one document's figures. ``kinds``: what each figure's own noun says."""

    def __init__(self, document: Document, figures: Sequence[Figure], kinds: Sequence[Kind]) -> None:
        self.document = document
        self.figures = figures
        self.kinds = kinds
        self.low = document.low
        self.named = NamedPeople(document)
        self.sentences = [document.sentence_at(figure.at) for figure in figures]
        self.nouns = frozenset(figure.noun for figure in figures if figure.noun is not None)
        self.clauses = [
            in_uniform(document, figure) or predicated(document, figure) or opened_by(document, figure)
            for figure in figures
        ]
        self.forms = [self._form(index) for index in range(len(figures))]
        self.stated = [self._stated(index) for index in range(len(figures))]
        self._talks: dict[int, str] = {}
        self._article = self._of_article()
        self._series = SeriesCues(document, figures, self.named, self.stated)

    def of(self, index: int, given: Sequence[Status]) -> set[str]:
        """The cues of one figure, where those before it were ``given`` their status."""
        cues = set(self._own_words(index))
        around = {
            *self._before(index), *self._behind(index), *self._beside_cue(index), *self._manner(index),
            *self._sentences_around(index), *self._series.same_elsewhere(index, given), *self._series.behind(index),
            *self._series.before(index, given), *self._article,
        }  # fmt: skip
        said = self.clauses[index]
        if said is not None:
            cues.add(f"clause says: {said.status.value}, {said.group.value}")
            cues.add(f"clause says: {said.status.value}")
        form = self.forms[index]
        if form in NOUNS:
            around = {f"{form} counted: {cue}" for cue in around}
        return cues | around

    def _form(self, index: int) -> str:
        """What the noun counted leaves open."""
        figure, kind = self.figures[index], self.kinds[index]
        noun = self.low[figure.noun] if figure.noun is not None else ""
        if kind.status in _TOLD:
            return _TOLD[kind.status]
        if kind.group not in (Group.NONE, Group.MEN):
            return "group"
        if not noun:
            behind = self.low[figure.after : figure.after + 4]
            return "people" if behind[:1] == ["of"] and not words.NEAR["kin"].isdisjoint(behind) else "elided"
        if noun in NEUTRAL or (noun in words.LADS and self.document.word((figure.noun or 0) - 1) in ("our", "my")):
            return "men"
        if noun in PEOPLE:
            return "people"
        return "dead" if noun in words.HURT else "name"

    def _stated(self, index: int) -> str:
        """What the noun or the clause says of those counted."""
        form, said = self.forms[index], self.clauses[index]
        if form in NOUNS or said is None:
            return form
        return _TOLD.get(said.status, form if said.group is Group.NONE else "group")

    def _own_words(self, index: int) -> Iterable[str]:
        figure, form, kind = self.figures[index], self.forms[index], self.kinds[index]
        noun = self.low[figure.noun] if figure.noun is not None else ""
        yield f"counted: {form}"
        yield f"counted: {form}, {figure.outcome.value}"
        if form in ("men", "dead"):
            yield f"counted: {noun}"
        if figure.noun is not None and not words.OWNING.isdisjoint(
            self.low[max(figure.after, figure.noun - 2) : figure.noun]
        ):
            yield f"counted: somebody's {form}"
            first = self.document.sentences[self.sentences[index]].first
            owners = [
                one for one in self.named.within(max(first, figure.at - _BEFORE), figure.at) if one.sort in COUNTABLE
            ]
            yield f"counted: {form} of {coarsely(owners[-1].sort) if owners else 'somebody'}"
        if kind.group is not Group.NONE:
            yield f"counted: {kind.group.value}"
        if form == "name":
            yield (
                "counted: a people" if noun in PEOPLES else "counted: an armed group" if noun in NAMES else "counted: ?"
            )
        if figure.implicit:
            yield "one person told of"
        if figure.at < self.document.headline:
            yield f"in the headline, {form}"

    def _before(self, index: int) -> Iterable[str]:
        """Whom its sentence names before it."""
        figure = self.figures[index]
        sentence = self.document.sentences[self.sentences[index]]
        begin = max(sentence.first, figure.at - _BEFORE)
        named = [one for one in self.named.within(begin, figure.at) if one.sort in COUNTABLE]
        if ":" in self.low[max(begin, figure.at - 2) : figure.at]:
            yield from (f"label: {coarsely(one.sort)}" for one in named[-2:])
        if not named:
            return
        last = named[-1]
        link = self._link_before(last, index)
        yield f"before it: {coarsely(last.sort)}, {link}"
        if link not in ("killing", "struck", "doing"):
            yield f"before it: {coarsely(last.sort)}, {self.forms[index]}"
        if figure.at - last.at <= _NEAR:
            yield f"before it: {last.sort}, near"
        if is_parted(self.document, figure):
            yield f"of them: {coarsely(last.sort)}"

    def _link_before(self, one: Named, index: int) -> str:
        low, figure = self.low, self.figures[index]
        if one.at in self.nouns:
            return "counted"
        if not words.DOING.isdisjoint(low[max(0, one.at - 3) : one.at]):
            return "doing"
        if self.document.word(one.at + 1) in ("'s", "'"):
            return "owning"
        between, verb = low[one.at + 1 : figure.at], self.document.word(figure.at - 1)
        other = self.figures[index - 1] if index else None
        if other is not None and other.at > one.at:
            return "past another figure"
        if other is not None and one.at - other.after <= 6 and set(low[other.after : one.at]) <= words.PREDICATING:
            return "said of another figure"
        if verb in words.KILLING and not words.ATTACKING.isdisjoint(low[max(0, one.at - 5) : one.at]):
            return "struck"
        if ";" in between or ":" in between[:-1]:
            return "another clause"
        if verb in words.LOSING or not words.SUFFERING.isdisjoint(between[-4:]):
            return "losing"
        if verb in words.KILLING and AUXILIARIES.isdisjoint(between[-3:]):
            return "killing"
        if not words.KILLING.isdisjoint(between):
            return "with a fate"
        return "near" if len(between) <= _NEAR else "apart" if "," in between else "along"

    def _behind(self, index: int) -> Iterable[str]:
        """Whom its sentence names behind it and its noun, before the next figure."""
        figure = self.figures[index]
        sentence = self.document.sentences[self.sentences[index]]
        begin = max(figure.after, (figure.noun or 0) + 1)
        end = min(sentence.after, begin + _BEHIND)
        if index + 1 < len(self.figures):
            end = min(end, max(begin, self.figures[index + 1].at))
        named = [one for one in self.named.within(begin, end) if one.sort in COUNTABLE]
        if not named:
            return
        first = named[0]
        between = self.low[begin : first.at]
        yield f"behind it: {first.sort}"
        parted = self.low[max(0, figure.at - 2) : figure.at] in (["of", "the"], ["of", "those"])
        yield f"behind it: {coarsely(first.sort)}, {'of its part' if parted else self._link_behind(between)}"
        if self.forms[index] == "men":
            yield f"behind it: {coarsely(first.sort)}, {self._link_behind(between)}, men"
        yield f"behind it: {first.sort}, {_distance(len(between))}"

    def _link_behind(self, between: Sequence[str]) -> str:
        if all(word in words.PREDICATING for word in between):
            return "said of them" if between else "beside"
        near = between[-4:]
        if not words.MOSTLY.isdisjoint(near):
            return "mostly"
        if not words.DOING.isdisjoint(near):
            return "doing"
        for preposition in ("from", "of", "among", "in", "as", "on"):
            if preposition in near:
                return preposition
        return "clause" if not MARKS.isdisjoint(between) else "other"

    def _beside_cue(self, index: int) -> Iterable[str]:
        """What tells the outcome, and whom the words beside it name: "civilian deaths", "deaths of soldiers"."""
        figure = self.figures[index]
        if figure.cue is None:
            yield "told by no word near"
            return
        word = self.low[figure.cue]
        for kind, told in words.FATES.items():
            if word in told:
                yield f"told by: {kind}"
        side = "before" if figure.cue < figure.at else "behind"
        for one in self.named.within(figure.cue - 3, figure.cue):
            if one.sort in COUNTABLE and one.at not in self.nouns and one.at < figure.cue:
                yield f"before its word {side}: {one.sort}"
        for one in self.named.within(figure.cue + 1, figure.cue + 5):
            if one.sort in COUNTABLE and one.at not in self.nouns:
                of = self.document.word(figure.cue + 1) in ("of", "among")
                yield f"after its word {side}: {one.sort}, {'of' if of else 'other'}"

    def _manner(self, index: int) -> Iterable[str]:
        """Words of its clause that tell whose people they are, and of what the sentence tells."""
        figure = self.figures[index]
        sentence = self.document.sentences[self.sentences[index]]
        near = self.low[max(sentence.first, figure.at - _FURTHER) : min(sentence.after, figure.after + _FURTHER)]
        for kind, told in words.NEAR.items():
            if not told.isdisjoint(near):
                yield f"near it: {kind}"
        if any(one in words.OWNING and two in words.TOLLS for one, two in pairwise(near)):
            yield "near it: somebody's losses"
            yield f"near it: somebody's losses, {self.forms[index]}"
        if figure.cue is not None and figure.cue == figure.at - 1 and self.low[figure.cue] in words.KILLING:
            yield "object of a deed"
        if any(one in ("both", "two", "either") and two in ("sides", "side") for one, two in pairwise(near)):
            yield "near it: both sides"
            yield f"near it: both sides, {self.forms[index]}"
        if figure.outcome is Outcome.KILLED or figure.outcome is Outcome.INJURED:
            before = self.low[max(sentence.first, figure.at - 4) : figure.at]
            yield from (f"{kind} before it" for kind, told in words.FATES.items() if not told.isdisjoint(before))
        whole = set(self.low[max(sentence.first, figure.at - 60) : min(sentence.after, figure.after + 60)])
        for kind, told in words.SCENES.items():
            if not told.isdisjoint(whole):
                yield f"its sentence: {kind}"
        if figure.at - sentence.first <= 1:
            yield "opens its sentence"
        if not words.MORE.isdisjoint(self.low[max(0, figure.at - 1) : figure.after + 1]):
            yield "more of them"

    def _sentences_around(self, index: int) -> Iterable[str]:
        number = self.sentences[index]
        sentences = self.document.sentences
        sentence = sentences[number]
        yield f"its sentence: {self._talk(number)}"
        if number and sentences[number - 1].paragraph == sentence.paragraph:
            yield f"sentence before: {self._talk(number - 1)}"
            yield from self._ends_on(number - 1, "sentence before")
        elif number and sentence.paragraph:
            yield f"paragraph before: {self._talk(number - 1)}"
            yield from self._ends_on(number - 1, "paragraph before")
        if number + 1 < len(sentences) and sentences[number + 1].paragraph == sentence.paragraph:
            yield f"sentence after: {self._talk(number + 1)}"
            first = sentences[number + 1].first
            if self.low[first] in words.GOING_ON:
                named = self.named.within(first, first + _FURTHER)
                yield from (f"sentence after, of them: {coarsely(one.sort)}" for one in named if one.sort in COUNTABLE)
        if sentence.paragraph:
            yield f"headline: {self._talk(0)}"
        first = next(
            one.first for one in sentences[max(0, number - 8) : number + 1] if one.paragraph == sentence.paragraph
        )
        heading = self.low[first : first + 9]
        end = next((at for at, word in enumerate(heading) if word in ".:"), 0)
        if AUXILIARIES.isdisjoint(heading[:end]) and (heading[end] == ":" or 0 < end <= 4):
            for one in self.named.within(first, first + end):
                yield f"heading: {one.sort}"
                yield f"heading: {coarsely(one.sort)}, {self.forms[index]}"
        lead = number - 1
        while lead > max(0, number - 12) and self.low[sentences[lead].first] in words.BULLETS:
            lead -= 1
        if self.low[sentence.first] in words.BULLETS and lead >= 0:
            yield f"list under: {self._talk(lead)}"

    def _ends_on(self, number: int, where: str) -> Iterable[str]:
        sentence = self.document.sentences[number]
        named = self.named.within(max(sentence.first, sentence.after - 60), sentence.after)
        plural = [one for one in named if one.sort in COUNTABLE and one.sort is not Sort.FIGHTER]
        if plural:
            yield f"{where} ends on {plural[-1].sort}"
            yield f"{where} opens on {plural[0].sort}"
        if "?" in self.low[sentence.after - 2 : sentence.after]:
            yield from (f"asked of {coarsely(one.sort)}" for one in plural)

    def _talk(self, number: int) -> str:
        """Whom a sentence speaks of."""
        if number not in self._talks:
            sentence = self.document.sentences[number]
            sorts = {one.sort for one in self.named.within(sentence.first, min(sentence.after, sentence.first + 120))}
            self._talks[number] = _talk_of(sorts)
        return self._talks[number]

    def _of_article(self) -> frozenset[str]:
        """Of whom the article speaks where it counts: what else it tells does not bear on its figures."""
        told_in = set(self.sentences)
        sorts = [one.sort for one in self.named.all if self.document.sentence_at(one.at) in told_in]
        armed, others = sum(sort in ARMED_SORTS for sort in sorts), sum(sort in OTHER_SORTS for sort in sorts)
        civil = sum(sort is Sort.CIVILIANS for sort in sorts)
        balance = max(-3, min(3, round(log2((armed + 1) / (others + civil + 1)))))
        told = [form for form in self.forms if form in NOUNS]
        fighting = told.count("combatants") / len(told) if told else -1
        share = "no" if fighting < 0 else f"{round(fighting * 4)} of 4"
        return frozenset({
            f"article: balance {balance}", f"article: {share} counts of combatants",
            f"article: civilians named {min(civil, 3)} times",
        })  # fmt: skip


def _talk_of(sorts: set[Sort]) -> str:
    armed, others = not ARMED_SORTS.isdisjoint(sorts), not OTHER_SORTS.isdisjoint(sorts)
    if Sort.CIVILIANS in sorts:
        return "forces and civilians" if armed else "civilians"
    if armed:
        return "forces and others" if others else "forces alone"
    return "others alone" if others else "nobody"


def _distance(tokens: int) -> str:
    return "near" if tokens <= _NEAR else "within 8" if tokens <= _FURTHER else "far"
