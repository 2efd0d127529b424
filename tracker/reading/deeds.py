"""Attributions without a verb of saying: "police have 15 dead", "residents buried four", "the army 70"."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.reading.metonyms import is_country
from tracker.reading.reckonings import Reckonings, Voice
from tracker.reading.speaker_words import ARMED, BODIES
from tracker.reading.speakers import Speaker
from tracker.reading.subjects import BREAKS

HAVING = frozenset("have has had".split())
HANDLING = frozenset(
    "bury buried recover recovered retrieve retrieved pulled dug brought collect collected found unearthed exhumed"
    " carried evacuated washed examined".split()
)
"""What people who deal with the dead and wounded do with them, so that the number is theirs."""
_BESIDE = frozenset("out up in from the of under a to".split())
_BELLIGERENTS = ARMED | frozenset(
    "gunmen attackers assailants bombers terrorists raiders bandits jihadists islamists rebel rebels militant militants"
    " insurgent insurgents commandos marines guerrillas movement front faction party".split()
)
_HOLDING = frozenset("hospital hospitals morgue morgues clinic clinics institute mortuary centre center".split())
"""They have bodies in their keeping, which is no count."""
_LINES = frozenset("dead toll wounded injured missing total count losses".split())
_COUNTED_SO = frozenset("dead killed wounded injured missing names by so confirmed deaths bodies of and people".split()) | {
    *".,;",
}
_OPENS_GAP = BREAKS | {"and", "but", "while"}
_WITHIN = 8


class Deeds(Reckonings):
    """Finds who is shown to have counted by what they do with the figure."""

    found: list[Voice]

    def of_having(self, at: int) -> Iterator[Voice]:
        """ "The Red Cross had 15 by lunch", "he has the dead at 518"."""
        ahead = at + 1
        while self.words[ahead] in {"the", "now", "so", "far", "already", "also"}:
            ahead += 1
        lines = self.words[ahead] in _LINES and self._number_follows(ahead)
        if not (lines or ahead in self.phrases.counted):
            return
        plain = lines or self.words[self.phrases.counted[ahead]] in _COUNTED_SO
        start, _, negative = self.group(at)
        speaker = self.doer(start) if plain and not negative else None
        if speaker is not None and speaker.head not in _HOLDING and self._may_count(speaker):
            yield Voice(min(speaker.first, start), at + 1, speaker, firm=False)

    def of_handling(self, at: int) -> Iterator[Voice]:
        """ "Residents have buried four", "medics brought out 95 bodies"."""
        ahead = at + 1
        while self.words[ahead] in _BESIDE:
            ahead += 1
        if ahead not in self.phrases.counted:
            return
        start, passive, negative = self.group(at)
        speaker = None if passive or negative else self.doer(start)
        if speaker is not None and self._may_count(speaker):
            yield Voice(min(speaker.first, start), at + 1, speaker, firm=False)

    def of_gap(self, at: int) -> Iterator[Voice]:
        """ "the Red Cross had 15, the government 70": a figure right behind its speaker, the verb left out."""
        told = next((voice for voice in reversed(self.found) if voice.speaker and voice.leads), None)
        end = at - (self.words[at - 1] in {"of", "at", "to"})
        start = self.phrase_start(end) if told is not None else end
        if start >= end or self.words[start - 1] not in _OPENS_GAP or not self._number_between(told, start):
            return
        speaker = self.meet(start, end)
        if speaker is not None and (speaker.proper or speaker.head in BODIES - _BELLIGERENTS) and not self.acts(end - 1):
            yield Voice(start, end, speaker, firm=False)

    def _number_follows(self, at: int) -> bool:
        return any(here in self.phrases.counted for here in range(at, at + _WITHIN))

    def _number_between(self, voice: Voice | None, end: int) -> bool:
        return voice is not None and any(here in self.phrases.counted for here in range(voice.after, end))

    def _may_count(self, speaker: Speaker) -> bool:
        """Whether the speaker may be one who counts, and not a country or a force that loses or kills."""
        if not speaker.able or speaker.head in _BELLIGERENTS or speaker.words & ARMED:
            return False
        return not is_country(self.doc, speaker.first, speaker.after)
