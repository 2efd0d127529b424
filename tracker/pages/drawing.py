"""The charts of one view: its timeline, and under a timeline of totals the counts that stand alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tracker.charts.daily import differences
from tracker.charts.series import Timeline
from tracker.charts.timeline import Address, Frame, timeline, timeline_apart
from tracker.ledger.comparing import outcome_in_words
from tracker.ledger.models import Source
from tracker.lib.tongue import number
from tracker.lib.vocabulary import Scope
from tracker.pages.loading import milestones_of

if TYPE_CHECKING:
    from tracker.pages.toll import Toll

APART = gettext_lazy("Counted by the day or the attack")
"""The heading of the counts that stand alone."""
WHY_APART = gettext_lazy(
    "Figures for one day, a period or one incident. None belongs to a line of totals, and nothing joins them."
)


def timeline_of(toll: Toll) -> Timeline:
    """The view's claims as lines; differences in place of totals, or panels, where the display asks for them."""
    chosen, conflict = toll.chosen, toll.conflict
    told = {"conflict": conflict.name, "people": outcome_in_words(chosen.outcome)}
    in_table = ngettext(
        "The same claim stands in the table below.",
        "The same %(number)s claims stand in the table below.",
        len(toll.claims),
    )
    frame = Frame(
        title=_("%(conflict)s: %(people)s, as claimed") % told,
        summary=f"{toll.headline.text} {in_table % {'number': number(len(toll.claims))}}",
        start=chosen.first_day,
        end=_last_day(toll),
        log=toll.display.log and not toll.display.daily,
        why_empty=toll.why_empty,
    )
    made = timeline(toll.shown.lines, frame, toll.view.maker, _alone(toll), milestones_of(conflict))
    if toll.display.daily and chosen.scope is Scope.CUMULATIVE:
        made = differences(made)
    elif toll.display.daily:
        alone = _("These counts each stand alone: there is no difference between them to draw.")
        made = replace(made, remarks=(alone, *made.remarks))
    return replace(made, panels=toll.display.by_party)


def apart_of(toll: Toll) -> Timeline | None:
    """Counts of a day, a period or an incident on the days of the timeline, under the view's filter.

    None unless the view is one of totals.
    """
    chosen, conflict = toll.chosen, toll.conflict
    if chosen.scope is not Scope.CUMULATIVE:
        return None
    claims, in_all = toll.shown.apart, toll.view.apart[1]
    frame = Frame(
        title=_("%(conflict)s: counts of single days, periods and incidents") % {"conflict": conflict.name},
        summary=_("Counts of a day, a period or one incident. None is part of a line of totals."),
        start=chosen.first_day,
        end=_last_day(toll),
        log=toll.display.log and not toll.display.daily,
        why_empty=None if claims else _("No published claim counts a day, a period or one incident in this view."),
    )
    return timeline_apart(claims, frame, toll.view.maker, _alone(toll), in_all)


def _last_day(toll: Toll) -> date:
    chosen = toll.chosen
    last = chosen.last_day or max([timezone.localdate(), *(claim.as_of for claim in toll.claims[-1:])])
    return max(last, chosen.first_day)


def _alone(toll: Toll) -> Address:
    """Addresses of the same view with one claimant alone."""
    page = reverse("conflict", args=[toll.conflict.slug])

    @cache
    def alone(voice: Source) -> str:
        return f"{page}?{toll.chosen.params(**toll.display.params(claimant=voice.slug))}"

    return alone
