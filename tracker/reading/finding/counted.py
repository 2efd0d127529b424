"""What a number phrase counts: the noun behind it, and what that says of status and group."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from tracker.lib.vocabulary import Group, Status
from tracker.reading.document import Document
from tracker.reading.finding.grammar import DASHES, MONTHS, NOUN_ENDS, PREPOSITIONS, WEEKDAYS
from tracker.reading.finding.people import (
    BODIES_OF_FORCES,
    COMBATANT_MODIFIERS,
    PEOPLE,
    SINGULAR,
    WORKER_NOUNS,
    WORKERS,
    Kind,
)
from tracker.reading.finding.phrases import Phrase
from tracker.reading.finding.things import THINGS, TIME


class Counted(Enum):
    """What kind of thing the noun behind a number names."""

    PEOPLE = "people"
    OUTCOME = "outcome"  # "12 deaths"
    THING = "thing"
    UNKNOWN = "unknown"
    ELIDED = "elided"


class NounPhrase(NamedTuple):
    """The noun phrase that follows a number: its head's token (None where elided) and where it ends."""

    counted: Counted
    noun: int | None
    after: int
    kind: Kind = Kind()


OUTCOME_NOUNS = frozenset(
    "dead deaths death fatalities fatality bodies body corpses corpse graves grave lives casualties casualty losses"
    " wounded injured injuries injury missing hostages captives prisoners pows wounds killings executions"
    " disappearances abductions kidnappings surrenders funerals martyrs disappeared fatally abductees remains burials"
    " dead-bodies coffins murders names killing disappearance abduction execution kidnapping cadavers lynchings"
    " beheadings"
    " fallen deceased slain admissions tombs obituaries slayings assassinations skeletons martyr".split()
)
SMALL_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve dozen".split())
_CAN_PRECEDE = frozenset(
    "hurt maimed massacred killed wounded injured dead missing captured slain abducted kidnapped".split()
)
_ARMED_NOUNS = frozenset("personnel guards guard officers officer members agents agent men man forces".split())
_COMPANIES = {
    word: Kind(status)
    for status, words in (
        (
            Status.COMBATANT,
            "garrison patrol platoon battalion brigade regiment unit squad contingent army force forces enemy company"
            " detachment column raiders corps squadron division",
        ),
        (
            Status.ANY,
            "family crew household congregation team party staff group population community cases total rest latter"
            " former crowd clan class convoy wedding caravan delegation generation choir lot",
        ),
    )
    for word in words.split()
}
"""Bodies of people whose parts are counted: "three of the garrison"."""
_DATED = WEEKDAYS | MONTHS | {"yesterday", "last", "previous", "preceding"}
_EARLIER = frozenset("before earlier previous ago previously".split())
_COMPANY_REACH = 3
_PRONOUNS = frozenset("them whom which number us you it theirs ours hers mine yours".split())
_DETERMINED = frozenset("the their its his our those these her all this that such both my your".split())
_SERVICES = frozenset("security border service home coast national presidential republican revolutionary".split())
_HIRED = frozenset("worker workers contractor contractors employee employees interpreter interpreters".split())
_ADJECTIVAL = SINGULAR.keys() | {"police"}
_MINORS = Kind(Status.ANY, Group.CHILDREN)
_QUOTES = frozenset("\"“‘'«")
_WHEN = TIME | MONTHS | WEEKDAYS
_REACH = 6


def noun_phrase(document: Document, phrase: Phrase) -> NounPhrase:
    """The noun phrase behind ``phrase``."""
    here = phrase.after
    if here >= document.sentences[document.sentence_at(phrase.first)].after:
        return NounPhrase(Counted.ELIDED, None, here)
    if document.low[here : here + 3] == ["and", "a", "half"]:
        here += 3
    word = document.word(here)
    if here < len(document) and _is_glued(document, here):
        return NounPhrase(Counted.THING, here, here + 1)
    if word in WEEKDAYS or (word in ("last", "past", "late", "early") and document.word(here + 1) in _WHEN):
        return NounPhrase(Counted.ELIDED, None, here)
    if word == "under" and document.word(here + 1) in DASHES and document.word(here + 2).isdecimal():
        return NounPhrase(Counted.PEOPLE, here + 2, here + 3 + (document.word(here + 3) == "s"), _MINORS)
    if word in _QUOTES and (document.word(here + 1) in PEOPLE or document.is_capital(here + 1)):
        return _plain(document, here + 1, here + 1)
    if word == "per" or word == "pc":
        return NounPhrase(Counted.THING, here, here + 1)
    if word == "of":
        return _partitive(document, here)
    if word in ("more", "others", "other") and document.word(here + 1) == "of":
        return _partitive(document, here + 1)
    if word in THINGS and word not in PEOPLE and word != "cases" and not _modifies(document, here):
        return NounPhrase(Counted.THING, here, here + 1)
    return _plain(document, here, here)


