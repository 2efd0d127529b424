"""What other figures say of whom one counts: its whole, those beside it, and its number where it stands again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.lib.vocabulary import Outcome, Status
from tracker.reading.document import Document
from tracker.reading.figures import Figure
from tracker.reading.finding import status_words as words
from tracker.reading.finding.status_people import COUNTABLE, NamedPeople

NOUNS = frozenset({"civilians", "combatants", "people", "group"})
"""What a figure may count that leaves nothing open, or was left open on purpose."""

_SMALL, _ROUND, _NEAR, _LIST, _CLAUSE, _RECENT, _AGAIN = 20, 100, 3, 6, 30, 12, 8


class SeriesCues:
    """The figures of one document beside each other. ``stated``: what each one's noun or clause says it counts."""

    def __init__(
        self, document: Document, figures: Sequence[Figure], named: NamedPeople, stated: Sequence[str]
    ) -> None:
        self.document = document
        self.figures = figures
        self.low = document.low
        self.named = named
        self.stated = stated
        self.sentences = [document.sentence_at(figure.at) for figure in figures]
        self._same: dict[tuple[int | None, int | None, Outcome], list[int]] = {}
        for index, figure in enumerate(figures):
            self._same.setdefault((figure.value, figure.low, figure.outcome), []).append(index)

    def same_elsewhere(self, index: int, given: Sequence[Status]) -> Iterable[str]:
        """What is counted where the same number stands again."""
        figure = self.figures[index]
        size = "small" if (figure.value or 0) <= _SMALL else "round" if (figure.value or 0) % _ROUND == 0 else "odd"
        titled = figure.at < self.document.headline
        for other in self._same[figure.value, figure.low, figure.outcome][:_AGAIN]:
            if other == index:
                continue
            near = abs(self.sentences[other] - self.sentences[index]) <= 2
            if self.stated[other] in NOUNS:
                yield f"its number elsewhere: {self.stated[other]}, {size}"
                if titled or near:
                    yield f"its number elsewhere: {self.stated[other]}, {'below' if titled else 'near'}"
            if other < index:
                yield f"its number before: {given[other].value}, {size}"

    def behind(self, index: int) -> Iterable[str]:
        """What the nouns of the figures behind it in its sentence say, and whether they are parts of it."""
        figure = self.figures[index]
        after = self.document.sentences[self.sentences[index]].after
        behind = [at for at in range(index + 1, min(index + 4, len(self.figures))) if self.figures[at].at < after]
        if not behind:
            return
        joint = self._joint(figure, self.figures[behind[0]])
        forms = [self.stated[at] for at in behind]
        yield f"next: {forms[0]}"
        yield f"next: {forms[0]}, {joint}"
        if len({form for form in forms if form != "elided"}) > 1:
            yield f"next ones differ, {joint}"
        parts = [self.figures[at].value or 0 for at in behind]
        for count in (2, 3):
            if len(parts) >= count and figure.value and sum(parts[:count]) == figure.value:
                alike = len(set(forms[:count])) == 1
                yield f"sum of the next: {forms[0] if alike else 'of several sorts'}"

    def before(self, index: int, given: Sequence[Status]) -> Iterable[str]:
        """What the figures before it were given, and how it goes on from them."""
        if not index:
            yield "first figure"
            return
        figure, last = self.figures[index], self.figures[index - 1]
        status, form = str(given[index - 1].value), self.stated[index - 1]
        where = self._apart(index - 1, index)
        outcome = "same outcome" if last.outcome is figure.outcome else "another outcome"
        yield f"last: {status}, {where}"
        yield f"last: {status}, {where}, {outcome}"
        yield f"last: {status}, {where}, {form}"
        if where == "same sentence":
            joint = self._joint(last, figure)
            yield f"last: {status}, {joint}"
            yield f"last: {status}, {joint}, {form}"
            whole = self._whole(index)
            if whole is not None:
                yield f"whole: {given[whole].value}"
                yield f"whole: {given[whole].value}, {self.stated[whole]}"
            if index > 1 and self.sentences[index - 2] == self.sentences[index]:
                yield f"two back: {given[index - 2].value}, {joint}"
                if given[index - 2] is not given[index - 1]:
                    yield f"last two differ, {joint}"
                    yield f"last two differ, {outcome}"
        if where != "far before":
            after = max(last.after, (last.noun or 0) + 1)
            named = [one for one in self.named.within(after, figure.at) if one.sort in COUNTABLE]
            yield f"last: {status}, then {named[-1].sort if named else 'nobody'}"
        if not words.MORE.isdisjoint(self.low[max(0, figure.at - 1) : figure.after + 1]):
            yield f"last: {status}, more of them"
        sentence = self.document.sentences[self.sentences[index]]
        if where != "same sentence" and not words.WORST.isdisjoint(
            self.low[max(sentence.first, figure.at - _CLAUSE) : figure.at]
        ):
            yield f"last: {status}, of another attack"
        if is_parted(self.document, figure):
            yield f"of them: last {status}"
        for before in range(index - 2, max(-1, index - 5), -1):
            if self.figures[before].outcome is figure.outcome and last.outcome is not figure.outcome:
                yield f"last of its outcome: {given[before].value}, {self._apart(before, index)}"
                break
        recent = given[max(0, index - _RECENT) : index]
        if len(recent) >= _NEAR and len(set(recent)) == 1:
            yield f"all of late: {status}"
        yield f"combatants of late: {round(recent.count(Status.COMBATANT) / len(recent) * 4)} of 4"

    def _whole(self, index: int) -> int | None:
        """The figure of its sentence that this one, or the list that it goes on with, is a part of."""
        for at in range(index, max(0, index - _LIST), -1):
            if self.sentences[at - 1] != self.sentences[index]:
                return None
            joint = self._joint(self.figures[at - 1], self.figures[at])
            if joint == "a part":
                return at - 1
            if joint == "past a semicolon":
                return None
        return None

    def _apart(self, before: int, index: int) -> str:
        here, there = self.sentences[index], self.sentences[before]
        if here == there:
            return "same sentence"
        sentences = self.document.sentences
        paragraphs = sentences[here].paragraph - sentences[there].paragraph
        if not paragraphs:
            return "sentence before" if here - there == 1 else "same paragraph"
        return "paragraph before" if paragraphs == 1 else "far before"

    def _joint(self, one: Figure, other: Figure) -> str:
        """How two figures of a sentence are joined."""
        between = self.low[max(one.after, (one.noun or 0) + 1) : other.at]
        if not words.PARTS.isdisjoint(between[-6:]) or is_parted(self.document, other):
            return "a part"
        if ";" in between:
            return "past a semicolon"
        if len(between) <= _NEAR:
            return "joined"
        if "and" in between[-2:] or "," in between[-2:]:
            return "listed"
        return "further"


def is_parted(document: Document, figure: Figure) -> bool:
    """Whether the number is a part of people named before: "60 of them", "of whom 12"."""
    behind, before = document.low[figure.after : figure.after + 2], document.low[max(0, figure.at - 2) : figure.at]
    return (behind[:1] == ["of"] and behind[-1] in words.THEM) or not words.WHOM.isdisjoint(before)
