"""Hospitals and morgues: being taken to one, lying in one and being counted by one tell what became of people."""

from __future__ import annotations

from tracker.lib.vocabulary import Outcome
from tracker.reading.document import Document
from tracker.reading.finding.grammar import BE, MARKS

_HOSPITALS = frozenset(
    "hospital hospitals clinic clinics ward wards infirmary infirmaries polyclinic sickbay dispensary".split()
)
_MORGUES = frozenset("morgue morgues mortuary mortuaries cemetery cemeteries graveyard undertaker undertakers".split())
_HEALERS = _HOSPITALS | frozenset("doctors medics surgeons surgeon nurses msf paramedics icrc".split())
_BROUGHT = frozenset(
    "taken rushed flown brought transferred admitted evacuated airlifted ferried sent carried moved transported driven"
    " conveyed referred medevaced lifted bussed wheeled hurried stretchered".split()
)
_LYING = BE | frozenset("lie lies lay lying remain remains remained still kept".split())
_STILL = frozenset("still now all both also yet today not mostly there dead kept laid nursed treated".split())
_TO = frozenset({"to", "into", "at", "in"})
_IN = frozenset({"in", "at"})
_TAKING_IN = frozenset(
    "received receives receive receiving admitted admits admit admitting discharged discharges".split()
)
_LETTING = frozenset({"let", "lets", "sent", "sends"})
_HOMEWARD = frozenset({"go", "home"})
WARD_WORDS = _BROUGHT | _LYING | _TAKING_IN | _LETTING | {"took", "taken"}
"""The words at which ``told_by_ward`` can begin."""

_PHRASE, _SUBJECT, _OBJECT = 6, 9, 6
_PARTED = MARKS | {"and", "but", "or", "while", "after", "when", "who", "that"}


def told_by_ward(document: Document, at: int) -> tuple[Outcome, int, bool] | None:
    """What the words from token ``at`` tell, where they end, and whether those counted come after them.

    "rushed to Saint George hospital", "are still in the wards", "MSF's clinic received 30".
    """
    low, word = document.low, document.low[at]
    if word in _BROUGHT and document.word(at + 1) in _TO and document.word(at - 1) in BE:
        return _inside(document, at + 2)
    if word in _LYING and (
        document.word(at + 1) in _IN or (document.word(at + 2) in _IN and document.word(at + 1) in _STILL)
    ):
        here = at + 2 if document.word(at + 1) in _IN else at + 3
        return _inside(document, here)
    took_in = word in ("took", "taken") and document.word(at + 1) == "in"
    if took_in or word in _TAKING_IN or (word in _LETTING and _HOMEWARD.intersection(low[at + 2 : at + _OBJECT])):
        house = _subject(document, at)
        if house is not None:
            return house, at + 1 + took_in, True
    return None


def _inside(document: Document, first: int) -> tuple[Outcome, int, bool] | None:
    """The house that the phrase from token ``first`` names: "the military hospital at Quetta", "a Kyiv morgue"."""
    for at in range(first, min(first + _PHRASE, len(document))):
        word = document.low[at]
        if word in _HOSPITALS:
            return Outcome.INJURED, at + 1, False
        if word in _MORGUES:
            return Outcome.KILLED, at + 1, False
        if word in _PARTED and word not in ("'", "’"):
            return None
    return None


def _subject(document: Document, at: int) -> Outcome | None:
    """What befell those whom the subject of the verb takes in: the hurt by a hospital, the dead by a morgue."""
    first = document.sentences[document.sentence_at(at)].first
    for here in range(at - 1, max(first, at - _SUBJECT) - 1, -1):
        word = document.low[here]
        if word in _HEALERS:
            return Outcome.INJURED
        if word in _MORGUES:
            return Outcome.KILLED
        if word in _PARTED or word[0].isdecimal() or word in BE:
            return None
    return None
