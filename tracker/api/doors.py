"""The addresses under /api/v1/. Unlike the pages, a parameter that cannot be used is refused with 400."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import NinjaAPI, Query, Status
from ninja.errors import HttpError, ValidationError

from tracker.api.schemas import ClaimOut, ClaimPage, ConflictOut, Wrong
from tracker.ledger.filters import ClaimFilter
from tracker.ledger.models import Claim, Conflict
from tracker.lib.counts import MAX_COUNT
from tracker.web.caching import PUBLIC

AT_MOST = 500
FILTER = {"outcome", "status", "party", "scope", "claimant", "stance", "from", "to", "known_on"}
PAGING = {"after", "limit"}

# No page of documentation: it would bring scripts of other people's. The description is at /api/v1/openapi.json.
api = NinjaAPI(title="Conflicting Counts", version="1", docs_url=None, urls_namespace="api")


@api.exception_handler(ValidationError)
def refuse(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """A parameter of the wrong shape: 400 like any other that cannot be used."""
    parameters = {str(wrong["loc"][-1]): str(wrong["msg"]) for wrong in error.errors}
    return api.create_response(
        request, {"detail": "Some parameters cannot be used.", "parameters": parameters}, status=400
    )


@api.exception_handler(Http404)
def missing(request: HttpRequest, error: Http404) -> HttpResponse:
    return api.create_response(request, {"detail": "There is nothing at this address."}, status=404)


@api.get("/conflicts", response=list[ConflictOut], url_name="conflicts")
def conflicts(request: HttpRequest, response: HttpResponse) -> list[ConflictOut]:
    """Every conflict, the latest first."""
    response["Cache-Control"] = PUBLIC
    return [ConflictOut.of(conflict) for conflict in Conflict.objects.all()]


@api.get("/conflicts/{slug}/claims", response={200: ClaimPage, 400: Wrong, 404: Wrong}, url_name="claims")
def claims(
    request: HttpRequest,
    response: HttpResponse,
    slug: str,
    after: int = Query(0, ge=0, le=MAX_COUNT, description="Claims with a higher number than this."),
    limit: int = Query(100, ge=1, le=AT_MOST),
) -> Status[ClaimPage | Wrong]:
    """Published claims of a conflict under the pages' filter (outcome, status, party, scope, claimant, stance, from,
    to, known_on), in order of their numbers."""
    chosen = ClaimFilter.read(request.GET, get_object_or_404(Conflict, slug=slug))
    wrong = {note.parameter: note.message for note in chosen.notes}
    wrong |= {name[:40]: "There is no such parameter." for name in request.GET if name not in FILTER | PAGING}
    if wrong:
        return Status(400, Wrong(detail="Some parameters cannot be used.", parameters=wrong))
    rows = chosen.rows().filter(pk__gt=after).order_by("pk").with_names().with_citations()
    found = list(rows[: limit + 1])
    more = len(found) > limit
    asked = request.GET.copy()
    asked["after"] = str(found[limit - 1].pk) if more else ""
    response["Cache-Control"] = PUBLIC
    page = ClaimPage(
        filter=chosen.in_words(),
        claims=[ClaimOut.of(claim) for claim in found[:limit]],
        next=f"{request.path}?{asked.urlencode()}" if more else None,
    )
    return Status(200, page)


@api.get("/claims/{number}", response={200: ClaimOut, 404: Wrong}, url_name="claim")
def claim(request: HttpRequest, response: HttpResponse, number: int) -> ClaimOut:
    """One published claim."""
    if not 0 < number <= MAX_COUNT:
        raise HttpError(404, "There is nothing at this address.")
    rows = Claim.objects.published().with_names().with_citations()
    response["Cache-Control"] = PUBLIC
    return ClaimOut.of(get_object_or_404(rows, pk=number))
