"""Every rule of the record is held by the database: each is proved by a write it refuses."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from tests.cast import make_article, make_claim, make_conflict, make_party, make_source, nour, party
from tracker.ledger import changes
from tracker.ledger.models import (
    Affiliation,
    Article,
    Citation,
    Claim,
    Conflict,
    Incident,
    Milestone,
    Reach,
    Source,
    Suggestion,
)
from tracker.lib.vocabulary import Scope, State

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_cast")]

CLAIM_BREAKS: dict[str, dict[str, Any]] = {
    "low_is_not_above_high": {"qualifier": "range", "value": None, "low": 50, "high": 40},
    "a_range_has_both_ends_and_only_a_range_has_ends": {"qualifier": "range", "value": None, "low": 40},
    "a_claim_with_a_number_has_a_value": {"value": None},
    "a_vague_claim_has_no_number": {"qualifier": "vague", "vague_words": "dozens"},
    "counts_are_not_negative": {"value": -1},
    "an_incident_claim_names_an_incident_or_a_place": {"scope": "incident"},
    "a_period_starts_before_it_ends": {"scope": "period", "period_start": date(2020, 10, 23)},
    "only_a_period_has_a_period_start": {"period_start": date(2020, 10, 1)},
    "only_a_cumulative_count_has_an_origin": {"scope": "period", "counted_from": date(2020, 10, 1)},
    "a_count_starts_before_it_holds": {"counted_from": date(2020, 10, 23)},
    "a_claim_is_not_part_of_itself": {"part_of": models.F("id")},
    "a_claim_does_not_follow_itself": {"follows": models.F("id"), "relation": "updates"},
    "a_claim_that_follows_says_how": {"relation": "corrects"},
    "credibility_is_between_one_and_six": {"credibility": 7},
    "a_claims_qualifier_is_a_known_word": {"qualifier": "roughly"},
    "a_claims_outcome_is_a_known_word": {"outcome": "lost"},
    "a_claims_status_is_a_known_word": {"status": "soldier"},
    "a_claims_group_is_a_known_word": {"group": "teachers"},
    "a_claims_scope_is_a_known_word": {"scope": "weekly"},
    "a_claims_kind_is_a_known_word": {"kind": "guess"},
    "a_claims_relation_is_a_known_word": {"follows": models.F("id"), "relation": "denies"},
    "a_claims_state_is_a_known_word": {"state": "gone"},
    "a_claims_as_of_precision_is_a_known_word": {"as_of_precision": "hour"},
}


@pytest.mark.parametrize(("name", "fields"), CLAIM_BREAKS.items(), ids=CLAIM_BREAKS.keys())
def test_the_database_refuses_a_claim_that(name, fields):
    claim = make_claim(874)
    trying = changes.making(by=nour(), why="try it", verb="test")
    with pytest.raises(IntegrityError) as refused, transaction.atomic(), trying:
        Claim.objects.filter(pk=claim.pk).update(**fields)
    broken = refused.value.__cause__.diag.constraint_name
    # One write may break several rules at once; PostgreSQL names the first by name.
    assert broken == name or name in also_broken(claim, fields)


def also_broken(claim: Claim, fields: dict[str, Any]) -> set[str]:
    """The constraints that these fields break, each asked of the database alone."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname, pg_get_expr(conbin, conrelid) FROM pg_constraint "
            "WHERE conrelid = 'ledger_claim'::regclass AND contype = 'c'"
        )
        expressions = cursor.fetchall()
        assignments = {Claim._meta.get_field(name).column: value for name, value in fields.items()}
        own = {column: claim.pk if isinstance(value, models.F) else value for column, value in assignments.items()}
        columns = [field.column for field in Claim._meta.concrete_fields]
        chosen = ", ".join(
            f'%s::{kind_of(column)} AS "{column}"' if column in own else f'"{column}"' for column in columns
        )
        values = [own[column] for column in columns if column in own]
        row = f"(SELECT {chosen} FROM ledger_claim WHERE id = %s) ledger_claim"
        broken = set()
        for name, expression in expressions:
            cursor.execute(f"SELECT ({expression}) FROM {row}".replace("%%", "%"), [*values, claim.pk])
            if cursor.fetchone()[0] is False:
                broken.add(name)
    return broken


