"""A session ends after a week whatever its use, and after SESSION_COOKIE_AGE without use of the desk."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from tracker.web.caching import PRIVATE_PATHS

STARTED = "started_at"
USED = "used_at"
USED_EVERY = 10 * 60
"""Seconds for which one note of a session's use will do: to note each would write to the database at every page."""


class EndOldSessions:
    """Signs out sessions older than SESSION_ABSOLUTE_AGE. Public pages are left alone: they never read the session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path.startswith(PRIVATE_PATHS) and request.user.is_authenticated:
            now, session = int(time.time()), request.session
            started = session.setdefault(STARTED, now)
            # Saved anew, so that its age counts from the last use; not SESSION_SAVE_EVERY_REQUEST, which would put the
            # cookie on public pages that a CDN may keep.
            if now - session.get(USED, 0) > USED_EVERY:
                session[USED] = now
            if now - started > settings.SESSION_ABSOLUTE_AGE:
                logout(request)
        return self.get_response(request)
