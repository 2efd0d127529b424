"""Status of figures whose own words left it open: by whose people they are, who counts them and what adds up."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.lib.vocabulary import Group, Outcome, Status
from tracker.reading.figures import Figure
from tracker.reading.finding.armed import NEUTRAL, Talk, talk_of
from tracker.reading.finding.people import PEOPLE
from tracker.reading.parties.groups import COALITIONS, GROUPS
from tracker.reading.parties.wars import INTERVENING
from tracker.reading.parties.whose import COALITION, REBELS, Reading

_OPEN, _TOLD, _PARTS = 0.75, 0.85, 8
_CIVIL_BODIES = frozenset({"Palestinians"})
_COUNTING = frozenset("un unama unami ohchr nations hrmmu mission".split())
_MISSIONS = ("UN", "United Nations")


def settle_status(reading: Reading, figures: Sequence[Figure]) -> None:
    """Give a status to the figures of which neither noun nor clause says any."""
    _add_up(figures)
    for figure in figures:
        if not _is_open(reading, figure):
            continue
        rule = _of_fighters(reading, figure)
        if rule:
            figure.category = Status.COMBATANT
            figure.note("category", rule, 0.75)
            if figure.group is Group.MEN:
                figure.group = Group.NONE
    _as_the_claimant_counts(reading, figures)


def _is_open(reading: Reading, figure: Figure) -> bool:
    """Whether the status is only a default, and no noun leaves it open on purpose: "12 people"."""
    if figure.category is not Status.ANY or figure.group not in (Group.NONE, Group.MEN):
        return False
    noun = reading.document.low[figure.noun] if figure.noun is not None else ""
    return figure.sure.get("category", 1.0) <= _OPEN and (noun not in PEOPLE or noun in NEUTRAL)


def _of_fighters(reading: Reading, figure: Figure) -> str:
    """The rule by which the people counted are fighters, or ""."""
    side = reading.decided[id(figure)].side
    if side in GROUPS or side in (COALITION, REBELS) or (side in COALITIONS and not side.startswith(_MISSIONS)):
        return "people of an armed group or a foreign force"
    if not side:
        return ""
    if not reading.war.between_states():
        return "soldiers sent abroad" if side in INTERVENING and side != reading.war.home else ""
    sentence = reading.sentence(figure)
    if side in _CIVIL_BODIES or talk_of(reading.document.low[sentence.first : sentence.after]) is Talk.OTHERS:
        return ""
    speaker = reading.speaker(figure)
    if speaker and reading.foe(speaker) == side and figure.outcome is not Outcome.MISSING:
        return "the enemy's people, as who fights them counts"
    return ""


def _add_up(figures: Sequence[Figure]) -> None:
    """The whole has the status of its parts where they make it up; a part has that of its whole."""
    for index, whole in enumerate(figures):
        parts = [figure for figure in figures[index + 1 : index + _PARTS] if figure.part_of == index]
        if not parts:
            continue
        alike = {Status.COMBATANT if part.group is Group.POLICE else part.category for part in parts}
        made_up = len(parts) > 1 and whole.value == sum(part.value or 0 for part in parts)
        told = any(part.category is not Status.ANY for part in parts)
        if made_up and told and whole.category is Status.ANY and len(alike) == 1:
            whole.category = alike.pop()
            whole.note("category", "its parts are", 0.85)
        for part in parts:
            if part.category is Status.ANY and _passes_on(whole, part):
                part.category = whole.category
                part.note("category", "a part of those counted before", 0.85)


def _passes_on(whole: Figure, part: Figure) -> bool:
    if whole.category is Status.CIVILIAN:
        return True
    return whole.category is Status.COMBATANT and part.group is Group.NONE and part.sure.get("category", 1.0) <= _OPEN


def _as_the_claimant_counts(reading: Reading, figures: Sequence[Figure]) -> None:
    """A voice that counts fighters alone, or a mission that counts civilians alone, does so throughout."""
    told: dict[tuple[str, str], list[Status]] = {}
    for figure in figures:
        if figure.claimant and figure.part_of is None and figure.sure.get("category", 1.0) >= _TOLD:
            told.setdefault(_voice(reading, figure), []).append(figure.category)
    wholes = {figure.part_of for figure in figures}
    for index, figure in enumerate(figures):
        if not figure.claimant or index in wholes or not _is_open(reading, figure):
            continue
        counted = told.get(_voice(reading, figure), [])
        if set(counted) == {Status.COMBATANT} or (
            len(counted) > 1 and set(counted) == {Status.CIVILIAN} and _is_mission(figure)
        ):
            figure.category = counted[0]
            figure.note("category", "as all else that the claimant counts", 0.75)


def _is_mission(figure: Figure) -> bool:
    """Whether a mission of the United Nations that counts civilians gives the figure."""
    return any(word in _COUNTING for name in figure.claimant for word in name.lower().split())


def _voice(reading: Reading, figure: Figure) -> tuple[str, str]:
    return (figure.claimant[0] if figure.claimant else "", reading.decided[id(figure)].side)
