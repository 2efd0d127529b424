"""Suggestions as a reading would leave them, for tests of what is done with them."""

from __future__ import annotations

from typing import Any

from tests import cast
from tracker.editing.quoting import quote_of
from tracker.editing.readings import Reading
from tracker.ledger import changes
from tracker.ledger.models import Article, Suggestion
from tracker.lib.wording import read_wording

SURE = dict.fromkeys(("value", "outcome", "status", "party", "claimant", "scope", "as_of"), 0.95)


def proposal(article: Article, words: str, **read: Any) -> changes.Proposal:
    """A proposal for the first place of these words, everything in it sure unless told otherwise."""
    start = article.text.index(words)
    end = start + len(words)
    number = read_wording(words)
    given: dict[str, Any] = {
        "value": number.value, "low": number.low, "high": number.high, "qualifier": number.qualifier.value,
        "as_of": article.published_on, "quote": quote_of(article.text, words, (start, end)), "sure": SURE,
        "rules": {"value": "digits", "outcome": "verb of dying"},
    }  # fmt: skip
    return changes.Proposal(start, end, Reading(words, **given | read).kept())


def suggest(article: Article, words: str, **read: Any) -> Suggestion:
    """One suggestion for the war of the river."""
    conflict = cast.make_conflict()
    return changes.propose_figures(
        by=cast.nour(), why="read", article=article, conflict=conflict, proposals=[proposal(article, words, **read)]
    )[0]


MINISTRY = {"claimant": ["ministry of the North"], "party": ["North"]}
VANE = {"claimant": ["President Vane", "Vane"]}
