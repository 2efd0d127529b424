"""The number phrases of a text: digits, words, ranges and vague counts, each with the words that qualify it."""

from __future__ import annotations

from typing import NamedTuple

from tracker.lib.counts import Qualifier
from tracker.lib.numbers import DASHES, Found, read_number
from tracker.reading.document import Document

_NUMBER_WORDS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million lakh crore"
    " dozen half a an".split()
)
_BEFORE = {
    Qualifier.EXACT: "handed over; hand over; hands over; handing over; turned over; turning over; gave over; took"
    " over; taken over; passed over; exactly; precisely; is up to; are up to; now up to; stands at up to; is now up to;"
    " revised up to; add up to; adds up to; adding up to; added up to; owned up to; owns up to; own up to; owning up"
    " to; risen up to; went up to; gone up to; goes up"
    " to",
    Qualifier.AT_LEAST: (
        "at least; at the very least; at the least; no fewer than; not fewer than; no less than; not less than; a"
        " minimum of; minimum of; at a minimum; not under; not one fewer than; none fewer than"
    ),
    Qualifier.MORE_THAN: (
        "more than; over; well over; just over; surpassed; surpass; surpasses; surpassing; exceeded; exceed; exceeds;"
        " exceeding; topped; topping; tops; top; passed; passes; pass; passing; past; above; well above; upwards of;"
        " upward of; in excess of; north of; greater than; far more than; well past; beyond; crossed; crosses;"
        " crossing; slightly more than; just above; >"
    ),
    Qualifier.NEARLY: (
        "nearly; almost; close to; approaching; approached; approaches; nearing; neared; nears; close in on; closes"
        " in on; closing in on; closed in on; shy of; just shy of; not quite; very nearly; verging on; close on;"
        " the best part of; the better part of"
    ),
    Qualifier.UP_TO: (
        "up to; as many as; as high as; no higher than; as much as; at most; at the most; no more than; not more"
        " than; a maximum of; maximum of; not over; anything up to; anywhere up to"
    ),
    Qualifier.FEWER_THAN: (
        "fewer than; less than; under; just under; below; just below; short of; somewhat less than; somewhat under;"
        " slightly fewer than; slightly less than; <"
    ),
    Qualifier.ABOUT: (
        "about; around; some; roughly; approximately; approx; approx .; estimated; an estimated; circa; ~; ≈; or"
        " about; something like; in the region of; on the order of; in the order of; in the neighbourhood of; perhaps"
    ),
}
_FILLERS = (
    "another; a further; further; an additional; additional; a total of; the; its; their; his; a combined; all;"
    " other; the other; a staggering; a record; the figure of; a figure of; the mark of; a whopping; yet another;"
    " these; those; his; her; our; any"
)
_BEHIND = {
    Qualifier.MORE_THAN: "- plus; plus; +; and more",
    Qualifier.AT_LEAST: "or more; or above; or over; , at least; , at the very least; at the very least;"
    " at the least;"
    " at the minimum; at minimum;"
    " if not more; , if not more; , perhaps more; , possibly more; at a minimum; , minimum",
    Qualifier.UP_TO: "or fewer; or less; at most; , at most; at the most; , at the most",
    Qualifier.ABOUT: (
        "- odd; odd; or so; more or less; , more or less; - or - so; or thereabouts; , give or take; give or"
        " take; - ish; ish"
    ),
}
_VAGUE_STEMS = frozenset({"dozens", "scores", "hundreds", "thousands", "millions", "countless", "numerous"})
_VAGUE_MULTIPLIERS = frozenset({"several", "many", "few", "couple"})
_MULTIPLES = frozenset({"dozen", "hundred", "thousand", "million", "score"})
_VAGUE_OPENERS = (
    "a handful of",
    "a few",
    "a number of",
    "an unknown number of",
    "an unspecified number of",
    "a handful",
)
_CHANGE_REACH = 5
_CHANGES = frozenset(
    "rise rises rising rose risen raise raised raises fall falls falling fell fallen up down increase increased"
    " increases jump jumped jumps revise revised revises grow grew grown climb climbed climbs drop dropped drops went"
    " change changed corrected lower lowered cut cuts decreased reduced shrunk soared surged updated from by".split()
)


class Phrase(NamedTuple):
    """One number phrase: its tokens with (``at``, ``after``) and without (``first``, ``last``) qualifying words.

    ``implicit`` marks "a" or "the other" before a singular noun; ``last`` is exclusive.
    """

    at: int
    after: int
    first: int
    last: int
    qualifier: Qualifier
    value: int | None = None
    low: int | None = None
    high: int | None = None
    implicit: bool = False

    @property
    def is_vague(self) -> bool:
        """Whether it names no number at all: "dozens"."""
        return self.qualifier is Qualifier.VAGUE


def _by_last_word(table: dict[Qualifier, str]) -> dict[str, list[tuple[tuple[str, ...], Qualifier]]]:
    found: dict[str, list[tuple[tuple[str, ...], Qualifier]]] = {}
    for qualifier, phrases in table.items():
        for phrase in phrases.split(";"):
            words = tuple(phrase.split())
            found.setdefault(words[-1], []).append((words, qualifier))
    for options in found.values():
        options.sort(key=lambda option: -len(option[0]))
    return found


