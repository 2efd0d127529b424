"""Announcing a change: the database takes a write only under a ``Change`` of the same transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, transaction

from tracker.ledger.models import Change, Claim, Conflict
from tracker.lib.tongue import say

_current: ContextVar[Change | None] = ContextVar("ledger_change", default=None)


class Refused(Exception):
    """The record stands in a way that does not allow this; the message says why, in words for the person."""


class Stale(Refused):
    """Someone else changed the claim since it was read: ``claim`` is how it stands now."""

    def __init__(self, claim: Claim) -> None:
        super().__init__(say("Someone else changed this claim while you were editing it."))
        self.claim = claim


@contextmanager
def making(
    *, by: Any, why: str, verb: str, conflict: Conflict | None = None, undoes: Change | None = None
) -> Iterator[Change]:
    """One transaction under one ``Change``; inside another ``making`` its change is shared.

    Raises ValidationError when ``why`` is empty or too long.
    """
    announced = _current.get()
    if announced is not None:
        yield announced
        return
    reason = " ".join(why.replace("\x00", " ").split())
    if not reason or len(reason) > 500:
        raise ValidationError({"why": say("Say why, in at most 500 characters.")})
    with transaction.atomic():
        change = Change.objects.create(by=by, why=reason, verb=verb, conflict=conflict, undoes=undoes)
        _announce(str(change.pk))
        token = _current.set(change)
        try:
            yield change
        finally:
            _current.reset(token)
        # Reached on success only: a rolled-back savepoint takes the setting back by itself.
        _announce("")


def _announce(change: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('ledger.change', %s, true)", [change])
