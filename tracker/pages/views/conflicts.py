"""The list of conflicts, and one conflict's page with its figure."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from tracker.charts.block import SIZES, draw_block
from tracker.charts.figures import plotly_figure
from tracker.pages import form
from tracker.pages.dataset import dataset
from tracker.pages.form import APART
from tracker.pages.lede import answers
from tracker.pages.loading import conflict_called
from tracker.pages.lookback import look_back
from tracker.pages.overview import overview
from tracker.pages.ready import ready_links, title
from tracker.pages.takeaway import TakeAway
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
    taken = TakeAway.of(request, toll)
    context = {
        "taken": taken,
        "dataset": dataset(taken) if toll.chosen.is_default else "",
        "toll": toll,
        "conflict": toll.conflict,
        "chosen": toll.chosen,
        "display": toll.display,
        "filter": form.filter_form(toll),
        "ready": ready_links(toll),
        "title": title(toll),
        "answers": answers(toll),
        "back": look_back(toll),
        "links": links,
        "question": QUESTIONS[toll.chosen.outcome],
        "marks": toll.marks,
        "caption": toll.caption,
        "drawing": draw_block(
            toll.timeline, str(links["figure"]), static("vendor/plotly.min.js"), compare_url=reverse("compare")
        ),
        "apart": toll.apart and draw_block(toll.apart, ident="apart", compare_url=reverse("compare"), small=True),
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
    """The same view's timeline as a Plotly figure; with ``chart=apart`` that of the counts which stand alone."""
    toll = Toll.read(request.GET, conflict_called(slug))
    if request.GET.get("chart") == APART and toll.apart:
        return JsonResponse(plotly_figure(toll.apart, *SIZES[True][0]))
    return JsonResponse(plotly_figure(toll.timeline))
