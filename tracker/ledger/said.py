"""What a voice said before and after a draft, for the checks at entry: asked of the ledger, or loaded for many drafts.

Only live claims count. A line's earlier and later figures leave out withdrawals, and claims that were corrected or
withdrawn since.
"""

from __future__ import annotations

import copy
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Protocol, Self

from django.db.models import Q, Subquery

from tracker.ledger.comparable import line_of
from tracker.ledger.models import Claim, Conflict, Party
from tracker.ledger.models.claims import LIVE_STATES
from tracker.ledger.parties import PartyTree
from tracker.ledger.querysets import UNDOING, ClaimQuerySet
from tracker.lib.vocabulary import Relation, Scope

MOST_OF_A_DAY = 500
"""Claims of one voice on one day that a draft is held against."""


class Said(Protocol):
    """Questions about what the draft's voice said, the draft itself and a claim that it takes back aside."""

    def same_day(self, draft: Claim) -> list[Claim]:
        """Everything for the draft's day."""

    def before(self, draft: Claim, published_on: date | None) -> Claim | None:
        """The last figure of the draft's line up to its day; one of that day only if it was printed by then."""

    def after(self, draft: Claim) -> Claim | None:
        """The first figure of the draft's line for a later day."""

    def in_scope(self, draft: Claim, scope: Scope, days: list[date], start: date | None = None) -> list[Claim]:
        """Figures about the same people in another scope, as of these days, the one to be believed last of each."""

    def parts(self, draft: Claim) -> list[Claim]:
        """The claims marked as parts of the draft, whoever made them."""

    def tree(self, draft: Claim) -> PartyTree:
        """The parties of the draft's conflict."""


class Asked:
    """Each question is asked of the ledger: for one draft."""

    def same_day(self, draft: Claim) -> list[Claim]:
        """One query."""
        of_the_day = Claim.objects.filter(conflict=draft.conflict_id, voice=draft.voice_id, as_of=draft.as_of)
        return list(_live(of_the_day.exclude(pk=draft.pk) if draft.pk else of_the_day)[:MOST_OF_A_DAY])

    def before(self, draft: Claim, published_on: date | None) -> Claim | None:
        """One query."""
        return self.earlier(draft, published_on).first()

    def after(self, draft: Claim) -> Claim | None:
        """One query."""
        return self.later(draft).first()

    def earlier(self, draft: Claim, published_on: date | None) -> ClaimQuerySet:
        """The figures of the draft's line up to its day, the last first."""
        earlier = self._line(draft).filter(as_of__lte=draft.as_of)
        if published_on:
            # Counts rise within a day: one printed later is no earlier count.
            earlier = earlier.exclude(as_of=draft.as_of, first_published_on__gt=published_on)
        return earlier.order_by("-as_of", "-first_published_on", "-id")

    def later(self, draft: Claim) -> ClaimQuerySet:
        """The figures of the draft's line for later days, the first first."""
        return self._line(draft).filter(as_of__gt=draft.as_of).order_by("as_of", "id")

    def in_scope(self, draft: Claim, scope: Scope, days: list[date], start: date | None = None) -> list[Claim]:
        """One query."""
        rows = self._figures(_twin(draft, scope)).filter(as_of__in=days)
        rows = rows.filter(period_start=start) if start else rows
        return list(rows.order_by("as_of", "first_published_on", "id"))

    def parts(self, draft: Claim) -> list[Claim]:
        """One query; none for a draft that is not saved."""
        return list(_live(Claim.objects.filter(part_of=draft.pk))) if draft.pk else []

    def tree(self, draft: Claim) -> PartyTree:
        """One query."""
        return PartyTree.of(draft.conflict)

    def _line(self, draft: Claim) -> ClaimQuerySet:
        taken_back = _taken_back_by(draft)
        figures = self._figures(draft)
        return figures.exclude(pk=taken_back) if taken_back else figures

    def _figures(self, draft: Claim) -> ClaimQuerySet:
        return _live(Claim.objects.same_line_as(draft)).figures().not_taken_back_by(None)


