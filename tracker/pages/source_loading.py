"""A source with everything of its own that its page shows, in one query."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce, JSONObject
from django.shortcuts import get_object_or_404

from tracker.ledger.models import Affiliation, Article, Claim, Source, SourceAlias
from tracker.ledger.querysets import SourceQuerySet


def with_activity(found: SourceQuerySet) -> SourceQuerySet:
    """Each source with its published claims (``claim_count``) and its articles (``article_count``)."""
    said = Claim.objects.published().filter(voice=OuterRef("pk")).order_by().values("voice")
    printed = Article.objects.filter(publisher=OuterRef("pk")).order_by().values("publisher")
    return found.select_related("parent").annotate(
        claim_count=Coalesce(Subquery(said.annotate(many=Count("*")).values("many")), 0),
        article_count=Coalesce(Subquery(printed.annotate(many=Count("*")).values("many")), 0),
    )


def source_called(slug: str) -> Any:
    """The source with its counts, other ``names``, ``bodies_under``, ``sides`` and ``conflicts``. Raises Http404.

    ``conflicts`` have the number, slug, name and number of its published claims, the latest war first.
    """
    of_it: dict[str, Any] = {"source": OuterRef("pk")}
    bodies = Source.objects.current().filter(parent=OuterRef("pk")).order_by("name")
    sides = Affiliation.objects.filter(**of_it).order_by("since", "id")
    claims = Claim.objects.published().filter(voice=OuterRef("pk")).order_by().values("conflict")
    claims = claims.annotate(many=Count("*")).order_by("-conflict__start", "conflict_id")
    found = with_activity(Source.objects.all()).select_related("merged_into", "parent")
    found = found.annotate(
        names=ArraySubquery(SourceAlias.objects.filter(**of_it).order_by("name").values("name")),
        bodies_under=ArraySubquery(bodies.values(json=JSONObject(pk="pk", slug="slug", name="name"))),
        sides=ArraySubquery(
            sides.values(
                json=JSONObject(
                    party="party__name", slug="party__conflict__slug", conflict="party__conflict__name",
                    since="since", until="until",
                )
            )
        ),
        conflicts=ArraySubquery(
            claims.values(
                json=JSONObject(pk="conflict_id", slug="conflict__slug", name="conflict__name", claims=F("many"))
            )
        ),
    )  # fmt: skip
    source: Any = get_object_or_404(found, slug=slug)
    source.names = [name for name in source.names if name != source.name]
    for side in source.sides:
        side["since"], side["until"] = (date.fromisoformat(side[e]) if side[e] else None for e in ("since", "until"))
    return source
