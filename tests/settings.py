"""The site's settings, on the throw-away database that the first import starts."""

from tests.database import APP_URL
from tracker.settings import *

TEST_APP_URL = APP_URL

# Connections kept by a live server's threads would keep the test database from being dropped.
DATABASES["default"]["CONN_MAX_AGE"] = 0
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["*"]
WHITENOISE_AUTOREFRESH = True
