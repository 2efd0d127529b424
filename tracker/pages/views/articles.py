"""One article and the claims cited from it. Its stored text is for editors and is never loaded here."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from tracker.ledger.filters import Note
from tracker.ledger.models import Article, Citation
from tracker.lib.vocabulary import State
from tracker.pages.paging import page_number, page_of
from tracker.pages.version import version
from tracker.web.caching import public_page


@require_safe
@public_page(version)
def article(request: HttpRequest, number: int) -> HttpResponse:
    """What was printed where and when, with the published claims that are cited from it, in pages."""
    found = get_object_or_404(Article.objects.select_related("publisher").defer("text"), pk=number)
    citations = Citation.objects.filter(article=found, claim__state=State.PUBLISHED.value).select_related(
        "claim__voice", "claim__claimant", "claim__party", "claim__conflict", "claim__incident", "relayed_via"
    )
    asked, wrong = page_number(request.GET.get("page", ""))
    context = {
        "article": found,
        "page": page_of(citations.order_by("claim__conflict", "start", "id"), asked),
        "notes": [Note("page", wrong)] if wrong else [],
    }
    return render(request, "pages/article.html", context)
