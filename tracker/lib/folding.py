"""Names brought to one form so that they match, addresses made of them, and text made safe to store."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from unicodedata import category, combining, normalize

from tracker.lib.tongue import number, say

LONGEST_SLUG = 80

# Letters with a stroke or of their own kind, which no Unicode decomposition reaches; English prints Azeri ə as a.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "a"}
)
_MARKS = str.maketrans(
    dict.fromkeys("‘’‚‛`´ʼʹʻ′＇", "'") | dict.fromkeys("“”„‟«»″＂", '"') | dict.fromkeys("‐‑‒–—―−﹣－", "-")
)
# Below 10 stand nukta, kana voicing and virama: without them a name is another name, not the same one unaccented.
_FIRST_ACCENT_CLASS = 10

_SURROGATE = re.compile("[\ud800-\udfff]")
# C0 and C1 controls except tab and newline; then embeddings, overrides and isolates, which reorder what follows them.
_REMOVED = dict.fromkeys(
    [*range(1, 9), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)


class BadText(ValueError):
    """Text that cannot be stored; the message says why."""


def fold(name: str) -> str:
    """The key by which names match: no accents, case, typographic quotes or dashes, single spaces.

    Idempotent. May be longer than ``name`` (a ligature becomes its letters).
    """
    folded = name
    # Folding case can bring forth marks and the reverse; two rounds settle all of Unicode.
    for _ in range(2):
        decomposed = normalize("NFKD", folded).casefold()
        bare = "".join(
            mark
            for mark in normalize("NFKD", decomposed)
            if combining(mark) < _FIRST_ACCENT_CLASS and category(mark) != "Cf"
        )
        folded = normalize("NFC", bare.translate(_LETTERS).translate(_MARKS))
    return " ".join(folded.split())


def slugify_name(name: str, taken: Callable[[str], bool]) -> str:
    """An address for ``name`` of a-z, 0-9 and hyphens, at most 80 characters, for which ``taken`` says False.

    A name without Latin letters or digits gets a short code drawn from it; a taken address gets -2, -3 and so on.
    """
    words = re.findall(r"[a-z0-9]+", fold(name).replace("'", ""))
    base = "-".join(words)[:LONGEST_SLUG].strip("-")
    if not base:
        base = "name-" + sha256(fold(name).encode("utf-8", "replace")).hexdigest()[:8]
    slug, number = base, 1
    while taken(slug):
        number += 1
        ending = f"-{number}"
        slug = base[: LONGEST_SLUG - len(ending)].rstrip("-") + ending
    return slug


def clean_text(text: str, limit: int) -> str:
    """``text`` as it may be stored: line ends are newlines, other control characters are removed.

    Bidirectional embeddings, overrides and isolates are removed too (they can make stored words read in another order);
    the plain direction marks and the joiners that Persian and Hindi need stay. Raises BadText for a NUL, a lone
    surrogate, or more than ``limit`` characters.
    """
    if text.isprintable():  # almost all is: then nothing of what follows is in it
        return _within(text, limit)
    if "\0" in text:
        raise BadText(say("The text holds a NUL character, which cannot be stored. Remove it or paste the text again."))
    if _SURROGATE.search(text):
        raise BadText(say("The text holds a broken character (half of a pair). Remove it or paste the text again."))
    return _within(text.replace("\r\n", "\n").replace("\r", "\n").translate(_REMOVED), limit)


def _within(text: str, limit: int) -> str:
    if len(text) > limit:
        words = say("The text is {many} characters long; at most {most} fit here.")
        raise BadText(words.format(many=number(len(text)), most=number(limit)))
    return text
