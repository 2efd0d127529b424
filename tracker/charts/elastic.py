"""Parts of drawings placed by per cent along and by pixels down: one drawing for a phone and a wide page.

Letters and strokes keep their size whatever the width. ``svg`` runs from left to right in every script.
"""

from __future__ import annotations

from tracker.charts.labels import safe


def svg(kind: str, height: float, title: str, parts: list[str]) -> str:
    """An SVG element as wide as its box and ``height`` px high, with ``title`` for those who do not see it."""
    return (
        f'<svg class="{kind}" width="100%" height="{height:.0f}" role="img" direction="ltr" aria-label="{safe(title)}" '
        f'xmlns="http://www.w3.org/2000/svg">{"".join(parts)}</svg>'
    )


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    """A straight line of this class."""
    return f'<line class="{kind}" x1="{x1:.2f}%" y1="{y1:.1f}" x2="{x2:.2f}%" y2="{y2:.1f}"/>'


def text(x: float, y: float, words: str, kind: str, anchor: str = "start") -> str:
    """Words of this class; what they hold is made safe."""
    return f'<text class="{kind}" x="{x:.2f}%" y="{y:.1f}" text-anchor="{anchor}">{safe(words)}</text>'


def shape(x: float, y: float, path: str, kind: str) -> str:
    """A small shape around (x, y): ``path`` is in pixels from there."""
    return f'<svg x="{x:.2f}%" y="{y:.1f}" overflow="visible"><path class="{kind}" d="{path}"/></svg>'
