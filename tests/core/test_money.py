from decimal import Decimal

import pytest

from vernost.core.money import CurrenciesDiffer, Money


def test_sums_of_one_currency_add_up():
    assert Money(Decimal("0.10"), "RUB") + Money(Decimal("0.20"), "RUB") == Money(Decimal("0.30"), "RUB")


def test_sums_of_two_currencies_do_not():
    with pytest.raises(CurrenciesDiffer):
        Money(Decimal(1), "RUB") + Money(Decimal(1), "EUR")
