"""The default engine: DuckDB in this process, spilling to a folder of its own when memory runs short."""

import shutil
import tempfile
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from importlib import import_module
from pathlib import Path

import duckdb
import ibis
import ibis.expr.types as ir
import pyarrow as pa

from vernost.engine.constant import constants
from vernost.engine.errors import EngineError
from vernost.engine.writing import Unwritten, written

# Numbers that hardly ever come twice gain nothing from a dictionary; to find that out takes a third of the time.
_PARQUET = "COMPRESSION snappy, DICTIONARY_SIZE_LIMIT 1000"


class Duck:
    """A `Backend` on one DuckDB connection. `memory` as DuckDB writes it ("1200MB"); close it when done.

    While DuckDB works on a stage, the caller goes on writing the next: `store`, `publish` and `put` do not wait.
    Whatever asks DuckDB next does, and hears of an error in the stage before.
    """

    name = "duckdb"

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection | None = None,
        *,
        threads: int | None = None,
        memory: str = "1200MB",
    ) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="vernost-"))
        self._connection = connection if connection is not None else duckdb.connect()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="duckdb")
        self._going: Future[object] | None = None
        self._connection.execute("SET preserve_insertion_order = false")
        self.connection.execute(f"SET memory_limit = '{memory}'")
        self.connection.execute(f"SET temp_directory = '{self._folder / 'spill'}'")
        if threads is not None:
            self.connection.execute(f"SET threads = {threads}")
        self._published: dict[str, Path] = {}

    @property
    def connection(self) -> duckdb.DuckDBPyConnection:
        """The connection, once DuckDB has done what it was told."""
        self.settle()
        return self._connection

    def _begin(self, *statements: str) -> None:
        """Tell DuckDB what to do when it has done the rest, and do not wait for it."""
        self._then(lambda connection: [connection.execute(statement) for statement in statements])

    def _then(self, act: Callable[[duckdb.DuckDBPyConnection], object]) -> None:
        before = self._going

        def run() -> None:
            if before is not None:
                before.result()
            act(self._connection)

        self._going = self._worker.submit(run)

    def scan(self, name: str, source: Path | pa.Table) -> ir.Table:
        try:
            if isinstance(source, pa.Table):
                self.connection.register(name, source)
            else:
                glob = source / "*.parquet" if source.is_dir() else source
                self.connection.execute(
                    f"CREATE OR REPLACE TEMP VIEW \"{name}\" AS FROM read_parquet('{_quoted(glob)}')"
                )
            return self.table(name)
        except duckdb.Error as error:
            raise EngineError(
                "not_understood", file=name.removeprefix("given_"), reason=str(error)
            ) from error

    def table(self, name: str) -> ir.Table:
        """A relation that the connection already knows, as a stage."""
        empty = self.connection.sql(f'FROM "{name}" LIMIT 0').to_arrow_table()
        return ibis.table(ibis.Schema.from_pyarrow(empty.schema), name=name)

    def store(self, name: str, expression: ir.Table) -> ir.Table:
        same = constants(expression)
        if not same or len(same) == len(expression.columns):
            self._begin(f'CREATE OR REPLACE TEMP TABLE "{name}" AS {_sql(expression)}')
            return ibis.table(expression.schema(), name=name)
        # In memory a column of nothing takes as much room, and time, as one of numbers.
        rest, columns = self._rest(name), expression.columns
        varying = expression.select(*[column for column in columns if column not in same])
        whole = ibis.table(varying.schema(), name=rest).mutate(**same).select(*columns)
        self._begin(
            f'CREATE OR REPLACE TEMP TABLE "{rest}" AS {_sql(varying)}',
            f'CREATE OR REPLACE TEMP VIEW "{name}" AS {_sql(whole)}',
        )
        return ibis.table(expression.schema(), name=name)

    @staticmethod
    def _rest(name: str) -> str:
        """The table of what is not the same in every row; the stage itself is then a view."""
        return f"{name}_rest"

    def publish(self, name: str, expression: ir.Table) -> ir.Table:
        path = self._folder / f"{name}.parquet"
        self._begin(
            f"COPY ({_sql(expression)}) TO '{_quoted(path)}' (FORMAT parquet, {_PARQUET})",
            f"CREATE OR REPLACE TEMP VIEW \"{name}\" AS FROM '{_quoted(path)}'",
        )
        self._published[name] = path
        return ibis.table(expression.schema(), name=name)

    def fetch(self, expression: ir.Table) -> pa.Table:
        written = _sql(expression)
        return _plain(self.connection.sql(written).to_arrow_table())

    def put(self, name: str, rows: pa.Table) -> ir.Table:
        self._then(lambda connection: connection.register(name, rows))
        return ibis.table(ibis.Schema.from_pyarrow(rows.schema), name=name)

    def settle(self) -> None:
        going, self._going = self._going, None
        if going is not None:
            going.result()

    def export(self, name: str, path: Path) -> None:
        connection = self.connection
        if name in self._published:
            _placed(self._published[name], path)
        else:
            connection.execute(f"COPY (FROM \"{name}\") TO '{_quoted(path)}' (FORMAT parquet)")

    def drop(self, *names: str) -> None:
        for name in [*names, *map(self._rest, names)]:
            kinds = self.connection.execute(
                "SELECT table_type FROM information_schema.tables WHERE table_name = ?", [name]
            ).fetchone()
            if kinds is not None:
                kind = "VIEW" if kinds[0] == "VIEW" else "TABLE"
                self.connection.execute(f'DROP {kind} IF EXISTS "{name}"')
            if name in self._published:
                self._published.pop(name).unlink(missing_ok=True)

    def close(self) -> None:
        """Close the connection and remove the folder."""
        try:
            self.connection.close()
        finally:
            self._worker.shutdown()
            shutil.rmtree(self._folder, ignore_errors=True)


def _sql(expression: ir.Table) -> str:
    try:
        return written(expression)
    except Unwritten:
        # Imported only now: the steps never need it, and it takes a while to come.
        compiled: str = import_module("vernost.engine.compiling").sql(expression)
        return compiled


def _placed(file: Path, path: Path) -> None:
    """The finished file under a second name; copied where the folders lie on different disks."""
    path.unlink(missing_ok=True)
    try:
        path.hardlink_to(file)
    except OSError:
        shutil.copyfile(file, path)


def _plain(rows: pa.Table) -> pa.Table:
    """Sums of integers, which DuckDB widens to 128 bits, as 64-bit integers again."""
    for place, field in enumerate(rows.schema):
        if pa.types.is_decimal(field.type) and field.type.scale == 0:
            rows = rows.set_column(place, field.name, rows.column(place).cast(pa.int64()))
    return rows


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
