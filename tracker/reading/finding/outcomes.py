"""Which cue of its sentence tells what became of the people a number counts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tracker.lib.vocabulary import Outcome
from tracker.reading.document import Document
from tracker.reading.finding.counted import Counted, NounPhrase
from tracker.reading.finding.cues import Cue, Place
from tracker.reading.finding.distances import Sums
from tracker.reading.finding.fates import PASSIVE
from tracker.reading.finding.grammar import AUXILIARIES, BE, DEEDS, MARKS, PREPOSITIONS
from tracker.reading.finding.people import PEOPLE
from tracker.reading.finding.phrases import Phrase
from tracker.reading.finding.things import TIME

CLOSE = 3
"""The cost up to which a number and a cue clearly belong together."""
FAR = 20
"""The cost beyond which no cue reaches a number."""

_TOLD_PEOPLE = 9
"""What it costs that "says 30 soldiers" does not say what became of them."""
_CUES_TRIED = 6
"""How many cues on either side are tried: the cost of passing more is beyond ``FAR`` anyway."""
_CLAUSE = 5
_ATTRIBUTE = 2
_NO_ATTRIBUTE = 8
"""What "eleven wounded rebels" costs: in "eleven wounded rebels were captured" the verb tells more."""
_PART = 6
"""What "three of the wounded" costs: in "three of the wounded died" the verb tells more."""
_QUOTES = frozenset("\"“”'’»")
_SAYING = frozenset("said says say shouted replied answered swore swears insisted insists guessed".split())
_SKIPPED = AUXILIARIES | frozenset("as also all both still later since already reported reportedly said to not".split())
_LISTED = PREPOSITIONS | AUXILIARIES | frozenset("and or plus as well the another a an more others also of".split())
_OBJECTS = frozenset("the a an their his its several many some dozens at".split())
_RELATIVES = frozenset({"who", "that", "which"})
_FREED = frozenset("released freed rescued exchanged swapped unharmed".split())
_CLAIMING = frozenset({"claim", "claims", "claimed", "claiming"})
"""Said of lives they tell deaths; said of captives, no more than that somebody says so."""
_CLAUSE_REACH = 5
_NEXT_WORD = 4
_FATE_REACH = 10
_ASIDE_REACH = 16
_FATE_ENDS = MARKS | {"when", "after", "while", "where", "as", "before", "but", "in", "from"}
_INTRANSITIVE = Cue(Outcome.KILLED, *PASSIVE)
_SAID = frozenset("reported said believed confirmed feared reportedly also then later either all both".split())
_SUBCLAUSES = frozenset({"where", "when", "while", "after", "before", "which", ";"})
_NEXT_SUBJECTS = frozenset({"and", "while", "but", "as", "whereas"})
_SUBJECT_REACH = 10
_CLAUSE_ENDS = frozenset({",", ";", ".", ":"})
_NEXT_CLAUSE = frozenset({"and", "while", "but", "whereas"})


class Linker:
    """Links numbers to the cues of their sentences."""

    def __init__(
        self, document: Document, phrases: Sequence[Phrase], things: Sequence[int], cues: Sequence[Place]
    ) -> None:
        self._document = document
        self._cues = cues
        self._numbers = {phrase.at for phrase in phrases}
        self._ends = {phrase.after - 1: phrase.at for phrase in phrases}
        self._starts = [place.at for place in cues]
        self._sums = Sums(document, phrases, things, cues)

    def best(self, phrase: Phrase, counted: NounPhrase, tallies: bool = True) -> tuple[Place | None, int]:
        """The cue that costs least to link to ``phrase``, and its cost; without ``tallies`` only one that tells."""
        sentence = self._document.sentences[self._document.sentence_at(phrase.first)]
        middle = bisect_left(self._starts, phrase.first)
        begin = max(bisect_left(self._starts, sentence.first), middle - _CUES_TRIED)
        end = min(bisect_left(self._starts, sentence.after), middle + _CUES_TRIED)
        if self._is_answer(phrase):
            end = middle
        chosen: Place | None = None
        least = FAR + 1
        for place in self._cues[begin:end]:
            if place.cue.tally and not tallies:
                continue
            cost = self._cost(phrase, counted, place)
            if cost < least:
                chosen, least = place, cost
        if chosen is not None and chosen.at == counted.noun and chosen.cue.outcome is Outcome.CAPTURED:
            chosen = self._fate_of_captives(chosen, end)
        if chosen is not None and chosen.at >= counted.after:
            if self._document.word(counted.after) in _RELATIVES:
                chosen = self._main_verb(chosen, end)
            chosen = self._last_of_two(chosen)
        comma = counted.after + (self._document.word(counted.after) in ("others", "more"))
        if chosen is not None and self._document.word(comma) == ",":
            chosen = self._told_by_aside(comma, chosen, end)
        return chosen, least

    def _told_by_aside(self, comma: int, place: Place, end: int) -> Place:
        """What an aside and the verb behind it tell: "17 others, badly hurt, had died", "40 drivers, seized in May"."""
        sought = place.cue.outcome is Outcome.MISSING and place.at < comma
        hurt = place.cue.outcome is Outcome.INJURED and 0 < place.at - comma <= _NEXT_WORD
        for later in self._cues[bisect_left(self._starts, comma) : end]:
            if later.at - comma > _ASIDE_REACH:
                break
            if sought and later.at == comma + 1 and later.cue.outcome is Outcome.CAPTURED:
                return later
            if hurt and later.cue.outcome is Outcome.KILLED and self._closes_aside(comma, later):
                return later
        return place

    def has_number(self, first: int, after: int) -> bool:
        """Whether a count begins in these tokens."""
        return any(at in self._numbers for at in range(first, after))

    def killing_before(self, phrase: Phrase) -> Place | None:
        """The verb of killing whose object the number begins: "shot eleven captives"."""
        before = bisect_left(self._starts, phrase.at) - 1
        if before < 0:
            return None
        place = self._cues[before]
        ends = place.after == phrase.at and place.cue.outcome is Outcome.KILLED and place.cue.behind <= CLOSE
        return place if ends and self._document.low[place.at] not in _CLAIMING else None

    def _fate_of_captives(self, place: Place, end: int) -> Place:
        """What befell those whose noun says they are held: "six captives were shot", "seven hostages' lives"."""
        low = self._document.low
        for later in self._cues[bisect_left(self._starts, place.after) : end]:
            between = low[place.after : later.at]
            owned = between in (["'"], ["'s"])
            if len(between) > _FATE_REACH or not (owned or _FATE_ENDS.isdisjoint(between)):
                break
            if self.has_number(place.after, later.at) or self._is_freeing(later):
                break
            passive = not BE.isdisjoint(between[-2:]) and later.cue.ahead <= CLOSE
            if later.cue.outcome not in (None, Outcome.CAPTURED) and (owned or passive or later.cue == _INTRANSITIVE):
                return later
        return place

    @staticmethod
    def _is_freeing(place: Place) -> bool:
        return place.cue.outcome is None and not place.cue.tally

    def _last_of_two(self, place: Place) -> Place:
        """The end of those who were "taken off a bus and shot", "abducted and released"."""
        at = bisect_left(self._starts, place.after)
        if place.cue.outcome is not Outcome.CAPTURED or at == len(self._cues):
            return place
        later, between = self._cues[at], self._document.low[place.after : self._cues[at].at]
        joined = between[-1:] == ["and"] and len(between) <= _NEXT_WORD and MARKS.isdisjoint(between)
        ended = later.cue.outcome is Outcome.KILLED or self._document.low[later.at] in _FREED
        told = joined and ended and later.after not in self._numbers
        return later if told else place

    def hurt_behind(self, place: Place) -> Place | None:
        """The word for a wound that follows another verb: "were evacuated in a serious condition"."""
        at = bisect_left(self._starts, place.after)
        if at == len(self._cues) or self._cues[at].cue.outcome is not Outcome.INJURED:
            return None
        between = self._document.low[place.after : self._cues[at].at]
        parted = any(number in self._numbers for number in range(place.after, self._cues[at].at))
        return None if parted or len(between) > _NEXT_WORD or not MARKS.isdisjoint(between) else self._cues[at]

    def _is_answer(self, phrase: Phrase) -> bool:
        """Whether the number is all that was said: "More than 50", said one nurse."""
        at = phrase.after
        while self._document.word(at) in _QUOTES or self._document.word(at) == ",":
            at += 1
        return at > phrase.after and self._document.word(at) in _SAYING

    def _main_verb(self, place: Place, end: int) -> Place:
        """The verb behind a relative clause: "51 soldiers who had surrendered were shot"."""
        for later in self._cues[bisect_left(self._starts, place.after) : end]:
            between = self._document.low[place.after : later.at]
            passive = bool(between) and between[-1] in BE and later.cue.ahead <= CLOSE
            if len(between) > _CLAUSE_REACH or not MARKS.isdisjoint(between):
                break
            if later.cue.outcome and (passive or later.cue == _INTRANSITIVE):
                return later
        return place

    def _cost(self, phrase: Phrase, counted: NounPhrase, place: Place) -> int:
        if place.at >= phrase.after:
            if place.cue.outcome is None and not place.cue.tally and self._is_of_others(place, counted):
                return FAR + 1
            if counted.noun is not None and place.at <= counted.noun:
                if counted.counted is Counted.OUTCOME and place.after > counted.noun:
                    return _PART if self._is_part(phrase) else -1
                if place.at == phrase.after and place.at < counted.noun < place.after:
                    return -1
                if place.at == counted.noun and (place.cue.outcome or counted.counted is not Counted.PEOPLE):
                    return max(1, place.cue.ahead)
                return _ATTRIBUTE if place.cue.outcome else _NO_ATTRIBUTE
            if place.cue.outcome is None and self._is_part(phrase) and place.at == phrase.after + 2:
                return _NO_ATTRIBUTE
            if counted.counted is Counted.PEOPLE and self._is_agent(counted, place):
                return FAR + 1
            if self._is_of_number(counted, place):
                return FAR + 1
            joined = self._document.word(counted.after + (self._document.word(counted.after) == ",")) in _NEXT_CLAUSE
            cost = self._sums.between(counted.after, place.at) + place.cue.ahead + (_CLAUSE if joined else 0)
            if cost > CLOSE and self._closes_aside(counted.after, place):
                return CLOSE
            others = cost <= FAR and (self._has_other_subject(counted, place) or self._is_theirs(counted, place))
            return FAR + 1 if others else cost
        if place.after <= phrase.at:
            if self._document.word(phrase.at - 1) == "by" and place.after == phrase.at - 1 and place.cue.outcome:
                return FAR + 1 if counted.counted is Counted.PEOPLE else FAR
            if place.after == phrase.at - 1 and self._document.low[place.after] == "of" and place.cue.outcome:
                return -1
            if place.cue.tally and counted.counted is Counted.PEOPLE:
                return self._sums.between(place.after, phrase.at) + _TOLD_PEOPLE
            aside = place.cue.tally and self._document.word(place.after) == ","
            taken = place.cue.outcome and self._has_subject(place)
            if taken and self._document.word(phrase.at - 1) in _NEXT_SUBJECTS and self._has_own_verb(counted):
                return FAR + 1
            taken = taken and self._document.word(phrase.at - 1) == ","
            apart = _CLAUSE if aside or taken else 0
            cost = self._sums.between(place.after, phrase.at) + place.cue.behind + apart
            return cost + _PART if counted.counted is Counted.OUTCOME and self._is_part(phrase) else cost
        return 0

    def _is_of_number(self, counted: NounPhrase, place: Place) -> bool:
        """Whether the cue belongs to the number behind it: "64 witnesses on the deaths of 22 villagers"."""
        if self._document.word(place.after) != "of" or place.at == counted.noun or place.at == counted.after:
            return False
        return place.after + 1 in self._numbers or place.after + 2 in self._numbers

    def _has_own_verb(self, counted: NounPhrase) -> bool:
        """Whether those counted are the subject of a verb: "was killed and three personnel were hurt"."""
        for word in self._document.low[counted.after : counted.after + _SUBJECT_REACH]:
            if word in AUXILIARIES:
                return True
            if word in _CLAUSE_ENDS:
                return False
        return False

    def _has_subject(self, place: Place) -> bool:
        """Whether the verb is a passive, and so has its subject before it: the first of "9 were killed, 4 hurt"."""
        at = place.at - 1
        while at > 0 and self._document.low[at] in _SKIPPED:
            at -= 1
        return at < place.at - 1

    def _has_other_subject(self, counted: NounPhrase, place: Place) -> bool:
        """Whether a later number has the verb: "of 70 brought in, 21 died"; not in "two Danes and four Finns died"."""
        at = place.at - 1
        while at > counted.after and self._document.low[at] in _SKIPPED:
            at -= 1
        if self._document.low[at - 1 : at + 1] in (["of", "whom"], ["of", "them"], ["of", "these"]):
            return self._ends.get(at - 2, -1) >= counted.after
        if at not in self._ends and self._document.low[at] in PEOPLE and (at - 1) in self._ends:
            return not _SUBCLAUSES.isdisjoint(self._document.low[counted.after : self._ends[at - 1]])
        if at not in self._ends:
            return False
        if "with" in self._document.low[counted.after : self._ends[at]]:
            return True
        return ";" in self._document.low[counted.after : self._ends[at]] or any(
            word.islower() and word not in _LISTED and not self._document.is_capital(here)
            for here, word in enumerate(self._document.low[counted.after : self._ends[at]], counted.after)
        )

    def _is_theirs(self, counted: NounPhrase, place: Place) -> bool:
        """Whether the verb is that of something of theirs: "two pilots whose aircraft was hit"."""
        first = bisect_left(self._starts, counted.after)
        owned = self._document.word(counted.after) == "whose" and self._starts[first] == place.at
        return owned and place.cue.outcome is not Outcome.MISSING

    def _is_part(self, phrase: Phrase) -> bool:
        """ "three of the wounded", as against "three wounded"."""
        more = self._document.word(phrase.after) in ("more", "others")
        return self._document.word(phrase.after + more) == "of"

    def _closes_aside(self, comma: int, place: Place) -> bool:
        """Whether the word is the verb after an aside: "two men, a farmer and his son, were found dead"."""
        if self._document.word(comma) != "," or place.cue.ahead > CLOSE:
            return False
        if any(at in self._numbers for at in range(comma, place.at)):
            return False
        at = place.at - 1
        while at > comma and self._document.low[at] in _SKIPPED:
            at -= 1
        return at > comma + 1 and self._document.low[at] == "," and at < place.at - 1

    def _is_agent(self, counted: NounPhrase, place: Place) -> bool:
        """Whether those counted did it: "two gunmen killed 12 people"."""
        if place.cue.behind > CLOSE or place.cue.outcome is Outcome.MISSING:
            return False
        if self._document.low[place.at] == "for" or self._document.low[place.after - 1] == "from":
            return False
        low, at = self._document.low, place.at - 1
        while at >= counted.after and (low[at] in _SAID or low[at].endswith("ly")):
            at -= 1
        if at >= counted.after and low[at] in BE:
            return False
        if place.after in self._numbers:
            return True
        between = low[counted.after : place.at]
        if self._acts_first(counted, place):
            return True
        if (
            low[counted.after] in PREPOSITIONS
            and BE.isdisjoint(between)
            and self._document.word(place.after) in _OBJECTS
        ):
            return self._document.word(place.after + 1) in PEOPLE
        adjacent = between in ([], ["had"], ["have"], ["has"])
        return adjacent and self._document.word(place.after) in ("the", "their", "his", "its")

    def _acts_first(self, counted: NounPhrase, place: Place) -> bool:
        """Whether those counted do one thing and then another: "gunmen stormed a bar and shot dead a guard"."""
        low, word = self._document.low, self._document.word(counted.after)
        acts = (word.endswith("ed") or word in DEEDS) and counted.after < place.at
        if not acts or not BE.isdisjoint(low[counted.after : place.at]):
            return False
        ahead = self._document.word(place.after)
        has_object = ahead in _OBJECTS or place.after in self._numbers
        return has_object and self._document.word(place.after + 1) not in TIME

    def _is_of_others(self, place: Place, counted: NounPhrase) -> bool:
        """Whether the word is no verb of those counted: "rangers who took part", "according to displaced people"."""
        low = self._document.low
        if place.at > counted.after and self._document.word(place.after) in PEOPLE:
            return True
        if {"who", "that", "whom"}.intersection(low[max(counted.after, place.at - 2) : place.at]):
            return True
        return (
            counted.noun is not None and place.at == counted.after and self._document.word(place.after) in PREPOSITIONS
        )