class Loaded:
    """What was said, loaded at once: two queries for any number of drafts."""

    def __init__(self, rows: ClaimQuerySet, conflicts: Iterable[int]) -> None:
        self._of_a_day: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
        self._of_a_line: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
        self._parts: dict[int | None, list[Claim]] = defaultdict(list)
        for claim in _live(rows).with_whether_taken_back():
            self._of_a_day[claim.conflict_id, claim.voice_id, claim.as_of].append(claim)
            self._parts[claim.part_of_id].append(claim)
            if claim.relation != Relation.WITHDRAWS.value and not getattr(claim, "is_taken_back", False):
                self._of_a_line[claim.conflict_id, line_of(claim)].append(claim)
        parties: dict[int, list[Party]] = {conflict: [] for conflict in conflicts}
        for party in Party.objects.filter(conflict__in=parties):
            parties[party.conflict_id].append(party)
        self._trees = {conflict: PartyTree(theirs) for conflict, theirs in parties.items()}

    @classmethod
    def of_voices(cls, conflict: Conflict, voices: Iterable[int]) -> Self:
        """All that these voices said in a conflict: for many drafts that are not saved yet."""
        return cls(Claim.objects.about(conflict).filter(voice__in=set(voices)), [conflict.pk])

    @classmethod
    def around(cls, drafts: Mapping[Claim, date | None]) -> Self:
        """What is next to a few saved drafts, each with the day its article was published; however much was said."""
        wanted = Q(part_of__in=[draft.pk for draft in drafts])
        asked = Asked()
        for draft, published_on in drafts.items():
            eve = [draft.period_start - timedelta(days=1)] if draft.period_start else []
            wanted |= Q(conflict=draft.conflict_id, voice=draft.voice_id, as_of__in=[draft.as_of, *eve])
            for next_to_it in (asked.earlier(draft, published_on), asked.later(draft)):
                wanted |= Q(pk=Subquery(next_to_it.values("pk")[:1]))
        return cls(Claim.objects.filter(wanted), {draft.conflict_id for draft in drafts})

    def same_day(self, draft: Claim) -> list[Claim]:
        """From memory."""
        of_the_day = self._of_a_day.get((draft.conflict_id, draft.voice_id, draft.as_of), [])
        return [claim for claim in of_the_day if claim.pk != draft.pk][:MOST_OF_A_DAY]

    def before(self, draft: Claim, published_on: date | None) -> Claim | None:
        """From memory."""
        earlier = [claim for claim in self._figures(draft) if claim.as_of <= draft.as_of]
        if published_on:
            earlier = [c for c in earlier if c.as_of < draft.as_of or _printed(c) <= published_on]
        return max(earlier, key=lambda claim: (claim.as_of, _printed(claim), claim.pk), default=None)

    def after(self, draft: Claim) -> Claim | None:
        """From memory."""
        later = [claim for claim in self._figures(draft) if claim.as_of > draft.as_of]
        return min(later, key=lambda claim: (claim.as_of, claim.pk), default=None)

    def in_scope(self, draft: Claim, scope: Scope, days: list[date], start: date | None = None) -> list[Claim]:
        """From memory."""
        twin = _twin(draft, scope)
        figures = [claim for claim in self._line_of(twin) if claim.pk != draft.pk]
        rows = [c for c in figures if c.as_of in days and (start is None or c.period_start == start)]
        return sorted(rows, key=lambda claim: (claim.as_of, _printed(claim), claim.pk))

    def parts(self, draft: Claim) -> list[Claim]:
        """From memory."""
        return self._parts.get(draft.pk, []) if draft.pk else []

    def tree(self, draft: Claim) -> PartyTree:
        """From memory."""
        return self._trees[draft.conflict_id]

    def _line_of(self, draft: Claim) -> list[Claim]:
        return self._of_a_line.get((draft.conflict_id, line_of(draft)), [])

    def _figures(self, draft: Claim) -> list[Claim]:
        aside = {draft.pk, _taken_back_by(draft)}
        return [claim for claim in self._line_of(draft) if claim.pk not in aside]


def _live(claims: ClaimQuerySet) -> ClaimQuerySet:
    return claims.filter(state__in=LIVE_STATES).with_names()


def _taken_back_by(draft: Claim) -> int | None:
    return draft.follows_id if draft.relation in UNDOING else None


def _twin(draft: Claim, scope: Scope) -> Claim:
    """The draft as a figure of another scope."""
    twin = copy.copy(draft)
    twin.scope, twin.counted_from = scope.value, None
    return twin


def _printed(claim: Claim) -> date:
    """The day of its earliest article; a claim without one comes last, as in the database's order."""
    return claim.first_published_on or date.max
