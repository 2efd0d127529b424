"""Who speaks and prints: the list, and one source with all it claimed."""

from __future__ import annotations

from itertools import groupby
from urllib.parse import urlencode

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from tracker.charts.timeline import with_first_report
from tracker.ledger.models import Article, Claim, Source
from tracker.ledger.querysets import SourceQuerySet
from tracker.lib.vocabulary import SourceKind
from tracker.pages.paging import page_number, page_of
from tracker.pages.version import version
from tracker.web.caching import public_page

PER_PAGE = 300
LONGEST_NAME = 200
MOST_CLAIMS = 200
MOST_ARTICLES = 100


@require_safe
@public_page(version)
def sources(request: HttpRequest) -> HttpResponse:
    """Sources by kind with how often each speaks and prints; ``q`` finds one by any of its names."""
    typed = " ".join(request.GET.get("q", "").split())[:LONGEST_NAME]
    number, note = page_number(request.GET.get("page", ""))
    found = Source.objects.starting_with(typed) if typed else Source.objects.current().order_by("kind", "name")
    page = page_of(with_activity(found), number, PER_PAGE)
    rows = sorted(page.rows, key=lambda source: _KINDS.index(source.kind)) if not typed else page.rows
    kinds = [(SourceKind(kind), list(group)) for kind, group in groupby(rows, key=lambda source: source.kind)]
    params = urlencode({"q": typed}) + "&" if typed else ""
    context = {"typed": typed, "page": page, "kinds": kinds, "found": page.rows, "note": note, "params": params}
    return render(request, "pages/sources.html", context)


_KINDS = [kind.value for kind in SourceKind]


def with_activity(found: SourceQuerySet) -> SourceQuerySet:
    """Each source with its published claims (``claim_count``) and its articles (``article_count``)."""
    said = Claim.objects.published().filter(voice=OuterRef("pk")).order_by().values("voice")
    printed = Article.objects.filter(publisher=OuterRef("pk")).order_by().values("publisher")
    return found.select_related("parent").annotate(
        claim_count=Coalesce(Subquery(said.annotate(many=Count("pk")).values("many")), 0),
        article_count=Coalesce(Subquery(printed.annotate(many=Count("pk")).values("many")), 0),
    )


@require_safe
@public_page(version)
def source(request: HttpRequest, slug: str) -> HttpResponse:
    """A source's names, sides, bodies, claims by conflict and articles; a merged one leads to the one that was kept."""
    found = get_object_or_404(with_activity(Source.objects.all()).select_related("merged_into", "parent"), slug=slug)
    if found.merged_into:
        return redirect(found.merged_into, permanent=True)
    claims = with_first_report(Claim.objects.published().filter(voice=found).order_by("conflict", "-as_of", "-id"))
    articles = Article.objects.filter(publisher=found).defer("text").annotate(claim_count=Count("citations"))
    context = {
        "source": found,
        "names": [alias.name for alias in found.aliases.all() if alias.name != found.name],
        "sides": found.affiliations.select_related("party", "party__conflict"),
        "bodies": found.bodies.current().order_by("name"),
        "claims": list(claims[:MOST_CLAIMS]),
        "articles": list(articles[:MOST_ARTICLES]),
    }
    return render(request, "pages/source.html", context)
