"""Who says what about whom: the standing totals of a conflict by the people counted and the claimant's stance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice

from tracker.ledger.answers import STALE_DAYS, whole_conflict
from tracker.ledger.models import Claim
from tracker.ledger.stances import Sides
from tracker.lib.vocabulary import Stance, Status

MOST_SHOWN = 4
MOST_FOLDED = 12


@dataclass(frozen=True)
class Aged:
    """A standing claim, and by how many days it is older than the day asked for.

    ``stale``: much older than the newest about the same party.
    """

    claim: Claim
    days: int
    stale: bool


@dataclass(frozen=True)
class Cell:
    """What claimants of one stance say, the newest first."""

    stance: Stance
    claims: tuple[Aged, ...]

    @cached_property
    def shown(self) -> tuple[Aged, ...]:
        """At most MOST_SHOWN that are not stale; stale ones, greyed, only to make two."""
        fresh = [aged for aged in self.claims if not aged.stale][:MOST_SHOWN]
        stale = [aged for aged in self.claims if aged.stale]
        return (*fresh, *stale[: max(0, 2 - len(fresh))])

    @cached_property
    def folded(self) -> tuple[Aged, ...]:
        """The others, at most MOST_FOLDED."""
        shown = {id(aged) for aged in self.shown}
        others = (aged for aged in self.claims if id(aged) not in shown)
        return tuple(islice(others, MOST_FOLDED))

    @property
    def left_out(self) -> int:
        """How many more stand in the table of claims alone."""
        return len(self.claims) - len(self.shown) - len(self.folded)


@dataclass(frozen=True)
class Row:
    """One status of a party's people, a cell for each stance."""

    status: Status
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class People:
    """Whom a group of rows counts; ``party_id`` None: all sides together."""

    party_id: int | None
    party: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Matrix:
    """Parties in their order, all sides together last; of each the statuses that somebody counts."""

    stances: tuple[Stance, ...]
    people: tuple[People, ...]


def matrix(claims: Iterable[Claim], sides: Sides, day: date) -> Matrix:
    """The standing totals of the whole conflict by party, status and stance.

    A count is stale when it is more than 14 days older than the newest count about the same party, whoever gave that
    and whatever its status: a breakdown much older than its total, or a total much older than its breakdown.
    """
    totals = whole_conflict(claims)
    newest: dict[int | None, date] = {}
    for claim in totals:
        newest[claim.party_id] = max(newest.get(claim.party_id, date.min), claim.as_of)
    cells: dict[tuple[int | None, Status, Stance], list[Aged]] = defaultdict(list)
    for claim in totals:
        stance = sides.stance(claim.voice, claim.party_id, claim.as_of)
        stale = (newest[claim.party_id] - claim.as_of).days > STALE_DAYS
        key = (claim.party_id, Status(claim.status), stance)
        cells[key].append(Aged(claim, (day - claim.as_of).days, stale))
    order: list[int | None] = [*(party.pk for party in sides.tree), None]
    people = [People(party, sides.tree.name(party), _rows(party, cells)) for party in order if party in newest]
    return Matrix(tuple(Stance), tuple(people))


def _rows(party: int | None, cells: dict[tuple[int | None, Status, Stance], list[Aged]]) -> tuple[Row, ...]:
    rows = []
    for status in Status:
        found = {stance: sorted(cells.get((party, status, stance), []), key=_newest_first) for stance in Stance}
        if any(found.values()):
            rows.append(Row(status, tuple(Cell(stance, tuple(aged)) for stance, aged in found.items())))
    return tuple(rows)


def _newest_first(aged: Aged) -> tuple[int, str]:
    return aged.days, aged.claim.voice.name
