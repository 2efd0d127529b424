"""System checks: what about the ledger's history is not guarded, said plainly when commands run and when serving."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Tags, register
from django.core.checks import Warning as CheckWarning
from django.db import DatabaseError, connections

from tracker.ledger.history_sql import APPEND_ONLY_TABLES

log = logging.getLogger(__name__)

HINT = (
    "Let DATABASE_URL name a role that owns no table and MIGRATE_DATABASE_URL the role that does, then run "
    "`manage.py prepare_database`; see the README, running it for real."
)
GUARDS = """
SELECT rolsuper, pg_has_role(current_user, relowner, 'MEMBER'), has_table_privilege(current_user, pg_class.oid, %s)
FROM pg_class JOIN pg_roles ON rolname = current_user
WHERE relname = ANY(%s) AND relnamespace = 'public'::regnamespace
"""


@register(Tags.database)
def history_is_guarded(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """ledger.W001: the app's role could alter history, so only its code keeps history whole, not the database."""
    if "default" not in (databases or []):
        return []
    try:
        with connections["default"].cursor() as cursor:
            reasons = weaknesses(cursor)
    except DatabaseError:
        return []
    if not reasons:
        return []
    role = connections["default"].settings_dict["USER"]
    words = f"The history of changes is not guarded against the app itself: its role {role} {' and '.join(reasons)}."
    return [CheckWarning(words, hint=HINT, id="ledger.W001")]


def weaknesses(cursor: Any) -> list[str]:
    """Why the role behind this database cursor could alter history; empty when it cannot."""
    cursor.execute(GUARDS, ["UPDATE, DELETE, TRUNCATE", list(APPEND_ONLY_TABLES)])
    rows = cursor.fetchall()
    reasons = ("is a superuser", "owns the tables", "may change or delete recorded history")
    return [reason for at, reason in enumerate(reasons) if any(row[at] for row in rows)]


def warn_at_start() -> None:
    """Log what the check finds, and leave no connection behind for forked workers to share."""
    for message in history_is_guarded(databases=["default"]):
        log.warning("%s", message)
    connections.close_all()
