from datetime import date

import pytest

from tests import cast
from tests.editing.typing import offered, text_of
from tracker.ledger.models import Claim, Source
from tracker.lib.vocabulary import State


def correct(client, claim, page=None, **typed):
    """Open the claim at the desk (or use a page opened before), change these fields, save."""
    page = page or client.get(f"/desk/claims/{claim.pk}/")
    data = offered(page) | {"why": "The ministry's page says so"} | typed
    return client.post(f"/desk/claims/{claim.pk}/", data, follow=True)


def test_a_correction_needs_its_reason_and_keeps_what_was_typed(desk, article):
    claim = cast.make_claim(874)
    page = correct(desk, claim, value="875", as_worded="875", why="")
    assert page.status_code == 422
    assert offered(page)["value"] == "875"
    claim.refresh_from_db()
    assert claim.value == 874


def test_a_correction_is_saved_shown_and_undone(desk, article):
    claim = cast.make_claim(874)
    page = correct(desk, claim, as_worded="875")
    assert "Corrected: 875" in text_of(page), text_of(page)
    claim.refresh_from_db()
    assert claim.value == 875
    history = text_of(desk.get(f"/desk/claims/{claim.pk}/history/"))
    assert "number 874 875" in history
    change = cast.nour().changes.latest("id")
    desk.post(f"/desk/changes/{change.pk}/undo/")
    claim.refresh_from_db()
    assert claim.value == 874


def test_saving_without_a_difference_says_so(desk, article):
    page = correct(desk, cast.make_claim(874))
    assert page.status_code == 409
    assert "Nothing was changed" in text_of(page)


def test_the_second_of_two_editors_sees_the_difference_and_chooses(desk, reviewer, article):
    claim = cast.make_claim(874)
    opened = desk.get(f"/desk/claims/{claim.pk}/")
    correct(reviewer, claim, as_worded="880", status="civilian")
    late = correct(desk, claim, opened, as_worded="890", group="women")
    assert late.status_code == 409
    claim.refresh_from_db()
    assert (claim.value, claim.group) == (880, "")
    fields = {field.name: (field.theirs, field.yours, field.take) for field in late.context["fields"]}
    assert fields == {
        "as_worded": ("880", "890", "theirs"),
        "value": ("880", "890", "theirs"),
        "status": ("civilians", "anyone", "theirs"),
        "group": ("everyone", "women", "yours"),
    }
    chosen = dict(late.context["typed"]) | {"version": claim.version}
    takes = {"take-as_worded": "yours", "take-value": "yours", "take-status": "theirs", "take-group": "yours"}
    done = desk.post(f"/desk/claims/{claim.pk}/", chosen | takes, follow=True)
    assert "Corrected" in text_of(done), text_of(done)
    claim.refresh_from_db()
    assert (claim.value, claim.status, claim.group) == (890, "civilian", "women")


def test_a_twin_is_refused_with_the_way_to_merge(desk, article):
    cast.make_claim(874)
    other = cast.make_claim(875)
    page = correct(desk, other, as_worded="874")
    assert page.status_code == 422
    assert "merge the two instead" in text_of(page)


def test_claims_are_merged_by_a_reviewer(reviewer, article):
    keep = cast.make_claim(874)
    drop = cast.make_claim(875)
    page = reviewer.post(f"/desk/claims/{drop.pk}/merge/", {"keep": str(keep.pk), "why": "A slip"}, follow=True)
    assert f"Merged: claim {drop.pk} into claim {keep.pk}" in text_of(page)
    assert keep.citations.count() == 2


@pytest.mark.parametrize(
    ("start", "act", "state"),
    [
        ("draft", "submit", "in_review"),
        ("draft", "publish", "published"),
        ("published", "withdraw", "withdrawn"),
    ],
)
def test_a_claim_moves_from_state_to_state(desk, article, start, act, state):
    claim = cast.make_claim(874, state=State(start))
    answer = desk.post(f"/desk/claims/{claim.pk}/{act}/", {"why": "Checked"})
    assert answer.status_code == 302
    claim.refresh_from_db()
    assert claim.state == state


def test_a_move_that_the_state_does_not_allow_is_a_message(desk, article):
    claim = cast.make_claim(874)
    page = desk.post(f"/desk/claims/{claim.pk}/publish/", {"why": "Checked"})
    assert page.status_code == 409
    assert "This claim is published" in text_of(page)
    assert desk.get(f"/desk/claims/{claim.pk}/explode/").status_code == 404


def test_a_withdrawal_in_print_is_a_claim_of_its_own(desk, article):
    claim = cast.make_claim(874, claimant=cast.north_ministry())
    data = {"why": "In print", "article": f"{article.pk}: x", "quote": "took back 874", "wording": "874"}
    assert desk.post(f"/desk/claims/{claim.pk}/withdraw/", data | {"wording": ""}).status_code == 422
    desk.post(f"/desk/claims/{claim.pk}/withdraw/", data)
    follower = Claim.objects.get(follows=claim)
    assert (follower.relation, follower.citations.get().article) == ("withdraws", article)


