"""Whether a time tells when something was said or when it happened."""

from __future__ import annotations

from tracker.lib.vocabulary import Precision
from tracker.reading.dates.calendar import When
from tracker.reading.dates.calendar_terms import Role
from tracker.reading.document import Document

SAYING = frozenset(
    "said says say saying told tells tell telling announce announces announced announcing report reports reported state"
    " states stated declare declares declared add adds added confirm confirms confirmed disclose disclosed reveal"
    " reveals revealed admit admits admitted acknowledge acknowledges acknowledged concede concedes conceded claim"
    " claims claimed allege alleged wrote writes written posted publish published publishing release"
    " released issued update updated specified communicated name named naming give gives gave given speak speaks spoke"
    " spoken speaking insist insists insisted maintained note noted estimate estimated counted showed according inform"
    " informed testified appeared made presented quoted listed tweeted put raised revised lowered cut reduced recalled"
    " recounted explained warned verified statement briefing bulletin interview conference press spokesman"
    " spokeswoman read briefed settled settles rose risen climbed grew reached stood stands jumped swelled"
    " mounted toll tally".split()
)
_SAID_IN = frozenset(
    "statement briefing report toll tally count update announcement conference bulletin figure".split()
)
_COMPARED = frozenset("from against than with".split())
_BEHIND, _AHEAD, _OPENING = 5, 9, 2
HARMED = frozenset(
    "killed died wounded injured hurt missing captured attacked struck hit bombed shelled fell shot exploded abducted"
    " kidnapped perished stormed raided lost ambushed attack strike raid bombing explosion blast clashes clash".split()
)


def tells_when_said(document: Document, when: When) -> bool:
    """Whether the time is a statement's: "the ministry said on Thursday", "on Thursday the ministry said"."""
    if (when.role is not Role.POINT and when.precision is not Precision.WEEK) or "since" in document.low[
        when.at : when.after
    ]:
        return False
    sentence = document.sentences[document.sentence_at(when.at)]
    following = document.low[when.after : min(sentence.after, when.after + _AHEAD)]
    if following[:1] == ["'s"]:
        return not _SAID_IN.isdisjoint(following[:3])
    if following[:1] and following[0] in HARMED:
        return False
    before = document.low[max(sentence.first, when.at - _BEHIND) : when.at]
    if _is_compared(before):
        return True
    for word in reversed(before):
        if word in HARMED or word == ",":
            return False
        if word in SAYING:
            return True
    return _said_after(following, opens=when.at - sentence.first <= _OPENING)


def _is_compared(before: list[str]) -> bool:
    """Whether the time is that of an earlier count: "up from 41 on Monday", "against 555 a day earlier"."""
    pairs = zip(before[-4:], before[-3:], strict=False)
    return any(one in _COMPARED and two[:1].isdecimal() for one, two in pairs)


def _said_after(following: list[str], *, opens: bool) -> bool:
    """Whether a verb of saying follows the time at once, or later where the time opens the sentence."""
    for word in following if opens else following[:3]:
        if word in HARMED or (word == "," and not opens):
            return False
        if word in SAYING:
            return True
    return False
