"""Pages that explain: the methodology, and robots.txt."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from tracker.ledger.comparing_rule import Rule
from tracker.lib.counts import Interval, Qualifier
from tracker.lib.tongue import number
from tracker.lib.vocabulary import Kind, Scope, SourceKind, Stance
from tracker.pages.version import version
from tracker.web.caching import public_page

EXAMPLES = [
    (Qualifier.EXACT, "874", 874),
    (Qualifier.ABOUT, gettext_lazy("around 1,000"), 1000),
    (Qualifier.ABOUT, gettext_lazy("some 1,250"), 1250),
    (Qualifier.AT_LEAST, gettext_lazy("at least 3,785"), 3785),
    (Qualifier.MORE_THAN, gettext_lazy("more than 60"), 60),
    (Qualifier.NEARLY, gettext_lazy("nearly 5,000"), 5000),
    (Qualifier.UP_TO, gettext_lazy("up to 40"), 40),
    (Qualifier.FEWER_THAN, gettext_lazy("fewer than 100"), 100),
]
"""A wording of each qualifier with the number in it."""
ROBOTS = "User-agent: *\n" + "".join(
    f"Disallow: {path}\n" for path in ("/desk/", "/accounts/", "/admin/", "/search/", "/*?*page=")
)


@require_safe
@public_page(version)
def methodology(request: HttpRequest) -> HttpResponse:
    """How figures are read and compared, what is never done. Its tables are made from the code that applies them."""
    read = [(word, wording, in_numbers(word.interval(value))) for word, wording, value in EXAMPLES]
    read += [
        (Qualifier.RANGE, _("260 to 280"), in_numbers(Qualifier.RANGE.interval(None, 260, 280))),
        (Qualifier.VAGUE, _("dozens"), in_numbers(Qualifier.VAGUE.interval(None))),
    ]
    context = {"rules": list(Rule), "readings": read, "kinds": list(Kind), "scopes": list(Scope)}
    context |= {"stances": list(Stance), "watching": [kind for kind in SourceKind if kind.watches]}
    return render(request, "pages/methodology.html", context)


def in_numbers(interval: Interval | None) -> str:
    """The numbers that a figure can mean, in words."""
    if interval is None:
        return _("no number: the words are kept")
    if interval.high is None:
        return _("%(low)s or more") % {"low": number(interval.low)}
    if interval.low == interval.high:
        return number(interval.low)
    return _("%(low)s to %(high)s") % {"low": number(interval.low), "high": number(interval.high)}


@require_safe
@public_page()
def robots(request: HttpRequest) -> HttpResponse:
    """Crawlers are welcome on public pages."""
    listed = f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}\n"
    return HttpResponse(ROBOTS + listed, content_type="text/plain; charset=utf-8")
