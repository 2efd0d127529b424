"""The version of a public page: what its ETag is made of, and the last pages that were drawn of each version."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from functools import partial, wraps
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from tracker.ledger.models import Change, Claim, Conflict, Incident
from tracker.lib.latest import Latest
from tracker.web.packing import ENCODINGS, encoding_for
from tracker.web.plotly import plotly_file

MOST_KEPT = 256
"""Pages kept by each process, compressed: a conflict's page takes about 40 kB."""
LONGEST_ADDRESS = 500
TEXT = re.compile(r"text/|[\w.]+/([\w.]+\+)?(json|xml)\b")
"""Kinds of content that shrink when compressed; pictures are compressed already."""

View = Callable[..., HttpResponse]


def _release() -> str:
    """A short text that changes with the code, the templates and the static files."""
    root = Path(settings.BASE_DIR)
    files = sorted([*root.glob("templates/**/*.html"), *root.glob("tracker/**/*.py"), *root.glob("static/**/*.*s")])
    files.append(plotly_file())  # pages name it by a fingerprint of its content
    digest = hashlib.sha256()
    for file in filter(Path.is_file, files):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


RELEASE = _release()


def version(request: HttpRequest, *args: object, **kwargs: object) -> str | None:
    """Changes with the release, with any change of the ledger, and with the day. One query; None while developing.

    The day counts because a conflict that goes on is shown up to today.
    """
    return _noted(request, Change.objects.version)


def version_of_conflict(request: HttpRequest, slug: str) -> str | None:
    """The same for a page of one conflict: of the ledger's changes those count that may alter its pages."""
    return _noted(request, partial(Change.objects.version_of, Conflict.objects.filter(slug=slug).values("pk")))


def version_of_claim(request: HttpRequest, number: int) -> str | None:
    """The same for a page of one claim, which shows claims of its conflict alone."""
    return _noted(request, partial(Change.objects.version_of, Claim.objects.filter(pk=number).values("conflict")))


def version_of_incident(request: HttpRequest, number: int) -> str | None:
    """The same for a page of one incident."""
    return _noted(request, partial(Change.objects.version_of, Incident.objects.filter(pk=number).values("conflict")))


def _noted(request: HttpRequest, changed: Callable[[], str]) -> str | None:
    """The version, noted on the request for ``keep``."""
    if settings.DEBUG:
        return None
    found = f"{RELEASE}-{changed()}-{timezone.localdate():%Y%m%d}"
    request.META["tracker.version"] = found
    return found


_kept: Latest[tuple[str, ...], tuple[bytes, dict[str, str]]] = Latest(MOST_KEPT)


class _NotKept(Exception):
    """An answer that is given once, such as a redirection."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__(response.status_code)
        self.response = response


def keep(view: View) -> View:
    """Decorator under ``public_page(version)``: the same address of the same version is drawn once in a process.

    The page may depend on nothing but its address and whether htmx asks. It is kept as it is sent: compressed.
    """

    @wraps(view)
    def kept(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        address = request.build_absolute_uri()
        found = request.META.get("tracker.version", "")
        if not found or request.method != "GET" or len(address) > LONGEST_ADDRESS:
            return view(request, *args, **kwargs)
        encoding = encoding_for(request.headers.get("Accept-Encoding", ""))

        def draw() -> tuple[bytes, dict[str, str]]:
            response = view(request, *args, **kwargs)
            if response.status_code != 200:
                raise _NotKept(response)
            return _packed(response, encoding), dict(response.items())

        try:
            content, headers = _kept.get((found, address, request.headers.get("HX-Request", ""), encoding), draw)
        except _NotKept as answer:
            return answer.response
        return HttpResponse(content, headers=headers)

    return kept


def _packed(response: HttpResponse, encoding: str) -> bytes:
    """The content as it is sent; the headers of ``response`` say how."""
    patch_vary_headers(response, ["Accept-Encoding"])
    if not encoding or not TEXT.match(response["Content-Type"]):
        return response.content
    response["Content-Encoding"] = encoding
    return ENCODINGS[encoding](response.content)
