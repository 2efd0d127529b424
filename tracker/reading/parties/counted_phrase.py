"""The words in which a figure and the people counted stand: "four Norwegian soldiers", "two fighters of X"."""

from __future__ import annotations

from tracker.reading.figures import Figure
from tracker.reading.parties.groups import CIVILIANS, FORCES, REBELS
from tracker.reading.parties.whose import Reading

_ENDS_PHRASE = frozenset(
    "was were is are has have had been be being who which that died dead die dying killed wounded injured"
    " hurt lost missing captured and or but while when after as said says to by from in on at near during"
    " since with without against before not they it he she would could fell perished survived went came , ."
    ' ; : ( ) — – ! ? " “ ”'.split()
)
_PEOPLE = FORCES | REBELS | CIVILIANS
_FORWARD = 8


def counted_phrase(reading: Reading, figure: Figure) -> tuple[int, int]:
    """The tokens of the number and its noun phrase, with an "of ..." or "from ..." that follows."""
    if id(figure) not in reading.phrases:
        reading.phrases[id(figure)] = _bounds(reading, figure)
    return reading.phrases[id(figure)]


def _bounds(reading: Reading, figure: Figure) -> tuple[int, int]:
    _document, sentence = reading.document, reading.sentence(figure)
    following = reading.following(figure)
    limit = min(sentence.after, figure.after + _FORWARD)
    if following:
        limit = min(limit, max(following.at, figure.after))
    at = figure.after
    while at < limit and (reading.words[at] not in _ENDS_PHRASE or _ties_on(reading, figure, at)):
        at += 1
    return figure.at, max(at, figure.after)


def _ties_on(reading: Reading, figure: Figure, at: int) -> bool:
    """ "Soldiers from Ukraine", "fighters for X": a tie that goes on the phrase."""
    word = reading.words[at]
    if word == "from":
        return (reading.words[at - 1] in _PEOPLE or at == figure.after) and any(
            mention.kind != "place" for mention in reading.between(at + 1, at + 3)
        )
    return word in ("dead", "wounded", "missing", "injured") and at == figure.after
