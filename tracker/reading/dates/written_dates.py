"""Dates by their name or number: "27 September", "Sept. 19-20", "mid-April", "2009", "2020-09-27"."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from tracker.lib.vocabulary import Precision
from tracker.reading.dates.calendar_terms import (
    DASHES,
    FIRST_YEAR,
    LAST_YEAR,
    MONTHS,
    ORDINALS,
    SHADES,
    Ground,
    Mention,
    Role,
)

_NAMES_TOO = frozenset({"may", "march", "mar", "jan"})
_BEFORE_MONTH = frozenset("in since of by until last this early late mid from during and to between".split())
_AFTER_MAY = frozenset("was saw is brought had has proved 's".split())
_LONGEST_SHORT_NAME = 4
_UNSHORTENED = frozenset({"may", "june", "july"})
_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS_IN_WORDS = {word: number for number, word in enumerate(_ORDINAL_WORDS.split(), start=1)} | {"thirtieth": 30}
_TENS = {"twenty": 20, "thirty": 30}
_LAST_OF_A_TEN = 9
_THE_MONTH = frozenset({"the", "this", "that"})
_BEFORE_A_DAY = frozenset({"on", "of", "since", "by", "until"})
_AFTER_ORDINAL = frozenset(
    "and when after at in with as to it the there here had has have was were is but by for from while they he she that"
    " which where then on near outside said says".split()
)
_AFTER_A_YEAR = DASHES | {",", ":", "."}
_OF_A_LIFE = frozenset({"born", "birth", "founded", "built"})


def month_date(ground: Ground, at: int) -> Mention | None:
    """A month at ``at`` with its day and year where they stand beside it."""
    if not ground.document.is_capital(at):
        return None
    word, begin = ground.document.low[at], at
    stop = ground.word(at + 1) == "." and word not in _UNSHORTENED and len(word) <= _LONGEST_SHORT_NAME
    after = at + 2 if stop and ground.day_at(at + 2) is not None else at + 1
    day, last_day, after = _day_after(ground, after)
    if day is None:
        day, last_day, begin = _day_before(ground, at)
    if day is None and word in _NAMES_TOO and not _is_month(ground, at):
        return None
    if stop and after == at + 1 and ground.year_at(after + 1) is not None:
        after += 1
    year, after = _year_after(ground, after)
    if day is not None:
        if (ground.word(begin - 2), ground.word(begin - 1)) == ("night", "of"):
            day, last_day = last_day or day, None
        return Mention(begin, after, year, MONTHS[word], day, last_day)
    shade, begin = _shade_before(ground, begin)
    if year is None and ground.word(begin - 1) in ("last", "this"):
        begin -= 1
    return Mention(begin, after, year, MONTHS[word], shade=shade, precision=Precision.MONTH)


def _is_month(ground: Ground, at: int) -> bool:
    """Whether a word that may be a verb or a name is the month: "in May", "May was worse", "March 2014", "MARCH."."""
    sentence = ground.document.sentences[ground.document.sentence_at(at)]
    if sentence.first == at and (sentence.after == at + 2 or ground.word(at + 1) == ":"):
        return True
    may_is_subject = ground.document.low[at] == "may" and ground.word(at + 1) in _AFTER_MAY
    return may_is_subject or ground.word(at - 1) in _BEFORE_MONTH or ground.year_at(at + 1) is not None


def _day_after(ground: Ground, at: int) -> tuple[int | None, int | None, int]:
    """The day of the month that stands at ``at`` ("7", "7th", "19-20"), its end, and the next token."""
    at += ground.word(at) == "the"
    if ground.word(at) in ORDINALS_IN_WORDS and ground.word(at - 1) == "the":
        return ORDINALS_IN_WORDS[ground.word(at)], None, at + 1
    day = ground.day_at(at)
    if day is None or _is_clock_time(ground, at):
        return None, None, at
    after = at + 2 if ground.word(at + 1) in ORDINALS else at + 1
    last = ground.day_at(after + 1) if ground.word(after) in DASHES else None
    return (day, last, after + 2) if last is not None and last > day else (day, None, after)


def _is_clock_time(ground: Ground, at: int) -> bool:
    """Whether the number at ``at`` begins an hour: "14 October, 21:30"."""
    return ground.word(at + 1) == ":" and ground.word(at + 2).isdecimal()


def _day_before(ground: Ground, at: int) -> tuple[int | None, int | None, int]:
    """The day of the month that stands before ``at`` ("7", "7th of", "19-20"), its end, and its first token."""
    begin = at - 2 if ground.word(at - 1) == "of" else at - 1
    if begin == at - 2 and ground.word(begin) in ORDINALS_IN_WORDS:
        told, first_at = _day_in_words(ground, begin)
        return told, None, first_at
    if ground.word(begin) in ORDINALS:
        begin -= 1
    day = ground.day_at(begin)
    if day is None:
        return None, None, at
    first, link = ground.day_at(begin - 2), ground.word(begin - 1)
    linked = link in DASHES or link in ("to", "/") or (link == "and" and ground.word(begin - 3) in ("between", "from"))
    return (first, day, begin - 2) if linked and first is not None and first < day else (day, None, begin)


def _day_in_words(ground: Ground, at: int) -> tuple[int, int]:
    """The day told by the ordinal word at ``at`` ("sixteenth", "twenty-third"), and its first token."""
    day, begin = ORDINALS_IN_WORDS[ground.word(at)], at
    tens_at = at - 2 if ground.word(at - 1) in DASHES else at - 1
    tens = _TENS.get(ground.word(tens_at))
    if tens is not None and day <= (1 if tens == _TENS["thirty"] else _LAST_OF_A_TEN):
        day, begin = day + tens, tens_at
    return day, begin


def _year_after(ground: Ground, at: int) -> tuple[int | None, int]:
    """The year that stands at ``at``, perhaps after a comma or as "of last year", and the next token."""
    ahead = at + 1 if ground.word(at) == "," else at
    year = ground.year_at(ahead)
    if year is not None:
        return year, ahead + 1
    ahead = at + 1 if ground.word(at) == "of" else at
    if ground.published and ground.word(ahead + 1) == "year" and ground.word(ahead) in ("last", "this"):
        return ground.published.year - (ground.word(ahead) == "last"), ahead + 2
    return None, at


def _shade_before(ground: Ground, begin: int) -> tuple[int | None, int]:
    """Whether "early", "mid-" or "the end of" stands before ``begin``, and where it does."""
    at = begin - 2 if ground.word(begin - 1) in DASHES or ground.word(begin - 1) == "of" else begin - 1
    shade = SHADES.get(ground.word(at))
    return (shade, at) if shade is not None else (None, begin)


def number_date(ground: Ground, at: int) -> Mention | None:
    """A number that is a date or begins one: "2009", "1990s", "1992-93", "2020-09-27", "27.09.2020", "the 18th"."""
    word = ground.document.low[at]
    if "." in word:
        return _numeric(at, at + 1, word.split("."))
    if ground.word(at + 1) == "/" and ground.word(at + 3) == "/":
        return _numeric(at, at + 5, [ground.word(at + step) for step in (0, 2, 4)])
    year = ground.year_at(at)
    if year is None:
        return _ordinal(ground, at) if ground.word(at + 1) in ORDINALS and ground.word(at - 1) == "the" else None
    dated = _year_before_date(ground, at, year)
    if dated is not None:
        return dated
    if ground.word(at + 1) in DASHES and ground.word(at + 3) in DASHES:
        full = _numeric(at, at + 5, [ground.word(at + step) for step in (4, 2, 0)])
        if full is not None:
            return full
    return None if _is_of_a_life(ground, at) else _years(ground, at, year)


def _year_before_date(ground: Ground, at: int, year: int) -> Mention | None:
    """ "2004, Oct 25": a year that opens a line or sentence before its day."""
    month_at = at + 2 if ground.word(at + 1) in _AFTER_A_YEAR else at + 1
    if ground.word(month_at) not in MONTHS and ground.word(month_at + 1) in MONTHS:
        month_at += 1
    opening = ground.document.sentences[ground.document.sentence_at(at)].first
    if ground.word(month_at) not in MONTHS or opening != at:
        return None
    date_named = month_date(ground, month_at)
    if date_named is None or date_named.day is None or date_named.year is not None:
        return None
    return replace(date_named, at=at, year=year)


def _numeric(at: int, after: int, parts: list[str]) -> Mention | None:
    if len(parts) != 3 or not all(part.isascii() and part.isdecimal() and len(part) <= 4 for part in parts):
        return None
    day, month, year = map(int, parts)
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return Mention(at, after, year, month, day)


def _ordinal(ground: Ground, at: int) -> Mention | None:
    """ "The 18th" of the month at hand or the one before; not "the 18th brigade"."""
    day, ahead = ground.day_at(at), ground.word(at + 2)
    if day is None or (ahead[:1].isalpha() and ahead not in _AFTER_ORDINAL and not _is_of_a_month(ground, at + 2)):
        return None
    return _last_such_day(ground, at, at + 2, day)


def ordinal_word(ground: Ground, at: int) -> Mention | None:
    """ "The first of the month", "on the twenty-third"; not "the first attack"."""
    day, begin = _day_in_words(ground, at)
    lead, ahead = (ground.word(begin - 2), ground.word(begin - 1)), ground.word(at + 1)
    if lead[1] != "the":
        return None
    if _is_of_a_month(ground, at + 1):
        return _last_such_day(ground, begin, at + 4, day)
    alone = not ahead[:1].isalpha() or ahead in _AFTER_ORDINAL
    return _last_such_day(ground, begin, at + 1, day) if alone and lead[0] in _BEFORE_A_DAY and begin < at else None


def _is_of_a_month(ground: Ground, at: int) -> bool:
    """Whether "of the month", "of this month" stands at ``at``."""
    return (ground.word(at), ground.word(at + 2)) == ("of", "month") and ground.word(at + 1) in _THE_MONTH


def _last_such_day(ground: Ground, at: int, after: int, day: int) -> Mention | None:
    """The last such day of a month up to publication."""
    if ground.published is None:
        return None
    month = ground.published
    if day > month.day:
        month = month.replace(day=1) - timedelta(days=1)
    if day > monthrange(month.year, month.month)[1]:
        return None
    return Mention(at, after, known=(month.replace(day=day), month.replace(day=day)))


def _is_of_a_life(ground: Ground, at: int) -> bool:
    """Whether the year is one of birth or founding."""
    before = ground.document.low[max(0, at - 7) : at]
    return not _OF_A_LIFE.isdisjoint(before) and "." not in before


def _years(ground: Ground, at: int, year: int) -> Mention:
    """ "2009", "early 2009", "1990s", "1992-93", "2014-2016"."""
    if ground.word(at + 1) == "s":
        known = date(year, 1, 1), date(year + 9, 12, 31)
        return Mention(at, at + 2, known=known, precision=Precision.YEAR)
    if ground.word(at + 1) in DASHES:
        end = ground.word(at + 2)
        short = len(end) == 2 and end.isascii() and end.isdecimal()
        last = int(end) + year // 100 * 100 if short else ground.year_at(at + 2)
        if last is not None and last > year:
            known = date(year, 1, 1), date(last, 12, 31)
            return Mention(at, at + 3, known=known, precision=Precision.YEAR, role=Role.SPAN)
    shade, begin = _shade_before(ground, at)
    return replace(Mention(begin, at + 1, year, precision=Precision.YEAR), shade=shade)
