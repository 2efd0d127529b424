"""What a number counts when its own words do not say: the outcome that the text was speaking of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tracker.lib.vocabulary import Outcome, Status
from tracker.reading.document import Document, Sentence
from tracker.reading.figures import Figure
from tracker.reading.finding.counted import Counted, NounPhrase
from tracker.reading.finding.cues import Place
from tracker.reading.finding.grammar import AUXILIARIES, DEEDS, MARKS, PREPOSITIONS
from tracker.reading.finding.labels import LABEL_REACH, is_alone, is_labelled, opens_line
from tracker.reading.finding.people import PEOPLE
from tracker.reading.finding.phrases import Phrase

_TOPIC_REACH = 8
_TALLY_REACH = 7
_VERB_OF_SPEECH = 99
_LIST_REACH = 13
_LOOK_BACK = 20
_GAP = 5
_PAIR_REACH = 6
_PARAGRAPH_FIGURES = 10
_ASKED = 3
_TOLD_OF_THEM = 8
_HEADLESS = 8
_HEADLINE_REACH = 60
_FIGHTERS_REACH = 4
_RECKONING_REACH = 16
_RECKONINGS = frozenset(
    "makes made making count counts counted list lists toll tally total totals figure figures estimate estimates tell"
    " told telling sum reckons reckoned reckoning amounts amounted loss losses register registers registered".split()
)
_THEY = frozenset({"they", "all", "both", "none"})
_ANAPHORS = frozenset("other remaining rest further another additional more".split())
_AFTER_ELISION = (
    AUXILIARIES
    | MARKS
    | PREPOSITIONS
    | frozenset(
        "of more others and or served worked today yesterday now so then there according altogether belonged came"
        " took".split()
    )
    | {""}
)
_PART_WORDS = frozenset({"that", "those", "them", "these", "whom"})
_BESIDE = 5
_OPENING = 6
_AMONG_REACH = 8
_THEM = _PART_WORDS | {"latter", "dead", "victims", "killed", "wounded", "injured", "missing", "casualties"}
_PARTS = [
    phrase.split()
    for phrase in (
        "as did; as were; so did; so were; as have; among them; among these; among those; among whom; of whom; of them;"
        " of these; of which; of those"
    ).split(";")
]


class Link(NamedTuple):
    """An outcome with what it was taken from: a cue, which may be some way off, or a figure before."""

    outcome: Outcome
    place: Place | None = None
    source: Figure | None = None
    cost: int = 0


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
        self._headline_end = document.sentences[0].after if document.sentences else 0

    def add(self, figure: Figure, link: Link) -> None:
        """Keep a figure that was found."""
        self.figures.append(figure)
        self._sources.append(link.source)

    def _second_of_pair(self) -> Outcome | None:
        """The outcome of B in "60 killed, 168 injured. Since October: A and B"."""
        first = self._sources[-1]
        for figure, follower in pairwise(self.figures[-_PAIR_REACH:]):
            if figure is first and follower is not self.figures[-1] and follower.outcome is not figure.outcome:
                same = self.document.sentence_at(figure.at) == self.document.sentence_at(follower.at)
                return follower.outcome if same else None
        return None

    def _first_of_pair(self) -> Figure | None:
        """The figure before with which the last one of another outcome makes a pair: "60 killed, 168 injured"."""
        for before, figure in pairwise(reversed(self.figures[-_PAIR_REACH:])):
            if before.outcome is not figure.outcome:
                same = self.document.sentence_at(before.at) == self.document.sentence_at(figure.at)
                return figure if same else None
        return None

    def _is_first_of_two(self, phrase: Phrase) -> bool:
        """The A of "A and B", two numbers without a noun between them."""
        words = self.document.low[phrase.after : phrase.after + 3]
        number = len(words) == 3 and words[0] == "and" and words[1][0].isdecimal()
        return number and words[2] in MARKS | {"before", "respectively", "now"}

    def pass_thing(self, at: int) -> None:
        """Remember that the number at token ``at`` counts no casualties: what follows may go on counting its kind."""
        self._last_thing = at

    def continues_thing(self, phrase: Phrase) -> bool:
        """Whether the number is a part of one that counts no casualties: "37 were jailed, including three women"."""
        if self.document.word(phrase.at - 1) not in ("including", "include"):
            return False
        last = max([self._last_thing] + [figure.at for figure in self.figures[-1:]])
        same = self._last_thing >= 0 and self.document.sentence_at(self._last_thing) == self.document.sentence_at(
            phrase.at
        )
        return same and last == self._last_thing

    def stands_beside_thing(self, phrase: Phrase) -> bool:
        """Whether "and" joins the number to one that counts no casualties: "30 reservists and 14 police were sent"."""
        near = self._last_thing >= 0 and phrase.at - self._last_thing <= _BESIDE
        later = not self.figures or self.figures[-1].at < self._last_thing
        return near and later and self.document.word(phrase.at - 1) == "and"

    def listed(self, phrase: Phrase) -> Link | None:
        """The link of a number that continues a list: "four Norwegians, two Americans", "60, of whom 25 were ..."."""
        if not self.figures:
            return None
        document, before = self.document, self.figures[-1]
        if self._last_thing > before.at or document.sentence_at(before.at) != document.sentence_at(phrase.at):
            return None
        between = document.low[max(before.after, phrase.at - _LOOK_BACK) : phrase.at]
        pair = self._second_of_pair() if between == ["and"] and before.noun is None else None
        if pair is not None:
            return Link(pair, None, None)
        if self._is_first_of_two(phrase) and (first := self._first_of_pair()):
            return Link(first.outcome, None, first)
        if self._is_among_them(phrase):
            return Link(before.outcome, None, before)
        near = len(between) <= 6 and between[-1:] in ([","], ["and"], ["including"], ["plus"])
        if near or between == ["to"] or between[-2:] in _PARTS or self._goes_on(before, phrase):
            return Link(before.outcome, None, before)
        return None

    def _is_among_them(self, phrase: Phrase) -> bool:
        """ "551 children and 299 women among the latter", "four officers among them"."""
        words = self.document.low[phrase.after : phrase.after + _AMONG_REACH]
        if "among" not in words:
            return False
        at = words.index("among")
        return not MARKS.intersection(words[:at]) and not _THEM.isdisjoint(words[at + 1 : at + 3])

    def names_one(self, comma: int) -> bool:
        """Whether the figure before the comma counts one person, whom the words behind it describe."""
        return bool(self.figures) and self.figures[-1].value == 1 and comma - self.figures[-1].after <= 2

    def _goes_on(self, before: Figure, phrase: Phrase) -> bool:
        """ "nine at Sake, three by a mortar and two in a blast"; "Malawi lost three and Uruguay one"."""
        document = self.document
        between = document.low[max(before.after, phrase.at - _LOOK_BACK) : phrase.at]
        if not between or len(between) > _LIST_REACH:
            return False
        if between[-1] == "including":
            return True
        if between[-1] in (",", "and", ";"):
            if document.word(phrase.after) == "of" and document.word(phrase.after + 1) in _PART_WORDS:
                return True
            parallel = before.noun is None or "of" == document.word(before.noun + 1) == document.word(phrase.after)
            return document.word(phrase.after) in PREPOSITIONS and parallel
        gap = len(between) <= _GAP and between[0] in (",", "and", ";") and before.noun is None
        names = all(document.is_capital(at) for at in range(before.after + 1, phrase.at) if document.low[at] != "the")
        return gap and names and document.word(phrase.after) in MARKS | {"", "and"}

    def inherited(self, phrase: Phrase, counted: NounPhrase) -> Link | None:
        """The link of a number that no cue reaches; None when nothing says that it continues what went before."""
        document = self.document
        before = document.word(phrase.at - 1)
        if is_alone(document, phrase):
            return self._first_told_in(phrase.after, phrase.after + _HEADLESS)
        headline = phrase.at < self._headline_end and not self.figures and not phrase.is_vague
        if headline and counted.counted is Counted.ELIDED:
            return self._first_told_in(phrase.after, self._headline_end + _HEADLINE_REACH)
        if is_labelled(document, phrase) and counted.counted is not Counted.UNKNOWN:
            return self.topic(phrase, paragraphs=3 if opens_line(document, phrase) else 1)
        if counted.counted is Counted.UNKNOWN or phrase.is_vague:
            return None
        around = document.low[max(0, phrase.at - 2) : phrase.after + 1]
        anaphoric = not _ANAPHORS.isdisjoint(around) and document.low[phrase.at : phrase.at + 2] != ["more", "than"]
        if counted.counted is Counted.PEOPLE and not anaphoric:
            return (
                self._opened_as_part(phrase)
                or self.label(phrase)
                or self._asked(phrase)
                or self._told_of_them(phrase, counted)
                or self._reckoned(phrase)
            )
        if counted.counted is Counted.ELIDED and not anaphoric and document.word(phrase.after) not in _AFTER_ELISION:
            return None
        determined = before in ("the", "those", "these") and document.word(phrase.at - 2) not in ("of", "among")
        told_them = document.word(phrase.after) == "of" and document.word(phrase.after + 1) in _PART_WORDS
        if (determined or (before == "," and told_them)) and not anaphoric:
            return None
        return self.topic(phrase, paragraphs=1)

    def _opened_as_part(self, phrase: Phrase) -> Link | None:
        """The topic that goes on in "Among them were fifteen boys"."""
        sentence = self.document.sentences[self.document.sentence_at(phrase.first)]
        opening = self.document.low[sentence.first : sentence.first + _OPENING]
        if phrase.at - sentence.first > _OPENING or opening[:1] not in (["among"], ["of"]) or _THEM.isdisjoint(opening):
            return None
        return self.topic(phrase, paragraphs=0)

    def tallied(self, phrase: Phrase, counted: NounPhrase, tally: Place) -> Link | None:
        """The link of a number told by a word such as "figure" or "total"."""
        begin = bisect_left(self._starts, tally.after)
        for place in self._cues[begin : begin + 1]:
            between = self.document.low[tally.after : place.at]
            if len(between) <= _TALLY_REACH and not MARKS.intersection(between):
                return Link(place.cue.outcome or Outcome.KILLED, place)
        end = self.document.sentences[self.document.sentence_at(phrase.first)].after
        told = self._subject_of(tally) or self.topic(phrase, paragraphs=3, tally=True)
        if told is None and counted.counted is not Counted.PEOPLE:
            told = self._told_in(phrase.after, end)
        named = tally.cue.ahead < _VERB_OF_SPEECH and tally.at < phrase.at
        alone = named and not self.figures and self._last_thing < 0 and counted.counted is Counted.ELIDED
        opens = not self.document.sentences[self.document.sentence_at(phrase.first)].paragraph
        if told is None and (opens or alone):
            told = self._first_told_in(end, end + _HEADLINE_REACH) or (Link(Outcome.KILLED) if alone else None)
        return told

    def _subject_of(self, tally: Place) -> Link | None:
        """The cue that is the tally's own subject: "Eight died, and the wounded of both nations come to 105"."""
        sentence = self.document.sentences[self.document.sentence_at(tally.at)]
        first = max(sentence.first, self.figures[-1].after if self.figures else 0)
        told = self._told_in(first, tally.at)
        named = told and told.place and self.document.word(told.place.at - 1) in ("the", "its", "their", "our", "his")
        return told if named else None

    def is_of_fighters(self, phrase: Phrase, tally: Place) -> bool:
        """Whether fighters at large are counted, and not their dead: "put the number of rebels at 300"."""
        if tally.at > phrase.at or self._told_in(tally.at, phrase.at) is not None:
            return False
        words = self.document.low[tally.at : tally.after + _FIGHTERS_REACH]
        if "number" not in words or "of" not in words:
            return False
        counted = [word for word in words[words.index("of") :] if word in PEOPLE]
        return bool(counted) and PEOPLE[counted[0]].status is Status.COMBATANT

    def _reckoned(self, phrase: Phrase) -> Link | None:
        """The topic that goes on in "That makes 11 civilians", "the highest estimate is X's: 30 civilians"."""
        sentence = self.document.sentences[self.document.sentence_at(phrase.first)]
        before = self.document.low[max(sentence.first, phrase.at - _RECKONING_REACH) : phrase.at]
        if phrase.value == 1 or _RECKONINGS.isdisjoint(before) or not self.figures:
            return None
        return self.topic(phrase, paragraphs=1, tally=True) or Link(Outcome.KILLED)

    def _asked(self, phrase: Phrase) -> Link | None:
        """The cue of the question that a number answers: "How many are missing? Four servicemen, he says"."""
        here = self.document.sentence_at(phrase.first)
        for index in range(here - 1, max(-1, here - _ASKED), -1):
            sentence = self.document.sentences[index]
            if "?" in self.document.low[sentence.after - 2 : sentence.after]:
                return self._told_in(sentence.first, sentence.after)
        return None

    def _told_of_them(self, phrase: Phrase, counted: NounPhrase) -> Link | None:
        """The cue of a next sentence that speaks of those counted: "They stopped 12 men. All were shot"."""
        here = self.document.sentence_at(phrase.first) + 1
        acting = self.document.word(counted.after) in DEEDS
        if counted.noun is None or acting or here >= len(self.document.sentences):
            return None
        sentence = self.document.sentences[here]
        if self.document.low[sentence.first] not in _THEY:
            return None
        return self._first_told_in(sentence.first, min(sentence.after, sentence.first + _TOLD_OF_THEM))

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
            if self._last_thing >= max(sentence.first, self._paragraph_starts[own]) and self._last_thing > last:
                return None
            if figure:
                source = self._main_of(sentence.paragraph, figure) if sentence.paragraph < own else figure
                if sentence.paragraph < own and self._is_new_count(phrase, source):
                    return Link(Outcome.KILLED)
                return Link(source.outcome, None, source)
            if told:
                return told
        return None

    def _is_new_count(self, phrase: Phrase, source: Figure) -> bool:
        """Whether a count far from its words is one of the dead, where there are any.

        Not so "one of them", "the other four" of those hurt.
        """
        if source.outcome is Outcome.KILLED or all(one.outcome is not Outcome.KILLED for one in self.figures):
            return False
        low = self.document.low
        parted = self.document.word(phrase.after) == "of" and self.document.word(phrase.after + 1) in _PART_WORDS
        return not parted and _ANAPHORS.isdisjoint(low[max(0, phrase.at - 2) : phrase.after + 1])

    def are_fighters(self, phrase: Phrase, counted: NounPhrase, destroyed: Place) -> bool:
        """Whether those who were "destroyed" bear arms, by their own noun or by that of the figure before."""
        if counted.counted is not Counted.ELIDED:
            return counted.kind.status is Status.COMBATANT
        return destroyed.at > phrase.at and bool(self.figures) and self.figures[-1].at > self._last_thing

    def _main_of(self, paragraph: int, last: Figure) -> Figure:
        """The figure a paragraph was about: the first dead it counts, or else its ``last``."""
        begin = self._paragraph_starts[paragraph]
        for figure in self.figures[-_PARAGRAPH_FIGURES:]:
            if figure.at >= begin and figure.outcome is Outcome.KILLED:
                return figure
        return last

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

    def _first_told_in(self, first: int, after: int) -> Link | None:
        """The first cue in these tokens."""
        begin = bisect_left(self._starts, first)
        if begin == len(self._starts) or self._starts[begin] >= after:
            return None
        place = self._cues[begin]
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
        label = document.low[first : first + LABEL_REACH]
        ends = [label.index(mark) for mark in (":", ".") if mark in label]
        return self._told_in(first, first + min(ends)) if ends else None