def _modifies(document: Document, here: int) -> bool:
    """Whether the thing only says which people are meant: "12 bus passengers", "four primary school pupils"."""
    ahead = document.word(here + 1)
    return not document.low[here].endswith("s") and (
        ahead in PEOPLE or ahead in OUTCOME_NOUNS or (ahead in THINGS and document.word(here + 2) in PEOPLE)
    )


def _is_glued(document: Document, here: int) -> bool:
    """Whether the number is tied to what follows: "12-year-old", "60km", "19th", "50%"."""
    tied = document.tokens[here].start == document.tokens[here - 1].end
    return tied and (document.low[here] in DASHES or document.low[here] in "%٪°" or document.low[here].isalnum())


def _plain(document: Document, begin: int, here: int) -> NounPhrase:
    head: int | None = None
    unknown: int | None = None
    verb = False
    limit = min(begin + _REACH, document.sentences[document.sentence_at(begin - 1)].after)
    while here < limit:
        word = document.low[here]
        if word in DASHES and here > 0 and document.tokens[here].start == document.tokens[here - 1].end:
            here += 1 + (document.word(here + 1) in PREPOSITIONS)
            continue
        if document.word(here + 1) == "'s" and here + 2 < limit:
            here += 2
            continue
        named = head is None and unknown is not None and document.is_capital(unknown)
        if named and word in ("and", "or") and document.is_capital(here + 1):
            here += 1
            continue
        if word == "us" and document.is_capital(here):
            here += 1
            continue
        if word in NOUN_ENDS or word in DASHES or word[0].isdecimal():
            break
        if word == "personnel" and document.word(here + 1) in ("carrier", "carriers"):
            return NounPhrase(Counted.THING, here + 1, here + 2)
        if word in PEOPLE or (word == "military" and document.word(here + 1) in NOUN_ENDS):
            head = here
        elif head is not None:
            if word in THINGS and word.endswith("s") and document.low[here - 1] in _ADJECTIVAL:
                return NounPhrase(Counted.THING, here, here + 1)
            break
        elif word in OUTCOME_NOUNS or word in _CAN_PRECEDE:
            attributive = word in _CAN_PRECEDE and here + 1 < limit and document.low[here - 1] not in _CAN_PRECEDE
            ahead = _plain(document, here + 1, here + 1) if attributive else None
            if ahead and ahead.counted in (Counted.PEOPLE, Counted.THING):
                return ahead
            if word in ("grave", "graves") and document.low[here - 1] == "mass":
                return NounPhrase(Counted.THING, here, here + 1)
            if word in OUTCOME_NOUNS:
                return NounPhrase(Counted.OUTCOME, here, here + 1, _whose(document, begin, here))
            break
        elif word in THINGS and verb:
            break
        elif word in THINGS and _modifies(document, here):
            pass
        elif word in THINGS:
            return _thing(document, begin, here)
        elif unknown is None and _is_loose(word):
            verb = verb or (here > begin and word not in _LOOSE) or word in _VERBS
        elif unknown is None:
            unknown = here
        here += 1
    if head is not None:
        return NounPhrase(Counted.PEOPLE, head, _past_age(document, head + 1), _kind(document, begin, head))
    if unknown is None or (verb and not document.is_capital(unknown)):
        return NounPhrase(Counted.ELIDED, None, begin)
    if document.is_capital(unknown):
        if document.word(unknown + 1) in DASHES and document.word(unknown + 2)[:1].isdecimal():
            return NounPhrase(Counted.THING, unknown, unknown + 3)
        return NounPhrase(Counted.PEOPLE, unknown, unknown + 1)
    return NounPhrase(Counted.UNKNOWN, unknown, unknown + 1)


