"""The demo: real figures of the 2020 Nagorno-Karabakh war, loaded through the importer that people use."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction

from tracker.exchange.columns import FILES, day
from tracker.exchange.importing import Report, import_files
from tracker.exchange.tables import Upload
from tracker.ledger import changes
from tracker.ledger.models import Conflict
from tracker.ledger.permissions import EDITORS

DEMO = Path(__file__).parent / "demo" / "nk2020"
AMENDMENTS = ["kinds.csv", "doubts.csv", "follows.csv"]
WHY = "demo data: figures reported of the 2020 Nagorno-Karabakh war"


def importer() -> Any:
    """The person in whose name the demo is loaded: an editor who cannot sign in."""
    user, made = get_user_model().objects.get_or_create(username="importer", defaults={"first_name": "Importer"})
    if made:
        user.set_unusable_password()
        user.save()
        user.groups.add(Group.objects.get_or_create(name=EDITORS)[0])
    return user


def demo_uploads() -> dict[str, Upload]:
    return {kind: upload(f"{kind}.csv") for kind in FILES}


def upload(name: str) -> Upload:
    return Upload(name, (DEMO / name).read_bytes())


def load_demo(progress: Callable[[int, int], None] = lambda done, total: None) -> tuple[Conflict, Report | None]:
    """The demo's conflict, loaded unless the ledger has it; then the report is None.

    Raises RuntimeError when the files are at fault, with every problem in words.
    """
    with (DEMO / "conflict.csv").open(encoding="utf-8", newline="") as file:
        row = next(csv.DictReader(file))
    known = Conflict.objects.filter(slug=row["slug"]).first()
    if known:
        return known, None
    by = importer()
    with transaction.atomic():
        conflict = changes.add_conflict(
            by=by, why=WHY, name=row["name"], slug=row["slug"], start=day(row["start"]), end=day(row["end"]),
            summary=row["summary"], counting_rules=row["counting_rules"],
        )  # fmt: skip
        amendments = [upload(name) for name in AMENDMENTS]
        report = import_files(conflict, demo_uploads(), by=by, why=WHY, amendments=amendments, progress=progress)
        if not report.written:
            raise RuntimeError("\n".join(map(str, report.problems)))
    return conflict, report
