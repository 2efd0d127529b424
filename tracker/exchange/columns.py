"""The columns of every file that comes in or goes out: one list each drives import, export and their description.

A cell is text; a column's ``read`` makes a value of it or raises ValueError with words for the person. An empty cell is
the column's ``blank``. "Required" means that the file has the column and every row fills it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.lib.counts import Qualifier
from tracker.lib.dates import BadDate, parse_dated
from tracker.lib.folding import clean_text
from tracker.lib.numbers import parse_count, quoted
from tracker.lib.tongue import marked
from tracker.lib.vocabulary import Group, Kind, Outcome, Precision, Relation, Scope, SourceKind, Status, Term

Reader = Callable[[str], Any]
LONGEST_CELL = 2000
LIST_MARK = ";"


@dataclass(frozen=True)
class Column:
    """``field`` is the record's own name for it, where that differs; messages about it come back to this column."""

    name: str
    read: Reader
    help: str = ""
    required: bool = False
    blank: Any = ""
    field: str = ""

    @property
    def of_record(self) -> str:
        return self.field or self.name


def text(limit: int) -> Reader:
    return lambda cell: clean_text(cell, limit)


def names(cell: str) -> list[str]:
    """Several names in one cell, with a semicolon between them."""
    return [clean_text(name, 200) for name in (part.strip() for part in cell.split(LIST_MARK)) if name]


def day(cell: str) -> date:
    """A full day; a month or a year alone is refused."""
    found, precision = dated(cell)
    if precision is not Precision.DAY:
        raise BadDate(f"{quoted(cell)} names no day: write it in full, such as 2020-10-22.")
    return found


def dated(cell: str) -> tuple[date, Precision]:
    """A day, a month or a year, and which of them it is."""
    return parse_dated(cell)


def yes_or_no(cell: str) -> bool:
    answers = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
    if cell.lower() not in answers:
        raise ValueError(f"{quoted(cell)} is neither yes nor no.")
    return answers[cell.lower()]


def whole(low: int, high: int) -> Reader:
    def read(cell: str) -> int:
        number = parse_count(cell)
        if not low <= number <= high:
            raise ValueError(f"{quoted(cell)} is not from {low} to {high}.")
        return number

    return read


def term(terms: type[Term]) -> Reader:
    """One of the field's words, by its stored value or its label."""
    known = {word.lower(): member for member in terms for word in (member.value, member.english) if word}

    def read(cell: str) -> Term:
        if cell.lower() not in known:
            words = ", ".join(member.value for member in terms if member.value)
            raise ValueError(f"{quoted(cell)} is not known here. Known are: {words}.")
        return known[cell.lower()]

    return read


