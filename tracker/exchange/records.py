"""Rows of every file but claims.csv to records: parties, sources, articles, incidents, milestones, colours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models

from tracker.exchange.columns import FILES
from tracker.exchange.keeping import BOTH_CHANGED, Sorted, differing, said_by_imports, sort_out
from tracker.exchange.naming import Names, UnknownName
from tracker.exchange.ordering import in_layers
from tracker.exchange.running import Outcome, Run
from tracker.exchange.tables import Row
from tracker.ledger import changes
from tracker.ledger.changes import bulk
from tracker.ledger.models import Affiliation, Article, LineColour, Source
from tracker.lib.folding import fold
from tracker.lib.numbers import quoted
from tracker.lib.vocabulary import Term

AT_ONCE = 5_000
Record = TypeVar("Record", bound=models.Model)


def stored(value: Any) -> Any:
    """A cell's value as a record's field holds it."""
    if isinstance(value, Term):
        return value.value
    return list(value) if isinstance(value, (list, tuple)) else value


def fields_of(kind: str, row: Row, *leaving_out: str) -> dict[str, Any]:
    """Field → value, of the columns that the file has."""
    return {
        column.of_record: stored(row.values[column.name])
        for column in FILES[kind]
        if column.name in row.cells and column.name not in leaving_out
    }


def keep(run: Run, kind: str, row: Row, record: Record, wanted: dict[str, Any]) -> Record:
    """Bring a record that the ledger has to what its row says now, unless a person decided otherwise."""
    decided = Sorted()
    if differing(record, wanted):
        decided = sort_out(record, wanted, said_by_imports(type(record), [record.pk]).get(record.pk, {}))
    if decided.clashes:
        run.refuse(kind, row, ", ".join(decided.clashes), BOTH_CHANGED)
    elif not decided.update:
        run.count(kind, Outcome.UNCHANGED)
    elif run.write(kind, row, partial(changes.correct_record, record, **run.who, **decided.update)) is not None:
        run.count(kind, Outcome.UPDATED)
    return record


def add(run: Run, kind: str, row: Row, act: Callable[[], Record]) -> Record | None:
    """Add one record; None when it was refused."""
    added = run.write(kind, row, act)
    if added is not None:
        run.count(kind, Outcome.CREATED)
    return added


def once(run: Run, kind: str, rows: Iterable[Row], key: Callable[[Row], Any]) -> dict[Any, Row]:
    """Key → row; a key that comes again is refused."""
    found: dict[Any, Row] = {}
    for row in rows:
        if key(row) in found:
            run.refuse(kind, row, "", f"This is the same as row {found[key(row)].number}.")
        else:
            found[key(row)] = row
    return found


def _by_parents(run: Run, kind: str, rows: Iterable[Row]) -> list[list[Row]]:
    """Rows in layers: each has its parents in an earlier one, or in the ledger."""
    named = once(run, kind, rows, lambda row: fold(row.values["name"]))
    layers, circular = in_layers({name: {fold(row.values["parent"])} - {""} for name, row in named.items()})
    for name in circular:
        run.refuse(kind, named[name], "parent", "The parents go round in a circle, or hang on one that does.")
    return [[named[name] for name in layer] for layer in layers]


def keep_parties(run: Run, names: Names, rows: Iterable[Row]) -> None:
    for row in chain.from_iterable(_by_parents(run, "parties", rows)):
        name = row.values["name"]
        wanted = fields_of("parties", row, "name", "parent")
        try:
            if "parent" in row.cells:
                wanted["parent"] = names.party(row.values["parent"])
        except UnknownName as error:
            run.refuse("parties", row, "parent", str(error))
            continue
        known = names.parties.get(fold(name))
        if known is not None:
            keep(run, "parties", row, known, wanted)
            continue
        act = partial(changes.add_party, **run.who, conflict=run.conflict, name=name, **wanted)
        if (party := add(run, "parties", row, act)) is not None:
            names.know_party(party)


def keep_sources(run: Run, names: Names, rows: Sequence[Row]) -> None:
    for layer in _by_parents(run, "sources", rows):
        new: list[tuple[Row, Source]] = []
        for row in layer:
            known = names.sources.get(fold(row.values["name"]))
            try:
                wanted = fields_of("sources", row, "name", "aliases", "affiliated_party", "parent")
                if "parent" in row.cells:
                    wanted["parent"] = names.source(row.values["parent"], "sources", row)
            except UnknownName as error:
                run.refuse("sources", row, "parent", str(error))
                continue
            if known is None:
                new.append((row, Source(name=row.values["name"], **wanted)))
                continue
            keep(run, "sources", row, known, wanted)
            for alias in row.values["aliases"]:
                if names.sources.get(fold(alias)) != known:
                    run.write("sources", row, partial(changes.add_alias, **run.who, source=known, name=alias))
        _add_sources(run, names, new)
    _affiliate(run, names, rows)


def _add_sources(run: Run, names: Names, new: list[tuple[Row, Source]]) -> None:
    """One layer of new sources, at once; those whose names are taken are refused, row by row."""
    sound = []
    seen: dict[str, str] = {}
    for row, source in new:
        aliases = [source.name, *row.values["aliases"]]
        taken = next((alias for alias in aliases if _means_another(alias, source, names, seen)), None)
        if taken:
            run.refuse("sources", row, "aliases", f"{quoted(taken)} means another source already.")
        elif _sound(run, "sources", row, source, "slug"):
            sound.append((row, source, aliases))
            seen |= {fold(alias): source.name for alias in aliases}
    act = partial(bulk.add_sources, **run.who, sources=[(source, aliases) for _, source, aliases in sound])
    if sound and run.write("sources", None, act) is not None:
        for _, source, aliases in sound:
            names.know_source(source, aliases)
            run.count("sources", Outcome.CREATED)


def _means_another(alias: str, source: Source, names: Names, seen: dict[str, str]) -> bool:
    folded = fold(alias)
    return folded in names.sources or seen.get(folded, source.name) != source.name


def _sound(run: Run, kind: str, row: Row, record: models.Model, *besides: str) -> bool:
    try:
        bulk.check_alone(record, *besides)
    except ValidationError as error:
        run.refuse_fields(kind, row, error)
        return False
    return True


def _affiliate(run: Run, names: Names, rows: Iterable[Row]) -> None:
    stated = set(Affiliation.objects.filter(party__conflict=run.conflict).values_list("source_id", "party_id"))
    for row in rows:
        source = names.sources.get(fold(row.values["name"]))
        if source is None:
            continue
        for name in row.values["affiliated_party"]:
            try:
                party = names.party(name)
            except UnknownName as error:
                run.refuse("sources", row, "affiliated_party", str(error))
                continue
            if party and (source.pk, party.pk) not in stated:
                run.write("sources", row, partial(changes.add_affiliation, **run.who, source=source, party=party))


def keep_articles(run: Run, names: Names, rows: Iterable[Row]) -> dict[str, Article]:
    """Returns the articles by their stable names."""
    named = once(run, "articles", rows, lambda row: row.values["article_id"])
    known = articles_called(named)
    by_address = _articles_at({row.values["url"] for row in named.values() if row.values["url"]})
    new: dict[str, Article] = {}
    for ref, row in named.items():
        try:
            publisher = names.source(row.values["publisher"], "articles", row)
        except UnknownName as error:
            run.refuse("articles", row, "publisher", str(error))
            continue
        there = known.get(ref) or by_address.get(row.values["url"])
        if there is not None and there.ref not in ("", ref):
            run.refuse("articles", row, "url", f"This address is article {quoted(there.ref)} already.")
            continue
        wanted = fields_of("articles", row) | {"publisher": publisher}
        if there is not None:
            # An article that was logged by hand takes the file's name for it and keeps the rest.
            known[ref] = keep(run, "articles", row, there, wanted if there.ref else {"ref": ref})
        elif _sound(run, "articles", row, article := Article(**wanted)):
            new[ref] = article
            by_address |= {article.url: article} if article.url else {}
    act = partial(bulk.add_articles, **run.who, articles=list(new.values()))
    if new and run.write("articles", None, act) is not None:
        known |= new
        run.tallies["articles"][Outcome.CREATED] += len(new)
    return known


def articles_called(refs: Iterable[str]) -> dict[str, Article]:
    """The articles that go by these stable names."""
    return _articles("ref", refs)


def _articles_at(addresses: Iterable[str]) -> dict[str, Article]:
    return _articles("url", addresses)


def _articles(field: str, values: Iterable[str]) -> dict[str, Article]:
    asked = sorted(set(values))
    found: dict[str, Article] = {}
    for start in range(0, len(asked), AT_ONCE):
        articles = Article.objects.filter(**{f"{field}__in": asked[start : start + AT_ONCE]}).defer("text")
        found |= {getattr(article, field): article for article in articles.select_related("publisher__merged_into")}
    return found


def keep_incidents(run: Run, names: Names, rows: Iterable[Row]) -> None:
    for folded, row in once(run, "incidents", rows, lambda row: fold(row.values["name"])).items():
        wanted = fields_of("incidents", row, "name")
        if folded in names.incidents:
            keep(run, "incidents", row, names.incidents[folded], wanted)
            continue
        act = partial(changes.add_incident, **run.who, conflict=run.conflict, name=row.values["name"], **wanted)
        if (incident := add(run, "incidents", row, act)) is not None:
            names.incidents[folded] = incident


def keep_milestones(run: Run, names: Names, rows: Iterable[Row]) -> None:
    known = {(milestone.date, milestone.label): milestone for milestone in run.conflict.milestones.all()}
    for key, row in once(run, "milestones", rows, lambda row: (row.values["date"], row.values["label"])).items():
        wanted = fields_of("milestones", row, "date", "label")
        try:
            if "source" in row.cells:
                wanted["source"] = names.source(row.values["source"], "milestones", row)
        except UnknownName as error:
            run.refuse("milestones", row, "source", str(error))
            continue
        if key in known:
            keep(run, "milestones", row, known[key], wanted)
            continue
        day, label = key
        add(run, "milestones", row, partial(
            changes.add_milestone, **run.who, conflict=run.conflict, date=day, label=label, **wanted,
        ))  # fmt: skip


def keep_colours(run: Run, names: Names, rows: Iterable[Row]) -> None:
    """A voice that has a colour in this conflict keeps it, whatever the file says."""
    given = set(LineColour.objects.filter(conflict=run.conflict).values_list("voice_id", flat=True))
    for row in once(run, "colours", rows, lambda row: fold(row.values["voice"])).values():
        try:
            voice = names.source(row.values["voice"], "colours", row)
        except UnknownName as error:
            run.refuse("colours", row, "voice", str(error))
            continue
        if voice is None or voice.pk in given:
            run.count("colours", Outcome.UNCHANGED)
            continue
        act = {"conflict": run.conflict, "voice": voice, "colour": row.values["colour"]}
        if run.write("colours", row, partial(changes.give_colour, **run.who, **act)):
            run.count("colours", Outcome.CREATED)
