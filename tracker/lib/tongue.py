"""Words and numbers in the reader's language; by itself, in British English.

What has no Django says its words by ``say`` and its counts by ``number``. The site hands both over to its catalogues of
translations with ``speak``. A word that is stored first and said later is ``marked`` where it is written, so that the
catalogues find it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def _grouped(count: int) -> str:
    return f"{count:,}"


@dataclass
class _Tongue:
    say: Callable[[str], str] = str
    number: Callable[[int], str] = _grouped


_tongue = _Tongue()


def speak(say: Callable[[str], str], number: Callable[[int], str]) -> None:
    """From now on words are said by ``say`` and whole numbers written by ``number``."""
    _tongue.say, _tongue.number = say, number


def say(words: str) -> str:
    """``words`` in the reader's language."""
    return _tongue.say(words)


def number(count: int) -> str:
    """A whole number with the separators of the reader's language: "1,234"."""
    return _tongue.number(count)


def marked(words: str) -> str:
    """``words`` as they are: a mark for the catalogues, said elsewhere."""
    return words