def kind_of(column: str) -> str:
    return next(f.db_type(connection) for f in Claim._meta.concrete_fields if f.column == column)


def test_each_check_constraint_of_a_claim_is_tried():
    named = {c.name for c in Claim._meta.constraints if isinstance(c, models.CheckConstraint)}
    tried_below = {"an_attributed_claim_speaks_with_its_claimants_voice", "a_merged_claim_is_rejected"}
    assert set(CLAIM_BREAKS) | tried_below == named


def refused(write) -> str:
    """The name of the constraint that refuses this write, the deferred ones asked at once."""
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        ask_deferred()
        with changes.making(by=nour(), why="try it", verb="test"):
            write()
            ask_deferred()
    return error.value.__cause__.diag.constraint_name


def ask_deferred() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def other_war() -> Conflict:
    return make_conflict("War of the lake")


def twin_of(claim: Claim) -> None:
    claim.pk = None
    claim.save(force_insert=True)


OTHER_BREAKS = {
    "a_claim_is_recorded_once": lambda c: twin_of(c),
    "an_attributed_claim_speaks_with_its_claimants_voice": lambda c: alter(c, claimant=make_source("Another paper")),
    "a_merged_claim_is_rejected": lambda c: alter(c, merged_into=make_claim(900)),
    "a_claims_party_is_in_its_conflict": lambda c: alter(c, party=party("North", other_war())),
    "a_claims_incident_is_in_its_conflict": lambda c: alter(c, incident=incident(other_war())),
    "a_claim_is_part_of_one_in_its_conflict": lambda c: alter(c, part_of=make_claim(900, conflict=other_war())),
    "a_claim_follows_one_in_its_conflict": lambda c: alter(
        c, follows=make_claim(900, conflict=other_war()), relation="updates"
    ),
    "a_published_claim_has_a_citation": lambda c: alter(uncited(), state="published"),
    "a_published_claim_keeps_a_citation": lambda c: Citation.objects.filter(claim=c).delete(),
    "a_party_is_in_its_sides_conflict": lambda c: make_party(
        other_war(), "Lake people", parent=party("North", c.conflict)
    ),
    "a_party_is_named_once_in_a_conflict": lambda c: copy(party("North")),
    "a_party_is_not_its_own_side": lambda c: alter(party("North"), parent=models.F("id")),
    "a_conflict_starts_before_it_ends": lambda c: alter(c.conflict, end=c.conflict.start - timedelta(1)),
    "an_incident_is_named_once_in_a_conflict": lambda c: copy(incident(c.conflict)),
    "an_incident_date_has_a_known_precision": lambda c: alter(incident(c.conflict), precision="hour"),
    "a_milestone_is_named_once_a_day": lambda c: [milestone(c.conflict), milestone(c.conflict)],
    "a_source_is_of_a_known_kind": lambda c: alter(c.voice, kind="blog"),
    "a_source_is_not_its_own_parent": lambda c: alter(c.voice, parent=models.F("id")),
    "a_name_means_one_source": lambda c: copy(c.voice.aliases.get()),
    "an_affiliation_is_stated_once": lambda c: [affiliation(c), affiliation(c)],
    "an_affiliation_starts_before_it_ends": lambda c: affiliation(c, since=date(2020, 2, 2), until=date(2020, 2, 1)),
    "an_address_is_one_article": lambda c: [address("https://river.example/1") for _ in range(2)],
    "an_article_address_is_http": lambda c: address("javascript:alert(1)"),
    "an_article_date_has_a_known_precision": lambda c: alter(article_of(c), published_precision="hour"),
    "an_article_reference_is_used_once": lambda c: [alter(make_article(), ref="a-1") for _ in range(2)],
    "an_article_is_cited_once_for_a_quote": lambda c: copy(c.citations.get()),
    "a_citation_reference_is_used_once": lambda c: [alter(x.citations.get(), ref="r-1") for x in (c, make_claim(900))],
    "a_citation_starts_before_it_ends": lambda c: alter(c.citations.get(), start=9, end=9),
    "a_citation_quotes_something": lambda c: alter(c.citations.get(), quote=""),
    "a_suggestion_starts_before_it_ends": lambda c: suggestion(c, start=4, end=4),
    "a_figure_is_suggested_once": lambda c: [suggestion(c), suggestion(c)],
    "an_accepted_suggestion_names_its_claim": lambda c: suggestion(c, decision="accepted"),
    "a_voice_has_one_colour_in_a_conflict": lambda c: copy(c.conflict.line_colours.get()),
    "a_change_reaches_a_conflict_once": lambda c: copy(Reach.objects.filter(conflict=c.conflict.pk).latest("pk")),
}  # fmt: skip


