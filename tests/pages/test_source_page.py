"""All that a source has claimed: by conflict and line, how it went on, and what others counted later."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.cast import (
    agency,
    make_article,
    make_claim,
    make_conflict,
    make_source,
    monitor,
    north_ministry,
    nour,
    party,
    south_ministry,
)
from tests.pages.reading import words
from tracker.ledger import changes
from tracker.ledger.models import Claim, Source
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Relation, SourceKind, State
from tracker.pages.views import sources

pytestmark = pytest.mark.django_db
FIRST = date(2020, 10, 1)


def read(client: Client, source: Source, **asked: object) -> str:
    response = client.get(source.get_absolute_url(), asked)
    assert response.status_code == 200
    return response.content.decode()


def said(value: int, day: int, **fields: object) -> Claim:
    """The northern ministry's count of its own, ``day`` days after the first."""
    stated = {"claimant": north_ministry(), "party": party("North")} | fields
    return make_claim(value, as_of=FIRST + timedelta(days=day), **stated)


def test_a_line_gives_each_figure_with_its_change(client: Client) -> None:
    first = said(100, 0)
    said(158, 1)
    said(151, 2)
    said(160, 3, follows=first, relation=Relation.CORRECTS.value)
    page = words(read(client, north_ministry()))
    for expected in (
        "Killed: people, North Total since 27 September 2020 4 figures, the latest 160 4 Oct 2020",
        "rose once fell once correction once",
        "100 “said 100 had died” first figure",
        "158 “said 158 had died” rose by 58",
        "151 “said 151 had died” fell by 7",
        "160 “said 160 had died” correction up by 9",
    ):
        assert expected in page, expected


def test_different_things_counted_are_different_lines(client: Client) -> None:
    said(100, 0)
    said(3, 0, status="civilian")
    said(7, 0, outcome="injured")
    page = read(client, north_ministry())
    assert [words(part.split("</h3>")[0]) for part in page.split("<h3>")[1:]] == [
        "Killed: people, North", "Killed: civilians, North", "Injured: people, North",
    ]  # fmt: skip


def test_a_withdrawn_figure_says_so(client: Client) -> None:
    first = said(100, 0)
    said(100, 3, follows=first, relation=Relation.WITHDRAWS.value, as_worded="withdrew the count")
    assert "withdrawn" in words(read(client, north_ministry()))


def test_later_counts_by_others_stand_beside_with_their_ratio_and_both_days(client: Client) -> None:
    own = said(100, 0)
    later = make_claim(400, claimant=monitor(), party=party("North"), as_of=FIRST + timedelta(days=20))
    page = read(client, north_ministry())
    assert "0.25: 100 1 Oct 2020 beside 400 River Monitor, 21 Oct 2020 step by step" in words(page)
    assert "printed 20 days later; it counts 20 more days" in words(page)
    assert f'href="/compare/?a={own.pk}&amp;b={later.pk}"' in page
    assert "A ratio is no verdict" in words(page)
    for verdict in ("wrong", "accurate", "exaggerat", "reliable", "understate", "overstate"):
        assert verdict not in page.lower()


def test_neither_bodies_of_the_source_nor_drafts_nor_withdrawn_counts_are_others(client: Client) -> None:
    said(100, 0)
    staff = changes.add_source(
        by=nour(), why="it speaks", name="General staff", kind=SourceKind.MILITARY.value, parent=north_ministry()
    )
    day = FIRST + timedelta(days=20)
    make_claim(200, claimant=staff, party=party("North"), as_of=day)
    make_claim(300, claimant=monitor(), party=party("North"), as_of=day, state=State.DRAFT)
    gone = make_claim(400, claimant=agency(), party=party("North"), as_of=day)
    make_claim(400, claimant=agency(), party=party("North"), as_of=day, follows=gone, relation=Relation.WITHDRAWS.value)
    assert "Others later" not in words(read(client, north_ministry()))


def test_conflicts_are_parted_and_one_can_be_chosen(client: Client) -> None:
    said(100, 0)
    hills = make_conflict("War of the hills", start=date(2021, 1, 1), end=None)
    make_claim(777, claimant=north_ministry(), conflict=hills, as_of=date(2021, 2, 1))
    both = read(client, north_ministry())
    assert both.index("What it claimed:") < both.index("hills</bdi></a></h2>") < both.index("river</bdi></a></h2>")
    one = read(client, north_ministry(), conflict="war-of-the-river")
    assert "777" not in one and "War of the river</bdi></a></h2>" in one


