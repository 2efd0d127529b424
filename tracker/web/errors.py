"""Pages for requests that cannot be answered. They say what to do next and nothing about the inside."""

from __future__ import annotations

from typing import NamedTuple

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from tracker.web.signing_in import brought_back

LIMIT = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1_000_000
"""Megabytes that a request may bring."""


class Words(NamedTuple):
    title: str
    advice: str


WORDS = {
    400: Words(
        _("This request could not be read"), _("The address or the form holds something that is not plain text.")
    ),
    403: Words(
        _("This page is not open to you"), _("Sign in with an account that may do this, or ask an administrator.")
    ),
    404: Words(
        _("There is no such page"),
        _("The address may be mistyped, or the record may have been merged into another."),
    ),
    413: Words(_("That was too much at once"), _("At most %(limit)s MB fit: send a smaller file or a shorter text.")),
    500: Words(
        _("Something failed on our side"), _("Nothing was saved. The failure has been noted; please try again.")
    ),
}
FORM_EXPIRED = Words(
    _("This form is out of date"),
    _("It was open for long, or cookies are blocked. Go back, reload the page and send it again."),
)


def page(status: int, words: Words | None = None) -> HttpResponse:
    """The error page of a status named in WORDS, with ``words`` in place of the usual ones."""
    title, advice = (gettext(text) % {"limit": LIMIT} for text in words or WORDS[status])
    template = "web/failure.html" if status == 500 else "web/error.html"
    body = render_to_string(template, {"status": status, "title": title, "advice": advice})
    return HttpResponse(body, status=status, headers={"Cache-Control": "no-store"})


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, or 413 when the body was too large."""
    too_much = isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent)
    return page(413 if too_much else 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403, whatever the reason: the reason may say more than a visitor should know."""
    return page(403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404."""
    return page(404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500."""
    return page(500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form without a valid token, with the way out: what the desk's held is kept. ``reason`` is for logs."""
    return brought_back(request) or page(403, FORM_EXPIRED)
