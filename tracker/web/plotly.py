"""Serves plotly.js: the small file that ``.ci/plotly`` fetched, else the whole one of the installed plotly package."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage

NAME = "vendor/plotly.min.js"
FETCHED = Path(sys.prefix, "share/plotly/plotly-basic.min.js")
"""Where ``.ci/plotly`` puts the small file, which holds the kinds of chart we draw and no other."""


def plotly_file() -> Path:
    """The file to serve; it need not exist."""
    if FETCHED.is_file():
        return FETCHED
    # find_spec, not import: importing plotly costs a tenth of a second in every process.
    spec = find_spec("plotly")
    origin = Path(spec.origin) if spec and spec.origin else Path()
    return origin.parent / "package_data/plotly.min.js"


class OneFileStorage(FileSystemStorage):
    """Opens one file of its folder, whatever name it is asked for."""

    def __init__(self, file: Path) -> None:
        super().__init__(location=file.parent)
        self.file = file.name

    def path(self, name: str) -> str:
        return super().path(self.file)


class PlotlyFinder(BaseFinder):
    """Finds ``{% static "vendor/plotly.min.js" %}``."""

    def __init__(self, app_names: list[str] | None = None, *args: Any, **kwargs: Any) -> None:
        self.storage = OneFileStorage(plotly_file())
        super().__init__(*args, **kwargs)

    def check(self, **kwargs: Any) -> list[Any]:
        """Nothing to configure."""
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """The file's place on disk, or an empty list; a list when ``find_all``."""
        found = [self.storage.path(path)] if path == NAME and self.storage.exists(path) else []
        return found if find_all or not found else found[0]

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, Storage]]:
        """The one file."""
        if self.storage.exists(NAME):
            yield NAME, self.storage
