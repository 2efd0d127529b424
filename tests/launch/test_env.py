"""Environment readers: what they accept, and that a refusal names the variable and the fix."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from tracker import env


@pytest.mark.parametrize(
    ("written", "read"), [("1", True), ("Yes", True), (" on ", True), ("0", False), ("false", False), ("", False)]
)
def test_a_flag_is_read(monkeypatch: pytest.MonkeyPatch, written: str, read: bool) -> None:
    monkeypatch.setenv("HTTPS", written)
    assert env.flag("HTTPS") is read


def test_an_unset_flag_is_its_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HTTPS", raising=False)
    assert env.flag("HTTPS", default=True) is True


def test_a_flag_that_is_neither_yes_nor_no_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS", "maybe")
    with pytest.raises(ImproperlyConfigured, match="HTTPS is 'maybe': write 1 for yes or 0 for no"):
        env.flag("HTTPS")


@pytest.mark.parametrize("written", ["0", "65536", "-1", "8o00", "1e3", "٨٠٠٠", "9" * 5000])
def test_a_port_outside_the_range_is_refused(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    monkeypatch.setenv("PORT", written)
    with pytest.raises(ImproperlyConfigured, match=r"PORT is .*: write a whole number from 1 to 65535"):
        env.integer("PORT", 8000, low=1, high=65535)


def test_a_word_outside_the_list_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_LEVEL", "info")
    assert env.one_of("LOG_LEVEL", "WARNING", ("INFO", "WARNING")) == "INFO"
    monkeypatch.setenv("LOG_LEVEL", "loud")
    with pytest.raises(ImproperlyConfigured, match="LOG_LEVEL is 'LOUD': write one of INFO, WARNING"):
        env.one_of("LOG_LEVEL", "WARNING", ("INFO", "WARNING"))


def test_words_are_split_at_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", " a.org, ,b.org,")
    assert env.words("ALLOWED_HOSTS") == ["a.org", "b.org"]


def test_a_folder_is_made_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_DIR", "kept")
    assert env.folder("DATA_DIR", Path("/elsewhere")) == tmp_path / "kept"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "postgresql://ann:p%40ss@db.example.org:5433/counts?sslmode=require",
            {"NAME": "counts", "USER": "ann", "PASSWORD": "p@ss", "HOST": "db.example.org", "PORT": "5433"},
        ),
        ("postgres:///counts?host=/run/postgresql", {"NAME": "counts", "HOST": "/run/postgresql", "PORT": ""}),
        ("postgresql://%2Frun%2Fpg/counts", {"HOST": "/run/pg"}),
    ],
)
def test_a_database_address_is_read(address: str, expected: dict[str, str]) -> None:
    found = env.database("DATABASE_URL", address)
    assert {key: found[key] for key in expected} == expected


def test_what_follows_the_question_mark_reaches_the_driver() -> None:
    assert env.database("DATABASE_URL", "postgresql://h/n?sslmode=require")["OPTIONS"] == {"sslmode": "require"}


@pytest.mark.parametrize("address", ["mysql://u:secret@h/n", "postgresql://u:secret@h", "postgresql://u:secret@h:x/n"])
def test_a_wrong_address_is_refused_without_showing_the_password(address: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL") as refused:
        env.database("DATABASE_URL", address)
    assert "secret" not in str(refused.value)


def test_the_owner_is_a_second_alias_only_when_named() -> None:
    alone = env.databases({}, fallback="postgresql:///counts")
    both = env.databases({"MIGRATE_DATABASE_URL": "postgresql://owner@h/n"}, fallback="postgresql:///counts")
    assert (list(alone), list(both)) == (["default"], ["default", "owner"])
