"""Words that tell what became of people only among certain others: "held 170 guests", "brought in 29"."""

from __future__ import annotations

from typing import NamedTuple

from tracker.lib.vocabulary import Outcome
from tracker.reading.document import Document
from tracker.reading.finding.grammar import BE, MARKS
from tracker.reading.finding.people import PEOPLE
from tracker.reading.finding.things import THINGS

_REACH = 9
_CAPTOR_REACH = 6
_NUMBER_STARTS = frozenset(
    "at about some nearly over dozens several scores hundreds around almost up more a one two three four five six"
    " seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty"
    " forty fifty sixty seventy eighty ninety hundred another".split()
)


class _Near(NamedTuple):
    """What the phrase needs: a word of ``before`` or ``around``, a number behind (``counts``), nothing of ``no``.

    ``no`` is what may not stand in the next tokens; ``ends`` asks for the end of the clause behind it.
    """

    before: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    no: frozenset[str] = frozenset()
    counts: bool = False
    ends: bool = False


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_TRAPS = _words(
    "burning flames fire rubble ruins building cellar bus car train wreck barracks theatre shelter basement house"
    " church mosque school ground hospital alive lorry truck plane boat"
)
_SEEN = _words("saw see seen sees watched watch")
_HEALERS = _words("surgeon surgeons doctor doctors medics hospital hospitals")
_AMBULANCES = _HEALERS | _words("ambulance ambulances clinic ward wards nurse nurses blood stretcher stretchers medic")
_BROKEN = _words("lost lose losing broke broken cut no without severed ended")
_NOBODY = _words("nobody none no")
_RUINS = _words("rubble ruins wreck wreckage debris ground grave river sea them us")
_CARE = _words(
    "him himself her herself lives life hospital hospitals clinic safety in part clinics surgery shelter care treatment"
)
_CAPTORS = _words(
    "they group groups kidnappers captors forces army rebels hamas taliban militia he who movement houthis"
    " al-shabaab m23 rsf separatists pirates which hezbollah isis boko haram"
)
_STEADY = _words("to in into part place over up down out care ill aback off a the by surprise")
_TAKING = _Near(counts=True, no=_CARE)
_WITHDRAWING = _Near(counts=True, no=_words("wounds injuries burns bruises others"))

_NEEDS: dict[str, _Near] = {
    "never left": _Near(around=_TRAPS),
    "fall": _Near(before=_SEEN),
    "robbed": _Near(around=_words("of")),
    "operated": _Near(before=_HEALERS),
    "brought in": _Near(around=_AMBULANCES),
    "contact with": _Near(around=_BROKEN),
    "contact was lost with": _Near(),
    "can say": _Near(before=_NOBODY),
    "can tell": _Near(before=_NOBODY),
    "for news": _Near(before=_words("wait waiting waited waits hoping")),
    "for word": _Near(before=_words("wait waiting waited waits hoping")),
    "to be found": _Near(before=_words("yet still remain remains")),
    "kept in": _Near(ends=True),
    "taken from": _Near(no=_RUINS),
    "crossed": _Near(no=_words("hands")),
    "unknown": _Near(no=_words("number")),
    "took": _TAKING,
    "have taken": _TAKING,
    "had taken": _TAKING,
    "has taken": _TAKING,
    **dict.fromkeys(
        ("left with", "rode off with", "came back with", "withdrew with", "retreated with", "returned with"),
        _WITHDRAWING,
    ),
}
_HOLDING = _words("held hold holds keeps kept keep holding keeping")
_LED = _words(
    "seized captured led took taken dragged marched hauled carried herded drove driven spirited whisked lured"
)
_TAKEN_WITH = _words("took taking takes take")
_DENIALS = _words("not never n't cannot nobody none neither without")
_LIVING = _words("alive survived lived escaped survivors")
_BLASTS = _words("attack blast shell bomb raid strike explosion mine rocket missile shells bombs fire")
_COMPANIONS = _words("him her them me us others friends comrades colleagues wounds injuries burns bruises")
_CIVIL = _words("in into police government state judicial official protective pretrial from the")
_NAMING = _words("the a an this his her their its")
"""Words that make a noun of what could be a verb: "the massacre"."""
_CAUGHT_IN = _words("in up between by on under off")


