"""The engine for what outgrew one machine: every step runs on the workers, every stage is Parquet they all see."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq

from vernost.engine.errors import EngineError
from vernost.engine.spark.dialect import sql
from vernost.engine.spark.folder import Folder
from vernost.engine.spark.session import is_here, settle, start


class Spark:
    """A `Backend` on one Spark session; close it when done.

    master: as Spark writes it ("local[*]", "spark://host:7077", "yarn"). folder: where stages live, seen by driver and
    all workers ("hdfs://…", "s3a://…", a network directory); a temporary one where everything is on this machine,
    needed elsewhere. memory: of the driver and of each executor. partitions: parts of a shuffle before Spark joins
    the small ones. conf: further Spark settings. session: use this Spark instead of starting one; it is left running.
    Raises EngineError when it cannot start (`session.start`), spark_folder_missing, and spark_failed in any step.
    """

    name = "spark"

    def __init__(
        self,
        master: str = "local[*]",
        *,
        folder: str | Path | None = None,
        memory: str = "1g",
        partitions: int | None = None,
        conf: Mapping[str, str] | None = None,
        session: Any = None,
    ) -> None:
        if session is not None:
            master = session.sparkContext.master
        if folder is None and not is_here(master):
            raise EngineError("spark_folder_missing", master=master)
        self._local = Path(tempfile.mkdtemp(prefix="vernost-spark-"))
        self._own = session is None
        try:
            self.session = (
                start(master, memory=memory, partitions=partitions, folder=self._local, conf=conf or {})
                if session is None
                else settle(session)
            )
        except EngineError:
            shutil.rmtree(self._local, ignore_errors=True)
            raise
        self._folder = Folder(self.session, str(self._local if folder is None else folder))
        self._places: dict[str, str] = {}

    def scan(self, name: str, source: Path | str | pa.Table) -> ir.Table:
        """As `Backend`; a text is a place that all workers see ("hdfs://…"), a path must be one too."""
        if isinstance(source, pa.Table):
            return self.put(name, source)
        place = source if isinstance(source, str) else source.absolute().as_uri()
        with _told(name):
            self.session.read.parquet(place).createOrReplaceTempView(name)
            return self.table(name)

    def table(self, name: str) -> ir.Table:
        """A table or view that the session already knows, as a stage."""
        empty = self.session.table(name).limit(0).toArrow()
        return ibis.table(ibis.Schema.from_pyarrow(empty.schema), name=name)

    def store(self, name: str, expression: ir.Table) -> ir.Table:
        """As Parquet in the working folder: it outlives a lost worker and nothing before it is computed again."""
        place = self._folder.new(name)
        with _told(name):
            frame = self.session.sql(sql(expression))
            frame.write.parquet(place)
            self._place(name, place, frame.schema)
        return ibis.table(expression.schema(), name=name)

    def publish(self, name: str, expression: ir.Table) -> ir.Table:
        return self.store(name, expression)

    def fetch(self, expression: ir.Table) -> pa.Table:
        with _told("fetch"):
            return self.session.sql(sql(expression)).toArrow()

    def put(self, name: str, rows: pa.Table) -> ir.Table:
        rows, file = _plain(rows), self._local / f"{name}.parquet"
        pq.write_table(rows, file, coerce_timestamps="us", store_schema=False)
        self._bring(name, file)
        file.unlink()
        return ibis.table(ibis.Schema.from_pyarrow(rows.schema), name=name)

    def bring(self, name: str, file: Path) -> ir.Table:
        """A Parquet file that only the driver sees, copied into the working folder, as the stage `name`."""
        self._bring(name, file)
        return self.table(name)

    def settle(self) -> None:
        """Nothing to wait for: every stage is there when `store` returns."""

    def export(self, name: str, path: Path) -> None:
        """One task writes the rows as one file, which then comes to `path` piece by piece, through nobody's memory."""
        place = self._folder.new(f"{name}-export")
        with _told(name):
            self.session.table(name).coalesce(1).write.parquet(place)
            self._folder.fetch(place, path)
            self._folder.forget(place)

    def drop(self, *names: str) -> None:
        for name in names:
            self.session.catalog.dropTempView(name)
            if name in self._places:
                self._folder.forget(self._places.pop(name))

    def close(self) -> None:
        """Delete the stages, stop Spark if it was started here."""
        try:
            self._folder.remove()
            if self._own:
                self.session.stop()
        finally:
            shutil.rmtree(self._local, ignore_errors=True)

    def _bring(self, name: str, file: Path) -> None:
        place = self._folder.new(name) + ".parquet"
        with _told(name):
            self._folder.bring(file, place)
            self._place(name, place, None)

    def _place(self, name: str, place: str, schema: Any) -> None:
        """The Parquet at `place` as the stage `name`; what stood under the name before is deleted."""
        reader = self.session.read if schema is None else self.session.read.schema(schema)
        reader.parquet(place).createOrReplaceTempView(name)
        if name in self._places:
            self._folder.forget(self._places[name])
        self._places[name] = place


@contextmanager
def _told(stage: str) -> Iterator[None]:
    """Whatever Spark or Java raise as one error of ours, with the first line of theirs."""
    try:
        yield
    except Exception as error:
        said = str(error).strip().splitlines() or [type(error).__name__]
        raise EngineError("spark_failed", stage=stage, message=said[0]) from error


def _plain(rows: pa.Table) -> pa.Table:
    """The rows in types that Spark has: no dictionaries, no unsigned integers, days as 32 bits."""
    for place, field in enumerate(rows.schema):
        kind = field.type.value_type if pa.types.is_dictionary(field.type) else field.type
        if pa.types.is_unsigned_integer(kind):
            kind = pa.int64()
        elif pa.types.is_date64(kind):
            kind = pa.date32()
        elif pa.types.is_string_view(kind):
            kind = pa.string()
        if kind != field.type:
            rows = rows.set_column(place, field.name, rows.column(place).cast(kind))
    return rows
