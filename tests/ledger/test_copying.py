"""Rows copied in: numbered by the database, kept in the history, and refused as any others are."""

from __future__ import annotations

import pytest
from django.db import DataError, IntegrityError, transaction

from tests.cast import make_claim, make_source, nour
from tracker.ledger import changes
from tracker.ledger.changes.copying import copy_in
from tracker.ledger.models import Article, Citation, Difference

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("as_app")]

WORDS = ["874", 'tab\tnewline\nquote"slash\\N', "ﷺ 𝟠𝟟𝟜 ہزار", "\\.", ""]


def articles(*titles: str, ref: str = "") -> list[Article]:
    publisher = make_source("The Daily River")
    return [Article(publisher=publisher, title=title, published_on="2020-10-22", ref=ref) for title in titles]


def copied(records: list[Article]) -> list[Article]:
    with transaction.atomic(), changes.making(by=nour(), why="a test", verb="add_article"):
        copy_in(records)
    return records


def test_every_word_comes_back_as_it_went_in() -> None:
    made = copied(articles(*WORDS))
    assert [Article.objects.get(pk=article.pk).title for article in made] == WORDS
    assert [article.pk for article in made] == sorted(article.pk for article in made)


def test_the_database_keeps_the_difference() -> None:
    (made,) = copied(articles("Toll rises"))
    kept = Difference.objects.get(table="ledger_article", row=made.pk)
    assert kept.before is None and kept.after["title"] == "Toll rises"


def test_later_rows_get_numbers_of_their_own() -> None:
    (made,) = copied(articles("Toll rises"))
    assert make_claim().citations.get().article_id > made.pk


def test_no_rows_are_no_statement(django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        copy_in([])


def test_what_the_database_refuses_is_djangos_own_error() -> None:
    with pytest.raises(IntegrityError, match="an_article_reference_is_used_once"):
        copied(articles("One", "Two", ref="a-1"))
    with pytest.raises(DataError):
        copied(articles("x" * 501))
    with pytest.raises(DataError):
        copied(articles("\0"))
    assert not Article.objects.exists() and not Citation.objects.exists()
