"""The values kept are the last ones used, each made once."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from tracker.lib.latest import Latest


def making(made: list[int], value: int) -> Callable[[], int]:
    """Makes ``value``, and notes that it did."""

    def make() -> int:
        made.append(value)
        return value

    return make


def test_those_used_last_are_kept_and_no_more() -> None:
    kept, made = Latest[int, int](2), []
    for key in (1, 2, 1, 3, 1, 2):
        assert kept.get(key, making(made, key)) == key
    assert made == [1, 2, 3, 2]
    assert len(kept) == 2 and 1 in kept and 3 not in kept


def test_threads_that_ask_at_once_get_one_value_made_once() -> None:
    kept, made, start = Latest[str, int](2), [], Barrier(8)

    def ask(number: int) -> int:
        start.wait()
        return kept.get("same", making(made, number))

    with ThreadPoolExecutor(8) as threads:
        found = set(threads.map(ask, range(8)))
    assert len(made) == 1 and found == set(made)


def test_nothing_is_kept_of_what_could_not_be_made() -> None:
    kept = Latest[str, float](2)
    with pytest.raises(ZeroDivisionError):
        kept.get("half", lambda: 1 / 0)
    assert kept.get("half", lambda: 0.5) == 0.5


def test_not_even_the_key_is_kept_of_what_could_not_be_made() -> None:
    class Key: ...

    kept, key = Latest[Key, float](2), Key()
    held = weakref.ref(key)
    with pytest.raises(ZeroDivisionError):
        kept.get(key, lambda: 1 / 0)
    del key
    gc.collect()
    assert held() is None


def test_a_value_may_be_made_from_another() -> None:
    kept = Latest[int, int](5)

    def of(number: int) -> int:
        return 1 if number == 0 else number * kept.get(number - 1, lambda: of(number - 1))

    assert of(4) == 24 and len(kept) == 4


def test_all_can_be_forgotten() -> None:
    kept = Latest[int, int](2)
    kept.get(1, lambda: 1)
    kept.clear()
    assert len(kept) == 0
