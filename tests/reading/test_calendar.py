"""Times named in a text, resolved against the day of publication."""

from datetime import date

import pytest

from tracker.lib.vocabulary import Precision
from tracker.reading.dates.calendar import When, find_times
from tracker.reading.dates.calendar_terms import Role
from tracker.reading.document import Document

THURSDAY = date(2020, 10, 15)


def times(text: str, published: date | None = THURSDAY) -> list[When]:
    """Every time of ``text``."""
    return find_times(Document(text), published)


def spans(text: str, published: date | None = THURSDAY) -> list[tuple[str, str]]:
    """First and last day of every time."""
    return [(when.first.isoformat(), when.last.isoformat()) for when in times(text, published)]


DAYS = [
    ("Ten died on 7 August.", "2020-08-07"),
    ("Ten died on August 7.", "2020-08-07"),
    ("Ten died on Aug. 7, 2019.", "2019-08-07"),
    ("Ten died on Sept. 27, the army said.", "2020-09-27"),
    ("Ten died on the 7th of August 2008.", "2008-08-07"),
    ("Ten died on 2020-09-27.", "2020-09-27"),
    ("Ten died on 27.09.2020.", "2020-09-27"),
    ("Ten died on 27/9/2020.", "2020-09-27"),
    ("Ten died on 24 December.", "2019-12-24"),
    ("Ten died on 16 October.", "2020-10-16"),  # one zone ahead: not a year ago
    ("Ten died on Oct. 7 last year.", "2019-10-07"),
    ("Ten died on Thursday.", "2020-10-15"),
    ("Ten died on Friday.", "2020-10-09"),
    ("Ten died on Wednesday night.", "2020-10-14"),
    ("Ten died on Saturday 26 September.", "2020-09-26"),
    ("Ten died on Monday, October 5.", "2020-10-05"),
    ("Ten died on the 3rd.", "2020-10-03"),
    ("Ten died on the 28th, he said.", "2020-09-28"),
    ("Ten died yesterday.", "2020-10-14"),
    ("Ten died overnight.", "2020-10-14"),
    ("Ten died last night.", "2020-10-14"),
    ("Ten died three days ago.", "2020-10-12"),
    ("Ten died on New Year's Day.", "2020-01-01"),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_a_day(text: str, day: str) -> None:
    assert spans(text) == [(day, day)]


LEANING = [
    ("It said on Thursday that 604 had died, against 555 a day earlier.", "2020-10-14"),
    ("On Monday ten died. The previous day it had been four.", "2020-10-11"),
    ("On Monday ten died. The following day it was four.", "2020-10-13"),
    ("On Monday ten died, after four the day before.", "2020-10-11"),
    ("On Tuesday he spoke. That evening ten died.", "2020-10-13"),
    ("Jets came on Friday, after raids on the Sunday before.", "2020-10-04"),
    ("Of the 604 killed since Sept. 27, 555 were named a day earlier.", "2020-10-14"),  # not leaning on a start
]


@pytest.mark.parametrize(("text", "day"), LEANING)
def test_a_day_that_leans_on_the_one_named_before(text: str, day: str) -> None:
    assert spans(text)[-1] == (day, day)


SPANS = [
    ("From January to June 2019 they died.", ("2019-01-01", "2019-06-30")),
    ("From November to February 2019 they died.", ("2018-11-01", "2019-02-28")),
    ("Period: 1 January - 30 June 2019", ("2019-01-01", "2019-06-30")),
    ("In its operation of September 19-20 they died.", ("2020-09-19", "2020-09-20")),
    ("Between 3 and 9 October they died.", ("2020-10-03", "2020-10-09")),
    ("They died between May 3, when the trouble began, and September 14.", ("2020-05-03", "2020-09-14")),
    ("They fell between May 3, when rebels invaded, and midnight May 9.", ("2020-05-03", "2020-05-09")),
    ("From mid-April 2014 to 21 January they died.", ("2014-04-15", "2020-01-21")),
    ("On Saturday and Sunday they died.", ("2020-10-10", "2020-10-11")),
    ("In 2009 they died.", ("2009-01-01", "2009-12-31")),
    ("So far in 2020 they died.", ("2020-01-01", "2020-10-15")),
    ("This year they died.", ("2020-01-01", "2020-10-15")),
    ("Last year they died.", ("2019-01-01", "2019-12-31")),
    ("Last month they died.", ("2020-09-01", "2020-09-30")),
    ("This month they died.", ("2020-10-01", "2020-10-15")),
    ("In August they died.", ("2020-08-01", "2020-08-31")),
    ("In December they died.", ("2019-12-01", "2019-12-31")),
    ("Last week they died.", ("2020-10-05", "2020-10-11")),
    ("Over the past week they died.", ("2020-10-08", "2020-10-15")),
    ("In the past 24 hours they died.", ("2020-10-14", "2020-10-15")),
    ("In the last three days they died.", ("2020-10-12", "2020-10-15")),
    ("Over the last three months they died.", ("2020-07-17", "2020-10-15")),
    ("In the first half of 2019 they died.", ("2019-01-01", "2019-06-30")),
    ("In the second quarter of 2019 they died.", ("2019-04-01", "2019-06-30")),
    ("In spring 2019 they died.", ("2019-03-01", "2019-05-31")),
    ("In 1992-93 they died.", ("1992-01-01", "1993-12-31")),
    ("In the 1990s they died.", ("1990-01-01", "1999-12-31")),
]


@pytest.mark.parametrize(("text", "span"), SPANS)
def test_a_span(text: str, span: tuple[str, str]) -> None:
    assert spans(text) == [span]


ROLES = [
    ("They died since Sept. 27.", Role.SINCE),
    ("They died since fighting broke out anew on Monday.", Role.SINCE),
    ("They died since the middle of April 2014.", Role.SINCE),
    ("The count, running from 24 February 2018, is long.", Role.SINCE),
    ("They died by Tuesday.", Role.UNTIL),
    ("They died up to December 2019.", Role.UNTIL),
    ("They died as of 1 October.", Role.UNTIL),
    ("The report ran to 15 May 2019.", Role.UNTIL),
    ("They died on Tuesday.", Role.POINT),
    ("They died in 2009.", Role.SPAN),
    ("KABUL, Oct 14 - They died.", Role.DATELINE),
    ("BAKU, October 14. They died.", Role.DATELINE),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_the_role_of_a_time(text: str, role: Role) -> None:
    assert [when.role for when in times(text)] == [role]


NO_TIMES = [
    "The march may go on; may they rest.",
    "He may kill 12 of them.",
    "It was the 18th brigade that lost men.",
    "The oldest was born in the years 2000-2001.",
    "They will meet next Tuesday.",
    "They have 24 hours of fuel.",
    "A week of grief.",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_words_that_name_no_time(text: str) -> None:
    assert spans(text) == []


def test_a_figure_is_no_year() -> None:
    document = Document("Some 2010 died in 2011.")
    assert [when.first.year for when in find_times(document, THURSDAY, [(0, 2)])] == [2011]


def test_without_a_day_of_publication_only_full_dates_are_resolved() -> None:
    assert spans("On Monday and in May they died; on 4 March 2016 more.", None) == [("2016-03-04", "2016-03-04")]


def test_a_dateline_with_its_year_stands_in_for_the_day_of_publication() -> None:
    assert spans("KYIV, 4 February 2016 - Ten died on Monday.", None)[-1] == ("2016-02-01", "2016-02-01")


def test_precision() -> None:
    text = "On 3 March 2016, in March 2016, in 2016 and last week."
    assert [when.precision for when in times(text)] == [
        Precision.DAY,
        Precision.MONTH,
        Precision.YEAR,
        Precision.WEEK,
    ]


@pytest.mark.parametrize("text", ["\0", "\ud800", "31 February 2016", "on the 99th", "9999 years ago", "1" * 100_000])
def test_nothing_is_raised_and_nothing_invented(text: str) -> None:
    assert spans(text) == []


def test_the_first_days_of_the_calendar_do_not_overflow() -> None:
    assert spans("They died 900 years ago, last week and last year.", date(1, 1, 1)) is not None
