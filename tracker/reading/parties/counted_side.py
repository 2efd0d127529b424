"""Rules that find whose people are counted in the words of the figure's own clause."""

from __future__ import annotations

from itertools import pairwise

from tracker.lib.vocabulary import Group, Status
from tracker.reading.figures import Figure
from tracker.reading.parties.counted_phrase import counted_phrase
from tracker.reading.parties.countries import STATES
from tracker.reading.parties.groups import CIVILIANS, FORCES, GROUPS, REBELS
from tracker.reading.parties.mentions import Mention
from tracker.reading.parties.pointing import antecedent
from tracker.reading.parties.surroundings import KILL, OTHERS, REACH
from tracker.reading.parties.whose import COALITION, HOME, NOBODY, PEACEKEEPERS, Reading, Verdict
from tracker.reading.parties.whose import REBELS as THE_REBELS

_TIES = frozenset({"of", "from", "among", "for"})
_SERVING = frozenset(
    (kind, person)
    for kind in ("service", "border", "national", "presidential", "republican", "frontier", "coast")
    for person in ("member", "members", "guard", "guards")
)
_FOREIGN = frozenset("foreign coalition allied international alliance western isaf nato".split())
_MOSTLY = frozenset({"all", "of", "them", "both", "being"})
_ENDS_TELLING = frozenset({"by", "in", "at", "when", "after", "as", "while", "during", "near"})
_STRANGERS = frozenset({"foreigner", "foreigners"})
_PEACEKEEPERS = frozenset("peacekeeper peacekeepers peacekeeping helmets".split())
_POLICE = frozenset(
    "police policeman policemen policewoman policewomen constable constables gendarme gendarmes".split()
)
_TELLING = frozenset("version count figure list tally says said claims source sources according".split())
_OTHER_CUES = OTHERS | {"other", "opposite"}
_OWNED = (
    FORCES
    | REBELS
    | CIVILIANS
    | frozenset("own fallen dead wounded number ranks sons brothers comrades countrymen compatriots community".split())
)
_IN_ARMS = FORCES | REBELS
_SEVERAL = frozenset(word for word in FORCES | REBELS if word.endswith(("s", "men")))
_OFFICES = frozenset("prosecutor prosecutors ministry spokesman office minister came prove proved proven".split())
"""What stands in the words before a colon that say who counts."""
_JOINT = (
    ("both", "sides"), ("either", "side"), ("two", "sides"), ("all", "sides"), ("each", "side"), ("both", "armies"),
    ("two", "armies"), ("two", "governments"), ("both", "countries"), ("two", "countries"),
    ("between", "them"), ("both", "camps"), ("joint", "toll"), ("combined", "toll"), ("combined",),
    ("two", "nations"), ("both", "nations"), ("both", "states"), ("all", "told"),
)  # fmt: skip
_JOINT_FROM = {first: [words for words in _JOINT if words[0] == first] for first, *_ in _JOINT}
_FIGHTS = frozenset(
    "fighting war clash battle gunfight firefight shootout clashes battles conflict violence hostilities skirmishes"
    " combat".split()
)
_AMERICAN = frozenset({"marines", "marine"})
_MARTYRS = frozenset({"martyrs", "martyr"})
_TERMS_OF_ABUSE = frozenset({"mercenaries", "mercenary", "terrorists", "militia", "militiamen"})
_CREW = frozenset("crew crewmen pilots airmen aboard crewmembers".split())
_AIRCRAFT = frozenset("helicopter plane jet aircraft warplane gunship transport warship boat helicopters jets".split())
_CRAFT = frozenset("airliner plane flight ship jet ferry boat vessel tanker bus train embassy hotel".split())
"""A name before one of these says nothing about those on board."""
_FORWARD, _BACKWARD, _HEADING = 8, 14, 3


def in_the_phrase(reading: Reading, figure: Figure) -> Verdict | None:
    """ "Four Norwegian soldiers", "three of its own men", "two fighters of X": the side inside the counted phrase."""
    return _named(reading, figure, *counted_phrase(reading, figure))


