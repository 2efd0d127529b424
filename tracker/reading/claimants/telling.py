"""How a sentence is told: whether it goes on from those before it, turns away, looks back, or tells of the past."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from tracker.lib.vocabulary import Scope
from tracker.reading.claimants.overheard import QUOTES, Overheard
from tracker.reading.claimants.speaker_words import COUNT_NOUNS, PREPOSITIONS, PRONOUNS, RELATIVES
from tracker.reading.claimants.speech_verbs import AUXILIARIES
from tracker.reading.figures import Figure

_COLON_REACH = 12
_LONGEST_LABEL = 12
_BACKSHIFT_WITHIN = 16
_LONGEST_TOLD = 80
_POINTING = frozenset("that this these those both such the".split())
_POINTING_MANY = frozenset("these those such".split())
_PLACED = frozenset("in at near outside around from".split())
_NEW_CLAUSE = frozenset("and but while as when whereas although though".split())
_INCLUDING = frozenset("include includes included including".split())
MONITORS = frozenset(
    "mission observatory bureau institute commission watchdog monitor monitors project network survey report reports"
    " study inquiry csis unama unami acled airwars sohr".split()
)
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
class Telling(Overheard):
    """Says of each sentence, and of the stretch between two tokens, how it bears on who is speaking."""

    manners: dict[int, str] = field(default_factory=dict)
    peculiar: dict[int, list[str]] = field(default_factory=dict)

    def manner(self, number: int) -> str:
        """How the sentence stands to those before it, in a word or two."""
        if number not in self.manners:
            self.manners[number] = self._manner(number)
        return self.manners[number]

    def _manner(self, number: int) -> str:
        sentence = self.doc.sentences[number]
        opening = self.doc.text[sentence.start : sentence.start + 40]
        if _GOES_ON.match(opening):
            return "going on"
        if _TURNS_AWAY.match(opening):
            return "turning away"
        if self._is_elliptic(number):
            return "elliptic"
        if self._is_backshifted(number):
            return "in the pluperfect"
        return "plain" if self.opening(number) is None else "with a subject of its own"

    def traits(self, figure: Figure, number: int) -> list[str]:
        """What else is peculiar to the sentence of a figure, in a word or two each."""
        if number not in self.peculiar:
            self.peculiar[number] = self._traits(number)
        return [*self.peculiar[number], "of the past"] if self._is_history(figure, number) else self.peculiar[number]

    def _traits(self, number: int) -> list[str]:
        traits = {
            "quoted": self.doc.raw(self.bodies[number]) in QUOTES,
            "elsewhere": self._is_elsewhere(number),
            "seen by the reporters": self._reports_itself(number),
            "a line": self.is_line(number),
        }
        return [trait for trait, holds in traits.items() if holds]

    def clause_between(self, begin: int, end: int) -> bool:
        """Whether a clause begins between two tokens: ", and police ..."."""
        return any(
            self.words[at] == ","
            and self.words[at + 1] in _NEW_CLAUSE
            and not (self.words[at + 2] in PREPOSITIONS or self.words[at + 2][:1].isdigit())
            for at in range(begin, end)
        )

    def in_aside(self, begin: int, end: int) -> bool:
        """Whether a relative clause has begun between two tokens: "the attack, which killed 40"."""
        last = max((at for at in range(begin, end) if self.words[at] == ","), default=-1)
        return last >= 0 and self.words[last + 1] in RELATIVES and self.words[last + 2] not in _INCLUDING

    def _reports_itself(self, number: int) -> bool:
        """Whether the reporters speak of what they saw themselves: "the dead we were shown"."""
        sentence = self.doc.sentences[number]
        words = self.words[sentence.first : min(sentence.after, sentence.first + _LONGEST_TOLD)]
        seen = any(word in _REPORTERS and then not in _HEARD for word, then in pairwise(words))
        return seen and QUOTES.isdisjoint(words)

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

    def _is_backshifted(self, number: int) -> bool:
        """Whether "had" tells that the sentence, too, is what somebody said: "Two had died"."""
        sentence = self.doc.sentences[number]
        return "had" in self.words[sentence.first : min(sentence.after, sentence.first + _BACKSHIFT_WITHIN)]

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

    def adds(self, number: int) -> bool:
        """Whether the sentence only says more of those counted before it: "Most were women, the mayor said"."""
        sentence = self.doc.sentences[number]
        last = self.voices[number][-1]
        goes_on = _SAYS_MORE.match(self.doc.text[sentence.start : sentence.start + 40]) is not None
        confirms = _CONFIRMS.search(self.doc.text[sentence.start : sentence.end]) is not None
        handed = _HANDED.match(self.doc.text[sentence.start : sentence.end]) is not None
        so_much = _THAT_MUCH.match(self.doc.text, sentence.start) is not None
        return confirms or handed or so_much or (goes_on and last.firm and last.trails)

    def points_back(self, number: int, same: bool) -> bool:
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
