"""Values worth keeping between requests, the last ones used: few enough to bound what a process holds."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Latest(Generic[Key, Value]):
    """At most so many values by key, those used last. May be asked by several threads at once."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[Key, Value] = OrderedDict()
        self._turns: dict[Key, Lock] = {}
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._held)

    def __contains__(self, key: Key) -> bool:
        return key in self._held

    def get(self, key: Key, make: Callable[[], Value]) -> Value:
        """The value kept, else the one that ``make`` gives; of threads that ask at once one makes it, the others wait.

        What ``make`` raises is raised, and nothing is kept. It must not ask for the same key.
        """
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
            turn = self._turns.setdefault(key, Lock())
        with turn:
            with self._lock:
                if key in self._held:
                    return self._held[key]
            try:
                made = make()
                self._hold(key, made)
            finally:
                with self._lock:
                    self._turns.pop(key, None)
        return made

    def clear(self) -> None:
        """Forget them all."""
        with self._lock:
            self._held.clear()

    def _hold(self, key: Key, made: Value) -> None:
        with self._lock:
            self._held[key] = made
            while len(self._held) > self._most:
                self._held.popitem(last=False)
