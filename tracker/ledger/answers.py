"""What the standing claims of a conflict say, computed when asked: the headline and the floor.

Both take standing claims of one outcome on one day, loaded ``with_names``, and give dataclasses; nothing is stored.
How far comparable counts are apart is in ``apart``, who says what about whom in ``matrix``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from django.utils.translation import gettext as _

from tracker.ledger.comparing import Counted, compare, counted_in_words, outcome_in_words
from tracker.ledger.disagreements import stated_high, stated_low
from tracker.ledger.models import Claim
from tracker.ledger.parties import PartyTree
from tracker.ledger.querysets import IMPROBABLE
from tracker.ledger.sentences import Sentence, figure_of, sentence, text_of, voice_of
from tracker.ledger.stances import Sides
from tracker.lib.dates import show_day
from tracker.lib.tongue import number
from tracker.lib.vocabulary import Outcome, Scope, Stance, Status

FRESH_DAYS = 7
"""A claim older than this still stands, but its day is said, and it is set against none of newer days."""
STALE_DAYS = 14
"""A claim older than this, counted from the newest about the same people, is shown as stale beside it."""
WINDOWS = [FRESH_DAYS, 14, 21, 30, 90, 365]
"""Days before the newest claim within which the headline looks for two claims, in turn."""
_TOTAL = Scope.CUMULATIVE.value
_APART = (Status.COMBATANT, Status.CIVILIAN)
"""Those whom a side may count apart, and together are all its dead."""


def whole_conflict(claims: Iterable[Claim]) -> list[Claim]:
    """Totals from the conflict's start, of all places and groups: the claims that headline, floor and matrix use."""
    return [
        claim
        for claim in claims
        if not claim.place
        and not claim.group
        and claim.scope == _TOTAL
        and claim.incident_id is None
        and (claim.counted_from is None or claim.counted_from == claim.conflict.start)
    ]


def numbered_totals(claims: Iterable[Claim]) -> list[Claim]:
    """Those of ``whole_conflict`` that have a number and that no editor marked improbable (credibility 5)."""
    return [claim for claim in whole_conflict(claims) if _is_believable_number(claim)]


# the headline --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Headline:
    """The lowest and the highest standing count of a day and why they differ. Both None: no number stands."""

    day: date
    lowest: Claim | None
    highest: Claim | None
    because: str
    words: Sentence

    @property
    def text(self) -> str:
        return text_of(self.words)


def headline(
    claims: Iterable[Claim],
    day: date,
    tree: PartyTree,
    outcome: Outcome = Outcome.KILLED,
    *,
    anyone_first: bool = True,
) -> Headline:
    """The span of the counts on a day, in words.

    1. Totals from the conflict's start, of all places and groups (``whole_conflict``), that have a number and that no
       editor marked improbable (credibility 5).
    2. Of these the ones that count anyone, civilians or not; when there are none, all. Sides count their own and their
       enemy's civilians and soldiers apart: where one of these is asked for, all (``anyone_first`` False).
    3. Of these the ones at most 7 days older than the newest; when they state one number only, 14, 21, 30, 90,
       365 days, all: a count that nobody has repeated for weeks is not what is said on this day.
    4. The lowest and the highest by the number stated. Of equal numbers, the one that reaches lower or higher
       ("fewer than 1,000" is below 1,000), then the newer, then the attributed one.
    """
    totals = whole_conflict(claims)
    recent = spanned(totals, anyone_first=anyone_first)
    said = {"day": show_day(day), "people": outcome_in_words(outcome)}
    if not recent:
        return Headline(day, None, None, "", _in_words_only(totals, day, said))
    if anyone_first and all(claim.status == Status.ANY.value for claim in recent):
        said["people"] = _("%(people)s, civilian or not,") % said
    lowest, highest = min(recent, key=lowness), max(recent, key=highness)
    low, high = _said(lowest, day), _said(highest, day)
    if len(recent) == 1:
        words = sentence(_("On %(day)s one count of %(people)s stood: %(figure)s."), **said, figure=low)
        return Headline(day, lowest, highest, "", words)
    if stated_low(lowest) == stated_high(highest):
        both = low if text_of(low) == text_of(high) else sentence("%(low)s, %(high)s", low=low, high=high)
        words = sentence(
            _("On %(day)s the latest counts of %(people)s gave the same number: %(figures)s."), **said, figures=both
        )
        return Headline(day, lowest, highest, "", words)
    because = why_they_differ(lowest, highest, tree)
    ranged = _("On %(day)s the latest counts of %(people)s ranged from %(low)s to %(high)s, %(because)s.")
    return Headline(day, lowest, highest, because, sentence(ranged, **said, low=low, high=high, because=because))


