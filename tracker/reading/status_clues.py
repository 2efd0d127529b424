"""What the words near a number say of the people it counts: predicates, labels, the outcome's own words, the loser."""

from __future__ import annotations

from tracker.lib.vocabulary import Status
from tracker.reading.armed import ARMED, CIVIL, NEUTRAL, is_fighter
from tracker.reading.carrying import Link
from tracker.reading.document import Document
from tracker.reading.figures import Figure
from tracker.reading.grammar import BE, NOUN_ENDS
from tracker.reading.people import BODIES_OF_FORCES, COMBATANT_MODIFIERS, PEOPLE, Kind

HURT = frozenset(
    "dead wounded injured missing killed captured names surrenders hostages captives prisoners bodies corpses coffins"
    " deaths fatalities casualties losses lives".split()
)
FORCES = BODIES_OF_FORCES | {"ranks", "military", "servicemen"}
LOSING = frozenset({"lost", "lose", "loses", "losing"})
PART_LINKS = frozenset({"of", "including", "among", "them", "whom", "those", "these", "include", "included"})

_MAKING_UP = frozenset("account accounts accounted accounting make makes making made".split())
_PARTED = frozenset(
    "of them whom these those which who all being the were was are is mostly dead wounded injured victims fallen every"
    " one".split()
)
_SMALL_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve a an".split())
_LINKING = frozenset({"of", "among", "from", "in", "by"})
_CLAUSE_STARTS = frozenset({"when", "after", "as", "in", "since", "and", "by"})
_ADMITTING = frozenset(
    "admit admits admitted admitting acknowledge acknowledges acknowledged acknowledging concede concedes conceded"
    " conceding owns owned confess confesses confessed".split()
)
_OWNERS = frozenset({"own", "our"})
_OWNING = frozenset({"its", "their", "his", "'s", "'"})
_TOLLS = frozenset(
    "dead wounded losses casualties side ranks fatalities fallen missing deaths injured toll killed martyrs".split()
)
_UNIFORMS = frozenset({"uniform", "uniforms", "uniformed", "fatigues"})


def predicated(document: Document, figure: Figure) -> Kind | None:
    """ "of whom 13 were civilians", "five of them soldiers", "31 ... All were civilians"."""
    making = _makers(document, figure)
    if making:
        return making
    if _is_mixed(document, figure):
        return Kind()
    return _in_apposition(document, figure) or _in_next_sentence(document, figure)


def _in_apposition(document: Document, figure: Figure) -> Kind | None:
    low, at = document.low, figure.after
    if figure.noun is not None and document.word(at) == "of" and low[figure.noun] in HURT:
        at = figure.noun + 1
    if document.word(at) == "," and document.word(at + 1) in ("of", "all", "who", "mostly"):
        at += 1
    if figure.value == 1 and document.word(at) == "," and document.word(at + 1) in ("a", "an"):
        at += 1
    while at < min(len(low), figure.after + 7) and low[at] in _PARTED:
        at += 1
    if figure.value == 1 and document.word(at) in ("a", "an"):
        at += 1
    for here in range(at, min(len(low), at + (5 if figure.value == 1 else 3))):
        if low[here] in _SMALL_NUMBERS:
            return None
        if low[here] in PEOPLE and low[here] not in NEUTRAL and here > figure.after:
            return PEOPLE[low[here]]
        if not (low[here].isalpha() or low[here] == "-" or low[here].isdecimal()) or low[here] in NOUN_ENDS:
            break
    noun = figure.noun or 0
    if noun and low[noun + 1 : noun + 3] == [",", "all"] and document.word(noun + 3) in PEOPLE:
        return PEOPLE[low[noun + 3]]
    return None


def _in_next_sentence(document: Document, figure: Figure) -> Kind | None:
    following = document.sentence_at(figure.at) + 1
    if following >= len(document.sentences):
        return None
    first = document.sentences[following].first
    opening = document.low[first : first + 2]
    if opening in (["all", "were"], ["they", "were"]) and document.word(first + 2) in PEOPLE:
        return PEOPLE[document.word(first + 2)]
    return None


def in_uniform(document: Document, figure: Figure) -> bool:
    """ "two women in uniform", "120 of them wore uniforms"."""
    return bool(_UNIFORMS.intersection(document.low[figure.after : figure.after + 6]))


def labelled(document: Document, figure: Figure) -> Kind | None:
    """ "Civilians: 612", "Women killed in the two months: 351"."""
    if document.word(figure.at - 1) != ":" or (figure.noun is not None and document.low[figure.noun] not in HURT):
        return None
    if document.word(figure.at - 2) in FORCES or document.word(figure.at - 2) in ("enemy", "government"):
        return Kind(Status.COMBATANT)
    first = document.sentences[document.sentence_at(figure.at)].first
    named = [PEOPLE[word] for word in document.low[max(first, figure.at - 12) : figure.at] if word in PEOPLE]
    if not named:
        return None
    speaking = figure.cue is not None and figure.cue > figure.at
    return None if speaking and named[0].status is Status.ANY else named[0]


