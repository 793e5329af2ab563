"""Names of what a policy says, and what speaks against something, in words."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from vernost.assessment.wording.catalogue import gettext_noop as _
from vernost.assessment.wording.words import Words

type Unit = Literal["hours", "days", "percent", "money", "count", "text", "yes"]

TERMS: Mapping[str, tuple[str, Unit]] = {
    "response_hours": (_("Answer to an inquiry within"), "hours"),
    "staffing": (_("Served by"), "text"),
    "priority": (_("Place in the queue"), "count"),
    "contact_days": (_("In touch at least every"), "days"),
    "free_hours": (_("Free advice"), "hours"),
    "extras": (_("Extra services for nothing, a year"), "count"),
    "discount_percent": (_("Discount up to"), "percent"),
    "payment_days": (_("Pays within"), "days"),
    "gifts": (_("Gifts and attention, a year"), "money"),
    "debt_stops_orders": (_("No new order while a debt is unpaid"), "yes"),
}
# Code of an objection -> what it says, in which unit it counts.
OBJECTIONS: Mapping[str, tuple[str, Unit]] = {
    "debt_unpaid": (_("{found} of debt is past its day; this group gets no new work before it is paid."), "money"),
    "extras_used_up": (_("Extra services for nothing this year: {found}, the policy allows {allowed}."), "count"),
    "discount_too_high": (_("Discount of {found}, the policy allows up to {allowed}."), "percent"),
    "term_too_long": (_("The client gets {found} to pay, the policy allows {allowed}."), "days"),
    "free_hours_used_up": (_("Free advice with this one: {found}, the policy allows {allowed}."), "hours"),
    "order_stopped": (_("The discipline track has come to its last step: no more orders."), "count"),
    "prepayment_missing": (
        _("Prepayment only: {allowed} is to be paid in advance, {found} has come."), "money",
    ),
    "relation_ended": (_("We have ended the relationship with this client."), "count"),
}  # fmt: skip
OBJECTION_NAMES: Mapping[str, str] = {
    "debt_unpaid": _("order in spite of a debt"),
    "extras_used_up": _("too many extra services for nothing"),
    "discount_too_high": _("discount too high"),
    "term_too_long": _("too long to pay"),
    "free_hours_used_up": _("too much free advice"),
    "order_stopped": _("order after the stop"),
    "prepayment_missing": _("order without prepayment"),
    "relation_ended": _("order after the ending"),
}


def objection_text(said: Words, code: str, found: Decimal | None, allowed: Decimal | None) -> str:
    sentence, unit = OBJECTIONS[code]
    return said.gettext(sentence).format(
        found=in_unit(said, unit, found), allowed=in_unit(said, unit, allowed)
    )


def in_unit(said: Words, unit: Unit, value: object) -> str:
    """A value of a policy as text; a dash where there is none."""
    if value is None:
        return said.number(None)
    match unit, value:
        case "yes", _yes:
            return said.gettext(_("yes")) if value else said.gettext(_("no"))
        case "text", _text:
            return str(value)
        case "days", int() | float() | Decimal():
            return said.days(round(value))
        case "money", int() | float() | Decimal():
            return said.money(float(value))
        case "percent", int() | float() | Decimal():
            return said.percent(float(value) / 100, 0 if value == int(value) else 1)
        case "hours", int() | float() | Decimal():
            places = 0 if value == int(value) else 1
            return said.gettext(_("{n} h")).format(n=said.number(float(value), places))
        case _, int() | float() | Decimal():
            return said.number(float(value))
    raise TypeError(f"{value!r} is no value in {unit}")
