"""What the standing claims of a conflict say, computed when asked: the headline, the floor, who says what about whom.

All take standing claims of one outcome on one day, loaded ``with_names``, and give dataclasses; nothing is stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.ledger.comparing import OUTCOMES_IN_WORDS, Counted, compare, counted_in_words, voice_in_words
from tracker.ledger.disagreements import stated_high, stated_low
from tracker.ledger.models import Claim
from tracker.ledger.parties import PartyTree
from tracker.ledger.querysets import IMPROBABLE
from tracker.ledger.stances import Sides
from tracker.lib.dates import show_day
from tracker.lib.vocabulary import Group, Outcome, Scope, Stance, Status

FRESH_DAYS = 7
"""A claim older than this still stands, but its day is said."""
WINDOWS = [FRESH_DAYS, 14, 21, 30, 90, 365]
"""Days before the newest claim within which the headline looks for two claims, in turn."""
DEAD_IN_WORDS = {Status.COMBATANT: "military dead", Status.CIVILIAN: "civilian dead"}


def whole_conflict(claims: Iterable[Claim]) -> list[Claim]:
    """Totals from the conflict's start, of all places and groups: the claims that headline, floor and matrix use."""
    return [
        claim
        for claim in claims
        if claim.scope == Scope.CUMULATIVE.value
        and claim.counted_from in (None, claim.conflict.start)
        and not claim.place
        and claim.incident_id is None
        and claim.group == Group.NONE.value
    ]


# the headline --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Headline:
    """The lowest and the highest standing count of a day and why they differ. Both None: no number stands."""

    day: date
    lowest: Claim | None
    highest: Claim | None
    because: str
    text: str


def headline(claims: Iterable[Claim], day: date, tree: PartyTree, outcome: Outcome = Outcome.KILLED) -> Headline:
    """The span of the counts on a day, in words.

    1. Totals from the conflict's start, of all places and groups (``whole_conflict``), that have a number and that no
       editor marked improbable (credibility 5).
    2. Of these the ones that count anyone, civilians or not; when there are none, all.
    3. Of these the ones at most 7 days older than the newest; when they state one number only, 14, 21, 30, 90,
       365 days, all: a count that nobody has repeated for weeks is not what is said on this day.
    4. The lowest and the highest by the number stated. Of equal numbers, the one that reaches lower or higher
       ("fewer than 1,000" is below 1,000), then the newer, then the attributed one.
    """
    totals = whole_conflict(claims)
    numbered = [claim for claim in totals if claim.interval is not None and claim.credibility != IMPROBABLE]
    dead = OUTCOMES_IN_WORDS[outcome]
    if not numbered:
        return Headline(day, None, None, "", _in_words_only(totals, day, dead))
    recent = _recent([claim for claim in numbered if claim.status == Status.ANY.value] or numbered)
    lowest, highest = min(recent, key=_lowness), max(recent, key=_highness)
    start = f"On {show_day(day)}"
    if len(recent) == 1:
        return Headline(day, lowest, highest, "", f"{start} one count of {dead} stood: {_said(lowest, day)}.")
    if stated_low(lowest) == stated_high(highest):
        said = ", ".join(dict.fromkeys([_said(lowest, day), _said(highest, day)]))
        return Headline(day, lowest, highest, "", f"{start} the counts of {dead} gave the same number: {said}.")
    because = why_they_differ(lowest, highest, tree)
    text = f"{start} the counts of {dead} ranged from {_said(lowest, day)} to {_said(highest, day)}, {because}."
    return Headline(day, lowest, highest, because, text)


def why_they_differ(lower: Claim, higher: Claim, tree: PartyTree) -> str:
    """Why two claims give different numbers, as a clause: "because they do not count the same people"."""
    comparison = compare(Counted.of(lower), Counted.of(higher), tree)
    if comparison.differs:
        return f"because {comparison.differs.difference.replace('They', 'they', 1)}"
    if lower.interval and higher.interval and lower.interval.overlaps(higher.interval):
        return "and both can be true: they count the same people, and some number fits both"
    if lower.as_of < higher.as_of:
        return "and they count the same people: the lower holds for an earlier day, so it may only be behind"
    return "although they count the same people: they contradict each other"


