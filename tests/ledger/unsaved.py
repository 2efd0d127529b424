"""A war of unsaved records for tests of what claims say: two sides, their bodies, and some who watch."""

from __future__ import annotations

from datetime import date
from itertools import count

from tracker.ledger.models import Claim, Conflict, Party, Source
from tracker.ledger.parties import PartyTree
from tracker.ledger.stances import Sides, Spoken

CONFLICT = Conflict(id=1, name="The war", start=date(2020, 9, 27))
ARMENIA = Party(id=1, name="Armenian side")
ARTSAKH = Party(id=2, name="Artsakh", parent_id=1)
REPUBLIC = Party(id=3, name="Armenia", parent_id=1)
AZERBAIJAN = Party(id=4, name="Azerbaijan")
TREE = PartyTree([ARMENIA, ARTSAKH, REPUBLIC, AZERBAIJAN])

AUTHORITIES = Source(id=1, name="Artsakh authorities", kind="government")
MINISTRY = Source(id=2, name="Artsakh Ministry of Defence", kind="ministry")
PROSECUTOR = Source(id=3, name="Prosecutor General", kind="government")
PUTIN = Source(id=4, name="Vladimir Putin", kind="person")
PRESS_TV = Source(id=5, name="Press TV", kind="broadcaster")
WATCHER = Source(id=6, name="The watcher", kind="monitor")
SIDES = Sides(
    TREE,
    {1: [Spoken(1, None, None)], 2: [Spoken(2, None, None)], 3: [Spoken(4, None, None)]},
    {},
)
DAY = date(2020, 10, 22)
_ids = count(1)


def claim(value: int | None = 874, claimant: Source | None = None, qualifier: str = "exact", **fields: object) -> Claim:
    """A claim as of DAY of people on all sides, in nobody's name but Press TV's unless a claimant is given."""
    defaults: dict[str, object] = {
        "conflict": CONFLICT,
        "as_of": DAY,
        "as_worded": "dozens",
        "voice": claimant or PRESS_TV,
    }
    return Claim(pk=next(_ids), value=value, qualifier=qualifier, claimant=claimant, **(defaults | fields))
