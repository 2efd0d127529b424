"""What becomes of good rows: recorded, cited, left alone, corrected."""

from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import guest, make_conflict, nour
from tests.exchange.files import ARTICLE_ROWS, SOURCE_ROWS, as_csv, claim, take_in, take_in_file
from tracker.exchange.importing import import_files
from tracker.exchange.running import Outcome
from tracker.exchange.tables import Upload
from tracker.ledger import changes
from tracker.ledger.models import Change, Citation, Claim, Import, ImportRow, Source
from tracker.lib.vocabulary import State

pytestmark = pytest.mark.django_db


def outcomes(**options: Any) -> dict[str, int]:
    return dict(take_in(*options.pop("rows"), **options).tallies["claims"])


def test_a_good_row_becomes_a_published_claim_cited_once() -> None:
    report = take_in(claim())
    assert report.written and not report.problems
    record = Claim.objects.with_names().get()
    assert (record.value, record.claimant.name, record.party.name) == (874, "Ministry of the North", "North")
    assert (record.counted_from, record.as_of, record.state) == (None, date(2020, 10, 22), State.PUBLISHED.value)
    citation = record.citations.get()
    assert (citation.ref, citation.article.ref, citation.attribution) == ("a-1.1", "a-1", "the ministry")


def test_an_import_is_one_change_and_keeps_what_became_of_each_row() -> None:
    before = Change.objects.filter(verb="import_claims").count()
    take_in(claim("a-1.1"), claim("a-2.1"))
    assert Change.objects.filter(verb="import_claims").count() == before + 1
    assert [(row.number, row.ref, row.outcome) for row in Import.objects.get().rows.all()] == [
        (2, "a-1.1", "created"), (3, "a-2.1", "cited"),
    ]  # fmt: skip


def test_equal_figures_of_one_claimant_are_one_claim_with_several_citations() -> None:
    assert outcomes(rows=[claim("a-1.1"), claim("a-1.2", quote="874, it said"), claim("a-2.1")]) == {
        Outcome.CREATED: 1, Outcome.CITED: 2,
    }  # fmt: skip
    assert Claim.objects.get().citations.count() == 3


def test_the_same_words_of_the_same_article_are_one_citation() -> None:
    rows = [claim("a-1.1"), claim("a-1.2")]
    assert outcomes(rows=rows) == {Outcome.CREATED: 1, Outcome.UNCHANGED: 1}
    assert Citation.objects.count() == 1
    assert ImportRow.objects.get(ref="a-1.2").message == "The same words of the same article as a-1.1."
    assert outcomes(rows=rows) == {Outcome.UNCHANGED: 2}


def test_unattributed_figures_of_different_voices_stay_separate() -> None:
    take_in(claim("a-1.1", claimant=""), claim("a-2.1", claimant=""))
    assert sorted(record.voice.name for record in Claim.objects.with_names()) == [
        "River News Agency",
        "The Daily River",
    ]


def test_an_unattributed_figure_speaks_with_the_voice_of_the_agency_in_between() -> None:
    take_in(claim("a-1.1", claimant="", via="River News Agency"), claim("a-2.1", claimant=""))
    assert Claim.objects.with_names().get().voice.name == "River News Agency"


def test_the_ledgers_own_equal_claim_is_cited() -> None:
    take_in(claim("a-1.1"))
    assert outcomes(rows=[claim("a-2.1")]) == {Outcome.CITED: 1}
    assert Claim.objects.get().citations.count() == 2


def test_a_part_may_stand_before_its_whole() -> None:
    take_in(claim("a-1.1", value="25", figure_text="25", part_of="a-1.2"), claim("a-1.2"))
    assert Claim.objects.get(value=25).part_of == Claim.objects.get(value=874)


def test_a_correction_follows_what_it_corrects() -> None:
    take_in(claim("a-1.1"), claim("a-2.1", value="870", figure_text="870", follows="a-1.1", relation="corrects"))
    later = Claim.objects.get(value=870)
    assert (later.follows.value, later.relation) == (874, "corrects")


@pytest.mark.parametrize("party", ["", "Both sides", "both sides"])
def test_no_party_means_all_sides(party: str) -> None:
    take_in(claim(party=party))
    assert Claim.objects.get().party is None


def test_digits_of_any_script_and_thousands_marks_are_read() -> None:
    take_in(claim("a-1.1", value="٨٧٤"), claim("a-1.2", value="1,874", figure_text="1,874"))
    assert set(Claim.objects.values_list("value", flat=True)) == {874, 1874}


def test_a_byte_order_mark_and_windows_line_ends_are_accepted() -> None:
    take_in(claim())
    data = as_csv("claims.csv", [claim("a-1.2", value="900", figure_text="900")]).data
    report = take_in_file(b"\xef\xbb\xbf" + data)
    assert b"\r\n" in data and report.written
    assert Claim.objects.filter(value=900).exists()


def test_a_month_is_kept_as_a_month() -> None:
    take_in(claim(as_of="2020-10", period_start=""))
    assert Claim.objects.values_list("as_of", "as_of_precision").get() == (date(2020, 10, 1), "month")


