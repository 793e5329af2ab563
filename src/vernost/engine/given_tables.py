"""The tables of one firm, as an assessment takes them: each a file, an Arrow table, or a relation of the backend."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import ibis.expr.datatypes as dt
import ibis.expr.types as ir
import pyarrow as pa

from vernost.engine.backend import Backend
from vernost.engine.duck import Duck
from vernost.engine.errors import EngineError
from vernost.engine.io import TablesRead
from vernost.engine.tables import INPUTS

type Source = Path | pa.Table


@dataclass(frozen=True)
class Tables:
    """What the firm gave, on the backend that will judge it. Only `orders` is needed.

    `tables` holds declared columns only: a column that is there but not declared is left aside.
    """

    backend: Backend
    tables: Mapping[str, ir.Table] = field(default_factory=dict)

    @classmethod
    def of(cls, backend: Backend | None = None, **sources: Source | None) -> "Tables":
        """From Parquet files or Arrow tables by name (orders=…, clients=…); on DuckDB in this process by default.

        Raises EngineError for a table or column that is missing or of a wrong type.
        """
        backend = Duck() if backend is None else backend
        given = {name: source for name, source in sources.items() if source is not None}
        _known(given)
        return cls.on(
            backend, {name: backend.scan(f"given_{name}", source) for name, source in given.items()}
        )

    @classmethod
    def on(cls, backend: Backend, tables: Mapping[str, ir.Table]) -> "Tables":
        """From relations that the backend already knows."""
        if "orders" not in tables:
            raise EngineError("missing_table", table="orders")
        _known(tables)
        return cls(backend, _alike({name: _declared(name, table) for name, table in tables.items()}))

    @classmethod
    def read(cls, files: TablesRead) -> "Tables":
        """What `read_tables` read from files, on the same DuckDB connection; only columns that some file has."""
        duck = Duck(files.connection)
        some = {
            name: duck.table(result.table).select(*[c for c in result.spec.names if c in result.present])
            for name, result in files.results.items()
        }
        return cls.on(duck, some)

    @property
    def orders(self) -> ir.Table:
        """The one table that is always there."""
        return self.tables["orders"]

    def __getitem__(self, name: str) -> ir.Table | None:
        """The table, or None where the firm gave none."""
        return self.tables.get(name)


def _known(tables: Iterable[str]) -> None:
    for name in tables:
        if name not in INPUTS:
            raise EngineError("unknown_table", table=name, known=sorted(INPUTS))


def _declared(name: str, table: ir.Table) -> ir.Table:
    spec = INPUTS[name]
    for column in spec.required:
        if column not in table.columns:
            raise EngineError("missing_column", table=name, column=column, found=list(table.columns))
    for declared in spec.columns:
        if declared.name in table.columns:
            kind = table[declared.name].type()
            if not _fits(declared.type, kind):
                raise EngineError(
                    "wrong_type", table=name, column=declared.name, expected=declared.type, found=str(kind)
                )
    return table.select(*[column for column in spec.names if column in table.columns])


def _alike(tables: dict[str, ir.Table]) -> dict[str, ir.Table]:
    """The tables with client_id of one type, so that they meet: numbers in one file and text in another are text."""
    kinds = {table.client_id.type() for table in tables.values()}
    if len(kinds) == 1:
        return tables
    common = "int64" if all(kind.is_integer() for kind in kinds) else "string"
    return {name: table.mutate(client_id=table.client_id.cast(common)) for name, table in tables.items()}


def _fits(declared: str, kind: dt.DataType) -> bool:
    if kind.is_null():
        return True
    if declared == "date":
        return bool(kind.is_date() or kind.is_timestamp())
    if declared in ("money", "number", "integer"):
        return bool(kind.is_numeric() and not kind.is_boolean())
    if declared in ("id", "text"):
        return bool(kind.is_string() or kind.is_integer())
    return bool(kind.is_boolean() if declared == "boolean" else kind.is_string())
