"""Who speaks and prints: the list, and one source with all it claimed."""

from __future__ import annotations

from itertools import groupby
from urllib.parse import urlencode

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from tracker.ledger.filters import Note
from tracker.ledger.models import Article, Citation, Source
from tracker.lib.vocabulary import SourceKind
from tracker.pages.paging import page_number, page_of
from tracker.pages.source_lines import SourceLines
from tracker.pages.source_loading import source_called, with_activity
from tracker.pages.version import keep, version
from tracker.web.caching import public_page

PER_PAGE = 300
LONGEST_NAME = 200
ARTICLES_PER_PAGE = 100


@require_safe
@public_page(version)
@keep
def sources(request: HttpRequest) -> HttpResponse:
    """Sources by kind with how often each speaks and prints; ``q`` finds one by any of its names."""
    typed = " ".join(request.GET.get("q", "").split())[:LONGEST_NAME]
    number, note = page_number(request.GET.get("page", ""))
    found = Source.objects.starting_with(typed) if typed else Source.objects.current().order_by("kind", "name")
    page = page_of(found, number, PER_PAGE)
    active = with_activity(Source.objects.all()).in_bulk([source.pk for source in page.rows])
    shown = [active[source.pk] for source in page.rows]
    rows = sorted(shown, key=lambda source: _KINDS.index(source.kind)) if not typed else shown
    kinds = [(SourceKind(kind), list(group)) for kind, group in groupby(rows, key=lambda source: source.kind)]
    params = urlencode({"q": typed}) + "&" if typed else ""
    context = {"typed": typed, "page": page, "kinds": kinds, "found": shown, "note": note, "params": params}
    return render(request, "pages/sources.html", context)


_KINDS = [kind.value for kind in SourceKind]


@require_safe
@public_page(version)
@keep
def source(request: HttpRequest, slug: str) -> HttpResponse:
    """A source's names, sides, bodies, all it claimed and its articles; a merged one leads to the one that was kept."""
    found = source_called(slug)
    if found.merged_into:
        return redirect(found.merged_into, permanent=True)
    cited = Citation.objects.filter(article=OuterRef("pk")).order_by().values("article").annotate(many=Count("*"))
    printed = Article.objects.filter(publisher=found).defer("text").order_by("-published_on", "-id")
    articles = printed.annotate(claim_count=Coalesce(Subquery(cited.values("many")), 0))
    lines = SourceLines.read(request.GET, found)
    asked, wrong = page_number(request.GET.get("printed", ""))
    kept = {"conflict": lines.conflict} if lines.conflict else {}
    kept |= {"page": str(lines.number)} if lines.number > 1 else {}
    context = {
        "source": found,
        "lines": lines,
        "articles": page_of(articles, asked, ARTICLES_PER_PAGE, found.article_count),
        "kept": f"{urlencode(kept)}&" if kept else "",
        "notes": [*lines.notes, *([Note("printed", wrong)] if wrong else [])],
    }
    return render(request, "pages/source.html", context)
