"""Tables in running text: a line that names outcomes, and lines below it with a number for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from tracker.reading.document import Document, Sentence
from tracker.reading.finding.cues import Place
from tracker.reading.finding.phrases import Phrase

_LONGEST_LINE = 24
_FEWEST_COLUMNS = 2


def cells_of_tables(document: Document, phrases: Sequence[Phrase], cues: Sequence[Place]) -> dict[int, Place]:
    """The column heading of each number of a table, by the number's first token.

    "Side | Killed | Wounded" heads "Army | 12 | 40" and every line after it that has as many numbers.
    """
    lines = _lines(document)
    named: dict[int, list[Place]] = defaultdict(list)
    for place in cues:
        if not place.cue.tally:
            named[document.sentence_at(place.at)].append(place)
    if all(len(columns) < _FEWEST_COLUMNS for columns in named.values()):
        return {}
    numbers: dict[int, list[Phrase]] = defaultdict(list)
    for phrase in phrases:
        if not phrase.implicit:
            numbers[document.sentence_at(phrase.first)].append(phrase)
    cells: dict[int, Place] = {}
    columns: list[Place] = []
    for index, line in lines:
        if not numbers[index]:
            columns = named[index] if _is_heading(document, line, named[index]) else []
        elif columns and len(numbers[index]) == len(columns) and not named[index]:
            cells |= {phrase.first: place for phrase, place in zip(numbers[index], columns, strict=True)}
        else:
            columns = []
    return cells


def _lines(document: Document) -> list[tuple[int, Sentence]]:
    """The short sentences that are a paragraph each, with their indices."""
    of_paragraph: dict[int, int] = defaultdict(int)
    for sentence in document.sentences:
        of_paragraph[sentence.paragraph] += 1
    return [
        (index, sentence)
        for index, sentence in enumerate(document.sentences)
        if of_paragraph[sentence.paragraph] == 1 and sentence.after - sentence.first <= _LONGEST_LINE
    ]


def _is_heading(document: Document, line: Sentence, columns: Sequence[Place]) -> bool:
    """Whether the line names columns: two outcomes or more with nothing but marks or one word between them."""
    if len(columns) < _FEWEST_COLUMNS or all(place.cue.outcome is None for place in columns):
        return False
    gaps = [later.at - before.after for before, later in pairwise(columns)]
    ends = sum(word.isalpha() for word in document.low[columns[-1].after : line.after]) == 0
    return ends and document.low[line.after - 1] != "." and max(gaps) <= 1
