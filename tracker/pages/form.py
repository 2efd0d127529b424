"""The filter as a form, and the addresses a view leads to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.ledger.filters import ALL_SIDES, ClaimFilter
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
    many: int | None = None
    """How many claims there are."""


def filter_form(toll: Toll) -> FilterForm:
    """The form as it stands for this view, each choice with the number of claims that it would find."""
    chosen, display = toll.chosen, toll.display
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
    return FilterForm(_selects(toll), days, _claimants(toll), drawings, kept)


def _selects(toll: Toll) -> list[Select]:
    chosen = toll.chosen
    outcomes = ((o.value, o.label.capitalize()) for o in Outcome)
    people: list[Choice] = [(None, "", _("Anyone: all counts")), *((s, s.value, str(t)) for s, t in STATUSES.items())]
    spans: list[Choice] = [(s, s.value, str(t)) for s, t in SCOPES.items()]
    said_by: list[Choice] = [(None, "", _("Anyone")), *((s, s.value, str(t)) for s, t in STANCES.items())]
    parties = [
        ({"party": None, "together": False}, "", _("All parties")),
        ({"party": None, "together": True}, ALL_SIDES, _("All sides in one number")),
        *(({"party": party, "together": False}, party.slug, words) for party, words in _parties(chosen.tree)),
    ]
    party = ALL_SIDES if chosen.together else chosen.party.slug if chosen.party else ""
    return [
        _select("outcome", _("Outcome"), outcomes, chosen.outcome.value),
        _select("status", _("Who"), _counted(toll, _asking("status", people)), chosen.status or ""),
        _select("party", _("Whose people"), _counted(toll, parties), party),
        _select("scope", _("Counted over"), _counted(toll, _asking("scope", spans)), chosen.scope.value),
        _select("stance", _("Said by"), _counted(toll, _asking("stance", said_by)), chosen.stance or ""),
    ]


Choice = tuple[Any, str, str]
"""What a choice sets in the filter, its value in the address, and its words."""


def _asking(name: str, choices: list[Choice]) -> list[Choice]:
    return [({name: term}, value, words) for term, value, words in choices]


def _counted(toll: Toll, choices: list[Choice]) -> list[tuple[str, str]]:
    """The value of each choice, and its words with how many claims the view would have were it chosen."""
    filters = [replace(toll.chosen, **asks) for asks, _value, _words in choices]
    numbers = toll.record.tally(toll.chosen).many(filters)
    return [(value, with_number(words, many)) for (_asks, value, words), many in zip(choices, numbers, strict=True)]


def with_number(words: str, many: int) -> str:
    """A choice and how many claims it finds: "Civilians (41)"."""
    return f"{words} ({number(many) if many else _('none')})"


def _claimants(toll: Toll) -> list[Option]:
    """The voices with most claims, those chosen first."""
    chosen = toll.chosen
    picked = {source.slug for source in chosen.claimants}
    voices = toll.conflict.voices[:MOST_CLAIMANTS_LISTED]
    numbers = toll.record.tally(chosen).voices(chosen)
    claimants = [
        Option(row["slug"], with_number(row["name"], numbers[row["id"]]), row["slug"] in picked) for row in voices
    ]
    listed = {option.value for option in claimants}
    claimants += [
        Option(source.slug, with_number(source.name, numbers[source.pk]), True)
        for source in chosen.claimants
        if source.slug not in listed
    ]
    return sorted(claimants, key=lambda option: not option.chosen)


def _select(name: str, label: str, options: Iterable[tuple[str, str]], picked: str) -> Select:
    return Select(name, label, [Option(value, words, value == str(picked)) for value, words in options])


def _parties(tree: PartyTree) -> list[tuple[Party, str]]:
    """Each party with its name, set in under the one that it belongs to."""
    found: list[tuple[Party, str]] = []

    def add(party: Party) -> None:
        depth = len(tree.ancestors(party.pk)) - 1
        found.append((party, "\u2003" * depth + party.name))
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
    return address_of(toll, toll.chosen, **changed)


def address_of(toll: Toll, chosen: ClaimFilter, **changed: str) -> str:
    """The address of what another filter finds, shown as this view is."""
    return _with(reverse("conflict", args=[toll.conflict.slug]), chosen.params(**toll.display.params(**changed)))


def _with(path: str, params: str) -> str:
    return f"{path}?{params}" if params else path
