"""What can be downloaded, and the downloads."""

from __future__ import annotations

import re
from typing import cast

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tracker.exchange.csv_out import stream_csv
from tracker.ledger.filters import ClaimFilter
from tracker.ledger.models import Conflict
from tracker.lib.vocabulary import Outcome
from tracker.pages.loading import conflict_called
from tracker.pages.version import version
from tracker.web.caching import public_page


@require_safe
@public_page(version)
def data(request: HttpRequest) -> HttpResponse:
    """Each conflict's claims as a file, and how to cut one to size."""
    conflicts = Conflict.objects.with_counts().order_by("-start", "name")
    return render(request, "pages/data.html", {"conflicts": conflicts, "outcomes": list(Outcome)})


@require_safe
@public_page(version)
def claims_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """The claims of a filtered view as CSV, row by row; the same filter as the page's, and its name in the file's."""
    chosen = ClaimFilter.read(request.GET, conflict_called(slug))
    said = re.sub(r"[^a-z0-9]+", "-", chosen.params().lower()).strip("-")[:80]
    name = f"{slug}-{said}.csv" if said else f"{slug}.csv"
    response = StreamingHttpResponse(stream_csv(chosen.rows()), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    # Streamed; the decorators use only what it shares with every answer.
    return cast(HttpResponse, response)
