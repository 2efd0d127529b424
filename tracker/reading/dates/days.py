"""The days to which a figure may hold: every time told near it, each day with the cues for and against it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date, timedelta

from tracker.lib.vocabulary import Outcome, Precision, Scope
from tracker.reading.dates.calendar import When
from tracker.reading.dates.calendar_terms import MONTHS, WEEKDAYS, Role
from tracker.reading.dates.clauses import Clauses
from tracker.reading.dates.context import CONTRAST, Context
from tracker.reading.dates.scope_words import ATTACK, ATTACKS, STRUCK
from tracker.reading.dates.statements import HARMED
from tracker.reading.figures import Figure

_BACK, _AHEAD, _PARAGRAPHS_BACK = 12, 3, 6
_MOST_BEFORE, _MOST_AFTER, _MOST_HERE, _MOST_OPENING = 8, 4, 12, 8
_DISTANCES = (3, 8, 15, 25, 50)
_AGES = ((0, "ahead"), (1, "0"), (2, "1"), (3, "2"), (8, "3 to 7"), (31, "up to 30"), (366, "up to 365"))
_REACH = 120
_HARMFUL = HARMED | ATTACK | ATTACKS | STRUCK
_RELATIVES = frozenset("who whom whose which when where that".split())
_DAYS_TOLD = frozenset("ago earlier before later after previously today yesterday overnight tonight this that".split())
_OPENING_PARAGRAPHS = 3
_HARM_DAYS = 3
_TELLING = 3


Number = tuple[Outcome, int | None]


@dataclass
class Day:
    """A day to which a figure may hold, or None for no day, with the times near by that name it."""

    day: date | None
    cues: set[str] = field(default_factory=set)
    times: list[When] = field(default_factory=list)


class Days:
    """The candidates for the figures of one article; the days that figures were given tell on those that follow."""

    def __init__(self, context: Context, clauses: Clauses) -> None:
        self.context = context
        self.clauses = clauses
        self.given: list[date | None] = []
        self.given_to: dict[Scope | Number, date | None] = {}
        self.sorts = {when.at: self._sort(when) for when in context.times}
        self.kinds = {when.at: self._kind(when) for when in context.times}
        self.named: dict[date, int] = {}
        harms: dict[date, None] = {}
        for when in context.times:
            day = day_of(when)
            self.named[day] = self.named.get(day, 0) + 1
            if self.sorts[when.at].startswith("of harm"):
                harms[day] = None
        self.harms = list(harms)
        self.bounds = (min(harms), max(harms)) if harms else None
        self.says = "said" in self.sorts.values()
        self.counting = frozenset(context.sentence_of(figure) for figure in context.figures)
        self._names: dict[int, frozenset[str]] = {}

    def of_next(self) -> list[Day]:
        """Every day to which the next figure may hold; one of them is no day."""
        return _Gathering(self, len(self.given)).everything()

    def settle(self, day: date | None) -> None:
        """Note the day that the next figure is given."""
        figure = self.context.figures[len(self.given)]
        self.given.append(day)
        self.given_to[figure.scope] = day
        if figure.value is not None and figure.value > _TELLING:
            self.given_to.setdefault(number_of(figure), day)

    def names_in(self, number: int) -> frozenset[str]:
        """The names that stand in a sentence."""
        if number not in self._names:
            inner = self.context.document.inner_capitals
            named = (word for word in self.context.words[number] if word in inner and len(word) > 2)
            self._names[number] = frozenset(word for word in named if word not in MONTHS and word not in WEEKDAYS)
        return self._names[number]

    def _sort(self, when: When) -> str:
        """What the time tells: the day of harm, of a statement, the bounds of a count."""
        if when.role in (Role.DATELINE, Role.SINCE, Role.UNTIL):
            return str(when.role.value)
        if when.precision in (Precision.MONTH, Precision.YEAR):
            return "a month or year"
        if when.role is Role.SPAN:
            return "a span up to now" if when.last == self.context.published else "a span"
        if when.at in self.context.said:
            return "said"
        if when.precision is Precision.WEEK:
            return "a week"
        document = self.context.document
        number = document.sentence_at(when.at)
        sentence = document.sentences[number]
        near = document.low[max(sentence.first, when.at - 8) : min(sentence.after, when.after + 8)]
        if not _HARMFUL.isdisjoint(near):
            return "of harm"
        return "of something" if _HARMFUL.isdisjoint(self.context.words[number]) else "of harm further off"

    def _kind(self, when: When) -> str:
        """In which form the time is written."""
        words = self.context.document.low[when.at : when.after]
        if when.precision is not Precision.DAY:
            return f"a {when.precision.value}"
        if not MONTHS.keys().isdisjoint(words):
            return "a date"
        if not WEEKDAYS.keys().isdisjoint(words):
            return "a weekday"
        return next((word for word in (words[-1], words[0]) if word in _DAYS_TOLD), "another form")


def day_of(when: When) -> date:
    """The day to which a figure of that time holds: its last, but the first of what lasts since."""
    return when.first if when.role is Role.SINCE else when.last


def number_of(figure: Figure) -> Number:
    """The figure's number, for finding where it is told again."""
    return figure.outcome, figure.value


