"""What was looked for is marked in a text, and the text stays what it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.ledger.searching import Asked
from tracker.pages.marking import LONGEST, excerpt, marked


def shown(text: str, *words: str, numbers: tuple[str, ...] = ()) -> str:
    pieces = marked(text, Asked("", words, numbers))
    return "".join(f"[{piece.text}]" if piece.hit else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("text", "words", "numbers", "expected"),
    [
        ("Shelling of Ganja", ("ganja",), (), "Shelling of [Ganja]"),
        ("Gəncə’də, GANCA", ("ganca",), (), "[Gəncə’də], [GANCA]"),
        ("Nagorno-Karabakh", ("karabakh",), (), "Nagorno-[Karabakh]"),
        ("nearly 5,000 of 15,000", (), ("5000",), "nearly [5,000] of 15,000"),
        ("5,0001 and 50", (), ("5",), "[5],0001 and 50"),
        ("a cat and A", ("a",), (), "[a] cat and [A]"),
        ("e\u0301le\u0300ve", ("eleve",), (), "[e\u0301le\u0300ve]"),
        ("مُحَمَّد", ("محمد",), (), "[مُحَمَّد]"),
        ("Sana’a, Sanaa", ("sanaa",), (), "[Sana’a], [Sanaa]"),
        ("", ("x",), (), ""),
    ],
)
def test_words_are_marked_by_how_they_begin(
    text: str, words: tuple[str, ...], numbers: tuple[str, ...], expected: str
) -> None:
    assert shown(text, *words, numbers=numbers) == expected


@given(st.text(max_size=200), st.text("abcəé", min_size=1, max_size=3))
def test_the_pieces_together_are_the_text(text: str, word: str) -> None:
    assert "".join(piece.text for piece in marked(text, Asked("", (word,), ("5",)))) == text


def test_a_long_text_is_cut_around_the_first_hit() -> None:
    text = "before " * 80 + "the hit " + "after " * 80
    pieces = excerpt(text, Asked("", ("hit",), ()))
    said = "".join(piece.text for piece in pieces)
    assert [piece.text for piece in pieces if piece.hit] == ["hit"]
    assert len(said) <= LONGEST + 4
    assert said.startswith("… before") and said.endswith("after …")
