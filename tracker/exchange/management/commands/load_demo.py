"""Load the demo through the importer: the reported death tolls of the 2020 Nagorno-Karabakh war. Once; then nothing."""

from __future__ import annotations

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from tracker.exchange.loading import load_demo
from tracker.exchange.management.commands.import_claims import in_words


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        began = time.monotonic()
        try:
            conflict, report = load_demo(lambda done, total: self.stdout.write(f"{done} of {total} figures"))
        except RuntimeError as error:
            raise CommandError(f"The demo's own files are at fault:\n{error}") from None
        if report is None:
            self.stdout.write(f"{conflict} is in the ledger already.")
            return
        for line in in_words(report):
            self.stdout.write(line)
        self.stdout.write(f"{conflict}: loaded in {time.monotonic() - began:.1f} s.")
