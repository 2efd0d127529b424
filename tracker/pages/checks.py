"""System check: whether pictures can be drawn as PNG."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, register
from django.core.checks import Warning as CheckWarning

from tracker.pages.raster import NoFonts, fonts

HINT = "Install what requirements.txt names; until then timeline.png answers 503 and leads to the SVG."


@register()
def pictures_have_fonts(app_configs: Sequence[Any] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """pages.W001: the packages with the fonts of PNG files are missing."""
    try:
        fonts()
    except NoFonts as missing:
        return [CheckWarning(f"No PNG can be drawn for want of fonts: {missing}", hint=HINT, id="pages.W001")]
    return []
