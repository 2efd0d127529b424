"""What the words near a number say of the people it counts: predicates, labels, the outcome's own words, the loser."""

from __future__ import annotations

from collections.abc import Set

from tracker.lib.vocabulary import Group, Outcome, Status
from tracker.reading.document import Document
from tracker.reading.figures import Figure
from tracker.reading.finding.armed import BODIES, CIVIL, NEUTRAL, is_fighter, name_armed_group
from tracker.reading.finding.grammar import BE, DASHES, NOUN_ENDS
from tracker.reading.finding.people import COMBATANT_MODIFIERS, PEOPLE, Kind
from tracker.reading.finding.told import Link

HURT = frozenset(
    "dead wounded injured missing killed captured names surrenders hostages captives prisoners bodies corpses coffins"
    " deaths fatalities casualties losses lives critical hospitalised hospitalized hurt slain martyred martyrs"
    " unaccounted fallen".split()
)
FORCES = BODIES | {"ranks", "military", "servicemen", "infantry", "cavalry", "infantrymen", "gendarmes", "paratroops"}
LOSING = frozenset({"lost", "lose", "loses", "losing"})
_BURYING = frozenset("buried buries burying mourns mourn mourned".split())
_INCLUDING = frozenset({"including", "among", "whom", "include", "included", "latter"})
_WHOLES = frozenset({"them", "whom", "those", "these"})
_PART_REACH = 10
_SUFFERING = frozenset({"suffered", "suffer", "suffers", "suffering", "sustained"})

_LINKING = frozenset({"of", "among", "from", "in", "by"})
_CLAUSE_STARTS = frozenset({"when", "after", "as", "in", "since", "and", "by"})
_LARGELY = frozenset({"both", "mostly", "mainly", "largely", "them", "predominantly", "overwhelmingly"})
_FRACTIONS = frozenset(
    "third quarter half thirds quarters fifth tenth cent percent most majority many few number part".split()
)
_VOICES = frozenset({Group.POLICE, Group.HEALTH_WORKERS, Group.JOURNALISTS, Group.AID_WORKERS})
"""Whoever a label more often names as the speaker: "Police: 23 dead"."""
_TOLLS = frozenset({"losses", "casualties", "dead", "deaths", "fatalities"})
_SIDES = frozenset({"government", "rebel", "army", "enemy", "military", "other", "federal", "separatist"})
_TAKING = frozenset({"had", "took", "takes", "taken", "take"})
_MIXING = frozenset({"included", "and", "or", "alike"})
_BULLETS = DASHES | {"•", "*"}
_LIST = 20
_CLAUSE_REACH = 40
_OPENING = 6
_NEAR_END = 3
_AHEAD = 8
_HEADING, _SHORT = 5, 3
_LABEL = 16


def labelled(document: Document, figure: Figure) -> Kind | None:
    """ "Civilians: 612", "Women killed in the two months: 351"."""
    if figure.noun is not None and document.low[figure.noun] not in HURT:
        return None
    if document.word(figure.at - 1) == ",":
        return _opening_noun(document, figure)
    if document.word(figure.at - 1) != ":":
        return None
    first = document.sentences[document.sentence_at(figure.at)].first
    begin = max(first, figure.at - _LABEL)
    label = document.low[begin : figure.at]
    if not FORCES.isdisjoint((*label[:_NEAR_END], *label[-2:])) or not {"enemy", "government"}.isdisjoint(label[-3:]):
        return Kind(Status.COMBATANT)
    speaking = figure.cue is not None and figure.cue > figure.at
    if not speaking and name_armed_group(document.low[begin : figure.at]):
        return Kind(Status.COMBATANT)
    for at in range(begin, figure.at):
        if (
            document.low[at] in PEOPLE
            and document.low[at + 1] not in ("'", "'s")
            and (at - first <= _NEAR_END or figure.at - at <= _NEAR_END or is_fighter(document.low[at]))
        ):
            kind = PEOPLE[document.low[at]]
            voices = kind.group in _VOICES and document.low[at + 1] == ":"
            return None if speaking and (voices or kind == Kind()) else kind
    return None


