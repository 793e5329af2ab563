"""Who wants to know when letters have left: later apps register here."""

from collections.abc import Callable
from datetime import datetime

# The moment. What is called looks itself at what has changed, and does no harm when called twice.
type Follow = Callable[[datetime], None]
_followers: list[Follow] = []


def after_delivery(follow: Follow) -> Follow:
    """Registers a function that is called when a delivery is over, outside its transactions."""
    _followers.append(follow)
    return follow


def tell_of_delivery(at: datetime) -> None:
    for follow in _followers:
        follow(at)
