"""The checks at entry: each warns with its reason, none blocks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import END, START, make_article, make_claim, make_conflict, make_source, north_ministry, nour, party
from tracker.ledger import changes
from tracker.ledger.checks import Doubt, checks_at_entry
from tracker.ledger.models import Claim
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Relation, Scope, State

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_cast")]
DAY = date(2020, 10, 22)
EVE = date(2020, 10, 21)


def draft(value: int | None = 874, **fields: Any) -> Claim:
    """A claim of the North's ministry about its own dead, not saved."""
    given = {
        "conflict": make_conflict(), "claimant": north_ministry(), "party": party("North"), "status": "combatant",
        "qualifier": "exact", "as_of": DAY, "as_worded": str(value),
    } | fields  # fmt: skip
    given.setdefault("voice", given["claimant"])
    return Claim(value=value, **given)


def said(value: int | None = 834, as_of: date = EVE, **fields: Any) -> Claim:
    """A published claim of the same line."""
    given = {"claimant": north_ministry(), "party": party("North"), "status": "combatant"} | fields
    return make_claim(value, as_of=as_of, **given)


def codes(claim: Claim, **about: Any) -> list[str]:
    return [warning.code for warning in checks_at_entry(claim, **about)]


def warning(claim: Claim, **about: Any) -> Doubt:
    [found] = checks_at_entry(claim, **about)
    return found


def test_a_plausible_figure_passes() -> None:
    said()
    assert checks_at_entry(draft(), quote="taking the toll to 874", published_on=date(2020, 10, 23)) == []


# a figure equal to an existing claim


def test_an_equal_figure_offers_the_claim_to_cite() -> None:
    known = said(874, as_of=DAY)
    found = warning(draft(counted_from=START))
    assert (found.code, found.claim) == ("equal_to_a_claim", known)
    assert found.message == "Ministry of the North gave the same figure for 22 October 2020: cite that claim instead."


def test_an_equal_vague_figure_is_found_by_its_words() -> None:
    said(None, as_of=DAY, qualifier=Qualifier.VAGUE, as_worded="Dozens")
    assert codes(draft(None, qualifier="vague", as_worded="dozens")) == ["equal_to_a_claim"]
    assert codes(draft(None, qualifier="vague", as_worded="hundreds")) == []


def test_a_draft_counts_as_known_and_a_rejected_claim_does_not() -> None:
    known = said(874, as_of=DAY, state=State.DRAFT)
    assert codes(draft()) == ["equal_to_a_claim"]
    # A saved draft is not its own twin.
    assert codes(known) == []


def test_another_voice_with_the_same_unattributed_figure_is_another_claim() -> None:
    make_claim(874, as_of=DAY, party=party("North"), status="combatant")
    assert codes(draft(claimant=None, voice=make_source("Another Daily"))) == []


# a total that falls


def test_a_total_below_an_earlier_one_says_both_numbers_and_the_day() -> None:
    said(834)
    assert warning(draft(729)).message == "729 is below the 834 that the same claimant gave for 21 October 2020."


def test_a_total_above_a_later_one_is_doubtful_too() -> None:
    said(927, as_of=date(2020, 10, 23))
    assert warning(draft(1000)).message == (
        "1,000 is above the 927 that the same claimant gave for 23 October 2020, a later day."
    )


def test_an_unattributed_figure_is_held_against_its_voice() -> None:
    make_claim(834, as_of=EVE, party=party("North"), status="combatant")
    found = warning(draft(729, claimant=None, voice=make_source("The Daily River")))
    assert found.message == "729 is below the 834 that The Daily River gave for 21 October 2020."


def test_a_count_printed_later_the_same_day_is_no_earlier_count() -> None:
    make_claim(
        84, claimant=north_ministry(), party=party("North"), status="combatant", as_of=EVE,
        article=make_article(published_on=DAY),
    )  # fmt: skip
    assert codes(draft(59, as_of=EVE), published_on=EVE) == []
    assert codes(draft(59, as_of=EVE), published_on=DAY) == ["count_falls"]


FALLS = [
    ("exact", 729, True),
    ("at_least", 729, False),
    ("nearly", 835, False),
    ("nearly", 834, True),
    ("about", 830, False),
    ("vague", None, False),
]


