"""Where the clauses and phrases of a sentence begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from tracker.reading.claimants.metonyms import is_group, is_place_name
from tracker.reading.claimants.noun_phrases import OCCASIONS_AND_TIMES
from tracker.reading.claimants.speaker_words import (
    CALENDAR,
    COMMON_VERBS,
    DETERMINERS,
    PLAIN_ADJECTIVES,
    PREPOSITIONS,
    TIME_WORDS,
)
from tracker.reading.claimants.speakers import Phrases
from tracker.reading.claimants.speech_verbs import ADVERBS, AUXILIARIES, NEGATIONS, TELLING, VERBS
from tracker.reading.document import Document

BREAKS = frozenset(',;:–—"“”«»')
_CLOCK = re.compile(r"[0-2]?\d[.:h][0-5]\d")
LONGEST_PHRASE = 24
_LONGEST_DATELINE = 16
_DATELINED = 3
"""Up to this paragraph a dateline may open a sentence."""
VERBAL = AUXILIARIES | COMMON_VERBS
_AFTER_SAYING = (
    CALENDAR
    | TIME_WORDS
    | frozenset("on in at late early to by after last from when as during before shortly through via without".split())
)
_TELLING = AUXILIARIES | frozenset("said says killed left".split())
"""In a sentence with one of these a name and a colon before it are a dateline, and no label of a list."""
_LISTENERS = frozenset("us me him her you them reporters journalists newsmen".split())
_BEFORE_DETERMINERS = frozenset("all this that these those".split())
_OPENING_WITHIN = 12
_LEADING = NEGATIONS | ADVERBS | frozenset("and but yet still then so here there while whereas though although".split())
_MOMENTS = OCCASIONS_AND_TIMES | DETERMINERS | frozenset("last late early end close past first recent".split())
_CLAUSE_ENDS = BREAKS | frozenset(".-!?)")


class Clauses:
    """Walks through the sentence ``first`` to ``after`` of a document."""

    def __init__(self, doc: Document, counted: Mapping[int, int] | None = None, known: Iterable[str] = ()) -> None:
        self.doc = doc
        self.phrases = Phrases(doc, counted, known)
        self.words, self.names = self.phrases.words, self.phrases.names
        self.first = self.after = 0

    def begin(self, number: int) -> int:
        """Turn to the sentence; returns its first token after a clock time or a dateline."""
        sentence = self.doc.sentences[number]
        self.first, self.after = sentence.first, sentence.after
        at = self.first
        while at + 2 < self.after and self.words[at].isdigit() and self.words[at + 1] in {":", ".", "h"}:
            at += 3
        at += at == self.first and _CLOCK.fullmatch(self.words[at]) is not None
        opens = number == 0 or self.doc.sentences[number - 1].paragraph < sentence.paragraph <= _DATELINED
        return self._after_dateline(at, at < self.doc.headline) if opens else at

    def _after_dateline(self, begin: int, titled: bool) -> int:
        """Behind "KABUL (AP) -", "Goma, 3 June -", "NEW DELHI:" or "Lima :"; ``begin`` itself where there is none."""
        doc = self.doc
        shouted = doc.raw(begin).isupper() and len(doc.raw(begin)) > 2
        told = self.words[self.after - 1] == "." and not _TELLING.isdisjoint(self.words[begin : self.after])
        for at in range(begin + 1, min(begin + _LONGEST_DATELINE, self.after - 1)):
            word = self.words[at]
            if word in {"-", "–", "—"} and doc.tokens[at - 1].end < doc.tokens[at].start:
                return at + 1 if told or not titled else begin
            if word == ":":
                dateline = ((shouted and not titled) or (told and is_place_name(doc, begin, at))) and not is_group(
                    doc, begin, at
                )
                return at + 1 if dateline else begin
            plain = self.names[at] or word in CALENDAR or not word[:1].isalpha() or word in {"near", "in"}
            if word in {";", "?", "!"} or not (plain or shouted):
                return begin
        return begin

    def limit(self, at: int) -> int:
        """How far a phrase from token ``at`` may go."""
        return min(self.after, at + LONGEST_PHRASE)

    def acts(self, at: int) -> bool:
        """Whether a verb stands at the token."""
        word = self.words[at]
        return word in VERBAL or word in VERBS or (word.endswith("ed") and word not in PLAIN_ADJECTIVES)

    def speaks(self, at: int) -> bool:
        """Whether a verb that reports comes at token ``at``, adverbs and auxiliaries aside."""
        while at < self.after and (self.words[at] in ADVERBS or self.words[at] in AUXILIARIES):
            at += 1
        return self.words[at] in VERBS

    def opens(self, at: int) -> bool:
        """Whether a clause may begin at the token."""
        before = self.words[at - 1]
        return at == self.first or before in BREAKS or before in {"-", "'", "!", "?", "…", ".", "so", ")"}

    def starts(self, at: int) -> bool:
        """Whether the phrase stands before what it reports: at the sentence's beginning, or after "and,"."""
        before = self.words[at - 1]
        if before == ",":
            before = self.words[at - 2]
        return (
            at == self.first
            or (before == "as" and at - 1 == self.first)
            or before in {";", ":", "and", "but", "that", "while"}
        )

    def ends_clause(self, at: int) -> bool:
        """Whether nothing is reported from token ``at`` on: the sentence, or the part set off, ends here."""
        word = self.words[at]
        if at >= self.after or word in _CLAUSE_ENDS:
            return word != ":"
        if at in self.phrases.counted:
            return False
        if word == "a" and self.words[at + 1] in TIME_WORDS:
            return True
        if word in _LISTENERS:
            return self.ends_clause(at + 1)
        if self.words[at - 1] in TELLING and word != "that":
            end = self.phrases.end(at, self.limit(at))
            return end > at and self.ends_clause(end)
        if word in _AFTER_SAYING:
            ahead = range(at, min(self.after - 1, at + 8))
            return not any(self.words[here] == "that" and self._begins_report(here + 1) for here in ahead)
        return word in ADVERBS and self.ends_clause(at + 1)

    def _begins_report(self, at: int) -> bool:
        """Whether what stands behind "that" is told, and does not describe: "in a report that drew on", "that day"."""
        return self.words[at] not in TIME_WORDS and not self.acts(at)

    def behind_time(self, start: int, limit: int) -> int:
        """Behind "On Sunday", "By this month", "In an interview"; ``limit`` behind any other preposition."""
        comma: int | None = start
        while comma is not None:
            while start < limit and (self.words[start] in _LEADING or self.words[start] == ","):
                start += 1
            if self.words[start] not in PREPOSITIONS:
                return start
            near = range(start, min(start + _OPENING_WITHIN, limit))
            comma = next((here for here in near if self.words[here] == ","), None)
            start = start if comma is None else comma + 1
        here = start + 1
        while here < limit and (self.words[here] in _MOMENTS or self.words[here].isdigit() or self._of_time(here)):
            if self.words[here] in {"the", "its", "his", "their"} and self.words[here - 1] in OCCASIONS_AND_TIMES:
                break
            here += 1
        return here if not OCCASIONS_AND_TIMES.isdisjoint(self.words[start:here]) else limit

    def _of_time(self, at: int) -> bool:
        """ "of" before a year or a month: "by the close of 2016"."""
        return self.words[at] == "of" and (self.words[at + 1].isdigit() or self.words[at + 1] in CALENDAR)

    def phrase_start(self, end: int) -> int:
        """Where the noun phrase that ends before token ``end`` begins."""
        start = end
        known = self.phrases.known_starts.get(end, -1)
        while start > max(self.first, end - LONGEST_PHRASE) and self._belongs(start - 1, end):
            start -= 1
        while start < end and (self.words[start] == "and" or self.phrases.end(start, end) != end):
            start += 1
        while start + 1 < end and (
            (self.words[start] in _BEFORE_DETERMINERS and self.words[start + 1] in DETERMINERS)
            or (self.words[start] in {"that", "this"} and self.names[start + 1])
        ):
            start += 1
        return min(start, known) if known >= self.first else start

    def _belongs(self, at: int, end: int) -> bool:
        """Whether a token still lies in the phrase that ends before ``end``, seen from its right."""
        word = self.words[at]
        if word in PREPOSITIONS:
            return at - 1 >= self.first and self.phrases.end(at - 1, end) == end
        return (
            word in DETERMINERS
            or word in {"and", "'s", "&", "-", "(", ")", ".", "'"}
            or (self.phrases.end(at, end) == end)
        )

    def _is_dash(self, at: int) -> bool:
        return self.words[at] == "-" and self.doc.tokens[at - 1].end < self.doc.tokens[at].start
