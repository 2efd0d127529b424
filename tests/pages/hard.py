"""Conflicts that are hard to show: nothing to show, one number, none, numbers far apart, names of every kind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from tests.cast import START, ben, make_article, make_claim, make_conflict, make_party, make_source, monitor
from tracker.ledger import changes
from tracker.ledger.models import Conflict
from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Scope, SourceKind, Status

MARKUP = "<b onclick='alert(1)'>\"Bold\" & 'sharp' {{ 7 }} %s</b>"
RIGHT_TO_LEFT = "وزارة \u202eالدفاع\u202c (2020) \u200fABC\u200f"
LONG = "The committee of the families of the missing of the upper and the lower valley " * 2
LONG = f"{LONG}and its friends abroad, newly formed".ljust(200, "!")
WORD = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
NAMES = (MARKUP, RIGHT_TO_LEFT, LONG, WORD)


def nothing() -> Conflict:
    return make_conflict("War without a claim")


def one_claim() -> Conflict:
    conflict = make_conflict("War with one claim")
    make_claim(874, conflict=conflict, claimant=monitor())
    return conflict


def only_words() -> Conflict:
    """Vague figures alone: of two voices, and of one on two days."""
    conflict = make_conflict("War in words alone")
    for day, voice, words in [(5, "River Monitor", "dozens"), (22, "River Monitor", "hundreds"), (7, "AFP", "scores")]:
        make_claim(
            None, conflict=conflict, qualifier=Qualifier.VAGUE, claimant=make_source(voice), as_worded=words,
            quote=f"{words} had died", as_of=date(2020, 10, day),
        )  # fmt: skip
    return conflict


def far_apart() -> Conflict:
    """Nine claims of one thing from 1 to 100,000,000, tenfold each: three voices by turns."""
    conflict = make_conflict("War of all sizes", end=None)
    for power in range(9):
        make_claim(
            10**power, conflict=conflict, claimant=make_source(f"Voice {power % 3}"), as_of=START + timedelta(power * 3)
        )
    return conflict


def strange_names() -> Conflict:
    """Quotes, markup, marks of direction, long names and long words in every name that a page shows."""
    conflict = make_conflict(f"{MARKUP} {RIGHT_TO_LEFT}")
    by = ben()
    for number, name in enumerate(NAMES):
        side = make_party(conflict, name, by=by, position=number)
        source = make_source(name, SourceKind.MINISTRY, speaks_for=side)
        publisher = make_source(f"{name[:190]} daily")
        day = date(2020, 10, 5 + 4 * number)
        incident = changes.add_incident(by=by, why="set the stage", conflict=conflict, name=name, date=day, place=name)
        changes.add_milestone(by=by, why="set the stage", conflict=conflict, label=name[:120], detail=name, date=day)
        article = make_article(f"{name} said {name}", publisher=publisher, published_on=day)
        told = {"conflict": conflict, "claimant": source, "article": article, "as_of": day}
        quote = f"{name} said {{}} had died near {name}"
        make_claim(100 + number, quote=quote.format(100 + number), party=side, **told)
        make_claim(200 + number, quote=quote.format(200 + number), place=name, status=Status.CIVILIAN.value, **told)
        make_claim(300 + number, quote=quote.format(300 + number), **told)
        make_claim(4 + number, quote=quote.format(4 + number), scope=Scope.INCIDENT.value, incident=incident, **told)
    return conflict


HARD: dict[str, Callable[[], Conflict]] = {
    "nothing": nothing,
    "one claim": one_claim,
    "only words": only_words,
    "far apart": far_apart,
    "strange names": strange_names,
}


def addresses(conflict: Conflict) -> list[str]:
    """Every page of readers that shows something of the conflict."""
    page = conflict.get_absolute_url()
    claims = list(conflict.claims.order_by("id").with_names())
    found = [
        page, f"{page}?status=civilian", f"{page}?scale=log", f"{page}?measure=daily", f"{page}?panels=party",
        f"{page}?scope=incident", f"{page}?known_on=2020-09-27", f"{page}cite/", f"/embed{page}", "/",
        f"/side-by-side/?conflict={conflict.slug}", f"/side-by-side/?conflict={conflict.slug}&scale=log", "/sources/",
        f"/search/?q={conflict.slug}", "/changes/", "/data/", "/compare/",
    ]  # fmt: skip
    found += [f"{claim.get_absolute_url()}{end}" for claim in claims for end in ("", "cite/")]
    found += [f"/compare/?a={claims[0].pk}&b={claim.pk}" for claim in claims[1:]] if claims else []
    found += sorted({claim.voice.get_absolute_url() for claim in claims})
    found += [incident.get_absolute_url() for incident in conflict.incidents.all()]
    articles = {citation.article for claim in claims for citation in claim.citations.select_related("article")}
    return found + [article.get_absolute_url() for article in sorted(articles, key=lambda each: each.pk)]
