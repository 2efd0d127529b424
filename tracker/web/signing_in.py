"""Signing in without losing what was typed: a form that comes when the session is over is carried through the sign-in.

The page of signing in holds its fields, encoded, in a field of its own; after it a page offers to send them again.
Nothing is kept on the server, and nothing is done until the person who signed in says so.
"""

from __future__ import annotations

from typing import Any

from allauth.account.forms import LoginForm
from allauth.account.utils import get_next_redirect_url
from allauth.account.views import LoginView
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

MOST_KEPT = 4_000_000
"""Characters that a form may take, encoded, to be carried: below what a request may bring."""
KEPT = "kept"


class SignIn(LoginView):
    """allauth's, and the form that it carries."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What a first try with the wrong password must not lose."""
        held = {"kept": self.request.POST.get(KEPT, ""), "address": get_next_redirect_url(self.request)}
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | held

    def form_valid(self, form: LoginForm) -> HttpResponse:
        """Lead on; with a form in hand to the page that sends it."""
        response: HttpResponse = super().form_valid(form)
        kept, address = self.request.POST.get(KEPT), get_next_redirect_url(self.request)
        if kept and address and self.request.user.is_authenticated:
            return _offer(self.request, address, kept)
        return response


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """The page of signing in, with what was sent; for a page asked for the usual way there and back."""
    if request.method != "POST":
        return redirect_to_login(request.get_full_path())
    return _ask(request, request.get_full_path(), _typed(request))


def brought_back(request: HttpRequest) -> HttpResponse | None:
    """What a form of this site is answered whose token is of an earlier sign-in; None for any other form.

    Its Origin says that it was sent from here: what another site made a browser send is never shown as one's own.
    """
    if request.headers.get("Origin") != f"{request.scheme}://{request.get_host()}":
        return None
    if request.path == reverse("account_login") and settings.CSRF_COOKIE_NAME in request.COOKIES:
        address, kept = get_next_redirect_url(request), request.POST.get(KEPT, "")
    elif request.path.startswith(reverse("desk")):
        address, kept = request.get_full_path(), _typed(request)
    else:
        return None
    if not (address and kept):
        return None
    return _offer(request, address, kept, 403) if request.user.is_authenticated else _ask(request, address, kept)


def _typed(request: HttpRequest) -> str:
    fields = request.POST.copy()
    fields.pop("csrfmiddlewaretoken", None)
    return fields.urlencode()


def _ask(request: HttpRequest, address: str, kept: str) -> HttpResponse:
    fits = len(kept) <= MOST_KEPT
    context = {
        "form": LoginForm(request=request),
        "address": address,
        "kept": kept if fits else "",
        "too_long": not fits,
        "had_files": bool(request.FILES),
    }
    return render(request, "account/login.html", context, status=401)


def _offer(request: HttpRequest, address: str, kept: str, status: int = 200) -> HttpResponse:
    context = {"address": address, "fields": list(QueryDict(kept).lists()), "had_files": bool(request.FILES)}
    return render(request, "account/go_on.html", context, status=status)