def by_the_noun(reading: Reading, figure: Figure) -> Verdict | None:
    """ "Eighteen policemen", "40 militants": the side for whom such people fight."""
    verdict = _by_noun(reading, figure, *counted_phrase(reading, figure))
    pointing = reading.document.low[figure.after : figure.after + 2] == ["of", "them"]
    told = reading.words[figure.after + 2] in ("were", "was", "are", "is")
    if verdict or not pointing or told or reading.kind(figure) is not Status.COMBATANT:
        return verdict
    first = max(_sentence_before(reading, figure), figure.at - 2 * _BACKWARD)
    named = [at for at in range(first, figure.at) if reading.document.low[at] in _SEVERAL]
    return _by_noun(reading, figure, named[-1], named[-1] + 1) if named else None


def _sentence_before(reading: Reading, figure: Figure) -> int:
    """First token of the sentence before the figure's in the paragraph, else of its own."""
    here = reading.document.sentence_at(figure.at)
    before = reading.document.sentences[max(0, here - 1)]
    own = reading.sentence(figure)
    return before.first if before.paragraph == own.paragraph else own.first


def in_the_label(reading: Reading, figure: Figure) -> Verdict | None:
    """ "KILLED (Kyrgyz side): 36", "Lebanese Hezbollah: 31": the side before the colon that introduces the figure."""
    document, sentence = reading.document, reading.sentence(figure)
    colon = figure.at - 1
    if reading.words[colon] == "." and sentence.first == figure.at:
        heading = document.sentences[document.sentence_at(colon)]
        begins = heading.first == reading.paragraph_first(sentence.paragraph)
        short = heading.after - heading.first <= _HEADING or document.span(heading.first, colon).isupper()
        if not begins or not short:
            return None
        sentence = heading
    elif reading.words[colon] != ":":
        return None
    first = colon
    while first > sentence.first and colon - first < _BACKWARD and reading.words[first - 1] not in (".", ";", ":"):
        first -= 1
    before = reading.previous(figure)
    if before is not None and before.at >= first:
        return None
    label = document.span(first, colon)
    if not _OFFICES.isdisjoint(document.low[first:colon]):
        return None
    if any(word in _TELLING for word in document.low[first:colon]) or any(name in label for name in figure.claimant):
        return None
    heads = {"government", "govt", "state"} & set(document.low[first:colon])
    if heads and not reading.war.between_states() and colon - first <= 3:
        return Verdict(HOME, "the heading names the government", 0.75)
    if _tells_of_a_deed(reading, first, colon):
        return None
    return _named(reading, figure, first, colon) or _by_noun(reading, figure, first, colon)


def _tells_of_a_deed(reading: Reading, first: int, after: int) -> bool:
    """ "Gunmen overran a checkpoint: fifteen dead": those before the colon did it."""
    ends = {mention.after - 1 for mention in reading.between(first, after)}
    return any(
        (at in ends or reading.words[at] in _IN_ARMS)
        and reading.words[at + 1] in KILL
        and reading.words[at + 2] in ("a", "an", "the")
        for at in range(first, after)
    )


def jointly(reading: Reading, figure: Figure) -> Verdict | None:
    """ "On both sides", "between the two armies", "a combined 78": a count that spans sides."""
    document, sentence = reading.document, reading.sentence(figure)
    low = document.low
    before, following = reading.previous(figure), reading.following(figure)
    first = max(sentence.first, figure.at - _BACKWARD, before.after if before else 0)
    after = min(sentence.after, figure.after + _FORWARD, following.at if following else len(low))
    after = next((at for at in range(figure.after, after) if low[at] in (",", ";")), after)
    first = next((at + 1 for at in range(figure.at - 1, first - 1, -1) if low[at] in (":", ";")), first)
    for at in range(first, after) if not _JOINT_FROM.keys().isdisjoint(low[first:after]) else ():
        for words in _JOINT_FROM.get(low[at], ()):
            opens = at == sentence.first or not document.is_capital(at)
            if opens and tuple(low[at : min(at + len(words), after)]) == words:
                return Verdict(NOBODY, f'the clause says "{" ".join(words)}"', 0.9)
    ahead = min(sentence.after, figure.after + 2 * _FORWARD, following.at if following else len(low))
    return _between_the_two(reading, figure.after, ahead)


