"""Undoing a change: every row goes back to what it was, as a change of its own that can be undone in turn."""

from __future__ import annotations

import json
from typing import Any

from django.db import IntegrityError, connection, transaction

from tracker.ledger.changes.announcing import Refused, making
from tracker.ledger.changes.claims import first_published
from tracker.ledger.history_sql import KEPT_TABLES
from tracker.ledger.models import Change, Claim, Difference, Suggestion
from tracker.ledger.permissions import require
from tracker.lib.tongue import marked, say
from tracker.lib.vocabulary import State

CLAIMS = "ledger_claim"
CITATIONS = "ledger_citation"
SUGGESTIONS = "ledger_suggestion"
UNDONE = marked("This change is undone already.")
DERIVED = {"version", "first_published_on"}
"""Columns that the verbs keep: not part of what an editor changed, and worked out anew after an undo."""


def revert_change(change: Change, *, by: Any, why: str) -> Change:
    """Undo ``change``, whole. Returns the change that undid it.

    1. A row that it altered gets its former values in the fields it altered.
    2. A row that it removed comes back under its number.
    3. A claim that it recorded becomes rejected, and keeps its citations; a citation added to a standing claim goes;
       any other row that it added goes, unless something else has come to need it.
    Refused when a later change touched one of the same fields or decided a suggestion that it made (undo that first),
    or the change is undone already.
    """
    change = Change.objects.select_related("by", "conflict").get(pk=change.pk)
    require(by, "revert_change" if change.by_id == by.pk else "revert_anothers_change", change.conflict)
    if Change.objects.filter(undoes=change).exists():
        raise Refused(say(UNDONE))
    try:
        with making(by=by, why=why, verb="revert_change", conflict=change.conflict, undoes=change) as undoing:
            _revert(change)
            return undoing
    except IntegrityError as error:
        # The app's role cannot lock a row of the history: of two editors the slower meets the first one's undo here.
        raise Refused(say(UNDONE)) from error


def _revert(change: Change) -> None:
    differences = list(change.differences.order_by("-id"))
    recorded = {d.row for d in differences if d.table == CLAIMS and d.before is None}
    touched: set[int] = set()
    left: list[Difference] = []
    try:
        for difference in differences:
            touched |= {difference.claim} if difference.claim else set()
            _put_back(difference, recorded, left)
        for difference in left:
            _remove_if_unneeded(difference)
        _keep_derived(touched)
        _ask_deferred_constraints()
    except IntegrityError as error:
        raise Refused(say("Something that came later stands in the way of undoing this change.")) from error


def _put_back(difference: Difference, recorded: set[int], left: list[Difference]) -> None:
    if difference.table not in KEPT_TABLES:
        raise Refused(f"{difference.table} is not kept any more.")
    if difference.after is None:
        _execute(
            f"INSERT INTO {difference.table} SELECT * FROM jsonb_populate_record(NULL::{difference.table}, %s::jsonb)",
            [json.dumps(difference.before)],
        )
    elif difference.before is not None:
        _restore(difference, {k: v for k, v in difference.before.items() if difference.after.get(k) != v})
    elif difference.table == CLAIMS:
        current = _current(difference)
        if current["state"] != State.REJECTED.value:
            _restore(difference, {"state": State.REJECTED.value}, seen=current)
    elif difference.table == CITATIONS and difference.claim in recorded:
        return
    else:
        if difference.table == SUGGESTIONS and _current(difference)["decision"] != Suggestion.Decision.OPEN.value:
            raise Refused(say("One of its suggestions was accepted or dismissed since: undo that one first."))
        left.append(difference)


def _restore(difference: Difference, fields: dict[str, Any], seen: dict[str, Any] | None = None) -> None:
    """Set ``fields``, unless one of them is no longer what the change made of it."""
    current = seen or _current(difference)
    fields = {name: value for name, value in fields.items() if name not in DERIVED}
    expected = seen or difference.after or {}
    moved = [name for name in fields if current.get(name) != expected.get(name)]
    if moved:
        names = ", ".join(say(name.removesuffix("_id").replace("_", " ")) for name in moved)
        raise Refused(say("A later change touched the same ({names}): undo that one first.").format(names=names))
    if not fields:
        return
    columns = ", ".join(connection.ops.quote_name(name) for name in fields)
    table = difference.table
    _execute(
        f"UPDATE {table} SET ({columns}) = "
        f"(SELECT {columns} FROM jsonb_populate_record(NULL::{table}, %s::jsonb)) WHERE id = %s",
        [json.dumps(fields), difference.row],
    )


def _current(difference: Difference) -> dict[str, Any]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT to_jsonb(t) FROM (SELECT * FROM {difference.table} WHERE id = %s FOR UPDATE) t", [difference.row]
        )
        row = cursor.fetchone()
    if row is None:
        raise Refused(say("A later change removed what this one touched: undo that one first."))
    # Django's own cursors hand jsonb over as text.
    current: dict[str, Any] = json.loads(row[0]) if isinstance(row[0], str) else row[0]
    return current


def _remove_if_unneeded(difference: Difference) -> None:
    try:
        with transaction.atomic():
            _execute(f"DELETE FROM {difference.table} WHERE id = %s", [difference.row])
            _ask_deferred_constraints()
    except IntegrityError:
        if difference.table == CITATIONS:
            raise


def _ask_deferred_constraints() -> None:
    """Have them checked here, where a refusal can be worded, and not only at the commit."""
    _execute("SET CONSTRAINTS ALL IMMEDIATE", [])
    _execute("SET CONSTRAINTS ALL DEFERRED", [])


def _keep_derived(claims: set[int]) -> None:
    for claim in Claim.objects.filter(pk__in=claims):
        claim.first_published_on = first_published(claim)
        claim.version += 1
        claim.save(update_fields=["first_published_on", "version"])


def _execute(sql: str, values: list[Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