def _thing(document: Document, begin: int, here: int) -> NounPhrase:
    """The thing counted, or what "cases" stand for: "four cases of murder", "14 fatal cases", "two such cases"."""
    if document.low[here] == "cases":
        if document.word(here + 1) == "of" and document.word(here + 2) in OUTCOME_NOUNS:
            return NounPhrase(Counted.OUTCOME, here + 2, here + 3)
        if document.word(here - 1) in ("fatal", "lethal"):
            return NounPhrase(Counted.OUTCOME, here - 1, here + 1)
        if document.word(here - 1) == "such":
            return NounPhrase(Counted.ELIDED, None, begin)
    return NounPhrase(Counted.THING, here, here + 1)


def _whose(document: Document, begin: int, here: int) -> Kind:
    """What is said of the dead themselves: "civilian deaths", "29 bodies of boys"."""
    kind = _modified(document, begin, here, Kind())
    if kind != Kind() or document.word(here + 1) != "of" or document.word(here + 2)[:1].isdecimal():
        return kind
    of_whom = _plain(document, here + 2, here + 2)
    return of_whom.kind if of_whom.counted is Counted.PEOPLE else kind


def _past_age(document: Document, after: int) -> int:
    """Where the noun phrase ends with a second noun, or the age that may follow: "a pensioner, 71, was killed"."""
    if document.word(after) in ("and", "or") and document.word(after + 1) in PEOPLE:
        after += 2
    if document.word(after) != ",":
        return after
    number = after + 1 + (document.word(after + 1) == "aged")
    aged = document.word(number)[:1].isdecimal() and document.word(number + 1) == ","
    return number + 2 if aged else after


def _is_loose(word: str) -> bool:
    """Words that may follow an elided noun: "four led away", "12 more", "19 fell"."""
    return word in _LOOSE or word.endswith(("ly", "ed")) or word in _VERBS


_LOOSE = frozenset(
    "more others other additional further also still now so far already alone again yesterday today elsewhere"
    " reportedly later then never together apiece each too either overall again".split()
)
_VERBS = frozenset(
    "sustained suffered received fell lay led came went said says lost left held taken found seen shot hit blown met"
    " sent put brought got gone served remain need needed worked lost lose died die perished perish drowned succumbed"
    " vanished come comes hail hails lie lies fall".split()
)


def _partitive(document: Document, here: int) -> NounPhrase:
    """ "six of the soldiers" counts soldiers, "six of them" nothing named, "one of the worst days" a thing."""
    begin = _past_determiners(document, here + 1)
    word = document.word(begin)
    if word in _DATED or (word in _WHEN and document.word(begin + 1) in _EARLIER):
        return NounPhrase(Counted.ELIDED, None, here)
    pronoun = word in _PRONOUNS and not document.is_capital(begin)
    if pronoun or (word in NOUN_ENDS and word not in _PRONOUNS):
        after = begin + 1 if pronoun else here
        ahead = _plain(document, after, after)
        if word in ("them", "whom") and ahead.counted is Counted.PEOPLE:
            return ahead
        return NounPhrase(Counted.ELIDED, None, after)
    if word == "own":
        own = _plain(document, begin + 1, begin + 1)
        if own.counted is Counted.PEOPLE and own.noun is not None:
            return own._replace(kind=Kind(Status.COMBATANT) if document.low[own.noun] == "men" else own.kind)
        return NounPhrase(Counted.ELIDED, None, begin + 1, Kind(Status.COMBATANT))
    if word in _SERVICES and document.word(begin + 1) in ("service", "guard", "guards"):
        return NounPhrase(Counted.ELIDED, None, begin + 2, Kind(Status.COMBATANT))
    for at in range(begin, min(begin + _COMPANY_REACH, len(document))):
        if document.low[at] in _COMPANIES and document.word(at + 1) != "'s":
            return NounPhrase(Counted.ELIDED, None, at + 1, _COMPANIES[document.low[at]])
        if document.low[at] in NOUN_ENDS or document.low[at] in PEOPLE or document.low[at] in THINGS:
            break
    found = _plain(document, begin, begin)
    if found.counted is Counted.UNKNOWN and document.word(begin - 1) in ("these", "those"):
        return NounPhrase(Counted.ELIDED, None, begin)
    return found


