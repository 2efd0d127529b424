"""The filter as a form, the ready-made views, and the addresses a view leads to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from tracker.ledger.filters import ALL_SIDES
from tracker.ledger.models import Party
from tracker.ledger.parties import PartyTree
from tracker.lib.vocabulary import Outcome, Scope, Stance, Status
from tracker.pages.display import LATEST, LOG, NEWEST, ORDERS, SCALES
from tracker.pages.toll import Toll

MOST_CLAIMANTS_LISTED = 200
STANCES = {
    Stance.OWN: "The side itself (conceded)",
    Stance.ENEMY: "The enemy (alleged)",
    Stance.THIRD: "Third parties",
    Stance.MONITOR: "Monitors",
}
STATUSES = {
    Status.ANY: "Civilians and combatants in one number, or not said",
    Status.CIVILIAN: "Civilians",
    Status.COMBATANT: "Combatants",
    Status.UNKNOWN: "Status undetermined",
}
SCOPES = {
    Scope.CUMULATIVE: "Totals so far",
    Scope.PERIOD: "In a day or period",
    Scope.INCIDENT: "In one incident",
    Scope.BACKGROUND: "Of other wars",
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
    scales: list[Option]
    kept: list[tuple[str, str]]
    """What the form leaves alone: sent along, not shown."""


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
    claimants = [Option(row["slug"], f"{row['name']} ({row['claims']:,})", row["slug"] in picked) for row in voices]
    listed = {option.value for option in claimants}
    claimants += [Option(source.slug, source.name, True) for source in chosen.claimants if source.slug not in listed]
    party = ALL_SIDES if chosen.together else chosen.party.slug if chosen.party else ""
    anyone = [("", "Anyone: all counts"), *((s.value, t) for s, t in STATUSES.items())]
    said_by = [("", "Anyone"), *((s.value, t) for s, t in STANCES.items())]
    selects = [
        _select("outcome", "Outcome", ((o.value, o.label.capitalize()) for o in Outcome), chosen.outcome.value),
        _select("status", "Who", anyone, chosen.status or ""),
        _select("party", "Whose people", [("", "All parties"), *_parties(chosen.tree)], party),
        _select("scope", "Counted over", ((s.value, t) for s, t in SCOPES.items()), chosen.scope.value),
        _select("stance", "Said by", said_by, chosen.stance or ""),
    ]
    days = [
        DayField("from", "From", chosen.start.isoformat() if chosen.start else ""),
        DayField("to", "To", chosen.end.isoformat() if chosen.end else ""),
        DayField("known_on", "As known on", chosen.known_on.isoformat() if chosen.known_on else ""),
    ]
    scales = [Option(value, label.capitalize(), value == display.scale) for value, label in SCALES.items()]
    kept = [(name, value) for name, value in display.params().items() if value and name != "scale"]
    return FilterForm(selects, days, sorted(claimants, key=lambda option: not option.chosen), scales, kept)


def _select(name: str, label: str, options: Iterable[tuple[str, str]], picked: str) -> Select:
    return Select(name, label, [Option(value, words, value == str(picked)) for value, words in options])


def _parties(tree: PartyTree) -> list[tuple[str, str]]:
    found = [(ALL_SIDES, "All sides in one number")]

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


def ready_links(toll: Toll) -> list[Link]:
    """Views one asks for often, each one click away; days, scale and outcome are kept."""
    plain = {"status": "", "party": "", "stance": "", "claimant": "", "scope": "", "only": ""}
    asked: list[tuple[str, str, dict[str, str]]] = [
        ("all", "All totals", {}),
        ("latest", "Latest by claimant", {"only": LATEST}),
        ("civilians", "Civilians", {"status": Status.CIVILIAN.value}),
        ("own", "Each side about its own", {"stance": Stance.OWN.value}),
        ("enemy", "Each about the other", {"stance": Stance.ENEMY.value}),
        ("third", "Third parties", {"stance": Stance.THIRD.value}),
        ("together", "All sides in one number", {"party": ALL_SIDES}),
    ]
    here = address(toll)
    links = []
    for ident, label, changed in asked:
        there = _address(toll, **plain | changed)
        links.append(Link(label, there, there == here, f"ready-{ident}"))
    return links


def links(toll: Toll) -> dict[str, object]:
    """The addresses that a view leads to: its page and data, its orders and neighbours, the default view."""
    slug, table = toll.conflict.slug, toll.table
    asked = toll.chosen.params()
    drawn = toll.chosen.params(scale=LOG) if toll.display.log else asked
    return {
        "canonical": address(toll),
        "csv": _with(reverse("claims_csv", args=[slug]), asked),
        "figure": _with(reverse("figure", args=[slug]), drawn),
        "plain": reverse("conflict", args=[slug]),
        "before": _address(toll, page=str(table.before)) if table.before else "",
        "after": _address(toll, page=str(table.after)) if table.after else "",
        "orders": [_order_link(toll, order) for order in ORDERS],
    }


def _order_link(toll: Toll, order: str) -> Link:
    there = _address(toll, order="" if order == NEWEST else order)
    return Link(ORDERS[order].capitalize(), there, order == toll.display.order)


def address(toll: Toll) -> str:
    """The view's own address, without what is at its default."""
    page = toll.display.page
    return _address(toll, page=str(page) if page > 1 else "")


def _address(toll: Toll, **changed: str) -> str:
    said = toll.chosen.params(**toll.display.params(**changed))
    return _with(reverse("conflict", args=[toll.conflict.slug]), said)


def _with(path: str, params: str) -> str:
    return f"{path}?{params}" if params else path
