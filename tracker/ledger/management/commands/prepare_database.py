"""Bring the database to what the code expects: migrate as the owner, make the cache table, grant the app's role."""

from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from tracker.ledger.history_sql import APPEND_ONLY_TABLES


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        owner = "owner" if "owner" in connections else "default"
        call_command("migrate", database=owner, interactive=False, verbosity=options["verbosity"])
        call_command("createcachetable", database=owner, verbosity=0)
        app_role = connections["default"].settings_dict["USER"]
        if app_role != connections[owner].settings_dict["USER"]:
            grant(app_role, connections[owner])
            self.stdout.write(f"The role {app_role} reads and writes the ledger; its history it can only add to.")
        else:
            self.stdout.write("One role owns and uses the database: history is kept, but that role could disable it.")


def grant(role: str, connection: BaseDatabaseWrapper) -> None:
    """Give the app's role what it needs and no more: differences come from triggers alone, claims are never deleted."""
    name = connection.ops.quote_name(role)
    append_only = ", ".join(APPEND_ONLY_TABLES)
    with connection.cursor() as cursor:
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {name}")
        cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {name}")
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {name}")
        cursor.execute(f"REVOKE UPDATE, DELETE ON {append_only}, ledger_reach, django_migrations FROM {name}")
        cursor.execute(f"REVOKE INSERT ON ledger_difference, ledger_reach, django_migrations FROM {name}")
        cursor.execute(f"REVOKE DELETE ON ledger_claim FROM {name}")