def of_a_fight(reading: Reading, figure: Figure) -> Verdict | None:
    """ "The toll of the clashes between X and Y stands at 142": both are named, and nobody after them."""
    before = reading.previous(figure)
    first = max(reading.sentence(figure).first, figure.at - 2 * _BACKWARD, before.after if before else 0)
    if "between" not in reading.document.low[first : figure.after + 2 * _FORWARD]:
        return None
    return _between_the_two(reading, first, figure.at, last=True) or _between_forces(reading, figure, first)


def _between_forces(reading: Reading, figure: Figure, first: int) -> Verdict | None:
    """ "A clash between soldiers and suspected rebels left 12 dead"."""
    low = reading.document.low
    after = min(reading.sentence(figure).after, figure.after + 2 * _FORWARD)
    for at in range(first, after):
        if low[at] == "between" and low[at - 1] in _FIGHTS and reading.unnamed(figure):
            sides = {low[here] in FORCES for here in range(at, min(at + 10, after)) if low[here] in FORCES | REBELS}
            return Verdict(NOBODY, "killed between the two sides", 0.8) if len(sides) > 1 else None
    return None


def _between_the_two(reading: Reading, first: int, after: int, last: bool = False) -> Verdict | None:
    """ "Killed in fighting between X and Y forces"; ``last``: no third name may follow before the figure."""
    low = reading.document.low
    if "between" not in low[max(0, first - 1) : after]:
        return None
    for one, other in pairwise(reading.between(first, after)[-2 if last else 0 :]):
        fought = one.at >= 2 and low[one.at - 1] == "between" and low[one.at - 2] in _FIGHTS
        if fought and one.side != other.side and "and" in low[one.after : other.at]:
            return Verdict(NOBODY, "killed between the two sides", 0.85)
    return None


def in_the_predicate(reading: Reading, figure: Figure) -> Verdict | None:
    """ "Nearly 120 of the dead were Kuki-Zo", "17 were troops"."""
    _document, sentence = reading.document, reading.sentence(figure)
    end = min(sentence.after, figure.after + _FORWARD)
    following = reading.following(figure)
    if following:
        end = min(end, following.at)
    for at in range(figure.after, end):
        if reading.words[at] in ("were", "was", "are", "is", "being", "belong", "belonged") and at > figure.at:
            return _of_people(reading, figure, at + 1, min(end, at + 8))
        if reading.words[at] == ",":
            start = next(one for one in range(at + 1, end + 1) if reading.words[one] not in _MOSTLY or one == end)
            kinds = ("community", "people") if start > at + 1 else ("community",)
            told = [one for one in reading.between(start, start + 1) if one.kind in kinds]
            if told:
                return Verdict(told[0].side, "said to be theirs", 0.8)
        if reading.words[at] in (".", ";", ",", ":"):
            return None
    return None


def _of_people(reading: Reading, figure: Figure, first: int, after: int) -> Verdict | None:
    low = reading.document.low
    if low[first : first + 1] == ["what"]:
        return None
    after = next((at for at in range(first, after) if low[at] in _ENDS_TELLING or not low[at][0].isalnum()), after)
    if reading.owns(first) and reading.words[first + 1] in _IN_ARMS | {"men", "members", "own"}:
        side = antecedent(reading, figure, first)
        return Verdict(side, "said to be their own", 0.8) if side else None
    for mention in reading.between(first, after):
        if mention.kind in ("people", "community", "group", "coalition", "party") and not reading.attacks(mention):
            return judge(reading, figure, mention, "said to be theirs", 0.85)
    telling = FORCES | _STRANGERS
    if reading.kind(figure) is Status.COMBATANT or any(word in telling for word in reading.document.low[first:after]):
        return _by_noun(reading, figure, first, after)
    return None


