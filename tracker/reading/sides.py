"""Whose people each figure counts.

Rules are tried in order, from what stands in the counted phrase itself ("four Norwegian soldiers") through the clause
("Russia had lost 350,000") to what carries over from the figure or the sentence before.
"""

from __future__ import annotations

from collections.abc import Callable

from tracker.lib.vocabulary import Group, Outcome, Scope, Status
from tracker.reading.counted_side import (
    as_the_loser,
    by_the_noun,
    in_the_label,
    in_the_phrase,
    in_the_predicate,
    jointly,
    of_their_losses,
)
from tracker.reading.figures import Article, Figure
from tracker.reading.groups import COMMUNITIES, FORCES, GROUPS
from tracker.reading.groups import REBELS as REBEL_NOUNS
from tracker.reading.hit_side import (
    captured,
    destroyed,
    given_by,
    in_the_land,
    the_war_itself,
    two_sides_in_the_sentence,
    victims,
    where_they_were_hit,
)
from tracker.reading.mentions import Mention
from tracker.reading.naming import names_of
from tracker.reading.wars import INTERVENING
from tracker.reading.whose import COALITION, HOME, NOBODY, REBELS, Reading, Verdict

_Rule = Callable[[Reading, Figure], Verdict | None]


def give_parties(article: Article, figures: list[Figure]) -> None:
    """Fill ``party`` of every figure; an empty list where the count spans sides or is tied to none."""
    if not figures:
        return
    reading = Reading(article, figures)
    for figure in figures:
        verdict = _first(reading, figure)
        if not verdict.side and not reading.war.between_states():
            verdict = reading.community_of(figure) or verdict
        reading.decided[id(figure)] = verdict
    mixed = _mixed_wholes(reading)
    for index, figure in enumerate(figures):
        verdict = reading.decided[id(figure)]
        if index in mixed and verdict.sure < _SURE:
            verdict = Verdict(NOBODY, "its parts are of different sides", 0.8)
        figure.party = names_of(verdict.side, reading, verdict.noun) if verdict.side else []
        figure.note("party", verdict.rule, verdict.sure)


def _mixed_wholes(reading: Reading) -> set[int]:
    """The figures whose parts are people of different sides."""
    sides: dict[int, set[str]] = {}
    if not reading.war.between_states():
        return set()
    for figure in reading.figures:
        side = reading.decided[id(figure)].side
        if figure.part_of is not None and side:
            sides.setdefault(figure.part_of, set()).add(side)
    return {whole for whole, parts in sides.items() if len(parts) > 1}


def _first(reading: Reading, figure: Figure) -> Verdict:
    for rule in _BETWEEN_STATES if reading.war.between_states() else _INSIDE_A_STATE:
        verdict = rule(reading, figure)
        if verdict is not None:
            return verdict
    return Verdict(NOBODY, "nothing ties it to a side", 0.6 if reading.war.between_states() else 0.85)


def _another_war(reading: Reading, figure: Figure) -> Verdict | None:
    if figure.scope is Scope.BACKGROUND:
        first = reading.sentence(figure).first
        for mention in reading.between(first, min(first + 2, figure.at)):
            following = reading.document.word(mention.after)
            if mention.kind == "name" and following.isalpha() and following != "and":
                return Verdict(mention.side, "the subject of a sentence about another war", 0.6)
        return Verdict(NOBODY, "another war, no side named", 0.85)
    return None


def _part_of_whole(reading: Reading, figure: Figure) -> Verdict | None:
    """ "60, including 25 children": a part has the side of its whole."""
    if figure.part_of is None or not 0 <= figure.part_of < len(reading.figures):
        return None
    if reading.kind(reading.figures[figure.part_of]) is _ARMED and reading.kind(figure) is Status.CIVILIAN:
        return None
    whole = reading.decided.get(id(reading.figures[figure.part_of]))
    if whole is None or (not whole.side and reading.kind(figure) is Status.COMBATANT):
        return None
    if not whole.side and reading.war.between_states() and reading.speaker(figure) in reading.war.sides:
        return None
    return Verdict(whole.side, "the side of the figure it is part of", min(whole.sure, 0.9))