def tells(document: Document, at: int, after: int, outcome: Outcome | None, takes_object: bool) -> bool:
    """Whether the phrase of tokens ``at`` to ``after``, which may tell ``outcome``, tells it here."""
    low = document.low
    word = low[at]
    phrase = " ".join(low[at:after]) if after - at <= 4 else ""
    near = _NEEDS.get(phrase)
    if near is not None and not _has_near(document, at, after, near):
        return False
    before = low[max(0, at - _REACH) : at]
    if word in ("away", "into") and outcome is Outcome.CAPTURED:
        return not _LED.isdisjoint(before)
    if word in ("alive", "lived") and outcome is Outcome.KILLED:
        return denied(document, at) is not None
    if word == "with" and outcome is Outcome.KILLED:
        return low[at + 1] == "their" or not _TAKEN_WITH.isdisjoint(before)
    if phrase in _HOLDING and outcome is Outcome.CAPTURED:
        return _is_held(document, at, after)
    if phrase == "taken" and outcome is Outcome.CAPTURED:
        return _are_taken(document, at)
    if takes_object and outcome and document.word(at - 1) in _NAMING:
        return document.word(at + 1) == "of"
    if word == "caught":
        return document.word(at - 1) in BE and document.word(at + 1) not in _CAUGHT_IN
    if word == "hands" and document.word(at - 1) in ("'", "'s"):
        return not {"in", "into"}.isdisjoint(before[-6:])
    if word in ("custody", "hands"):
        return document.word(at - 1) not in _CIVIL and document.is_capital(at - 1)
    return True


def denied(document: Document, at: int) -> Outcome | None:
    """What a word for staying alive tells where it is denied, or where captors took them so.

    "None survived", "did not reach the town alive", "took eleven of its defenders alive".
    """
    if document.low[at : at + 2] == ["carried", "off"] and not _BLASTS.isdisjoint(document.low[max(0, at - 3) : at]):
        return Outcome.KILLED
    if document.low[at] not in _LIVING:
        return None
    before = document.low[max(0, at - _REACH) : at]
    begin = max((here + 1 for here, word in enumerate(before) if word in ".;:!?"), default=0)
    if not _DENIALS.isdisjoint(before[begin:]) or "no" in before[-2:]:
        return Outcome.KILLED
    if document.low[at] == "alive" and not _LED.isdisjoint(before[begin:]):
        return Outcome.CAPTURED
    return None


def got_away(document: Document, at: int, outcome: Outcome | None) -> bool:
    """Whether those with whom one escaped are no captives: "escaped with three others", "fled with him"."""
    if document.low[at] not in ("fled", "escaped") or outcome is not Outcome.CAPTURED:
        return False
    with_whom = document.low[at + 2 : at + 5]
    return with_whom[:1] == ["a"] or not _COMPANIONS.isdisjoint(with_whom)


def _has_near(document: Document, at: int, after: int, near: _Near) -> bool:
    low = document.low
    before, behind = low[max(0, at - _REACH) : at], low[after : after + _REACH]
    if near.before and near.before.isdisjoint(before):
        return False
    if near.around and near.around.isdisjoint(before) and near.around.isdisjoint(behind):
        return False
    if near.no and not near.no.isdisjoint(behind[:_CAPTOR_REACH]):
        return False
    if near.counts and not (_counts_next(document, after) and _has_takers(document, at)):
        return False
    return not near.ends or document.word(after) in MARKS | {""}


def _counts_next(document: Document, after: int) -> bool:
    """Whether a number stands at the token."""
    word = document.word(after)
    if word in ("a", "an"):
        return document.word(after + 1) in ("dozen", "hundred", "score", "thousand", "pair")
    return word[:1].isdecimal() or word in _NUMBER_STARTS


def _has_takers(document: Document, at: int) -> bool:
    """Whether the verb's subject may take captives: not "it took", "the war took", "its helicopters took"."""
    before = document.word(at - 1)
    if before in ("and", "also", "then", "who", "that"):
        return True
    return before not in BE | MARKS | THINGS | {"it"}


def _is_held(document: Document, at: int, after: int) -> bool:
    """ "The gunmen held 170 guests", "the 33 teachers they hold"; not "the hall holds 900 people"."""
    if document.word(at - 1) in ("they", "it", "he") and document.word(at - 2) in PEOPLE:
        return document.word(after) in MARKS | {""}
    before = document.low[max(0, at - _CAPTOR_REACH) : at]
    captors = any(word in PEOPLE or word in _CAPTORS for word in before)
    ahead = document.low[after : after + _CAPTOR_REACH]
    people = [word for word in ahead if word in PEOPLE]
    return captors and _counts_next(document, after) and bool(people)


def _are_taken(document: Document, at: int) -> bool:
    """ "A hundred girls were taken", "the 251 taken that day"; not "taken to hospital", "steps were taken"."""
    before, behind = document.word(at - 1), document.word(at + 1)
    if behind in _STEADY:
        return False
    if before in BE:
        before = document.word(at - 2)
    return before in PEOPLE or before[:1].isdecimal() or before in _NUMBER_STARTS or before in ("whom", "them", "those")
