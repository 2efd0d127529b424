"""Every word of the desk is translatable: in the proof language no English is left to be seen or heard.

What people logged stands in their own words; the names of the rules of reading are English, and marked as that.
"""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client

from tests.cast import make_user
from tests.editing.typing import offered
from tests.pages.test_proof import Stage, english
from tracker.ledger import changes
from tracker.ledger.models import Change, Claim, Suggestion
from tracker.ledger.permissions import REVIEWERS
from tracker.lib.vocabulary import Scope, State
from tracker.web.languages import PROOF

pytestmark = pytest.mark.django_db
MARKED = re.compile(r'<(span|td)[^>]* lang="en"[^>]*>.*?</\1>|<kbd>.*?</kbd>', re.DOTALL)
"""What says that it is English, and the keys of a keyboard."""


class Desk(Stage):
    """The war of the public pages, with drafts, doubts and a read article as an editor meets them."""

    def __init__(self) -> None:
        super().__init__()
        self.text = "אמר: 874 מתים.\nאמר: 41 מתים בגשר.\nעשרות מתו."
        self.read = self.article(date(2020, 10, 22), url="http://news.example/2", text=self.text)
        self.by = make_user("בן", REVIEWERS)
        who = {"by": self.by, "why": "צריך"}
        self.draft = self.doubtful(value=5, as_of=date(2020, 1, 1), conflict=self.war, qualifier="exact", **who)
        places = [(self.text.index(words), words) for words in ("874", "41", "עשרות")]
        self.proposed = changes.propose_figures(
            **who,
            article=self.read,
            conflict=self.war,
            proposals=[changes.Proposal(at, at + len(words), self.reading(words)) for at, words in places],
        )

    def doubtful(self, **fields: object) -> Claim:
        """A draft that holds for a day before the war, and quotes no number."""
        quoted = changes.Quoted(self.read, "אמר", "5", attribution="שם")
        said = {"quoted": quoted, "claimant": self.monitor, "as_worded": "5"}
        return changes.record_claim(state=State.DRAFT, **said, **fields).claim

    def reading(self, words: str) -> dict[str, object]:
        value = int(words) if words.isdecimal() else None
        of_an_attack = {"scope": Scope.INCIDENT.value, "place": "גשר"} if words == "41" else {}
        return {
            "text": words, "value": value, "qualifier": "exact" if value else "vague", "claimant": ["דובר"],
            "party": ["זרים"], "as_of": "2020-10-22", "quote": "אמר", "sure": {"value": 0.5},
            "rules": {"value": "digits", "as_of": "the day of printing"},
        } | of_an_attack  # fmt: skip

    def desk(self) -> list[str]:
        """Every page of the desk, and the states of a page that say something of their own."""
        war, draft, plain = f"conflicts/{self.war.slug}/", self.draft.pk, self.plain.pk
        source, article = f"sources/{self.agency.pk}/", f"articles/{self.read.pk}/"
        alias = self.paper.aliases.get(name="ידיעות")
        citation = self.plain.citations.earliest("pk").pk
        return [
            "", "articles/", "articles/?q=זזז", "articles/new/", article, f"{article}edit/",
            f"articles/{self.plain.citations.latest('pk').article_id}/", "read/", "read/rules/",
            f"read/{self.read.pk}/", f"suggestions/{self.proposed[0].pk}/edit/",
            f"suggestions/{self.proposed[1].pk}/edit/?look=1", "claims/", "claims/?state=in_review",
            "claims/?state=draft&by=me", f"claims/{draft}/", f"claims/{plain}/", f"claims/{plain}/history/",
            f"claims/{plain}/merge/", f"claims/{plain}/withdraw/", f"claims/{self.gone.pk}/reassert/",
            f"claims/{draft}/reject/", f"citations/{citation}/", "changes/", "changes/?by=me", "sources/",
            "sources/?q=זזז", "sources/new/", source, f"sources/{self.paper.pk}/", f"{source}names/",
            f"sources/{self.paper.pk}/names/{alias.pk}/remove/", f"{source}merge/",
            f"{source}sides/{self.war.slug}/", "conflicts/new/", war, f"{war}parties/new/", f"{war}incidents/new/",
            f"{war}milestones/new/", f"{war}incidents/{self.incident.pk}/",
        ]  # fmt: skip

    def sent(self) -> list[tuple[str, dict[str, str]]]:
        """Forms that are refused, and forms that lead to a page with what was done."""
        why, plain, new = {"why": "צריך"}, self.plain.pk, f"articles/{self.read.pk}/claims/new/"
        figure = {
            "conflict": str(self.war.pk), "as_worded": "874", "outcome": "killed", "status": "any",
            "kind": "official_total", "scope": "cumulative", "as_of": "22", "claimant": self.monitor.name,
            "then": "draft",
        }  # fmt: skip
        elsewhere = {"next": f"/{PROOF}/desk/sources/"}  # not where the log's reasons stand as they were given
        return [
            ("articles/new/", {"url": "רע", "title": "רע"}), ("read/", {}), (new, {}),
            (new, figure | {"as_of": "רע", "value": "רע", "claimant": "רע", "incident": "רע", "part_of": "רע"}),
            (new, figure | {"as_worded": "רע"}), (new, figure), (new, figure | {"as_worded": "600", "quote": "600"}),
            (f"claims/{plain}/", figure | why | {"version": "1", "value": "7", "qualifier": "exact"}),
            (f"claims/{plain}/withdraw/", why | {"quote": "רע"}), (f"claims/{plain}/merge/", why | {"keep": "רע"}),
            (f"claims/{plain}/merge/", why | {"keep": str(plain)}), (f"claims/{plain}/publish/", why),
            ("sources/new/", {"kind": "רע"}), (f"sources/{self.paper.pk}/names/", {"name": "אחר"} | why),
            (f"sources/{self.paper.pk}/names/", {"name": self.agency.name} | why),
            (f"sources/{self.paper.pk}/merge/", {"keep": "רע"} | why),
            (f"sources/{self.paper.pk}/names/{self.paper.aliases.get(name=self.paper.name).pk}/remove/", why),
            (f"conflicts/{self.war.slug}/milestones/new/", {"url": "רע", "source": "רע"}),
            (f"read/{self.read.pk}/words/", {"words": "רע"}), (f"read/{self.read.pk}/again/", {}),
            (f"read/{self.read.pk}/names/", {"what": "source"}),
            (f"suggestions/{self.proposed[2].pk}/dismiss/", {}), (f"suggestions/{self.proposed[2].pk}/undo/", {}),
            (f"suggestions/{self.proposed[0].pk}/accept/", {}), (f"read/{self.read.pk}/accept-sure/", {}),
            (f"articles/{self.read.pk}/publish/", {}),
            (f"changes/{Change.objects.filter(by=self.by).latest('pk').pk}/undo/", elsewhere),
        ]  # fmt: skip


