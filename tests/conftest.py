"""Fixtures every test may use, and two guards: no network but this machine, no test without the database's leave."""

import os
import socket
from collections.abc import Iterator
from contextlib import closing
from urllib.parse import urlsplit, urlunsplit

import pytest
import pytest_django
from django.conf import settings
from django.db import connection
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from pytest_django.live_server_helper import LiveServer

from tests.cast import make_cast
from tests.lasting import lasting
from tracker.exchange.loading import load_demo
from tracker.ledger.management.commands.prepare_database import grant
from tracker.ledger.models import Conflict

# A busy machine is slow, not wrong: no example fails for the time it took.
hypothesis_settings.register_profile("tracker", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("tracker")

LOOPBACK = ("127.", "::1", "localhost")
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests that reach for the network fail, whatever they would have found there."""
    connect = socket.socket.connect

    def only_here(door: socket.socket, address: object) -> None:
        if door.family != socket.AF_UNIX and not str(address[0]).startswith(LOOPBACK):
            raise AssertionError(f"a test tried to reach {address}")
        connect(door, address)

    monkeypatch.setattr(socket.socket, "connect", only_here)


@pytest.fixture
def app_role_url(db: None) -> str:
    """The address of the app's role on the test database, granted what `manage.py prepare_database` grants."""
    parts = urlsplit(settings.TEST_APP_URL)
    # On a connection of its own: the test's own transaction is rolled back, and the role would not see it.
    with closing(connection.copy()) as owner:
        grant(str(parts.username), owner)
    return urlunsplit(parts._replace(path=f"/{connection.settings_dict['NAME']}"))


@pytest.fixture
def as_app(app_role_url: str) -> Iterator[None]:
    """The test's own connection goes on with the rights of the app's role, as the site has them."""
    name = str(urlsplit(app_role_url).username)
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {connection.ops.quote_name(name)}")
    yield
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    """Debian's chromium, without what it would fetch by itself."""
    return browser_type_launch_args | {
        "executable_path": os.environ.get("CHROMIUM", "/usr/bin/chromium"),
        "args": CHROMIUM,
    }


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """The test database goes with its whole server: dropping it first would wait for the browsers' connections."""
    return True


@pytest.fixture(scope="module")
def the_cast(django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker) -> Iterator[None]:
    """The war of the river and who speaks of it, there from a module's first test on. Not where the demo is loaded."""
    with lasting(django_db_blocker, make_cast):
        yield


@pytest.fixture(scope="session")
def demo(django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker) -> Conflict:
    """The demo's conflict, loaded once a session and committed. What a test adds to it is rolled back as ever."""
    assert not connection.in_atomic_block, "what is made within a module's transaction is gone with the module"
    with django_db_blocker.unblock():
        return load_demo()[0]


@pytest.fixture(scope="session")
def served(demo: Conflict, django_db_blocker: pytest_django.DjangoDbBlocker) -> Iterator[LiveServer]:
    """The site with the demo, served for browsers. Not pytest-django's own: that one empties every table after each
    test, which the ledger refuses.
    """
    with django_db_blocker.unblock():
        server = LiveServer("127.0.0.1")
        yield server
        server.stop()


@pytest.fixture
def site(db: None, served: LiveServer) -> str:
    """The address of the served demo. What a browser writes there is kept: such tests run last."""
    return served.url


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of the demo come late, those of the served one last, so that all others find an empty ledger."""
    items.sort(key=lambda item: [name in getattr(item, "fixturenames", ()) for name in ("served", "demo")])
