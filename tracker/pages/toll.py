"""One filtered view of a conflict, worked out once: page, fragment and figure are drawn from the same object."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.charts.series import Timeline
from tracker.charts.timeline import Grouped, with_first_report
from tracker.ledger import answers
from tracker.ledger.apart import Group, fresh_groups, highest_of_many, widest_contradiction
from tracker.ledger.comparable import Comparable
from tracker.ledger.disagreements import Contradiction
from tracker.ledger.filters import ClaimFilter, Note
from tracker.ledger.models import Claim
from tracker.ledger.origins import Origins, origins
from tracker.ledger.since import Since
from tracker.ledger.stances import Sides
from tracker.lib.dates import show_day
from tracker.lib.vocabulary import Outcome, Scope, Stance
from tracker.pages.display import HIGHEST, NEWEST, Display
from tracker.pages.drawing import apart_of, timeline_of
from tracker.pages.paging import Page, page_of
from tracker.pages.record import Record, View, day_of, record_for

QUESTIONS = {
    Outcome.KILLED: gettext_lazy("How many people have been killed?"),
    Outcome.INJURED: gettext_lazy("How many people have been injured?"),
    Outcome.MISSING: gettext_lazy("How many people are missing?"),
    Outcome.CAPTURED: gettext_lazy("How many people have been captured?"),
    Outcome.CASUALTIES: gettext_lazy("How many casualties have there been?"),
}


@dataclass(frozen=True)
class Row:
    """A claim in the table: ``against`` is how many standing claims contradict it, None when it no longer stands."""

    claim: Claim
    against: int | None
    origins: Origins


@dataclass(frozen=True)
class Shown:
    """Of the claims of a view those that a page shows one by one: in lines, on its table's page, in words."""

    lines: Grouped
    listed: Page
    pair: Contradiction | None
    """The widest contradiction of the day."""
    apart: list[Claim]
    """What stands alone beside a view of totals."""


