"""Names read from an article matched to the records of one conflict: guesses with their reasons, until accepted.

How a source is found, the first that fits:
1. One of the names is a name of a source, whatever its case, accents and articles.
2. The same words in another order, a people standing for its party: "Defence Ministry of Armenia", "Armenian ministry
   of defence". A body named without its party ("its defence ministry") is taken for that of the people counted.
3. A people, a capital or its officials, nobody in particular: the authorities of that party, a guess.
4. A person's whole name stands in a longer one: "President Ada Vane".
5. The words fit only one source that is heard in this conflict: a guess.
Words that name nobody ("officials", "he") match nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Generic, TypeVar

from django.utils.translation import gettext as _

from tracker.editing.naming import called, is_generic
from tracker.editing.readings import Reading
from tracker.ledger.models import Affiliation, Conflict, Incident, Party, Source, SourceAlias
from tracker.lib.folding import fold
from tracker.lib.vocabulary import Scope, SourceKind
from tracker.reading.parties.countries import POLITIES

Record = TypeVar("Record", Source, Party, Incident)
Words = frozenset[str]
PARTY = "party"
_OFFICIALS = frozenset("authorities authority officials official side leadership sources".split())
_GOVERNMENT = frozenset({"government"})
_SIDE = re.compile(
    r"\s+(?:sides?|forces|army|troops|soldiers|military|government|people|civilians|fighters|authorities)$"
)
_POLITY = {fold(name): polity for polity in POLITIES.values() for name in polity.names}


@dataclass(frozen=True)
class Match(Generic[Record]):
    """What a name stands for. Without a name nothing was to be matched; without a record it is not known here."""

    name: str = ""
    record: Record | None = None
    sure: bool = True
    why: str = ""

    @property
    def is_unknown(self) -> bool:
        return bool(self.name) and self.record is None


@dataclass(frozen=True)
class _Speaker:
    """A source heard in the conflict, with the words of each of its names."""

    source: Source
    names: list[Words]
    parties: Words


class Names:
    """The names known in one conflict, loaded once for any number of readings: six queries."""

    def __init__(self, conflict: Conflict, readings: Sequence[Reading]) -> None:
        self.conflict = conflict
        self.parties = list(Party.objects.filter(conflict=conflict))
        self._party_named = _by_name(self.parties)
        self._party_words = _pattern(self._party_named)
        self._named = _sources_called(name for one in readings for name in (*one.claimant, *one.relayed_via))
        self._speakers = self._heard(conflict)
        self.heard = {speaker.source.pk for speaker in self._speakers}
        self._incidents = list(Incident.objects.filter(conflict=conflict, date__isnull=False))

    def _heard(self, conflict: Conflict) -> list[_Speaker]:
        sides: dict[int, set[str]] = {}
        for source, party in Affiliation.objects.filter(party__conflict=conflict).values_list("source", "party"):
            sides.setdefault(source, set()).add(_token(party))
        found = Source.objects.heard_in(conflict).prefetch_related("aliases")
        return [
            _Speaker(
                source,
                [self._words(alias.name) for alias in source.aliases.all()],
                frozenset(sides.get(source.pk, ())),
            )
            for source in found
        ]

    def _words(self, name: str) -> Words:
        """The words of a name, each people or party in it as one mark."""
        folded = self._party_words.sub(lambda found: f" {_token(self._party_named[found[0]].pk)} ", fold(name))
        return called(folded).words

    # sources -------------------------------------------------------------------------------------------------------

    def source(self, names: Sequence[str], party: Party | None = None) -> Match[Source]:
        """Who is meant by these names of one speaker; ``party`` is the one whose people the figure counts."""
        names = [name for name in names if name.strip()]
        if not names:
            return Match()
        for name in names:
            known = self._named.get(called(name).key)
            if known:
                return Match(
                    name, known, True, _("“%(name)s” is a name of %(known)s.") % {"name": name, "known": known}
                )
        best = next((name for name in names if not is_generic(name)), names[0])
        found = next((match for name in names if (match := self._by_words(name, party))), None)
        return found or Match(best, None, False, _("“%(name)s” names no source here.") % {"name": best})

    def _by_words(self, name: str, party: Party | None) -> Match[Source] | None:
        words = self._words(name)
        if not words:
            return None
        generic = is_generic(name)
        same = None if generic else self._only(speaker for speaker in self._speakers if _same(words, speaker))
        if same:
            return Match(name, same, True, _has_the_words(name, same))
        authorities = self._authorities(words)
        if authorities:
            return Match(
                name, authorities, False, _("“%(name)s” may be %(known)s.") % {"name": name, "known": authorities}
            )
        if generic:
            return self._of_the_counted(name, words, party)
        persons = (one for one in self._speakers if one.source.kind == SourceKind.PERSON.value)
        person = self._only(one for one in persons if any(len(own) > 1 and own <= words for own in one.names))
        if person:
            return Match(name, person, True, _has_the_words(name, person))
        near = self._only(one for one in self._speakers if any(_near(words, own, one.parties) for own in one.names))
        words_of = _("%(known)s is the only source here with words of “%(name)s”.")
        return Match(name, near, False, words_of % {"known": near, "name": name}) if near else None

    def _of_the_counted(self, name: str, words: Words, party: Party | None) -> Match[Source] | None:
        """A body without its party: that of the people counted, where there is only one."""
        if party is None or len(words) < 2:
            return None
        theirs = words | {_token(party.pk)}
        only = self._only(speaker for speaker in self._speakers if _same(theirs, speaker))
        speaks = _("%(known)s speaks for %(party)s, whose people are counted.")
        return Match(name, only, False, speaks % {"known": only, "party": party}) if only else None

    def _authorities(self, words: Words) -> Source | None:
        """The authorities of the one party that is named, where these words name nobody else."""
        telling = {word for word in words if not word.startswith(PARTY)}
        if len(words - telling) != 1 or not telling <= _OFFICIALS | _GOVERNMENT:
            return None
        theirs = [one for one in self._speakers if words - telling <= one.parties]
        for called_so in (_OFFICIALS, _GOVERNMENT):
            found = self._only(one for one in theirs if any(own - one.parties <= called_so for own in one.names))
            if found:
                return found
        return None

    def _only(self, speakers: Iterable[_Speaker]) -> Source | None:
        found = {speaker.source.pk: speaker.source for speaker in speakers}
        return next(iter(found.values())) if len(found) == 1 else None

    # parties, incidents --------------------------------------------------------------------------------------------

    def party(self, names: Sequence[str]) -> Match[Party]:
        """Whose people are meant; without names, those of all sides."""
        names = [name for name in names if name.strip()]
        for name in names:
            key = called(name).key
            known = self._party_named.get(key)
            if known:
                return Match(
                    name, known, True, _("“%(name)s” is a name of %(known)s.") % {"name": name, "known": known}
                )
            known = self._party_named.get(_SIDE.sub("", key))
            if known:
                return Match(
                    name, known, True, _("“%(name)s” are people of %(known)s.") % {"name": name, "known": known}
                )
        none = _("“%(name)s” names no party of this conflict.")
        return Match(names[0], None, False, none % {"name": names[0]}) if names else Match()

    def incident(self, reading: Reading) -> Match[Incident]:
        """The known incident of that place and day, give or take one day."""
        if reading.scope != Scope.INCIDENT.value or reading.as_of is None or not reading.place:
            return Match()
        place, day = fold(reading.place), reading.as_of
        near = [one for one in self._incidents if one.date and abs(one.date - day) <= timedelta(days=1)]
        there = [one for one in near if place == fold(one.place) or place in fold(one.name)]
        if len(there) != 1:
            return Match()
        only = _("The only incident known of that place and day: %(incident)s.") % {"incident": there[0]}
        return Match(reading.place, there[0], there[0].date == day, only)


def _is_a_name(name: str, known: Source | Party) -> str:
    return _("“%(name)s” is a name of %(known)s.") % {"name": name, "known": known}


def _has_the_words(name: str, known: Source) -> str:
    return _("“%(name)s” has the words of %(known)s.") % {"name": name, "known": known}


def _token(party: int) -> str:
    return f"{PARTY}{party}"


def _by_name(parties: Iterable[Party]) -> dict[str, Party]:
    """Every folded name of a party: its own, its aliases, and of a country its people and its capital."""
    named: dict[str, Party] = {}
    for party in parties:
        for name in (party.name, *party.aliases):
            named.setdefault(called(name).key, party)
    for party in parties:
        for name in (party.name, *party.aliases):
            polity = _POLITY.get(fold(name))
            for other in (*polity.names, *polity.people, *polity.capitals) if polity else ():
                named.setdefault(fold(other), party)
    named.pop("", None)
    return named


def _pattern(named: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(named, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?!\w)")


def _sources_called(names: Iterable[str]) -> dict[str, Source]:
    """Sources by the form of a name in which it was asked for: one query."""
    keys = {key for name in names for key in (fold(name), called(name).key, f"the {called(name).key}")}
    aliases = SourceAlias.objects.filter(folded__in=keys, source__merged_into__isnull=True).select_related("source")
    return {called(alias.folded).key: alias.source for alias in aliases}


def _same(words: Words, speaker: _Speaker) -> bool:
    """Whether a name has the words of one of the speaker's names, its party said or understood."""
    return any(words | speaker.parties == own | speaker.parties and words - speaker.parties for own in speaker.names)


def _near(words: Words, own: Words, parties: Words) -> bool:
    """Whether one name has the words of the other and more, at least one of them not a party's."""
    shared = words & (own | parties)
    telling = {word for word in shared if not word.startswith(PARTY)}
    return bool(telling) and (words <= own | parties or own <= words)
