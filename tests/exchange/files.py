"""Small files for the importer, and how to hand them in."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from tests.cast import make_conflict, nour
from tracker.exchange.importing import Report, import_files
from tracker.exchange.tables import Upload

SOURCE_ROWS = [
    {"name": "The Daily River", "kind": "newspaper"},
    {"name": "River News Agency", "kind": "news agency"},
    {
        "name": "Ministry of the North", "kind": "ministry",
        "parent": "Government of the North", "aliases": "NMoD; The ministry",
    },
    {"name": "Government of the North", "kind": "government", "affiliated_party": "North"},
]  # fmt: skip
ARTICLE_ROWS = [
    {"article_id": "a-1", "publisher": "The Daily River", "title": "Toll rises", "published": "2020-10-22"},
    {"article_id": "a-2", "publisher": "River News Agency", "title": "Toll", "published": "2020-10-23"},
]
CLAIM = {
    "ref": "a-1.1", "article_id": "a-1", "quote": "the death toll has reached 874",
    "figure_text": "874", "value": "874",
    "qualifier": "exact", "outcome": "killed", "category": "combatant", "party": "North",
    "claimant": "Ministry of the North", "claimant_text": "the ministry", "scope": "cumulative",
    "period_start": "2020-09-27", "as_of": "2020-10-22",
}  # fmt: skip


def claim(ref: str = "a-1.1", **cells: str) -> dict[str, str]:
    """A good row of claims.csv with some cells changed."""
    return CLAIM | {"ref": ref, "article_id": ref.partition(".")[0]} | cells


def as_csv(name: str, rows: Iterable[Mapping[str, str]]) -> Upload:
    rows = list(rows)
    file = io.StringIO()
    writer = csv.DictWriter(file, list(dict.fromkeys(column for row in rows for column in row)), restval="")
    writer.writeheader()
    writer.writerows(rows)
    return Upload(name, file.getvalue().encode("utf-8", "surrogatepass"))


def take_in(*claims: Mapping[str, str], amend: Iterable[Mapping[str, str]] = (), **options: Any) -> Report:
    """Import these rows of claims.csv, with the sources and articles above, as Nour."""
    uploads = {
        "sources": as_csv("sources.csv", SOURCE_ROWS),
        "articles": as_csv("articles.csv", ARTICLE_ROWS),
        "claims": as_csv("claims.csv", claims),
    }
    amendments = [as_csv("amend.csv", amend)] if amend else []
    return import_files(make_conflict(), uploads, by=nour(), why="a test", amendments=amendments, **options)


def take_in_file(data: bytes, **options: Any) -> Report:
    """Import a claims.csv of exactly these bytes."""
    return import_files(make_conflict(), {"claims": Upload("claims.csv", data)}, by=nour(), why="a test", **options)
