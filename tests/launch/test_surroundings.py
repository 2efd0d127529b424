"""What the launcher refuses before it does any work."""

import shutil
import socket
import sys
from collections import namedtuple
from pathlib import Path

import pytest

from tracker.launch import surroundings as here
from tracker.launch.__main__ import main
from tracker.launch.surroundings import Surroundings
from tracker.launch.words import CannotStart, disk_words

Usage = namedtuple("Usage", "total used free")
Version = namedtuple("Version", "major minor micro")


def place(folder: Path, **changes: object) -> Surroundings:
    """Where the tests would start."""
    return Surroundings(**({"host": "127.0.0.1", "port": 8000, "data_dir": folder, "demo_password": ""} | changes))


@pytest.mark.parametrize(
    ("host", "link", "bind"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000/", "127.0.0.1:8000"),
        ("0.0.0.0", "http://127.0.0.1:8000/", "0.0.0.0:8000"),
        ("::1", "http://[::1]:8000/", "[::1]:8000"),
    ],
)
def test_the_address_to_open_is_one_that_works_here(tmp_path: Path, host: str, link: str, bind: str) -> None:
    assert (place(tmp_path, host=host).link, place(tmp_path, host=host).bind) == (link, bind)


def test_the_host_listened_on_is_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ALLOWED_HOSTS", raising=False)
    assert place(tmp_path, host="192.0.2.7").allowed_hosts == "localhost,127.0.0.1,[::1],192.0.2.7"
    monkeypatch.setenv("ALLOWED_HOSTS", "counts.example.org")
    assert place(tmp_path, host="192.0.2.7").allowed_hosts == "counts.example.org"


def test_a_taken_port_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(here, "PORT_PATIENCE", 0.0)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotStart, match=rf"cannot listen on 127.0.0.1:{port} \(Address already in use\)"):
            here.refuse_what_cannot_work(place(tmp_path, port=port), serving=True)
        here.refuse_what_cannot_work(place(tmp_path, port=port), serving=False)


def test_a_full_disk_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(10**9, 10**9, 5 * 2**20))
    with pytest.raises(CannotStart, match="is full: 5 MB free, 300 needed"):
        here.refuse_what_cannot_work(place(tmp_path / "not" / "yet"), serving=False)


def test_an_old_python_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", Version(3, 10, 0))
    with pytest.raises(CannotStart, match=r"too old: 3\.11 or later"):
        here.refuse_what_cannot_work(place(tmp_path), serving=False)


@pytest.mark.parametrize(
    ("number", "words"), [(28, "the disk is full (/data/x)"), (13, "no right to write there (/data/x)")]
)
def test_errors_of_the_disk_become_words(number: int, words: str) -> None:
    assert disk_words(OSError(number, "as the system says", "/data/x")).startswith(words)


@pytest.mark.parametrize("arguments", [["jump"], ["manage"], ["run", "twice"]])
def test_a_wrong_command_is_refused_with_the_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert "usage: python -m tracker.launch" in capsys.readouterr().err
