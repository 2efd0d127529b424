"""Whether a time tells when something was said or when it happened."""

from __future__ import annotations

from tracker.lib.vocabulary import Precision
from tracker.reading.dates.calendar import When
from tracker.reading.dates.calendar_terms import Role
from tracker.reading.document import Document

SAYING = frozenset(
    "said says say saying told tells tell telling announce announces announced announcing report reports reported"
    " stated declare declares declared add adds added confirm confirms confirmed disclose disclosed reveal"
    " reveals revealed admit admits admitted acknowledge acknowledges acknowledged concede concedes conceded claim"
    " claims claimed allege alleged wrote writes written posted publish published publishing release"
    " released issued update updated specified communicated name named naming give gives gave given speak speaks spoke"
    " spoken speaking insist insists insisted maintained note noted estimate estimated counted showed according inform"
    " informed testified appeared presented quoted listed tweeted put raised revised lowered cut reduced recalled"
    " recounted explained warned verified statement briefing bulletin interview conference press spokesman"
    " spokeswoman read briefed settled settles rose risen climbed grew reached stood stands jumped swelled"
    " mounted toll tally number numbers figure figures silence list lists account supplied supplies provided printed"
    " logged owned owns arrived toured visited visits shown ticked inspected complained boasted bragged"
    " vowed denied conceding settled totted added reckoned coffins flag funeral funerals".split()
)
_SAID_IN = frozenset(
    "statement briefing report toll tally count update announcement conference bulletin figure".split()
)
_COMPARED = frozenset("from against than with".split())
_BEHIND, _AHEAD, _OPENING = 5, 14, 2
HARMED = frozenset(
    "killed died wounded injured hurt missing captured attacked struck hit bombed shelled fell shot exploded abducted"
    " kidnapped perished stormed raided lost ambushed attack strike raid bombing explosion blast clashes clash".split()
)
_AFTER_AN_EVENT = frozenset({"after", "since", "on"})
_GIVING = frozenset({"gave", "give", "given"})
_DEEDS = HARMED | {",", "themselves", "himself", "surrendered"}


def tells_when_said(document: Document, when: When) -> bool:
    """Whether the time is a statement's: "the ministry said on Thursday", "on Thursday the ministry said"."""
    if when.role is not Role.POINT and when.precision is not Precision.WEEK:
        return False
    if "since" in document.low[when.at : when.after] or document.word(when.after - 1) in _AFTER_AN_EVENT:
        return False
    sentence = document.sentences[document.sentence_at(when.at)]
    following = document.low[when.after : min(sentence.after, when.after + _AHEAD)]
    if following[:1] == ["'s"]:
        return not _SAID_IN.isdisjoint(following[:3])
    if following[:1] and following[0] in HARMED:
        return False
    if following[:1] in (["to"], ["at"]) and following[1:2] and following[1][0].isdecimal():
        return True
    before = document.low[max(sentence.first, when.at - _BEHIND) : when.at]
    if _is_compared(before):
        return True
    told = _told_before(before)
    if told is not None:
        return told
    opens = when.at - sentence.first <= _OPENING or ";" in before[-1 - _OPENING :]
    return _said_after(following[2:], True) if following[:2] == [",", "when"] else _said_after(following, opens)


def _told_before(before: list[str]) -> bool | None:
    """Whether the last verb of the clause before a time is one of saying; None if there is none."""
    for word in reversed(before):
        if word == ";":
            return None
        if word in _DEEDS or (word in _GIVING and "up" in before):
            return False
        if word in SAYING:
            return True
    return None


def _is_compared(before: list[str]) -> bool:
    """Whether the time is that of an earlier count: "up from 41 on Monday", "against 555 a day earlier"."""
    pairs = zip(before[-4:], before[-3:], strict=False)
    return any(one in _COMPARED and two[:1].isdecimal() for one, two in pairs)


def _said_after(following: list[str], opens: bool) -> bool:
    """Whether a verb of saying follows the time at once, or later where the time opens the sentence.

    A verb set off on both sides tells nothing: "on Thursday, residents say, shells fell".
    """
    for at, word in enumerate(following if opens else following[:3]):
        if word in HARMED or (word == "," and not opens):
            return False
        if word in SAYING:
            return not (following[0] == "," and following[at + 1 : at + 2] == [","])
    return False
