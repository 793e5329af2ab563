"""Sums in the company's currency."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet, Sum

from vernost.clients.models import Order
from vernost.core.queries.company import company


class NoRate(Exception):
    """A currency has no exchange rate in the company's definitions."""


@dataclass(frozen=True)
class Rates:
    """The company's exchange rates, read once a number."""

    rates: dict[str, Decimal]

    def of(self, currency: str) -> Decimal:
        """NoRate where there is none."""
        if currency not in self.rates:
            raise NoRate(currency)
        return self.rates[currency]

    def sum(self, sums: Iterable[tuple[str, Decimal | None]]) -> Decimal:
        """Of (currency, sum) in the company's currency. NoRate where one is missing."""
        return sum((amount * self.of(currency) for currency, amount in sums if amount), Decimal())


def sum_in_company_currency(orders: QuerySet[Order]) -> Decimal:
    """Of the amounts. NoRate as above."""
    return company_rates().sum(orders.order_by().values_list("currency").annotate(Sum("amount")))


def company_rates() -> Rates:
    own = company()
    given = own.method.get("exchange_rates", {})
    return Rates({own.currency: Decimal(1), **{name: Decimal(str(rate)) for name, rate in given.items()}})
