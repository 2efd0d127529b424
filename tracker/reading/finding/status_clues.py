"""What the words near a number say of the people it counts: predicates, labels, the outcome's own words, the loser."""

from __future__ import annotations

from collections.abc import Set

from tracker.lib.vocabulary import Group, Outcome, Status
from tracker.reading.document import Document
from tracker.reading.figures import Figure
from tracker.reading.finding.armed import BODIES, CIVIL, NEUTRAL, is_fighter, name_armed_group
from tracker.reading.finding.carrying import Link
from tracker.reading.finding.grammar import BE, DASHES, NOUN_ENDS
from tracker.reading.finding.people import COMBATANT_MODIFIERS, PEOPLE, Kind

HURT = frozenset(
    "dead wounded injured missing killed captured names surrenders hostages captives prisoners bodies corpses coffins"
    " deaths fatalities casualties losses lives".split()
)
FORCES = BODIES | {"ranks", "military", "servicemen"}
LOSING = frozenset({"lost", "lose", "loses", "losing"})
_INCLUDING = frozenset({"including", "among", "whom", "include", "included", "latter"})
_WHOLES = frozenset({"them", "whom", "those", "these"})
_PART_REACH = 10
_SUFFERING = frozenset({"suffered", "suffer", "suffers", "suffering", "sustained"})

_MAKING_UP = frozenset("account accounts accounted accounting make makes making made".split())
_PARTED = frozenset(
    "of them whom these those which who all being the were was are is dead wounded injured victims fallen every"
    " one killed slain hurt died perished that number known believed to be said thought reported identified as have"
    " had been".split()
)
_SMALL_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve a an".split())
_LINKING = frozenset({"of", "among", "from", "in", "by"})
_CLAUSE_STARTS = frozenset({"when", "after", "as", "in", "since", "and", "by"})
_LARGELY = frozenset({"both", "mostly", "mainly", "largely", "them", "predominantly", "overwhelmingly"})
_BULLETS = DASHES | {"•", "*"}
_LIST = 20
_OPENING = 6
_NEAR_END = 3
_DEAD = frozenset({"all", "they", "dead", "victims", "slain", "fallen", "killed"})
_AHEAD = 8
_HEADING = 5
_OPENING_WHOLE = 10
_LABEL = 16
_SERVING = frozenset("personnel men forces officers staff members".split())
_GUARDED = frozenset("border home national presidential republican revolutionary frontier coast honour honor".split())
_GROWN = 18
_UNIFORMS = frozenset({"uniform", "uniforms", "uniformed", "fatigues", "camouflage"})


def predicated(document: Document, figure: Figure) -> Kind | None:
    """ "of whom 13 were civilians", "five of them soldiers", "31 ... All were civilians"."""
    making = _makers(document, figure)
    if making:
        return making
    if _are_minors(document, figure.after):
        return Kind(Status.ANY, Group.CHILDREN)
    if _is_mixed(document, figure):
        return Kind()
    return _in_apposition(document, figure) or _in_next_sentence(document, figure)


def _are_minors(document: Document, after: int) -> bool:
    """ "nine were under 10", "six of them aged under 18"."""
    while document.word(after) in _PARTED or document.word(after) == "aged":
        after += 1
    begin = after + 1
    while document.word(begin) in ("the", "age", "ages", "of"):
        begin += 1
    age = document.word(begin)
    return document.word(after) in ("under", "below") and age.isdecimal() and int(age[:3]) <= _GROWN


def opened_by(document: Document, figure: Figure) -> Kind | None:
    """The whole that opens the sentence: "Of the raiders thirty died", "Of Russia's soldiers 5,937"."""
    first = document.sentences[document.sentence_at(figure.at)].first
    if document.low[first] not in ("of", "among") or figure.at - first > _OPENING_WHOLE or figure.noun is not None:
        return None
    for word in document.low[first + 1 : figure.at]:
        if word in FORCES or word == "patrol":
            return Kind(Status.COMBATANT)
        if word in PEOPLE:
            return PEOPLE[word] if word not in NEUTRAL else None
    return None


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
        if low[here] in _SMALL_NUMBERS:
            return None
        if here > (figure.noun or figure.after) and low[here] in PEOPLE and low[here] not in NEUTRAL:
            both = low[here : here + 3] == ["women", "and", "children"]
            return Kind(Status.ANY, Group.WOMEN_AND_CHILDREN) if both else PEOPLE[low[here]]
        aged = figure.value == 1 and (low[here] == "-" or low[here].isdecimal())
        if not (low[here].isalpha() or aged) or low[here] in NOUN_ENDS:
            break
    noun = figure.noun or 0
    if noun and low[noun + 1 : noun + 3] in ([",", "all"], [",", "both"]) and document.word(noun + 3) in PEOPLE:
        return PEOPLE[low[noun + 3]]
    return None


