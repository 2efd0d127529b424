"""The app's own role: it writes the ledger through announced changes, and cannot touch its history."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

ANNOUNCE = "SELECT set_config('ledger.change', %s, true)"


@pytest.fixture
def app(app_role_url: str) -> Iterator[psycopg.Connection]:
    """A connection of the app's role, with a user and one announced change; everything is rolled back at the end."""
    with psycopg.connect(app_role_url) as connection:
        connection.execute(
            "INSERT INTO auth_user (id, username, password, is_superuser, is_staff, is_active, first_name, last_name, "
            "email, date_joined) VALUES (999999, 'role', '', false, false, true, '', '', '', now())"
        )
        change = connection.execute(
            "INSERT INTO ledger_change (by_id, verb, why) VALUES (999999, 'test', 'try the role') RETURNING id"
        ).fetchone()
        assert change
        connection.execute(ANNOUNCE, [str(change[0])])
        yield connection
        connection.rollback()


def add_source(app: psycopg.Connection) -> int:
    row = app.execute(
        "INSERT INTO ledger_source (name, slug, kind, country, languages, note) "
        "VALUES ('Role News', 'role-news', 'newspaper', '', '{}', '') RETURNING id"
    ).fetchone()
    assert row
    return int(row[0])


def test_it_writes_the_ledger_and_the_database_keeps_the_difference(app):
    number = add_source(app)
    kept = app.execute(
        "SELECT after ->> 'name', before FROM ledger_difference WHERE \"table\" = 'ledger_source' AND \"row\" = %s",
        [number],
    ).fetchall()
    assert kept == [("Role News", None)]


def test_without_a_change_it_writes_nothing(app):
    app.execute(ANNOUNCE, [""])
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="who and why"):
        add_source(app)


@pytest.mark.parametrize(
    "sql",
    [
        'INSERT INTO ledger_difference (change_id, "table", "row") SELECT id, \'ledger_claim\', 1 FROM ledger_change',
        "UPDATE ledger_difference SET before = NULL",
        "DELETE FROM ledger_difference",
        "TRUNCATE ledger_difference",
        "UPDATE ledger_change SET why = 'nothing to see'",
        "DELETE FROM ledger_change",
        "TRUNCATE ledger_change CASCADE",
        "DELETE FROM ledger_claim",
        "TRUNCATE ledger_claim CASCADE",
        "ALTER TABLE ledger_claim DISABLE TRIGGER ALL",
        "DROP TRIGGER history_of_update ON ledger_claim",
        "ALTER TABLE ledger_difference DISABLE TRIGGER USER",
        "SET session_replication_role = replica",
        "DROP TABLE ledger_difference CASCADE",
        "CREATE OR REPLACE FUNCTION ledger_keep_history() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
        "ALTER FUNCTION ledger_announced_change() OWNER TO CURRENT_USER",
        "CREATE TABLE public.mine (id int)",
        "DELETE FROM django_migrations",
        "SET ROLE cc_owner",
    ],
)
def test_it_cannot(app, sql):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute(sql)


def test_a_table_of_its_own_does_not_stand_in_for_the_ledgers(app):
    # pg_temp is searched first unless a function says otherwise: these say public first, pg_temp last.
    app.execute("CREATE TEMP TABLE ledger_difference (LIKE public.ledger_difference)")
    number = add_source(app)
    kept = app.execute(
        'SELECT count(*) FROM public.ledger_difference WHERE "table" = \'ledger_source\' AND "row" = %s', [number]
    ).fetchone()
    assert kept == (1,)
