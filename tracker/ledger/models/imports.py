"""A file that was read in, and what became of each of its rows."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Import(models.Model):
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    conflict = models.ForeignKey("ledger.Conflict", on_delete=models.PROTECT, related_name="imports")

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name


class ImportRow(models.Model):
    class Outcome(models.TextChoices):
        CREATED = "created"
        CITED = "cited"  # the row's claim stood already: a citation was added
        UPDATED = "updated"
        UNCHANGED = "unchanged"
        REFUSED = "refused"

    of = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(help_text="Line in the file, the header being line 1.")
    ref = models.CharField(max_length=80, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    claim = models.ForeignKey("ledger.Claim", null=True, on_delete=models.PROTECT, related_name="import_rows")
    message = models.TextField(blank=True)

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.of} row {self.number}: {self.outcome}"
