"""Every table and column that goes into an assessment or comes out of it, declared once."""

from vernost.engine.tables.column import Column, TableSpec
from vernost.engine.tables.inputs import INPUTS

__all__ = ["INPUTS", "Column", "TableSpec"]
