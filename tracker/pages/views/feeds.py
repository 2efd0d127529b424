"""What follows the site: an Atom feed of every view, and the site map for crawlers."""

from __future__ import annotations

from datetime import UTC, datetime, time

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tracker.exchange.citing import SITE
from tracker.exchange.feed import Channel, atom, newest
from tracker.ledger.models import Conflict, Source
from tracker.pages.takeaway import TakeAway
from tracker.pages.toll import Toll
from tracker.pages.version import keep, version, version_of_conflict
from tracker.pages.views.downloads import Download
from tracker.web.caching import public_page

MOST_SOURCES = 40_000
"""A site map may hold 50,000 addresses."""


@require_safe
@public_page(version_of_conflict)
@keep
def feed(request: HttpRequest, slug: str) -> HttpResponse:
    """The claims of a view, or of the whole conflict (``everything=1``), whose records changed last; fifty at most."""
    toll = Toll.asked(request, slug)
    taken = TakeAway.of(request, toll)
    asked = Download(toll.conflict, toll.chosen, request.GET.get("everything") == "1")
    channel = Channel(
        title=f"{SITE}: {toll.conflict.name}",
        about=asked.in_words,
        page=taken.link,
        itself=taken.root + taken.feed + ("?everything=1" if asked.everything else ""),
        root=taken.root,
        changed=toll.conflict.changed_at or datetime.combine(toll.conflict.start, time(), UTC),
    )
    return HttpResponse(atom(channel, newest(asked.rows)), content_type="application/atom+xml; charset=utf-8")


@require_safe
@public_page(version)
@keep
def sitemap(request: HttpRequest) -> HttpResponse:
    """Conflicts and sources for crawlers; claims are found from them."""
    context = {
        "root": request.build_absolute_uri("/").rstrip("/"),
        "conflicts": Conflict.objects.with_last_change().order_by("pk"),
        "sources": Source.objects.current().order_by("pk")[:MOST_SOURCES],
    }
    return render(request, "pages/sitemap.xml", context, content_type="application/xml; charset=utf-8")
