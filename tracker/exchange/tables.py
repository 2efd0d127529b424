"""From a file's bytes to rows of values, with every problem found on the way in words, by row and column."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from hashlib import sha256
from typing import Any

from tracker.exchange.columns import Column
from tracker.exchange.formulas import freed
from tracker.lib.folding import BadText, clean_text
from tracker.lib.numbers import quoted

LARGEST_FILE = 200_000_000
LONGEST_ANYTHING = 1_000_000


class BadFile(Exception):
    """A file that cannot be read as a table at all; the message says why and what to do."""


@dataclass(frozen=True)
class Problem:
    """What is wrong, where. ``row`` counts from 1, the header being row 1, as a spreadsheet shows it."""

    file: str
    row: int | None
    column: str
    message: str

    def __str__(self) -> str:
        place = [self.file, f"row {self.row}" if self.row else "", self.column]
        return f"{', '.join(part for part in place if part)}: {self.message}"


@dataclass(frozen=True)
class Upload:
    """A file as it was handed in."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        return sha256(self.data).hexdigest()


@dataclass
class Row:
    """One row: its cells as text and, once they are read, their values."""

    number: int
    cells: dict[str, str]
    values: dict[str, Any] = field(default_factory=dict)


def read_table(
    upload: Upload, columns: Sequence[Column], problems: list[Problem], ignored: Iterable[str] = ()
) -> list[Row]:
    """The rows whose shape is right; what is wrong with the others goes to ``problems``.

    Takes UTF-8 with or without a byte-order mark, and any line ends. Raises BadFile when there is no table to read.
    """
    records = _records(upload, problems)
    header = next(records, (1, []))[1]
    _check_header(upload.name, header, columns, set(ignored))
    rows = []
    for number, cells in records:
        if len(cells) != len(header):
            counts = f"It has {len(cells):,} cells and the header has {len(header)}"
            message = f"{counts}: is a comma or a quotation mark astray?"
            problems.append(Problem(upload.name, number, "", message))
            continue
        rows.append(Row(number, dict(zip(header, cells, strict=True))))
    return rows


def _records(upload: Upload, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    if len(upload.data) > LARGEST_FILE:
        raise BadFile(f"It is {len(upload.data):,} bytes long; at most {LARGEST_FILE:,} are read at once.")
    try:
        decoded = upload.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = upload.data.count(b"\n", 0, error.start) + 1
        raise BadFile(
            f"It is not UTF-8: line {line:,} holds the byte {upload.data[error.start]:#04x}. Save it as “CSV UTF-8”."
        ) from None
    number = 0
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(decoded, newline=""), strict=True), start=1):
            if cells:
                yield number, [freed(cell.strip()) for cell in cells]
    except csv.Error as error:
        message = f"The table cannot be read from here on ({error}): look for a quotation mark that is never closed."
        problems.append(Problem(upload.name, number + 1, "", message))


def _check_header(file: str, header: list[str], columns: Sequence[Column], ignored: set[str]) -> None:
    if not header:
        raise BadFile("It is empty: its first row must name the columns.")
    known = {column.name for column in columns}
    wrong = []
    missing = [column.name for column in columns if column.required and column.name not in header]
    if missing:
        wrong.append(f"It lacks the columns {', '.join(missing)}.")
    extra = [quoted(name) for name in header if name not in known | ignored]
    if extra:
        wrong.append(f"It has columns that are not known: {', '.join(extra[:10])}.")
    twice = [quoted(name) for name, times in Counter(header).items() if times > 1]
    if twice:
        wrong.append(f"It has columns twice: {', '.join(twice[:10])}.")
    if wrong and len(header) == 1 and ";" in header[0]:
        wrong.append("Its cells seem to be parted by semicolons: save it with commas.")
    if wrong:
        raise BadFile(" ".join(wrong))


def read_values(file: str, rows: Iterable[Row], columns: Sequence[Column], problems: list[Problem]) -> list[Row]:
    """The rows all of whose cells could be read; a column that the file lacks is blank everywhere."""
    # Most cells say what others of their column say.
    readers = {column.name: cache(partial(_value, column)) for column in columns}
    good = []
    for row in rows:
        before = len(problems)
        for name, read in readers.items():
            try:
                row.values[name] = read(row.cells.get(name, ""))
            except ValueError as error:
                problems.append(Problem(file, row.number, name, str(error)))
        if len(problems) == before:
            good.append(row)
    return good


def _value(column: Column, cell: str) -> Any:
    if not cell:
        if column.required:
            raise BadText("This cell must be filled.")
        return column.blank
    return column.read(clean_text(cell, LONGEST_ANYTHING))
