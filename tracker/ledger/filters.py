"""The one filter: page, chart, table, CSV, API and feed ask the same query and cannot disagree.

``ClaimFilter`` says which claims are asked for; how they are shown (linear or log) is the doors' affair. A new option
gets a field here, a line in ``_READERS``, ``rows``, ``params`` and ``in_words``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.db.models import Q
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from tracker.ledger.models import Claim, Conflict, Party, Source
from tracker.ledger.parties import PartyTree
from tracker.ledger.querysets import known_by
from tracker.ledger.stances import Sides, claims_with_stance
from tracker.lib.dates import BadDate, parse_day, show_day, show_span
from tracker.lib.direction import apart
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
    logged_on: date | None = None
    notes: tuple[Note, ...] = field(default=(), compare=False)

    @classmethod
    def read(cls, given: Mapping[str, Any], conflict: Conflict, sides: Sides | None = None) -> ClaimFilter:
        """Read URL parameters. What cannot be used is left at its default and said in ``notes``.

        ``given`` is a mapping of text to text, or a QueryDict. Lenient doors show the notes, strict ones refuse.
        ``sides`` are the conflict's own, where they are at hand: two queries less.
        """
        sides = sides or Sides.of(conflict, PartyTree.of(conflict))
        chosen = cls(conflict, sides.tree, sides)
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
            notes.append(Note("from", _("The first day is after the last: the whole conflict is shown.")))
            values.pop("start", None), values.pop("end", None)
        return replace(chosen, notes=tuple(notes), **values)

    @property
    def first_day(self) -> date:
        return self.start or self.conflict.start

    @property
    def last_day(self) -> date | None:
        return self.end or self.conflict.end

    @property
    def is_looking_back(self) -> bool:
        """Whether less is asked for than is known today."""
        return bool(self.known_on or self.logged_on)

    @property
    def is_narrowed(self) -> bool:
        """Whether only some claims of the outcome are asked for: of some people, of some voices, or not totals."""
        chosen = (self.status, self.party, self.together, self.claimants, self.stance)
        return any(chosen) or self.scope is not Scope.CUMULATIVE

    def everything(self) -> ClaimQuerySet:
        """Published claims of this outcome, known and logged by then: what answers are drawn from."""
        rows = Claim.objects.about(self.conflict).published().counting(self.outcome)
        return rows.known(self.known_on, self.logged_on)

    def standing_on(self, day: date) -> ClaimQuerySet:
        """Those that stand on a day, as far as was known and logged by then, whoever is counted."""
        return self.everything().standing_on(day, known_on=self.known_on, logged_on=self.logged_on)

    @property
    def known(self) -> Q:
        """The condition that a claim was published and logged by the days looked back to."""
        return known_by(self.known_on, self.logged_on)

    def rows(self) -> ClaimQuerySet:
        """The claims asked for, in order of the day they hold for."""
        return self.with_withdrawals().figures()

    def with_withdrawals(self) -> ClaimQuerySet:
        """The claims asked for and, among them, the notes by which one of them was withdrawn."""
        return self.over_any_span().filter(scope=self.scope.value)

    def over_any_span(self) -> ClaimQuerySet:
        """``with_withdrawals`` whatever they count over: totals, periods and incidents together."""
        rows = self.everything().filter(as_of__gte=self.first_day)
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
            "logged_on": self.logged_on.isoformat() if self.logged_on else "",
        }
        return urlencode({name: value for name, value in (said | changed).items() if value}, doseq=True)

    def in_words(self) -> str:
        """What is asked for, for people: "killed, civilians, all parties, total so far, 27 Sep to 10 Nov 2020"."""
        words = [self.outcome.label, self.status.label if self.status else _("anyone")]
        party = apart(self.party.name, get_language_bidi()) if self.party else _("all parties")
        words.append(_("all sides together") if self.together else party)
        words.append(self.scope.label)
        if self.stance:
            words.append(_("said by %(stance)s") % {"stance": self.stance.label})
        if self.claimants:
            names = (apart(source.name, get_language_bidi()) for source in self.claimants)
            words.append(_("claimed by %(names)s") % {"names": _(", ").join(names)})
        words.append(show_span(self.first_day, self.last_day))
        if self.known_on:
            words.append(_("as published by %(day)s") % {"day": show_day(self.known_on)})
        if self.logged_on:
            words.append(_("as logged here by %(day)s") % {"day": show_day(self.logged_on)})
        return _(", ").join(words)

    @property
    def is_default(self) -> bool:
        return all(getattr(self, f.name) == f.default for f in fields(self) if f.name not in _GIVEN)


_GIVEN = {"conflict", "tree", "sides", "notes"}


def unknown_word(typed: str, parameter: str, known: Iterable[str]) -> str:
    """What is said of a word that a parameter does not know, with those that it does."""
    told = {"typed": typed[:40], "parameter": parameter, "known": ", ".join(known)}
    return _("“%(typed)s” is no %(parameter)s known here (%(known)s): left out.") % told


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
            raise ValueError(unknown_word(typed[-1], name, [term.value for term in terms if term.value])) from None

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
        raise ValueError(_("“%(typed)s” is no party of this conflict: left out.") % {"typed": typed[-1][:40]})
    return {"party": party}


def _claimants(chosen: ClaimFilter, typed: list[str]) -> dict[str, Any]:
    wanted = list(dict.fromkeys(slug[:120] for slug in typed[:MOST_CLAIMANTS]))
    found = {s.slug: s for s in Source.objects.filter(slug__in=wanted).select_related("merged_into")}
    sources = dict.fromkeys(found[slug].merged_into or found[slug] for slug in wanted if slug in found)
    unknown = [slug for slug in wanted if slug not in found]
    if unknown:
        note = _("No source goes by “%(typed)s” here: left out.") % {"typed": unknown[0][:40]}
        return {"claimants": tuple(sources), "unread": note}
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
    # What the world had in print by a day, and what this ledger had logged of it by a day.
    "known_on": _day("known_on"),
    "logged_on": _day("logged_on"),
}
