"""A view inside another site's page: the frame itself, and oEmbed for those who ask by address."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from tracker.charts.block import draw_block
from tracker.exchange.citing import SITE
from tracker.pages.loading import conflict_called
from tracker.pages.record import Record
from tracker.pages.takeaway import EMBED_HEIGHT, EMBED_WIDTH, TakeAway
from tracker.pages.toll import Toll
from tracker.pages.version import keep, version, version_of_conflict
from tracker.pages.views.pictures import CARD_HEIGHT, CARD_WIDTH
from tracker.web.caching import public_page
from tracker.web.csp import csp_override

FRAMED = {"connect-src": ["'none'"], "style-src": ["'self'"], "form-action": ["'none'"], "frame-ancestors": ["*"]}
NARROWEST = 300
KEPT_SECONDS = 3600


@require_safe
@xframe_options_exempt
@csp_override(FRAMED)
@public_page(version_of_conflict)
@keep
def embed(request: HttpRequest, slug: str) -> HttpResponse:
    """The answer, the static drawing and where it comes from. The one page that others may put in a frame."""
    toll = Toll.asked(request, slug)
    taken = TakeAway.of(request, toll)
    context = {"toll": toll, "conflict": toll.conflict, "taken": taken, "drawing": draw_block(toll.timeline)}
    response = render(request, "pages/embed.html", context)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@require_safe
@public_page(version)
def oembed(request: HttpRequest) -> HttpResponse:
    """oEmbed 1.0 for the address of a conflict's page on this site; 404 for any other, 501 for XML."""
    if request.GET.get("format", "json") != "json":
        return JsonResponse({"error": "Only JSON is written here: leave format out, or say format=json."}, status=501)
    try:
        asked = urlsplit(request.GET.get("url", ""))
    except ValueError:
        raise Http404 from None
    with override(get_language_from_path(asked.path) or settings.LANGUAGE_CODE):
        return _answer(request, _taken(request, asked))


def _answer(request: HttpRequest, taken: TakeAway) -> HttpResponse:
    width = min(EMBED_WIDTH, _at_most(request.GET.get("maxwidth", ""), EMBED_WIDTH))
    height = min(EMBED_HEIGHT, _at_most(request.GET.get("maxheight", ""), EMBED_HEIGHT))
    answer = JsonResponse(
        {
            "version": "1.0",
            "type": "rich",
            "title": taken.title,
            "provider_name": str(SITE),
            "provider_url": f"{taken.root}/",
            "cache_age": KEPT_SECONDS,
            "html": taken.snippet(width, height),
            "width": width,
            "height": height,
            "thumbnail_url": taken.root + taken.card,
            "thumbnail_width": CARD_WIDTH,
            "thumbnail_height": CARD_HEIGHT,
        }
    )
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer


def _taken(request: HttpRequest, asked: SplitResult) -> TakeAway:
    """The view of a conflict that ``asked`` is the address of. Raises Http404."""
    try:
        found = resolve(asked.path)
    except Resolver404:
        raise Http404 from None
    if asked.scheme not in {"http", "https"} or asked.netloc != request.get_host() or found.url_name != "conflict":
        raise Http404
    given = QueryDict(asked.query)
    return TakeAway.of(request, Toll.read(given, Record.of(conflict_called(found.kwargs["slug"]))))


def _at_most(typed: str, otherwise: int) -> int:
    """A maximum in px as typed, no less than what can be read; ``otherwise`` when it is no number."""
    return max(NARROWEST, int(typed)) if typed.isascii() and typed.isdecimal() and len(typed) < 6 else otherwise
