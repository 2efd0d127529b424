"""What a claim must be, in words and beside the field. The database holds the same rules as constraints.

Django's own validation asks the database once per constraint, some thirty questions a claim; these ask none.
"""

from __future__ import annotations

from collections import defaultdict

from django.core.exceptions import ValidationError
from django.utils import timezone

from tracker.ledger.models import Claim
from tracker.lib.counts import Qualifier
from tracker.lib.dates import FIRST_YEAR
from tracker.lib.folding import fold
from tracker.lib.vocabulary import Scope

FOREIGN_KEYS = [field.name for field in Claim._meta.fields if field.is_relation]


def tidy(claim: Claim) -> None:
    """Put a claim into its one form: no origin where it is the conflict's start, words kept of a vague figure."""
    if claim.counted_from == claim.conflict.start:
        claim.counted_from = None
    vague = claim.qualifier == Qualifier.VAGUE.value
    claim.vague_words = fold(claim.as_worded)[:200] if vague else ""
    claim.place = " ".join(claim.place.split())


def check(claim: Claim) -> None:
    """Raises ValidationError, a message for each field that is wrong."""
    wrong: dict[str, list[str]] = defaultdict(list)
    try:
        claim.clean_fields(exclude=[*FOREIGN_KEYS, "vague_words"])
    except ValidationError as error:
        for field, messages in error.message_dict.items():
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
                wrong[field].append("A range has both ends: type this one.")
        if claim.value is not None:
            wrong["value"].append("A range has two ends and no single number: leave this empty.")
        if claim.low is not None and claim.high is not None and claim.low > claim.high:
            wrong["low"].append("The lowest number is above the highest.")
        return
    for field in ("low", "high"):
        if getattr(claim, field) is not None:
            wrong[field].append("Only a range has ends: leave this empty.")
    if claim.qualifier == Qualifier.VAGUE.value:
        if claim.value is not None:
            wrong["value"].append("A vague figure keeps its words and has no number: leave this empty.")
        if not claim.vague_words:
            wrong["as_worded"].append("A vague figure needs its words.")
    elif claim.value is None:
        wrong["value"].append("Type the number.")


def _check_dates(claim: Claim, wrong: dict[str, list[str]]) -> None:
    if claim.as_of > timezone.localdate():
        wrong["as_of"].append("This day is still to come: a count holds for today or earlier.")
    if claim.as_of.year < FIRST_YEAR:
        wrong["as_of"].append(f"Dates before {FIRST_YEAR} are not taken.")
    if claim.period_start:
        if claim.scope != Scope.PERIOD.value:
            wrong["period_start"].append("Only a count in a period has a first day: leave this empty.")
        elif claim.period_start > claim.as_of:
            wrong["period_start"].append("The period starts after it ends.")
    if claim.counted_from:
        if claim.scope not in (Scope.CUMULATIVE.value, Scope.BACKGROUND.value):
            wrong["counted_from"].append("Only a running total has an origin: leave this empty.")
        elif claim.counted_from > claim.as_of:
            wrong["counted_from"].append("The count starts after the day it holds for.")


def _check_belonging(claim: Claim, wrong: dict[str, list[str]]) -> None:
    if claim.scope == Scope.INCIDENT.value and not claim.incident_id and not claim.place:
        wrong["incident"].append("Name the incident, or at least the place.")
    for field in ("party", "incident", "part_of", "follows"):
        other = getattr(claim, field)
        if other is not None and other.conflict_id != claim.conflict_id:
            wrong[field].append("This belongs to another conflict.")
    for field in ("part_of", "follows"):
        if claim.pk and getattr(claim, f"{field}_id") == claim.pk:
            wrong[field].append("A claim cannot be this of itself.")
    if bool(claim.follows_id) != bool(claim.relation):
        wrong["relation"].append("Name the earlier claim and say how this one follows it: both, or neither.")
    if claim.voice.merged_into_id:
        wrong["claimant"].append(f"{claim.voice} was merged into {claim.voice.merged_into}: name that one.")
