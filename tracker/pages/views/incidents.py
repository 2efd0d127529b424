"""One incident: every count of it, side by side."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tracker.charts.timeline import with_first_report
from tracker.ledger.disagreements import contradiction_counts, spreads
from tracker.ledger.models import Claim, Incident
from tracker.lib.vocabulary import Outcome
from tracker.pages.toll import Row
from tracker.pages.version import version
from tracker.web.caching import public_page


@require_safe
@public_page(version)
def incident(request: HttpRequest, number: int) -> HttpResponse:
    """The figures of one incident by outcome, the newest first, with the widest differences among those standing."""
    found = get_object_or_404(Incident.objects.select_related("conflict"), pk=number)
    about = Claim.objects.filter(incident=found)
    claims = list(with_first_report(about.published().figures().order_by("-as_of", "-id")))
    standing = list(about.standing_on(timezone.localdate()).with_names())
    against, current = contradiction_counts(standing), {claim.pk for claim in standing}
    rows = [Row(claim, against.get(claim.pk, 0) if claim.pk in current else None) for claim in claims]
    outcomes = [(each, [row for row in rows if row.claim.outcome == each.value]) for each in Outcome]
    context = {
        "incident": found,
        "outcomes": [(outcome, shown) for outcome, shown in outcomes if shown],
        "spreads": [spread for spread in spreads(standing, at_most=5) if spread.ratio is None or spread.ratio > 1],
    }
    return render(request, "pages/incident.html", context)
