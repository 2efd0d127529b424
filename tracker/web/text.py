"""NUL bytes and lone surrogates cannot be stored by PostgreSQL nor sent as UTF-8: refused at the door, never a 500."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from tracker.web import errors
from tracker.web.caching import in_every_language

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
DESK = in_every_language("/desk/")
FORM_TYPES = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})


def storable(text: str) -> bool:
    """True when ``text`` has neither NUL nor a lone surrogate."""
    return UNSTORABLE.search(text) is None


class RefuseUnstorableText:
    """Answers 400 when the path, the query or a form field holds text that cannot be stored.

    Path and query must be UTF-8 once their %XX are read. JSON bodies are left to the API, which reads them itself.
    The desk's forms say it beside the field and keep what was typed; only what they overlook is answered here.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not (storable(request.path) and readable_query(request.META.get("QUERY_STRING", ""))):
            return errors.bad_request(request)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: object) -> HttpResponseBase | None:
        """Forms are read only here, inside Django's own handling of bodies that are too large or malformed."""
        if request.path.startswith(DESK):
            return None
        return errors.bad_request(request) if is_form(request) and not storable_form(request) else None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        """A text that a view could not store because of what it holds is the sender's mistake, not ours."""
        overlooked = isinstance(exception, ValueError) and is_form(request) and not storable_form(request)
        return errors.bad_request(request) if overlooked else None


def is_form(request: HttpRequest) -> bool:
    """Whether the request posts form fields."""
    return request.method in {"POST", "PUT", "PATCH"} and request.content_type in FORM_TYPES


def readable_query(query: str) -> bool:
    """True when the query string, as WSGI hands it over, is UTF-8 without NUL once decoded."""
    try:
        decoded = unquote_to_bytes(query.encode("latin-1", "replace")).decode("utf-8")
    except UnicodeDecodeError:
        return False
    return storable(decoded)


def storable_form(request: HttpRequest) -> bool:
    """Whether the names and values of a posted form, and its files' names, can be stored."""
    fields = [text for name, values in request.POST.lists() for text in (name, *values)]
    files = [file.name or "" for _, given in request.FILES.lists() for file in given]
    return all(storable(str(text)) for text in (*fields, *files))
