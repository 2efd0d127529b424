"""Preparing the database says which role is guarded from what."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command

pytestmark = pytest.mark.django_db


def test_with_one_role_it_says_what_is_not_guarded():
    said = StringIO()
    call_command("prepare_database", verbosity=0, stdout=said)
    assert "could disable it" in said.getvalue()
