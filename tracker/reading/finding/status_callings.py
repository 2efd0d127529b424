"""Whose staff are counted, by the name of the body that employs them: "four Oxfam workers", "a television crew"."""

from __future__ import annotations

from itertools import pairwise

from tracker.lib.vocabulary import Group
from tracker.reading.document import Document
from tracker.reading.figures import Figure
from tracker.reading.finding.grammar import AUXILIARIES, MARKS
from tracker.reading.finding.people import WORKER_NOUNS

_STAFF = WORKER_NOUNS - {"officer", "officers", "recruits", "cadets"} | {
    "nationals", "colleagues", "colleague", "occupants", "contractors", "drivers", "guards", "people",
}  # fmt: skip
_AID_BODIES = frozenset(
    "msf icrc ifrc oxfam unrwa unicef wfp unhcr unfpa iom ocha caritas solidarités concern goal medair cesvi intersos"
    " anera acted irc nrc usaid".split()
)
_AID_NAMES = frozenset((
    ("sans", "frontières"), ("sans", "frontieres"), ("without", "borders"), ("food", "programme"), ("food", "program"),
    ("central", "kitchen"), ("refugee", "council"), ("mercy", "corps"), ("save", "the"), ("rescue", "committee"),
    ("red", "cross"), ("red", "crescent"), ("action", "against"), ("refugee", "agency"), ("relief", "services"),
    ("world", "vision"), ("islamic", "relief"), ("christian", "aid"), ("aid", "agency"), ("aid", "group"),
    ("relief", "agency"), ("charity", "'s"), ("relief", "works"),
))  # fmt: skip
_NEWS_BODIES = frozenset(
    "television tv reuters afp jazeera arabiya bbc cnn ap newspaper radio broadcaster film camera".split()
)
_BEHIND = 6


def calling(document: Document, figure: Figure) -> Group:
    """The calling of those counted, where their noun and the name of whoever employs them tell it together."""
    noun = figure.noun
    if noun is None or document.low[noun] not in _STAFF:
        return Group.NONE
    words = document.low[figure.after : noun]
    if document.word(noun + 1) in ("of", "from", "with", "working"):
        behind = document.low[noun + 1 : noun + 1 + _BEHIND]
        ends = [at for at, word in enumerate(behind) if word in MARKS or word in AUXILIARIES]
        words = words + behind[: min(ends, default=len(behind))]
    if not _AID_BODIES.isdisjoint(words) or any(pair in _AID_NAMES for pair in pairwise(words)):
        return Group.AID_WORKERS
    return Group.NONE if _NEWS_BODIES.isdisjoint(words) else Group.JOURNALISTS
