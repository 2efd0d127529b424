"""Ready answers for reporters: views that one asks for often, each one click away."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tracker.ledger.filters import ALL_SIDES
from tracker.lib.vocabulary import Stance, Status
from tracker.pages.display import LATEST
from tracker.pages.form import Link, address, view_address
from tracker.pages.toll import Toll

PLAIN = {"status": "", "party": "", "stance": "", "claimant": "", "scope": "", "only": ""}
"""What every ready view sets anew; days, outcome and how the chart is drawn are kept."""


@dataclass(frozen=True)
class Ready:
    """A view by the parameters that it sets; ``title`` says what it answers, above its first sentence."""

    ident: str
    label: str | Promise
    title: str | Promise
    asks: dict[str, str] = field(default_factory=dict)


READY = [
    Ready("all", _("All totals"), ""),
    Ready("latest", _("Latest by claimant"), _("Each claimant's latest count."), {"only": LATEST}),
    Ready("civilians", _("Civilians"), _("Civilians only."), {"status": Status.CIVILIAN.value}),
    Ready("own", _("Each side about its own"), _("Each side about its own people."), {"stance": Stance.OWN.value}),
    Ready("enemy", _("Each about the other"), _("Each side about the other's people."), {"stance": Stance.ENEMY.value}),
    Ready("third", _("Third parties"), _("Claimants that speak for no side."), {"stance": Stance.THIRD.value}),
    Ready("together", _("All sides in one number"), _("All sides counted in one number."), {"party": ALL_SIDES}),
]


def ready_links(toll: Toll) -> list[Link]:
    """A link for each ready view, the one shown marked as current."""
    here = address(toll)
    found = []
    for each in READY:
        there = view_address(toll, **PLAIN | each.asks)
        found.append(Link(str(each.label), there, there == here, f"ready-{each.ident}"))
    return found


def title(toll: Toll) -> str:
    """What the ready view that is shown answers; empty for other views."""
    here = address(toll)
    return next((str(each.title) for each in READY if view_address(toll, **PLAIN | each.asks) == here), "")
