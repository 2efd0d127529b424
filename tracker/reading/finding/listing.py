"""Whether a number goes on with the list of the figure before it: "four Norwegians, two Danes, among them one boy"."""

from __future__ import annotations

from tracker.reading.document import Document
from tracker.reading.figures import Figure
from tracker.reading.finding.grammar import AUXILIARIES, BE, MARKS, MONTHS, PREPOSITIONS, WEEKDAYS
from tracker.reading.finding.people import PEOPLE
from tracker.reading.finding.phrases import Phrase
from tracker.reading.finding.things import THINGS

PART_WORDS = frozenset({"that", "those", "them", "these", "whom"})
THEM = PART_WORDS | {
    "latter", "dead", "victims", "killed", "wounded", "injured", "missing", "casualties", "fallen", "slain", "hurt",
    "captives", "hostages", "prisoners", "bodies", "losses",
}  # fmt: skip
"""Words for the people of the figure before."""

_LOOK_BACK = 20
_NEAR = 6
_WHEN_OR_WHOSE = (
    frozenset("the 's ' for and on in at first second third fourth fifth last next then day night week by".split())
    | WEEKDAYS
    | MONTHS
)
_CLAUSE = 60
_PREDICATE_REACH = 7
_LIST_REACH = 13
_GAP = 6
_AMONG_REACH = 8
_BREAKDOWN_REACH = 10
_JOINED_REACH = 12
_LAST_WORDS = frozenset({",", "and", "including", "plus", "besides", "alongside"})
_JOINERS = frozenset(
    tuple(phrase.split())
    for phrase in "along with; together with; well as; addition to; mention; with them; followed by".split("; ")
)
_PARTS = frozenset(
    tuple(phrase.split())
    for phrase in (
        "as did; as were; as had; as do; as are; so did; so were; so had; as have; as well; nor did; neither did;"
        " among them; among these; among those; among whom; among which; than the;"
        " of whom; of them; of these; of which;"
        " of those; them being; with them"
    ).split("; ")
)
ECHOES = frozenset(
    ("so", verb) for verb in ("did", "were", "was", "had", "have", "has", "do", "are", "is")
) | frozenset((word, verb) for word in ("nor", "neither") for verb in ("did", "were", "was", "had", "have", "has"))
"""What stands for the verb before: "So did 213 civilians", "nor did 27 of his men"."""


def continues_list(document: Document, before: Figure, phrase: Phrase) -> bool:
    """Whether ``phrase`` counts people of the figure ``before`` it in its sentence, or more of the same kind."""
    between = document.low[max(before.after, phrase.at - _LOOK_BACK) : phrase.at]
    if is_among_them(document, phrase):
        return True
    if len(between) <= _NEAR and between and between[-1] in _LAST_WORDS:
        return True
    if between[-1:] == ["incl"] or between[-2:] == ["incl", "."]:
        return True
    if between == ["to"] or tuple(between[-2:]) in _PARTS:
        return True
    if tuple(between[-2:]) in _JOINERS or tuple(between[-1:]) in _JOINERS:
        return len(between) <= _JOINED_REACH
    return _goes_on(document, before, phrase, between) or _breaks_down(document, before, phrase)


def clause_around(document: Document, phrase: Phrase) -> tuple[int, int]:
    """The tokens of the sentence that holds the number, or of its part between semicolons."""
    sentence = document.sentences[document.sentence_at(phrase.first)]
    first, after = max(sentence.first, phrase.at - _CLAUSE), min(sentence.after, phrase.after + _CLAUSE)
    parted = [at for at in range(first, after) if document.low[at] == ";"]
    before = [at + 1 for at in parted if at < phrase.at]
    return max(before, default=sentence.first), min(parted[len(before) :], default=sentence.after)


def is_among_them(document: Document, phrase: Phrase) -> bool:
    """ "551 children and 299 women among the latter", "four officers among them"."""
    words = document.low[phrase.after : phrase.after + _AMONG_REACH]
    if "included" in words and MARKS.isdisjoint(words[: words.index("included")]):
        return document.word(phrase.after + words.index("included") + 1) in MARKS | {""}
    if "among" not in words:
        return False
    at = words.index("among")
    return not MARKS.intersection(words[:at]) and not THEM.isdisjoint(words[at + 1 : at + 3])


def is_of_people(document: Document, phrase: Phrase) -> bool:
    """Whether the words behind say who they were: "Two of them were French legionnaires"."""
    behind = document.low[phrase.after : phrase.after + _PREDICATE_REACH]
    for at, word in enumerate(behind):
        if word in BE:
            return not PEOPLE.keys().isdisjoint(behind[at + 1 :])
        if word in MARKS:
            return False
    return False


def is_part_of_things(document: Document, phrase: Phrase) -> bool:
    """The three of "nine operations, three of these still going on"."""
    named = document.word(phrase.at - 2)
    return (
        document.word(phrase.at - 1) == ","
        and named in THINGS
        and named.endswith("s")
        and document.word(phrase.after) == "of"
        and document.word(phrase.after + 1) in ("these", "them", "those", "which")
        and document.word(phrase.after + 2) not in PEOPLE
    )


def _goes_on(document: Document, before: Figure, phrase: Phrase, between: list[str]) -> bool:
    """ "nine at Sake, three by a mortar and two in a blast"; "Malawi lost three and Uruguay one"."""
    if not between or len(between) > _LIST_REACH:
        return False
    if between[-1] == "including":
        return True
    if between[-1] in (",", "and", ";"):
        if document.word(phrase.after) == "of" and document.word(phrase.after + 1) in PART_WORDS:
            return True
        smaller = between[-1] == "," and 0 < (phrase.value or 0) < (before.value or 0)
        parallel = (
            smaller or before.noun is None or "of" == document.word(before.noun + 1) == document.word(phrase.after)
        )
        return document.word(phrase.after) in PREPOSITIONS and parallel
    return (
        before.noun is None
        and document.word(phrase.after) in MARKS | {"", "and"}
        and _is_next_item(document, before, phrase)
    )


def _is_next_item(document: Document, before: Figure, phrase: Phrase) -> bool:
    """Whether only a name or a time stands before the number: "Uruguay one", "on the first day, on the second five"."""
    low = document.low
    parted = [at for at in range(before.after, phrase.at) if low[at] in (",", "and", ";")]
    if not parted or phrase.at - parted[-1] > _GAP:
        return False
    head = low[before.after : parted[-1]]
    named = all(document.is_capital(at) or low[at] in _WHEN_OR_WHOSE for at in range(parted[-1] + 1, phrase.at))
    return named and (not head or (head[0] in PREPOSITIONS and len(head) <= _GAP and AUXILIARIES.isdisjoint(head)))


def _breaks_down(document: Document, before: Figure, phrase: Phrase) -> bool:
    """An item behind a colon: "stood at 37: 25 captives", "three lay dead: a coordinator and two colleagues"."""
    begin = max(before.after, phrase.at - _BREAKDOWN_REACH)
    between = document.low[begin : phrase.at]
    opened = next((at for at in range(len(between) - 1, -1, -1) if between[at] in (":", "(")), None)
    if opened is None:
        return False
    items = between[opened + 1 :]
    if not items:
        return len(between) <= 2
    described = items[0] in ("a", "an", "the", "his", "her") or not PEOPLE.keys().isdisjoint(items)
    return items[-1] in ("and", ",") and AUXILIARIES.isdisjoint(items) and described
