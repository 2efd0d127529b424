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
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"

import django

django.setup()

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client, override_settings
from django.test.testcases import LiveServerThread
from django.test.utils import CaptureQueriesContext

from tests.bulk import large_files, measure
from tests.large import make_large
from tests.seeing import see
from tracker.exchange.csv_out import stream_csv
from tracker.exchange.loading import load_demo
from tracker.ledger.filters import ClaimFilter
from tracker.ledger.models import Claim, Conflict
from tracker.reading.reader import read_figures

RUNS, VISITS = 9, 5
OWN_ARTICLES = Path(__file__).parent / "reading/articles"
PAGE = "/conflicts/nagorno-karabakh-2020/"
STATIC = Path(__file__).parent.parent / "static"
WARS, CLAIMS = 100, 10_000
"""Of the large ledger: how many wars, and how many claims in each."""
LONGEST = 900
"""Seconds in which its wars are made; its indexes and statistics come on top."""
CSV_COLUMNS = """
  i.ref, a.ref, i.quote, i.wording, c.value, c.low, c.high, c.qualifier, c.outcome, c.status, c."group", p.name, s.name,
  i.attribution, r.name, c.scope, c.counted_from, c.as_of, c.place, n.name,
  (SELECT ref FROM ledger_citation WHERE claim_id = c.part_of_id ORDER BY id LIMIT 1), i.note, c.kind,
  c.as_of_precision, c.said_on, (SELECT ref FROM ledger_citation WHERE claim_id = c.follows_id ORDER BY id LIMIT 1),
  c.relation, c.credibility, c.includes_indirect, c.editor_note, c.id, b.name, a.title, a.url, a.published_on
"""
API_COLUMNS = """
  c.id, w.slug, s.name, v.name, c.as_worded, c.qualifier, c.value, c.low, c.high, c.outcome, c.status, c."group",
  p.name, p.slug, c.place, n.name, c.scope, c.counted_from, c.period_start, c.as_of, c.as_of_precision, c.said_on,
  c.first_published_on, c.kind, c.part_of_id, c.follows_id, c.relation, c.credibility, c.includes_indirect,
  c.editor_note, b.name, a.title, a.url, a.published_on, a.language, i.quote, i.wording, i.attribution, r.name
"""
SAME_ROWS = """
  FROM ledger_claim c JOIN ledger_conflict w ON w.id = c.conflict_id JOIN ledger_source v ON v.id = c.voice_id
  LEFT JOIN ledger_source s ON s.id = c.claimant_id LEFT JOIN ledger_party p ON p.id = c.party_id
  LEFT JOIN ledger_incident n ON n.id = c.incident_id JOIN ledger_citation i ON i.claim_id = c.id
  LEFT JOIN ledger_source r ON r.id = i.relayed_via_id JOIN ledger_article a ON a.id = i.article_id
  JOIN ledger_source b ON b.id = a.publisher_id
  WHERE c.conflict_id = %s AND c.state = 'published' AND c.outcome = 'killed' AND c.scope = 'cumulative'
    AND c.relation <> 'withdraws' AND c.as_of BETWEEN %s AND %s ORDER BY c.as_of, c.id, a.published_on, i.id
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


def side_by_side(
    ours: Callable[[], object], theirs: Callable[[], object], runs: int = 25
) -> tuple[float, float, float]:
    """Medians in milliseconds of both, run in turn, and the median of their ratios."""
    times = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        ours()
        between = time.perf_counter()
        theirs()
        times.append(((between - start) * 1000, (time.perf_counter() - between) * 1000))
    pairs = times[1:]
    return (
        statistics.median(ours for ours, _ in pairs),
        statistics.median(theirs for _, theirs in pairs),
        statistics.median(ours / theirs for ours, theirs in pairs),
    )


def same_sql(columns: str, conflict: Conflict) -> list[tuple[object, ...]]:
    """What a view's file holds, sent by psycopg from one plain statement."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} {SAME_ROWS}", [conflict.pk, conflict.start, conflict.end])
        return cursor.fetchall()


