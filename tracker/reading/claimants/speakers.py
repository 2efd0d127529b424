"""Noun phrases that name somebody who may speak, and the names by which the text calls them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from tracker.reading.claimants.metonyms import OTHER_NAMES, PEOPLES, is_place, speaks_for_a_side
from tracker.reading.claimants.noun_phrases import GRAMMAR, OFFICES, NounPhrases
from tracker.reading.claimants.speaker_words import (
    ARTICLES,
    BODIES,
    DETERMINERS,
    MEDIA_NAMES,
    MEDIA_WORDS,
    NAME_OF_BODY,
    NAME_PARTICLES,
    PERSONS,
    PLURALS,
    POSSESSIVES,
    PREPOSITIONS,
    TITLES,
    VAGUE_TALK,
)
from tracker.reading.document import Document

_WORDS = re.compile(r"[^\W_]+")
_INSIDE_NAMES = NAME_PARTICLES | {"-", "."}
_WEAK_WORDS = frozenset("the a an of s in for and by to from its his her mr at on".split())
_PERSON_WORDS = PERSONS | TITLES
_BODY_WORDS = BODIES | MEDIA_WORDS | NAME_OF_BODY


@lru_cache(maxsize=4096)
def name_words(names: tuple[str, ...]) -> frozenset[str]:
    """The telling words of the names, lower-case."""
    return frozenset(word.lower() for name in names for word in _WORDS.findall(name)) - _WEAK_WORDS


class Speaker(NamedTuple):
    """Somebody named at tokens ``first`` to ``after``: all the names by which the text calls them, its wording first.

    ``person``, ``many`` and ``media`` may be unsure for bare names; ``words`` are those of all the names, lower-case.
    """

    first: int
    after: int
    names: tuple[str, ...]
    head: str
    person: bool = False
    many: bool = False
    media: bool = False
    proper: bool = False
    words: frozenset[str] = frozenset()

    @property
    def vague(self) -> bool:
        """Whether nobody stands behind the words ("reports")."""
        return self.head in VAGUE_TALK and not self.proper

    @property
    def able(self) -> bool:
        """Whether the phrase names somebody known to speak, by name or by office."""
        return self.proper or self.head in OFFICES


class Phrases(NounPhrases):
    """The noun phrases of one document, read as speakers."""

    def __init__(self, doc: Document, counted: Mapping[int, int] | None = None, known: Iterable[str] = ()) -> None:
        super().__init__(doc, counted, known)
        self._speakers: dict[tuple[int, int], Speaker | None] = {}

    def speaker(self, first: int, after: int) -> Speaker | None:
        """The tokens read as a speaker; None where they hold neither a name nor a noun."""
        key = first, after
        if key not in self._speakers:
            self._speakers[key] = self._read(first, after)
        return self._speakers[key]

    def _read(self, first: int, after: int) -> Speaker | None:
        """The tokens read as a speaker; None where they hold neither a name nor a noun."""
        while first < after and not (self.names[first] or self.words[first] in DETERMINERS):
            if self.words[first][:1].isalnum() and self.words[first] not in GRAMMAR:
                break
            first += 1
        core = first
        while core < after and (self.words[core] in DETERMINERS or (core > first and self.words[core] == "of")):
            core += 1
        core = first if first in self.known_ends else core
        if core >= after:
            return None
        inner = self._first_preposition(core, after)
        head_at = self._head(core, inner)
        head = self.words[head_at]
        if head == "bodies" and head_at == core:
            return None
        rank = inner - core == 1 and head in _PERSON_WORDS
        known = self.known_ends.get(core, -1) in {inner, after}
        proper = known or (self.names[head_at] and not rank and not is_place(self.doc, core, inner))
        own = range(self._after_possessive(core, inner), inner)
        words = [self.words[at] for at in own]
        names = tuple(self._names(core, inner, after))
        many = (head in PLURALS and not proper) or head in PEOPLES
        body = head in BODIES or "-" in words
        person = head in PERSONS or (not body and not _PERSON_WORDS.isdisjoint(words))
        if proper and not body and not many and head not in PERSONS:
            lone = sum(word.isalpha() for word in words) < 2 or not _BODY_WORDS.isdisjoint(words)
            titled = self.words[first] == "the"
            person = person or not (lone or titled or speaks_for_a_side(self.doc, core, inner))
        media = not MEDIA_NAMES.isdisjoint(words) or head in MEDIA_WORDS
        return Speaker(first, after, names, head, person and not many, many, media, proper, name_words(names))

    def _head(self, core: int, inner: int) -> int:
        at = inner - 1
        while at > core and (not self.words[at][:1].isalpha() or self.words[at] in {"there", "here"}):
            at -= 1
        return at

    def _first_preposition(self, core: int, after: int) -> int:
        for at in range(core + 1, after):
            if self.words[at] in PREPOSITIONS or self.words[at] == "(":
                return at
        return after

    def _after_possessive(self, core: int, inner: int) -> int:
        for at in range(inner - 2, core, -1):
            if self.words[at] in {"'s", "'"}:
                return at + 1
        return core

    def _names(self, core: int, inner: int, after: int) -> list[str]:
        """The whole phrase, then its shorter forms: the name without its office, the body behind a person."""
        found = [self.doc.span(core, after)]
        if self.words[core - 1] in POSSESSIVES and self.words[core - 3] == "one":
            found.insert(0, self.doc.span(core - 3, after))
        own = self._after_possessive(core, inner)
        if own > core:
            found.append(self.doc.span(own, after))
        if inner < after:
            if self.words[inner] != "of" or inner - core > 1:
                found.append(self.doc.span(core, inner))
            if self.names[core] and self.words[self._head(core, inner)] not in BODIES:
                found.extend(self._body_behind(inner + 1, after))
            if self.words[inner] == "(":
                found.append(self.doc.raw(inner + 1))
        name = inner
        while name > own and (self.names[name - 1] or self.words[name - 1] in _INSIDE_NAMES):
            name -= 1
        titled = [at for at in range(name, inner) if self.words[at] in TITLES]
        if titled and titled[-1] + 1 < inner:
            name = titled[-1] + 1
        if name > own and name < inner:
            found.append(self.doc.span(name, inner).lstrip(". "))
        found.extend(OTHER_NAMES[name.lower()] for name in found[:] if name.lower() in OTHER_NAMES)
        return list(dict.fromkeys(name for name in found if name))

    def _body_behind(self, begin: int, after: int) -> list[str]:
        """The body for which a named person speaks: "of the provincial council"."""
        if self.words[begin] in ARTICLES:
            begin += 1
        return [self.doc.span(begin, after)] if any(self.words[at] in BODIES for at in range(begin, after)) else []
