"""Who wants to hear of contacts as soon as they are written: later apps register here."""

from collections.abc import Callable, Collection
from datetime import datetime

# The clients with whom there were contacts, and the moment of writing.
type Hear = Callable[[Collection[int], datetime], None]
_listeners: list[Hear] = []


def after_contacts(hear: Hear) -> Hear:
    """Registers a function that is called, in the same transaction, when contacts were logged, changed or removed."""
    _listeners.append(hear)
    return hear


def tell_of_contacts(client_ids: Collection[int], at: datetime) -> None:
    if client_ids:
        for hear in _listeners:
            hear(client_ids, at)
