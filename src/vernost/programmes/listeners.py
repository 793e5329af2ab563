"""Who wants to hear that the actions of a client's plans changed: later apps register here (care makes touches)."""

from collections.abc import Callable, Collection
from datetime import datetime

# The clients whose plans changed, and the moment.
type Hear = Callable[[Collection[int], datetime], None]
_listeners: list[Hear] = []


def after_plans(hear: Hear) -> Hear:
    """Registers a function that is called, in the same transaction, when plans or their actions changed."""
    if hear not in _listeners:
        _listeners.append(hear)
    return hear


def tell_of_plans(client_ids: Collection[int], at: datetime) -> None:
    for hear in _listeners:
        hear(client_ids, at)
