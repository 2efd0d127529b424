"""What the words around a number tell of people: the cues of a question, of a clause, of the next sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from tracker.lib.vocabulary import Outcome
from tracker.reading.document import Document
from tracker.reading.figures import Figure
from tracker.reading.finding.counted import NounPhrase
from tracker.reading.finding.cues import Place
from tracker.reading.finding.grammar import BE, DEEDS, MARKS
from tracker.reading.finding.phrases import Phrase

_ASKED = 3
_ANSWER_REACH = 3
_TOLD_OF_THEM = 8
_OPENING = 6
_PASSIVE_COST = 3
_HOW_MANY = frozenset({"how", "number", "count", "toll", "figure"})
_THEIR_BODIES = (["their", "bodies"], ["their", "corpses"], ["their", "remains"])
_THEY = frozenset({"they", "all", "both", "none"})


class Link(NamedTuple):
    """An outcome with what it was taken from: a cue, which may be some way off, or a figure before."""

    outcome: Outcome
    place: Place | None = None
    source: Figure | None = None
    cost: int = 0


class Told:
    """The cues of a document that tell an outcome, by where they stand."""

    def __init__(self, document: Document, cues: Sequence[Place]) -> None:
        self.document = document
        self._all_cues = cues
        self._cues = [place for place in cues if place.cue.outcome is not None]
        self._all_starts = [place.at for place in cues]
        self._starts = [place.at for place in self._cues]

    def last_in(self, first: int, after: int) -> Link | None:
        """The last cue in these tokens."""
        begin, end = (bisect_left(self._starts, at) for at in (first, after))
        if end <= begin:
            return None
        place = self._cues[end - 1]
        return Link(place.cue.outcome or Outcome.KILLED, place)

    def first_in(self, first: int, after: int) -> Link | None:
        """The first cue in these tokens."""
        begin = bisect_left(self._starts, first)
        if begin == len(self._starts) or self._starts[begin] >= after:
            return None
        place = self._cues[begin]
        return Link(place.cue.outcome or Outcome.KILLED, place)

    def any_in(self, first: int, after: int) -> bool:
        """Whether any cue, of a casualty or of something else, stands in these tokens."""
        begin = bisect_left(self._all_starts, first)
        return begin < len(self._all_starts) and self._all_starts[begin] < after

    def next_after(self, at: int) -> Place | None:
        """The first cue from token ``at`` on."""
        begin = bisect_left(self._starts, at)
        return self._cues[begin] if begin < len(self._cues) else None

    def answers_otherwise(self, phrase: Phrase) -> bool:
        """Whether the number answers what the text asks of people alive: "Has anyone come out? Yes: 117"."""
        here = self.document.sentence_at(phrase.first)
        sentence, before = self.document.sentences[here], self.document.sentences[max(0, here - 1)]
        if phrase.at - sentence.first > _ANSWER_REACH or "?" not in self.document.low[before.after - 2 : before.after]:
            return False
        begin, end = (bisect_left(self._all_starts, at) for at in (before.first, before.after))
        if end <= begin:
            return False
        last = self._all_cues[end - 1].cue
        return last.outcome is None and not last.tally

    def asked(self, phrase: Phrase) -> Link | None:
        """The cue of the question that a number answers: "How many are missing? Four servicemen, he says"."""
        here = self.document.sentence_at(phrase.first)
        for index in range(here - 1, max(-1, here - _ASKED), -1):
            sentence = self.document.sentences[index]
            if "?" in self.document.low[sentence.after - 2 : sentence.after]:
                return self.last_in(sentence.first, sentence.after)
        return None

    def told_of_them(self, phrase: Phrase, counted: NounPhrase) -> Link | None:
        """The cue of a next sentence that speaks of those counted: "They stopped 12 men. All were shot"."""
        here = self.document.sentence_at(phrase.first) + 1
        if (same := self.killed_them(phrase)) is not None:
            return same
        acting = self.document.word(counted.after) in DEEDS
        elided = counted.noun is None and self.document.word(phrase.after) not in BE
        if elided or acting or here >= len(self.document.sentences):
            return None
        sentence = self.document.sentences[here]
        if self.document.low[sentence.first] not in _THEY:
            return None
        found = self.first_in(sentence.first, min(sentence.after, sentence.first + _TOLD_OF_THEM))
        acted = found is not None and found.place is not None and found.place.cue.ahead > _PASSIVE_COST
        return None if acted else found

    def killed_them(self, phrase: Phrase) -> Link | None:
        """The verb of the same sentence that has them for its object: "was aimed at two men, and killed both"."""
        end = self.document.sentences[self.document.sentence_at(phrase.first)].after
        begin = bisect_left(self._starts, phrase.after)
        for place in self._cues[begin : begin + 2]:
            them = self.document.word(place.after) in ("both", "all", "them")
            if place.after < end and them and self.document.word(place.after + 1) in MARKS | {"all", "both", "of"}:
                return Link(place.cue.outcome or Outcome.KILLED, place)
        return None

    def are_bodies(self, phrase: Phrase) -> bool:
        """Whether the next sentence begins with their bodies: "Nine were led off. Their bodies lay by the road"."""
        here = self.document.sentence_at(phrase.first) + 1
        if here >= len(self.document.sentences):
            return False
        first = self.document.sentences[here].first
        return self.document.low[first : first + 2] in _THEIR_BODIES

    def told_next(self, phrase: Phrase) -> Link | None:
        """The cue of a next sentence that says what was counted: "Two hundred. That's how many people are dead"."""
        here = self.document.sentence_at(phrase.first)
        if phrase.after < self.document.sentences[here].after - 1 or here + 1 >= len(self.document.sentences):
            return None
        sentence = self.document.sentences[here + 1]
        opening = self.document.low[sentence.first : sentence.first + _OPENING]
        if opening[:1] not in (["that"], ["so"], ["this"]) or _HOW_MANY.isdisjoint(opening):
            return None
        return self.first_in(sentence.first, sentence.after)
