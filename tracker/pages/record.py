"""What a conflict's pages are drawn from, in layers, each kept by what it depends on until the conflict changes.

A ``Record`` holds the conflict and its claims. A ``Day`` is what stands on a day, whoever is asked for. A ``View`` is
what one filter finds. The database decides which claims each of them has; the record has made each claim once, and they
share it. Requests share it too: what a record holds is for reading, and only ever added to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language

from tracker.charts.timeline import Grouped, LineMaker, grouped_in_lines, highest_apart
from tracker.ledger import answers
from tracker.ledger.apart import Group, fresh_groups, widest_contradiction
from tracker.ledger.changing import Moved, TakenBack, last_moved, last_taken_back
from tracker.ledger.comparable import Comparable, comparable
from tracker.ledger.disagreements import Contradiction, counts_among
from tracker.ledger.filters import ClaimFilter
from tracker.ledger.matrix import Matrix, matrix
from tracker.ledger.models import Claim
from tracker.ledger.querysets import ClaimQuerySet
from tracker.ledger.since import Since, nothing_since, since
from tracker.ledger.stances import Sides
from tracker.lib.latest import Latest
from tracker.lib.vocabulary import Outcome, Relation, Scope
from tracker.pages.loading import Cast, colours_of, conflict_called, sides_of
from tracker.pages.tally import Tally

MOST_RECORDS = 4
"""Kept by each process: one of 10,000 claims takes about 45 MB when a dozen views of it have been drawn."""
MOST_PASTS, MOST_DAYS, MOST_VIEWS, MOST_CHARTS = 3, 8, 12, 24
"""Of each record: outcomes and days looked back to, days of standing claims and tallies, filters, drawings."""
_WITHDRAWS = Relation.WITHDRAWS.value


@dataclass(frozen=True)
class Past:
    """Every claim of an outcome that was known by the days looked back to, by id, and the lines that they make."""

    claims: Mapping[int, Claim]
    maker: LineMaker

    def among(self, wanted: ClaimQuerySet) -> list[Claim]:
        """Those that a query finds, in its order; one published since the others were read is not there."""
        sorted_by = wanted.query.annotations.keys()  # without these a query with DISTINCT ON has no columns alone
        found = wanted.values_list("pk", *sorted_by)
        return [self.claims[row[0]] for row in found if row[0] in self.claims]


@dataclass(frozen=True)
class Record:
    """A conflict, its sides, whom its claims name, and the latest of what its pages have asked for."""

    conflict: Any
    """The Conflict with what ``conflict_called`` adds to it."""
    sides: Sides
    cast: Cast
    charts: Latest[tuple[str, str], str] = field(default_factory=lambda: Latest(MOST_CHARTS), repr=False)
    """Drawings as HTML, by the view's address and what they show of it."""
    _pasts: Latest[Days, Past] = field(default_factory=lambda: Latest(MOST_PASTS), repr=False)
    _days: Latest[tuple[Days, date], Day] = field(default_factory=lambda: Latest(MOST_DAYS), repr=False)
    _tallies: Latest[tuple[Days, date, date | None], Tally] = field(
        default_factory=lambda: Latest(MOST_DAYS), repr=False
    )
    _views: Latest[ClaimFilter, View] = field(default_factory=lambda: Latest(MOST_VIEWS), repr=False)

    @classmethod
    def of(cls, conflict: Any) -> Record:
        """From ``conflict_called``; no query."""
        sides = sides_of(conflict)
        return cls(conflict, sides, Cast.of(conflict, sides.tree))

    def view(self, chosen: ClaimFilter) -> View:
        """What a filter finds."""
        return self._views.get(chosen, lambda: View(chosen, self._past(chosen), self._day(chosen)))

    def tally(self, chosen: ClaimFilter) -> Tally:
        """How many claims of the filter's outcome and days its other choices would find."""
        key = _days(chosen), chosen.first_day, chosen.last_day
        return self._tallies.get(key, lambda: Tally.of(self._past(chosen).claims.values(), chosen, self.cast.voices))

    def _day(self, chosen: ClaimFilter) -> Day:
        key = _days(chosen), day_of(chosen)
        return self._days.get(key, lambda: Day(chosen, self._past(chosen)))

    def _past(self, chosen: ClaimFilter) -> Past:
        """Of the filter's outcome and days: one query the first time."""
        return self._pasts.get(_days(chosen), lambda: self._read(chosen))

    def _read(self, chosen: ClaimFilter) -> Past:
        claims = self.cast.load(chosen.everything(), chosen.known_on)
        return Past(claims, LineMaker(self.sides, colours_of(self.conflict)))


