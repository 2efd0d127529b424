"""Who does what a verb says: the speaker before it, behind it, or somewhere earlier in its clause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tracker.reading.cast import ACTS, MENTIONED, Cast, owned
from tracker.reading.document import Document
from tracker.reading.noun_phrases import is_office
from tracker.reading.speaker_words import (
    BODIES,
    CALENDAR,
    COMMON_VERBS,
    DETERMINERS,
    PERSONS,
    PLAIN_ADJECTIVES,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    TIME_WORDS,
    TITLES,
)
from tracker.reading.speakers import Phrases, Speaker, name_words
from tracker.reading.speech_verbs import ADVERBS, AUXILIARIES, BEING, SAYING_PARTICIPLES, TELLING, VERBS

BREAKS = frozenset(',;:–—"“”«»')
_LONGEST_PHRASE = 24
_LONGEST_SEGMENT = 60
_MOST_SEGMENTS = 5
_LINKS = frozenset("and but while as then though that".split())
_VERBAL = AUXILIARIES | COMMON_VERBS
_DAYS = CALENDAR | frozenset("on late early morning evening night afternoon last this".split())
_UNNAMED = frozenset("official officials local".split())


class Subjects:
    """Looks for speakers within the sentence ``first`` to ``after`` of a document, and remembers all it meets."""

    def __init__(self, doc: Document, counted: Mapping[int, int] | None = None) -> None:
        self.doc = doc
        self.phrases = Phrases(doc, counted)
        self.words, self.names = self.phrases.words, self.phrases.names
        self.cast = Cast()
        self.first = self.after = 0

    def begin(self, number: int) -> int:
        """Turn to the sentence; returns its first token after a clock time or a dateline."""
        sentence = self.doc.sentences[number]
        self.first, self.after = sentence.first, sentence.after
        self.cast.sentence = number
        doc, at = self.doc, self.first
        while at + 2 < self.after and self.words[at].isdigit() and self.words[at + 1] in {":", ".", "h"}:
            at += 3
        if doc.raw(at).isupper() and len(doc.raw(at)) > 1:
            for dash in range(at + 1, min(at + 16, self.after - 1)):
                if self.words[dash] in {"-", "–", "—"} and doc.tokens[dash - 1].end < doc.tokens[dash].start:
                    return dash + 1
        return at

    def limit(self, at: int) -> int:
        """How far a phrase from token ``at`` may go."""
        return min(self.after, at + _LONGEST_PHRASE)

    def read(self, at: int) -> Speaker | None:
        """The speaker whose phrase, or pronoun, stands at token ``at``."""
        if self.words[at] in PRONOUNS:
            return self.cast.pointed_at(self.words[at], at)
        end = self.phrases.end(at, self.limit(at))
        return self.meet(at, end) if end > at else None

    def meet(self, first: int, after: int) -> Speaker | None:
        """The tokens as a speaker, with what else the text has called them."""
        speaker = self.phrases.speaker(first, after)
        if speaker is None:
            return None
        owner = self.cast.owner(self.words[first], first) if self.words[first] in POSSESSIVES else None
        if owner is not None:
            return owned(self._beside(speaker), owner) if speaker.able else owner
        speaker = self._with_clause(self._beside(speaker))
        return self.cast.meet(speaker, definite=self.words[first] == "the")

    def meet_actor(self, at: int, opening: bool) -> None:
        """Keep somebody who does something in the sentence, so that a later pronoun may point at them."""
        before = self.words[at - 1]
        if self.words[at] in PRONOUNS and self.words[at + 1] not in BEING and self.acts(at + 1):
            pointed = self.cast.pointed_at(self.words[at], at)
            if pointed is not None:
                self.cast.meet(pointed, ACTS)
            return
        named = self.names[at]
        if not (named or is_office(self.words[at])) or self.names[at - 1] or before == "-":
            return
        person = named and self.names[at + 1]
        if before == "'s" or (before in PREPOSITIONS and not person):
            return
        end = self.phrases.end(at, self.limit(at))
        if opening or person or self.acts(end) or self.words[end] == ",":
            speaker = self.phrases.speaker(at, end)
            if speaker is not None and speaker.able:
                self.cast.meet(self._beside(speaker), ACTS if opening else MENTIONED, definite=before == "the")

    def acts(self, at: int) -> bool:
        """Whether a verb stands at the token."""
        word = self.words[at]
        return word in _VERBAL or word in VERBS or (word.endswith("ed") and word not in PLAIN_ADJECTIVES)

    def opener(self, at: int) -> Speaker | None:
        """Who opens the sentence and does something: its subject, where that is somebody who may speak."""
        if self.words[at] in PREPOSITIONS:
            comma = next((here for here in range(at, min(at + 9, self.after)) if self.words[here] == ","), None)
            if comma is None:
                return None
            at = comma + 1
        if self.words[at] in POSSESSIVES:
            return None
        end = self.phrases.end(at, self.limit(at))
        speaker = self.phrases.speaker(at, end) if end > at else None
        if speaker is None or not speaker.able or self.words[end] in BREAKS - {","}:
            return None
        return self._beside(speaker)

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
        if at >= self.after or word in BREAKS | {".", "-", "!", "?", ")"}:
            return word != ":"
        if word == "a" and self.words[at + 1] in TIME_WORDS:
            return True
        if word in {"us", "me", "reporters", "journalists", "them"}:
            return self.ends_clause(at + 1)
        if self.words[at - 1] in TELLING and word != "that":
            end = self.phrases.end(at, self.limit(at))
            return end > at and self.ends_clause(end)
        if (
            word in {"on", "in", "at", "late", "early", "to", "by", "after", "last", "from"}
            or word in CALENDAR | TIME_WORDS
        ):
            ahead = range(at, min(self.after - 1, at + 8))
            return not any(self.words[here] == "that" and self.words[here + 1] not in TIME_WORDS for here in ahead)
        return word in ADVERBS and self.ends_clause(at + 1)

    def phrase_start(self, end: int) -> int:
        """Where the noun phrase that ends before token ``end`` begins."""
        start = end
        while start > max(self.first, end - _LONGEST_PHRASE) and self._belongs(start - 1, end):
            start -= 1
        while start < end and (self.words[start] == "and" or self.phrases.end(start, end) != end):
            start += 1
        while start + 1 < end and (
            (self.words[start] == "all" and self.words[start + 1] in DETERMINERS)
            or (self.words[start] in {"that", "this"} and self.names[start + 1])
        ):
            start += 1
        return start

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

    def subject(self, end: int) -> Speaker | None:
        """Who stands before the verb group that starts at token ``end``."""
        verb, end = end, self._before_day(end)
        here = end
        for _ in range(_MOST_SEGMENTS):
            if here <= self.first:
                break
            start = self._segment_start(here)
            speaker = self._in_segment(start, here, direct=here == end)
            if speaker is not None:
                speaker = self._with_role_before(speaker)
                return replace(speaker, after=verb) if speaker.after == end else speaker
            if here == end and start < end and self.words[start] not in RELATIVES | {"and", "or", "but"}:
                return None
            here = start - 1
        return None

    def doer(self, end: int) -> Speaker | None:
        """Who does what the verb group at token ``end`` says, with nothing but what is set off by commas between."""
        if self.words[end - 1] == ",":
            return self.subject(end)
        speaker = self._right_before(end)
        return self._with_role_before(speaker) if speaker is not None else None

    def _before_day(self, end: int) -> int:
        """Where the day begins in "the army on Monday said"; ``end`` itself where none stands there."""
        here = end
        while here > self.first and (self.words[here - 1] in _DAYS or self.words[here - 1].isdigit()):
            here -= 1
        return here if any(word in CALENDAR for word in self.words[here:end]) else end

    def _segment_start(self, end: int) -> int:
        start, nearest = end, max(self.first, end - _LONGEST_SEGMENT)
        while start > nearest and not (self.words[start - 1] in BREAKS or self._is_dash(start - 1)):
            start -= 1
        return start

    def _is_dash(self, at: int) -> bool:
        return self.words[at] == "-" and self.doc.tokens[at - 1].end < self.doc.tokens[at].start

    def _in_segment(self, start: int, end: int, direct: bool) -> Speaker | None:
        if start >= end:
            return None
        if direct:
            return self._right_before(end) or self._actor_within(start, end) or self._at_start(start, end, True)
        if self.words[end - 1] in VERBS and self.words[start] in PRONOUNS:
            return None
        if self.words[start] in RELATIVES or self.words[start] in PREPOSITIONS:
            return self._name_at_end(start, end) if self.words[start] in {"before", "after"} else None
        return self._at_start(start, end, False) or self._name_at_end(start, end)

    def _right_before(self, end: int) -> Speaker | None:
        word = self.words[end - 1]
        if word in PRONOUNS:
            aside = end - 1 > self.first and self.words[end - 2] == "," and self.ends_clause(end + 1)
            return self.cast.pointed_at(word, end - 1, aside)
        cleft = word == "that" and (self.names[end - 2] or is_office(self.words[end - 2]))
        if word in RELATIVES or cleft:
            stop = end - 2 if self.words[end - 2] == "," else end - 1
            begin = self.phrase_start(stop) if stop > self.first else stop
            speaker = self.meet(begin, stop) if begin < stop else None
            return replace(speaker, first=end - 1, after=end) if speaker is not None and speaker.able else None
        begin = self._after_place(self.phrase_start(end), end)
        before = self.words[begin - 1]
        putting = before == "with" and self.words[end] in SAYING_PARTICIPLES
        if begin >= end or before == "no" or (before in PREPOSITIONS and not putting):
            return None
        speaker = self.meet(self._with_partner(begin), end)
        return speaker if speaker is not None and speaker.able else None

    def _with_partner(self, begin: int) -> int:
        """Where "a doctors' group and the United Nations" begins, whose second half begins at ``begin``."""
        if self.words[begin - 1] != "and" or begin - 2 < self.first:
            return begin
        start = self.phrase_start(begin - 1)
        partner = self.phrases.speaker(start, begin - 1) if start < begin - 1 else None
        opens = self.words[start - 1] in BREAKS or start == self.first
        return start if partner is not None and partner.able and opens else begin

    def _after_place(self, begin: int, end: int) -> int:
        """Behind the place in "In Yerevan officials": the speaker's first token."""
        here = begin
        if self.words[begin - 1] not in {"in", "at", "from"} or (
            begin - 1 > self.first and self.words[begin - 2] not in BREAKS
        ):
            return begin
        while here < end and self.names[here]:
            here += 1
        return here if here < end else begin

    def _actor_within(self, start: int, end: int) -> Speaker | None:
        """Who does something earlier in the segment: "the army has been on the attack and says"."""
        for at in range(end - 2, max(start, end - _LONGEST_PHRASE), -1):
            if self.words[at] in _VERBAL:
                begin = self.phrase_start(at)
                speaker = self.phrases.speaker(begin, at) if begin < at else None
                if speaker is not None and speaker.able and self.words[begin - 1] not in PREPOSITIONS:
                    return self.cast.meet(speaker)
        return None

    def _at_start(self, start: int, end: int, direct: bool) -> Speaker | None:
        """The speaker whose phrase opens the segment: "an official who would not be named said"."""
        while start < end and (self.words[start] in _LINKS or self.words[start] in ADVERBS):
            start += 1
        if self.words[start] in PRONOUNS:
            return self.cast.pointed_at(self.words[start], start)
        stop = self.phrases.end(start, end)
        if stop == start or self.words[start] in {"no", "neither"}:
            return None
        follows = self.words[stop]
        if (
            stop < end
            and not direct
            and not (follows in RELATIVES | PREPOSITIONS | _VERBAL | {"that"} or follows in VERBS)
        ):
            return None
        speaker = self.phrases.speaker(start, stop)
        if speaker is None or not (speaker.able or (direct and stop == end)):
            return None
        return self.meet(start, stop)

    def _name_at_end(self, start: int, end: int) -> Speaker | None:
        """The name that closes the segment: "Before that Smith, then in opposition, said"."""
        begin = max(start, self.phrase_start(end))
        if begin >= end or self.words[begin - 1] in PREPOSITIONS or not self.names[end - 1]:
            return None
        return self.meet(begin, end)

    def _beside(self, speaker: Speaker) -> Speaker:
        """With the name that stands after a comma: "its media wing, ISPR,", "Smith, a spokesman for the army,"."""
        after = speaker.after
        if self.words[after] != "," or after + 1 >= self.after:
            return speaker
        end = self.phrases.end(after + 1, self.limit(after + 1))
        other = self.phrases.speaker(after + 1, end) if end > after + 1 else None
        closed = end >= self.after or self.words[end] in BREAKS | RELATIVES | {".", "on"} or self.speaks(end)
        if other is None or not closed or not other.able or other.many != speaker.many:
            return speaker
        if self.words[after + 1] not in DETERMINERS and other.proper == speaker.proper and not _by_office(other):
            return speaker
        return joined(speaker, other)

    def _with_role_before(self, speaker: Speaker) -> Speaker:
        """ "Smith, the mayor, said" and "the mayor, Smith, said": both names."""
        at = speaker.first - 1
        word = self.words[speaker.first]
        if self.words[at] != "," or at <= self.first or word in PRONOUNS | RELATIVES:
            return speaker
        begin = self.phrase_start(at)
        other = self.phrases.speaker(begin, at) if begin < at else None
        if other is None or not other.able or not (other.proper or speaker.proper) or other.many != speaker.many:
            return speaker
        apposed = word in {"a", "an"} and not speaker.proper
        if self.words[begin - 1] in PREPOSITIONS and not apposed:
            return speaker
        if other.proper and not apposed and not _by_office(speaker):
            return speaker
        return joined(speaker, self.cast.meet(other))

    def _with_clause(self, speaker: Speaker) -> Speaker:
        """An official known only by what is said of them: "an official who declined to be named"."""
        words = name_words(speaker.names[:1])
        if not words <= _UNNAMED or self.words[speaker.after] not in {"who", "speaking", "familiar", "with"}:
            return speaker
        end = speaker.after
        while end < min(self.after, speaker.after + 10) and not (
            (self.words[end] in VERBS and end > speaker.after + 1 and self.words[end - 1] not in BEING)
            or self.words[end] in BREAKS | {"."}
        ):
            end += 1
        begin = speaker.first + (self.words[speaker.first] in DETERMINERS)
        return replace(speaker, names=(self.doc.span(begin, end), *speaker.names))


def _by_office(speaker: Speaker) -> bool:
    return speaker.head in PERSONS or bool(speaker.words & (PERSONS | TITLES | BODIES))


def joined(one: Speaker, other: Speaker) -> Speaker:
    """Two phrases for the same speaker as one, in text order."""
    one, other = sorted((one, other), key=lambda speaker: speaker.first)
    return Speaker(
        min(one.first, other.first),
        max(one.after, other.after),
        tuple(dict.fromkeys(one.names + other.names)),
        one.head,
        (one.person or other.person) and not (one.head in BODIES or other.head in BODIES),
        one.many and other.many,
        one.media or other.media,
        one.proper or other.proper,
        one.words | other.words,
    )
