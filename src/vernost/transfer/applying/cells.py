"""Typed cells of a staged row -> values of the model's columns."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import models

from vernost.core.days import noon
from vernost.transfer.applying.context import Context
from vernost.transfer.applying.result import RowRefused

type Convert = Callable[[Any], Any]


class Absent:
    """Stands for an empty cell, which says nothing: None would say that there is nothing."""


ABSENT = Absent()


def converters(context: Context) -> list[tuple[str, str, Convert]]:
    """(column of the file, column of the model, what makes one of the other) of every mapped column."""
    kind = context.kind
    return [
        (column, own, _converter(context, column, own))
        for column, own in kind.fields.items()
        if context.plan.mapping.get(column) and column not in kind.lookups and column != "referred_by"
    ]


def values_of_row(row: Mapping[str, Any], columns: list[tuple[str, str, Convert]]) -> dict[str, Any]:
    """Values of the cells that are not empty. RowRefused at the first that cannot be."""
    return {
        own: convert(cell)
        for column, own, convert in columns
        if (cell := row[column]) is not None and cell != ""
    }


def converted(cells: Sequence[Any], convert: Convert) -> list[Any]:
    """The values of a column: ABSENT for an empty cell, the RowRefused where it cannot be."""
    known: dict[Any, Any] = {None: ABSENT, "": ABSENT}
    for cell in cells:
        if cell not in known:
            try:
                known[cell] = convert(cell)
            except RowRefused as refusal:
                known[cell] = refusal
    return [known[cell] for cell in cells]


def _converter(context: Context, column: str, own: str) -> Convert:
    field = context.kind.model._meta.get_field(own)
    if column in context.kind.choices:
        return _choice(context, column, field)
    match field:
        case models.EmailField():
            return lambda cell: _email(column, cell)
        case models.CharField():
            return lambda cell: _text(column, cell, field.max_length or 1_000_000)
        case models.DateTimeField():
            return _moment
        case models.DecimalField():
            return lambda cell: _decimal(cell, field.decimal_places)
        case models.IntegerField():
            return lambda cell: round(cell)
        case _:
            return lambda cell: cell


def _choice(context: Context, column: str, field: Any) -> Convert:
    is_key = isinstance(field, models.ForeignKey)
    limit = getattr(field, "max_length", None)

    def convert(cell: Any) -> Any:
        meaning = context.meaning(column, str(cell))
        if meaning is None:
            return None if field.null else ""
        return int(meaning) if is_key else _text(column, meaning, limit or 300)

    return convert


def _text(column: str, cell: Any, limit: int) -> str:
    text = str(cell)
    if len(text) > limit:
        raise RowRefused("too_long", column=column, limit=limit, length=len(text))
    return text


def _email(column: str, cell: Any) -> str:
    text = str(cell).strip()
    try:
        validate_email(text)
    except ValidationError:
        raise RowRefused("no_email", column=column, value=text[:100]) from None
    return _text(column, text, 254)


def _moment(cell: date) -> datetime:
    """Files tell the day; noon keeps it the same day in every zone of ours."""
    return noon(cell)


def _decimal(cell: Any, places: int) -> Decimal:
    return Decimal(str(cell)).quantize(Decimal(1).scaleb(-places))
