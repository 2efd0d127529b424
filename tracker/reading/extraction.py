"""The article of a web page, by trafilatura: `python -m tracker.reading.extraction`, JSON in and out.

Run as a process of its own: a page can be made so that the HTML parser works on it for minutes, or fills the memory,
and neither a thread nor a look at the page beforehand could stop that. The site itself never imports trafilatura.
"""

from __future__ import annotations

import json
import logging
import re
import resource
import sys

from trafilatura import bare_extraction, load_html
from trafilatura.settings import Document

MEMORY = 512 * 1024**2
SECONDS = 8
"""Of processor time. A real page takes a quarter of one."""

_BULLET = re.compile(r"^- ", re.MULTILINE)


def extract(markup: str, url: str = "") -> dict[str, str]:
    """The ``text`` with one paragraph a line, ``title``, ``date`` (ISO), ``publisher`` and ``language`` as declared.

    Each is "" when the page does not tell, for a guessed date would misplace every "on Thursday". Empty when no
    article is found.
    """
    whole = markup if re.search("<html", markup, re.IGNORECASE) else f"<html><body>{markup}</body></html>"
    tree = load_html(whole)
    if tree is None:
        return {}
    declared = tree.get("lang", "")
    found = bare_extraction(
        tree,
        url=url or None,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if not isinstance(found, Document):
        return {}
    return {
        "text": _BULLET.sub("", found.text or ""),
        "title": found.title or "",
        "date": found.date or "",
        "publisher": found.sitename or "",
        "language": declared,
    }


def main() -> None:
    """Read one JSON list of markup and URL, write one JSON object; the system ends what takes too much."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    logging.disable()
    markup, url = json.load(sys.stdin)
    json.dump(extract(markup, url), sys.stdout)


if __name__ == "__main__":
    main()
