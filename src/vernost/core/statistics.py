"""What the database knows of its own tables, by which it chooses an index."""

from typing import Any

from django.db import connection

# Of so many rows of an index a guess is good; all rows of a company of 100,000 clients would take seconds.
_ROWS_LOOKED_AT = 20_000


def refresh_statistics() -> None:
    """To be called after many rows were written. Other connections of SQLite know it when they are opened anew, within
    ten minutes.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"PRAGMA analysis_limit={_ROWS_LOOKED_AT}")
        cursor.execute("ANALYZE")
        if connection.vendor == "sqlite":
            _know_empty_tables(cursor)


def _know_empty_tables(cursor: Any) -> None:
    """ANALYZE says nothing of them, and the planner would take each for one of a million rows and read all clients
    first. A row without an index says how many rows a table has (sqlite.org, "The ANALYZE Command").
    """
    cursor.execute("SELECT DISTINCT tbl FROM sqlite_stat1")
    known = {name for (name,) in cursor.fetchall()}
    empty = [(name,) for name in connection.introspection.django_table_names(True) if name not in known]
    cursor.executemany("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (%s, NULL, '1')", empty)
