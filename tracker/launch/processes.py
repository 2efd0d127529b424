"""Questions about running processes, and children that end when we do. Linux only, through /proc."""

from __future__ import annotations

import ctypes
import os
import signal
from pathlib import Path

PROC = Path("/proc")
PR_SET_PDEATHSIG = 1


def runs_postgres(pid: int) -> bool:
    """True when ``pid`` is a living process whose program is called postgres."""
    try:
        state = (PROC / str(pid) / "stat").read_text(errors="replace")
    except OSError:
        return False
    name, _, rest = state.partition("(")[2].rpartition(")")
    return name in {"postgres", "postmaster"} and rest.split()[0] not in {"Z", "X"}


def working_in(folder: Path) -> list[int]:
    """Processes whose current folder is ``folder``: every process of a PostgreSQL server works in its data folder."""
    wanted = os.path.realpath(folder)
    found = []
    for entry in PROC.iterdir():
        if entry.name.isdecimal():
            try:
                here = str((entry / "cwd").readlink())
            except OSError:
                continue
            if here == wanted:
                found.append(int(entry.name))
    return found


def end_with_parent() -> None:
    """For ``preexec_fn``: ask the kernel to end this child when its parent is gone, even by kill -9."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
