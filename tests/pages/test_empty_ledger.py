"""Pages of a ledger in which nothing has been recorded."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.pages.reading import words

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/compare/", "/side-by-side/"])
def test_that_there_is_no_conflict_is_said(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 200
    assert "No conflict has been recorded yet." in words(response.content.decode())
