"""Sources and conflicts at the desk, with what belongs to them."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tracker.editing.access import desk_view
from tracker.editing.asking import confirm, found, typed
from tracker.editing.forms.acts import MergeSourcesForm
from tracker.editing.forms.base import ReasonForm
from tracker.editing.forms.records import (
    BELONGING,
    AffiliationForm,
    AliasForm,
    ConflictForm,
    SourceForm,
    save_belonging,
)
from tracker.ledger import changes
from tracker.ledger.models import Conflict, Source, SourceAlias
from tracker.lib.folding import fold

FOUND = 40
BOTH = ["GET", "HEAD", "POST"]


def status_of(form: Any) -> int:
    """200 for a fresh form, else that of its errors."""
    return int(form.http_status) if form.errors else 200


@require_safe
@desk_view
def sources(request: HttpRequest) -> HttpResponse:
    """Find a source by any of its names."""
    query = typed(request)
    rows = (Source.objects.starting_with(query) if query else Source.objects.current().order_by("-id"))[:FOUND]
    return render(request, "editing/sources.html", {"query": query, "sources": rows, "limit": FOUND})


@require_http_methods(BOTH)
@desk_view
def source_new(request: HttpRequest) -> HttpResponse:
    """Add a source."""
    form = SourceForm(request.POST or None)
    saved = form.attempt(lambda: form.save(by=request.user)) if form.is_valid() else None
    if saved:
        confirm(request, _("Added: %(name)s.") % {"name": saved[0]}, saved[1])
        return redirect("desk_source", saved[0].pk)
    context = {"form": form, "heading": _("A new source"), "submit": _("Add")}
    return render(request, "editing/record.html", context, status=status_of(form))


@require_http_methods(BOTH)
@desk_view
def source(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a source; its names and sides stand beside the form."""
    shown = found(Source.objects.select_related("parent", "merged_into"), pk)
    form = SourceForm(request.POST or None, source=shown)
    saved = form.attempt(lambda: form.save(by=request.user)) if form.is_valid() else None
    if saved:
        confirm(request, _("Corrected: %(name)s.") % {"name": saved[0]}, saved[1])
        return redirect("desk_source", shown.pk)
    own_name = fold(shown.name)
    context = {
        "source": shown,
        "form": form,
        "aliases": [(alias, alias.folded != own_name) for alias in shown.aliases.all()],
        "affiliations": shown.affiliations.select_related("party__conflict"),
        "conflicts": Conflict.objects.all(),
    }
    return render(request, "editing/source.html", context, status=status_of(form))


@require_http_methods(BOTH)
@desk_view
def alias_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Add another name to a source."""
    shown = found(Source.objects.all(), pk)
    form = AliasForm(request.POST or None)
    change = form.attempt(lambda: _add_alias(form, shown, request.user)) if form.is_valid() else None
    if change:
        words = _("%(source)s also goes by “%(name)s”.")
        confirm(request, words % {"source": shown, "name": form.cleaned_data["name"]}, change)
        return redirect("desk_source", shown.pk)
    context = {"form": form, "heading": _("Another name of %(source)s") % {"source": shown}, "submit": _("Add")}
    return render(request, "editing/record.html", context, status=status_of(form))


def _add_alias(form: AliasForm, source: Source, by: Any) -> Any:
    why = form.cleaned_data["why"]
    with changes.making(by=by, why=why, verb="add_alias") as change:
        changes.add_alias(by=by, why=why, source=source, name=form.cleaned_data["name"])
    return change


@require_http_methods(BOTH)
@desk_view
def alias_remove(request: HttpRequest, pk: int, alias: int) -> HttpResponse:
    """Take a name from a source, once what that does is read and the reason given."""
    shown = found(SourceAlias.objects.filter(source=found(Source.objects.all(), pk)).select_related("source"), alias)
    form = ReasonForm(request.POST or None)
    change = form.attempt(lambda: _remove_alias(form, shown, request.user)) if form.is_valid() else None
    if change:
        words = _("%(source)s does not go by “%(name)s” any more.")
        confirm(request, words % {"source": shown.source, "name": shown}, change)
        return redirect("desk_source", pk)
    return render(request, "editing/alias_remove.html", {"form": form, "alias": shown}, status=status_of(form))


def _remove_alias(form: ReasonForm, alias: SourceAlias, by: Any) -> Any:
    why = form.cleaned_data["why"]
    with changes.making(by=by, why=why, verb="remove_alias") as change:
        changes.remove_alias(alias, by=by, why=why)
    return change


@require_http_methods(BOTH)
@desk_view
def affiliation_new(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """State which party of a conflict a source speaks for."""
    shown = found(Source.objects.all(), pk)
    conflict = get_object_or_404(Conflict, slug=slug)
    form = AffiliationForm(request.POST or None, conflict=conflict)
    change = form.attempt(lambda: _affiliate(form, shown, conflict, request.user)) if form.is_valid() else None
    if change:
        words = _("%(source)s speaks for %(party)s.")
        confirm(request, words % {"source": shown, "party": form.cleaned_data["party"]}, change)
        return redirect("desk_source", shown.pk)
    heading = _("Whom %(source)s speaks for: %(conflict)s") % {"source": shown, "conflict": conflict}
    context = {"form": form, "heading": heading, "submit": _("Add")}
    return render(request, "editing/record.html", context, status=status_of(form))


def _affiliate(form: AffiliationForm, source: Source, conflict: Conflict, by: Any) -> Any:
    stated = dict(form.cleaned_data)
    why = stated.pop("why")
    with changes.making(by=by, why=why, verb="add_affiliation", conflict=conflict) as change:
        changes.add_affiliation(by=by, why=why, source=source, **stated)
    return change


@require_http_methods(BOTH)
@desk_view
def source_merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Merge a source into the one that it is."""
    shown = found(Source.objects.all(), pk)
    form = MergeSourcesForm(request.POST or None)
    kept = form.attempt(lambda: _merge(form, shown, request.user)) if form.is_valid() else None
    if kept:
        confirm(request, _("Merged: %(dropped)s into %(kept)s.") % {"dropped": shown, "kept": kept[0]}, kept[1])
        return redirect("desk_source", kept[0].pk)
    heading = _("Merge %(source)s into another source") % {"source": shown}
    context = {"form": form, "heading": heading, "submit": _("Merge")}
    return render(request, "editing/record.html", context, status=status_of(form))


