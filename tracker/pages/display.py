"""How a view is shown, as the address says it: which claims are asked for is the filter's affair."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tracker.ledger.filters import Note
from tracker.pages.paging import page_number

LINEAR, LOG = "linear", "log"
NEWEST, OLDEST, HIGHEST = "newest", "oldest", "highest"
SCALES = {LINEAR: "linear", LOG: "logarithmic"}
ORDERS = {NEWEST: "newest first", OLDEST: "oldest first", HIGHEST: "highest first"}
LATEST = "latest"
"""``only=latest``: the table lists the standing claims alone."""


@dataclass(frozen=True)
class Display:
    """Scale of the chart; order, choice and page of the table."""

    scale: str = LINEAR
    order: str = NEWEST
    latest: bool = False
    page: int = 1
    notes: tuple[Note, ...] = ()

    @classmethod
    def read(cls, given: Mapping[str, Any]) -> Display:
        """Read URL parameters; what cannot be used keeps its default and is said in ``notes``."""
        notes: list[Note] = []
        scale = _word(given, "scale", SCALES, LINEAR, notes)
        order = _word(given, "order", ORDERS, NEWEST, notes)
        only = _word(given, "only", {LATEST: ""}, "", notes)
        page, wrong = page_number(given.get("page", ""))
        if wrong:
            notes.append(Note("page", wrong))
        return cls(scale, order, only == LATEST, page, tuple(notes))

    @property
    def log(self) -> bool:
        return self.scale == LOG

    def params(self, **changed: str) -> dict[str, str]:
        """Its URL parameters, defaults left out and the page forgotten unless ``changed`` names one."""
        said = {
            "scale": LOG if self.log else "",
            "order": self.order if self.order != NEWEST else "",
            "only": LATEST if self.latest else "",
        }
        return said | changed


def _word(given: Mapping[str, Any], name: str, known: Mapping[str, str], default: str, notes: list[Note]) -> str:
    typed = given.get(name, "").strip()
    if typed in known or not typed:
        return typed or default
    notes.append(Note(name, f"“{typed[:40]}” is no {name} known here ({', '.join(known)}): left out."))
    return default
