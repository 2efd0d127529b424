"""Where the noun phrases of a text begin and end, and which of its words are names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

from tracker.reading.claimants.metonyms import speaks_for_a_side
from tracker.reading.claimants.speaker_words import (
    BODIES,
    CALENDAR,
    CLAUSE_WORDS,
    COMMON_VERBS,
    COUNT_NOUNS,
    DETERMINERS,
    MEDIA_NAMES,
    NAME_PARTICLES,
    PERSONS,
    PLACE_NOUNS,
    PLAIN_ADJECTIVES,
    PLURALS,
    PREPOSITIONS,
    PRONOUNS,
    TIME_WORDS,
)
from tracker.reading.claimants.speech_verbs import ADVERBS, AUXILIARIES, VERBS
from tracker.reading.document import Document

_LONGEST = 16
_INNER = frozenset("of in at for from with to on against".split())
_OCCASIONS = COUNT_NOUNS | frozenset(
    "interview speech conference briefing post video broadcast letter call telephone phone press meeting"
    " hearing televised condition anonymity recent separate written joint short late early new latest"
    " final brief daily".split()
)
OCCASIONS_AND_TIMES = _OCCASIONS | TIME_WORDS | CALENDAR
_TIMES_OF_PAPERS = frozenset("earlier later first then once".split())
_JOINTS = frozenset("- ‑ / ' ’ .".split())
_SHOUTED_NAMES = frozenset({"who", "us"})
"""Words of grammar that name a body or a country where they stand in capitals."""
_MONTHS_AND_NAMES = frozenset("jan may april june august mark".split())
_INSIDE_TITLES = frozenset("without against for".split())
_VERBS_AND_NAMES = frozenset("said will".split())
_DEAD = frozenset("dead murdered killed slain wounded injured missing captured late".split())
_SOULS = frozenset(
    "man men woman women boy girl child soldier soldiers teacher pilot captain driver girls boys".split()
)
_NOBODY = frozenset("nobody everyone everybody someone somebody anyone none no".split())
_FIRST_PERSON = frozenset("we i us me our my you your mine ours".split())
GRAMMAR = (
    _NOBODY
    | _FIRST_PERSON
    | PREPOSITIONS
    | CLAUSE_WORDS
    | AUXILIARIES
    | ADVERBS
    | COMMON_VERBS
    | TIME_WORDS
    | PRONOUNS
    | CALENDAR
    | {"mid", "no"}
)
_PLAIN_OPENERS = frozenset(
    "ask first second third fourth fifth last next lastly nothing there rescue health security government"
    " military hospital local medical state senior regional provincial federal national opposition rebel"
    " human civil religious foreign western army private public hundreds thousands dozens scores many"
    " close nearly almost well now today yes no why back so about around elsewhere meanwhile however moreover overall"
    " altogether otherwise later earlier soon then here".split()
)
_BEHIND_NAMES = VERBS.keys() | AUXILIARIES | {"'s", ",", "(", ":"}
OFFICES = PERSONS | BODIES | PLURALS
SHORT_TITLES = frozenset("mr mrs ms dr prof gen lt col maj capt sgt brig adm sen rep gov st".split())
_TRAILING = {"and", "&", "-", "'s", "'", "."} | PREPOSITIONS | DETERMINERS
_SHORTEST_KNOWN = 5
"""A shorter name is found by its capitals; in small letters it may be any word ("WHO")."""
_PADDING = 64
"""Rules may look this far past both ends of the text."""


def is_office(word: str) -> bool:
    """Whether the lower-case word names an office, a body or a kind of people."""
    return word in OFFICES


class NounPhrases:
    """The noun phrases of one document, for as long as it is read.

    ``words`` are its lower-case tokens and ``names`` whether each is a name: a capitalised word that is not a day, a
    month or a word of grammar. Both go on a little past the end, so that rules may look ahead, and back from 0.
    ``known`` are names that may stand in the text without capitals, as ``known_ends`` and ``known_starts`` find them.
    ``counted`` maps the token at which a casualty figure begins to the one after it; ``ends`` are the latter.
    """

    def __init__(self, doc: Document, counted: Mapping[int, int] | None = None, known: Iterable[str] = ()) -> None:
        self.doc = doc
        self.counted = counted or {}
        self.ends = frozenset(self.counted.values())
        self.words = [*doc.low, *[""] * _PADDING]
        self.names = [False] * len(self.words)
        for at, token in enumerate(doc.tokens):
            self.names[at] = doc.text[token.start].isupper() and self._reads_as_name(at)
        self._steps = [-1] * len(self.words)
        self._bounds: dict[int, tuple[int, int]] = {}
        self.known_ends = dict(_find_names(doc, known))
        self.known_starts = {after: first for first, after in self.known_ends.items()}

    def end(self, at: int, limit: int) -> int:
        """Where the noun phrase that begins at token ``at`` ends, ``limit`` at most; ``at`` where none begins."""
        bounds = self._bounds.get(at)
        if bounds is None:
            bounds = self._bounds[at] = self._find_bounds(at, at + _LONGEST)
        begun, end = bounds
        if end > limit:
            end = self._without_trail(begun, limit)
        end = end if end > begun else at
        if not self.known_ends:
            return end
        known = self.known_ends.get(at + (self.words[at] in DETERMINERS), 0)
        return max(end, known) if known <= limit else end

    def _find_bounds(self, at: int, limit: int) -> tuple[int, int]:
        """Where the phrase begins behind its determiners, and where it ends; no later where there is none."""
        words, here = self.words, at
        while here < limit and words[here] in DETERMINERS:
            here += 1
        if here > at and words[here] == "of":
            here += 1
            while here < limit and words[here] in DETERMINERS:
                here += 1
        here += here > at and words[here] in _TIMES_OF_PAPERS
        begun, steps = here, self._steps
        while here < limit:
            step = self._first_step(here) if here == begun else steps[here]
            if step < 0:
                step = steps[here] = self._next_step(here)
            if not step:
                break
            here += step
        return begun, self._without_trail(begun, min(here, limit))

    def _without_trail(self, begun: int, end: int) -> int:
        """The end without the joints and prepositions before it, behind which nothing follows."""
        while end > begun and self.words[end - 1] in _TRAILING:
            end -= 1
        return end

    def _reads_as_name(self, at: int) -> bool:
        doc, word = self.doc, self.words[at]
        if doc.tokens[at].end - doc.tokens[at].start > 1 and doc.raw(at).isupper() and word not in CALENDAR:
            grammar = word in DETERMINERS or (word in GRAMMAR and word not in _SHOUTED_NAMES)
            return not grammar and word not in COUNT_NOUNS
        if (word in _MONTHS_AND_NAMES and doc.is_capital(at + 1)) or (
            word in _VERBS_AND_NAMES and doc.is_capital(at - 1)
        ):
            return True
        if word in MEDIA_NAMES and not self._opens(at):
            return True
        if word in _INSIDE_TITLES and at >= doc.headline:
            return doc.is_capital(at - 1) and doc.is_capital(at + 1)
        if word in GRAMMAR or word in DETERMINERS or not word[:1].isalpha():
            return False
        if not self._opens(at):
            return True
        plain = is_office(word) or word in COUNT_NOUNS or word.endswith(("ing", "ed", "ly")) or word in _PLAIN_OPENERS
        numbered = self.words[at + 1].isdigit() and at + 1 not in self.counted
        if (plain and not numbered) or self.words[at + 1] in DETERMINERS:
            return False
        if numbered or word in MEDIA_NAMES or word in doc.inner_capitals or speaks_for_a_side(doc, at, at + 1):
            return True
        return not word.endswith("s") and self.words[at + 1] in _BEHIND_NAMES

    def _opens(self, at: int) -> bool:
        """Whether the token is the first word of its sentence or of a quotation: its capital says nothing."""
        if self.words[at - 1] in {'"', "“", "«"} or at == 0:
            return True
        return self.doc.sentences[self.doc.sentence_at(at)].first == at and not self.doc.is_capital(at + 1)

    def _touches(self, at: int) -> bool:
        """Whether the token stands right behind the one before it."""
        tokens = self.doc.tokens
        return 0 < at < len(tokens) and tokens[at - 1].end == tokens[at].start

    def _joins(self, at: int) -> bool:
        """A hyphen, slash or ampersand inside a name, or the number of a name like "M23"."""
        word = self.words[at]
        if word.isdigit():
            return self.doc.is_capital(at - 1) and (self._touches(at) or self._numbers_a_name(at))
        return word == "&" or (word in _JOINTS and self._touches(at) and self._touches(at + 1))

    def _numbers_a_name(self, at: int) -> bool:
        """Whether the number belongs to the name before it: "Rescue 1122", "Ginbot 7"."""
        return (
            self.names[at - 1] and at not in self.counted and self.words[at + 1] in {",", "said", "says", "'s", "has"}
        )

    def _goes_on_as_name(self, at: int) -> bool:
        """Whether the part of a name stands at the token, behind a hyphen or not: "Ashraf al-Qidra"."""
        hyphen = self.words[at] in {"-", "‑"}
        return self.names[at + hyphen] and (hyphen or self.words[at - 1] not in {"as", "an"})

    def _first_step(self, here: int) -> int:
        """How many tokens the first word of a phrase takes, its determiners aside: 0 where it cannot begin one."""
        word = self.words[here]
        if self.names[here] or word == "'s" or self._joins(here) or word in {"mr", "mrs", "ms", "dr"}:
            return 1
        if word in _DEAD and self.words[here - 1] in DETERMINERS and self.words[here + 1] in _SOULS:
            return 1
        if not word[:1].isalpha() or word in GRAMMAR:
            return 0
        return 0 if word in VERBS and not is_office(word) and not VERBS[word].nounlike else 1

    def _next_step(self, here: int) -> int:
        """How many tokens more belong to the phrase that has begun before: 0 at its end."""
        words, word = self.words, self.words[here]
        if self.names[here] or word == "'s" or self._joins(here):
            return 1
        if not word[:1].isalpha():
            return self._step_over_mark(here)
        if words[here - 1] in {"-", "‑"} and self._joins(here - 1):
            return 1
        if word in NAME_PARTICLES and self.names[here - 1] and self._goes_on_as_name(here + 1):
            return 1
        if word == "and":
            return self._step_over_and(here)
        if word in DETERMINERS:
            return 0
        if word in _INNER:
            return self._step_inside(here)
        office_before = is_office(words[here - 1])
        if word in {"there", "here"} and office_before:
            return 1
        if word in GRAMMAR:
            return 0
        if word in COUNT_NOUNS and (words[here + 1] in VERBS or words[here + 1] in AUXILIARIES):
            return 1
        if word in COUNT_NOUNS and words[here - 1] == "official":
            return 1
        if office_before and words[here + 1] == "." and self._touches(here + 1) and self._touches(here + 2):
            return 3
        noun_before = self.names[here - 1] or office_before
        if word in VERBS and not is_office(word):
            ended = (noun_before or words[here - 1] == ")") and word not in PLACE_NOUNS
            return 1 if VERBS[word].nounlike and not ended else 0
        if self.names[here - 1] and word[-1] not in "sd" and words[here + 1] in {",", ".", ")", ";"}:
            return 1
        if noun_before and not self._leads_to_office(here):
            return 0
        return 0 if word.endswith("ed") and word not in PLAIN_ADJECTIVES and words[here - 1] != "-" else 1

    def _step_over_mark(self, here: int) -> int:
        """Over the marks that may stand inside a phrase: "(UN)", "rebels' spokesman", "Lt. Smith"."""
        word, before = self.words[here], self.words[here - 1]
        if word == "(":
            return 3 if self.names[here + 1] and self.words[here + 2] == ")" else 0
        if word == "'":
            return 1 if before.endswith("s") else 0
        return 1 if word == "." and (before in SHORT_TITLES or len(before) == 1) and self.names[here + 1] else 0

    def _leads_to_office(self, here: int) -> bool:
        """Whether words like "human rights" stand before an office, and are no verb of their sentence."""
        for word in self.words[here : here + 4]:
            if is_office(word) or word in PLACE_NOUNS:
                return True
            if word in GRAMMAR or word in VERBS or not (word.isalpha() or word == "-"):
                return False
        return False

    def _step_over_and(self, here: int) -> int:
        before, following, then = self.words[here - 1], self.words[here + 1], self.words[here + 2]
        if self.names[here - 1] and self.names[here + 1]:
            return 1
        if is_office(before) and (is_office(following) or is_office(then)):
            return 1 if following not in VERBS else 0
        paired = before in _PLAIN_OPENERS and is_office(then) and following not in VERBS
        return 1 if following == "other" or paired else 0

    def _step_inside(self, here: int) -> int:
        """Over "of", "in", "for" where a noun phrase follows that narrows the one before."""
        word, following, then = self.words[here : here + 3]
        if word in {"to", "on", "against"}:
            return 2 if self.names[here + 1] and word == "to" else 0
        if self.names[here + 1]:
            return 2
        if following in DETERMINERS:
            if {then, self.words[here + 3]} & OCCASIONS_AND_TIMES and word != "of":
                return 0
            return 3 if then[:1].isalpha() and then not in GRAMMAR else 0
        if following in GRAMMAR or following in _OCCASIONS or not following[:1].isalpha():
            return 0
        return 2


def _find_names(doc: Document, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """First token and the one after the last, wherever one of the names stands in the text."""
    text, starts = doc.text.lower(), [token.start for token in doc.tokens]
    for name in {name.lower() for name in names if len(name) >= _SHORTEST_KNOWN}:
        begin = text.find(name)
        while begin >= 0:
            end = begin + len(name)
            first, after = bisect_left(starts, begin), bisect_left(starts, end)
            if first < after and starts[first] == begin and doc.tokens[after - 1].end == end:
                yield first, after
            begin = text.find(name, end)
