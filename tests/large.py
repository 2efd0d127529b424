"""A large ledger for the bench, made by a few SQL statements for each war: wars of many thousand claims each.

Of each war's claims, all of the killed, nine in ten are totals; they are spread over its parties and sides, statuses,
towns and a hundred voices, grow with the days, and one in fifty corrects or withdraws the one before it.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.db import connection

from tracker.ledger import changes
from tracker.ledger.models import Conflict, LineColour, Source
from tracker.lib.vocabulary import SourceKind

VOICES, PRINTERS, ARTICLES = 100, 40, 2_000
START, DAYS = date(2021, 1, 1), 1_000
FILLED = ["ledger_claim", "ledger_citation", "ledger_difference"]
CLAIMS = """
INSERT INTO ledger_claim (as_worded, qualifier, value, vague_words, outcome, status, "group", place, scope,
  period_start, as_of, as_of_precision, kind, relation, editor_note, state, accepted_warnings, first_published_on,
  logged_at, version, logged_by_id, conflict_id, party_id, claimant_id, voice_id)
SELECT format('%%s', 40 + n * 3), (ARRAY['exact', 'exact', 'at_least', 'about'])[1 + n %% 4], 40 + n * 3, '', 'killed',
  (ARRAY['any', 'any', 'civilian', 'combatant'])[1 + n / 7 %% 4], '',
  CASE WHEN n %% 3 > 0 THEN '' ELSE 'Town ' || n / 3 %% 12 END,
  CASE WHEN n %% 10 > 0 THEN 'cumulative' ELSE 'period' END,
  CASE WHEN n %% 10 > 0 THEN NULL ELSE day END, day, 'day', 'official_total', '', '', 'published', '{}', day,
  now(), 1, %(by)s, %(conflict)s, (%(parties)s::bigint[])[1 + n / 11 %% %(places)s],
  CASE WHEN n %% 5 > 0 THEN voice END, voice
FROM (SELECT n, (%(voices)s::bigint[])[1 + floor(100 * power(random(), 2))] AS voice,
        %(start)s::date + n * %(days)s / %(claims)s AS day FROM generate_series(1, %(claims)s) AS n) AS numbered
"""
FOLLOWERS = """
UPDATE ledger_claim SET follows_id = earlier.id,
  relation = CASE WHEN later.id %% 100 = 0 THEN 'withdraws' ELSE 'corrects' END
FROM (SELECT id, lag(id) OVER (PARTITION BY voice_id, claimant_id, status, party_id, place ORDER BY id) AS earlier
      FROM ledger_claim WHERE conflict_id = %(conflict)s AND scope = 'cumulative') AS later
JOIN ledger_claim earlier ON earlier.id = later.earlier
WHERE ledger_claim.id = later.id AND later.id %% 50 = 0
"""
CITATIONS = """
INSERT INTO ledger_citation (quote, wording, attribution, note, ref, article_id, claim_id, relayed_via_id)
SELECT format('officials said that %%s had been killed since the war began, as report %%s of it has it', value, k),
  as_worded, '', '', '', (%(articles)s::bigint[])[1 + (id * 7 + k * 13) %% %(many)s], id,
  CASE WHEN id %% 4 = 0 THEN (%(voices)s::bigint[])[1 + id %% 5] END
FROM ledger_claim, generate_series(0, 2) AS k
WHERE conflict_id = %(conflict)s AND (k = 0 OR (id + k) %% 5 = 0)
"""
KEYS = """
SELECT format('ALTER TABLE %%I DROP CONSTRAINT %%I', t.relname, c.conname),
  format('ALTER TABLE %%I ADD CONSTRAINT %%I %%s', t.relname, c.conname, pg_get_constraintdef(c.oid))
FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid WHERE c.contype = 'f' AND t.relname = ANY(%s)
"""
SEARCHED = """
SELECT format('DROP INDEX %%I', indexname), indexdef FROM pg_indexes
WHERE tablename = ANY(%s) AND (indexdef LIKE '%% USING gin %%' OR indexname = 'claims_by_line')
"""
"""Each with what takes it away and what makes it again: foreign keys, and the indexes that cost most row by row."""


def make_large(wars: int, claims: int, *, within: float) -> Conflict:
    """Wars of ``claims`` claims each in a ledger that may hold others; the first of them.

    No war is begun after ``within`` seconds: a slow machine measures on fewer.
    """
    started = time.monotonic()
    by = User.objects.create_superuser("large", password=None)
    with changes.making(by=by, why="who speaks and prints", verb="import_rows"):
        voices = [_source(by, f"Voice {number}", SourceKind.MINISTRY) for number in range(VOICES)]
        printers = [_source(by, f"Newspaper {number}", SourceKind.NEWSPAPER) for number in range(PRINTERS)]
        articles = _articles(printers)
    made = []
    with _checked_at_the_end():
        for number in range(wars):
            if number and time.monotonic() - started > within:
                break
            with changes.making(by=by, why="a large war to measure on", verb="import_rows"):
                made.append(_war(by, number, claims, voices, articles))
    _run("VACUUM ANALYZE")
    return made[0]


@contextmanager
def _checked_at_the_end() -> Iterator[None]:
    """The rows' foreign keys are checked once for all, and their costly indexes made once: half the time."""
    with connection.cursor() as cursor:
        taken: list[tuple[str, str]] = []
        for found in (KEYS, SEARCHED):
            cursor.execute(found, [FILLED])
            taken += cursor.fetchall()
    for away, _ in taken:
        _run(away)
    yield
    for _, again in taken:
        _run(again)


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _source(by: User, name: str, kind: SourceKind) -> Source:
    return changes.add_source(by=by, why="a voice", name=name, kind=kind.value)


def _articles(printers: list[Source]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            """INSERT INTO ledger_article (title, url, published_on, published_precision, published_inferred, language,
                 text, text_sha256, archived_url, note, ref, publisher_id)
               SELECT 'Report ' || n, 'https://example.org/' || n, %s::date + n %% %s, 'day', false, 'en', '', '', '',
                 '', '', (%s::bigint[])[1 + n %% %s] FROM generate_series(1, %s) AS n RETURNING id""",
            [START, DAYS, [each.pk for each in printers], len(printers), ARTICLES],
        )
        return [row[0] for row in cursor.fetchall()]


def _war(by: User, number: int, claims: int, voices: list[Source], articles: list[int]) -> Conflict:
    conflict = changes.add_conflict(by=by, why="a war", name=f"Large war {number}", start=START)
    parties: list[int | None] = [None]
    for side in ("North", "South"):
        held = changes.add_party(by=by, why="a side", conflict=conflict, name=side)
        part = changes.add_party(by=by, why="a party", conflict=conflict, name=f"{side} hills", parent=held)
        parties += [held.pk, part.pk]
        if number == 0:
            for voice in voices[0 if side == "North" else 1 :: 10]:
                changes.add_affiliation(by=by, why="speaks for it", source=voice, party=held)
    LineColour.objects.bulk_create(
        LineColour(conflict=conflict, voice=voice, colour=colour) for colour, voice in enumerate(voices)
    )
    told: dict[str, Any] = {
        "by": by.pk, "conflict": conflict.pk, "parties": parties, "places": len(parties), "claims": claims,
        "voices": [voice.pk for voice in voices], "start": START, "days": DAYS, "articles": articles,
        "many": len(articles),
    }  # fmt: skip
    with connection.cursor() as cursor:
        for statement in (CLAIMS, FOLLOWERS, CITATIONS):
            cursor.execute(statement, told)
        if number == 0:
            # The constraints are asked for each row at the end: without statistics each would read the whole table.
            cursor.execute("ANALYZE ledger_claim, ledger_citation, ledger_change")
    return conflict
