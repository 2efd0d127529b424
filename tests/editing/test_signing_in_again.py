"""What was typed outlives a session that ended, whoever ended it and however it was sent."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from tests import cast
from tests.editing.typing import offered, text_of
from tracker.ledger.models import Article, Change, Claim

HERE = {"Origin": "http://testserver"}
TYPED = {
    "as_worded": "nearly 5,000",
    "claimant": "Ministry of the North",
    "as_of": "22",
    "editor_note": "He said “so” & <b>more</b>\r\nلا شيء",
    "accepted_warnings": ["before_the_conflict", "tenfold_jump"],
    "then": "publish",
}


@pytest.fixture
def nour(known_password: None) -> Client:
    """Nour signed in, by a client that is asked for its token at every form."""
    client = Client(enforce_csrf_checks=True)
    sign_in(client, client.get("/accounts/login/"))
    return client


@pytest.fixture(autouse=True)
def known_password(article: Article) -> None:
    """The records of the tests were logged by Nour without one."""
    nour = cast.nour()
    nour.set_password(cast.PASSWORD)
    nour.save()


def token_of(page: HttpResponse) -> str:
    return page.content.decode().split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]


def send(client: Client, address: str, data: dict[str, Any], page: HttpResponse, **more: Any) -> HttpResponse:
    return client.post(address, data | {"csrfmiddlewaretoken": token_of(page)}, headers=HERE, **more)


def sign_in(client: Client, page: HttpResponse, password: str = cast.PASSWORD) -> HttpResponse:
    """Fill in the form of signing in on this page."""
    data = offered(page, "sign-in") | {"login": "nour", "password": password}
    return send(client, "/accounts/login/", data, page)


def end_session(client: Client) -> None:
    client.session.flush()
    del client.cookies[settings.SESSION_COOKIE_NAME]


def typed_into(client: Client, article: Article) -> tuple[str, dict[str, Any], HttpResponse]:
    page = client.get(f"/desk/articles/{article.pk}/")
    return f"/desk/articles/{article.pk}/claims/new/", offered(page) | TYPED, page


def go_on(client: Client, page: HttpResponse) -> HttpResponse:
    """Press the button of the page that holds what was typed."""
    data = dict(page.context["fields"])
    assert data["editor_note"] == [TYPED["editor_note"]]
    return send(client, page.context["address"], data, page, follow=True)


def test_a_figure_typed_when_the_session_was_over_is_logged_after_signing_in(nour, article):
    address, data, page = typed_into(nour, article)
    end_session(nour)
    asked = send(nour, address, data, page)
    assert asked.status_code == 401
    assert "Nothing was saved yet" in text_of(asked)
    assert not Claim.objects.exists()
    wrong = sign_in(nour, asked, password="not this one")
    assert wrong.status_code == 200
    held = sign_in(nour, wrong)
    assert (held.status_code, held.context["address"]) == (200, address)
    assert "signed in as nour" in text_of(held)
    assert not Claim.objects.exists()
    assert "Published: nearly 5,000 killed" in text_of(go_on(nour, held))
    claim = Claim.objects.get()
    assert claim.editor_note == TYPED["editor_note"].replace("\r\n", "\n")


def test_a_form_with_a_mistake_comes_back_as_it_was_typed(nour, article):
    address, data, page = typed_into(nour, article)
    end_session(nour)
    held = sign_in(nour, send(nour, address, data | {"as_of": "31 February", "then": ""}, page))
    back = go_on(nour, held)
    assert offered(back)["as_of"] == "31 February"
    assert offered(back)["claimant"] == "Ministry of the North"
    assert not Claim.objects.exists()


def test_signing_in_elsewhere_in_the_meantime_loses_nothing_either(nour, article):
    address, data, page = typed_into(nour, article)
    end_session(nour)
    sign_in(nour, nour.get("/accounts/login/"))
    held = send(nour, address, data, page)
    assert held.status_code == 403
    assert "Published: nearly 5,000 killed" in text_of(go_on(nour, held))


def test_nor_does_signing_in_elsewhere_while_the_sign_in_page_is_open(nour, article):
    address, data, page = typed_into(nour, article)
    end_session(nour)
    asked = send(nour, address, data, page)
    sign_in(nour, nour.get("/accounts/login/"))
    held = sign_in(nour, asked)
    assert "Published: nearly 5,000 killed" in text_of(go_on(nour, held))


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", ""])
def test_what_another_site_sends_is_not_carried(nour, article, origin):
    address, data, _ = typed_into(nour, article)
    answer = nour.post(address, data, headers={"Origin": origin} if origin else {})
    assert answer.status_code == 403
    assert b"nearly 5,000" not in answer.content
    assert "This form is out of date" in text_of(answer)


def test_it_is_sent_on_to_this_site_only(client, article):
    data = {"login": "nour", "password": cast.PASSWORD, "kept": "as_worded=874", "next": "https://elsewhere.example/"}
    assert client.post("/accounts/login/", data)["Location"] == "/desk/"


def test_who_signs_in_may_do_no_more_with_it_than_else(client, article):
    claim = cast.make_claim(874)
    asked = client.post(f"/desk/claims/{claim.pk}/reject/", {"why": "It is a slip"})
    held = client.post("/accounts/login/", offered(asked, "sign-in") | {"login": "nour", "password": cast.PASSWORD})
    assert client.post(held.context["address"], dict(held.context["fields"])).status_code == 403


def test_what_is_too_long_to_be_carried_is_said(client, article):
    answer = client.post("/desk/read/", {"text": "ا" * 900_000, "title": "T"})
    assert answer.status_code == 401
    assert "too long to be kept" in text_of(answer)
    assert len(answer.content) < 100_000


def test_a_file_must_be_chosen_again(client, article):
    with Path(__file__).open("rb") as file:
        answer = client.post("/desk/read/", {"file": file, "title": "Talks fail"})
    assert "Choose the file again" in text_of(answer)
    assert "title=Talks+fail" in offered(answer, "sign-in")["kept"]


def test_text_that_cannot_be_stored_is_carried_and_refused_at_its_field(client, article):
    asked = client.post("/desk/sources/new/", {"name": "A\x00B", "kind": "newspaper", "why": "x"})
    held = client.post("/accounts/login/", offered(asked, "sign-in") | {"login": "nour", "password": cast.PASSWORD})
    assert held.status_code == 200
    assert client.post("/desk/sources/new/", dict(held.context["fields"])).status_code == 422


def test_a_page_asked_for_leads_through_the_plain_way(client, article):
    asked = client.get(f"/desk/articles/{article.pk}/?then=next", follow=True)
    data = offered(asked, "sign-in") | {"login": "nour", "password": cast.PASSWORD}
    assert client.post("/accounts/login/", data)["Location"] == f"/desk/articles/{article.pk}/?then=next"
    assert not Change.objects.filter(verb="record_claim").exists()