def test_an_accepted_warning_is_remembered(desk, article):
    claim = cast.make_claim(874, as_of=date(2020, 10, 30), article=article)
    page = desk.get(f"/desk/claims/{claim.pk}/")
    assert "after its article was published" in text_of(page)
    data = offered(page) | {"why": "The paper was dated ahead", "accepted_warnings": ["as_of_after_publication"]}
    desk.post(f"/desk/claims/{claim.pk}/", data)
    claim.refresh_from_db()
    assert claim.accepted_warnings == ["as_of_after_publication"]
    assert desk.get(f"/desk/claims/{claim.pk}/").context["form"]["as_of"].warnings[0][1] is True


def test_the_words_of_a_citation_are_mended(desk, article):
    claim = cast.make_claim(874, article=article, quote="said 874 had dyed")
    citation = claim.citations.get()
    data = {"quote": "said 874 had died", "wording": "874", "why": "A typing error"}
    desk.post(f"/desk/citations/{citation.pk}/", data)
    citation.refresh_from_db()
    assert citation.quote == "said 874 had died"


def test_reviewers_undo_what_others_did_and_editors_do_not(desk, reviewer, article):
    claim = cast.make_claim(874)
    correct(reviewer, claim, as_worded="880")
    change = cast.ben().changes.latest("id")
    assert desk.post(f"/desk/changes/{change.pk}/undo/").status_code == 403
    assert reviewer.post(f"/desk/changes/{change.pk}/undo/").status_code == 302
    again = reviewer.post(f"/desk/changes/{change.pk}/undo/")
    assert again.status_code == 409
    assert "undone already" in text_of(again)


def test_sources_are_corrected_named_and_merged(reviewer, article):
    ministry = cast.north_ministry()
    other = cast.make_source("Northern Ministry")
    reviewer.post(f"/desk/sources/{ministry.pk}/names/", {"name": "Min. of the North", "why": "Its own site"})
    assert Source.objects.called("min. of the north").get() == ministry
    page = reviewer.post(f"/desk/sources/{ministry.pk}/names/", {"name": "Northern Ministry", "why": "x"})
    assert page.status_code == 422
    assert "already means Northern Ministry" in text_of(page)
    reviewer.post(f"/desk/sources/{other.pk}/merge/", {"keep": ministry.name, "why": "The same"})
    other.refresh_from_db()
    assert other.merged_into == ministry
    data = {"name": ministry.name, "kind": "ministry", "country": "Northland", "why": "Its address"}
    reviewer.post(f"/desk/sources/{ministry.pk}/", data)
    ministry.refresh_from_db()
    assert ministry.country == "Northland"


def test_a_source_cannot_be_part_of_itself(desk, article):
    ministry = cast.north_ministry()
    data = {"name": ministry.name, "kind": "ministry", "parent": ministry.name, "why": "x"}
    page = desk.post(f"/desk/sources/{ministry.pk}/", data)
    assert page.status_code == 422


def test_conflicts_get_their_parties_incidents_and_milestones(desk, article):
    conflict = cast.make_conflict()
    address = f"/desk/conflicts/{conflict.slug}"
    north = cast.party("North").pk
    added = {
        "parties": {"name": "Coast", "parent": north, "position": "9", "belligerent": "on"},
        "incidents": {"name": "Bridge attack", "date": "October 2020", "place": "Port City"},
        "milestones": {"label": "Ceasefire", "date": "10 Oct 2020", "source": "River Monitor Two"},
    }
    for word, data in added.items():
        assert desk.post(f"{address}/{word}/new/", data).status_code == 422
        if word == "milestones":
            data |= {"source_new": "on", "source_kind": "monitor"}
        assert desk.post(f"{address}/{word}/new/", data | {"why": "Reported"}).status_code == 302
    assert conflict.parties.get(name="Coast").parent_id == north
    assert conflict.incidents.get().precision == "month"
    assert conflict.milestones.get().source.kind == "monitor"
    incident = conflict.incidents.get()
    desk.post(f"{address}/incidents/{incident.pk}/", {"name": "Bridge strike", "why": "Its usual name"})
    incident.refresh_from_db()
    assert (incident.name, incident.date) == ("Bridge strike", None)
    assert desk.get(f"{address}/nothing/new/").status_code == 404


def test_a_conflict_that_ends_before_it_starts_is_refused(desk, db):
    data = {"name": "War of the hill", "start": "2020-10-01", "end": "2020-09-01", "why": "In the news"}
    page = desk.post("/desk/conflicts/new/", data)
    assert page.status_code == 422
    assert "starts before it ends" in text_of(page)
    assert desk.post("/desk/conflicts/new/", data | {"end": ""}).status_code == 302
