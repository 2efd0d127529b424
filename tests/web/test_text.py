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


@pytest.mark.parametrize(
    ("field", "status"), [({"words": "nearly 5,000"}, 200), ({"words": "a\x00b"}, 400), ({"a\x00": "b"}, 400)]
)
@pytest.mark.parametrize("encoding", ["urlencoded", "multipart"])
def test_a_form_must_hold_storable_text(rf: RequestFactory, field: dict[str, str], status: int, encoding: str) -> None:
    if encoding == "multipart":
        if "a\x00" in field:
            pytest.skip("a part's name with NUL is dropped by the parser")
        assert through(rf.post("/", field)) == status
    else:
        body = "&".join(f"{k}={v}" for k, v in field.items()).replace("\x00", "%00")
        assert through(rf.post("/", body, content_type="application/x-www-form-urlencoded")) == status


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
