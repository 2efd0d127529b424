"""What holds of every reading, whatever the text."""

from __future__ import annotations

import time
from dataclasses import asdict
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lib.test_numbers import in_words
from tracker.lib.counts import Qualifier
from tracker.lib.wording import holds_number
from tracker.reading.document import Document
from tracker.reading.reader import read_figures

PIECES = (
    "At least 3,785 people were killed",
    "between 50 and 100 fighters died",
    "a soldier was shot dead",
    "nearly five thousand wounded",
    "12 were taken prisoner, said the ministry",
    "the death toll rose to 1 280 from 1,101",
    "dozens are missing",
    "according to the police",
    "on Thursday",
    "since 27 September",
    "in Aleppo",
    "including 25 children",
    "bringing the total to 604",
    "1.2 million were displaced",
    "aged 37",
    "the army's 3rd brigade",
    ".",
    ";",
    ",",
    "\n",
    "\n\n",
    "“",
    "”",
    "(",
    ")",
    "and",
    "half a dozen",
    "\x00",
    "\ud800",
    "\u202f",
    "…",
    "Ukraine",
    "he said",
)
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=25).map(" ".join)
days = st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1))


@given(texts, days)
def test_reading_never_raises_and_every_figure_stands_where_it_says(text, published):
    figures = read_figures(text, published=published, title=text[:40])
    for figure in figures:
        assert 0 <= figure.start < figure.end <= len(text)
        words = text[figure.start : figure.end]
        if not figure.implicit:
            assert holds_number(words, figure.value, figure.low, figure.high)
        assert figure.part_of is None or (0 <= figure.part_of < len(figures))
        assert (figure.qualifier == Qualifier.RANGE) == (figure.low is not None) == (figure.high is not None)
        assert all(0 <= sure <= 1 for sure in figure.sure.values())
        assert all(figure.rules.values())
    assert [figure.start for figure in figures] == sorted(figure.start for figure in figures)


@given(st.text())
def test_any_text_at_all_is_read(text):
    assert all(text[figure.start : figure.end] for figure in read_figures(text))


@given(st.text(alphabet=st.characters(), max_size=300))
def test_tokens_and_sentences_tile_the_text(text):
    document = Document(text)
    ends = [0] + [token.end for token in document.tokens]
    for token, before in zip(document.tokens, ends, strict=False):
        assert token.start >= before
        assert text[before : token.start].isspace() or before == token.start
    assert [sentence.first for sentence in document.sentences[1:]] == [
        sentence.after for sentence in document.sentences[:-1]
    ]


@given(st.lists(st.sampled_from([piece for piece in PIECES if piece.isprintable()]), min_size=1, max_size=12), days)
def test_a_sentence_about_other_things_changes_no_figure_before_it(pieces, published):
    text = " ".join(pieces) + "."
    longer = f"{text}\nThe museum opens at nine, and entry is free for students."
    assert [*map(fields, read_figures(longer, published=published))] == [
        *map(fields, read_figures(text, published=published))
    ]


def fields(figure):
    """What a figure says; how sure it is may depend on the whole article."""
    return {name: value for name, value in asdict(figure).items() if name not in ("sure", "rules")}


@given(st.integers(2, 999_999))
def test_a_count_in_words_is_read_as_it_is_in_digits(count):
    (figure,) = read_figures(f"Officials said {in_words(count)} soldiers were killed.")
    assert figure.value == count


@given(st.integers(2, 10**9))
def test_a_count_in_digits_is_read(count):
    (figure,) = read_figures(f"In all, {count:,} people have been killed.")
    assert figure.value == count


@pytest.mark.parametrize(
    "text",
    [
        "(" * 1_000_000,
        "9" * 1_000_000,
        "1," * 100_000,
        "“ " * 50_000,
        "killed " * 20_000,
        "12 " * 20_000,
        "12 killed, " * 5_000,
        "and " * 20_000,
        "said the said " * 7_000,
        "Mr. " * 20_000,
        "a" * 1_000_000,
        "hundred " * 20_000,
        "Aa " * 20_000,
        "more than " * 10_000,
        "\n" * 1_000_000,
        "27 September " * 7_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_lengths_come_back(text):
    """A square-law rule would take hours here; the bound is only there to end the test."""
    start = time.monotonic()
    read_figures(text, published=date(2020, 10, 23))
    assert time.monotonic() - start < 60