def _opening_noun(document: Document, figure: Figure) -> Kind | None:
    """The noun that opens the line or clause: "- children under 18, 312", "soldiers, 156; civilians, 69"."""
    first = document.sentences[document.sentence_at(figure.at)].first
    for at in range(figure.at - 2, max(first, figure.at - _OPENING) - 1, -1):
        opens = at == first or document.low[at - 1] in _BULLETS or document.low[at - 1] in (";", ":", ".")
        if opens:
            return PEOPLE.get(document.low[at]) if document.low[at] not in NEUTRAL else None
    return None


def told_by_outcome(document: Document, figure: Figure, link: Link) -> Status | None:
    """ "civilian deaths", "military toll", "the number of servicemen lost", "deaths among soldiers"."""
    if link.place is None or _is_beyond_clause(document, figure, link.place.at):
        return None
    low, cue = document.low, link.place.at
    begin = document.sentences[document.sentence_at(cue)].first
    if (link.outcome is Outcome.CAPTURED and cue < figure.at) or is_deed(document, figure, link.place.after):
        begin = cue
    for at in range(cue - 1, max(begin, cue - 4) - 1, -1):
        if low[at] in CIVIL:
            return Status.CIVILIAN
        if low[at] in COMBATANT_MODIFIERS or (_is_force(low[at]) and at == cue - 1):
            return Status.COMBATANT
        if low[at] in FORCES and low[at + 1] in ("'s", "'") and at == cue - 2:
            return Status.COMBATANT
        if not (low[at].isalpha() or low[at] in ("'s", "'")) or low[at] in NOUN_ENDS - {"'"}:
            break
    if link.outcome is Outcome.CAPTURED and document.word(link.place.after) not in PEOPLE:
        return None
    return _after_outcome(document, link.place.after)


def is_deed(document: Document, figure: Figure, after: int) -> bool:
    """Whether the outcome is a verb with the number as its object, so that what stands before it did the deed."""
    return after == figure.at and document.word(after - 1).endswith(("ed", "ing", "shot", "slew", "kill", "kills"))


def _is_beyond_clause(document: Document, figure: Figure, cue: int) -> bool:
    return cue > figure.after + 6 and "," in document.low[figure.after : cue]


def _is_force(word: str) -> bool:
    return is_fighter(word) or (word in FORCES and word not in NEUTRAL)


def _after_outcome(document: Document, after: int) -> Status | None:
    opening = document.word(after)
    if opening not in _LINKING and opening not in PEOPLE and opening not in CIVIL:
        return None
    low = document.low
    for at in range(after, min(len(low), after + 6)):
        word = low[at]
        if word in CIVIL:
            return Status.CIVILIAN
        if word == "side" and low[at - 1] in _SIDES:
            return Status.COMBATANT
        if _is_force(word):
            return Status.COMBATANT if at == after or "by" not in low[after:at] else None
        ranks = word == "in" and "ranks" in low[at + 1 : at + 4]
        if not (word.isalpha() or word == "'s") or word in BE or (word in _CLAUSE_STARTS and not ranks):
            break
    return None


def framed(document: Document, figure: Figure, counted: Set[int]) -> Status | None:
    """ "Among civilians 94 died", "on the civilian side 43 were killed", "its army lost 12".

    ``counted``: tokens of the nouns that have a number of their own, which say nothing of this one.
    """
    sentence = document.sentences[document.sentence_at(figure.at)]
    low = document.low
    for at in range(figure.at - 1, max(sentence.first, figure.at - 16) - 1, -1):
        if low[at] in CIVIL:
            mixed = low[at - 1] in _LARGELY or low[at + 1] in _MIXING
            return None if at in counted or mixed else Status.CIVILIAN
        if low[at][0].isdecimal() or low[at] == ";" or (low[at] == ":" and at < figure.at - 1):
            break
        if low[at] in ("cost", "costs", "costing") and FORCES.intersection(low[at : figure.at]):
            return Status.COMBATANT
        if low[at] == "enemy" and low[at - 1] in ("the", "an"):
            return Status.COMBATANT
        if low[at] in _TOLLS and low[at + 1] in ("of", "among") and _names_a_side(low[at + 2 : min(at + 7, figure.at)]):
            return Status.COMBATANT
        if low[at] == "fallen" and low[at - 1] in ("its", "their", "our", "the"):
            return Status.COMBATANT
        if low[at] in LOSING | _BURYING or (figure.at - at <= 2 and _suffers(document, figure, low[at])):
            subject = low[max(sentence.first, at - (6 if low[at] in LOSING | _BURYING else 12)) : at]
            if any(is_fighter(word) or word in FORCES for word in subject):
                return Status.COMBATANT
    return None


