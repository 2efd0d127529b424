"""Rules for a number that counts again the people counted or spoken of just before."""

from __future__ import annotations

from itertools import pairwise

from tracker.reading.figures import Figure
from tracker.reading.parties.whose import Reading, Verdict

_CLAUSE = 8
_TOLL_NOUNS = frozenset("dead losses casualties deaths fallen wounded victims toll fatalities prisoners".split())
_PUT = frozenset("put puts putting set sets made makes place places placed".split())
_ADDING = frozenset("bringing brings brought raising raises raised takes taking makes making".split())
_TRUE = frozenset({"true", "real", "actual"})
_MAYBE = frozenset({"could", "may", "might"})
_NUMBER = frozenset({"figure", "number", "toll", "total", "count"})
_IT = frozenset({"it", "them", "that", "this"})


def another_count(reading: Reading, figure: Figure) -> Verdict | None:
    """ "Kyiv puts it at 50", "bringing the toll to 57", "up from 41": another count of the same people."""
    before = reading.previous(figure)
    if before is None or before.at < reading.paragraph_start(figure):
        return None
    alike = reading.kind(before) is reading.kind(figure) or (reading.war.between_states() and reading.unnamed(figure))
    if not alike or not (_counts_again(reading, figure, before) or _among_them(reading, figure)):
        return None
    decided = reading.decided[id(before)]
    return Verdict(decided.side, "another count of the same people", min(decided.sure, 0.75))


def _counts_again(reading: Reading, figure: Figure, before: Figure) -> bool:
    low = reading.document.low
    clause = low[max(before.after, figure.at - _CLAUSE) : figure.at]
    counts = not _NUMBER.isdisjoint(clause)
    return (
        "version" in clause
        or (not _MAYBE.isdisjoint(clause[-4:]) and before.at >= reading.sentence(figure).first)
        or (clause[-1:] == ["from"] and before.at >= reading.sentence(figure).first)
        or (counts and (clause[-2:] == ["had", "been"] or clause[-1:] == ["was"]))
        or ((counts or "that" in clause) and not _ADDING.isdisjoint(clause))
        or any(
            (word in _PUT and following in _IT) or (word in _TRUE and following in _NUMBER)
            for word, following in pairwise(clause)
        )
    )


def _among_them(reading: Reading, figure: Figure) -> bool:
    """ "Among them are 80 wounded", where a sentence begins."""
    first = reading.sentence(figure).first
    return reading.document.low[first : first + 2] in (["among", "them"], ["among", "these"], ["among", "those"])


def told_of(reading: Reading, figure: Figure) -> Verdict | None:
    """ "For the X dead there are four lists.": whom the paragraph's first sentence, without figures, speaks of."""
    start = reading.paragraph_start(figure)
    first = reading.document.sentences[reading.document.sentence_at(start)]
    before = reading.previous(figure)
    if first.after > figure.at or (before is not None and first.first <= before.at < first.after):
        return None
    for mention in reading.between(first.first, first.after):
        told = reading.words[mention.after + (reading.words[mention.after] == "'s")] in _TOLL_NOUNS
        if told and mention.side in reading.war.sides:
            return Verdict(mention.side, "of whom the paragraph speaks", 0.7)
    return None