def _makers(document: Document, figure: Figure) -> Kind | None:
    """ "Women account for 144 of the deaths"."""
    low = document.low
    first = document.sentences[document.sentence_at(figure.at)].first
    for at in range(figure.at - 1, max(first, figure.at - 5) - 1, -1):
        if low[at] in _MAKING_UP:
            named = [PEOPLE[word] for word in low[max(first, at - 5) : at] if word in PEOPLE]
            return named[0] if named else None
    return None


def _is_mixed(document: Document, figure: Figure) -> bool:
    """ "12 more, five of them soldiers and seven civilians"."""
    sentence = document.sentences[document.sentence_at(figure.at)]
    ahead = document.low[figure.after : min(sentence.after, figure.after + 14)]
    if not {"them", "whom"}.intersection(ahead[:6]):
        return False
    return any(word in CIVIL for word in ahead) and any(is_fighter(word) for word in ahead)


def told_by_outcome(document: Document, link: Link) -> Status | None:
    """ "civilian deaths", "military toll", "the number of servicemen lost", "deaths among soldiers"."""
    if link.place is None:
        return None
    low, cue = document.low, link.place.at
    begin = document.sentences[document.sentence_at(cue)].first
    for at in range(cue - 1, max(begin, cue - 4) - 1, -1):
        if low[at] in CIVIL:
            return Status.CIVILIAN
        if low[at] in COMBATANT_MODIFIERS or (is_fighter(low[at]) and at == cue - 1):
            return Status.COMBATANT
        if low[at] in FORCES and low[at + 1] in ("'s", "'") and at == cue - 2:
            return Status.COMBATANT
        if not (low[at].isalpha() or low[at] == "'s") or low[at] in NOUN_ENDS:
            break
    return _after_outcome(document, link.place.after)


def _after_outcome(document: Document, after: int) -> Status | None:
    opening = document.word(after)
    if opening not in _LINKING and opening not in PEOPLE and opening not in CIVIL:
        return None
    low = document.low
    for at in range(after, min(len(low), after + 6)):
        word = low[at]
        if word in CIVIL:
            return Status.CIVILIAN
        if is_fighter(word) or word in FORCES:
            return Status.COMBATANT if at == after or "by" not in low[after:at] else None
        ranks = word == "in" and "ranks" in low[at + 1 : at + 4]
        if not (word.isalpha() or word == "'s") or word in BE or (word in _CLAUSE_STARTS and not ranks):
            break
    return None


def framed(document: Document, figure: Figure) -> Status | None:
    """ "Among civilians 94 died", "on the civilian side 43 were killed", "its army lost 12"."""
    sentence = document.sentences[document.sentence_at(figure.at)]
    low = document.low
    for at in range(figure.at - 1, max(sentence.first, figure.at - 16) - 1, -1):
        if low[at] in CIVIL:
            return Status.CIVILIAN
        if low[at][0].isdecimal() or low[at] == ";":
            break
        if low[at] in ("cost", "costs", "costing") and FORCES.intersection(low[at : figure.at]):
            return Status.COMBATANT
        if low[at] in LOSING:
            subject = low[max(sentence.first, at - 6) : at]
            if any(is_fighter(word) or word in FORCES for word in subject):
                return Status.COMBATANT
    return None


def is_own_loss(document: Document, figure: Figure) -> bool:
    """What a force says of itself: "the army admitted 25 dead", "the rebels put their own dead at 45"."""
    begin = _clause_start(document, figure.at)
    before = document.low[begin : figure.at]
    sentence = document.sentence_at(figure.at)
    told = document.low[document.sentences[max(0, sentence - 1)].first : figure.at]
    if _ADMITTING.intersection(before[-10:]):
        return not ARMED.isdisjoint(before)
    near = document.low[max(begin, figure.at - 8) : figure.after + 3]
    if _OWNERS.intersection(near):
        return not ARMED.isdisjoint(told)
    owned = any(one in _OWNING and two in _TOLLS for one, two in zip(near, near[1:], strict=False))
    return owned and not ARMED.isdisjoint(before)


def _clause_start(document: Document, at: int) -> int:
    first = document.sentences[document.sentence_at(at)].first
    for here in range(at - 1, max(first, at - 40) - 1, -1):
        if document.low[here] == ";":
            return here + 1
    return first


def heading_kind(document: Document, first: int) -> Kind | None:
    """What the short heading says that opens the paragraph at token ``first``: "Civilians. ...", "Police: ..."."""
    for at in range(first, min(len(document), first + 5)):
        word = document.low[at]
        if word in ".:" or word in "-–—":
            named = [PEOPLE[one] for one in document.low[first:at] if one in PEOPLE]
            return named[0] if named and at - first <= 4 else None
    return None


def joins_parts(words: list[str]) -> bool:
    """Whether the words between two numbers make the second a part of the first."""
    return not PART_LINKS.isdisjoint(words)


def men_of_a_force(document: Document, noun: int) -> bool:
    """ "two men of the 76th division", "nine of its officers and men", "an officer and two men"."""
    low = document.low
    if document.word(noun + 1) == "of" and not FORCES.isdisjoint(low[noun + 2 : noun + 7]):
        return True
    around = low[max(0, noun - 4) : noun + 3]
    return "and" in around and not {"officer", "officers", "ncos"}.isdisjoint(around)


