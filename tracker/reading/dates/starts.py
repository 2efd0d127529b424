"""The day from which an article counts: "since September 27", "the invasion of February 2022"."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from tracker.lib.vocabulary import Precision
from tracker.reading.dates.calendar import When
from tracker.reading.dates.calendar_terms import MONTHS, Role
from tracker.reading.dates.scope_words import ATTACK, CAMPAIGN, UNMATCHED, is_bound
from tracker.reading.dates.statements import HARMED, tells_when_said
from tracker.reading.document import Document

BEGAN = frozenset(
    "began begun broke opened started erupted flared launched ignited commenced resumed reignited start"
    " beginning outbreak onset".split()
)
_WENT = frozenset({"went", "moved", "rolled", "poured", "marched", "swept"})
_ENTERED = frozenset("overran overrun invaded crossed entered seized captured swept rolled poured marched".split())
"""Verbs of those who come to stay: told of a day some time ago they begin what goes on."""
_ARMED = frozenset(
    "troops tanks armour armor army soldiers forces gunmen fighters militants rebels guerrillas insurgents jihadists"
    " militia columns convoys".split()
)
_BOOKS = frozenset("books records register ledger count".split())
STARTED = frozenset("began begun opened started erupted launched unleashed commenced resumed flared".split())
TRIGGERED = frozenset(
    "began started erupted triggered sparked ignited unleashed launched invaded attacked came".split()
)
IMPERSONAL = frozenset({"incident", "it", "what", "army"})
LASTED = frozenset("lasted fought used fired shot exchanged".split())
HOSTILE = (
    CAMPAIGN
    | ATTACK
    | frozenset(
        "clashes shooting trouble troubles flames clash riots attack raid conflicts escalation guns shells bombs"
        " rockets shelling bombing tanks troops dead".split()
    )
)
UNCOUNTED = frozenset(
    "not nothing never nobody truce ceasefire armistice peace quiet seen viewed watched shared displaced fled married"
    " closed shut missing silent standing waiting office independence".split()
)
_BROKEN = frozenset("broke broken collapsed ended expired collapse breakdown end lapsed".split())
_WHICH, _IT = frozenset({"that", "which", "war", "round"}), frozenset({"it", "this", "everything", "all"})
_COMPARED = UNMATCHED | {"any", "than", "record", "such"}
_A_FEW_DAYS, _SOME_WEEKS = timedelta(days=1), timedelta(days=60)
_LASTING = timedelta(days=7)
_KNOWN, _ENTRY = 9, 3
KNOWN_STARTS: tuple[tuple[date, frozenset[str]], ...] = tuple(
    (date.fromisoformat(day), frozenset(names.split()))
    for day, names in (
        ("1992-04-06", "bosnia bosnian bosnians sarajevo"),
        ("1992-08-14", "abkhazia abkhaz sukhumi"),
        ("1994-04-07", "rwanda rwandan tutsi tutsis"),
        ("1994-12-11", "chechnya chechen chechens grozny"),
        ("1996-02-13", "nepal nepalese maoist maoists"),
        ("1998-05-06", "eritrea eritrean eritreans badme"),
        ("1999-03-24", "kosovo yugoslavia serbia nato"),
        ("2001-10-07", "afghan afghans afghanistan taliban"),
        ("2003-02-26", "darfur"),
        ("2003-03-20", "iraq iraqi iraqis"),
        ("2006-07-12", "lebanon lebanese hezbollah"),
        ("2008-08-07", "georgia georgian georgians ossetia"),
        ("2008-12-27", "gaza hamas"),
        ("2011-02-15", "libya libyan libyans"),
        ("2011-03-15", "syria syrian syrians"),
        ("2013-12-15", "sudan sudanese juba"),
        ("2014-04-14", "donbas donetsk luhansk ukraine ukrainian ukrainians"),
        ("2014-06-15", "waziristan zarb"),
        ("2014-07-08", "gaza hamas"),
        ("2015-03-26", "yemen yemeni yemenis houthi houthis"),
        ("2015-09-30", "syria syrian russia russian"),
        ("2016-10-17", "mosul"),
        ("2017-05-23", "marawi maute"),
        ("2017-08-25", "rohingya myanmar rakhine"),
        ("2019-04-04", "libya libyan tripoli haftar"),
        ("2020-09-27", "karabakh azerbaijan armenia"),
        ("2020-11-04", "tigray tigrayan ethiopia ethiopian"),
        ("2021-02-01", "myanmar burma junta"),
        ("2021-08-15", "afghan afghans afghanistan taliban kabul"),
        ("2022-02-24", "ukraine ukrainian ukrainians russia russian russians"),
        ("2023-04-15", "sudan sudanese khartoum rsf"),
        ("2023-05-03", "manipur kuki meitei"),
        ("2023-10-07", "gaza hamas israel israeli"),
        ("2023-10-08", "lebanon lebanese hezbollah"),
        ("2023-10-27", "myanmar brotherhood kokang"),
        ("2024-11-27", "syria syrian aleppo"),
    )
)
"""Wars whose first day is common knowledge, with words that tell which war is meant."""


def find_start(
    document: Document,
    times: list[When],
    counting: set[int],
    words: list[frozenset[str]],
    published: date | None,
) -> When | None:
    """The time from which the article counts its dead.

    ``counting`` are the sentences that hold figures, ``words`` the words of every sentence. Without the day
    of publication the last day named stands in for it.
    """
    best: tuple[int, When] | None = None
    days = [when.last for when in times if when.precision is Precision.DAY]
    latest = published or max(days, default=None)
    told = frozenset().union(*words)
    for when in times:
        number = document.sentence_at(when.at)
        grade = start_grade(document, when, number in counting, words[number])
        if when.precision is Precision.DAY and _is_known(when.first, told):
            grade = _KNOWN
        elif not grade and latest is not None and latest - when.last >= _LASTING:
            grade = _ENTRY if _tells_of_entry(document, when, words[number]) else 0
        if grade and (best is None or grade > best[0]) and not tells_when_said(document, when):
            best = grade, when
    return best[1] if best else None


def _is_known(day: date, told: frozenset[str]) -> bool:
    """Whether common knowledge has a war of which the text tells begin on the day."""
    return any(known == day and not names.isdisjoint(told) for known, names in KNOWN_STARTS)


def _tells_of_entry(document: Document, when: When, words: frozenset[str]) -> bool:
    """Whether armed people came to stay: "the city that gunmen overran on 23 May"."""
    if when.precision is not Precision.DAY or when.role is not Role.POINT or words.isdisjoint(_ARMED):
        return False
    return not _ENTERED.isdisjoint(document.low[max(0, when.at - 16) : when.after + 12])


def first_harm(document: Document, times: list[When], words: list[frozenset[str]]) -> date | None:
    """The first of the last weeks' days on which somebody was harmed: where no start is named, the likeliest."""
    daily = [when for when in times if when.precision is Precision.DAY and when.role is not Role.UNTIL]
    daily = [when for when in daily if not tells_when_said(document, when)]
    latest = max((when.last for when in daily), default=None)
    if latest is None:
        return None
    days = [when.first for when in daily if not words[document.sentence_at(when.at)].isdisjoint(HOSTILE | HARMED)]
    return min((day for day in days if _A_FEW_DAYS < latest - day < _SOME_WEEKS), default=None)


