"""Claims as a CSV file: the import's own columns and a few more, one row for each article that cites a claim."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from typing import Any

from tracker.exchange.flat import AT_ONCE, HEADER, flat_rows
from tracker.exchange.formulas import RISKY, guarded
from tracker.ledger.querysets import ClaimQuerySet

_MAYBE_RISKY = RISKY | {"'"}


def stream_csv(rows: ClaimQuerySet) -> Iterator[str]:
    """The file in stretches of whole lines, header first, without holding it whole.

    ``rows`` are the filtered claims, in order. Figures that were logged by hand get a ref and an article_id made of
    their numbers.
    """
    found = flat_rows(rows)
    some: list[tuple[Any, ...]] = [tuple(HEADER)]
    while some:
        file = StringIO()
        csv.writer(file, lineterminator="\r\n").writerows(map(_guarded, some))
        yield file.getvalue()
        some = list(islice(found, AT_ONCE))


def _guarded(row: tuple[Any, ...]) -> list[Any]:
    # Most cells are told by their first character: calling ``guarded`` on each takes longer than the query.
    return [guarded(cell) if isinstance(cell, str) and cell[:1] in _MAYBE_RISKY else cell for cell in row]