@dataclass(frozen=True)
class Toll:
    """What a conflict's page shows under a filter and a display. Each part is worked out when first asked for."""

    record: Record
    chosen: ClaimFilter
    display: Display

    @classmethod
    def read(cls, given: Mapping[str, Any], record: Record) -> Toll:
        """From URL parameters (a QueryDict)."""
        return cls(record, ClaimFilter.read(given, record.conflict, record.sides), Display.read(given))

    @classmethod
    def asked(cls, request: HttpRequest, slug: str) -> Toll:
        """The view that a page's address asks for. Raises Http404."""
        return cls.read(request.GET, record_for(request, slug))

    @property
    def conflict(self) -> Any:
        """The Conflict with what ``conflict_called`` adds to it."""
        return self.record.conflict

    @property
    def notes(self) -> tuple[Note, ...]:
        """Parameters that could not be used, and why."""
        return self.chosen.notes + self.display.notes

    @cached_property
    def view(self) -> View:
        """What the filter finds, shared with every display of it."""
        return self.record.view(self.chosen)

    @property
    def known(self) -> list[Claim]:
        """The claims and withdrawals of the view, as known by its day, in order of their days."""
        return self.view.known

    @property
    def claims(self) -> list[Claim]:
        """The claims asked for, in order of the day they hold for."""
        return self.view.claims

    @property
    def since(self) -> Since:
        """What this view did not know yet, and the days on which it had news."""
        return self.view.since

    @property
    def day(self) -> date:
        """The day of the answers: the filter's last day, today while the war goes on, or the day looked back to."""
        return day_of(self.chosen)

    @property
    def standing(self) -> list[Claim]:
        """The standing claims of the day, whoever is counted and whoever counts."""
        return self.view.day.claims

    @property
    def is_narrowed(self) -> bool:
        """Whether the view answers a narrower question than the conflict's: some people, some voices, the latest."""
        return self.chosen.is_narrowed or self.display.latest

    @cached_property
    def counted(self) -> list[Claim]:
        """The standing claims that the view's sentences are drawn from: all, or those of a narrowed view."""
        if not self.is_narrowed:
            return self.standing
        asked_for = {claim.id for claim in self.claims}
        return [claim for claim in self.standing if claim.id in asked_for]

    @cached_property
    def headline(self) -> answers.Headline:
        """The first sentence: the span of the counts; of counts that are no totals, their number and the highest."""
        if self.chosen.scope is Scope.CUMULATIVE and not self.is_narrowed:
            return self.view.day.headline
        if self.chosen.scope is Scope.CUMULATIVE:
            by_sides = self.chosen.stance in (Stance.OWN, Stance.ENEMY)
            day, tree, outcome = self.day, self.chosen.tree, self.chosen.outcome
            return answers.headline(self.counted, day, tree, outcome, anyone_first=not by_sides)
        return answers.Headline(self.day, None, None, "", highest_of_many(self.counted, self.day, self.chosen.outcome))

    @property
    def floor(self) -> answers.Floor | None:
        """What each side concedes; only of the killed."""
        return self.view.day.floor

    @cached_property
    def shown(self) -> Shown:
        """What is drawn, listed and quoted, each claim with its first ``report`` and ``withdrawal``: one query."""
        lines, claims, standing = self.view.lines, self.claims, self.view.day.numbers
        if self.display.latest:
            claims = [claim for claim in claims if claim.id in standing]
        pair = widest_contradiction(self.fresh) if self.is_narrowed else self.view.day.pair
        listed = page_of(ordered(claims, self.display.order), self.display.page)
        apart = self.view.apart[0] if self.chosen.scope is Scope.CUMULATIVE else []
        quoted = (pair.lower, pair.higher) if pair else ()
        self._report([*lines.drawn, *listed.rows, *apart, *quoted])
        return Shown(lines, listed, pair, apart)

    def _report(self, claims: Iterable[Claim]) -> None:
        """Fetch the first report and the withdrawal of those claims of which no view of the record has shown them."""
        wanted = {claim.id: claim for claim in claims if "report" not in vars(claim)}
        if not wanted:
            return
        found = Claim.objects.filter(pk__in=wanted)
        reports: Any = with_first_report(found, self.chosen.known_on, self.chosen.logged_on)
        for number, report, withdrawal in reports.values_list("pk", "report", "withdrawal"):
            vars(wanted[number]).update(withdrawal=withdrawal, report=report)

    @cached_property
    def fresh(self) -> list[Group]:
        """The standing claims asked for that are comparable with each other, old ones left out."""
        return fresh_groups(self.counted) if self.is_narrowed else self.view.day.fresh

    @cached_property
    def timeline(self) -> Timeline:
        return timeline_of(self)

    @cached_property
    def apart(self) -> Timeline | None:
        """What stands alone beside the totals: counts of days, periods and incidents."""
        return apart_of(self)

    @property
    def why_empty(self) -> str | None:
        """Why there is nothing to show, in words."""
        if self.claims:
            return None
        if not self.conflict.claim_count:
            return _("No claim about this conflict has been published yet.")
        words = _("No published claim fits: %(asked)s. Widen the filter, or clear it.")
        return words % {"asked": self.chosen.in_words()}

    @cached_property
    def table(self) -> Page:
        """The page of the table: ``Row`` items in the display's order."""
        page = self.shown.listed
        day = self.view.day
        rows = rows_of(page.rows, day.numbers, day.comparable, day.against, self.chosen.sides)
        return Page(rows, page.number, page.pages, page.total, page.first, page.last)

    @property
    def caption(self) -> str:
        """What the table lists and what its last column means."""
        which = _("Only the claims that stand.") if self.display.latest else _("All claims of this view.")
        rule = _(
            "“Contradicts” counts comparable claims standing on %(day)s that no number fits as well; of two days, the "
            "lower may only be behind."
        )
        fits = _("“Fits” counts independent origins whose number for a day near it can be true as well.")
        said = [which, rule % {"day": show_day(self.day)}, fits]
        if self.display.order == HIGHEST:
            said[1:1] = [_("The highest first, whomever they count and however old; the page opens with the latest.")]
        return " ".join(said)

    @property
    def marks(self) -> list[dict[str, object]]:
        """The conflict's milestones with their days as dates."""
        rows = self.conflict.marks
        return [row | {"day": date.fromisoformat(row["day"])} for row in rows]


def rows_of(
    claims: Iterable[Claim],
    standing: Collection[int],
    groups: Comparable,
    against: Mapping[int, int],
    sides: Sides,
) -> list[Row]:
    """Claims loaded ``with_channels`` as rows of a table, set against those ``standing``.

    Those are given by their ids, sorted by what they count (``comparable``) and with who contradicts them
    (``counts_among``).
    """
    return [
        Row(claim, against.get(claim.pk, 0), origins(claim, groups, sides))
        if claim.pk in standing
        else Row(claim, None, origins(claim, {}, sides))
        for claim in claims
    ]


def ordered(claims: Iterable[Claim], order: str) -> list[Claim]:
    """Claims (given oldest first) newest first, oldest first, or by the number stated; those in words alone last."""
    if order == HIGHEST:
        return sorted(claims, key=lambda claim: (-_stated(claim), -claim.as_of.toordinal(), claim.pk))
    return list(claims)[::-1] if order == NEWEST else list(claims)


def _stated(claim: Claim) -> int:
    number = claim.high if claim.value is None else claim.value
    return -1 if number is None else number