def test_sources_come_with_their_tree_names_and_sides() -> None:
    take_in(claim(claimant="nmod"))
    ministry = Source.objects.get(name="Ministry of the North")
    assert ministry.parent.name == "Government of the North"
    assert ministry.parent.affiliations.get().party.name == "North"
    assert Claim.objects.get().claimant == ministry


def test_amendments_fill_in_what_rows_leave_empty() -> None:
    amend = [
        {"claimant": "Ministry of the North", "ref": "", "kind": "official_total", "editor_note": ""},
        {"claimant": "", "ref": "a-1.1", "kind": "", "editor_note": "One paper has 873."},
        {"claimant": "", "ref": "a-2.1", "kind": "", "editor_note": "Another has 875."},
    ]
    take_in(claim("a-1.1"), claim("a-2.1"), amend=amend)
    record = Claim.objects.get()
    assert (record.kind, record.editor_note) == ("official_total", "One paper has 873. Another has 875.")


def test_drafts_are_not_shown() -> None:
    take_in(claim(), draft=True)
    assert not Claim.objects.published().exists()
    assert Claim.objects.get().state == State.DRAFT.value


def test_a_dry_run_says_what_would_be_done_and_does_nothing() -> None:
    report = take_in(claim(), dry_run=True)
    assert report.tallies["claims"] == {Outcome.CREATED: 1}
    assert not Claim.objects.exists() and not Import.objects.exists()


def test_skip_refused_imports_the_rest_and_keeps_the_reasons() -> None:
    report = take_in(claim("a-1.1", value="5O"), claim("a-1.2"), skip_refused=True)
    assert report.written and Claim.objects.count() == 1
    refused = ImportRow.objects.get(outcome="refused")
    assert refused.number == 2 and "letter O" in refused.message


def test_a_figure_whose_whole_was_refused_is_refused_with_it() -> None:
    report = take_in(claim("a-1.1", value="5O"), claim("a-1.2", part_of="a-1.1"), skip_refused=True)
    assert not Claim.objects.exists()
    assert "a-1.1, which was refused" in str(report.problems[-1])


def test_a_name_that_means_another_source_is_refused() -> None:
    take_in(claim())
    rows = [
        {"name": "Northern News", "kind": "newspaper", "aliases": "NMoD"},
        {"name": "Other", "kind": "ngo", "aliases": ""},
    ]
    report = import_files(make_conflict(), {"sources": as_csv("s.csv", rows)}, by=nour(), why="a test")
    assert [str(problem) for problem in report.problems] == [
        "s.csv, row 2, aliases: “NMoD” means another source already."
    ]
    assert not report.written and not Source.objects.filter(name="Other").exists()


def test_two_sources_of_one_file_cannot_share_a_name() -> None:
    rows = [{"name": name, "kind": "newspaper", "aliases": "The News"} for name in ("Northern News", "Southern News")]
    report = import_files(make_conflict(), {"sources": as_csv("s.csv", rows)}, by=nour(), why="a test")
    assert [problem.row for problem in report.problems] == [3]


def test_names_that_look_alike_get_addresses_of_their_own() -> None:
    rows = [{"name": name, "kind": "newspaper"} for name in ("Al News", "Al-News!")]
    import_files(make_conflict(), {"sources": as_csv("s.csv", rows)}, by=nour(), why="a test")
    assert set(Source.objects.filter(name__startswith="Al").values_list("slug", flat=True)) == {"al-news", "al-news-2"}


def test_a_denied_import_writes_nothing_even_when_wrong_rows_are_skipped() -> None:
    rows = {"sources": as_csv("s.csv", SOURCE_ROWS)}
    report = import_files(make_conflict(), rows, by=guest(), why="a test", skip_refused=True)
    assert report.problems and not report.written
    assert not Source.objects.filter(name="River News Agency").exists()


def test_unknown_sources_can_be_created() -> None:
    take_in(claim(claimant="Ministry of the South"), create_sources=True)
    assert Source.objects.get(name="Ministry of the South").kind == "other"


# the second time ----------------------------------------------------------------------------------------------------


def test_a_second_import_changes_nothing_and_leaves_no_change() -> None:
    rows = [claim("a-1.1"), claim("a-2.1"), claim("a-1.2", value="25", figure_text="25", part_of="a-1.1")]
    take_in(*rows)
    changes_made, versions = Change.objects.count(), list(Claim.objects.values_list("pk", "version"))
    report = take_in(*reversed(rows))
    assert (report.new, report.updated) == (0, 0)
    assert Change.objects.count() == changes_made
    assert list(Claim.objects.values_list("pk", "version")) == versions


def test_a_changed_figure_corrects_its_claim() -> None:
    take_in(claim())
    assert outcomes(rows=[claim(value="875", figure_text="875")]) == {Outcome.UPDATED: 1}
    record = Claim.objects.get()
    assert (record.value, record.as_worded, record.citations.get().wording) == (875, "875", "875")


