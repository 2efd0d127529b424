"""Files into the ledger: all of them or, when anything is wrong, nothing, with every problem said by row and column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from tracker.exchange import records
from tracker.exchange.amending import amend
from tracker.exchange.claims import cited_as, keep_figures
from tracker.exchange.columns import FILES, IGNORED_IN_CLAIMS
from tracker.exchange.figures import Reader
from tracker.exchange.naming import Names
from tracker.exchange.running import Outcome, Run
from tracker.exchange.tables import BadFile, Problem, Row, Upload, read_table, read_values
from tracker.ledger.changes.copying import copy_in
from tracker.ledger.models import Conflict, Import, ImportRow

NAMED_IN = [("sources", "name"), ("sources", "parent"), ("articles", "publisher"), ("milestones", "source"),
            ("colours", "voice"), ("claims", "claimant"), ("claims", "via")]  # fmt: skip
"""Where files name sources."""

STABLE_NAMES = {"articles": "article_id", "claims": "ref"}


@dataclass(frozen=True)
class Report:
    """What an import did: for each kind of file how many rows were created, cited, updated, unchanged, refused."""

    tallies: Mapping[str, Counter[Outcome]]
    problems: list[Problem] = field(default_factory=list)
    written: bool = False

    @property
    def new(self) -> int:
        """How many rows of all files made a record or a citation."""
        return sum(tally[Outcome.CREATED] + tally[Outcome.CITED] for tally in self.tallies.values())

    @property
    def updated(self) -> int:
        """How many rows of all files changed a record."""
        return sum(tally[Outcome.UPDATED] for tally in self.tallies.values())


def import_files(
    conflict: Conflict,
    uploads: Mapping[str, Upload],
    *,
    by: Any,
    why: str,
    amendments: Iterable[Upload] = (),
    draft: bool = False,
    dry_run: bool = False,
    skip_refused: bool = False,
    create_sources: bool = False,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Report:
    """Read files (by kind, as in ``columns.FILES``) into a conflict, in one transaction and under one change.

    With any problem nothing is written, unless ``skip_refused``, which leaves out the rows that are wrong and records
    them as refused. ``dry_run`` does everything and undoes it. A second import of the same files changes nothing.
    """
    run = Run(conflict, by, why, draft, create_sources, progress)
    run.file_names = {kind: upload.name for kind, upload in uploads.items()}
    tables = _read(run, uploads, amendments)
    if tables is None:
        return Report(run.tallies, run.problems)
    with transaction.atomic():
        with ExitStack() as stack:
            run.stack = stack
            _keep_all(run, tables)
        _count_refused(run)
        # A problem of no row in particular is one of the whole file: there is no rest to import.
        written = not dry_run and (not run.problems or (skip_refused and all(p.row for p in run.problems)))
        if not written:
            transaction.set_rollback(True)
        elif "claims" in uploads:
            _remember(run, uploads["claims"])
    return Report(run.tallies, run.problems, written)


def _read(run: Run, uploads: Mapping[str, Upload], amendments: Iterable[Upload]) -> dict[str, list[Row]] | None:
    """Kind → rows of values; None when a file is no table at all."""
    tables: dict[str, list[Row]] = {}
    unreadable = False
    for kind, columns in FILES.items():
        if kind not in uploads:
            continue
        try:
            ignored = IGNORED_IN_CLAIMS if kind == "claims" else ()
            tables[kind] = read_table(uploads[kind], columns, run.problems, ignored)
        except BadFile as error:
            unreadable = True
            run.problems.append(Problem(uploads[kind].name, None, "", str(error)))
    for upload in amendments:
        try:
            amend(tables.get("claims", []), upload, run.problems)
        except BadFile as error:
            unreadable = True
            run.problems.append(Problem(upload.name, None, "", str(error)))
    if unreadable:
        return None
    run.seen = {kind: {row.cells.get(name, "") for row in tables.get(kind, [])} for kind, name in STABLE_NAMES.items()}
    return {kind: read_values(uploads[kind].name, rows, FILES[kind], run.problems) for kind, rows in tables.items()}


def _keep_all(run: Run, tables: Mapping[str, list[Row]]) -> None:
    names = Names(run)
    wanted = {row.values[column] for kind, column in NAMED_IN for row in tables.get(kind, [])}
    aliases = {alias for row in tables.get("sources", []) for alias in row.values["aliases"]}
    names.load(wanted | aliases)
    records.keep_parties(run, names, tables.get("parties", []))
    records.keep_sources(run, names, tables.get("sources", []))
    articles = records.keep_articles(run, names, tables.get("articles", []))
    records.keep_incidents(run, names, tables.get("incidents", []))
    records.keep_milestones(run, names, tables.get("milestones", []))
    records.keep_colours(run, names, tables.get("colours", []))
    if "claims" not in tables:
        return
    rows = tables["claims"]
    articles = records.articles_called({row.values["article_id"] for row in rows} - articles.keys()) | articles
    known = cited_as(row.values[column] for row in rows for column in ("ref", "part_of", "follows"))
    reader = Reader(run, names, articles, run.seen["claims"] | known.keys())
    keep_figures(run, reader.read(rows), known)


def _count_refused(run: Run) -> None:
    for kind in run.file_names:
        refused = len(run.refused_rows(kind))
        if refused:
            run.tallies[kind][Outcome.REFUSED] = refused


def _remember(run: Run, upload: Upload) -> None:
    """Keep what became of each row, refused ones with the reason."""
    made = Import.objects.create(name=upload.name[:200], sha256=upload.sha256, by=run.by, conflict=run.conflict)
    settled = [
        ImportRow(of=made, number=fate.row, ref=fate.ref, outcome=fate.outcome, claim=fate.claim, message=fate.message)
        for fate in run.fates
    ]
    refused = [
        ImportRow(of=made, number=number, outcome=Outcome.REFUSED, message=message)
        for number, message in run.refused_rows("claims").items()
    ]
    rows = sorted(settled + refused, key=lambda row: row.number)
    copy_in(rows)
