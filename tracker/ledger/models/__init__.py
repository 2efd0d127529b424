from tracker.ledger.models.claims import Citation, Claim, Suggestion
from tracker.ledger.models.conflicts import Conflict, Incident, LineColour, Membership, Milestone, Party
from tracker.ledger.models.history import Change, Difference, Reach
from tracker.ledger.models.imports import Import, ImportRow
from tracker.ledger.models.sources import Affiliation, Article, Source, SourceAlias

__all__ = [
    "Affiliation",
    "Article",
    "Change",
    "Citation",
    "Claim",
    "Conflict",
    "Difference",
    "Import",
    "ImportRow",
    "Incident",
    "LineColour",
    "Membership",
    "Milestone",
    "Party",
    "Reach",
    "Source",
    "SourceAlias",
    "Suggestion",
]
