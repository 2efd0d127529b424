"""Static files collected once for each state of their sources, in a folder named after that state."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

from tracker.launch.words import say
from tracker.web.plotly import plotly_file


def state_of(root: Path) -> str:
    """Twelve hex digits that change with our static files, the packages that bring others, and how they are packed."""
    digest = hashlib.sha256()
    ours = sorted(path for path in (root / "static").rglob("*") if path.is_file())
    for path in (*ours, root / "requirements.txt", root / "tracker/settings.py", root / "tracker/web/statics.py"):
        if path.exists():
            digest.update(f"{path.relative_to(root)}\0{path.stat().st_size}\0".encode())
            digest.update(path.read_bytes())
    digest.update(plotly_file().name.encode())
    return digest.hexdigest()[:12]


def collected(root: Path, data_dir: Path) -> Path:
    """Where the files of this state lie once collected; an unfinished folder never has this name."""
    return data_dir / f"static-{state_of(root)}"


def half_made(target: Path) -> Path:
    """Where they are collected first."""
    return target.with_name(f"{target.name}.{os.getpid()}.new")


def keep(target: Path) -> None:
    """Give the finished folder its name and remove those of earlier states."""
    try:
        half_made(target).rename(target)
    except OSError:
        # Another start finished the same state first.
        shutil.rmtree(half_made(target), ignore_errors=True)
    for other in target.parent.glob("static-*"):
        if other != target and not being_made(other):
            shutil.rmtree(other, ignore_errors=True)
    say("static files are compressed and fingerprinted")


def being_made(folder: Path) -> bool:
    """Whether a living launcher still collects into this folder."""
    maker = folder.suffix == ".new" and folder.stem.rpartition(".")[2]
    return bool(maker) and Path(f"/proc/{maker}").exists()
