"""The addresses under /api/v1/. Unlike the pages, a parameter that cannot be used is refused with 400."""

from __future__ import annotations

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import NinjaAPI, Query, Status
from ninja.errors import HttpError, ValidationError

from tracker.api.claims import claims_as_json
from tracker.api.schemas import ClaimOut, ClaimPage, ConflictOut, Wrong
from tracker.ledger.filters import ClaimFilter
from tracker.ledger.models import Claim, Conflict
from tracker.ledger.parties import PartyTree
from tracker.ledger.stances import Sides
from tracker.lib.counts import MAX_COUNT
from tracker.web.caching import PUBLIC

AT_MOST = 500
FILTER = {"outcome", "status", "party", "scope", "claimant", "stance", "from", "to", "known_on", "logged_on"}
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
    slug: str,
    after: int = Query(0, ge=0, le=MAX_COUNT, description="Claims with a higher number than this."),
    limit: int = Query(100, ge=1, le=AT_MOST),
) -> HttpResponse | Status[Wrong]:
    """Published claims of a conflict under the pages' filter (outcome, status, party, scope, claimant, stance, from,
    to, known_on, logged_on), in order of their numbers."""
    conflict = get_object_or_404(Conflict, slug=slug)
    # Who speaks for whom is asked of the ledger where the filter goes by it.
    sides = None if "stance" in request.GET else Sides.made_of(PartyTree.of(conflict), [])
    chosen = ClaimFilter.read(request.GET, conflict, sides)
    wrong = {note.parameter: note.message for note in chosen.notes}
    wrong |= {name[:40]: "There is no such parameter." for name in request.GET if name not in FILTER | PAGING}
    if wrong:
        return Status(400, Wrong(detail="Some parameters cannot be used.", parameters=wrong))
    found = list(chosen.rows().filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[: limit + 1])
    asked = request.GET.copy()
    asked["after"] = str(found[limit - 1]) if len(found) > limit else ""
    following = f"{request.path}?{asked.urlencode()}" if len(found) > limit else None
    claims = ", ".join(claims_as_json(found[:limit]))
    return written(
        f'{{"filter": {json.dumps(chosen.in_words())}, "next": {json.dumps(following)}, "claims": [{claims}]}}'
    )


@api.get("/claims/{number}", response={200: ClaimOut, 404: Wrong}, url_name="claim")
def claim(request: HttpRequest, number: int) -> HttpResponse:
    """One published claim."""
    if not 0 < number <= MAX_COUNT:
        raise HttpError(404, "There is nothing at this address.")
    found = get_object_or_404(Claim.objects.published().only("pk"), pk=number)
    return written(claims_as_json([found.pk])[0])


def written(text: str) -> HttpResponse:
    """An answer that is JSON already; its schema is held by the tests."""
    return HttpResponse(text, content_type="application/json; charset=utf-8", headers={"Cache-Control": PUBLIC})
