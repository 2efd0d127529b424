"""The version of a public page: what its ETag is made of, and the last pages that were drawn of each version."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from threading import Lock

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from tracker.ledger.models import Change

MOST_KEPT = 48
"""Pages kept by each process: a conflict's page takes about 250 kB."""
LONGEST_ADDRESS = 500

View = Callable[..., HttpResponse]


def _release() -> str:
    """A short text that changes with the code, the templates and the static files."""
    root = Path(settings.BASE_DIR)
    files = sorted([*root.glob("templates/**/*.html"), *root.glob("tracker/**/*.py"), *root.glob("static/**/*.*s")])
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


RELEASE = _release()


def version(request: HttpRequest, *args: object, **kwargs: object) -> str | None:
    """Changes with the release, with any change of the ledger, and with the day. One query; None while developing.

    The whole ledger's last change, not the conflict's: a source renamed for one conflict is named in all. The day
    counts because a conflict that goes on is shown up to today.
    """
    if settings.DEBUG:
        return None
    found = f"{RELEASE}-{Change.objects.latest_id()}-{timezone.localdate():%Y%m%d}"
    request.META["tracker.version"] = found
    return found


_kept: OrderedDict[tuple[str, ...], tuple[bytes, dict[str, str]]] = OrderedDict()
_lock = Lock()


def keep(view: View) -> View:
    """Decorator under ``public_page(version)``: the same address of the same version is drawn once in a process.

    The page may depend on nothing but its address and whether htmx asks.
    """

    @wraps(view)
    def kept(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        address = request.build_absolute_uri()
        found = request.META.get("tracker.version", "")
        if not found or request.method != "GET" or len(address) > LONGEST_ADDRESS:
            return view(request, *args, **kwargs)
        key = (found, address, request.headers.get("HX-Request", ""))
        with _lock:
            drawn = _kept.get(key)
            if drawn:
                _kept.move_to_end(key)
        if drawn is None:
            response = view(request, *args, **kwargs)
            if response.status_code != 200:
                return response
            drawn = response.content, dict(response.items())
            with _lock:
                _kept[key] = drawn
                while len(_kept) > MOST_KEPT:
                    _kept.popitem(last=False)
        return HttpResponse(drawn[0], headers=drawn[1])

    return kept
