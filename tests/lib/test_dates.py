from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.lib.dates import BadDate, parse_dated, parse_day, show_day, show_short, show_span
from tracker.lib.vocabulary import Precision

days = st.dates(date(1800, 1, 8), date(9999, 12, 31))


@pytest.mark.parametrize(
    ("typed", "day", "precision"),
    [
        ("2020-10-22", date(2020, 10, 22), Precision.DAY),
        (" 2020-10-22 ", date(2020, 10, 22), Precision.DAY),
        ("٢٠٢٠-١٠-٢٢", date(2020, 10, 22), Precision.DAY),
        ("22 Oct 2020", date(2020, 10, 22), Precision.DAY),
        ("22 October 2020", date(2020, 10, 22), Precision.DAY),
        ("22nd  october 2020", date(2020, 10, 22), Precision.DAY),
        ("October 22, 2020", date(2020, 10, 22), Precision.DAY),
        ("3 Sept. 2020", date(2020, 9, 3), Precision.DAY),
        ("29 Feb 2020", date(2020, 2, 29), Precision.DAY),
        ("2020-10", date(2020, 10, 1), Precision.MONTH),
        ("Oct 2020", date(2020, 10, 1), Precision.MONTH),
        ("2020", date(2020, 1, 1), Precision.YEAR),
        ("week of 22 October 2020", date(2020, 10, 19), Precision.WEEK),
    ],
)
def test_a_typed_date_is_read_with_its_precision(typed, day, precision):
    assert parse_dated(typed) == (day, precision)
    assert parse_day(typed) == day


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "Type a day such as"),
        ("31 February 2021", "February 2021 has no day 31"),
        ("2021-02-31", "February 2021 has no day 31"),
        ("29 Feb 2021", "has no day 29"),
        ("0 Oct 2020", "has no day 0"),
        ("2020-13-01", "no month 13"),
        ("2020-00", "no month 0"),
        ("22 Okt 2020", "no month called “okt”"),
        ("10000-01-01", "from 1800 to 9999"),
        ("1 January 10000", "from 1800 to 9999"),
        ("1799-12-31", "from 1800 to 9999"),
        ("0000-00-00", "from 1800 to 9999"),
        ("22/10/2020", "not a date that can be read"),
        ("10.11.2020", "not a date that can be read"),
        ("yesterday", "not a date that can be read"),
        ("2020-10-22T10:00", "not a date that can be read"),
        ("week of October 2020", "the day on which the week begins"),
        ("week of week of 2020-10-22", "the day on which the week begins"),
        ("\0", "not a date that can be read"),
        ("\ud800", "not a date that can be read"),
        ("2" * 100_000, "100,000 characters long"),
    ],
)
def test_a_bad_date_is_refused_in_words(typed, reason):
    with pytest.raises(BadDate, match=reason) as refusal:
        parse_day(typed)
    str(refusal.value).encode()
    assert len(str(refusal.value)) < 220


@given(st.text(max_size=70))
def test_any_text_is_a_day_or_a_refusal(typed):
    try:
        assert 1800 <= parse_day(typed).year <= 9999
    except BadDate as refusal:
        str(refusal).encode()


@pytest.mark.parametrize(
    ("precision", "shown"),
    [
        (Precision.DAY, "22 October 2020"),
        (Precision.WEEK, "week of 19 October 2020"),
        (Precision.MONTH, "October 2020"),
        (Precision.YEAR, "2020"),
    ],
)
def test_a_day_is_shown_no_more_precisely_than_it_is_known(precision, shown):
    assert show_day(date(2020, 10, 22), precision) == shown


@given(days)
def test_what_is_shown_is_read_back(day):
    assert parse_day(day.isoformat()) == parse_day(show_day(day)) == parse_day(show_short(day)) == day
    for precision in Precision:
        shown = show_day(day, precision)
        again, precision_again = parse_dated(shown)
        assert (show_day(again, precision), precision_again) == (shown, precision)


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (date(2020, 9, 27), date(2020, 11, 10), "27 Sep to 10 Nov 2020"),
        (date(2020, 10, 1), date(2020, 10, 5), "1 to 5 Oct 2020"),
        (date(2020, 9, 27), date(2021, 1, 3), "27 Sep 2020 to 3 Jan 2021"),
        (date(2020, 10, 22), date(2021, 10, 22), "22 Oct 2020 to 22 Oct 2021"),
        (date(2020, 10, 22), date(2020, 10, 22), "22 Oct 2020"),
        (date(2020, 9, 27), None, "since 27 Sep 2020"),
    ],
)
def test_a_span_says_nothing_twice(first, last, shown):
    assert show_span(first, last) == shown
