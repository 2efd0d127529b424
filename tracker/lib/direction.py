"""Names that run from right to left among words that do not: kept apart, or a number after them would change places."""

from __future__ import annotations

import re

ISOLATES = re.compile("[\u2066-\u2069]+")
_RIGHT_TO_LEFT = re.compile(
    "[\u061c\u200f\u202b\u202e"  # marks
    "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"  # Unicode's own blocks
)


def apart(text: str, always: bool = False) -> str:
    """``text`` as a part of a longer one: between isolating marks when some of it runs from right to left.

    ``always``: in any case, as a name needs it among words that run from right to left themselves.
    """
    text = ISOLATES.sub("", text)
    return f"\u2068{text}\u2069" if always or _RIGHT_TO_LEFT.search(text) else text
