"""One claim at the desk: correct it, move it on, merge it, read its history."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tracker.editing import intake, stale
from tracker.editing.access import desk_view
from tracker.editing.asking import confirm, found, way_back
from tracker.editing.forms.acts import CitationForm, InPrintForm, MergeForm
from tracker.editing.forms.base import ReasonForm
from tracker.editing.forms.claims import CorrectionForm, forget_what_is_missing
from tracker.ledger import changes
from tracker.ledger.history import of_claim
from tracker.ledger.models import Change, Citation, Claim
from tracker.ledger.permissions import may
from tracker.lib.vocabulary import Outcome, State

Act = Callable[..., Claim]


class Deed(NamedTuple):
    """Something done to a claim: the verb, the states it is offered in, and how a person says it."""

    verb: Act
    states: tuple[State, ...]
    label: Promise
    done: Promise
    usual: Promise | str = ""
    in_print: bool = False


DEEDS = {
    "publish": Deed(changes.publish_claim, (State.DRAFT, State.IN_REVIEW), _("Publish"), _("Published"), _("Checked")),
    "submit": Deed(changes.submit_claim, (State.DRAFT,), _("Ask for review"), _("In review"), _("Ready for review")),
    "withdraw": Deed(changes.withdraw_claim, (State.PUBLISHED,), _("Withdraw"), _("Withdrawn"), in_print=True),
    "reassert": Deed(
        changes.reassert_claim, (State.WITHDRAWN, State.PUBLISHED), _("Reassert"), _("Reasserted"), in_print=True
    ),
    "reject": Deed(
        changes.reject_claim, (State.DRAFT, State.IN_REVIEW, State.PUBLISHED, State.WITHDRAWN),
        _("Reject"), _("Rejected"),
    ),
}  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@desk_view
def claim(request: HttpRequest, pk: int) -> HttpResponse:
    """A claim with its citations, what can be done to it, and the form that corrects it."""
    shown = found(_claims(), pk)
    data = stale.resolved(request.POST, shown) if request.method == "POST" else None
    form = CorrectionForm(data, claim=shown)
    if form.is_valid():
        try:
            corrected = form.attempt(lambda: intake.correct(form, by=request.user))
        except changes.Stale as error:
            return render(request, "editing/stale.html", stale.page(form, error.claim, request.POST), status=409)
        if corrected:
            confirm(request, _("Corrected: %(figure)s.") % {"figure": titled(corrected[0])}, corrected[1])
            return redirect("desk_claim", shown.pk)
    return _claim_page(request, shown, form)


def _claim_page(request: HttpRequest, shown: Claim, form: CorrectionForm) -> HttpResponse:
    form.warnings = intake.warnings_of(form) if form.is_bound else intake.saved_warnings(shown)
    form.remarks = {"value": form.read_as}
    context = {"claim": shown, "form": form, "deeds": deeds_for(request.user, shown)}
    return render(request, "editing/claim.html", context, status=form.http_status if form.errors else 200)


@require_POST
@desk_view
def claim_check(request: HttpRequest, pk: int) -> HttpResponse:
    """What the desk makes of a correction that is being typed."""
    form = CorrectionForm(request.POST, claim=found(_claims(), pk))
    form.is_valid()
    forget_what_is_missing(form)
    form.warnings = intake.warnings_of(form)
    form.remarks = {"value": form.read_as}
    return render(request, "editing/_check.html", {"form": form})


def deeds_for(user: Any, shown: Claim) -> list[tuple[str, Deed]]:
    """What this person may do to this claim now."""
    return [
        (name, deed)
        for name, deed in DEEDS.items()
        if shown.state in deed.states and may(user, deed.verb.__name__, shown.conflict)
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@desk_view
def claim_act(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    """Publish, submit, withdraw, reassert or reject a claim, with the reason."""
    shown = found(_claims(), pk)
    deed = DEEDS.get(act)
    if deed is None:
        raise Http404
    kind = InPrintForm if deed.in_print else ReasonForm
    form = kind(request.POST or None, initial={"why": deed.usual})
    if form.is_valid():
        change = form.attempt(lambda: _do(deed, shown, form, request.user))
        if change:
            confirm(request, f"{deed.done}: {titled(shown)}.", change)
            return redirect(way_back(request, shown_at(shown)))
    context = {"form": form, "heading": f"{deed.label}: {shown.figure}", "claim": shown, "submit": deed.label}
    context |= {"next": way_back(request, shown_at(shown))}
    return render(request, "editing/act.html", context, status=form.http_status if form.errors else 200)


def _do(deed: Deed, shown: Claim, form: ReasonForm, by: Any) -> Any:
    why = form.cleaned_data["why"]
    in_print: dict[str, Any] = {}
    if isinstance(form, InPrintForm):
        in_print = {"quoted": form.quoted(), "on": form.cleaned_data["on"]}
    with changes.making(by=by, why=why, verb=deed.verb.__name__, conflict=shown.conflict) as change:
        deed.verb(shown, by=by, why=why, **in_print)
    return change


@require_http_methods(["GET", "HEAD", "POST"])
@desk_view
def claim_merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Merge this claim into another."""
    shown = found(_claims(), pk)
    form = MergeForm(request.POST or None, claim=shown)
    if form.is_valid():
        kept = form.attempt(lambda: _merge(form, shown, request.user))
        if kept:
            words = _("Merged: claim %(dropped)s into claim %(kept)s.")
            confirm(request, words % {"dropped": shown.pk, "kept": kept[0].pk}, kept[1])
            return redirect("desk_claim", kept[0].pk)
    context = {"form": form, "heading": f"{_('Merge')}: {shown.figure}", "claim": shown, "submit": _("Merge")}
    return render(request, "editing/act.html", context, status=form.http_status if form.errors else 200)


