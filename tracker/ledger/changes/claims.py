"""Verbs on a claim: record, cite, correct, submit, publish, withdraw, reassert, reject."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Min

from tracker.ledger import rules
from tracker.ledger.changes.announcing import Refused, Stale, making
from tracker.ledger.changes.records import give_colour
from tracker.ledger.models import Article, Citation, Claim, Conflict, Source
from tracker.ledger.models.claims import IDENTITY, LIVE_STATES
from tracker.ledger.permissions import require
from tracker.lib.counts import Qualifier
from tracker.lib.tongue import say
from tracker.lib.vocabulary import Relation, State

CORRECTABLE = {
    "claimant", "as_worded", "qualifier", "value", "low", "high", "outcome", "status", "group", "party", "place",
    "incident", "scope", "counted_from", "period_start", "as_of", "as_of_precision", "said_on", "kind", "part_of",
    "follows", "relation", "credibility", "includes_indirect", "editor_note", "accepted_warnings",
}  # fmt: skip


@dataclass(frozen=True)
class Quoted:
    """Where a figure stands: a citation to be made."""

    article: Article
    quote: str
    wording: str
    attribution: str = ""
    relayed_via: Source | None = None
    start: int | None = None
    end: int | None = None
    note: str = ""
    ref: str = ""


@dataclass(frozen=True)
class Recorded:
    """What became of a figure: ``created`` is False when the claim stood already and was cited instead."""

    claim: Claim
    citation: Citation
    created: bool


def record_claim(
    *,
    by: Any,
    why: str,
    conflict: Conflict,
    quoted: Quoted,
    claimant: Source | None = None,
    state: State = State.DRAFT,
    **counted: Any,
) -> Recorded:
    """Log a figure as a draft or published claim. A figure equal to a live claim becomes a citation of that one.

    ``counted`` holds the claim's own fields (see CORRECTABLE). An unattributed figure takes the voice of the agency
    that relayed it, else of the article's publisher.
    """
    require(by, "record_claim", conflict)
    _only(counted, CORRECTABLE - {"claimant"})
    if state not in (State.DRAFT, State.IN_REVIEW, State.PUBLISHED):
        raise Refused(f"A claim is not recorded as {state.label}.")
    claim = Claim(conflict=conflict, claimant=claimant, logged_by=by, state=state.value, **counted)
    claim.voice = claimant or quoted.relayed_via or quoted.article.publisher
    claim.first_published_on = quoted.article.published_on
    rules.tidy(claim)
    rules.check(claim)
    with making(by=by, why=why, verb="record_claim", conflict=conflict):
        standing = equal_claim(claim) or _insert(claim)
        recorded = standing or claim
        citation = cite_claim(claim=recorded, quoted=quoted, by=by, why=why)
        if standing is None and state == State.PUBLISHED:
            give_colour(by=by, why=why, conflict=conflict, voice=claim.voice)
        elif state == State.PUBLISHED and recorded.state != State.PUBLISHED.value:
            publish_claim(recorded, by=by, why=why)
        return Recorded(recorded, citation, created=standing is None)


def equal_claim(claim: Claim) -> Claim | None:
    """The live claim that is equal in everything that makes a claim one (IDENTITY), other than itself."""
    same = {name: getattr(claim, name) for name in IDENTITY}
    asked = {f"{name}__isnull" if value is None else name: value is None or value for name, value in same.items()}
    # Almost always there is none: the names are asked for only when there is one.
    equals = Claim.objects.filter(state__in=LIVE_STATES, **asked).exclude(pk=claim.pk)
    found = equals.order_by().values_list("pk", flat=True)[:1]
    return Claim.objects.with_names().get(pk=found[0]) if found else None


def _insert(claim: Claim) -> Claim | None:
    """Insert; when another editor recorded an equal claim at this very moment, return theirs instead."""
    try:
        with transaction.atomic():
            claim.save(force_insert=True)
    except IntegrityError as error:
        if "a_claim_is_recorded_once" not in str(error):
            raise
        claim.pk = None
        return equal_claim(claim)
    return None


def cite_claim(*, claim: Claim, quoted: Quoted, by: Any, why: str) -> Citation:
    """Add an article to a claim. The same words of the same article twice are one citation."""
    require(by, "cite_claim", claim.conflict)
    citation = citation_of(claim, quoted)
    given = Citation.objects.filter(claim=claim, article=quoted.article, quote=quoted.quote).first()
    if given:
        return given
    with making(by=by, why=why, verb="cite_claim", conflict=claim.conflict):
        citation.save()
        published = quoted.article.published_on
        if claim.first_published_on is None or published < claim.first_published_on:
            touch(claim, first_published_on=published)
        return citation


def citation_of(claim: Claim, quoted: Quoted) -> Citation:
    """The citation to be saved. Raises ValidationError, also when an unattributed claim has another voice."""
    citation = Citation(claim=claim, **vars(quoted))
    if wrong := rules.wrong_fields(citation):
        raise ValidationError(wrong)
    if not quoted.quote.strip():
        raise ValidationError({"quote": say("Quote the words that hold the figure.")})
    voice = quoted.relayed_via or quoted.article.publisher
    if claim.claimant_id is None and voice.pk != claim.voice_id:
        words = say("This figure is {voice}'s own, no source named: {other} printing it is another claim.")
        raise ValidationError({"article": words.format(voice=claim.voice, other=voice)})
    return citation


def first_published(claim: Claim) -> date | None:
    """The day of the claim's earliest article."""
    day: date | None = claim.citations.aggregate(first=Min("article__published_on"))["first"]
    return day


