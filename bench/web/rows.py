"""Rows into tables as fast as the database takes them; needs Django."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.db import connection, models

from vernost.assessment.bulk import insert

type Table = Mapping[str, Sequence[Any]]


def write(model: type[models.Model], table: Table) -> None:
    """New rows of `model`, a value of every column in turn; columns that are left out get the model's default."""
    fields = [field for field in model._meta.concrete_fields if field.column in table or not _own(field)]
    names = [field.column for field in fields]
    rows = zip(*(_values(field, table) for field in fields), strict=True)
    if connection.vendor == "postgresql":
        _copy(model, names, rows)
    else:
        insert(model, names, rows)


def _own(field: "models.Field[Any, Any]") -> bool:
    """The database numbers the rows itself."""
    return field.primary_key and isinstance(field, models.AutoField)


def _values(field: "models.Field[Any, Any]", table: Table) -> Iterable[Any]:
    if field.column in table:
        return table[field.column]
    rows = len(next(iter(table.values())))
    return [field.get_default()] * rows


def _copy(model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    quote = connection.ops.quote_name
    table, columns = quote(model._meta.db_table), ", ".join(map(quote, names))
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def numbers_go_on(kinds: Sequence[type[models.Model]]) -> None:
    """After rows with numbers of our own: the next row of each table gets the next number."""
    from django.core.management.color import no_style

    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(no_style(), list(kinds)):
            cursor.execute(sql)


def each(values: Sequence[Any], change: Callable[[Any], Any]) -> list[Any]:
    """`change` of every value, an empty one stays empty."""
    return [None if value is None else change(value) for value in values]
