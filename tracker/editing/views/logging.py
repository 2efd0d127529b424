"""Logging one figure of an article: saved, or looked at while it is typed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tracker.editing import intake
from tracker.editing.access import conflicts_open_to, desk_view
from tracker.editing.asking import confirm, found
from tracker.editing.forms.claims import LogForm, forget_what_is_missing
from tracker.editing.views.articles import article_page, prepare
from tracker.ledger.comparing import counted_in_words, voice_in_words
from tracker.ledger.models import Article
from tracker.lib.vocabulary import Outcome, State

NEXT, AGAIN, DRAFT, PUBLISH = "next", "again", "draft", "publish"
SAVES = {NEXT, AGAIN, DRAFT, PUBLISH}


@require_http_methods(["GET", "HEAD", "POST"])
@desk_view
def claim_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Log a figure. A button without ``then`` (another conflict, a suggested name) only brings the form back."""
    article = found(Article.objects.select_related("publisher"), pk)
    if request.method != "POST":
        return redirect("desk_article", article.pk)
    form = _form(request, article)
    then = request.POST.get("then", "")
    if then not in SAVES:
        form.is_valid()
        forget_what_is_missing(form)
        form.shows_summary = False
        return article_page(request, article, form)
    logged = None
    if form.is_valid():
        state = State.PUBLISHED if then == PUBLISH else State.DRAFT
        logged = form.attempt(lambda: intake.log_figure(form, by=request.user, state=state))
    if logged is None:
        return article_page(request, article, form, status=form.http_status)
    confirm(request, in_words(logged, published=then == PUBLISH), logged.change)
    if then == DRAFT:
        return redirect("desk_claim", logged.recorded.claim.pk)
    page = reverse("desk_article", args=[article.pk])
    return redirect(f"{page}?again={logged.recorded.citation.pk}" if then == AGAIN else f"{page}?then=next")


@require_POST
@desk_view
def claim_check(request: HttpRequest, pk: int) -> HttpResponse:
    """What the desk makes of a figure that is being typed: fragments, each for its place in the form."""
    article = found(Article.objects.select_related("publisher"), pk)
    form = _form(request, article)
    form.is_valid()
    forget_what_is_missing(form)
    prepare(form)
    return render(request, "editing/_check.html", {"form": form})


def _form(request: HttpRequest, article: Article) -> LogForm:
    conflicts = conflicts_open_to(request.user)
    asked = request.POST.get("conflict", "")
    conflict = next((one for one in conflicts if str(one.pk) == asked), None)
    return LogForm(request.POST, article=article, conflicts=conflicts, conflict=conflict)


def in_words(logged: intake.Logged, *, published: bool) -> str:
    """What was done: "Logged as a draft: nearly 5,000 killed, people on all sides, Vladimir Putin."."""
    claim = logged.recorded.claim
    figure, outcome = claim.figure, Outcome(claim.outcome).label
    said = f"{figure} {outcome}, {counted_in_words(claim)}, {voice_in_words(claim)}"
    if not logged.recorded.created:
        return _("Added as a citation to claim %(number)s: %(said)s.") % {"number": claim.pk, "said": said}
    return (_("Published: %(said)s.") if published else _("Logged as a draft: %(said)s.")) % {"said": said}
