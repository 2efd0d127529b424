"""The three accounts of the demo."""

from pathlib import Path

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.management import call_command

from tracker.launch.management.commands.demo_people import read

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def data_dir(settings: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder, and no DEMO_PASSWORD."""
    monkeypatch.delenv("DEMO_PASSWORD", raising=False)
    settings.DATA_DIR = tmp_path
    return tmp_path


def test_they_can_sign_in_with_what_is_printed(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("demo_people")
    printed = dict(line.split() for line in capsys.readouterr().out.splitlines()[1:])
    assert set(printed) == {"editor", "reviewer", "admin"}
    assert len(set(printed.values())) == 3
    for username, password in printed.items():
        assert authenticate(username=username, password=password)
    assert read(data_dir / "demo-people.txt") == printed


def test_passwords_are_for_their_owner_only(data_dir: Path) -> None:
    call_command("demo_people")
    assert (data_dir / "demo-people.txt").stat().st_mode & 0o777 == 0o600


def test_only_admin_is_an_administrator() -> None:
    call_command("demo_people")
    groups = {user.username: [g.name for g in user.groups.all()] for user in User.objects.all()}
    assert groups == {"editor": ["Editors"], "reviewer": ["Reviewers"], "admin": ["Reviewers"]}
    assert [user.username for user in User.objects.filter(is_superuser=True)] == ["admin"]
    assert User.objects.get(username="editor").email == "editor@example.org"


def test_a_second_run_keeps_people_and_passwords(data_dir: Path) -> None:
    call_command("demo_people")
    before = read(data_dir / "demo-people.txt")
    call_command("demo_people")
    assert read(data_dir / "demo-people.txt") == before
    assert User.objects.count() == 3


def test_one_password_for_all_can_be_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMO_PASSWORD", "one for the scripts")
    call_command("demo_people")
    for username in ("editor", "reviewer", "admin"):
        assert authenticate(username=username, password="one for the scripts")