def start_grade(document: Document, when: When, counts: bool, words: frozenset[str]) -> int:
    """How well the time serves as the start, 0 if not: a day beats a month, a count's own "since" any other."""
    if when.precision in (Precision.YEAR, Precision.WEEK) or when.role in (Role.DATELINE, Role.UNTIL):
        return 0
    sentence = document.sentences[document.sentence_at(when.at)]
    near = frozenset(document.low[max(sentence.first, when.at - 8) : min(sentence.after, when.after + 8)])
    daily = when.precision is Precision.DAY
    if when.role is Role.SINCE:
        before = frozenset(document.low[max(sentence.first, when.at - 8) : when.at])
        if before & UNCOUNTED and not before & _BROKEN:
            return 0
        if _is_compared(document, when.at):
            return 4 * daily if before & STARTED and before & CAMPAIGN else 0
        return 5 + counts + 2 * daily if counts or near & HOSTILE else 3 * daily
    if document.low[when.after : when.after + 3] == [",", "the", "day"]:
        return 5 + daily
    if {"first", "shot"} <= near and when.role is Role.POINT:
        return 4 + daily
    leading = document.low[max(sentence.first, when.at - 4) : when.at]
    if any(one in _WHICH and two in BEGAN for one, two in pairwise(leading)):
        return 4 + daily
    opening = document.low[sentence.first : sentence.first + 2]
    if daily and len(opening) == 2 and opening[0] in _IT and opening[1] in STARTED and when.role is Role.POINT:
        return 4
    brief = daily and when.role is Role.SPAN
    if daily and when.role is Role.SPAN and not TRIGGERED.isdisjoint(document.low[when.at : when.after]):
        return 5
    relative = brief and not (document.word(when.at).isdecimal() or document.word(when.at) in MONTHS)
    began = near & BEGAN or {"fired", "first"} <= near or (near & _WENT and near & {"in", "into"})
    if not relative and began and words & (HOSTILE | IMPERSONAL | _BOOKS):
        return 4 + daily
    days = when.last - when.first
    if brief and _A_FEW_DAYS < days < _SOME_WEEKS and words & (CAMPAIGN | LASTED):
        return 4
    if {"set", "off"} <= words and words & CAMPAIGN and when.role is Role.POINT:
        return 4 + daily
    if near & TRIGGERED and words & HOSTILE and when.role is Role.POINT:
        return 2 + daily
    anniversary = daily and not {"year", "years"}.isdisjoint(document.low[when.at : when.after])
    of_what = document.word(when.at - 2) if document.word(when.at - 1) == "of" else ""
    return 3 if anniversary or of_what in ("invasion", "outbreak", "war") else 0


def _is_compared(document: Document, at: int) -> bool:
    """Whether a "since" before ``at`` compares: "the deadliest attack since 2014"."""
    before = document.low[max(0, at - 10) : at]
    if "since" not in before:
        return False
    lead = before[: before.index("since")][-8:]
    told = [word for back, word in zip(["", *lead], lead, strict=False) if not is_bound(back, word)]
    return not _COMPARED.isdisjoint(told) and "." not in lead


def tells_a_start(before: list[str]) -> bool:
    """Whether the words before a time tell of a start: "begun on", "broke out on", "took up arms in"."""
    if "broke" in before and "out" not in before:
        return False
    return not STARTED.isdisjoint(before) or "broke" in before or "arms" in before


def start_day(when: When, words: list[frozenset[str]]) -> date | None:
    """The first day of the count: of a month the known day, else the first; of a year none."""
    if when.precision is Precision.YEAR:
        return None
    if when.precision is not Precision.MONTH or when.first.day != 1:
        return when.first
    known = [(day, names) for day, names in KNOWN_STARTS if day.replace(day=1) == when.first]
    told = [(sum(not names.isdisjoint(sentence) for sentence in words), day) for day, names in known]
    mentions, day = max(told, default=(0, when.first), key=lambda found: found[0])
    return day if mentions else when.first
