"""Rules that find whose people are counted by whose losses they are said to be."""

from __future__ import annotations

from tracker.lib.vocabulary import Status
from tracker.reading.figures import Figure
from tracker.reading.parties.counted_side import judge
from tracker.reading.parties.groups import FORCES, REBELS
from tracker.reading.parties.mentions import Mention
from tracker.reading.parties.pointing import GROUP_NOUNS, antecedent, group_before, owner_of
from tracker.reading.parties.surroundings import KILL, OTHERS, OWN
from tracker.reading.parties.whose import COALITION, HOME, NOBODY, Reading, Verdict
from tracker.reading.parties.whose import REBELS as THE_REBELS

_TWO = frozenset({"two", "both"})
_BODIES = frozenset("armies sides countries states governments camps forces militaries neighbours neighbors".split())
_SAYING = frozenset(
    "said says say claimed claims claim added adds reported reports report puts put insists insist maintains believes"
    " estimates reckons".split()
)
_SAID_BY = frozenset({"say", "says", "said", "claim", "claims"})
"""Verbs after which their subject may stand: "lost 40, say the Americans"."""
_MAKE_UP = frozenset(
    {("make", "up"), ("makes", "up"), ("made", "up"), ("account", "for"), ("accounted", "for"), ("accounts", "for")}
)
_CONCEDE = frozenset("conceded concedes admitted admits owned owns acknowledged acknowledges lists".split())
_DEEDS = frozenset({"killed", "wounded", "injured"})
_TAKEN = frozenset({"captives", "prisoners", "hostages"})
_LOSE = frozenset(
    "lost lose loses losing buried bury mourns mourned mourning suffered suffers suffer conceded concedes"
    " admitted admits owned owns sustained sustains acknowledged acknowledges buries lists burying mourning grieves"
    " grieved grieve grieving laments lamented".split()
)
_COST = frozenset({"cost", "costing", "costs"})
_PUTS = frozenset("put puts placed set gave give gives counts count count number numbered".split())
_LOSER_CUES = (
    {"theirs"}
    | _LOSE
    | _COST
    | _CONCEDE
    | {"left", "own", "had", "has", "make", "makes", "made", "account", "accounts", "accounted"}
)
_LOSSES = frozenset(
    "dead losses casualties deaths death toll fallen wounded injured missing prisoners killed troops"
    " soldiers ranks loss servicemen fighters captives casualty graves slain hostages men wounds soldier"
    " fatalities martyrs bodies".split()
)
_LOSS_CUES = _LOSSES | OTHERS | {"own", ";", "other", "opposite"}
_ARMED = FORCES - {"officer", "officers", "general", "captain"} | REBELS
_AGAINST = frozenset({"with", "against", "by", "from", "to"})
_PARTS = frozenset({",", ".", ";", ":", "(", "-", "–", "—", "and", "while", "but"})
_FOREIGN = frozenset("foreign coalition allied international alliance western isaf nato".split())
_NOT_LOST = frozenset(
    "their his her its control under in on touch contact sight track ground count patience power faith hope hold"
    " territory tanks aircraft helicopters".split()
)
"""What is lost besides people."""
_LINKS: tuple[list[str], ...] = (
    [], ["with"], [",", "with"], [",", "at"], [",", "for"], ["'s"], ["'s", "for"], ["'s", "at"], ["'s", "as"],
    ["'s", "to"], ["one"], ["for"], ["has"], ["had"], ["gave"],
)  # fmt: skip
_AMONG = frozenset({"on", "among", "of", "from"})
_ENDS_CLAUSE = frozenset({";", "."})
_BACKWARD, _NEAR, _TIGHT = 14, 7, 5
LAND = frozenset({"place", "region", "capital"})
_IT = frozenset({"it", "them", "that", "these"})
_ARMY = frozenset({"army", "military"})
_STATE = frozenset({"junta", "federal", "government", "state", "loyalist", "regime"})
_ALLOWED = frozenset({"side", "'s", "at", "as", "camp"})