def makes_up_part(document: Document, figure: Figure) -> bool:
    """ "Nearly a third of the civilians hit were boys; 327 died": the number is part of the civilians."""
    low = document.low
    first = document.sentences[document.sentence_at(figure.at)].first
    for at in range(figure.at - 1, max(first, figure.at - _CLAUSE_REACH) + 2, -1):
        if low[at] in CIVIL and low[at - 2 : at] == ["of", "the"]:
            return low[at - 3] in _FRACTIONS
    return False


def _suffers(document: Document, figure: Figure, verb: str) -> bool:
    """ "suffered 40 dead", "had 90 casualties", "took 60 losses"."""
    noun = document.low[figure.noun] if figure.noun is not None else ""
    told = verb == "had" and document.word(figure.after) in ("killed", "wounded", "hurt", "injured", "missing")
    return told or verb in _SUFFERING or (verb in _TAKING and noun in ("casualties", "losses"))


def _names_a_side(words: list[str]) -> bool:
    """ "losses among the marines", "losses of the government side"."""
    return not FORCES.isdisjoint(words) or ("side" in words and not _SIDES.isdisjoint(words))


def list_heading(document: Document, starts: dict[int, int], paragraph: int) -> Status | None:
    """What the line above a list says of all its items: "By cause, civilians only"."""
    low = document.low
    if low[starts[paragraph]] not in _BULLETS:
        return None
    for above in range(paragraph - 1, max(-1, paragraph - _LIST), -1):
        first = starts[above]
        if low[first] in _BULLETS:
            continue
        words = low[first : min(starts[above + 1], first + _PART_REACH)]
        return Status.CIVILIAN if CIVIL.intersection(words) and not any(map(is_fighter, words)) else None
    return None


def heading_kind(document: Document, first: int) -> Kind | None:
    """What the short heading says that opens the paragraph at token ``first``: "Civilians. ...", "Police: ..."."""
    first += document.word(first) in _BULLETS
    words = document.low[first : first + _HEADING + 1]
    ends = [at for at, word in enumerate(words) if word in (".", ":", "–", "—")]
    if not ends or not BE.isdisjoint(words):
        return None
    if words[ends[0]] == ":" and words[ends[0] + 1 : ends[0] + 2] and words[ends[0] + 1][0].isdecimal():
        return None
    heading = words[: ends[0]]
    if words[ends[0]] == "." and len(heading) > _SHORT:
        return None
    if name_armed_group(heading):
        return Kind(Status.COMBATANT)
    return next((PEOPLE[word] for word in heading if word in PEOPLE), None)


def is_part(document: Document, figure: Figure, before: Figure) -> bool:
    """Whether the number is a part of the one before: "60 soldiers, four officers among them", "60, of whom 25"."""
    low = document.low
    between = low[before.after : figure.at]
    if between[:1] == ["of"]:
        between = between[2:]
    if ";" in between:
        return False
    behind = low[figure.after : figure.after + _AHEAD]
    if "included" in behind and not {";", ".", ","}.intersection(behind[: behind.index("included")]):
        return True
    if figure.value == 1 and between[-1:] == [","] and document.word(figure.after) in ("a", "an"):
        return True
    behind = low[figure.after : figure.after + 2]
    if behind[:1] == ["of"] and behind[-1] in _WHOLES:
        return True
    ahead = low[figure.after : figure.after + _AHEAD]
    among = ahead.index("among") if "among" in ahead else _AHEAD
    them = ahead[among + 1 : among + 2] == ["them"] or ahead[among + 2 : among + 3] == ["latter"]
    if them and not {";", "."}.intersection(ahead[:among]):
        return True
    return not _INCLUDING.isdisjoint(between if len(between) <= _PART_REACH else between[-_NEAR_END:])
