"""One import under way: who makes it and why, what was found wrong, what became of each row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.db import DataError, IntegrityError, transaction

from tracker.exchange.columns import FILES
from tracker.exchange.tables import Problem, Row
from tracker.ledger import changes
from tracker.ledger.models import Claim, Conflict, ImportRow

VERB = "import_claims"
Made = TypeVar("Made")
Outcome = ImportRow.Outcome


@dataclass(frozen=True)
class Fate:
    """What became of one row of claims.csv."""

    row: int
    ref: str
    outcome: Outcome
    claim: Claim | None = None
    message: str = ""


@dataclass
class Run:
    conflict: Conflict
    by: Any
    why: str
    draft: bool = False
    create_sources: bool = False
    progress: Callable[[int, int], None] = lambda done, total: None
    problems: list[Problem] = field(default_factory=list)
    tallies: dict[str, Counter[Outcome]] = field(default_factory=lambda: {kind: Counter() for kind in FILES})
    fates: list[Fate] = field(default_factory=list)
    file_names: dict[str, str] = field(default_factory=dict)
    seen: dict[str, set[str]] = field(default_factory=dict)
    """By kind of file, the stable names of all its rows, those included that could not be read."""
    stack: ExitStack = field(default_factory=ExitStack)
    announced: bool = False

    @property
    def who(self) -> dict[str, Any]:
        return {"by": self.by, "why": self.why}

    def write(self, kind: str, row: Row | None, act: Callable[[], Made]) -> Made | None:
        """Do one row's writes, all or none of them; None when the ledger refused, which is then a problem in words.

        ``row`` None is for a write of many rows at once.
        """
        self._announce()
        try:
            with transaction.atomic():
                return act()
        except ValidationError as error:
            self.refuse_fields(kind, row, error)
        except (changes.Refused, PermissionDenied) as error:
            self.refuse(kind, row, "", str(error))
        except (IntegrityError, DataError) as error:
            self.refuse(kind, row, "", f"The database refused it: {str(error).splitlines()[0]}")
        return None

    def _announce(self) -> None:
        """One change for the whole import, begun by its first write: an import that changes nothing leaves none."""
        if not self.announced:
            self.stack.enter_context(changes.making(verb=VERB, conflict=self.conflict, **self.who))
            self.announced = True

    def refuse(self, kind: str, row: Row | None, column: str, message: str) -> None:
        self.problems.append(Problem(self.file_names[kind], row.number if row else None, column, message))

    def refuse_fields(self, kind: str, row: Row | None, error: ValidationError) -> None:
        """The ledger's messages, each beside the column that its field comes from."""
        columns = {column.of_record: column.name for column in FILES[kind]} | _ELSEWHERE.get(kind, {})
        for name, messages in _by_field(error).items():
            for message in messages:
                self.refuse(kind, row, columns.get(name, "" if name == NON_FIELD_ERRORS else name), message)

    def count(self, kind: str, outcome: Outcome) -> None:
        self.tallies[kind][outcome] += 1

    def settle(self, row: Row, outcome: Outcome, claim: Claim | None = None, message: str = "") -> None:
        """Note what became of a row of claims.csv."""
        self.count("claims", outcome)
        self.fates.append(Fate(row.number, row.cells.get("ref", "")[:80], outcome, claim, message))

    def refused_rows(self, kind: str) -> dict[int, str]:
        """Row number → what is wrong with it, of one file."""
        refused: dict[int, str] = {}
        for problem in self.problems:
            if problem.file == self.file_names.get(kind) and problem.row:
                words = f"{problem.column}: {problem.message}" if problem.column else problem.message
                refused[problem.row] = f"{refused[problem.row]} {words}" if problem.row in refused else words
        return refused


_ELSEWHERE = {"claims": {"wording": "figure_text", "counted_from": "period_start"}}
"""Fields of a record that share a column with another."""


def _by_field(error: ValidationError) -> Mapping[str, Iterable[str]]:
    if hasattr(error, "error_dict"):
        return dict(error.message_dict)
    return {NON_FIELD_ERRORS: error.messages}
