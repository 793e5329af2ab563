"""A value of a declared column as a person reads it."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from vernost.assessment.wording import judgement, reasons
from vernost.assessment.wording.columns import HEADINGS
from vernost.assessment.wording.words import UNKNOWN, Words
from vernost.engine.tables import OUTPUTS, Column

PARTS = {"p_alive", "p_order", "share", "on_time_part", "confidence", "share_of_wallet"}
WHOLE = {"nps_last"}
ONE_DECIMAL = {"attractiveness", "rating_last", "overdue_ratio", "expected_orders"}
CODE_WORDS: dict[str, Mapping[str, str]] = {
    "abc": judgement.ABC,
    "stage": judgement.STAGES,
    "stage_reason": reasons.STAGE_NAMES,
    "loyalty": judgement.LOYALTY,
    "loyalty_reason": reasons.LOYALTY_NAMES,
    "loyalty_missing": reasons.LOYALTY_MISSING,
    "group": judgement.GROUPS,
    "group_reason": reasons.GROUP_NAMES,
    "guards": reasons.GUARD_NAMES,
}


def split_codes(value: object) -> list[str]:
    """The codes of a `codes` column: comma-joined text, or nothing."""
    return [code for code in str(value or "").split(",") if code]


def value_text(words: Words, column: str, value: Any) -> str:
    """`value` of the output column `column` of clients, in words; unknown is a dash."""
    spec = OUTPUTS["clients"][column]
    if value is None:
        return UNKNOWN
    if column in CODE_WORDS:
        return ", ".join(words.gettext(CODE_WORDS[column][code]) for code in split_codes(value)) or UNKNOWN
    if spec.type == "boolean":
        return words.yes_no(bool(value))
    if spec.type == "date":
        return words.day(value)
    if spec.type == "money":
        return words.money(value)
    if isinstance(value, int | float | Decimal):
        return _number_text(words, spec, value)
    return str(value)


def _number_text(words: Words, spec: Column, value: float | Decimal) -> str:
    number = float(value)
    if spec.name in PARTS:
        return words.percent(number, 1 if 0 < abs(number) < 0.1 else 0)
    if spec.unit == "days":
        return words.days(round(number, 1))
    if spec.type == "integer" or (spec.name in WHOLE and number.is_integer()):
        return words.number(number)
    return words.number(number, 1 if spec.name in ONE_DECIMAL or spec.unit == "0–100" else 2)


def with_heading(words: Words, column: str, value: date | object) -> str:
    """ "Heading: value", as an evidence list shows it."""
    return f"{words.gettext(HEADINGS[column])}: {value_text(words, column, value)}"
