"""A program of its own: SVG on standard input, PNG on standard output. Arguments: width in px, whose
fonts to use besides ("machine" or "none"), font files.

The renderer holds Python's lock for as long as it draws; in the server's process every other thread would wait.
"""

from __future__ import annotations

import sys

import resvg_py

FAMILY = "Noto Sans"


def main() -> None:
    """Draw what comes in."""
    width, others, *files = sys.argv[1:]
    drawn = resvg_py.svg_to_bytes(
        svg_string=sys.stdin.buffer.read().decode(),
        width=int(width),
        font_files=files,
        skip_system_fonts=others != "machine",
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )
    sys.stdout.buffer.write(drawn)


if __name__ == "__main__":
    main()
