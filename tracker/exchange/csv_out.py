"""Claims as a CSV file: the import's own columns and a few more, one row for each article that cites a claim."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Prefetch

from tracker.exchange.columns import CLAIMS, IGNORED_IN_CLAIMS
from tracker.exchange.formulas import guarded
from tracker.ledger.models import Citation, Claim
from tracker.ledger.querysets import ClaimQuerySet
from tracker.lib.vocabulary import Scope

AT_ONCE = 500
HEADER = [column.name for column in CLAIMS] + IGNORED_IN_CLAIMS
ALL_SIDES = "All sides"


class _Line:
    """A file for csv.writer that keeps the one line written last."""

    text = ""

    def write(self, text: str) -> None:
        self.text = text


def stream_csv(rows: ClaimQuerySet) -> Iterator[str]:
    """The lines of the file, header first, without holding it whole. Give it the filtered claims, in order.

    Figures that were logged by hand get a ref and an article_id made of their numbers.
    """
    line = _Line()
    writer = csv.writer(line, lineterminator="\r\n")
    writer.writerow(HEADER)
    yield line.text
    for claim in _with_all(rows).iterator(chunk_size=AT_ONCE):
        of_claim = _of_claim(claim)
        for citation in claim.citations.all() or [None]:
            cells = of_claim | (_of_citation(citation) if citation else {})
            writer.writerow([guarded(_cell(cells.get(name))) for name in HEADER])
            yield line.text


def _with_all(rows: ClaimQuerySet) -> ClaimQuerySet:
    refs = Citation.objects.order_by("id").only("id", "claim", "ref")
    linked = [Prefetch(f"{link}__citations", refs, to_attr="refs") for link in ("part_of", "follows")]
    return rows.with_names().select_related("part_of", "follows").with_citations().prefetch_related(*linked)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)


def _of_claim(claim: Claim) -> dict[str, Any]:
    fields = ["value", "low", "high", "qualifier", "outcome", "group", "scope", "as_of", "place", "kind",
              "as_of_precision", "said_on", "relation", "credibility", "includes_indirect", "editor_note"]  # fmt: skip
    return {name: getattr(claim, name) for name in fields} | {
        "claim": claim.pk,
        "figure_text": claim.as_worded,
        "category": claim.status,
        "party": claim.party.name if claim.party else ALL_SIDES,
        "claimant": claim.claimant.name if claim.claimant else "",
        "incident": claim.incident.name if claim.incident else "",
        "period_start": _first_day(claim),
        "part_of": _ref_of(claim.part_of),
        "follows": _ref_of(claim.follows),
    }


def _first_day(claim: Claim) -> date | None:
    if claim.scope == Scope.CUMULATIVE.value:
        return claim.counted_from or claim.conflict.start
    return claim.period_start or claim.counted_from


def _of_citation(citation: Citation) -> dict[str, Any]:
    article = citation.article
    return {
        "ref": _ref(citation),
        "article_id": article.ref or f"article-{article.pk}",
        "quote": citation.quote,
        "figure_text": citation.wording,
        "claimant_text": citation.attribution,
        "via": citation.relayed_via.name if citation.relayed_via else "",
        "note": citation.note,
        "publisher": article.publisher.name,
        "title": article.title,
        "url": article.url,
        "published": article.published_on,
    }


def _ref_of(claim: Claim | None) -> str:
    """The ref of the claim's first citation, which ``_with_all`` fetched as ``refs``."""
    refs: list[Citation] = getattr(claim, "refs", [])
    return _ref(refs[0]) if refs else ""


def _ref(citation: Citation) -> str:
    return citation.ref or f"claim-{citation.claim_id}.{citation.pk}"
