"""What can be downloaded, and the downloads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from tracker.exchange.columns import CLAIMS
from tracker.exchange.csv_out import stream_csv
from tracker.exchange.licence import DATA_LICENCE
from tracker.exchange.xlsx_out import stream_xlsx
from tracker.ledger.filters import ClaimFilter
from tracker.ledger.models import Claim, Conflict
from tracker.ledger.querysets import ClaimQuerySet
from tracker.lib.tongue import number, say
from tracker.lib.vocabulary import Outcome
from tracker.pages.loading import conflict_called
from tracker.pages.version import keep, version, version_of_conflict
from tracker.web.caching import public_page

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OF_READERS = {
    "claim": gettext_lazy("The claim's number here: equal figures of one voice are one claim with several rows."),
    "publisher": gettext_lazy("Who printed the article."),
    "title": gettext_lazy("The article's title."),
    "url": gettext_lazy("The article's address."),
    "published": gettext_lazy("The day of its publication."),
}
"""What the columns hold that an import passes over."""


@dataclass(frozen=True)
class Download:
    """The claims that a file is asked for: those of a filtered view, or with ``everything=1`` all of the conflict."""

    conflict: Any
    chosen: ClaimFilter
    everything: bool

    @classmethod
    def read(cls, request: HttpRequest, slug: str) -> Download:
        """From the address, which is that of the view but for its end. Raises Http404."""
        conflict = conflict_called(slug)
        return cls(conflict, ClaimFilter.read(request.GET, conflict), request.GET.get("everything") == "1")

    @property
    def rows(self) -> ClaimQuerySet:
        if self.everything:
            return Claim.objects.about(self.conflict).published().order_by("as_of", "id")
        return self.chosen.rows()

    @property
    def in_words(self) -> str:
        return _("everything: all published claims of the conflict") if self.everything else self.chosen.in_words()

    def name(self, ending: str) -> str:
        """The file's name, which says what was asked for."""
        params = "everything" if self.everything else self.chosen.params()
        said = re.sub(r"[^a-z0-9]+", "-", params.lower()).strip("-")[:80]
        return f"{self.conflict.slug}-{said}.{ending}" if said else f"{self.conflict.slug}.{ending}"

    def about(self, request: HttpRequest) -> list[tuple[str, object]]:
        """What a file says of itself, line by line."""
        params = "" if self.everything else self.chosen.params()
        address = reverse("conflict", args=[self.conflict.slug]) + (f"?{params}" if params else "")
        many = {"number": number(self.rows.count()), "all": number(self.conflict.claim_count)}
        lines: list[tuple[str, object]] = [
            (_("Title"), _("%(conflict)s: reported figures, as claimed") % {"conflict": self.conflict.name}),
            (_("Filter"), self.in_words),
            (_("Claims"), _("%(number)s of %(all)s claims; one row for each report of a claim") % many),
            (_("Address"), request.build_absolute_uri(address)),
            (_("Written on"), timezone.localdate()),
        ]
        if not self.everything:
            lines += [(_("As published by"), day) for day in [self.chosen.known_on] if day]
            lines += [(_("As logged here by"), day) for day in [self.chosen.logged_on] if day]
            lines += [(_("Left out"), f"{note.parameter}: {note.message}") for note in self.chosen.notes]
        return [*lines, (_("Licence"), DATA_LICENCE), (_("Columns"), request.build_absolute_uri(reverse("data")))]


@require_safe
@public_page(version)
@keep
def data(request: HttpRequest) -> HttpResponse:
    """Each door to the data with an example, what the columns hold, and each conflict's files."""
    conflicts = list(Conflict.objects.with_counts().order_by("-start", "name"))
    columns = [(column.name, say(column.help)) for column in CLAIMS if column.help] + list(OF_READERS.items())
    context = {
        "conflicts": conflicts,
        "example": conflicts[0] if conflicts else None,
        "outcomes": list(Outcome),
        "columns": columns,
        "licence": DATA_LICENCE,
    }
    return render(request, "pages/data.html", context)


@require_safe
@public_page(version_of_conflict)
def claims_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """The claims as CSV, row by row; the same filter as the page's, and its name in the file's."""
    asked = Download.read(request, slug)
    return _streamed(stream_csv(asked.rows), "text/csv; charset=utf-8", asked.name("csv"))


@require_safe
@public_page(version_of_conflict)
def claims_xlsx(request: HttpRequest, slug: str) -> HttpResponse:
    """The same as a spreadsheet, with a sheet that says what it holds."""
    asked = Download.read(request, slug)
    return _streamed(stream_xlsx(asked.rows, asked.about(request)), XLSX, asked.name("xlsx"))


def _streamed(parts: Iterator[str] | Iterator[bytes], content_type: str, name: str) -> HttpResponse:
    response = StreamingHttpResponse(parts, content_type=content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    # The decorators use only what it shares with every answer.
    return cast(HttpResponse, response)
