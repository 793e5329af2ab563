"""The settings under which the tests run: SQLite, or PostgreSQL with VERNOST_TEST_DATABASE=postgresql."""

import os
import tempfile
from pathlib import Path

from vernost.config.database import database

_data = Path(tempfile.gettempdir()) / f"vernost-tests-{os.getuid()}"
os.environ.setdefault("VERNOST_DATA", str(_data))
os.environ["VERNOST_SECRET_KEY"] = "only for tests, worth nothing to anybody, long enough for the check"

from vernost.config.settings import *  # noqa: E402, F403  (a settings module is names)

_kind = os.environ.get("VERNOST_TEST_DATABASE", "sqlite")
if _kind == "postgresql":
    # tools/postgres-for-tests prints this address.
    DATABASES = {"default": database(os.environ["VERNOST_TEST_DATABASE_URL"], _data)}
else:
    DATABASES = {"default": database("", _data)}
    MIDDLEWARE = ["tests.turns.take_turns", *MIDDLEWARE]  # noqa: F405

# Argon2 is slow on purpose; the tests check that it is chosen by reading the real settings.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Every test comes from the same address; tests/office/login and test_limits.py switch the limits on.
ACCOUNT_RATE_LIMITS = False
VERNOST_LIMITS: dict[str, tuple[int, float]] = {}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
LANGUAGE_CODE = "en"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]

# A server thread of a test closes its connection when it ends.
DATABASES["default"]["CONN_MAX_AGE"] = 0
