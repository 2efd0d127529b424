"""Read articles from the command line, without a database.

    python -m tracker.reading IN_DIR OUT_DIR   reads every ID.txt, writes ID.json
    python -m tracker.reading -                reads standard input, prints JSON

Of an ID.json beside an ID.txt only "published" and "title" are used. OUT_DIR must not be IN_DIR.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from tracker.reading.figures import Figure
from tracker.reading.reader import read_figures


def main(arguments: list[str]) -> int:
    """Run with the words after the program's name; returns the exit status."""
    if arguments == ["-"]:
        text = sys.stdin.buffer.read().decode("utf-8", "replace")
        sys.stdout.write(_as_json(text, read_figures(text)) + "\n")
        return 0
    if len(arguments) != 2 or Path(arguments[0]).resolve() == Path(arguments[1]).resolve():
        sys.stderr.write(__doc__)
        return 2
    source, target = map(Path, arguments)
    if not source.is_dir():
        sys.stderr.write(f"There is no folder {source}.\n")
        return 2
    if target.exists() and not target.is_dir():
        sys.stderr.write(f"{target} is a file, not a folder.\n")
        return 2
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(source.glob("*.txt")):
        text = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
        published, title = _from_beside(path.with_suffix(".json"))
        figures = read_figures(text, published=published, title=title)
        (target / f"{path.stem}.json").write_text(_as_json(text, figures) + "\n", encoding="utf-8")
    return 0


def _from_beside(path: Path) -> tuple[date | None, str]:
    if not path.exists():
        return None, ""
    labels = json.loads(path.read_text(encoding="utf-8"))
    day = labels.get("published")
    return (date.fromisoformat(day) if day else None), labels.get("title") or ""


def _as_json(text: str, figures: list[Figure]) -> str:
    rows = [dict(_row(text, figure)) for figure in figures]
    return json.dumps({"figures": rows}, ensure_ascii=False, indent=1)


def _row(text: str, figure: Figure) -> Iterator[tuple[str, Any]]:
    yield "text", text[figure.start : figure.end]
    for name in ("start", "end", "value", "low", "high"):
        yield name, getattr(figure, name)
    for name in ("qualifier", "outcome", "category"):
        yield name, getattr(figure, name).value
    yield "group", figure.group.value or None
    for name in ("party", "claimant", "relayed_via"):
        yield name, getattr(figure, name)
    yield "scope", figure.scope.value
    for name in ("since", "as_of"):
        day = getattr(figure, name)
        yield name, day.isoformat() if day else None
    yield "as_of_precision", figure.as_of_precision.value
    for name in ("place", "part_of", "implicit", "sure", "rules"):
        yield name, getattr(figure, name)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