@pytest.mark.parametrize(("qualifier", "value", "falls"), FALLS)
def test_a_total_falls_only_when_no_number_fits(qualifier: str, value: int | None, falls: bool) -> None:
    said(834)
    assert ("count_falls" in codes(draft(value, qualifier=qualifier, as_worded="some"))) is falls


@pytest.mark.parametrize(
    "fields",
    [{"status": "civilian"}, {"outcome": "injured"}, {"place": "Ganja"}, {"party": None}, {"counted_from": EVE}],
)
def test_another_line_is_not_held_against_it(fields: dict[str, Any]) -> None:
    said(834)
    assert "count_falls" not in codes(draft(829, **fields))


def test_a_correction_is_not_held_against_what_it_corrects() -> None:
    wrong = said(158)
    assert codes(draft(151, follows=wrong, relation=Relation.CORRECTS.value)) == []
    assert codes(draft(151)) == ["count_falls"]


def test_a_figure_taken_back_is_not_held_against_it() -> None:
    wrong = said(1580, as_of=date(2020, 10, 2))
    said(158, as_of=date(2020, 10, 2), follows=wrong, relation=Relation.CORRECTS.value)
    assert codes(draft(874)) == []


def test_figures_for_periods_may_fall() -> None:
    said(40, scope=Scope.PERIOD.value, period_start=EVE)
    assert codes(draft(17, scope="period", period_start=DAY)) == []


# tenfold


def test_a_tenfold_jump_asks_for_the_digits() -> None:
    said(834)
    found = warning(draft(8340))
    assert found.code == "tenfold_jump"
    assert found.message == (
        "8,340 is at least ten times the 834 that the same claimant gave for 21 October 2020: one digit too many?"
    )
    assert codes(draft(8339)) == []


def test_a_tenth_of_the_figure_before_asks_too() -> None:
    said(834)
    assert codes(draft(83)) == ["count_falls", "tenfold_jump"]


def test_nothing_is_ten_times_zero() -> None:
    said(0)
    assert codes(draft(50)) == []


# daily figures and totals


def test_a_daily_figure_is_held_against_the_two_totals() -> None:
    said(834, as_of=EVE)
    said(874, as_of=DAY)
    assert codes(draft(40, scope="period", period_start=DAY)) == []
    found = warning(draft(45, scope="period", period_start=DAY))
    assert found.code == "daily_is_not_the_difference"
    assert found.message == (
        "45 is not the difference between 834 for 21 October 2020 and 874 for 22 October 2020: that is 40."
    )


def test_a_total_is_held_against_the_daily_figure() -> None:
    said(834, as_of=EVE)
    said(40, as_of=DAY, scope=Scope.PERIOD.value, period_start=DAY)
    assert codes(draft(874)) == []
    found = warning(draft(880))
    assert found.code == "daily_is_not_the_difference"
    assert found.message == (
        "40 is not the difference between 834 for 21 October 2020 and 880 for 22 October 2020: that is 46."
    )


def test_totals_with_a_gap_say_nothing_of_a_day() -> None:
    said(834, as_of=date(2020, 10, 20))
    said(874, as_of=DAY)
    assert codes(draft(1, scope="period", period_start=DAY)) == []


def test_inexact_totals_leave_room() -> None:
    said(830, as_of=EVE, qualifier=Qualifier.MORE_THAN)
    said(874, as_of=DAY)
    assert codes(draft(43, scope="period", period_start=DAY)) == []
    assert codes(draft(44, scope="period", period_start=DAY)) == ["daily_is_not_the_difference"]


# parts


def test_a_part_above_the_total_it_is_marked_a_part_of() -> None:
    whole = said(60, as_of=DAY)
    found = warning(draft(61, status="civilian", party=party("South"), part_of=whole))
    assert (found.code, found.claim) == ("part_above_whole", whole)
    assert found.message == "61 is a part of 60 (22 October 2020), but larger."


def test_a_total_below_one_of_its_marked_parts() -> None:
    whole = said(60, as_of=DAY)
    part = said(25, as_of=DAY, scope=Scope.INCIDENT.value, place="Ganja", part_of=whole, claimant=make_source("Mayor"))
    whole.value = 20
    found = warning(whole)
    assert (found.code, found.claim) == ("part_above_whole", part)


