"""The ways in which reporters on both sides of the Atlantic date what they tell, each resolved by hand."""

from datetime import date

import pytest

from tracker.reading.dates.calendar import find_times
from tracker.reading.document import Document

THURSDAY = date(2020, 10, 15)

DAYS = [
    ("Ten died on Monday.", "2020-10-12"),
    ("Ten died Monday in Kabul.", "2020-10-12"),
    ("Ten died in Monday's attack.", "2020-10-12"),
    ("Ten died late on Monday.", "2020-10-12"),
    ("Ten died early Monday.", "2020-10-12"),
    ("Ten died in the small hours of Tuesday.", "2020-10-13"),
    ("Ten died before dawn on Tuesday.", "2020-10-13"),
    ("Ten died overnight Tuesday.", "2020-10-13"),
    ("Ten died last Monday night.", "2020-10-12"),
    ("Ten died last Thursday.", "2020-10-08"),
    ("Ten died this Tuesday.", "2020-10-13"),
    ("Ten died on Tuesday of last week.", "2020-10-06"),
    ("Ten died on Tuesday last week.", "2020-10-06"),
    ("Ten died last week on Friday.", "2020-10-09"),
    ("Ten died on Monday of this week.", "2020-10-12"),
    ("Ten had died by Sunday evening.", "2020-10-11"),
    ("Ten died a week ago.", "2020-10-08"),
    ("Ten died two weeks ago.", "2020-10-01"),
    ("Ten died a fortnight ago.", "2020-10-01"),
    ("Ten died four days ago.", "2020-10-11"),
    ("Ten died a couple of days ago.", "2020-10-13"),
    ("Ten died just two days ago.", "2020-10-13"),
    ("Ten died 48 hours ago.", "2020-10-13"),
    ("Ten died this morning.", "2020-10-15"),
    ("Ten died earlier today.", "2020-10-15"),
    ("Ten died this afternoon.", "2020-10-15"),
    ("Ten died yesterday evening.", "2020-10-14"),
    ("Ten died the day before yesterday.", "2020-10-13"),
    ("Ten died last night.", "2020-10-14"),
    ("Ten died on the night of 7 August.", "2020-08-07"),
    ("Ten died on the night of 7-8 August.", "2020-08-08"),
    ("Ten died on the morning of Oct. 9.", "2020-10-09"),
    ("Ten died on Friday, 9 October.", "2020-10-09"),
    ("Ten died on Friday, the 9th of October.", "2020-10-09"),
    ("Ten died on Friday Oct 9.", "2020-10-09"),
    ("Ten died on 9th October.", "2020-10-09"),
    ("Ten died on the ninth of October.", "2020-10-09"),
    ("Ten died on October 9th, 2019.", "2019-10-09"),
    ("Ten died on 9 Oct. 2019.", "2019-10-09"),
    ("Ten died on 9/10/2019.", "2019-10-09"),
    ("Ten died on 7 October last year.", "2019-10-07"),
    ("Ten died on Christmas Day.", "2019-12-25"),
    ("Ten died on New Year's Eve.", "2019-12-31"),
]

LEANING = [
    ("On Saturday four died. Ten more died the next day.", "2020-10-11"),
    ("On Saturday four died. Ten more died the following day.", "2020-10-11"),
    ("On Saturday four died. The following morning ten more died.", "2020-10-11"),
    ("On Saturday four died. The next morning ten more died.", "2020-10-11"),
    ("On Saturday four died. Ten had died the day before.", "2020-10-09"),
    ("On Saturday four died. Ten had died the night before.", "2020-10-09"),
    ("On Saturday four died. Ten had died the evening before.", "2020-10-09"),
    ("On Saturday four died. Ten had died the previous night.", "2020-10-09"),
    ("On Saturday four died. Ten had died two days before.", "2020-10-08"),
    ("On Saturday four died. Ten had died two days earlier.", "2020-10-08"),
    ("On Saturday four died. Ten had died the week before.", "2020-10-03"),
    ("On Saturday four died. Ten had died a week earlier.", "2020-10-03"),
    ("On Saturday four died. Ten had died a fortnight earlier.", "2020-09-26"),
    ("On Saturday four died. Two days later ten more died.", "2020-10-12"),
    ("On Saturday four died. A day later ten more died.", "2020-10-11"),
    ("On Saturday four died. Ten more died the day after.", "2020-10-11"),
    ("On Saturday four died. Ten more died the same day.", "2020-10-10"),
    ("On Saturday four died. Ten more died that day.", "2020-10-10"),
    ("On Saturday four died. Ten more died the same evening.", "2020-10-10"),
    ("On 17 September four died. That Friday ten more died.", "2020-09-18"),
    ("On 17 September four died. The following Friday ten more died.", "2020-09-18"),
    ("On 17 September four died. The previous Friday ten had died.", "2020-09-11"),
    ("On 17 September four died. Ten had died the Friday before.", "2020-09-11"),
]

