"""The one seam between the steps and what runs them: DuckDB in this process, or Spark.

Steps are Ibis expressions over named stages. A backend compiles one to its SQL, runs it and gives the stage back as a
named table; only grouped statistics come to the driver (`fetch`), and small tables go back (`put`).
"""

from pathlib import Path
from typing import Protocol

import ibis
import ibis.expr.types as ir
import pyarrow as pa

# Steps build on one another: fused into one SELECT, what one step made would be written out again wherever the next
# uses it, and the fusing alone would take a third of the time of a small assessment. Both engines fuse better.
ibis.options.sql.fuse_selects = False


class Backend(Protocol):
    """What a step needs of an engine. Stages live until `drop` or `close`."""

    name: str

    def scan(self, name: str, source: Path | pa.Table) -> ir.Table:
        """A Parquet file (or folder) or an Arrow table as the stage `name`, nothing copied where possible."""

    def store(self, name: str, expression: ir.Table) -> ir.Table:
        """Run the expression and keep its rows as the stage `name`."""

    def publish(self, name: str, expression: ir.Table) -> ir.Table:
        """Run the expression into Parquet (it is an answer, not a step on the way) and read the stage from there."""

    def fetch(self, expression: ir.Table) -> pa.Table:
        """The rows themselves, on the driver: for grouped statistics and for what a person asked to see."""

    def put(self, name: str, rows: pa.Table) -> ir.Table:
        """A small table of the driver's as the stage `name`."""

    def settle(self) -> None:
        """Return when every stage told so far is there, and raise what went wrong with one."""

    def export(self, name: str, path: Path) -> None:
        """The stage `name` as one Parquet file."""

    def drop(self, *names: str) -> None:
        """Forget stages; unknown names are ignored."""