def as_the_loser(reading: Reading, figure: Figure) -> Verdict | None:
    """ "Russia had lost 350,000", "the war has cost Ukraine 45,100": who lost them."""
    document, sentence = reading.document, reading.sentence(figure)
    before = reading.previous(figure)
    number = _without_aside(reading, figure)
    beside = [one for one in reading.between(number - 5, number) if document.low[one.after : number] in _LINKS]
    armed = _armed_in_a_list(reading, figure)
    if armed:
        return armed
    beside = [one for one in beside if one.kind not in LAND or document.low[one.after] == "'s"]
    listed = beside and (beside[0].after < figure.at or (before is not None and before.at >= sentence.first))
    if listed and _loses(reading, beside[0], figure.at):
        return Verdict(beside[0].side, "named before the number in a list of losses", 0.85)
    floor = max(sentence.first, figure.at - _BACKWARD, before.after if before else 0)
    told = not _LOSER_CUES.isdisjoint(document.low[floor : figure.at])
    for at in range(figure.at - 1, floor - 1, -1) if told else ():
        word = reading.words[at]
        if word == ";":
            return None
        if word == "theirs" and reading.words[at - 1] in _PUTS:
            side = antecedent(reading, figure, at - 1)
            return Verdict(side, "they put their own so high", 0.8) if side else None
        if word in _COST:
            named = [mention for mention in reading.between(at, figure.at) if reading.fights(mention.side)]
            return Verdict(named[0].side, "it cost them these", 0.92) if named else None
        if (word, reading.words[at + 1]) in _MAKE_UP:
            return _subject(reading, figure, sentence.first, at)
        if word in _CONCEDE and reading.kind(figure) is not Status.COMBATANT and not reading.war.between_states():
            conceding = _subject(reading, figure, sentence.first, at)
            ruling = conceding is None or conceding.side in (HOME, reading.war.home)
            return None if ruling else conceding
        behind = "behind" in (reading.words[at + 1], *reading.document.low[figure.after : figure.after + 3])
        left = word == "left" and behind
        left = left or (word == "own" and reading.words[at + 1] in ("to", "up") and reading.words[at - 1] not in OWN)
        had = word in ("had", "has") and not _DEEDS.isdisjoint(document.low[figure.after : figure.after + 2])
        if had and at == figure.at - 1:
            return _subject(reading, figure, sentence.first, at)
        if (left or word in _LOSE) and reading.words[at + 1] not in _NOT_LOST:
            return _subject(reading, figure, sentence.first, at)
    return None


def _without_aside(reading: Reading, figure: Figure) -> int:
    """The token of the number, or where ", on its own count," begins right before it."""
    if reading.words[figure.at - 1] != ",":
        return figure.at
    commas = range(figure.at - 2, max(reading.sentence(figure).first, figure.at - _NEAR) - 1, -1)
    return next((at for at in commas if reading.words[at] == ","), figure.at)


def _armed_in_a_list(reading: Reading, figure: Figure) -> Verdict | None:
    """Inside a state: "M23 has lost eleven men; the army four"."""
    before, noun = reading.previous(figure), reading.words[figure.at - 1]
    listed = before is not None and before.at >= reading.sentence(figure).first
    if reading.war.between_states() or not listed or noun not in _ARMED or reading.words[figure.at - 2] != "the":
        return None
    if reading.words[figure.at - 3] not in _PARTS:
        return None
    return Verdict(THE_REBELS if noun in REBELS else HOME, f'"{noun}" in a list of losses', 0.8)


def of_their_losses(reading: Reading, figure: Figure) -> Verdict | None:
    """ "Ukraine's army dead as 45,100", "casualties in the Afghan ranks are past 200": whose losses."""
    document, sentence = reading.document, reading.sentence(figure)
    floor = max(sentence.first, figure.at - _BACKWARD, _end_of_phrase_before(reading, figure))
    told = not _LOSS_CUES.isdisjoint(document.low[floor : figure.at])
    for at in range(figure.at - 1, floor - 1, -1) if told else ():
        word = reading.words[at]
        if word == ";" and not _IT & set(document.low[at : figure.at]):
            return None
        if word == "own" and _ALLOWED.issuperset(document.low[at + 1 : figure.at]):
            side = reading.speaker(figure) or antecedent(reading, figure, at)
            return Verdict(side, "given to its own side by who speaks", 0.8) if side else None
        if at >= figure.at - _TIGHT and reading.is_other(at) and _ALLOWED.issuperset(document.low[at + 1 : figure.at]):
            foe = reading.enemy(figure, at)
            return Verdict(foe, "given to the enemy of who speaks", 0.8) if foe else None
        if word in _LOSSES and not (word in _DEEDS and at + 1 == figure.at) and not reading.acts(at, figure):
            verdict = _beside(reading, figure, at, max(floor, at - 5), min(figure.at, at + 6))
            if verdict:
                return verdict
    following = reading.following(figure)
    own_end = min(sentence.after, following.at if following else sentence.after)
    on_a_side = _on_the_side(reading, max(floor, figure.at - _NEAR), min(figure.after + _BACKWARD, own_end))
    if on_a_side and reading.kind(figure) is not Status.CIVILIAN:
        return on_a_side
    for at in range(figure.after, min(sentence.after, figure.after + _BACKWARD) - 1):
        if reading.words[at] == "on" and reading.words[at + 1] in OWN and reading.words[at + 2] in ("side", "own"):
            side = antecedent(reading, figure, at + 1)
            return Verdict(side, "on their own side", 0.8) if side else None
        if at < own_end and reading.words[at] in _AMONG and (reading.is_other(at + 1) or reading.is_other(at + 2)):
            foe = reading.enemy(figure, at)
            return Verdict(foe, "on the side of the enemy of who speaks", 0.85) if foe else None
        if reading.words[at] in _ENDS_CLAUSE:
            break
        if reading.words[at] in ("dead", "losses", "casualties", "fallen") and reading.words[at + 1] == "of":
            return _beside(reading, figure, at, at + 1, at + 5)
    return None


