"""The demo against its own files, read here once more by plain code."""

import csv
import random
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tracker.exchange.importing import import_files
from tracker.exchange.loading import AMENDMENTS, DEMO, demo_uploads, importer, upload
from tracker.ledger.models import Change, Citation, Claim, Conflict, Source
from tracker.lib.vocabulary import State

pytestmark = pytest.mark.django_db


def rows(name: str) -> list[dict[str, str]]:
    with (DEMO / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ARTICLES = {row["article_id"]: row for row in rows("articles.csv")}
CLAIMS = rows("claims.csv")
FIELDS = [
    "value", "low", "high", "qualifier", "outcome", "category", "group", "party", "place", "incident", "scope", "as_of",
    "claimant",
]  # fmt: skip


def said_by(row: dict[str, str]) -> str:
    """Whose voice a row speaks with, by the rule of DESIGN section 2."""
    return (row["claimant"] or row["via"] or ARTICLES[row["article_id"]]["publisher"]).removesuffix(" tally")


def test_every_row_is_cited_and_equal_rows_are_one_claim(demo: Conflict) -> None:
    assert set(Citation.objects.filter(claim__conflict=demo).values_list("ref", flat=True)) == {
        r["ref"] for r in CLAIMS
    }
    # A running total starts with the war, whether its row says so or not; a vague figure is told by its words.
    groups = {
        (
            said_by(row),
            *(row[name] for name in FIELDS),
            row["period_start"] if row["scope"] != "incident" else "",
            row["figure_text"].casefold() if row["qualifier"] == "vague" else "",
        )
        for row in CLAIMS
    }
    assert Claim.objects.about(demo).count() == len(groups)


@pytest.mark.parametrize("row", random.Random(20201022).sample(CLAIMS, 20), ids=lambda row: row["ref"])
def test_twenty_random_rows_stand_in_the_ledger_as_in_the_file(demo: Conflict, row: dict[str, str]) -> None:
    citation = Citation.objects.select_related("claim", "article__publisher", "relayed_via").get(ref=row["ref"])
    claim = Claim.objects.with_names().get(pk=citation.claim_id)
    article = ARTICLES[row["article_id"]]

    def number(cell: str) -> int | None:
        return int(cell) if cell else None

    assert (claim.value, claim.low, claim.high) == (number(row["value"]), number(row["low"]), number(row["high"]))
    assert (claim.qualifier, claim.outcome, claim.status) == (row["qualifier"], row["outcome"], row["category"])
    assert (claim.group, claim.scope, claim.place) == (row["group"], row["scope"], row["place"])
    assert claim.as_of == date.fromisoformat(row["as_of"])
    assert (claim.claimant.name if claim.claimant else "") == row["claimant"].removesuffix(" tally")
    assert claim.voice.name == said_by(row)
    assert row["party"] in ({claim.party.name, *claim.party.aliases} if claim.party else {"Both sides"})
    assert (claim.incident.name if claim.incident else "") == row["incident"]
    assert (citation.quote, citation.wording, citation.attribution) == (
        row["quote"], row["figure_text"], row["claimant_text"],
    )  # fmt: skip
    assert (citation.relayed_via.name if citation.relayed_via else "") == row["via"]
    assert (citation.article.title, citation.article.url) == (article["title"], article["url"])
    assert citation.article.publisher.name == article["publisher"]
    assert citation.article.published_on == date.fromisoformat(article["published"])
    assert claim.state == State.PUBLISHED.value


def test_the_counts_of_the_first_article_are_there(demo: Conflict) -> None:
    found = {(c.voice.name, c.figure) for c in Claim.objects.with_names().filter(citations__article__ref="nk-000")}
    assert {("Artsakh authorities", "874"), ("Press TV", "about 1,000"), ("Vladimir Putin", "nearly 5,000")} <= found


def test_a_correction_takes_its_claim_off_the_standing_ones(demo: Conflict) -> None:
    correction = Claim.objects.about(demo).get(relation="corrects")
    assert (correction.value, correction.follows.value, correction.as_of) == (151, 158, date(2020, 10, 2))


def test_a_part_never_stands_for_its_whole(demo: Conflict) -> None:
    """183 bodies brought to Syria are a part of the 231 dead that the same claimant counted that day."""
    standing = Claim.objects.about(demo).counting("killed").cumulative().standing_on(date(2020, 10, 31)).with_names()
    assert [c.figure for c in standing if c.voice.name.startswith("Syrian Observatory")] == ["at least 231"]


def test_what_the_editors_find_improbable_does_not_unseat_what_others_printed(demo: Conflict) -> None:
    standing = Claim.objects.about(demo).counting("killed").cumulative().standing_on(date(2020, 10, 23)).with_names()
    assert [c.figure for c in standing if c.voice.name == "Vladimir Putin" and c.party is None] == ["nearly 5,000"]


@pytest.mark.parametrize("ref", ["nk-018.2", "nk-076.1", "nk-089.1", "nk-127.1", "nk-225.1", "nk-245.1", "nk-310.4"])
def test_doubtful_rows_say_so_in_public(demo: Conflict, ref: str) -> None:
    assert Citation.objects.get(ref=ref).claim.editor_note


def test_sources_hang_in_their_tree(demo: Conflict) -> None:
    ministry = Source.objects.called("artsakh defence army").get()
    assert (ministry.name, ministry.parent.name) == ("Artsakh Ministry of Defence", "Artsakh authorities")
    assert not Source.objects.filter(name__endswith=" tally").exists()
    assert Source.objects.called("AFP tally").get().name == "AFP"


def test_the_voices_most_often_on_one_chart_have_colours_of_their_own(demo: Conflict) -> None:
    first = [row["voice"] for row in rows("colours.csv")[:8]]
    given = dict(demo.line_colours.values_list("voice__name", "colour"))
    assert [given[voice] for voice in first] == list(range(8))


def test_a_second_import_says_0_new_0_changed_and_asks_few_questions(demo: Conflict) -> None:
    changes_made = Change.objects.count()
    with CaptureQueriesContext(connection) as queries:
        report = import_files(
            demo, demo_uploads(), by=importer(), why="again", amendments=[upload(name) for name in AMENDMENTS]
        )
    assert not report.problems
    assert (report.new, report.updated) == (0, 0)
    assert Change.objects.count() == changes_made
    assert len(queries) < 60


def test_loading_it_again_does_nothing(demo: Conflict) -> None:
    out = StringIO()
    call_command("load_demo", stdout=out)
    assert out.getvalue() == "2020 Nagorno-Karabakh war is in the ledger already.\n"
