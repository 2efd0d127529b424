"""Names that an editor settled become data: the next reading knows them. No name is taken from another record."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from tracker.editing.matching import Match
from tracker.editing.naming import akin, called, is_generic, is_personal, presentable
from tracker.ledger import changes
from tracker.ledger.models import Party, Source
from tracker.lib.vocabulary import SourceKind

LONGEST = 200


def was_meant(match: Match[Any], record: Source | Party | None) -> bool:
    """True when accepting ``record`` settles what a printed name stands for.

    The name was taken for that record, or for none and is akin to the record's own. Another record in its place may
    only say that somebody else was speaking.
    """
    if record is None or not match.name:
        return False
    return match.record == record or (match.record is None and akin(match.name, record.name))


def learn_source(printed: str, source: Source | None, *, by: Any, why: str) -> bool:
    """Add a name as printed to the source that it was accepted for; False when there is nothing to learn.

    Words that may stand for anybody are not learned, nor an office ("the Russian president") for the person in it.
    """
    name = presentable(printed)
    if source is None or len(name) > LONGEST or is_generic(name):
        return False
    words, own = called(name).words, called(source.name).words
    if source.kind == SourceKind.PERSON.value and (len(words) < 2 or not words & own):
        return False
    if source.kind != SourceKind.PERSON.value and is_personal(name) and not own <= words:
        return False
    if source.aliases.filter(folded__in=[called(name).key, f"the {called(name).key}"]).exists():
        return False
    try:
        changes.add_alias(by=by, why=why, source=source, name=name)
    except ValidationError:
        return False  # The name means another source already.
    return True


def learn_party(printed: str, party: Party | None, *, by: Any, why: str) -> bool:
    """Add a name as printed to the party that it was accepted for; False when there is nothing to learn."""
    name = presentable(printed)
    if party is None or len(name) > LONGEST or is_generic(name):
        return False
    others = party.conflict.parties.all()
    key = called(name).key
    if any(key == called(known).key for other in others for known in (other.name, *other.aliases)):
        return False
    changes.correct_record(party, by=by, why=why, aliases=[*party.aliases, name])
    return True
