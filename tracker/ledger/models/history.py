"""Append-only history: who changed what, when and why.

A ``Change`` is written by a verb before it writes anything else. The database itself fills ``Difference`` by
triggers on every kept table (see ``history_sql``), from the ORM, bulk statements and raw SQL alike, and refuses
a write that no change announces. The app's role can neither alter nor delete either table.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Func, Q
from django.db.models.functions import Cast, Now

from tracker.ledger.querysets import ChangeQuerySet


class Change(models.Model):
    """One use of a verb: one person, one reason, one transaction."""

    at = models.DateTimeField(db_default=Now(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="changes")
    verb = models.CharField(max_length=40)
    why = models.CharField(max_length=500)
    conflict = models.ForeignKey("ledger.Conflict", null=True, on_delete=models.PROTECT, related_name="changes")
    made_in = models.BigIntegerField(
        db_default=Cast(Cast(Func(function="pg_current_xact_id"), models.TextField()), models.BigIntegerField()),
        editable=False,
        help_text="The transaction: a write is taken only under a change of its own transaction.",
    )
    undoes = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="undone_by")

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [models.CheckConstraint(name="a_change_says_why", condition=~Q(why__regex=r"^\s*$"))]
        indexes = [models.Index(name="changes_of_a_conflict", fields=["conflict", "-id"])]

    def __str__(self) -> str:
        return f"{self.verb} by {self.by}: {self.why}"


class Difference(models.Model):
    """One row before and after a change, written by the database."""

    change = models.ForeignKey(Change, on_delete=models.PROTECT, related_name="differences", db_index=False)
    table = models.CharField(max_length=63)
    row = models.BigIntegerField()
    claim = models.BigIntegerField(null=True, help_text="The claim that the row is, or belongs to.")
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(name="differences_of_a_row", fields=["table", "row"]),
            models.Index(name="changes_of_a_claim", fields=["claim", "-change"], condition=Q(claim__isnull=False)),
            models.Index(name="claims_of_a_change", fields=["change", "claim"]),
        ]

    def __str__(self) -> str:
        return f"{self.table} {self.row}"


class Reach(models.Model):
    """A conflict whose pages a change may alter, written by the database (see ``reach_sql``)."""

    change = models.ForeignKey(Change, on_delete=models.PROTECT, related_name="reaches", db_index=False)
    conflict = models.BigIntegerField(null=True, help_text="None: something that conflicts share.")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                name="a_change_reaches_a_conflict_once", fields=["conflict", "change"], nulls_distinct=False
            )
        ]
        indexes = [models.Index(name="changes_of_what_is_shared", fields=["-change"], condition=Q(conflict=None))]

    def __str__(self) -> str:
        return f"{self.change_id} {self.conflict}"
