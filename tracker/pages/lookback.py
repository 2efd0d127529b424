"""Looking back from a conflict's page: the days to choose, steps from day to day with news, what came since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracker.ledger.since import Since
from tracker.lib.dates import show_day, show_short
from tracker.lib.tongue import number
from tracker.pages.form import LOOKING_BACK, DayField, Link, view_address
from tracker.pages.toll import Toll


@dataclass(frozen=True)
class LookBack:
    """The form of days with the hidden rest of the view, what it says of the day chosen, and its plain links."""

    days: list[DayField]
    kept: list[tuple[str, str]]
    said: list[str]
    steps: list[Link]
    today: str
    """The address of the view as it is known today; empty when that is what is shown."""


def look_back(toll: Toll) -> LookBack:
    """The control as it stands for this view; asks the database nothing that the view has not asked."""
    chosen = toll.chosen
    days = [
        DayField("known_on", _("As published by"), _typed(chosen.known_on)),
        DayField("logged_on", _("As logged here by"), _typed(chosen.logged_on)),
    ]
    kept = parse_qsl(chosen.params(known_on="", logged_on="", **toll.display.params()))
    today = view_address(toll, known_on="", logged_on="") if chosen.is_looking_back else ""
    return LookBack(days, kept, list(_said(toll)), list(_steps(toll)), today)


def _typed(day: date | None) -> str:
    return day.isoformat() if day else ""


def _said(toll: Toll) -> Iterator[str]:
    chosen, news = toll.chosen, toll.since
    if not chosen.is_looking_back:
        return
    if chosen.known_on:
        yield _("This is the page as published by %(day)s.") % {"day": show_day(chosen.known_on)}
    if chosen.logged_on:
        yield _("This is what had been logged here by %(day)s.") % {"day": show_day(chosen.logged_on)}
    if not toll.claims and news.first:
        yield _nothing_yet(toll, news.first)
    yield in_words(news)
    if chosen.logged_on and toll.claims:
        yield _edited(news.edited, len(toll.claims))


def in_words(news: Since) -> str:
    """What came since, in a sentence: "Since then: 14 claims added, 2 corrected, 1 withdrawn."."""
    if news.is_nothing:
        return _("Nothing was added to this view since.")
    said = [
        ngettext("%(number)s claim added", "%(number)s claims added", news.added),
        ngettext("%(number)s corrected", "%(number)s corrected", news.corrected),
        ngettext("%(number)s withdrawn", "%(number)s withdrawn", news.withdrawn),
    ]
    numbers = [news.added, news.corrected, news.withdrawn]
    parts = [words % {"number": number(many)} for words, many in zip(said, numbers, strict=True) if many]
    return _("Since then: %(parts)s.") % {"parts": _(", ").join(parts)}


def _nothing_yet(toll: Toll, first: date) -> str:
    logged = toll.chosen.known_on is None
    words = _("Nothing of this view had been logged yet; the first claim was logged on %(day)s.") if logged else ""
    words = words or _("Nothing of this view had been published yet; the first claim was published on %(day)s.")
    return words % {"day": show_day(first)}


def _edited(edited: int, shown: int) -> str:
    words = ngettext(
        "Records are shown as they read today, and without those rejected since: %(edited)s of the %(shown)s claim "
        "shown was changed since.",
        "Records are shown as they read today, and without those rejected since: %(edited)s of the %(shown)s claims "
        "shown were changed since.",
        shown,
    )
    return words % {"edited": number(edited), "shown": number(shown)}


def _steps(toll: Toll) -> Iterator[Link]:
    """First, previous, next and last day with news, as far as there are such days and they are not the one shown."""
    news, axis = toll.since, LOOKING_BACK[toll.chosen.known_on is None and toll.chosen.logged_on is not None]
    here = getattr(toll.chosen, axis)
    named = [
        ("first", _("First day"), news.first),
        ("before", _("Previous day with news"), news.before),
        ("after", _("Next day with news"), news.after),
        ("last", _("Last day"), news.last),
    ]
    for ident, label, day in named:
        if day and day != here:
            there = view_address(toll, **{axis: day.isoformat()})
            yield Link(_("%(label)s: %(day)s") % {"label": label, "day": show_short(day)}, there, ident=f"step-{ident}")
