"""Looking back: what was added, corrected and withdrawn since a day, and on which days there was news."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date

from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, Value
from django.db.models.functions import TruncDate

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
    """The claims and withdrawals of a view as if it did not look back."""
    return replace(chosen, known_on=None, logged_on=None).with_withdrawals()


def since(chosen: ClaimFilter) -> Since:
    """What became known after the day that a view looks back to: one query that loads no claim.

    Corrections and withdrawals by the claimant are counted apart from what else was added.
    """
    by_logging = chosen.known_on is None
    day = TruncDate("logged_at", tzinfo=UTC) if by_logging else F("first_published_on")
    here = chosen.logged_on if by_logging else chosen.known_on
    known = chosen.known
    kinds = {"corrected": Relation.CORRECTS.value, "withdrawn": Relation.WITHDRAWS.value}
    counts = {name: Count("pk", filter=~known & Q(relation=word)) for name, word in kinds.items()}
    found = (
        ever(chosen)
        .order_by()
        .annotate(news=day, edit=_edited(chosen.logged_on))
        .aggregate(
            **counts,
            later=Count("pk", filter=~known),
            edited=Count("pk", filter=known & Q(edit=True)),
            first=Min("news"),
            before=Max("news", filter=Q(news__lt=here)),
            after=Min("news", filter=Q(news__gt=here)),
            last=Max("news"),
        )
    )
    added = found.pop("later") - found["corrected"] - found["withdrawn"]
    return Since(added=added, **found)


def nothing_since(claims: Iterable[Claim]) -> Since:
    """The first and the last day with news of a view that does not look back; ``claims`` are all of it."""
    days = {claim.first_published_on for claim in claims if claim.first_published_on}
    first, last = min(days, default=None), max(days, default=None)
    return Since(added=0, corrected=0, withdrawn=0, edited=0, first=first, before=None, after=None, last=last)


def _edited(logged_on: date | None) -> Exists | Value:
    """Whether a claim was there on that day and reads otherwise now; that it, or a report, was added is no edit."""
    if logged_on is None:
        return Value(False)
    edits = Difference.objects.filter(claim=OuterRef("pk"), before__isnull=False)
    return Exists(edits.filter(change__at__gt=end_of(logged_on)))
