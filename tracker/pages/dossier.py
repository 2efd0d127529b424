"""What belongs to one claim: citations, relatives, the claims of its day it is compared with, history."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from tracker.ledger import history
from tracker.ledger.comparing import Comparison, Counted, Rule, compare, span_in_words
from tracker.ledger.models import Citation, Claim
from tracker.ledger.parties import PartyTree
from tracker.ledger.stances import Sides
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Stance, State

MOST_COMPARED = 30


@dataclass(frozen=True)
class Compared:
    """Another standing claim of the same day, and how the two lie to each other."""

    claim: Claim
    comparison: Comparison
    contradicts: bool


@dataclass(frozen=True)
class Apart:
    """Claims of the day that may not be compared, by the first rule that fails."""

    rule: Rule
    claims: list[Compared]
    more: int


@dataclass(frozen=True)
class Dossier:
    citations: list[Citation]
    parts: list[Claim]
    whole: Claim | None
    before: Claim | None
    followers: list[Claim]
    comparable: list[Compared]
    apart: list[Apart]
    history: list[history.ChangeInWords]
    stance: Stance
    span: str
    meaning: str

    @classmethod
    def of(cls, claim: Claim) -> Dossier:
        """Everything about a published claim; its relatives are shown when they are published too."""
        tree = PartyTree.of(claim.conflict)
        compared = _compared(claim, tree)
        related = Claim.objects.published().with_names()
        return cls(
            citations=list(citations_of(claim)),
            parts=list(related.filter(part_of=claim)),
            whole=_shown(claim.part_of),
            before=_shown(claim.follows),
            followers=list(related.filter(follows=claim).order_by("as_of", "id")),
            comparable=sorted((c for c in compared if c.comparison.comparable), key=_contradicting_first),
            apart=_apart([c for c in compared if not c.comparison.comparable]),
            history=history.of_claim(claim.pk),
            stance=Sides.of(claim.conflict, tree).stance(claim.voice, claim.party_id, claim.as_of),
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
        return "no number is read into it"
    if interval.high is None:
        return f"{interval.low:,} or more"
    return f"{interval.low:,} to {interval.high:,}"


def _shown(claim: Claim | None) -> Claim | None:
    return claim if claim and claim.state == State.PUBLISHED.value else None


def _compared(claim: Claim, tree: PartyTree) -> list[Compared]:
    """Every other standing claim of the same outcome on the day that the claim holds for."""
    standing = Claim.objects.about(claim.conflict).counting(claim.outcome).standing_on(claim.as_of).with_names()
    counted = Counted.of(claim)
    found = []
    for other in standing:
        if other.pk == claim.pk:
            continue
        comparison = compare(counted, Counted.of(other), tree)
        disjoint = claim.interval and other.interval and not claim.interval.overlaps(other.interval)
        found.append(Compared(other, comparison, bool(comparison.comparable and disjoint)))
    return found


def _contradicting_first(compared: Compared) -> tuple[bool, int]:
    return not compared.contradicts, -compared.claim.as_of.toordinal()


def _apart(compared: list[Compared]) -> list[Apart]:
    grouped: dict[Rule, list[Compared]] = defaultdict(list)
    for each in compared:
        if each.comparison.differs:
            grouped[each.comparison.differs].append(each)
    ordered = sorted(grouped.items(), key=lambda pair: -pair[0].number)
    return [Apart(rule, _near(rows)[:MOST_COMPARED], max(0, len(rows) - MOST_COMPARED)) for rule, rows in ordered]


def _near(rows: list[Compared]) -> list[Compared]:
    """Parts and wholes first, then the newest."""
    return sorted(rows, key=lambda each: (each.comparison.contains is None, -each.claim.as_of.toordinal()))
