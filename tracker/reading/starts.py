"""The day from which an article counts: "since September 27", "the invasion of February 2022"."""

from __future__ import annotations

from datetime import date, timedelta

from tracker.lib.vocabulary import Precision
from tracker.reading.calendar import When
from tracker.reading.calendar_terms import Role
from tracker.reading.document import Document
from tracker.reading.scope_words import CAMPAIGN

BEGAN = frozenset(
    "began begun broke went opened moved started erupted flared launched ignited commenced resumed reignited start"
    " beginning outbreak onset".split()
)
TRIGGERED = frozenset("began started erupted triggered sparked ignited unleashed launched invaded attacked".split())
IMPERSONAL = frozenset({"incident", "it", "what", "army"})
LASTED = frozenset("lasted fought used fired shot exchanged".split())
HOSTILE = CAMPAIGN | frozenset(
    "clashes shooting trouble troubles flames clash riots attack raid conflicts escalation".split()
)
_A_FEW_DAYS, _SOME_WEEKS = timedelta(days=1), timedelta(days=60)
KNOWN_STARTS: dict[tuple[int, int], tuple[int, frozenset[str]]] = {
    (year, month): (day, frozenset(names.split()))
    for year, month, day, names in (
        (2001, 10, 7, "afghan afghans afghanistan taliban"),
        (2003, 3, 20, "iraq iraqi iraqis"),
        (2006, 7, 12, "lebanon lebanese hezbollah"),
        (2008, 8, 7, "georgia georgian georgians ossetia"),
        (2008, 12, 27, "gaza hamas"),
        (2011, 2, 15, "libya libyan libyans"),
        (2011, 3, 15, "syria syrian syrians"),
        (2013, 12, 15, "sudan sudanese juba"),
        (2014, 4, 14, "donbas donetsk luhansk ukraine ukrainian ukrainians"),
        (2014, 7, 8, "gaza hamas"),
        (2015, 3, 26, "yemen yemeni yemenis houthi houthis"),
        (2017, 8, 25, "rohingya myanmar rakhine"),
        (2020, 9, 27, "karabakh azerbaijan armenia"),
        (2020, 11, 4, "tigray tigrayan ethiopia ethiopian"),
        (2021, 2, 1, "myanmar burma junta"),
        (2022, 2, 24, "ukraine ukrainian ukrainians russia russian russians"),
        (2023, 4, 15, "sudan sudanese khartoum rsf"),
        (2023, 5, 3, "manipur kuki meitei"),
        (2023, 10, 7, "gaza hamas israel israeli"),
    )
}
"""Wars whose first day is common knowledge, by year and month, with words that tell which war is meant."""


def find_start(document: Document, times: list[When], counting: set[int], words: list[frozenset[str]]) -> When | None:
    """The time from which the article counts its dead.

    ``counting`` are the sentences that hold figures, ``words`` the words of every sentence.
    """
    best: tuple[int, When] | None = None
    for when in times:
        number = document.sentence_at(when.at)
        grade = _grade(document, when, number in counting, words[number])
        if grade and (best is None or grade > best[0]):
            best = grade, when
    return best[1] if best else None


def _grade(document: Document, when: When, counts: bool, words: frozenset[str]) -> int:
    """How well the time serves as the start, 0 if not: a day beats a month, a count's own "since" any other."""
    if when.precision in (Precision.YEAR, Precision.WEEK) or when.role is Role.DATELINE:
        return 0
    sentence = document.sentences[document.sentence_at(when.at)]
    near = frozenset(document.low[max(sentence.first, when.at - 8) : min(sentence.after, when.after + 8)])
    daily = when.precision is Precision.DAY
    if when.role is Role.SINCE and (counts or daily or near & HOSTILE):
        return 5 + counts + 2 * daily
    if document.low[when.after : when.after + 3] == [",", "the", "day"]:
        return 5 + daily
    if (near & BEGAN or {"fired", "first"} <= near or {"first", "shot"} <= near) and words & (HOSTILE | IMPERSONAL):
        return 4 + daily
    days = when.last - when.first
    if daily and when.role is Role.SPAN and _A_FEW_DAYS < days < _SOME_WEEKS and words & (HOSTILE | LASTED):
        return 4
    if {"set", "off"} <= words and words & CAMPAIGN and when.role is Role.POINT:
        return 4 + daily
    if near & TRIGGERED and words & HOSTILE and when.role is Role.POINT:
        return 2 + daily
    of_the_war = document.word(when.at - 1) == "of" and document.word(when.at - 2) in ("invasion", "outbreak", "war")
    return 3 if of_the_war else 0


def start_day(when: When, words: list[frozenset[str]]) -> date | None:
    """The first day of the count: of a month the known day, else the first; of a year none."""
    if when.precision is Precision.YEAR:
        return None
    if when.precision is Precision.MONTH and when.first.day == 1:
        known = KNOWN_STARTS.get((when.first.year, when.first.month))
        if known and any(not known[1].isdisjoint(sentence) for sentence in words):
            return when.first.replace(day=known[0])
    return when.first
