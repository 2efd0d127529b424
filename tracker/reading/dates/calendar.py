"""Times named in a text ("27 September", "on Thursday", "in the past 24 hours"), each as a first and a last day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from tracker.lib.vocabulary import Precision
from tracker.reading.dates import relative_times, time_spans, written_dates
from tracker.reading.dates.calendar_terms import (
    DASHES,
    DAY,
    DAYS_IN,
    FIRST_YEAR,
    LAST_YEAR,
    MONTHS,
    SEASONS,
    WEEKDAYS,
    Bounds,
    Ground,
    Mention,
    Role,
    month_bounds,
    shaded,
)
from tracker.reading.document import Document

_BEGIN = frozenset({"since", "from", "starting", "beginning"})
_CLOSE = frozenset({"until", "till", "by", "through", "before"})
_SKIPPED = frozenset(
    "the on early late mid about around shortly night evening morning dawn midnight daybreak noon of last start middle"
    " beginning end close".split()
)
_LINKS = DASHES | {"to", "and", "until", "through"}
_END_LINKS = frozenset({("to",), ("ending",), ("ending", "on"), ("ended",), ("ended", "on"), ("until",), ("up", "to")})
_AS_OF = frozenset({("as", "of"), ("as", "at"), ("and", "including")})
_OPENERS = frozenset({"from", "between"})
_SMALL_HOURS = frozenset({"dawn", "midnight", "daybreak", "sunrise", "noon", "midday", "dusk"})
_ENDING = frozenset({"end", "close"})
_DATED = frozenset("dated dates dating notes notebook report footage video photographs images statement letter".split())
_REACHING = frozenset({"going", "goes", "dating", "dates", "reaching", "reaches"})
_ONSETS = frozenset({"start", "beginning", "outbreak"})
_HOURS_NAMED = frozenset({"midnight", "noon", "midday"})
_LONGEST_ASIDE, _LONGEST_CLAUSE = 24, 16
_NEIGHBOURING = ("day", "night", "evening", "morning", "afternoon")
_Rule = Callable[[Ground, int], Mention | None]
_NO_RULES: dict[str, _Rule] = {}
_RULES = (
    _NO_RULES
    | dict.fromkeys(MONTHS, written_dates.month_date)
    | dict.fromkeys(SEASONS, time_spans.season)
    | dict.fromkeys(WEEKDAYS, relative_times.weekday)
    | dict.fromkeys(("today", "tonight", "yesterday", "overnight"), relative_times.near_day)
    | dict.fromkeys(("ago", "earlier", "before", "previously", "later", "after"), relative_times.ago)
    | dict.fromkeys(DAYS_IN, time_spans.unit)
    | dict.fromkeys(_NEIGHBOURING, relative_times.neighbouring)
    | dict.fromkeys(("half", "quarter"), time_spans.share)
    | dict.fromkeys(("christmas", "'s"), relative_times.holiday)
    | dict.fromkeys(written_dates.ORDINALS_IN_WORDS, written_dates.ordinal_word)
    | {"period": time_spans.same_period}
)
"""The rule for each word from which a time can be told."""


class When(NamedTuple):
    """A time named by the tokens ``at`` to ``after``: its first and last day, how precise it is, and its role."""

    at: int
    after: int
    first: date
    last: date
    precision: Precision
    role: Role


def find_times(document: Document, published: date | None, taken: Iterable[tuple[int, int]] = ()) -> list[When]:
    """The times named in ``document`` in order, resolved against ``published``.

    Tokens in ``taken`` (the figures' own) are never read as dates. Without ``published`` a dateline with a year
    stands in for it; what cannot be resolved is left out.
    """
    published = within_reach(published)
    busy = {at for first, after in taken for at in range(first, after)}
    return _Calendar(Ground(document, busy, published, published)).read()


def within_reach(published: date | None) -> date | None:
    """The day of publication, if it is one from which days and years can be counted."""
    return published if published is not None and FIRST_YEAR < published.year <= LAST_YEAR else None


class _Calendar:
    """One pass over a document, which joins the ends of spans and resolves what it finds."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._found: list[When] = []
        self._openings = _paragraph_openings(ground.document)
        self._entry: date | None = None

    def read(self) -> list[When]:
        """Every time, in order and without overlaps."""
        pending: Mention | None = None
        after = 0
        for at, word in enumerate(self._ground.document.low):
            if at < after or not (word in _RULES or "0" <= word[0] <= "9"):
                continue
            mention = self._mention(at)
            if mention is None:
                continue
            joined = self._joined(pending, mention) if pending is not None else None
            if pending is not None and joined is None:
                self._keep(pending)
            self._lean_on(joined or mention)
            pending = joined or mention
            after = mention.after
        if pending is not None:
            self._keep(pending)
        return self._found

    def _mention(self, at: int) -> Mention | None:
        if at in self._ground.busy:
            return None
        word = self._ground.document.low[at]
        rule = _RULES.get(word)
        if rule is not None:
            return rule(self._ground, at)
        return written_dates.number_date(self._ground, at) if word[0].isdecimal() and word.isascii() else None

    def _lean_on(self, mention: Mention) -> None:
        """Keep the day for "a day earlier", unless a count starts there; a dateline stands in for publication."""
        bounds = self._resolve(mention)
        if bounds is None:
            return
        if mention.precision is not Precision.DAY:
            self._ground.latest_of[mention.precision.value] = bounds[0]
            self._ground.latest_span = bounds
            return
        if self._opens_an_entry(mention) and (mention.year is not None or self._entry is not None):
            self._entry = bounds[1]
        if self._role(mention) is not Role.SINCE:
            self._ground.latest = bounds[1]
        if self._ground.published is None and self._is_dateline(mention):
            self._ground.published = bounds[1]

    def _keep(self, mention: Mention) -> None:
        bounds = self._resolve(mention)
        if bounds is None or (self._found and mention.at < self._found[-1].after):
            return
        first, last = bounds
        today = self._ground.published
        if today is not None and first <= today < last:
            last = today
        role = Role.DATELINE if self._is_dateline(mention) else self._role(mention)
        self._found.append(When(mention.at, mention.after, first, last, mention.precision, role))

    def _joined(self, one: Mention, two: Mention) -> Mention | None:
        """One span out of "from January to June 2019", "May 3 - May 9", "Saturday and Sunday", "the week to 4 May"."""
        if one.length is not None:
            return self._ended(one, one.length, two)
        link = self._link(one, two)
        if link is None:
            return None
        opened = self._ground.word(one.at - 1) in _OPENERS
        if not opened and link in ("and", "to") and one.precision is not two.precision:
            return None
        if not opened and link == "and" and not self._is_next(one, two):
            return None
        if one.year is None and one.month is not None and two.year is not None:
            one = replace(one, year=two.year - (two.month is not None and one.month > two.month))
        first, last = self._resolve(one), self._resolve(two)
        if first is not None and last is not None and first[0] > last[1] and one.year is None and one.month and opened:
            one = replace(one, year=first[0].year - 1)
            first = self._resolve(one)
        if first is None or last is None or first[0] > last[1]:
            return None
        return Mention(one.at, two.after, known=(first[0], last[1]), precision=one.precision, role=Role.SPAN)

    def _ended(self, one: Mention, length: tuple[int, str], two: Mention) -> Mention | None:
        """The span of the given length that ends with the second time."""
        last = self._resolve(two)
        if last is None or tuple(self._ground.document.low[one.after : two.at]) not in _END_LINKS:
            return None
        known = time_spans.span_to(length, last[1])
        return Mention(one.at, two.after, known=known, role=Role.SPAN) if known else None

    def _link(self, one: Mention, two: Mention) -> str | None:
        """The word that makes a span of two times, also around an aside: "between May 3, when it began, and June 1"."""
        size = two.at - one.after
        if not 1 <= size <= _LONGEST_ASIDE:
            return None
        between = self._ground.document.low[one.after : two.at]
        if between[-1] in _HOURS_NAMED and len(between) > 1:
            between.pop()
        if between[-1] == "the" and size == 2:
            between.pop()
        aside = len(between) > 2 and between[0] == "," and self._ground.word(one.at - 1) in _OPENERS
        if aside and one.precision is two.precision:
            del between[:-1]
        return between[0] if len(between) == 1 and between[0] in _LINKS else None

    def _is_next(self, one: Mention, two: Mention) -> bool:
        """Whether the second time is the day after the first, or overlaps with it."""
        first, last = self._resolve(one), self._resolve(two)
        return first is not None and last is not None and timedelta() < last[0] - first[1] <= timedelta(days=1)

    def _resolve(self, mention: Mention) -> Bounds | None:
        if mention.known is not None or mention.length is not None:
            return mention.known
        year = mention.year if mention.year is not None else self._implied_year(mention)
        if year is None:
            return None
        if mention.month is None:
            return shaded(date(year, 1, 1), date(year, 12, 31), mention.shade)
        if mention.day is None:
            return shaded(*month_bounds(year, mention.month), mention.shade)
        first = time_spans.day_of_month(year, mention.month, mention.day)
        last = time_spans.day_of_month(year, mention.month, mention.last_day or mention.day)
        return (first, last or month_bounds(year, mention.month)[1]) if first else None

    def _implied_year(self, mention: Mention) -> int | None:
        """The latest year in which the day or month does not lie after publication; a time zone may be ahead.

        Where the day of publication is unknown: the year named last, or one beside it that fits the weekday.
        """
        if mention.month is None:
            return None
        today = self._ground.published
        if today is not None:
            entry = self._year_of_entry(mention, today)
            if entry is not None:
                return entry
            latest = today + DAY if mention.day else today
            later = (mention.month, max(1, mention.day or 1)) > (latest.month, latest.day)
            return latest.year - later
        of = self._ground.latest_of
        named = self._ground.latest or of.get("month") or of.get("year")
        if named is None or mention.weekday is None or mention.day is None:
            return named.year if named else None
        years = (named.year, named.year + 1, named.year - 1)
        days = (time_spans.day_of_month(year, mention.month, mention.day) for year in years)
        return next((day.year for day in days if day and day.weekday() == mention.weekday), None)

    def _opens_an_entry(self, mention: Mention) -> bool:
        """Whether a date opens its paragraph, as in a chronicle."""
        document, at = self._ground.document, mention.at
        sentence = document.sentence_at(at)
        paragraph = document.sentences[sentence].paragraph
        before = document.sentences[sentence - 1].paragraph if sentence else -1
        return mention.day is not None and paragraph != before and at <= document.sentences[sentence].first + 1

    def _year_of_entry(self, mention: Mention, today: date) -> int | None:
        """The year of a chronicle's entry that names none: that of the entry before, or the next."""
        if self._entry is None or mention.month is None or not self._opens_an_entry(mention):
            return None
        year = self._entry.year + ((mention.month, mention.day or 1) < (self._entry.month, self._entry.day))
        return year if (year, mention.month, mention.day or 1) <= (today.year, today.month, today.day) else None

    def _role(self, mention: Mention) -> Role:
        word = self._ground.word
        at = mention.at - 1
        while word(at) in _SKIPPED and mention.at - at < 6:
            at -= 1
        if word(at) == "before" and word(at + 1) in _SMALL_HOURS:
            return Role.SINCE if word(at - 1) == "since" else Role.POINT
        if mention.role is Role.SPAN:
            return Role.SPAN
        if word(at) == "from" and (mention.last_day or word(at - 1) in _DATED):
            return Role.SPAN if mention.last_day else Role.POINT
        begun = word(at) in _BEGIN and not (word(at) == "from" and word(mention.after) == "'s")
        begun = begun or (word(at - 2) in _REACHING and (word(at - 1), word(at)) == ("back", "to"))
        open_end = word(at) == "between" and (word(mention.after), word(mention.after + 1)) == ("and", "the")
        if begun or open_end or self._follows_since(mention.at):
            return Role.SINCE
        pairs = (word(at - 1), word(at)), (word(mention.at - 2), word(mention.at - 1))
        to_the_end = word(at) in ("to", "at") and not _ENDING.isdisjoint((word(at + 1), word(at + 2)))
        if word(at) in _CLOSE or to_the_end or pairs[0] in (("up", "to"), ("ran", "to")) or pairs[1] in _AS_OF:
            return Role.UNTIL
        if mention.role is not None:
            return mention.role
        return Role.POINT if mention.precision is Precision.DAY and not mention.last_day else Role.SPAN

    def _follows_since(self, at: int) -> bool:
        """Whether "since" opens the clause or sentence: "since fighting broke out anew on Monday"."""
        opening = self._ground.document.sentences[self._ground.document.sentence_at(at)].first
        if self._ground.word(opening) == "since" and not (self._found and self._found[-1].at >= opening):
            return at - opening <= _LONGEST_ASIDE
        near = self._ground.document.low[max(0, at - _LONGEST_CLAUSE) : at]
        if "since" not in near and "from" not in near:
            return False
        for before in range(at - 1, at - 1 - _LONGEST_CLAUSE, -1):
            word = self._ground.word(before)
            if word == "since" or (word == "from" and self._ground.word(before + 2) in _ONSETS):
                return True
            if not word or not (word[0].isalnum() or word == "-"):
                return False
        return False

    def _is_dateline(self, mention: Mention) -> bool:
        """ "KABUL, May 28 -": a date between the capitals that open a paragraph and a dash; or a line of its own."""
        start = self._openings.get(mention.at)
        if start is None:
            return False
        place = [self._ground.document.raw(at) for at in range(start, mention.at)]
        ends = mention.after == len(self._ground.document) or mention.after in self._openings.values()
        if start == mention.at or ends:
            single = mention.precision is Precision.DAY and mention.role is None
            return ends and single and not any(word[0].islower() for word in place)
        named = place[0].isupper() and len(place[0]) > 2 and not any(word[0].islower() for word in place)
        return named and self._ground.word(mention.after) in DASHES | {".", "(", ":"}


def _paragraph_openings(document: Document) -> dict[int, int]:
    """For the first ten tokens of each of the first three paragraphs, the token that opens the paragraph."""
    openings: dict[int, int] = {}
    seen = -1
    for sentence in document.sentences:
        if sentence.paragraph > 2:
            break
        if sentence.paragraph != seen:
            seen = sentence.paragraph
            openings |= dict.fromkeys(range(sentence.first, sentence.first + 10), sentence.first)
    return openings
