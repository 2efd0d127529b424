"""The verbs that add many records at once, for imports: the same rules and history, a handful of statements.

Each takes records made but not saved, checks them all before it writes any, and raises what the single verbs raise.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from tracker.ledger import rules
from tracker.ledger.changes.announcing import making
from tracker.ledger.changes.claims import Quoted, cite_claim, fits_voice, publish_claim
from tracker.ledger.models import Article, Citation, Claim, Conflict, LineColour, Source, SourceAlias
from tracker.ledger.models.claims import IDENTITY, LIVE_STATES
from tracker.ledger.permissions import require
from tracker.lib.folding import fold, slugify_name
from tracker.lib.vocabulary import State

BATCH = 1000
COLUMNS = {field.name: field.attname for field in Claim._meta.concrete_fields}


@dataclass(frozen=True)
class Draft:
    """A claim that is not saved yet, with the places it is quoted from: at least one."""

    claim: Claim
    quoted: Sequence[Quoted]


@dataclass(frozen=True)
class Logged:
    """What became of a draft: ``citations`` stand in the order of its quotes; the same words twice are one."""

    claim: Claim
    citations: list[Citation]
    created: bool


def record_claims(
    *, by: Any, why: str, conflict: Conflict, drafts: Sequence[Draft], state: State = State.DRAFT
) -> list[Logged]:
    """Log many figures, as ``record_claim`` logs one: a figure equal to a live claim becomes a citation of that one.

    No two drafts may be equal. Claims they are part of or follow must be saved already.
    """
    require(by, "record_claim", conflict)
    for draft in drafts:
        rules.tidy(draft.claim)
        rules.check(draft.claim)
        _check_quoted(draft)
    with making(by=by, why=why, verb="record_claim", conflict=conflict):
        standing = _standing(conflict, [draft.claim for draft in drafts])
        new = [draft for draft in drafts if _identity(draft.claim) not in standing]
        for draft in new:
            claim = draft.claim
            claim.logged_by, claim.state = by, state.value
            claim.first_published_on = min(quoted.article.published_on for quoted in draft.quoted)
        Claim.objects.bulk_create([draft.claim for draft in new], batch_size=BATCH)
        cited = _cite_new(new)
        if state is State.PUBLISHED:
            _give_colours(conflict, [draft.claim.voice for draft in new])
        return [
            Logged(draft.claim, cited[draft.claim.pk], created=True)
            if draft.claim.pk
            else _cite_standing(standing[_identity(draft.claim)], draft, state, by=by, why=why)
            for draft in drafts
        ]


def _check_quoted(draft: Draft) -> None:
    for quoted in draft.quoted:
        fits_voice(draft.claim, quoted)
        citation = Citation(claim=draft.claim, **vars(quoted))
        citation.clean_fields(exclude=["claim", "article", "relayed_via"])


def _identity(claim: Claim) -> tuple[Any, ...]:
    return tuple(getattr(claim, name) for name in IDENTITY)


def _standing(conflict: Conflict, claims: Iterable[Claim]) -> dict[tuple[Any, ...], Claim]:
    """Live claims by identity: all that one of these could equal."""
    claims = list(claims)
    live = Claim.objects.about(conflict).filter(
        state__in=LIVE_STATES, voice__in={c.voice_id for c in claims}, as_of__in={c.as_of for c in claims}
    )
    return {_identity(claim): claim for claim in live.with_names()}


def _cite_new(drafts: Iterable[Draft]) -> dict[int, list[Citation]]:
    cited: dict[int, list[Citation]] = {}
    made: dict[tuple[int, int, str], Citation] = {}
    for draft in drafts:
        for quoted in draft.quoted:
            place = (draft.claim.pk, quoted.article.pk, quoted.quote)
            citation = made.setdefault(place, Citation(claim=draft.claim, **vars(quoted)))
            cited.setdefault(draft.claim.pk, []).append(citation)
    Citation.objects.bulk_create(made.values(), batch_size=BATCH)
    return cited


def _cite_standing(claim: Claim, draft: Draft, state: State, *, by: Any, why: str) -> Logged:
    citations = [cite_claim(claim=claim, quoted=quoted, by=by, why=why) for quoted in draft.quoted]
    if state is State.PUBLISHED and claim.state != State.PUBLISHED.value:
        publish_claim(claim, by=by, why=why)
    return Logged(claim, citations, created=False)


def _give_colours(conflict: Conflict, voices: Iterable[Source]) -> None:
    colours = LineColour.objects.filter(conflict=conflict)
    given = set(colours.values_list("voice_id", flat=True))
    wanted = {voice.pk: voice for voice in voices if voice.pk not in given}
    LineColour.objects.bulk_create(
        LineColour(conflict=conflict, voice=voice, colour=number)
        for number, voice in enumerate(wanted.values(), start=len(given))
    )


def add_sources(*, by: Any, why: str, sources: Sequence[tuple[Source, Sequence[str]]]) -> list[Source]:
    """New sources, each with its further names; their parents must be saved already.

    Raises ValidationError when a name means another source, in the ledger or among these.
    """
    require(by, "add_source")
    for source, _ in sources:
        source.name = " ".join(source.name.split())
        check_alone(source, "slug")
    aliases = [
        SourceAlias(source=source, name=" ".join(name.split()), folded=fold(name))
        for source, names in sources
        for name in dict.fromkeys([source.name, *names])
    ]
    aliases = list({(id(alias.source), alias.folded): alias for alias in aliases}.values())
    _refuse_taken(aliases)
    with making(by=by, why=why, verb="add_source"):
        _give_slugs([source for source, _ in sources])
        made = Source.objects.bulk_create([source for source, _ in sources], batch_size=BATCH)
        SourceAlias.objects.bulk_create(aliases, batch_size=BATCH)
        return made


def check_alone(record: models.Model, *besides: str) -> None:
    """The record's own fields, no question asked of the database. Raises ValidationError."""
    relations = [field.name for field in record._meta.concrete_fields if field.is_relation]
    record.clean_fields(exclude=[*relations, *besides])
    if isinstance(record, Source) and not fold(record.name):
        raise ValidationError({"name": "A source needs a name with letters or digits."})


def _refuse_taken(aliases: Sequence[SourceAlias]) -> None:
    known = SourceAlias.objects.filter(folded__in=[alias.folded for alias in aliases]).select_related("source")
    taken = {alias.folded: alias.source.name for alias in known}
    for alias in aliases:
        if alias.folded in taken:
            raise ValidationError({"name": f"“{alias.name}” already means {taken[alias.folded]}."})
        taken[alias.folded] = alias.source.name


def _give_slugs(sources: Sequence[Source]) -> None:
    plain = [slugify_name(source.name, lambda slug: False) for source in sources]
    used = set(Source.objects.filter(slug__in=plain).values_list("slug", flat=True))
    unseen = set(plain) - used

    def taken(slug: str) -> bool:
        return slug in used or (slug not in unseen and Source.objects.filter(slug=slug).exists())

    for source in sources:
        source.slug = slugify_name(source.name, taken)
        used.add(source.slug)


def add_articles(*, by: Any, why: str, articles: Sequence[Article]) -> list[Article]:
    """New articles without stored text. Addresses and references must be new: the database refuses others."""
    require(by, "add_article")
    for article in articles:
        check_alone(article)
        if article.text:
            raise ValidationError({"text": "Articles with their text are added one by one."})
    with making(by=by, why=why, verb="add_article"):
        return Article.objects.bulk_create(articles, batch_size=BATCH)
