"""Status and group of the people counted, where the noun behind the number does not say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tracker.lib.vocabulary import Group, Status
from tracker.reading.carrying import Link
from tracker.reading.document import Document
from tracker.reading.figures import Figure
from tracker.reading.grammar import BE, NOUN_ENDS, words_around
from tracker.reading.people import BODIES_OF_FORCES, COMBATANT_MODIFIERS, PEOPLE, Kind

_CIVIL = frozenset({"civilian", "civilians", "non-combatants", "noncombatants"})
_NEUTRAL = frozenset("men man members member officers personnel prisoners captives detainees others victims".split())
_HURT = frozenset("dead wounded injured missing killed captured names surrenders hostages captives prisoners".split())
_SUMS = frozenset({"combined", "joint"})
_FIGHTING = frozenset(
    "soldiers soldier troops servicemen fighters army armies garrison rebels militants forces".split()
)
_CIVIL_LIFE = _CIVIL | frozenset(
    "residents villagers women children refugees bystanders families family worshippers pupils townsfolk hospital"
    " hospitals mosque church market inhabitants".split()
)
_YIELDING = frozenset("surrendered surrenders surrender surrendering prisoner prisoners captivity pows".split())
_MAKING_UP = frozenset("account accounts accounted accounting make makes making made".split())
_PARTED = frozenset(
    "of them whom these those which who all being the were was are mostly dead wounded injured victims fallen".split()
)
_SMALL_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve a an".split())
_PART_LINKS = frozenset({"of", "including", "among", "them", "whom", "those", "these", "include", "included"})
_LOSING = frozenset({"lost", "lose", "loses", "losing"})
_FORCES = BODIES_OF_FORCES | {"ranks", "military", "servicemen"}
_MALES = frozenset({"men", "man", "boys"})
_OWN = frozenset({"its", "his", "their", "our"})


class Reading(NamedTuple):
    """A kind with the rule that gave it and how sure it is."""

    kind: Kind
    rule: str
    sure: float


def give_status(document: Document, figures: Sequence[Figure], links: Sequence[Link]) -> None:
    """Fill ``category`` and ``group`` of every figure whose own noun left them open."""
    usual = _usual_status(document, figures)
    for index, (figure, link) in enumerate(zip(figures, links, strict=True)):
        reading = _read(document, figure, link, _before(document, figures, index), usual)
        if figure.group in (Group.NONE, Group.MEN):
            figure.group = reading.kind.group
        figure.category = reading.kind.status
        figure.note("category", reading.rule, reading.sure)
        figure.note("group", reading.rule, reading.sure)
    _agree(figures)


def _agree(figures: Sequence[Figure]) -> None:
    """A number given twice, once with its noun and once without, counts the same people both times."""
    named = {
        (f.value, f.low, f.outcome): f for f in figures if f.sure["category"] >= _NAMED and (f.value or 0) > _SMALL
    }
    for figure in figures:
        other = named.get((figure.value, figure.low, figure.outcome))
        if other is not None and figure.sure["category"] < _NAMED:
            figure.category, figure.group = other.category, other.group
            figure.note("category", "as where the number stands again", 0.85)


def _before(document: Document, figures: Sequence[Figure], index: int) -> Figure | None:
    """The figure before; for "of the dead, 18" the last one with the same outcome."""
    figure = figures[index]
    if document.low[document.sentences[document.sentence_at(figure.at)].first] == "of":
        for before in reversed(figures[max(0, index - 4) : index]):
            if before.outcome is figure.outcome:
                return before
    return figures[index - 1] if index else None


def _read(document: Document, figure: Figure, link: Link, before: Figure | None, usual: Status) -> Reading:
    own = Kind(figure.category, figure.group)
    noun = document.low[figure.noun] if figure.noun is not None else ""
    if own.status is not Status.ANY:
        return Reading(own, "the noun counted says so", 0.97)
    if _SUMS.intersection(document.low[max(0, figure.at - 2) : figure.after + 2]):
        return Reading(own, "a sum", 0.8)
    part = _part_of_civilians(document, figure, before)
    if own.group not in (Group.NONE, Group.MEN) and not (noun == "boys" and _is_own_men(document, figure, link)):
        return Reading(Kind(part or Status.ANY, own.group), "the noun counted names a group", 0.92)
    if noun in ("men", "man") and _is_police(document, figure):
        return Reading(Kind(Status.ANY, Group.POLICE), "the police's own men", 0.85)
    if noun in _MALES and (_is_own_men(document, figure, link) or (noun != "boys" and usual is Status.COMBATANT)):
        return Reading(Kind(Status.COMBATANT), "a force's own men", 0.85)
    said = _predicate(document, figure)
    if said is not None:
        if said.status is Status.ANY and before is not None and before.category is Status.CIVILIAN:
            part = part or Status.CIVILIAN
        kind = Kind(part or said.status, said.group)
        return Reading(kind, "the clause says who they were", 0.92)
    if noun in PEOPLE and noun not in _NEUTRAL:
        return Reading(own, "the noun counted leaves it open", 0.93)
    label = _label(document, figure)
    if label is not None:
        status = label.status if label.status is not Status.ANY else part or Status.ANY
        return Reading(Kind(status, label.group), "the label before the number says so", 0.85)
    told = _of_cue(document, link) or _framed(document, figure)
    if told:
        return Reading(Kind(told, own.group), "the words around the outcome say so", 0.92)
    return _from_context(document, figure, link, before, usual, own)


def _from_context(
    document: Document, figure: Figure, link: Link, before: Figure | None, usual: Status, own: Kind
) -> Reading:
    source = link.source or (before if _continues(document, figure, before) else None)
    elsewhere = source is not None and document.sentence_at(source.at) != document.sentence_at(figure.at)
    if elsewhere and _names_other_war(document, figure):
        return Reading(own, "it may speak of another war", 0.8)
    if source is not None and source.category is not Status.ANY:
        return Reading(Kind(source.category, own.group), "carried on from the figure before", 0.85)
    if source is not None and source.noun is not None and document.low[source.noun] in PEOPLE:
        return Reading(own, "carried on from the figure before", 0.85)
    cue = document.low[link.place.at : link.place.after] if link.place else []
    if (figure.noun is None and len(cue) == 1 and cue[0] in _LOSING) or _YIELDING.intersection(cue):
        return Reading(Kind(Status.COMBATANT, own.group), "a force's losses", 0.8)
    if _told_by_ministry_of_war(document, figure):
        return Reading(Kind(Status.COMBATANT, own.group), "told by a ministry of defence", 0.75)
    if _names_other_war(document, figure):
        usual = Status.ANY
    return Reading(Kind(usual, own.group), "as in most of the article", 0.7)


def _told_by_ministry_of_war(document: Document, figure: Figure) -> bool:
    words = words_around(document, figure.at)
    if not {"defence", "defense", "staff"}.intersection(words):
        return False
    return any(
        (one in ("defence", "defense") and two == "ministry")
        or (one == "ministry" and two == "of" and three in ("defence", "defense"))
        or (one == "general" and two == "staff")
        for one, two, three in zip(words, words[1:], [*words[2:], ""], strict=False)
    )


def _names_other_war(document: Document, figure: Figure) -> bool:
    """Whether the sentence names a war, and a year or a decade: it may speak of another war."""
    words = words_around(document, figure.at)
    if not _WARS.intersection(words):
        return False
    own = document.low[figure.at : figure.after]
    return any(word.isdecimal() and len(word) == 4 and word[:2] in ("19", "20") and word not in own for word in words)


def _usual_status(document: Document, figures: Sequence[Figure]) -> Status:
    """Combatant where every figure whose noun says it counts combatants, and the article is about forces."""
    nouns = [document.low[f.noun] for f in figures if f.noun is not None and f.category is not Status.COMBATANT]
    if any(noun in PEOPLE and noun not in _NEUTRAL for noun in nouns):
        return Status.ANY
    forces = sum(word in _FIGHTING for word in document.low)
    others = sum(word in _CIVIL_LIFE for word in document.low)
    told = any(figure.category is Status.COMBATANT for figure in figures)
    return Status.COMBATANT if forces >= max(2 if told else 5, 4 * others) else Status.ANY


def _is_own_men(document: Document, figure: Figure, link: Link) -> bool:
    """Whether the men are a force's: "two of its men", "lost 43 men", "12 men killed in action"."""
    noun = figure.noun or 0
    if (_OWN | {"'s"}).intersection(document.low[max(0, noun - 2) : noun]):
        return True
    if link.place is not None and document.low[link.place.at] in _LOSING:
        return link.place.after - link.place.at == 1
    return document.low[noun + 1 : noun + 8].count("action") > 0


def _is_police(document: Document, figure: Figure) -> bool:
    """Whether the nearest body of armed men named before is the police, and the men are its own."""
    noun = figure.noun or 0
    if not _OWN.intersection(document.low[max(0, noun - 2) : noun]):
        return False
    for word in reversed(document.low[max(0, noun - 40) : noun]):
        if word in _FIGHTING or word == "police":
            return word == "police"
    return False


def _part_of_civilians(document: Document, figure: Figure, before: Figure | None) -> Status | None:
    """A group that is part of a count of civilians is civilian."""
    if before is None or before.category is not Status.CIVILIAN:
        return None
    if document.sentence_at(before.at) != document.sentence_at(figure.at):
        return None
    words = document.low[before.after : figure.at] + document.low[figure.after : figure.after + 2]
    listed = before.group is not Group.NONE and document.word(figure.at - 1) in ("and", ",")
    return Status.CIVILIAN if listed or _PART_LINKS.intersection(words) else None


def _predicate(document: Document, figure: Figure) -> Kind | None:
    """ "of whom 13 were civilians", "five of them soldiers", "31 ... All were civilians"."""
    low, at = document.low, figure.after
    if figure.noun is not None and document.word(at) == "of" and low[figure.noun] in _HURT:
        at = figure.noun + 1
    making = _makers(document, figure)
    if making:
        return making
    if _is_mixed(document, figure):
        return Kind()
    if document.word(at) == "," and document.word(at + 1) in ("of", "all", "who", "mostly"):
        at += 1
    while at < min(len(low), figure.after + 7) and low[at] in _PARTED:
        at += 1
    for here in range(at, min(len(low), at + 3)):
        if low[here] in _SMALL_NUMBERS:
            break
        if low[here] in PEOPLE and low[here] not in _NEUTRAL and here > figure.after:
            return PEOPLE[low[here]]
        if not low[here].isalpha() or low[here] in NOUN_ENDS:
            break
    noun = figure.noun or 0
    if noun and low[noun + 1 : noun + 3] == [",", "all"] and document.word(noun + 3) in PEOPLE:
        return PEOPLE[low[noun + 3]]
    following = document.sentence_at(figure.at) + 1
    if following < len(document.sentences):
        first = document.sentences[following].first
        if low[first : first + 2] in (["all", "were"], ["they", "were"]) and document.word(first + 2) in PEOPLE:
            return PEOPLE[document.word(first + 2)]
    return None


