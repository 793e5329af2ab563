"""Numbers, sums and days as a reader of the active language expects them; a missing value is a dash.

Parts that belong together are joined by a no-break space.
"""

from datetime import date, datetime
from decimal import Decimal

from django.utils.timezone import localtime
from django.utils.translation import get_language

NBSP = "\N{NO-BREAK SPACE}"
DASH = "\N{EN DASH}"
_MINUS = "\N{MINUS SIGN}"
_SIGNS = {"RUB": "₽", "USD": "$", "EUR": "€", "GBP": "£"}
_MONTHS = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "ru": ("янв.", "февр.", "марта", "апр.", "мая", "июня", "июля", "авг.", "сент.", "окт.", "нояб.", "дек."),
}


def _language() -> str:
    return "ru" if (get_language() or "en").startswith("ru") else "en"


def number(value: Decimal | float | None, places: int = 0) -> str:
    """12 345,6 in Russian, 12,345.6 in English."""
    if value is None:
        return DASH
    text = f"{abs(value):,.{places}f}"
    if _language() == "ru":
        text = text.replace(",", NBSP).replace(".", ",")
    return f"{_MINUS}{text}" if value < 0 and any(digit in "123456789" for digit in text) else text


def money(amount: Decimal | float | None, currency: str) -> str:
    """12 345 ₽ in Russian, ₽12,345 in English; cents only where there are any."""
    if amount is None:
        return DASH
    text = number(amount, 0 if amount == int(amount) else 2)
    sign = _SIGNS.get(currency, currency)
    if _language() == "ru" or len(sign) > 1:
        return f"{text}{NBSP}{sign}"
    return f"{_MINUS}{sign}{text[1:]}" if text.startswith(_MINUS) else f"{sign}{text}"


def percent(value: Decimal | float | None, places: int = 0) -> str:
    """From a fraction: 0.125 is 13 % or 12.5 %."""
    if value is None:
        return DASH
    return number(value * 100, places) + (f"{NBSP}%" if _language() == "ru" else "%")


def day(value: date | datetime | None) -> str:
    """5 марта 2026 in Russian, 5 Mar 2026 in English."""
    if value is None:
        return DASH
    if isinstance(value, datetime):
        value = localtime(value)
    return f"{value.day}{NBSP}{_MONTHS[_language()][value.month - 1]}{NBSP}{value.year}"


def moment(value: datetime | None) -> str:
    """The day and the time of the company's zone."""
    if value is None:
        return DASH
    return f"{day(value)}, {localtime(value):%H:%M}"
