"""Two editors at the same moment, on two real connections. What they commit stays, so these run last."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection, connections, transaction

from tests.cast import ben, make_article, make_claim, make_conflict, make_source, nour
from tracker.ledger import changes
from tracker.ledger.models import Change, Citation, Claim
from tracker.lib.vocabulary import State


@pytest.fixture
def committed(site: str, django_db_blocker: object) -> Callable[[Callable[[], None]], threading.Thread]:
    """Runs something in a thread of its own, on a connection whose work is committed."""

    def run(work: Callable[[], None]) -> threading.Thread:
        def on_its_own_connection() -> None:
            try:
                work()
            finally:
                connections.close_all()

        thread = threading.Thread(target=on_its_own_connection)
        thread.start()
        return thread

    return run


def wait_for_a_lock() -> None:
    """Until some connection of this database waits for another's transaction, ten seconds at most."""
    for _ in range(500):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_stat_clear_snapshot()")  # kept for a whole transaction otherwise
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
            )
            if cursor.fetchone()[0]:
                return
        time.sleep(0.02)
    raise AssertionError("nobody waited")


def test_the_same_figure_recorded_twice_at_once_is_one_claim_with_two_citations(committed):
    stage: dict[str, object] = {}

    def set_up() -> None:
        war = make_conflict("War of two editors")
        claimant = make_source("Two Editors' Ministry")
        stage.update(war=war, claimant=claimant, first=make_article(), second=make_article(), by=(nour(), ben()))

    committed(set_up).join()
    results: list[changes.Recorded] = []

    def record(article: object, by: object) -> changes.Recorded:
        quoted = changes.Quoted(article, "said 874 had died", "874")
        return changes.record_claim(
            by=by, why="at the same moment", conflict=stage["war"], quoted=quoted, claimant=stage["claimant"],
            state=State.PUBLISHED, as_worded="874", qualifier="exact", value=874, as_of=date(2020, 10, 22),
        )  # fmt: skip

    holding, second_waits = threading.Event(), threading.Event()

    def first() -> None:
        with transaction.atomic():
            results.append(record(stage["first"], stage["by"][0]))
            holding.set()
            second_waits.wait(15)

    one = committed(first)
    assert holding.wait(15)
    two = committed(lambda: results.append(record(stage["second"], stage["by"][1])))
    wait_for_a_lock()
    second_waits.set()
    one.join(), two.join()
    assert sorted(recorded.created for recorded in results) == [False, True]
    assert len({recorded.claim.pk for recorded in results}) == 1
    assert Citation.objects.filter(claim=results[0].claim).count() == 2


def test_of_two_corrections_at_once_the_second_is_told(committed):
    made: list[Claim] = []
    committed(lambda: made.append(make_claim(300, conflict=make_conflict("War of two editors")))).join()
    people = (nour(), ben())
    holding, second_waits = threading.Event(), threading.Event()
    told: list[changes.Stale] = []

    def first() -> None:
        with transaction.atomic():
            changes.correct_claim(made[0], value=301, by=people[0], why="misread", version=made[0].version)
            holding.set()
            second_waits.wait(15)

    def second() -> None:
        try:
            changes.correct_claim(made[0], value=302, by=people[1], why="misread", version=made[0].version)
        except changes.Stale as stale:
            told.append(stale)

    one = committed(first)
    assert holding.wait(15)
    two = committed(second)
    wait_for_a_lock()
    second_waits.set()
    one.join(), two.join()
    assert [stale.claim.value for stale in told] == [301]


def test_of_two_undoings_at_once_the_second_is_told(committed):
    stage: dict[str, object] = {}

    def set_up() -> None:
        claim = make_claim(300, conflict=make_conflict("War of two editors"))
        changes.correct_claim(claim, by=nour(), why="misread", value=310, as_worded="310")
        stage.update(change=Change.objects.latest("id"), by=ben())

    committed(set_up).join()
    refused: list[str] = []
    holding, second_waits = threading.Event(), threading.Event()

    def undo() -> None:
        changes.revert_change(stage["change"], by=stage["by"], why="at the same moment")

    def first() -> None:
        with transaction.atomic():
            undo()
            holding.set()
            second_waits.wait(15)

    def second() -> None:
        try:
            undo()
        except changes.Refused as error:
            refused.append(str(error))

    one = committed(first)
    assert holding.wait(15)
    two = committed(second)
    wait_for_a_lock()
    second_waits.set()
    one.join(), two.join()
    assert refused == ["This change is undone already."]
    assert Change.objects.filter(undoes=stage["change"]).count() == 1
