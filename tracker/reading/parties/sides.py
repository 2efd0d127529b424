"""Whose people each figure counts.

Rules are tried in order, from what stands in the counted phrase itself ("four Norwegian soldiers") through the clause
("Russia had lost 350,000") to what carries over from the figure or the sentence before.
"""

from __future__ import annotations

from collections.abc import Callable

from tracker.lib.vocabulary import Outcome, Scope, Status
from tracker.reading.figures import Article, Figure
from tracker.reading.parties.combatants import combatants
from tracker.reading.parties.counted_side import (
    by_the_noun,
    in_the_label,
    in_the_phrase,
    in_the_predicate,
    jointly,
    of_a_fight,
    of_the_craft,
)
from tracker.reading.parties.countries import POLITIES
from tracker.reading.parties.groups import COMMUNITIES, GROUPS
from tracker.reading.parties.hit_side import (
    captured,
    destroyed,
    given_by,
    in_the_land,
    killed_by,
    the_war_itself,
    two_sides_in_the_sentence,
    where_they_were_hit,
)
from tracker.reading.parties.losses import as_the_loser, of_their_losses
from tracker.reading.parties.mentions import Mention
from tracker.reading.parties.naming import names_of
from tracker.reading.parties.ours_and_theirs import ours_or_theirs
from tracker.reading.parties.rivals import PROTECTED
from tracker.reading.parties.second_look import settle_status
from tracker.reading.parties.topics import fronted, told_of, under_a_heading
from tracker.reading.parties.wars import INTERVENING
from tracker.reading.parties.whose import COALITION, HOME, NOBODY, Reading, Verdict

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
    _as_in_the_body(reading)
    mixed = _mixed_wholes(reading)
    _as_its_parts(reading)
    for index, figure in enumerate(figures):
        verdict = reading.decided[id(figure)]
        if index in mixed and verdict.sure <= _SURE:
            verdict = Verdict(NOBODY, "its parts are of different sides", 0.8)
        figure.party = names_of(verdict.side, reading, verdict.noun) if verdict.side else []
        figure.note("party", verdict.rule, verdict.sure)
    settle_status(reading, figures)


def _as_in_the_body(reading: Reading) -> None:
    """A figure of a headline whose side is unsure has that of the same number in the text below."""
    surest: dict[tuple[int | None, Outcome], Verdict] = {}
    for figure in reversed(reading.figures):
        verdict, key = reading.decided[id(figure)], (figure.value, figure.outcome)
        if reading.sentence(figure).paragraph > 0 and not reading.document.is_heading(figure.at):
            if figure.value is not None and figure.value > _FEW and verdict.sure >= surest.get(key, verdict).sure:
                surest[key] = verdict
        elif key in surest and max(verdict.sure, _UNSURE) < surest[key].sure:
            reading.decided[id(figure)] = surest[key]._replace(rule="the same number in the text", sure=0.7)


def _as_its_parts(reading: Reading) -> None:
    """A figure without a side that its parts, all of one side, make up has theirs."""
    for index, whole in enumerate(reading.figures):
        parts = [one for one in reading.figures[index + 1 : index + _PARTS] if one.part_of == index]
        sides = {reading.decided[id(part)].side for part in parts}
        made_up = len(parts) > 1 and whole.value == sum(part.value or 0 for part in parts)
        sure = all(reading.decided[id(part)].sure >= _SURE for part in parts)
        if made_up and sure and len(sides) == 1 and not reading.decided[id(whole)].side:
            reading.decided[id(whole)] = reading.decided[id(parts[0])]._replace(rule="the side of its parts")


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
        before = reading.previous(figure)
        if before is not None and before.at >= first and not reading.between(before.after, figure.at):
            return reading.decided[id(before)]._replace(sure=0.7)
        for mention in reading.between(first, min(first + 2, figure.at)):
            following = reading.words[mention.after]
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
    if whole is None or (not whole.side and reading.in_arms(figure)):
        return None
    if _turns_to_another(reading, figure, reading.figures[figure.part_of], whole.side):
        return None
    if not whole.side and reading.war.between_states() and reading.speaker(figure) in reading.war.sides:
        return None
    return Verdict(whole.side, "the side of the figure it is part of", min(whole.sure, 0.9))


