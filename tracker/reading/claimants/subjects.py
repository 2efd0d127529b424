"""Who does what a verb says: the speaker before it, behind it, or somewhere earlier in its clause."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tracker.reading.claimants.cast import ACTS, MENTIONED, Cast, owned
from tracker.reading.claimants.clauses import BREAKS, LONGEST_PHRASE, VERBAL, Clauses
from tracker.reading.claimants.metonyms import speaks_for_a_side
from tracker.reading.claimants.noun_phrases import is_office
from tracker.reading.claimants.speaker_words import (
    BODIES,
    CALENDAR,
    DETERMINERS,
    NAME_PARTICLES,
    PERSONS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    TITLES,
)
from tracker.reading.claimants.speakers import Speaker, name_words
from tracker.reading.claimants.speech_verbs import ADDRESSING, ADVERBS, BEING, PLAINLY_SAYING, SAYING_PARTICIPLES, VERBS
from tracker.reading.document import Document

_LONGEST_SEGMENT = 60
_MOST_SEGMENTS = 5
_OPENING = frozenset("and but while as then though that there here".split())
_TURNS = frozenset("but while whereas although".split())
_DOING = VERBAL | ADDRESSING
_GOES_ON = RELATIVES | PREPOSITIONS | VERBAL | ADDRESSING | {"that"}
_DAYS = CALENDAR | frozenset("on late early morning evening night afternoon last this".split())
_PLACING = frozenset("further elsewhere separately nearby across meanwhile north south east west".split())
_UNNAMED = frozenset("official officials local".split())
_BEFORE_SUBJECT = PREPOSITIONS | ADVERBS | _PLACING
_HARD_BREAKS = BREAKS - {","}
_STOPS = BREAKS | {"."}
_LINKED = RELATIVES | {"and", "or", "but"}
_GOVERNING = PREPOSITIONS - {"before", "after", "since", "until"}
_CLOSING = BREAKS | RELATIVES | {".", "on"}
_POINTERS = PRONOUNS | RELATIVES
PAPERS = frozenset("study report survey investigation inquiry paper bulletin review statement".split())
_BETWEEN_ROLES = frozenset("then now formerly once also himself herself itself themselves".split())
_TRADES = PERSONS | TITLES | BODIES


class Subjects(Clauses):
    """Looks for speakers within the sentence, and remembers all it meets."""

    def __init__(self, doc: Document, counted: Mapping[int, int] | None = None, known: Iterable[str] = ()) -> None:
        super().__init__(doc, counted, known)
        self.cast = Cast()

    def begin(self, number: int) -> int:
        """Turn to the sentence; returns its first token after a clock time or a dateline."""
        self.cast.sentence = number
        return super().begin(number)

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
        particle = before == "-" and self.words[at - 2] in NAME_PARTICLES
        if not (named or is_office(self.words[at])) or self.names[at - 1] or (before == "-" and not particle):
            return
        person = named and self.names[at + 1]
        if particle:
            at, before = at - 2, self.words[at - 3]
        if before == "'s" or (before in PREPOSITIONS and not person):
            return
        end = self.phrases.end(at, self.limit(at))
        if opening or person or self.acts(end) or self.words[end] == ",":
            speaker = self.phrases.speaker(at, end)
            if speaker is not None and speaker.many and named:
                self._meet_name_in(at, end)
            if speaker is not None and speaker.able:
                self.cast.meet(self._beside(speaker), ACTS if opening else MENTIONED, definite=before == "the")

    def _meet_name_in(self, at: int, end: int) -> None:
        """The group named in "Boko Haram fighters"."""
        stop = at
        while stop < end and (self.names[stop] or self.words[stop] in {"-", "al"}):
            stop += 1
        known = speaks_for_a_side(self.doc, at, stop) or stop - at > 1
        speaker = self.phrases.speaker(at, stop) if known and stop < end else None
        if speaker is not None:
            self.cast.meet(speaker)

    def opener_of(self, number: int) -> Speaker | None:
        """The opener of a sentence other than the one at hand."""
        return self.opener(self.begin(number))

    def opener(self, at: int) -> Speaker | None:
        """Who opens the sentence and does something: its subject, where that is somebody who may speak."""
        if self.words[at] in _BEFORE_SUBJECT:
            comma = next((here for here in range(at, min(at + 9, self.after)) if self.words[here] == ","), None)
            at = comma + 1 if comma is not None else self.behind_time(at, self.after)
        if self.words[at] in POSSESSIVES or at in self.phrases.counted:
            return None
        end = self.phrases.end(at, self.limit(at))
        speaker = self.phrases.speaker(at, end) if end > at else None
        if speaker is None or not speaker.able or self.words[end] in _HARD_BREAKS:
            return None
        return self._beside(speaker)

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
                return speaker._replace(after=verb) if speaker.after == end else speaker
            if here == end and start < end and self.words[start] not in _LINKED:
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
        while start > nearest and not (
            self.words[start - 1] in BREAKS or self.words[start - 1] in _TURNS or self._is_dash(start - 1)
        ):
            start -= 1
        return start

    def _in_segment(self, start: int, end: int, direct: bool) -> Speaker | None:
        if start >= end:
            return None
        if direct:
            return self._right_before(end) or self._actor_within(start, end) or self._at_start(start, end, True)
        if self.words[end - 1] in VERBS and self.words[start] in PRONOUNS:
            return None
        if self.words[start] in RELATIVES or self.words[start] in PREPOSITIONS:
            return self._name_at_end(start, end) if self.words[start] in PREPOSITIONS else None
        return self._at_start(start, end, False) or self._name_at_end(start, end)

    def _right_before(self, end: int) -> Speaker | None:
        word = self.words[end - 1]
        if word in PRONOUNS:
            if self.words[end - 2] in _GOVERNING:
                return None
            told = ":" in self.words[max(self.first, end - _LONGEST_SEGMENT) : end]
            aside = end - 1 > self.first and self.words[end - 2] == "," and self.ends_clause(end + 1) and not told
            return self.cast.pointed_at(word, end - 1, aside)
        cleft = word == "that" and (self.names[end - 2] or is_office(self.words[end - 2]))
        if word in RELATIVES or cleft:
            stop = end - 2 if self.words[end - 2] == "," else end - 1
            begin = self.phrase_start(stop) if stop > self.first else stop
            speaker = self.meet(begin, stop) if begin < stop else None
            return speaker._replace(first=end - 1, after=end) if speaker is not None and speaker.able else None
        begin = self._after_place(self.phrase_start(end), end)
        before = self.words[begin - 1]
        putting = before == "with" and self.words[end] in SAYING_PARTICIPLES
        if begin >= end or before == "no" or self._is_own_talk(begin) or (before in PREPOSITIONS and not putting):
            return None
        speaker = self.meet(self._with_partner(begin), end)
        return speaker if speaker is not None and speaker.able else None

    def _is_own_talk(self, at: int) -> bool:
        """Whether a phrase like "our men" stands in quotation marks: it is not its words that are reported."""
        return self.words[at] in {"our", "my"} and any(
            mark in self.words[max(self.first, at - _LONGEST_SEGMENT) : at] for mark in '"“«'
        )

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
        for at in range(end - 2, max(start, end - LONGEST_PHRASE), -1):
            if self.words[at] in _DOING:
                end = at - (self.words[at - 1] in RELATIVES)
                begin = self.phrase_start(end)
                speaker = self.phrases.speaker(begin, end) if begin < end else None
                if speaker is not None and speaker.able and self.words[begin - 1] not in PREPOSITIONS:
                    return self.meet(begin, end)
        return None

    def _at_start(self, start: int, end: int, direct: bool) -> Speaker | None:
        """The speaker whose phrase opens the segment: "an official who would not be named said"."""
        while start < end and (self.words[start] in _OPENING or self.words[start] in ADVERBS):
            start += 1
        if self.words[start] in PRONOUNS:
            return self.cast.pointed_at(self.words[start], start)
        stop = self.phrases.end(start, end)
        if stop == start or self.words[start] in {"no", "neither"}:
            return None
        goes_on = self.words[stop] in _GOES_ON or self.words[stop] in VERBS or self.words[stop].endswith("ing")
        goes_on = goes_on or self._is_headline_verb(stop, end)
        if stop < end and not direct and not goes_on:
            return None
        speaker = self.phrases.speaker(start, stop)
        if speaker is None or not (speaker.able or (direct and (stop == end or speaker.head in PAPERS))):
            return None
        return self.meet(start, stop)

    def _is_headline_verb(self, at: int, end: int) -> bool:
        """Whether a word of a headline is a verb by its ending: "army rubbishes claim, says 31 died"."""
        verb = self.words[at].endswith("s") and not self.names[at]
        return verb and self.first == 0 and self.words[end + 1] in PLAINLY_SAYING

    def _name_at_end(self, start: int, end: int) -> Speaker | None:
        """The name that closes the segment: "Before that Smith, then in opposition, said"."""
        begin = max(start, self.phrase_start(end))
        if self.words[start] in _GOVERNING:
            begin = end
            while begin > start and (self.names[begin - 1] or self.words[begin - 1] in {"-", "al"}):
                begin -= 1
            if not self.names[begin] or end - begin < 2 or is_office(self.words[end - 1]):
                return None
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
        closed = end >= self.after or self.words[end] in _CLOSING or self.speaks(end)
        if other is None or not closed or not other.able or other.many != speaker.many:
            return speaker
        if self.words[after + 1] not in DETERMINERS and other.proper == speaker.proper and not _by_office(other):
            return speaker
        return joined(speaker, other)

    def _with_role_before(self, speaker: Speaker) -> Speaker:
        """ "Smith, the mayor, said" and "the mayor, Smith, said": both names."""
        at = speaker.first - 1
        at -= self.words[at] in _BETWEEN_ROLES
        word = self.words[speaker.first]
        if self.words[at] != "," or at <= self.first or word in _POINTERS:
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
            or self.words[end] in _STOPS
        ):
            end += 1
        begin = speaker.first + (self.words[speaker.first] in DETERMINERS)
        return speaker._replace(names=(self.doc.span(begin, end), *speaker.names))


def _by_office(speaker: Speaker) -> bool:
    return speaker.head in PERSONS or bool(speaker.words & _TRADES)


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
