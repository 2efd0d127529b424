"""Whose word counts when a file is read again: the file's where the file changed, a person's where a person did."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from django.db import models

from tracker.exchange.running import VERB
from tracker.ledger.models import Difference

BOTH_CHANGED = "The file and a person changed this since the last import: correct it on the desk."

Said = dict[int, dict[str, Any]]


@dataclass
class Sorted:
    """``update``: fields to change; ``clashes``: fields that both the file and a person changed."""

    update: dict[str, Any] = field(default_factory=dict)
    clashes: list[str] = field(default_factory=list)


@cache
def columns(model: type[models.Model]) -> dict[str, str]:
    """Field → database column."""
    return {field.name: field.attname for field in model._meta.concrete_fields}


def said_by_imports(model: type[models.Model], rows: Collection[int]) -> Said:
    """For each of these rows, the value that an import last gave to each column, from the history."""
    said: Said = {}
    written = Difference.objects.filter(
        table=model._meta.db_table, row__in=rows, change__verb=VERB, after__isnull=False
    ).order_by("id")
    for row, before, after in written.values_list("row", "before", "after"):
        given = {name: value for name, value in (after or {}).items() if before is None or before.get(name) != value}
        said.setdefault(row, {}).update(given)
    return said


def differing(record: models.Model, wanted: Mapping[str, Any]) -> list[str]:
    """The fields in which the record is not as wanted."""
    return [name for name, value in wanted.items() if _plain(getattr(record, _column(record, name))) != _plain(value)]


def sort_out(record: models.Model, wanted: Mapping[str, Any], said: Mapping[str, Any]) -> Sorted:
    """What to do about a record that differs from its row; ``said`` is what imports last gave to its columns.

    1. The file says what it said before: a person changed the record since, and that stays.
    2. The record is as an import left it: the file changed, and the record follows.
    3. Both changed: a clash, for a person to decide.
    4. No import ever gave the field a value: only an empty one is filled.
    """
    result = Sorted()
    for name in differing(record, wanted):
        column = _column(record, name)
        now, new = _plain(getattr(record, column)), _plain(wanted[name])
        was = said.get(column)
        if column not in said:
            if now in (None, "", []):
                result.update[name] = wanted[name]
        elif new == was:
            continue
        elif now == was:
            result.update[name] = wanted[name]
        else:
            result.clashes.append(name)
    return result


def _column(record: models.Model, name: str) -> str:
    return columns(type(record))[name]


def _plain(value: Any) -> Any:
    """The value as the history keeps it, so that the two can be compared."""
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, str) else value