class Day:
    """The standing claims of a day and what is worked out from all of them."""

    def __init__(self, chosen: ClaimFilter, past: Past) -> None:
        self._chosen, self._past = chosen, past
        self.day = day_of(chosen)

    @cached_property
    def claims(self) -> list[Claim]:
        """Whoever is counted and whoever counts: one query."""
        return self._past.among(self._chosen.standing_on(self.day))

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The claims by their ids."""
        return frozenset(claim.id for claim in self.claims)

    @cached_property
    def totals(self) -> list[Claim]:
        """Those of the whole conflict."""
        return answers.whole_conflict(self.claims)

    @cached_property
    def comparable(self) -> Comparable:
        return comparable(self.claims)

    @cached_property
    def against(self) -> Mapping[int, int]:
        """For each claim, by id, how many others contradict it."""
        return counts_among(self.comparable)

    @cached_property
    def fresh(self) -> list[Group]:
        """Totals comparable with each other, old ones left out."""
        return fresh_groups(self.totals)

    @property
    def outcome(self) -> Outcome:
        return self._chosen.outcome

    @cached_property
    def pair(self) -> Contradiction | None:
        """The widest contradiction."""
        return widest_contradiction(self.fresh)

    @cached_property
    def headline(self) -> answers.Headline:
        """The span of the totals."""
        return answers.headline(self.totals, self.day, self._chosen.tree, self.outcome)

    @cached_property
    def floor(self) -> answers.Floor | None:
        """What each side concedes; only of the killed."""
        return answers.floor(self.totals, self._chosen.sides) if self.outcome is Outcome.KILLED else None

    @cached_property
    def matrix(self) -> Matrix:
        return matrix(self.totals, self._chosen.sides, self.day)

    @cached_property
    def drawn(self) -> str:
        """The panels of who says what about whom and of the floor, as HTML."""
        return render_to_string("pages/_standing.html", {"standing": self})


class View:
    """The claims that a filter asks for and what is worked out from them alone."""

    def __init__(self, chosen: ClaimFilter, past: Past, day: Day) -> None:
        self._chosen, self._past = chosen, past
        self.day, self.maker = day, past.maker

    @cached_property
    def _found(self) -> list[Claim]:
        """``known`` and, of a view of totals, the counts of periods and incidents on the same days: one query."""
        chosen = self._chosen
        totals = chosen.scope is Scope.CUMULATIVE
        return self._past.among(chosen.over_any_span() if totals else chosen.with_withdrawals())

    @cached_property
    def known(self) -> list[Claim]:
        """The claims and withdrawals of the view, as known by its day, in order of their days."""
        scope = self._chosen.scope.value
        return [claim for claim in self._found if claim.scope == scope]

    @cached_property
    def claims(self) -> list[Claim]:
        """The claims asked for, in order of the day they hold for."""
        return [claim for claim in self.known if claim.relation != _WITHDRAWS]

    @cached_property
    def voices(self) -> frozenset[int]:
        return frozenset(claim.voice_id for claim in self.claims)

    @cached_property
    def lines(self) -> Grouped:
        return grouped_in_lines(self.claims)

    @cached_property
    def apart(self) -> tuple[list[Claim], int]:
        """Of the counts of days, periods and incidents the highest, and how many there are in all."""
        alone = (Scope.PERIOD.value, Scope.INCIDENT.value)
        found = [claim for claim in self._found if claim.scope in alone and claim.relation != Relation.WITHDRAWS.value]
        return highest_apart(found), len(found)

    @cached_property
    def since(self) -> Since:
        """What the view did not know yet, and the days on which it had news."""
        return since(self._chosen) if self._chosen.is_looking_back else nothing_since(self.known)

    @cached_property
    def moved(self) -> Moved | None:
        return last_moved(self.claims)

    @cached_property
    def taken_back(self) -> TakenBack | None:
        return last_taken_back(self.known)


def day_of(chosen: ClaimFilter) -> date:
    """The day of the answers: the filter's last day, today while the war goes on, or the day looked back to."""
    last = chosen.last_day or timezone.localdate()
    return min(day for day in (last, chosen.known_on, chosen.logged_on) if day)


Days = tuple[Outcome, date | None, date | None]
"""An outcome, and the days of publication and of logging that are looked back to."""


def _days(chosen: ClaimFilter) -> Days:
    return chosen.outcome, chosen.known_on, chosen.logged_on


_records: Latest[tuple[str, str | None], Latest[str, Record]] = Latest(MOST_RECORDS)
"""By conflict and language, the record of one version each: the last that was asked for."""


def record_for(request: HttpRequest, slug: str) -> Record:
    """The record of a conflict at the version that the request's ETag was made of. Raises Http404.

    Each language has its own: some of what is worked out is words.
    """

    def read() -> Record:
        return Record.of(conflict_called(slug))

    def one() -> Latest[str, Record]:
        kept: Latest[str, Record] = Latest(1)
        kept.get(version, read)
        return kept

    version: str = request.META.get("tracker.version", "")
    return _records.get((slug, get_language()), one).get(version, read) if version else read()
