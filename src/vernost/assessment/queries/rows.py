"""Rows of the database as Arrow tables: the database writes text and Arrow reads it, so that no value of a single row
is ever a thing of Python's.
"""

from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import islice
from typing import Any, Literal

import pyarrow as pa
import pyarrow.compute as pc
from django.conf import settings
from django.db import connection
from django.db.models import CharField, F, FloatField, IntegerField, Max, Min, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Left, NullIf
from pyarrow import csv

Kind = Literal["id", "text", "number", "integer", "boolean", "day", "moment"]
# Rows at once, so that memory does not grow with the table.
_CHUNK = 200_000
_RAW = {
    "id": pa.int64(),
    "text": pa.string(),
    "number": pa.float64(),
    "integer": pa.int64(),
    "boolean": pa.int64(),
    "day": pa.date32(),
    "moment": pa.timestamp("s"),
}


def read(rows: "QuerySet[Any]", columns: Mapping[str, tuple[str, Kind]]) -> pa.Table:
    """`columns` are name: (field, kind). A moment becomes the day that it was where the company is. Of a number SQLite
    gives 15 digits.
    """
    asked = {f"read_{name}": _expression(field, kind) for name, (field, kind) in columns.items()}
    kinds = {f"read_{name}": kind for name, (_field, kind) in columns.items()}
    schema = pa.schema([(name, _RAW[kind]) for name, kind in kinds.items()])
    read_all = _copied if connection.vendor == "postgresql" else _concatenated
    found = read_all(rows.order_by(), asked, kinds, schema)
    table = pa.concat_tables([schema.empty_table(), *found])
    arrays = [_made(table.column(name), kind) for name, kind in kinds.items()]
    return pa.Table.from_arrays(arrays, names=list(columns))


def _concatenated(
    rows: "QuerySet[Any]", asked: Mapping[str, Combinable], kinds: Mapping[str, Kind], schema: pa.Schema
) -> Iterator[pa.Table]:
    """SQLite writes each column of a chunk as one text; one row after another would cost four times as much."""
    ends = rows.aggregate(first=Min("pk"), last=Max("pk"))
    if ends["last"] is None:
        return
    names = [connection.ops.quote_name(name) for name in kinds]
    texts = ", ".join([f"group_concat(coalesce({name}, ''), char(10))" for name in names])
    for first in range(ends["first"], ends["last"] + 1, _CHUNK):
        some = rows.filter(pk__range=(first, first + _CHUNK - 1)).values(**asked)
        sql, parameters = some.query.sql_with_params()
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*), {texts} FROM ({sql})", parameters)  # noqa: S608 (names of our own)
            count, *found = cursor.fetchone()
            if not count:
                continue
            arrays = [_column(text, one) for text, one in zip(found, schema, strict=True)]
            for place, array in enumerate(arrays):
                # A text with a line break in it: its column row by row.
                if len(array) != count:
                    cursor.execute(f"SELECT {names[place]} FROM ({sql})", parameters)  # noqa: S608 (the same)
                    arrays[place] = pa.array([value for (value,) in cursor.fetchall()], pa.string())
        yield pa.Table.from_arrays(arrays, schema=schema)


def _column(text: str, field: pa.Field) -> pa.Array | pa.ChunkedArray:
    """A line for each value, empty where there is none."""
    if field.type == pa.string():
        return pa.array([value or None for value in text.split("\n")], pa.string())
    return _parsed(f"{text}\n".encode(), pa.schema([field])).column(0)


def _copied(
    rows: "QuerySet[Any]", asked: Mapping[str, Combinable], _kinds: Mapping[str, Kind], schema: pa.Schema
) -> Iterator[pa.Table]:
    """PostgreSQL writes lines of all columns itself."""
    sql, parameters = rows.values(**asked).query.sql_with_params()
    with (
        connection.cursor() as cursor,
        connection.wrap_database_errors,
        cursor.cursor.copy(f"COPY ({sql}) TO STDOUT (FORMAT csv)", parameters) as copy,
    ):
        while lines := b"".join(islice(copy, _CHUNK)):
            yield _parsed(lines, schema)


def _parsed(lines: bytes, schema: pa.Schema) -> pa.Table:
    return csv.read_csv(
        BytesIO(lines),
        # One block: a value with a line break could not be told from the end of a line at the seam of two.
        read_options=csv.ReadOptions(column_names=schema.names, block_size=len(lines) + 1),
        parse_options=csv.ParseOptions(newlines_in_values=True, ignore_empty_lines=False),
        convert_options=csv.ConvertOptions(
            column_types=schema, null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=False
        ),
    )


def _expression(field: str, kind: Kind) -> Combinable:
    match kind:
        case "text":
            return NullIf(F(field), Value(""))
        case "number":
            return Cast(F(field), FloatField())
        case "boolean":
            return Cast(F(field), IntegerField())
        case "day":
            return Cast(F(field), CharField())
        case "moment":
            return Left(Cast(F(field), CharField()), 19)
        case _:
            return F(field)


def _made(values: pa.ChunkedArray, kind: Kind) -> pa.ChunkedArray:
    match kind:
        case "boolean":
            return values.cast(pa.bool_())
        case "moment":
            there = values.cast(pa.timestamp("s", "UTC")).cast(pa.timestamp("s", settings.TIME_ZONE))
            return pc.local_timestamp(there).cast(pa.date32())
        case _:
            return values
