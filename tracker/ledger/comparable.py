"""Claims sorted by what they count, so that ten thousand need not be compared pair by pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from operator import itemgetter
from typing import Any

from tracker.ledger.comparing import Counted, comparable_key
from tracker.ledger.models import Claim
from tracker.ledger.querysets import LINE
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Scope

Comparable = Mapping[Hashable, list[Claim]]
"""Claims with a number by their ``comparable_key``, in the order given; those comparable with none are left out."""

_THING = itemgetter(
    "conflict_id", "outcome", "status", "group", "party_id", "place", "incident_id", "scope", "counted_from",
    "period_start",
)  # fmt: skip
_LINE = itemgetter(*LINE)
_TOTAL, _VAGUE = Scope.CUMULATIVE.value, Qualifier.VAGUE.value


def line_of(claim: Claim) -> tuple[Any, ...]:
    """A voice and everything counted: equal for two claims of one line."""
    # Read from the row itself: Django's attributes of foreign keys take ten times as long.
    found: tuple[Any, ...] = _LINE(vars(claim))
    return found


def comparable(claims: Iterable[Claim]) -> Comparable:
    """Claims comparable with each other together: what ``compare`` says of each two, without comparing each two."""
    keys: dict[Hashable, Hashable | None] = {}
    groups: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.qualifier == _VAGUE:
            continue
        # Totals of one thing are comparable whatever day they hold for; of anything else the last day is part of it.
        thing = _THING(vars(claim)), None if claim.scope == _TOTAL else claim.as_of
        if thing not in keys:
            keys[thing] = comparable_key(Counted.of(claim))
        key = keys[thing]
        if key is not None:
            groups[key].append(claim)
    return groups
