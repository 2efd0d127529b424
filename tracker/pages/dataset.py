"""A conflict's claims as a schema.org Dataset, for search engines that list data."""

from __future__ import annotations

import json
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from tracker.exchange.citing import SITE
from tracker.exchange.licence import DATA_LICENCE
from tracker.lib.tongue import number
from tracker.lib.vocabulary import Outcome
from tracker.pages.takeaway import TakeAway

OPENING = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
"""What could end a script element, or start one."""


def dataset(taken: TakeAway) -> str:
    """JSON-LD, safe inside a script element."""
    return json.dumps(_described(taken), ensure_ascii=False).translate(OPENING)


def _described(taken: TakeAway) -> dict[str, Any]:
    conflict, root = taken.toll.conflict, taken.root
    told = {"conflict": conflict.name, "claims": number(conflict.claim_count)}
    told["sources"] = number(conflict.voice_count)
    about = _(
        "Reported casualty figures of the %(conflict)s: %(claims)s claims by %(sources)s sources, each with the words "
        "it stands in, the article that printed it, who is counted and the day it holds for. Nothing is averaged."
    )
    publisher = {"@type": "Organization", "name": str(SITE), "url": f"{root}/"}
    files = [
        ("text/csv", root + taken.csv),
        ("application/json", root + reverse("api:claims", args=[conflict.slug])),
        ("application/atom+xml", root + taken.feed),
    ]
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": _("%(conflict)s: casualty figures as claimed") % told,
        "description": about % told,
        "url": taken.link,
        "isAccessibleForFree": True,
        "creator": publisher,
        "publisher": publisher,
        "usageInfo": str(DATA_LICENCE),
        "temporalCoverage": f"{conflict.start.isoformat()}/{conflict.end.isoformat() if conflict.end else '..'}",
        "variableMeasured": [_("people %(outcome)s") % {"outcome": outcome.label} for outcome in Outcome],
        "measurementTechnique": root + reverse("methodology"),
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": address} for kind, address in files
        ],
    } | ({"dateModified": conflict.changed_at.date().isoformat()} if conflict.changed_at else {})
