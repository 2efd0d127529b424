"""Finding anything by words and numbers: on a page of its own and, while one types, as its fragment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from tracker.ledger.comparing import counted_in_words, voice_in_words
from tracker.ledger.filters import Note
from tracker.ledger.searching import Asked, Found, FoundClaim, Sought, find
from tracker.lib.dates import show_day, show_short
from tracker.lib.tongue import number
from tracker.lib.vocabulary import Outcome, Precision, SourceKind
from tracker.pages.display import known_word
from tracker.pages.marking import Piece, excerpt, marked
from tracker.pages.paging import Page, page_number
from tracker.pages.version import version
from tracker.web.caching import public_page

PER_PAGE = 20
OF_EACH = 5
"""Rows of each kind where all kinds are shown."""
NAMES = {
    Sought.CONFLICTS: gettext_lazy("Conflicts"),
    Sought.SOURCES: gettext_lazy("Sources"),
    Sought.INCIDENTS: gettext_lazy("Incidents"),
    Sought.CLAIMS: gettext_lazy("Claims"),
    Sought.ARTICLES: gettext_lazy("Articles"),
}


@dataclass(frozen=True)
class Hit:
    """One record found: where it leads, its name and its quote with the hits marked, and what it is."""

    address: str
    title: list[Piece]
    details: list[str]
    quote: list[Piece]


@dataclass(frozen=True)
class Section:
    """What was found of one kind; ``rest`` leads to all of it, where only the best are shown."""

    kind: str
    name: str
    many: str
    hits: list[Hit]
    rest: str


@dataclass(frozen=True)
class Tab:
    name: str
    many: str
    address: str
    current: bool


@require_safe
@public_page(version)
def search(request: HttpRequest) -> HttpResponse:
    """Conflicts, sources, incidents, claims and articles that hold what was typed; for htmx, the list alone."""
    asked = Asked.read(request.GET.get("q", ""))
    kind, notes = _kind(request.GET)
    shown, wrong = page_number(request.GET.get("page", ""))
    notes += [Note("page", wrong)] if wrong else []
    found = {
        sought: find(asked, sought, (shown - 1) * PER_PAGE if kind else 0, _rows_of(sought, kind)) for sought in Sought
    }
    sections = [
        Section(
            sought.value, str(NAMES[sought]), _many(some), _hits(some, sought, asked), _rest(asked, sought, some, kind)
        )
        for sought, some in found.items()
        if some.rows and kind in (None, sought)
    ]
    context = {
        "asked": asked,
        "kind": kind.value if kind else "",
        "notes": notes,
        "said": said(asked, found),
        "tabs": _tabs(asked, found, kind),
        "sections": sections,
        "page": _page(found[kind], shown) if kind else None,
        "params": urlencode({"q": asked.typed, "kind": kind.value}) + "&" if kind else "",
    }
    return render(request, "pages/_found.html" if "HX-Request" in request.headers else "pages/search.html", context)


def _kind(given: QueryDict) -> tuple[Sought | None, list[Note]]:
    notes: list[Note] = []
    typed = known_word(given, "kind", dict(Sought.choices()), "", notes)
    return (Sought(typed) if typed else None), notes


def _rows_of(sought: Sought, kind: Sought | None) -> int:
    if kind is None:
        return OF_EACH
    return PER_PAGE if sought is kind else 1


def said(asked: Asked, found: dict[Sought, Found]) -> str:
    """What was looked for and how much was found, in words; empty when nothing was typed."""
    if asked.is_empty:
        if not asked.typed:
            return ""
        return _("“%(typed)s” holds no word and no number that could be looked for.") % {"typed": asked.typed}
    things = []
    if asked.words:
        words = _("”, “").join(asked.words)
        things.append(
            ngettext("a word that begins with “%(words)s”", "words that begin with “%(words)s”", len(asked.words))
            % {"words": words}
        )
    if asked.numbers:
        numbers = ", ".join(number(int(digits)) for digits in asked.numbers)
        things.append(
            ngettext("the number %(numbers)s", "the numbers %(numbers)s", len(asked.numbers)) % {"numbers": numbers}
        )
    looked_for = _(" and ").join(things)
    many = sum(some.many for some in found.values())
    if not many:
        text = _("Nothing here has %(looked_for)s.") % {"looked_for": looked_for}
    elif any(some.beyond for some in found.values()):
        text = _("More than %(number)s have %(looked_for)s.") % {"number": number(many), "looked_for": looked_for}
    else:
        text = ngettext("%(number)s has %(looked_for)s.", "%(number)s have %(looked_for)s.", many) % {
            "number": number(many),
            "looked_for": looked_for,
        }
    return f"{text} {_('The rest of what was typed was left out: it is too long.')}" if asked.cut else text


def _many(some: Found) -> str:
    return _("more than %(number)s") % {"number": number(some.many)} if some.beyond else number(some.many)


def _tabs(asked: Asked, found: dict[Sought, Found], kind: Sought | None) -> list[Tab]:
    if asked.is_empty:
        return []
    every = Tab(_("All kinds"), "", _address(asked), kind is None)
    return [every, *(Tab(str(NAMES[s]), _many(some), _address(asked, s), s is kind) for s, some in found.items())]


def _rest(asked: Asked, sought: Sought, some: Found, kind: Sought | None) -> str:
    return _address(asked, sought) if kind is None and some.many > len(some.rows) else ""


def _address(asked: Asked, sought: Sought | None = None) -> str:
    return f"{reverse('search')}?{urlencode({'q': asked.typed} | ({'kind': sought.value} if sought else {}))}"


def _page(some: Found, shown: int) -> Page:
    pages = max(1, -(-some.many // PER_PAGE))
    shown = min(shown, pages)
    first = (shown - 1) * PER_PAGE
    return Page(some.rows, shown, pages, some.many, first + 1 if some.rows else 0, first + len(some.rows))


def _hits(some: Found, sought: Sought, asked: Asked) -> list[Hit]:
    shown = _SHOWN[sought]
    hits = []
    for row in some.rows:
        record = row.claim if isinstance(row, FoundClaim) else row
        title, details, quote = shown(row)
        hits.append(Hit(record.get_absolute_url(), marked(title, asked), details, excerpt(quote, asked)))
    return hits


def _conflict(row: Any) -> tuple[str, list[str], str]:
    return row.name, [row.span], row.summary


def _source(row: Any) -> tuple[str, list[str], str]:
    known_as = "" if row.found_as == row.name else _("also called %(name)s") % {"name": row.found_as}
    return row.name, _listed(SourceKind(row.kind).label, row.country, known_as), ""


def _incident(row: Any) -> tuple[str, list[str], str]:
    day = show_day(row.date, Precision(row.precision)) if row.date else ""
    return row.name, _listed(day, row.place, row.conflict_name), ""


def _claim(row: FoundClaim) -> tuple[str, list[str], str]:
    claim = row.claim
    day = show_day(claim.as_of, Precision(claim.as_of_precision))
    title = f"{claim.figure} {Outcome(claim.outcome).label}, {counted_in_words(claim)}"
    return title, _listed(voice_in_words(claim), day, claim.conflict.name), row.quote


def _article(row: Any) -> tuple[str, list[str], str]:
    known = Precision(row.published_precision)
    day = show_short(row.published_on) if known is Precision.DAY else show_day(row.published_on, known)
    return row.title, _listed(row.publisher_name, day), ""


def _listed(*parts: str) -> list[str]:
    return [part for part in parts if part]


_SHOWN: dict[Sought, Callable[[Any], tuple[str, list[str], str]]] = {
    Sought.CONFLICTS: _conflict,
    Sought.SOURCES: _source,
    Sought.INCIDENTS: _incident,
    Sought.CLAIMS: _claim,
    Sought.ARTICLES: _article,
}
"""How each kind is shown: its title, what it is, and its quote."""
