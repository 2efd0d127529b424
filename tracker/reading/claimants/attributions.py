"""Where a sentence hands what it reports to somebody: "X said", "said X", "according to X", "by X's count"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from tracker.reading.claimants.clauses import BREAKS
from tracker.reading.claimants.deeds import CONVINCED, HANDLING, HAVING, HOLDING, MAKING, Deeds
from tracker.reading.claimants.metonyms import is_country, is_group, speaks_for_a_side
from tracker.reading.claimants.noun_phrases import OFFICES, is_office
from tracker.reading.claimants.reckonings import AGENT_WITHIN, GIVEN_TOO, Voice
from tracker.reading.claimants.speaker_words import (
    ACCOUNT_NOUNS,
    ARMED,
    BODIES,
    CALENDAR,
    COUNT_NOUNS,
    DETERMINERS,
    PERSONS,
    PRONOUNS,
    RELATIVES,
    TIME_WORDS,
    TITLES,
)
from tracker.reading.claimants.speakers import Speaker
from tracker.reading.claimants.speech_verbs import (
    AUXILIARIES,
    BEING,
    CITED,
    CITING,
    FINDING,
    GOING,
    HEARSAY,
    INFORMING,
    NEEDS,
    OTHER_SENSES,
    PLAINLY_SAYING,
    PUTTING,
    QUOTING,
    REPORTING,
    SAYING_PARTICIPLES,
    TELLING,
    UNACCOUNTED,
    UNWILLING,
    VERBS,
)
from tracker.reading.claimants.subjects import PAPERS
from tracker.reading.document import Document

_NEAR_VOICES = 6
_ACTORS = OFFICES | PRONOUNS
_TRIGGERS = (
    VERBS.keys()
    | SAYING_PARTICIPLES
    | COUNT_NOUNS
    | ACCOUNT_NOUNS
    | CITING
    | HAVING
    | MAKING
    | CONVINCED
    | QUOTING
    | HANDLING
    | frozenset("according per by for as ask if that those".split())
) | {":", "(", "'s"}
_WATCHED = _ACTORS | _TRIGGERS
_FINITE = VERBS.keys() | AUXILIARIES
_ROWS = frozenset(
    "centre center side camp station party community body branch wing service unit family team church".split()
)
_MEANS = frozenset("phone telephone radio email video satellite text letter message cable".split())
"""After "by", they tell how somebody spoke."""
_TAKEN_IN = frozenset("accepted admitted agreed".split())
"""Said of the wounded with "by", they tell where these are."""
_SPEAKING_BODIES = BODIES - _ROWS
_STOPS = BREAKS | {"."}


class Finder(Deeds):
    """Finds the attributions of a document's sentences, one sentence after the other."""

    def __init__(self, doc: Document, counted: Mapping[int, int] | None = None, known: Iterable[str] = ()) -> None:
        super().__init__(doc, counted, known)
        self.found: list[Voice] = []
        self.opening: Speaker | None = None
        self.body = 0

    def voices(self, number: int) -> list[Voice]:
        """The attributions of the sentence, in text order."""
        self.body = body = self.begin(number)
        self.found = []
        self.opening = self.opener(body)
        counted = self.phrases.counted
        for at in range(self.first, self.after):
            word = self.words[at]
            if not (word in _WATCHED or self.names[at] or at in counted):
                continue
            if at >= body and (word in _ACTORS or self.names[at]):
                self.meet_actor(at, opening=at - body < 2)
            if at in counted:
                self._keep_all(self.of_gap(at))
                self._keep_all(self.of_row(at))
            if word in _TRIGGERS and at >= body:
                self._keep_all(self._at(at, body))
        if any(at in counted for at in range(self.first, self.after)):
            self._keep_all(self.of_tail())
        self.found.sort(key=lambda voice: voice.first)
        return self.found

    def _keep_all(self, voices: Iterable[Voice]) -> None:
        for voice in voices:
            self._keep(voice)

    def _keep(self, voice: Voice) -> None:
        """Add the attribution, unless another overlaps it; one that goes round another takes its place."""
        overlapping = [
            known for known in self.found[-_NEAR_VOICES:] if voice.first < known.after and known.first < voice.after
        ]
        if any(known.first < voice.first or known.after > voice.after for known in overlapping):
            return
        if overlapping and not voice.firm and not all(known.noun for known in overlapping):
            return
        for known in overlapping:
            self.found.remove(known)
        self.found.append(voice)
        if voice.speaker is not None and not voice.relays:
            self.cast.talked(voice.speaker)

    def _at(self, at: int, body: int) -> Iterator[Voice]:
        word = self.words[at]
        if word in QUOTING:
            yield from self._of_quoting(at)
        if word in HANDLING:
            yield from self.of_handling(at)
        if word in VERBS or word in SAYING_PARTICIPLES:
            yield from self._of_verb(at)
        elif word in HAVING:
            yield from self.of_having(at)
        elif word in MAKING:
            yield from self.of_making(at)
        elif word in CONVINCED:
            yield from self.of_conviction(at)
        elif word in {"for", "as", "ask"}:
            yield from self.of_view(at)
        if word in COUNT_NOUNS or word in ACCOUNT_NOUNS:
            yield from self.of_count(at)
        elif word == "according" and self.words[at + 1] == "to":
            yield from self._of_phrase(at, at + 2)
        elif (word == "per" and (self.words[at + 1] == "the" or self.names[at + 1])) or word in CITING:
            yield from self._of_phrase(at, at + 1)
        elif (word == "by" and self.words[at - 1] == "go") or (word == "believe" and self.words[at - 1] == "to"):
            yield from self._of_phrase(at - 1 - (word == "by"), at + 1)
        elif word == "by" and self._is_agent(at):
            yield from self._of_phrase(at, at + 1, self.words[at - 1] in CITED)
        elif word == "if":
            yield from self.of_condition(at)
        elif word == ":":
            yield from self._of_colon(at, body)
        elif word == "(":
            yield from self._of_bracket(at)
        elif word in {"that", "those"} and self.words[at + 1] == "of":
            yield from self.of_pronoun(at)
        elif word == "'s" and self.words[at + 1] in BEING:
            yield from self.of_genitive(at)

    def _of_phrase(self, at: int, begin: int, relays: bool = False) -> Iterator[Voice]:
        speaker = self.read(begin)
        if speaker is not None and speaker.head in COUNT_NOUNS and not speaker.able and not speaker.vague:
            speaker = self.author(speaker) or speaker
        if speaker is None or (self.words[at] == "by" and not speaker.able):
            return
        starts = self.starts(at)
        named = None if speaker.vague else speaker
        cites = self.words[at] in CITING
        yield Voice(at, max(speaker.after, begin + 1), named, starts, not starts, relays=relays, cites=cites)

    def _of_quoting(self, at: int) -> Iterator[Voice]:
        """ "SANA quoted a source as saying", "the minister was quoted as saying": whose words another passes on."""
        start, passive, negative = self.group(at)
        speaker = self.doer(start) if passive else self.read(at + 1)
        if passive and speaker is not None and speaker.able and not negative:
            yield Voice(min(speaker.first, start), at + 1, speaker, cites=True)
        elif speaker is not None and speaker.able and self.words[speaker.after] == "as":
            behind = self.ends_clause(speaker.after + 2)
            yield Voice(at, speaker.after + 2, speaker, not behind, behind, cites=True)

    def _is_agent(self, at: int) -> bool:
        """Whether "by" names who announced, counted or put: a passive verb, or a participle, stands before."""
        for back in range(at - 1, max(self.first, at - AGENT_WITHIN) - 1, -1):
            word = self.words[back]
            if word == "by":
                return any(voice.first == back for voice in self.found[-_NEAR_VOICES:])
            if word in {";", ":"}:
                return False
            verb = VERBS.get(word)
            if word in CITED or word in GIVEN_TOO or (verb is not None and verb.past and word not in _TAKEN_IN):
                core = back - (self.words[back - 1] == "made")
                start, passive, _ = self.group(core)
                before = start - 1
                reduced = start == core and not (self.names[before] or is_office(self.words[before]))
                return passive or back == at - 1 or (reduced and self.words[before] not in PRONOUNS)
        return False

    def _of_colon(self, at: int, body: int) -> Iterator[Voice]:
        """ "Kyiv: 57 fighters", "Source: the regional police"."""
        doc = self.doc
        begin = at - 1
        while begin >= body and self.words[begin] not in _STOPS and self.words[begin] != "(":
            begin -= 1
        begin += 1
        if {"source", "sources"} & set(self.words[max(begin, body) : at]) or self.words[body] in {"source", "sources"}:
            speaker = self.read(at + 1)
            if speaker is not None and speaker.able:
                yield Voice(begin, speaker.after, speaker, begin == body, begin != body, noun=True)
        elif begin < at and self.phrases.end(begin, at) == at:
            known = self.phrases.speaker(begin, at)
            office = known is not None and (known.head in _SPEAKING_BODIES or known.head in PERSONS or known.many)
            titled = begin < doc.sentences[0].after or doc.is_heading(begin)
            office = office and (titled or at - begin > 1)
            side = is_group(doc, begin, at) if titled else speaks_for_a_side(doc, begin, at)
            heard = titled and known is not None and known.proper and self.words[at - 1] in self._heard_below
            if office or ((side or heard) and not is_country(doc, begin, at)):
                yield Voice(begin, at + 1, self.meet(begin, at), noun=True, label=not heard)

    @cached_property
    def _heard_below(self) -> frozenset[str]:
        """Names in the article under its headline that stand before a verb of reporting, or behind a title."""
        words, body = self.words, range(self.doc.sentences[0].after, len(self.doc))
        return frozenset(
            words[at]
            for at in body
            if self.names[at] and (words[at + 1] in VERBS or not TITLES.isdisjoint(words[at - 2 : at]))
        )

    def _of_bracket(self, at: int) -> Iterator[Voice]:
        """A source in brackets after a figure: "7 dead (Reuters)"."""
        end = self.phrases.end(at + 1, self.limit(at + 1))
        if end == at + 1 or self.words[end] != ")" or self.names[at - 1]:
            return
        speaker = self.phrases.speaker(at + 1, end)
        if speaker is not None and speaker.proper and (speaker.media or speaker.person):
            met = self.meet(at + 1, end)
            yield Voice(at, end + 1, met, False, True, noun=True)

    def _of_verb(self, at: int) -> Iterator[Voice]:
        doc, word = self.doc, self.words[at]
        needed = NEEDS.get(word)
        near = at + (2 if word in GOING else 8)
        needs = needed is not None and not needed & set(self.words[at + 1 : min(near, self.after)])
        if needs and not (word in PUTTING and self._figure_at(at)):
            return
        if doc.is_capital(at) and at > self.first and doc.sentences[0].after <= at:
            return
        start, passive, negative = self.group(at)
        if word in SAYING_PARTICIPLES and self.words[at - 1] == "as":
            return
        if word in FINDING and self._soldiers_before(start):
            return
        if VERBS.get(word) and VERBS[word].past and start == at and self.words[at + 1] in UNACCOUNTED:
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

    def _figure_at(self, at: int) -> bool:
        """Whether "at" and a figure follow: "put the dead at 40"."""
        ahead = range(at + 1, min(at + AGENT_WITHIN, self.after))
        return any(self.words[here] == "at" and {here + 1, here + 2} & self.phrases.counted.keys() for here in ahead)

    def _may_announce(self, at: int) -> bool:
        """Whether whoever opens the sentence did something "to announce", and did not refuse to."""
        opening = self.opening
        if opening is None or not opening.able or not opening.after < at < opening.after + AGENT_WITHIN:
            return False
        return not UNWILLING & set(self.words[opening.after : at])

    def _soldiers_before(self, at: int) -> bool:
        """Whether it is fighters who found something: an action and no finding."""
        return self.words[at - 1] in ARMED

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
        goes_on = goes_on or word in SAYING_PARTICIPLES
        if speaker is None and goes_on and self.found:
            speaker = self.found[-1].speaker
        last = self.found[-1] if self.found else None
        if speaker is not None and last and not last.noun and speaker.first < last.after <= start:
            speaker = speaker._replace(first=start, after=start)
        if speaker is None or (verb is not None and verb.nounlike and not self._agree(speaker, at, start)):
            return
        if speaker.head in COUNT_NOUNS and not speaker.able:
            paper, speaker = speaker, self.author(speaker)
            speaker = speaker._replace(first=min(paper.first, speaker.first)) if speaker is not None else None
        if speaker is None or not self._plausible(speaker, at):
            return
        colon = self.words[at + 1] == ":"
        before = self.words[speaker.first - 1]
        set_off = speaker.first > self.first and (
            before in BREAKS or before in {"-", "as", "so"} or self.words[speaker.first] == "called"
        )
        inside = before == "," and self.words[speaker.first - 2] in RELATIVES
        ends = self.ends_clause(at + 1) if saying else self.words[at + 1] in {".", ",", ";"}
        trails = (colon or ends) and set_off and not inside
        within = before in {"as", "what"}
        first = min(speaker.first, start)
        named = None if speaker.vague else speaker
        admitted = word == "admitted" and speaker.head in HOLDING
        yield Voice(first, at + 1, named, colon or not trails, trails or within, saying and not admitted)
        if word in TELLING:
            yield from self._of_listener(at + 1)

    def _of_listener(self, at: int) -> Iterator[Voice]:
        """The agency or paper that was told, which passes it on: "told AFP"."""
        end = self.phrases.end(at, self.limit(at))
        listener = self.phrases.speaker(at, end) if end > at else None
        if listener is not None and listener.media and listener.proper:
            yield Voice(at, end, listener, leads=False, relays=True)

    def _agree(self, speaker: Speaker, at: int, start: int) -> bool:
        """Whether a form that may be a noun is the verb of its subject: "police claim", "the army claims"."""
        word = self.words[at]
        if (
            self.words[start - 1] == "'s"
            or self.words[at - 1] in DETERMINERS
            or (self.words[at + 1] in _FINITE and self.words[at + 1] != "own")
        ):
            return False
        if start < at or word.endswith("ed"):
            return True
        plural_paper = speaker.head in COUNT_NOUNS and (speaker.head.endswith("s") or speaker.head == "data")
        if self.words[speaker.after] in RELATIVES or self.words[start - 1] == "and":
            return True
        several = speaker.many or plural_paper or "and" in self.words[speaker.first : speaker.after]
        return speaker.after == start and several != word.endswith("s")

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
        if end == begin or again or self.words[begin] in CALENDAR:
            return None
        if self.acts(end) and following not in {"dead"}:
            return None
        speaker = self.read(begin)
        if self.words[at] in FINDING and not (following in _STOPS and self.words[at - 1] in BREAKS):
            return None
        if speaker is None or speaker.head in TIME_WORDS or self.words[begin] in {"last", "next", "this"}:
            return None
        if not (speaker.able or self.words[at] in PLAINLY_SAYING):
            return None
        return Voice(at, max(speaker.after, end), None if speaker.vague else speaker, False, True)
