"""The web server as a child process, kept up together with the database until someone asks us to stop."""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from tracker.launch.cluster import Cluster
from tracker.launch.processes import end_with_parent
from tracker.launch.surroundings import ROOT, Surroundings
from tracker.launch.words import CannotStart, say

WORKERS = 2
THREADS = 4
PATIENCE = 60.0
SHARED_MEMORY = Path("/dev/shm")


def gunicorn(place: Surroundings) -> list[str]:
    """The command of the production server."""
    beat = ["--worker-tmp-dir", str(SHARED_MEMORY)] if os.access(SHARED_MEMORY, os.W_OK) else []
    return [
        *(sys.executable, "-m", "gunicorn", "tracker.wsgi:application", "--bind", place.bind),
        *("--worker-class", "gthread", "--workers", str(WORKERS), "--threads", str(THREADS), "--preload"),
        *("--no-control-socket", "--log-level", "warning", "--graceful-timeout", "10"),
        *("--limit-request-line", "8190", *beat),
    ]


def runserver(place: Surroundings) -> list[str]:
    """The command of the reloading server."""
    return [sys.executable, "manage.py", "runserver", place.bind]


def start(command: list[str], environ: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """Start a server that ends with us; Ctrl-C reaches us alone, and we stop it in order."""
    return subprocess.Popen(command, cwd=ROOT, env=environ, start_new_session=True, preexec_fn=end_with_parent)


def wait_until_it_answers(server: subprocess.Popen[bytes], place: Surroundings) -> None:
    """Return at the first answer. Raises CannotStart when the server ends or stays silent."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        door = http.client.HTTPConnection(place.reached_at, place.port, timeout=5)
        try:
            door.request("GET", "/healthz", headers={"Host": "localhost"})
            door.getresponse()
            return
        except (OSError, http.client.HTTPException):
            time.sleep(0.1)
        finally:
            door.close()
    raise CannotStart("the web server did not come up: its own words are above.")


def keep_up(
    server: subprocess.Popen[bytes], again: Callable[[], subprocess.Popen[bytes]], database: Cluster | None
) -> None:
    """Until interrupted: start the server again when it was killed, and the database when it no longer runs.

    Raises CannotStart when the server ends by itself: then starting it again would not help.
    """
    current = server
    try:
        while True:
            time.sleep(1)
            if database and database.revive():
                say("the database had stopped and was started again")
            code = current.poll()
            if code is not None and code < 0:
                say(f"the web server was ended by signal {-code} and is started again")
                current = again()
            elif code is not None:
                raise CannotStart(f"the web server ended by itself with code {code}: its own words are above.")
    finally:
        stop(current)


def stop(server: subprocess.Popen[bytes]) -> None:
    """Ask the server to finish what it answers and end."""
    if server.poll() is None:
        server.send_signal(signal.SIGTERM)
        try:
            server.wait(15)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