def _recent(claims: Sequence[Claim]) -> list[Claim]:
    newest = max(claim.as_of for claim in claims)
    for days in WINDOWS:
        recent = [claim for claim in claims if claim.as_of >= newest - timedelta(days=days)]
        if len({number for claim in recent for number in (stated_low(claim), stated_high(claim))}) > 1:
            return recent
    return list(claims)


def _lowness(claim: Claim) -> tuple[int, float, int, bool, int]:
    high = claim.interval.high if claim.interval else None
    reach = float("inf") if high is None else high
    return stated_low(claim), reach, -claim.as_of.toordinal(), claim.is_unattributed, claim.pk


def _highness(claim: Claim) -> tuple[int, int, int, bool, int]:
    reach = claim.interval.low if claim.interval else 0
    return stated_high(claim), reach, claim.as_of.toordinal(), not claim.is_unattributed, -claim.pk


def _said(claim: Claim, day: date) -> str:
    """A figure with who says it of whom, and as of when where that is more than a week ago."""
    old = (day - claim.as_of).days > FRESH_DAYS
    as_of = f"; as of {show_day(claim.as_of)}" if old else ""
    return f"{claim.figure} ({voice_in_words(claim)}: {counted_in_words(claim)}{as_of})"


def _in_words_only(totals: Sequence[Claim], day: date, dead: str) -> str:
    if not totals:
        return f"No count of {dead} stood on {show_day(day)}."
    newest = max(totals, key=lambda claim: (claim.as_of, claim.pk))
    return f"On {show_day(day)} {dead} were counted in words only: {_said(newest, day)}."


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
        parts = "; ".join(f"{part.side} {part.total:,}" for part in self.parts)
        return f"At least {self.total:,}, counting only what each side concedes: {parts}."


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
        _sum([_of_status(party, status, cells, tree) for status in DEAD_IN_WORDS]),
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
    return sum(number for number, _ in chosen), tuple(claim for _, rows in chosen for claim in rows)


def _missing(side: int, cells: Cells, chosen: Chosen, tree: PartyTree) -> list[str]:
    name = tree.name(side)
    if not cells:
        return [f"{name} has published no count of its own dead"]
    if any(claim.status == Status.ANY.value for claim in chosen[1]):
        return []
    published = {status for _, status in cells}
    return [f"{name} has published no {dead}" for status, dead in DEAD_IN_WORDS.items() if status not in published]


# who says what about whom --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Column:
    """Whom a column counts; ``party_id`` None: all sides together."""

    party_id: int | None
    party: str
    status: Status


@dataclass(frozen=True)
class Aged:
    """A standing claim and how many days before the day asked for it holds."""

    claim: Claim
    days: int


@dataclass(frozen=True)
class Row:
    stance: Stance
    cells: tuple[tuple[Aged, ...], ...]


@dataclass(frozen=True)
class Matrix:
    """Rows by the claimant's stance, all four; columns by party and status, those counted; cells newest first."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def matrix(claims: Iterable[Claim], sides: Sides, day: date) -> Matrix:
    """Who says what about whom: the standing totals of the whole conflict by stance, party and status."""
    cells: dict[tuple[Stance, int | None, Status], list[Aged]] = {}
    for claim in whole_conflict(claims):
        stance = sides.stance(claim.voice, claim.party_id, claim.as_of)
        key = (stance, claim.party_id, Status(claim.status))
        cells.setdefault(key, []).append(Aged(claim, (day - claim.as_of).days))
    parties = [party.pk for party in sides.tree]
    order: list[int | None] = [*parties, None]
    columns = [
        Column(party, sides.tree.name(party), status)
        for party in order
        for status in Status
        if any((stance, party, status) in cells for stance in Stance)
    ]
    rows = [
        Row(stance, tuple(_cell(cells.get((stance, c.party_id, c.status), [])) for c in columns)) for stance in Stance
    ]
    return Matrix(tuple(columns), tuple(rows))


def _cell(claims: list[Aged]) -> tuple[Aged, ...]:
    return tuple(sorted(claims, key=lambda aged: (aged.days, str(aged.claim.voice))))
