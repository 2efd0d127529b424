"""Headers on every answer, and what public and private pages may not do."""

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from tracker.web.caching import NoStoreOnPrivatePages, public_page
from tracker.web.csp import csp_override, header_value
from tracker.web.head import NoBodyForHead

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/", "/nowhere", "/%00", "/healthz", "/accounts/login/", "/desk/", "/admin/login/"])
def test_every_answer_is_guarded(client: Client, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; ")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/", "/methodology/", "/sources/", "/changes/"])
def test_a_public_page_can_be_kept_by_anyone(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"].startswith("public, max-age=60, s-maxage=300")
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert not answer.cookies


@pytest.mark.parametrize("path", ["/desk/", "/accounts/login/", "/admin/login/"])
def test_a_private_page_is_kept_by_nobody(client: Client, path: str) -> None:
    assert client.get(path).headers["Cache-Control"] == "no-store, private"


def test_whatever_the_view_says(rf: RequestFactory) -> None:
    page = HttpResponse(headers={"Cache-Control": "public"})
    assert NoStoreOnPrivatePages(lambda request: page)(rf.get("/desk/"))["Cache-Control"] == "no-store, private"


def test_a_known_version_is_answered_304_before_the_view_runs(rf: RequestFactory) -> None:
    ran = []

    @public_page(lambda request: "v7")
    def view(request: HttpRequest) -> HttpResponse:
        ran.append(request)
        return HttpResponse("page")

    first = view(rf.get("/"))
    again = view(rf.get("/", headers={"If-None-Match": first["ETag"]}))
    part = view(rf.get("/", headers={"If-None-Match": first["ETag"], "HX-Request": "true"}))
    assert (first.status_code, again.status_code, part.status_code, len(ran)) == (200, 304, 200, 2)
    assert first["Vary"] == "HX-Request"


def test_errors_are_not_kept(rf: RequestFactory) -> None:
    answer = public_page()(lambda request: HttpResponse(status=404))(rf.get("/"))
    assert not answer.has_header("Cache-Control")


def test_a_page_may_carry_a_policy_of_its_own(rf: RequestFactory) -> None:
    answer = csp_override({"frame-ancestors": ["*"]})(lambda request: HttpResponse())(rf.get("/embed/"))
    assert answer["Content-Security-Policy"] == header_value({**settings.SECURE_CSP, "frame-ancestors": ["*"]})


def test_head_has_the_length_and_no_body(client: Client, rf: RequestFactory) -> None:
    got, asked = client.get("/healthz"), client.head("/healthz")
    assert asked.headers["Content-Length"] == got.headers["Content-Length"] == "3"
    assert NoBodyForHead(lambda request: HttpResponse("x"))(rf.head("/")).content == b""