def _on_the_side(reading: Reading, first: int, after: int) -> Verdict | None:
    """Inside a state: "on the government side", "on the rebels' side"."""
    near = reading.document.low[first:after]
    if "side" not in near or reading.war.between_states() or "responsible" in near:
        return None
    for at in range(first, after):
        if reading.document.low[at] == "side" and "on" in reading.document.low[max(first, at - _NEAR) : at]:
            named = [one for one in reading.between(max(first, at - _NEAR), at) if one.kind != "place"]
            if named:
                return Verdict(named[-1].side, "on the side named", 0.85)
        attacking = reading.words[at - 1] in ("attacking", "insurgent", "rebel")
        if reading.document.low[at] == "side" and attacking:
            return Verdict(THE_REBELS, "on the attacking side", 0.8)
        whose = reading.words[at - 1 - (reading.words[at - 1] in ("'", "’", "'s"))]
        if reading.document.low[at] == "side" and (whose in _STATE or whose in _ARMED):
            return Verdict(THE_REBELS if whose in REBELS else HOME, f'on the "{whose}" side', 0.85)
    return None


def _end_of_phrase_before(reading: Reading, figure: Figure) -> int:
    """Where the words that count the figure before this one have surely ended: at a comma or an "and"."""
    before = reading.previous(figure)
    if before is None or before.after < figure.at - _BACKWARD:
        return 0
    return next((at for at in range(before.after, figure.at) if reading.words[at] in _PARTS), figure.at)


def _subject(reading: Reading, figure: Figure, first: int, verb: int) -> Verdict | None:
    """Who lost them: the last side named or pointed at before the verb."""
    verb = _before_a_clause(reading, first, _first_of_two_verbs(reading, first, verb))
    for at in range(verb - 1, first - 1, -1):
        if reading.is_other(at):
            foe = reading.enemy(figure, at)
            return Verdict(foe, "the enemy of who speaks lost them", 0.85) if foe else None
        mention = next((one for one in reading.between(at, at + 1) if not reading.is_field(one)), None)
        if mention and reading.words[mention.after] == "," and _speaks(reading, mention):
            continue
        town = mention and mention.kind == "place" and not (reading.war.between_states() and mention.after == verb)
        if mention and not town and not reading.is_land(mention) and _loses(reading, mention, verb):
            return Verdict(mention.side, "they lost them", 0.9)
        if not reading.war.between_states() and reading.words[at] in _ARMED and reading.words[at + 1] != "-":
            owner = owner_of(reading, at)
            if owner:
                return Verdict(owner, "their army lost them", 0.85)
            armed = HOME if reading.words[at] in FORCES else THE_REBELS
            return Verdict(armed, f'"{reading.words[at]}" lost them', 0.8)
        aside = reading.words[at + 1] in _SAYING and reading.words[at + 2] in (",", "and")
        if reading.war.between_states() and reading.words[at] in _ARMY and reading.words[at + 1] != "'s" and not aside:
            own = at - 2 if reading.words[at - 1] == "own" else at - 1
            side = reading.with_army or antecedent(reading, figure, own if reading.words[own] in OWN else at)
            return Verdict(side, "the army lost them", 0.8) if side else None
        if reading.words[at] in GROUP_NOUNS and reading.words[at - 1] == "the" and reading.war.rebels:
            return Verdict(group_before(reading, at), "the group lost them", 0.8)
        if reading.words[at] in _TWO and reading.words[at + 1] in _BODIES:
            return Verdict(NOBODY, "both lost them together", 0.85)
        said = reading.words[at + 1] in _SAYING
        if (reading.words[at] in ("it", "they") and not said) or (
            reading.words[at] == "country" and reading.words[at - 1] == "the"
        ):
            spoken = {"says", "said", "that"} & {reading.words[at - 1], reading.words[at - 2]}
            side = (reading.speaker(figure) if spoken else None) or antecedent(reading, figure, at)
            return Verdict(side, "they lost them, as last named", 0.8) if side else None
    return None


