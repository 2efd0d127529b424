"""Finding by words and numbers, in whatever script and spelling they are typed."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.cast import ben, make_article, make_claim, make_conflict, make_source, monitor, north_ministry, nour
from tracker.ledger import changes, searching
from tracker.ledger.models import Citation, Claim, Conflict
from tracker.ledger.searching import Asked, Found, Sought, find
from tracker.lib.counts import Qualifier
from tracker.lib.folding import fold
from tracker.lib.vocabulary import State

pytestmark = pytest.mark.django_db


def found(typed: str, sought: Sought, limit: int = 100) -> Found:
    return find(Asked.read(typed), sought, 0, limit)


def figures(typed: str) -> list[str]:
    return [hit.claim.figure for hit in found(typed, Sought.CLAIMS).rows]


def names(typed: str, sought: Sought) -> list[str]:
    return [str(row) for row in found(typed, sought).rows]


# what is looked for


@pytest.mark.parametrize(
    ("typed", "words", "numbers"),
    [
        ("Ganja", ["ganja"], []),
        ("  Nagorno-Karabakh’s dead ", ["nagorno", "karabakh", "dead"], []),
        ("nearly 5,000", ["nearly"], ["5000"]),
        ("1 000", [], ["1000"]),
        ("1\u202f280\u00a0000 killed", ["killed"], ["1280000"]),
        ("12.345", [], ["12345"]),
        ("12  345", [], ["12345"]),
        ("260 280", [], ["260", "280"]),
        ("260 280 300", [], ["260", "280", "300"]),
        ("260,280 or 260\u00a0280", ["or"], ["260280"]),
        ("٨٧٤", [], ["874"]),
        ("874th", ["874th"], []),
        ("Sana'a", ["sanaa"], []),
        ("“Azərbaycan” & | ! <-> :* () \\", ["azarbaycan"], []),
        ("the the THE", ["the"], []),
        ("!!! … --", [], []),
        ("", [], []),
    ],
)
def test_what_was_typed_is_cut_into_words_and_numbers(typed: str, words: list[str], numbers: list[str]) -> None:
    asked = Asked.read(typed)
    assert (list(asked.words), list(asked.numbers), asked.cut) == (words, numbers, False)


@pytest.mark.parametrize("typed", ["x" * 10_000, "one two three four five six seven eight nine", " " * 500])
def test_too_much_is_cut_and_that_is_known(typed: str) -> None:
    asked = Asked.read(typed)
    assert asked.cut
    assert len(asked.words) <= 8 and all(len(word) <= 200 for word in asked.words)


# claims


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ("shell", True),
        ("SHELLED market", True),
        ("mark bazar", True),  # a word of the quote and one of the attribution
        ("arket", False),  # not the beginning
        ("shelled harbour", False),  # all of the words
        ("barda", True),  # its place
        ("bərdə", True),
        ("Bazarov’s", True),
        ("e", True),  # one letter is a word, not a beginning
        ("m", False),
    ],
)
def test_a_claim_is_found_by_how_its_words_begin(typed: str, is_found: bool) -> None:
    claim = make_claim(14, claimant=monitor(), quote="“They shelled Élie’s market”: 14 dead, article e", place="Barda")
    changes.correct_citation(claim.citations.get(), attribution="spokesman Bazarov", by=nour(), why="named")
    assert bool(figures(typed)) is is_found


@pytest.mark.parametrize("typed", ["874", "874 killed", "killed 874", "874 ministry", "ministry of the north 874"])
def test_a_number_finds_the_claims_that_give_it(typed: str) -> None:
    make_claim(874, claimant=north_ministry(), as_worded="eight hundred and seventy-four", quote="killed, it said")
    make_claim(8740, claimant=north_ministry(), quote="8740 killed")
    assert figures(typed) == ["874"]


@pytest.mark.parametrize("typed", ["1000", "1,000", "1 000", "1.000", "1'000", "١٠٠٠"])
def test_thousands_are_parted_in_any_way(typed: str) -> None:
    make_claim(1000, claimant=monitor(), qualifier=Qualifier.ABOUT, as_worded="a thousand", quote="about a thousand")
    make_claim(7, quote="seven of 1,000 shells")
    assert figures(typed) == ["about 1,000", "7"]


@pytest.mark.parametrize(
    ("typed", "many"), [("260", 1), ("280", 1), ("280, 260", 1), ("260 280", 1), ("270", 0), ("260, 290", 0)]
)
def test_a_range_is_found_by_its_ends(typed: str, many: int) -> None:
    make_claim(
        None, claimant=monitor(), qualifier=Qualifier.RANGE, low=260, high=280, as_worded="two", quote="some people"
    )
    assert len(figures(typed)) == many


def test_words_in_full_come_before_their_beginnings_and_figures_first() -> None:
    make_claim(1, claimant=monitor(), quote="shelling went on")
    make_claim(2, claimant=monitor(), quote="they shell towns")
    make_claim(3, claimant=monitor(), quote="3 died and 20 shells fell")
    make_claim(20, claimant=monitor(), quote="died")
    assert figures("shell")[0] == "2"
    assert figures("20")[0] == "20"


def test_a_claim_of_several_citations_is_found_once_by_the_one_that_fits() -> None:
    claim = make_claim(874, claimant=monitor(), quote="the dead were counted")
    quoted = changes.Quoted(make_article("Second"), "874 in the hospital", "874")
    changes.cite_claim(claim=claim, quoted=quoted, by=nour(), why="another")
    (hit,) = found("hospital", Sought.CLAIMS).rows
    assert (hit.claim.pk, hit.quote) == (claim.pk, "874 in the hospital")
    assert found("874", Sought.CLAIMS).many == 1


@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW])
def test_what_is_not_published_is_not_found(state: State) -> None:
    make_claim(874, claimant=monitor(), quote="a secret quote", state=state, place="Secretville")
    assert [figures(typed) for typed in ("874", "secret", "secretville", "874 secret")] == [[]] * 4


def by_hand(typed: str) -> set[int]:
    """The obvious way: every published claim with all of the words at the beginning of a word of one citation."""
    sought = re.findall(r"[^\W_]+", fold(typed).replace("'", ""))

    def fits(citation: Citation) -> bool:
        text = " ".join((citation.quote, citation.wording, citation.attribution))
        words = re.findall(r"[^\W_]+", fold(text).replace("'", ""))
        return all(any(word.startswith(one) for word in words) for one in sought)

    rows = Citation.objects.filter(claim__state="published")
    return {citation.claim_id for citation in rows if fits(citation)}


@pytest.mark.parametrize("typed", ["azer", "civilians kill", "said", "putin", "stepanakert", "nearly", "prosec gen"])
def test_in_the_demo_it_finds_what_reading_everything_finds(demo: Conflict, typed: str) -> None:
    hits = {hit.claim.pk for hit in found(typed, Sought.CLAIMS, limit=searching.CAP).rows}
    expected = by_hand(typed)
    assert expected and expected <= hits
    others = Claim.objects.filter(pk__in=hits - expected)
    assert all(fold(typed).split()[0] in fold(claim.place + " " + claim.as_worded) for claim in others)


# the other kinds


@pytest.mark.parametrize("typed", ["river", "WAR of the river", "rìver wär"])
def test_a_conflict_is_found_by_its_name(typed: str) -> None:
    make_conflict()
    assert names(typed, Sought.CONFLICTS) == ["War of the river"]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Bakı Xəbər", "baki xabar"),
        ("Արմենպրես", "արմեն"),
        ("وِزارة الدفاع", "وزارة الدفاع"),
        ("Алёна Ёжикова", "ежикова алена"),
        ("Łódź Dziennik", "lodz"),
        ("O’Brien & Sons", "obrien"),
    ],
)
def test_a_source_is_found_in_any_script(name: str, typed: str) -> None:
    make_source(name)
    assert names(typed, Sought.SOURCES) == [name]


def test_a_source_is_found_by_its_other_names_once() -> None:
    source = north_ministry()
    changes.add_alias(source=source, name="MoD Ministry", by=nour(), why="papers call it so")
    (row,) = found("mod min", Sought.SOURCES).rows
    assert (row, row.found_as) == (source, "MoD Ministry")
    assert found("ministry", Sought.SOURCES).many == 1


def test_the_names_of_a_merged_source_lead_to_the_one_that_was_kept() -> None:
    keep, drop = make_source("The Daily River"), make_source("Morning Post")
    changes.merge_sources(keep=keep, drop=drop, by=ben(), why="one paper")
    (row,) = found("morning", Sought.SOURCES).rows
    assert (row, row.found_as) == (keep, "Morning Post")


def test_a_name_typed_in_full_comes_first() -> None:
    for name in ("Azertac News", "Azertac", "The Azertac Daily"):
        make_source(name)
    assert names("azertac", Sought.SOURCES)[0] == "Azertac"


def test_incidents_are_found_by_name_and_place() -> None:
    changes.add_incident(
        conflict=make_conflict(), name="Missile attack", date=date(2020, 10, 11), place="Gəncə", by=nour(), why="named"
    )
    (row,) = found("ganca missile", Sought.INCIDENTS).rows
    assert (str(row), row.conflict_name) == ("Missile attack", "War of the river")


def test_articles_are_found_by_their_titles_and_never_by_their_text() -> None:
    make_article("Shelling in the hills", text="A hidden text of 874 dead")
    (row,) = found("hills", Sought.ARTICLES).rows
    assert row.publisher_name == "The Daily River"
    assert all(not found(typed, sought).rows for typed in ("hidden", "874") for sought in Sought)


# how much


def test_pages_follow_each_other_and_the_last_stands_for_all_beyond() -> None:
    for number in range(5):
        make_source(f"Paper {number}")
    pages = [[row.name for row in find(Asked.read("paper"), Sought.SOURCES, first, 2).rows] for first in (0, 2, 4, 90)]
    assert pages == [["Paper 0", "Paper 1"], ["Paper 2", "Paper 3"], ["Paper 4"], ["Paper 4"]]


def test_beyond_the_cap_none_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "CAP", 3)
    for number in range(5):
        make_source(f"Paper {number}")
        make_claim(number + 1, claimant=monitor(), quote="paper")
    for sought in (Sought.SOURCES, Sought.CLAIMS):
        some = found("paper", sought)
        assert (some.many, some.beyond) == (3, True)


def test_each_kind_takes_one_query_and_claims_two() -> None:
    make_claim(874, claimant=monitor(), quote="paper 874")
    asked = Asked.read("paper 874")
    for sought in Sought:
        with CaptureQueriesContext(connection) as queries:
            find(asked, sought, 0, 20)
        assert len(queries) == (2 if sought is Sought.CLAIMS else 1)


def test_the_rights_of_the_apps_role_suffice(as_app: None) -> None:
    assert [find(Asked.read("river 874"), sought, 0, 20).rows for sought in Sought] == [[]] * len(Sought)


def test_it_uses_the_indexes(demo: Conflict) -> None:
    with connection.cursor() as cursor, CaptureQueriesContext(connection) as queries:
        for typed in ("shelling", "874", "shelling 874"):
            for sought in Sought:
                find(Asked.read(typed), sought, 0, 20)
        cursor.execute("ANALYZE")
        # Small tables are read faster whole, in the order of a key, or by conflict: none of that is asked here.
        for way in ("seqscan", "indexscan", "indexonlyscan", "nestloop"):
            cursor.execute(f"SET LOCAL enable_{way} = off")
        plans = ""
        for query in [q["sql"] for q in queries.captured_queries if "tsquery" in q["sql"]]:
            cursor.execute("EXPLAIN " + query.replace("%", "%%"))
            plans += "\n".join(row[0] for row in cursor.fetchall())
    for index in ("conflicts", "claims", "citations", "names", "incidents", "titles"):
        assert f"words_of_{index}" in plans, index
    assert "claims_by_value" in plans and "claims_by_low" in plans


class AnyText(TestCase):
    """Whatever is typed: nothing fails, and what is looked for is within bounds."""

    @settings(max_examples=60)
    @given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=300))
    def test_anything_can_be_typed(self, typed: str) -> None:
        asked = Asked.read(typed)
        assert len(asked.words) + len(asked.numbers) <= searching.MOST_WORDS
        for sought in Sought:
            assert find(asked, sought, 0, 5).many == 0
