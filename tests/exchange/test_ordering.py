"""Rows that need each other are written in layers, and always in the same order."""

from __future__ import annotations

import pytest

from tracker.exchange.ordering import in_layers

LETTERS = list("abcdefghijklmnop")


@pytest.mark.parametrize(
    ("needs", "layers", "circling"),
    [
        ({}, [], []),
        ({"z": set(LETTERS)} | {letter: set() for letter in LETTERS}, [LETTERS, ["z"]], []),
        ({"b": {"a"}, "a": set(), "c": set()}, [["a", "c"], ["b"]], []),
        ({"a": {"not a key"}}, [["a"]], []),
        ({"a": {"b"}, "b": {"a"}, "c": {"b"}, "d": set()}, [["d"]], ["a", "b", "c"]),
    ],
)
def test_layers_keep_the_order_given(needs: dict[str, set[str]], layers: list[list[str]], circling: list[str]) -> None:
    assert in_layers(needs) == (layers, circling)
