"""A force's own people: its men, its losses, the dead on its side."""

from __future__ import annotations

from itertools import pairwise

from tracker.lib.vocabulary import Group, Status
from tracker.reading.document import Document
from tracker.reading.figures import Figure
from tracker.reading.finding.armed import ARMED, CIVIL, FIGHTERS, name_armed_group
from tracker.reading.finding.carrying import Link
from tracker.reading.finding.people import Kind
from tracker.reading.finding.status_clues import FORCES, HURT, LOSING

_OWN = frozenset({"its", "his", "their", "our"})
_ADMITTING = frozenset(
    "admit admits admitted admitting acknowledge acknowledges acknowledged acknowledging concede concedes conceded"
    " conceding owns owned confess confesses confessed".split()
)
_OWNERS = frozenset({"own", "our"})
_OWNING = frozenset({"its", "their", "his", "'s", "'"})
_TOLLS = frozenset(
    "dead wounded losses casualties side ranks fatalities fallen missing deaths injured toll killed martyrs".split()
)
_RANKS = frozenset("men boys troops soldiers fighters forces".split())
_RECKONINGS = frozenset("tally count figure figures toll list sources reckoning arithmetic estimate".split())
_REACH = 60
_MILITARY = frozenset("army military soldiers soldier troops navy marines servicemen brigade battalion".split())
_SIDES = frozenset({"government", "rebel", "army", "military", "federal", "separatist", "enemy", "loyalist"})


def on_a_side(document: Document, figure: Figure) -> Status | None:
    """ "70 on the government side", "12 on the civilian side"."""
    words = document.low[figure.after : figure.after + 6]
    if words[:1] and words[0] in HURT:
        words = words[1:]
    if words[:2] != ["on", "the"] or words[3:4] != ["side"]:
        return None
    if words[2] in CIVIL:
        return Status.CIVILIAN
    return Status.COMBATANT if words[2] in ARMED or words[2] in _SIDES else None


def is_own_loss(document: Document, figure: Figure) -> bool:
    """What a force says of itself: "the army admitted 25 dead", "the rebels put their own dead at 45"."""
    begin = _clause_start(document, figure.at)
    before = document.low[begin : figure.at]
    if _ADMITTING.intersection(before[-10:]) and not {"hospital", "hospitals"}.intersection(before):
        return not ARMED.isdisjoint(before)
    near = document.low[max(begin, figure.at - 8) : figure.after + 3]
    if any(one == "own" and two not in _RECKONINGS for one, two in pairwise(near)):
        previous = document.sentences[max(0, document.sentence_at(figure.at) - 1)].first
        return not ARMED.isdisjoint(document.low[max(previous, figure.at - _REACH) : figure.at])
    if any(one in _OWNERS and (two in _TOLLS or two in _RANKS) for one, two in pairwise(near)):
        return True
    owned = any(one in _OWNING and two in _TOLLS for one, two in pairwise(near))
    return owned and not ARMED.isdisjoint(before)


def _clause_start(document: Document, at: int) -> int:
    first = document.sentences[document.sentence_at(at)].first
    first = max(first, at - _REACH)
    return next((here + 1 for here in range(at - 1, first - 1, -1) if document.low[here] == ";"), first)


def men_of_a_force(document: Document, noun: int) -> bool:
    """ "two men of the 76th division", "nine of its officers and men", "an officer and two men"."""
    low = document.low
    if document.word(noun + 1) == "of" and not FORCES.isdisjoint(low[noun + 2 : noun + 7]):
        return True
    around = low[max(0, noun - 4) : noun + 3]
    return "and" in around and "men" in around and not {"officer", "officers", "ncos"}.isdisjoint(around)


def service(document: Document, figure: Figure) -> Kind | None:
    """Whose officers they are, by what the sentence and the one before it name: the police or an army, not both."""
    here = document.sentence_at(figure.at)
    first = max(document.sentences[max(0, here - 1)].first, figure.at - _REACH)
    words = document.low[first : document.sentences[here].after]
    police, army = "police" in words, not _MILITARY.isdisjoint(words)
    if police == army:
        return None
    return Kind(Status.ANY, Group.POLICE) if police else Kind(Status.COMBATANT)


def names_group(document: Document, figure: Figure) -> bool:
    """Whether an armed group's name stands in the noun phrase: "43 LNA dead", "12 Houthi prisoners"."""
    sentence = document.sentences[document.sentence_at(figure.at)]
    after = figure.noun if figure.noun is not None else figure.after + 1
    words = document.low[figure.after : min(after + 1, figure.after + 4, sentence.after)]
    return words[:1] != [","] and name_armed_group(words)


def is_own_man(document: Document, figure: Figure, link: Link) -> bool:
    """Whether the men are a force's: "two of its men", "lost 43 men", "12 men killed in action"."""
    noun = figure.noun or 0
    if (_OWN | {"'s"}).intersection(document.low[max(0, noun - 2) : noun]):
        return True
    if men_of_a_force(document, noun):
        return True
    if link.place is not None and document.low[link.place.at] in LOSING:
        return link.place.after - link.place.at == 1
    return document.low[noun + 1 : noun + 8].count("action") > 0


def own_body(document: Document, figure: Figure) -> Kind | None:
    """What the nearest armed body named before says of "its men", "24 of its members"."""
    noun, low = figure.noun or 0, document.low
    if not _OWN.intersection(low[max(0, noun - 2) : noun]):
        return None
    for word in reversed(low[max(0, noun - 40) : noun]):
        if word == "police":
            return Kind(Status.ANY, Group.POLICE)
        if word in FIGHTERS or word in FORCES:
            return Kind(Status.COMBATANT)
    return None
