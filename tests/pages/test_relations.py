"""How claims lie to one claim, sorted from columns: the same as when each is loaded and judged by itself."""

from __future__ import annotations

from collections import Counter

import pytest

from tracker.ledger.models import Claim, Conflict
from tracker.ledger.parties import PartyTree
from tracker.ledger.verdicts import Finding, verdict
from tracker.lib.vocabulary import State
from tracker.pages.relations import CONTRADICTING, FITTING, PARTS, WHOLES, Neighbours

pytestmark = pytest.mark.django_db


def one_by_one(claim: Claim, tree: PartyTree) -> Counter[object]:
    """What a claim's neighbours are, each loaded and compared in full."""
    found: Counter[object] = Counter()
    standing = Claim.objects.about(claim.conflict).counting(claim.outcome).standing_on(claim.as_of).with_names()
    for other in standing:
        if other.pk == claim.pk:
            continue
        said = verdict(claim, other, tree)
        if said.finding is Finding.PART:
            found[PARTS if said.comparison.contains == "a" else WHOLES] += 1
        elif said.comparison.differs:
            found[said.comparison.differs] += 1
        else:
            found[CONTRADICTING if said.contradicts else FITTING] += 1
    return found


def test_the_neighbours_of_the_demos_claims_are_sorted_as_one_by_one(demo: Conflict) -> None:
    tree = PartyTree.of(demo)
    claims = Claim.objects.filter(conflict=demo, state=State.PUBLISHED.value).with_names().order_by("pk")
    for claim in list(claims)[::60]:
        near = Neighbours.of(claim, tree)
        assert {kind: len(rows) for kind, rows in near.of_kind.items()} == one_by_one(claim, tree), claim.pk


def test_those_that_contradict_are_those_not_behind_then_the_widest_gap(demo: Conflict) -> None:
    tree = PartyTree.of(demo)
    claims = {claim.pk: claim for claim in Claim.objects.filter(conflict=demo).with_names()}
    seen = 0
    for claim in list(claims.values())[::40]:
        rows = Neighbours.of(claim, tree).of_kind.get(CONTRADICTING, [])
        said = [verdict(claim, claims[near.pk], tree) for near in rows]
        assert [(near.behind, near.gap) for near in rows] == [(each.behind, each.gap) for each in said]
        assert said == sorted(said, key=lambda each: (each.behind, -each.gap))
        seen += len(said)
    assert seen > 10
