from html import unescape
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.charts.labels import Box, Room, clip, isolated, safe, spread, text_width, wrapped

anything = st.text(max_size=60)


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=60))
def test_any_text_is_safe_inside_an_element_and_an_attribute(text: str) -> None:
    read = ElementTree.fromstring(f'<a b="{safe(text)}">{safe(text)}</a>')
    assert read.attrib["b"] == (read.text or "") == unescape(safe(text))
    safe(text).encode()


def test_names_cannot_turn_the_direction_of_their_neighbours() -> None:
    assert isolated("\u202eevil\u2069") == "evil"
    assert isolated("وزارة الدفاع") == "\u2068وزارة الدفاع\u2069"
    assert isolated("Ministry") == "Ministry"


@pytest.mark.parametrize(
    ("text", "width", "clipped"),
    [
        ("Ministry", 200, "Ministry"),
        ("Artsakh Ministry of Defence", 120, "Artsakh Ministry…"),
        ("x" * 40, 60, None),
        ("", 60, ""),
    ],
)
def test_a_text_is_clipped_between_words(text: str, width: float, clipped: str | None) -> None:
    made = clip(text, width, 12)
    assert clipped is None or made == clipped
    assert text_width(made, 12) <= width


@given(anything, st.floats(20, 400))
def test_a_clipped_text_fits(text: str, width: float) -> None:
    assert text_width(clip(text, width, 12), 12) <= width


@given(anything, st.floats(40, 400))
def test_wrapped_lines_fit_and_lose_no_short_word(text: str, width: float) -> None:
    lines = wrapped(text, width, 12)
    assert all(text_width(line, 12) <= width for line in lines)


@given(st.lists(st.floats(0, 500), max_size=12))
def test_spread_labels_never_overlap_and_stay_inside(wanted: list[float]) -> None:
    tops = spread(sorted(wanted), 30, 2, 520)
    assert all(after - before >= 30 - 1e-6 for before, after in pairwise(tops))
    assert all(2 <= top <= 520 - 30 + 1e-6 for top in tops)


def test_labels_with_room_stay_where_they_want_to_be() -> None:
    assert spread([10, 100, 300], 30, 0, 520) == [10, 100, 300]


def test_too_many_labels_start_at_the_top_and_run_on() -> None:
    tops = spread([400.0] * 20, 30, 0, 520)
    assert tops == [30.0 * index for index in range(20)]


def test_a_label_finds_a_free_place_or_none() -> None:
    room = Room(Box(0, 0, 100, 100))
    first = room.beside(50, 50, 30, 14, 7)
    assert first is not None
    assert first.left == 57
    room.take(Box(0, 0, 100, 100))
    assert room.beside(50, 50, 30, 14, 7) is None


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(0, 200)), max_size=15))
def test_placed_labels_share_no_area(places: list[tuple[float, float]]) -> None:
    room = Room(Box(0, 0, 300, 200))
    boxes = [box for x, y in places if (box := room.beside(x, y, 60, 14, 7))]
    assert not any(one.meets(other) for index, one in enumerate(boxes) for other in boxes[index + 1 :])