def _before_a_clause(reading: Reading, first: int, verb: int) -> int:
    """ "X, which fights beside the army, lost five": where the clause between commas begins."""
    if reading.words[verb - 1] != ",":
        return verb
    commas = (at for at in range(verb - 2, max(first, verb - _BACKWARD) - 1, -1) if reading.document.low[at] == ",")
    return next((at for at in commas if reading.words[at + 1] in ("which", "who", "whose")), verb)


def _first_of_two_verbs(reading: Reading, first: int, verb: int) -> int:
    """ "It had killed 58 soldiers and lost nine": the verb before, whose subject lost them too."""
    if reading.words[verb - 1] not in ("and", "but", ","):
        return verb
    for at in range(verb - 2, max(first, verb - _BACKWARD) - 1, -1):
        if reading.words[at] in KILL:
            return at
        if reading.words[at] in (",", ";", ":"):
            break
    return verb


def _loses(reading: Reading, mention: Mention, verb: int = -1) -> bool:
    """A belligerent, or between states whoever is the subject right before the verb: "Cuba mourns 32"."""
    return reading.fights(mention.side) or not reading.war.between_states() or mention.after == verb


def _beside(reading: Reading, figure: Figure, noun: int, first: int, after: int) -> Verdict | None:
    """The side next to a word for losses at token ``noun``."""
    for at in range(first, after):
        if reading.is_other(at):
            foe = reading.enemy(figure, at)
            if foe:
                return Verdict(foe, "losses of the enemy of who speaks", 0.85)
    owned = _by_pronoun(reading, figure, noun, max(first, noun - 2))
    if owned:
        return owned
    near = [mention for mention in reading.between(first, after) if _loses(reading, mention)]
    near = [mention for mention in near if mention.kind not in ("place", "leader") and not reading.is_field(mention)]
    near = [mention for mention in near if not reading.attacks(mention) and not reading.is_land(mention)]
    near = [mention for mention in near if reading.words[mention.at - 1] not in _AGAINST]
    near = [mention for mention in near if not _speaks(reading, mention)]
    near = [mention for mention in near if "by" not in reading.document.low[noun : mention.at]]
    near = [mention for mention in near if mention.kind != "capital" or reading.kind(figure) is not Status.CIVILIAN]
    if near:
        mention = min(near, key=lambda one: abs(one.at - noun))
        return judge(reading, figure, mention, "named with the losses", 0.85)
    if not reading.war.between_states():
        armed = _armed_beside(reading, noun)
        if armed:
            return Verdict(HOME if armed in FORCES else THE_REBELS, f'losses of the "{armed}"', 0.75)
        if reading.words[noun - 1] in _FOREIGN:
            return Verdict(COALITION, "losses of the foreign forces", 0.75)
    return _by_pronoun(reading, figure, noun, first)


def _speaks(reading: Reading, mention: Mention) -> bool:
    """ "The Maoists say the toll is eleven", ", say the Americans,": the name is that of who speaks."""
    before = mention.at - 1 - (reading.words[mention.at - 1] == "the")
    aside = reading.words[before] in _SAID_BY and reading.words[before - 1] == ","
    return aside or reading.words[mention.after] in _SAYING


def _by_pronoun(reading: Reading, figure: Figure, noun: int, first: int) -> Verdict | None:
    """ "Its own losses": of whom the pronoun stands for; "its prisoners" are its enemy's."""
    for at in range(noun - 1, first - 1, -1):
        if reading.owns(at):
            side = antecedent(reading, figure, at)
            if side and reading.words[noun] in _TAKEN:
                side = reading.foe(side)
            return Verdict(side, "their losses, as last named", 0.75) if side else None
    return None


def _armed_beside(reading: Reading, noun: int) -> str:
    """The soldiers or rebels of "the forces' losses", "toll of suspected militants"; not foreign ones."""
    low = reading.document.low
    before = [word for word in low[max(0, noun - 3) : noun] if word not in ("'", "'s", "’")]
    if before and before[-1] in _ARMED and not _FOREIGN & set(before):
        return before[-1]
    ahead = low[noun + 1 : noun + 5]
    if ahead[:1] == ["of"] or ahead[:1] == ["among"]:
        return next((word for word in ahead if word in _ARMED), "")
    return ""
