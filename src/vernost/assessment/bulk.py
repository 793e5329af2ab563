"""Many rows at once by the database's own way: Django's objects would take longer than the assessment."""

from collections.abc import Iterable, Sequence
from itertools import batched
from typing import Any

from django.db import connection, models

_BATCH = 5_000


def insert(
    model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]], *, once: bool = False
) -> None:
    """New rows of `model`; `columns` are those of the table, in the order of the values. With `once` a row that a
    unique constraint knows already is left out.
    """
    quote = connection.ops.quote_name
    names, places = ", ".join(map(quote, columns)), ", ".join(["%s"] * len(columns))
    rest = " ON CONFLICT DO NOTHING" if once else ""
    _many(f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({places}){rest}", rows)  # noqa: S608 (names of our own models)


def update(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Rows are the new values of `columns` and the number of the row."""
    quote = connection.ops.quote_name
    values = ", ".join(f"{quote(column)} = %s" for column in columns)
    _many(f"UPDATE {quote(model._meta.db_table)} SET {values} WHERE {quote('id')} = %s", rows)  # noqa: S608 (the same)


def _many(sql: str, rows: Iterable[Sequence[Any]]) -> None:
    with connection.cursor() as cursor:
        for batch in batched(rows, _BATCH):
            cursor.executemany(sql, batch)
