"""Two claims set against each other step by step, and conflicts side by side."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tracker.pages.pairing import Pair, conflicts_to_pick_from
from tracker.pages.side_by_side import SideBySide
from tracker.pages.version import keep, version
from tracker.web.caching import public_page


@require_safe
@public_page(version)
@keep
def compare(request: HttpRequest) -> HttpResponse:
    """The comparing rule for the claims ``a`` and ``b``; with one of them what it can be set against, else a form."""
    pair = Pair.read(request.GET)
    context = {"pair": pair, "conflicts": None if pair.a else conflicts_to_pick_from()}
    return render(request, "pages/compare.html", context)


@require_safe
@public_page(version)
@keep
def side_by_side(request: HttpRequest) -> HttpResponse:
    """Up to four conflicts on one scale, aligned by date or by days since the start."""
    return render(request, "pages/side_by_side.html", {"beside": SideBySide.read(request.GET)})
