"""Ready answers for reporters: views that one asks for often, each one click away."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tracker.ledger.filters import ClaimFilter
from tracker.lib.vocabulary import Scope, Stance, Status
from tracker.pages.display import LATEST
from tracker.pages.form import Link, address, address_of
from tracker.pages.toll import Toll

PLAIN = {"status": None, "party": None, "together": False, "stance": None, "claimants": (), "scope": Scope.CUMULATIVE}
"""What every ready view sets anew; days, outcome and how the chart is drawn are kept."""


@dataclass(frozen=True)
class Ready:
    """A view by what it asks of the filter; ``title`` says what it answers, above its first sentence."""

    ident: str
    label: str | Promise
    title: str | Promise
    asks: dict[str, Any] = field(default_factory=dict)
    latest: bool = False

    def chosen(self, toll: Toll) -> ClaimFilter:
        """The filter of this view, on the days of another."""
        return replace(toll.chosen, **PLAIN | self.asks)

    def address(self, toll: Toll) -> str:
        """This view's address, drawn as the other is."""
        return address_of(toll, self.chosen(toll), only=LATEST if self.latest else "")


READY = [
    Ready("all", _("All totals"), ""),
    Ready("latest", _("Latest by claimant"), _("Each claimant's latest count."), latest=True),
    Ready("civilians", _("Civilians"), _("Civilians only."), {"status": Status.CIVILIAN}),
    Ready("own", _("Each side about its own"), _("Each side about its own people."), {"stance": Stance.OWN}),
    Ready("enemy", _("Each about the other"), _("Each side about the other's people."), {"stance": Stance.ENEMY}),
    Ready("third", _("Third parties"), _("Claimants that speak for no side."), {"stance": Stance.THIRD}),
    Ready("together", _("All sides in one number"), _("All sides counted in one number."), {"together": True}),
]


def ready_links(toll: Toll) -> list[Link]:
    """A link for each ready view with the number of its claims, the one shown marked as current."""
    here = address(toll)
    numbers = toll.record.tally(toll.chosen).many(each.chosen(toll) for each in READY)
    found = []
    for each, many in zip(READY, numbers, strict=True):
        there = each.address(toll)
        shown = _latest(toll) if each.latest else many
        found.append(Link(str(each.label), there, there == here, f"ready-{each.ident}", shown))
    return found


def _latest(toll: Toll) -> int:
    """How many totals of the view's days stand."""
    first = toll.chosen.first_day
    return sum(1 for claim in toll.standing if claim.scope == Scope.CUMULATIVE.value and claim.as_of >= first)


def title(toll: Toll) -> str:
    """What the ready view that is shown answers; empty for other views."""
    here = address(toll)
    return next((str(each.title) for each in READY if each.address(toll) == here), "")
