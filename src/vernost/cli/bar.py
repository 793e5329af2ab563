"""The bar itself, for who has a terminal: nobody else waits for its library."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from vernost.cli.language import gettext


@contextmanager
def bar() -> Iterator[Callable[[str, float], None]]:
    """Gives a function to be told what is done now and how far it is (0–1)."""
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(gettext("Starting"), total=1.0)
        yield lambda what, part: shown.update(task, description=what, completed=part)