_ENDING = _by_last_word(_BEFORE)
_FILLING = _by_last_word({Qualifier.EXACT: _FILLERS})
_TRAILING: dict[str, list[tuple[tuple[str, ...], Qualifier]]] = {}
for _qualifier, _phrases in _BEHIND.items():
    for _words in (tuple(phrase.split()) for phrase in _phrases.split(";")):
        _TRAILING.setdefault(_words[0], []).append((_words, _qualifier))
for _options in _TRAILING.values():
    _options.sort(key=lambda option: -len(option[0]))
_PAIRS: dict[tuple[str, ...], int] = {
    ("a", "pair", "of"): 2,
    ("a", "couple", "of"): 2,
    ("a", "trio", "of"): 3,
    ("a", "quartet", "of"): 4,
}
_VAGUE_PHRASES = [tuple(phrase.split()) for phrase in _VAGUE_OPENERS]
_STARTS = _NUMBER_WORDS | _VAGUE_STEMS | _VAGUE_MULTIPLIERS | {"tens"} | {words[0] for words in _VAGUE_PHRASES}
_ARTICLES = frozenset({"a", "an"})
_AFTER_A = _MULTIPLES | frozenset(
    "pair trio quartet handful few number unknown unspecified half couple lakh crore billion".split()
)
_ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())
_OVERTAKEN = frozenset({"exceeded", "surpassed", "passed", "topped", "overtaken"})


def find_phrases(document: Document) -> list[Phrase]:
    """All number phrases of the document, left to right, none overlapping another."""
    phrases: list[Phrase] = []
    floor = 0
    for at in [at for at, word in enumerate(document.low) if word in _STARTS or word[0].isdecimal()]:
        if at < floor or (document.low[at] in _ARTICLES and document.word(at + 1) not in _AFTER_A):
            continue
        read = _vague_at(document, at) or _number_at(document, at)
        if read is not None:
            phrases.extend(_qualified(document, phrase, floor) for phrase in read)
            floor = max(phrases[-1].after, at + 1)
    return phrases


def implicit_at(document: Document, at: int) -> Phrase | None:
    """The phrase "a", "an", "another", "the other" as a count of one, where it begins at token ``at``."""
    word = document.word(at)
    if word in ("a", "an", "another"):
        if document.word(at + 1) in _ORDINALS:
            return None
        return Phrase(at, at + 1, at, at + 1, Qualifier.EXACT, 1, implicit=True)
    if word == "the" and document.word(at + 1) == "other":
        return Phrase(at, at + 2, at, at + 2, Qualifier.EXACT, 1, implicit=True)
    return None


def _vague_at(document: Document, at: int) -> list[Phrase] | None:
    word, low = document.low[at], document.low
    after = at + 1
    if word in _VAGUE_STEMS:
        if document.word(after) == "of" and document.word(after + 1) in _VAGUE_STEMS:
            after += 2
    elif word == "tens" and document.word(after) == "of" and document.word(after + 1) in _VAGUE_STEMS:
        after += 2
    elif word in _VAGUE_MULTIPLIERS:
        multiple = at + 2 if document.word(at + 1) == "of" else at + 1
        if document.word(multiple) in _MULTIPLES:
            after = multiple + 1
        elif (
            word not in ("several", "many")
            or document.word(at - 1)
            in (
                "as",
                "how",
                "so",
                "too",
                "not",
                "that",
                "this",
            )
            or (word == "many" and document.word(at + 1) == "of")
        ):
            return None
    else:
        for words in _VAGUE_PHRASES:
            if word == words[0] and tuple(low[at : at + len(words)]) == words:
                after = at + len(words) - (words[-1] == "of")
                if document.word(after) in _MULTIPLES:
                    after += 1
                break
        else:
            return None
    return [Phrase(at, after, at, after, Qualifier.VAGUE)]


def _number_at(document: Document, at: int) -> list[Phrase] | None:
    word = document.low[at]
    if not (word in _NUMBER_WORDS or word[0].isdecimal()):
        return None
    pair = _PAIRS.get(tuple(document.low[at : at + 3]))
    if pair is not None:
        return [Phrase(at, at + 3, at, at + 2, Qualifier.EXACT, pair)]
    found = _read(document, at)
    if found is None or found.value is None:
        return None
    found = _said_twice(document, found)
    second = _second_end(document, at, found)
    if second is None:
        return [Phrase(at, found.after, at, found.after, Qualifier.EXACT, found.value)]
    first_value = _shared_unit(found, second)
    opened = document.word(at - 1) in ("between", "from")
    if first_value < (second.value or 0) and not _is_change(document, at - opened):
        begin = at - opened
        return [Phrase(begin, second.after, at, second.after, Qualifier.RANGE, None, first_value, second.value)]
    return [Phrase(at, found.after, at, found.after, Qualifier.EXACT, first_value)]


