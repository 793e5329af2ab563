"""Many new records of one kind by the database's own way: objects would take longer than all the rest of an import."""

from collections.abc import Mapping, Sequence
from itertools import batched, chain
from typing import Any

from django.db import connection, models, transaction

# Times the widest table stays below SQLite's most parameters of a statement, 32,766.
_BATCH = 1_000


def create_rows(*, model: type[models.Model], values: Mapping[str, Sequence[Any]]) -> list[int]:
    """Saves records given by column (`owner_id`) and returns their numbers; a column left out has its default.

    No audit line is written: the caller keeps the numbers and writes one line for all (an import's batches).
    IntegrityError when a constraint speaks against a record; then none is saved.
    """
    count = len(next(iter(values.values()), ()))
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    columns = [_prepared(field, values.get(field.attname), count) for field in fields]
    if not count:
        return []
    with transaction.atomic():
        numbers = _reserved(model, count)
        rows = zip(numbers, *columns, strict=True)
        for batch in batched(rows, _BATCH):
            _insert(model, ["id", *(str(field.column) for field in fields)], batch)
    return numbers


def _prepared(field: "models.Field[Any, Any]", values: Sequence[Any] | None, count: int) -> Sequence[Any]:
    """As the database takes them; every different value is prepared once."""
    if values is None:
        return [field.get_db_prep_save(field.get_default(), connection)] * count
    known = {value: field.get_db_prep_save(value, connection) for value in set(values)}
    return [known[value] for value in values]


def _reserved(model: type[models.Model], count: int) -> list[int]:
    """Numbers that nobody else will be given."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, count]
            )
            return [number for (number,) in cursor.fetchall()]
        # SQLite has one writer at a time, and it is us until the transaction ends.
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = cursor.fetchone()
    first = (last[0] if last else 0) + 1
    return list(range(first, first + count))


def _insert(model: type[models.Model], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    quote = connection.ops.quote_name
    table, names = quote(model._meta.db_table), ", ".join(map(quote, columns))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with (
                connection.wrap_database_errors,
                cursor.cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy,
            ):
                for row in rows:
                    copy.write_row(row)
        else:
            row = f"({', '.join(['%s'] * len(columns))})"
            places = ", ".join([row] * len(rows))
            # One statement, no executemany: after each statement the trigger's search table is written out.
            cursor.execute(f"INSERT INTO {table} ({names}) VALUES {places}", list(chain.from_iterable(rows)))  # noqa: S608 (names of our own models)
