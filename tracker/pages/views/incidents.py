"""One incident: every count of it, side by side."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tracker.charts.timeline import with_first_report
from tracker.ledger.comparable import comparable
from tracker.ledger.disagreements import counts_among, spreads
from tracker.ledger.models import Claim, Incident
from tracker.ledger.parties import PartyTree
from tracker.ledger.stances import Sides
from tracker.lib.vocabulary import Outcome
from tracker.pages.toll import rows_of
from tracker.pages.version import version_of_incident
from tracker.web.caching import public_page


@require_safe
@public_page(version_of_incident)
def incident(request: HttpRequest, number: int) -> HttpResponse:
    """The figures of one incident by outcome, the newest first, with the widest differences among those standing."""
    found = get_object_or_404(Incident.objects.select_related("conflict"), pk=number)
    about = Claim.objects.filter(incident=found)
    claims = with_first_report(about.published().figures().order_by("-as_of", "-id")).with_channels()
    standing = list(about.standing_on(timezone.localdate()).with_names().with_channels())
    sides = Sides.of(found.conflict, PartyTree.of(found.conflict))
    groups = comparable(standing)
    rows = rows_of(claims, {claim.pk for claim in standing}, groups, counts_among(groups), sides)
    outcomes = [(each, [row for row in rows if row.claim.outcome == each.value]) for each in Outcome]
    context = {
        "incident": found,
        "outcomes": [(outcome, shown) for outcome, shown in outcomes if shown],
        "spreads": [spread for spread in spreads(standing, at_most=5) if spread.ratio is None or spread.ratio > 1],
    }
    return render(request, "pages/incident.html", context)
