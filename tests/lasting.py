"""Records that the tests of a module share: made once, in a transaction that each test's own lies in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import pytest_django
from django.db import transaction

Made = TypeVar("Made")


@contextmanager
def lasting(blocker: pytest_django.DjangoDbBlocker, make: Callable[[], Made]) -> Iterator[Made]:
    """What is made here every test finds as it was; it goes with the module's last test."""
    around = transaction.atomic()
    with blocker.unblock():
        around.__enter__()
    try:
        with blocker.unblock():
            made = make()
        yield made
    finally:
        with blocker.unblock():
            transaction.set_rollback(True)
            around.__exit__(None, None, None)
