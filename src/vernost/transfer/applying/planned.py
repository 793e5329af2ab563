from dataclasses import dataclass
from typing import Any

from vernost.transfer.applying.result import Result

# Stands for the client of what hangs on none.
OF_COMPANY = 0


@dataclass(slots=True)
class Planned:
    """A row that can be read: its client, its values by the model's columns, (column, word) by which it is known at the
    client, and how many rows of the same content the file has had up to it.
    """

    result: Result
    client_id: int
    row: tuple[Any, ...]
    number: tuple[str, str] | None
    seen: int
