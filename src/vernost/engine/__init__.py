"""The engine: order history in, a judgement on every client out. Pure: no web, no clock, no text."""

from vernost.engine.assess import assess
from vernost.engine.duck import Duck
from vernost.engine.errors import EngineError
from vernost.engine.given_tables import Tables
from vernost.engine.io import ReadOptions, read_tables
from vernost.engine.result import Assessment, migration
from vernost.engine.settings import Settings

__all__ = [
    "Assessment",
    "Duck",
    "EngineError",
    "ReadOptions",
    "Settings",
    "Tables",
    "assess",
    "migration",
    "read_tables",
]
