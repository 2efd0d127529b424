"""The narrowest place to which each figure is limited."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

from tracker.lib.vocabulary import Scope
from tracker.reading.dates.scope_words import EVENT, EVENTS
from tracker.reading.document import Document
from tracker.reading.figures import Article, Figure
from tracker.reading.parties.groups import CIVILIANS, FORCES, REBELS

_IN = frozenset("in at near outside inside across around on".split())
_DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central north-east north-west south-east"
    " south-west northeast northwest southeast southwest northeastern northwestern southeastern southwestern"
    " downtown".split()
)
_LANDS = frozenset(
    "district province region city town village valley state county governorate strip coast camp hospital"
    " market area airport mosque church school prison".split()
)
_OF_WHICH = _LANDS | frozenset(
    "outskirts outskirt suburb suburbs centre center heart port island islands peninsula neighbourhood neighborhood"
    " districts villages towns capital part parts mountains hills township municipality republic".split()
)
_ADJECTIVES = frozenset(
    "restive volatile remote nearby neighbouring neighboring coastal border main general rugged mountainous capital"
    " port industrial ethnic largest small strategic besieged disputed key and".split()
)
_FURTHEST_LAND = 5
_JOINERS = frozenset({"of", "al", "el", "de", "la", "du", "del"})
_NOT_PLACES = frozenset(
    "january february march april may june july august september october november december monday tuesday"
    " wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec mr mrs"
    " president ramadan facebook twitter telegram x english arabic parliament congress spring summer autumn"
    " winter least most all first last total".split()
)
_OFFICES = frozenset(
    "group officials official ministry government authorities spokesman spokeswoman minister sources source"
    " tank office organisation organization army military diplomats embassy judiciary council monitors"
    " lawyers analysts relatives people reporters journalists committee commission police command base"
    " headquarters talks agreement truce said told slip interviewed spoke speaking reached meeting released"
    " published signed family families investigators colleague colleagues correspondent bureau briefing press"
    " conference cantonment door parade newsroom embassies court".split()
)
_WARS = frozenset("war conflict fighting front line border frontier crisis".split())
_NO_LABELS = (
    _NOT_PLACES | CIVILIANS | FORCES | REBELS
    | frozenset(
        "doctors police medics rescuers officials killed dead injured wounded missing captured hurt losses"
        " deaths casualties total toll live".split()
    )
)  # fmt: skip
_LAND_KINDS = frozenset({"place", "region"})
_LINKS = frozenset(
    "near in of outside at , the north south east west northern southern eastern western central".split()
)
_LINK = 4
_NEAR, _PHRASE = 45, 7


class Place(NamedTuple):
    """Tokens ``at`` to ``after`` name a place; ``bare``: without "in" or the like before it."""

    at: int
    after: int
    bare: bool = False


def give_places(article: Article, figures: list[Figure]) -> None:
    """Fill ``place`` of every figure: the text's words, or None."""
    document = article.document
    mentions = article.mentions
    people = {mention.at for mention in mentions if mention.kind not in ("place", "region", "name", "capital")}
    places = [one for one in _places(document) if one.at not in people and not _of_who_speaks(document, one)]
    taken = {at for place in places for at in range(place.at, place.after)}
    places += [
        Place(one.at, one.after, True)
        for one in mentions
        if one.kind in _LAND_KINDS and one.at not in taken and not _shouted(document, one.at)
    ]
    speakers = people | {mention.at for mention in mentions if mention.kind not in _LAND_KINDS}
    places += [one for one in _labels(document) if one.at not in taken and one.at not in speakers]
    places.sort()
    wider = [place for before, place in pairwise(places) if _widens(document, before, place)]
    places = [place for place in places if place not in wider]
    by_sentence: dict[int, list[Place]] = {}
    for place in places:
        by_sentence.setdefault(document.sentence_at(place.at), []).append(place)
    before: Figure | None = None
    for figure in figures:
        _give(document, figure, by_sentence, before)
        before = figure


def _widens(document: Document, before: Place, place: Place) -> bool:
    """ "Boz near Kunduz", "Moura, in central Mali": the second only says where the first lies."""
    if not 0 < place.at - before.after <= _LINK:
        return False
    return _LINKS.issuperset(document.low[before.after : place.at])


def _give(document: Document, figure: Figure, places: dict[int, list[Place]], before: Figure | None) -> None:
    here = document.sentence_at(figure.at)
    near = [
        (_distance(document, figure, place), place)
        for place in _within_reach(places.get(here, []), figure)
        if not any(document.span(place.at, place.after) in name for name in figure.claimant)
    ]
    distance, place = min(near, default=(_NEAR + 1, None))
    if place is not None and distance <= _NEAR:
        figure.place = document.span(place.at, place.after)
        figure.note("place", "named in the sentence", 0.7)
        return
    if figure.scope is Scope.INCIDENT:
        figure.place = _carried(document, here, places, before)
        figure.note("place", "the place last named" if figure.place else "no place is named", 0.5)
        return
    figure.note("place", "no place is named in the sentence", 0.8)