CLAIMS = [
    Column("ref", text(80), marked("The row's stable name: the same row keeps it in every version of the file."), True),
    Column("article_id", text(80), marked("The article's stable name, as in articles.csv."), True, field="article"),
    Column("quote", text(600), marked("A few words around the figure, as printed."), True),
    Column("figure_text", text(200), marked("The number phrase as written."), True, field="as_worded"),
    Column("value", parse_count, marked("The number as stated; empty for a range or words only."), blank=None),
    Column("low", parse_count, marked("A range's lower end."), blank=None),
    Column("high", parse_count, marked("A range's upper end."), blank=None),
    Column("qualifier", term(Qualifier), marked("How the number is qualified."), True),
    Column("outcome", term(Outcome), marked("What happened to the people counted."), True),
    Column(
        "category",
        term(Status),
        marked("Who is counted: civilian, combatant or any."),
        blank=Status.ANY,
        field="status",
    ),
    Column("group", term(Group), marked("A group of people, where only these are counted."), blank=Group.NONE),
    Column("party", text(200), marked("Whose people are counted; empty or “Both sides” = all of them.")),
    Column("claimant", text(200), marked("Who gave the number; empty when the article speaks in its own voice.")),
    Column("claimant_text", text(300), marked("How the article names the claimant."), field="attribution"),
    Column("via", text(200), marked("The agency through which the article had the figure."), field="relayed_via"),
    Column("scope", term(Scope), marked("A total so far, a period, one incident, or another war."), True),
    Column("period_start", day, marked("First day of a period; of a total, the day from which it counts."), blank=None),
    Column("as_of", dated, marked("The day the figure holds for."), True),
    Column("place", text(200), marked("A town or wider; empty = the whole conflict.")),
    Column("incident", text(200), marked("The incident's name, as in incidents.csv.")),
    Column("part_of", text(80), marked("The ref of the figure that this one is a part of.")),
    Column("note", text(LONGEST_CELL), marked("What to know about this row.")),
    Column("kind", term(Kind), marked("How the figure came about, where that is said."), blank=Kind.NOT_STATED),
    Column("as_of_precision", term(Precision), marked("How exactly as_of is known."), blank=None),
    Column("said_on", day, marked("The day it was said."), blank=None),
    Column("follows", text(80), marked("The ref of the earlier figure of the same claimant that this one follows.")),
    Column("relation", term(Relation), marked("How it follows that one."), blank=Relation.NONE),
    Column("credibility", whole(1, 6), marked("Admiralty scale, 1 to 6."), blank=None),
    Column(
        "includes_indirect",
        yes_or_no,
        marked("Whether deaths by hunger, disease and lack of care are in it."),
        blank=None,
    ),
    Column("editor_note", text(LONGEST_CELL), marked("A public note on the figure.")),
]
"""A row is one figure in one article. Equal figures of one voice become one claim with several citations."""

IGNORED_IN_CLAIMS = ["claim", "publisher", "title", "url", "published"]
"""Columns that the export adds for its readers; an import passes over them."""

ARTICLES = [
    Column("article_id", text(80), "The article's stable name.", True, field="ref"),
    Column("publisher", text(200), "Who printed it.", True),
    Column("title", text(500), "", True),
    Column("published", day, "The day of publication.", True, field="published_on"),
    Column("url", text(2000), "Its address."),
    Column("date_inferred", yes_or_no, "Yes where the day is not printed.", blank=False, field="published_inferred"),
    Column("language", text(12), "Such as en, az, hy."),
    Column("archived_url", text(2000), "The address of an archived copy."),
    Column("note", text(LONGEST_CELL)),
]  # fmt: skip

SOURCES = [
    Column("name", text(200), "", True),
    Column("kind", term(SourceKind), "", True),
    Column("country", text(100)),
    Column("parent", text(200), "The body it belongs to."),
    Column("aliases", names, "Other names, with semicolons between them.", blank=()),
    Column("affiliated_party", names, "The parties it speaks for, with semicolons between them.", blank=()),
    Column("note", text(LONGEST_CELL)),
]

PARTIES = [
    Column("name", text(200), "", True),
    Column("parent", text(200), "The side it belongs to."),
    Column("aliases", names, "Other names, with semicolons between them.", blank=()),
    Column("belligerent", yes_or_no, "No for third parties.", blank=True),
    Column("position", whole(0, 1000), "Order in lists.", blank=0),
]

INCIDENTS = [
    Column("name", text(200), "", True),
    Column("date", day, "", blank=None),
    Column("precision", term(Precision), "", blank=Precision.DAY),
    Column("place", text(200), "A town or wider."),
]

MILESTONES = [
    Column("date", day, "", True),
    Column("label", text(120), "", True),
    Column("detail", text(1000)),
    Column("source", text(200)),
    Column("url", text(1000)),
]

COLOURS = [
    Column("voice", text(200), "The source whose line it is.", True),
    Column("colour", whole(0, 1000), "Index into the charts' palette.", True),
]

FILES = {
    "parties": PARTIES,
    "sources": SOURCES,
    "articles": ARTICLES,
    "incidents": INCIDENTS,
    "milestones": MILESTONES,
    "colours": COLOURS,
    "claims": CLAIMS,
}
"""What can be read in, in the order in which it is."""
