"""What kind of war an article is about: two states across a front, or one state and those in arms against it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from tracker.reading.document import Document
from tracker.reading.parties.armed_groups import ALLIES_OF_THE_STATE
from tracker.reading.parties.countries import IN_FACT, POLITIES, STATES
from tracker.reading.parties.groups import ATTACKS, BATTLEFIELD, GROUPS, REBELS, UNITS
from tracker.reading.parties.mentions import Mention
from tracker.reading.parties.rivals import HOSTILE

_JOINTS = frozenset({"-", "–", "and", "/", "with", "against"})
_SPEECH = frozenset(
    "says said say claims claimed speaks spoke reports reported reckons denies denied confirmed confirms"
    " admits admitted accuses accused alleges alleged insists has".split()
)
_DEFENCE = frozenset({"defence", "defense"})
_TOLLS = frozenset({"dead", "wounded", "losses", "casualties", "prisoners"})
_INSIDE = frozenset("in across inside of northern southern eastern western central".split())
INTERVENING = frozenset(
    {
        "United States", "United Kingdom", "France", "Germany", "Soviet Union", "Canada", "Australia", "Netherlands",
        "Italy", "Spain", "Poland", "Denmark", "Norway", "Saudi Arabia", "United Arab Emirates", "South Africa",
    }
)  # fmt: skip
"""States whose soldiers serve in other states' wars; seldom the home of the war itself."""
_UNKNOWN_OFTEN = 3
"""How often a group that no table holds must be named to outweigh those that are known."""
_LEBANON = frozenset({"Israel", "Lebanon"})
"""A front between states although the one that fights is a group on the soil of the other."""
_ARMIES = UNITS - REBELS
_HEADLINE_WEIGHT = 2.0
_PLACE_WEIGHT = 0.6
_GROUP_WEIGHT = 2.5
"""A group that fights in one state alone speaks for that state."""
GENERIC = frozenset(
    "militant militants rebel rebels insurgent insurgents guerrilla guerrillas separatist separatists"
    " terrorist terrorists jihadist jihadists jihadis islamists".split()
)
"""Words that name the rebels of a war as a party."""


@dataclass(frozen=True)
class War:
    """``sides``: the belligerents when civilians belong to one too (between states), else empty.

    ``home``: the state whose soldiers are meant where none is named. ``rebels``: names of those in arms against it, the
    group first and the usual noun last. ``foes``: for each belligerent its enemies, the likeliest first.
    """

    sides: tuple[str, ...] = ()
    home: str | None = None
    rebels: tuple[str, ...] = ()
    foes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)
    """Groups that govern a belligerent state, with that state."""

    def between_states(self) -> bool:
        """Whether civilians too are counted with a side."""
        return bool(self.sides)

    def foe(self, side: str) -> str | None:
        """The enemy of ``side``, or None where there is none or no telling which."""
        foes = self.foes.get(side, ())
        return foes[0] if foes else None


def kind_of_war(document: Document, mentions: list[Mention]) -> War:
    """Judge from who is named how often, and whose forces, strikes and capitals are spoken of."""
    weight = _weights(document, mentions)
    home = _home(document, weight, mentions)
    rebels = _rebels(document, mentions, home)
    pair = _hostile_pair(
        weight, _proofs(document, mentions), _joined(document, mentions), _count_rebels(document, mentions)
    )
    if pair is None:
        return War(home=home, rebels=rebels, foes=_inner_foes(home, mentions))
    sides = pair + tuple(side for side in weight if side not in pair and any(_hostile(side, one) for one in pair))
    same = {"Taliban": "Afghanistan"} if "Afghanistan" in pair else {}
    foes = {side: tuple(sorted((o for o in sides if _hostile(side, o)), key=lambda o: -weight[o])) for side in sides}
    for group, (_, states) in GROUPS.items():
        enemy = next((state for state in reversed(states) if state in sides), None)
        if group in weight and enemy and group not in same:
            foes[group] = (enemy,)
            foes[enemy] = (*foes[enemy], group)
    return War(sides, max(pair, key=lambda side: weight[side]), rebels, foes, same)


def _weights(document: Document, mentions: list[Mention]) -> dict[str, float]:
    """How much each side is spoken of; "Lebanon's Hezbollah" speaks only of the group."""
    weight: dict[str, float] = defaultdict(float)
    for mention, following in pairwise([*mentions, *mentions[-1:]]):
        after = mention.after + (document.word(mention.after) == "'s")
        if following.kind == "group" and mention.kind != "group" and following.at == after:
            continue
        value = _PLACE_WEIGHT if mention.kind in ("place", "region") else 1.0
        if document.sentences[document.sentence_at(mention.at)].paragraph == document.sentences[0].paragraph:
            value *= _HEADLINE_WEIGHT
        weight[mention.side] += value
    if "Israel" in weight:
        palestinian = (group for group, (_, states) in GROUPS.items() if states == ("Israel",))
        weight["Palestinians"] += sum(weight.get(group, 0.0) for group in palestinian)
    return weight


def _proofs(document: Document, mentions: list[Mention]) -> Counter[str]:
    """How often each side is spoken of as one that fights: its forces, its strikes, its capital that makes claims."""
    proofs: Counter[str] = Counter()
    for mention in mentions:
        after = mention.after + (document.word(mention.after) == "'s")
        ahead = document.low[after : after + 2]
        counted = mention.kind == "people" and ahead[:1] and ahead[0] in _TOLLS
        staff = ahead == ["general", "staff"]
        if (
            counted
            or staff
            or any(word in _ARMIES or word in ATTACKS for word in ahead)
            or (
                ahead
                and mention.kind != "place"
                and (
                    ahead[0] in _DEFENCE or (mention.kind == "capital" and (ahead[0] in _SPEECH or "ministry" in ahead))
                )
            )
        ):
            proofs[mention.side] += 1
    return proofs


