"""Claimants from around a figure whose own sentence names none: who spoke before or after, whose list it is in."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from tracker.lib.vocabulary import Scope
from tracker.reading.claimants.attributions import Finder
from tracker.reading.claimants.metonyms import is_group, speaks_for_a_side
from tracker.reading.claimants.noun_phrases import is_office
from tracker.reading.claimants.reckonings import Voice
from tracker.reading.claimants.speaker_words import (
    ARMED,
    BODIES,
    COMMON_VERBS,
    COUNT_NOUNS,
    COUNTING_BODIES,
    COUNTING_NAMES,
    MANY_BODIES,
)
from tracker.reading.claimants.speakers import Phrases, Speaker
from tracker.reading.claimants.speech_verbs import AUXILIARIES
from tracker.reading.document import Document
from tracker.reading.figures import Article, Figure

_CARRIED_SENTENCES = 3
_LOOK_AHEAD = 7
_LONGEST_LINE = 24
_COLON_REACH = 12
_LONGEST_LABEL = 12
_NOTE_WITHIN = 5
_NEAR_VOICES = 24
_SEVERAL = ARMED | MANY_BODIES
_LOSING = frozenset("lost lose loses losing suffered was were is are".split())
_POINTING = frozenset("that this these those both such the".split())
_POINTING_MANY = frozenset("these those such".split())
_ALL = frozenset("all unless except otherwise figures source sources data".split())
_PAPERS = frozenset("statement bulletin report update communique communiqué briefing survey digest".split())
_CASUALTIES = frozenset(
    "dead killed died death deaths wounded injured casualties bodies victims missing buried lost losses fallen"
    " attack attacked attacks raid raided strike strikes struck hit rocket rockets missile missiles shell shells"
    " shelled shelling bomb bombs bombed bombing blast explosion exploded drone drones ambush ambushed clash clashes"
    " fire".split()
)
_PLACED = frozenset("in at near outside around from".split())
_QUOTES = frozenset('"“«')
_STOPS = frozenset(".!?…")
_HISTORY = re.compile(
    r"\b(?:19|20)\d\ds\b|\b(?:years|decades?|generation) (?:ago|earlier|before)\b|\bthe year before\b"
    r"|\b(?:in|over|for) (?:the (?:past|last) )?(?:two|three|four|five|ten|\d+) (?:decades|years)\b"
    r"|\bsince the (?:war|conflict) (?:began|started)|\ball of (?:19|20)\d\d\b"
    r"|\b(?:previous|last|earlier) (?:record|high|peak|war|round|conflict|year)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_GOES_ON = re.compile(
    r"(?:of (?:the|those|these|them|whom)|the (?:remaining|rest|others?|dead|fallen|victims|wounded|injured)"
    r"|(?:a )?further|another|among (?:the|them|those)|they|he|she|it|also|altogether|in addition|additionally|besides"
    r"|(?:the|its|his|their) (?:list|figures?|count|toll|total|number|statement|report))\b",
    re.IGNORECASE,
)
_TURNS_AWAY = re.compile(
    r"(?:but|however|meanwhile|elsewhere|separately|over the|before that|by contrast|previously|earlier)\b",
    re.IGNORECASE,
)


@dataclass
class Overheard:
    """The article's attributions by sentence, who opens each sentence, and who was given figures so far."""

    doc: Document
    phrases: Phrases
    figures: list[Figure]
    year: int | None
    voices: list[list[Voice]] = field(default_factory=list)
    openings: list[Speaker | None] = field(default_factory=list)
    bodies: list[int] = field(default_factory=list)
    used: dict[int, Speaker] = field(default_factory=dict)
    by_figure: dict[int, Speaker] = field(default_factory=dict)
    semicolons: list[int] = field(default_factory=list)
    paragraph_starts: dict[int, int] = field(default_factory=dict)
    counting: list[bool] = field(default_factory=list)
    deadly: list[bool] = field(default_factory=list)
    past: dict[int, bool] = field(default_factory=dict)
    source_note: Speaker | None = None
    heading: Speaker | None = None

    def __post_init__(self) -> None:
        self.words, self.names = self.phrases.words, self.phrases.names

    @classmethod
    def of(cls, article: Article, finder: Finder, figures: list[Figure]) -> Overheard:
        """Everything that the article's sentences say about who speaks."""
        doc = article.document
        heard = cls(doc, finder.phrases, figures, article.published.year if article.published else None)
        heard.semicolons = [at for at, word in enumerate(doc.low) if word == ";"]
        with_figures = {doc.sentence_at(figure.at) for figure in figures}
        near = {near for number in with_figures for near in range(number - _LOOK_AHEAD, number + _LOOK_AHEAD)}
        for number in range(len(doc.sentences)):
            heard.paragraph_starts.setdefault(doc.sentences[number].paragraph, doc.sentences[number].start)
            if number not in near and doc.sentences[number].paragraph >= _NOTE_WITHIN:
                heard.leave_out(number)
                continue
            heard.voices.append(finder.voices(number))
            heard.bodies.append(finder.body)
            words = set(doc.low[doc.sentences[number].first : doc.sentences[number].after])
            heard.counting.append(not words.isdisjoint(COUNT_NOUNS))
            heard.deadly.append(not words.isdisjoint(_CASUALTIES))
            heard.openings.append(finder.opening)
            if heard.source_note is None and doc.sentences[number].paragraph < _NOTE_WITHIN:
                heard.source_note = heard._note(number, number in with_figures)
        if heard.source_note is None and heard._is_statement():
            heard.source_note = next((voice.speaker for voice in heard.voices[0] if voice.label), None)
        return heard

    def leave_out(self, number: int) -> None:
        """Take the sentence, far from every figure, to hand nothing to anybody."""
        self.voices.append([])
        self.bodies.append(self.doc.sentences[number].first)
        self.counting.append(False)
        self.deadly.append(False)
        self.openings.append(None)

    def _is_statement(self) -> bool:
        """Whether the article prints somebody's own paper: "Statement No. 41" stands under the headline."""
        sentences = self.doc.sentences
        return len(sentences) > 1 and self.words[sentences[1].first] in _PAPERS

    def _note(self, number: int, counts: bool) -> Speaker | None:
        """ "All figures come from X", "Source: X"; or a title like "X monthly bulletin: ..."."""
        sentence = self.doc.sentences[number]
        if number == 0:
            opening = self.openings[0]
            papers = _PAPERS & set(self.words[sentence.first : sentence.after])
            return opening if opening is not None and papers and opening.first == sentence.first else None
        if counts or not {"figures", "numbers", "data", "source", "sources", "counts"} & set(
            self.words[sentence.first : sentence.first + 6]
        ):
            return None
        if not _ALL & {self.words[sentence.first], *self.words[sentence.after - 8 : sentence.after]}:
            return None
        return next((voice.speaker for voice in self.voices[number] if voice.noun and voice.speaker), None)

    def near(self, figure: Figure, number: int) -> list[Voice]:
        """The attributions of the figure's sentence, those next to it where there are very many."""
        voices = self.voices[number]
        if len(voices) <= _NEAR_VOICES:
            return voices
        at = bisect_left(voices, figure.at, key=lambda voice: voice.first)
        return voices[max(0, at - _NEAR_VOICES // 2) : at + _NEAR_VOICES // 2]

    def drop_row_labels(self, number: int) -> None:
        """In a list whose source is known, "Army: 689" is a row of the army's dead and not the army's word."""
        if (self.heading is not None or self.source_note is not None) and self.is_line(number):
            self.voices[number] = [voice for voice in self.voices[number] if not voice.label]

    def pass_on(self, number: int, counts: bool) -> None:
        """Note what the sentence leaves for those that follow: the heading of a list."""
        if not self.is_line(number):
            talkers = [voice.speaker for voice in self.voices[number] if voice.speaker and not voice.relays]
            introduces = bool(talkers) and not counts and self._speaks_of_counts(number)
            self.heading = talkers[-1] if introduces else self.used.get(number)
            return
        if number in self.used:
            self.heading = self.used[number]
        elif not counts and number:
            said = next((voice.speaker for voice in self.voices[number] if voice.speaker), None)
            self.heading = said or self._named_in_heading(number) or self.heading

    def _named_in_heading(self, number: int) -> Speaker | None:
        first, after = self.doc.sentences[number].first, self.doc.sentences[number].after
        end = self.phrases.end(first, after)
        speaker = self.phrases.speaker(first, end) if end > first else None
        return speaker if speaker is not None and speaker.able else None

    def is_line(self, number: int) -> bool:
        """Whether the sentence is a line of a list or its heading: short, alone, without a full stop."""
        sentence = self.doc.sentences[number]
        beside = [self.doc.sentences[at].paragraph for at in (number - 1, number + 1) if 0 <= at < len(self.voices)]
        alone = sentence.paragraph not in beside
        short = sentence.after - sentence.first <= _LONGEST_LINE
        return alone and short and self.words[sentence.after - 1] not in _STOPS

    def from_quotation(self, figure: Figure, number: int) -> Speaker | None:
        """Sentences in quotation marks, or with "our", are the words of whoever speaks beside them."""
        sentence = self.doc.sentences[number]
        words = self.words[sentence.first : min(sentence.first + 2, sentence.after)]
        quoted = self.doc.raw(self.bodies[number]) in _QUOTES
        if self.voices[number] or not (quoted or "our" in words):
            return None
        for other in (number - 1, number - 2, number + 1):
            if 0 <= other < len(self.voices) and (
                self.doc.sentences[other].paragraph == sentence.paragraph or (quoted and self._quotes_on(other, number))
            ):
                spoken = [voice.speaker for voice in self.voices[other] if voice.speaker and voice.firm]
                if spoken:
                    return spoken[-1]
                if other in self.used:
                    return self.used[other]
        return None

    def _quotes_on(self, before: int, number: int) -> bool:
        """Whether a quotation that opened the paragraph of the sentence before goes on in the next one."""
        near = self.doc.sentences[number].paragraph - self.doc.sentences[before].paragraph == 1
        return near and before == number - 1 and self._opening_words(before)[:1] in _QUOTES

    def from_subject(self, figure: Figure, number: int) -> Speaker | None:
        """A body that counts casualties by trade, doing something with the figure: "MSF treated 120 wounded"."""
        opening = self.openings[number]
        if opening is None or self.voices[number] or figure.at < opening.after or number == 0:
            return None
        if opening.head in COUNTING_BODIES or any(name.lower() in COUNTING_NAMES for name in opening.names):
            losing = _LOSING & set(self.words[opening.after : opening.after + 4])
            return None if losing else opening
        peaceful = opening.head not in ARMED and (opening.person or opening.head in BODIES)
        near = self.words[max(opening.after, figure.at - _COLON_REACH) : figure.at]
        return opening if peaceful and ":" in near else None

    def from_whole(self, figure: Figure, number: int) -> Speaker | None:
        """The claimant of the figure that this one is stated to be a part of."""
        if figure.part_of is None or not 0 <= figure.part_of < len(self.figures):
            return None
        if any(voice.speaker for voice in self.near(figure, number)):
            return None
        return self.by_figure.get(id(self.figures[figure.part_of]))

    def from_list(self, figure: Figure, number: int) -> Speaker | None:
        """The source named over a list, for its lines."""
        return self.heading if self.is_line(number) and not self.voices[number] else None

    def from_before(self, figure: Figure, number: int) -> Speaker | None:
        """An attribution that carries on: it gave figures, or spoke of counts, a few sentences before."""
        doc, sentence = self.doc, self.doc.sentences[number]
        if sentence.paragraph == 0 or self._is_history(figure, number):
            return None
        elsewhere = self._is_elsewhere(number)
        if elsewhere or _TURNS_AWAY.match(doc.text[sentence.start : sentence.start + 40]):
            return None
        for back in range(number - 1, max(0, number - 1 - _CARRIED_SENTENCES), -1):
            distance = sentence.paragraph - doc.sentences[back].paragraph
            if doc.sentences[back].paragraph == 0 or distance > 1:
                return None
            if distance and not (_GOES_ON.match(self._opening_words(number)) or self._is_elliptic(number)):
                return None
            if back in self.used:
                return self._unless_another_opens(self.used[back], number)
            if self._is_label(back):
                return self.openings[back]
            talkers = [voice.speaker for voice in self.voices[back] if voice.speaker and not voice.relays]
            if talkers and (
                self._is_elliptic(number) or self._speaks_of_counts(back) or self._gave_figures(talkers[-1], back)
            ):
                return self._unless_another_opens(talkers[-1], number)
            if talkers and back == number - 1 and not distance and self._tells_of_dead(back):
                return self._unless_another_opens(talkers[-1], number)
            if talkers:
                return None
        return None

    def _is_elsewhere(self, number: int) -> bool:
        """Whether the sentence turns to another place: "In Goma, ...", "On Friday, near Goma, ..."."""
        first = self.doc.sentences[number].first
        starts = [first] + [at + 1 for at in range(first, first + _COLON_REACH) if self.words[at] == ","]
        return any(self.words[at] in _PLACED and self.names[at + 1] for at in starts[:2])

    def _is_elliptic(self, number: int) -> bool:
        """Whether the sentence is no more than what is counted and how many: "Children: 110." """
        sentence = self.doc.sentences[number]
        words = self.words[sentence.first : min(sentence.after, sentence.first + _LONGEST_LABEL + 1)]
        return ":" in words and len(words) <= _LONGEST_LABEL and not any(word in AUXILIARIES for word in words)

    def _gave_figures(self, speaker: Speaker, number: int) -> bool:
        """Whether the speaker gave figures, or was quoted, a few sentences before too: their account goes on."""
        paragraph = self.doc.sentences[number].paragraph
        for earlier in range(max(0, number - _CARRIED_SENTENCES), number):
            quoted = [voice.speaker for voice in self.voices[earlier] if voice.speaker]
            if earlier in self.used:
                quoted.append(self.used[earlier])
            if self.doc.sentences[earlier].paragraph == paragraph and any(one.words & speaker.words for one in quoted):
                return True
        return False

    def _is_label(self, number: int) -> bool:
        """Whether the sentence only names whose figures follow: "Health ministry in Beirut, just in." """
        opening, sentence = self.openings[number], self.doc.sentences[number]
        words = self.words[sentence.first : min(sentence.after, sentence.first + _LONGEST_LABEL + 1)]
        if opening is None or not 2 < len(words) <= _LONGEST_LABEL:
            return False
        if opening.head in ARMED or is_group(self.doc, opening.first, opening.after):
            return False
        known = is_office(opening.head) or speaks_for_a_side(self.doc, opening.first, opening.after)
        if not known:
            return False
        return not any(word in AUXILIARIES or word in COMMON_VERBS or word.endswith("ed") for word in words)

    def _unless_another_opens(self, speaker: Speaker, number: int) -> Speaker | None:
        """The speaker, unless the sentence turns to somebody else; "had lost" still tells what was said."""
        opening, sentence = self.openings[number], self.doc.sentences[number]
        backshifted = "had" in self.words[sentence.first : min(sentence.after, sentence.first + 8)]
        if backshifted or self._is_elliptic(number):
            return speaker
        other = (
            opening is not None
            and (opening.proper or not opening.many or opening.head in _SEVERAL)
            and not opening.words & speaker.words
        )
        return None if other else speaker

    def _opening_words(self, number: int) -> str:
        """How the sentence's paragraph begins."""
        start = self.paragraph_starts[self.doc.sentences[number].paragraph]
        return self.doc.text[start : start + 40]

    def _tells_of_dead(self, number: int) -> bool:
        """Whether somebody's words on an attack or its casualties fill the sentence: their account may go on."""
        last = self.voices[number][-1]
        quoted = self.doc.raw(self.bodies[number]) in _QUOTES
        return last.firm and not quoted and (self.deadly[number] or (last.trails and not last.leads))

    def _speaks_of_counts(self, number: int) -> bool:
        return self.counting[number]

    def _is_history(self, figure: Figure, number: int) -> bool:
        if number not in self.past:
            self.past[number] = self._tells_of_the_past(number)
        return figure.scope == Scope.BACKGROUND or self.past[number]

    def _tells_of_the_past(self, number: int) -> bool:
        sentence = self.doc.sentences[number]
        text = self.doc.text[sentence.start : sentence.end]
        if _HISTORY.search(text):
            return True
        years = [int(year) for year in _YEAR.findall(text)]
        return bool(years) and self.year is not None and all(year < self.year - 1 for year in years)

    def from_after(self, figure: Figure, number: int) -> Speaker | None:
        """ "The count belongs to X", "so X told reporters", "these are the details that X gave"."""
        doc = self.doc
        begun = doc.sentences[number].paragraph
        if begun == 0 or any(voice.speaker is None for voice in self.near(figure, number)):
            return None
        for ahead in range(number + 1, min(number + _LOOK_AHEAD, len(doc.sentences))):
            if doc.sentences[ahead].paragraph > begun + 2:
                return None
            voices = [voice for voice in self.voices[ahead] if voice.speaker]
            if voices:
                back = self._points_back(ahead, same=doc.sentences[ahead].paragraph == begun)
                direct = [voice for voice in voices if not voice.relays] or voices
                return direct[0].speaker if back else None
        return None

    def _points_back(self, number: int, same: bool) -> bool:
        sentence = self.doc.sentences[number]
        if self.words[sentence.first] == "so":
            return same
        for at in range(sentence.first, sentence.after - 1):
            word = self.words[at]
            if (word in _POINTING and at == sentence.first) or word in _POINTING_MANY:
                width = 9 if self.words[at + 1] in AUXILIARIES else 4
                near = range(at + 1, min(at + width, sentence.after))
                noun = next((here for here in near if self.words[here] in COUNT_NOUNS), None)
                named = noun is not None and (any(self.names[at + 1 : noun]) or "'s" in self.words[at + 1 : noun])
                if noun is not None and not (word == "the" and named):
                    return same or word in _POINTING_MANY
        return False

    def from_source_note(self, figure: Figure, number: int) -> Speaker | None:
        """The source that the article names once for all its figures."""
        if any(voice.speaker or voice.firm for voice in self.near(figure, number)) or figure.scope == Scope.BACKGROUND:
            return None
        titled = number == 0 and self.source_note != self.openings[0]
        return None if titled else self.source_note
