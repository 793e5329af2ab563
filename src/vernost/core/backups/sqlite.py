"""SQLite copies itself while others read and write."""

import sqlite3
from contextlib import closing
from pathlib import Path

from django.db import connection

from vernost.core.backups.tables import table_names

_FILE = "database.sqlite3"


def dump(folder: Path) -> dict[str, int]:
    """The database as it is at one moment, in one file; returns how many rows each table has in it."""
    connection.ensure_connection()
    with closing(sqlite3.connect(folder / _FILE)) as copy:
        connection.connection.backup(copy)
        # One file without a log beside it.
        copy.execute("PRAGMA journal_mode=DELETE")
        return {name: copy.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in table_names()}


def load(folder: Path, migrations: list[str]) -> None:
    """Replaces the content of the database, in one transaction of SQLite's own; `migrations` are part of it."""
    connection.ensure_connection()
    with closing(sqlite3.connect(folder / _FILE)) as copy:
        copy.backup(connection.connection)
