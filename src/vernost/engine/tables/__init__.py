"""Every table and column that goes into an assessment or comes out of it, declared once."""

from vernost.engine.tables.column import Column, TableSpec
from vernost.engine.tables.inputs import INPUTS
from vernost.engine.tables.outputs import OUTPUTS

__all__ = ["INPUTS", "OUTPUTS", "Column", "TableSpec"]
