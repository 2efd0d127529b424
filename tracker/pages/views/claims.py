"""One claim: its wording, where it stands, what it is comparable to, and its history."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from tracker.ledger import history
from tracker.lib.vocabulary import State
from tracker.pages.claim_loading import claim_numbered
from tracker.pages.dossier import Dossier
from tracker.pages.version import version_of_claim
from tracker.web.caching import public_page


@require_safe
@public_page(version_of_claim)
def claim(request: HttpRequest, number: int) -> HttpResponse:
    """A published claim; a merged one leads to the claim that was kept, a withdrawn one says so (410)."""
    found = claim_numbered(number)
    if found.merged_into and found.merged_into.state == State.PUBLISHED.value:
        return redirect(found.merged_into, permanent=True)
    if found.state == State.WITHDRAWN.value:
        context = {"claim": found, "history": history.of_claim(found.pk)}
        return render(request, "pages/claim_withdrawn.html", context, status=410)
    if found.state != State.PUBLISHED.value:
        raise Http404
    return render(request, "pages/claim.html", {"claim": found, "dossier": Dossier.of(found)})
