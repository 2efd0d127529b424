"""Verbs for everything around a claim: conflicts, parties, sources, articles, incidents, milestones."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from tracker.ledger.changes.announcing import Refused, making
from tracker.ledger.models import (
    Affiliation,
    Article,
    Conflict,
    Incident,
    LineColour,
    Milestone,
    Party,
    Source,
    SourceAlias,
)
from tracker.ledger.permissions import require
from tracker.lib.folding import fold, slugify_name
from tracker.lib.tongue import say

Record = TypeVar("Record", bound=models.Model)


def _saved(record: Record) -> Record:
    """Save; raises ValidationError with a message for each field that is wrong.

    The database holds the constraints: Django asks them again, one by one, only to word a refusal.
    """
    relations = [field.name for field in record._meta.concrete_fields if field.is_relation]
    record.clean_fields(exclude=relations)
    try:
        with transaction.atomic():
            record.save()
    except IntegrityError:
        record.full_clean()
        raise
    return record


def add_conflict(*, by: Any, why: str, name: str, start: date, slug: str = "", **fields: Any) -> Conflict:
    """A new conflict; its address is made from its name unless ``slug`` is given."""
    require(by, "add_conflict")
    slug = slug or slugify_name(name, lambda taken: Conflict.objects.filter(slug=taken).exists())
    with making(by=by, why=why, verb="add_conflict"):
        return _saved(Conflict(name=name, start=start, slug=slug, **fields))


def add_party(*, by: Any, why: str, conflict: Conflict, name: str, **fields: Any) -> Party:
    """A new party of a conflict; ``parent`` is its side."""
    require(by, "add_party", conflict)
    with making(by=by, why=why, verb="add_party", conflict=conflict):
        slug = slugify_name(name, lambda taken: conflict.parties.filter(slug=taken).exists())
        return _saved(Party(conflict=conflict, name=" ".join(name.split()), slug=slug, **fields))


def add_incident(*, by: Any, why: str, conflict: Conflict, name: str, **fields: Any) -> Incident:
    require(by, "add_incident", conflict)
    with making(by=by, why=why, verb="add_incident", conflict=conflict):
        return _saved(Incident(conflict=conflict, name=" ".join(name.split()), **fields))


def add_milestone(*, by: Any, why: str, conflict: Conflict, label: str, **fields: Any) -> Milestone:
    require(by, "add_milestone", conflict)
    with making(by=by, why=why, verb="add_milestone", conflict=conflict):
        return _saved(Milestone(conflict=conflict, label=label, **fields))


def add_source(*, by: Any, why: str, name: str, kind: str, aliases: list[str] | None = None, **fields: Any) -> Source:
    """A new source with its names. Raises ValidationError when one of the names means another source already."""
    require(by, "add_source")
    name = " ".join(name.split())
    with making(by=by, why=why, verb="add_source"):
        if not fold(name):
            raise ValidationError({"name": say("A source needs a name with letters or digits.")})
        slug = slugify_name(name, lambda taken: Source.objects.filter(slug=taken).exists())
        source = _saved(Source(name=name, slug=slug, kind=kind, **fields))
        for alias in dict.fromkeys([name, *(aliases or [])]):
            add_alias(by=by, why=why, source=source, name=alias)
        return source


def add_alias(*, by: Any, why: str, source: Source, name: str) -> SourceAlias:
    """A further name of a source. The same name twice is one; raises ValidationError when it means another source."""
    require(by, "add_alias")
    folded = fold(name)
    taken = SourceAlias.objects.filter(folded=folded).select_related("source").first()
    if taken and taken.source_id == source.pk:
        return taken
    if taken:
        words = say("“{name}” already means {source}.")
        raise ValidationError({"name": words.format(name=name, source=taken.source)})
    with making(by=by, why=why, verb="add_alias"):
        return _saved(SourceAlias(source=source, name=" ".join(name.split()), folded=folded))


def remove_alias(alias: SourceAlias, *, by: Any, why: str) -> None:
    """Take a name from its source. What was logged under it stays the source's; nobody is found by it any more.

    Refused for the source's own name, which is corrected instead.
    """
    require(by, "remove_alias")
    source = alias.source
    if alias.folded == fold(source.name):
        raise Refused(say("“{name}” is the source’s own name: correct the name first.").format(name=alias))
    with making(by=by, why=why, verb="remove_alias"):
        removed, _ = SourceAlias.objects.filter(pk=alias.pk, source=source).delete()
        if not removed:
            raise Refused(say("“{name}” is no name of {source} any more.").format(name=alias, source=source))


def add_affiliation(*, by: Any, why: str, source: Source, party: Party, **dates: date | None) -> Affiliation:
    require(by, "add_affiliation", party.conflict)
    with making(by=by, why=why, verb="add_affiliation", conflict=party.conflict):
        return _saved(Affiliation(source=source, party=party, **dates))


def add_article(
    *, by: Any, why: str, publisher: Source, title: str, published_on: date, text: str = "", **fields: Any
) -> Article:
    """A new article; the hash of its text is stored with it. Raises ValidationError when its address is known."""
    require(by, "add_article")
    with making(by=by, why=why, verb="add_article"):
        known = Article.objects.filter(url=fields.get("url") or None).first()
        if known:
            words = say("This address is article {number} already: {title}.")
            raise ValidationError({"url": words.format(number=known.pk, title=known.title)})
        article = Article(publisher=publisher, title=title, published_on=published_on, text=text, **fields)
        article.text_sha256 = hashlib.sha256(text.encode()).hexdigest() if text else ""
        return _saved(article)


def correct_record(record: Record, *, by: Any, why: str, **fields: Any) -> Record:
    """Change fields of a conflict, party, source, article, incident or milestone; claims have their own verbs."""
    if not isinstance(record, (Conflict, Party, Source, Article, Incident, Milestone)):
        raise TypeError(f"{type(record).__name__} has its own verbs")
    conflict = record if isinstance(record, Conflict) else getattr(record, "conflict", None)
    require(by, "correct_record", conflict)
    with making(by=by, why=why, verb="correct_record", conflict=conflict):
        for name, value in fields.items():
            setattr(record, name, value)
        if isinstance(record, Article) and "text" in fields:
            record.text_sha256 = hashlib.sha256(record.text.encode()).hexdigest() if record.text else ""
        _saved(record)
        if isinstance(record, Source) and "name" in fields:
            add_alias(by=by, why=why, source=record, name=record.name)
        return record


def give_colour(*, by: Any, why: str, conflict: Conflict, voice: Source, colour: int | None = None) -> LineColour:
    """The voice's colour in this conflict's charts: kept once given; without ``colour`` the next in the palette."""
    require(by, "give_colour", conflict)
    given = LineColour.objects.filter(conflict=conflict, voice=voice).first()
    if given:
        return given
    with making(by=by, why=why, verb="give_colour", conflict=conflict):
        colours = LineColour.objects.filter(conflict=conflict)
        return _saved(LineColour(conflict=conflict, voice=voice, colour=colours.count() if colour is None else colour))
