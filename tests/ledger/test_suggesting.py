"""Suggestions: proposed once, decided by one person, undone whole."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from tests.cast import ben, guest, make_article, make_claim, make_conflict, north_ministry, nour
from tracker.ledger import changes
from tracker.ledger.models import Article, Change, Claim, Membership, Suggestion
from tracker.lib.vocabulary import State

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("as_app")]

TEXT = "The ministry said 874 had died, 40 of them on Thursday. Vane spoke of more than 2,000 from each side."
WHY = "read in the paper"


@pytest.fixture
def article() -> Article:
    make_conflict()
    return make_article("Toll rises", text=TEXT)


def at(words: str, **reading: Any) -> changes.Proposal:
    """A proposal for the first place of these words."""
    start = TEXT.index(words)
    return changes.Proposal(start, start + len(words), {"text": words, "outcome": "killed"} | reading)


def propose(article: Article, *proposals: changes.Proposal, **more: Any) -> list[Suggestion]:
    return changes.propose_figures(
        by=nour(), why=WHY, article=article, conflict=make_conflict(), proposals=proposals, **more
    )


def accept(suggestion: Suggestion, value: int = 874, **fields: Any) -> changes.Recorded:
    quoted = changes.Quoted(suggestion.article, TEXT, TEXT[suggestion.start : suggestion.end])
    given: dict[str, Any] = {"as_of": date(2020, 10, 22), "qualifier": "exact", "claimant": north_ministry()} | fields
    return changes.accept_suggestion(
        suggestion, by=nour(), why=WHY, quoted=quoted, as_worded=f"{value}", value=value, **given
    )


def last_change() -> Change:
    return Change.objects.latest("id")


def test_figures_are_proposed_in_one_change_and_their_text_is_stored_where_there_was_none():
    conflict, article = make_conflict(), make_article("Toll rises")
    made = changes.propose_figures(
        by=nour(), why=WHY, article=article, conflict=conflict, proposals=[at("874"), at("40")], text=TEXT
    )
    assert [one.is_open for one in made] == [True, True]
    article.refresh_from_db()
    assert (article.text, len(article.text_sha256)) == (TEXT, 64)
    changes.revert_change(last_change(), by=nour(), why="wrong paper")
    article.refresh_from_db()
    assert (article.text, Suggestion.objects.count()) == ("", 0)


def test_reading_anew_proposes_only_what_is_new(article):
    first, dismissed = propose(article, at("874"), at("40"))
    accept(first)
    changes.dismiss_suggestion(dismissed, by=nour(), why=WHY, reason="of the day before")
    again = propose(article, at("said 874"), at("40"), at("more than 2,000"), at("more than 2,000"))
    assert [(one.start, one.turn) for one in again] == [
        (TEXT.index("more than"), 0),
        (TEXT.index("more than"), 1),
    ]
    assert propose(article, at("more than 2,000"), at("more than 2,000")) == []
    assert Suggestion.objects.count() == 4


def test_words_marked_by_hand_are_a_new_suggestion_even_where_one_stands(article):
    [read] = propose(article, at("more than 2,000"))
    [marked] = propose(article, at("more than 2,000"), by_hand=True)
    assert (read.turn, marked.turn, marked.by_hand) == (0, 1, True)


def test_words_beyond_the_text_are_refused(article):
    with pytest.raises(changes.Refused, match="do not stand"):
        propose(article, changes.Proposal(0, len(TEXT) + 1, {}))
    assert not Suggestion.objects.exists()


def test_an_accepted_suggestion_becomes_a_claim_in_one_change_that_can_be_undone(article):
    [one] = propose(article, at("874"))
    recorded = accept(one, state=State.PUBLISHED, changed=["party"])
    one.refresh_from_db()
    assert (one.decision, one.claim, one.changed, recorded.created) == ("accepted", recorded.claim, ["party"], True)
    assert last_change().verb == "accept_suggestion"
    changes.reopen_suggestion(one, by=nour(), why="not so fast")
    one.refresh_from_db()
    assert (one.decision, one.claim, one.changed) == ("open", None, [])
    assert Claim.objects.get().state == "rejected"


def test_a_figure_that_stands_already_is_cited(article):
    standing = make_claim(874, claimant=north_ministry())
    [one] = propose(article, at("874"))
    recorded = accept(one)
    assert (recorded.claim, recorded.created, standing.citations.count()) == (standing, False, 2)
    changes.reopen_suggestion(one, by=nour(), why="another day's figure")
    standing.refresh_from_db()
    assert (standing.state, standing.citations.count()) == ("published", 1)


def test_a_dismissed_suggestion_keeps_why_and_can_be_reopened(article):
    [one] = propose(article, at("40"))
    changes.dismiss_suggestion(one, by=nour(), why="Dismissed", reason="an age")
    one.refresh_from_db()
    assert (one.decision, one.why) == ("dismissed", "an age")
    undone = changes.reopen_suggestion(one, by=nour(), why="no age at all")
    one.refresh_from_db()
    assert (one.decision, one.why) == ("open", "")
    changes.revert_change(undone, by=nour(), why="an age after all")
    one.refresh_from_db()
    assert one.decision == "dismissed"


def test_the_second_of_two_editors_is_told_what_the_first_did(article):
    [one] = propose(article, at("874"))
    recorded = accept(one)
    with pytest.raises(changes.Decided, match=f"accepted already as claim {recorded.claim.pk}"):
        accept(one, value=875)
    with pytest.raises(changes.Decided):
        changes.dismiss_suggestion(one, by=ben(), why=WHY)
    assert Claim.objects.count() == 1


def test_what_is_open_cannot_be_reopened(article):
    [one] = propose(article, at("874"))
    with pytest.raises(changes.Refused, match="nothing to undo"):
        changes.reopen_suggestion(one, by=nour(), why=WHY)


def test_a_reading_with_decided_suggestions_is_not_undone_under_them(article):
    [one] = propose(article, at("874"))
    reading = last_change()
    changes.dismiss_suggestion(one, by=nour(), why=WHY)
    with pytest.raises(changes.Refused, match="accepted or dismissed since"):
        changes.revert_change(reading, by=nour(), why="wrong paper")


def test_a_part_accepted_before_its_whole_becomes_part_of_its_claim(article):
    whole = at("874")
    one, part = propose(article, whole, at("40", part_of=[whole.start, whole.end]))
    of_day = accept(part, value=40, scope="period", period_start=date(2020, 10, 22)).claim
    total = accept(one).claim
    of_day.refresh_from_db()
    assert of_day.part_of == total
    changes.reopen_suggestion(one, by=nour(), why="misread")
    of_day.refresh_from_db()
    assert (of_day.part_of, of_day.state) == (None, "draft")


def test_a_merged_claims_suggestions_go_with_its_citations(article):
    [one] = propose(article, at("874"))
    claim, keep = accept(one).claim, make_claim(875, claimant=north_ministry())
    changes.merge_claims(keep=keep, drop=claim, by=ben(), why="one figure")
    one.refresh_from_db()
    assert one.claim == keep


@pytest.mark.parametrize("act", ["propose", "accept", "dismiss", "reopen"])
def test_only_editors_of_the_conflict_may(article, act):
    [one] = propose(article, at("874"))
    elsewhere = guest()
    elsewhere.groups.set(nour().groups.all())
    Membership.objects.create(user=elsewhere, conflict=make_conflict("War of the hill"))
    quoted = changes.Quoted(article, TEXT, "874")
    acts: dict[str, Any] = {
        "propose": lambda: changes.propose_figures(
            by=elsewhere, why=WHY, article=article, conflict=one.conflict, proposals=[]
        ),
        "accept": lambda: changes.accept_suggestion(one, by=elsewhere, why=WHY, quoted=quoted),
        "dismiss": lambda: changes.dismiss_suggestion(one, by=elsewhere, why=WHY),
        "reopen": lambda: changes.reopen_suggestion(one, by=elsewhere, why=WHY),
    }
    with pytest.raises(PermissionDenied):
        acts[act]()
