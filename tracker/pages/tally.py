"""How many claims each choice of a filter would find, counted from the claims at hand: no query."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from tracker.ledger.filters import ClaimFilter
from tracker.ledger.models import Claim, Source
from tracker.lib.vocabulary import Relation, Stance

_WITHDRAWS = Relation.WITHDRAWS.value


class Sort(NamedTuple):
    """What the choices of a filter tell claims apart by."""

    status: str
    party_id: int | None
    scope: str
    stance: Stance


@dataclass(frozen=True)
class Tally:
    """The claims of one outcome and some days, by sort and by voice."""

    by_voice: dict[tuple[Sort, int], int]

    @classmethod
    def of(cls, claims: Iterable[Claim], chosen: ClaimFilter, voices: Mapping[int | None, Source]) -> Tally:
        """Of the claims of ``chosen.everything()`` those of its days; notes of withdrawal are none."""
        first, last, sides = chosen.first_day, chosen.last_day or date.max, chosen.sides
        changing = {voice for (_side, span), some in sides.spans().items() if any(span) for voice in some}
        alike = Counter(
            (claim.voice_id, claim.status, claim.party_id, claim.scope, claim.voice_id in changing and claim.as_of)
            for claim in claims
            if first <= claim.as_of <= last and claim.relation != _WITHDRAWS
        )
        by_voice: Counter[tuple[Sort, int]] = Counter()
        for (voice, status, party, scope, day), many in alike.items():
            stance = sides.stance(voices[voice], party, day or first)
            by_voice[Sort(status, party, scope, stance), voice] += many
        return cls(by_voice)

    @cached_property
    def _everyone(self) -> Counter[Sort]:
        return _summed(self.by_voice, self.by_voice)

    def many(self, choices: Iterable[ClaimFilter]) -> list[int]:
        """How many claims each filter finds; their outcome and days are those of the tally, and claimants the same."""
        asked = list(choices)
        wanted = {voice.pk for each in asked[:1] for voice in each.claimants}
        sorts = self._everyone
        if wanted:
            sorts = _summed(self.by_voice, [key for key in self.by_voice if key[1] in wanted])
        fitting = [_fitting(each) for each in asked]
        return [sum(many for sort, many in sorts.items() if fits(sort)) for fits in fitting]

    def voices(self, chosen: ClaimFilter) -> Counter[int]:
        """How many claims the filter finds of each voice, were it asked for."""
        found: Counter[int] = Counter()
        fits = _fitting(chosen)
        for (sort, voice), many in self.by_voice.items():
            if fits(sort):
                found[voice] += many
        return found


def _summed(by_voice: dict[tuple[Sort, int], int], keys: Iterable[tuple[Sort, int]]) -> Counter[Sort]:
    found: Counter[Sort] = Counter()
    for key in keys:
        found[key[0]] += by_voice[key]
    return found


def _fitting(chosen: ClaimFilter) -> Callable[[Sort], bool]:
    """Whether the filter finds claims of a sort: ``ClaimFilter.rows`` without a database."""
    parties = chosen.tree.descendants(chosen.party.pk) if chosen.party else {None}
    any_party = not chosen.party and not chosen.together

    def fits(sort: Sort) -> bool:
        return (
            sort.scope == chosen.scope.value
            and (any_party or sort.party_id in parties)
            and (not chosen.status or sort.status == chosen.status.value)
            and (not chosen.stance or sort.stance is chosen.stance)
        )

    return fits
