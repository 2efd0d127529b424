"""Many rows at once leave what the verbs would leave one by one, and ask the database no more for more of them."""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.bulk import large_files, stage
from tests.cast import ben, make_conflict, nour
from tests.exchange.files import as_csv, claim, take_in
from tracker.exchange.importing import import_files
from tracker.exchange.running import Outcome
from tracker.ledger import changes
from tracker.ledger.models import Article, Change, Citation, Claim, Conflict, Difference, LineColour, Party, Source
from tracker.lib.vocabulary import State

pytestmark = pytest.mark.django_db

CLAIMS = 120
LOGGED_BY_HAND = 9
"""Every how many claims one stands already, as a draft from a later article."""


# the slow twin -------------------------------------------------------------------------------------------------------


def by_verbs(conflict: Conflict, rows: list[dict[str, str]]) -> None:
    """The rows one after the other by the verbs that people use, under one change."""
    sources = {source.name: source for source in Source.objects.all()}
    parties = {party.name: party for party in Party.objects.filter(conflict=conflict)}
    articles = {article.ref: article for article in Article.objects.select_related("publisher")}
    claims: dict[str, Claim] = {}
    with changes.making(by=nour(), why="a test", verb="import_claims", conflict=conflict):
        for row in rows:
            quoted = changes.Quoted(
                articles[row["article_id"]], row["quote"], row["figure_text"], relayed_via=sources.get(row["via"]),
                ref=row["ref"],
            )  # fmt: skip
            recorded = changes.record_claim(
                by=nour(), why="a test", conflict=conflict, quoted=quoted, state=State.PUBLISHED,
                claimant=sources.get(row["claimant"]), party=parties.get(row["party"]), as_worded=row["figure_text"],
                value=int(row["value"]), qualifier=row["qualifier"], outcome=row["outcome"], status=row["category"],
                place=row["place"], scope=row["scope"], as_of=row["as_of"], period_start=row["period_start"] or None,
                kind=row["kind"], follows=claims.get(row["follows"]), relation=row["relation"],
                part_of=claims.get(row["part_of"]),
            )  # fmt: skip
            claims[row["ref"]] = recorded.claim


def ledger(conflict: Conflict) -> dict[str, Counter[Any]]:
    """All that stands, each row without its number: a claim goes by its value, which no two share."""
    values = dict(Claim.objects.values_list("pk", "value"))

    def told(row: dict[str, Any]) -> tuple[Any, ...]:
        named = {name: values.get(value, value) for name, value in row.items() if name in LINKS}
        return tuple(sorted((name, str(named.get(name, value))) for name, value in row.items() if name not in PASSING))

    made = Difference.objects.filter(change=Change.objects.filter(verb="import_claims").order_by("pk").last())
    return {
        "claims": Counter(map(told, Claim.objects.filter(conflict=conflict).values())),
        "citations": Counter(map(told, Citation.objects.filter(claim__conflict=conflict).values())),
        "colours": Counter(map(told, LineColour.objects.filter(conflict=conflict).values())),
        "history": Counter(
            (kept.table, values.get(kept.claim), told(kept.before or {}), told(kept.after or {})) for kept in made
        ),
    }


LINKS = {"claim_id", "follows_id", "part_of_id"}
PASSING = {"id", "logged_at"}
NO_LINKS = {"follows": "", "relation": "", "part_of": ""}


@pytest.fixture
def war() -> Conflict:
    """The large war's sources and articles; some of its claims are logged already, by hand."""
    conflict = stage(ben())
    files = large_files(CLAIMS)
    files.pop("claims")
    import_files(conflict, files, by=nour(), why="who speaks and prints")
    later = changes.add_article(
        by=nour(),
        why="a test",
        publisher=Source.objects.get(name="Newspaper 0"),
        title="Later",
        published_on="2023-11-01",
    )
    for row in claim_rows()[::LOGGED_BY_HAND]:
        if row["claimant"] and row["scope"] == "cumulative" and not row["follows"]:
            changes.record_claim(
                by=ben(), why="by hand", conflict=conflict, quoted=changes.Quoted(later, "so it said", row["value"]),
                claimant=Source.objects.get(name=row["claimant"]), as_worded=row["value"], value=int(row["value"]),
                party=Party.objects.filter(name=row["party"]).first(), qualifier=row["qualifier"], place=row["place"],
                outcome="killed", status=row["category"], as_of=row["as_of"],
            )  # fmt: skip
    return conflict


def claim_rows() -> list[dict[str, str]]:
    """The large war's first claims; one in ten is followed by another, which is a part of a third."""
    rows = [NO_LINKS | row for row in csv.DictReader(io.StringIO(large_files(CLAIMS)["claims"].data.decode()))]
    named = [row for row in rows if row["claimant"] and row["ref"].endswith(".0")]
    for before, whole in zip(named[::10], named[1::10], strict=False):
        more = str(int(before["value"]) + 10_000)
        links = {"follows": before["ref"], "relation": "updates", "part_of": whole["ref"]}
        rows.append(before | links | {"ref": f"{before['ref']}.1", "value": more, "figure_text": more, "quote": more})
    return rows