def why_they_differ(lower: Claim, higher: Claim, tree: PartyTree) -> str:
    """Why two claims give different numbers, as a clause: "because they do not count the same people"."""
    comparison = compare(Counted.of(lower), Counted.of(higher), tree)
    if comparison.differs:
        return comparison.differs.because
    if lower.interval and higher.interval and lower.interval.overlaps(higher.interval):
        return _("and both can be true: they count the same people, and some number fits both")
    if lower.as_of < higher.as_of:
        return _("and they count the same people: the lower holds for an earlier day, so it may only be behind")
    return _("although they count the same people: they contradict each other")


class Stated(Protocol):
    """As much of a claim as it takes to choose those that a headline spans: a few columns of its row will do."""

    @property
    def as_of(self) -> date: ...
    @property
    def status(self) -> str: ...
    @property
    def credibility(self) -> int | None: ...
    @property
    def value(self) -> int | None: ...
    @property
    def low(self) -> int | None: ...
    @property
    def high(self) -> int | None: ...


Row = TypeVar("Row", bound=Stated)


def spanned(totals: Iterable[Row], *, anyone_first: bool = True) -> list[Row]:
    """Those of a conflict's totals that its headline spans (rules 1 to 3); of these alone it says the same."""
    numbered = [row for row in totals if _is_believable_number(row)]
    anyone = [row for row in numbered if row.status == Status.ANY.value] if anyone_first else []
    return _recent(anyone or numbered)


def _is_believable_number(row: Stated) -> bool:
    return (row.value is not None or row.low is not None) and row.credibility != IMPROBABLE


def _recent(rows: Sequence[Row]) -> list[Row]:
    newest = max((row.as_of for row in rows), default=date.min)
    for days in WINDOWS:
        recent = [row for row in rows if (newest - row.as_of).days <= days]
        if len({number for row in recent for number in _ends(row)}) > 1:
            return recent
    return list(rows)


def _ends(row: Stated) -> tuple[int | None, int | None]:
    return (row.low, row.high) if row.value is None else (row.value, row.value)


def lowness(claim: Claim) -> tuple[int, float, int, bool, int]:
    """Orders claims with a number from the lowest, as the headline does."""
    high = claim.interval.high if claim.interval else None
    reach = float("inf") if high is None else high
    return stated_low(claim), reach, -claim.as_of.toordinal(), claim.is_unattributed, claim.pk


def highness(claim: Claim) -> tuple[int, int, int, bool, int]:
    """Orders claims with a number towards the highest, as the headline does."""
    reach = claim.interval.low if claim.interval else 0
    return stated_high(claim), reach, claim.as_of.toordinal(), not claim.is_unattributed, -claim.pk


def _said(claim: Claim, day: date) -> Sentence:
    """A figure with who says it of whom, and as of when where that is more than a week ago."""
    old = (day - claim.as_of).days > FRESH_DAYS
    now, before = _("%(figure)s (%(voice)s: %(people)s)"), _("%(figure)s (%(voice)s: %(people)s; as of %(day)s)")
    template = before if old else now
    people, as_of = counted_in_words(claim), show_day(claim.as_of)
    return sentence(template, figure=figure_of(claim), voice=voice_of(claim), people=people, day=as_of)


def _in_words_only(totals: Sequence[Claim], day: date, said: dict[str, str]) -> Sentence:
    if not totals:
        return sentence(_("No count of %(people)s stood on %(day)s."), **said)
    newest = max(totals, key=lambda claim: (claim.as_of, claim.pk))
    return sentence(
        _("On %(day)s %(people)s were counted in words only: %(figure)s."), **said, figure=_said(newest, day)
    )


