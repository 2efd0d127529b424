"""Lines and labels: a number that stands alone, behind the name of what it counts, or in a line of its own."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.reading.document import Document
from tracker.reading.finding.grammar import MARKS
from tracker.reading.finding.people import PEOPLE
from tracker.reading.finding.phrases import Phrase
from tracker.reading.finding.things import THINGS

LABEL_REACH = 6
_LINE_REACH = 12
_EQUIPMENT = frozenset(
    "tank tanks gun guns vehicle vehicles aircraft helicopter helicopters ship ships boat boats drone drones plane"
    " planes launcher launchers system systems carrier carriers house houses home homes building buildings school"
    " schools truck trucks".split()
)


def is_alone(document: Document, phrase: Phrase) -> bool:
    """Whether the number is a line of its own, explained by the line below it."""
    sentence = document.sentences[document.sentence_at(phrase.first)]
    return phrase.at == sentence.first and phrase.after == sentence.after


def labels_things(document: Document, phrase: Phrase) -> bool:
    """Whether a label says that things are counted: "Weapons looted: 4,000", "Cars burned, 12", "CURFEWS. 63"."""
    here = document.sentence_at(phrase.first)
    sentence = document.sentences[here]
    first, after = max(sentence.first, phrase.at - _LINE_REACH), phrase.at - 1
    if phrase.at == sentence.first and here:
        before = document.sentences[here - 1]
        if before.paragraph != sentence.paragraph or before.after - before.first > LABEL_REACH:
            return False
        first, after = before.first, before.after - 1
    elif document.word(after) not in (":", ",") or document.word(phrase.after) not in MARKS | {""}:
        return False
    label = document.low[first:after]
    begin = max((at + 1 for at, word in enumerate(label) if word in ".;:"), default=0)
    named = label[begin : begin + 1]
    whole = begin > 0 or document.sentences[document.sentence_at(first)].first == first
    return whole and bool(named) and named[0] in THINGS and named[0].endswith("s") and not _has_number(label[begin:])


def is_labelled(document: Document, phrase: Phrase) -> bool:
    """Whether the number stands behind a label: "Civilians: 1,402", "Women, 104."; not behind "Tanks: 12"."""
    mark = document.word(phrase.at - 1)
    if mark != ":" and not (mark == "," and ends_line(document, phrase) and opens_line(document, phrase)):
        return False
    sentence = document.sentences[document.sentence_at(phrase.first)]
    label = document.low[max(sentence.first, phrase.at - 1 - _LINE_REACH) : phrase.at - 1]
    if mark == ":":
        return not label or label[-1] not in _EQUIPMENT
    begin = max((at + 1 for at, word in enumerate(label) if word in ".;"), default=0)
    return any(word in PEOPLE for word in label[begin:])


def ends_line(document: Document, phrase: Phrase) -> bool:
    """Whether nothing but a stop follows the number in its sentence."""
    sentence = document.sentences[document.sentence_at(phrase.first)]
    return (phrase.after >= sentence.after - 1 and document.word(phrase.after) in MARKS | {""}) or (
        phrase.after == sentence.after
    )


def opens_line(document: Document, phrase: Phrase) -> bool:
    """Whether the line is a label and the number: "South: 275"."""
    sentence = document.sentences[document.sentence_at(phrase.first)]
    return phrase.at - sentence.first <= _LINE_REACH


def _has_number(words: Sequence[str]) -> bool:
    return any(word[0].isdecimal() for word in words)
