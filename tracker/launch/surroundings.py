"""What the one-command start reads from its surroundings, and what it refuses before doing any work."""

from __future__ import annotations

import os
import shutil
import socket
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tracker import env
from tracker.launch.words import CannotStart

ROOT = Path(__file__).resolve().parent.parent.parent
OLDEST_PYTHON = (3, 11)
NEEDED_MB = 300
PORT_PATIENCE = 3.0
LOCAL_HOSTS = "localhost,127.0.0.1,[::1]"
ANY_HOST = frozenset({"0.0.0.0", "::"})


@dataclass(frozen=True)
class Surroundings:
    """Where to listen and where to keep things."""

    host: str
    port: int
    data_dir: Path
    demo_password: str

    @property
    def reached_at(self) -> str:
        """A host name under which this machine itself reaches the server."""
        return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)

    @property
    def bind(self) -> str:
        """The listening address as gunicorn and runserver write it."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def link(self) -> str:
        """The address to open in a browser."""
        host = f"[{self.reached_at}]" if ":" in self.reached_at else self.reached_at
        return f"http://{host}:{self.port}/"

    @property
    def allowed_hosts(self) -> str:
        """ALLOWED_HOSTS as given, else the local names and the address listened on."""
        own = "" if self.host in ANY_HOST else f",{f'[{self.host}]' if ':' in self.host else self.host}"
        return os.environ.get("ALLOWED_HOSTS", "").strip() or LOCAL_HOSTS + own


def surroundings() -> Surroundings:
    """Read HOST, PORT, DATA_DIR and DEMO_PASSWORD. Raises ImproperlyConfigured for a bad value."""
    return Surroundings(
        host=env.text("HOST", "127.0.0.1").strip("[]"),
        port=env.integer("PORT", 8000, low=1, high=65535),
        data_dir=env.folder("DATA_DIR", ROOT / ".data"),
        demo_password=env.text("DEMO_PASSWORD"),
    )


def refuse_what_cannot_work(place: Surroundings, serving: bool) -> None:
    """Raise CannotStart for an old Python, a full disk or, when ``serving``, a port that is taken."""
    if sys.version_info < OLDEST_PYTHON:
        raise CannotStart(f"Python {sys.version.split()[0]} is too old: 3.11 or later is needed.")
    existing = next(path for path in (place.data_dir, *place.data_dir.parents) if path.exists())
    free = shutil.disk_usage(existing).free // 2**20
    if free < NEEDED_MB:
        raise CannotStart(
            f"the disk of {place.data_dir} is full: {free} MB free, {NEEDED_MB} needed. "
            "Free some space, or set DATA_DIR to a folder on another disk."
        )
    if serving:
        refuse_taken_port(place)


def refuse_taken_port(place: Surroundings) -> None:
    """Raise CannotStart when HOST:PORT cannot be listened on, even after the time a killed server needs to end."""
    end = time.monotonic() + PORT_PATIENCE
    while trouble := door_trouble(place):
        if time.monotonic() > end:
            raise CannotStart(
                f"cannot listen on {place.bind} ({trouble}). "
                "Stop what uses the port, or choose another: PORT=8001 make run."
            )
        time.sleep(0.25)


def door_trouble(place: Surroundings) -> str:
    """Why HOST:PORT cannot be listened on now; empty when it can."""
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as door:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            door.bind((place.host, place.port))
    except OSError as error:
        return error.strerror or str(error)
    except UnicodeError:
        return "not a host name"
    return ""
