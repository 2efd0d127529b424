"""Rules that find whose people are counted by where they were hit, by whom, and by what was done to them."""

from __future__ import annotations

from tracker.lib.vocabulary import Outcome, Scope, Status
from tracker.reading.figures import Figure
from tracker.reading.parties.groups import GROUPS, REBELS
from tracker.reading.parties.mentions import Mention
from tracker.reading.parties.pointing import antecedent
from tracker.reading.parties.surroundings import KILL, OWN
from tracker.reading.parties.whose import HOME, NOBODY, Reading, Verdict

_NEAR = 16
_GIVEN = frozenset("announced reported given confirmed admitted conceded acknowledged counted claimed".split())
_WARS = frozenset({"war", "conflict", "fighting", "violence", "hostilities", "clashes"})
_COSTS = frozenset({"killed", "claimed", "cost", "left", "taken"})
_CLAUSE = 7
_SAYING = frozenset("said says say claimed claims that".split())
_HELD = frozenset("hostage hostages captive captives".split())
_HOLDS = frozenset("holds hold holding held keeps keep keeping kept".split())
_HANDS = frozenset({"hands", "captivity", "custody", "prisons", "jails", "camps"})
_JAILED = frozenset("prisoner prisoners detainee detainees gunmen militants fighters suspects terrorists".split())
_DESTROYED = frozenset("destroyed eliminated neutralised neutralized liquidated annihilated".split())
_OFFICES = frozenset(
    "group officials official ministry government authorities spokesman spokeswoman minister sources source"
    " tank office organisation organization army military diplomats embassy judiciary council monitors"
    " lawyers analysts".split()
)


def where_they_were_hit(reading: Reading, figure: Figure) -> Verdict | None:
    """Between states: "in Gaza", "on the Armenian side", "on Thai soil", the nearest to the figure in its"
    " sentence."""
    lands = [
        mention
        for mention in reading.around(figure)
        if mention.side in reading.war.sides
        and (reading.is_land(mention) or _on_its_side(reading, mention))
        and reading.words[mention.after] not in _WARS
        and not _since(reading, figure, mention)
        and not _in_claimant(reading, figure, mention)
    ]
    if not lands:
        return None
    nearest = min(lands, key=lambda mention: _distance(figure, mention))
    placed = reading.kind(figure) is not Status.COMBATANT or reading.words[nearest.after] == "side"
    held = _distance(figure, nearest) <= _NEAR and placed
    return Verdict(nearest.side, "where they were hit", 0.85) if held else None


def given_by(reading: Reading, figure: Figure) -> Verdict | None:
    """Between states: "62 announced by Bishkek and 59 by Dushanbe", each its own."""
    for at in range(figure.after, figure.after + 3):
        if reading.words[at] == "by" and (at == figure.after or reading.words[at - 1] in _GIVEN):
            named = [one for one in reading.between(at + 1, at + 3) if one.side in reading.war.sides]
            if named and not reading.attacks(named[0]):
                return Verdict(named[0].side, "given by that side", 0.75)
    return None


def the_war_itself(reading: Reading, figure: Figure) -> Verdict | None:
    """Between states: "the war has killed 2,593 people", said by no belligerent, with no side in the sentence."""
    sentence = reading.sentence(figure)
    first = max(sentence.first, figure.at - 12)
    told = any(word in _WARS for word in reading.document.low[first : figure.at])
    cost = any(word in _COSTS for word in reading.document.low[first : figure.at])
    named = reading.between(sentence.first, figure.after + _CLAUSE)
    if not (told and cost) or named or reading.speaker(figure) or figure.scope is Scope.INCIDENT:
        return None
    return Verdict(NOBODY, "the war's toll, no side named", 0.7)


def in_the_land(reading: Reading, figure: Figure) -> Verdict | None:
    """Between states: "13 people in Israel", the land named right after those who are counted."""
    for mention in reading.between(figure.after, figure.after + 5):
        near = (
            mention.side in reading.war.sides
            and reading.is_land(mention)
            and reading.words[mention.after] not in _WARS
            and reading.kind(figure) is not Status.COMBATANT
        )
        if near and all(word.isalpha() for word in reading.document.low[figure.after : mention.at]):
            return Verdict(mention.side, "where they were hit", 0.9)
    return None


