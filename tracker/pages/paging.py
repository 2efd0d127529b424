"""Lists that come in pages, their number read from the address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from tracker.lib.numbers import BadCount, parse_count

PER_PAGE = 50


@dataclass(frozen=True)
class Page:
    """One page of a list: ``first`` to ``last`` of ``total`` rows, counted from 1."""

    rows: Sequence[Any]
    number: int
    pages: int
    total: int
    first: int
    last: int

    @property
    def before(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def after(self) -> int | None:
        return self.number + 1 if self.number < self.pages else None


def page_number(typed: str) -> tuple[int, str]:
    """The page asked for and, when that cannot be read, a note in words (and page 1)."""
    if not typed.strip():
        return 1, ""
    try:
        return max(1, parse_count(typed.strip())), ""
    except BadCount as wrong:
        return 1, f"{wrong} {_('Page 1 is shown.')}"


def page_of(
    rows: Sequence[Any] | QuerySet[Any], number: int, per_page: int = PER_PAGE, total: int | None = None
) -> Page:
    """The page with this number; past the end, the last one. A queryset without its ``total`` is counted: a query."""
    if total is None:
        total = rows.count() if isinstance(rows, QuerySet) else len(rows)
    pages = max(1, -(-total // per_page))
    number = min(number, pages)
    start = (number - 1) * per_page
    shown = list(rows[start : start + per_page])
    return Page(shown, number, pages, total, start + 1 if shown else 0, start + len(shown))
