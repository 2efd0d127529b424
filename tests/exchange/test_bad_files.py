"""Whatever is wrong with a file is said in words, by row and column, and nothing is written."""

import pytest

from tests.exchange.files import as_csv, claim, take_in, take_in_file
from tracker.exchange.importing import Report
from tracker.ledger.models import Claim

pytestmark = pytest.mark.django_db

BAD_CELLS = [
    ({"value": "5O"}, "value: “5O” is not a whole number: it holds the letter O"),
    ({"value": "1.2.3"}, "value: “1.2.3” is not a whole number"),
    ({"value": "-4"}, "value: “-4” is not a whole number: a count cannot be below zero"),
    ({"value": "1e9"}, "value: “1e9” is not a whole number: it holds the letter e"),
    ({"value": "9223372036854775808"}, "value: “9223372036854775808” is too large"),
    ({"value": ""}, "value: Type the number."),
    ({"value": "8\x004"}, "value: The text holds a NUL character"),
    ({"value": "8" * 100_000}, "value: “888"),
    ({"quote": "x" * 100_000}, "quote: The text is 100,000 characters long; at most 600 fit here."),
    ({"quote": ""}, "quote: This cell must be filled."),
    ({"as_of": "2020-02-31"}, "as_of: “2020-02-31” is not a date: February 2020 has no day 31"),
    ({"as_of": "10000-01-01"}, "as_of: “10000-01-01” is out of range"),
    ({"as_of": "2999-01-01"}, "as_of: This day is still to come"),
    ({"as_of": "yesterday"}, "as_of: “yesterday” is not a date"),
    ({"period_start": "2020-10"}, "period_start: “2020-10” names no day"),
    ({"period_start": "2020-10-23"}, "period_start: The count starts after the day it holds for."),
    ({"outcome": "deceased"}, "outcome: “deceased” is not known here. Known are: killed, injured"),
    ({"category": "soldiers"}, "category: “soldiers” is not known here"),
    ({"qualifier": "range", "value": "", "high": "9"}, "low: A range has both ends: type this one."),
    (
        {"qualifier": "range", "value": "", "low": "9", "high": "4"},
        "low: The lowest number is above the highest.",
    ),
    ({"qualifier": "vague"}, "value: A vague figure keeps its words and has no number"),
    ({"scope": "incident"}, "incident: Name the incident, or at least the place."),
    ({"incident": "The bridge"}, "incident: “The bridge” is no incident of this conflict"),
    ({"party": "West"}, "party: “West” is no party of this conflict"),
    ({"claimant": "Nobody Known"}, "claimant: “Nobody Known” is no source known here"),
    ({"via": "Nobody Known"}, "via: “Nobody Known” is no source known here"),
    ({"article_id": "a-9"}, "article_id: The article “a-9” is not known: give it a row in articles.csv."),
    ({"part_of": "a-9.9"}, "part_of: No figure goes by “a-9.9”"),
    ({"relation": "corrects"}, "relation: Name the earlier figure and say how"),
    ({"credibility": "7"}, "credibility: “7” is not from 1 to 6."),
    ({"includes_indirect": "maybe"}, "includes_indirect: “maybe” is neither yes nor no."),
]


def only_problem(report: Report) -> str:
    assert not report.written
    assert len(report.problems) == 1, report.problems
    return str(report.problems[0])


def test_each_bad_cell_is_refused_in_words_by_row_and_column() -> None:
    report = take_in(*(claim(f"a-1.{number}") | cells for number, (cells, _) in enumerate(BAD_CELLS)))
    said = {problem.row: str(problem) for problem in report.problems}
    assert len(report.problems) == len(BAD_CELLS)
    for row, (_, message) in enumerate(BAD_CELLS, start=2):
        assert said[row].startswith(f"claims.csv, row {row}, {message}")
        assert len(said[row]) < 400
    assert not report.written and not Claim.objects.exists()


def test_a_figure_cannot_be_part_of_itself() -> None:
    problem = only_problem(take_in(claim(part_of="a-1.1")))
    assert problem == "claims.csv, row 2, part_of: A figure cannot be this of itself."


BAD_FILES = [
    (b"", "It is empty: its first row must name the columns."),
    (b"ref,article_id\n", "It lacks the columns quote, figure_text, qualifier, outcome, scope, as_of."),
    (b"ref;article_id;quote\n", "parted by semicolons"),
    (b"\xff\xfer\x00e\x00f\x00", "It is not UTF-8: line 1 holds the byte 0xff."),
    (as_csv("", [claim(colour="red")]).data, "It has columns that are not known: “colour”."),
    (as_csv("", [claim()]).data.replace(b"category", b"outcome"), "It has columns twice: “outcome”."),
    (as_csv("", [claim()]).data + b'a-1.2,a-1,"never closed', "row 3: The table cannot be read from here on"),
    (as_csv("", [claim()]).data + b"a-1.2,a-1\n", "row 3: It has 2 cells and the header has 14"),
    (as_csv("", [claim()]).data + b'"' + b"x" * 200_000 + b'"\n', "row 3: The table cannot be read from here on"),
]


@pytest.mark.parametrize(("data", "message"), BAD_FILES, ids=[message[:40] for _, message in BAD_FILES])
def test_a_file_that_is_no_table_is_refused_in_words(data: bytes, message: str) -> None:
    report = take_in_file(data)
    assert not report.written
    assert any(message in str(problem) for problem in report.problems), report.problems


def test_every_problem_is_said_at_once() -> None:
    report = take_in(claim("a-1.1", value="5O"), claim("a-1.2", as_of="never", outcome="odd"), claim("a-1.3"))
    assert [(problem.row, problem.column) for problem in report.problems] == [
        (2, "value"), (3, "outcome"), (3, "as_of"),
    ]  # fmt: skip
    assert not Claim.objects.exists()


def test_a_ref_may_stand_once_only() -> None:
    report = take_in(claim("a-1.1"), claim("a-1.1", value="900", figure_text="900"))
    assert [str(problem) for problem in report.problems] == [
        f"claims.csv, row {row}, ref: “a-1.1” stands in 2 rows." for row in (2, 3)
    ]


def test_parts_that_go_round_in_a_circle_are_refused() -> None:
    report = take_in(claim("a-1.1", part_of="a-1.2"), claim("a-1.2", part_of="a-1.1", value="5", figure_text="5"))
    assert {problem.column for problem in report.problems} == {"part_of"}
    assert len(report.problems) == 2


def test_an_amendment_that_applies_to_nothing_is_a_problem() -> None:
    report = take_in(claim(), amend=[{"ref": "a-7.7", "editor_note": "doubtful"}])
    assert only_problem(report) == "amend.csv, row 2: It applies to no row."