def _merge(form: MergeForm, drop: Claim, by: Any) -> tuple[Claim, Any]:
    keep, why = form.cleaned_data["keep"], form.cleaned_data["why"]
    with changes.making(by=by, why=why, verb="merge_claims", conflict=drop.conflict) as change:
        return changes.merge_claims(keep=keep, drop=drop, by=by, why=why), change


@require_http_methods(["GET", "HEAD", "POST"])
@desk_view
def citation(request: HttpRequest, pk: int) -> HttpResponse:
    """Mend the words of a citation."""
    related = ("claim__conflict", "claim__voice", "claim__claimant", "article__publisher", "relayed_via")
    shown = found(Citation.objects.select_related(*related), pk)
    form = CitationForm(request.POST or None, citation=shown)
    if form.is_valid():
        change = form.attempt(lambda: form.save(by=request.user))
        if change:
            confirm(request, _("Corrected the citation."), change)
            return redirect("desk_claim", shown.claim_id)
    context = {"form": form, "heading": _("Correct the citation"), "claim": shown.claim, "submit": _("Save")}
    return render(request, "editing/act.html", context, status=form.http_status if form.errors else 200)


@require_safe
@desk_view
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """Every change of a claim, field by field, each with its undoing."""
    shown = found(_claims(), pk)
    made = [
        (one, not hasattr(one.change, "undone_by") and may_undo(request.user, one.change)) for one in of_claim(shown.pk)
    ]
    return render(request, "editing/history.html", {"claim": shown, "history": made})


def may_undo(user: Any, change: Change) -> bool:
    """Editors undo what they did; reviewers what others did."""
    return may(user, "revert_change" if change.by_id == user.pk else "revert_anothers_change", change.conflict)


def titled(claim: Claim) -> str:
    """A figure with what befell the people: "874 killed"."""
    return f"{claim.figure} {Outcome(claim.outcome).label}"


def shown_at(claim: Claim) -> str:
    """The claim's page at the desk."""
    return reverse("desk_claim", args=[claim.pk])


def _claims() -> Any:
    related = ("part_of__voice", "part_of__claimant", "follows__voice", "follows__claimant", "merged_into", "logged_by")
    return Claim.objects.with_names().with_citations().select_related(*related)
