"""What a count shares with the counts around it: it goes on from one, is a part of one, or sums up several."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.lib.vocabulary import Group, Status
from tracker.reading.claimants.metonyms import PEOPLES
from tracker.reading.document import Document
from tracker.reading.figures import Figure
from tracker.reading.finding import status_clues as clues
from tracker.reading.finding.armed import CIVIL, TURNING
from tracker.reading.finding.people import Kind
from tracker.reading.finding.status_setting import STRUCK, TOWN

_SUMMING = frozenset({"all", "altogether", "total"})
_MORE = frozenset({"more", "others", "other", "another"})
_SUPERLATIVES = frozenset("worst deadliest bloodiest heaviest biggest largest costliest grimmest".split())
_OTHERS = frozenset({"others", "further", "another", "additional", "other"})
_OTHERS_REACH = 2
_CLAUSE = 30
_LISTED = frozenset({"names", "obituaries", "graves"})
_FELLOWS = frozenset({"colleague", "colleagues"})
_CALLINGS = frozenset({Group.POLICE, Group.HEALTH_WORKERS, Group.AID_WORKERS, Group.JOURNALISTS})
_REACH = 8


class Series:
    """One document's figures in the order of the text."""

    def __init__(self, document: Document, figures: Sequence[Figure]) -> None:
        self.document = document
        self.figures = figures
        self._index = {id(figure): at for at, figure in enumerate(figures)}

    def before(self, index: int) -> Figure | None:
        """The figure before; for "of the dead, 18" the last one with the same outcome."""
        figure, document = self.figures[index], self.document
        opens = document.low[document.sentences[document.sentence_at(figure.at)].first] == "of"
        of_the = document.low[figure.after : figure.after + 2] == ["of", "the"]
        if opens or (of_the and document.word(figure.after + 2) in clues.HURT):
            for before in reversed(self.figures[max(0, index - 4) : index]):
                if before.outcome is figure.outcome:
                    return before
        return self.figures[index - 1] if index else None

    def continues(self, figure: Figure, before: Figure | None) -> bool:
        """Whether the number, its noun elided, goes on counting the people of the figure before."""
        document = self.document
        if before is None or (figure.noun is not None and document.low[figure.noun] not in clues.HURT):
            return False
        here, there = document.sentence_at(figure.at), document.sentence_at(before.at)
        if here == there or (here - there <= _OTHERS_REACH and self._counts_others(figure)):
            return True
        parted = document.word(figure.after) == "of"
        if figure.noun is not None and not parted and document.low[figure.noun] not in _LISTED:
            return False
        same = document.sentences[here].paragraph == document.sentences[there].paragraph
        opens = figure.at == document.sentences[here].first
        if same and (before.category is Status.COMBATANT or (opens and before.category is Status.CIVILIAN)):
            return True
        if before.outcome is not figure.outcome and not (parted and figure.noun is not None):
            return False
        parted = document.low[document.sentences[here].first] in ("of", "among", "the")
        near = document.sentences[here].paragraph - document.sentences[there].paragraph
        return here - there <= (3 if parted else 1) and near <= parted

    def _counts_others(self, figure: Figure) -> bool:
        """Whether the words about the number say that it counts more of the same: "a further 30", "nine others"."""
        low = self.document.low
        return not _OTHERS.isdisjoint(
            (*low[max(0, figure.at - 1) : figure.at + 1], *low[figure.after - 1 : figure.after + 1])
        ) and low[figure.at : figure.at + 2] != ["more", "than"]

    def main(self, source: Figure, figure: Figure) -> Figure | None:
        """The figure that ``figure`` goes on from: not a part of another, not the last of a mixed list."""
        source = self._whole(source)
        between = self.document.low[source.after : figure.at]
        turned = source.category is Status.COMBATANT and (
            not TURNING.isdisjoint(between) or self._names_people(source, figure)
        )
        turned = turned or (source.category is Status.COMBATANT and self._tells_of_town(source, figure))
        mixed = source.outcome is not figure.outcome and self._ends_mixed_list(source)
        return None if turned or mixed else source

    def stands_apart(self, source: Figure, figure: Figure, linked: bool) -> bool:
        """Whether a figure of a later sentence speaks of another attack, or counts the same dead in another way."""
        document = self.document
        sentence = document.sentences[document.sentence_at(figure.at)]
        if not _SUPERLATIVES.isdisjoint(document.low[max(sentence.first, figure.at - _CLAUSE) : figure.at]):
            return True
        if source.category is not Status.CIVILIAN:
            return False
        later = sentence.paragraph != document.sentences[document.sentence_at(source.at)].paragraph
        return later or (not linked and source.outcome is figure.outcome)

    def _tells_of_town(self, source: Figure, figure: Figure) -> bool:
        """Whether a later sentence than that of the figure before has those who speak for a town, or its homes."""
        sentence = self.document.sentences[self.document.sentence_at(figure.at)]
        more = not _MORE.isdisjoint(self.document.low[figure.at : figure.after + 1])
        return (
            not more
            and source.at < sentence.first
            and not TOWN.isdisjoint(self.document.low[source.after : figure.after + 8])
        )

    def _names_people(self, source: Figure, figure: Figure) -> bool:
        """Whether a people is named, not as the speaker, between the figure before and one of a later sentence."""
        document = self.document
        sentence = document.sentences[document.sentence_at(figure.at)]
        if source.at >= sentence.first:
            return False
        words = document.low[source.after : sentence.first] + document.low[sentence.first + 2 : figure.at]
        return not PEOPLES.isdisjoint(words)

    def _whole(self, figure: Figure) -> Figure:
        """The count that ``figure`` is a part of, or itself: after "19 killed, 13 of them children" one goes on
        from the 19."""
        index = self._index[id(figure)]
        for _ in range(_REACH):
            if not self._same_sentence(index):
                break
            if not clues.is_part(self.document, self.figures[index], self.figures[index - 1]):
                break
            index -= 1
        return self.figures[index]

    def _same_sentence(self, index: int) -> bool:
        """Whether the figure stands in the sentence of the one before it."""
        at = self.document.sentence_at
        return index > 0 and at(self.figures[index].at) == at(self.figures[index - 1].at)

    def _ends_mixed_list(self, last: Figure) -> bool:
        """Whether figures before ``last`` in its sentence count people of another status."""
        after = self._index[id(last)] + 1
        first = self.document.sentences[self.document.sentence_at(last.at)].first
        near = self.figures[max(0, after - _REACH) : after]
        return len({figure.category for figure in near if figure.at >= first}) > 1

    def status_of_whole(self, figure: Figure, before: Figure | None) -> Status | None:
        """The status of a count of which this one is a part: "60 soldiers, four officers among them"."""
        document = self.document
        if before is None or before.category is Status.ANY:
            return None
        if document.sentence_at(before.at) != document.sentence_at(figure.at):
            return None
        if before.category is Status.COMBATANT and figure.group not in (Group.NONE, Group.CHILDREN, Group.WOMEN):
            return None
        told = before.noun is not None and document.low[before.noun] in CIVIL
        listed = (before.group is not Group.NONE or not told) and document.word(figure.at - 1) in ("and", ",")
        if before.category is Status.CIVILIAN and listed:
            return Status.CIVILIAN
        return before.category if clues.is_part(document, figure, before) else None

    def shared_group(self, figure: Figure, before: Figure | None) -> Kind | None:
        """Status and group that go on: "five nurses were killed and three more hurt", "two of his colleagues"."""
        if before is None or before.group in (Group.NONE, Group.MEN) or before.value == figure.value:
            return None
        low, here = self.document.low, self.document.sentence_at
        if here(figure.at) - here(before.at) > 1:
            return None
        noun = low[figure.noun] if figure.noun is not None else ""
        around = (low[figure.at] if low[figure.at] != "more" else "", *low[figure.after - 1 : figure.after + 1])
        more = "or" not in low[figure.at : figure.after] and not noun and not _MORE.isdisjoint(around)
        more = more and (before.group in _CALLINGS or "more" in around) and self._is_one_clause(before, figure)
        alone = here(figure.at) == here(before.at) and not self._same_sentence(self._index[id(before)])
        alone = alone and self._is_one_clause(before, figure)
        more = more or (alone and (not noun or noun in STRUCK) and before.group in _CALLINGS)
        latter = low[figure.after : figure.after + 3] == ["of", "the", "latter"]
        return Kind(before.category, before.group) if more or latter or noun in _FELLOWS else None

    def _is_one_clause(self, before: Figure, figure: Figure) -> bool:
        """Whether one clause tells of both: "two nurses died and three more were hurt"."""
        between = self.document.low[before.after : figure.at]
        here = self.document.sentence_at(figure.at)
        opens = (
            "more" in self.document.low[figure.at : figure.after + 1]
            and figure.at == self.document.sentences[here].first
        )
        same = self.document.sentence_at(before.at) == here or opens
        return same and {";", "which", "that"}.isdisjoint(between)

    def is_sum_of_list(self, index: int) -> bool:
        """Whether the number, its noun elided, is the sum of the fighters counted before: "In all, 1,400"."""
        figure, low = self.figures[index], self.document.low
        first = self.document.sentences[self.document.sentence_at(figure.at)].first
        before = self.figures[max(0, index - 2) : index]
        summed = low[first] in _SUMMING or low[first : first + 2] in (["in", "all"], ["in", "total"])
        return summed and len(before) == 2 and all(one.category is Status.COMBATANT for one in before)
