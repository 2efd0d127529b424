"""What "its", "they" and "our" stand for."""

from __future__ import annotations

from tracker.reading.figures import Figure
from tracker.reading.parties.whose import COALITION, HOME, Reading

_RULERS = frozenset({"junta", "regime", "government", "army", "military"})
_ALLIES = frozenset({"alliance", "coalition"})
_QUOTES = frozenset('"“‘«')
_SAID = frozenset(
    "said says say told claimed claims alleged alleges announced reported reports stated states admitted confirmed"
    " insisted insists acknowledged conceded".split()
)
_ADMITTING = frozenset(
    "admits admitted admitting acknowledges acknowledged concedes conceded confirms confirmed mourns mourned".split()
)
_BACK, _SUBJECT = 28, 4


def antecedent(reading: Reading, figure: Figure, at: int) -> str | None:
    """What "its" or "they" at token ``at`` stands for: the side last named, else who speaks."""
    start = reading.sentence(figure).first
    if reading.words[at] == "our":
        return _ours(reading, figure, start)
    speaker = reading.speaker(figure)
    if speaker and reading.words[at + 1] == "own" and (reading.fights(speaker) or speaker == reading.war.home):
        return speaker
    if (
        speaker
        and reading.fights(speaker)
        and _ADMITTING.intersection(reading.document.low[max(0, figure.at - 3) : figure.at])
    ):
        return speaker
    if speaker and reading.fights(speaker) and _says_of_itself(reading, start, at):
        return speaker
    if not reading.war.between_states():
        start = max(reading.paragraph_start(figure), at - _BACK)
        named = [one for one in reading.between(start, at) if not reading.is_land(one)]
        floor = named[-1].after + 1 if named else start
        last = next((word for word in reversed(reading.document.low[floor:at]) if word in _RULERS | _ALLIES), "")
        if last:
            return HOME if last in _RULERS else COALITION
    return (
        reading.focus(at, since=start)
        or _subject_before(reading, figure, start)
        or reading.focus(at, since=reading.paragraph_start(figure))
        or speaker
        or reading.focus(at)
    )  # fmt: skip


def _says_of_itself(reading: Reading, start: int, at: int) -> bool:
    """ "X, which fights Y, alleged that it lost 40, taking its toll to": nobody else is named after the speaking."""
    named = reading.between(start, at)
    return bool(named) and not _SAID.isdisjoint(reading.document.low[named[-1].after : at])


def _ours(reading: Reading, figure: Figure, start: int) -> str | None:
    """Between states and in a quotation the speaker's; else that of the paper's own country."""
    quoted = any(mark in _QUOTES for mark in reading.document.low[start : figure.at])
    speaks = quoted or reading.war.between_states()
    return (reading.speaker(figure) if speaks else None) or reading.war.home


def _subject_before(reading: Reading, figure: Figure, start: int) -> str | None:
    """The belligerent that the sentence before begins with: "Eritrea's ministry spoke of ... It said"."""
    if start <= reading.paragraph_start(figure):
        return None
    before = reading.document.sentences[reading.document.sentence_at(start - 1)]
    named = reading.between(before.first, min(before.first + _SUBJECT, before.after))
    return named[0].side if named and reading.fights(named[0].side) and not reading.is_land(named[0]) else None
