"""A throw-away PostgreSQL for the tests, started by the first process that imports this.

pytest-xdist's workers find its addresses in the environment. Tests connect as the role that owns the tables; the
fixture ``app_role_url`` gives the address of the app's role.
"""

import atexit
import os
import secrets
import shutil
import tempfile
from pathlib import Path

from tracker.launch import roles
from tracker.launch.cluster import Cluster


def start() -> None:
    """Start the cluster, put its addresses in the environment, end it at exit."""
    folder = Path(tempfile.mkdtemp(prefix="cc-test-"))
    folder.chmod(0o711)
    cluster = Cluster(folder / "data", throwaway=True)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    atexit.register(cluster.stop)
    cluster.start()
    with cluster.connect("postgres") as connection:
        connection.execute(f"ALTER ROLE {roles.OWNER} CREATEDB")
        connection.execute(f"GRANT {roles.APP} TO {roles.OWNER}")  # so that a test can go on as the app
    os.environ["DATABASE_URL"] = os.environ["TEST_OWNER_URL"] = cluster.address(roles.OWNER)
    os.environ["TEST_APP_URL"] = cluster.address(roles.APP)
    os.environ["DATA_DIR"] = str(folder / "data")
    os.environ["SECRET_KEY"] = secrets.token_urlsafe(48)
    for name in (
        "MIGRATE_DATABASE_URL",
        "ALLOWED_HOSTS",
        "HTTPS",
        "DEBUG",
        "OPEN_SIGN_UP",
        "DEMO_PASSWORD",
        "FETCH_ARTICLES",
    ):
        os.environ.pop(name, None)
    # Playwright's synchronous door runs an event loop in the thread that Django's tests use.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


if "TEST_OWNER_URL" not in os.environ:
    start()

APP_URL = os.environ["TEST_APP_URL"]
