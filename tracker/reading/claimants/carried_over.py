"""Attributions that carry over: whoever spoke in the sentences before a figure, or is named for it in those after."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from tracker.lib.vocabulary import Scope, Status
from tracker.reading.claimants.metonyms import is_group, speaks_for_a_side
from tracker.reading.claimants.noun_phrases import is_office
from tracker.reading.claimants.overheard import CASUALTIES, Overheard
from tracker.reading.claimants.speaker_words import ARMED, COMMON_VERBS, COUNT_NOUNS, MANY_BODIES, POSSESSIVES, PRONOUNS
from tracker.reading.claimants.speakers import Speaker
from tracker.reading.claimants.speech_verbs import AUXILIARIES, VERBS
from tracker.reading.figures import Figure

_CARRIED_SENTENCES = 3
_LOOK_AHEAD = 7
_COLON_REACH = 12
_LONGEST_LABEL = 12
_BACKSHIFT_WITHIN = 16
_LONGEST_TOLD = 80
_SEVERAL = ARMED | MANY_BODIES
_POINTING = frozenset("that this these those both such the".split())
_POINTING_MANY = frozenset("these those such".split())
_PLACED = frozenset("in at near outside around from".split())
_QUOTES = frozenset('"“”«')
_RUNNING = frozenset({Scope.PERIOD, Scope.CUMULATIVE})
_FIGURES_OF_A_REPORT = 3
_MONITORS = frozenset(
    "mission observatory bureau institute commission watchdog monitor monitors project network survey report reports"
    " study inquiry csis unama unami acled airwars sohr".split()
)
_NO_LABELS = frozenset("parties sides families people victims women men".split())
_REPORTERS = frozenset("we i".split())
_HEARD = frozenset("hear heard learn learned learnt understand understood gather gathered are".split())
_HISTORY = re.compile(
    r"\b(?:19|20)\d\ds\b|\b(?:years|decades?|generation) (?:ago|earlier|before)\b|\bthe year before\b"
    r"|\b(?:in|over|for) (?:the (?:past|last) )?(?:two|three|four|five|ten|\d+) (?:decades|years)\b"
    r"|\bsince the (?:war|conflict) (?:began|started)|\ball of (?:19|20)\d\d\b"
    r"|\b(?:worst|deadliest|bloodiest|heaviest|biggest)\b.{0,60}\bsince\b"
    r"|\b(?:previous|last|earlier) (?:record|high|peak|war|round|conflict|year)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_GOES_ON = re.compile(
    r"(?:of (?:the|those|these|them|whom)|the (?:remaining|rest|others?|dead|fallen|victims|wounded|injured)"
    r"|(?:a )?further|another|among (?:the|them|those)|they|he|she|it|also|altogether|in addition|additionally|besides"
    r"|(?:the|its|his|their) (?:list|figures?|count|toll|total|number|statement|report))\b",
    re.IGNORECASE,
)
_MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_DAY = "(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_TURNS_AWAY = re.compile(
    r"(?:not (?:in|among|counted|included)|the (?:earlier|previous|old|former|first) (?:figure|count|toll|number|total)"
    r"|the (?:worst|deadliest|bloodiest|heaviest|costliest|last|latest|previous) (?:\w+ )?"
    r"(?:strike|attack|battle|war|raid|bombing|day|clash|incident|round|massacre|assault|week|month)"
    r"|but|however|meanwhile|until (?:now|then)|hitherto|it was (?:on|in|at)|elsewhere|separately|over the"
    r"|before that|by contrast|previously|earlier|that followed|this followed"
    r"|in (?:an|the) (?:earlier|previous|separate|another|other)|last (?:week|month|year)"
    rf"|on {_DAY}|on {_MONTH} \d)\b",
    re.IGNORECASE,
)
_IN_A_MONTH = re.compile(rf"in {_MONTH}\b", re.IGNORECASE)
_SAYS_MORE = re.compile(
    r"(?:most|all|some|many|half|none|both|two|three|\w+ of (?:them|the dead|the victims|those|these))"
    r" (?:of|were|was|are|had)\b"
    r"|(?:the|their) (?:dead|victims|wounded|injured|bodies|fallen|others|rest)\b|(?:they|among (?:the|them))\b",
    re.IGNORECASE,
)
_HANDED = re.compile(
    r"(?:it|they|these|those|both|(?:the|this|that) (?:figure|number|toll|count|tally|list|total|data|estimate|sum)s?)"
    r" (?:was|were|is|are|has been|have been|had been|comes?|came|stems?)\b[^.;]{0,60}\b(?:by|from)\b",
    re.IGNORECASE,
)
_THAT_MUCH = re.compile(r"(?:that|this|so) much\b", re.IGNORECASE)
_CONFIRMS = re.compile(
    r"\b(?:confirm(?:s|ed)?|gave|gives|read|announced|released|made|called|calls)\b"
    r"[^,;.]{0,12}\b(?:the|these|those|this|both|its) [^,;.]{0,12}"
    r"\b(?:deaths|toll|figures?|numbers?|count|losses|casualties|names)\b"
    r"|\b(?:which|who) (?:drew|compiled|keeps?|kept|collect(?:s|ed)|gather(?:s|ed)|published|made|counts|counted)"
    r" (?:it|them|these|those|the (?:list|count|tally|sum)s?)\b",
    re.IGNORECASE,
)


@dataclass
class CarriedOver(Overheard):
    """Finds the claimants of figures in sentences that name none."""

    def from_before(self, figure: Figure, number: int) -> Speaker | None:
        """An attribution that carries on: it gave figures, or spoke of counts, a few sentences before."""
        doc, sentence = self.doc, self.doc.sentences[number]
        if sentence.first < doc.headline or self._is_history(figure, number):
            return None
        opening = doc.text[sentence.start : sentence.start + 40]
        dated = _IN_A_MONTH.match(opening) and not self._is_backshifted(number)
        if (
            self._others_tell(figure, sentence.first)
            or dated
            or self._is_elsewhere(number)
            or _TURNS_AWAY.match(opening)
            or self._reports_itself(number)
        ):
            return None
        if self._in_side_clause(figure.at):
            return None
        for back in range(number - 1, max(-1, number - 1 - _CARRIED_SENTENCES), -1):
            distance = sentence.paragraph - doc.sentences[back].paragraph
            if doc.sentences[back].first < doc.headline or distance > 1:
                return None
            if distance and not (_GOES_ON.match(self._opening_words(number)) or self._is_elliptic(number)):
                return None
            if back in self.used:
                kept = None if self._leaves_fighters(self.used[back], figure, number) else self.used[back]
                return kept and self._unless_another_opens(kept, number)
            if self._is_label(back):
                return self.opening(back)
            talkers = [voice.speaker for voice in self.voices[back] if voice.speaker and not voice.relays]
            if talkers and (
                self._is_elliptic(number) or self._speaks_of_counts(back) or self._gave_figures(talkers[-1], back)
            ):
                return self._unless_another_opens(talkers[-1], number)
            near = talkers and back == number - 1 and not distance
            if near and (self._tells_of_dead(back) or (self._is_backshifted(number) and self.voices[back][-1].firm)):
                return self._unless_another_opens(talkers[-1], number)
            if talkers:
                return None
        return None

    def _leaves_fighters(self, speaker: Speaker, figure: Figure, number: int) -> bool:
        """Whether an army's count of fighters is over, as the sentence tells what befell civilians."""
        sentence = self.doc.sentences[number]
        words = self.words[sentence.first : min(sentence.after, sentence.first + _LONGEST_TOLD)]
        tells = not AUXILIARIES.isdisjoint(words)
        civilian = figure.category == Status.CIVILIAN and speaker.head in ARMED
        return civilian and tells and not self._is_backshifted(number)

    def _in_side_clause(self, at: int) -> bool:
        """Whether the figure only helps to say which attack is meant: "the raid on a bus in which 40 died"."""
        return self.words[at - 1] in {"where", "which"} and self.words[at - 2] in {",", "in"}

    def _others_tell(self, figure: Figure, first: int) -> bool:
        """ "Among them one that spoke of 30": something tells of the figure that is no known speaker."""
        near = range(max(first, figure.at - _COLON_REACH), figure.at - 1)
        return any(self.words[at] == "that" and self.words[at + 1] in VERBS for at in near)

    def _reports_itself(self, number: int) -> bool:
        """Whether the reporters speak of what they saw themselves: "the dead we were shown"."""
        sentence = self.doc.sentences[number]
        words = self.words[sentence.first : min(sentence.after, sentence.first + _LONGEST_TOLD)]
        seen = any(word in _REPORTERS and then not in _HEARD for word, then in pairwise(words))
        return seen and _QUOTES.isdisjoint(words)

    def _is_elsewhere(self, number: int) -> bool:
        """Whether the sentence turns to another place: "In Goma, ...", "On Friday, near Goma, ...", "On X's side"."""
        first = self.doc.sentences[number].first
        ahead = self.words[first + 2 : first + 8]
        if self.words[first] == "on" and "side" in ahead and PRONOUNS.isdisjoint(ahead):
            return True
        starts = [first] + [at + 1 for at in range(first, first + _COLON_REACH) if self.words[at] == ","]
        return any(self.words[at] in _PLACED and self.names[at + 1] for at in starts[:2])

    def _is_elliptic(self, number: int) -> bool:
        """Whether the sentence is no more than what is counted and how many: "Children: 110." """
        sentence = self.doc.sentences[number]
        words = self.words[sentence.first : min(sentence.after, sentence.first + _LONGEST_LABEL + 1)]
        return ":" in words and len(words) <= _LONGEST_LABEL and not any(word in AUXILIARIES for word in words)

    def _gave_figures(self, speaker: Speaker, number: int) -> bool:
        """Whether the speaker gave figures, or was quoted, a few sentences before too: their account goes on."""
        paragraph = self.doc.sentences[number].paragraph
        for earlier in range(max(0, number - _CARRIED_SENTENCES), number):
            quoted = [voice.speaker for voice in self.voices[earlier] if voice.speaker]
            if earlier in self.used:
                quoted.append(self.used[earlier])
            if self.doc.sentences[earlier].paragraph == paragraph and any(one.words & speaker.words for one in quoted):
                return True
        return False

    def _is_label(self, number: int) -> bool:
        """Whether the sentence only names whose figures follow: "Health ministry in Beirut, just in." """
        opening, sentence = self.opening(number), self.doc.sentences[number]
        words = self.words[sentence.first : min(sentence.after, sentence.first + _LONGEST_LABEL + 1)]
        if opening is None or opening.head in _NO_LABELS or not 2 < len(words) <= _LONGEST_LABEL:
            return False
        if opening.head in ARMED or is_group(self.doc, opening.first, opening.after):
            return False
        known = is_office(opening.head) or speaks_for_a_side(self.doc, opening.first, opening.after)
        if not known:
            return False
        return not any(word in AUXILIARIES or word in COMMON_VERBS or word.endswith("ed") for word in words)

    def _is_backshifted(self, number: int) -> bool:
        """Whether "had" tells that the sentence, too, is what somebody said: "Two had died"."""
        sentence = self.doc.sentences[number]
        return "had" in self.words[sentence.first : min(sentence.after, sentence.first + _BACKSHIFT_WITHIN)]

    def _unless_another_opens(self, speaker: Speaker, number: int) -> Speaker | None:
        """The speaker, unless the sentence turns to somebody else; "had lost" still tells what was said."""
        opening = self.opening(number)
        if self._is_backshifted(number) or self._is_elliptic(number):
            return speaker
        first = self.doc.sentences[number].first
        if self.words[first] in POSSESSIVES and self.words[self.phrases.end(first, first + 5) - 1] in ARMED:
            return None
        other = (
            opening is not None
            and (opening.proper or not opening.many or opening.head in _SEVERAL)
            and not opening.words & speaker.words
        )
        return None if other else speaker

    def _tells_of_dead(self, number: int) -> bool:
        """Whether somebody's words on an attack or its casualties fill the sentence: their account may go on."""
        last = self.voices[number][-1]
        quoted = self.doc.raw(self.bodies[number]) in _QUOTES
        return (
            last.firm
            and not quoted
            and (not CASUALTIES.isdisjoint(self._words_of(number)) or (last.trails and not last.leads))
        )

    def _is_history(self, figure: Figure, number: int) -> bool:
        if number not in self.past:
            self.past[number] = self._tells_of_the_past(number)
        return figure.scope == Scope.BACKGROUND or self.past[number]

    def _tells_of_the_past(self, number: int) -> bool:
        sentence = self.doc.sentences[number]
        text = self.doc.text[sentence.start : sentence.end]
        if _HISTORY.search(text):
            return True
        years = [int(year) for year in _YEAR.findall(text)]
        return bool(years) and self.year is not None and all(year < self.year - 1 for year in years)

    def from_after(self, figure: Figure, number: int) -> Speaker | None:
        """ "The count belongs to X", "so X told reporters", "these are the details that X gave"."""
        doc = self.doc
        begun = doc.sentences[number].paragraph
        if figure.at < doc.headline or any(voice.speaker is None for voice in self.near(figure, number)):
            return None
        for ahead in range(number + 1, min(number + _LOOK_AHEAD, len(doc.sentences))):
            if doc.sentences[ahead].paragraph > begun + 2:
                return None
            voices = [voice for voice in self.voices[ahead] if voice.speaker]
            if voices:
                same = doc.sentences[ahead].paragraph == begun
                back = self._points_back(ahead, same) or (same and ahead == number + 1 and self._adds(ahead))
                direct = [voice for voice in voices if not voice.relays] or voices
                return direct[0].speaker if back else None
        return None

    def from_both_sides(self, figure: Figure, number: int) -> Speaker | None:
        """Whoever gives the figures of the sentence before as well as those of the one after."""
        first = self.doc.sentences[number].start
        turned = _TURNS_AWAY.match(self.doc.text, first) is not None
        if turned or self._is_history(figure, number) or figure.at < self.doc.headline or self.voices[number]:
            return None
        before = self.used.get(number - 1)
        ahead = (
            [voice.speaker for voice in self.voices[number + 1] if voice.speaker]
            if number + 1 < len(self.voices)
            else []
        )
        return before if before is not None and any(one.words & before.words for one in ahead) else None

    def from_only_source(self, figure: Figure, number: int) -> Speaker | None:
        """The monitor whose report the article is about: nobody else has given a figure so far."""
        speakers = list(self.by_figure.values())
        if len(speakers) < _FIGURES_OF_A_REPORT or figure.scope not in _RUNNING or self.voices[number]:
            return None
        last = speakers[-1]
        if last.head not in _MONITORS or not all(one.words & last.words for one in speakers):
            return None
        return None if self._is_history(figure, number) or self._is_elsewhere(number) else last

    def _adds(self, number: int) -> bool:
        """Whether the sentence only says more of those counted before it: "Most were women, the mayor said"."""
        sentence = self.doc.sentences[number]
        last = self.voices[number][-1]
        goes_on = _SAYS_MORE.match(self.doc.text[sentence.start : sentence.start + 40]) is not None
        confirms = _CONFIRMS.search(self.doc.text[sentence.start : sentence.end]) is not None
        handed = _HANDED.match(self.doc.text[sentence.start : sentence.end]) is not None
        so_much = _THAT_MUCH.match(self.doc.text, sentence.start) is not None
        return confirms or handed or so_much or (goes_on and last.firm and last.trails)

    def _points_back(self, number: int, same: bool) -> bool:
        sentence = self.doc.sentences[number]
        if self.words[sentence.first] == "so":
            return same
        for at in range(sentence.first, sentence.after - 1):
            word = self.words[at]
            if (word in _POINTING and at == sentence.first) or word in _POINTING_MANY:
                width = 9 if self.words[at + 1] in AUXILIARIES else 4
                near = range(at + 1, min(at + width, sentence.after))
                noun = next((here for here in near if self.words[here] in COUNT_NOUNS), None)
                named = noun is not None and (any(self.names[at + 1 : noun]) or "'s" in self.words[at + 1 : noun])
                if noun is not None and not (word == "the" and named):
                    return same or word in _POINTING_MANY
        return False