def alter(record: models.Model, **fields: Any) -> None:
    type(record)._default_manager.filter(pk=record.pk).update(**fields)


def copy(record: models.Model) -> None:
    record.pk = None
    record.save(force_insert=True)


def uncited() -> Claim:
    claim = make_claim(7, state=State.DRAFT)
    claim.citations.all().delete()
    ask_deferred()
    return claim


def incident(conflict: Conflict) -> Incident:
    known = conflict.incidents.first()
    return known or changes.add_incident(by=nour(), why="it", conflict=conflict, name="Bridge strike", place="Bridge")


def milestone(conflict: Conflict) -> None:
    Milestone.objects.create(conflict=conflict, date=conflict.start, label="Truce")


def affiliation(claim: Claim, **dates: date) -> None:
    Affiliation.objects.create(source=claim.voice, party=party("North"), **dates)


def address(url: str) -> None:
    Article.objects.create(publisher=make_source("The Daily River"), title="x", published_on=date(2020, 10, 1), url=url)


def article_of(claim: Claim) -> Article:
    return claim.citations.get().article


def suggestion(claim: Claim, start: int = 1, end: int = 4, **fields: Any) -> None:
    Suggestion.objects.create(
        article=article_of(claim), conflict=claim.conflict, start=start, end=end, reading={}, **fields
    )


@pytest.mark.parametrize(("name", "write"), OTHER_BREAKS.items(), ids=OTHER_BREAKS.keys())
def test_the_database_holds_that(name, write):
    claim = make_claim(874)
    assert refused(lambda: write(claim)) == name


def test_every_named_constraint_of_the_ledger_is_tried():
    named = {c.name for model in apps.get_app_config("ledger").get_models() for c in model._meta.constraints}
    targets_of_foreign_keys = {
        "a_party_belongs_to_one_conflict", "an_incident_belongs_to_one_conflict", "a_claim_belongs_to_one_conflict",
    }  # fmt: skip
    tried_elsewhere = {
        "a_change_says_why",  # test_history
        "a_person_is_a_member_of_a_conflict_once", "a_party_has_an_address_of_its_own_in_a_conflict",
    }  # fmt: skip
    assert named - targets_of_foreign_keys - tried_elsewhere <= set(CLAIM_BREAKS) | set(OTHER_BREAKS)


def test_a_count_fits_a_bigint_and_a_larger_one_is_refused_in_words():
    from django.core.exceptions import ValidationError

    assert make_claim(2**63 - 1).value == 9_223_372_036_854_775_807
    with pytest.raises(ValidationError) as wrong:
        make_claim(2**63)
    assert "value" in wrong.value.message_dict


def test_equal_unattributed_figures_of_two_voices_are_two_claims():
    mine = make_claim(1000, article=make_article(publisher=make_source("The Daily River")))
    theirs = make_claim(1000, article=make_article(publisher=make_source("The Evening River")))
    assert mine.pk != theirs.pk
    assert Source.objects.filter(voiced__scope=Scope.CUMULATIVE.value).distinct().count() == 2