def test_a_part_by_the_comparing_rule_above_what_the_same_voice_said_that_day() -> None:
    said(60, as_of=DAY, status="any")
    assert codes(draft(61)) == ["part_above_whole"]
    assert codes(draft(60)) == []
    assert codes(draft(61, as_of=date(2020, 10, 23))) == []


def test_a_breakdown_much_older_than_its_total() -> None:
    whole = said(874, as_of=DAY)
    found = warning(draft(25, part_of=whole, as_of=date(2020, 10, 14), scope="period", period_start=START))
    assert (found.code, found.field) == ("breakdown_older_than_total", "part_of")
    assert "8 days later" in found.message
    assert codes(draft(25, part_of=whole, as_of=date(2020, 10, 15), scope="period", period_start=START)) == []


# dates


def test_a_count_for_a_day_after_publication() -> None:
    found = warning(draft(), published_on=EVE)
    assert (found.code, found.field) == ("as_of_after_publication", "as_of")
    assert found.message == ("The count holds for 22 October 2020, after its article was published on 21 October 2020.")


def test_a_count_for_a_day_before_the_conflict() -> None:
    found = warning(draft(as_of=date(2020, 9, 26)))
    assert (found.code, found.field) == ("as_of_before_conflict", "as_of")
    assert "before the conflict began on 27 September 2020" in found.message


@pytest.mark.parametrize(
    "fields",
    [
        {"as_of": START},
        {"as_of": END},
        {"as_of": date(2020, 9, 1), "as_of_precision": "month"},
        {"as_of": date(2020, 1, 1), "as_of_precision": "year"},
        {"as_of": date(1994, 5, 12), "scope": "background"},
    ],
)
def test_a_day_that_may_lie_within_the_conflict_is_not_doubted(fields: dict[str, Any]) -> None:
    assert codes(draft(**fields)) == []


# the quote


def test_a_quote_without_the_number() -> None:
    found = warning(draft(), quote="hundreds have died")
    assert (found.code, found.field) == ("quote_lacks_number", "quote")
    assert found.message == "The quote does not hold the number: 874."


def test_a_vague_figure_needs_no_number_in_its_quote() -> None:
    assert codes(draft(None, qualifier="vague", as_worded="dozens"), quote="dozens have died") == []


# whatever has been typed so far


@pytest.mark.parametrize(
    "fields",
    [
        {"value": None},
        {"value": None, "qualifier": "range", "low": 5},
        {"value": None, "qualifier": "range", "low": 9, "high": 5},
        {"qualifier": ""},
        {"as_of": None},
        {"claimant": None, "voice": None},
        {"value": 10**30},
        {"as_of": date.max},
        {"scope": "period", "period_start": None},
    ],
)
def test_an_unfinished_draft_is_checked_as_far_as_it_goes(fields: dict[str, Any]) -> None:
    said(834)
    claim = draft(**fields)
    for warning in checks_at_entry(claim, quote="874 have died", published_on=DAY):
        assert warning.message


def test_codes_fit_the_column_that_remembers_them() -> None:
    known = said(874, as_of=DAY)
    size = Claim._meta.get_field("accepted_warnings").base_field.max_length
    found = checks_at_entry(draft(), quote="none", published_on=EVE)
    assert len(found) == 3
    assert all(len(each.code) <= size for each in found)
    accepted = [each.code for each in found]
    changes.correct_claim(known, by=nour(), why="checked", accepted_warnings=accepted)
    assert Claim.objects.get(pk=known.pk).accepted_warnings == accepted


def test_the_draft_itself_is_left_as_it_was() -> None:
    claim = draft(counted_from=START, place=" Ganja ")
    checks_at_entry(claim)
    assert (claim.counted_from, claim.place) == (START, " Ganja ")


def test_a_check_takes_at_most_six_queries() -> None:
    whole = said(900, as_of=DAY, status="any")
    said(834)
    said(40, as_of=DAY, scope=Scope.PERIOD.value, period_start=DAY)
    said(927, as_of=date(2020, 10, 23))
    known = said(874, as_of=DAY, state=State.DRAFT, part_of=whole)
    claim = Claim.objects.with_names().select_related("part_of").get(pk=known.pk)
    with CaptureQueriesContext(connection) as queries:
        checks_at_entry(claim, quote="874", published_on=DAY)
    assert len(queries) <= 6
