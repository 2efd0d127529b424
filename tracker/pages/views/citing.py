"""How to cite a view or a claim: a page with all ways, and each way as a file."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from tracker.exchange import citing
from tracker.exchange.citing import Work, claim_title
from tracker.ledger.filters import Note
from tracker.ledger.models import Claim
from tracker.lib.dates import show_day
from tracker.lib.vocabulary import Precision
from tracker.pages.dossier import citations_of
from tracker.pages.takeaway import TakeAway
from tracker.pages.toll import Toll
from tracker.pages.version import version_of_claim, version_of_conflict
from tracker.web.caching import public_page

FORMATS = {
    "plain": (citing.plain, "text/plain; charset=utf-8", "txt"),
    "bibtex": (citing.bibtex, "application/x-bibtex; charset=utf-8", "bib"),
    "csl": (citing.csl, "application/vnd.citationstyles.csl+json; charset=utf-8", "json"),
}
LABELS = {"plain": gettext_lazy("In words"), "bibtex": "BibTeX", "csl": "CSL-JSON"}


@require_safe
@public_page(version_of_conflict)
def cite_view(request: HttpRequest, slug: str) -> HttpResponse:
    """This view of a conflict, with what it was known on and the day it was opened."""
    taken = TakeAway.of(request, Toll.asked(request, slug))
    return _cited(request, taken.work, taken.toll.notes)


@require_safe
@public_page(version_of_claim)
def cite_claim(request: HttpRequest, number: int) -> HttpResponse:
    """One published claim, with the article that printed it first."""
    claim = get_object_or_404(Claim.objects.published().with_names().with_last_change(), pk=number)
    return _cited(request, _claim_as_work(claim, request.build_absolute_uri(claim.get_absolute_url())))


def _cited(request: HttpRequest, work: Work, notes: tuple[Note, ...] = ()) -> HttpResponse:
    typed = request.GET.get("format", "").strip()
    if typed in FORMATS:
        write, content_type, ending = FORMATS[typed]
        response = HttpResponse(write(work), content_type=content_type)
        response.headers["Content-Disposition"] = f'attachment; filename="{work.ident}.{ending}"'
        return response
    if typed:
        told = {"typed": typed[:40], "known": ", ".join(FORMATS)}
        notes += (Note("format", _("“%(typed)s” is no format known here (%(known)s).") % told),)
    written = [(name, str(label), FORMATS[name][0](work)) for name, label in LABELS.items()]
    kept = request.GET.copy()
    kept.pop("format", None)
    context = {"work": work, "written": written, "notes": notes, "kept": kept.urlencode()}
    return render(request, "pages/cite.html", context)


def _claim_as_work(claim: Any, address: str) -> Work:
    """``claim`` comes from ``with_last_change``."""
    today = timezone.localdate()
    details = [_("claim %(number)s") % {"number": claim.pk}, f"“{claim.as_worded}”"]
    first = next(iter(citations_of(claim)), None)
    if first:
        article = first.article
        printed = {"publisher": article.publisher.name, "title": article.title}
        printed["day"] = show_day(article.published_on, Precision(article.published_precision))
        details.append(_("first printed by %(publisher)s: “%(title)s”, %(day)s") % printed)
        details += [article.url] if article.url else []
    return Work(
        ident=f"counts-claim-{claim.pk}-{today:%Y%m%d}",
        title=claim_title(claim),
        details=tuple(details),
        address=address,
        changed=claim.changed_at.date() if claim.changed_at else None,
        accessed=today,
        kind="entry",
    )
