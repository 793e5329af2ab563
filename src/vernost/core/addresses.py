"""Addresses of pages, made from a pattern that is looked up once: a page has more than a hundred."""

from functools import cache

from django.urls import get_script_prefix, reverse

# Stands for a number in the pattern, and nowhere else.
_PLACE = 9_700_009_700


def address(name: str, *numbers: int, last: str = "") -> str:
    """As `reverse(name, args=numbers)`; `last` is a word that follows the numbers."""
    pattern = _pattern(name, len(numbers), last, get_script_prefix())
    return pattern.format(*numbers) if numbers else pattern


@cache
def _pattern(name: str, count: int, last: str, prefix: str) -> str:
    """`prefix` is where the office stands; with places to fill in when there is a `count` of them."""
    places = range(_PLACE, _PLACE + count)
    found = reverse(name, args=[*places, *([last] if last else [])])
    for place in places:
        found = found.replace(str(place), "{}")
    return found