# the floor -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Conceded:
    """What one side concedes of its own dead: claims that count nobody twice, and the sum of their lower bounds."""

    side_id: int
    side: str
    claims: tuple[Claim, ...]
    total: int


@dataclass(frozen=True)
class Floor:
    """At least this many, counting only what each side concedes; ``missing`` says what no side's number covers."""

    parts: tuple[Conceded, ...]
    total: int
    missing: tuple[str, ...]

    @property
    def text(self) -> str:
        """In one sentence, always with its limits; empty when no side concedes a number."""
        if not self.parts:
            return ""
        words = _("At least %(total)s, counting only what each side concedes: %(parts)s.")
        parts = "; ".join(f"{part.side} {number(part.total)}" for part in self.parts)
        return words % {"total": number(self.total), "parts": parts}


Chosen = tuple[int, tuple[Claim, ...]]
Cells = dict[tuple[int, Status], Claim]


def floor(claims: Iterable[Claim], sides: Sides) -> Floor:
    """The floor of the killed: each belligerent side about its own dead, nobody counted twice.

    1. For each side its own claims (stance OWN) of killed: totals from the conflict's start, of all places and groups,
       whose interval starts above zero. Those that an editor marked improbable (credibility 5) are left out.
    2. Of several for one party and status, the highest lower bound: a side concedes what its own bodies say.
    3. Of a side the larger of: its claim of anyone; its civilians plus its combatants; the sum of its parties, each
       reckoned in the same way. Those of undetermined status are never added: another body may call them civilians.
    4. Sides are added: nobody is of two sides.
    """
    conceding: dict[int, Cells] = {side: {} for side in sides.tree.belligerent_sides()}
    for claim in whole_conflict(claims):
        if claim.outcome != Outcome.KILLED.value or claim.party_id is None or claim.credibility == IMPROBABLE:
            continue
        if _lower_bound(claim) and sides.stance(claim.voice, claim.party_id, claim.as_of) is Stance.OWN:
            cells = conceding.get(sides.tree.side(claim.party_id), {})
            key = (claim.party_id, Status(claim.status))
            cells[key] = max(cells.get(key, claim), claim, key=lambda each: (_lower_bound(each), each.as_of))
    chosen = {side: _anyone(side, cells, sides.tree) for side, cells in conceding.items()}
    parts = [Conceded(side, sides.tree.name(side), rows, total) for side, (total, rows) in chosen.items() if rows]
    missing = [words for side, cells in conceding.items() for words in _missing(side, cells, chosen[side], sides.tree)]
    return Floor(tuple(parts), sum(part.total for part in parts), tuple(missing))


def _lower_bound(claim: Claim) -> int:
    return claim.interval.low if claim.interval else 0


def _anyone(party: int, cells: Cells, tree: PartyTree) -> Chosen:
    return max(
        _one(cells.get((party, Status.ANY))),
        _sum([_of_status(party, status, cells, tree) for status in _APART]),
        _sum([_anyone(member, cells, tree) for member in tree.members(party)]),
        key=lambda chosen: chosen[0],
    )


def _of_status(party: int, status: Status, cells: Cells, tree: PartyTree) -> Chosen:
    members = _sum([_of_status(member, status, cells, tree) for member in tree.members(party)])
    return max(_one(cells.get((party, status))), members, key=lambda chosen: chosen[0])


def _one(claim: Claim | None) -> Chosen:
    return (_lower_bound(claim), (claim,)) if claim else (0, ())


def _sum(parts: Iterable[Chosen]) -> Chosen:
    chosen = list(parts)
    return sum(total for total, rows in chosen), tuple(claim for total, rows in chosen for claim in rows)


def _missing(side: int, cells: Cells, chosen: Chosen, tree: PartyTree) -> list[str]:
    name = tree.name(side)
    if not cells:
        return [_("%(side)s has published no count of its own dead") % {"side": name}]
    if any(claim.status == Status.ANY.value for claim in chosen[1]):
        return []
    published = {status for _party, status in cells}
    said = {
        Status.COMBATANT: _("%(side)s has published no military dead"),
        Status.CIVILIAN: _("%(side)s has published no civilian dead"),
    }
    return [said[status] % {"side": name} for status in _APART if status not in published]
