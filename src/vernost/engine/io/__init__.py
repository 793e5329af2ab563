"""Files <-> tables of the engine, the only place of the engine that touches a disk."""

from vernost.engine.io.options import ReadOptions
from vernost.engine.io.reader import read_table
from vernost.engine.io.result import BadCell, ReadResult
from vernost.engine.io.tables import TablesRead, read_tables
from vernost.engine.io.write import write_csv, write_parquet

__all__ = [
    "BadCell",
    "ReadOptions",
    "ReadResult",
    "TablesRead",
    "read_table",
    "read_tables",
    "write_csv",
    "write_parquet",
]
