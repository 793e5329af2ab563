"""Pages that stand beside one another, for the tag `tabs`."""

from collections.abc import Iterable

from django.urls import reverse

# (label, address, whether it is this page).
type Tabs = list[tuple[str, str, bool]]


def tabs_of(pages: Iterable[tuple[str, str]], current: str) -> Tabs:
    """`pages` are (name of the address, label)."""
    return [(label, reverse(name), name == current) for name, label in pages]
