"""How allauth behaves here."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest


class ClosedAccountAdapter(DefaultAccountAdapter):
    """Accounts are made by administrators unless the operator sets OPEN_SIGN_UP=1."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Whether a visitor may make an account."""
        return bool(settings.OPEN_SIGN_UP)