def of_the_craft(reading: Reading, figure: Figure) -> Verdict | None:
    """ "A Russian helicopter was shot down with two crew": of the state whose aircraft it was."""
    phrase = reading.document.low[figure.after : figure.after + 3]
    if _CREW.isdisjoint(phrase):
        return None
    first = max(reading.sentence(figure).first, figure.at - REACH)
    for mention in reversed(reading.between(first, figure.at)):
        ahead = reading.document.low[mention.after : mention.after + 3]
        if mention.kind in ("people", "name") and not _AIRCRAFT.isdisjoint(ahead):
            return Verdict(mention.side, "the crew of its aircraft", 0.8)
    return None


def _named(reading: Reading, figure: Figure, first: int, after: int) -> Verdict | None:
    document = reading.document
    for at in range(first, after) if not _OTHER_CUES.isdisjoint(document.low[first:after]) else ():
        if reading.is_other(at):
            foe = reading.enemy(figure, at)
            if foe is None and not reading.war.between_states():
                foe = THE_REBELS
            if foe:
                return Verdict(foe, "the enemy of who speaks", 0.85)
    mentions = reading.between(first, after)
    if any(one.kind == "people" and reading.words[one.after] in _CRAFT for one in mentions):
        return Verdict(NOBODY, "those on board", 0.7)
    useful = [one for one in mentions if not reading.is_field(one) and not reading.attacks(one, deeds=False)]
    useful = [mention for mention in useful if _may_own(reading, figure, mention)]
    if useful and reading.words[useful[0].after] == "and":
        with_it = reading.between(useful[0].after + 1, useful[0].after + 2)
        if with_it and with_it[0].side != useful[0].side and with_it[0].kind in ("people", "community"):
            return Verdict(NOBODY, "two sides are counted together", 0.85)
    if len(useful) > 1 and useful[0].after == useful[1].at and useful[1].kind in ("group", "community"):
        useful = useful[1:]
    if useful and useful[0].kind == "community" and reading.words[useful[0].after] in FORCES - {"guards", "personnel"}:
        return Verdict(HOME, "soldiers of the state, of a community", 0.8)
    if useful:
        return judge(reading, figure, useful[0], "named in the counted phrase", 0.95)
    for at in range(figure.after if after > figure.after else first, after):
        if reading.words[at] == "its" and _counted_by_an_onlooker(reading, figure):
            return None
        if reading.owns(at) and any(word in _OWNED for word in document.low[at + 1 : at + 3]):
            side = antecedent(reading, figure, at)
            if side and _has_people(reading, figure, side):
                return Verdict(side, "their own, as last named", 0.8)
    return None


def _counted_by_an_onlooker(reading: Reading, figure: Figure) -> bool:
    """ "479 of its dead were children": of the list of who counts, not of a side."""
    onlooker = bool(figure.claimant) and reading.speaker(figure) is None
    return onlooker and not reading.war.between_states() and reading.kind(figure) is not Status.COMBATANT


def _has_people(reading: Reading, figure: Figure, side: str) -> bool:
    """Whether people of ``side`` are counted as its own: inside a state its civilians are not."""
    return (
        reading.war.between_states() or side not in (HOME, reading.war.home) or reading.kind(figure) is Status.COMBATANT
    )


def _may_own(reading: Reading, figure: Figure, mention: Mention) -> bool:
    if mention.kind == "community":
        return not reading.war.between_states()
    if mention.kind in ("people", "group", "coalition", "party"):
        return reading.words[mention.after] not in _CRAFT
    if mention.kind in ("place", "region") and reading.words[mention.after] == "'s":
        return reading.war.between_states() and reading.words[mention.after + 1] in CIVILIANS
    if mention.kind == "name":
        tied = reading.words[mention.at - 1] in _TIES or reading.words[mention.at - 2] in _TIES
        shortened = reading.document.raw(mention.at).isupper() and mention.after == mention.at + 1
        return tied or shortened or mention.at == figure.after or reading.words[mention.after] in FORCES | {"'s"}
    return False


