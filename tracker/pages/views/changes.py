"""The public log: who changed what that readers see, when and why."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tracker.ledger.models import Change, Claim, Difference, Suggestion
from tracker.ledger.querysets import ChangeQuerySet
from tracker.lib.numbers import BadCount, parse_count
from tracker.lib.vocabulary import State
from tracker.pages.version import version
from tracker.web.caching import public_page

PER_PAGE = 50
MOST_CLAIMS = 4
READABLE = [State.PUBLISHED.value, State.WITHDRAWN.value]


@require_safe
@public_page(version)
def changes(request: HttpRequest) -> HttpResponse:
    """Changes that touched something public, the newest first; ``before`` is the number of the last one seen."""
    before, note = _before(request.GET.get("before", ""))
    found = public_changes()
    rows: list[Any] = list((found.filter(pk__lt=before) if before else found)[: PER_PAGE + 1])
    shown = rows[:PER_PAGE]
    touched = {number for change in shown for number in change.claims}
    claims = Claim.objects.published().with_names().in_bulk(touched)
    entries = [(change, [claims[number] for number in change.claims if number in claims]) for change in shown]
    older = shown[-1].pk if len(rows) > PER_PAGE else None
    context = {"entries": entries, "next": older, "note": note, "before": before}
    return render(request, "pages/changes.html", context)


def public_changes() -> ChangeQuerySet:
    """Changes that touched a claim readers may see, or something other than a claim; each with up to four ``claims``.

    Work on drafts and suggestions stays with the desk until they are published.
    """
    of_it = Difference.objects.filter(change=OuterRef("pk"))
    readable = Claim.objects.filter(state__in=READABLE, pk=OuterRef("claim"))
    other = Q(claim__isnull=True) & ~Q(table=Suggestion._meta.db_table)
    public = of_it.filter(other | Exists(readable))
    # One claim after the other is asked for its state, until four are readable: of an import there are thousands.
    state = Subquery(Claim.objects.filter(pk=OuterRef("claim")).values("state")[:1])
    touched = of_it.filter(claim__isnull=False).annotate(state=state).filter(state__in=READABLE)
    some = touched.order_by("claim").values("claim").distinct()[:MOST_CLAIMS]
    return Change.objects.with_people().filter(Exists(public)).annotate(claims=ArraySubquery(some)).order_by("-id")


def _before(typed: str) -> tuple[int | None, str]:
    if not typed.strip():
        return None, ""
    try:
        return parse_count(typed.strip()), ""
    except BadCount as wrong:
        return None, f"{wrong} {_('The newest changes are shown.')}"
