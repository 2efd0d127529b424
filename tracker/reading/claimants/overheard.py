"""Claimants from around a figure whose own sentence names none: who spoke before or after, whose list it is in."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Self

from tracker.reading.claimants.attributions import Finder
from tracker.reading.claimants.reckonings import Voice
from tracker.reading.claimants.speaker_words import (
    COUNT_NOUNS,
)
from tracker.reading.claimants.speakers import Speaker
from tracker.reading.figures import Article, Figure

_LOOK_AHEAD = 7
_LONGEST_LINE = 24
_COLON_REACH = 12
_NOTE_WITHIN = 5
_NEAR_VOICES = 24
_ALL = frozenset("all unless except otherwise figures source sources data".split())
_PAPERS = frozenset("statement bulletin report update communique communiqué briefing survey digest".split())
QUOTES = frozenset('"“”«')
_STOPS = frozenset(".!?…")


@dataclass
class Overheard:
    """The article's attributions by sentence, who opens each sentence, and who was given figures so far."""

    finder: Finder
    figures: list[Figure]
    year: int | None
    voices: list[list[Voice]] = field(default_factory=list)
    openings: dict[int, Speaker | None] = field(default_factory=dict)
    bodies: list[int] = field(default_factory=list)
    used: dict[int, Speaker] = field(default_factory=dict)
    semicolons: list[int] = field(default_factory=list)
    paragraph_starts: dict[int, int] = field(default_factory=dict)
    past: dict[int, bool] = field(default_factory=dict)
    source_note: Speaker | None = None
    heading: Speaker | None = None

    def __post_init__(self) -> None:
        self.doc, self.phrases = self.finder.doc, self.finder.phrases
        self.words, self.names = self.phrases.words, self.phrases.names

    @classmethod
    def of(cls, article: Article, finder: Finder, figures: list[Figure]) -> Self:
        """Everything that the article's sentences say about who speaks."""
        doc = article.document
        heard = cls(finder, figures, article.published.year if article.published else None)
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
            if heard.source_note is None and doc.sentences[number].paragraph < _NOTE_WITHIN:
                heard.source_note = heard._note(number, number in with_figures)
        if heard.source_note is None and heard._is_statement():
            heard.source_note = next((voice.speaker for voice in heard.voices[0] if voice.label), None)
        return heard

    def opening(self, number: int) -> Speaker | None:
        """Who opens the sentence and does something there."""
        if number not in self.openings:
            self.openings[number] = self.finder.opener_of(number)
        return self.openings[number]

    def leave_out(self, number: int) -> None:
        """Take the sentence, far from every figure, to hand nothing to anybody."""
        self.voices.append([])
        self.bodies.append(self.doc.sentences[number].first)
        self.openings[number] = None

    def _is_statement(self) -> bool:
        """Whether the article prints somebody's own paper: "Statement No. 41" stands under the headline."""
        sentences = self.doc.sentences
        return len(sentences) > 1 and self.words[sentences[1].first] in _PAPERS

    def _note(self, number: int, counts: bool) -> Speaker | None:
        """ "All figures come from X", "Source: X"; or a title like "X monthly bulletin: ..."."""
        sentence = self.doc.sentences[number]
        if sentence.first < self.doc.headline:
            opening = self.opening(0)
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
        if self.words[sentence.after - 1] in _STOPS or sentence.after - sentence.first > _LONGEST_LINE:
            return False
        beside = [self.doc.sentences[at].paragraph for at in (number - 1, number + 1) if 0 <= at < len(self.voices)]
        return sentence.paragraph not in beside

    def _speaks_of_counts(self, number: int) -> bool:
        return not COUNT_NOUNS.isdisjoint(self._words_of(number))

    def _words_of(self, number: int) -> list[str]:
        return self.words[self.doc.sentences[number].first : self.doc.sentences[number].after]
