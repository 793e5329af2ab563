"""What the database knows of its own tables, by which it chooses an index."""

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
