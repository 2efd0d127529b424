"""The verbs that write: the only way into the ledger.

Each takes keyword-only arguments, ``by`` (who) and ``why`` among them, checks the permission, runs in one
transaction and leaves one ``Change``; the database adds what differed. Verbs called inside ``making`` share its change.

Raises, all of them: PermissionDenied, ValidationError (a message for each field), ``Refused`` (the record stands in a
way that does not allow it), and ``Stale`` (someone else changed the claim in the meantime).
"""

from tracker.ledger.changes.announcing import Refused, Stale, making
from tracker.ledger.changes.claims import (
    Quoted,
    Recorded,
    cite_claim,
    correct_citation,
    correct_claim,
    publish_claim,
    reassert_claim,
    record_claim,
    reject_claim,
    submit_claim,
    withdraw_claim,
)
from tracker.ledger.changes.merging import merge_claims, merge_sources
from tracker.ledger.changes.records import (
    add_affiliation,
    add_alias,
    add_article,
    add_conflict,
    add_incident,
    add_milestone,
    add_party,
    add_source,
    correct_record,
    give_colour,
    remove_alias,
)
from tracker.ledger.changes.suggesting import (
    Decided,
    Proposal,
    accept_suggestion,
    deciding_changes,
    dismiss_suggestion,
    propose_figures,
    reopen_suggestion,
)
from tracker.ledger.changes.undoing import revert_change

__all__ = [
    "Decided",
    "Proposal",
    "Quoted",
    "Recorded",
    "Refused",
    "Stale",
    "accept_suggestion",
    "add_affiliation",
    "add_alias",
    "add_article",
    "add_conflict",
    "add_incident",
    "add_milestone",
    "add_party",
    "add_source",
    "cite_claim",
    "correct_citation",
    "correct_claim",
    "correct_record",
    "deciding_changes",
    "dismiss_suggestion",
    "give_colour",
    "making",
    "merge_claims",
    "merge_sources",
    "propose_figures",
    "publish_claim",
    "reassert_claim",
    "record_claim",
    "reject_claim",
    "remove_alias",
    "reopen_suggestion",
    "revert_change",
    "submit_claim",
    "withdraw_claim",
]
