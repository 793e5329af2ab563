"""Words of choices, translated once for each language: a record's own `get_…_display` takes thirty times as long."""

from collections.abc import Callable
from functools import cache

from django.db.models import Choices
from django.utils.translation import get_language


def word_of(choices: type[Choices], value: object) -> str:
    """The label of `value` in the language of the page; the value itself where it is none of them."""
    return _words(choices, get_language()).get(value) or str(value)


def labels_of(choices: type[Choices]) -> Callable[[], list[tuple[str, str]]]:
    """All of them as options of a filter: (value, label)."""
    return lambda: [(str(value), label) for value, label in _words(choices, get_language()).items()]


@cache
def _words(choices: type[Choices], _language: str | None) -> dict[object, str]:
    return {value: str(label) for value, label in choices.choices}
