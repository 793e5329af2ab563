"""Rows of the database as Arrow tables, in chunks, without building a model or a Python date."""

from collections.abc import Mapping
from itertools import batched
from typing import Any, Literal

import pyarrow as pa
import pyarrow.compute as pc
from django.conf import settings
from django.db.models import CharField, F, FloatField, IntegerField, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Left, NullIf

Kind = Literal["id", "text", "number", "integer", "boolean", "day", "moment"]
_CHUNK = 50_000
# As the database gives it; days and moments travel as text, which Arrow reads faster than Python makes dates.
_RAW = {
    "id": pa.int64(),
    "text": pa.string(),
    "number": pa.float64(),
    "integer": pa.int64(),
    "boolean": pa.int64(),
    "day": pa.string(),
    "moment": pa.string(),
}


def read(rows: "QuerySet[Any]", columns: Mapping[str, tuple[str, Kind]]) -> pa.Table:
    """`columns` are name: (field, kind). A moment becomes the day that it was where the company is."""
    asked = {f"read_{name}": _expression(field, kind) for name, (field, kind) in columns.items()}
    values = rows.order_by().values_list(*asked.values()).iterator(_CHUNK)
    schema = pa.schema([(name, _RAW[kind]) for name, (_field, kind) in columns.items()])
    chunks = [_chunk(chunk, schema) for chunk in batched(values, _CHUNK)]
    table = pa.Table.from_batches(chunks, schema)
    arrays = [_made(table.column(name), kind) for name, (_field, kind) in columns.items()]
    return pa.Table.from_arrays(arrays, names=list(columns))


def _chunk(rows: tuple[tuple[Any, ...], ...], schema: pa.Schema) -> pa.RecordBatch:
    arrays = [
        pa.array(column, kind) for column, kind in zip(zip(*rows, strict=True), schema.types, strict=True)
    ]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


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
        case "day":
            return values.cast(pa.date32())
        case "moment":
            moments = values.cast(pa.timestamp("s")).cast(pa.timestamp("s", "UTC"))
            there = moments.cast(pa.timestamp("s", settings.TIME_ZONE))
            return pc.local_timestamp(there).cast(pa.date32())
        case _:
            return values
