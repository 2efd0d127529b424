"""Cells that a spreadsheet would run as a formula: an apostrophe put before them going out, taken off coming in."""

from __future__ import annotations

RISKY = frozenset("=+-@\t\r")


def guarded(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet could take it for a formula."""
    return f"'{cell}" if _risky(cell) else cell


def freed(cell: str) -> str:
    """The cell that ``guarded`` was given."""
    return cell[1:] if cell.startswith("'") and _risky(cell) else cell


def _risky(cell: str) -> bool:
    # Apostrophes are looked past, so that a cell which has one of its own comes back as it was.
    return cell.lstrip("'")[:1] in RISKY if cell else False
