"""The list of conflicts, and one conflict's page with its figure."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from tracker.charts.block import draw_block
from tracker.charts.figures import plotly_figure
from tracker.pages import form
from tracker.pages.loading import conflict_called
from tracker.pages.overview import overview
from tracker.pages.toll import QUESTIONS, Toll
from tracker.pages.version import keep, version
from tracker.web.caching import public_page


@require_safe
@public_page(version)
@keep
def index(request: HttpRequest) -> HttpResponse:
    """Every conflict with its counts, a sparkline and the span of its counts in words."""
    return render(request, "pages/index.html", {"overview": overview(request.GET.get("page", ""))})


@require_safe
@public_page(version)
@keep
def conflict(request: HttpRequest, slug: str) -> HttpResponse:
    """The timeline of a conflict under a filter, and what its standing claims say; for htmx, the part that changes."""
    toll = Toll.read(request.GET, conflict_called(slug))
    links = form.links(toll)
    context = {
        "toll": toll,
        "conflict": toll.conflict,
        "chosen": toll.chosen,
        "display": toll.display,
        "filter": form.filter_form(toll),
        "ready": form.ready_links(toll),
        "links": links,
        "question": QUESTIONS[toll.chosen.outcome],
        "marks": toll.marks,
        "caption": toll.caption,
        "drawing": draw_block(toll.timeline, str(links["figure"]), static("vendor/plotly.min.js")),
    }
    if "HX-Request" not in request.headers:
        return render(request, "pages/conflict.html", context)
    response = render(request, "pages/_conflict_fragment.html", context)
    response.headers["HX-Push-Url"] = form.address(toll)
    return response


@require_safe
@public_page(version)
@keep
def figure(request: HttpRequest, slug: str) -> HttpResponse:
    """The same view's timeline as a Plotly figure."""
    return JsonResponse(plotly_figure(Toll.read(request.GET, conflict_called(slug)).timeline))
