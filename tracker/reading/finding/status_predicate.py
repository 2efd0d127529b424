"""What the clause of a number says that those counted were: "five of them soldiers", "13 in the police"."""

from __future__ import annotations

from tracker.lib.vocabulary import Group, Status
from tracker.reading.document import Document
from tracker.reading.figures import Figure
from tracker.reading.finding.armed import CIVIL, NEUTRAL, is_fighter, name_armed_group, people_at
from tracker.reading.finding.counted import SMALL_NUMBERS
from tracker.reading.finding.grammar import BE, MARKS, NOUN_ENDS
from tracker.reading.finding.people import COMBATANT_MODIFIERS, PEOPLE, Kind
from tracker.reading.finding.status_words import FORCES, HURT

_MAKING_UP = frozenset("account accounts accounted accounting make makes making made".split())
_PARTED = frozenset(
    "of them whom these those which who all being the were was are is dead wounded injured victims fallen every"
    " one killed slain hurt died perished that number known believed to be said thought reported identified as have"
    " had been turned out proved apparently probably likely presumed deemed described listed classed counted"
    " registered booked".split()
)
_SPEAKING = frozenset(
    "say says said adds added reckons reckoned thinks thought believes believed insists claims claimed according notes"
    " reports reported announced announces estimates estimated admits concedes told".split()
)
_SERVING = frozenset("served serving serve belonged belonging belong came come from worked fought fighting".split())
_SERVING_IN = frozenset("in with for to from at of the its their his".split())
_NAMING = frozenset(
    "book books booked call calls called describe describes described class classes classed list lists listed count"
    " counts counted regard regards regarded identify identifies identified name names named register registers"
    " registered treat treats label labels labelled take takes".split()
)
_ONE_BEFORE = frozenset("one two three four five six seven eight nine ten eleven twelve a an".split())
_DEAD = frozenset({"all", "they", "dead", "victims", "slain", "fallen", "killed"})
_MOSTLY = frozenset("mostly mainly largely most many some partly predominantly overwhelmingly chiefly".split())
_ALL_OF_THEM = (
    ("every", "one", "a"),
    ("all", "of", "them"),
    ("all", "of", "those"),
    ("all", "of", "whom"),
    ("all", "of", "these"),
)
_PERSONNEL = frozenset("personnel men forces officers staff members".split())
_GUARDED = frozenset("border home national presidential republican revolutionary frontier coast honour honor".split())
_UNIFORMS = frozenset({"uniform", "uniforms", "uniformed", "fatigues", "camouflage"})
_LUMPING = frozenset({"lumped", "alike", "indiscriminately"})
_EVERYBODY = frozenset({"everybody", "everyone", "indiscriminately"})
_AFTER_MEN = frozenset({".", ",", ";", "who", "and", ""})
_THEM = frozenset({"them", "whom", "those", "these"})
_OPENERS = frozenset({"of", "among", "concerning", "regarding"})
_OPENING_WHOLE, _APPOSED, _AHEAD, _ASIDE, _CLAUSE = 14, 12, 8, 9, 12


def predicated(document: Document, figure: Figure) -> Kind | None:
    """ "of whom 13 were civilians", "five of them soldiers", "31 ... All were civilians"."""
    if document.low[max(0, figure.at - 2) : figure.at] in (["of", "the"], ["half", "the"]):
        return None
    making = _makers(document, figure)
    if making:
        return making
    if _is_mixed(document, figure):
        return Kind()
    return (
        _part_named(document, figure)
        or _in_apposition(document, figure)
        or _serving(document, figure)
        or _named_as(document, figure)
        or _all_of_them(document, figure)
        or _in_next_sentence(document, figure)
    )


def opened_by(document: Document, figure: Figure) -> Kind | None:
    """The whole that opens the sentence: "Of the raiders thirty died", "Of Russia's soldiers 5,937"."""
    first = document.sentences[document.sentence_at(figure.at)].first
    if document.low[first] not in _OPENERS or figure.at - first > _OPENING_WHOLE:
        return None
    if figure.noun is not None and document.low[figure.noun] not in HURT:
        return None
    for at in range(first + 1, figure.at):
        word = document.low[at]
        if word in FORCES or word == "patrol":
            return Kind(Status.COMBATANT)
        if word in CIVIL or (word in PEOPLE and document.low[at - 1] == "peaceful"):
            return Kind(Status.CIVILIAN)
        if word in PEOPLE:
            return PEOPLE[word] if word not in NEUTRAL else None
    return None


def _past_aside(document: Document, at: int) -> int:
    """Where the clause goes on after who said it: "three of the dead, it says, are children"."""
    if document.word(at) != ",":
        return at
    aside = document.low[at + 1 : at + 1 + _ASIDE]
    if "," not in aside or _SPEAKING.isdisjoint(aside[: aside.index(",")]):
        return at
    return at + 2 + aside.index(",")


