"""Rows of claims.csv made ready: every name looked up, every rule checked, nothing written yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError

from tracker.exchange.naming import Names, UnknownName
from tracker.exchange.records import stored
from tracker.exchange.running import Run
from tracker.exchange.tables import Row
from tracker.ledger import changes, rules
from tracker.ledger.models import Article, Claim, Source
from tracker.ledger.models.claims import IDENTITY
from tracker.lib.numbers import quoted
from tracker.lib.vocabulary import Precision, Scope

FIGURE = [
    "claimant", "qualifier", "value", "low", "high", "outcome", "status", "group", "party", "place", "incident",
    "scope", "counted_from", "period_start", "as_of",
]  # fmt: skip
"""What makes a claim the claim it is: every row that cites it says the same."""

DETAILS = [
    "as_worded", "kind", "as_of_precision", "said_on", "credibility", "includes_indirect", "editor_note",
]  # fmt: skip
"""What the rows of one claim add to it: the first that says something is taken, notes are put together."""


@dataclass
class Figure:
    """One row, ready: the claim it makes (unsaved, tidied) and its place in an article."""

    row: Row
    claim: Claim
    quoted: changes.Quoted
    details: dict[str, Any]
    part_of: str
    follows: str
    relation: str

    @property
    def ref(self) -> str:
        return self.quoted.ref

    @property
    def identity(self) -> tuple[Any, ...]:
        """Equal for rows that are one claim."""
        names = [name for name in IDENTITY if name != "relation"]
        return (*(getattr(self.claim, name) for name in names), self.relation)

    def figure(self) -> dict[str, Any]:
        return {name: getattr(self.claim, name) for name in FIGURE}


class Reader:
    """Makes figures of rows. ``known``: refs of all figures of the file, and of those the ledger holds already."""

    def __init__(self, run: Run, names: Names, articles: Mapping[str, Article], known: set[str]) -> None:
        self.run, self.names, self.articles, self.known = run, names, articles, known

    def read(self, rows: Iterable[Row]) -> list[Figure]:
        rows = list(rows)
        refs = Counter(row.values["ref"] for row in rows)
        figures = []
        for row in rows:
            before = len(self.run.problems)
            if refs[row.values["ref"]] > 1:
                self._refuse(row, "ref", f"{quoted(row.values['ref'])} stands in {refs[row.values['ref']]} rows.")
            self._check_links(row)
            figure = self._figure(row)
            if figure is not None and len(self.run.problems) == before:
                figures.append(figure)
        return figures

    def _refuse(self, row: Row, column: str, message: str) -> None:
        self.run.refuse("claims", row, column, message)

    def _check_links(self, row: Row) -> None:
        for column in ("part_of", "follows"):
            ref = row.values[column]
            if ref and ref == row.values["ref"]:
                self._refuse(row, column, "A figure cannot be this of itself.")
            elif ref and ref not in self.known:
                self._refuse(row, column, f"No figure goes by {quoted(ref)} in this file or in the ledger.")
        if bool(row.values["follows"]) != bool(row.values["relation"]):
            self._refuse(row, "relation", "Name the earlier figure and say how this one follows it: both, or neither.")

    def _figure(self, row: Row) -> Figure | None:
        article = self.articles.get(row.values["article_id"])
        if article is None:
            name = row.values["article_id"]
            refused = name in self.run.seen["articles"]
            words = "was refused" if refused else "is not known: give it a row in articles.csv"
            self._refuse(row, "article_id", f"The article {quoted(name)} {words}.")
        claimant, via = self._source(row, "claimant"), self._source(row, "via")
        counted = self._counted(row)
        if article is None or counted is None:
            return None
        claim = Claim(
            conflict=self.run.conflict, logged_by=self.run.by, claimant=claimant,
            voice=claimant or via or article.publisher, **counted,
        )  # fmt: skip
        rules.tidy(claim)
        try:
            rules.check(claim)
        except ValidationError as error:
            self.run.refuse_fields("claims", row, error)
            return None
        values = row.values
        place = changes.Quoted(
            article, values["quote"], values["figure_text"], values["claimant_text"], via,
            note=values["note"], ref=values["ref"],
        )  # fmt: skip
        details = {name: getattr(claim, name) for name in DETAILS}
        return Figure(row, claim, place, details, values["part_of"], values["follows"], stored(values["relation"]))

    def _source(self, row: Row, column: str) -> Source | None:
        try:
            return self.names.source(row.values[column], "claims", row)
        except UnknownName as error:
            self._refuse(row, column, str(error))
            return None

    def _counted(self, row: Row) -> dict[str, Any] | None:
        values = row.values
        as_of, precision = values["as_of"]
        scope = values["scope"]
        counted = {
            "as_worded": values["figure_text"],
            "status": values["category"].value,
            "as_of": as_of,
            "as_of_precision": (values["as_of_precision"] or precision or Precision.DAY).value,
            # The day an incident happened stands with the incident; its rows may repeat it here.
            "period_start": values["period_start"] if scope is Scope.PERIOD else None,
            "counted_from": values["period_start"] if scope in (Scope.CUMULATIVE, Scope.BACKGROUND) else None,
        }
        same = ("value", "low", "high", "qualifier", "outcome", "group", "scope", "place", "kind", "said_on")
        counted |= {name: stored(values[name]) for name in same}
        counted |= {name: values[name] for name in ("credibility", "includes_indirect", "editor_note")}
        for column, find in (("party", self.names.party), ("incident", self.names.incident)):
            try:
                counted[column] = find(values[column])
            except UnknownName as error:
                self._refuse(row, column, str(error))
                return None
        return counted


def put_together(figures: Iterable[Figure]) -> dict[str, Any]:
    """The details of one claim from all its rows, in the file's order."""
    details: dict[str, Any] = {}
    notes: dict[str, None] = {}
    for figure in figures:
        for name, value in figure.details.items():
            if name == "editor_note":
                notes |= dict.fromkeys([value] if value else [])
            elif name not in details or (_says_nothing(name, details[name]) and not _says_nothing(name, value)):
                details[name] = value
    return details | {"editor_note": " ".join(notes)}


_NOTHING = {"kind": "not_stated", "as_of_precision": "day"}


def _says_nothing(name: str, value: Any) -> bool:
    return value in (None, "") or _NOTHING.get(name) == value