def correct_citation(citation: Citation, *, by: Any, why: str, **fields: Any) -> Citation:
    """Change the quoted words, their place, attribution, relay or note of a citation."""
    _only(fields, {"quote", "wording", "attribution", "relayed_via", "start", "end", "note"})
    claim = citation.claim
    require(by, "correct_citation", claim.conflict)
    with making(by=by, why=why, verb="correct_citation", conflict=claim.conflict):
        for name, value in fields.items():
            setattr(citation, name, value)
        if claim.claimant_id is None:
            _revoice(claim, citation.relayed_via or citation.article.publisher, besides=citation)
        citation.full_clean(exclude=["claim", "article"])
        citation.save()
        touch(claim)
        return citation


def _revoice(claim: Claim, voice: Source, besides: Citation) -> None:
    """An unattributed claim whose only citation changes its relay changes its voice; with others it cannot."""
    if voice.pk == claim.voice_id:
        return
    if claim.citations.exclude(pk=besides.pk).exists():
        words = say("Other citations of this claim speak with {voice}'s voice.")
        raise ValidationError({"relayed_via": words.format(voice=claim.voice)})
    claim.voice = voice
    _refuse_twin(claim)
    touch(claim, voice=voice)


def correct_claim(claim: Claim, *, by: Any, why: str, version: int | None = None, **fields: Any) -> Claim:
    """Change fields of a claim's record. ``version`` is the one the editor saw: Stale when it is no longer that.

    For a claimant's own correction record a new claim with ``follows`` and relation "corrects" instead.
    """
    _only(fields, CORRECTABLE)
    require(by, "correct_claim", claim.conflict)
    with making(by=by, why=why, verb="correct_claim", conflict=claim.conflict):
        current = _locked(claim)
        if version is not None and current.version != version:
            raise Stale(current)
        for name, value in fields.items():
            setattr(current, name, value)
        if "claimant" in fields:
            current.voice = current.claimant or _voice_of_citations(current)
        rules.tidy(current)
        rules.check(current)
        _refuse_twin(current)
        current.version += 1
        current.save()
        return current


def _voice_of_citations(claim: Claim) -> Source:
    citations = claim.citations.select_related("article__publisher", "relayed_via")
    voices = {citation.relayed_via or citation.article.publisher for citation in citations}
    if len(voices) > 1:
        raise ValidationError(
            {"claimant": say("Several voices print this figure: without a claimant they are separate claims.")}
        )
    return voices.pop() if voices else claim.voice


def _refuse_twin(claim: Claim) -> None:
    twin = equal_claim(claim) if claim.state in LIVE_STATES else None
    if twin:
        same = say("This would be the same as claim {number}: merge the two instead.")
        raise ValidationError(same.format(number=twin.pk))


def submit_claim(claim: Claim, *, by: Any, why: str) -> Claim:
    """Put a draft up for review."""
    return _move(claim, "submit_claim", {State.DRAFT}, State.IN_REVIEW, by=by, why=why)


