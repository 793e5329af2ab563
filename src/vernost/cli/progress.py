"""A bar on stderr for long work, only where a person looks at it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from vernost.cli.language import gettext

Tell = Callable[[str, float], None]


@contextmanager
def progress() -> Iterator[Tell]:
    """Gives a function to be told what is done now (a translated text) and how far it is (0–1)."""
    if not sys.stderr.isatty():
        yield lambda what, part: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(gettext("Starting"), total=1.0)
        yield lambda what, part: bar.update(task, description=what, completed=part)
