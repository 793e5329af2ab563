"""The engine: order history in, a judgement on every client out. Pure: no web, no clock, no text.

Its names are loaded when they are first used: who needs only codes, settings and declared columns (the web pages, the
help of the command line) does not wait for DuckDB, Ibis and scipy.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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
_HOMES = {
    "Assessment": "result",
    "Duck": "duck",
    "EngineError": "errors",
    "ReadOptions": "io",
    "Settings": "settings",
    "Tables": "given_tables",
    "migration": "result",
    "read_tables": "io",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


class _Engine(ModuleType):
    """The package's `assess` is the function, also after its module of the same name was loaded."""

    @property
    def assess(self) -> Callable[..., Any]:
        found: Callable[..., Any] = import_module(f"{__name__}.assess").assess
        return found

    @assess.setter
    def assess(self, module: ModuleType) -> None:
        """Loading the module puts it here; it stays in sys.modules alone."""


sys.modules[__name__].__class__ = _Engine
