"""What a number counts when its own words do not say: the outcome that the text was speaking of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from tracker.lib.vocabulary import Outcome
from tracker.reading.counted import Counted, NounPhrase
from tracker.reading.cues import Place
from tracker.reading.document import Document, Sentence
from tracker.reading.figures import Figure
from tracker.reading.grammar import AUXILIARIES, MARKS, PREPOSITIONS
from tracker.reading.phrases import Phrase

_TOPIC_REACH = 8
_TALLY_REACH = 7
_LABEL_REACH = 6
_LINE_REACH = 12
_HEADLESS = 3
_ANAPHORS = frozenset("other remaining rest further another additional more".split())
_AFTER_ELISION = (
    AUXILIARIES
    | MARKS
    | PREPOSITIONS
    | frozenset(
        (
            "",
            "of",
            "more",
            "others",
            "and",
            "or",
            "served",
            "worked",
            "today",
            "yesterday",
            "now",
            "so",
            "then",
            "there",
        )
    )
)
_PART_WORDS = frozenset({"that", "those", "them", "these", "whom"})
_PARTS = (["of", "whom"], ["of", "them"], ["of", "these"], ["of", "which"], ["of", "those"])


class Link(NamedTuple):
    """An outcome with what it was taken from: a cue, or a figure before."""

    outcome: Outcome
    place: Place | None = None
    source: Figure | None = None


def paragraph_starts(document: Document) -> dict[int, int]:
    """The first token of each paragraph, by the paragraph's index."""
    starts: dict[int, int] = {}
    for sentence in document.sentences:
        starts.setdefault(sentence.paragraph, sentence.first)
    return starts


