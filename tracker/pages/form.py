"""The filter as a form, and the addresses a view leads to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.ledger.filters import ALL_SIDES
from tracker.ledger.models import Party
from tracker.ledger.parties import PartyTree
from tracker.lib.tongue import number
from tracker.lib.vocabulary import Outcome, Scope, Stance, Status
from tracker.pages.display import MEASURES, NEWEST, ORDERS, PANELS, SCALES
from tracker.pages.toll import Toll

MOST_CLAIMANTS_LISTED = 200
APART = "apart"
"""``chart=apart``: the figure of the counts that stand alone."""
LOOKING_BACK = ["known_on", "logged_on"]
STANCES = {
    Stance.OWN: gettext_lazy("The side itself (conceded)"),
    Stance.ENEMY: gettext_lazy("The enemy (alleged)"),
    Stance.THIRD: gettext_lazy("Third parties"),
    Stance.MONITOR: gettext_lazy("Monitors"),
}
STATUSES = {
    Status.ANY: gettext_lazy("Civilians and combatants in one number, or not said"),
    Status.CIVILIAN: gettext_lazy("Civilians"),
    Status.COMBATANT: gettext_lazy("Combatants"),
    Status.UNKNOWN: gettext_lazy("Status undetermined"),
}
SCOPES = {
    Scope.CUMULATIVE: gettext_lazy("Totals so far"),
    Scope.PERIOD: gettext_lazy("In a day or period"),
    Scope.INCIDENT: gettext_lazy("In one incident"),
    Scope.BACKGROUND: gettext_lazy("Of other wars"),
}


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Select:
    """One field of the filter with a few answers."""

    name: str
    label: str
    options: list[Option]


@dataclass(frozen=True)
class DayField:
    name: str
    label: str
    value: str


@dataclass(frozen=True)
class FilterForm:
    selects: list[Select]
    days: list[DayField]
    claimants: list[Option]
    drawings: list[Select]
    """How the chart is drawn."""
    kept: list[tuple[str, str]]
    """What the form leaves alone: sent along, not shown; the days looked back to have a form of their own."""


@dataclass(frozen=True)
class Link:
    label: str
    address: str
    current: bool = False
    ident: str = ""


def filter_form(toll: Toll) -> FilterForm:
    """The form as it stands for this view."""
    chosen, display = toll.chosen, toll.display
    picked = {source.slug for source in chosen.claimants}
    voices = toll.conflict.voices[:MOST_CLAIMANTS_LISTED]
    claimants = [
        Option(row["slug"], f"{row['name']} ({number(row['claims'])})", row["slug"] in picked) for row in voices
    ]
    listed = {option.value for option in claimants}
    claimants += [Option(source.slug, source.name, True) for source in chosen.claimants if source.slug not in listed]
    party = ALL_SIDES if chosen.together else chosen.party.slug if chosen.party else ""
    anyone = [("", _("Anyone: all counts")), *((s.value, str(t)) for s, t in STATUSES.items())]
    said_by = [("", _("Anyone")), *((s.value, str(t)) for s, t in STANCES.items())]
    selects = [
        _select("outcome", _("Outcome"), ((o.value, o.label.capitalize()) for o in Outcome), chosen.outcome.value),
        _select("status", _("Who"), anyone, chosen.status or ""),
        _select("party", _("Whose people"), [("", _("All parties")), *_parties(chosen.tree)], party),
        _select("scope", _("Counted over"), ((s.value, str(t)) for s, t in SCOPES.items()), chosen.scope.value),
        _select("stance", _("Said by"), said_by, chosen.stance or ""),
    ]
    days = [
        DayField("from", _("From"), chosen.start.isoformat() if chosen.start else ""),
        DayField("to", _("To"), chosen.end.isoformat() if chosen.end else ""),
    ]
    drawings = [
        _select("scale", _("Scale"), ((v, str(t).capitalize()) for v, t in SCALES.items()), display.scale),
        _select("measure", _("Drawn"), ((v, str(t).capitalize()) for v, t in MEASURES.items()), display.measure),
        _select("panels", _("Panels"), ((v, str(t).capitalize()) for v, t in PANELS.items()), display.panels),
    ]
    kept = [(name, value) for name, value in display.params().items() if value and name not in display.drawn()]
    kept += [(name, day.isoformat()) for name in LOOKING_BACK if (day := getattr(chosen, name))]
    return FilterForm(selects, days, sorted(claimants, key=lambda option: not option.chosen), drawings, kept)


def _select(name: str, label: str, options: Iterable[tuple[str, str]], picked: str) -> Select:
    return Select(name, label, [Option(value, words, value == str(picked)) for value, words in options])


def _parties(tree: PartyTree) -> list[tuple[str, str]]:
    found = [(ALL_SIDES, _("All sides in one number"))]

    def add(party: Party) -> None:
        depth = len(tree.ancestors(party.pk)) - 1
        found.append((party.slug, "\u2003" * depth + party.name))
        for member in tree:
            if member.parent_id == party.pk:
                add(member)

    for party in tree:
        if party.parent_id is None:
            add(party)
    return found


def links(toll: Toll) -> dict[str, object]:
    """The addresses that a view leads to: its page and data, its orders and neighbours, the default view."""
    slug, table = toll.conflict.slug, toll.table
    asked = toll.chosen.params()
    drawn = toll.chosen.params(**toll.display.drawn())
    return {
        "canonical": address(toll),
        "csv": _with(reverse("claims_csv", args=[slug]), asked),
        "figure": _with(reverse("figure", args=[slug]), drawn),
        "apart": _with(reverse("figure", args=[slug]), toll.chosen.params(chart=APART, **toll.display.drawn())),
        "periods": view_address(toll, scope=Scope.PERIOD.value),
        "incidents": view_address(toll, scope=Scope.INCIDENT.value),
        "plain": reverse("conflict", args=[slug]),
        "before": view_address(toll, page=str(table.before)) if table.before else "",
        "after": view_address(toll, page=str(table.after)) if table.after else "",
        "orders": [_order_link(toll, order) for order in ORDERS],
    }


def _order_link(toll: Toll, order: str) -> Link:
    there = view_address(toll, order="" if order == NEWEST else order)
    return Link(str(ORDERS[order]).capitalize(), there, order == toll.display.order)


def address(toll: Toll) -> str:
    """The view's own address, without what is at its default."""
    page = toll.display.page
    return view_address(toll, page=str(page) if page > 1 else "")


def view_address(toll: Toll, **changed: str) -> str:
    """The view's address with some of its parameters changed; back on the first page of its table."""
    said = toll.chosen.params(**toll.display.params(**changed))
    return _with(reverse("conflict", args=[toll.conflict.slug]), said)


def _with(path: str, params: str) -> str:
    return f"{path}?{params}" if params else path
