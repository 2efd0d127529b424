"""The list of conflicts, and one conflict's page with its figure."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from tracker.charts.block import SIZES, draw_block
from tracker.charts.figures import plotly_figure
from tracker.pages import drawing, form
from tracker.pages.dataset import dataset
from tracker.pages.form import APART
from tracker.pages.lede import answers
from tracker.pages.lookback import look_back
from tracker.pages.overview import overview
from tracker.pages.ready import ready_links, title
from tracker.pages.takeaway import TakeAway
from tracker.pages.toll import QUESTIONS, Toll
from tracker.pages.version import keep, version, version_of_conflict
from tracker.web.caching import public_page


@require_safe
@public_page(version)
@keep
def index(request: HttpRequest) -> HttpResponse:
    """Every conflict with its counts, a sparkline and the span of its counts in words."""
    return render(request, "pages/index.html", {"overview": overview(request.GET.get("page", ""))})


@require_safe
@public_page(version_of_conflict)
@keep
def conflict(request: HttpRequest, slug: str) -> HttpResponse:
    """The timeline of a conflict under a filter, and what its standing claims say; for htmx, the part that changes."""
    toll = Toll.asked(request, slug)
    links = form.links(toll)
    taken = TakeAway.of(request, toll)
    drawn_for = form.view_address(toll)
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
        "standing": toll.view.day.drawn,
        "back": look_back(toll),
        "links": links,
        "question": QUESTIONS[toll.chosen.outcome],
        "marks": toll.marks,
        "caption": toll.caption,
        "drawing": toll.record.charts.get((drawn_for, "timeline"), lambda: _drawing(toll, str(links["figure"]))),
        "apart": toll.record.charts.get((drawn_for, APART), lambda: _apart(toll)),
        "apart_heading": drawing.APART,
        "why_apart": drawing.WHY_APART,
    }
    if "HX-Request" not in request.headers:
        return render(request, "pages/conflict.html", context)
    response = render(request, "pages/_conflict_fragment.html", context)
    response.headers["HX-Push-Url"] = form.address(toll)
    return response


def _drawing(toll: Toll, figure: str) -> str:
    """The timeline: one for all pages of the view's table."""
    return draw_block(toll.timeline, figure, static("vendor/plotly.min.js"), compare_url=reverse("compare"))


def _apart(toll: Toll) -> str:
    return draw_block(toll.apart, ident="apart", compare_url=reverse("compare"), small=True) if toll.apart else ""


@require_safe
@public_page(version_of_conflict)
@keep
def figure(request: HttpRequest, slug: str) -> HttpResponse:
    """The same view's timeline as a Plotly figure; with ``chart=apart`` that of the counts which stand alone."""
    toll = Toll.asked(request, slug)
    if request.GET.get("chart") == APART and toll.apart:
        return JsonResponse(plotly_figure(toll.apart, *SIZES[True][0]))
    return JsonResponse(plotly_figure(toll.timeline))
