"""Articles at the desk: find one, add one, log figures from it."""

from __future__ import annotations

from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tracker.editing import intake, quoting
from tracker.editing.access import conflicts_open_to, desk_view
from tracker.editing.asking import confirm, found, number_in, typed
from tracker.editing.fields import Dated
from tracker.editing.forms.articles import ArticleCorrectionForm, ArticleForm
from tracker.editing.forms.claims import LogForm, initial_of
from tracker.ledger import changes
from tracker.ledger.models import Article, Citation, Claim, Conflict
from tracker.ledger.models.claims import LIVE_STATES
from tracker.lib.vocabulary import Precision, Scope, State

FOUND = 30
REMEMBERED = ["outcome", "status", "party", "claimant", "as_of"]
"""What the next figure of an article most often shares with the one before.

Not the span: a total follows a day's dead as often as not, and a span forgotten there would be silently wrong.
"""


@require_safe
@desk_view
def articles(request: HttpRequest) -> HttpResponse:
    """Pick an article by title, publisher or address. An address goes straight to its article, or to adding it."""
    query = typed(request)
    if query.startswith(("http://", "https://")):
        known = Article.objects.filter(url=query).first()
        if known:
            return redirect("desk_article", known.pk)
        return redirect(reverse("desk_article_new", query={"url": query}))
    rows = Article.objects.matching(query) if query else Article.objects.select_related("publisher")
    rows = rows.annotate(figures=Count("citations"))[:FOUND]
    return render(request, "editing/articles.html", {"query": query, "articles": rows, "limit": FOUND})


@require_http_methods(["GET", "HEAD", "POST"])
@desk_view
def article_new(request: HttpRequest) -> HttpResponse:
    """Add an article, then log its figures."""
    form = ArticleForm(request.POST or None, initial={"url": typed(request, "url")})
    if form.is_valid():
        added = form.attempt(lambda: _add(form, request.user))
        if added:
            article, change = added
            confirm(request, _("Added: “%(title)s”.") % {"title": article.title}, change)
            return redirect("desk_article", article.pk)
    status = form.http_status if form.errors else 200
    return render(request, "editing/article_form.html", {"form": form, "heading": _("A new article")}, status=status)


def _add(form: ArticleForm, by: Any) -> tuple[Article, Any]:
    why = "Found in the news"
    with changes.making(by=by, why=why, verb="add_article") as change:
        return changes.add_article(by=by, why=why, **form.facts(by=by, why=why)), change


@require_http_methods(["GET", "HEAD", "POST"])
@desk_view
def article_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct an article's facts or its text."""
    article = found(Article.objects.select_related("publisher"), pk)
    form = ArticleCorrectionForm(request.POST or None, article=article)
    if form.is_valid():
        change = form.attempt(lambda: _correct(form, request.user))
        if change:
            confirm(request, _("Corrected: “%(title)s”.") % {"title": article.title}, change)
            return redirect("desk_article", article.pk)
    context = {"form": form, "heading": _("Correct the article"), "article": article}
    return render(request, "editing/article_form.html", context, status=form.http_status if form.errors else 200)


def _correct(form: ArticleCorrectionForm, by: Any) -> Any:
    why = form.cleaned_data["why"]
    with changes.making(by=by, why=why, verb="correct_record") as change:
        changes.correct_record(form.article, by=by, why=why, **form.facts(by=by, why=why))
    return change


@require_safe
@desk_view
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """The article's logging page: its text, the figures logged so far, and the form for the next one."""
    shown = found(Article.objects.select_related("publisher"), pk)
    conflicts = conflicts_open_to(request.user)
    again = number_in(request, "again")
    conflict, initial = _remembered(shown, conflicts, request.user, again)
    form = LogForm(article=shown, conflicts=conflicts, conflict=conflict, initial=initial)
    if again or "then" in request.GET:
        form.fields["party" if again else "as_worded"].widget.attrs["autofocus"] = True
    return article_page(request, shown, form)