class _Gathering:
    """Gathers the candidates for one figure."""

    def __init__(self, days: Days, index: int) -> None:
        self.days, self.index = days, index
        self.context = context = days.context
        self.document = context.document
        self.figure = context.figures[index]
        self.number = context.sentence_of(self.figure)
        self.paragraph = self.document.sentences[self.number].paragraph
        self.scope = self.figure.scope.value
        self.manner = self._manner()
        here = context.by_sentence.get(self.number, [])
        middle = bisect_left(here, self.figure.at, key=lambda when: when.at)
        self.here = here[max(0, middle - _MOST_HERE) : middle + _MOST_HERE]
        self.told = self._told({days.sorts[when.at] for when in self.here})
        self.found: dict[date | None, Day] = {}

    def everything(self) -> list[Day]:
        """All candidates, with all that speaks for each."""
        self._own_sentence()
        self._sentences_before()
        self._sentences_after()
        self._opening()
        self._harm()
        self._publication()
        self._other_figures()
        for day, found in self.found.items():
            if day is not None:
                found.cues |= self._traits(day)
        self._none()
        return list(self.found.values())

    def _of(self, day: date | None, when: When | None = None) -> Day:
        found = self.found.get(day)
        if found is None:
            found = self.found[day] = Day(day)
        if when is not None:
            found.times.append(when)
        return found

    def _manner(self) -> str:
        """How the figure's clause stands in time."""
        clauses, index = self.days.clauses, self.index
        if clauses.is_replaced(index):
            return "replaced"
        if clauses.is_present(index):
            return "now"
        if clauses.runs_to_now(index):
            return "has been"
        if clauses.is_of_then(index):
            return "had been"
        return "is" if clauses.is_held(index) else "was"

    def _told(self, sorts: set[str]) -> str:
        """What the times of the figure's own sentence tell."""
        if "of harm" in sorts:
            return "harm and speech" if "said" in sorts else "harm"
        if "said" in sorts:
            return "speech"
        if sorts & {"a span", "a span up to now", "a month or year"}:
            return "a span"
        return "another time" if sorts else "no time"

    # Times near the figure

    def _own_sentence(self) -> None:
        at = self.figure.at
        before = [when for when in self.here if when.at < at]
        behind = [when for when in self.here if when.at >= at]
        for when in self.here:
            nearest = when is (before[-1] if when.at < at else behind[0])
            self._of(day_of(when), when).cues.update(self._stands(when, nearest))

    def _stands(self, when: When, nearest: bool) -> list[str]:
        """How a time of the figure's own sentence stands to it."""
        at, after = self.figure.at, self.figure.after
        first, last = self.context.clause_of(self.index)
        sort, scope = f"here: {self.days.sorts[when.at]}", self.scope
        side, begin, end = ("before", when.after, at) if when.at < at else ("behind", after, when.at)
        near = bisect_left(_DISTANCES, end - begin)
        clause = "its clause" if first <= when.at < last else "its sentence"
        rank = f"the nearest {side}" if nearest else f"further {side}"
        cues = [sort, f"{sort}, {scope}", f"{sort}, {scope}, {clause}", f"{sort}, {self.manner}", f"{sort}, {side}"]
        cues += [f"{sort}, {scope}, {rank}", f"here: {rank}", f"here: {clause}", f"here: {side}, {scope}"]
        cues += [f"here: within {near}, {side}", f"here: {self.days.kinds[when.at]}"]
        if len(self.here) == 1:
            cues.append(f"{sort}, alone, {scope}")
        else:
            cues.append(f"{sort}, beside {self.told}")
        between = set(self.document.low[begin : min(end, begin + _REACH)])
        if between & CONTRAST:
            cues.append(f"here: contrast, {side}")
        if between & _RELATIVES:
            cues.append(f"here: relative, {side}")
        if self._figure_within(begin, end):
            cues.append(f"{sort}, a figure between, {side}")
        return cues

    def _figure_within(self, begin: int, end: int) -> bool:
        figures, index = self.context.figures, self.index
        beside = figures[max(0, index - 1) : index] + figures[index + 1 : index + 2]
        return any(begin <= figure.at < end for figure in beside)

    def _place(self, number: int) -> str:
        apart = abs(self.document.sentences[number].paragraph - self.paragraph)
        return "its paragraph" if not apart else "the next paragraph" if apart == 1 else "far"

    def _sentences_before(self) -> None:
        sorts: set[str] = set()
        ranks: dict[date, int] = {}
        sentences, headline = self.document.sentences, self.document.headline
        for step in range(1, min(_BACK, self.number) + 1):
            number = self.number - step
            if sentences[number].first < headline <= self.figure.at:
                return
            if self.paragraph - sentences[number].paragraph > _PARAGRAPHS_BACK:
                return
            for when in reversed(self.context.by_sentence.get(number, [])[-_MOST_BEFORE:]):
                sort, day = self.days.sorts[when.at], day_of(when)
                cues = self._of(day, when).cues
                cues.update(self._told_before(when, number))
                if sort not in sorts:
                    sorts.add(sort)
                    cues.update(self._last_of_sort(f"before: the last {sort}", number))
                if day not in ranks:
                    rank = ranks[day] = min(len(ranks) + 1, 3)
                    cues.update(self._last_days(f"before: day {rank} back", number, self.days.kinds[when.at]))

    def _told_before(self, when: When, number: int) -> list[str]:
        """How a time of a sentence before stands to the figure."""
        sort = f"before: {self.days.sorts[when.at]}, {self.scope}"
        shared = min(2, len(self.days.names_in(number) & self.days.names_in(self.number)))
        cues = [sort, f"{sort}, {self._place(number)}", f"before: {shared} names shared, {self.scope}"]
        if self._heads_its_subject(when, number):
            cues.append(f"before: heads its paragraph, {self.scope}")
        return cues

    def _heads_its_subject(self, when: When, number: int) -> bool:
        """Whether the time opens what the figure's paragraph tells of, as in a chronicle."""
        topic = self.context.topic
        if topic[number] != topic[self.number] or (number and topic[number - 1] == topic[number]):
            return False
        return when.at <= self.document.sentences[number].first + 1

    def _last_of_sort(self, last: str, number: int) -> list[str]:
        counts = "counts" if number in self.days.counting else "no count"
        cues = [last, f"{last}, {self.scope}", f"{last}, {self.scope}, told {self.told}", f"{last}, {counts}"]
        cues += [f"{last}, {self.scope}, {self.manner}", f"{last}, {min(self.number - number, 4)} sentences"]
        return [*cues, f"{last}, {self.scope}, {self._place(number)}"]

    def _last_days(self, rank: str, number: int, kind: str) -> list[str]:
        back = f"before: {min(self.number - number, 4)} sentences"
        cues = [f"{rank}, {self._place(number)}", f"{rank}, {self.scope}", f"{rank}, told {self.told}"]
        return [*cues, f"{back}, {self.scope}", f"{back}, told {self.told}", f"before: {kind}, {self.scope}"]

    def _sentences_after(self) -> None:
        sorts: set[str] = set()
        for step in range(1, _AHEAD + 1):
            number = self.number + step
            for when in self.context.by_sentence.get(number, [])[:_MOST_AFTER]:
                sort = f"after: {self.days.sorts[when.at]}"
                cues = self._of(day_of(when), when).cues
                cues.add(f"{sort}, {self.scope}")
                if sort not in sorts:
                    sorts.add(sort)
                    cues |= {f"{sort}, {self.scope}, told {self.told}", f"{sort}, {step}, {self._place(number)}"}

    # Days of the article

    def _opening(self) -> None:
        document = self.document
        for when in self.context.times[:_MOST_OPENING]:
            paragraph = document.sentences[document.sentence_at(when.at)].paragraph
            if paragraph <= _OPENING_PARAGRAPHS:
                where = "headline" if when.at < document.headline else f"paragraph {min(paragraph, 2)}"
                sort = f"opening: {self.days.sorts[when.at]}"
                cues = self._of(day_of(when), when).cues
                cues |= {f"{sort}, {self.scope}", f"{sort}, {where}"}
                cues.add(f"opening: {where}, {self.scope}, told {self.told}")

    def _harm(self) -> None:
        """Days of harm by their order in the article, and the day from which it counts."""
        harms, scope = self.days.harms, self.scope
        for place, day in enumerate(harms[:_HARM_DAYS], start=1):
            self._of(day).cues |= {f"harm {place}, {scope}", f"harm {place}, {scope}, told {self.told}"}
        if self.days.bounds is not None:
            earliest, latest = self.days.bounds
            self._of(harms[0]).cues |= {f"the only harm, {scope}"} if len(harms) == 1 else set()
            self._of(earliest).cues.add(f"the earliest harm, {scope}")
            self._of(latest).cues.add(f"the latest harm, {scope}")
        if self.context.start in self.found and self.context.start is not None:
            self.found[self.context.start].cues.add(f"the start, {scope}")
        number = self.days.clauses.numbered_day(self.index)
        if number is not None and self.context.start is not None:
            self._of(self.context.start + timedelta(days=number - 1)).cues.add(f"the day of the war, {scope}")

    def _publication(self) -> None:
        if self.context.published is None:
            return
        scope, cues = self.scope, self._of(self.context.published).cues
        cues |= {f"published, {scope}", f"published, {self.manner}", f"published, {scope}, {self.manner}"}
        cues |= {f"published, told {self.told}", f"published, {scope}, told {self.told}"}
        outcome = self.figure.outcome.value
        cues |= {f"published, {scope}, {outcome}", f"published, {outcome}, {self.manner}"}
        if self.figure.outcome in (Outcome.MISSING, Outcome.CAPTURED) and self.manner == "now":
            cues.add("published, still missing or held")
        if self.figure.at < self.document.headline:
            cues.add(f"published, headline, {scope}")
        if not self.days.harms:
            cues.add(f"published, no harm dated, {scope}")
        if not self.days.says:
            cues.add(f"published, no statement dated, {scope}")

    # Days of other figures

    def _other_figures(self) -> None:
        figures, given, scope = self.context.figures, self.days.given, self.scope
        if self.index:
            last = figures[self.index - 1]
            number = self.context.sentence_of(last)
            where = "its sentence" if number == self.number else self._place(number)
            then = f"{last.scope.value} then {scope}"
            cues = self._of(given[-1]).cues
            cues |= {f"last figure, {where}", f"last figure, {then}", f"last figure, {where}, {then}"}
            cues |= {f"last figure, {where}, told {self.told}", f"last figure, {then}, {self.manner}"}
        if self.figure.scope in self.days.given_to:
            cues = self._of(self.days.given_to[self.figure.scope]).cues
            cues |= {f"last of its scope, {scope}", f"last of its scope, {scope}, told {self.told}"}
        whole = self.figure.part_of
        if whole is not None and whole < self.index:
            same = "same" if figures[whole].scope is self.figure.scope else "another"
            self._of(given[whole]).cues |= {f"the whole, {same} scope", f"the whole, {scope}, told {self.told}"}
        number_told = number_of(self.figure)
        if number_told in self.days.given_to:
            self._of(self.days.given_to[number_told]).cues |= {"the same number", f"the same number, {scope}"}

    # What a day is by itself

    def _traits(self, day: date) -> set[str]:
        """How long before publication it lies, how often it is named, and how it stands to the last figure's day."""
        scope, published, start = self.scope, self.context.published, self.context.start
        times = f"named {min(4, self.days.named.get(day, 0))} times"
        cues = {times, f"{times}, {scope}"}
        if published is not None:
            ago = (published - day).days
            age = next((name for days, name in _AGES if ago < days), "years")
            cues |= {f"{age} days ago", f"{age} days ago, {scope}"}
        if start is not None and day < start:
            cues.add(f"before the start, {scope}")
        last = self.days.given[-1] if self.index else None
        if last is not None:
            order = "as the last" if day == last else "later than the last" if day > last else "earlier than the last"
            cues |= {f"{order}, {scope}", f"{order}, told {self.told}"}
        return cues

    def _none(self) -> None:
        scope = self.scope
        cues = self._of(None).cues
        cues |= {"none", f"none, {scope}", f"none, {self.manner}", f"none, {scope}, {self.manner}"}
        cues.add(f"none, {scope}, told {self.told}")
        if self.context.published is None:
            cues |= {"none, nothing published", f"none, nothing published, {scope}"}
        if len(self.found) <= 1 + (self.context.published is not None):
            cues.add(f"none, nothing else told, {scope}")
