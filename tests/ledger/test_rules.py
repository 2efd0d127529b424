"""A record's own fields are cleaned as Django cleans them, only faster."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from tests.ledger.unsaved import MINISTRY, PRESS_TV, claim
from tracker.ledger import rules
from tracker.ledger.models import Article, Citation, Claim
from tracker.lib.counts import MAX_COUNT

OTHERWISE: list[dict[str, Any]] = [
    {},
    {"value": "874", "as_of": "2020-10-22", "includes_indirect": "True", "credibility": "3"},
    {"value": -1, "low": MAX_COUNT + 1, "high": "many"},
    {"as_worded": "", "qualifier": "perhaps", "outcome": None, "as_of": None},
    {"as_worded": "x" * 201, "place": "y" * 201, "group": "aliens", "state": "lost"},
    {"as_worded": "8\x0074", "credibility": 7, "said_on": "yesterday", "version": -2},
    {"accepted_warnings": ["falls", "z" * 41], "includes_indirect": "maybe"},
    {"kind": ["official_total"]},
]


def cleaned_by_django(record: Claim | Article | Citation) -> dict[str, list[str]]:
    try:
        record.clean_fields(exclude=[field.name for field in record._meta.fields if field.is_relation])
    except ValidationError as error:
        return error.message_dict
    return {}


@pytest.mark.parametrize("fields", OTHERWISE)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_claim_is_cleaned_as_django_cleans_it(fields: dict[str, Any], language: str) -> None:
    with translation.override(language):
        for _ in range(2):
            ours, theirs = claim(claimant=MINISTRY, **fields), claim(claimant=MINISTRY, **fields)
            theirs.pk = ours.pk
            assert rules.wrong_fields(ours) == cleaned_by_django(theirs)
            assert told(ours) == told(theirs)


def told(record: Claim) -> dict[str, Any]:
    return {name: value for name, value in vars(record).items() if name != "_state"}


def test_an_articles_address_is_looked_at() -> None:
    article = Article(publisher=PRESS_TV, title="Toll", published_on=date(2020, 10, 22), url="nowhere")
    assert set(rules.wrong_fields(article)) == {"url"} == set(cleaned_by_django(article))


def test_what_is_left_out_is_not_looked_at() -> None:
    assert rules.wrong_fields(Citation(), "quote", "wording") == {}
