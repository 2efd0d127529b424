"""Undoing: every verb can be undone, whole, and so can the undoing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from tests.cast import agency, ben, guest, make_article, make_claim, make_source, north_ministry, nour, party
from tracker.ledger import changes
from tracker.ledger.models import Change, Claim, Source, SourceAlias
from tracker.lib.vocabulary import State

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("as_app")]


def row(record: Any) -> dict[str, Any]:
    """The row as the database holds it."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {record._meta.db_table} WHERE id = %s", [record.pk])
        return dict(zip([column.name for column in cursor.description], cursor.fetchone(), strict=True))


def last_change() -> Change:
    return Change.objects.latest("id")


def test_nobody_undoes_anothers_change_but_a_reviewer():
    make_claim(874)
    change = last_change()
    other = guest()
    other.groups.set(nour().groups.all())
    with pytest.raises(PermissionDenied):
        changes.revert_change(change, by=other, why="mine now")
    changes.revert_change(change, by=ben(), why="logged from the wrong paper")


VERBS = {
    "correct_claim": lambda c: changes.correct_claim(c, value=875, party=party("North"), by=ben(), why="misread"),
    "withdraw_claim": lambda c: changes.withdraw_claim(c, by=ben(), why="too doubtful"),
    "reject_claim": lambda c: changes.reject_claim(c, by=ben(), why="not about this war"),
    "merge_claims": lambda c: changes.merge_claims(
        keep=make_claim(900, claimant=c.claimant), drop=c, by=ben(), why="one figure"
    ),
    "merge_sources": lambda c: changes.merge_sources(keep=agency(), drop=c.claimant, by=ben(), why="one source"),
    "correct_record": lambda c: changes.correct_record(c.conflict, name="War", by=ben(), why="its usual name"),
    "remove_alias": lambda c: changes.remove_alias(known_as(c.claimant), by=nour(), why="another ministry's name"),
    "correct_citation": lambda c: changes.correct_citation(c.citations.get(), quote="874 dead", by=ben(), why="typo"),
    "reassert_claim": lambda c: reasserted(c),
    "publish_claim": lambda c: published(c),
}  # fmt: skip


def known_as(source: Source) -> SourceAlias:
    return changes.add_alias(source=source, name="the Ministry", by=nour(), why="as one paper has it")


def reasserted(claim: Claim) -> None:
    changes.withdraw_claim(claim, by=ben(), why="too doubtful")
    changes.reassert_claim(claim, by=ben(), why="not so doubtful")


def published(claim: Claim) -> None:
    changes.publish_claim(make_claim(7, state=State.DRAFT), by=ben(), why="ready")


def ledger() -> dict[str, list[dict[str, Any]]]:
    """All rows of the record, less what a version number counts."""
    from tracker.ledger.history_sql import KEPT_TABLES

    rows = {}
    with connection.cursor() as cursor:
        for table in KEPT_TABLES:
            cursor.execute(f"SELECT to_jsonb(t) - 'version' FROM {table} t ORDER BY id")
            rows[table] = [values[0] for values in cursor.fetchall()]
    return rows


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS.keys())
def test_what_a_verb_did_is_undone_and_the_undoing_too(verb):
    claim = make_claim(874, claimant=north_ministry())
    make_claim(900, claimant=north_ministry())
    agency()
    verb(claim)
    done, change = ledger(), last_change()
    undone = changes.revert_change(change, by=ben(), why="not so")
    before = ledger()
    assert before != done
    changes.revert_change(undone, by=ben(), why="so after all")
    assert {t: [r for r in rows if r not in done[t]] for t, rows in ledger().items()} == {t: [] for t in done}


def test_undoing_a_correction_brings_every_field_back():
    claim = make_claim(874, claimant=north_ministry())
    before = row(claim)
    changes.correct_claim(claim, value=1, low=None, editor_note="?", by=nour(), why="misread")
    changes.revert_change(last_change(), by=nour(), why="read rightly at first")
    after = row(claim)
    assert {k: v for k, v in after.items() if k != "version"} == {k: v for k, v in before.items() if k != "version"}
    assert after["version"] > before["version"]


def test_undoing_a_record_rejects_the_claim_and_keeps_its_words():
    claim = make_claim(874)
    changes.revert_change(last_change(), by=nour(), why="wrong article")
    claim.refresh_from_db()
    assert (claim.state, claim.citations.count()) == ("rejected", 1)


def test_undoing_a_citation_takes_it_off_a_standing_claim():
    claim = make_claim(874, claimant=north_ministry(), article=make_article(published_on=date(2020, 10, 25)))
    make_claim(874, claimant=north_ministry(), article=make_article(published_on=date(2020, 10, 23)))
    changes.revert_change(last_change(), by=nour(), why="wrong article")
    claim.refresh_from_db()
    assert (claim.state, claim.citations.count(), claim.first_published_on) == ("published", 1, date(2020, 10, 25))


def test_a_change_is_not_undone_twice_nor_under_a_later_one():
    claim = make_claim(874)
    changes.correct_claim(claim, value=875, by=nour(), why="misread")
    first = last_change()
    changes.correct_claim(claim, value=876, by=nour(), why="misread again")
    with pytest.raises(changes.Refused, match="later change"):
        changes.revert_change(first, by=nour(), why="back")
    changes.revert_change(last_change(), by=nour(), why="back")
    changes.revert_change(first, by=nour(), why="back")
    with pytest.raises(changes.Refused, match="already"):
        changes.revert_change(first, by=nour(), why="back")
    claim.refresh_from_db()
    assert claim.value == 874


def test_a_later_change_of_another_field_does_not_stand_in_the_way():
    claim = make_claim(874)
    changes.correct_claim(claim, value=875, by=nour(), why="misread")
    first = last_change()
    changes.correct_claim(claim, editor_note="see the note", by=nour(), why="a doubt")
    changes.revert_change(first, by=nour(), why="back")
    claim.refresh_from_db()
    assert (claim.value, claim.editor_note) == (874, "see the note")


def test_what_others_came_to_need_stays_when_its_making_is_undone():
    changes.add_source(by=nour(), why="new", name="Lake Radio", kind="broadcaster")
    change = last_change()
    lake = Source.objects.get(name="Lake Radio")
    make_claim(3, claimant=lake)
    changes.revert_change(change, by=nour(), why="not a source")
    assert Source.objects.filter(name="Lake Radio").exists()


def test_an_affiliation_stated_of_both_merged_sources_comes_back_when_the_merge_is_undone():
    short = make_source("MoN", speaks_for=party("North"))
    ministry = north_ministry()
    changes.merge_sources(keep=ministry, drop=short, by=ben(), why="one ministry")
    assert not short.affiliations.exists()
    changes.revert_change(last_change(), by=ben(), why="two ministries after all")
    short.refresh_from_db()
    assert (short.affiliations.count(), short.merged_into) == (1, None)


def test_a_removed_name_does_not_come_back_to_one_when_it_means_another_by_now():
    changes.remove_alias(known_as(north_ministry()), by=nour(), why="another ministry's name")
    change = last_change()
    known_as(make_source("Ministry of the South"))
    with pytest.raises(changes.Refused, match="in the way"):
        changes.revert_change(change, by=nour(), why="it was right")


def test_an_undo_that_would_make_a_twin_is_refused():
    claim = make_claim(874, claimant=north_ministry())
    changes.correct_claim(claim, value=875, by=nour(), why="misread")
    change = last_change()
    make_claim(874, claimant=north_ministry())
    with pytest.raises(changes.Refused, match="in the way"):
        changes.revert_change(change, by=nour(), why="read rightly at first")
