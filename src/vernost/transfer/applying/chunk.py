"""Staged rows that are taken together, by column or by row."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import pyarrow as pa


class Chunk:
    """Rows as transfer/reading/stage.py lays them down."""

    def __init__(self, table: pa.Table) -> None:
        self._table = table

    def __len__(self) -> int:
        return int(self._table.num_rows)

    def column(self, name: str) -> list[Any]:
        """The cells of a column; of one that the file does not have, as many Nones."""
        if name not in self._names:
            return [None] * len(self)
        cells: list[Any] = self._table.column(name).to_pylist()
        return cells

    def rows(self) -> list[Mapping[str, Any]]:
        rows: list[Mapping[str, Any]] = self._table.to_pylist()
        return rows

    @property
    def last(self) -> int:
        """The number of the last row: the bookmark when the chunk is in."""
        return int(self._table.column("n")[-1].as_py())

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(self._table.column_names)
