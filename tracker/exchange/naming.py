"""Names in cells to records of the ledger: sources, parties, incidents. Looked up once for a whole file."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from tracker.exchange.running import Run
from tracker.exchange.tables import Row
from tracker.ledger import changes
from tracker.ledger.models import Incident, Party, Source, SourceAlias
from tracker.lib.folding import fold
from tracker.lib.numbers import quoted
from tracker.lib.vocabulary import SourceKind

ALL_SIDES = {"both sides", "all sides", "all parties"}
"""What files call the people of all sides together; an empty cell says the same."""
AT_ONCE = 5_000


class UnknownName(ValueError):
    """A name that means nothing here; the message says what to do."""


class Names:
    """The records that names mean, for one import. What the import adds is told to it."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.sources: dict[str, Source] = {}
        self.parties: dict[str, Party] = {}
        self.incidents: dict[str, Incident] = {}
        self._fold = cache(fold)  # a file says the same few names over and over

    def load(self, wanted: Iterable[str]) -> None:
        """Look up the sources that go by these names, and all parties and incidents of the conflict."""
        folded = sorted({fold(name) for name in wanted if name})
        for start in range(0, len(folded), AT_ONCE):
            aliases = SourceAlias.objects.filter(folded__in=folded[start : start + AT_ONCE])
            self.sources |= {alias.folded: alias.source for alias in aliases.select_related("source__merged_into")}
        for party in self.run.conflict.parties.all():
            self.know_party(party)
        self.incidents |= {fold(incident.name): incident for incident in self.run.conflict.incidents.all()}

    def know_party(self, party: Party) -> None:
        self.parties |= {fold(name): party for name in [party.name, *party.aliases]}

    def know_source(self, source: Source, aliases: Iterable[str] = ()) -> None:
        self.sources |= {fold(name): source for name in [source.name, *aliases]}

    def source(self, name: str, kind: str, row: Row) -> Source | None:
        """The source of this name; None for an empty one. Raises UnknownName.

        With ``create_sources`` an unknown one is added, of kind "other", for a person to look at.
        """
        if not name:
            return None
        found = self.sources.get(self._fold(name))
        if found is None and self.run.create_sources:
            found = self.run.write(kind, row, lambda: self._added(name))
            if found is not None:
                self.know_source(found)
        if found is None:
            raise UnknownName(f"{quoted(name)} is no source known here: give it a row in sources.csv.")
        return found

    def _added(self, name: str) -> Source:
        return changes.add_source(**self.run.who, name=name, kind=SourceKind.OTHER.value)

    def party(self, name: str) -> Party | None:
        """The party of this name or alias; None for all sides. Raises UnknownName."""
        folded = self._fold(name)
        if folded in self.parties:
            return self.parties[folded]
        if folded and folded not in ALL_SIDES:
            raise UnknownName(f"{quoted(name)} is no party of this conflict: give it a row in parties.csv.")
        return None

    def incident(self, name: str) -> Incident | None:
        """The incident of this name; None for an empty one. Raises UnknownName."""
        if not name:
            return None
        folded = self._fold(name)
        if folded not in self.incidents:
            raise UnknownName(f"{quoted(name)} is no incident of this conflict: give it a row in incidents.csv.")
        return self.incidents[folded]
