"""A bar on stderr for long work, only where a person looks at it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module

Tell = Callable[[str, float], None]


@contextmanager
def progress() -> Iterator[Tell]:
    """Gives a function to be told what is done now (a translated text) and how far it is (0–1)."""
    if not sys.stderr.isatty():
        yield lambda what, part: None
        return
    with import_module("vernost.cli.bar").bar() as tell:
        yield tell
