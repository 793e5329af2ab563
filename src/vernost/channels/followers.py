"""Who wants to know when letters have left: later apps register here."""

from datetime import datetime
from typing import Protocol


class Follow(Protocol):
    """Looks itself at what has changed until the moment `at`, and does no harm when called twice."""

    def __call__(self, *, at: datetime) -> None: ...


_followers: list[Follow] = []


def after_delivery(follow: Follow) -> Follow:
    """Registers a function that is called when a delivery is over, outside its transactions."""
    _followers.append(follow)
    return follow


def tell_of_delivery(at: datetime) -> None:
    for follow in _followers:
        follow(at=at)
