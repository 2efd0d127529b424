"""Claims as a spreadsheet: the CSV's columns with numbers and dates that are numbers and dates, and a sheet about it.

No cell is a formula or a link, whatever its text begins with: nothing need be guarded, and nothing is run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from tempfile import TemporaryFile
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from tracker.exchange.citing import SITE
from tracker.exchange.flat import HEADER, flat_rows
from tracker.ledger.querysets import ClaimQuerySet

PART = 65536
MOST_ROWS = 1_048_576
"""Of a sheet, its header included."""
MOST_EXACT = 10**15
"""A spreadsheet keeps fifteen digits of a number: greater ones are written as text."""
FIRST_YEAR = 1900
"""Earlier days are no dates to a spreadsheet: they are written as text."""
WIDTHS = {"quote": 60, "title": 50, "url": 40, "note": 30, "editor_note": 30, "claimant": 26, "claimant_text": 26}
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
}


def stream_xlsx(rows: ClaimQuerySet, about: Sequence[tuple[str, object]]) -> Iterator[bytes]:
    """The workbook in parts: first the claims, as ``flat_rows`` has them, then ``about`` line by line.

    ``about`` holds pairs of a label and a text, number or day; the first is the title. Rows are not kept in memory: the
    whole is written into a file first, since its end says what its beginning is.
    """
    with TemporaryFile() as file:
        book = xlsxwriter.Workbook(file, OPTIONS)
        book.set_properties({"title": str(about[0][1]), "author": str(SITE)})
        bold = book.add_format({"bold": True})
        _claims(book, rows, bold)
        _about(book, about, bold)
        book.close()
        file.seek(0)
        while part := file.read(PART):
            yield part


def _claims(book: Any, rows: ClaimQuerySet, bold: Any) -> None:
    sheet, line = _claims_sheet(book, bold), 1
    for row in flat_rows(rows):
        if line == MOST_ROWS:
            sheet, line = _claims_sheet(book, bold), 1
        for column, value in enumerate(row):
            _cell(sheet, line, column, value)
        line += 1


def _claims_sheet(book: Any, bold: Any) -> Any:
    """A sheet with its header; the second and later ones are for what no longer fits into the first."""
    many = len(book.worksheets())
    sheet = book.add_worksheet(_("Claims") if not many else f"{_('Claims')} {many + 1}")
    sheet.freeze_panes(1, 0)
    for column, name in enumerate(HEADER):
        sheet.set_column(column, column, WIDTHS.get(name, 13))
        sheet.write_string(0, column, name, bold)
    return sheet


def _about(book: Any, about: Iterable[tuple[str, object]], bold: Any) -> None:
    sheet = book.add_worksheet(_("About"))
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 100)
    for line, (label, value) in enumerate(about):
        sheet.write_string(line, 0, label, bold)
        _cell(sheet, line, 1, value)


def _cell(sheet: Any, line: int, column: int, value: object) -> None:
    if value is None or value == "":
        return
    if isinstance(value, date) and value.year >= FIRST_YEAR:
        sheet.write_datetime(line, column, value)
    elif isinstance(value, int) and abs(value) < MOST_EXACT:
        sheet.write_number(line, column, value)
    else:
        sheet.write_string(line, column, str(value))
