"""The verbs that add many records at once, for imports: the same rules and history, a handful of statements.

Each takes records made but not saved, checks them all before it writes any, and raises what the single verbs raise.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import InitVar, dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Min, OuterRef, Q, Subquery

from tracker.ledger import rules
from tracker.ledger.changes.announcing import making
from tracker.ledger.changes.claims import Quoted, citation_of
from tracker.ledger.changes.copying import copy_in, give_numbers
from tracker.ledger.models import Article, Citation, Claim, Conflict, LineColour, Source, SourceAlias
from tracker.ledger.models.claims import IDENTITY, LIVE_STATES, NOT_DECIDED
from tracker.ledger.permissions import require
from tracker.lib.folding import fold, slugify_name
from tracker.lib.vocabulary import State

BATCH = 1000


@dataclass
class Draft:
    """A claim that is not saved yet, with the places it is quoted from: at least one. Tidied and checked when made.

    What it is part of or follows is saved, or the claim of a draft that is recorded with it. Raises ValidationError.
    """

    claim: Claim
    quoted: InitVar[Iterable[Quoted]]
    citations: list[Citation] = field(init=False)

    def __post_init__(self, quoted: Iterable[Quoted]) -> None:
        rules.tidy(self.claim)
        rules.check(self.claim)
        self.citations = [citation_of(self.claim, each) for each in quoted]
        self.claim.first_published_on = min(citation.article.published_on for citation in self.citations)


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

    No two drafts may be equal.
    """
    require(by, "record_claim", conflict)
    claims = [draft.claim for draft in drafts]
    with making(by=by, why=why, verb="record_claim", conflict=conflict):
        _number_those_that_stand(conflict, claims)
        standing = {claim.pk for claim in claims if claim.pk}
        _add([claim for claim in claims if not claim.pk], state, by)
        cited = _cite(drafts, standing)
        _bring_up_to_date(standing)
        if state is State.PUBLISHED:
            Claim.objects.filter(pk__in=standing, state__in=NOT_DECIDED).update(
                state=state.value, version=F("version") + 1
            )
            _give_colours(conflict, [claim.voice for claim in claims])
        named = Claim.objects.with_names().in_bulk(standing)
        return [
            Logged(named.get(claim.pk, claim), citations, created=claim.pk not in standing)
            for claim, citations in zip(claims, cited, strict=True)
        ]


def _identity(claim: Claim) -> tuple[Any, ...]:
    return tuple(getattr(claim, name) for name in IDENTITY)


def _number_those_that_stand(conflict: Conflict, claims: Sequence[Claim]) -> None:
    """A claim that is equal to a live one goes by its number, so that what is part of it or follows it finds that."""
    live = Claim.objects.about(conflict).filter(
        state__in=LIVE_STATES, voice__in={c.voice_id for c in claims}, as_of__in={c.as_of for c in claims}
    )
    numbers = {tuple(identity): pk for pk, *identity in live.order_by().values_list("pk", *IDENTITY)}
    for claim in claims:
        claim.pk = numbers.get(_identity(claim))


def _add(claims: Sequence[Claim], state: State, by: Any) -> None:
    give_numbers(claims)
    for claim in claims:
        claim.logged_by_id, claim.state = by.pk, state.value
        # Those which are recorded with it have just got their numbers.
        claim.part_of_id = claim.part_of.pk if claim.part_of else None
        claim.follows_id = claim.follows.pk if claim.follows else None
    copy_in(claims)


def _cite(drafts: Sequence[Draft], standing: Iterable[int]) -> list[list[Citation]]:
    """For each draft its citations, new ones and those that its claim had already."""
    given = {_place(citation): citation for citation in Citation.objects.filter(claim__in=standing)}
    for draft in drafts:
        for citation in draft.citations:
            citation.claim = draft.claim  # which has its number by now
    cited = [[given.setdefault(_place(citation), citation) for citation in draft.citations] for draft in drafts]
    copy_in([citation for citation in given.values() if citation.pk is None])
    return cited


def _place(citation: Citation) -> tuple[int, int, str]:
    return citation.claim_id, citation.article_id, citation.quote


def _bring_up_to_date(claims: Iterable[int]) -> None:
    """A citation may be from an earlier day than all that its claim had."""
    citations = Citation.objects.filter(claim=OuterRef("pk")).order_by().values("claim")
    dated = Claim.objects.filter(pk__in=claims).annotate(
        first=Subquery(citations.annotate(day=Min("article__published_on")).values("day"))
    )
    later = dated.filter(Q(first_published_on=None) | Q(first_published_on__gt=F("first")))
    later.update(first_published_on=F("first"), version=F("version") + 1)


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
    if wrong := rules.wrong_fields(record, *besides):
        raise ValidationError(wrong)
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
        copy_in(articles)
        return list(articles)