SPANS = [
    ("Ten died this week.", "2020-10-12", "2020-10-15"),
    ("This week's dead are ten.", "2020-10-12", "2020-10-15"),
    ("Ten died last week.", "2020-10-05", "2020-10-11"),
    ("Ten died over the weekend.", "2020-10-10", "2020-10-11"),
    ("Ten died at the weekend.", "2020-10-10", "2020-10-11"),
    ("Ten died in the week to 4 October.", "2020-09-28", "2020-10-04"),
    ("Ten died in the week ending 4 October.", "2020-09-28", "2020-10-04"),
    ("Ten died in the 24 hours to Tuesday.", "2020-10-12", "2020-10-13"),
    ("Ten died in the month to 4 October.", "2020-09-05", "2020-10-04"),
    ("Ten died in the past day.", "2020-10-14", "2020-10-15"),
    ("Ten died in the past fortnight.", "2020-10-01", "2020-10-15"),
    ("Ten died over the last 48 hours.", "2020-10-13", "2020-10-15"),
    ("Ten died in the first week of June.", "2020-06-01", "2020-06-07"),
    ("Ten died in the second week of June.", "2020-06-08", "2020-06-14"),
    ("Ten died in the last week of June.", "2020-06-24", "2020-06-30"),
    ("Ten died in the first quarter.", "2020-01-01", "2020-03-31"),
    ("Ten died in the first half of the year.", "2020-01-01", "2020-06-30"),
    ("Ten died in the second half of last year.", "2019-07-01", "2019-12-31"),
    ("Ten died in the three months to June.", "2020-04-01", "2020-06-30"),
    ("Ten died between July and September.", "2020-07-01", "2020-09-30"),
    ("Ten died in July and August.", "2020-07-01", "2020-08-31"),
    ("Ten died from Monday to Wednesday.", "2020-10-12", "2020-10-14"),
    ("Ten died on Monday and Tuesday.", "2020-10-12", "2020-10-13"),
    ("Ten died Monday through Wednesday.", "2020-10-12", "2020-10-14"),
    ("Ten died last autumn.", "2019-09-01", "2019-11-30"),
    ("Ten died this summer.", "2020-06-01", "2020-08-31"),
    ("Ten died in the spring of 2019.", "2019-03-01", "2019-05-31"),
    ("Ten died last winter.", "2019-12-01", "2020-02-29"),
    ("May was worse. Ten died that month.", "2020-05-01", "2020-05-31"),
    ("In 2017 four died. Ten more died that year.", "2017-01-01", "2017-12-31"),
    ("Ten died in the same period last year.", "2019-01-01", "2019-10-15"),
    ("Ten died in late June.", "2020-06-21", "2020-06-30"),
    ("Ten died in October last year.", "2019-10-01", "2019-10-31"),
    ("Ten died last August.", "2020-08-01", "2020-08-31"),
]

EXPRESSIONS = [(text, day, day) for text, day in DAYS + LEANING] + SPANS

NO_DAY = [
    "Ten died on Bloody Sunday.",
    "The raid came before the press arrived next Tuesday.",
    "The two days of talks went well.",
    "He has the day off.",
]


@pytest.mark.parametrize(("text", "first", "last"), EXPRESSIONS)
def test_an_expression(text: str, first: str, last: str) -> None:
    found = find_times(Document(text), THURSDAY)[-1]
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


@pytest.mark.parametrize("text", NO_DAY)
def test_no_day_is_named(text: str) -> None:
    assert find_times(Document(text), THURSDAY) == []
