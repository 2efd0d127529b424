"""What a number counts when its own words do not say: the outcome that the text was speaking of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tracker.lib.vocabulary import Outcome, Status
from tracker.reading.document import Document, Sentence
from tracker.reading.figures import Figure
from tracker.reading.finding.counted import SMALL_NUMBERS, Counted, NounPhrase
from tracker.reading.finding.cues import Place
from tracker.reading.finding.grammar import AUXILIARIES, DEEDS, MARKS, PREPOSITIONS
from tracker.reading.finding.labels import LABEL_REACH, ends_line, is_alone, is_labelled, opens_line
from tracker.reading.finding.listing import PART_WORDS, THEM, clause_around, continues_list, is_of_people
from tracker.reading.finding.living import ATTACKERS
from tracker.reading.finding.people import PEOPLE
from tracker.reading.finding.phrases import Phrase
from tracker.reading.finding.things import THINGS
from tracker.reading.finding.told import Link, Told

_TOPIC_REACH = 8
_TALLY_REACH = 7
_VERB_OF_SPEECH = 99
_PAIR_REACH = 6
_PARAGRAPH_FIGURES = 10
_HEADLESS = 8
_HEADLINE_REACH = 60
_FIGHTERS_REACH = 4
_RECKONING_REACH = 16
_RECKONINGS = frozenset(
    "makes made making count counts counted list lists toll tally total totals figure figures estimate estimates tell"
    " told telling sum reckons reckoned reckoning amounts amounted loss losses register registers registered"
    " column columns ledger roll rolls arithmetic bulletin balance".split()
)
_SOME_OF_THEM = frozenset({"they", "these", "some", "most", "others"})
_ITEM_REACH = 4
_WHERE_REACH = 4
_FORMER = frozenset("earlier previous initial original first former old".split())
_SCORES = frozenset("toll losses arithmetic score ledger reckoning".split())
_COUNTS = frozenset({"count", "tally", "toll"})


_ANAPHORS = frozenset("other remaining rest further another additional more".split())
_COMPARING = frozenset("of among than from to against over with beside".split())
_AFTER_ELISION = (
    AUXILIARIES
    | MARKS
    | PREPOSITIONS
    | frozenset(
        "of more others and or remain remains served worked today yesterday now so then there according altogether"
        " belonged came took come comes hail hailed wore carried held lived younger older aged apiece each"
        " out away off down home"
        " here still too also only alone alive".split()
    )
    | {""}
)
_BESIDE = 5
_OPENING = 6


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
        self.told = Told(document, cues)
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

    def follows_thing(self, phrase: Phrase) -> bool:
        """Whether the number opens a sentence after one on things: "Sixty trucks left. Nine never arrived"."""
        here = self.document.sentence_at(phrase.first)
        before = self.document.sentence_at(self._last_thing)
        named = self.document.low[self._last_thing + 1 : self._last_thing + 4]
        opens = phrase.at == self.document.sentences[here].first and not THINGS.isdisjoint(named)
        return (
            self._last_thing >= 0
            and opens
            and before == here - 1
            and (not self.figures or self.figures[-1].at < self._last_thing)
        )

    def stands_beside_thing(self, phrase: Phrase) -> bool:
        """Whether "and" joins the number to one that counts no casualties: "30 reservists and 14 police were sent"."""
        parted = self.document.word(phrase.after) in PREPOSITIONS
        near = self._last_thing >= 0 and phrase.at - self._last_thing <= _BESIDE + 3 * parted
        later = not self.figures or self.figures[-1].at < self._last_thing
        joined = self.document.word(phrase.at - 1)
        return near and later and (joined == "and" or (joined == "," and parted))

    def listed(self, phrase: Phrase) -> Link | None:
        """The link of a number that continues a list: "four Norwegians, two Americans", "60, of whom 25 were ..."."""
        if not self.figures:
            return None
        document, before = self.document, self.figures[-1]
        of_whom = document.low[phrase.at - 2 : phrase.at] == ["of", "whom"]
        parted = self._last_thing > before.at and not of_whom
        if parted or document.sentence_at(before.at) != document.sentence_at(phrase.at):
            return None
        between = document.low[before.after : min(phrase.at, before.after + 2)]
        pair = self._second_of_pair() if between == ["and"] and before.noun is None else None
        if pair is not None:
            return Link(pair, None, None)
        if self._is_first_of_two(phrase) and (first := self._first_of_pair()):
            return Link(first.outcome, None, first)
        return Link(before.outcome, None, before) if continues_list(document, before, phrase) else None

    def runs_parallel(self, phrase: Phrase, counted: NounPhrase, place: Place) -> bool:
        """Whether the cue only says where: the one of "eleven died on the spot, two at home and one in hospital"."""
        document = self.document
        if not self.figures or counted.counted is not Counted.ELIDED or place.at < phrase.after:
            return False
        if not AUXILIARIES.isdisjoint(document.low[phrase.after : place.at]) or place.at - phrase.after > _WHERE_REACH:
            return False
        before = self.figures[-1]
        told = before.after if before.cue is None else before.cue + 1
        where = document.word(phrase.after) in PREPOSITIONS and document.word(told) in PREPOSITIONS - {"of"}
        return where and before.outcome is Outcome.KILLED and document.word(phrase.at - 1) in (",", "and")

    def counted_as_dead(self, phrase: Phrase, place: Place) -> Link | None:
        """The link of captives who are an item of the dead: "stood at 37: 25 captives, seven policemen"."""
        if not self.figures or self.figures[-1].outcome is not Outcome.KILLED:
            return None
        itemised = self.document.word(phrase.at - 1) == ":" and phrase.at - self.figures[-1].after <= _ITEM_REACH
        return self.listed(phrase) if itemised or place.at == self.figures[-1].noun else None

    def repeated(self, phrase: Phrase) -> Link | None:
        """The link of a number that was counted before: the 63 of "Eleven of the 63 are soldiers"."""
        if phrase.value is None:
            return None
        same = next((figure for figure in reversed(self.figures) if figure.value == phrase.value), None)
        return Link(same.outcome, None, same) if same is not None else None

    def names_one(self, comma: int) -> bool:
        """Whether the figure before the comma counts one person, whom the words behind it describe."""
        return bool(self.figures) and self.figures[-1].value == 1 and comma - self.figures[-1].after <= 2

    def inherited(self, phrase: Phrase, counted: NounPhrase) -> Link | None:
        """The link of a number that no cue reaches; None when nothing says that it continues what went before."""
        document = self.document
        before = document.word(phrase.at - 1)
        if (asked := self.told.told_next(phrase)) is not None:
            return asked
        if is_alone(document, phrase):
            return self.told.first_in(phrase.after, phrase.after + _HEADLESS)
        bare = (
            document.word(phrase.after) == "."
            and ends_line(document, phrase)
            and phrase.at == document.sentences[document.sentence_at(phrase.at)].first
        )
        if bare and self.figures and (told := self.topic(phrase, paragraphs=1)) is not None:
            return told
        if bare and not self.figures and phrase.at >= self._headline_end:
            return self.told.first_in(phrase.after, phrase.after + _HEADLINE_REACH)
        headline = phrase.at < self._headline_end and not self.figures and not phrase.is_vague
        if headline and counted.counted is Counted.ELIDED:
            return self.told.first_in(phrase.after, self._headline_end + _HEADLINE_REACH)
        if is_labelled(document, phrase) and counted.counted is not Counted.UNKNOWN:
            told = self.topic(phrase, paragraphs=3 if opens_line(document, phrase) else 1)
            return told or (self._reckoned(phrase) if counted.counted is Counted.PEOPLE else None)
        if counted.counted is Counted.UNKNOWN or phrase.is_vague:
            return None
        around = document.low[max(0, phrase.at - 2) : phrase.after + 1]
        anaphoric = not _ANAPHORS.isdisjoint(around) and document.low[phrase.at : phrase.at + 2] != ["more", "than"]
        if counted.counted is Counted.PEOPLE and not anaphoric:
            return (
                self._opened_as_part(phrase)
                or self.label(phrase)
                or self.told.asked(phrase)
                or self.told.told_of_them(phrase, counted)
                or self._reckoned(phrase)
                or self._itemised(phrase, counted)
            )
        behind = document.word(max(phrase.after, counted.after))
        if counted.counted is Counted.ELIDED and not anaphoric and behind not in _AFTER_ELISION:
            return None
        if behind in ("remain", "remains") and document.word(max(phrase.after, counted.after) + 1) not in MARKS:
            return None
        determined = before in ("the", "those", "these") and document.word(phrase.at - 2) not in _COMPARING
        told_them = document.word(phrase.after) == "of" and document.word(phrase.after + 1) in PART_WORDS
        if (determined or (before == "," and told_them)) and not anaphoric:
            return None
        return self.topic(phrase, paragraphs=1)

    def _itemised(self, phrase: Phrase, counted: NounPhrase) -> Link | None:
        """The topic that goes on in a line without a verb: "The list is short. Seven soldiers, five civilians"."""
        if counted.noun is None or self.document.low[counted.noun] in ATTACKERS or not self.figures:
            return None
        first, after = clause_around(self.document, phrase)
        low = self.document.low
        before = self.document.sentences[max(0, self.document.sentence_at(phrase.first) - 1)]
        if _RECKONINGS.isdisjoint(low[before.first : before.after]):
            return None
        verbless = AUXILIARIES.isdisjoint(low[first:after]) and not self.told.any_in(first, after)
        ends = self.document.word(counted.after) in MARKS | PREPOSITIONS | {"and"}
        opens = phrase.at == first or low[first][:1].isdecimal() or low[first] in SMALL_NUMBERS
        if not (verbless and opens and ends) or any(
            word in DEEDS or word.endswith("ed") for word in low[phrase.after : after]
        ):
            return None
        return self.topic(phrase, paragraphs=1, tally=True)

    def _opened_as_part(self, phrase: Phrase) -> Link | None:
        """The topic that goes on in "Among them were fifteen boys"."""
        sentence = self.document.sentences[self.document.sentence_at(phrase.first)]
        opening = self.document.low[sentence.first : sentence.first + _OPENING]
        if phrase.at - sentence.first > _OPENING or opening[:1] not in (["among"], ["of"]) or THEM.isdisjoint(opening):
            return None
        return self.topic(phrase, paragraphs=0)

    def tallied(self, phrase: Phrase, counted: NounPhrase, tally: Place) -> Link | None:
        """The link of a number told by a word such as "figure" or "total"."""
        place = self.told.next_after(tally.after)
        if place is not None:
            between = self.document.low[tally.after : place.at]
            if len(between) <= _TALLY_REACH and not MARKS.intersection(between):
                return Link(place.cue.outcome or Outcome.KILLED, place)
        end = self.document.sentences[self.document.sentence_at(phrase.first)].after
        if self.document.word(tally.at - 1) in _FORMER and (main := self._main_of(0, None)) is not None:
            return Link(main.outcome, None, main)
        told = self._subject_of(tally) or self.topic(phrase, paragraphs=3, tally=True)
        if told is None and counted.counted is not Counted.PEOPLE:
            told = self.told.last_in(phrase.after, end)
        if told is None and not _COUNTS.isdisjoint(self.document.low[tally.at : tally.after]):
            return Link(Outcome.KILLED)
        named = tally.cue.ahead < _VERB_OF_SPEECH and tally.at < phrase.at
        alone = named and not self.figures and self._last_thing < 0 and counted.counted is Counted.ELIDED
        opens = not self.document.sentences[self.document.sentence_at(phrase.first)].paragraph
        if told is None and (opens or alone):
            told = self.told.first_in(end, end + _HEADLINE_REACH) or (Link(Outcome.KILLED) if alone else None)
        return told

    def _subject_of(self, tally: Place) -> Link | None:
        """The cue that is the tally's own subject: "Eight died, and the wounded of both nations come to 105"."""
        sentence = self.document.sentences[self.document.sentence_at(tally.at)]
        first = max(sentence.first, self.figures[-1].after if self.figures else 0)
        told = self.told.last_in(first, tally.at)
        named = told and told.place and self.document.word(told.place.at - 1) in ("the", "its", "their", "our", "his")
        return told if named else None

    def is_of_fighters(self, phrase: Phrase, tally: Place) -> bool:
        """Whether fighters at large are counted, and not their dead: "put the number of rebels at 300"."""
        if tally.at > phrase.at or self.told.last_in(tally.at, phrase.at) is not None:
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
        if phrase.value == 1 or _RECKONINGS.isdisjoint(before):
            return None
        if not self.figures:
            return None if _SCORES.isdisjoint(before) else Link(Outcome.KILLED)
        return self.topic(phrase, paragraphs=1, tally=True) or Link(Outcome.KILLED)

    def topic(self, phrase: Phrase, paragraphs: int, tally: bool = False) -> Link | None:
        """What was spoken of before ``phrase``, at most so many paragraphs back."""
        document = self.document
        here = document.sentence_at(phrase.first)
        own = document.sentences[here].paragraph
        blocked = not is_of_people(document, phrase)
        for index in range(here, max(-1, here - _TOPIC_REACH), -1):
            sentence = document.sentences[index]
            if own - sentence.paragraph > paragraphs:
                return None
            if index < here and self._is_aside(phrase, sentence, tally):
                continue
            figure = self._figure_of(index, index == here)
            told = None if figure else self.told.last_in(sentence.first, min(phrase.first, sentence.after))
            last = figure.at if figure else told.place.at if told and told.place else -1
            if blocked and self._last_thing >= max(sentence.first, self._paragraph_starts[own], last + 1):
                return None
            if figure:
                main = self._main_of(sentence.paragraph, figure) if sentence.paragraph < own else figure
                source = main or figure
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
        parted = self.document.word(phrase.after) == "of" and self.document.word(phrase.after + 1) in PART_WORDS
        return not parted and _ANAPHORS.isdisjoint(low[max(0, phrase.at - 2) : phrase.after + 1])

    def are_fighters(self, phrase: Phrase, counted: NounPhrase, destroyed: Place) -> bool:
        """Whether those who were "destroyed" bear arms, by their own noun or by that of the figure before."""
        if counted.counted is not Counted.ELIDED:
            return counted.kind.status is Status.COMBATANT
        return destroyed.at > phrase.at and bool(self.figures) and self.figures[-1].at > self._last_thing

    def _main_of(self, paragraph: int, last: Figure | None) -> Figure | None:
        """The figure that the text since a paragraph was about: the first dead it counts, or else its ``last``."""
        begin = self._paragraph_starts.get(paragraph, 0)
        for figure in self.figures[-_PARAGRAPH_FIGURES:]:
            if figure.at >= begin and figure.outcome is Outcome.KILLED:
                return figure
        return last

    def _is_aside(self, phrase: Phrase, sentence: Sentence, tally: bool) -> bool:
        """A sentence on a part ("Of them, 80 ...") that a later total does not go on from."""
        low = self.document.low
        of_them = low[sentence.first] == "of" and self.document.word(sentence.first + 1) in PART_WORDS
        such = "such" in low[phrase.after : phrase.after + 2]
        return tally and (of_them or (not such and low[sentence.first] in _SOME_OF_THEM))

    def _figure_of(self, index: int, own: bool) -> Figure | None:
        """The sentence's main figure: the last one before the number, or the first of an earlier sentence."""
        sentence = self.document.sentences[index]
        found = [figure for figure in self.figures[-8:] if sentence.first <= figure.at < sentence.after]
        return found[-1 if own else 0] if found else None

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
        if not ends or any(word in SMALL_NUMBERS or word[:1].isdecimal() for word in label[: min(ends)]):
            return None
        return self.told.last_in(first, first + min(ends))