def _merge(form: MergeSourcesForm, drop: Source, by: Any) -> tuple[Source, Any]:
    keep, why = form.cleaned_data["keep"], form.cleaned_data["why"]
    with changes.making(by=by, why=why, verb="merge_sources") as change:
        return changes.merge_sources(keep=keep, drop=drop, by=by, why=why), change


@require_http_methods(BOTH)
@desk_view
def conflict_new(request: HttpRequest) -> HttpResponse:
    """Add a conflict."""
    form = ConflictForm(request.POST or None)
    saved = form.attempt(lambda: form.save(by=request.user)) if form.is_valid() else None
    if saved:
        confirm(request, _("Added: %(name)s. Now add its sides.") % {"name": saved[0]}, saved[1])
        return redirect("desk_conflict", saved[0].slug)
    context = {"form": form, "heading": _("A new conflict"), "submit": _("Add")}
    return render(request, "editing/record.html", context, status=status_of(form))


@require_http_methods(BOTH)
@desk_view
def conflict(request: HttpRequest, slug: str) -> HttpResponse:
    """Correct a conflict; its parties, incidents and milestones stand beside the form."""
    shown = get_object_or_404(Conflict, slug=slug)
    form = ConflictForm(request.POST or None, conflict=shown)
    saved = form.attempt(lambda: form.save(by=request.user)) if form.is_valid() else None
    if saved:
        confirm(request, _("Corrected: %(name)s.") % {"name": saved[0]}, saved[1])
        return redirect("desk_conflict", shown.slug)
    context = {
        "conflict": shown,
        "form": form,
        "belonging": [(word, form.plural, form.add_to, getattr(shown, word).all()) for word, form in BELONGING.items()],
    }
    return render(request, "editing/conflict.html", context, status=status_of(form))


@require_http_methods(BOTH)
@desk_view
def belonging(request: HttpRequest, slug: str, word: str, pk: int | None = None) -> HttpResponse:
    """Add or correct a party, an incident or a milestone of a conflict."""
    shown = get_object_or_404(Conflict, slug=slug)
    if word not in BELONGING:
        raise Http404
    record = found(getattr(shown, word).all(), pk) if pk is not None else None
    form = BELONGING[word](request.POST or None, conflict=shown, record=record)
    change = form.attempt(lambda: save_belonging(form, by=request.user)) if form.is_valid() else None
    if change:
        words = _("Corrected in %(conflict)s.") if record else _("Added in %(conflict)s.")
        confirm(request, words % {"conflict": shown}, change)
        return redirect("desk_conflict", shown.slug)
    heading = str(record) if record else f"{form.a_new}: {shown}"
    context = {"form": form, "heading": heading, "submit": _("Save") if record else _("Add")}
    return render(request, "editing/record.html", context, status=status_of(form))
