"""Claims as rows of plain values: what CSV and XLSX are written from.

The filter picks the claims; one plain statement fetches all that the files say of them, since an instance for each row
takes ten times as long as the query.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.db import connections

from tracker.exchange.columns import CLAIMS, IGNORED_IN_CLAIMS
from tracker.ledger.querysets import ClaimQuerySet

HEADER = [column.name for column in CLAIMS] + IGNORED_IN_CLAIMS
ALL_SIDES = "All sides"
AT_ONCE = 1000
_CELLS = """
SELECT coalesce(nullif(i.ref, ''), 'claim-' || c.id || '.' || i.id), coalesce(nullif(a.ref, ''), 'article-' || a.id),
  i.quote, coalesce(i.wording, c.as_worded), c.value, c.low, c.high, c.qualifier, c.outcome, c.status, c."group",
  coalesce(p.name, %(all_sides)s), s.name, i.attribution, r.name, c.scope,
  CASE WHEN c.scope = 'cumulative' THEN coalesce(c.counted_from, w.start)
       ELSE coalesce(c.period_start, c.counted_from) END,
  c.as_of, c.place, n.name,
  (SELECT coalesce(nullif(ref, ''), 'claim-' || claim_id || '.' || id)
   FROM ledger_citation WHERE claim_id = c.part_of_id ORDER BY id LIMIT 1),
  i.note, c.kind, c.as_of_precision, c.said_on,
  (SELECT coalesce(nullif(ref, ''), 'claim-' || claim_id || '.' || id)
   FROM ledger_citation WHERE claim_id = c.follows_id ORDER BY id LIMIT 1),
  c.relation, c.credibility, CASE WHEN c.includes_indirect THEN 'yes' WHEN NOT c.includes_indirect THEN 'no' END,
  c.editor_note, c.id, b.name, a.title, a.url, a.published_on
FROM unnest(%(claims)s::bigint[]) WITH ORDINALITY AS chosen (id, turn)
JOIN ledger_claim c ON c.id = chosen.id JOIN ledger_conflict w ON w.id = c.conflict_id
LEFT JOIN ledger_source s ON s.id = c.claimant_id LEFT JOIN ledger_party p ON p.id = c.party_id
LEFT JOIN ledger_incident n ON n.id = c.incident_id LEFT JOIN ledger_citation i ON i.claim_id = c.id
LEFT JOIN ledger_source r ON r.id = i.relayed_via_id LEFT JOIN ledger_article a ON a.id = i.article_id
LEFT JOIN ledger_source b ON b.id = a.publisher_id
ORDER BY chosen.turn, a.published_on, i.id
"""
"""HEADER's columns, in its order."""


def flat_rows(rows: ClaimQuerySet) -> Iterator[tuple[Any, ...]]:
    """The claims as tuples with HEADER's columns, one for each citation, the earliest article first.

    ``rows`` are the filtered claims in their order. Counts are whole numbers and days are dates; None is an empty cell.
    """
    chosen = rows.values_list("pk", flat=True).iterator(AT_ONCE)
    with connections[rows.db].cursor() as cursor:
        while claims := list(islice(chosen, AT_ONCE)):
            cursor.execute(_CELLS, {"claims": claims, "all_sides": ALL_SIDES})
            yield from cursor.fetchall()