def _since(reading: Reading, figure: Figure, mention: Mention) -> bool:
    """Whether "since" stands between the figure and a name after it: a date by what was done then."""
    return "since" in reading.document.low[figure.after : mention.at]


def _is_claimant(reading: Reading, figure: Figure, mention: Mention) -> bool:
    """Whether the name stands in that of who speaks, before the figure: "the director of Naxal operations"."""
    name = reading.document.span(mention.at, mention.after)
    return reading.words[mention.at - 1] in ("(", "of") and any(name in claimant for claimant in figure.claimant)


def _in_claimant(reading: Reading, figure: Figure, mention: Mention) -> bool:
    """Whether the name belongs to the words for who speaks: "officials in Moscow"."""
    if mention.kind != "capital":
        return False
    name = reading.document.span(mention.at, mention.after)
    spoken = any(name in claimant for claimant in figure.claimant)
    return spoken or reading.words[mention.at - 2] in _OFFICES


def _on_its_side(reading: Reading, mention: Mention) -> bool:
    after = reading.words[mention.after]
    if mention.kind == "people" and not after.isalpha():
        return reading.words[mention.at - 2 : mention.at] == ["on", "the"]
    return after in ("side", "soil", "territory", "hospitals", "town", "city", "village")


def _distance(figure: Figure, mention: Mention) -> int:
    """In tokens; a place that follows is nearer than one as far before."""
    return mention.at - figure.after if mention.at >= figure.after else (figure.at - mention.after) + 3


def victims(reading: Reading, figure: Figure) -> Verdict | None:
    """ "Russian missiles killed 12": the enemy of whoever attacked."""
    for mention in reading.around(figure):
        if (
            reading.attacks(mention)
            and reading.fights(mention.side)
            and not _since(reading, figure, mention)
            and not _is_claimant(reading, figure, mention)
        ):
            if _fight_together(reading, mention):
                return Verdict(NOBODY, "both sides fight", 0.7)
            foe = _foe_spoken_of(reading, figure, mention.side)
            if foe:
                return Verdict(foe, "the enemy of who attacked", 0.75)
    return None


def _fight_together(reading: Reading, mention: Mention) -> bool:
    """ "Thai and Cambodian troops trade fire": the name stands beside that of its enemy."""
    joined = reading.words[mention.at - 1] in ("and", "-", "–")
    beside = reading.between(mention.at - 2, mention.at - 1) if joined else []
    return any(one.side in reading.war.foes.get(mention.side, ()) for one in beside)


def killed_by(reading: Reading, figure: Figure) -> Verdict | None:
    """ "It said it had killed 20", "its men shot 12": the enemy of whom the pronoun stands for."""
    verb = reading.words[figure.at - 1]
    if verb not in KILL or (verb == "took" and figure.outcome is not Outcome.CAPTURED):
        return None
    fought = reading.kind(figure) is Status.COMBATANT or reading.unnamed(figure)
    if not reading.war.between_states() and not fought:
        return None
    for at in range(figure.at - 2, max(reading.sentence(figure).first, figure.at - _CLAUSE) - 1, -1):
        word = reading.words[at]
        if word == "they" and _gunmen_before(reading, figure, at):
            return Verdict(NOBODY if reading.war.between_states() else HOME, "killed by gunmen", 0.6)
        if word in OWN or (word in ("it", "they") and reading.acts(at, figure)):
            actor = (reading.speaker(figure) if reading.words[at - 1] in _SAYING else None) or antecedent(
                reading, figure, at
            )
            foe = reading.fighting_foe(actor, figure) if actor else None
            return Verdict(foe, "the enemy of who killed them", 0.75) if foe else None
        if word in ("was", "were", "been", "being", ",", ";") or reading.between(at, at + 1):
            return None
    return None


