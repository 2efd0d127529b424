"""What a reader takes from a view: its address, pictures, files, embed, citation and feed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from html import escape
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracker.exchange.citing import SITE, Work, plain
from tracker.ledger.comparing import outcome_in_words
from tracker.lib.dates import show_day
from tracker.lib.tongue import number
from tracker.pages import form
from tracker.pages.toll import Toll

EMBED_WIDTH = 960
EMBED_HEIGHT = 760
"""px that hold the embedded view of a wide page; its script asks for what it really takes."""
SNIPPET = """<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" frameborder="0"></iframe>
<script src="{}" async></script>"""


@dataclass(frozen=True)
class TakeAway:
    """The addresses of one view's doors. ``root`` is the site's own address, without a slash at its end."""

    toll: Toll
    root: str

    @classmethod
    def of(cls, request: HttpRequest, toll: Toll) -> TakeAway:
        return cls(toll, request.build_absolute_uri("/").rstrip("/"))

    @property
    def link(self) -> str:
        """The view's own address, with the whole of its state."""
        return self.root + form.address(self.toll)

    @property
    def svg(self) -> str:
        return self._drawn("timeline_svg")

    @property
    def png(self) -> str:
        return self._drawn("timeline_png")

    @property
    def card(self) -> str:
        """The picture that others show beside a link."""
        return self._drawn("timeline_png", **{"for": "card"})

    @property
    def embed(self) -> str:
        return self._drawn("embed")

    @property
    def oembed(self) -> str:
        return f"{reverse('oembed')}?{urlencode({'url': self.link, 'format': 'json'})}"

    @property
    def cite(self) -> str:
        return self._drawn("cite_view")

    @property
    def feed(self) -> str:
        return self._asked("feed")

    @property
    def csv(self) -> str:
        return self._asked("claims_csv")

    @property
    def xlsx(self) -> str:
        return self._asked("claims_xlsx")

    def snippet(self, width: int | str = "100%", height: int = EMBED_HEIGHT) -> str:
        """HTML for another site's page, as text: the frame keeps its height where the script does not run."""
        # Not by ``static``: what others copy must outlive the fingerprint of this release.
        script = f"{self.root}{settings.STATIC_URL}js/embed.js"
        return SNIPPET.format(escape(self.root + self.embed), escape(self.title), width, height, escape(script))

    @property
    def cited(self) -> str:
        """The view's citation in words."""
        return plain(self.work)

    @property
    def title(self) -> str:
        told = {"conflict": self.toll.conflict.name, "people": outcome_in_words(self.toll.chosen.outcome)}
        return _("%(conflict)s: %(people)s, as claimed") % told

    @cached_property
    def counted(self) -> str:
        """How many claims, by how many sources: "271 claims by 40 sources"."""
        claims, sources = len(self.toll.claims), len(self.toll.view.voices)
        return _("%(claims)s by %(sources)s") % {
            "claims": ngettext("%(number)s claim", "%(number)s claims", claims) % {"number": number(claims)},
            "sources": ngettext("%(number)s source", "%(number)s sources", sources) % {"number": number(sources)},
        }

    @property
    def source_line(self) -> str:
        """Where a picture comes from and when it was drawn."""
        told = {"site": SITE, "counted": self.counted, "day": show_day(timezone.localdate())}
        return _("%(site)s, %(counted)s; drawn %(day)s") % told

    @property
    def work(self) -> Work:
        """The view as something to cite."""
        conflict, today = self.toll.conflict, timezone.localdate()
        mark = hashlib.sha256(self.link.encode()).hexdigest()[:6]
        return Work(
            ident=f"counts-{conflict.slug}-{mark}-{today:%Y%m%d}",
            title=f"{conflict.name}: {self.toll.chosen.in_words()}",
            details=(self.counted,),
            address=self.link,
            changed=conflict.changed_at.date() if conflict.changed_at else None,
            accessed=today,
        )

    def _drawn(self, name: str, **more: str) -> str:
        """An address that takes what is asked for and how it is drawn, but not how the table is read."""
        return self._with(name, self.toll.chosen.params(**self.toll.display.drawn() | more))

    def _asked(self, name: str) -> str:
        return self._with(name, self.toll.chosen.params())

    def _with(self, name: str, params: str) -> str:
        path = reverse(name, args=[self.toll.conflict.slug])
        return f"{path}?{params}" if params else path
