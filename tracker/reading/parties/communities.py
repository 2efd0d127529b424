"""Where a text says of which community the dead are: "The victims were Hazaras", "all six belong to the Meitei"."""

from __future__ import annotations

from collections.abc import Set
from typing import NamedTuple

from tracker.reading.document import Document
from tracker.reading.parties.mentions import Mention

_THE_DEAD = frozenset(
    "dead victims villagers wounded missing deceased slain hostages captives bodies survivors".split()
)
_HOMES = frozenset("village villages neighbourhood neighborhood hamlet hamlets".split())
_FAITHS = frozenset("Christian Muslims Hindu Sikh Jews Sunni Shia Copts Maronites".split())
_QUANTIFIED = frozenset("all most nearly".split())
_BE = frozenset({"are", "were", "was", "is", "belonged", "belong", "come", "came"})
_REACH = 8


class Told(NamedTuple):
    """A paragraph that tells the community of the dead, and how many paragraphs off that still holds.

    ``number``: the number word that limits it, where the text says "all six".
    """

    paragraph: int
    side: str
    number: str = ""
    reach: int = 4


def communities_of_victims(document: Document, mentions: list[Mention], counted: Set[int] = frozenset()) -> list[Told]:
    """Wherever the text says of which community the dead are, or that a village of one was hit.

    ``counted``: last tokens of figures; "29 were Kukis" tells of these 29 alone.
    """
    told = []
    for mention in mentions:
        if mention.kind != "community":
            continue
        paragraph = document.sentences[document.sentence_at(mention.at)].paragraph
        if _after(document, mention, counted):
            told.append(Told(paragraph, mention.side))
        elif _before(document, mention):
            told.append(Told(paragraph, mention.side, _all_of(document, mention)))
        elif document.word(mention.after) in _HOMES and mention.side not in _FAITHS:
            told.append(Told(paragraph, mention.side, reach=0))
    return told


def _after(document: Document, mention: Mention, counted: Set[int]) -> bool:
    """ "The dead are Fulani", "the victims were mostly from the Hazara community"."""
    sentence = document.sentences[document.sentence_at(mention.at)]
    first = max(sentence.first, mention.at - _REACH)
    window = document.low[first : mention.at]
    be = next((at for at, word in enumerate(window) if word in _BE), None)
    if be is None or first + be - 1 in counted or "," in window[be:] or "by" in window[be:] or "who" in window[be:]:
        return False
    return any(word in _THE_DEAD for word in window[:be]) or (
        bool(_QUANTIFIED & set(window[:be])) and "of" in window[:be]
    )


def _before(document: Document, mention: Mention) -> bool:
    """ "The Meitei, to whose community all six belong"."""
    window = document.low[mention.after : mention.after + _REACH]
    return "whose" in window and ("belong" in window or "belonged" in window)


def _all_of(document: Document, mention: Mention) -> str:
    window = document.low[mention.after : mention.after + _REACH]
    return window[window.index("all") + 1] if "all" in window[:-1] else ""
