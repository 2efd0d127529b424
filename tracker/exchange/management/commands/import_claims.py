"""Read figures from CSV files into a conflict: all of them or, when anything is wrong, none.

Columns are listed in tracker/exchange/columns.py. Rows are known again by their refs: a second import of the same files
changes nothing, and a row that changed corrects its claim.
"""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management.base import BaseCommand, CommandError

from tracker.exchange.columns import FILES
from tracker.exchange.importing import Report, import_files
from tracker.exchange.tables import LARGEST_FILE, Upload
from tracker.ledger.models import Conflict

SHOWN_PROBLEMS = 1000


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("conflict", metavar="CONFLICT_SLUG")
        for kind in FILES:
            parser.add_argument(f"--{kind}", metavar=f"{kind}.csv", type=Path)
        parser.add_argument(
            "--amend", metavar="FILE.csv", type=Path, action="append", default=[], help="fills in more about claims.csv"
        )
        parser.add_argument("--by", metavar="USERNAME", required=True, help="the person who answers for this import")
        parser.add_argument("--why", metavar="TEXT", required=True, help="the reason, for the history")
        parser.add_argument("--draft", action="store_true", help="leave new claims as drafts")
        parser.add_argument("--dry-run", action="store_true", help="say what would be done and do nothing")
        parser.add_argument("--skip-refused", action="store_true", help="import the rest when rows are wrong")
        parser.add_argument("--create-sources", action="store_true", help="add unknown sources, of kind other")

    def handle(self, *args: Any, **options: Any) -> None:
        uploads = {kind: read_file(options[kind]) for kind in FILES if options[kind]}
        if not uploads:
            raise CommandError(f"Name at least one file: {', '.join(f'--{kind}' for kind in FILES)}.")
        by = get_user_model().objects.filter(username=options["by"]).first()
        if by is None:
            raise CommandError(f"Nobody here goes by the username “{options['by']}”.")
        conflict = Conflict.objects.filter(slug=options["conflict"]).first()
        if conflict is None:
            known = ", ".join(Conflict.objects.values_list("slug", flat=True)[:20]) or "there are none yet"
            raise CommandError(f"No conflict has the address “{options['conflict']}”. Known are: {known}.")
        try:
            report = import_files(
                conflict, uploads, by=by, why=options["why"], draft=options["draft"], dry_run=options["dry_run"],
                amendments=[read_file(path) for path in options["amend"]], skip_refused=options["skip_refused"],
                create_sources=options["create_sources"], progress=self._progress,
            )  # fmt: skip
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        except PermissionDenied as error:
            raise CommandError(str(error)) from None
        self._say(report, options["dry_run"])

    def _progress(self, done: int, total: int) -> None:
        self.stdout.write(f"{done} of {total} figures")

    def _say(self, report: Report, dry_run: bool) -> None:
        for problem in report.problems[:SHOWN_PROBLEMS]:
            self.stderr.write(str(problem))
        if len(report.problems) > SHOWN_PROBLEMS:
            self.stderr.write(f"… and {len(report.problems) - SHOWN_PROBLEMS} more.")
        for line in in_words(report):
            self.stdout.write(line)
        if dry_run:
            self.stdout.write("Nothing was written: this was a dry run.")
        elif not report.written:
            raise CommandError(f"Nothing was written: {_counted(len(report.problems), 'problem')} to put right.")


def in_words(report: Report) -> list[str]:
    """What became of the rows, a line for each file: "claims: 700 created, 242 cited"; then "0 new, 0 changed"."""
    lines = []
    for kind, tally in report.tallies.items():
        if tally:
            lines.append(f"{kind}: " + ", ".join(f"{tally[outcome]} {outcome.value}" for outcome in tally))
    return [*lines, f"{report.new} new, {report.updated} changed"]


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def read_file(path: Path) -> Upload:
    """The file's name and bytes. Raises CommandError in words."""
    try:
        with path.open("rb") as file:
            return Upload(path.name, file.read(LARGEST_FILE + 1))
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from None
