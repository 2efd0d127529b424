"""What the desk says while one types: fragments for their places in the form."""

import re

import pytest

from tests import cast
from tests.editing.typing import offered
from tracker.ledger.models import Change, Claim


def check(client, article, **typed):
    page = client.get(f"/desk/articles/{article.pk}/")
    answer = client.post(f"/desk/articles/{article.pk}/claims/check/", offered(page) | typed)
    assert answer.status_code == 200
    return answer.content.decode()


def note(fragments, field):
    """What is said beside a field."""
    found = re.search(
        rf'<div id="note-{field}" hx-swap-oob="innerHTML">(.*?)</div>\s*(?=<div id="note-|$)', fragments, re.S
    )
    assert found, field
    return " ".join(re.sub("<[^>]+>", " ", found[1]).split())


def test_the_number_is_read_from_the_wording_and_its_meaning_said(desk, article):
    said = check(desk, article, as_worded="nearly 5,000")
    assert "Read as nearly 5,000: 0 to 4,999." in note(said, "value")
    assert re.search(r'<option value="nearly" selected', said)
    assert re.search(r'name="value" value="5,000"[^>]* hx-swap-oob="true"', said)
    assert "President Vane said nearly 5,000 people" in said


def test_a_number_that_was_set_by_hand_is_left_alone(desk, article):
    said = check(
        desk, article, as_worded="nearly 5,000 people", read_from="nearly 5,000", qualifier="about", value="5,000"
    )
    assert re.search(r'<option value="about" selected', said)


def test_a_new_wording_is_read_in_place_of_the_one_before(desk, article):
    said = check(
        desk, article, as_worded="more than 2,000", read_from="nearly 5,000", qualifier="nearly", value="5,000"
    )
    assert "Read as more than 2,000: 2,001 or more." in note(said, "value")


def test_whose_voice_a_figure_takes_is_said(desk, article):
    said = check(desk, article, as_worded="874", claimant="")
    assert note(said, "claimant") == "No claimant: will speak as The Daily River, no source named."
    said = check(desk, article, as_worded="874", claimant="", relayed_via="River News Agency")
    assert note(said, "claimant") == "No claimant: will speak as River News Agency, no source named."


def test_what_is_not_typed_yet_is_no_error(desk, article):
    said = check(desk, article, as_of="", as_worded="")
    assert "Fill this in" not in said
    assert 'class="error"' not in said


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        ("value", "5O", "it holds the letter O"),
        ("as_of", "31 February 2020", "has no day 31"),
        ("as_of", "2020-09-01", "before the conflict began"),
        ("as_of", "2020-10-24", "after its article was published"),
        ("claimant", "Nobody", "No source is called “Nobody”"),
        ("value", "100", "100 is below the 874"),
        ("value", "9,000", "at least ten times"),
        ("quote", "said many had died", "does not hold the number"),
    ],
)
def test_doubts_stand_beside_the_field_while_one_types(desk, article, field, typed, message):
    north = cast.north_ministry()
    cast.make_claim(874, claimant=north, party=cast.party("North"))
    fields = {
        "as_worded": "874", "qualifier": "exact", "value": "874", "claimant": north.name, "as_of": "2020-10-23",
        "party": cast.party("North").pk, "quote": "said 874 had died",
    }  # fmt: skip
    assert message in note(check(desk, article, **fields | {field: typed}), field)


def test_an_equal_claim_is_offered_for_a_citation(desk, article):
    standing = cast.make_claim(874)
    fields = {"as_worded": "874", "claimant": "", "as_of": "2020-10-22"}
    said = note(check(desk, article, **fields), "value")
    assert "Saving adds this article to it as a citation." in said
    assert f"Claim {standing.pk}" in said


def test_short_days_are_read_before_the_day_of_the_article(desk, article):
    assert note(check(desk, article, as_of="thu"), "as_of") == "22 October 2020."
    assert note(check(desk, article, as_of="30"), "as_of").startswith("30 September 2020.")


def test_checking_writes_nothing(desk, article):
    before = Change.objects.count()
    check(desk, article, as_worded="874", claimant="Red River Cross", claimant_new="on", claimant_kind="ngo")
    assert (Change.objects.count(), Claim.objects.count()) == (before, 0)


@pytest.mark.parametrize("field", ["outcome", "status", "scope", "group", "kind", "qualifier", "relation", "party"])
def test_rubbish_in_a_choice_is_no_failure(desk, article, field):
    cast.make_claim(874)
    assert check(desk, article, as_worded="874", **{field: "rubbish"})


def test_a_correction_is_checked_too(desk, article):
    claim = cast.make_claim(874)
    page = desk.get(f"/desk/claims/{claim.pk}/")
    said = desk.post(f"/desk/claims/{claim.pk}/check/", offered(page) | {"as_of": "2020-09-01"})
    assert "before the conflict began" in note(said.content.decode(), "as_of")


def test_names_complete_from_any_part_those_that_start_so_first(desk, article):
    cast.monitor()
    said = desk.get("/desk/names/", {"kind": "source", "field": "claimant", "claimant": "river"}).content.decode()
    assert re.findall('value="([^"]+)"', said) == ["River Monitor", "River News Agency", "The Daily River"]
    assert not desk.get("/desk/names/", {"kind": "nonsense", "q": "river"}).content.strip()


def test_claims_and_articles_complete_by_their_numbers_and_words(desk, article):
    claim = cast.make_claim(874)
    asked = {"kind": "claim", "field": "part_of", "conflict": claim.conflict_id}
    for typed in ("", "874", str(claim.pk), "daily"):
        assert f"{claim.pk}: 874 killed" in desk.get("/desk/names/", asked | {"part_of": typed}).content.decode()
    assert "Neighbour backs talks" in desk.get("/desk/names/", {"kind": "article", "q": "neighbour"}).content.decode()
