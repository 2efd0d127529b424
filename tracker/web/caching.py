"""Who may keep a page: anyone keeps public pages for a short while, nobody keeps signed-in ones."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import condition


def in_every_language(*paths: str) -> tuple[str, ...]:
    """These paths as they are and under the code of each language."""
    return tuple(before + path for before in ("", *(f"/{code}" for code, _ in settings.LANGUAGES)) for path in paths)


PUBLIC = "public, max-age=60, s-maxage=300, stale-while-revalidate=600, stale-if-error=86400"
PRIVATE = "no-store, private"
PRIVATE_PATHS = in_every_language("/desk/", "/accounts/", "/admin/")

View = Callable[..., HttpResponse]


def public_page(version: Callable[..., str | None] | None = None) -> Callable[[View], View]:
    """Decorator for a page a CDN may keep: PUBLIC on its good answers and, with ``version``, an ETag.

    ``version(request, *args, **kwargs)`` gives a short text that changes whenever the page would, or None when that is
    not known; a request that already holds it is answered 304 before the view runs. Pages and htmx fragments of one
    address are kept apart. The ETag is weak: it is the same however the page is compressed.
    """

    def etag(request: HttpRequest, *args: object, **kwargs: object) -> str | None:
        found = version(request, *args, **kwargs) if version else None
        part = "part" if "HX-Request" in request.headers else "page"
        return None if found is None else f'W/"{found}-{part}"'

    def decorate(view: View) -> View:
        answer = condition(etag_func=etag)(view) if version else view

        @wraps(view)
        def public(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            response = answer(request, *args, **kwargs)
            patch_vary_headers(response, ["HX-Request"])
            if response.status_code in {200, 304}:
                response.headers.setdefault("Cache-Control", PUBLIC)
            return response

        return public

    return decorate


class NoStoreOnPrivatePages:
    """Signed-in pages are kept by nobody, whatever their views say."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.path.startswith(PRIVATE_PATHS):
            response.headers["Cache-Control"] = PRIVATE
        return response
