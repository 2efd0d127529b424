"""Names among words of another direction."""

from __future__ import annotations

import pytest

from tracker.lib.direction import apart


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("River Monitor", "River Monitor"),
        ("الدفاع", "\u2068الدفاع\u2069"),
        ("צה״ל 2020", "\u2068צה״ל 2020\u2069"),
        ("AFP وكالة", "\u2068AFP وكالة\u2069"),
        ("turned \u202eround", "\u2068turned \u202eround\u2069"),
        ("closed\u2069 early", "closed early"),
        ("\u2067closed\u2069 الدفاع", "\u2068closed الدفاع\u2069"),
        ("Вести", "Вести"),
        ("", ""),
    ],
)
def test_only_what_runs_from_right_to_left_is_marked(name: str, shown: str) -> None:
    assert apart(name) == shown


def test_among_right_to_left_words_every_name_is_marked() -> None:
    assert apart("River Monitor", always=True) == "\u2068River Monitor\u2069"
