"""The one filter: page, chart, table, CSV, API and feed ask the same query and cannot disagree.

``ClaimFilter`` says which claims are asked for; how they are shown (linear or log) is the doors' affair. A new option
gets a field here, a line in ``_READERS``, ``rows``, ``params`` and ``in_words``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from tracker.ledger.models import Claim, Conflict, Party, Source
from tracker.ledger.parties import PartyTree
from tracker.ledger.stances import Sides, claims_with_stance
from tracker.lib.dates import BadDate, parse_day, show_day, show_span
from tracker.lib.vocabulary import Outcome, Scope, Stance, Status, Term

if TYPE_CHECKING:
    from tracker.ledger.querysets import ClaimQuerySet

ALL_SIDES = "together"
"""``party=together``: only counts of all sides' people in one number."""
MOST_CLAIMANTS = 50


@dataclass(frozen=True)
class Note:
    """A parameter that could not be used, and why, in words."""

    parameter: str
    message: str


@dataclass(frozen=True)
class ClaimFilter:
    """Which claims of a conflict are asked for. The defaults are the default view."""

    conflict: Conflict
    tree: PartyTree = field(compare=False, repr=False)
    sides: Sides = field(compare=False, repr=False)
    outcome: Outcome = Outcome.KILLED
    status: Status | None = None
    party: Party | None = None
    together: bool = False
    scope: Scope = Scope.CUMULATIVE
    claimants: tuple[Source, ...] = ()
    stance: Stance | None = None
    start: date | None = None
    end: date | None = None
    known_on: date | None = None
    notes: tuple[Note, ...] = field(default=(), compare=False)

    @classmethod
    def read(cls, given: Mapping[str, Any], conflict: Conflict) -> ClaimFilter:
        """Read URL parameters. What cannot be used is left at its default and said in ``notes``.

        ``given`` is a mapping of text to text, or a QueryDict. Lenient doors show the notes, strict ones refuse.
        """
        tree = PartyTree.of(conflict)
        chosen = cls(conflict, tree, Sides.of(conflict, tree))
        values: dict[str, Any] = {}
        notes: list[Note] = []
        for parameter, reader in _READERS.items():
            typed = _typed(given, parameter)
            if not typed:
                continue
            try:
                values |= reader(chosen, typed)
            except ValueError as wrong:
                notes.append(Note(parameter, str(wrong)))
            if "unread" in values:
                notes.append(Note(parameter, values.pop("unread")))
        start, end = values.get("start", chosen.first_day), values.get("end", chosen.last_day)
        if start and end and start > end:
            notes.append(Note("from", "The first day is after the last: the whole conflict is shown."))
            values.pop("start", None), values.pop("end", None)
        return replace(chosen, notes=tuple(notes), **values)

    @property
    def first_day(self) -> date:
        return self.start or self.conflict.start

    @property
    def last_day(self) -> date | None:
        return self.end or self.conflict.end

    def everything(self) -> ClaimQuerySet:
        """Published claims of this outcome, known by then, whoever is counted: what answers are drawn from."""
        rows = Claim.objects.about(self.conflict).published().counting(self.outcome)
        return rows.known_on(self.known_on) if self.known_on else rows

    def rows(self) -> ClaimQuerySet:
        """The claims asked for, in order of the day they hold for."""
        rows = self.everything().figures().filter(scope=self.scope.value, as_of__gte=self.first_day)
        if self.last_day:
            rows = rows.filter(as_of__lte=self.last_day)
        if self.status:
            rows = rows.filter(status=self.status.value)
        if self.together:
            rows = rows.filter(party__isnull=True)
        if self.party:
            rows = rows.filter(party__in=self.tree.descendants(self.party.pk))
        if self.claimants:
            rows = rows.filter(voice__in=[source.pk for source in self.claimants])
        if self.stance:
            rows = rows.filter(claims_with_stance(self.stance, self.sides, self.tree))
        return rows.order_by("as_of", "id")

    def params(self, **changed: str) -> str:
        """The filter as a query string, defaults left out: "status=civilian&to=2020-10-22"."""
        said = {
            "outcome": self.outcome.value if self.outcome is not Outcome.KILLED else "",
            "status": self.status.value if self.status else "",
            "party": ALL_SIDES if self.together else self.party.slug if self.party else "",
            "scope": self.scope.value if self.scope is not Scope.CUMULATIVE else "",
            "claimant": [source.slug for source in self.claimants],
            "stance": self.stance.value if self.stance else "",
            "from": self.start.isoformat() if self.start else "",
            "to": self.end.isoformat() if self.end else "",
            "known_on": self.known_on.isoformat() if self.known_on else "",
        }
        return urlencode({name: value for name, value in (said | changed).items() if value}, doseq=True)

    def in_words(self) -> str:
        """What is asked for, for people: "killed, civilians, all parties, total so far, 27 Sep to 10 Nov 2020"."""
        words = [self.outcome.label, self.status.label if self.status else "anyone"]
        words.append("all sides together" if self.together else self.party.name if self.party else "all parties")
        words.append(self.scope.label)
        if self.stance:
            words.append(f"said by {self.stance.label}")
        if self.claimants:
            words.append("claimed by " + ", ".join(source.name for source in self.claimants))
        words.append(show_span(self.first_day, self.last_day))
        if self.known_on:
            words.append(f"as known on {show_day(self.known_on)}")
        return ", ".join(words)

    @property
    def is_default(self) -> bool:
        return all(getattr(self, f.name) == f.default for f in fields(self) if f.name not in _GIVEN)


