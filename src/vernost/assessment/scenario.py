"""“Loyalty grows by 5 %”: what a few more points of retention do to profit over the years (K3, S0). Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# From and to of each assumption, in percent and years.
RANGES = {
    "growth": (0, 20), "retention": (0, 100), "margin": (0, 100), "years": (1, 10), "discount": (0, 50),
}  # fmt: skip


@dataclass(frozen=True)
class Assumptions:
    """Parts 0–1; `growth` in points of retention (0.05: from 80 % to 85 %); `income` is that of one client a year."""

    clients: int
    income: float
    retention: float
    growth: float
    margin: float
    years: int
    discount: float


def assumptions(own: Mapping[str, Any], chosen: Mapping[str, float]) -> Assumptions:
    """`own` numbers of the company (queries/retention.py), and what was `chosen` of RANGES."""
    return Assumptions(
        clients=own["clients"],
        income=own["income"],
        retention=chosen["retention"] / 100,
        growth=chosen["growth"] / 100,
        margin=chosen["margin"] / 100,
        years=int(chosen["years"]),
        discount=chosen["discount"] / 100,
    )


@dataclass(frozen=True)
class Year:
    """Clients still here in the `number`-th year from now, and their discounted profit: as is, and with the growth."""

    number: int
    clients_as_is: float
    clients_grown: float
    profit_as_is: float
    profit_grown: float


@dataclass(frozen=True)
class Scenario:
    years: tuple[Year, ...]
    profit_as_is: float
    profit_grown: float

    @property
    def change(self) -> float:
        return self.profit_grown - self.profit_as_is

    @property
    def part(self) -> float | None:
        """The change as a part of the profit as it is."""
        return self.change / self.profit_as_is if self.profit_as_is > 0 else None


def scenario(given: Assumptions) -> Scenario:
    """Today's clients over the coming years: in year t there are N·r^t of them, each bringing a·m of profit, worth
    1 ÷ (1 + d)^t today. With the growth r becomes min(r + x, 1). New clients are left out on both sides.
    """
    grown = min(given.retention + given.growth, 1.0)
    each = given.income * given.margin
    years = []
    for number in range(1, given.years + 1):
        worth = each / (1 + given.discount) ** number
        as_is, more = given.clients * given.retention**number, given.clients * grown**number
        years.append(Year(number, as_is, more, as_is * worth, more * worth))
    return Scenario(
        tuple(years), sum(year.profit_as_is for year in years), sum(year.profit_grown for year in years)
    )
