"""FTS5 tables that triggers keep in step. The stems come from a function that every connection is given."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from vernost.core.search.index import SearchIndex
from vernost.core.search.stems import stem, stems, words_of

_FUNCTION = "vernost_stems"


def teach(connection: BaseDatabaseWrapper) -> None:
    connection.connection.create_function(_FUNCTION, 1, stems, deterministic=True)


def keep_in_step(connection: BaseDatabaseWrapper, index: SearchIndex) -> None:
    """Makes the table of `index` and fills it when it is not there; makes its triggers anew.

    Django makes a table anew to change it, and its triggers go with the old one.
    """
    name, table = index.name, index.table
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM sqlite_master WHERE name = %s", [name])
        if not cursor.fetchone():
            cursor.execute(f"CREATE VIRTUAL TABLE {name} USING fts5(stems, prefix='1 2 3', detail=none)")
            cursor.execute(
                f"INSERT INTO {name}(rowid, stems) SELECT id, {_text(index, '')} FROM {table} WHERE {_some(index, '')}"
            )
        changed = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in index.columns)
        write = f"INSERT INTO {name}(rowid, stems) VALUES (NEW.id, {_text(index, 'NEW.')});"
        remove = f"DELETE FROM {name} WHERE rowid = OLD.id;"
        for event, condition, body in (
            ("INSERT", _some(index, "NEW."), write),
            ("UPDATE", changed, f"{remove} {write}"),
            ("DELETE", "1", remove),
        ):
            trigger = f"{name}_{event.lower()}"
            cursor.execute(f"DROP TRIGGER IF EXISTS {trigger}")
            cursor.execute(
                f"CREATE TRIGGER {trigger} AFTER {event} ON {table} WHEN {condition} BEGIN {body} END"
            )


def found(index: SearchIndex, text: str) -> tuple[str, list[Any]]:
    """A query for the ids, newest first, and its arguments; every word of `text` must begin a stem."""
    match = " AND ".join(f'"{stem(word)}"*' for word in words_of(text))
    return f"SELECT rowid FROM {index.name} WHERE {index.name} MATCH %s ORDER BY rowid DESC", [match]


def _text(index: SearchIndex, row: str) -> str:
    joined = " || ' ' || ".join(f"coalesce({row}{column}, '')" for column in index.columns)
    return f"{_FUNCTION}({joined})"


def _some(index: SearchIndex, row: str) -> str:
    return "(" + " OR ".join(f"{row}{column} <> ''" for column in index.columns) + ")"