@dataclass
class Table:
    """What was measured beside its budget; None: a figure without one."""

    rows: list[tuple[str, str, float, float | None]] = field(default_factory=list)

    def add(self, what: str, unit: str, measured: float, budget: float | None = None) -> None:
        self.rows.append((what, unit, measured, budget))

    def show(self) -> None:
        for what, unit, measured, budget in self.rows:
            said = "" if budget is None else f"{budget:>8,.10g}  {'met' if measured <= budget else 'NOT MET'}"
            print(f"{what:<64} {measured:>10,.1f} {unit:<8} {said}")


def served(table: Table, conflict: Conflict, name: str, budget: float | None) -> None:
    """Server time of a conflict's views, each drawn anew and each taken again, and the most queries of any."""
    client, page = Client(), conflict.get_absolute_url()
    claim = Claim.objects.published().filter(conflict=conflict).order_by("-id").select_related("voice")[0]
    looked = (conflict.start + timedelta(days=30)).isoformat()
    mix = ["", "?status=civilian", "?scale=log", f"?claimant={claim.voice.slug}", f"?known_on={looked}", "?stance=own"]
    mix += ["?scope=period", "?only=latest", "?page=2", "?order=highest", "?party=together", "?measure=daily"]
    made, kept, busy, queries = [], [], [], 0
    client.get("/", {"n": "first"})
    for view in mix:
        address = f"{page}{view}"
        with CaptureQueriesContext(connection) as asked:
            started = time.process_time()
            made.append(timed(lambda address=address: client.get(address)))
            busy.append((time.process_time() - started) * 1000)
        queries = max(queries, len(asked))
        kept += [timed(lambda address=address: client.get(address)) for _ in range(9)]
    table.add(f"{name}: drawn anew, median of {len(mix)} views", "ms", statistics.median(made))
    table.add(f"{name}: drawn anew, median of our own processor time", "ms", statistics.median(busy))
    table.add(f"{name}: drawn anew, p95", "ms", p95(made), budget)
    table.add(f"{name}: taken again, p95", "ms", p95(kept), budget)
    table.add(f"{name}: one in ten drawn anew, p95", "ms", p95(made + kept), budget)
    table.add(f"{name}: most queries of a view", "", queries, 8)
    for what, address in {
        "claim": claim.get_absolute_url(),
        "source": claim.voice.get_absolute_url(),
        "sources": "/sources/",
        "index": "/",
        "changes": "/changes/",
        "feed": f"{page}feed.atom",
        "broad search": "/search/?q=killed",
        "selective search": f"/search/?q={claim.as_worded}",
    }.items():
        mark = f"{'&' if '?' in address else '?'}of={conflict.slug}&"
        with CaptureQueriesContext(connection) as asked:
            client.get(f"{address}{mark}n=queries")
        count = len(asked)  # the next request forgets them
        took = median_ms(lambda run, there=f"{address}{mark}n=": client.get(f"{there}{run}"), 5)
        table.add(f"{name}, {what} page: drawn anew, median", "ms", took)
        table.add(f"{name}, {what} page: queries", "", count, 8)


@contextmanager
def as_in_production() -> Iterator[str]:
    """The address of the site with its static files collected, fingerprinted and compressed, as ``make run`` has it."""
    kept = settings.STORAGES | {"staticfiles": {"BACKEND": "tracker.web.statics.FingerprintedStorage"}}
    with (
        TemporaryDirectory() as folder,
        override_settings(STORAGES=kept, STATIC_ROOT=folder, WHITENOISE_AUTOREFRESH=False),
    ):
        call_command("collectstatic", verbosity=0, interactive=False)
        server = LiveServerThread("127.0.0.1", lambda app: app)
        server.daemon = True
        server.start()
        server.is_ready.wait()
        yield f"http://127.0.0.1:{server.port}"
        server.terminate()


