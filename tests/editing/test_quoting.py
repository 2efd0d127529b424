import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.editing.conftest import TEXT
from tracker.editing.quoting import MAX_QUOTE, in_pieces, place_of, places_of, quote_of, sentence_around


@pytest.mark.parametrize(
    ("text", "words", "places"),
    [
        ("60 and 160 and 60,000 and 60.", "60", [(0, 2), (26, 28)]),
        ("Nearly  5,000\npeople", "nearly 5,000 people", [(0, 20)]),
        ("more than 60 (60)", "60", [(10, 12), (14, 16)]),
        ("nothing", "", []),
        ("a.b", "a.b", [(0, 3)]),
        ("axb", "a.b", []),
    ],
)
def test_words_are_found_whole_whatever_their_case_and_spaces(text, words, places):
    assert places_of(text, words) == places


def test_at_most_twenty_places_are_given():
    assert len(places_of("7 " * 1000, "7")) == 20


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("1,000", "Around 1,000 have reportedly died from the two sides since last month."),
        ("nearly 5,000",
         "Later on Thursday, President Vane said nearly 5,000 people have been killed in the fighting over the river."),
        ("Thursday", ""),
        ("6,000", ""),
    ],
)  # fmt: skip
def test_the_quote_is_the_sentence_around_words_that_stand_once(words, quote):
    assert quote_of(TEXT, words) == quote


def test_a_true_hint_settles_which_place_is_meant():
    first, second = places_of(TEXT, "Thursday")
    assert quote_of(TEXT, "Thursday", second).startswith("Later on Thursday")
    assert place_of(TEXT, "Thursday", "Later on Thursday", None) == second
    assert place_of(TEXT, "Thursday", "Later on Thursday", first) == first
    assert place_of(TEXT, "Thursday", "not a quote", (0, 8)) is None


@given(st.text(alphabet="a .\n1,", max_size=3000), st.integers(0, 3000), st.integers(1, 40))
def test_a_sentence_holds_its_words_and_fits_a_quote(text, start, length):
    start = min(start, max(0, len(text) - 1))
    end = min(len(text), start + length)
    if not text[start:end].strip() or "\n" in text[start:end]:
        return
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end = start + len(text[start:end].rstrip())
    first, last = sentence_around(text, start, end)
    assert first <= start
    assert end <= last
    assert last - first <= MAX_QUOTE


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70), st.integers(1, 9))))
def test_pieces_put_together_are_the_text(text, cited):
    pieces = in_pieces(text, [(start, max(start + 1, end), claim) for start, end, claim in cited])
    assert "".join(piece.text for piece in pieces) == text


def test_a_place_is_true_however_often_the_words_stand_before_it():
    text = "a word, " * 60 + "a soldier died"
    place = (480, 481)
    assert place not in places_of(text, "a")
    assert place_of(text, "a", "a soldier died", place) == place
    assert quote_of(text, "a", place).endswith("a soldier died")
    assert place_of(text, "a", "a soldier died", (481, 482)) != (481, 482)