def _goes_on(document: Document, at: int) -> bool:
    """Whether the word only leads on to who they were: "[eleven] of the 63 are [soldiers]"."""
    word = document.low[at]
    return word in _PARTED or (document.low[at - 1] == "the" and (word[0].isdecimal() or word in SMALL_NUMBERS))


def _part_named(document: Document, figure: Figure) -> Kind | None:
    """ "By far the larger part of the militants, 143, fell in Swat"."""
    at = figure.at - 2
    if document.word(figure.at - 1) != "," or document.low[max(0, at - 2) : at] != ["of", "the"]:
        return None
    word = document.word(at)
    return PEOPLE[word] if word in PEOPLE and word not in NEUTRAL else None


def _in_apposition(document: Document, figure: Figure) -> Kind | None:
    low, at = document.low, figure.after
    if figure.noun is not None and document.word(at) == "of" and low[figure.noun] in HURT:
        at = _past_aside(document, figure.noun + 1)
    if document.word(at) == "," and document.word(at + 1) in ("of", "all", "who", "mostly"):
        at += 1
    if figure.value == 1 and document.word(at) == "," and document.word(at + 1) in ("a", "an"):
        at += 1
    while at < min(len(low), figure.after + _APPOSED) and _goes_on(document, at):
        at = _past_aside(document, at + 1)
    if figure.value == 1 and document.word(at) == "," and document.word(at + 1) in ("a", "an"):
        at += 1
    if figure.value == 1 and document.word(at) in ("a", "an"):
        at += 1
    if document.word(at) in ("mostly", "mainly", "largely", "most"):
        return Kind()
    if _is_force_phrase(document, at):
        return Kind(Status.COMBATANT)
    if document.word(at) == "from" and "police" in low[at + 1 : at + 6]:
        return Kind(Status.ANY, Group.POLICE)
    end = document.sentences[document.sentence_at(figure.at)].after
    for here in range(at, min(end, at + (8 if figure.value == 1 else 3))):
        if low[here] in _ONE_BEFORE:
            return None
        told = here > (figure.noun or figure.after)
        if told and low[here] in ("men", "man") and document.word(here + 1) in _AFTER_MEN:
            return Kind(Status.ANY, Group.MEN)
        if told and low[here] in PEOPLE and low[here] not in NEUTRAL:
            if low[here - 1] == "peaceful":
                return Kind(Status.CIVILIAN)
            both = low[here] == "women" and low[here + 1 : here + 3] in (["and", "children"], ["or", "children"])
            return Kind(Status.ANY, Group.WOMEN_AND_CHILDREN) if both else PEOPLE[low[here]]
        aged = figure.value == 1 and (low[here] == "-" or low[here].isdecimal())
        if not (low[here].isalpha() or aged) or low[here] in NOUN_ENDS:
            break
    noun = figure.noun or 0
    if noun and low[noun + 1 : noun + 3] in ([",", "all"], [",", "both"]) and document.word(noun + 3) in PEOPLE:
        return PEOPLE[low[noun + 3]]
    return None


def _serving(document: Document, figure: Figure) -> Kind | None:
    """ "133 served in the army", "13 in the police", "forty of those killed came from the security forces"."""
    if figure.noun is not None and document.low[figure.noun] not in HURT:
        return None
    low, at = document.low, figure.after
    while at < figure.after + _AHEAD and document.word(at) in _PARTED:
        at = _past_aside(document, at + 1)
    if document.word(at) in _SERVING:
        at += 1
    elif document.word(at) not in ("in", "from") or (at > figure.after and document.low[at - 1] not in BE | _THEM):
        return None
    begin = at
    while document.word(at) in _SERVING_IN:
        at += 1
    if at == begin and document.word(begin - 1) not in _SERVING:
        return None
    for here in range(at, min(at + 4, len(low))):
        if low[here] == "police" and low[here + 1 : here + 2] != ["station"]:
            return Kind(Status.ANY, Group.POLICE)
        if low[here] in FORCES and document.word(here + 1) not in ("'s", "base", "camp", "post", "hospital"):
            return Kind(Status.COMBATANT)
        if low[here] in MARKS:
            return None
    return None


def _named_as(document: Document, figure: Figure) -> Kind | None:
    """ "80 of that number it books as insurgents", "59 it describes as terrorists"."""
    parted = document.word(figure.after) == "of"
    described = not _NAMING.isdisjoint(document.low[max(0, figure.at - 3) : figure.after + _CLAUSE])
    if not described or not (parted or figure.noun is None):
        return None
    low = document.low
    end = min(document.sentences[document.sentence_at(figure.at)].after, figure.after + _CLAUSE)
    for at in range(figure.after, end):
        if low[at] in (",", ";"):
            return None
        if low[at] == "as" and low[at + 1 : at + 2] != ["well"]:
            named = [word for word in low[at + 1 : min(end, at + 4)] if word in PEOPLE and word not in NEUTRAL]
            return PEOPLE[named[0]] if named else None
    return None


