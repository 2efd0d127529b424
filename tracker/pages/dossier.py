"""What belongs to one claim: citations, relatives, the claims of its day it is compared with, history."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q
from django.utils.translation import gettext as _

from tracker.ledger import history
from tracker.ledger.comparable import comparable
from tracker.ledger.comparing import Counted, span_in_words
from tracker.ledger.models import Citation, Claim
from tracker.ledger.origins import Origins, origins
from tracker.ledger.stances import Sides
from tracker.lib.counts import Qualifier
from tracker.lib.tongue import number
from tracker.lib.vocabulary import Stance, State
from tracker.pages.claim_loading import tree_of
from tracker.pages.relations import Neighbours, Relations


@dataclass(frozen=True)
class Dossier:
    citations: list[Citation]
    parts: list[Claim]
    whole: Claim | None
    before: Claim | None
    followers: list[Claim]
    relations: Relations
    origins: Origins
    history: list[history.ChangeInWords]
    stance: Stance
    span: str
    meaning: str

    @classmethod
    def of(cls, claim: Any) -> Dossier:
        """Everything about a published claim of ``claim_numbered``; its relatives are shown when they are published.

        Five queries, and one more for a history that names what the page does not.
        """
        tree, citations = tree_of(claim), citations_of(claim)
        sides, near = Sides.of(claim.conflict, tree), Neighbours.of(claim, tree)
        about_it = Q(pk__in=list(near.shown)) | Q(part_of=claim) | Q(follows=claim)
        shown = Claim.objects.published().with_names().with_channels().filter(about_it)
        related = list(shown.order_by("as_of", "id"))
        return cls(
            citations=citations,
            parts=[each for each in related if each.part_of_id == claim.pk],
            whole=_shown(claim.part_of),
            before=_shown(claim.follows),
            followers=[each for each in related if each.follows_id == claim.pk],
            relations=Relations.of(claim, near, related, tree),
            origins=origins(claim, comparable(related), sides),
            history=history.of_claim(claim.pk, _named(claim, citations)),
            stance=sides.stance(claim.voice, claim.party_id, claim.as_of),
            span=span_in_words(Counted.of(claim)),
            meaning=meaning(claim),
        )


def citations_of(claim: Claim) -> list[Citation]:
    """The claim's citations, the earliest article first, without the articles' stored text: one query."""
    rows = Citation.objects.filter(claim=claim).select_related("article__publisher", "relayed_via")
    return list(rows.defer("article__text").order_by("article__published_on", "id"))


def meaning(claim: Claim) -> str:
    """The numbers that a figure can mean, in words: "0 to 4,999"; empty for an exact one."""
    interval = claim.interval
    if claim.qualifier == Qualifier.EXACT.value:
        return ""
    if interval is None:
        return _("words alone: no number")
    if interval.high is None:
        return _("%(low)s or more") % {"low": number(interval.low)}
    return _("%(low)s to %(high)s") % {"low": number(interval.low), "high": number(interval.high)}


def _shown(claim: Claim | None) -> Claim | None:
    return claim if claim and claim.state == State.PUBLISHED.value else None


def _named(claim: Claim, citations: Iterable[Citation]) -> list[Model]:
    """The rows at hand that a history is likely to name."""
    rows: list[Model | None] = [claim, claim.conflict, claim.claimant, claim.voice, claim.party, claim.incident]
    rows += [claim.part_of, claim.follows]
    for citation in citations:
        rows += [citation.article, citation.relayed_via]
    return [row for row in rows if row]
