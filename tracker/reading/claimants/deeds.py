"""Attributions without a verb of saying: "police have 15 dead", "residents buried four", "the army 70"."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.reading.claimants.clauses import BREAKS, LONGEST_PHRASE
from tracker.reading.claimants.metonyms import is_country
from tracker.reading.claimants.reckonings import Reckonings, Voice
from tracker.reading.claimants.speaker_words import ARMED, BODIES, COUNT_NOUNS, MANY_BODIES, PERSONS, TITLES
from tracker.reading.claimants.speakers import Speaker
from tracker.reading.claimants.speech_verbs import BEING

HAVING = frozenset("have has had".split())
HANDLING = frozenset(
    "bury buried recover recovered retrieve retrieved pulled dug brought collect collected found unearthed exhumed"
    " came returned carried evacuated washed examined heard mourn mourns mourned gathered treat treated treating"
    " received".split()
)
"""What people who deal with the dead and wounded do with them, so that the number is theirs."""
_BESIDE = frozenset("out up in from the of under a to over back with".split())
_BELLIGERENTS = ARMED | frozenset(
    "gunmen attackers assailants bombers terrorists raiders bandits jihadists islamists rebel rebels militant militants"
    " insurgent insurgents commandos marines guerrillas movement front faction party".split()
)
HOLDING = frozenset("hospital hospitals morgue morgues clinic clinics institute mortuary centre center".split())
"""They have bodies in their keeping, which is no count."""
LINES = frozenset("dead toll wounded injured missing total count losses names".split())
_COUNTED_SO = frozenset(
    "dead killed wounded injured missing names by so confirmed deaths bodies of and people . , ;".split()
)
_KIN = frozenset("brothers sisters sons daughters children cousins relatives uncles nephews grandchildren".split())
_FATES = frozenset("dead killed wounded injured missing hurt slain".split())
_CALLING = frozenset("call calls called consider considers considered deem deems deemed regards regarded".split())
_CLOSING = frozenset(". , ; : )".split())
_LINE_WITHIN = 5
_VERSIONS = frozenset("story version account tale tally count figure list register log record".split())
CONVINCED = frozenset("aware convinced certain sure adamant confident insistent opinion view belief impression".split())
_SEEING = frozenset(
    "sees see saw tells tell told has have had puts put counts count gives give gave relates relate related remembers"
    " remember remembered presents present presented describes describe described reports reported".split()
)
_ACCOUNTS = frozenset("it them things events the this that".split())
MAKING = frozenset("make makes made".split())
_OPENS_GAP = BREAKS | {"and", "but", "while"}
_SETTING_OFF = frozenset(":–—-")
_GAP_WORDS = 4
_WITHIN = 8
_GAP_WITHIN = 60
_PEACEFUL = BODIES - _BELLIGERENTS
_TRADES = PERSONS | TITLES


class Deeds(Reckonings):
    """Finds who is shown to have counted by what they do with the figure."""

    def of_having(self, at: int) -> Iterator[Voice]:
        """ "The Red Cross had 15 by lunch", "he has the dead at 518"."""
        ahead = at + 1
        while self.words[ahead] in {"the", "now", "so", "far", "already", "also"}:
            ahead += 1
        told = self.words[ahead] == "it" and self._has_it(ahead + 1)
        if told or self.words[ahead] == "us" or self._has_version(at + 1):
            speaker = self.doer(self.group(at)[0])
            if speaker is not None and speaker.able:
                behind = self._tells_as(speaker)
                yield Voice(min(speaker.first, at), ahead + 2, speaker, not behind, behind)
            return
        lines = self._has_lines(ahead)
        if not (lines or ahead in self.phrases.counted):
            return
        plain = lines or self._counted_so(self.phrases.counted[ahead])
        start, _, negative = self.group(at)
        speaker = self.doer(start) if plain and not negative else None
        if speaker is None or speaker.head in HOLDING:
            return
        bare = ahead in self.phrases.counted and self.words[self.phrases.counted[ahead]] in _CLOSING
        if lines or (self.may_count(speaker) and (bare or self.words[start - 1] != "it")):
            yield Voice(min(speaker.first, start), at + 1, speaker, firm=False)

    def _has_lines(self, at: int) -> bool:
        """ "has the dead at 518", "has Azerbaijan's military dead past 300"."""
        if at in self.phrases.counted:
            return False
        line = next((here for here in range(at, at + _LINE_WITHIN) if self.words[here] in LINES), None)
        if line is None or not BREAKS.isdisjoint(self.words[at:line]):
            return False
        if line == at:
            return self._number_follows(line)
        return not self.acts(at) and not {line + 1, line + 2}.isdisjoint(self.phrases.counted)

    def _counted_so(self, at: int) -> bool:
        """Whether the number at whose end token ``at`` stands is a count: "had 15 dead", "has two civilians killed"."""
        return self.words[at] in _COUNTED_SO or not _FATES.isdisjoint(self.words[at + 1 : at + 3])

    def _has_it(self, at: int) -> bool:
        """ "would have it that", "has it at 115"."""
        return self.words[at] in {"that", ".", ","} or not {at, at + 1}.isdisjoint(self.phrases.counted)

    def _has_version(self, at: int) -> bool:
        """ "Hamas has a different story"."""
        return self.words[at] in {"a", "another", "its", "their"} and bool(_VERSIONS & set(self.words[at + 1 : at + 3]))

    def of_making(self, at: int) -> Iterator[Voice]:
        """ "the generals made it 34", "SANA makes that above 80", "the army made public"."""
        told = self.words[at + 1] in {"known", "public"} or (
            self.words[at + 1] == "out" and at + 2 in self.phrases.counted
        )
        if told or (self.words[at + 1] in {"it", "that"} and {at + 2, at + 3} & self.phrases.counted.keys()):
            start, passive, negative = self.group(at)
            speaker = None if passive or negative else self.doer(start)
            if speaker is not None and speaker.able:
                behind = self._tells_as(speaker)
                yield Voice(min(speaker.first, start), at + 2, speaker, not behind, behind)

    def _tells_as(self, speaker: Speaker) -> bool:
        """Whether "as" and the speaker stand behind what is told: "40 died, as the ministry has it"."""
        return self.words[speaker.first - 1] == "as" and speaker.first - 1 > self.first

    def of_conviction(self, at: int) -> Iterator[Voice]:
        """ "The governor is convinced that 40", "is of the opinion that", "is aware of"."""
        verb = at - 1
        while verb > self.first and self.words[verb] in {"of", "the", "quite", "still", "now", "not"}:
            verb -= 1
        knows = self.words[at + 1] in {"that", ":"} or self.words[at : at + 2] == ["aware", "of"]
        if self.words[verb] in BEING and knows and "not" not in self.words[verb:at]:
            speaker = self.doer(verb)
            if speaker is not None and speaker.able:
                yield Voice(min(speaker.first, verb), at + 2, speaker)

    def of_view(self, at: int) -> Iterator[Voice]:
        """ "For the junta only nine fell", "as Kigali tells it, 40 died", "ask the army and it is 11"."""
        # Read even where no view follows: a pronoun in the next sentence may mean whoever is named here.
        word, speaker = self.words[at], self.read(at + 1)
        if speaker is None or not speaker.able or not self.starts(at):
            return
        after = speaker.after - (self.words[speaker.after - 1] == "there")
        behind, then = self.words[after : after + 2]
        counted = speaker.after in self.phrases.counted
        if (
            (word == "for" and (counted or behind in {"only", "just", "there"}))
            or (word in {"for", "to"} and behind in {"it", "there", "they"} and then in BEING)
            or (word == "as" and behind in _SEEING and then in _ACCOUNTS)
            or (word == "ask" and behind in {"and", ",", "of"})
        ):
            yield Voice(at, speaker.after + 1, speaker)

    def of_what(self, at: int) -> Iterator[Voice]:
        """ "12 dead was what the ministry posted first", "is how the sergeant put it"."""
        speaker = self.read(at + 1)
        judged = self.words[at - 1] == "in" and not COUNT_NOUNS.isdisjoint(self.words[at + 2 : at + _WITHIN])
        if judged and speaker is not None and speaker.able and self.words[speaker.after] in _CALLING:
            opens = self.starts(at - 1)
            yield Voice(at - 1, speaker.after + 1, speaker, opens, not opens)
            return
        stated = self.words[at - 1] in BEING and at - 1 > self.first
        if not stated or speaker is None or not speaker.able:
            return
        if self.words[speaker.after].isalpha() and self.words[speaker.after] not in BEING:
            yield Voice(at, speaker.after + 1, speaker, False, True)

    def of_handling(self, at: int) -> Iterator[Voice]:
        """ "Residents have buried four", "medics brought out 95 bodies"."""
        ahead = at + 1
        while self.words[ahead] in _BESIDE:
            ahead += 1
        if self.words[at] in {"came", "returned"} and self.words[ahead - 1] != "with":
            return
        dug_graves = self.words[at] == "dug" and ahead == at + 1
        if ahead not in self.phrases.counted or dug_graves or self._own_people(self.phrases.counted[ahead]):
            return
        start, passive, negative = self.group(at)
        speaker = None if passive or negative else self.doer(start)
        if speaker is not None and self.may_count(speaker) and speaker.head not in HOLDING:
            yield Voice(min(speaker.first, start), at + 1, speaker, firm=False)

    def _own_people(self, at: int) -> bool:
        """Whether those counted are the speaker's own: "buried three brothers"."""
        return self.words[at] in _KIN

    def of_gap(self, at: int) -> Iterator[Voice]:
        """ "the Red Cross had 15, the government 70": a figure right behind its speaker, the verb left out."""
        told = next((voice for voice in reversed(self.found) if voice.speaker and voice.leads), None)
        end = self._before_gap(at)
        start = self.phrase_start(end) if told is not None else end
        if (
            start >= end
            or self.words[start] == "those"
            or self.words[start - 1] not in _OPENS_GAP
            or not self._number_between(told, start)
        ):
            return
        speaker = self.meet(start, end)
        if speaker is not None and _named(speaker, told=end < at) and not self.acts(end - 1):
            yield Voice(start, end, speaker, firm=False)

    def _before_gap(self, at: int) -> int:
        """Where the speaker ends in "the army of 70" and in "the imam, that it was 75"."""
        end = at
        while end > at - _GAP_WORDS and self.words[end - 1] in {"it", "was", "were", "there", "that"}:
            end -= 1
        if self.words[end - 1 : end + 1] == [",", "that"]:
            return end - 1
        return at - (self.words[at - 1] in {"of", "at", "to"})

    def _number_follows(self, at: int) -> bool:
        return any(here in self.phrases.counted for here in range(at, at + _WITHIN))

    def _number_between(self, voice: Voice | None, end: int) -> bool:
        near = range(max(voice.after, end - _GAP_WITHIN), end) if voice is not None else ()
        return any(here in self.phrases.counted for here in near)

    def of_tail(self) -> Iterator[Voice]:
        """ "40 killed in Idlib: monitor", "12 dead - ministry": a bare source that closes a line."""
        end = self.after - (self.words[self.after - 1] in {".", '"', "”"})
        if _SETTING_OFF.isdisjoint(self.words[max(self.first, end - LONGEST_PHRASE - 1) : end]):
            return
        start = self.phrase_start(end)
        if self.words[start - 1] == "," and start - 1 > self.first:
            start = self.phrase_start(start - 1)
        mark = self.words[start - 1]
        set_off = mark in {":", "–", "—"} or (mark == "-" and self._is_dash(start - 1))
        if start >= end or not set_off or start - 1 == self.first or not self._number_before(start):
            return
        speaker = self.phrases.speaker(start, end)
        if speaker is not None and _named(speaker, told=True):
            yield Voice(start - 1, self.after, self.meet(start, end), leads=False, trails=True)

    def of_row(self, at: int) -> Iterator[Voice]:
        """ "Kharkiv region: 11 injured, governor Oleh Smith": a source behind the figure of a row."""
        behind = range(self.phrases.counted[at], self.after)[:3]
        comma = next((here for here in behind if self.words[here] == ","), None)
        colon = next(
            (here for here in range(at - 1, max(self.first, at - _WITHIN), -1) if self.words[here] == ":"), None
        )
        if comma is None or colon is None or any(self.acts(here) for here in range(self.first, colon)):
            return
        end = self.phrases.end(comma + 1, self.limit(comma + 1))
        speaker = self.phrases.speaker(comma + 1, end) if end > comma + 1 else None
        if speaker is None or self.words[end] not in {",", ".", ";", ""} or speaker.many or not _by_trade(speaker):
            return
        yield Voice(comma, end, self.meet(comma + 1, end), leads=False, trails=True)

    def _number_before(self, end: int) -> bool:
        return any(here in self.phrases.counted for here in range(self.first, end))

    def may_count(self, speaker: Speaker) -> bool:
        """Whether the speaker may be one who counts, and not a country or a force that loses or kills."""
        if not speaker.able or speaker.head in _BELLIGERENTS:
            return False
        if speaker.words & ARMED and speaker.head not in PERSONS and not speaker.person:
            return False
        return not is_country(self.doc, speaker.first, speaker.after)


def _named(speaker: Speaker, told: bool) -> bool:
    """Whether so short a phrase is a source and no more of what is counted; ``told``: the words beside it say so."""
    return speaker.proper or speaker.head in _PEACEFUL or speaker.head in MANY_BODIES or (told and speaker.able)


def _by_trade(speaker: Speaker) -> bool:
    """Whether the speaker is an office or a body, and not only a name."""
    return speaker.head in BODIES or speaker.media or bool(speaker.words & _TRADES)
