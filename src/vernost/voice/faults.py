"""What speaks against a complaint or a rating before it is kept: column -> what is wrong."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from vernost.voice.enums import Measure


def wrong_in_complaint(values: Mapping[str, Any]) -> dict[str, str]:
    """Of a complaint with these values, as far as they are known."""
    opened_on, closed_on = values.get("opened_on"), values.get("closed_on")
    if opened_on and closed_on and closed_on < opened_on:
        return {"closed_on": _("It cannot be closed before it was opened.")}
    return {}


def wrong_in_rating(values: Mapping[str, Any]) -> dict[str, str]:
    """Of a rating with these values, as far as they are known."""
    value, measure = values.get("value"), values.get("measure")
    if value is not None and measure and measure != Measure.NPS and not 1 <= value <= 5:
        return {"value": _("Such a mark is from 1 to 5.")}
    return {}
