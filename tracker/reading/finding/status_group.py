"""The group of the people counted: children, women, police, medics ..., by their noun, age, calling or label."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.lib.vocabulary import Group, Status
from tracker.reading.document import Document
from tracker.reading.figures import Figure
from tracker.reading.finding.armed import is_fighter
from tracker.reading.finding.people import PEOPLE, Kind
from tracker.reading.finding.status_ages import group_by_age
from tracker.reading.finding.status_callings import calling
from tracker.reading.finding.status_predicate import are_lumped, in_uniform
from tracker.reading.finding.status_words import BULLETS, FORCES, HURT, MILITARY, MORE, NEUTRAL_OF_FORCE, OWN

_OPEN = frozenset({Group.NONE, Group.MEN})
_CALLINGS = frozenset({Group.POLICE, Group.HEALTH_WORKERS, Group.AID_WORKERS, Group.JOURNALISTS})
_STRUCK = frozenset("names dead wounded injured missing killed captured".split())
_FELLOWS = frozenset({"colleague", "colleagues"})
_RESERVES = frozenset({"reserve", "paramilitary", "frontier", "border"})
_OFFICERS = frozenset({"officer", "officers"})
_REACH, _LABEL, _NEAR_END, _OPENING, _BACK, _SENTENCE, _SMALL, _ROUND, _SENTENCES = 6, 16, 3, 6, 40, 60, 20, 100, 8


class Groups:
    """Gives the figures of a document their groups, in text order."""

    def __init__(
        self, document: Document, figures: Sequence[Figure], kinds: Sequence[Kind], clauses: Sequence[Kind | None]
    ) -> None:
        self.document = document
        self.low = document.low
        self.figures = figures
        self.kinds = kinds
        self.clauses = clauses

    def of(self, index: int) -> tuple[Group, str]:
        """The group of one figure and the rule that gave it; the figures before it have theirs."""
        figure, kind = self.figures[index], self.kinds[index]
        if kind.status is not Status.ANY or are_lumped(self.document, figure):
            return kind.group, "the noun counted says so"
        if kind.group in _OPEN:
            aged = group_by_age(self.document, max(figure.after, (figure.noun or 0) + 1))
            if aged is not Group.NONE:
                return aged, "the age told says so"
        uniform = in_uniform(self.document, figure)
        if uniform is not None and kind.group is Group.NONE:
            return uniform.group, "in uniform"
        if kind.group not in _OPEN:
            return kind.group, "the noun counted names a group"
        if (shared := self._taken_over(index)) is not None:
            return shared, "more of the group counted before"
        said = self.clauses[index]
        if said is not None:
            return said.group, "the clause says who they were"
        labelled = self._labelled(figure)
        return (kind.group, "no group is named") if labelled is None else (labelled, "the label before the number")

    def _word(self, figure: Figure) -> str:
        return self.low[figure.noun] if figure.noun is not None else ""

    def _taken_over(self, index: int) -> Group | None:
        """The group that goes on: "five nurses were killed and three more hurt", "two of his colleagues"."""
        if not index or self.clauses[index] is not None:
            return None
        figure, before = self.figures[index], self.figures[index - 1]
        if before.group in _OPEN or before.value == figure.value:
            return None
        here, there = self.document.sentence_at(figure.at), self.document.sentence_at(before.at)
        if here - there > 1:
            return None
        noun, low = self._word(figure), self.low
        if noun in _FELLOWS or low[figure.after : figure.after + 3] == ["of", "the", "latter"]:
            return before.group
        around = (low[figure.at] if low[figure.at] != "more" else "", *low[figure.after - 1 : figure.after + 1])
        more = "or" not in low[figure.at : figure.after] and not noun and not MORE.isdisjoint(around)
        more = more and (before.group in _CALLINGS or "more" in around)
        first_two = here == there and not (index > 1 and self.document.sentence_at(self.figures[index - 2].at) == there)
        alone = first_two and (not noun or noun in _STRUCK) and before.group in _CALLINGS
        return before.group if (more or alone) and self._is_one_clause(before, figure) else None

    def _is_one_clause(self, before: Figure, figure: Figure) -> bool:
        """Whether one clause tells of both: "two nurses died and three more were hurt"."""
        here = self.document.sentence_at(figure.at)
        opens = "more" in self.low[figure.at : figure.after + 1] and figure.at == self.document.sentences[here].first
        same = self.document.sentence_at(before.at) == here or opens
        return same and {";", "which", "that"}.isdisjoint(self.low[before.after : figure.at])

    def _labelled(self, figure: Figure) -> Group | None:
        """ "Women killed in the two months: 351", "- children under 18, 312"."""
        if figure.noun is not None and self.low[figure.noun] not in HURT:
            return None
        first = self.document.sentences[self.document.sentence_at(figure.at)].first
        mark = self.document.word(figure.at - 1)
        if mark == ",":
            for at in range(figure.at - 2, max(first, figure.at - _OPENING) - 1, -1):
                if at == first or self.low[at - 1] in BULLETS | {";", ":", "."}:
                    return PEOPLE[self.low[at]].group if self.low[at] in PEOPLE else None
        if mark != ":":
            return None
        speaking = figure.cue is not None and figure.cue > figure.at
        for at in range(max(first, figure.at - _LABEL), figure.at):
            word, follows = self.low[at], self.document.word(at + 1)
            near = at - first <= _NEAR_END or figure.at - at <= _NEAR_END
            if word in PEOPLE and near and follows not in ("'", "'s"):
                group = PEOPLE[word].group
                return None if speaking and group in _CALLINGS and follows == ":" else group
        return None


def kind_counted(document: Document, figure: Figure) -> Kind:
    """What the figure's noun says, with whoever is named beside it: a reserve of the police, an agency's staff."""
    kind = Kind(figure.category, figure.group)
    if figure.noun is None:
        return kind
    if document.low[figure.noun] == "police" and document.word(figure.noun - 1) in _RESERVES:
        return Kind(Status.COMBATANT)
    if kind.status is Status.COMBATANT and document.low[max(0, figure.noun - 2) : figure.noun] == ["non", "-"]:
        return Kind(Status.CIVILIAN, kind.group)
    if kind.status is Status.ANY and kind.group in _OPEN:
        group = Group.POLICE if _are_police(document, figure) else calling(document, figure)
        return kind if group is Group.NONE else Kind(Status.ANY, group)
    return kind


def _are_police(document: Document, figure: Figure) -> bool:
    """Whether men or officers, by whoever is named beside or before them, are those of the police."""
    noun, low = document.word(figure.noun or 0), document.low
    if noun not in NEUTRAL_OF_FORCE or figure.noun is None:
        return False
    if document.word(figure.at - 1) == "police" and noun == "men":
        return True
    ahead = low[figure.noun + 1 : figure.noun + _REACH]
    if ahead[:1] == ["of"] and "police" in ahead:
        return True
    if noun == "men" and _heading(document, figure) is Group.POLICE:
        return True
    if noun in _OFFICERS:
        return _service(document, figure) is Group.POLICE
    if OWN.isdisjoint(low[max(0, figure.noun - 2) : figure.noun]):
        return document.word(figure.at - 1) == "police"
    before = reversed(low[max(0, figure.noun - _BACK) : figure.noun])
    return next((word for word in before if word == "police" or is_fighter(word) or word in FORCES), "") == "police"


def _service(document: Document, figure: Figure) -> Group:
    """Whose officers they are, by what the sentence and the one before it name: the police or an army, not both."""
    here = document.sentence_at(figure.at)
    after = min(document.sentences[here].after, figure.after + _SENTENCE)
    for back in (0, 1):
        first = max(document.sentences[max(0, here - back)].first, figure.at - _SENTENCE)
        words = document.low[first:after]
        police, army = "police" in words, not MILITARY.isdisjoint(words)
        if police != army:
            return Group.POLICE if police else Group.NONE
    return Group.NONE


def _heading(document: Document, figure: Figure) -> Group:
    """The group that opens the sentence's paragraph before a mark: "Police. Two men died"."""
    number = document.sentence_at(figure.at)
    paragraph = document.sentences[number].paragraph
    first = document.sentences[number].first
    for before in document.sentences[max(0, number - _SENTENCES) : number]:
        if before.paragraph == paragraph:
            first = min(first, before.first)
    heading = document.low[first : first + _REACH]
    end = next((at for at, word in enumerate(heading) if word in ".:"), 0)
    return next((PEOPLE[word].group for word in heading[:end] if word in PEOPLE), Group.NONE)


def agree_on_groups(figures: Sequence[Figure], headline: int) -> None:
    """A number given twice, once with its noun and once without, counts the same group both times."""
    named = {
        (figure.value, figure.low, figure.outcome): figure
        for figure in figures
        if figure.group is not Group.NONE and (figure.value or 0) > _SMALL
    }
    for figure in figures:
        other = named.get((figure.value, figure.low, figure.outcome))
        bare = figure.noun is None and figure.rules["group"] == "no group is named"
        if other is not None and bare and ((figure.value or 0) % _ROUND or figure.at < headline):
            figure.group = other.group
            figure.note("group", "as where the number stands again", 0.85)
