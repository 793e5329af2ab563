"""What cannot be a definition of the method."""

from collections.abc import Mapping
from dataclasses import fields
from math import isfinite
from typing import Any, get_type_hints

from django.utils.translation import gettext as _

from vernost.assessment.queries.method import ELSEWHERE
from vernost.assessment.wording.outlook import MODELS
from vernost.engine.settings import Settings

# More than this is a slip of the pen, whatever it counts.
_MOST = 1_000_000
_KINDS = get_type_hints(Settings)
DEFINITIONS = tuple(one.name for one in fields(Settings) if one.name not in ELSEWHERE)


def wrong_in_method(values: Mapping[str, Any]) -> dict[str, str]:
    """Name of a definition -> what is wrong with its value; None goes back to the default."""
    found = {name: _wrong(name, value) for name, value in values.items() if value is not None}
    found |= {name: _("There is no such setting.") for name in values if name not in DEFINITIONS}
    return {name: what for name, what in found.items() if what}


def _wrong(name: str, value: Any) -> str:
    if name == "outlook_model":
        known = ", ".join(MODELS)
        return "" if value in MODELS else _("It is none of {expected}.").format(expected=known)
    if name == "exchange_rates":
        is_right = isinstance(value, Mapping) and all(
            len(code) == 3 and _is_number(rate) and rate > 0 for code, rate in value.items()
        )
        return "" if is_right else _("It is no list of rates by currency, each above zero.")
    if not _is_number(value):
        return _("It is no number from 0 to 1,000,000.")
    is_whole = _KINDS.get(name) is int
    return _("It is no whole number.") if is_whole and value != int(value) else ""


def _is_number(value: Any) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and isfinite(value) and 0 <= value <= _MOST
