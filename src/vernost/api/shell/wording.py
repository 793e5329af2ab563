"""What is wrong with a value, in words of the active language."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

# By the kind of error that the reading library gives; a kind that begins with one of these has its words.
_WORDS: dict[str, "_StrPromise"] = {
    "missing": _("It is missing."),
    "extra_forbidden": _("There is no such value here."),
    "string_too_long": _("It is longer than {max_length} characters."),
    "string_too_short": _("It may not be empty."),
    "string_pattern_mismatch": _("It does not have the form {pattern}."),
    "string": _("It is no text."),
    "text_unkept": _("It holds a character that no text keeps."),
    "email_wrong": _("It is no e-mail address."),
    "day_far": _("It is not between the years 1900 and 2199."),
    "timezone": _("It lacks the time zone."),
    "datetime": _("It is no moment such as 2026-11-22T10:00:00+03:00."),
    "date": _("It is no day such as 2026-11-22."),
    "int": _("It is no whole number."),
    "bool": _("It is neither true nor false."),
    "decimal_max_places": _("It has more than {decimal_places} places after the point."),
    "decimal_max": _("It is too large."),
    "decimal_whole": _("It is too large."),
    "decimal": _("It is no number such as 1200.50."),
    "finite_number": _("It is no number such as 1200.50."),
    "greater_than_equal": _("It is less than {ge}."),
    "less_than_equal": _("It is more than {le}."),
    "enum": _("It is none of {expected}."),
    "literal_error": _("It is none of {expected}."),
    "list": _("It is no list."),
    "too_long": _("It has too many entries."),
    "model": _("It is no object with names and values."),
}
_OTHERWISE = _("It is not possible here.")


def what_is_wrong(error: Mapping[str, Any]) -> str:
    given = error.get("ctx", {})
    kind = given["error"] if error["type"] == "value_error" else error["type"]
    words = _WORDS.get(kind) or next(
        (text for key, text in _WORDS.items() if kind.startswith(key)), _OTHERWISE
    )
    said = {name: str(value).replace(" or ", ", ") for name, value in given.items()}
    return str(words).format(**said)