class Carrier:
    """The figures found so far, and what the next number inherits from them."""

    def __init__(self, document: Document, cues: Sequence[Place]) -> None:
        self.document = document
        self.figures: list[Figure] = []
        self._sources: list[Figure | None] = []
        self._cues = [place for place in cues if place.cue.outcome is not None]
        self._starts = [place.at for place in self._cues]
        self._last_thing = -1
        self._paragraph_starts = paragraph_starts(document)

    def add(self, figure: Figure, link: Link) -> None:
        """Keep a figure that was found."""
        self.figures.append(figure)
        self._sources.append(link.source)

    def _second_of_pair(self) -> Outcome | None:
        """The outcome of B in "60 killed, 168 injured. Since October: A and B"."""
        first = self._sources[-1]
        for figure, follower in zip(self.figures[-6:], self.figures[-5:], strict=False):
            if figure is first and follower is not self.figures[-1] and follower.outcome is not figure.outcome:
                same = self.document.sentence_at(figure.at) == self.document.sentence_at(follower.at)
                return follower.outcome if same else None
        return None

    def pass_thing(self, at: int) -> None:
        """Remember that the number at token ``at`` counts no casualties: what follows may go on counting its kind."""
        self._last_thing = at

    def listed(self, phrase: Phrase) -> Link | None:
        """The link of a number that continues a list: "four Norwegians, two Americans", "60, of whom 25 were ..."."""
        if not self.figures:
            return None
        document, before = self.document, self.figures[-1]
        if self._last_thing > before.at or document.sentence_at(before.at) != document.sentence_at(phrase.at):
            return None
        between = document.low[before.after : phrase.at]
        pair = self._second_of_pair() if between == ["and"] and before.noun is None else None
        if pair is not None:
            return Link(pair, None, None)
        near = len(between) <= 6 and between[-1:] in ([","], ["and"], ["including"], ["plus"])
        if near or between == ["to"] or between[-2:] in _PARTS:
            return Link(before.outcome, None, before)
        return None

    def inherited(self, phrase: Phrase, counted: NounPhrase) -> Link | None:
        """The link of a number that no cue reaches; None when nothing says that it continues what went before."""
        document = self.document
        before = document.word(phrase.at - 1)
        if self._is_alone(phrase):
            return self._told_in(phrase.after, phrase.after + _HEADLESS)
        if before == ":" and counted.counted is not Counted.UNKNOWN:
            return self.topic(phrase, paragraphs=3 if self._opens_line(phrase) else 1)
        if counted.counted is Counted.UNKNOWN or phrase.is_vague:
            return None
        around = document.low[max(0, phrase.at - 2) : phrase.after + 1]
        anaphoric = bool(_ANAPHORS.intersection(around))
        if counted.counted is Counted.PEOPLE and not anaphoric:
            return self.label(phrase)
        if counted.counted is Counted.ELIDED and not anaphoric and document.word(phrase.after) not in _AFTER_ELISION:
            return None
        if before in ("the", "those", "these") and not anaphoric:
            return None
        return self.topic(phrase, paragraphs=1)

    def tallied(self, phrase: Phrase, tally: Place) -> Link | None:
        """The link of a number told by a word such as "figure" or "total"."""
        begin = bisect_left(self._starts, tally.after)
        for place in self._cues[begin : begin + 1]:
            between = self.document.low[tally.after : place.at]
            if len(between) <= _TALLY_REACH and not MARKS.intersection(between):
                return Link(place.cue.outcome or Outcome.KILLED, place)
        end = self.document.sentences[self.document.sentence_at(phrase.first)].after
        return self.topic(phrase, paragraphs=3, tally=True) or self._told_in(phrase.after, end)

    def topic(self, phrase: Phrase, paragraphs: int, tally: bool = False) -> Link | None:
        """What was spoken of before ``phrase``, at most so many paragraphs back."""
        document = self.document
        here = document.sentence_at(phrase.first)
        own = document.sentences[here].paragraph
        for index in range(here, max(-1, here - _TOPIC_REACH), -1):
            sentence = document.sentences[index]
            if own - sentence.paragraph > paragraphs:
                return None
            if index < here and self._is_aside(sentence, tally):
                continue
            figure = self._figure_of(index, index == here)
            told = None if figure else self._told_in(sentence.first, min(phrase.first, sentence.after))
            last = figure.at if figure else told.place.at if told and told.place else -1
            if self._last_thing >= sentence.first and self._last_thing > last:
                return None
            if figure:
                return Link(figure.outcome, None, figure)
            if told:
                return told
        return None

    def _is_aside(self, sentence: Sentence, tally: bool) -> bool:
        """A sentence on a part ("Of them, 80 ...") that a later total does not go on from."""
        low = self.document.low
        return tally and low[sentence.first] == "of" and self.document.word(sentence.first + 1) in _PART_WORDS

    def _figure_of(self, index: int, own: bool) -> Figure | None:
        """The sentence's main figure: the last one before the number, or the first of an earlier sentence."""
        sentence = self.document.sentences[index]
        found = [figure for figure in self.figures[-8:] if sentence.first <= figure.at < sentence.after]
        return found[-1 if own else 0] if found else None

    def _told_in(self, first: int, after: int) -> Link | None:
        """The last cue in these tokens."""
        begin, end = (bisect_left(self._starts, at) for at in (first, after))
        if end <= begin:
            return None
        place = self._cues[end - 1]
        return Link(place.cue.outcome or Outcome.KILLED, place)

    def label(self, phrase: Phrase) -> Link | None:
        """The cue of the label that opens the paragraph: "Abductions. 15 girls", "CAPTURED: six drivers"."""
        document = self.document
        sentence = document.sentences[document.sentence_at(phrase.first)]
        first = self._paragraph_starts[sentence.paragraph]
        if document.low[first][0].isdecimal():
            first += 2
        if self._last_thing >= first:
            return None
        label = document.low[first : first + _LABEL_REACH]
        ends = [label.index(mark) for mark in (":", ".") if mark in label]
        return self._told_in(first, first + min(ends)) if ends else None

    def _is_alone(self, phrase: Phrase) -> bool:
        """Whether the number is a line of its own, explained by the line below it."""
        sentence = self.document.sentences[self.document.sentence_at(phrase.first)]
        return phrase.at == sentence.first and phrase.after == sentence.after

    def _opens_line(self, phrase: Phrase) -> bool:
        """Whether the line is a label and the number: "South: 275"."""
        sentence = self.document.sentences[self.document.sentence_at(phrase.first)]
        return phrase.at - sentence.first <= _LINE_REACH