def _with_the_figure_before(reading: Reading, figure: Figure) -> Verdict | None:
    """ "X killed and Y wounded": the side of the figure before it in the sentence, unless one is named between."""
    before = reading.previous(figure)
    if before is None or before.at < reading.sentence(figure).first:
        return None
    decided = reading.decided.get(id(before))
    named = [
        one
        for one in reading.between(before.after, figure.at)
        if not (reading.attacks(one) or reading.is_against(one)) and reading.fights(one.side)
    ]
    if (
        decided is None
        or named
        or (reading.kind(before) is not reading.kind(figure) and not reading.war.between_states())
    ):
        return None
    return Verdict(decided.side, "the side of the figure before it", min(decided.sure, 0.85))


def _of_who_speaks(reading: Reading, figure: Figure) -> Verdict | None:
    """A belligerent that says of whom it speaks nothing else speaks of its own."""
    speaker = reading.speaker(figure)
    return Verdict(speaker, "the claimant's own", 0.75) if speaker and reading.fights(speaker) else None


def _same_voice_goes_on(reading: Reading, figure: Figure) -> Verdict | None:
    """A list that goes on: the same claimant about the same kind of people, no other side named between."""
    before = reading.previous(figure)
    if before is None or reading.kind(before) is not reading.kind(figure) or not reading.speaker(figure):
        return None
    decided = reading.decided[id(before)]
    same = reading.speaker(before) == reading.speaker(figure)
    named = [
        one
        for one in reading.between(before.after, figure.at)
        if reading.fights(one.side)
        and one.side not in (decided.side, reading.speaker(figure))
        and not reading.is_against(one)
    ]
    if not same or named or not decided.side:
        return None
    return Verdict(decided.side, "the claimant goes on about the same side", min(decided.sure, 0.75))


def _last_named_here(reading: Reading, figure: Figure) -> Verdict | None:
    sentence = reading.sentence(figure)
    side = reading.focus(figure.at, since=sentence.first, people_only=False)
    return Verdict(side, "the side named in the sentence", 0.8) if side else None


def _carried_over(reading: Reading, figure: Figure) -> Verdict | None:
    """What the figure before it in the paragraph has, else the side last named there, else the figure before it."""
    before = reading.previous(figure)
    since = max(reading.paragraph_start(figure), before.after if before else 0)
    named = [one for one in reading.between(since, figure.at) if reading.fights(one.side) and not reading.is_field(one)]
    named = [one for one in named if not reading.is_against(one) or reading.attacks(one)]
    named = [one for one in named if one.side not in INTERVENING or not reading.is_land(one)]
    if named:
        return _last_of(reading, named)
    earlier = [one for one in reading.earlier(figure) if reading.decided[id(one)].side in reading.war.sides]
    alike = [one for one in earlier if (reading.kind(one) is _ARMED) is (reading.kind(figure) is _ARMED)]
    for one in (alike or earlier)[:1]:
        return Verdict(reading.decided[id(one)].side, "the side of a figure before it", 0.7)
    side = reading.focus(figure.at, people_only=False)
    return Verdict(side, "the side last named", 0.5) if side and reading.fights(side) else None


def _last_of(reading: Reading, named: list[Mention]) -> Verdict | None:
    """The last side named; its enemy where it attacks; nobody where it is "X and Y"."""
    last = named[-1]
    if reading.attacks(last):
        foe = reading.foe(last.side)
        return Verdict(foe, "the enemy of who attacked before", 0.6) if foe else None
    if len(named) > 1 and named[-2].side != last.side and reading.document.low[named[-2].after : last.at] == ["and"]:
        return Verdict(NOBODY, "two sides last named together", 0.6)
    return Verdict(last.side, "the side last named in the paragraph", 0.7)


def _combatants(reading: Reading, figure: Figure) -> Verdict | None:
    """Inside a state: combatants without a noun are those last spoken of; policemen are the state's."""
    if figure.group is Group.POLICE:
        return Verdict(HOME, "policemen serve the state", 0.85)
    if reading.kind(figure) is not Status.COMBATANT:
        return None
    attacker = victims(reading, figure)
    if attacker:
        return attacker
    spoken_of = _last_noun(reading, figure)
    if spoken_of:
        return spoken_of
    for one in reading.earlier(figure):
        decided = reading.decided[id(one)]
        if decided.side:
            return Verdict(decided.side, "the side of a figure before it", 0.55)
    return Verdict(HOME, "combatants, no side named", 0.5)