def _label(document: Document, figure: Figure) -> Kind | None:
    """ "Civilians: 612", "Women killed in the two months: 351"."""
    if document.word(figure.at - 1) != ":" or (figure.noun is not None and document.low[figure.noun] not in _HURT):
        return None
    if document.word(figure.at - 2) in _FORCES or document.word(figure.at - 2) in ("enemy", "government"):
        return Kind(Status.COMBATANT)
    first = document.sentences[document.sentence_at(figure.at)].first
    named = [PEOPLE[word] for word in document.low[max(first, figure.at - 12) : figure.at] if word in PEOPLE]
    return named[0] if named else None


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
    return any(word in _CIVIL for word in ahead) and any(_is_force(word) for word in ahead)


def _of_cue(document: Document, link: Link) -> Status | None:
    """ "civilian deaths", "military toll", "the number of servicemen lost", "deaths among soldiers"."""
    if link.place is None:
        return None
    low, cue = document.low, link.place.at
    begin = document.sentences[document.sentence_at(cue)].first
    for at in range(cue - 1, max(begin, cue - 4) - 1, -1):
        if low[at] in _CIVIL:
            return Status.CIVILIAN
        if low[at] in COMBATANT_MODIFIERS or (_is_force(low[at]) and at == cue - 1):
            return Status.COMBATANT
        if low[at] in _FORCES and low[at + 1] in ("'s", "'") and at == cue - 2:
            return Status.COMBATANT
        if not (low[at].isalpha() or low[at] == "'s") or low[at] in NOUN_ENDS:
            break
    opening = document.word(link.place.after)
    if opening not in _LINKING and opening not in PEOPLE and opening not in _CIVIL:
        return None
    for at in range(link.place.after, min(len(low), link.place.after + 6)):
        word = low[at]
        if word in _CIVIL:
            return Status.CIVILIAN
        if _is_force(word) or word in _FORCES:
            return Status.COMBATANT if at == link.place.after or "by" not in low[link.place.after : at] else None
        ranks = word == "in" and "ranks" in low[at + 1 : at + 4]
        if not (word.isalpha() or word == "'s") or word in BE or (word in _CLAUSE_STARTS and not ranks):
            break
    return None


