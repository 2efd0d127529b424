"""Completion: names of what exists, for the datalists of the desk's forms."""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tracker.editing.access import desk_view
from tracker.editing.asking import number_in
from tracker.editing.fields import MAX_NAME, claim_name
from tracker.ledger.models import Article, Claim, Incident, Source
from tracker.ledger.models.claims import LIVE_STATES
from tracker.lib.vocabulary import SourceKind

OFFERED = 12


class Option(NamedTuple):
    """A value to fill in, and a word that tells it from others of its name."""

    value: str
    hint: str = ""


@require_safe
@desk_view
def names(request: HttpRequest) -> HttpResponse:
    """Options for what was typed: ``kind`` is source, incident, claim or article; ``field`` its parameter."""
    offer = {"source": _sources, "incident": _incidents, "claim": _claims, "article": _articles}.get(
        request.GET.get("kind", "")
    )
    field = request.GET.get("field", "q")
    text = " ".join(request.GET.get(field, "").split())[:MAX_NAME]
    conflict = number_in(request, "conflict")
    return render(request, "editing/_options.html", {"options": offer(text, conflict) if offer else []})


def _sources(text: str, conflict: int | None) -> list[Option]:
    if not text:
        return []
    said = Claim.objects.filter(voice=OuterRef("pk"), conflict=conflict).order_by().values("voice")
    often = Coalesce(Subquery(said.annotate(times=Count("pk")).values("times")), 0)
    rows = (
        Source.objects.starting_with(text)
        .annotate(often=often)
        .order_by(F("place"), F("often").desc(), F("name"))[:OFFERED]
    )
    return [Option(source.name, SourceKind(source.kind).label) for source in rows]


def _incidents(text: str, conflict: int | None) -> list[Option]:
    rows = Incident.objects.filter(conflict=conflict, name__icontains=text).order_by("-date", "name")[:OFFERED]
    return [Option(incident.name, str(incident.date or "")) for incident in rows]


def _claims(text: str, conflict: int | None) -> list[Option]:
    rows = Claim.objects.filter(conflict=conflict, state__in=LIVE_STATES).with_names()
    word = text.split(":")[0]
    if word.isascii() and word.isdecimal() and len(word) < 19:
        rows = rows.filter(Q(pk=int(word)) | Q(value=int(word)))
    elif text:
        rows = rows.filter(Q(voice__name__icontains=text) | Q(as_worded__icontains=text))
    return [Option(claim_name(claim), str(claim.as_of)) for claim in rows.order_by("-id")[:OFFERED]]


def _articles(text: str, conflict: int | None) -> list[Option]:
    if not text:
        return []
    return [Option(f"{a.pk}: {a.title}"[:MAX_NAME], a.publisher.name) for a in Article.objects.matching(text)[:OFFERED]]
