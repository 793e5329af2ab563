"""What most measures do: count rows, or a part of them, and show the latest."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localtime

from vernost.programmes.measures.measure import Rows, Value, rows_of

_WHOLE, _TENTH, _ONE = Decimal(100), Decimal("0.1"), Decimal(1)


def count_of(rows: QuerySet[Any], day: str) -> Value:
    """How many `rows` there are; `day` is their column of the day or the moment."""
    count = rows.count()
    return Value(Decimal(count), based_on=count, rows=latest(rows, day))


def latest(rows: QuerySet[Any], day: str, adds: Callable[[Any], Decimal | None] = lambda _one: _ONE) -> Rows:
    """The latest by `day`; each adds one, or what `adds` says."""
    return lambda most: rows_of(
        rows.order_by(f"-{day}", "-pk")[:most], lambda one: _day(getattr(one, day)), adds
    )


def one_if(kept: object) -> Decimal | None:
    """What a row adds that was looked at and counts only if it was `kept`."""
    return _ONE if kept else None


def percent(part: int | Decimal, whole: int | Decimal) -> Decimal:
    return (_WHOLE * part / whole).quantize(_TENTH)


def _day(at: date) -> date:
    return localtime(at).date() if isinstance(at, datetime) else at
