"""What the launcher says to the person who started it."""

from __future__ import annotations

import errno
import sys
import time

STARTED = time.monotonic()


class CannotStart(Exception):
    """A reason, in plain words, why nothing was started. The launcher prints it and exits with 1."""


def say(line: str) -> None:
    """One line of progress with the seconds since the start."""
    print(f"[{time.monotonic() - STARTED:5.1f} s] {line}", flush=True)


def complain(line: str) -> None:
    """The reason why the launcher stops."""
    print(f"Cannot start: {line}", file=sys.stderr, flush=True)


def disk_words(error: OSError) -> str:
    """A full disk or a missing right, in words."""
    place = f" ({error.filename})" if error.filename else ""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return f"the disk is full{place}. Free some space, or set DATA_DIR to a folder on another disk."
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return f"no right to write there{place}. Set DATA_DIR to a folder you own."
    return f"{error.strerror or error}{place}."
