"""Reading history: what each change did to a record, field by field, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Value
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext as _

from tracker.ledger.history_words import verb_in_words
from tracker.ledger.models import Change, Claim, Difference
from tracker.lib.tongue import number, say
from tracker.lib.vocabulary import Outcome

UNSAID = {
    "id",
    "version",
    "first_published_on",
    "logged_at",
    "logged_by_id",
    "vague_words",
    "folded",
    "text_sha256",
    "slug",
}
"""Columns that say nothing to a reader of the history."""
NAME_COLUMNS = {"name", "title"}
"""Columns that are their row's name, of tables that have one of them."""
TEXT = models.TextField()
PARTING = "\x1f"
"""Between the parts of a claim's name; no stored text holds it."""
Names = dict[tuple[str, int], str]
"""(table, number) → the row's name."""


@dataclass(frozen=True)
class FieldDifference:
    """One field before and after: values as stored, names of related rows in place of their numbers."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class RecordDifference:
    """What one change did to one row: ``what`` is "claim", "citation", …; ``did`` "added", "changed" or "removed"."""

    what: str
    row: int
    did: str
    fields: list[FieldDifference] = field(default_factory=list)

    @property
    def words(self) -> str:
        """What was done to what: "citation added"."""
        said = {"added": _("%(record)s added"), "changed": _("%(record)s changed"), "removed": _("%(record)s removed")}
        return said[self.did] % {"record": self.what}


@dataclass(frozen=True)
class ChangeInWords:
    change: Change
    records: list[RecordDifference]

    @property
    def verb(self) -> str:
        return verb_in_words(self.change.verb)


def of_claim(claim_id: int, known: Iterable[models.Model] = ()) -> list[ChangeInWords]:
    """The history of a claim and its citations, the latest change first.

    One query, and one more for the names of rows that are not among the ``known`` ones.
    """
    related = ("change__by", "change__undoes", "change__undone_by")
    rows = Difference.objects.filter(claim=claim_id).select_related(*related).order_by("-change", "id")
    changes = [(change, list(group)) for change, group in groupby(rows, key=lambda difference: difference.change)]
    return _in_words(changes, {(row._meta.db_table, row.pk): _called(row) for row in known})


def in_words(changes: Iterable[Change]) -> list[ChangeInWords]:
    """``changes`` come with their differences prefetched as ``shown``. Names are looked up once for each table."""
    return _in_words([(change, getattr(change, "shown", [])) for change in changes], {})


def _in_words(shown: list[tuple[Change, list[Difference]]], known: Names) -> list[ChangeInWords]:
    names = _names((difference for _, differences in shown for difference in differences), known)
    return [ChangeInWords(change, [_record(d, names) for d in differences]) for change, differences in shown]


def _models() -> dict[str, type[models.Model]]:
    return {model._meta.db_table: model for model in apps.get_app_config("ledger").get_models()}


def _foreign(model: type[models.Model]) -> dict[str, type[models.Model]]:
    return {f.attname: f.related_model for f in model._meta.concrete_fields if f.is_relation and f.related_model}


def _names(differences: Iterable[Difference], known: Names) -> Names:
    """(table, number) → the row's name, for every row that the differences point to."""
    asked: dict[type[models.Model], set[int]] = {}
    tables = _models()
    for difference in differences:
        for column, related in _foreign(tables[difference.table]).items():
            if column in UNSAID:
                continue
            for side in (difference.before, difference.after):
                pk = side.get(column) if side else None
                if pk is not None and (related._meta.db_table, pk) not in known:
                    asked.setdefault(related, set()).add(pk)
    return {**known, **_looked_up(asked)}


def _looked_up(asked: dict[type[models.Model], set[int]]) -> Names:
    """Names of rows: one query for all tables that can say theirs in SQL, one more for each other table."""
    names: Names = {}
    called: list[models.QuerySet[Any, Any]] = []
    for related, numbers in asked.items():
        rows, table = related._default_manager.filter(pk__in=numbers).order_by(), related._meta.db_table
        said = _said_in_sql(related)
        if said is None:
            names |= {(table, row.pk): str(row) for row in rows}
        else:
            called.append(rows.values_list(Value(table, TEXT), "pk", Cast(said, TEXT)))
    if called:
        names |= {(table, pk): _whole(name) for table, pk, name in called[0].union(*called[1:], all=True)}
    return names


def _called(row: models.Model) -> str:
    if isinstance(row, Claim):
        return _claim_called(row.figure, row.outcome, str(row.voice), str(row.as_of))
    return str(row)


def _claim_called(figure: str, outcome: str, voice: str, day: str) -> str:
    told = {"figure": figure, "outcome": Outcome(outcome).label, "voice": voice, "day": day}
    return _("%(figure)s %(outcome)s, %(voice)s, %(day)s") % told


def _whole(name: str) -> str:
    """A name from the database; a claim's comes in its parts."""
    parts = name.split(PARTING)
    return _claim_called(*parts) if len(parts) == 4 else name


def _said_in_sql(model: type[models.Model]) -> str | Concat | None:
    if model._meta.model_name == "claim":
        between = Value(PARTING)
        parts = ("as_worded", between, "outcome", between, "voice__name", between, Cast("as_of", TEXT))
        return Concat(*parts, output_field=TEXT)
    return next((f.name for f in model._meta.concrete_fields if f.name in NAME_COLUMNS), None)


def _record(difference: Difference, names: Names) -> RecordDifference:
    model = _models()[difference.table]
    before, after = difference.before or {}, difference.after or {}
    did = "changed" if before and after else "added" if after else "removed"
    fields = []
    for column in model._meta.concrete_fields:
        old, new = before.get(column.attname), after.get(column.attname)
        if column.attname in UNSAID or old == new or (not before and new in (None, "", [])):
            continue
        fields.append(
            FieldDifference(say(str(column.verbose_name)), _said(column, old, names), _said(column, new, names))
        )
    return RecordDifference(say(str(model._meta.verbose_name)), difference.row, did, fields)


def _said(column: Any, value: Any, names: Names) -> str:
    if value is None or value == "" or value == []:
        return ""
    if column.is_relation:
        return names.get((column.related_model._meta.db_table, value), _("number %(number)s") % {"number": value})
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if column.choices:
        return say(str(dict(column.flatchoices).get(value, value)))
    return number(value) if isinstance(value, int) else str(value)
