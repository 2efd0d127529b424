"""The budgets, measured: `make bench`. Every figure is a median; what is compared is compared in the same run.

Needs nothing but the repository: it starts the tests' throw-away PostgreSQL, loads the demo and measures on it.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import statistics
import time
import tracemalloc
from collections.abc import Callable
from datetime import date
from pathlib import Path

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"

import django

django.setup()

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, setup_test_environment

from tracker.exchange.csv_out import stream_csv
from tracker.exchange.loading import load_demo
from tracker.ledger.filters import ClaimFilter
from tracker.ledger.models import Claim, Conflict
from tracker.reading.reader import read_figures

RUNS = 9
OWN_ARTICLES = Path(__file__).parent / "reading/articles"
PAGE = "/conflicts/nagorno-karabakh-2020/"
SAME_SQL = """
  SELECT c.id, c.as_worded, c.qualifier, c.value, c.low, c.high, c.outcome, c.status, c.as_of, v.name, p.name,
         i.quote, i.wording, a.title, a.url, a.published_on, b.name
  FROM ledger_claim c JOIN ledger_source v ON v.id = c.voice_id LEFT JOIN ledger_party p ON p.id = c.party_id
  JOIN ledger_citation i ON i.claim_id = c.id JOIN ledger_article a ON a.id = i.article_id
  JOIN ledger_source b ON b.id = a.publisher_id
  WHERE c.conflict_id = %s AND c.state = 'published' AND c.outcome = 'killed' AND c.scope = 'cumulative'
    AND c.as_of BETWEEN %s AND %s ORDER BY c.as_of, c.id
"""


def median_ms(work: Callable[[int], object], runs: int = RUNS) -> float:
    """Of ``runs`` runs after one that is not counted; ``work`` is told which run it is."""
    work(-1)
    times = []
    for run in range(runs):
        start = time.perf_counter()
        work(run)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def same_sql(conflict: Conflict) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(SAME_SQL, [conflict.pk, conflict.start, conflict.end])
        return cursor.fetchall()


def pages(client: Client) -> None:
    for name, address in {
        "conflict page": PAGE,
        "index": "/",
        "a claim": f"/claims/{Claim.objects.first().pk}/",
    }.items():
        client.get(address, {"n": "first"})
        with CaptureQueriesContext(connection) as asked:
            body = client.get(address, {"n": "queries"}).content
        queries = len(asked)  # the next request forgets them
        made = median_ms(lambda run, address=address: client.get(address, {"n": str(run)}))
        kept = median_ms(lambda run, address=address: client.get(address))
        sizes = f"{len(body):,} bytes, {len(gzip.compress(body)):,} gzipped"
        print(f"{name}: made {made:.0f} ms, kept {kept:.1f} ms, {queries} queries, {sizes}")


def doors(client: Client, conflict: Conflict) -> None:
    """CSV and API of the default view against the same SQL sent by psycopg and written by csv and json."""

    def plain_csv(run: int) -> None:
        csv.writer(io.StringIO()).writerows(same_sql(conflict))

    rows = ClaimFilter.read({}, conflict).rows
    ours, theirs = median_ms(lambda run: "".join(stream_csv(rows()))), median_ms(plain_csv)
    print(f"CSV of the default view: {ours:.0f} ms, the same SQL by csv {theirs:.1f} ms, ratio {ours / theirs:.1f}")
    ours = median_ms(lambda run: client.get(f"/api/v1{PAGE}claims".replace("//", "/"), {"limit": 500}))
    theirs = median_ms(lambda run: json.dumps(same_sql(conflict), default=str))
    print(f"API of the default view: {ours:.0f} ms, the same SQL by json {theirs:.1f} ms, ratio {ours / theirs:.1f}")


def reading() -> None:
    """Time per article against its length, and the most memory one reading takes."""
    articles = [path.read_text(encoding="utf-8") for path in sorted(OWN_ARTICLES.glob("*.txt"))]
    words = "\n".join(articles).split(" ")
    for length in (300, 600, 1_200, 6_000, 30_000, 100_000):
        text = " ".join((words * (length // len(words) + 1))[:length])
        took = median_ms(
            lambda run, text=text: read_figures(text, published=date(2020, 10, 23)), 9 if length < 9999 else 3
        )
        print(f"reading {length:>7,} words: {took:8.1f} ms, {600 * took / length:5.1f} ms per 600 words")
    tracemalloc.start()
    read_figures(text, published=date(2020, 10, 23))
    print(f"reading {length:>7,} words: at most {tracemalloc.get_traced_memory()[1] / 1e6:.0f} MB more in use")
    tracemalloc.stop()


def main() -> None:
    reading()
    setup_test_environment()
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    start = time.perf_counter()
    conflict = load_demo()[0]
    took = time.perf_counter() - start
    claims = Claim.objects.count()
    print(f"the demo: {claims} claims loaded in {took:.1f} s, history included")
    client = Client()
    pages(client)
    doors(client, conflict)


main()