_GIVEN = {"conflict", "tree", "sides", "notes"}


def _typed(given: Mapping[str, Any], parameter: str) -> list[str]:
    getlist = getattr(given, "getlist", None)
    found = getlist(parameter) if getlist else given.get(parameter, [])
    found = [found] if isinstance(found, str) else found
    return [text.strip() for text in found if text.strip()]


def _term(name: str, terms: type[Term], anything: str = "") -> Callable[[ClaimFilter, list[str]], dict[str, Any]]:
    def read(chosen: ClaimFilter, typed: list[str]) -> dict[str, Any]:
        if anything and typed[-1] == anything:
            return {}
        try:
            return {name: terms(typed[-1])}
        except ValueError:
            known = ", ".join(term.value for term in terms if term.value)
            raise ValueError(f"“{typed[-1][:40]}” is no {name} known here ({known}): left out.") from None

    return read


def _day(name: str) -> Callable[[ClaimFilter, list[str]], dict[str, Any]]:
    def read(chosen: ClaimFilter, typed: list[str]) -> dict[str, Any]:
        try:
            return {name: parse_day(typed[-1])}
        except BadDate as wrong:
            raise ValueError(str(wrong)) from None

    return read


def _party(chosen: ClaimFilter, typed: list[str]) -> dict[str, Any]:
    if typed[-1] == ALL_SIDES:
        return {"together": True}
    party = chosen.tree.by_slug(typed[-1])
    if party is None:
        raise ValueError(f"“{typed[-1][:40]}” is no party of this conflict: left out.")
    return {"party": party}


def _claimants(chosen: ClaimFilter, typed: list[str]) -> dict[str, Any]:
    wanted = list(dict.fromkeys(slug[:120] for slug in typed[:MOST_CLAIMANTS]))
    found = {s.slug: s for s in Source.objects.filter(slug__in=wanted).select_related("merged_into")}
    sources = dict.fromkeys(found[slug].merged_into or found[slug] for slug in wanted if slug in found)
    unknown = [slug for slug in wanted if slug not in found]
    if unknown:
        return {"claimants": tuple(sources), "unread": f"No source goes by “{unknown[0][:40]}” here: left out."}
    return {"claimants": tuple(sources)}


_READERS: dict[str, Callable[[ClaimFilter, list[str]], dict[str, Any]]] = {
    "outcome": _term("outcome", Outcome),
    # status=any asks for counts of civilians and combatants together; leaving it out asks for all counts.
    "status": _term("status", Status),
    "party": _party,
    "scope": _term("scope", Scope),
    "claimant": _claimants,
    "stance": _term("stance", Stance),
    "from": _day("start"),
    "to": _day("end"),
    "known_on": _day("known_on"),
}
