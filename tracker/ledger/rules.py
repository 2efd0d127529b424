"""What a claim must be, in words and beside the field. The database holds the same rules as constraints.

Django's own validation asks the database once per constraint, some thirty questions a claim; these ask none.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from tracker.ledger.models import Claim
from tracker.lib.counts import Qualifier
from tracker.lib.dates import FIRST_YEAR
from tracker.lib.folding import fold
from tracker.lib.tongue import say
from tracker.lib.vocabulary import Scope


def tidy(claim: Claim) -> None:
    """Put a claim into its one form: no origin where it is the conflict's start, words kept of a vague figure."""
    if claim.counted_from == claim.conflict.start:
        claim.counted_from = None
    vague = claim.qualifier == Qualifier.VAGUE.value
    claim.vague_words = fold(claim.as_worded)[:200] if vague else ""
    claim.place = " ".join(claim.place.split())


def wrong_fields(record: models.Model, *besides: str) -> dict[str, list[str]]:
    """Clean the record's own fields, no question asked of the database: field → what is wrong with it.

    As ``clean_fields`` does, at a fraction of the time: imports have tens of thousands of records.
    """
    wrong = {}
    for field in _own_fields(type(record)):
        value = getattr(record, field.attname)
        if field.name in besides or (field.blank and value in field.empty_values):
            continue
        try:
            cleaned = field.clean(value, record) if isinstance(value, list) else _cleaned(field, value)
        except ValidationError as error:
            wrong[field.name] = error.messages
        else:
            setattr(record, field.attname, cleaned)
    return wrong


@cache
def _own_fields(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    return [field for field in model._meta.concrete_fields if not field.is_relation]


@lru_cache(maxsize=8192, typed=True)  # most records say what others say
def _cleaned(field: models.Field[Any, Any], value: Any) -> Any:
    return field.clean(value, None)


def check(claim: Claim) -> None:
    """Raises ValidationError, a message for each field that is wrong."""
    wrong: dict[str, list[str]] = defaultdict(list)
    for field, messages in wrong_fields(claim, "vague_words").items():
        wrong[field] += messages
    _check_number(claim, wrong)
    if claim.as_of:
        _check_dates(claim, wrong)
    _check_belonging(claim, wrong)
    if wrong:
        raise ValidationError(dict(wrong))


def _check_number(claim: Claim, wrong: dict[str, list[str]]) -> None:
    if claim.qualifier == Qualifier.RANGE.value:
        for field in ("low", "high"):
            if getattr(claim, field) is None:
                wrong[field].append(say("A range has both ends: type this one."))
        if claim.value is not None:
            wrong["value"].append(say("A range has two ends and no single number: leave this empty."))
        if claim.low is not None and claim.high is not None and claim.low > claim.high:
            wrong["low"].append(say("The lowest number is above the highest."))
        return
    for field in ("low", "high"):
        if getattr(claim, field) is not None:
            wrong[field].append(say("Only a range has ends: leave this empty."))
    if claim.qualifier == Qualifier.VAGUE.value:
        if claim.value is not None:
            wrong["value"].append(say("A vague figure keeps its words and has no number: leave this empty."))
        if not claim.vague_words:
            wrong["as_worded"].append(say("A vague figure needs its words."))
    elif claim.value is None:
        wrong["value"].append(say("Type the number."))


def _check_dates(claim: Claim, wrong: dict[str, list[str]]) -> None:
    if claim.as_of > timezone.now().date():
        wrong["as_of"].append(say("This day is still to come: a count holds for today or earlier."))
    if claim.as_of.year < FIRST_YEAR:
        wrong["as_of"].append(say("Dates before {year} are not taken.").format(year=FIRST_YEAR))
    if claim.period_start:
        if claim.scope != Scope.PERIOD.value:
            wrong["period_start"].append(say("Only a count in a period has a first day: leave this empty."))
        elif claim.period_start > claim.as_of:
            wrong["period_start"].append(say("The period starts after it ends."))
    if claim.counted_from:
        if claim.scope not in (Scope.CUMULATIVE.value, Scope.BACKGROUND.value):
            wrong["counted_from"].append(say("Only a running total has an origin: leave this empty."))
        elif claim.counted_from > claim.as_of:
            wrong["counted_from"].append(say("The count starts after the day it holds for."))


def _check_belonging(claim: Claim, wrong: dict[str, list[str]]) -> None:
    if claim.scope == Scope.INCIDENT.value and not claim.incident_id and not claim.place:
        wrong["incident"].append(say("Name the incident, or at least the place."))
    for field in ("party", "incident", "part_of", "follows"):
        other = getattr(claim, field)
        if other is not None and other.conflict_id != claim.conflict_id:
            wrong[field].append(say("This belongs to another conflict."))
    for field in ("part_of", "follows"):
        if claim.pk and getattr(claim, f"{field}_id") == claim.pk:
            wrong[field].append(say("A claim cannot be this of itself."))
    if (claim.follows is None) == bool(claim.relation):
        wrong["relation"].append(say("Name the earlier claim and say how this one follows it: both, or neither."))
    if claim.voice.merged_into_id:
        words = say("{dropped} was merged into {kept}: name that one.")
        wrong["claimant"].append(words.format(dropped=claim.voice, kept=claim.voice.merged_into))
