"""Whatever is typed: a message beside its field, status 422, everything kept, nothing written."""

import pytest

from tests import cast
from tests.editing.typing import log, offered, text_of
from tracker.ledger.models import Article, Change, Claim

LONG = "9" * 100_000
NUMBERS = [
    ("87\x004", "is not a whole number"),
    ("5O", "it holds the letter O"),
    ("1.2.3", "is not a whole number"),
    ("-4", "cannot be below zero"),
    ("1e9", "it holds the letter e"),
    ("1.5", "decimal part"),
    (str(2**63), "too large"),
    ("²", "is not a whole number"),
    (LONG, "100,000 characters long"),
]
DATES = [
    ("31 February 2020", "has no day 31"),
    ("2020-02-31", "has no day 31"),
    ("10000-01-01", "the year must be"),
    ("1 January 1700", "the year must be"),
    ("32", "is not a date"),
    ("soon", "is not a date"),
    ("2999-01-01", "still to come"),
    (LONG, "100,000 characters long"),
]


@pytest.mark.parametrize(("typed", "message"), NUMBERS, ids=lambda text: text[:20])
def test_a_number_that_cannot_be_read_is_said_beside_its_field(desk, article, typed, message):
    page = log(desk, article.pk, as_worded="nearly 5,000", qualifier="nearly", value=typed)
    assert page.status_code == 422
    assert message in str(page.context["form"]["value"].errors)
    assert page.context["form"]["value"].value() == typed
    assert not Claim.objects.exists()


@pytest.mark.parametrize(("typed", "value"), [("٨٧٤", 874), ("१०", 10), ("1 280", 1280), ("1,00,000", 100_000)])
def test_digits_of_any_script_are_read(desk, article, typed, value):
    log(desk, article.pk, as_worded="nearly 5,000", qualifier="exact", value=typed)
    assert Claim.objects.get().value == value


@pytest.mark.parametrize(("typed", "message"), DATES, ids=lambda text: text[:20])
def test_a_date_that_cannot_be_read_is_said_beside_its_field(desk, article, typed, message):
    page = log(desk, article.pk, as_worded="nearly 5,000", as_of=typed)
    assert page.status_code == 422
    assert message in str(page.context["form"]["as_of"].errors)
    assert offered(page)["as_of"] == typed
    assert not Claim.objects.exists()


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("as_worded", ""),
        ("as_worded", "a" * 100_000),
        ("as_worded", "5O"),
        ("as_of", ""),
        ("outcome", "abducted"),
        ("status", "<script>"),
        ("group", "x"),
        ("party", "999999"),
        ("party", "-1"),
        ("scope", ""),
        ("kind", "guess"),
        ("qualifier", "roughly"),
        ("claimant", "Nobody we know"),
        ("claimant", "a" * 100_000),
        ("relayed_via", "Nobody we know"),
        ("incident", "No such attack"),
        ("part_of", "999999999999999999999"),
        ("part_of", "none"),
        ("follows", "12"),
        ("relation", "updates"),
        ("credibility", "7"),
        ("includes_indirect", "maybe"),
        ("period_start", "2020-10-01"),
        ("editor_note", "a" * 2001),
        ("quote", "a" * 601),
        ("conflict", "999"),
        ("conflict", "x"),
    ],
    ids=lambda text: text[:20],
)
def test_every_field_answers_a_wrong_value_with_a_message(desk, article, field, typed):
    page = log(desk, article.pk, **{"as_worded": "nearly 5,000"} | {field: typed})
    assert page.status_code == 422
    assert field in page.context["form"].errors
    assert "Nothing was saved yet" in text_of(page)
    assert not Claim.objects.exists()


def test_a_refused_form_writes_not_half_of_it(desk, article):
    before = Change.objects.count()
    page = log(
        desk, article.pk, as_worded="874", claimant="Red River Cross", claimant_new="on", claimant_kind="ngo",
        as_of="2999-01-01",
    )  # fmt: skip
    assert page.status_code == 422
    assert Change.objects.count() == before


def test_a_new_source_needs_its_kind_said(desk, article):
    page = log(desk, article.pk, as_worded="874", claimant="Red River Cross", claimant_new="on")
    assert "choose its kind below" in str(page.context["form"].errors["claimant"])
    assert offered(page)["claimant_new"] == "on"


def test_an_unknown_name_offers_the_ones_that_may_be_meant(desk, article):
    page = log(desk, article.pk, as_worded="874", claimant="the North")
    assert page.context["form"]["claimant"].meant == ["Ministry of the North"]
    again = desk.post(f"/desk/articles/{article.pk}/claims/new/", offered(page) | {"claimant": "Ministry of the North"})
    assert again.status_code == 200
    assert again.context["form"]["claimant"].value() == "Ministry of the North"


@pytest.mark.parametrize(
    "field", ["as_worded", "quote", "claimant", "incident", "place", "editor_note", "value", "as_of"]
)
def test_characters_that_cannot_be_stored_are_said_beside_their_field(desk, article, field):
    page = log(desk, article.pk, **{"as_worded": "nearly 5,000", field: "nearly\x005,000"})
    assert page.status_code == 422
    assert page.context["form"][field].errors
    assert not Claim.objects.exists()


@pytest.mark.parametrize("field", ["then", "conflict", "next", "version", "party", "group"])
def test_characters_that_cannot_be_stored_do_no_harm_in_fields_nobody_types_in(desk, article, field):
    page = log(desk, article.pk, **{"as_worded": "nearly 5,000", field: "a\x00b"})
    assert page.status_code < 500


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("url", "javascript:alert(1)"),
        ("url", "https://" + "a" * 2000),
        ("url", "https://daily.example/talks"),
        ("publisher", ""),
        ("publisher", "A paper nobody knows"),
        ("title", ""),
        ("title", "Neighbour backs talks"),
        ("title", "a" * 501),
        ("published_on", ""),
        ("published_on", "2020-02-31"),
        ("language", "a" * 13),
        ("text", "a" * 1_000_001),
        ("archived_url", "ftp://archive.example"),
    ],
    ids=lambda text: text[:20],
)
def test_an_article_with_a_wrong_field_is_not_added(desk, article, field, typed):
    data = {
        "url": "https://daily.example/other",
        "publisher": "The Daily River",
        "title": "Another report",
        "published_on": "23 Oct 2020",
    }
    page = desk.post("/desk/articles/new/", data | {field: typed})
    assert page.status_code == 422, text_of(page)
    assert field in page.context["form"].errors
    assert Article.objects.count() == 1


def test_numbers_in_addresses_that_no_table_can_hold_are_not_found(desk, article):
    for address in ("articles", "claims", "sources", "citations"):
        assert desk.get(f"/desk/{address}/{2**70}/").status_code == 404
    assert desk.get("/desk/claims/?before=99999999999999999999999&state=x&by=y").status_code == 200
    assert desk.get(f"/desk/articles/{article.pk}/?again={2**63}").status_code == 200
    assert desk.post(f"/desk/changes/{2**70}/undo/").status_code == 404


def test_text_of_others_is_never_markup(desk, article):
    cast.make_source("<script>alert(1)</script>")
    cast.make_claim(874, article=article, quote="<b>874</b>", claimant=cast.make_source("<script>alert(1)</script>"))
    for page in (desk.get("/desk/"), desk.get(f"/desk/articles/{article.pk}/"), desk.get("/desk/sources/")):
        assert b"<script>alert" not in page.content
        assert b"<b>874" not in page.content