def _said_twice(document: Document, found: Found) -> Found:
    """The "thirty-five (35)" of official prose is one number."""
    if document.word(found.after) != "(" or document.word(found.after + 2) != ")":
        return found
    again = read_number(document.tokens, found.after + 1)
    if again is None or again.value != found.value:
        return found
    return found._replace(after=found.after + 3)


def _read(document: Document, at: int) -> Found | None:
    found = read_number(document.tokens, at, document.word(at - 1) != "between")
    if found and document.word(found.after - 1) == "thousand" and document.word(found.after) == "s":
        return None
    return found


def _second_end(document: Document, at: int, found: Found) -> Found | None:
    """The upper end of a range whose lower end is ``found``."""
    link = document.word(found.after)
    if link == "and" and document.word(at - 1) == "between":
        start = found.after + 1
    elif link in ("to", "or") or link in DASHES:
        if link == "or" and document.word(at - 1) == "," and document.word(at - 2)[:1].isdecimal():
            return None  # the rival figures of "330, 800 or 1,000"
        start = found.after + 1
        if link in DASHES and start < len(document) and document.tokens[start].start > document.tokens[start - 1].end:
            return None
        while link == "to" and document.word(start) in ("about", "around", "some", "even", "just", "roughly", "as"):
            start += 1
    else:
        return None
    if start >= len(document) or not (document.low[start] in _NUMBER_WORDS or document.low[start][0].isdecimal()):
        return None
    second = read_number(document.tokens, start)
    return (
        second
        if second
        and second.value is not None
        and (document.low[start] not in _ARTICLES or document.word(start + 1) in _MULTIPLES)
        else None
    )


def _shared_unit(first: Found, second: Found) -> int:
    """The first number of "2 to 3 thousand" is thousands too."""
    low, high = first.value or 0, second.value or 0
    if first.unit == 1 and second.unit > 1 and low < high // second.unit:
        return low * second.unit
    return low


def _is_change(document: Document, at: int) -> bool:
    """Whether "from A to B" or "by A to B" tells of a change: "rose from 31 to 44", "climbs by 49 to 604"."""
    if document.word(at) == "between":
        return False
    if document.word(at) == "from":
        begin = document.sentences[document.sentence_at(at)].first
        return not _CHANGES.isdisjoint(document.low[max(begin, at - _CHANGE_REACH) : at])
    return document.word(at - 1) in _CHANGES


def _qualified(document: Document, phrase: Phrase, floor: int) -> Phrase:
    """``phrase`` with the qualifying words before it (not before token ``floor``) and behind it."""
    at, before = _words_before(document, phrase.at, floor)
    if 0 < floor == at < phrase.at - 1 and document.low[at + 1] == "than" and document.low[at] != "rather":
        at, before = phrase.at, None  # the 74 of "ten fewer than the 74 of last week"
    after, behind = _words_behind(document, phrase.last)
    qualifier = phrase.qualifier
    if qualifier not in (Qualifier.RANGE, Qualifier.VAGUE):
        if before not in (None, Qualifier.ABOUT):
            behind = None
        qualifier = behind or before or _overtaken(document, phrase.last) or Qualifier.EXACT
    return phrase._replace(at=at, after=after, qualifier=qualifier)


def _words_before(document: Document, at: int, floor: int) -> tuple[int, Qualifier | None]:
    begin, qualifier, here = at, None, at
    while True:
        step, found = _one_before(document, here, floor, _ENDING)
        if step:
            if qualifier in (None, Qualifier.ABOUT):
                qualifier = found
            here -= step
            if found is not Qualifier.EXACT or document.word(here + step - 1) != "over":
                begin = here
            continue
        step, _ = _one_before(document, here, floor, _FILLING)
        if not step:
            return begin, qualifier
        here -= step


def _one_before(
    document: Document, at: int, floor: int, table: dict[str, list[tuple[tuple[str, ...], Qualifier]]]
) -> tuple[int, Qualifier | None]:
    for words, qualifier in table.get(document.word(at - 1), ()):
        begin = at - len(words)
        if begin >= floor and tuple(document.low[begin:at]) == words:
            return len(words), qualifier
    return 0, None


def _words_behind(document: Document, after: int) -> tuple[int, Qualifier | None]:
    for here in (after, after + 1):
        for words, qualifier in _TRAILING.get(document.word(here), ()):
            if tuple(document.low[here : here + len(words)]) == words:
                if here > after and (len(words) < 2 or words[0] in DASHES or not document.low[after].isalpha()):
                    continue
                behind = document.word(here + len(words))
                if behind == "than" or behind in _NUMBER_WORDS or behind[:1].isdecimal():
                    continue
                return here + len(words) if here == after else after, qualifier
    return after, None


def _overtaken(document: Document, after: int) -> Qualifier | None:
    """ "70,000 has long been exceeded"."""
    if document.word(after) not in ("has", "had", "have", "was"):
        return None
    return Qualifier.MORE_THAN if _OVERTAKEN.intersection(document.low[after : after + 5]) else None