def publish_claim(claim: Claim, *, by: Any, why: str) -> Claim:
    """Show a claim to readers. It must be cited; its voice gets a colour in the conflict's charts."""
    with making(by=by, why=why, verb="publish_claim", conflict=claim.conflict):
        if not claim.citations.exists():
            raise Refused(say("A claim is published with at least one cited article: add one first."))
        moved = _move(claim, "publish_claim", {State.DRAFT, State.IN_REVIEW}, State.PUBLISHED, by=by, why=why)
        give_colour(by=by, why=why, conflict=claim.conflict, voice=claim.voice)
        return moved


def withdraw_claim(claim: Claim, *, by: Any, why: str, quoted: Quoted | None = None, on: date | None = None) -> Claim:
    """Take a published claim back.

    With ``quoted`` the claimant did so in an article: that is a claim of its own, which follows this one with the
    relation "withdraws" and holds from ``on`` (else the article's day). This one stays readable but stands no more.
    Without it the editors withdraw it from the public pages.
    Returns the withdrawing claim, or the claim itself.
    """
    if quoted is None:
        return _move(claim, "withdraw_claim", {State.PUBLISHED}, State.WITHDRAWN, by=by, why=why)
    words = {"as_worded": quoted.wording, "qualifier": Qualifier.VAGUE.value, "value": None, "low": None, "high": None}
    return _follow(claim, "withdraw_claim", Relation.WITHDRAWS, quoted, on, by=by, why=why, **words)


def reassert_claim(claim: Claim, *, by: Any, why: str, quoted: Quoted | None = None, on: date | None = None) -> Claim:
    """Put a withdrawn claim back, or, with ``quoted``, record that its claimant gave the figure anew."""
    if quoted is None:
        _refuse_twin_of_returning(claim)
        return _move(claim, "reassert_claim", {State.WITHDRAWN}, State.PUBLISHED, by=by, why=why)
    return _follow(claim, "reassert_claim", Relation.REASSERTS, quoted, on, by=by, why=why)


def reject_claim(claim: Claim, *, by: Any, why: str) -> Claim:
    """Find that a claim should not stand: kept, but in no list, chart or count."""
    states = {State.DRAFT, State.IN_REVIEW, State.PUBLISHED, State.WITHDRAWN}
    return _move(claim, "reject_claim", states, State.REJECTED, by=by, why=why)


def _refuse_twin_of_returning(claim: Claim) -> None:
    twin = equal_claim(claim)
    if twin:
        raise Refused(say("Claim {number} says the same by now: cite that one instead.").format(number=twin.pk))


def _follow(
    claim: Claim, verb: str, relation: Relation, quoted: Quoted, on: date | None, *, by: Any, why: str, **fields: Any
) -> Claim:
    copied = CORRECTABLE - {"follows", "relation", "part_of", "said_on", "editor_note", "accepted_warnings"}
    values = {name: getattr(claim, name) for name in copied} | fields
    values |= {"follows": claim, "relation": relation.value, "as_of": on or quoted.article.published_on}
    with making(by=by, why=why, verb=verb, conflict=claim.conflict):
        recorded = record_claim(by=by, why=why, conflict=claim.conflict, quoted=quoted, state=State.PUBLISHED, **values)
        return recorded.claim


def _move(claim: Claim, verb: str, allowed: set[State], state: State, *, by: Any, why: str) -> Claim:
    require(by, verb, claim.conflict)
    with making(by=by, why=why, verb=verb, conflict=claim.conflict):
        current = _locked(claim)
        if current.state not in {s.value for s in allowed}:
            words = say("This claim is {state}: that cannot be done to it now.")
            raise Refused(words.format(state=State(current.state).label))
        touch(claim, state=state.value)
        return claim


def _locked(claim: Claim) -> Claim:
    return Claim.objects.select_for_update(of=("self",)).with_names().get(pk=claim.pk)


def touch(claim: Claim, **fields: Any) -> None:
    """Save these fields and raise the version, from the version that stands in the database."""
    for name, value in fields.items():
        setattr(claim, name, value)
    claim.version = Claim.objects.values_list("version", flat=True).get(pk=claim.pk) + 1
    claim.save(update_fields=[*fields, "version"])


def _only(given: dict[str, Any], known: set[str]) -> None:
    unknown = given.keys() - known
    if unknown:
        raise TypeError(f"not a field that this verb writes: {', '.join(sorted(unknown))}")
