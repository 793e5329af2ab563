"""What the faces may know of the engine: its codes, settings, columns and refusals. Nothing here loads DuckDB."""

from vernost.engine.codes import COMPONENTS, GROUPS, LOYALTY_LEVELS, SIGNAL_BY_CODE, STAGES
from vernost.engine.errors import EngineError
from vernost.engine.settings import Settings
from vernost.engine.tables.outputs import BASICS, OUTLOOK, RHYTHM

__all__ = [
    "BASICS",
    "COMPONENTS",
    "GROUPS",
    "LOYALTY_LEVELS",
    "OUTLOOK",
    "RHYTHM",
    "SIGNAL_BY_CODE",
    "STAGES",
    "EngineError",
    "Settings",
]