def seen(table: Table) -> None:
    """What a browser sees of the demo's page, cold: on a slow phone, and on a desktop; medians of a few visits."""
    with as_in_production() as root:
        for drawn in (PAGE, f"{PAGE}figure.json"):
            urlopen(root + drawn).read()  # once: what is measured is the way to the reader
        phone = [see(root + PAGE, phone=True) for _ in range(VISITS)]
        desktop = [see(root + PAGE, phone=False) for _ in range(VISITS)]
    table.add("slow phone: first paint", "ms", statistics.median(one.painted for one in phone))
    table.add("slow phone: chart visible", "ms", statistics.median(one.chart for one in phone), 1500)
    table.add("slow phone: loaded before it is", "KiB", statistics.median(one.before for one in phone) / 1024, 60)
    table.add("slow phone: layout shift", "", max(one.shift for one in phone), 0.02)
    table.add("desktop: interactive chart ready", "ms", statistics.median(one.plotted for one in desktop), 700)
    table.add("desktop: layout shift", "", max(one.shift for one in desktop), 0.02)
    table.add("desktop: the library asked for before first paint", "times", max(one.early for one in desktop), 0)


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def p95(times: list[float]) -> float:
    return sorted(times)[min(len(times) - 1, round(0.95 * len(times)))]


def weight(table: Table) -> None:
    """Compressed bytes of the page with its style sheets, and of all our own scripts of public pages."""
    page = Client().get(PAGE, {"n": "weight"}).content
    styles = [(STATIC / f"css/{name}.css").read_bytes() for name in ("site", "chart")]
    scripts = [(STATIC / f"js/{name}.js").read_bytes() for name in ("page", "chart", "embed")]
    table.add("page and style sheets, compressed", "KiB", sum(map(packed, [page, *styles])), 60)
    table.add("own scripts of public pages, compressed", "KiB", sum(map(packed, scripts)), 15)


def packed(content: bytes) -> float:
    return len(gzip.compress(content)) / 1024


def doors(client: Client, conflict: Conflict) -> None:
    """CSV and API of the default view against the same columns of the same rows, written by csv and json."""

    def plain_csv() -> None:
        csv.writer(io.StringIO()).writerows(same_sql(CSV_COLUMNS, conflict))

    def plain_json() -> None:
        json.dumps(same_sql(API_COLUMNS, conflict), default=str)

    rows = ClaimFilter.read({}, conflict).rows
    api = f"/api/v1/conflicts/{conflict.slug}/claims"
    for name, ours, theirs in (
        ("CSV", lambda: "".join(stream_csv(rows())), plain_csv),
        ("API, whole request", lambda: client.get(api, {"limit": 500}), plain_json),
    ):
        made, plain, ratio = side_by_side(ours, theirs)
        print(f"{name} of the default view: {made:.1f} ms, the same SQL plainly {plain:.1f} ms, ratio {ratio:.2f}")


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


def importing(table: Table) -> None:
    """Files of many claims by the importer, beside a bare COPY of the rows that they make, history included."""
    files = large_files(CLAIMS)
    taken = [measure(files) for _ in range(3)]
    what = f"import of {CLAIMS:,} claims, {taken[0].rows:,} rows"
    table.add(f"{what}: of all tables", "rows/s", statistics.median(one.rows / one.imported for one in taken))
    table.add(f"{what}: by a bare COPY", "rows/s", statistics.median(one.rows / one.copied for one in taken))
    table.add(f"{what}: times a bare COPY", "", statistics.median(one.imported / one.copied for one in taken), 4)


def main() -> None:
    reading()
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    table = Table()
    importing(table)
    start = time.perf_counter()
    conflict = load_demo()[0]
    took = time.perf_counter() - start
    claims = Claim.objects.count()
    print(f"the demo: {claims} claims loaded in {took:.1f} s, history included")
    doors(Client(), conflict)
    table.add("the demo's default view", "claims", ClaimFilter.read({}, conflict).rows().count())
    weight(table)
    seen(table)
    served(table, conflict, "demo", 50)
    start = time.perf_counter()
    large = make_large(WARS, CLAIMS, within=LONGEST)
    took = time.perf_counter() - start
    table.add("a large conflict, in a ledger of", "claims", Claim.objects.count())
    table.add("the large ledger made, history and indexes included", "s", took)
    served(table, large, f"{CLAIMS:,} claims", 50)
    table.show()


main()
