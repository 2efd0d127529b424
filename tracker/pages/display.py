"""How a view is shown, as the address says it: which claims are asked for is the filter's affair."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.ledger.filters import Note, unknown_word
from tracker.pages.paging import page_number

LINEAR, LOG = "linear", "log"
NEWEST, OLDEST, HIGHEST = "newest", "oldest", "highest"
SCALES = {LINEAR: gettext_lazy("linear"), LOG: gettext_lazy("logarithmic")}
TOTAL, DAILY = "total", "daily"
MEASURES = {TOTAL: gettext_lazy("totals"), DAILY: gettext_lazy("differences (computed)")}
TOGETHER, BY_PARTY = "one", "party"
PANELS = {TOGETHER: gettext_lazy("one chart"), BY_PARTY: gettext_lazy("by party")}
ORDERS = {
    NEWEST: gettext_lazy("newest first"),
    OLDEST: gettext_lazy("oldest first"),
    HIGHEST: gettext_lazy("highest first"),
}
LATEST = "latest"
"""``only=latest``: the table lists the standing claims alone."""


@dataclass(frozen=True)
class Display:
    """Scale, measure and panels of the chart; order, choice and page of the table."""

    scale: str = LINEAR
    measure: str = TOTAL
    panels: str = TOGETHER
    order: str = NEWEST
    latest: bool = False
    page: int = 1
    notes: tuple[Note, ...] = ()

    @classmethod
    def read(cls, given: Mapping[str, Any]) -> Display:
        """Read URL parameters; what cannot be used keeps its default and is said in ``notes``."""
        notes: list[Note] = []
        scale = known_word(given, "scale", SCALES, LINEAR, notes)
        measure = known_word(given, "measure", MEASURES, TOTAL, notes)
        panels = known_word(given, "panels", PANELS, TOGETHER, notes)
        if measure == DAILY and scale == LOG:
            notes.append(Note("scale", _("A fall has no logarithm: differences are drawn on a linear scale.")))
        order = known_word(given, "order", ORDERS, NEWEST, notes)
        only = known_word(given, "only", {LATEST: ""}, "", notes)
        page, wrong = page_number(given.get("page", ""))
        if wrong:
            notes.append(Note("page", wrong))
        return cls(scale, measure, panels, order, only == LATEST, page, tuple(notes))

    @property
    def log(self) -> bool:
        return self.scale == LOG

    @property
    def daily(self) -> bool:
        """Whether differences between totals are drawn in place of the totals."""
        return self.measure == DAILY

    @property
    def by_party(self) -> bool:
        """Whether each side has a panel of its own."""
        return self.panels == BY_PARTY

    @property
    def is_default_chart(self) -> bool:
        return not self.drawn()

    def drawn(self) -> dict[str, str]:
        """The URL parameters that change the drawing, defaults left out."""
        said = {
            "scale": LOG if self.log else "",
            "measure": DAILY if self.daily else "",
            "panels": BY_PARTY if self.by_party else "",
        }
        return {name: value for name, value in said.items() if value}

    def params(self, **changed: str) -> dict[str, str]:
        """Its URL parameters, defaults left out and the page forgotten unless ``changed`` names one."""
        said = self.drawn() | {
            "order": self.order if self.order != NEWEST else "",
            "only": LATEST if self.latest else "",
        }
        return said | changed


def known_word(
    given: Mapping[str, Any], name: str, known: Mapping[str, object], default: str, notes: list[Note]
) -> str:
    """The word of a URL parameter, if it is one of ``known``; else the default, and a note that says so."""
    typed: str = given.get(name, "").strip()
    if typed in known or not typed:
        return typed or default
    notes.append(Note(name, unknown_word(typed, name, known)))
    return default