def _is_force_phrase(document: Document, at: int) -> bool:
    """ "security personnel", "army men", "security forces"."""
    quality, person = document.word(at), document.word(at + 1)
    if person in ("guard", "guards"):
        return quality in _GUARDED
    return (quality in COMBATANT_MODIFIERS or quality == "security") and person in _SERVING


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


def in_uniform(document: Document, figure: Figure) -> bool:
    """ "two women in uniform", "120 of them wore uniforms"."""
    return bool(_UNIFORMS.intersection(document.low[figure.after : figure.after + 6]))


def labelled(document: Document, figure: Figure) -> Kind | None:
    """ "Civilians: 612", "Women killed in the two months: 351"."""
    if figure.noun is not None and document.low[figure.noun] not in HURT:
        return None
    if document.word(figure.at - 1) == ",":
        return _opening_noun(document, figure)
    if document.word(figure.at - 1) != ":":
        return None
    if document.word(figure.at - 2) in FORCES or {"enemy", "government"}.intersection(
        document.low[max(0, figure.at - 3) : figure.at]
    ):
        return Kind(Status.COMBATANT)
    first = document.sentences[document.sentence_at(figure.at)].first
    begin = max(first, figure.at - _LABEL)
    speaking = figure.cue is not None and figure.cue > figure.at
    if not speaking and name_armed_group(document.low[begin : figure.at]):
        return Kind(Status.COMBATANT)
    for at in range(begin, figure.at):
        if document.low[at] in PEOPLE and (at - first <= _NEAR_END or figure.at - at <= _NEAR_END):
            kind = PEOPLE[document.low[at]]
            return None if speaking and kind.status is Status.ANY else kind
    return None


def _opening_noun(document: Document, figure: Figure) -> Kind | None:
    """The noun that opens the line or clause: "- children under 18, 312", "soldiers, 156; civilians, 69"."""
    first = document.sentences[document.sentence_at(figure.at)].first
    for at in range(figure.at - 2, max(first, figure.at - _OPENING) - 1, -1):
        opens = at == first or document.low[at - 1] in _BULLETS or document.low[at - 1] in (";", ":", ".")
        if opens:
            return PEOPLE.get(document.low[at]) if document.low[at] not in NEUTRAL else None
    return None


def _makers(document: Document, figure: Figure) -> Kind | None:
    """ "Women account for 144 of the deaths"."""
    low = document.low
    first = document.sentences[document.sentence_at(figure.at)].first
    for at in range(figure.at - 1, max(first, figure.at - 5) - 1, -1):
        if low[at] in _MAKING_UP:
            subject = low[max(first, at - 5) : at]
            if subject[:1] == ["members"] and name_armed_group(subject):
                return Kind(Status.COMBATANT)
            named = [PEOPLE[word] for word in subject if word in PEOPLE]
            return named[0] if named else None
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


def told_by_outcome(document: Document, figure: Figure, link: Link) -> Status | None:
    """ "civilian deaths", "military toll", "the number of servicemen lost", "deaths among soldiers"."""
    if link.place is None or _is_beyond_clause(document, figure, link.place.at):
        return None
    low, cue = document.low, link.place.at
    begin = document.sentences[document.sentence_at(cue)].first
    if (link.outcome is Outcome.CAPTURED and cue < figure.at) or _is_deed(document, figure, link.place.after):
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


def _is_deed(document: Document, figure: Figure, after: int) -> bool:
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
            return None if at in counted or low[at - 1] in _LARGELY else Status.CIVILIAN
        if low[at][0].isdecimal() or low[at] == ";":
            break
        if low[at] in ("cost", "costs", "costing") and FORCES.intersection(low[at : figure.at]):
            return Status.COMBATANT
        if low[at] == "enemy" and low[at - 1] in ("the", "an"):
            return Status.COMBATANT
        if low[at] == "fallen" and low[at - 1] in ("its", "their", "our", "the"):
            return Status.COMBATANT
        if low[at] in LOSING or (low[at] in _SUFFERING and figure.at - at <= 2):
            subject = low[max(sentence.first, at - (6 if low[at] in LOSING else 12)) : at]
            if any(is_fighter(word) or word in FORCES for word in subject):
                return Status.COMBATANT
    return None


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
    if figure.noun is not None and document.word(figure.noun + 1) == "included":
        return True
    if figure.value == 1 and between[-1:] == [","] and document.word(figure.after) in ("a", "an"):
        return True
    behind = low[figure.after : figure.after + 2]
    if behind[:1] == ["of"] and behind[-1] in _WHOLES:
        return True
    ahead = low[figure.after : figure.after + _AHEAD]
    among = ahead.index("among") if "among" in ahead else _AHEAD
    if ahead[among + 1 : among + 2] == ["them"] and not {";", "."}.intersection(ahead[:among]):
        return True
    return not _INCLUDING.isdisjoint(between if len(between) <= _PART_REACH else between[-_NEAR_END:])
