"""Files that fill in more about rows of claims.csv without touching it: doubts, kinds, corrections.

An amendment's columns of FILLED hold what is filled in; all its other columns say to which rows, by what these have in
the same columns: an empty cell leaves the choice open. The first amendment that fills a cell wins; a cell that the row
fills itself stays. Notes are the exception: all that apply are put one after the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tracker.exchange.columns import CLAIMS
from tracker.exchange.tables import BadFile, Problem, Row, Upload, read_table

FILLED = [
    "kind", "editor_note", "follows", "relation", "as_of_precision", "said_on", "credibility", "includes_indirect",
]  # fmt: skip
OPTIONAL = [replace(column, required=False) for column in CLAIMS]


def amend(rows: Iterable[Row], upload: Upload, problems: list[Problem]) -> None:
    """Fill in the rows' cells. An amendment that chooses no row is a problem. Raises BadFile."""
    amendments = read_table(upload, OPTIONAL, problems)
    if amendments and not set(FILLED) & set(amendments[0].cells):
        raise BadFile(f"It fills in nothing: name one of the columns {', '.join(FILLED)}.")
    found: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        for cell in row.cells.items():
            found.setdefault(cell, []).append(row)
    for amendment in amendments:
        asked = {name: cell for name, cell in amendment.cells.items() if cell and name not in FILLED}
        said = {name: cell for name, cell in amendment.cells.items() if cell and name in FILLED}
        fewest = min((found.get(cell, []) for cell in asked.items()), key=len, default=[])
        chosen = [row for row in fewest if all(row.cells.get(name) == cell for name, cell in asked.items())]
        if not asked or not chosen:
            message = "It applies to no row." if asked else "It must say to which rows it applies."
            problems.append(Problem(upload.name, amendment.number, "", message))
            continue
        for row in chosen:
            _fill(row, said)


def _fill(row: Row, said: dict[str, str]) -> None:
    for name, cell in said.items():
        there = row.cells.get(name, "")
        if not there:
            row.cells[name] = cell
        elif name == "editor_note" and cell not in there:
            row.cells[name] = f"{there} {cell}"
