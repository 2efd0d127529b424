"""Attributions that rest on a noun: "the Bureau's tally", "by its account", "a count kept by X", "figures from X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tracker.reading.claimants.clauses import BREAKS
from tracker.reading.claimants.metonyms import speaks_for_a_side
from tracker.reading.claimants.noun_phrases import is_office
from tracker.reading.claimants.speaker_words import (
    ACCOUNT_NOUNS,
    ARMED,
    ARTICLES,
    BODIES,
    CALENDAR,
    CLAUSE_WORDS,
    COUNT_NOUNS,
    DETERMINERS,
    PERSONS,
    POSSESSIVES,
    PREPOSITIONS,
    TIME_WORDS,
)
from tracker.reading.claimants.speakers import Speaker
from tracker.reading.claimants.speech_verbs import ADDRESSING, ADVERBS, AUXILIARIES, BEING, CITED, NEGATIONS, VERBS
from tracker.reading.claimants.subjects import Subjects

AGENT_WITHIN = 14
_COMING = BEING | frozenset("come comes came stem stems stemmed originate originates".split())
_DAY_WITHIN = 5
_DAY_WORDS = CALENDAR | TIME_WORDS | frozenset("on late early last this in only first again the".split())
STANDING = BEING | frozenset("has had stands stood runs ran".split())
_NAMING = BEING | frozenset("by in on from".split())
_BELONGING = frozenset("belong belongs belonged".split())
GIVEN_TOO = frozenset("kept given public known compiled drawn issued released".split())
_KEEPERS = (PERSONS | BODIES) - ARMED
_SUFFERED = frozenset("number numbers toll tolls total totals sum sums".split())
_OWN_CONTENT = _SUFFERED | frozenset(
    "count counts list lists breakdown details information roll records claim claims".split()
)


_HELPING = frozenset(
    "used able helped help helping forced obliged compelled continues continued went came come began"
    " begun managed chose"
    " had felt happy ready prepared content".split()
)
"""Before "to" and a verb, they leave its subject as it is: "used to say", "was able to count"."""
_ENDS_ORIGIN = (CLAUSE_WORDS - {"that", "which", "than", "as"}) | (BREAKS - {","})
_GRAMMAR = PREPOSITIONS | CLAUSE_WORDS | AUXILIARIES | DETERMINERS | CALENDAR | {"and", "or", "'s"}
_READ = frozenset("seen viewed reviewed obtained examined read leaked".split())
"""Before "by", they tell who has read a paper and not whose it is."""
_RIGHT = frozenset(
    "right correct believed trusted heard truth truthful accurate reliable credited relied kept honest".split()
)
_GIVEN = GIVEN_TOO | CITED | {"made"}


class Voice(NamedTuple):
    """An attribution at tokens ``first`` to ``after``. ``speaker`` is None where nobody in particular speaks.

    ``leads``: it reports what follows. ``trails``: it reports what stands before. ``firm``: it reports whole clauses,
    and not only what stands beside it. ``relays``: it only passes on what another said. ``noun``: it rests on a word
    like "count". ``label``: a name before a colon, which may be the speaker's or only a row's.
    ``cites``: whom another speaker cites.
    """

    first: int
    after: int
    speaker: Speaker | None
    leads: bool = True
    trails: bool = False
    firm: bool = True
    relays: bool = False
    noun: bool = False
    label: bool = False
    cites: bool = False


class Reckonings(Subjects):
    """Finds whose count, list or statement a noun speaks of."""

    found: list[Voice]

    def of_count(self, at: int) -> Iterator[Voice]:
        """ "the Bureau's tally", "by its account", "a count kept by X", "figures from X"."""
        begin = at
        yield from self.of_origin(at)
        while begin > self.first and self._modifies(begin - 1):
            begin -= 1
        speaker, after = self._owner_before(begin), at + 1
        said_to_be = self.words[begin - 1] == "'s" and speaker is not None and self.words[speaker.first - 1] in BEING
        within = self.words[speaker.first - 1] in {"by", "in"} if speaker is not None else False
        if (
            speaker is not None
            and not (said_to_be or within)
            and not _may_own(speaker, self.words[at], self.words[begin - 1])
        ):
            return
        if speaker is None and self.words[at] in ACCOUNT_NOUNS:
            speaker, begin = self._named_count(begin, at)
        if speaker is None:
            speaker = self._owner_after(at)
            after = max(speaker.after, at + 2) if speaker else after
        if speaker is None:
            return
        first = min(begin, speaker.first)
        first -= first > self.first and self.words[first - 1] in ARTICLES
        aside = self.words[at] in ACCOUNT_NOUNS and self.words[first - 1] in {"by", "in", "on"}
        starts = aside and self.starts(first - 1)
        yield Voice(first, after, speaker, not aside or starts, not starts, firm=aside, noun=True)

    def _named_count(self, begin: int, at: int) -> tuple[Speaker | None, int]:
        """Whose "Israeli tallies" or "U.N. estimates" are, and where the phrase begins."""
        start = self.phrase_start(at)
        owner = self.meet(start, at) if start < at and self.words[start - 1] in _NAMING else None
        if owner is None or not (owner.able or self.names[start]):
            return None, begin
        return owner._replace(names=(self.doc.span(start, at + 1), *owner.names)), start

    def of_pronoun(self, at: int) -> Iterator[Voice]:
        """ "the count most quoted, that of X"."""
        counts = COUNT_NOUNS & set(self.words[max(self.first, at - AGENT_WITHIN) : at])
        speaker = self.read(at + 2) if counts else None
        aside = self.words[at - 1] in {"in", "by", "on"}
        stated = self.words[at - 1] in BEING
        if speaker is not None and speaker.able and (aside or stated or not speaker.many):
            yield Voice(at, speaker.after, speaker, True, not aside, noun=True)

    def of_genitive(self, at: int) -> Iterator[Voice]:
        """ "Kyiv's is far higher": a count named by its owner only."""
        start = self.phrase_start(at)
        speaker = self.phrases.speaker(start, at) if start < at else None
        if speaker is None or not speaker.able:
            return
        if self.words[at + 1] in STANDING:
            if speaks_for_a_side(self.doc, start, at):
                yield Voice(start, at + 1, self.meet(start, at), noun=True)
            return
        if self._leaves_number(at + 1):
            yield Voice(start, at + 1, self.meet(start, at), noun=True)

    def _leaves_number(self, at: int) -> bool:
        """Whether a number that counts by itself comes at the token, as in "against the ministry's 40"."""
        at += self.words[at] in {"of", ",", ":"}
        bare = at in self.phrases.counted and self.words[self.phrases.counted[at]] in {".", ",", ";", "and", ""}
        said = self.found[-1:] or not COUNT_NOUNS.isdisjoint(self.words[self.first : at])
        return bare and bool(said)

    def of_condition(self, at: int) -> Iterator[Voice]:
        """ "if Kabul is right", "if the rebels are to be believed"."""
        speaker = self.read(at + 1)
        if speaker is None:
            return
        end = max(speaker.after, at + 2)
        if self.acts(end) and not _RIGHT.isdisjoint(self.words[end + 1 : end + 5]):
            yield Voice(at, end + 2, speaker, at == self.first, at != self.first)

    def of_origin(self, at: int) -> Iterator[Voice]:
        """ "the figures come from X", "both numbers are the minister's", "the count belongs to X"."""
        for here in range(at + 1, min(at + 14, self.after - 2)):
            word = self.words[here]
            behind = self._behind_day(here + 1) if word in _COMING else here + 1
            then = self.words[behind]
            if word in _ENDS_ORIGIN or (word in VERBS and VERBS[word].saying):
                return
            source = (word in _COMING and then == "from") or (word in _BELONGING and then == "to")
            if not source and word not in BEING:
                continue
            begin = behind + 1 if source else here + 1
            end = self.phrases.end(begin, self.limit(begin))
            genitive = self.words[end] == "'s" or self.words[end - 1] == "'s"
            speaker = self.meet(begin, end) if end > begin and (source or genitive) else None
            if speaker is not None and speaker.able:
                yield Voice(at, end, speaker, True, True, noun=True)
            return

    def _before_moment(self, at: int) -> int:
        """Before the time in "had by Sunday evening received"; ``at`` itself where none stands behind an auxiliary."""
        here = at
        while here > self.first + 1 and here > at - _DAY_WITHIN and self.words[here - 1] in _DAY_WORDS:
            here -= 1
        timed = here < at and self.words[here - 1] in {"by", "on", "until", "since"} | _DAY_WORDS
        here -= timed
        return here if timed and self.words[here - 1] in AUXILIARIES else at

    def of_coming(self, at: int) -> Iterator[Voice]:
        """ "From the Lebanese side come reports of 12 dead"."""
        start = self.phrase_start(at)
        word = COUNT_NOUNS.isdisjoint(self.words[at + 1 : at + 5])
        if start < at and self.words[start - 1] == "from" and self.starts(start - 1) and not word:
            speaker = self.meet(start, at)
            if speaker is not None and speaker.able:
                yield Voice(start - 1, at + 1, speaker)

    def _behind_day(self, at: int) -> int:
        """Behind the day in "came on Sunday from": where "from" stands; ``at`` itself where it does not."""
        here = at
        while here < at + _DAY_WITHIN and (self.words[here] in _DAY_WORDS or self.words[here].isdigit()):
            here += 1
        return here if self.words[here] == "from" else at

    def _modifies(self, at: int) -> bool:
        word = self.words[at]
        return word.isalpha() and word not in _GRAMMAR and not (self.doc.is_capital(at) and at > self.first)

    def _owner_before(self, begin: int) -> Speaker | None:
        word = self.words[begin - 1]
        if begin - 1 >= self.first and word in POSSESSIVES:
            return self._named_behind(begin) or self.cast.owner(word, begin - 1)
        if word not in {"'s", "'"}:
            return None
        end = begin - 1
        start = self.phrase_start(end)
        speaker = self.meet(start, end) if start < end else None
        if speaker is None or speaker.head in TIME_WORDS or speaker.head in CALENDAR:
            return None
        return speaker if speaker.able else None

    def _named_behind(self, begin: int) -> Speaker | None:
        """Who follows in "By its own count the army lost 30": the subject, for whom "its" stands beforehand."""
        if begin - 2 != self.first or self.words[begin - 2] not in {"by", "on", "in"}:
            return None
        while begin < self.after and self.words[begin] not in ACCOUNT_NOUNS:
            begin += 1
        start = begin + 1 + (self.words[begin + 1] == ",")
        end = self.phrases.end(start, self.limit(start))
        if not (start < end < self.after) or start in self.phrases.counted or not self.acts(end):
            return None
        speaker = self.phrases.speaker(start, end)
        return self.cast.meet(speaker) if speaker is not None and speaker.able else None

    def _owner_after(self, at: int) -> Speaker | None:
        at += self.words[at + 1 : at + 3] in ([",", "from"], [",", "by"])
        word = self.words[at + 1]
        if word in {"that", "which"}:
            speaker = self.read(at + 2)
            after = self.words[speaker.after] if speaker is not None else ""
            denies = after in ADDRESSING or after in AUXILIARIES or not after.isalpha()
            return speaker if speaker and speaker.able and (self.speaks(speaker.after) or not denies) else None
        aside = self.words[at - 1] == "by" or self.words[at - 2] == "by"
        suffered = (word == "of" and self.words[at] in _OWN_CONTENT) or (
            word == "from" and self.words[at] in {"toll", "tolls"}
        )
        if word not in {"of", "by", "from"}:
            return None
        speaker = self.read(at + 2)
        if self.words[at + 1] == "of" and speaker is not None and self.words[speaker.after] == "'s":
            return None
        may_keep = word == "of" and speaker is not None and (speaker.person or speaker.head in _KEEPERS)
        if suffered and not aside and not may_keep:
            return None
        return speaker if speaker and speaker.able and not speaker.vague else None

    def author(self, paper: Speaker) -> Speaker | None:
        """Who stands behind "the report", "figures gathered by X", "a study from X"."""
        for at in range(paper.first, min(paper.first + AGENT_WITHIN, self.after)):
            if self.words[at] in {"by", "from", "of", "at", "which", "that"} and self.words[at - 1] not in _READ:
                end = self.phrases.end(at + 1, self.limit(at))
                speaker = self.meet(at + 1, end) if end > at + 1 else None
                if speaker is not None and speaker.able:
                    return speaker
        owned = any(self.names[at] or is_office(self.words[at]) for at in range(paper.first, paper.after))
        if owned and self.words[paper.after - 1] == paper.head:
            if self.words[paper.after - 2] == "official":
                return paper
            owner = self.meet(paper.first, paper.after - 1)
            return owner if owner is None or owner.proper else owner._replace(names=(*paper.names[:1], *owner.names))
        if self.words[paper.first] in {"a", "an", "one"} and not paper.vague:
            return paper
        if paper.vague and paper.head.endswith("s"):
            return paper
        return self.cast.last_talker() if self.words[paper.first] in {"the", "its", "this"} else None

    def group(self, at: int) -> tuple[int, bool, bool]:
        """Start of the verb group that ends with token ``at``, whether it is passive, and whether it is denied."""
        start, passive, negative = at, False, False
        verb = VERBS.get(self.words[at])
        may_be_passive = (verb is not None and verb.past) or self.words[at] in _GIVEN
        while start > self.first:
            start = self._before_moment(start)
            word = self.words[start - 1]
            negative = negative or word in NEGATIONS
            if word == "to" and self.words[start - 2] in _HELPING:
                start -= 1
            elif word in BEING and may_be_passive:
                passive = True
            elif not (word in AUXILIARIES or word in ADVERBS or (word.endswith("ly") and len(word) > 4)):
                break
            start -= 1
        return start, passive, negative


def _may_own(speaker: Speaker, noun: str, possessive: str) -> bool:
    """Whether "X's toll" is the toll that X gives and not the one that X suffers."""
    if noun not in _SUFFERED:
        return True
    speaks = speaker.head in BODIES or speaker.head in PERSONS or speaker.person or speaker.media
    return possessive not in POSSESSIVES and speaks