def test_a_changed_quote_corrects_its_citation() -> None:
    take_in(claim())
    assert outcomes(rows=[claim(quote="874 dead, it said")]) == {Outcome.UPDATED: 1}
    assert Citation.objects.get().quote == "874 dead, it said"


def test_what_a_person_corrected_stays_when_the_file_says_what_it_said() -> None:
    take_in(claim())
    changes.correct_claim(Claim.objects.get(), by=nour(), why="misread", value=847, as_worded="847")
    assert outcomes(rows=[claim()]) == {Outcome.UNCHANGED: 1}
    assert Claim.objects.get().value == 847


def test_what_file_and_person_both_changed_is_refused() -> None:
    take_in(claim())
    changes.correct_claim(Claim.objects.get(), by=nour(), why="misread", value=847)
    report = take_in(claim(value="900"))
    assert not report.written and Claim.objects.get().value == 847
    assert "The file and a person changed this" in str(report.problems[0])


def test_one_of_several_rows_cannot_change_their_common_claim_alone() -> None:
    take_in(claim("a-1.1"), claim("a-2.1"))
    report = take_in(claim("a-1.1", value="900"), claim("a-2.1"))
    assert [str(problem) for problem in report.problems] == [
        "claims.csv, row 2: The same figure is cited by a-2.1 too: change it there as well, or on the desk."
    ]
    assert outcomes(rows=[claim("a-1.1", value="900"), claim("a-2.1", value="900")]) == {Outcome.UPDATED: 2}


def test_a_ref_stays_with_its_article() -> None:
    take_in(claim())
    report = take_in(claim(article_id="a-2"))
    assert report.problems[0].column == "article_id"


def test_a_changed_source_is_corrected() -> None:
    take_in(claim())
    rows = [row | {"country": "Riverland"} if row["kind"] == "ministry" else row for row in SOURCE_ROWS]
    report = import_files(make_conflict(), {"sources": as_csv("s.csv", rows)}, by=nour(), why="a test")
    assert report.tallies["sources"][Outcome.UPDATED] == 1
    assert Source.objects.get(name="Ministry of the North").country == "Riverland"


def questions_asked(first: int, last: int) -> int:
    rows = [claim(f"a-1.{n}", value=str(n), figure_text=str(n), quote=f"{n} dead") for n in range(first, last)]
    with CaptureQueriesContext(connection) as queries:
        assert take_in(*rows).tallies["claims"] == {Outcome.CREATED: last - first}
    return len(queries)


def test_more_rows_do_not_ask_more_questions() -> None:
    take_in(claim("a-2.1"))
    assert questions_asked(1, 11) == questions_asked(100, 190)


# the command --------------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_conflict()
    nour()
    for name, rows in (("sources.csv", SOURCE_ROWS), ("articles.csv", ARTICLE_ROWS), ("claims.csv", [claim()])):
        (tmp_path / name).write_bytes(as_csv(name, rows).data)
    (tmp_path / "bad.csv").write_bytes(as_csv("bad.csv", [claim(value="5O")]).data)
    return tmp_path


def run(folder: Path, claims: str = "claims.csv", *more: str, slug: str = "war-of-the-river", by: str = "nour") -> str:
    out = StringIO()
    names = [f"--{kind}={folder / kind}.csv" for kind in ("sources", "articles")]
    options = [slug, *names, f"--claims={folder / claims}", f"--by={by}", "--why=a test", *more]
    call_command("import_claims", *options, stdout=out, stderr=out)
    return out.getvalue()


def test_the_command_says_what_became_of_the_rows(folder: Path) -> None:
    assert "claims: 1 created\n7 new, 0 changed" in run(folder)
    assert "claims: 1 unchanged\n0 new, 0 changed" in run(folder)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"claims": "bad.csv"}, "Nothing was written: 1 problem to put right."),
        ({"claims": "none.csv"}, "cannot be read: No such file or directory."),
        ({"slug": "nowhere"}, "No conflict has the address “nowhere”. Known are: war-of-the-river."),
        ({"by": "nobody"}, "Nobody here goes by the username “nobody”."),
    ],
)
def test_the_command_refuses_in_words(folder: Path, options: dict[str, str], message: str) -> None:
    with pytest.raises(CommandError, match=message.replace(".", r"\.")):
        run(folder, **options)


def test_one_without_rights_cannot_import(folder: Path) -> None:
    guest()
    with pytest.raises(CommandError, match="Nothing was written"):
        run(folder, by="guest")


def test_an_empty_reason_is_refused(folder: Path) -> None:
    with pytest.raises(CommandError, match="Say why"):
        call_command(
            "import_claims", "war-of-the-river", f"--sources={folder / 'sources.csv'}", "--by=nour", "--why= ",
            stdout=StringIO(),
        )  # fmt: skip


def test_any_bytes_at_all_raise_nothing() -> None:
    for data in (
        b"\x00" * 50,
        bytes(range(256)),
        b'"' * 999,
        b",\n" * 500,
        b"\xef\xbb\xbf",
        "ref\ud800".encode("utf-8", "surrogatepass"),
    ):
        assert not import_files(make_conflict(), {"claims": Upload("x.csv", data)}, by=nour(), why="x").written
