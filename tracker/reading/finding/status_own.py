"""A force's own people: its men, its losses, the dead on its side."""

from __future__ import annotations

from itertools import pairwise

from tracker.lib.vocabulary import Group, Outcome, Status
from tracker.reading.document import Document
from tracker.reading.figures import Figure
from tracker.reading.finding.armed import ARMED, CIVIL, FIGHTERS, NEUTRAL, name_armed_group
from tracker.reading.finding.grammar import MARKS, words_around
from tracker.reading.finding.people import PEOPLE, Kind
from tracker.reading.finding.status_clues import FORCES, HURT, LOSING
from tracker.reading.finding.status_setting import TOWN
from tracker.reading.finding.told import Link

_OWN = frozenset({"its", "his", "their", "our", "my"})
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
_REACH, _BELONGING = 60, 6
_ON_OUR_SIDE = frozenset(
    (prep, owner, "side") for prep in ("on", "from") for owner in ("its", "their", "his", "our", "the")
) - {("on", "the", "side")}
_RESERVES = frozenset({"reserve", "paramilitary", "frontier", "border"})
_KIN = TOWN | frozenset(
    "family families relatives kin kinsmen town city district hamlet community clan tribe household quarter".split()
)
_COSTING = frozenset({"cost", "costs", "costing"})
_BURYING = frozenset("buried buries lost loses mourns mourned named".split())
_KILLING = frozenset(
    "killed shot slain eliminated destroyed neutralised neutralized wounded executed slaughtered liquidated".split()
)
_FOLLOWERS = frozenset("youths people members boys lads sons number cadres supporters".split())
_BOASTING = frozenset("boast boasts boasted boasting brag brags bragged bragging crow crows crowed".split())
_HAVING = frozenset(
    (who, verb)
    for who in ("it", "they", "he", "fighters", "men", "forces", "troops")
    for verb in ("had", "have", "has")
)
_MILITARY = frozenset("army military soldiers soldier troops navy marines servicemen brigade battalion".split())
SIDES = frozenset({"government", "rebel", "army", "military", "federal", "separatist", "enemy", "loyalist"})


def on_a_side(document: Document, figure: Figure) -> Status | None:
    """ "70 on the government side", "12 on the civilian side"."""
    words = document.low[figure.after : figure.after + 6]
    if words[:1] and words[0] in HURT:
        words = words[1:]
    if words[:2] != ["on", "the"] or words[3:4] != ["side"]:
        return None
    if words[2] in CIVIL:
        return Status.CIVILIAN
    return Status.COMBATANT if words[2] in ARMED or words[2] in SIDES else None


def is_own_loss(document: Document, figure: Figure) -> bool:
    """What a force says of itself: "the army admitted 25 dead", "the rebels put their own dead at 45"."""
    begin = _clause_start(document, figure.at)
    before = document.low[begin : figure.at]
    if _ADMITTING.intersection(before[-10:]) and not {"hospital", "hospitals"}.intersection(before):
        return not ARMED.isdisjoint(before)
    near = document.low[max(begin, figure.at - 8) : figure.after + 3]
    if any(one in _OWNERS and (two in _TOLLS or two in _RANKS) for one, two in pairwise(near)):
        return True
    if any(one == "own" and two not in _RECKONINGS for one, two in pairwise(near)):
        previous = document.sentences[max(0, document.sentence_at(figure.at) - 1)].first
        return not ARMED.isdisjoint(document.low[max(previous, figure.at - _REACH) : figure.at])
    owned = any(one in _OWNING and two in _TOLLS for one, two in pairwise(near))
    return owned and not ARMED.isdisjoint(before)


def belongs(document: Document, figure: Figure) -> bool:
    """ "61 of theirs", "18 of the government's", "eight from its own ranks", "12 on our side"."""
    low = document.low
    if tuple(low[max(0, figure.at - 3) : figure.at]) in _ON_OUR_SIDE:
        return True
    after = figure.after
    if figure.noun is not None and low[figure.noun] in HURT:
        after = figure.noun + 1
    words = low[after : after + _BELONGING]
    if words[:1] == ["from"] and not {"ranks", "number"}.isdisjoint(words) and not _OWNING.isdisjoint(words):
        return True
    if words[:1] != ["of"]:
        return False
    if words[1:2] in (["theirs"], ["ours"]):
        return True
    for at in range(2, len(words)):
        if words[at] in ("'s", "'") and words[at - 1] in FORCES | SIDES:
            return document.word(after + at + 1) in MARKS | {"", "and", "or"}
    return False


