"""Who may open the desk, and what a refusal looks like. What each person may do is decided at the verbs."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from tracker.ledger.changes import Refused
from tracker.ledger.models import Conflict
from tracker.ledger.permissions import may
from tracker.web.signing_in import ask_to_sign_in

View = Callable[..., HttpResponse]


def desk_view(view: View) -> View:
    """Decorator: signed-in people with rights on the ledger only. Refusals of the verbs become pages in words."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            # A fragment must not be filled with the sign-in page.
            return HttpResponse(status=401) if "HX-Request" in request.headers else ask_to_sign_in(request)
        if not may(request.user, "record_claim"):
            return render(request, "editing/guest.html", status=403)
        try:
            return view(request, *args, **kwargs)
        except PermissionDenied as error:
            return refusal(request, 403, _("You may not do that"), str(error))
        except Refused as error:
            return refusal(request, 409, _("That cannot be done now"), str(error))

    return guarded


def refusal(request: HttpRequest, status: int, title: str, words: str) -> HttpResponse:
    """A page that says why nothing was done, with the way back."""
    context = {"heading": title, "words": words or _("Nothing was changed.")}
    return render(request, "editing/refused.html", context, status=status)


def conflicts_open_to(user: Any) -> list[Conflict]:
    """The conflicts on which this person may log figures, the latest first."""
    return [conflict for conflict in Conflict.objects.all() if may(user, "record_claim", conflict)]