def _all_of_them(document: Document, figure: Figure) -> Kind | None:
    """ "152 bodies, militiamen every one", "93 dead, and all of those fighters", "1,000 dead, civilians all"."""
    sentence = document.sentences[document.sentence_at(figure.at)]
    low, end = document.low, min(sentence.after, figure.after + _CLAUSE)
    own = people_at(document, figure.noun) if figure.noun is not None else None
    if own is not None and own.status is not Status.ANY:
        return None
    for at in range(max(figure.after, (figure.noun or 0) + 1), end):
        word = low[at]
        if (word in SMALL_NUMBERS or word[0].isdecimal()) and document.word(at + 1) not in HURT:
            return None
        if word in PEOPLE and word not in NEUTRAL:
            behind = low[at + 1 : at + 3]
            if behind == ["every", "one"] or behind[:1] == ["all"] or tuple(low[at - 3 : at]) in _ALL_OF_THEM:
                return PEOPLE[word]
    return None


def _is_force_phrase(document: Document, at: int) -> bool:
    """ "security personnel", "army men", "security forces"."""
    quality, person = document.word(at), document.word(at + 1)
    if person in ("guard", "guards"):
        return quality in _GUARDED
    return (quality in COMBATANT_MODIFIERS | FORCES or quality == "security") and person in _PERSONNEL


def _in_next_sentence(document: Document, figure: Figure) -> Kind | None:
    """ "Shelling killed 31. All were civilians", "... The dead were all soldiers"."""
    following = document.sentence_at(figure.at) + 1
    if following >= len(document.sentences):
        return None
    first = document.sentences[following].first
    opening = document.low[first : min(first + _AHEAD, document.sentences[following].after)]
    if "were" not in opening or opening[0] not in ("all", "they", "the") or _DEAD.isdisjoint(opening[:4]):
        return None
    at = opening.index("were") + 1
    said = next((word for word in opening[at : at + 2] if word != "all"), "")
    return PEOPLE[said] if said in PEOPLE and said not in NEUTRAL else None


def in_uniform(document: Document, figure: Figure) -> Kind | None:
    """ "two women in uniform", "11 of the dead wore police uniform"; not "142 wounded, mostly in uniform"."""
    words = document.low[figure.after : figure.after + 8]
    at = next((at for at, word in enumerate(words) if word in _UNIFORMS), None)
    if at is None or not _MOSTLY.isdisjoint(words[:at]) or "." in words[:at]:
        return None
    police = "police" in words[:at] or "police" in words[at : at + 4]
    return Kind(Status.ANY, Group.POLICE) if police else Kind(Status.COMBATANT)


def are_lumped(document: Document, figure: Figure) -> bool:
    """Whether the words behind say that people of every kind are counted: "fighters and shopkeepers alike"."""
    sentence = document.sentences[document.sentence_at(figure.at)]
    behind = document.low[figure.after : min(sentence.after, figure.after + _CLAUSE)]
    before = document.low[max(sentence.first, figure.at - _CLAUSE) : figure.at]
    counting = "count" in before or "counts" in before or "counting" in before
    return not _LUMPING.isdisjoint(behind) or (counting and not _EVERYBODY.isdisjoint(before))


def _makers(document: Document, figure: Figure) -> Kind | None:
    """ "Women account for 144 of the deaths"."""
    low = document.low
    first = document.sentences[document.sentence_at(figure.at)].first
    parted = document.word(figure.after) == "of"
    for at in range(figure.at - 1, max(first, figure.at - (_CLAUSE if parted else 5)) - 1, -1):
        if low[at] in _MAKING_UP and low[at + 1] != "it":
            subject = low[max(first, at - 5) : at]
            if subject[-3:] == ["women", "and", "children"]:
                return Kind(Status.ANY, Group.WOMEN_AND_CHILDREN)
            if subject[:1] == ["members"] and name_armed_group(subject):
                return Kind(Status.COMBATANT)
            named = (people_at(document, here) for here in range(max(first, at - 5), at))
            return next((kind for kind in named if kind is not None), None)
    return None


def _is_mixed(document: Document, figure: Figure) -> bool:
    """ "12 more, five of them soldiers and seven civilians"."""
    sentence = document.sentences[document.sentence_at(figure.at)]
    ahead = document.low[figure.after : min(sentence.after, figure.after + 14)]
    if "including" in ahead[:4] and any(word in CIVIL for word in ahead[:8]):
        return figure.noun is None or document.low[figure.noun] in HURT
    if not {"them", "whom"}.intersection(ahead[:6]):
        return False
    return any(word in CIVIL for word in ahead) and any(is_fighter(word) for word in ahead)
