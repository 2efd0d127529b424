"""Small readings of a request that several pages of the desk need."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import models
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import url_has_allowed_host_and_scheme

from tracker.ledger.models import Change

MAX_ID = 2**63 - 1
MAX_TYPED = 200


def found(rows: models.QuerySet[Any], pk: int) -> Any:
    """The row with this number, or a 404: also for numbers that no table can hold."""
    row = rows.filter(pk=pk).first() if pk <= MAX_ID else None
    if row is None:
        raise Http404
    return row


def typed(request: HttpRequest, name: str = "q") -> str:
    """What a search box of this page was given, on one line, cut to what a name can hold."""
    return " ".join(request.GET.get(name, "").split())[:MAX_TYPED]


def number_in(request: HttpRequest, name: str) -> int | None:
    """A record's number in the address of the page; None when there is none or it is not one."""
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else None


def way_back(request: HttpRequest, otherwise: str = "") -> str:
    """Where a form wants to return to: inside this site only."""
    wanted = request.POST.get("next", "") or request.GET.get("next", "")
    inside = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if inside else otherwise or reverse("desk")


def confirm(request: HttpRequest, words: str | Promise, *made: Change | None) -> None:
    """Say on the next page what was done, and offer to undo the changes that did it there."""
    messages.success(request, str(words), extra_tags=" ".join(str(change.pk) for change in made if change))
