"""What goes with a client on whom the company depends, and how income gathers in trees, places and lines (D4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from vernost.assessment.models import Run
from vernost.assessment.queries.dependence import Dependence, people_at
from vernost.assessment.queries.tally import Sums, part, sums_by, tallied
from vernost.clients.models import Client
from vernost.clients.queries.client import visible_to
from vernost.core.models import User

_MOST_TREES = 10
_MOST_PLACES = 25
# A whole segment, industry, owner or line is dangerous from here.
_HALF = 0.5


@dataclass(frozen=True)
class Measure:
    """What parts are taken of: income and profit of the whole company. A client, or a tree, that gives `limit` of the
    income is dangerous.
    """

    run: Run
    limit: float

    def of_income(self, revenue: Decimal | float) -> float | None:
        return part(revenue, self.run.company["totals"]["revenue_window"])

    def of_profit(self, contribution: Decimal | float) -> float | None:
        return part(contribution, self.run.company["totals"]["net_contribution_window"] or 0)


@dataclass(frozen=True)
class Loss:
    """What is left without a dangerous client, and whose hours: (name, empty for nobody; hours), most first."""

    one: Dependence
    revenue_after: float
    profit_after: float
    hours: float
    people: list[tuple[str, float]]


def losses(run: Run, dangerous: Sequence[Dependence]) -> list[Loss]:
    """Of the window that ends with `run`."""
    totals, until = run.company["totals"], run.as_of
    clients = [one.client for one in dangerous if one.client]
    people = people_at(clients, until - timedelta(days=run.company["window_days"]), until)
    return [
        Loss(
            one,
            float(totals["revenue_window"]) - float(one.revenue),
            float(totals["net_contribution_window"] or 0) - float(one.contribution),
            one.minutes / 60,
            [(name, minutes / 60) for name, minutes in people.get(one.client.pk if one.client else 0, [])],
        )
        for one in dangerous
    ]


@dataclass(frozen=True)
class Tree:
    """A client and all whom he and they recommended; `root` is None where the user may not know him."""

    number: int
    root: Client | None
    clients: int
    orders: int
    revenue: float
    share: float | None
    recommended: float
    contribution: float
    profit_part: float | None
    is_dangerous: bool


def trees(user: User, measure: Measure) -> list[Tree]:
    """The largest by income."""
    found = measure.run.economics.get("trees", [])[:_MOST_TREES]
    known = visible_to(user).in_bulk([tree["root"] for tree in found])
    return [_tree(tree, known.get(tree["root"]), measure) for tree in found]


def _tree(tree: dict[str, Any], root: Client | None, measure: Measure) -> Tree:
    share = measure.of_income(tree["revenue"])
    return Tree(
        number=tree["root"],
        root=root,
        clients=tree["clients"],
        orders=tree["orders"],
        revenue=tree["revenue"],
        share=share,
        recommended=tree["revenue"] - tree["own"],
        contribution=tree["contribution"],
        profit_part=measure.of_profit(tree["contribution"]),
        is_dangerous=(share or 0) >= measure.limit,
    )


@dataclass(frozen=True)
class Place:
    """All clients of a segment, an industry or an owner; `key` is its number or name, empty for none."""

    key: Any
    sums: Sums
    share: float | None
    profit_part: float | None
    is_dangerous: bool


def places(column: str, measure: Measure) -> list[Place]:
    """The largest by income; `column` of Tally: segment_id, industry or owner_id."""
    found = sums_by(column, tallied(None))
    order = sorted(found, key=lambda one: (-found[one].revenue, str(one)))[:_MOST_PLACES]
    return [_place(key, found[key], measure, is_only=len(found) == 1) for key in order]


def _place(key: Any, sums: Sums, measure: Measure, *, is_only: bool) -> Place:
    share = measure.of_income(sums.revenue)
    part_of_profit = measure.of_profit(sums.contribution)
    return Place(key, sums, share, part_of_profit, is_dangerous=not is_only and (share or 0) >= _HALF)


@dataclass(frozen=True)
class Line:
    """A service line by its number; `margin` is income less direct cost."""

    number: int | None
    clients: int
    orders: int
    revenue: float
    share: float | None
    margin: float
    is_dangerous: bool


def lines(measure: Measure) -> list[Line]:
    """The largest by income."""
    found = []
    for line in measure.run.economics.get("lines", [])[:_MOST_PLACES]:
        share = measure.of_income(line["revenue"])
        found.append(
            Line(
                line["line"], line["clients"], line["orders"], line["revenue"], share, line["margin"],
                is_dangerous=(share or 0) >= _HALF,
            )
        )  # fmt: skip
    return found