def _carried(document: Document, here: int, places: dict[int, list[Place]], before: Figure | None) -> str | None:
    """That of an incident's figure before it in the sentence, else the place named last in the paragraph."""
    if before is not None and before.scope is Scope.INCIDENT and document.sentence_at(before.at) == here:
        return before.place
    paragraph = document.sentences[here].paragraph
    for index in range(here - 1, max(-1, here - 4), -1):
        if document.sentences[index].paragraph != paragraph:
            break
        if places.get(index):
            last = places[index][-1]
            return document.span(last.at, last.after)
    return None


def _within_reach(places: list[Place], figure: Figure) -> list[Place]:
    first = bisect_left(places, (figure.at - 2 * _NEAR,))
    return places[first : bisect_left(places, (figure.after + _NEAR + 1,))]


def _distance(document: Document, figure: Figure, place: Place) -> int:
    """In tokens; longer where a clause ends between, where the place stands before, or bare."""
    after = place.at >= figure.after
    first, last = (figure.after, place.at) if after else (place.after, figure.at)
    between = document.low[first : min(last, first + _NEAR)]
    return last - first + (0 if after else 2) + (8 if ";" in between else 0) + (6 if place.bare else 0)


def _shouted(document: Document, at: int) -> bool:
    """ "KABUL, June 28 -": where the article was written."""
    return document.raw(at).isupper() and len(document.raw(at)) > 3


def _labels(document: Document) -> list[Place]:
    """ "Horlivka: 3 civilians killed": a capitalised name that begins a sentence or clause and ends in a colon."""
    found = []
    for at, word in enumerate(document.low):
        if word == ":" and at and document.is_capital(at - 1) and document.low[at - 1] not in _NO_LABELS:
            starts = (
                at == 1
                or document.word(at - 2) in (".", ";")
                or document.sentences[document.sentence_at(at)].first == at - 1
            )
            if starts and not document.raw(at - 1).isupper():
                found.append(Place(at - 1, at, True))
    return found


def _places(document: Document) -> list[Place]:
    """What stands after "in", "at", "near", "on" and reads as a place's name, in the order of the text."""
    found = []
    for at in range(len(document) - 1):
        if document.low[at] in _IN:
            place = _place_from(document, at + 1)
            if place is not None:
                found.append(place)
    return found


def _place_from(document: Document, at: int) -> Place | None:
    """A run of capitalised words, with "southern", "the east of" before it and "district" after it."""
    first = at
    while document.word(at) in ("the", "a", "an") or document.word(at) in _DIRECTIONS:
        at += 1
    named = _named_land(document, at)
    if named is not None:
        first = at = named
    directed = document.word(at - 1) in _DIRECTIONS
    if directed and document.word(at) == "of":
        at += 1
    start = at
    end = document.sentences[document.sentence_at(first)].after
    while at < end and at - start < _PHRASE and _goes_on(document, at, start):
        at += 1
    while at > start and document.word(at - 1) in _JOINERS | {"-"}:
        at -= 1
    if at == start:
        return None
    if document.word(start) in _NOT_PLACES | EVENT | EVENTS or document.word(at) in _WARS or document.word(at) == "'s":
        return None
    if document.word(at) in _LANDS:
        at += 1
    while document.word(first) in ("the", "a", "an"):
        first += 1
    return Place(first, at)


def _named_land(document: Document, at: int) -> int | None:
    """The token of a name after "of", as in "the town of Kagizman", "the southern Turkish district of Silvan"."""
    for land in range(at, at + _FURTHEST_LAND):
        if document.word(land) in _OF_WHICH and document.word(land + 1) == "of":
            name = land + 2 + (document.word(land + 2) == "the")
            return name if document.is_capital(name) else None
        if not (document.is_capital(land) or document.word(land) in _DIRECTIONS | _ADJECTIVES):
            return None
    return None


def _goes_on(document: Document, at: int, start: int) -> bool:
    if document.is_capital(at):
        return True
    if document.word(at) == "-":
        tokens = document.tokens
        joined = at > start and at + 1 < len(tokens) and tokens[at - 1].end == tokens[at].start
        return joined and tokens[at].end == tokens[at + 1].start
    return at > start and document.word(at) in _JOINERS and document.is_capital(at + 1)


def _of_who_speaks(document: Document, place: Place) -> bool:
    """Whether it is only where someone speaks: "officials in Moscow"."""
    before = document.low[max(0, place.at - 3) : place.at]
    return any(word in _OFFICES for word in before[:-1][-1:] + before[:-2][-1:] * (before[-1:] == ["the"]))
