"""Words on a drawing: made safe, measured, clipped, and kept off each other."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import escape
from itertools import product
from typing import NamedTuple

from tracker.lib.direction import ISOLATES, apart

CELL = 24
"""px: the side of the squares by which a ``Room`` finds what is near."""
NARROW, WIDE = frozenset("iljtfrI.,:;'|!()[] ·"), frozenset("mwMW@%—…")
UNWANTED = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u061c\u200e\u200f\u202a-\u202e]+")
"""What XML or UTF-8 cannot hold, and marks that turn the direction of what follows."""


def printable(text: str) -> str:
    """``text`` on one line, without what XML or UTF-8 cannot hold and without marks that turn the direction."""
    return " ".join(UNWANTED.sub(" ", text).split())


def plain(text: str) -> str:
    """``text`` as ``printable`` has it and without isolating marks of its own: a name, a quote, a figure."""
    return printable(ISOLATES.sub("", text))


@lru_cache(maxsize=4096)  # names come again and again
def isolated(text: str) -> str:
    """``text`` as a part of a longer one: between isolating marks when some of it runs from right to left."""
    return apart(plain(text))


def safe(text: str) -> str:
    """``text`` for the whole inside of one element or quoted attribute."""
    return escape(printable(text))


def text_width(text: str, size: float) -> float:
    """About how wide ``text`` is in a sans serif of ``size`` px, in px; rather too much than too little."""
    return _ems(text) * size


@lru_cache(maxsize=8192)
def _ems(text: str) -> float:
    return sum(map(_advance, text))


@lru_cache(maxsize=4096)
def _advance(mark: str) -> float:
    if mark in NARROW:
        return 0.33
    if mark in WIDE:
        return 0.92
    if unicodedata.east_asian_width(mark) in ("W", "F"):
        return 1.05
    if unicodedata.combining(mark):
        return 0.0
    return 0.7 if mark.isupper() else 0.6


@lru_cache(maxsize=4096)
def clip(text: str, width: float, size: float) -> str:
    """``text`` if it fits ``width`` px, else as many whole words as fit and "…"; a single long word is cut."""
    text = plain(text)
    if text_width(text, size) <= width:
        return text
    room, kept = width - text_width("…", size), 0
    for mark in text:
        room -= _advance(mark) * size
        if room < 0:
            break
        kept += 1
    whole = text[:kept].rsplit(" ", 1)[0] if " " in text[:kept] and text[kept] != " " else text[:kept]
    return whole.rstrip(" ,;:·(") + "…"


def wrapped(text: str, width: float, size: float) -> list[str]:
    """``text`` in lines of at most ``width`` px, broken between words; a word wider than a line is cut."""
    lines = [""]
    for word in plain(text).split():
        longer = f"{lines[-1]} {word}".strip()
        if text_width(longer, size) <= width:
            lines[-1] = longer
        elif lines[-1]:
            lines.append(clip(word, width, size))
        else:
            lines[-1] = clip(word, width, size)
    return lines


def spread(wanted: list[float], height: float, top: float, bottom: float) -> list[float]:
    """Places for labels of ``height`` px, near those ``wanted`` (ascending), none overlapping, from ``top`` on.

    Neighbours that collide are joined and centred on the mean of where they want to be. When there are too many for
    the room up to ``bottom`` they start at ``top`` and run on.
    """
    groups: list[list[float]] = []  # [sum of the wanted starts, number of labels]
    for place in wanted:
        groups.append([place, 1])
        while len(groups) > 1 and _start(groups[-2], height, top, bottom) + groups[-2][1] * height > _start(
            groups[-1], height, top, bottom
        ):
            last = groups.pop()
            groups[-1][0] += last[0] - groups[-1][1] * height * last[1]
            groups[-1][1] += last[1]
    places: list[float] = []
    for group in groups:
        first = _start(group, height, top, bottom)
        places += [first + index * height for index in range(int(group[1]))]
    return places


def _start(group: list[float], height: float, top: float, bottom: float) -> float:
    return max(top, min(group[0] / group[1], bottom - group[1] * height))


class Box(NamedTuple):
    """A rectangle on the drawing, in px."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """True when the two share some area."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def within(self, other: Box) -> bool:
        """True when this one lies wholly in the other."""
        sides = self.left >= other.left and self.right <= other.right
        return sides and self.top >= other.top and self.bottom <= other.bottom


class Room:
    """The free room of a plot: what is taken, and where a small label still fits beside a point."""

    def __init__(self, bounds: Box, taken: Iterable[Box] = ()) -> None:
        self.bounds = bounds
        self._cells: dict[tuple[int, int], list[Box]] = defaultdict(list)
        self.take(*taken)

    def take(self, *boxes: Box) -> None:
        """Mark ``boxes`` as taken."""
        for box in boxes:
            for cell in _cells(box):
                self._cells[cell].append(box)

    def beside(self, x: float, y: float, width: float, height: float, gap: float) -> Box | None:
        """A free box of that size beside the point (x, y), then taken; None when all eight places are full."""
        beside, above, below = y - height / 2, y - gap - height + 2, y + gap - 2
        after, before = x + gap, x - gap - width
        places = [(after, beside), (before, beside), (x - gap, above), (x - gap, below)]
        places += [(x + gap - width, above), (x + gap - width, below), (x - width / 2, above), (x - width / 2, below)]
        for left, top in places:
            box = Box(left, top, left + width, top + height)
            if box.within(self.bounds) and self._is_free(box):
                self.take(box)
                return box
        return None

    def _is_free(self, box: Box) -> bool:
        left, top, right, bottom = box
        for cell in _cells(box):
            for other in self._cells.get(cell, ()):
                # Box.meets, without calling it a hundred thousand times.
                if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
                    return False
        return True


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    """The squares of the drawing that a box reaches into: what is near is found by them."""
    columns = range(int(box.left // CELL), int(box.right // CELL) + 1)
    rows = range(int(box.top // CELL), int(box.bottom // CELL) + 1)
    return product(columns, rows)
