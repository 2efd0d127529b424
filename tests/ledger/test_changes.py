"""The verbs: what they write, what they refuse, and that each can be undone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from tests.cast import (
    agency,
    ben,
    guest,
    make_article,
    make_claim,
    make_conflict,
    make_source,
    north_ministry,
    nour,
    party,
)  # fmt: skip
from tracker.ledger import changes
from tracker.ledger.models import Change, Citation, Claim, Source
from tracker.ledger.models.claims import IDENTITY
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import SourceKind, State

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("as_app")]


def quoted(**fields: Any) -> changes.Quoted:
    return changes.Quoted(fields.pop("article", None) or make_article(), "said 874 had died", "874", **fields)


# recording and citing


def test_it_works():
    claim = make_claim(874, claimant=north_ministry())
    assert (claim.figure, claim.voice, claim.state, claim.version) == ("874", north_ministry(), "published", 1)
    assert claim.citations.get().quote == "said 874 had died"
    assert claim.first_published_on == date(2020, 10, 22)


def test_a_figure_equal_to_a_known_one_becomes_its_citation():
    first = make_claim(874, claimant=north_ministry())
    second = make_claim(874, claimant=north_ministry(), article=make_article(published_on=date(2020, 10, 24)))
    assert second.pk == first.pk
    assert first.citations.count() == 2


OTHERWISE: dict[str, dict[str, Any]] = {
    "value": {"value": 875},
    "qualifier": {"qualifier": Qualifier.NEARLY},
    "outcome": {"outcome": "injured"},
    "status": {"status": "civilian"},
    "group": {"group": "children"},
    "party": {"party": "South"},
    "place": {"place": "Bridge"},
    "scope": {"scope": "period"},
    "counted_from": {"counted_from": date(2020, 10, 1)},
    "as_of": {"as_of": date(2020, 10, 21)},
    "claimant": {"claimant": "River Monitor"},
}


@pytest.mark.parametrize("fields", OTHERWISE.values(), ids=OTHERWISE.keys())
def test_a_figure_that_differs_in_one_thing_counted_is_a_claim_of_its_own(fields):
    fields = dict(fields)
    if "party" in fields:
        fields["party"] = party(fields["party"])
    if "claimant" in fields:
        fields["claimant"] = make_source(fields["claimant"], SourceKind.MONITOR)
    first = make_claim(874, claimant=north_ministry(), party=party("North"))
    second = make_claim(**({"value": 874, "claimant": north_ministry(), "party": party("North")} | fields))
    assert first.pk != second.pk


def test_an_origin_that_is_the_conflicts_start_is_the_same_as_none():
    first = make_claim(874, claimant=north_ministry())
    assert make_claim(874, claimant=north_ministry(), counted_from=date(2020, 9, 27)).pk == first.pk


def test_vague_figures_are_equal_when_their_words_are():
    dozens = make_claim(None, qualifier=Qualifier.VAGUE, as_worded="Dozens", claimant=north_ministry())
    again = make_claim(None, qualifier=Qualifier.VAGUE, as_worded="dozens", claimant=north_ministry())
    scores = make_claim(None, qualifier=Qualifier.VAGUE, as_worded="scores", claimant=north_ministry())
    assert dozens.pk == again.pk != scores.pk


def test_an_unattributed_figure_speaks_as_its_agency_else_its_publisher():
    paper = make_source("The Daily River")
    assert make_claim(1000).voice == paper
    relayed = make_claim(1000, relayed_via=agency())
    assert (relayed.voice, relayed.claimant) == (agency(), None)
    printed_elsewhere = make_article(publisher=make_source("The Evening River"))
    assert make_claim(1000, relayed_via=agency(), article=printed_elsewhere).pk == relayed.pk


def test_an_unattributed_claim_is_not_cited_from_another_voice():
    claim = make_claim(1000)
    other = make_article(publisher=make_source("The Evening River"))
    with pytest.raises(ValidationError, match="another claim"):
        changes.cite_claim(claim=claim, quoted=quoted(article=other), by=nour(), why="same number")


def test_the_earliest_article_says_since_when_a_claim_was_known():
    claim = make_claim(874, claimant=north_ministry(), article=make_article(published_on=date(2020, 10, 25)))
    make_claim(874, claimant=north_ministry(), article=make_article(published_on=date(2020, 10, 23)))
    claim.refresh_from_db()
    assert claim.first_published_on == date(2020, 10, 23)


REFUSED_FIELDS: dict[str, tuple[dict[str, Any], str]] = {
    "a range without an end": ({"qualifier": "range", "value": None, "low": 40}, "high"),
    "a range turned over": ({"qualifier": "range", "value": None, "low": 50, "high": 40}, "low"),
    "an exact figure without a number": ({"value": None}, "value"),
    "a negative number": ({"value": -4}, "value"),
    "a day still to come": ({"as_of": date(9999, 12, 31)}, "as_of"),
    "an incident without name or place": ({"scope": "incident"}, "incident"),
    "a period that ends first": ({"scope": "period", "period_start": date(2020, 10, 30)}, "period_start"),
    "a relation to nothing": ({"relation": "corrects"}, "relation"),
    "an unknown outcome": ({"outcome": "lost"}, "outcome"),
    "a wording too long": ({"as_worded": "x" * 201}, "as_worded"),
    "credibility beyond the scale": ({"credibility": 7}, "credibility"),
}


@pytest.mark.parametrize(("fields", "field"), REFUSED_FIELDS.values(), ids=REFUSED_FIELDS.keys())
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_written(fields, field):
    make_conflict()
    good = {"as_worded": "874", "qualifier": "exact", "value": 874, "as_of": date(2020, 10, 22)}
    source = quoted()
    before = Change.objects.count()
    with pytest.raises(ValidationError) as wrong:
        changes.record_claim(by=nour(), why="log", conflict=make_conflict(), quoted=source, **(good | fields))
    assert field in wrong.value.message_dict
    assert (Claim.objects.count(), Change.objects.count()) == (0, before)


# permissions


@pytest.mark.parametrize(
    ("verb", "needed"),
    [
        (lambda claim, by: changes.correct_claim(claim, value=1, by=by, why="x"), nour),
        (lambda claim, by: changes.withdraw_claim(claim, by=by, why="x"), nour),
        (lambda claim, by: changes.cite_claim(claim=claim, quoted=quoted(), by=by, why="x"), nour),
        (lambda claim, by: changes.reject_claim(claim, by=by, why="x"), ben),
        (lambda claim, by: changes.merge_claims(keep=claim, drop=make_claim(9), by=by, why="x"), ben),
        (lambda claim, by: changes.merge_sources(keep=claim.voice, drop=agency(), by=by, why="x"), ben),
    ],
)
def test_a_verb_asks_who_is_using_it(verb, needed):
    claim = make_claim(874, claimant=north_ministry())
    lesser = nour() if needed is ben else guest()
    with pytest.raises(PermissionDenied):
        verb(claim, lesser)
    verb(claim, needed())


def test_a_member_of_one_conflict_cannot_write_in_another():
    nour().memberships.create(conflict=make_conflict("War of the lake"))
    claim = make_claim
    with pytest.raises(PermissionDenied):
        claim(874)


# correcting


def test_two_editors_cannot_overwrite_each_other():
    claim = make_claim(874)
    seen = claim.version
    changes.correct_claim(claim, value=875, by=ben(), why="misread", version=seen)
    with pytest.raises(changes.Stale) as stale:
        changes.correct_claim(claim, value=873, by=nour(), why="misread", version=seen)
    assert stale.value.claim.value == 875


def test_a_correction_into_an_equal_claim_is_refused():
    claim = make_claim(874, claimant=north_ministry())
    make_claim(875, claimant=north_ministry())
    with pytest.raises(ValidationError, match="merge"):
        changes.correct_claim(claim, value=875, by=nour(), why="misread")


def test_naming_the_claimant_of_an_unattributed_claim_changes_its_voice():
    claim = make_claim(874)
    assert changes.correct_claim(claim, claimant=north_ministry(), by=nour(), why="named lower down").voice == (
        north_ministry()
    )


@pytest.mark.parametrize(
    ("state", "verb"),
    [
        (State.PUBLISHED, changes.publish_claim),
        (State.PUBLISHED, changes.submit_claim),
        (State.DRAFT, changes.withdraw_claim),
        (State.PUBLISHED, changes.reassert_claim),
    ],
)
def test_a_claim_takes_no_step_out_of_order(state, verb):
    with pytest.raises(changes.Refused):
        verb(make_claim(874, state=state), by=nour(), why="too soon")


def test_a_claim_without_a_citation_is_not_published():
    claim = make_claim(874, state=State.DRAFT)
    with changes.making(by=nour(), why="wrong article", verb="test"):
        Citation.objects.filter(claim=claim).delete()
    with pytest.raises(changes.Refused, match="cited"):
        changes.publish_claim(claim, by=nour(), why="ready")


# what the claimant takes back


def test_a_withdrawal_in_print_is_a_claim_of_its_own_and_the_first_stands_no_more():
    conflict = make_conflict()
    claim = make_claim(158, claimant=north_ministry(), as_of=date(2020, 10, 2))
    article = make_article(published_on=date(2020, 10, 5))
    taken_back = changes.withdraw_claim(claim, quoted=quoted(article=article), by=nour(), why="the ministry said so")
    assert (taken_back.follows, taken_back.relation, taken_back.value) == (claim, "withdraws", None)
    standing = Claim.objects.about(conflict).standing_on
    assert list(standing(date(2020, 10, 10))) == []
    assert list(standing(date(2020, 10, 10), known_on=date(2020, 10, 4))) == [claim]


def test_a_correction_in_print_takes_the_place_of_what_it_corrects():
    claim = make_claim(158, claimant=north_ministry(), as_of=date(2020, 10, 2))
    right = make_claim(
        151, claimant=north_ministry(), as_of=date(2020, 10, 2), follows=claim, relation="corrects",
        article=make_article(published_on=date(2020, 10, 3)),
    )  # fmt: skip
    assert list(Claim.objects.standing_on(date(2020, 10, 10))) == [right]


def test_a_reasserted_figure_stands_again():
    claim = make_claim(158, claimant=north_ministry(), as_of=date(2020, 10, 2))
    changes.withdraw_claim(claim, quoted=quoted(), by=nour(), why="the ministry said so", on=date(2020, 10, 3))
    again = changes.reassert_claim(claim, quoted=quoted(), by=nour(), why="and again", on=date(2020, 10, 6))
    assert list(Claim.objects.standing_on(date(2020, 10, 10))) == [again]
    assert again.value == 158


# merging


def test_merged_claims_keep_every_citation_and_part():
    keep, drop = make_claim(1000, claimant=north_ministry()), make_claim(999, claimant=north_ministry())
    part = make_claim(25, claimant=north_ministry(), part_of=drop)
    changes.merge_claims(keep=keep, drop=drop, by=ben(), why="one figure, misread")
    for record in (drop, part):
        record.refresh_from_db()
    assert (drop.state, drop.merged_into, part.part_of) == ("rejected", keep, keep)
    assert keep.citations.count() == 2


def test_merging_sources_joins_their_names_claims_and_equal_figures():
    short, long = make_source("MoD of the North", SourceKind.MINISTRY), north_ministry()
    mine, equal = make_claim(874, claimant=long), make_claim(874, claimant=short)
    other = make_claim(900, claimant=short, as_of=date(2020, 10, 23))
    changes.merge_sources(keep=long, drop=short, by=ben(), why="one ministry, two names")
    for record in (equal, other, short):
        record.refresh_from_db()
    assert (equal.merged_into, other.claimant, other.voice) == (mine, long, long)
    assert short.merged_into == long
    assert Source.objects.called("mod of the north").get() == long


def test_identity_names_fields_of_the_claim():
    assert set(IDENTITY) <= {field.attname for field in Claim._meta.fields}


# doors that are shut, and what goes through the others


def test_a_claim_is_not_recorded_as_rejected():
    with pytest.raises(changes.Refused):
        make_claim(874, state=State.REJECTED)


def test_publishing_a_figure_that_stands_as_a_draft_publishes_the_draft():
    draft = make_claim(874, claimant=north_ministry(), state=State.DRAFT)
    again = make_claim(874, claimant=north_ministry())
    assert (again.pk, again.state) == (draft.pk, "published")


def test_a_submitted_draft_waits_for_review_and_can_be_published():
    draft = make_claim(874, state=State.DRAFT)
    assert changes.submit_claim(draft, by=nour(), why="please look").state == "in_review"
    assert changes.publish_claim(draft, by=ben(), why="looked").state == "published"


def test_the_agency_of_an_unattributed_figure_named_later_changes_its_voice():
    claim = make_claim(1000)
    changes.correct_citation(claim.citations.get(), relayed_via=agency(), by=nour(), why="named at the end")
    claim.refresh_from_db()
    assert claim.voice == agency()


def test_a_citation_cannot_leave_the_voice_that_the_others_speak_with():
    claim = make_claim(1000)
    make_claim(1000, article=make_article(), quote="and again 1,000")
    with pytest.raises(ValidationError, match="voice"):
        changes.correct_citation(claim.citations.first(), relayed_via=agency(), by=nour(), why="named at the end")


def test_taking_the_claimant_off_gives_the_figure_back_to_whoever_printed_it():
    claim = make_claim(874, claimant=north_ministry())
    assert changes.correct_claim(claim, claimant=None, by=nour(), why="nobody is named").voice.name == "The Daily River"
    other = make_article(publisher=make_source("The Evening River"))
    claim = make_claim(900, claimant=north_ministry())
    make_claim(900, claimant=north_ministry(), article=other)
    with pytest.raises(ValidationError, match="separate claims"):
        changes.correct_claim(claim, claimant=None, by=nour(), why="nobody is named")


MERGES = {
    "with itself": lambda c: (c, c),
    "across conflicts": lambda c: (c, make_claim(9, conflict=make_conflict("War of the lake"))),
    "into a rejected one": lambda c: (changes.reject_claim(make_claim(9), by=ben(), why="not so"), c),
}


@pytest.mark.parametrize("pair", MERGES.values(), ids=MERGES.keys())
def test_claims_are_not_merged(pair):
    keep, drop = pair(make_claim(874))
    with pytest.raises(changes.Refused):
        changes.merge_claims(keep=keep, drop=drop, by=ben(), why="one figure")


def test_sources_are_not_merged_with_themselves_nor_twice():
    ministry, short = north_ministry(), make_source("MoN")
    with pytest.raises(changes.Refused):
        changes.merge_sources(keep=ministry, drop=ministry, by=ben(), why="one")
    changes.merge_sources(keep=ministry, drop=short, by=ben(), why="one")
    short.refresh_from_db()
    with pytest.raises(changes.Refused):
        changes.merge_sources(keep=agency(), drop=short, by=ben(), why="one")


def test_a_body_merged_with_what_it_is_under_takes_its_place_in_the_tree():
    state = make_source("State of the North", SourceKind.GOVERNMENT)
    cabinet = make_source("Cabinet of the North", SourceKind.GOVERNMENT)
    changes.correct_record(cabinet, parent=state, by=ben(), why="under it")
    ministry = north_ministry()
    changes.correct_record(ministry, parent=cabinet, by=ben(), why="under it")
    changes.merge_sources(keep=ministry, drop=cabinet, by=ben(), why="one body")
    ministry.refresh_from_db()
    assert ministry.parent == state


def test_the_verbs_write_no_field_that_is_not_theirs():
    with pytest.raises(TypeError, match="state"):
        changes.correct_claim(make_claim(874), state="published", by=nour(), why="a short cut")
    with pytest.raises(TypeError):
        changes.correct_record(make_claim(875), value=1, by=nour(), why="a short cut")


def test_a_name_that_means_another_source_is_refused():
    north_ministry()
    with pytest.raises(ValidationError, match="already means"):
        changes.add_alias(by=nour(), why="short", source=agency(), name="ministry of the NORTH")


def test_a_name_is_removed_and_its_claims_stay():
    ministry = north_ministry()
    claim = make_claim(874, claimant=ministry)
    short = changes.add_alias(by=nour(), why="short", source=ministry, name="MoN")
    changes.remove_alias(short, by=nour(), why="the mine office is called so")
    assert not Source.objects.called("MoN").exists()
    claim.refresh_from_db()
    assert claim.claimant == ministry
    assert changes.add_alias(by=nour(), why="its own", source=agency(), name="MoN").source == agency()
    with pytest.raises(changes.Refused, match="no name of"):
        changes.remove_alias(short, by=nour(), why="once more")


def test_a_source_keeps_its_own_name():
    with pytest.raises(changes.Refused, match="own name"):
        changes.remove_alias(north_ministry().aliases.get(), by=nour(), why="wrong")


def test_a_guest_removes_no_name():
    with pytest.raises(PermissionDenied):
        changes.remove_alias(north_ministry().aliases.get(), by=guest(), why="wrong")
