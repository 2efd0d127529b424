"""What is done to a suggestion: accepted as it stands or after editing, dismissed, taken back.

Each works as a form that is sent and leads back to the reading page; with htmx it answers with the parts that changed.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tracker.editing import accepting
from tracker.editing.access import desk_view, refusal
from tracker.editing.asking import confirm, found
from tracker.editing.cards import Card, Strip, cards_of, words_of
from tracker.editing.forms.claims import forget_what_is_missing
from tracker.editing.forms.reading import DismissForm, SuggestionForm, UntouchedForm
from tracker.editing.intake import Logged
from tracker.editing.views.articles import prepare
from tracker.editing.views.logging import in_words
from tracker.editing.views.reading import conflict_asked, page_context, page_of
from tracker.ledger import changes
from tracker.ledger.models import Article, Change, Suggestion
from tracker.lib.vocabulary import State

MOST_AT_ONCE = 500


@require_POST
@desk_view
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept a suggestion as it stands; where something in it must be settled first, its form says what."""
    suggestion = _suggestion(pk)
    card = _card(suggestion)
    form = UntouchedForm(card)
    try:
        logged = accepting.attempted(form, by=request.user)
    except changes.Decided as error:
        return _answer(request, suggestion, str(error))
    if logged is None:
        return _go(request, reverse("desk_suggestion_edit", args=[pk], query={"look": "1"}))
    return _answer(request, suggestion, _said(logged), logged.change)


@require_http_methods(["GET", "HEAD", "POST"])
@desk_view
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The claim form, filled from the suggestion; saving it accepts the suggestion with what was changed."""
    suggestion = _suggestion(pk)
    if not suggestion.is_open:
        return _answer(request, suggestion, str(changes.Decided(suggestion)))
    cards = cards_of(suggestion.article, suggestion.conflict)
    card = next(one for one in cards if one.pk == pk)
    if request.method != "POST":
        form = UntouchedForm(card) if "look" in request.GET else SuggestionForm(card=card)
        form.is_valid()
        return _form_page(request, cards, form)
    form = SuggestionForm(request.POST, card=card)
    if request.POST.get("then") != "accept":
        form.is_valid()
        forget_what_is_missing(form)
        form.shows_summary = False
        return _form_page(request, cards, form)
    try:
        logged = accepting.attempted(form, by=request.user, changed=form.changed)
    except changes.Decided as error:
        return _answer(request, suggestion, str(error))
    if logged is None:
        return _form_page(request, cards, form, status=form.http_status)
    confirm(request, _said(logged), logged.change)
    return redirect(page_of(suggestion.article, suggestion.conflict, pk))


@require_POST
@desk_view
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """What the desk makes of a suggestion that is being edited: fragments, each for its place in the form."""
    form = SuggestionForm(request.POST, card=_card(_suggestion(pk)))
    form.is_valid()
    forget_what_is_missing(form)
    prepare(form)
    return render(request, "editing/_check.html", {"form": form})


@require_POST
@desk_view
def dismiss(request: HttpRequest, pk: int) -> HttpResponse:
    """Set a suggestion aside, with a reason or without."""
    suggestion = _suggestion(pk)
    form = DismissForm(request.POST)
    if not form.is_valid():
        return refusal(request, 422, _("This reason cannot be kept"), str(form.errors["why"][0]))
    reason = form.cleaned_data["why"]
    why = reason or f"Dismissed while reading “{suggestion.article.title}”"[:500]
    verb = "dismiss_suggestion"
    try:
        with changes.making(by=request.user, why=why, verb=verb, conflict=suggestion.conflict) as change:
            changes.dismiss_suggestion(suggestion, by=request.user, why=why, reason=reason)
    except changes.Decided as error:
        return _answer(request, suggestion, str(error))
    return _answer(
        request, suggestion, _("Dismissed: “%(words)s”.") % {"words": suggestion.reading.get("text", "")}, change
    )


@require_POST
@desk_view
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what was decided about a suggestion."""
    suggestion = _suggestion(pk)
    try:
        changes.reopen_suggestion(suggestion, by=request.user, why="Undone: decided too soon")
    except changes.Refused as error:
        if "HX-Request" not in request.headers:
            raise
        return _answer(request, suggestion, str(error))
    words = _("Open again: “%(words)s”.") % {"words": suggestion.reading.get("text", "")}
    return _answer(request, suggestion, words)


@require_POST
@desk_view
def accept_sure(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept all that the page showed as sure and that still are."""
    article: Article = found(Article.objects.select_related("publisher"), pk)
    conflict = conflict_asked(request, article)
    shown = set(request.POST.getlist("sure")[:MOST_AT_ONCE])
    sure = [card for card in Strip(cards_of(article, conflict)).sure if str(card.pk) in shown]
    logged = accepting.accept_all(sure, by=request.user)
    if not logged:
        confirm(request, _("Nothing was left that is sure: look at the others one by one."))
    elif len(logged) == 1:
        confirm(request, _said(logged[0]), logged[0].change)
    else:
        words = _("Accepted: %(number)s figures. Each can be undone at its line, or all of them here.")
        confirm(request, words % {"number": len(logged)}, *(one.change for one in logged))
    return redirect(page_of(article, conflict))


def _said(logged: Logged) -> str:
    return in_words(logged, published=logged.recorded.claim.state == State.PUBLISHED.value)


def _suggestion(pk: int) -> Suggestion:
    suggestion: Suggestion = found(Suggestion.objects.select_related("article__publisher", "conflict"), pk)
    return suggestion


def _card(suggestion: Suggestion) -> Card:
    cards = cards_of(suggestion.article, suggestion.conflict)
    return next(card for card in cards if card.pk == suggestion.pk)


def _go(request: HttpRequest, address: str) -> HttpResponse:
    """Lead to a page, with htmx too: a redirect would be followed unseen and its page put in the card's place."""
    if "HX-Request" in request.headers:
        return HttpResponse(headers={"HX-Redirect": address})
    return redirect(address)


def _answer(request: HttpRequest, suggestion: Suggestion, words: str, change: Change | None = None) -> HttpResponse:
    """What was done: the parts of the page that changed, or the way back to it."""
    article, conflict = suggestion.article, suggestion.conflict
    if "HX-Request" not in request.headers:
        confirm(request, words, change)
        return redirect(page_of(article, conflict, suggestion.pk))
    cards = cards_of(article, conflict)
    card = next(one for one in cards if one.pk == suggestion.pk)
    # Another mention of the same number may have become known, or is no more.
    others = [one for one in cards if one is not card and one.suggestion.is_open and one.number == card.number]
    context = page_context(article, conflict, cards) | {
        "card": card,
        "others": others,
        "marks": [run for run in words_of(article.text, cards) if any(one in run.cards for one in (card, *others))],
        "done": words,
        "change": change,
        "page": page_of(article, conflict, card.pk),
    }
    return render(request, "editing/_suggestion_done.html", context)


def _form_page(request: HttpRequest, cards: list[Card], form: SuggestionForm, status: int = 200) -> HttpResponse:
    article, conflict = form.article, form.card.suggestion.conflict
    prepare(form)
    around = {"form": form, "card": form.card, "reading_page": page_of(article, conflict)}
    context = page_context(article, conflict, cards) | around
    return render(request, "editing/suggestion.html", context, status=status)
