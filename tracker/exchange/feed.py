"""Claims as an Atom feed (RFC 4287), the record changed last first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html
from django.utils.translation import ngettext

from tracker.exchange.citing import SITE, claim_title
from tracker.exchange.licence import DATA_LICENCE
from tracker.ledger.querysets import ClaimQuerySet
from tracker.lib.tongue import number

MOST = 50
SINCE = "2026"
"""The year of the tag URIs (RFC 4151): part of what names an entry for good, never to be changed."""
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold."""


@dataclass(frozen=True)
class Channel:
    """The feed's own words and addresses: ``page`` shows the same claims, ``root`` is the site's address."""

    title: str
    about: str
    page: str
    itself: str
    root: str
    changed: datetime
    """When the feed counts as changed while it has no entry."""


def newest(rows: ClaimQuerySet) -> list[Any]:
    """The claims that changed last, with what an entry takes: two queries."""
    found: Any = rows.with_names().with_citations().with_last_change()
    return list(found.order_by("-changed_by", "-pk")[:MOST])


def atom(channel: Channel, claims: Iterable[Any]) -> str:
    """The feed as a text; ``claims`` come from ``newest``."""
    feed = _Feed(
        title=_clean(channel.title),
        link=channel.page,
        description="",
        subtitle=_clean(channel.about),
        author_name=str(SITE),
        feed_url=channel.itself,
        feed_guid=channel.itself,
        feed_copyright=str(DATA_LICENCE),
        changed=channel.changed,
    )
    for claim in claims:
        feed.add_item(
            title=_clean(claim_title(claim)),
            link=channel.root + claim.get_absolute_url(),
            description=_clean(_said(claim)),
            unique_id=_tag(channel.root, claim.pk),
            pubdate=claim.logged_at,
            # A change is dated by the start of its transaction, before its rows are.
            updateddate=max(claim.changed_at or claim.logged_at, claim.logged_at),
        )
    return str(feed.writeString("utf-8"))


class _Feed(Atom1Feed):
    """Django's, but one without entries has not changed just now."""

    def latest_post_date(self) -> datetime:
        changed: datetime = self.feed["changed"]
        return super().latest_post_date() if self.items else changed


def _said(claim: Any) -> str:
    """The quote and who printed it, as HTML."""
    cited = list(claim.citations.all())
    if not cited:
        return ""
    article = cited[0].article
    said = format_html(
        "<blockquote>{}</blockquote><p>{}</p>", cited[0].quote, f"{article.publisher.name}: {article.title}"
    )
    more = len(cited) - 1
    if not more:
        return said
    words = ngettext("and %(number)s more report", "and %(number)s more reports", more) % {"number": number(more)}
    return said + format_html("<p>{}</p>", words)


def _tag(root: str, number: int) -> str:
    return f"tag:{urlsplit(root).hostname},{SINCE}:claims/{number}"


def _clean(text: str) -> str:
    return UNWRITABLE.sub(" ", text)
