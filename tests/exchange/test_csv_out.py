"""The CSV that goes out comes back in, and a spreadsheet runs none of it."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import make_claim, make_conflict, north_ministry, nour, party
from tests.exchange.files import claim, take_in
from tracker.exchange import csv_out, flat
from tracker.exchange.columns import CLAIMS
from tracker.exchange.csv_out import stream_csv
from tracker.exchange.formulas import freed, guarded
from tracker.exchange.importing import import_files
from tracker.exchange.tables import Upload
from tracker.ledger.models import Claim, Conflict


def exported() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(stream_csv(Claim.objects.order_by("as_of", "id"))), newline="")))


@pytest.mark.django_db
def test_it_has_the_imports_columns_and_one_row_for_each_citation() -> None:
    take_in(claim("a-1.1"), claim("a-2.1"), claim("a-1.2", value="25", figure_text="25", part_of="a-1.1"))
    rows = exported()
    assert list(rows[0])[: len(CLAIMS)] == [column.name for column in CLAIMS]
    assert {row["ref"]: (row["value"], row["part_of"]) for row in rows} == {
        "a-1.1": ("874", ""), "a-2.1": ("874", ""), "a-1.2": ("25", "a-1.1"),
    }  # fmt: skip
    assert rows[0]["publisher"] == "The Daily River"


@pytest.mark.django_db
def test_what_went_out_comes_back_in_unchanged() -> None:
    take_in(claim("a-1.1", quote="=874"), claim("a-1.2", value="25", figure_text="25", part_of="a-1.1", party=""))
    data = "".join(stream_csv(Claim.objects.order_by("-id"))).encode()
    report = import_files(make_conflict(), {"claims": Upload("out.csv", data)}, by=nour(), why="a test")
    assert not report.problems
    assert (report.new, report.updated) == (0, 0)


@pytest.mark.django_db
def test_a_cell_that_looks_like_a_formula_is_kept_from_being_one() -> None:
    take_in(claim(quote='=HYPERLINK("http://example.org")', note="@cmd"))
    assert (exported()[0]["quote"], exported()[0]["note"]) == ('\'=HYPERLINK("http://example.org")', "'@cmd")


@pytest.mark.django_db
def test_figures_logged_by_hand_get_refs_of_their_numbers() -> None:
    record = make_claim(60, claimant=north_ministry(), party=party("North"))
    row = exported()[0]
    assert row["ref"] == f"claim-{record.pk}.{record.citations.get().pk}"
    assert row["claim"] == str(record.pk)


def by_hand(claim: Claim) -> list[dict[str, str]]:
    """A claim's rows the obvious way, from its record."""

    def text(value: object) -> str:
        return "" if value is None else str(value)

    def ref(cited: Claim | None) -> str:
        citation = min(cited.citations.all(), key=lambda each: each.pk, default=None) if cited else None
        return (citation.ref or f"claim-{citation.claim_id}.{citation.pk}") if citation else ""

    since = claim.counted_from or claim.conflict.start
    plain = ["value", "low", "high", "qualifier", "outcome", "group", "scope", "as_of", "place", "kind",
             "as_of_precision", "said_on", "relation", "credibility", "editor_note"]  # fmt: skip
    of_claim = {name: text(getattr(claim, name)) for name in plain} | {
        "claim": str(claim.pk), "category": claim.status, "party": claim.party.name if claim.party else "All sides",
        "claimant": claim.claimant.name if claim.claimant else "",
        "incident": claim.incident.name if claim.incident else "",
        "period_start": text(since if claim.scope == "cumulative" else claim.period_start or claim.counted_from),
        "part_of": ref(claim.part_of), "follows": ref(claim.follows),
        "includes_indirect": {True: "yes", False: "no", None: ""}[claim.includes_indirect],
    }  # fmt: skip
    return [
        of_claim | {
            "ref": citation.ref or f"claim-{claim.pk}.{citation.pk}", "quote": citation.quote,
            "article_id": citation.article.ref or f"article-{citation.article_id}", "figure_text": citation.wording,
            "claimant_text": citation.attribution, "note": citation.note, "title": citation.article.title,
            "via": citation.relayed_via.name if citation.relayed_via else "", "url": citation.article.url,
            "publisher": citation.article.publisher.name, "published": str(citation.article.published_on),
        }
        for citation in sorted(claim.citations.all(), key=lambda each: (each.article.published_on, each.pk))
    ]  # fmt: skip


@pytest.mark.django_db
def test_of_the_demo_it_says_what_the_records_say(demo: Conflict) -> None:
    cited = ("citations__article__publisher", "citations__relayed_via", "part_of__citations", "follows__citations")
    rows = Claim.objects.about(demo).with_names().prefetch_related(*cited).order_by("as_of", "id")
    expected = [row for claim in rows for row in by_hand(claim)]
    assert [{name: freed(cell) for name, cell in row.items()} for row in exported()] == expected


@pytest.mark.django_db
def test_a_conflict_of_more_than_one_stretch_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flat, "AT_ONCE", 2)
    monkeypatch.setattr(csv_out, "AT_ONCE", 3)
    for number in range(1, 8):
        make_claim(number, claimant=north_ministry())
    assert [row["value"] for row in exported()] == ["1", "2", "3", "4", "5", "6", "7"]


@pytest.mark.django_db
def test_the_number_of_queries_does_not_grow_with_the_rows() -> None:
    counts = []
    for number in range(1, 4):
        make_claim(number, claimant=north_ministry())
        with CaptureQueriesContext(connection) as queries:
            list(stream_csv(Claim.objects.published()))
        counts.append(len(queries))
    assert counts[0] == counts[2] <= 6


@given(st.text(alphabet="=+-@'\t\ra1 "))
def test_a_guarded_cell_comes_back_as_it_was(cell: str) -> None:
    assert freed(guarded(cell)) == cell
    assert guarded(cell)[:1] not in set("=+-@\t\r") or not cell
