"""The desk's first page, its lists of claims and of changes, and undoing."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction
from django.db.models import Count, Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tracker.editing import intake
from tracker.editing.access import conflicts_open_to, desk_view
from tracker.editing.asking import confirm, found, number_in, way_back
from tracker.editing.views.claims import deeds_for, may_undo
from tracker.ledger import changes
from tracker.ledger.history_words import verb_in_words
from tracker.ledger.models import Change, Claim, Difference
from tracker.lib.vocabulary import State

SHOWN = 8
DRAFTS = 5
PAGE = 40
MOST_AT_ONCE = 500
WAITING = [State.DRAFT.value, State.IN_REVIEW.value]


@require_safe
@desk_view
def desk(request: HttpRequest) -> HttpResponse:
    """My drafts with what is doubtful about them, what was logged lately, what changed, where to start."""
    drafts = Claim.objects.drafts_of(request.user).with_names().with_citations().select_related("part_of")
    context = {
        "drafts": intake.with_open_warnings(list(drafts.recently_logged()[:DRAFTS])),
        "recent": Claim.objects.with_names().select_related("logged_by").recently_logged()[:SHOWN],
        "changes": _undoable(_changes().filter(by=request.user.pk)[:SHOWN], request.user),
        "conflicts": conflicts_open_to(request.user),
        "waiting": dict(Claim.objects.filter(state__in=WAITING).values_list("state").annotate(n=Count("id"))),
    }
    return render(request, "editing/desk.html", context)


@require_safe
@desk_view
def claims(request: HttpRequest) -> HttpResponse:
    """Claims of one state, the latest first: the review queue is the list of those in review."""
    asked = request.GET.get("state", "")
    state = asked if asked in {s.value for s in State} else ""
    rows = Claim.objects.with_names().with_citations().select_related("logged_by").recently_logged()
    if state:
        rows = rows.filter(state=state)
    if request.GET.get("by") == "me":
        rows = rows.filter(logged_by=request.user.pk)
    before = number_in(request, "before")
    shown = list((rows.filter(pk__lt=before) if before else rows).order_by("-id")[: PAGE + 1])
    context = {
        "claims": [(claim, deeds_for(request.user, claim)) for claim in shown[:PAGE]],
        "state": state,
        "states": list(State),
        "mine": request.GET.get("by") == "me",
        "older": shown[PAGE - 1].pk if len(shown) > PAGE else None,
    }
    return render(request, "editing/claims.html", context)


@require_safe
@desk_view
def changes_made(request: HttpRequest) -> HttpResponse:
    """Every change, the latest first, with its undoing."""
    rows = _changes()
    if request.GET.get("by") == "me":
        rows = rows.filter(by=request.user.pk)
    before = number_in(request, "before")
    shown = list((rows.filter(pk__lt=before) if before else rows)[: PAGE + 1])
    context = {
        "changes": _undoable(shown[:PAGE], request.user),
        "mine": request.GET.get("by") == "me",
        "older": shown[PAGE - 1].pk if len(shown) > PAGE else None,
    }
    return render(request, "editing/changes.html", context)


def _changes() -> models.QuerySet[Change]:
    undone = Exists(Change.objects.filter(undoes=OuterRef("pk")))
    touched = Difference.objects.filter(change=OuterRef("pk"), claim__isnull=False).order_by("id")
    return Change.objects.select_related("by", "conflict").annotate(
        is_undone=undone, claim_id=models.Subquery(touched.values("claim")[:1])
    )


def _undoable(rows: Any, user: Any) -> list[tuple[Any, bool]]:
    return [(change, not change.is_undone and may_undo(user, change)) for change in rows]


@require_POST
@desk_view
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo a change, whole; the undoing can be undone in turn."""
    change = found(Change.objects.select_related("by", "conflict"), pk)
    why = f"Undone: {change.verb.replace('_', ' ')}"
    undoing = changes.revert_change(change, by=request.user, why=why)
    confirm(request, _("Undone: %(verb)s.") % {"verb": verb_in_words(change.verb)}, undoing)
    return redirect(way_back(request))


@require_POST
@desk_view
def undo_several(request: HttpRequest) -> HttpResponse:
    """Undo changes that were made together, the last one first: all of them or none."""
    sent = request.POST.get("changes", "").split()[:MOST_AT_ONCE]
    asked = {int(pk) for pk in sent if pk.isascii() and pk.isdecimal() and len(pk) < 19}
    if not asked:
        raise Http404
    with transaction.atomic():
        made = [found(Change.objects.select_related("by", "conflict"), pk) for pk in sorted(asked, reverse=True)]
        why = "Undone with others made together"
        undoing = [changes.revert_change(change, by=request.user, why=why) for change in made]
    confirm(request, f"Undone: {len(undoing)} changes.", *undoing)
    return redirect(way_back(request))