def _past_determiners(document: Document, begin: int) -> int:
    """Past "the", "the army's", "the 100-strong", "all twelve"."""
    while document.word(begin) in _DETERMINED:
        begin += 1
    if document.word(begin + 1) == "'s":
        begin += 2
    if document.word(begin)[:1].isdecimal() or document.word(begin) in SMALL_NUMBERS:
        begin += 1
    strong = next((at for at in range(begin, begin + 3) if document.word(at) == "strong"), None)
    return begin if strong is None else strong + 1


def _kind(document: Document, begin: int, head: int) -> Kind:
    low = document.low
    kind = PEOPLE.get(low[head], Kind(Status.COMBATANT))
    if low[head] in ("women", "woman") and document.word(head + 1) == "and" and document.word(head + 2) == "children":
        kind = Kind(Status.ANY, Group.WOMEN_AND_CHILDREN)
    if low[head] in ("members", "member") and document.word(head + 1) == "of":
        ahead = [word.rstrip("s") for word in low[head + 2 : head + 9]]
        if "police" in low[head + 2 : head + 5] and "and" not in low[head + 2 : head + 6]:
            kind = Kind(Status.ANY, Group.POLICE)
        elif any(word in BODIES_OF_FORCES or word + "s" in BODIES_OF_FORCES for word in ahead):
            kind = Kind(Status.COMBATANT)
    if low[head] in WORKER_NOUNS and document.word(head + 1) == "of" and kind.group is Group.NONE:
        bodies = [WORKERS[word] for word in low[head + 2 : head + 7] if word in WORKERS and word != "police"]
        kind = Kind(kind.status, bodies[0]) if bodies else kind
    joined = document.word(head + 2) if document.word(head + 1) in ("and", "or") else ""
    if joined in PEOPLE and kind.group is not Group.WOMEN_AND_CHILDREN:
        kind = _joined(kind, PEOPLE[joined])
    return _modified(document, begin, head, kind)


def _joined(kind: Kind, other: Kind) -> Kind:
    """What two nouns under one number say: "soldiers and police" bear arms, "soldiers and civilians" are anyone."""
    fighting = [one.status is Status.COMBATANT for one in (kind, other)]
    police = [one.group is Group.POLICE for one in (kind, other)]
    if any(fighting) and all(fights or guards for fights, guards in zip(fighting, police, strict=True)):
        return Kind(Status.COMBATANT)
    if kind.status is other.status:
        young = {kind.group, other.group} == {Group.WOMEN, Group.CHILDREN}
        return kind if kind.group is other.group or young else Kind(kind.status)
    return Kind()


def _modified(document: Document, begin: int, head: int, kind: Kind) -> Kind:
    """``kind`` with what the words between the number and the noun add: "health workers", "military deaths"."""
    status, group = kind
    between = document.low[begin:head]
    if not between:
        return kind
    noun = document.low[head]
    for word in between:
        if word in ("civilian", "civilians"):
            status = Status.CIVILIAN
        elif word in COMBATANT_MODIFIERS or (word in PEOPLE and PEOPLE[word].status is Status.COMBATANT):
            if noun not in _HIRED and group in (Group.NONE, Group.MEN, Group.POLICE):
                status, group = Status.COMBATANT, Group.NONE if group is Group.MEN else group
        elif word in WORKERS and noun in WORKER_NOUNS:
            status, group = Status.ANY, WORKERS[word]
        elif word in _SERVICES and noun in _ARMED_NOUNS:
            status, group = Status.COMBATANT, Group.NONE
        elif word in PEOPLE and PEOPLE[word].group is not Group.NONE and group is Group.NONE:
            group = PEOPLE[word].group
        elif word in ("elderly", "old") and group in (Group.NONE, Group.MEN, Group.WOMEN):
            group = Group.ELDERLY
        elif word in ("female",) and group is Group.NONE:
            group = Group.WOMEN
        elif word in ("armed", "masked") and group is Group.MEN:
            status, group = Status.COMBATANT, Group.NONE
    return Kind(status, group)