@require_POST
@desk_view
def publish_all(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish all drafts of an article that this person logged, as one change."""
    shown = found(Article.objects.select_related("publisher"), pk)
    drafts = list(Claim.objects.drafts_of(request.user).filter(citations__article=shown).distinct().with_names())
    if not drafts:
        raise changes.Refused(_("No draft of yours is left in this article."))
    why = f"Published from “{shown.title}”, {shown.publisher}"[:500]
    with changes.making(by=request.user, why=why, verb="publish_claim", conflict=drafts[0].conflict) as change:
        for claim in drafts:
            changes.publish_claim(claim, by=request.user, why=why)
    words = ngettext("Published: one figure.", "Published: %(number)s figures.", len(drafts))
    confirm(request, words % {"number": len(drafts)}, change)
    return redirect("desk_article", shown.pk)


def article_page(request: HttpRequest, shown: Article, form: LogForm, status: int = 200) -> HttpResponse:
    """The logging page with this form, in whatever state it is."""
    citations = list(
        Citation.objects.filter(article=shown, claim__state__in=[*LIVE_STATES, State.WITHDRAWN.value])
        .select_related("claim__conflict", "claim__voice", "claim__claimant", "claim__party", "claim__incident")
        .order_by("id")
    )
    drafts = [c for c in citations if c.claim.state == State.DRAFT.value and c.claim.logged_by_id == request.user.pk]
    context = {
        "article": shown,
        "form": form,
        "citations": citations,
        "drafts": len(drafts),
        "dismissed": shown.suggestions.dismissed().select_related("conflict"),
        "pieces": quoting.in_pieces(shown.text, [(c.start, c.end, c.claim_id) for c in citations]),
    }
    prepare(form)
    return render(request, "editing/article.html", context, status=status)


def prepare(form: LogForm) -> None:
    """Let a form say what it makes of what was typed."""
    form.warnings = intake.warnings_of(form) if form.is_bound else ()
    form.remarks = remarks_on(form)


def remarks_on(form: LogForm) -> dict[str, str]:
    """How the number is read, and whose voice a figure without a claimant takes."""
    named = form["claimant"].value()
    relay = form["relayed_via"].value()
    voice = relay or form.article.publisher.name
    spoken = _("No claimant: will speak as %(voice)s, no source named.") % {"voice": voice}
    return form.days_in_words | {
        "value": form.read_as,
        "claimant": "" if named else spoken[:300],
    }


def _remembered(
    shown: Article, conflicts: list[Conflict], user: Any, again: int | None
) -> tuple[Conflict | None, dict[str, Any]]:
    """The conflict and the defaults for the next figure: those of the figure logged before it from this article."""
    related = ("conflict", "claimant", "party", "incident", "part_of__voice", "follows__voice")
    cited = Citation.objects.filter(article=shown).order_by("-id")
    cited = cited.select_related("relayed_via", *(f"claim__{name}" for name in related))
    last = cited.filter(pk=again).first() if again else None
    repeated, last = last is not None, last or cited.first()
    initial: dict[str, Any] = {"as_of": Dated(shown.published_on, Precision(shown.published_precision))}
    if last is None:
        logged = Claim.objects.filter(logged_by=user).order_by("-id").values_list("conflict", flat=True).first()
        conflict = next((one for one in conflicts if one.pk == logged), conflicts[0] if conflicts else None)
        return conflict, initial | {"conflict": conflict and conflict.pk}
    before = initial_of(last.claim)
    initial |= {name: before[name] for name in REMEMBERED} | {"relayed_via": last.relayed_via and last.relayed_via.name}
    if last.claim.scope == Scope.BACKGROUND.value:
        initial["scope"] = last.claim.scope
    if repeated:
        initial = before | {"quote": last.quote, "attribution": last.attribution, "start": last.start, "end": last.end,
                            "relayed_via": initial["relayed_via"], "accepted_warnings": []}  # fmt: skip
    conflict = next((one for one in conflicts if one.pk == last.claim.conflict_id), None)
    conflict = conflict or (conflicts[0] if conflicts else None)
    return conflict, initial | {"conflict": conflict and conflict.pk}
