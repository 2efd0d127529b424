"""Text that cannot be stored is refused at the door."""

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from tracker.web.text import RefuseUnstorableText, readable_query, storable

DOOR = RefuseUnstorableText(lambda request: HttpResponse("through"))


def through(request: HttpRequest) -> int:
    """The status after the door and, when it opens, after the reading of the form."""
    response = DOOR(request)
    return (DOOR.process_view(request) or response).status_code if response.status_code == 200 else response.status_code


@pytest.mark.parametrize(
    ("query", "readable"),
    [("q=abc", True), ("q=%D0%90", True), ("q=%00", False), ("q=%ff", False), ("q=%ED%A0%80", False), ("", True)],
)
def test_a_query_must_be_storable_text(query: str, readable: bool) -> None:
    assert readable_query(query) is readable


@pytest.mark.parametrize("path", ["/%00", "/conflicts/a%00b/", "/?q=%00", "/?%00=1", "/?q=%ff", "/?q=%ed%a0%80"])
def test_such_an_address_is_answered_400(client: Client, path: str) -> None:
    assert client.get(path).status_code == 400


@pytest.mark.parametrize(("body", "status"), [("words=nearly+5%2C000", 200), ("words=a%00b", 400), ("a%00=b", 400)])
def test_a_form_must_hold_storable_text(rf: RequestFactory, body: str, status: int) -> None:
    assert through(rf.post("/", body, content_type="application/x-www-form-urlencoded")) == status


@pytest.mark.parametrize(("words", "status"), [("nearly 5,000", 200), ("a\x00b", 400)])
def test_a_form_with_parts_must_hold_storable_text(rf: RequestFactory, words: str, status: int) -> None:
    """A part's name with NUL never gets this far: Django's parser drops the part."""
    assert through(rf.post("/", {"words": words})) == status


def test_a_plain_upload_passes(rf: RequestFactory) -> None:
    assert through(rf.post("/", {"file": SimpleUploadedFile("claims.csv", b"a,b")})) == 200


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_all_other_text_is_storable(text: str) -> None:
    assert storable(text)
    assert text.encode("utf-8").decode("utf-8") == text


def test_a_body_that_is_too_large_is_answered_413(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    body = "words=" + "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 10)
    answer = client.post("/accounts/login/", body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 413


def test_a_form_with_too_many_fields_is_answered_413(client: Client) -> None:
    body = "&".join(f"f{n}=1" for n in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1))
    answer = client.post("/accounts/login/", body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 413