def _gunmen_before(reading: Reading, figure: Figure, at: int) -> bool:
    """Whether "they" stands for gunmen: the sentence before begins with such people and names nobody after them."""
    here = reading.document.sentence_at(at)
    before = reading.document.sentences[max(0, here - 1)]
    if before.paragraph != reading.sentence(figure).paragraph or before.first == reading.sentence(figure).first:
        return False
    first = range(before.first, min(before.first + _NEAR, before.after))
    armed = next((token for token in first if reading.words[token] in REBELS), None)
    return armed is not None and not any(
        one.kind in ("people", "group") for one in reading.between(before.first, armed)
    )


def _foe_spoken_of(reading: Reading, figure: Figure, side: str) -> str | None:
    """Of several enemies of ``side`` the one last spoken of in the paragraph, else the likeliest."""
    foes = reading.war.foes.get(side, ())
    for mention in reversed(reading.between(reading.paragraph_start(figure), figure.at)):
        if mention.side in foes and mention.kind != "capital":
            return mention.side
    return reading.foe(side)


def two_sides_in_the_sentence(reading: Reading, figure: Figure) -> Verdict | None:
    """ "Fighting between X and Y has left 32 dead": both named, neither tied to the count."""
    named = {
        mention.side
        for mention in reading.around(figure)
        if mention.side in reading.war.sides and not reading.is_field(mention) and mention.kind != "capital"
    }
    if len(named) > 1 and reading.kind(figure) is not Status.COMBATANT and reading.speaker(figure) not in named:
        return Verdict(NOBODY, "both sides are named", 0.65)
    return None


def captured(reading: Reading, figure: Figure) -> Verdict | None:
    """Prisoners that a belligerent announces are its enemy's."""
    if figure.outcome is Outcome.CAPTURED:
        held = _held_by(reading, figure)
        if held:
            return held
    speaker = reading.speaker(figure) if figure.outcome is Outcome.CAPTURED else None
    foe = reading.foe(speaker) if speaker and reading.fights(speaker) else None
    if foe and (reading.kind(figure) is Status.COMBATANT or speaker in GROUPS):
        return Verdict(foe, "prisoners of who speaks", 0.75)
    phrase = reading.document.low[figure.at : figure.after + 4]
    if not _HELD.isdisjoint(phrase) or (figure.outcome is Outcome.CAPTURED and _JAILED.isdisjoint(phrase)):
        holder = next((side for side in reading.war.foes if side in GROUPS), "")
        foe = reading.foe(holder) if holder else None
        return Verdict(foe, "hostages of the group that fights it", 0.75) if foe in reading.war.sides else None
    return None


def _held_by(reading: Reading, figure: Figure) -> Verdict | None:
    """ "X keeps 62 men", "20 are in the hands of X", "in Russian captivity": they are its enemy's."""
    sentence, low = reading.sentence(figure), reading.document.low
    first, after = max(sentence.first, figure.at - _CLAUSE), min(sentence.after, figure.after + _NEAR)
    holding = next((at for at in range(figure.at - 1, first - 1, -1) if low[at] in _HOLDS), None)
    if holding is not None:
        named = [one for one in reading.between(first, holding) if reading.fights(one.side)]
        foe = reading.foe(named[-1].side) if named else None
        return Verdict(foe, "held by its enemy", 0.75) if foe else None
    for mention in reading.between(figure.after, after):
        hands = reading.words[mention.after] in _HANDS or "hands" in low[mention.at - 3 : mention.at]
        by = reading.words[mention.at - 1] == "by" and reading.words[mention.at - 2] in KILL | _HOLDS
        foe = reading.foe(mention.side) if (hands or by) and reading.fights(mention.side) else None
        if foe:
            return Verdict(foe, "in the hands of its enemy", 0.8)
    return None


def destroyed(reading: Reading, figure: Figure) -> Verdict | None:
    """Whom a belligerent "eliminated" or "neutralised" is its enemy's."""
    if _DESTROYED.isdisjoint(reading.document.low[max(0, figure.at - 4) : figure.after + 6]):
        return None
    speaker = reading.speaker(figure)
    foe = reading.fighting_foe(speaker, figure) if speaker else None
    if foe and (reading.fights(speaker or "") or speaker == reading.war.home):
        return Verdict(foe, "what who speaks calls destroyed", 0.8)
    return None
