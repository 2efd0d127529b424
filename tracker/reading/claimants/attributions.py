"""Where a sentence hands what it reports to somebody: "X said", "said X", "according to X", "by X's count"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from tracker.reading.claimants.clause_claims import ClauseClaims
from tracker.reading.claimants.clauses import BREAKS
from tracker.reading.claimants.deeds import CONVINCED, HANDLING, HAVING, MAKING
from tracker.reading.claimants.metonyms import is_country, is_group, speaks_for_a_side
from tracker.reading.claimants.noun_phrases import GRAMMAR, OFFICES, is_office
from tracker.reading.claimants.reckonings import AGENT_WITHIN, GIVEN_TOO, STANDING, Voice
from tracker.reading.claimants.speaker_words import (
    ACCOUNT_NOUNS,
    BODIES,
    COUNT_NOUNS,
    DETERMINERS,
    PERSONS,
    PRONOUNS,
    TITLES,
)
from tracker.reading.claimants.speech_verbs import (
    BEING,
    CITED,
    CITING,
    QUOTING,
    SAYING_PARTICIPLES,
    VERBS,
)
from tracker.reading.document import Document
from tracker.reading.parties.groups import ATTACKS

_NEAR_VOICES = 6
_GOING_BY = {
    **dict.fromkeys(("go", "going"), frozenset({"by"})),
    **dict.fromkeys(("judge", "judging"), frozenset({"by", "from"})),
    **dict.fromkeys(("listen", "listening"), frozenset({"to"})),
    "courtesy": frozenset({"of"}),
}
"""Words that, with the next one, name whose word is taken: "to go by the ministry"."""
_COMING = frozenset("come comes came".split())
_HEARING = frozenset("learn learns learned learnt hear hears heard".split())
"""With "from" they name whoever told it."""
_BELIEVING = frozenset("believe believing trust trusting quote cite hear".split())
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
    | _GOING_BY.keys()
    | _BELIEVING
    | _HEARING
    | _COMING
    | frozenset("according per by for as to what how ask if that those".split())
) | {":", "(", "'s"}
_ASKING = frozenset("we i us".split())
_ASKS = frozenset("reached asked ask called rang phoned telephoned put spoke met got approached wrote".split())
_ASKED_WITHIN = 7
_WATCHED = _ACTORS | _TRIGGERS | _ASKING
_COUNTED_KINDS = frozenset(
    "prisoners hostages captives detainees soldiers fighters passengers migrants refugees students women men people"
    " families guards workers drivers employees conscripts pilgrims worshippers farmers miners fishermen nurses".split()
)
"""Before a colon, they are those counted in a row of a list."""
_ROWS = frozenset(
    "centre center side camp station party community body branch wing service unit family team church".split()
)
_GIVING = VERBS.keys() | CITED | GIVEN_TOO | {"made"}
_TAKEN_IN = frozenset("accepted admitted agreed".split())
"""Said of the wounded with "by", they tell where these are."""
_SPEAKING_BODIES = BODIES - _ROWS
_STOPS = BREAKS | {"."}


class Finder(ClauseClaims):
    """Finds the attributions of a document's sentences, one sentence after the other."""

    def __init__(self, doc: Document, counted: Mapping[int, int] | None = None, known: Iterable[str] = ()) -> None:
        super().__init__(doc, counted, known)
        self.found: list[Voice] = []
        self.body = 0
        counts = self.phrases.counted
        self._watched = [at for at, word in enumerate(doc.low) if word in _WATCHED or self.names[at] or at in counts]
        self._figures = sorted(counts)
        self._semicolons = [at for at, word in enumerate(doc.low) if word == ";"]

    def voices(self, number: int) -> list[Voice]:
        """The attributions of the sentence, in text order."""
        self.body = body = self.begin(number)
        self.found = []
        counted = self.phrases.counted
        for at in self._within(self._watched):
            word = self.words[at]
            if at >= body and (word in _ACTORS or self.names[at]):
                self.meet_actor(at, opening=at - body < 2)
            if at in counted:
                self._keep_all(self.of_gap(at))
                self._keep_all(self.of_row(at))
            if at < body:
                continue
            if word in _ASKING:
                self._meet_asked(at)
            if word in _TRIGGERS:
                self._keep_all(self._at(at, body))
        figures = self._within(self._figures)
        if figures:
            self._keep_all(self.of_tail())
            self._read_clauses(figures)
        self.found.sort(key=lambda voice: voice.first)
        return self.found

    def _within(self, tokens: list[int]) -> list[int]:
        """Those of the tokens that lie in the sentence."""
        return tokens[bisect_left(tokens, self.first) : bisect_left(tokens, self.after)]

    def _read_clauses(self, figures: list[int]) -> None:
        """Read the clauses of the figures in parts of the sentence, between semicolons, where nobody speaks yet."""
        spoken: dict[int, int] = {}
        for voice in self.found:
            part = bisect_left(self._semicolons, voice.first)
            spoken[part] = min(spoken.get(part, voice.first), 0 if voice.firm else voice.first)
        for at in figures:
            part = bisect_left(self._semicolons, at)
            if spoken.get(part, at) < at:
                continue
            self._keep_all(self.of_clause(at))
            if self.found and bisect_left(self._semicolons, self.found[-1].first) == part:
                spoken[part] = min(spoken.get(part, at), self.found[-1].first)

    def _meet_asked(self, at: int) -> None:
        """ "We reached the bishop by telephone": whoever is asked is the one who answers in the sentences after."""
        for here in range(at + 2, min(at + _ASKED_WITHIN, self.after)):
            if self.words[here] in DETERMINERS or self.names[here]:
                end = self.phrases.end(here, self.limit(here))
                speaker = self.meet(here, end) if end > here else None
                if speaker is not None and speaker.able and self.words[at + 1] in _ASKS:
                    self.cast.talked(speaker)
                return

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
            yield from self.of_verb(at)
        elif word in HAVING:
            yield from self.of_having(at)
        elif word in MAKING:
            yield from self.of_making(at)
        elif word in CONVINCED:
            yield from self.of_conviction(at)
        elif word in {"for", "as", "ask", "to"}:
            yield from self.of_view(at)
        if word in COUNT_NOUNS or word in ACCOUNT_NOUNS:
            yield from self.of_count(at)
        elif word == "according" and self.words[at + 1] == "to":
            yield from self._of_phrase(at, at + 2)
        elif (word == "per" and (self.words[at + 1] == "the" or self.names[at + 1])) or (
            word in CITING and self.words[at - 1] not in BEING
        ):
            yield from self._of_phrase(at, at + 1)
        elif word in _HEARING and self.words[at + 1] == "from":
            yield from self._of_phrase(at, at + 2)
        elif word in _GOING_BY and self.words[at + 1] in _GOING_BY[word]:
            yield from self._of_phrase(at - (self.words[at - 1] == "to"), at + 2)
        elif word in _BELIEVING and (self.words[at - 1] == "to" or word.endswith("ing")):
            yield from self._of_phrase(at - (self.words[at - 1] == "to"), at + 1)
        elif word == "by" and self._is_agent(at):
            yield from self._of_phrase(at, at + 1, self.words[at - 1] in CITED)
        elif word in _COMING:
            yield from self.of_coming(at)
        elif word == "if":
            yield from self.of_condition(at)
        elif word in {"what", "how"}:
            yield from self.of_what(at)
        elif word == ":":
            yield from self._of_colon(at, body)
        elif word == "(":
            yield from self._of_bracket(at)
        elif word in {"that", "those"} and self.words[at + 1] == "of":
            yield from self.of_pronoun(at)
        elif word == "'s" and (self.words[at + 1] in STANDING or {at + 1, at + 2} & self.phrases.counted.keys()):
            yield from self.of_genitive(at)

    def _of_phrase(self, at: int, begin: int, relays: bool = False) -> Iterator[Voice]:
        speaker = self.read(begin)
        if self.words[begin] in {"which", "whom"} and self.words[at - 1] == ",":
            start = self.phrase_start(at - 1)
            speaker = self.meet(start, at - 1) if start < at - 1 else None
            if speaker is not None and speaker.able:
                yield Voice(at, begin + 1, speaker)
            return
        if speaker is not None and speaker.head in COUNT_NOUNS and not speaker.able and not speaker.vague:
            speaker = self.author(speaker) or speaker
        if speaker is None or (self.words[at] == "by" and not speaker.able):
            return
        if (
            self.words[begin - 2] in _GOING_BY
            and self.words[speaker.after].endswith("s")
            and self._goes_on(speaker.after)
        ):
            return
        starts = self.starts(at) or self.words[at] in _HEARING
        named = None if speaker.vague else speaker
        cites = self.words[at] in CITING
        yield Voice(at, max(speaker.after, begin + 1), named, starts, not starts, relays=relays, cites=cites)

    def _goes_on(self, at: int) -> bool:
        """Whether a further noun stands at the token: "by radio intercepts"."""
        return not (self.acts(at) or self.names[at] or self.words[at] in GRAMMAR or self.words[at] == "'s")

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
        if self.words[at - 1] in ATTACKS or (self.acts(at - 1) and self.words[at - 1] not in _GIVING):
            return False
        for back in range(at - 1, max(self.first, at - AGENT_WITHIN) - 1, -1):
            word = self.words[back]
            if word == "by":
                return any(voice.first == back for voice in self.found[-_NEAR_VOICES:])
            if word in {";", ":"}:
                return False
            verb = VERBS.get(word)
            if word in CITED or word in GIVEN_TOO or (verb is not None and verb.past and word not in _TAKEN_IN):
                core = back - (self.words[back - 1] == "made")
                start, passive, negative = self.group(core)
                if negative:
                    return False
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
            office = (
                known is not None
                and known.head not in _COUNTED_KINDS
                and (known.head in _SPEAKING_BODIES or known.head in PERSONS or known.many)
            )
            titled = begin < doc.headline or doc.is_heading(begin)
            office = office and (titled or at - begin > 1)
            side = is_group(doc, begin, at) if titled else speaks_for_a_side(doc, begin, at)
            heard = titled and known is not None and known.proper and self.words[at - 1] in self._heard_below
            if office or ((side or heard) and not is_country(doc, begin, at)):
                yield Voice(begin, at + 1, self.meet(begin, at), noun=True, label=not heard)

    @cached_property
    def _heard_below(self) -> frozenset[str]:
        """Names in the article under its headline that stand before a verb of reporting, or behind a title."""
        words, body = self.words, range(self.doc.headline, len(self.doc))
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
