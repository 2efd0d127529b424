"""Words and numbers in the reader's language; by itself, in British English.

What has no Django says its words by ``say`` and ``say_many``, its counts by ``number``. The site hands them over to its
catalogues of translations with ``speak``. A word that is stored first and said later is ``marked`` where it is written,
so that the catalogues find it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def _grouped(count: int) -> str:
    return f"{count:,}"


def _of_two(one: str, many: str, count: int) -> str:
    return one if count == 1 else many


@dataclass
class _Tongue:
    say: Callable[[str], str] = str
    number: Callable[[int], str] = _grouped
    say_many: Callable[[str, str, int], str] = _of_two


_tongue = _Tongue()


def speak(
    say: Callable[[str], str], number: Callable[[int], str], say_many: Callable[[str, str, int], str] = _of_two
) -> None:
    """From now on words are said by ``say``, of so many by ``say_many``, and whole numbers written by ``number``."""
    _tongue.say, _tongue.number, _tongue.say_many = say, number, say_many


def say(words: str) -> str:
    """``words`` in the reader's language."""
    return _tongue.say(words)


def say_many(one: str, many: str, count: int) -> str:
    """``one`` or ``many`` in the reader's language, by how many there are."""
    return _tongue.say_many(one, many, count)


def number(count: int) -> str:
    """A whole number with the separators of the reader's language: "1,234"."""
    return _tongue.number(count)


def marked(words: str) -> str:
    """``words`` as they are: a mark for the catalogues, said elsewhere."""
    return words
