"""The engine is imported while DuckDB reads the files: both take half a second, and neither needs the other."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from threading import Thread

ENGINE = ("vernost.engine.duck", "vernost.engine.assess")


@contextmanager
def engine_loading() -> Iterator[None]:
    """On the way out the engine is there."""
    loading = Thread(target=_load, name="engine")
    loading.start()
    try:
        yield
    finally:
        loading.join()


def _load() -> None:
    # Whoever asks for the engine next hears of a fault.
    with suppress(ImportError):
        for module in ENGINE:
            import_module(module)
