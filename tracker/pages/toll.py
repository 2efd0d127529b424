"""One filtered view of a conflict, worked out once: page, fragment and figure are drawn from the same object."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.charts.series import Timeline
from tracker.charts.timeline import Grouped, grouped_in_lines, with_first_report
from tracker.ledger import answers
from tracker.ledger.apart import Group, fresh_groups, highest_of_many, widest_contradiction
from tracker.ledger.disagreements import Contradiction, contradiction_counts
from tracker.ledger.filters import ClaimFilter, Note
from tracker.ledger.matrix import Matrix, matrix
from tracker.ledger.models import Claim
from tracker.ledger.origins import Origins, by_what_they_count, origins
from tracker.ledger.since import Since, nothing_since, since
from tracker.ledger.stances import Sides
from tracker.lib.dates import show_day
from tracker.lib.vocabulary import Outcome, Relation, Scope, Stance
from tracker.pages.display import HIGHEST, NEWEST, Display
from tracker.pages.drawing import apart_of, timeline_of
from tracker.pages.loading import Cast, sides_of
from tracker.pages.paging import Page, page_of

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


@dataclass(frozen=True)
class Toll:
    """What a conflict's page shows under a filter and a display. Each part is worked out when first asked for."""

    conflict: Any
    """The Conflict with what ``conflict_called`` adds to it."""
    chosen: ClaimFilter
    display: Display

    @classmethod
    def read(cls, given: dict[str, str], conflict: Any) -> Toll:
        """From URL parameters (a QueryDict)."""
        return cls(conflict, ClaimFilter.read(given, conflict, sides_of(conflict)), Display.read(given))

    @property
    def notes(self) -> tuple[Note, ...]:
        """Parameters that could not be used, and why."""
        return self.chosen.notes + self.display.notes

    @cached_property
    def cast(self) -> Cast:
        """Whom the claims name, made once for all of them."""
        return Cast.of(self.conflict, self.chosen.tree)

    @cached_property
    def known(self) -> list[Claim]:
        """The claims and withdrawals of the view, as known by its day, in order of their days: one query."""
        return self.cast.load(self.chosen.with_withdrawals(), self.chosen.known_on)

    @cached_property
    def claims(self) -> list[Claim]:
        """The claims asked for, in order of the day they hold for."""
        return [claim for claim in self.known if claim.relation != Relation.WITHDRAWS.value]

    @cached_property
    def since(self) -> Since:
        """What this view did not know yet, and the days on which it had news."""
        return since(self.chosen) if self.chosen.is_looking_back else nothing_since(self.known)

    @property
    def day(self) -> date:
        """The day of the answers: the filter's last day, today while the war goes on, or the day looked back to."""
        last = self.chosen.last_day or timezone.localdate()
        return min(day for day in (last, self.chosen.known_on, self.chosen.logged_on) if day)

    @cached_property
    def standing(self) -> list[Claim]:
        """The standing claims of the day, whoever is counted and whoever counts: one query."""
        return self.cast.load(self.chosen.standing_on(self.day), self.chosen.known_on)

    @property
    def is_narrowed(self) -> bool:
        """Whether the view answers a narrower question than the conflict's: some people, some voices, the latest."""
        return self.chosen.is_narrowed or self.display.latest

    @cached_property
    def asked(self) -> list[Claim]:
        """The standing claims that the view's sentences are drawn from: all, or those of a narrowed view."""
        if not self.is_narrowed:
            return self.standing
        asked_for = {claim.pk for claim in self.claims}
        return [claim for claim in self.standing if claim.pk in asked_for]

    @cached_property
    def headline(self) -> answers.Headline:
        """The first sentence: the span of the counts; of counts that are no totals, their number and the highest."""
        if self.chosen.scope is Scope.CUMULATIVE:
            by_sides = self.chosen.stance in (Stance.OWN, Stance.ENEMY)
            day, tree, outcome = self.day, self.chosen.tree, self.chosen.outcome
            return answers.headline(self.asked, day, tree, outcome, anyone_first=not by_sides)
        return answers.Headline(self.day, None, None, "", highest_of_many(self.asked, self.day, self.chosen.outcome))

    @cached_property
    def floor(self) -> answers.Floor | None:
        """What each side concedes; only of the killed."""
        return answers.floor(self.standing, self.chosen.sides) if self.chosen.outcome is Outcome.KILLED else None

    @cached_property
    def matrix(self) -> Matrix:
        return matrix(self.standing, self.chosen.sides, self.day)

    @cached_property
    def shown(self) -> Shown:
        """What is drawn, listed and quoted, each claim with its first ``report`` and ``withdrawal``: one query."""
        standing = {claim.pk for claim in self.standing}
        claims = [claim for claim in self.claims if claim.pk in standing] if self.display.latest else self.claims
        lines, pair = grouped_in_lines(self.claims), widest_contradiction(self.fresh)
        listed = page_of(ordered(claims, self.display.order), self.display.page)
        wanted = {
            claim.pk: claim for claim in (*lines.drawn, *listed.rows, *((pair.lower, pair.higher) if pair else ()))
        }
        found = Claim.objects.filter(pk__in=wanted)
        reports: Any = with_first_report(found, self.chosen.known_on, self.chosen.logged_on)
        for number, report, withdrawal in reports.values_list("pk", "report", "withdrawal"):
            vars(wanted[number]).update(report=report, withdrawal=withdrawal)
        return Shown(lines, listed, pair)

    @cached_property
    def fresh(self) -> list[Group]:
        """The standing claims asked for that are comparable with each other, old ones left out."""
        return fresh_groups(self.asked)

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
        rows = rows_of(page.rows, self.standing, self.chosen.sides)
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
        return " ".join([which, rule % {"day": show_day(self.day)}, fits])

    @property
    def marks(self) -> list[dict[str, object]]:
        """The conflict's milestones with their days as dates."""
        rows = self.conflict.marks
        return [row | {"day": date.fromisoformat(row["day"])} for row in rows]


def rows_of(claims: Iterable[Claim], standing: list[Claim], sides: Sides) -> list[Row]:
    """Claims as rows of a table, set against the ``standing`` ones; both loaded ``with_channels``."""
    against, others = contradiction_counts(standing), by_what_they_count(standing)
    current = {claim.pk for claim in standing}
    return [
        Row(claim, against.get(claim.pk, 0), origins(claim, others, sides))
        if claim.pk in current
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
