"""Who wants to hear of letters as soon as they are kept: later apps, which know whose the addresses are."""

from collections.abc import Callable, Sequence
from datetime import datetime

from vernost.channels.models import IncomingLetter

# New letters of one mailbox, and the moment of writing.
type Hear = Callable[[Sequence[IncomingLetter], datetime], None]
_listeners: list[Hear] = []


def after_letters(hear: Hear) -> Hear:
    """Registers a function that is called, in the same transaction, when letters were read."""
    _listeners.append(hear)
    return hear


def tell_of_letters(letters: Sequence[IncomingLetter], at: datetime) -> None:
    if letters:
        for hear in _listeners:
            hear(letters, at)
