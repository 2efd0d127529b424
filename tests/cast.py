"""The named cast of the tests: people, a small war, and helpers that write through the verbs.

Nour edits, Ben reviews, Guest only reads, Ada administers. The war of the river: two sides, North and South, a city
on the border; the North's ministry, the South's ministry, an agency, a newspaper and a monitor.
"""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, User

from tracker.ledger import changes
from tracker.ledger.models import Affiliation, Article, Claim, Conflict, Party, Source, SourceAlias
from tracker.ledger.permissions import EDITORS, REVIEWERS
from tracker.lib.counts import Qualifier
from tracker.lib.folding import fold
from tracker.lib.vocabulary import SourceKind, State

WAR = "War of the river"
START = date(2020, 9, 27)
END = date(2020, 11, 10)
PASSWORD = "a long enough pass phrase"
_numbers = count(1)


def make_user(username: str, group: str = "", *, password: bool = False, **fields: Any) -> User:
    """A person of this name, made once; with ``password`` they can sign in by the form."""
    user, made = User.objects.get_or_create(username=username, defaults=fields | {"password": make_password(None)})
    if made and group:
        user.groups.add(Group.objects.get_or_create(name=group)[0])
    if password and not user.has_usable_password():
        user.set_password(PASSWORD)
        user.save()
    return user


def nour(**fields: Any) -> User:
    return make_user("nour", EDITORS, **fields)


def ben(**fields: Any) -> User:
    return make_user("ben", REVIEWERS, **fields)


def guest(**fields: Any) -> User:
    return make_user("guest", **fields)


def ada(**fields: Any) -> User:
    return make_user("ada", is_superuser=True, is_staff=True, **fields)


def make_conflict(name: str = WAR, *, start: date = START, end: date | None = END) -> Conflict:
    """The war with this name, made once: sides North (holding the Hill people) and South, and third parties."""
    known = Conflict.objects.filter(name=name).first()
    if known:
        return known
    by = ben()
    with changes.making(by=by, why="set the stage", verb="add_conflict"):
        conflict = changes.add_conflict(by=by, why="set the stage", name=name, start=start, end=end)
        north = make_party(conflict, "North", by=by, position=1)
        make_party(conflict, "Hill people", by=by, parent=north, position=2)
        make_party(conflict, "South", by=by, position=3)
        make_party(conflict, "Foreigners", by=by, belligerent=False, position=4)
    return conflict


def make_party(conflict: Conflict, name: str, *, by: User | None = None, **fields: Any) -> Party:
    known = conflict.parties.filter(name=name).first()
    return known or changes.add_party(by=by or ben(), why="set the stage", conflict=conflict, name=name, **fields)


def party(name: str, conflict: Conflict | None = None) -> Party:
    """A party of the war of the river by its name."""
    if conflict:
        return conflict.parties.get(name=name)
    known = Party.objects.filter(conflict__name=WAR, name=name).first()
    return known or make_conflict().parties.get(name=name)


def make_source(name: str, kind: SourceKind = SourceKind.NEWSPAPER, *, speaks_for: Party | None = None) -> Source:
    """The source with this name, made once."""
    alias = SourceAlias.objects.filter(folded=fold(name)).select_related("source").first()
    source = alias.source if alias else changes.add_source(by=ben(), why="set the stage", name=name, kind=kind.value)
    if speaks_for and not Affiliation.objects.filter(source=source, party=speaks_for).exists():
        changes.add_affiliation(by=ben(), why="set the stage", source=source, party=speaks_for)
    return source


def north_ministry() -> Source:
    return make_source("Ministry of the North", SourceKind.MINISTRY, speaks_for=party("North"))


def south_ministry() -> Source:
    return make_source("Ministry of the South", SourceKind.MINISTRY, speaks_for=party("South"))


def monitor() -> Source:
    return make_source("River Monitor", SourceKind.MONITOR)


def agency() -> Source:
    return make_source("River News Agency", SourceKind.NEWS_AGENCY)


def make_cast() -> None:
    """The war of the river with all who are named above; no article and no claim."""
    for make in (make_conflict, nour, north_ministry, south_ministry, agency, monitor):
        make()
    make_source("The Daily River")


def make_article(
    title: str = "", *, publisher: Source | None = None, published_on: date = date(2020, 10, 23), **fields: Any
) -> Article:
    """A new article; a title of its own unless one is given."""
    return changes.add_article(
        by=nour(), why="found in the news", publisher=publisher or make_source("The Daily River"),
        title=title or f"Report {next(_numbers)}", published_on=published_on, **fields,
    )  # fmt: skip


def make_claim(
    value: int | None = 874,
    *,
    conflict: Conflict | None = None,
    claimant: Source | None = None,
    article: Article | None = None,
    qualifier: Qualifier = Qualifier.EXACT,
    state: State = State.PUBLISHED,
    quote: str = "",
    as_worded: str = "",
    relayed_via: Source | None = None,
    as_of: date = date(2020, 10, 22),
    **fields: Any,
) -> Claim:
    """A claim logged by Nour through the verbs, cited once; published unless told otherwise."""
    conflict = conflict or make_conflict()
    article = article or make_article(published_on=max(as_of, START))
    words = as_worded or qualifier.in_words(value, fields.get("low"), fields.get("high"), "dozens")
    quoted = changes.Quoted(article, quote or f"said {words} had died", words, relayed_via=relayed_via)
    recorded = changes.record_claim(
        by=nour(), why="logged in a test", conflict=conflict, quoted=quoted, claimant=claimant, state=state,
        as_worded=words, qualifier=qualifier.value, value=value, as_of=as_of, **fields,
    )  # fmt: skip
    return recorded.claim
