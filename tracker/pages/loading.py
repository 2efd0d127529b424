"""A conflict with everything of its own that its page shows, in one query."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, OuterRef
from django.db.models.functions import JSONObject
from django.shortcuts import get_object_or_404

from tracker.charts import series
from tracker.ledger.models import Claim, Conflict, LineColour, Milestone


def conflict_called(slug: str) -> Any:
    """The conflict with its counts, milestones, colours and voices. Raises Http404.

    Adds to ``with_counts``: ``marks`` (milestones), ``colours`` (voice and colour), ``voices`` (slug, name and number
    of published claims, most first).
    """
    of_it: dict[str, Any] = {"conflict": OuterRef("pk")}
    marks = Milestone.objects.filter(**of_it).order_by("date", "id")
    colours = LineColour.objects.filter(**of_it).order_by("voice")
    voices = Claim.objects.published().filter(**of_it).order_by().values("voice").annotate(claims=Count("pk"))
    found = Conflict.objects.with_counts().annotate(
        marks=ArraySubquery(
            marks.values(json=JSONObject(day="date", label="label", detail="detail", url="url", source="source__name"))
        ),
        colours=ArraySubquery(colours.values(json=JSONObject(voice="voice", colour="colour"))),
        voices=ArraySubquery(
            voices.order_by("-claims", "voice__name").values(
                json=JSONObject(slug="voice__slug", name="voice__name", claims=F("claims"))
            )
        ),
    )
    return get_object_or_404(found, slug=slug)


def colours_of(conflict: Any) -> dict[int, int]:
    """Voice → index into the palette."""
    return {row["voice"]: row["colour"] for row in conflict.colours}


def milestones_of(conflict: Any) -> list[series.Milestone]:
    """The conflict's milestones as the charts take them."""
    rows = conflict.marks
    return [series.Milestone(date.fromisoformat(row["day"]), row["label"], row["detail"]) for row in rows]
