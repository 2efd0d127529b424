"""Everybody an article has named so far, and whom "he", "its" and "the ministry" mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from tracker.reading.claimants.speaker_words import (
    PERSONS,
    PRONOUNS_BODY,
    PRONOUNS_MANY,
    PRONOUNS_PERSON,
    STATE_BODIES,
    UNNAMED_BODIES,
)
from tracker.reading.claimants.speakers import Speaker, name_words

_PRONOUN_OF = {"its": "it", "his": "he", "her": "she", "their": "they"}
_COLLECTIVES = frozenset("staff police crew team family public military leadership opposition couple".split())
"""Singular words for several people: "the staff say they"."""
_REMEMBERED = 60
MENTIONED, ACTS, TALKS = range(3)


class Mention(NamedTuple):
    """A speaker in a sentence, and whether they are its subject or even TALK, as far as it reports something."""

    speaker: Speaker
    sentence: int
    rank: int


@dataclass
class Cast:
    """Everybody named so far, in text order, to whom pronouns and short names may point back."""

    mentions: list[Mention] = field(default_factory=list)
    sentence: int = 0
    words: set[str] = field(default_factory=set)

    def meet(self, speaker: Speaker, rank: int = MENTIONED, definite: bool = False) -> Speaker:
        """The speaker with the names from an earlier mention added, kept for later."""
        known = self._earlier(speaker) or (self._taken_up(speaker) if definite else None)
        if known is not None and known.names == speaker.names:
            person, proper = known.person or speaker.person, known.proper or speaker.proper
            speaker = speaker._replace(person=person, proper=proper, media=known.media, words=known.words)
        elif known is not None:
            names = tuple(dict.fromkeys(speaker.names + known.names))
            person = known.person or speaker.person
            media = known.media or speaker.media
            proper = known.proper or speaker.proper
            speaker = speaker._replace(names=names, person=person, media=media, proper=proper, words=name_words(names))
        self.mentions.append(Mention(speaker, self.sentence, rank))
        self.words |= speaker.words
        del self.mentions[:-_REMEMBERED]
        return speaker

    def talked(self, speaker: Speaker) -> None:
        """Note that the speaker has been given something to say."""
        self.mentions.append(Mention(speaker, self.sentence, TALKS))
        self.words |= speaker.words

    def last_talker(self) -> Speaker | None:
        """Who was handed something last."""
        return next((known.speaker for known in reversed(self.mentions) if known.rank == TALKS), None)

    def last_actor(self, at: int, within: int = _REMEMBERED) -> Speaker | None:
        """Who did or said something last before token ``at``, in so many sentences."""
        for known in reversed(self.mentions):
            if known.rank != MENTIONED and known.speaker.first < at and self.sentence - known.sentence <= within:
                return known.speaker
        return None

    def _earlier(self, speaker: Speaker) -> Speaker | None:
        shortest = name_words(speaker.names[:1])
        if not (shortest and shortest <= self.words) or (len(shortest) > 2 and not speaker.proper):
            return None
        for mention in reversed(self.mentions):
            known = mention.speaker
            if speaker.names[0] in known.names:
                return known
            named = known.person and known.proper and (speaker.proper or speaker.person)
            if shortest <= known.words and known.many == speaker.many and (named or known.head == speaker.head):
                return known
        return None

    def _taken_up(self, speaker: Speaker) -> Speaker | None:
        """Who was named just before and is now only "the coordinator" or "the organisation"."""
        if speaker.proper or speaker.many or len(speaker.words) > 2:
            return None
        for mention in reversed(self.mentions):
            known = mention.speaker
            if self.sentence - mention.sentence > 3:
                return None
            if speaker.head in PERSONS and known.person and known.proper and not known.words & PERSONS:
                return known
            state = known.words & STATE_BODIES and speaker.head not in STATE_BODIES
            if speaker.head in UNNAMED_BODIES and known.proper and not (known.person or known.many or state):
                return known
        return None

    def pointed_at(self, word: str, at: int, aside: bool = False) -> Speaker | None:
        """Whom the pronoun at token ``at`` stands for: the last mention of its kind, of a sentence's those who talk.

        ``aside``: it stands between commas ("it claims"), so nobody is meant of whom its own sentence tells.
        """
        for sure in (True, False):
            chosen: Mention | None = None
            for known in reversed(self.mentions):
                if chosen is not None and known.sentence < chosen.sentence:
                    break
                if known.speaker.first >= at or (aside and known.sentence == self.sentence and known.rank != TALKS):
                    continue
                if (chosen is None or known.rank > chosen.rank) and _agrees(known.speaker, word, sure):
                    chosen = known
            if chosen is not None:
                return chosen.speaker._replace(first=at, after=at + 1)
        return None

    def owner(self, word: str, at: int) -> Speaker | None:
        """Whom "its", "his" or "their" at token ``at`` stands for."""
        return self.pointed_at(_PRONOUN_OF[word], at) if word in _PRONOUN_OF else None


def _agrees(known: Speaker, pronoun: str, sure: bool) -> bool:
    if pronoun in PRONOUNS_PERSON:
        return (known.person if sure else known.proper) and not known.many
    if pronoun in PRONOUNS_BODY:
        return known.able and not known.many and (not known.person or not sure)
    many = known.many or known.head in _COLLECTIVES
    return pronoun in PRONOUNS_MANY and known.able and (many or not sure) and not (known.person and sure)


def owned(speaker: Speaker, owner: Speaker) -> Speaker:
    """ "its researchers", named with their owner as well."""
    names = (speaker.names[0], f"{owner.names[0]} {speaker.names[0]}", *speaker.names[1:])
    return speaker._replace(names=tuple(dict.fromkeys(names)), words=name_words(names))
