"""Looking back: what was added, corrected and withdrawn since a day, and on which days there was news."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date

from django.db.models import Exists, OuterRef

from tracker.ledger.filters import ClaimFilter
from tracker.ledger.models import Claim, Difference
from tracker.ledger.querysets import ClaimQuerySet, end_of
from tracker.lib.vocabulary import Relation


@dataclass(frozen=True)
class Since:
    """News of a view since the day that it looks back to, and the days of news around that day.

    Days are those of publication, of logging when only ``logged_on`` is asked for. ``edited``: how many of the claims
    shown were changed in this ledger after ``logged_on``.
    """

    added: int
    corrected: int
    withdrawn: int
    edited: int
    first: date | None
    before: date | None
    after: date | None
    last: date | None

    @property
    def is_nothing(self) -> bool:
        return not (self.added or self.corrected or self.withdrawn)


def ever(chosen: ClaimFilter) -> ClaimQuerySet:
    """The claims and withdrawals of a view as if it did not look back; ``edited`` where it asks what was logged."""
    rows = replace(chosen, known_on=None, logged_on=None).with_withdrawals()
    if chosen.logged_on is None:
        return rows
    # What was there before and reads otherwise now; that the record itself, or a report, was added is no edit.
    edits = Difference.objects.filter(claim=OuterRef("pk"), before__isnull=False)
    later = edits.filter(change__at__gt=end_of(chosen.logged_on))
    return rows.annotate(edited=Exists(later))


def since(claims: Iterable[Claim], chosen: ClaimFilter) -> Since:
    """What became known after the day of a view; ``claims`` from ``ever``.

    Corrections and withdrawals by the claimant are counted apart from what else was added.
    """
    every = list(claims)
    later = [claim for claim in every if not chosen.knows(claim)]
    corrected = sum(claim.relation == Relation.CORRECTS.value for claim in later)
    withdrawn = sum(claim.relation == Relation.WITHDRAWS.value for claim in later)
    by_logging = chosen.known_on is None and chosen.logged_on is not None
    days = {day for claim in every if (day := _logged(claim) if by_logging else claim.first_published_on)}
    here = chosen.logged_on if by_logging else chosen.known_on
    return Since(
        added=len(later) - corrected - withdrawn,
        corrected=corrected,
        withdrawn=withdrawn,
        edited=sum(bool(getattr(claim, "edited", False)) for claim in every if chosen.knows(claim)),
        first=min(days, default=None),
        before=max((day for day in days if here and day < here), default=None),
        after=min((day for day in days if here and day > here), default=None),
        last=max(days, default=None),
    )


def _logged(claim: Claim) -> date:
    return claim.logged_at.astimezone(UTC).date()
