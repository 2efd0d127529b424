"""Two claims picked to be set against each other, read from the address, with all that the page says of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.translation import gettext as _

from tracker.charts.intervals import Bar, Words, draw_intervals, is_log
from tracker.charts.timeline import with_first_report
from tracker.ledger.comparing_rule import Rule
from tracker.ledger.filters import Note
from tracker.ledger.models import Claim, Conflict, Party
from tracker.ledger.parties import PartyTree
from tracker.ledger.querysets import UNDOING
from tracker.ledger.verdicts import Verdict, verdict
from tracker.lib.numbers import BadCount, parse_count
from tracker.lib.vocabulary import Relation, State
from tracker.pages.dossier import meaning
from tracker.pages.relations import Neighbours, Relations

A, B = "a", "b"
MOST_CONFLICTS = 50
LONGEST_TYPED = 300
IN_AN_ADDRESS = re.compile(r"claims/([0-9]{1,19})")


@dataclass(frozen=True)
class Undone:
    """The claim by which its claimant corrected or withdrew another."""

    number: int
    relation: Relation
    day: date
    words: str


@dataclass(frozen=True)
class Side:
    """One of the two claims with its letter, the numbers that it can mean, and what became of it."""

    letter: str
    claim: Claim
    meaning: str
    undone: Undone | None


@dataclass(frozen=True)
class Pair:
    """The claims ``a`` and ``b``, as far as they are named and published; ``typed`` is what stood in the address."""

    a: Claim | None
    b: Claim | None
    typed: Mapping[str, str]
    notes: tuple[Note, ...]

    @classmethod
    def read(cls, given: Mapping[str, Any]) -> Pair:
        """From URL parameters: a claim's number or its address. What cannot be used is said in ``notes``."""
        typed = {name: given.get(name, "").strip()[:LONGEST_TYPED] for name in (A, B)}
        notes: list[Note] = []
        numbers = {name: number for name in (A, B) if (number := _number(name, typed[name], notes)) is not None}
        claims = _published(set(numbers.values()))
        for name, number in numbers.items():
            if number not in claims:
                notes.append(Note(name, _("No published claim has the number %(number)s.") % {"number": number}))
        found = {name: claims.get(number) for name, number in numbers.items()}
        a, b = found.get(A), found.get(B)
        if a and b and a.pk == b.pk:
            notes.append(Note(B, _("This is the same claim as A: choose another.")))
            b = None
        # One claim is enough to be offered others: it is A, wherever it was typed.
        return cls(a, b, typed, tuple(notes)) if a or not b else cls(b, None, {A: typed[B], B: ""}, tuple(notes))

    @property
    def complete(self) -> bool:
        return bool(self.a and self.b)

    @cached_property
    def tree(self) -> PartyTree:
        """The parties of the conflicts of both: one query."""
        conflicts = {claim.conflict_id for claim in (self.a, self.b) if claim}
        return PartyTree(Party.objects.filter(conflict__in=conflicts))

    @cached_property
    def verdict(self) -> Verdict:
        if not self.a or not self.b:
            raise ValueError("a pair needs two claims")
        return verdict(self.a, self.b, self.tree)

    @cached_property
    def relations(self) -> Relations | None:
        """The claims that A can be set against, while there is no B: two queries."""
        if self.b or not self.a:
            return None
        near = Neighbours.of(self.a, self.tree)
        loaded = Claim.objects.filter(pk__in=list(near.shown)).with_names()
        return Relations.of(self.a, near, loaded, self.tree)

    @property
    def sides(self) -> list[Side]:
        """Both claims, as far as they are there."""
        lettered = (("A", self.a), ("B", self.b))
        return [Side(letter, claim, meaning(claim), _undone(claim)) for letter, claim in lettered if claim]

    @property
    def first_difference(self) -> Rule | None:
        return self.verdict.comparison.differs

    @property
    def swapped(self) -> str:
        """The address with A and B in each other's place."""
        return compare_address(self.b, self.a)

    @cached_property
    def drawing(self) -> str:
        """Both intervals on one scale, as an SVG safe to be put in the page; empty when neither has a number."""
        bars = [Bar(f"{side.letter}: {side.claim.figure}", side.claim.interval) for side in self.sides]
        if not any(bar.interval for bar in bars):
            return ""
        # Of figures that do not count the same people, a number that would fit both says nothing.
        both = _("fits both") if self.verdict.comparison.comparable else ""
        return draw_intervals(bars, Words(self.drawn_in_words, both, _("in words only: no number")))

    @property
    def drawn_in_words(self) -> str:
        """What the drawing shows, for those who do not see it."""
        said = [
            _("%(letter)s: %(figure)s can mean %(numbers)s")
            % {
                "letter": side.letter,
                "figure": side.claim.figure,
                "numbers": side.meaning or _("this number only"),
            }
            for side in self.sides
        ]
        scale = _("logarithmic scale") if self.logarithmic else _("linear scale")
        return "; ".join([*said, scale])

    @property
    def logarithmic(self) -> bool:
        return is_log([Bar("", claim.interval) for claim in (self.a, self.b) if claim])


def compare_address(a: Claim | None, b: Claim | None = None) -> str:
    """The address of the page that sets two claims against each other."""
    named = {name: claim.pk for name, claim in ((A, a), (B, b)) if claim}
    return f"{reverse('compare')}?{urlencode(named)}"


def conflicts_to_pick_from() -> Iterable[Conflict]:
    """Where a reader without a claim finds one: one query."""
    return Conflict.objects.order_by("-start", "name")[:MOST_CONFLICTS]


def _number(name: str, typed: str, notes: list[Note]) -> int | None:
    if not typed:
        return None
    address = IN_AN_ADDRESS.search(typed)
    try:
        return parse_count(address[1] if address else typed)
    except BadCount:
        said = _("“%(typed)s” is neither a claim's number nor its address.") % {"typed": typed[:40]}
        notes.append(Note(name, said))
        return None


def _published(numbers: set[int]) -> dict[int, Claim]:
    """Published claims by the number asked for, a merged one's number leading to the claim that was kept."""
    if not numbers:
        return {}
    undoing = Claim.objects.published().filter(follows=OuterRef("pk"), relation__in=UNDOING).order_by("as_of", "id")
    undone = undoing.values(said=JSONObject(id="id", relation="relation", day="as_of", words="as_worded"))[:1]
    rows = with_first_report(Claim.objects.published()).annotate(undone=Subquery(undone))
    claims = {claim.pk: claim for claim in rows.filter(pk__in=numbers)}
    if missing := numbers - claims.keys():
        merged = Claim.objects.filter(pk__in=missing, merged_into__state=State.PUBLISHED.value)
        kept = dict(merged.values_list("pk", F("merged_into")))
        found = {claim.pk: claim for claim in rows.filter(pk__in=set(kept.values()))} if kept else {}
        claims |= {number: found[into] for number, into in kept.items()}
    return claims


def _undone(claim: Claim) -> Undone | None:
    said = getattr(claim, "undone", None)
    if not said:
        return None
    return Undone(said["id"], Relation(said["relation"]), date.fromisoformat(said["day"]), said["words"])
