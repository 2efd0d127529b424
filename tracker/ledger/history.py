"""Reading history: what each change did to a record, field by field, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Prefetch

from tracker.ledger.models import Change, Difference

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


@dataclass(frozen=True)
class ChangeInWords:
    change: Change
    records: list[RecordDifference]

    @property
    def verb(self) -> str:
        return self.change.verb.replace("_", " ")


def of_claim(claim_id: int) -> list[ChangeInWords]:
    """The history of a claim and its citations, the latest change first."""
    shown = Prefetch("differences", Difference.objects.filter(claim=claim_id), to_attr="shown")
    return in_words(Change.objects.of_claim(claim_id).prefetch_related(shown))


def in_words(changes: Iterable[Change]) -> list[ChangeInWords]:
    """``changes`` come with their differences prefetched as ``shown``. Names are looked up once for each table."""
    shown: list[tuple[Change, list[Difference]]] = [(change, getattr(change, "shown", [])) for change in changes]
    names = _names(difference for _, differences in shown for difference in differences)
    return [ChangeInWords(change, [_record(d, names) for d in differences]) for change, differences in shown]


def _models() -> dict[str, type[models.Model]]:
    return {model._meta.db_table: model for model in apps.get_app_config("ledger").get_models()}


def _foreign(model: type[models.Model]) -> dict[str, type[models.Model]]:
    return {f.attname: f.related_model for f in model._meta.concrete_fields if f.is_relation and f.related_model}


def _names(differences: Iterable[Difference]) -> dict[tuple[str, int], str]:
    """(table, number) → the row's name, for every row that the differences point to."""
    asked: dict[type[models.Model], set[int]] = {}
    tables = _models()
    for difference in differences:
        for column, related in _foreign(tables[difference.table]).items():
            if column in UNSAID:
                continue
            for side in (difference.before, difference.after):
                if side and side.get(column) is not None:
                    asked.setdefault(related, set()).add(side[column])
    names: dict[tuple[str, int], str] = {}
    for related, numbers in asked.items():
        rows = related._default_manager.filter(pk__in=numbers)
        rows = rows.select_related("voice") if related._meta.model_name == "claim" else rows
        names |= {(related._meta.db_table, row.pk): str(row) for row in rows}
    return names


def _record(difference: Difference, names: dict[tuple[str, int], str]) -> RecordDifference:
    model = _models()[difference.table]
    before, after = difference.before or {}, difference.after or {}
    did = "changed" if before and after else "added" if after else "removed"
    fields = []
    for column in model._meta.concrete_fields:
        old, new = before.get(column.attname), after.get(column.attname)
        if column.attname in UNSAID or old == new or (not before and new in (None, "", [])):
            continue
        fields.append(FieldDifference(str(column.verbose_name), _said(column, old, names), _said(column, new, names)))
    return RecordDifference(str(model._meta.verbose_name), difference.row, did, fields)


def _said(column: Any, value: Any, names: dict[tuple[str, int], str]) -> str:
    if value is None or value == "" or value == []:
        return ""
    if column.is_relation:
        return names.get((column.related_model._meta.db_table, value), f"number {value}")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if column.choices:
        return str(dict(column.flatchoices).get(value, value))
    return f"{value:,}" if isinstance(value, int) else str(value)
