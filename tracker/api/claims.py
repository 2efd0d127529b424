"""Claims as JSON. The database writes what is stored, Python adds what is computed: no instance for each row."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache

from django.db import connection
from django.urls import reverse

from tracker.ledger.comparing import people_and_place
from tracker.lib.counts import Qualifier

_STORED = """
SELECT c.id, c.qualifier, c.value, c.low, c.high, c.as_worded, c.status, c."group", p.name, c.place, json_build_object(
  'id', c.id, 'conflict', w.slug, 'claimant', s.name, 'voice', v.name, 'as_worded', c.as_worded,
  'qualifier', c.qualifier, 'value', c.value, 'low', c.low, 'high', c.high, 'outcome', c.outcome, 'status', c.status,
  'group', nullif(c."group", ''), 'party', p.slug, 'place', nullif(c.place, ''), 'incident', n.name, 'scope', c.scope,
  'counted_from', coalesce(c.counted_from, CASE c.scope WHEN 'cumulative' THEN w.start END),
  'period_start', c.period_start, 'as_of', c.as_of, 'as_of_precision', c.as_of_precision, 'said_on', c.said_on,
  'first_published_on', c.first_published_on, 'kind', c.kind, 'part_of', c.part_of_id, 'follows', c.follows_id,
  'relation', nullif(c.relation, ''), 'credibility', c.credibility, 'includes_indirect', c.includes_indirect,
  'editor_note', c.editor_note,
  'citations', coalesce((
    SELECT json_agg(json_build_object(
      'publisher', b.name, 'title', a.title, 'url', a.url, 'published_on', a.published_on, 'language', a.language,
      'quote', i.quote, 'wording', i.wording, 'attribution', i.attribution, 'relayed_via', r.name
    ) ORDER BY a.published_on, i.id)
    FROM ledger_citation i JOIN ledger_article a ON a.id = i.article_id JOIN ledger_source b ON b.id = a.publisher_id
    LEFT JOIN ledger_source r ON r.id = i.relayed_via_id WHERE i.claim_id = c.id
  ), '[]')
)::text
FROM ledger_claim c JOIN ledger_conflict w ON w.id = c.conflict_id JOIN ledger_source v ON v.id = c.voice_id
LEFT JOIN ledger_source s ON s.id = c.claimant_id LEFT JOIN ledger_party p ON p.id = c.party_id
LEFT JOIN ledger_incident n ON n.id = c.incident_id
WHERE c.id = ANY(%(claims)s) ORDER BY c.id
"""


def claims_as_json(numbers: Sequence[int]) -> list[str]:
    """The claims with these numbers, in order of them, each the JSON text of a ``ClaimOut``: one query."""
    before, after = reverse("claim", args=[0]).split("0")
    # Words are looked up in the reader's language: once for all claims that they are said of.
    counted, figured = cache(_counted), cache(_figured)
    written = []
    with connection.cursor() as cursor:
        cursor.execute(_STORED, {"claims": list(numbers)})
        for number, qualifier, value, low, high, worded, status, group, party, place, stored in cursor.fetchall():
            wording = worded if qualifier == Qualifier.VAGUE.value else ""
            computed = f"{figured(qualifier, value, low, high, wording)}, {counted(status, group, party, place)}"
            written.append(f'{{"url": "{before}{number}{after}", {computed}, {stored[1:]}')
    return written


def _figured(qualifier: str, value: int | None, low: int | None, high: int | None, worded: str) -> str:
    meaning = Qualifier(qualifier)
    figure, interval = meaning.in_words(value, low, high, worded), meaning.interval(value, low, high)
    return f'"figure": {json.dumps(figure)}, "interval": {json.dumps(interval)}'


def _counted(status: str, group: str, party: str | None, place: str) -> str:
    return f'"counted": {json.dumps(people_and_place(status, group, party, place))}'
