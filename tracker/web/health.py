"""``/healthz`` says the process answers; ``/readyz`` says it can serve: database reached, migrations run."""

from __future__ import annotations

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 whenever the process answers."""
    return plain("ok")


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when pages can be served, else 503 with the reason in words."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return plain("the database does not answer", status=503)
    if waiting:
        return plain(f"{len(waiting)} migrations have not been run", status=503)
    return plain("ready")


def plain(text: str, status: int = 200) -> HttpResponse:
    """A line of plain text that nobody keeps."""
    return HttpResponse(
        text + "\n", status=status, content_type="text/plain; charset=utf-8", headers={"Cache-Control": "no-store"}
    )
