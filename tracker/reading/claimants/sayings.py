"""What a verb of saying or counting hands to somebody: "X said", "said X", "the ministry, which put it at"."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.reading.claimants.clauses import BREAKS
from tracker.reading.claimants.deeds import HOLDING, LINES, Deeds
from tracker.reading.claimants.noun_phrases import is_office
from tracker.reading.claimants.reckonings import AGENT_WITHIN, Voice
from tracker.reading.claimants.speaker_words import (
    ARMED,
    CALENDAR,
    COUNT_NOUNS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    TIME_WORDS,
)
from tracker.reading.claimants.speakers import Speaker
from tracker.reading.claimants.speech_verbs import (
    AUXILIARIES,
    CONFIRMING,
    DESCRIBING,
    FINDING,
    GOING,
    HEARSAY,
    HOLDING_ON,
    INFORMING,
    NEEDS,
    OTHER_SENSES,
    PLAINLY_SAYING,
    PUTTING,
    REPORTING,
    SAYING_PARTICIPLES,
    TELLING,
    UNACCOUNTED,
    UNWILLING,
    VERBS,
)
from tracker.reading.claimants.subjects import PAPERS

_FINITE = VERBS.keys() | AUXILIARIES
_MEANS = frozenset("phone telephone radio email video satellite text letter message cable".split())
"""After "by", they tell how somebody spoke."""
_STOPS = BREAKS | {"."}
_ENDING = frozenset("as stop stops stopped end ends ended without gave give".split())
"""Before a participle, they leave it without a speaker: "has stopped counting", "quoted as saying"."""
_REPLYING = frozenset("allows allowed answers answered responds responded replies replied".split())
_REPORTERS = frozenset("reporter correspondent newspaper paper writer column magazine".split())
_QUOTED_WITHIN = 8
_CLOSING_QUOTES = frozenset("'\"”»")
_READERS = frozenset("you we i one".split())
"""What they count up is no one else's word."""
_ASKED = frozenset("add count note mention let include see number list name".split())
"""What readers are asked to do where a clause opens with it: "add the maimed and you arrive at 500"."""
NO_NOUNS = DETERMINERS | PRONOUNS | {"that", "by"}


