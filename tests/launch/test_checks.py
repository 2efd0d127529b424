"""ledger.W001: the app's role must not be able to alter history."""

import psycopg
import pytest

from tracker.launch.checks import history_is_guarded, weaknesses


@pytest.mark.django_db
def test_one_role_for_everything_is_warned_about() -> None:
    (warning,) = history_is_guarded(databases=["default"])
    assert warning.id == "ledger.W001"
    assert "owns the tables" in warning.msg
    assert "MIGRATE_DATABASE_URL" in warning.hint


def test_the_granted_role_is_not(app_role_url: str) -> None:
    with psycopg.connect(app_role_url) as connection, connection.cursor() as cursor:
        assert weaknesses(cursor) == []


def test_nothing_is_asked_of_the_database_unless_it_is_named() -> None:
    assert history_is_guarded() == []
