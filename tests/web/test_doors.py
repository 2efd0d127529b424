"""Errors, health, sessions, accounts, log lines."""

import logging

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.db import OperationalError
from django.test import Client

from tracker.web import health
from tracker.web.logs import OneLineFormatter
from tracker.web.sessions import STARTED, USED, USED_EVERY

pytestmark = pytest.mark.django_db


def test_a_missing_page_says_what_to_do(client: Client) -> None:
    answer = client.get("/nowhere/at/all")
    assert answer.status_code == 404
    assert "There is no such page" in answer.content.decode()


def test_a_failure_shows_nothing_of_the_inside(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(text: str) -> None:
        raise RuntimeError("the inside")

    monkeypatch.setattr(health, "plain", fail)
    client.raise_request_exception = False
    answer = client.get("/healthz")
    assert answer.status_code == 500
    assert "the inside" not in answer.content.decode()
    assert "Something failed on our side" in answer.content.decode()


def test_a_form_without_its_token_is_explained() -> None:
    answer = Client(enforce_csrf_checks=True).post("/accounts/login/", {"login": "editor"})
    assert answer.status_code == 403
    assert "This form is out of date" in answer.content.decode()


def test_it_is_alive_and_ready(client: Client) -> None:
    assert client.get("/healthz").content == b"ok\n"
    assert client.get("/readyz").content == b"ready\n"
    assert client.post("/healthz").status_code == 405


def test_it_is_alive_but_not_ready_without_a_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def down(connection: object) -> None:
        raise OperationalError

    monkeypatch.setattr(health, "MigrationExecutor", down)
    assert client.get("/readyz").status_code == 503
    assert client.get("/healthz").status_code == 200


@pytest.mark.parametrize("name", ["nour", "nour@example.org"])
def test_people_sign_in_by_name_or_address(client: Client, name: str) -> None:
    User.objects.create_user("nour", "nour@example.org", "a long enough one")
    answer = client.post("/accounts/login/", {"login": name, "password": "a long enough one"})
    assert (answer.status_code, answer.headers.get("Location")) == (302, "/desk/")


def test_nobody_makes_an_account_unasked(client: Client) -> None:
    answer = client.post(
        "/accounts/signup/",
        {"username": "x", "email": "x@example.org", "password1": "a long enough one", "password2": "a long enough one"},
    )
    assert answer.status_code == 200
    assert not User.objects.exists()


def test_guessing_a_password_is_limited(client: Client) -> None:
    User.objects.create_user("nour", "nour@example.org", "a long enough one")
    for _ in range(12):
        last = client.post("/accounts/login/", {"login": "nour", "password": "wrong"})
    assert "Too many failed login attempts" in last.content.decode() or last.status_code == 429
    right = client.post("/accounts/login/", {"login": "nour", "password": "a long enough one"})
    assert right.status_code != 302


def test_a_session_ends_after_a_week_however_much_it_is_used(client: Client) -> None:
    client.force_login(User.objects.create_superuser("admin"))
    assert client.get("/admin/").status_code == 200
    session = client.session
    session[STARTED] -= 8 * 24 * 60 * 60
    session.save()
    assert client.get("/admin/").status_code == 302


def test_a_session_in_use_goes_on_and_is_written_no_more_than_needed(client: Client) -> None:
    client.force_login(User.objects.create_superuser("admin"))
    client.get("/admin/")
    for seconds, renewed in ((0, False), (USED_EVERY + 60, True)):
        session = client.session
        session[USED] -= seconds
        session.save()
        answer = client.get("/admin/")
        assert (settings.SESSION_COOKIE_NAME in answer.cookies) is renewed


def test_a_visitor_cannot_write_a_second_log_line() -> None:
    record = logging.LogRecord(
        "django.request", logging.WARNING, "", 0, "Not Found: %s", ("/a\n2026 ERROR b\x1b[2J",), None
    )
    line = OneLineFormatter().format(record)
    assert "\n" not in line
    assert line.endswith("Not Found: /a\\x0a2026 ERROR b\\x1b[2J")
