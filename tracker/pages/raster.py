"""SVG to PNG, with fonts from packages, so that a machine without any draws the same picture."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock

import fontpkg
from django.conf import settings
from fontpkg import FontpkgError

FAMILIES = ("Noto Sans", "Noto Sans Arabic")
COVERED = "\u0000-\u052f\u0600-\u06ff\u0750-\u077f\u0900-\u097f\u1e00-\u22ff\u2c60-\u2c7f\ufb50-\ufdff\ufe70-\ufeff"
UNCOVERED = re.compile(f"[^{COVERED}]")
"""What the families lack: beyond Latin, Greek, Cyrillic, Devanagari and Arabic the machine's own fonts must do."""
UNDRAWN = re.compile("<(title|desc|metadata)\\b.*?</\\1>", re.S)
MOST_AT_ONCE = 2
"""In one process, one being drawn and one that waits: a flood of requests must not take every thread."""
LONGEST = 30
"""Seconds; about one is usual."""


class NoFonts(Exception):
    """The packages that bring the fonts are not installed."""


class Busy(Exception):
    """Too many pictures are being drawn already, or one takes too long."""


_room = BoundedSemaphore(MOST_AT_ONCE)
_one = Lock()


def fonts() -> list[str]:
    """The paths of the font files. Raises NoFonts."""
    try:
        return [str(fontpkg.path(family)) for family in FAMILIES]
    except FontpkgError as missing:
        raise NoFonts(str(missing)) from missing


@contextmanager
def turn() -> Iterator[None]:
    """The right to draw. Raises Busy when as many as may be at it are at it."""
    if not _room.acquire(blocking=False):
        raise Busy
    try:
        yield
    finally:
        _room.release()


def png(svg: str, width: int) -> bytes:
    """``svg`` as a PNG, ``width`` px wide. Raises NoFonts and, when others are being drawn, Busy."""
    drawing = UNDRAWN.sub("", svg)
    others = "machine" if UNCOVERED.search(drawing) else "none"
    command = [sys.executable, "-m", "tracker.pages.draw_png", str(width), others, *fonts()]
    with turn(), _one:
        try:
            drawn = subprocess.run(
                command,
                input=drawing.encode(),
                stdout=subprocess.PIPE,
                check=True,
                timeout=LONGEST,
                cwd=settings.BASE_DIR,
            )
        except subprocess.TimeoutExpired:
            raise Busy from None
    return drawn.stdout
