"""The database of an installation as Django wants it, from one address."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from vernost.config.environment import RefusesToStart

# WAL: readers never wait for the writer. IMMEDIATE: a writer queues at BEGIN instead of failing in the middle.
# foreign_keys are on in Django's backend. The whole file is mapped (2 GiB, what SQLite can at most), 32 MiB of cache a
# connection.
_SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=10000; "
    "PRAGMA mmap_size=2147418112; PRAGMA cache_size=-32768; PRAGMA temp_store=MEMORY;"
)


def database(url: str, data: Path) -> dict[str, Any]:
    """DATABASES["default"] for `url`; empty means SQLite in `data`. RefusesToStart on any other scheme."""
    parts = urlsplit(url)
    if not url:
        return sqlite(data / "vernost.sqlite3")
    if parts.scheme == "sqlite":
        return sqlite(Path(unquote(parts.path[1:])))
    if parts.scheme in ("postgresql", "postgres"):
        return _postgresql(url)
    raise RefusesToStart(
        f"VERNOST_DATABASE_URL begins with {parts.scheme!r}; it must begin with postgresql:// or sqlite:///."
    )


def sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 10, "init_command": _SQLITE_PRAGMAS},
        # A connection reads the statistics of the tables (core/statistics.py) when it is opened.
        "CONN_MAX_AGE": 600,
    }


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    if len(parts.path) < 2:
        raise RefusesToStart(
            "VERNOST_DATABASE_URL names no database: postgresql://user:password@host:5432/name"
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }
