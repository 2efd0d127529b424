"""A claim with everything that its page needs to place it, in one query."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.shortcuts import get_object_or_404

from tracker.ledger.models import Claim, Party
from tracker.ledger.parties import PartyTree

JOINED = (
    "merged_into", "part_of__voice", "part_of__party", "part_of__claimant", "part_of__conflict", "follows__voice",
    "follows__party", "follows__claimant", "follows__conflict",
)  # fmt: skip


def claim_numbered(number: int) -> Any:
    """The claim of any state, with names, channels, whole, predecessor, and its conflict's ``parties``.

    Raises Http404.
    """
    of_it: dict[str, Any] = {"conflict": OuterRef("conflict")}
    said = JSONObject(
        id="id", name="name", slug="slug", parent_id="parent", position="position", belligerent="belligerent"
    )
    parties = Party.objects.filter(**of_it).order_by("position", "name").values(json=said)
    found = Claim.objects.with_names().with_channels().select_related(*JOINED)
    return get_object_or_404(found.annotate(parties=ArraySubquery(parties)), pk=number)


def tree_of(claim: Any) -> PartyTree:
    """The parties of its conflict; no query."""
    return PartyTree(Party(conflict_id=claim.conflict_id, **row) for row in claim.parties)
