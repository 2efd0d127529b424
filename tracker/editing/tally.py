"""How the rules of reading fare: what became of the suggestions in which each of them fired."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count

from tracker.ledger.models import Conflict, Suggestion
from tracker.lib.tongue import say

PERIODS = {"since": ("period_start", "counted_from")}
"""A field that is read as one and stands in either of two of the claim form."""


@dataclass
class Fared:
    """A rule for one field: how often what it said was accepted untouched, changed, dismissed, or is still open."""

    field: str
    rule: str
    untouched: int = 0
    changed: int = 0
    dismissed: int = 0
    open: int = 0

    @property
    def label(self) -> str:
        return say(self.field.replace("_", " "))

    @property
    def decided(self) -> int:
        return self.untouched + self.changed + self.dismissed

    @property
    def kept(self) -> int | None:
        """How often it was right, in per cent of what was decided."""
        return round(100 * self.untouched / self.decided) if self.decided else None


def by_rule(conflicts: Iterable[Conflict]) -> list[Fared]:
    """Every rule that fired in a suggestion of these conflicts, by field, the most often used first: one query."""
    rows = Suggestion.objects.filter(conflict__in=conflicts, by_hand=False).order_by()
    counted = rows.values_list("reading__rules", "decision", "changed").annotate(times=Count("pk"))
    found: dict[tuple[str, str], Fared] = {}
    for rules, decision, changed, times in counted:
        for field, rule in (rules or {}).items():
            fared = found.setdefault((field, rule), Fared(field, rule))
            touched = set(changed).intersection(PERIODS.get(field, (field,)))
            became = decision if decision != "accepted" else "changed" if touched else "untouched"
            setattr(fared, became, getattr(fared, became) + times)
    return sorted(found.values(), key=lambda one: (one.field, -one.decided - one.open, one.rule))
