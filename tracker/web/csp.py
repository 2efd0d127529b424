"""The Content-Security-Policy header, under the setting name that Django 6 gives it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

HEADER = "Content-Security-Policy"

Policy = Mapping[str, Sequence[str]]
View = Callable[..., HttpResponse]


def header_value(policy: Policy) -> str:
    """``{"script-src": ["'self'"]}`` as ``script-src 'self'``; parts are joined by semicolons, in order."""
    return "; ".join(" ".join((directive, *sources)) for directive, sources in policy.items())


def csp_override(policy: Policy) -> Callable[[View], View]:
    """Decorator: this view's pages carry ``settings.SECURE_CSP`` with the directives of ``policy`` put in its place."""

    def decorate(view: View) -> View:
        @wraps(view)
        def with_own_policy(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            response = view(request, *args, **kwargs)
            response.headers[HEADER] = header_value({**settings.SECURE_CSP, **policy})
            return response

        return with_own_policy

    return decorate


class ContentSecurityPolicyMiddleware:
    """Adds the header to every answer that does not carry one of its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.value = header_value(settings.SECURE_CSP)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault(HEADER, self.value)
        return response
