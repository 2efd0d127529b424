"""Files of a large war for the importer, and what their import takes beside a bare COPY of the rows that it makes."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth.models import User
from django.db import connection, transaction

from tests.large import ARTICLES, DAYS, PRINTERS, START, VOICES
from tracker.exchange.importing import import_files
from tracker.exchange.tables import Upload
from tracker.ledger import changes
from tracker.ledger.models import Conflict, Difference

WRITTEN = [
    "ledger_source", "ledger_sourcealias", "ledger_article", "ledger_claim", "ledger_citation", "ledger_linecolour",
    "ledger_import", "ledger_importrow",
]  # fmt: skip
"""The tables that an import of these files fills, history aside."""
WHY = "a large war to measure on"


@dataclass(frozen=True)
class Taken:
    """Seconds for the same ``rows``, of all tables: by the importer, and by COPY with the same triggers."""

    rows: int
    imported: float
    copied: float


def large_files(claims: int) -> dict[str, Upload]:
    """Sources, articles and claims as ``large`` makes them: 1.4 rows for each claim, one in fifty follows another."""
    voices = [{"name": f"Voice {n}", "kind": "ministry"} for n in range(VOICES)]
    printers = [{"name": f"Newspaper {n}", "kind": "newspaper"} for n in range(PRINTERS)]
    articles = (
        {
            "article_id": f"a-{n}", "publisher": f"Newspaper {n % PRINTERS}", "title": f"Report {n}",
            "published": (START + timedelta(n % DAYS)).isoformat(), "url": f"https://example.org/{n}", "language": "en",
        }
        for n in range(ARTICLES)
    )  # fmt: skip
    return {
        "sources": _as_csv("sources", voices + printers),
        "articles": _as_csv("articles", articles),
        "claims": _as_csv("claims", _claims(claims)),
    }


def _claims(claims: int) -> Iterator[dict[str, str]]:
    before: dict[tuple[str, ...], str] = {}
    for n in range(1, claims + 1):
        voice = f"Voice {int(VOICES * (n * 7919 % 1000 / 1000) ** 2)}"
        total, day = n % 10 > 0, (START + timedelta(n * DAYS // claims)).isoformat()
        row = {
            "figure_text": str(40 + n * 3), "value": str(40 + n * 3),
            "qualifier": ("exact", "exact", "at_least", "about")[n % 4], "outcome": "killed",
            "category": ("any", "any", "civilian", "combatant")[n // 7 % 4],
            "party": ("", "North", "North hills", "South", "South hills")[n // 11 % 5],
            "claimant": voice if n % 5 else "", "place": f"Town {n // 3 % 12}" if n % 3 == 0 else "",
            "scope": "cumulative" if total else "period", "period_start": "" if total else day, "as_of": day,
            "kind": "official_total",
        }  # fmt: skip
        line = (voice, row["claimant"], row["category"], row["party"], row["place"])
        if total and n % 50 == 1 and line in before:
            row |= {"follows": before[line], "relation": "corrects" if n % 100 == 1 else "withdraws"}
        if total:
            before[line] = f"r-{n}.0"
        for k in range(3):
            if k == 0 or (n + k) % 5 == 0:
                quote = f"officials said that {40 + n * 3} had been killed since the war began, as report {k} has it"
                via = voice if n % 5 == 0 else f"Voice {n % 5}" if n % 4 == 0 else ""
                yield row | {
                    "ref": f"r-{n}.{k}", "article_id": f"a-{(n * 7 + k * 13) % ARTICLES}", "quote": quote, "via": via,
                }  # fmt: skip


def _as_csv(kind: str, rows: Iterable[Mapping[str, str]]) -> Upload:
    rows = list(rows)
    file = io.StringIO()
    writer = csv.DictWriter(file, list(dict.fromkeys(name for row in rows for name in row)), restval="")
    writer.writeheader()
    writer.writerows(rows)
    return Upload(f"{kind}.csv", file.getvalue().encode())


def stage(by: User) -> Conflict:
    """The war of these files, with its parties."""
    conflict = changes.add_conflict(by=by, why=WHY, name="A war in files", start=START)
    for side in ("North", "South"):
        held = changes.add_party(by=by, why=WHY, conflict=conflict, name=side)
        changes.add_party(by=by, why=WHY, conflict=conflict, name=f"{side} hills", parent=held)
    return conflict


def measure(files: Mapping[str, Upload]) -> Taken:
    """On two copies of the database as it stands: one takes the files in, the other the rows that this made."""
    with _copies("bulk_imported", "bulk_copied") as (imported, copied):
        with _connected(imported):
            by, conflict = _staged()
            start = time.perf_counter()
            report = import_files(conflict, files, by=by, why=WHY)
            taken = time.perf_counter() - start
            if not report.written:
                raise RuntimeError("\n".join(map(str, report.problems[:10])))
            rows = {table: _copied_out(table) for table in WRITTEN}
            kept = Difference.objects.count()
        with _connected(copied):
            by, conflict = _staged()
            start = time.perf_counter()
            _copy_in(conflict, by, rows)
            bare = time.perf_counter() - start
            if Difference.objects.count() != kept:
                raise RuntimeError("the two ways did not leave the same history")
    return Taken(sum(data.count(b"\n") for data in rows.values()), taken, bare)


def _staged() -> tuple[User, Conflict]:
    by = User.objects.create_superuser("bulk", password=None)
    return by, stage(by)


def _copied_out(table: str) -> bytes:
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} TO STDOUT") as copy:
        return b"".join(copy)


def _copy_in(conflict: Conflict, by: User, rows: Mapping[str, bytes]) -> None:
    with transaction.atomic(), changes.making(by=by, why=WHY, verb="import_claims", conflict=conflict):
        for table, data in rows.items():
            with connection.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN") as copy:
                copy.write(data)


@contextmanager
def _copies(*names: str) -> Iterator[tuple[str, ...]]:
    """Copies of the database as it stands, with everything in it."""
    original = connection.settings_dict["NAME"]
    with _connected("postgres"), connection.cursor() as cursor:
        for name in names:
            cursor.execute(f"CREATE DATABASE {name} TEMPLATE {connection.ops.quote_name(original)}")
    yield names
    with _connected("postgres"), connection.cursor() as cursor:
        for name in names:
            cursor.execute(f"DROP DATABASE {name}")


@contextmanager
def _connected(name: str) -> Iterator[None]:
    """Django's own connection goes to another database of the same server."""
    original = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    yield
    connection.close()
    connection.settings_dict["NAME"] = original
