"""What the API answers with, field by field; the field's words are those of the record."""

from __future__ import annotations

from datetime import date

from ninja import Schema

from tracker.ledger.comparing import counted_in_words
from tracker.ledger.models import Citation, Claim, Conflict


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

    @classmethod
    def of(cls, citation: Citation) -> CitationOut:
        article = citation.article
        return cls(
            publisher=article.publisher.name,
            title=article.title,
            url=article.url,
            published_on=article.published_on,
            language=article.language,
            quote=citation.quote,
            wording=citation.wording,
            attribution=citation.attribution,
            relayed_via=citation.relayed_via.name if citation.relayed_via else None,
        )


class ClaimOut(Schema):
    """One claim. ``figure`` and ``counted`` are for reading; ``interval`` is computed from number and qualifier."""

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

    @classmethod
    def of(cls, claim: Claim) -> ClaimOut:
        """``claim`` comes with names and citations."""
        cumulative = claim.scope == "cumulative"
        plain = [
            "as_worded", "qualifier", "value", "low", "high", "outcome", "status", "scope", "period_start", "as_of",
            "as_of_precision", "said_on", "first_published_on", "kind", "credibility", "includes_indirect",
            "editor_note",
        ]  # fmt: skip
        return cls(
            **{name: getattr(claim, name) for name in plain},
            id=claim.pk,
            url=claim.get_absolute_url(),
            conflict=claim.conflict.slug,
            claimant=claim.claimant.name if claim.claimant else None,
            voice=claim.voice.name,
            figure=claim.figure,
            interval=claim.interval,
            group=claim.group or None,
            party=claim.party.slug if claim.party else None,
            place=claim.place or None,
            incident=claim.incident.name if claim.incident else None,
            counted=counted_in_words(claim),
            counted_from=claim.counted_from or (claim.conflict.start if cumulative else None),
            part_of=claim.part_of_id,
            follows=claim.follows_id,
            relation=claim.relation or None,
            citations=[CitationOut.of(citation) for citation in claim.citations.all()],
        )


class ClaimPage(Schema):
    """``filter`` says in words what was asked for; ``next`` is the address of the rest, null at the end."""

    filter: str
    claims: list[ClaimOut]
    next: str | None


class Wrong(Schema):
    """What was wrong with the request, parameter by parameter."""

    detail: str
    parameters: dict[str, str] = {}