def own_people(document: Document, figure: Figure) -> bool:
    """Whether a force's own people are counted under a word that leaves it open: "three of its own youths"."""
    noun = figure.noun
    if noun is None or document.low[noun] not in _FOLLOWERS:
        return False
    if document.low[noun] in ("lads", "boys") and document.low[noun - 1] in ("our", "my"):
        return True
    own = document.low[noun - 1] == "own" and not _OWN.isdisjoint(document.low[noun - 2 : noun - 1])
    first = document.sentences[document.sentence_at(noun)].first
    return own and not ARMED.isdisjoint(document.low[max(first, noun - _REACH) : noun])


def has_buried(document: Document, figure: Figure) -> bool:
    """Whether a force, named in the sentence before, counts its own dead: "The other army ... It has buried 180"."""
    sentence = document.sentences[document.sentence_at(figure.at)]
    if figure.at - sentence.first > 3:
        return False
    opening = document.low[sentence.first : figure.at]
    if opening[:1] not in (["it"], ["they"]) or _BURYING.isdisjoint(opening):
        return False
    before = document.sentences[max(0, document.sentence_at(figure.at) - 1)]
    return not FORCES.isdisjoint(document.low[max(before.first, before.after - _REACH) : before.after])


def claims_to_have_killed(document: Document, figure: Figure) -> bool:
    """Whether those who fight count those they killed: "Islamic State said that it had killed 70"."""
    if figure.outcome in (Outcome.CAPTURED, Outcome.MISSING):
        return False
    low = document.low
    first = document.sentences[document.sentence_at(figure.at)].first
    before = low[max(first, figure.at - _REACH) : figure.at]
    boasting = not _BOASTING.isdisjoint(before[-4:])
    doing = tuple(before[-3:-1]) in _HAVING and before[-1] in _KILLING
    return (boasting or doing) and (not ARMED.isdisjoint(before) or name_armed_group(before))


def is_paramilitary(document: Document, figure: Figure) -> bool:
    """Whether the police counted are a force of soldiers by another name: "12 of the Central Reserve Police"."""
    return figure.noun is not None and document.word(figure.noun - 1) in _RESERVES


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
    after = min(document.sentences[here].after, figure.after + _REACH)
    for back in (0, 1):
        first = max(document.sentences[max(0, here - back)].first, figure.at - _REACH)
        words = document.low[first:after]
        police, army = "police" in words, not _MILITARY.isdisjoint(words)
        if police != army:
            return Kind(Status.ANY, Group.POLICE) if police else Kind(Status.COMBATANT)
    return None


def names_group(document: Document, figure: Figure) -> bool:
    """Whether an armed group's name stands in the noun phrase: "43 LNA dead", "12 Houthi prisoners"."""
    sentence = document.sentences[document.sentence_at(figure.at)]
    after = figure.noun if figure.noun is not None else figure.after + 1
    words = document.low[figure.after : min(after + 1, figure.after + 4, sentence.after)]
    return words[:1] != [","] and name_armed_group(words)


def loses(document: Document, figure: Figure) -> bool:
    """Whether a force or a state lost them: "the brigade lost 14"; not "the village lost 14"."""
    return document.word(figure.at - 1) in LOSING and not is_of_kin(document, figure)


def is_of_kin(document: Document, figure: Figure) -> bool:
    """Whether a town or a family lost them: "the village lost 14", "he has lost eight of his family"."""
    near = document.low[max(0, figure.at - 5) : figure.at] + document.low[figure.after : figure.after + 4]
    return not _KIN.isdisjoint(near) or any(
        word in PEOPLE and PEOPLE[word].status is not Status.COMBATANT and word not in NEUTRAL for word in near
    )


def is_own_man(document: Document, figure: Figure, link: Link) -> bool:
    """Whether the men are a force's: "two of its men", "lost 43 men", "12 men killed in action"."""
    noun = figure.noun or 0
    if (_OWN | {"'s"}).intersection(document.low[max(0, noun - 2) : noun]):
        return True
    if men_of_a_force(document, noun):
        return True
    if link.place is not None and document.low[link.place.at] in LOSING | _COSTING:
        return link.place.after - link.place.at == 1
    return document.low[noun + 1 : noun + 8].count("action") > 0


def are_its_boys(document: Document, figure: Figure, link: Link) -> bool:
    """Whether the boys are a force's: "our boys", where the sentence names one; not "two of his boys" of a father."""
    words = words_around(document, figure.at)
    return not ARMED.isdisjoint(words) and is_own_man(document, figure, link)


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