def judge(reading: Reading, figure: Figure, mention: Mention, rule: str, sure: float) -> Verdict:
    """The mention's side; inside a state its own civilians are no side, and its rebels may bear its adjective."""
    war = reading.war
    if war.between_states() or mention.side != war.home:
        mission = reading.mission_near(figure) if mention.kind == "people" and not reading.fights(mention.side) else ""
        return Verdict(mention.side, rule, sure, mission)
    ahead = reading.document.low[mention.after : mention.after + 4]
    if mention.kind == "people" and reading.document.low[mention.at].endswith("s") and mention.at >= figure.after:
        rebels_say = any(not REBELS.isdisjoint(name.lower().split()) for name in figure.claimant)
        if rebels_say or reading.speaker(figure) in war.foes.get(mention.side, ()):
            return Verdict(mention.side, "its people, counted by who fights it", 0.75)
        return Verdict(NOBODY, "the state's people are no side of a war inside it", 0.7)
    if any(word in REBELS for word in ahead[:2]):
        return Verdict(THE_REBELS, "rebels are counted", 0.85)
    served = reading.kind(figure) is Status.COMBATANT or figure.group is Group.POLICE
    if served or any(word in FORCES for word in ahead):
        return Verdict(HOME, rule, sure)
    return Verdict(NOBODY, "the state's civilians are no side of a war inside it", 0.85)


def _by_noun(reading: Reading, figure: Figure, first: int, after: int) -> Verdict | None:
    """By the noun alone: soldiers and policemen are the state's, militants the rebels'; civilians nobody's."""
    words = reading.document.low[first:after]
    if not _STRANGERS.isdisjoint(words) and reading.kind(figure) is not Status.COMBATANT:
        return Verdict(NOBODY, "foreigners of no side are counted", 0.75)
    if not _PEACEKEEPERS.isdisjoint(words):
        return Verdict(PEACEKEEPERS, "peacekeepers are counted", 0.8)
    if reading.kind(figure) is Status.CIVILIAN:
        return None
    if not _MARTYRS.isdisjoint(words) and reading.speaker(figure) in GROUPS:
        return Verdict(reading.speaker(figure) or NOBODY, "martyrs of the group that speaks", 0.8)
    noun = next((word for word in words if word in _IN_ARMS), "")
    if noun in _TERMS_OF_ABUSE and reading.speaker(figure) in GROUPS:
        return Verdict(reading.foe(reading.speaker(figure) or "") or HOME, f'"{noun}" in the mouth of its enemy', 0.75)
    if not noun and any(pair in _SERVING for pair in pairwise(words)):
        noun = "servicemen"
    if noun in REBELS and (not reading.war.between_states() or reading.war.rebels):
        return Verdict(THE_REBELS, f'the noun "{noun}"', 0.85, noun)
    if noun in FORCES and reading.with_army:
        return Verdict(reading.with_army, "the only side with an army", 0.75)
    if noun and noun in FORCES and not reading.war.between_states():
        if any(word in _FOREIGN for word in words):
            return Verdict(COALITION, "foreign forces are counted", 0.85)
        if noun in _AMERICAN and reading.war.home != "United States" and _capital(reading, first, after, noun):
            return Verdict("United States", "Marines, of a war with Americans in it", 0.7)
        if noun in _POLICE:
            return Verdict(HOME, f'the noun "{noun}"', 0.85)
        foreign = reading.foreign_force_before(figure)
        if foreign:
            side = foreign if foreign in STATES else COALITION
            return Verdict(side, "soldiers of the foreign force last named", 0.7)
        speaker = reading.speaker(figure)
        if speaker == "NATO":
            return Verdict(COALITION, "soldiers of the foreign force that speaks", 0.75)
        if speaker in STATES and speaker != reading.war.home and any(_of_state(name) for name in figure.claimant):
            return Verdict(speaker, "soldiers of the foreign army that speaks", 0.75)
        return Verdict(HOME, f'the noun "{noun}"', 0.85)
    return None


def _capital(reading: Reading, first: int, after: int, noun: str) -> bool:
    """Whether the noun is printed "Marines", in an article that names the Americans."""
    printed = any(reading.document.low[at] == noun and reading.document.is_capital(at) for at in range(first, after))
    return printed and any(one.side == "United States" for one in reading.mentions)


def _of_state(claimant: str) -> bool:
    """Whether the claimant is an army, a ministry or a government."""
    return any(
        word in claimant.lower() for word in ("army", "military", "defence", "defense", "government", "president")
    )