def left(client: Client, address: str, sent: dict[str, str] | None = None) -> list[str]:
    """The English of the page that stands there, or that comes when this form is sent there."""
    path = f"/{PROOF}/{address}"
    answer = client.get(path) if sent is None else client.post(path, sent, follow=True)
    assert answer.status_code in (200, 401, 403, 409, 422), (path, answer.status_code)
    page = answer.content.decode()
    assert '<html lang="ar-xb" dir="rtl">' in page, path
    assert "no-store" in answer["Cache-Control"], path
    return [f"{text[:150]} | {address}" for text in english(MARKED.sub("", page))]


def test_no_english_is_left_at_the_desk(client: Client) -> None:
    desk = Desk()
    client.force_login(desk.by)
    found = [text for address in desk.desk() for text in left(client, f"desk/{address}")]
    found += [text for address, sent in desk.sent() for text in left(client, f"desk/{address}", sent)]
    assert not found, "\n".join(found)
    assert not Suggestion.objects.filter(decision="dismissed").exists()


def test_what_a_form_offers_in_another_language_can_be_sent_back(client: Client) -> None:
    desk = Desk()
    client.force_login(desk.by)
    page = f"/{PROOF}/desk/articles/{desk.read.pk}/"
    data = offered(client.get(page)) | {"as_worded": "1,234", "quote": "אמר: 1,234", "then": "draft"}
    answer = client.post(f"{page}claims/new/", data)
    claim = Claim.objects.latest("pk")
    assert (answer.headers.get("Location"), claim.value) == (f"/{PROOF}/desk/claims/{claim.pk}/", 1234)
    address = answer.headers["Location"]
    changed = offered(client.get(address)) | {"why": "צריך", "period_start": "", "said_on": "21 October 2020"}
    assert client.post(address, changed).status_code == 302


def test_nor_on_the_pages_about_accounts(client: Client) -> None:
    guest = make_user("אורח", password=True)
    found = [text for page in ("login", "password/reset", "signup") for text in left(client, f"accounts/{page}/")]
    found += left(client, "desk/sources/new/", {"name": "שם"})
    client.force_login(guest)
    found += left(client, "desk/") + left(client, "accounts/logout/")
    assert not found, "\n".join(found)
