import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.lib.counts import MAX_COUNT
from tracker.lib.numbers import SEPARATORS, BadCount, format_count, parse_count, read_number, tokens_of

counts = st.integers(0, MAX_COUNT)


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("874", 874),
        (" 874 ", 874),
        ("0", 0),
        ("1,234", 1234),
        ("1.234", 1234),
        ("1 234", 1234),
        ("1\u00a0234", 1234),
        ("1\u2009234", 1234),
        ("1\u202f234", 1234),
        ("1'234", 1234),
        ("1’234", 1234),
        ("1_234", 1234),
        ("1,234,567", 1234567),
        ("1,00,000", 100000),
        ("12,34,567", 1234567),
        ("٨٧٤", 874),
        ("۱۴۲۸۶", 14286),
        ("١٬٢٣٤", 1234),
        ("१०", 10),
        ("９", 9),
        ("9,223,372,036,854,775,807", MAX_COUNT),
    ],
)
def test_a_typed_count_is_read(typed, count):
    assert parse_count(typed) == count


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "Type a whole number"),
        ("   ", "Type a whole number"),
        ("5O", "“5O” is not a whole number: it holds the letter O"),
        ("1e9", "it holds the letter e"),
        ("1.2.3", "not in groups of three"),
        ("1,23", "decimal part, or digits that are not in groups"),
        ("1.5", "decimal part"),
        ("0.123", "decimal part"),
        ("12,34,56", "not in groups of three"),
        ("1 2", "not in groups of three"),
        ("1,234.567", "mixes separators"),
        ("-4", "a count cannot be below zero"),
        ("−4", "a count cannot be below zero"),
        ("+4", "it holds “+”"),
        ("²", "it holds “²”"),
        ("½", "it holds “½”"),
        ("1٨", "digits of two scripts"),
        (",", "no digit"),
        ("\0", "cannot be seen"),
        ("8\u202e7", "cannot be seen"),
        ("\ud800", "cannot be seen"),
        (str(2**63), "at most 9,223,372,036,854,775,807"),
        ("9" * 200, "at most 9,223,372,036,854,775,807"),
        ("x" * 100_000, "100,000 characters long"),
    ],
)
def test_a_bad_count_is_refused_in_words_that_say_what_to_type(typed, reason):
    with pytest.raises(BadCount) as refusal:
        parse_count(typed)
    message = str(refusal.value)
    assert reason in message
    assert "Type" in message or "at most" in message


@pytest.mark.parametrize("typed", ["9" * 100_000, "x" * 100_000, " " * 100_000, "1," * 50_000, "\0" * 100_000])
def test_a_hundred_kilobytes_are_refused_fast_with_a_short_message(typed):
    started = time.perf_counter()
    with pytest.raises(BadCount) as refusal:
        parse_count(typed)
    assert time.perf_counter() - started < 0.1
    assert len(str(refusal.value)) < 200


@given(st.text(max_size=700))
def test_any_text_is_a_count_in_range_or_a_refusal_that_can_be_stored(typed):
    try:
        assert 0 <= parse_count(typed) <= MAX_COUNT
    except BadCount as refusal:
        message = str(refusal)
        message.encode()
        assert "\0" not in message
        if "“" in message:
            assert len(message.split("“")[1].split("”")[0]) <= 40 or "”" in typed


@given(counts, st.sampled_from(SEPARATORS))
def test_a_count_written_in_groups_is_read_back(count, separator):
    assert parse_count(format_count(count).replace(",", separator)) == count


@given(counts, st.sampled_from("٠۰०০๐０"))
def test_a_count_in_another_script_is_read_back(count, zero):
    assert parse_count("".join(chr(ord(zero) + int(digit)) for digit in str(count))) == count


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two", 2),
        ("twenty-five", 25),
        ("twenty five", 25),
        ("a hundred and twenty", 120),
        ("one hundred twenty", 120),
        ("twelve hundred", 1200),
        ("five thousand", 5000),
        ("three thousand four hundred and two", 3402),
        ("one hundred and five thousand two hundred and ten", 105210),
        ("half a dozen", 6),
        ("half a million", 500000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("1.2 million", 1200000),
        ("1,5 million", 1500000),
        ("1.234 million", 1234000),
        ("5 thousand", 5000),
        ("5k", 5000),
        ("1 million 200 thousand", 1200000),
        ("2 lakh", 200000),
        ("1 280 morts", 1280),
        ("2 bin 841", 2841),
        ("bin 746 kişi", 1746),
        ("۲۲ هزار و 400", 22400),
        ("۱۴ هزار۲۸۶", 14286),
        ("11 тис.", 11000),
        ("3万人", 30000),
        ("2,317명", 2317),
        ("1.0000001 million", None),
        ("12345678901234567890", None),
    ],
)
def test_a_number_in_running_text_is_read(text, value):
    assert read_number(tokens_of(text), 0).value == value


ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety"


def in_words(count):
    """The plainest spelling of a count below a million: the twin that the reader is checked against."""
    ones, tens = ONES.split(), TENS.split()
    if count < 20:
        return ones[count]
    if count < 100:
        return tens[count // 10] + (f"-{ones[count % 10]}" if count % 10 else "")
    if count < 1000:
        return f"{ones[count // 100]} hundred" + (f" and {in_words(count % 100)}" if count % 100 else "")
    rest = count % 1000
    joint = " and " if 0 < rest < 100 else " "
    return f"{in_words(count // 1000)} thousand" + (joint + in_words(rest) if rest else "")


@given(st.integers(0, 999_999))
def test_every_count_below_a_million_is_read_from_its_words(count):
    words = in_words(count)
    found = read_number(tokens_of(words), 0)
    assert (found.value, found.start, found.end) == (count, 0, len(words))