def _last_noun(reading: Reading, figure: Figure) -> Verdict | None:
    """By the noun for people in arms that follows in the sentence or was last used in the paragraph."""
    document = reading.document
    before = reading.previous(figure)
    floor = reading.paragraph_start(figure)
    if before and reading.kind(before) is reading.kind(figure) and reading.decided[id(before)].side:
        floor = max(floor, before.after)
    ahead = range(figure.after, min(reading.sentence(figure).after, figure.after + 8))
    for at in (*ahead, *range(figure.at - 1, floor - 1, -1)):
        word = document.word(at)
        if (document.is_capital(at) and document.word(at - 1) not in (".", "")) or document.word(at - 1) == "-":
            continue
        if word in REBEL_NOUNS and not _describes(document.word(at), document.word(at + 1)):
            return Verdict(REBELS, f'the noun "{word}" near it', 0.8, word)
        if word in FORCES and not _speaks(reading, at):
            foreign = document.word(at - 1) in ("foreign", "coalition", "allied")
            return Verdict(COALITION if foreign else HOME, f'the noun "{word}" near it', 0.8)
    return None


def _describes(word: str, following: str) -> bool:
    """ "A rebel tunnel": the noun only describes what follows."""
    return not word.endswith(("s", "men")) and following.isalpha() and following not in REBEL_NOUNS


def _speaks(reading: Reading, at: int) -> bool:
    return any(word in _SPEECH for word in reading.document.low[at + 1 : at + 7])


def _loser_inside(reading: Reading, figure: Figure) -> Verdict | None:
    """Inside a state a loss belongs to the force, group, community or foreign contingent that suffered it."""
    verdict = as_the_loser(reading, figure)
    return verdict if verdict and _suffers(reading, figure, verdict.side) else None


def _suffers(reading: Reading, figure: Figure, side: str) -> bool:
    """Whether a loss of people of no stated kind may be counted as that side's: not a state's own people."""
    if reading.kind(figure) is Status.COMBATANT:
        return True
    return side != reading.war.home and (side != HOME or reading.kind(figure) is Status.ANY)


def _losses_inside(reading: Reading, figure: Figure) -> Verdict | None:
    losses = of_their_losses(reading, figure)
    if losses is None or not losses.side:
        return None
    fought = reading.kind(figure) is Status.COMBATANT or figure.outcome is Outcome.CAPTURED
    own = "own" in reading.document.low[max(0, figure.at - 8) : figure.at]
    theirs = losses.side in COMMUNITIES or (losses.side in GROUPS and own)
    forces = losses.side == HOME and reading.kind(figure) is Status.ANY
    return losses if fought or theirs or forces else None


_SURE = 0.85
_ARMED = Status.COMBATANT
_SPEECH = frozenset(
    "said says say told tell claimed claims announced spoke spoken reported admitted admit concede believe"
    " reckon".split()
)
_BETWEEN_STATES: tuple[_Rule, ...] = (
    in_the_phrase,
    in_the_label,
    as_the_loser,
    by_the_noun,
    jointly,
    of_their_losses,
    in_the_land,
    _another_war,
    in_the_predicate,
    given_by,
    _part_of_whole,
    the_war_itself,
    destroyed,
    _with_the_figure_before,
    captured,
    where_they_were_hit,
    victims,
    two_sides_in_the_sentence,
    _same_voice_goes_on,
    _of_who_speaks,
    _last_named_here,
    _carried_over,
)
_INSIDE_A_STATE: tuple[_Rule, ...] = (
    jointly,
    in_the_phrase,
    in_the_label,
    _loser_inside,
    by_the_noun,
    in_the_predicate,
    _losses_inside,
    destroyed,
    _another_war,
    _part_of_whole,
    _with_the_figure_before,
    _combatants,
)
"""Tried in this order; the first that decides is kept with its rule."""
