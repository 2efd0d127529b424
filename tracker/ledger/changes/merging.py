"""Verbs that make one of two: claims recorded twice, sources under two names."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Q

from tracker.ledger.changes.announcing import Refused, making
from tracker.ledger.changes.claims import equal_claim, first_published, touch
from tracker.ledger.changes.records import give_colour
from tracker.ledger.models import (
    Affiliation,
    Article,
    Citation,
    Claim,
    LineColour,
    Milestone,
    Source,
    SourceAlias,
    Suggestion,
)
from tracker.ledger.models.claims import LIVE_STATES
from tracker.ledger.permissions import require
from tracker.lib.tongue import say
from tracker.lib.vocabulary import State


def merge_claims(*, keep: Claim, drop: Claim, by: Any, why: str) -> Claim:
    """``drop`` becomes rejected and points to ``keep``, which takes its citations, parts, followers, suggestions."""
    require(by, "merge_claims", keep.conflict)
    if keep.pk == drop.pk:
        raise Refused(say("A claim cannot be merged with itself."))
    if keep.conflict_id != drop.conflict_id:
        raise Refused(say("Claims of two conflicts cannot be merged."))
    if keep.state not in LIVE_STATES:
        words = say("Claim {number} is {state}: merge into one that stands.")
        raise Refused(words.format(number=keep.pk, state=State(keep.state).label))
    with making(by=by, why=why, verb="merge_claims", conflict=keep.conflict):
        published = State.PUBLISHED.value in (keep.state, drop.state)
        touch(drop, state=State.REJECTED.value, merged_into=keep, part_of=None, follows=None, relation="")
        _move_citations(keep, drop)
        Claim.objects.filter(part_of=drop).exclude(pk=keep.pk).update(part_of=keep, version=F("version") + 1)
        Claim.objects.filter(part_of=drop, pk=keep.pk).update(part_of=None)
        Claim.objects.filter(follows=drop).exclude(pk=keep.pk).update(follows=keep, version=F("version") + 1)
        Claim.objects.filter(follows=drop, pk=keep.pk).update(follows=None, relation="")
        touch(drop, first_published_on=first_published(drop))
        Claim.objects.filter(merged_into=drop).update(merged_into=keep)
        Suggestion.objects.filter(claim=drop).update(claim=keep)
        keep.refresh_from_db()
        state = State.PUBLISHED.value if published else keep.state
        touch(keep, first_published_on=first_published(keep), state=state)
        return keep


def _move_citations(keep: Claim, drop: Claim) -> None:
    given = set(keep.citations.values_list("article_id", "quote"))
    for citation in drop.citations.all():
        if (citation.article_id, citation.quote) not in given:
            Citation.objects.filter(pk=citation.pk).update(claim=keep)


def merge_sources(*, keep: Source, drop: Source, by: Any, why: str) -> Source:
    """``drop`` points to ``keep``, which takes its names, bodies, sides, articles, relays and claims.

    Claims that become equal by it are merged too.
    """
    require(by, "merge_sources")
    if keep.pk == drop.pk:
        raise Refused(say("A source cannot be merged with itself."))
    if keep.merged_into_id or drop.merged_into_id:
        raise Refused(say("One of the two was merged into another already."))
    if keep.parent_id == drop.pk:
        keep.parent = drop.parent
    with making(by=by, why=why, verb="merge_sources"):
        keep.save(update_fields=["parent"])
        SourceAlias.objects.filter(source=drop).update(source=keep)
        Source.objects.filter(parent=drop).exclude(pk=keep.pk).update(parent=keep)
        Source.objects.filter(Q(merged_into=drop)).update(merged_into=keep)
        _move_affiliations(keep, drop)
        Article.objects.filter(publisher=drop).update(publisher=keep)
        Citation.objects.filter(relayed_via=drop).update(relayed_via=keep)
        Milestone.objects.filter(source=drop).update(source=keep)
        _move_claims(keep, drop, by=by, why=why)
        drop.merged_into, drop.parent = keep, None
        drop.save(update_fields=["merged_into", "parent"])
        return keep


def _move_affiliations(keep: Source, drop: Source) -> None:
    stated = set(keep.affiliations.values_list("party_id", "since"))
    for affiliation in drop.affiliations.all():
        if (affiliation.party_id, affiliation.since) in stated:
            affiliation.delete()
        else:
            Affiliation.objects.filter(pk=affiliation.pk).update(source=keep)


def _move_claims(keep: Source, drop: Source, *, by: Any, why: str) -> None:
    for claim in Claim.objects.filter(voice=drop).with_names():
        claim.voice = keep
        claim.claimant = keep if claim.claimant_id else None
        twin = equal_claim(claim) if claim.state in LIVE_STATES else None
        if twin:
            # The two must not stand side by side, even for a moment: the unique constraint is immediate.
            merge_claims(keep=twin, drop=Claim.objects.with_names().get(pk=claim.pk), by=by, why=why)
        touch(claim, voice=claim.voice, claimant=claim.claimant)
    for colour in LineColour.objects.filter(voice=drop).select_related("conflict"):
        given, conflict = colour.colour, colour.conflict
        colour.delete()
        give_colour(by=by, why=why, conflict=conflict, voice=keep, colour=given)
