"""The spreadsheet that goes out: numbers and days are what they are, no text is run, and it says what it is."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from django.test import Client

from tests.cast import make_article, make_claim, make_source, monitor, north_ministry, nour, party, south_ministry
from tests.pages.reading import PAGE
from tracker.exchange import xlsx_out
from tracker.exchange.flat import HEADER
from tracker.exchange.xlsx_out import stream_xlsx
from tracker.ledger.models import Claim
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import State

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_cast")]
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Sheet = list[dict[str, object]]


def read(book: bytes, number: int = 1) -> Sheet:
    """The rows of a sheet as column letters → texts, numbers and, where the cell has a date's format, days."""
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        root = ElementTree.fromstring(parts.read(f"xl/worksheets/sheet{number}.xml"))
    assert root.find(f".//{MAIN}f") is None and root.find(f".//{MAIN}hyperlink") is None
    return [
        {re.sub(r"\d", "", cell.get("r", "")): _value(cell) for cell in row.iter(f"{MAIN}c")}
        for row in root.iter(f"{MAIN}row")
    ]


def _value(cell: ElementTree.Element) -> object:
    if cell.get("t") == "inlineStr":
        return "".join(text.text or "" for text in cell.iter(f"{MAIN}t"))
    number = int(cell.findtext(f"{MAIN}v", ""))
    return date(1899, 12, 30) + timedelta(days=number) if cell.get("s") == "2" else number


def by_name(sheet: Sheet) -> list[dict[object, object]]:
    """Its rows by the names in its header."""
    return [{sheet[0][letter]: value for letter, value in row.items()} for row in sheet[1:]]


def written(about: list[tuple[str, object]] | None = None) -> bytes:
    return b"".join(stream_xlsx(Claim.objects.published(), about or [("Title", "A war")]))


def asked(client: Client, query: str) -> bytes:
    response = client.get(f"{PAGE}claims.xlsx?{query}")
    assert response.status_code == 200
    return b"".join(response)


def test_it_has_the_columns_of_the_csv_and_their_kinds_of_value() -> None:
    claim = make_claim(874, claimant=north_ministry(), party=party("North"), as_of=date(2020, 10, 22))
    sheet = read(written())
    assert list(sheet[0].values()) == HEADER
    (row,) = by_name(sheet)
    assert (row["value"], row["as_of"], row["claim"]) == (874, date(2020, 10, 22), claim.pk)
    assert (row["claimant"], row["party"]) == ("Ministry of the North", "North")
    assert "low" not in row


@pytest.mark.parametrize("text", ['=HYPERLINK("http://example.org")', "+1", "-2", "@cmd", "http://example.org", "007"])
def test_text_is_text_whatever_it_begins_with(text: str) -> None:
    make_claim(5, quote=text)
    assert by_name(read(written()))[0]["quote"] == text


@pytest.mark.parametrize(("value", "cell"), [(0, 0), (10**15 - 1, 10**15 - 1), (2**63 - 1, "9223372036854775807")])
def test_a_count_too_long_for_a_spreadsheet_stays_exact_as_text(value: int, cell: object) -> None:
    make_claim(value)
    assert by_name(read(written()))[0]["value"] == cell


def test_days_before_1900_are_text() -> None:
    about = [("Title", "A war"), ("First", date(1899, 12, 31)), ("Second", date(1900, 3, 1))]
    assert [row["B"] for row in read(written(about), 2)] == ["A war", "1899-12-31", date(1900, 3, 1)]


def test_what_does_not_fit_into_one_sheet_stands_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_out, "MOST_ROWS", 3)
    for number in range(1, 6):
        make_claim(number)
    book = written()
    assert [[row["value"] for row in by_name(read(book, sheet))] for sheet in (1, 2, 3)] == [[1, 2], [3, 4], [5]]
    assert read(book, 4)[0] == {"A": "Title", "B": "A war"}


# the door


def test_it_holds_the_rows_of_the_filtered_page_and_says_so(client: Client) -> None:
    make_claim(874, claimant=north_ministry(), status="combatant")
    make_claim(60, claimant=south_ministry(), status="civilian")
    book = asked(client, "status=civilian&known_on=2020-11-01&outcome=xyz")
    assert [row["value"] for row in by_name(read(book))] == [60]
    about = {row["A"]: row["B"] for row in read(book, 2)}
    assert about["Title"] == "War of the river: reported figures, as claimed"
    assert str(about["Filter"]).startswith("killed, civilians, all parties, total so far, 27 Sep to 10 Nov 2020")
    assert about["Claims"] == "1 of 2 claims; one row for each report of a claim"
    assert about["Address"] == "http://testserver/conflicts/war-of-the-river/?status=civilian&known_on=2020-11-01"
    assert about["As published by"] == date(2020, 11, 1)
    assert "outcome: “xyz”" in str(about["Left out"])
    assert "free to use" in str(about["Licence"]) and isinstance(about["Written on"], date)


def test_everything_is_all_published_claims_whatever_they_count(client: Client) -> None:
    make_claim(874, claimant=north_ministry())
    make_claim(12, claimant=monitor(), outcome="injured")
    make_claim(3, claimant=monitor(), scope="period", period_start=date(2020, 10, 21))
    make_claim(99, state=State.DRAFT)
    book = asked(client, "everything=1&status=civilian")
    assert sorted(row["value"] for row in by_name(read(book))) == [3, 12, 874]
    about = {row["A"]: row["B"] for row in read(book, 2)}
    assert about["Claims"] == "3 of 3 claims; one row for each report of a claim"
    assert about["Filter"] == "everything: all published claims of the conflict"
    csv = b"".join(client.get(f"{PAGE}claims.csv?everything=1")).decode()
    assert csv.count("\r\n") == 4


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("", "war-of-the-river"),
        ("status=civilian", "war-of-the-river-status-civilian"),
        ("everything=1", "war-of-the-river-everything"),
    ],
)
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_files_name_says_what_was_asked_for(client: Client, query: str, name: str, ending: str) -> None:
    make_claim(5)
    response = client.get(f"{PAGE}claims.{ending}?{query}")
    assert response["Content-Disposition"] == f'attachment; filename="{name}.{ending}"'
    assert response["Cache-Control"].startswith("public") and "Set-Cookie" not in response.headers
    b"".join(response)


def test_nobody_who_logged_is_named_in_the_files(client: Client) -> None:
    make_claim(5, article=make_article(publisher=make_source("A paper")), qualifier=Qualifier.ABOUT)
    book = asked(client, "everything=1")
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        inside = b"".join(parts.read(name) for name in parts.namelist())
    assert nour().username.encode() not in inside
    assert nour().username.encode() not in b"".join(client.get(f"{PAGE}claims.csv?everything=1"))


def test_an_empty_view_is_a_header_and_what_was_asked_for(client: Client) -> None:
    make_claim(5)
    book = asked(client, "outcome=captured")
    assert len(read(book)) == 1
    assert {"A": "Claims", "B": "0 of 1 claims; one row for each report of a claim"} in read(book, 2)


def test_an_unknown_conflict_is_404(client: Client) -> None:
    assert client.get("/conflicts/none/claims.xlsx").status_code == 404