@pytest.mark.parametrize(
    ("asked", "note"),
    [
        ({"conflict": "nowhere"}, "It claimed nothing about “nowhere”: left out."),
        ({"page": "x"}, "Page 1 is shown."),
        ({"conflict": "<b>"}, "It claimed nothing about “<b>”"),
    ],
)
def test_what_cannot_be_used_is_said(client: Client, asked: dict[str, str], note: str) -> None:
    said(100, 0)
    page = read(client, north_ministry(), **asked)
    assert note in words(page) and "100" in page and "<b>" not in page


def test_a_long_line_shows_its_newest_figures_and_leads_to_all(client: Client) -> None:
    for day in range(33):
        said(100 + 2 * day, day)
    page = read(client, north_ministry())
    text = words(page)
    assert "33 figures, the latest 164" in text and "The newest 30 figures in order" in text
    assert "106 “said 106 had died” rose by 2" in text  # the oldest that is shown has its change
    assert "said 104 had died" not in text
    assert 'href="/conflicts/war-of-the-river/?claimant=ministry-of-the-north"' in page


def test_lines_come_in_pages(client: Client) -> None:
    for n in range(18):
        make_claim(n + 1, claimant=north_ministry(), place=f"Village {n:02}")
    page = read(client, north_ministry())
    assert page.count("<h3>") == 15 and "1 to 15 of 18" in words(page)
    assert read(client, north_ministry(), page="2").count("<h3>") == 3


def test_its_articles_come_newest_first(client: Client) -> None:
    paper = make_source("The Daily River")
    for day in (3, 1, 2):
        make_article(f"News of day {day}", publisher=paper, published_on=FIRST + timedelta(days=day))
    page = read(client, paper)
    assert page.index("News of day 3") < page.index("News of day 2") < page.index("News of day 1")


def test_its_articles_come_in_pages(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "ARTICLES_PER_PAGE", 2)
    paper = make_source("The Daily River")
    for day in range(5):
        make_article(f"News of day {day}", publisher=paper, published_on=FIRST + timedelta(days=day))
    page, seen = read(client, paper), []
    while "printed=" in page:
        seen += re.findall(r"News of day (\d)", page)
        following = re.search(r'rel="next" href="\?printed=(\d)#printed"', page)
        if not following:
            break
        page = read(client, paper, printed=following[1])
    assert seen == ["4", "3", "2", "1", "0"]
    assert "Page 1 is shown." in words(read(client, paper, printed="x"))


def test_the_pages_of_articles_keep_what_else_is_chosen(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "ARTICLES_PER_PAGE", 1)
    for day in range(2):
        make_article(publisher=north_ministry(), published_on=FIRST + timedelta(days=day))
    for n in range(18):
        make_claim(n + 1, claimant=north_ministry(), place=f"Village {n:02}")
    page = read(client, north_ministry(), conflict="war-of-the-river", page="2")
    assert 'href="?conflict=war-of-the-river&amp;page=2&amp;printed=2#printed"' in page


def test_a_source_that_claimed_nothing_says_so(client: Client) -> None:
    assert "Nothing that it said or printed is published here yet." in words(read(client, make_source("The Mute")))


def test_vague_words_and_hostile_names_do_no_harm(client: Client) -> None:
    evil = make_source('"><script>alert(1)</script> \u202eاسم ' + "y" * 150)
    make_claim(None, qualifier=Qualifier.VAGUE, claimant=evil, as_worded="<i>dozens</i>")
    page = read(client, evil)
    assert "<script>alert" not in page and "<i>dozens" not in page


def test_it_takes_at_most_eight_queries_however_much_was_claimed(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for day in range(6):
        said(100 + day, day)
        make_claim(200 + day, claimant=south_ministry(), party=party("North"), as_of=FIRST + timedelta(days=10 + day))
        make_claim(day + 1, claimant=north_ministry(), place=f"Village {day}")
    ministry = north_ministry()
    with django_assert_max_num_queries(8):
        read(client, ministry)
