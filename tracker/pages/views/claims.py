"""One claim: its wording, where it stands, what it is comparable to, and its history."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from tracker.ledger import history
from tracker.ledger.models import Claim
from tracker.lib.vocabulary import State
from tracker.pages.dossier import Dossier
from tracker.pages.version import version
from tracker.web.caching import public_page


@require_safe
@public_page(version)
def claim(request: HttpRequest, number: int) -> HttpResponse:
    """A published claim; a merged one leads to the claim that was kept, a withdrawn one says so (410)."""
    found = get_object_or_404(Claim.objects.with_names().select_related("merged_into", "part_of", "follows"), pk=number)
    if found.merged_into and found.merged_into.state == State.PUBLISHED.value:
        return redirect(found.merged_into, permanent=True)
    if found.state == State.WITHDRAWN.value:
        context = {"claim": found, "history": history.of_claim(found.pk)}
        return render(request, "pages/claim_withdrawn.html", context, status=410)
    if found.state != State.PUBLISHED.value:
        raise Http404
    return render(request, "pages/claim.html", {"claim": found, "dossier": Dossier.of(found)})
