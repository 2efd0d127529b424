import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.lib.counts import MAX_COUNT, Interval, Qualifier, rounding_unit
from tracker.lib.vocabulary import Outcome, Precision, SourceKind, Term

Q = Qualifier
counts = st.integers(0, MAX_COUNT)
valued = st.sampled_from([term for term in Q if term not in (Q.RANGE, Q.VAGUE)])


@pytest.mark.parametrize(
    ("qualifier", "value", "interval"),
    [
        (Q.EXACT, 874, (874, 874)),
        (Q.EXACT, 0, (0, 0)),
        (Q.AT_LEAST, 3785, (3785, None)),
        (Q.MORE_THAN, 60, (61, None)),
        (Q.NEARLY, 5000, (0, 4999)),
        (Q.NEARLY, 1, (0, 0)),
        (Q.FEWER_THAN, 1000, (0, 999)),
        (Q.FEWER_THAN, 0, (0, 0)),
        (Q.UP_TO, 40, (0, 40)),
        (Q.ABOUT, 1000, (500, 1500)),
        (Q.ABOUT, 1250, (1245, 1255)),
        (Q.ABOUT, 1177, (1177, 1177)),
        (Q.ABOUT, 0, (0, 0)),
    ],
)
def test_a_qualifier_knows_the_interval_it_stands_for(qualifier, value, interval):
    assert qualifier.interval(value) == interval


def test_a_range_is_its_two_ends_and_a_vague_figure_has_no_interval():
    assert Q.RANGE.interval(None, 260, 280) == (260, 280)
    assert Q.VAGUE.interval(None) is None
    assert Q.VAGUE.interval(24) is None


@pytest.mark.parametrize(
    ("qualifier", "numbers"), [(Q.EXACT, (None,)), (Q.RANGE, (5, None, 9)), (Q.RANGE, (5, 3, None))]
)
def test_a_qualifier_without_its_numbers_is_refused(qualifier, numbers):
    with pytest.raises(ValueError, match="needs"):
        qualifier.interval(*numbers)


@given(valued, counts)
def test_an_interval_never_starts_below_zero_or_above_its_end(qualifier, value):
    low, high = qualifier.interval(value)
    assert low >= 0
    assert high is None or low <= high


@given(counts)
def test_more_than_and_up_to_the_same_number_share_nobody_but_at_least_and_up_to_do(value):
    assert not Q.MORE_THAN.interval(value).overlaps(Q.UP_TO.interval(value))
    assert Q.AT_LEAST.interval(value).overlaps(Q.UP_TO.interval(value))


@given(st.integers(1, MAX_COUNT))
def test_about_is_symmetric_and_holds_its_number(value):
    low, high = Q.ABOUT.interval(value)
    assert value - low == high - value >= 0


small_intervals = st.tuples(st.integers(0, 30), st.one_of(st.none(), st.integers(0, 30))).map(
    lambda ends: Interval(ends[0], None if ends[1] is None else ends[0] + ends[1])
)


@given(small_intervals, small_intervals)
def test_overlap_agrees_with_counting_the_shared_people_one_by_one(one, other):
    def people(interval):
        return set(range(interval.low, 100 if interval.high is None else interval.high + 1))

    assert one.overlaps(other) == other.overlaps(one) == bool(people(one) & people(other))


@given(st.integers(1, 10**6).filter(lambda n: n % 10), st.integers(0, 12))
def test_the_rounding_unit_is_the_number_of_final_zeros(lead, zeros):
    assert rounding_unit(lead * 10**zeros) == 10**zeros


@pytest.mark.parametrize(
    ("qualifier", "numbers", "words"),
    [
        (Q.EXACT, (874,), "874"),
        (Q.NEARLY, (5000,), "nearly 5,000"),
        (Q.MORE_THAN, (60,), "more than 60"),
        (Q.RANGE, (None, 260, 280), "260 to 280"),
        (Q.VAGUE, (None, None, None, "dozens"), "dozens"),
    ],
)
def test_a_figure_says_itself_in_words(qualifier, numbers, words):
    assert qualifier.in_words(*numbers) == words


@pytest.mark.parametrize("terms", [Outcome, Precision, Qualifier, SourceKind])
def test_a_term_is_its_stored_word_with_a_label(terms):
    assert issubclass(terms, Term)
    assert terms.choices() == [(term.value, term.label) for term in terms]
    for term in terms:
        assert terms(term.value) is term
        assert f"{term}" == term.value == term
        assert term.label
