"""What the API answers with, field by field; the field's words are those of the record."""

from __future__ import annotations

from datetime import date

from ninja import Schema

from tracker.ledger.models import Conflict


class ConflictOut(Schema):
    slug: str
    name: str
    start: date
    end: date | None
    url: str
    claims_url: str

    @classmethod
    def of(cls, conflict: Conflict) -> ConflictOut:
        return cls(
            slug=conflict.slug,
            name=conflict.name,
            start=conflict.start,
            end=conflict.end,
            url=conflict.get_absolute_url(),
            claims_url=f"/api/v1/conflicts/{conflict.slug}/claims",
        )


class CitationOut(Schema):
    publisher: str
    title: str
    url: str
    published_on: date
    language: str
    quote: str
    wording: str
    attribution: str
    relayed_via: str | None


class ClaimOut(Schema):
    """One claim, as ``api.claims`` writes it.

    ``figure`` and ``counted`` are for reading; ``interval`` is computed from number and qualifier.
    """

    id: int
    url: str
    conflict: str
    claimant: str | None
    voice: str
    figure: str
    as_worded: str
    qualifier: str
    value: int | None
    low: int | None
    high: int | None
    interval: tuple[int, int | None] | None
    outcome: str
    status: str
    group: str | None
    party: str | None
    place: str | None
    incident: str | None
    counted: str
    scope: str
    counted_from: date | None
    period_start: date | None
    as_of: date
    as_of_precision: str
    said_on: date | None
    first_published_on: date | None
    kind: str
    part_of: int | None
    follows: int | None
    relation: str | None
    credibility: int | None
    includes_indirect: bool | None
    editor_note: str
    citations: list[CitationOut]


class ClaimPage(Schema):
    """``filter`` says in words what was asked for; ``next`` is the address of the rest, null at the end."""

    filter: str
    claims: list[ClaimOut]
    next: str | None


class Wrong(Schema):
    """What was wrong with the request, parameter by parameter."""

    detail: str
    parameters: dict[str, str] = {}