def test_the_fast_way_leaves_the_ledger_and_the_history_that_the_verbs_leave(war: Conflict) -> None:
    by_hand = Claim.objects.count()
    with transaction.atomic():
        by_verbs(war, claim_rows())
        slow = ledger(war)
        transaction.set_rollback(True)
    report = import_files(war, {"claims": as_csv("claims.csv", claim_rows())}, by=nour(), why="a test")
    fast = ledger(war)
    for what, rows in slow.items():
        assert fast[what] == rows, what
    assert report.tallies["claims"][Outcome.CITED] > 40
    assert Claim.objects.exclude(follows=None).exclude(part_of=None).count() > 5
    altered = Counter(table for table, _, before, _ in fast["history"].elements() if before)
    assert altered == {"ledger_claim": 2 * by_hand}  # an earlier day, and published


# questions -----------------------------------------------------------------------------------------------------------


def numbered(number: int, **cells: str) -> dict[str, str]:
    return claim(f"a-1.{number}", value=str(number), figure_text=str(number), quote=f"{number} dead", **cells)


def asked_for(rows: list[dict[str, str]], expected: Outcome) -> int:
    """How many questions the import of these rows asks."""
    with CaptureQueriesContext(connection) as questions:
        assert take_in(*rows).tallies["claims"] == {expected: len(rows)}
    return len(questions)


def test_more_rows_ask_no_more_questions() -> None:
    take_in(claim("a-2.1"))
    few = asked_for([numbered(n) for n in range(1, 11)], Outcome.CREATED)
    assert asked_for([numbered(n) for n in range(100, 300)], Outcome.CREATED) == few < 40


def test_a_long_line_of_corrections_asks_no_more_than_a_short_one() -> None:
    take_in(claim("a-2.1"))

    def line(first: int, last: int) -> list[dict[str, str]]:
        rows = [numbered(first)]
        return rows + [numbered(n, follows=f"a-1.{n - 1}", relation="corrects") for n in range(first + 1, last)]

    few = asked_for(line(1, 5), Outcome.CREATED)
    assert asked_for(line(100, 200), Outcome.CREATED) == few
    assert Claim.objects.get(value=199).follows == Claim.objects.get(value=198)


def test_more_citations_of_claims_that_stand_ask_no_more_questions() -> None:
    take_in(*(numbered(n) for n in range(100)), draft=True)
    again = [numbered(n) | {"ref": f"a-2.{n}", "article_id": "a-2"} for n in range(100)]
    asked_for(again[:1], Outcome.CITED)  # the voice gets its colour
    few = asked_for(again[1:5], Outcome.CITED)
    assert asked_for(again[5:], Outcome.CITED) == few
    assert set(Claim.objects.values_list("state", "version")) == {("published", 2)}


# what is wrong stands at its row --------------------------------------------------------------------------------------


def test_a_figure_that_follows_one_of_another_conflict_is_refused_at_its_row_with_what_hangs_on_it() -> None:
    take_in(claim("a-1.1"))
    other = make_conflict("War of the hills")
    rows = [numbered(6), numbered(7, follows="a-1.1", relation="corrects"), numbered(8, part_of="a-1.7")]
    upload = as_csv("claims.csv", rows)
    report = import_files(other, {"claims": upload}, by=nour(), why="a test", skip_refused=True)
    assert [str(problem) for problem in report.problems] == [
        "claims.csv, row 3, follows: This belongs to another conflict.",
        "claims.csv, row 4: It is part of, or follows, a-1.7, which was refused.",
    ]
    assert report.written and Claim.objects.get(conflict=other).value == 6


def test_a_file_of_one_conflict_is_not_taken_for_another() -> None:
    take_in(claim("a-1.1"))
    other = make_conflict("War of the hills")
    upload = as_csv("claims.csv", [claim("a-1.1", value="900", figure_text="900"), numbered(6)])
    report = import_files(other, {"claims": upload}, by=nour(), why="the wrong war")
    assert [str(problem) for problem in report.problems] == [
        "claims.csv, row 2, ref: This ref stands for a figure of another conflict: give the row a new one."
    ]
    assert not report.written and Claim.objects.get().value == 874


# undone --------------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("as_app")
def test_an_import_is_undone_whole() -> None:
    take_in(claim("a-1.1"))
    take_in(claim("a-2.1"), numbered(5), numbered(6, part_of="a-1.5"))
    changes.revert_change(Change.objects.filter(verb="import_claims").latest("pk"), by=nour(), why="the wrong file")
    assert set(Claim.objects.values_list("value", "state")) == {(874, "published"), (5, "rejected"), (6, "rejected")}
    assert list(Citation.objects.filter(claim__value=874).values_list("ref", flat=True)) == ["a-1.1"]