def _joined(document: Document, mentions: list[Mention]) -> set[frozenset[str]]:
    """Pairs of sides written as the two ends of a war: "the X-Y border", "between X and Y", "war with X".

    Both must be named as lands: where only peoples are named, as "between Kyrgyz and Uzbeks", communities fight.
    """
    pairs = set()
    lands = {mention.side for mention in mentions if mention.kind in ("name", "capital")}
    for one, other in pairwise(mentions):
        if one.side not in lands or other.side not in lands:
            continue
        between = document.low[one.after : other.at]
        if one.side != other.side and len(between) <= 2 and between and between[0] in _JOINTS:
            at_war = any(word in BATTLEFIELD for word in document.low[other.after : other.after + 2])
            before = document.low[max(0, one.at - 4) : one.at]
            if at_war or "between" in before or any(word in ("war", "fighting", "clashes") for word in before):
                pairs.add(frozenset((one.side, other.side)))
    return pairs


def _hostile(one: str, other: str) -> bool:
    return frozenset((one, other)) in HOSTILE


def _hostile_pair(
    weight: Mapping[str, float], proofs: Counter[str], joined: set[frozenset[str]], rebels: int
) -> tuple[str, str] | None:
    """The two states that fight each other in this text, or None where a state fights people of its own."""
    best, most = None, 0.0
    named = [side for side in weight if side in POLITIES and (weight[side] >= 1 or (weight[side] and side in IN_FACT))]
    for pair in (frozenset(two) for two in combinations(sorted(named), 2)):
        if pair not in HOSTILE and pair not in joined:
            continue
        one, other = sorted(pair, key=lambda side: (-weight[side], side))
        least = weight[other]
        inner = sum(weight[group] for group in weight if group != "Taliban" and pair & _fought_by(group))
        a_front = pair in HOSTILE and (one in IN_FACT or other in IN_FACT or pair == _LEBANON)
        proved = pair in joined or (pair in HOSTILE and (proofs[one] + proofs[other] > 0 or not rebels))
        if a_front or (proved and inner < least and weight[one] + least > 1.5 * rebels and least >= 0.6 * rebels):
            value = least + 2 * (pair in HOSTILE)
            if value > most:
                best, most = (one, other), value
    return best


def _fought_by(group: str) -> frozenset[str]:
    return frozenset(GROUPS[group][1]) if group in GROUPS else frozenset()


def _count_rebels(document: Document, mentions: list[Mention]) -> int:
    return sum(word in REBELS for word in document.low) + sum(mention.kind == "group" for mention in mentions)


def _home(document: Document, weight: Mapping[str, float], mentions: list[Mention]) -> str | None:
    """The state in whose land the war is: named most, unless it is one of those that send soldiers abroad.

    Its towns and the groups that fight it speak for it too.
    """
    likely = dict(weight)
    named = {mention.side for mention in mentions if mention.kind not in ("place", "region")}
    heard: set[str] = set()
    for mention in mentions:
        if mention.kind in ("place", "region"):
            if mention.side not in named | heard:
                continue
            likely[mention.side] = likely.get(mention.side, 0.0) + _PLACE_WEIGHT
        elif mention.kind in ("name", "capital") and document.word(mention.at - 1) in _INSIDE:
            likely[mention.side] = likely.get(mention.side, 0.0) + 1
        elif mention.kind == "group" and mention.side in GROUPS and mention.side not in heard:
            heard.add(mention.side)
            states_fought = GROUPS[mention.side][1]
            if states_fought and (len(states_fought) == 1 or likely.keys().isdisjoint(states_fought)):
                weighed = _GROUP_WEIGHT if len(states_fought) == 1 else _PLACE_WEIGHT
                likely[states_fought[0]] = likely.get(states_fought[0], 0.0) + weighed
    states = [side for side in likely if side in STATES]
    states = states or [GROUPS[side][1][0] for side in likely if side in GROUPS and GROUPS[side][1]][:1]
    at_home = [side for side in states if side not in INTERVENING] or states
    return max(at_home, key=lambda side: likely.get(side, 0.0), default=None)


def _rebels(document: Document, mentions: list[Mention], home: str | None) -> tuple[str, ...]:
    """The group named most and the word used most for its people."""
    named = Counter(mention.side for mention in mentions if mention.kind == "group")
    groups = Counter({one: count for one, count in named.items() if home not in ALLIES_OF_THE_STATE.get(one, ())})
    if not groups.keys().isdisjoint(GROUPS):
        groups = Counter({group: count for group, count in groups.items() if group in GROUPS or count > _UNKNOWN_OFTEN})
    nouns = Counter(plural(word) for word in document.low if word in GENERIC)
    return tuple(name for found in (groups, nouns) for name, _ in found.most_common(1))


def plural(noun: str) -> str:
    """The plural of a noun for people in arms: "militants", "gunmen"."""
    if noun.endswith(("s", "men", "een")):
        return noun
    return noun.removesuffix("man") + "men" if noun.endswith("man") else noun + "s"


def _inner_foes(home: str | None, mentions: list[Mention]) -> dict[str, tuple[str, ...]]:
    groups = Counter(mention.side for mention in mentions if mention.kind == "group")
    if home is None or not groups:
        return {}
    foes: dict[str, tuple[str, ...]] = dict.fromkeys(groups, (home,))
    foes[home] = tuple(group for group, _ in groups.most_common())
    return foes
