"""Columns that mean the same everywhere."""

from typing import TYPE_CHECKING, Any

from django.db import models

# Generic for the type checker, plain at run time.
if TYPE_CHECKING:
    _DecimalField = models.DecimalField[Any, Any]
    _CharField = models.CharField[Any, Any]
else:
    _DecimalField = models.DecimalField
    _CharField = models.CharField


class MoneyField(_DecimalField):
    """A sum to the cent, up to 9,999,999,999,999,999.99; its currency is in the column beside it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_digits", 18)
        kwargs.setdefault("decimal_places", 2)
        super().__init__(*args, **kwargs)


class CurrencyField(_CharField):
    """An ISO 4217 code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 3)
        super().__init__(*args, **kwargs)
