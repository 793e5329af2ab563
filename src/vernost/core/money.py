"""A sum with its currency. Sums of different currencies do not add up."""

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

_CENT = Decimal("0.01")


class CurrenciesDiffer(ValueError):
    """Two sums in different currencies were added or compared."""


@dataclass(frozen=True)
class Money:
    """`amount` is exact, `currency` an ISO 4217 code."""

    amount: Decimal
    currency: str

    def __add__(self, other: "Money") -> "Money":
        if other.currency != self.currency:
            raise CurrenciesDiffer(f"{self.currency} + {other.currency}")
        return Money(self.amount + other.amount, self.currency)

    def rounded(self) -> "Money":
        """To two places, halves to even, as the database keeps it."""
        return Money(self.amount.quantize(_CENT, ROUND_HALF_EVEN), self.currency)
