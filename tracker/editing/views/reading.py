"""The reading page: an article in, its figures suggested beside its text."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tracker.editing import accepting, readings, tally
from tracker.editing.access import conflicts_open_to, desk_view
from tracker.editing.arriving import arrived
from tracker.editing.asking import confirm, found
from tracker.editing.cards import Card, Strip, cards_of, unsettled, words_of
from tracker.editing.fields import terms
from tracker.editing.forms.reading import ByHandForm, NameForm, ReadForm
from tracker.ledger.models import Article, Claim, Conflict, Suggestion
from tracker.lib.vocabulary import SourceKind

SHOWN = 40


@require_http_methods(["GET", "HEAD", "POST"])
@desk_view
def read(request: HttpRequest) -> HttpResponse:
    """Choose a conflict, give an article; below, the articles whose figures are still to be decided."""
    conflicts = conflicts_open_to(request.user)
    if request.method == "POST":
        given = arrived(request.POST, request.FILES.get("file"))
        form = ReadForm(given.data, conflicts=conflicts, trouble=given.trouble)
        done = form.attempt(lambda: accepting.read_new(form, by=request.user)) if form.is_valid() else None
        if done:
            known = " " + _("It was here already: its stored text was read.") if form.known else ""
            confirm(request, in_words(done.suggestions) + known, done.change)
            return redirect(page_of(done.article, form.cleaned_data["conflict"]))
    else:
        last = _last_used(request.user, conflicts)
        form = ReadForm(conflicts=conflicts, initial={"conflict": last and last.pk, "url": request.GET.get("url", "")})
    waiting = Article.objects.still_being_read(conflicts).defer("text")[:SHOWN]
    context = {"form": form, "waiting": waiting, "fetches": settings.FETCH_ARTICLES}
    return render(request, "editing/read.html", context, status=form.http_status if form.errors else 200)


def in_words(suggestions: list[Suggestion]) -> str:
    """What a reading found."""
    if not suggestions:
        return _("No figures found: select words to log a figure.")
    words = ngettext("Read: one figure found.", "Read: %(number)s figures found.", len(suggestions))
    return words % {"number": len(suggestions)}


def page_of(article: Article, conflict: Conflict, card: int | None = None) -> str:
    """The address of an article's reading page, at a card of it."""
    address = reverse("desk_reading", args=[article.pk], query={"conflict": conflict.slug})
    return f"{address}#figure-{card}" if card else address


def _last_used(user: Any, conflicts: list[Conflict]) -> Conflict | None:
    logged = Claim.objects.filter(logged_by=user).order_by("-id").values_list("conflict", flat=True).first()
    return next((one for one in conflicts if one.pk == logged), conflicts[0] if conflicts else None)


def conflict_asked(request: HttpRequest, article: Article) -> Conflict:
    """The conflict named in the address, or else that of the article's latest suggestion; one that is open here."""
    conflicts = conflicts_open_to(request.user)
    slug = request.POST.get("conflict") or request.GET.get("conflict")
    if not slug:
        latest = (
            article.suggestions.filter(conflict__in=conflicts).order_by("-id").values_list("conflict__slug", flat=True)
        )
        slug = latest.first()
    conflict = next((one for one in conflicts if one.slug == slug), None)
    conflict = conflict or (_last_used(request.user, conflicts) if not slug else None)
    if conflict is None:
        raise PermissionDenied(_("This conflict is not open to you."))
    return conflict


@require_safe
@desk_view
def reading(request: HttpRequest, pk: int) -> HttpResponse:
    """An article's text with its figures marked, and their cards beside it."""
    article = _article(pk)
    conflict = conflict_asked(request, article)
    return reading_page(request, article, conflict, cards_of(article, conflict))


@require_POST
@desk_view
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Read an article that is here already: only what is new is suggested."""
    article = _article(pk)
    conflict = conflict_asked(request, article)
    done = accepting.read_again(article, conflict, by=request.user)
    none_new = _("Nothing new: these figures were suggested before.")
    before = not done.suggestions and article.suggestions.filter(conflict=conflict).exists()
    confirm(request, none_new if before else in_words(done.suggestions), done.change if done.suggestions else None)
    return redirect(page_of(article, conflict))


@require_POST
@desk_view
def by_hand(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a suggestion of words that an editor selected or typed, and open it for editing."""
    article = _article(pk)
    conflict = conflict_asked(request, article)
    taken = article.suggestions.filter(conflict=conflict).values_list("start", "end")
    form = ByHandForm(request.POST, article=article, taken=taken)
    if not form.is_valid():
        return reading_page(request, article, conflict, cards_of(article, conflict), form=form, status=422)
    marked = accepting.mark_by_hand(article, conflict, *form.cleaned_data["place"], by=request.user)
    return redirect("desk_suggestion_edit", marked.pk)


@require_POST
@desk_view
def name(request: HttpRequest, pk: int) -> HttpResponse:
    """Settle a name as printed: every suggestion with that name is matched anew."""
    article = _article(pk)
    conflict = conflict_asked(request, article)
    form = NameForm(request.POST, conflict=conflict)
    change = form.attempt(lambda: accepting.settle(form, by=request.user)) if form.is_valid() else None
    if change is None:
        cards = cards_of(article, conflict)
        return reading_page(request, article, conflict, cards, named=form, status=form.http_status)
    settled = form.cleaned_data["printed"] or form.cleaned_data["name"]
    confirm(request, _("Settled: “%(name)s”.") % {"name": settled}, change)
    card = request.POST.get("card", "")
    is_number = card.isascii() and card.isdecimal() and len(card) < 19
    return redirect(page_of(article, conflict, int(card) if is_number else None))


@require_safe
@desk_view
def rules(request: HttpRequest) -> HttpResponse:
    """How often the suggestions of each rule were accepted untouched, changed or dismissed."""
    conflicts = conflicts_open_to(request.user)
    return render(request, "editing/rules.html", {"tally": tally.by_rule(conflicts)})


def reading_page(
    request: HttpRequest, article: Article, conflict: Conflict, cards: list[Card], *, form: ByHandForm | None = None,
    named: NameForm | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    """The page with these cards; ``form`` and ``named`` are what could not be done."""
    context = page_context(article, conflict, cards) | {
        "by_hand": form or ByHandForm(article=article),
        "named": named,
        "conflicts": [one for one in conflicts_open_to(request.user) if one.pk != conflict.pk],
        "kinds": terms(SourceKind)(),
        "language": readings.language_note(article),
    }
    return render(request, "editing/reading.html", context, status=status)


def page_context(article: Article, conflict: Conflict, cards: list[Card]) -> dict[str, Any]:
    """What the page and its parts show."""
    return {
        "article": article,
        "conflict": conflict,
        "strip": Strip(cards),
        "cards": [card for card in cards if card.state != "background"],
        "background": [card for card in cards if card.state == "background"],
        "words": words_of(article.text, cards),
        "unsettled": unsettled(cards),
        "parties": list(conflict.parties.all()),
    }


def _article(pk: int) -> Article:
    article: Article = found(Article.objects.select_related("publisher"), pk)
    return article
