"""The parties of one conflict as a tree: whose side a party is on, and which party holds which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tracker.ledger.models import Conflict, Party
from tracker.lib.tongue import marked, say

ALL_SIDES = marked("all sides")


class PartyTree:
    """Parties by id. ``None`` stands for all sides together, which hold every party.

    Ids that the tree does not know (another conflict's) have no side but themselves and no name.
    """

    def __init__(self, parties: Iterable[Party]) -> None:
        self._parties = {party.pk: party for party in parties}
        self._members: dict[int | None, list[int]] = {}
        for party in self._parties.values():
            self._members.setdefault(party.parent_id, []).append(party.pk)

    @classmethod
    def of(cls, conflict: Conflict) -> PartyTree:
        """The tree of a conflict: one query."""
        return cls(Party.objects.filter(conflict=conflict))

    def __iter__(self) -> Iterator[Party]:
        return iter(self._parties.values())

    def ancestors(self, party_id: int) -> list[int]:
        """The party itself, then what it belongs to, up to its side."""
        path = [party_id]
        while (party := self._parties.get(path[-1])) and party.parent_id and party.parent_id not in path:
            path.append(party.parent_id)
        return path

    def descendants(self, party_id: int) -> set[int]:
        """The party itself and all that it holds."""
        return {known for known in self._parties if party_id in self.ancestors(known)} | {party_id}

    def side(self, party_id: int) -> int:
        """The root party that this one belongs to."""
        return self.ancestors(party_id)[-1]

    def members(self, party_id: int) -> list[int]:
        """The parties directly under this one."""
        return self._members.get(party_id, [])

    def belligerent_sides(self) -> list[int]:
        """The root parties that fight, in their order in lists."""
        return [party.pk for party in self._parties.values() if party.parent_id is None and party.belligerent]

    def contains(self, wide: int | None, narrow: int | None) -> bool:
        """True when everyone of ``narrow`` is also of ``wide``; a party contains itself."""
        if wide is None or wide == narrow:
            return True
        return narrow is not None and wide in self.ancestors(narrow)

    def by_slug(self, slug: str) -> Party | None:
        """The party with this address in the conflict."""
        return next((party for party in self._parties.values() if party.slug == slug), None)

    def name(self, party_id: int | None) -> str:
        """The party's name; "all sides" for None."""
        if party_id is None:
            return say(ALL_SIDES)
        party = self._parties.get(party_id)
        return party.name if party else say("another conflict's party")
