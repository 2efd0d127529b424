"""Who may use which verb. Checked at the verb itself, so that no door can forget it.

Editors record, cite, correct, withdraw, publish and undo what they did. Reviewers may also reject, merge and undo what
others did. Administrators may do all. A person with memberships works on the conflicts named there only.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied

from tracker.ledger.history_words import verb_in_words
from tracker.ledger.models import Conflict
from tracker.lib.tongue import say

EDITORS = "Editors"
REVIEWERS = "Reviewers"
REVIEW_VERBS = {"reject_claim", "merge_sources", "merge_claims", "revert_anothers_change"}


def _groups(user: Any) -> set[str]:
    if not hasattr(user, "ledger_groups"):
        user.ledger_groups = set(user.groups.values_list("name", flat=True))
    groups: set[str] = user.ledger_groups
    return groups


def _conflicts(user: Any) -> set[int]:
    if not hasattr(user, "ledger_conflicts"):
        user.ledger_conflicts = set(user.memberships.values_list("conflict_id", flat=True))
    conflicts: set[int] = user.ledger_conflicts
    return conflicts


def may(user: Any, verb: str, conflict: Conflict | None = None) -> bool:
    """True when this person may use this verb (on this conflict)."""
    if not (user.is_authenticated and user.is_active):
        return False
    if user.is_superuser:
        return True
    wanted = {REVIEWERS} if verb in REVIEW_VERBS else {EDITORS, REVIEWERS}
    if not wanted & _groups(user):
        return False
    return conflict is None or not _conflicts(user) or conflict.pk in _conflicts(user)


def require(user: Any, verb: str, conflict: Conflict | None = None) -> None:
    """Raises PermissionDenied when ``may`` says no."""
    if not may(user, verb, conflict):
        raise PermissionDenied(say("You may not do this here: {verb}.").format(verb=verb_in_words(verb)))
