"""The door for gunicorn."""

import gc
import os

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

from tracker.launch.checks import warn_at_start

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")

if not os.environ.get("SECRET_KEY", "").strip():
    raise ImproperlyConfigured(
        "SECRET_KEY is missing. Set it to 50 or more random characters and keep it between starts; `make run` keeps "
        "one of its own."
    )

application = get_wsgi_application()
warn_at_start()

# The application itself is never garbage, and kept records are large: the collector need not go over them so often.
gc.freeze()
gc.set_threshold(20_000, 20, 20)