class Sayings(Deeds):
    """Finds who says what a verb reports."""

    body: int

    def of_verb(self, at: int) -> Iterator[Voice]:
        doc, word = self.doc, self.words[at]
        needed = NEEDS.get(word)
        near = at + (2 if word in GOING else 8)
        ahead = range(at + 1, min(near, self.after))
        needs = needed is not None and not any(
            self.words[here] in needed
            and self.words[here : here + 2] not in (["at", "least"], ["at", "most"])
            and not (self.words[here] == "that" and here > at + 1 and word in HOLDING_ON)
            for here in ahead
        )
        fronted = word in PUTTING and (self._figure_at(at) or self._lines_before(at))
        aside = word == "put" and self.words[at + 1] == "in"
        replied = (word in _REPLYING or aside) and self.ends_clause(at + 1)
        if (
            needs
            and not (fronted or replied)
            and not _CLOSING_QUOTES & set(self.words[max(self.first, at - _QUOTED_WITHIN) : at])
        ):
            return
        if doc.is_capital(at) and at > self.first and at >= doc.headline:
            return
        start, passive, negative = self.group(at)
        asked = word in _ASKED and self.opens(at) and not self.acts(at - 1)
        if asked or (self.words[start - 1] in _READERS and self.words[start - 2] != "no"):
            return
        if (word in SAYING_PARTICIPLES and self.words[at - 1] in _ENDING) or (start == at and self._describes(at)):
            return
        fate = word not in PLAINLY_SAYING and start == at and self.words[at + 1] in UNACCOUNTED
        if fate and VERBS.get(word) and VERBS[word].past:
            return
        if passive:
            yield from self._of_hearsay(at, start)
        elif not (
            negative
            or (word, self.words[at + 1]) in OTHER_SENSES
            or (self.words[start - 1] == "to" and not self._may_announce(start - 1))
            or self.words[at + 1] in {"nothing", "-"}
            or (self.words[at + 1] == "no" and self.words[at + 2] in COUNT_NOUNS)
        ):
            if self.words[at + 1] == "by" and VERBS[word].past and self.words[at + 2] not in _MEANS:
                return
            yield from self._active(at, start)

    def _describes(self, at: int) -> bool:
        """Whether a participle only tells of what kind a noun is: "by suspected rebels", "an estimated cost"."""
        word, before, following = self.words[at], self.words[at - 1], self.words[at + 1]
        if word not in DESCRIBING or at + 1 in self.phrases.counted or following in NO_NOUNS:
            return False
        return before in PREPOSITIONS or before in DETERMINERS or at in self.phrases.ends

    def _figure_at(self, at: int) -> bool:
        """Whether "at" and a figure follow: "put the dead at 40"."""
        ahead = range(at + 1, min(at + AGENT_WITHIN, self.after))
        return any(self.words[here] == "at" and {here + 1, here + 2} & self.phrases.counted.keys() for here in ahead)

    def _lines_before(self, at: int) -> bool:
        """Whether what is put comes first: "Its own dead the group puts in single figures: eight"."""
        ahead = range(at + 1, min(at + AGENT_WITHIN, self.after))
        dead = not LINES.isdisjoint(self.words[max(self.first, at - _QUOTED_WITHIN) : at])
        return dead and any(here in self.phrases.counted for here in ahead)

    def _may_announce(self, at: int) -> bool:
        """Whether whoever opens the sentence did something "to announce", and did not refuse to."""
        opening = self.opener(self.body)
        if opening is None or not opening.able or not opening.after < at < opening.after + AGENT_WITHIN:
            return False
        return not UNWILLING & set(self.words[opening.after : at])

    def _active(self, at: int, start: int) -> Iterator[Voice]:
        word = self.words[at]
        verb = VERBS.get(word)
        saying = verb is None or verb.saying
        alone = start == at or (start == at - 1 and self.words[start] == "so")
        may_turn = saying or word in FINDING
        turned = self._turned_round(at) if verb is not None and may_turn and alone and self.opens(at) else None
        if turned is not None:
            yield turned
            return
        goes_on = self.words[start - 1] in {"and", "but", "then"}
        speaker = (
            None if goes_on and self.found and self.found[-1].firm and self.found[-1].leads else self.subject(start)
        )
        if speaker is not None and self._counts_in(speaker.first, speaker.after):
            return
        goes_on = goes_on or word in SAYING_PARTICIPLES
        if speaker is None and goes_on and self.found:
            speaker = self.found[-1].speaker
        last = self.found[-1] if self.found else None
        if (
            speaker is not None
            and last
            and (not last.noun or word in PLAINLY_SAYING)
            and speaker.first < last.after <= start
        ):
            speaker = speaker._replace(first=start, after=start)
        if speaker is None or (verb is not None and verb.nounlike and not self._agree(speaker, at, start)):
            return
        if speaker.head in COUNT_NOUNS and not speaker.able:
            paper, speaker = speaker, self.author(speaker)
            speaker = speaker._replace(first=min(paper.first, speaker.first)) if speaker is not None else None
        if word in FINDING and speaker is not None and (speaker.head in ARMED or self.words[start - 1] in ARMED):
            return
        if speaker is None or not self._plausible(speaker, at) or self._is_reporter(speaker):
            return
        colon = self.words[at + 1] == ":"
        before = self.words[speaker.first - 1]
        quoted = before in _CLOSING_QUOTES and self.words[speaker.first - 2] in {",", "?", "!"}
        set_off = speaker.first > self.first and (
            before in BREAKS
            or before in {"-", "as", "so"}
            or quoted
            or speaker.first in self.phrases.ends
            or self.words[speaker.first] == "called"
        )
        inside = before == "," and self.words[speaker.first - 2] in RELATIVES
        behind = at + 4 if self.words[at + 1 : at + 4] == ["it", "be", "known"] else at + 1
        if self.words[at : at + 2] == ["put", "in"]:
            saying, behind = True, at + 2
        ends = self.ends_clause(behind) if saying else self.words[at + 1] in {".", ",", ";"}
        trails = ((colon or ends) and set_off and not inside) or (quoted and self.words[at + 1] in {"of", "about"})
        within = before in {"as", "what"} or (before in {"that", "which"} and ends and word in CONFIRMING)
        first = min(speaker.first, start)
        named = None if speaker.vague else speaker
        if word.startswith("admit") and speaker.head in HOLDING and at + 1 in self.phrases.counted:
            return
        yield Voice(first, at + 1, named, colon or not trails, trails or within, saying or (trails and before == ","))
        if word in TELLING:
            yield from self._of_listener(at + 1)

    def _of_listener(self, at: int) -> Iterator[Voice]:
        """The agency or paper that was told, which passes it on: "told AFP"."""
        end = self.phrases.end(at, self.limit(at))
        listener = self.phrases.speaker(at, end) if end > at else None
        if listener is not None and listener.media and listener.proper:
            yield Voice(at, end, listener, leads=False, relays=True)

    def _counts_in(self, first: int, after: int) -> bool:
        """Whether a casualty figure stands in the phrase, which then names no speaker: "two out of six admitted"."""
        return any(at in self.phrases.counted for at in range(first, after))

    def _agree(self, speaker: Speaker, at: int, start: int) -> bool:
        """Whether a form that may be a noun is the verb of its subject: "police claim", "the army claims"."""
        word = self.words[at]
        if (
            self.words[start - 1] == "'s"
            or self.words[at - 1] in DETERMINERS
            or (self.words[at + 1] in _FINITE and self.words[at + 1] != "own")
        ):
            return False
        if start < at or word.endswith("ed") or self.words[start - 1] in RELATIVES:
            return True
        plural_paper = speaker.head in COUNT_NOUNS and (speaker.head.endswith("s") or speaker.head == "data")
        clause = self.words[speaker.after] == "," and self.words[start - 1] == ","
        if self.words[speaker.after] in RELATIVES or self.words[start - 1] == "and":
            return True
        several = speaker.many or plural_paper or "and" in self.words[speaker.first : speaker.after]
        clause = clause or self.words[start - 1] == "part"
        return (speaker.after == start or clause) and several != word.endswith("s")

    def _is_reporter(self, speaker: Speaker) -> bool:
        """ "this reporter", "our correspondent": the text itself."""
        return self.words[speaker.first] in {"this", "our"} and (speaker.media or speaker.head in _REPORTERS)

    def _plausible(self, speaker: Speaker, at: int) -> bool:
        if speaker.able or self.words[speaker.first] in PRONOUNS or speaker.vague:
            return True
        if speaker.head in PAPERS and self.words[speaker.first] in {"a", "an", "one"}:
            return True
        word = self.words[at]
        plainly = word in PLAINLY_SAYING or (word in REPORTING and self.words[at + 1] == "that")
        return plainly and not speaker.head[:1].isdigit()

    def _of_hearsay(self, at: int, start: int) -> Iterator[Voice]:
        """ "is reported to have", "were feared": nobody says so, unless "by" follows."""
        if self.words[at] in HEARSAY and "by" not in self.words[at + 1 : min(at + 10, self.after)]:
            yield Voice(start, at + 1, None, leads=True, trails=True, firm=False)

    def _turned_round(self, at: int) -> Voice | None:
        """ "said the ministry", "say prosecutors in Moscow"."""
        begin = at + 1
        pronoun = self.words[begin] in PRONOUNS
        if (self.words[at] in TELLING and self.words[at] not in INFORMING) or (
            pronoun and self.words[at] not in PLAINLY_SAYING
        ):
            return None
        end = begin + 1 if pronoun else self.phrases.end(begin, self.limit(begin))
        following = self.words[end]
        again = self.words[begin] == "that" and not (is_office(self.words[begin + 1]) and following in _STOPS)
        if end == begin or again or self.words[begin] in CALENDAR or self._counts_in(begin, end):
            return None
        if (self.acts(end) and following not in {"dead"}) or (
            self.words[at] in INFORMING and "that" in self.words[end : end + 4]
        ):
            return None
        speaker = self.read(begin)
        if self.words[at] in FINDING and not (following in _STOPS and self.words[at - 1] in BREAKS):
            return None
        if speaker is None or speaker.head in TIME_WORDS or self.words[begin] in {"last", "next", "this"}:
            return None
        if not (speaker.able or self.words[at] in PLAINLY_SAYING):
            return None
        return Voice(at, max(speaker.after, end), None if speaker.vague else speaker, False, True)