def _turns_to_another(reading: Reading, figure: Figure, whole: Figure, side: str) -> bool:
    """Whether the part's sentence, a later one than the whole's, opens with another belligerent's name."""
    first = reading.sentence(figure).first
    opening = reading.between(first, first + 2) if side and whole.at < first <= figure.at - 2 else []
    return any(one.side in reading.war.sides and one.side != side and not reading.is_land(one) for one in opening)


def _with_the_figure_before(reading: Reading, figure: Figure) -> Verdict | None:
    """ "X killed and Y wounded": the side of the figure before it in the sentence, unless one is named between."""
    before = _whole_of(reading, figure, reading.previous(figure))
    if before is None or before.at < reading.sentence(figure).first:
        return None
    decided = reading.decided.get(id(before))
    if (
        decided
        and ";" in reading.document.low[before.after : figure.at]
        and decided.side in POLITIES
        and not reading.fights(decided.side)
    ):
        return None
    named = [
        one
        for one in reading.between(before.after, figure.at)
        if not (reading.attacks(one) or reading.is_against(one))
        and (reading.fights(one.side) or one.kind == "community")
        and one.at > before.after
    ]
    if (
        decided is None
        or named
        or (reading.in_arms(before) is not reading.in_arms(figure) and not reading.war.between_states())
    ):
        return None
    return Verdict(decided.side, "the side of the figure before it", min(decided.sure, 0.85))


def _whole_of(reading: Reading, figure: Figure, before: Figure | None) -> Figure | None:
    """The figure that ``before`` is part of, where ``figure`` is not: "14 dead, a Malaysian among them, and 340"."""
    if before is None or before.part_of is None or before.part_of == figure.part_of:
        return before
    whole = reading.figures[before.part_of] if 0 <= before.part_of < len(reading.figures) else before
    return whole if whole.at >= reading.sentence(figure).first and whole is not figure else before


def _of_who_speaks(reading: Reading, figure: Figure) -> Verdict | None:
    """A belligerent that says of whom it speaks nothing else speaks of its own."""
    speaker = reading.speaker(figure)
    if speaker is None or not reading.fights(speaker):
        return None
    client = next((side for side in PROTECTED.get(speaker, ()) if side in reading.war.sides), None)
    if client and reading.kind(figure) is not _ARMED:
        return Verdict(client, "those for whom the claimant took up arms", 0.7)
    return Verdict(speaker, "the claimant's own", 0.75)


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
    if not same or named or not reading.fights(decided.side):
        return None
    return Verdict(decided.side, "the claimant goes on about the same side", min(decided.sure, 0.75))


def _community_speaks(reading: Reading, figure: Figure) -> Verdict | None:
    """Inside a state: bodies of a community that count the dead count its own."""
    if reading.kind(figure) is _ARMED:
        return None
    bodies = [name for name in figure.claimant if not _BODIES.isdisjoint(name.lower().split())]
    side = next((one for name in bodies for one in reading.sides_of(name)[:1] if one in COMMUNITIES), None)
    return Verdict(side, "the community that speaks", 0.65) if side else None


def _carried_over(reading: Reading, figure: Figure) -> Verdict | None:
    """What the figure before it in the paragraph has, else the side last named there, else the figure before it."""
    before = reading.previous(figure)
    since = max(reading.paragraph_start(figure), before.after if before else 0)
    named = [one for one in reading.between(since, figure.at) if reading.fights(one.side) and not reading.is_field(one)]
    named = [one for one in named if not reading.is_against(one) or reading.attacks(one)]
    named = [one for one in named if one.side not in INTERVENING or not reading.is_land(one)]
    if named:
        return _last_of(reading, named)
    if _sums_up(reading, figure):
        return Verdict(NOBODY, "a count of people that names no side", 0.7)
    earlier = [one for one in reading.earlier(figure) if reading.decided[id(one)].side in reading.war.sides]
    alike = [one for one in earlier if (reading.kind(one) is _ARMED) is (reading.kind(figure) is _ARMED)]
    for one in (alike or earlier)[:1]:
        return Verdict(reading.decided[id(one)].side, "the side of a figure before it", 0.7)
    side = reading.focus(figure.at, people_only=False)
    if side and reading.fights(side):
        return Verdict(side, "the side last named", 0.5)
    set_here = reading.scene and reading.sentence(figure).paragraph > 0
    return Verdict(reading.scene or NOBODY, "the land in which the article is set", 0.6) if set_here else None


