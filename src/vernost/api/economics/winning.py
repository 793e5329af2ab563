"""Costs of winning and keeping, quarters, flows and the whale curve, as programs read them."""

from collections.abc import Mapping
from decimal import Decimal

from vernost.api.economics.schemas import CostShown, CostsShown, FlowShown, QuarterShown, WhalePoint
from vernost.assessment.balance import Balance
from vernost.assessment.enums import Flow
from vernost.assessment.models import Run
from vernost.assessment.queries.tally import Sums
from vernost.assessment.queries.winning import Winning, quarters_of


def costs_of(found: Winning) -> CostsShown:
    spent = found.marketing

    def cost(purpose: str, effort: Decimal | None, clients: int, each: Decimal | None) -> CostShown:
        marketing = spent.get(purpose, Decimal(0))
        return CostShown(marketing=marketing, effort=effort, clients=clients, per_client=each)

    return CostsShown(
        winning=cost("winning", found.effort_winning, found.won, found.per_won),
        starting=cost("starting", found.effort_starting, found.won, None),
        keeping=cost("keeping", found.effort_keeping, found.kept, found.per_kept),
        winning_back=cost("winning_back", None, found.won_back, found.per_won_back),
        brand=cost("brand", None, 0, None),
        times=found.times,
    )


def quarters_shown(run: Run) -> list[QuarterShown]:
    return [
        QuarterShown(name=one.name, won=one.won, marketing=one.spent, per_client=one.per_won)
        for one in quarters_of(run)
    ]


def flows_of(flows: Mapping[str, Sums], found: Balance) -> list[FlowShown]:
    shown = []
    for flow in Flow:
        one = flows.get(flow.value, Sums())
        shown.append(
            FlowShown(
                flow=flow,
                clients=one.clients,
                revenue=one.revenue,
                revenue_part=found.income.get(flow.value),
                revenue_previous=one.revenue_previous,
                hours=one.hours,
                effort=one.service,
                effort_part=found.effort.get(flow.value),
            )
        )
    return shown


def whale_of(run: Run) -> list[WhalePoint]:
    points = run.economics["whale"]["points"]
    return [WhalePoint(clients=point["clients"], contribution=point["profit"]) for point in points]
