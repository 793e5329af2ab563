"""What a column is: its name, type, unit and meaning. Readers, checks and the docs are made from this."""

from dataclasses import dataclass
from typing import Literal

ColumnType = Literal["id", "text", "date", "money", "integer", "number", "boolean", "code", "codes"]


@dataclass(frozen=True)
class Column:
    """One declared column. `id` is text; `code` is one of `allowed`; `money` is in company currency."""

    name: str
    type: ColumnType
    meaning: str
    unit: str = ""
    required: bool = False
    allowed: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True)
class TableSpec:
    """One declared table; `columns` in the order in which they are written and documented."""

    name: str
    meaning: str
    columns: tuple[Column, ...]

    def __getitem__(self, name: str) -> Column:
        """The column called `name`; KeyError where the table has none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @property
    def required(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns if column.required)