def _sums_up(reading: Reading, figure: Figure) -> bool:
    """ "Some 500 people are known to have died by now": said by nobody of a side, where a paragraph begins."""
    noun = reading.words[figure.noun] if figure.noun is not None else ""
    opens = figure.at - reading.paragraph_start(figure) < _CLAUSE
    return noun in _PEOPLE and opens and reading.speaker(figure) is None and figure.scope is not Scope.INCIDENT


def _last_of(reading: Reading, named: list[Mention]) -> Verdict | None:
    """The last side named; its enemy where it attacks; nobody where it is "X and Y"."""
    last = named[-1]
    if reading.attacks(last):
        foe = reading.foe(last.side)
        return Verdict(foe, "the enemy of who attacked before", 0.6) if foe else None
    if len(named) > 1 and named[-2].side != last.side and reading.document.low[named[-2].after : last.at] == ["and"]:
        return Verdict(NOBODY, "two sides last named together", 0.6)
    return Verdict(last.side, "the side last named in the paragraph", 0.7)


def _loser_inside(reading: Reading, figure: Figure) -> Verdict | None:
    """Inside a state a loss belongs to the force, group, community or foreign contingent that suffered it."""
    if reading.kind(figure) is Status.ANY and not reading.unnamed(figure):
        return None
    verdict = as_the_loser(reading, figure)
    return verdict if verdict and _suffers(reading, figure, verdict.side) else None


def _suffers(reading: Reading, figure: Figure, side: str) -> bool:
    """Whether a loss of people of no stated kind may be counted as that side's: not a state's own people."""
    if reading.kind(figure) is Status.COMBATANT:
        return True
    if reading.kind(figure) is Status.CIVILIAN:
        return side in COMMUNITIES
    return side != reading.war.home and (side != HOME or reading.kind(figure) is Status.ANY)


def _losses_inside(reading: Reading, figure: Figure) -> Verdict | None:
    losses = of_their_losses(reading, figure)
    if losses is None or not losses.side:
        return None
    fought = reading.kind(figure) is Status.COMBATANT or figure.outcome is Outcome.CAPTURED
    own = "own" in reading.document.low[max(0, figure.at - 8) : figure.at]
    on_a_side = "side" in reading.document.low[figure.after : figure.after + 8]
    theirs = losses.side in COMMUNITIES or (losses.side in GROUPS and (own or on_a_side))
    forces = losses.side in (HOME, COALITION) and reading.kind(figure) is Status.ANY
    return losses if fought or theirs or forces else None


_SURE = 0.85
_PARTS = 8
_CLAUSE = 8
_FEW, _UNSURE = 4, 0.72
_BODIES = frozenset(
    "forum organisation organization organisations organizations council leaders leader elders elder community"
    " committee association union society students chiefs groups bodies body tribal apex".split()
)
"""Words of those who speak for a community."""
_PEOPLE = frozenset({"people", "lives", "persons"})
_ARMED = Status.COMBATANT
_BETWEEN_STATES: tuple[_Rule, ...] = (
    ours_or_theirs,
    in_the_phrase,
    in_the_label,
    of_the_craft,
    fronted,
    as_the_loser,
    by_the_noun,
    jointly,
    of_a_fight,
    of_their_losses,
    in_the_land,
    _another_war,
    in_the_predicate,
    given_by,
    killed_by,
    _part_of_whole,
    the_war_itself,
    destroyed,
    _with_the_figure_before,
    captured,
    where_they_were_hit,
    two_sides_in_the_sentence,
    told_of,
    under_a_heading,
    _same_voice_goes_on,
    _of_who_speaks,
    _carried_over,
)
_INSIDE_A_STATE: tuple[_Rule, ...] = (
    jointly,
    ours_or_theirs,
    in_the_phrase,
    in_the_label,
    of_the_craft,
    fronted,
    _loser_inside,
    by_the_noun,
    of_a_fight,
    in_the_predicate,
    killed_by,
    _losses_inside,
    destroyed,
    _part_of_whole,
    told_of,
    _with_the_figure_before,
    _community_speaks,
    under_a_heading,
    combatants,
)
"""Tried in this order; the first that decides is kept with its rule."""
