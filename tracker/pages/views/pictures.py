"""The drawing of a view as a file: SVG and PNG, in full or as the card shown beside a link."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language_bidi
from django.views.decorators.http import require_safe

from tracker.exchange.licence import DATA_LICENCE
from tracker.pages.drawing import APART, WHY_APART
from tracker.pages.picture import CARD, FULL, STYLE, Captions, Shape, draw_picture
from tracker.pages.raster import Busy, NoFonts, png
from tracker.pages.takeaway import TakeAway
from tracker.pages.toll import Toll
from tracker.pages.version import keep, version_of_conflict
from tracker.web.caching import public_page
from tracker.web.csp import csp_override

FULL_WIDTH = 1920
CARD_WIDTH, CARD_HEIGHT = 1200, 630
OWN_STYLE = f"'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'"
ALONE = {"script-src": ["'none'"], "style-src": [OWN_STYLE], "connect-src": ["'none'"]}
"""The policy of an SVG opened by itself: the style inside it and no other, no script."""
RETRY_AFTER = "5"


@require_safe
@csp_override(ALONE)
@public_page(version_of_conflict)
@keep
def timeline_svg(request: HttpRequest, slug: str) -> HttpResponse:
    """The view's drawing as an SVG file that needs nothing else."""
    taken = TakeAway.of(request, Toll.asked(request, slug))
    return _named(HttpResponse(_drawn(taken, FULL), content_type="image/svg+xml; charset=utf-8"), slug, "svg")


@require_safe
@public_page(version_of_conflict)
@keep
def timeline_png(request: HttpRequest, slug: str) -> HttpResponse:
    """The same as PNG, 1920 px wide; ``for=card`` gives 1200 × 630 px.

    One view has one address here, and leads there from any other: each is drawn once and kept.
    """
    taken = TakeAway.of(request, Toll.asked(request, slug))
    card = request.GET.get("for") == "card"
    address = taken.card if card else taken.png
    if request.get_full_path() != address:
        return HttpResponseRedirect(address)
    try:
        drawn = png(_drawn(taken, CARD if card else FULL), CARD_WIDTH if card else FULL_WIDTH)
    except (Busy, NoFonts) as reason:
        response = render(
            request, "pages/no_picture.html", {"taken": taken, "busy": isinstance(reason, Busy)}, status=503
        )
        response.headers["Retry-After"] = RETRY_AFTER
        return response
    return _named(HttpResponse(drawn, content_type="image/png"), slug, "png")


def _drawn(taken: TakeAway, shape: Shape) -> str:
    toll = taken.toll
    asked, answer = toll.chosen.in_words(), toll.headline
    said = Captions(
        title=taken.title,
        answer=answer.text,
        asked=asked[:1].upper() + asked[1:],
        source=taken.source_line,
        address=taken.link,
        terms=str(DATA_LICENCE),
        root=taken.root,
        right_to_left=get_language_bidi(),
        answered_by=tuple(claim.get_absolute_url() for claim in (answer.lowest, answer.highest) if claim),
        apart=str(APART),
        why_apart=str(WHY_APART),
    )
    return draw_picture(toll.timeline, said, shape, toll.apart if shape is FULL else None)


def _named(response: HttpResponse, slug: str, ending: str) -> HttpResponse:
    response.headers["Content-Disposition"] = f'inline; filename="{slug}.{ending}"'
    return response
