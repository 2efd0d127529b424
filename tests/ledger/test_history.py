"""History is kept by the database: whatever writes, the record says who, when, why, before and after."""

from __future__ import annotations

import pytest
from django.db import Error, IntegrityError, ProgrammingError, connection, transaction

from tests.cast import make_claim, make_source, nour
from tracker.ledger import changes
from tracker.ledger.history_sql import APPEND_ONLY_TABLES, KEPT_TABLES
from tracker.ledger.models import Change, Claim, Difference, SourceAlias

pytestmark = pytest.mark.django_db


def differences_of(claim: Claim) -> list[Difference]:
    return list(Difference.objects.filter(table="ledger_claim", row=claim.pk))


def execute(sql: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


WRITES = {
    "save": lambda claim: save(claim),
    "update": lambda claim: Claim.objects.filter(pk=claim.pk).update(value=900),
    "bulk_update": lambda claim: bulk_update(claim),
    "raw SQL": lambda claim: execute("UPDATE ledger_claim SET value = 900 WHERE id = %s", claim.pk),
    "raw SQL that touches every row": lambda claim: execute("UPDATE ledger_claim SET value = value + 26"),
}


def save(claim: Claim) -> None:
    claim.value = 900
    claim.save()


def bulk_update(claim: Claim) -> None:
    claim.value = 900
    Claim.objects.bulk_update([claim], ["value"])


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES.keys())
def test_every_way_to_write_leaves_who_why_before_and_after(write):
    claim = make_claim(874)
    seen = len(differences_of(claim))
    with changes.making(by=nour(), why="the ministry counted again", verb="test"):
        write(claim)
    added = differences_of(claim)[seen:]
    assert [(d.before["value"], d.after["value"]) for d in added] == [(874, 900)]
    assert added[0].change.by == nour()
    assert added[0].change.why == "the ministry counted again"


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES.keys())
def test_a_write_that_nobody_announced_is_refused(write):
    claim = make_claim(874)
    with pytest.raises(ProgrammingError, match="who and why"), transaction.atomic():
        write(claim)
    claim.refresh_from_db()
    assert claim.value == 874


def test_a_bulk_write_of_a_hundred_rows_leaves_a_hundred_differences():
    source = make_source("The Daily River")
    with changes.making(by=nour(), why="many names", verb="test") as change:
        SourceAlias.objects.bulk_create(
            SourceAlias(source=source, name=f"River {n}", folded=f"river {n}") for n in range(100)
        )
    assert change.differences.filter(before__isnull=True, table="ledger_sourcealias").count() == 100


def test_a_removed_row_keeps_what_it_was():
    source = make_source("The Daily River")
    with changes.making(by=nour(), why="a wrong name", verb="test") as change:
        alias = changes.add_alias(by=nour(), why="a wrong name", source=source, name="The Weekly River")
        number = alias.pk
        alias.delete()
    removed = change.differences.get(after__isnull=True)
    assert (removed.table, removed.row, removed.before["name"]) == ("ledger_sourcealias", number, "The Weekly River")


def test_a_change_of_another_transaction_cannot_be_used_again():
    claim = make_claim(874)
    old = Change.objects.create(by=nour(), why="long ago", verb="test", made_in=1)
    with pytest.raises(ProgrammingError, match="who and why"), transaction.atomic():
        execute("SELECT set_config('ledger.change', %s, true)", str(old.pk))
        Claim.objects.filter(pk=claim.pk).update(value=1)


@pytest.mark.parametrize("table", KEPT_TABLES)
def test_no_kept_table_can_be_emptied(table):
    with pytest.raises(ProgrammingError, match="history would be lost"), transaction.atomic():
        execute(f"TRUNCATE {table} CASCADE")


@pytest.mark.parametrize("table", APPEND_ONLY_TABLES)
@pytest.mark.parametrize("sql", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_history_cannot_be_altered_even_by_its_owner(table, sql):
    make_claim(874)
    execute("SET CONSTRAINTS ALL IMMEDIATE")  # pending foreign keys would refuse a TRUNCATE before the trigger can
    with pytest.raises(ProgrammingError, match="history would be lost"), transaction.atomic():
        execute(sql.format(table))


def test_rows_cannot_be_renumbered():
    claim = make_claim(874)
    with pytest.raises(Error), transaction.atomic(), changes.making(by=nour(), why="hide it", verb="test"):
        execute("UPDATE ledger_claim SET id = id + 1000000 WHERE id = %s", claim.pk)


@pytest.mark.parametrize("why", ["", "   ", "\n\t"])
def test_a_change_without_a_reason_is_refused_by_the_database_too(why):
    with pytest.raises(IntegrityError, match="a_change_says_why"), transaction.atomic():
        Change.objects.create(by=nour(), why=why, verb="test")


def test_every_table_of_the_record_is_kept():
    from django.apps import apps

    tables = {model._meta.db_table for model in apps.get_app_config("ledger").get_models()}
    # Imports are a log themselves; memberships are rights, not record; reach is made from what is kept.
    unkept = {"ledger_import", "ledger_importrow", "ledger_membership", "ledger_reach", *APPEND_ONLY_TABLES}
    assert set(KEPT_TABLES) == tables - unkept