_SENTENCES_BACK = 12
_NAMED, _SMALL = 0.9, 20
_LINKING = frozenset({"of", "among", "from", "in", "by"})
_WARS = frozenset("war wars flare-up bout round conflict uprising rebellion".split())
_CLAUSE_STARTS = frozenset({"when", "after", "as", "in", "since", "and", "by"})


def _is_force(word: str) -> bool:
    return word in PEOPLE and PEOPLE[word].status is Status.COMBATANT


def _framed(document: Document, figure: Figure) -> Status | None:
    """ "Among civilians 94 died", "on the civilian side 43 were killed", "its army lost 12"."""
    sentence = document.sentences[document.sentence_at(figure.at)]
    low = document.low
    for at in range(figure.at - 1, max(sentence.first, figure.at - 16) - 1, -1):
        if low[at] in _CIVIL:
            return Status.CIVILIAN
        if low[at][0].isdecimal() or low[at] == ";":
            break
        if low[at] in ("cost", "costs", "costing") and _FORCES.intersection(low[at : figure.at]):
            return Status.COMBATANT
        if low[at] in _LOSING:
            subject = low[max(sentence.first, at - 6) : at]
            if any(_is_force(word) or word in _FORCES for word in subject):
                return Status.COMBATANT
    paragraph = _paragraph_start(document, sentence.paragraph, sentence.first)
    return Status.CIVILIAN if _CIVIL.intersection(low[paragraph : paragraph + 4]) and figure.noun is None else None


def _paragraph_start(document: Document, paragraph: int, first: int) -> int:
    index = document.sentence_at(first)
    for _ in range(_SENTENCES_BACK):
        if not index or document.sentences[index - 1].paragraph != paragraph:
            break
        index -= 1
    return document.sentences[index].first


def _continues(document: Document, figure: Figure, before: Figure | None) -> bool:
    """Whether the number, its noun elided, goes on counting the people of the figure before."""
    if before is None or (figure.noun is not None and document.low[figure.noun] not in _HURT):
        return False
    here, there = document.sentence_at(figure.at), document.sentence_at(before.at)
    if here == there:
        return True
    if before.outcome is not figure.outcome or figure.noun is not None:
        return False
    parted = document.low[document.sentences[here].first] in ("of", "among", "the")
    near = document.sentences[here].paragraph - document.sentences[there].paragraph
    return here - there <= (3 if parted else 1) and near <= parted
