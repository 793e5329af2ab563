from datetime import date
from typing import Annotated

from pydantic import BaseModel, Field

from vernost.api.shell.values import AddedUp, Given, Number
from vernost.assessment.balance import Verdict
from vernost.assessment.enums import Flow
from vernost.assessment.scenario import RANGES


class ResourcesAsked(Given):
    owner_id: Number | None = None
    segment_id: Number | None = None


class ResourceLine(BaseModel):
    """What clients took of us in the year, and what they brought; parts are 0–1, null where the whole is nothing."""

    clients: int
    hours: float
    hours_part: float | None
    effort: AddedUp
    effort_part: float | None
    extra_orders: int
    free_hours: float
    revenue: AddedUp
    revenue_part: float | None
    contribution: AddedUp
    contribution_part: float | None
    contribution_an_hour: float | None
    judgement: str = Field(description="Whether they bring more than they take, in words.")


class GroupResources(ResourceLine):
    group: str


class OwnerResources(ResourceLine):
    owner_id: int | None


class ResourcesShown(BaseModel):
    """`judged_on` is null before the first assessment."""

    judged_on: date | None
    sentences: list[str]
    by_group: list[GroupResources]
    by_owner: list[OwnerResources]
    together: ResourceLine


class CostShown(BaseModel):
    """Of the year: marketing, our effort in money, and both over the clients."""

    marketing: AddedUp
    effort: AddedUp | None = Field(description="Null where effort is not counted to it.")
    clients: int
    per_client: AddedUp | None


class CostsShown(BaseModel):
    winning: CostShown
    starting: CostShown = Field(
        description="The first year of new clients, after their first purchase; no marketing."
    )
    keeping: CostShown
    winning_back: CostShown
    brand: CostShown
    times: float | None = Field(description="How many times dearer winning is than keeping.")


class QuarterShown(BaseModel):
    name: str = Field(examples=["2026-Q1"])
    won: int
    marketing: AddedUp
    per_client: AddedUp | None


class FlowShown(BaseModel):
    flow: Flow
    clients: int
    revenue: AddedUp
    revenue_part: float | None
    revenue_previous: AddedUp
    hours: float
    effort: AddedUp
    effort_part: float | None = Field(description="With marketing.")


class WhalePoint(BaseModel):
    clients: int = Field(description="So many of the most profitable …")
    contribution: float = Field(description="… bring this together.")


class BalanceShown(BaseModel):
    """`judged_on` is null before the first assessment; then the rest is empty."""

    judged_on: date | None
    verdict: Verdict
    sentences: list[str]
    costs: CostsShown | None
    quarters: list[QuarterShown]
    flows: list[FlowShown]
    whale: list[WhalePoint]


def _assumed(name: str, what: str) -> object:
    least, most = RANGES[name]
    return Field(
        None, ge=least, le=most, allow_inf_nan=False, description=f"{what}; the company's own number unless told."
    )  # fmt: skip


class ScenarioAsked(Given):
    growth: Annotated[float | None, _assumed("growth", "Points by which retention grows")] = None
    retention: Annotated[float | None, _assumed("retention", "Percent of clients who buy again")] = None
    margin: Annotated[float | None, _assumed("margin", "Percent of the income that is profit")] = None
    years: Annotated[int | None, _assumed("years", "Years looked ahead")] = None
    discount: Annotated[float | None, _assumed("discount", "Percent by which later money is worth less")] = (
        None
    )


class AssumedShown(BaseModel):
    growth: float
    retention: float
    margin: float
    years: int
    discount: float


class ScenarioYear(BaseModel):
    number: int
    clients_as_is: float
    clients_grown: float
    profit_as_is: float
    profit_grown: float


class ScenarioShown(BaseModel):
    """In today's money. `own` is null where nobody bought in the year or the year before; then the rest is empty."""

    judged_on: date | None
    own: AssumedShown | None = Field(description="The company's own numbers.")
    assumed: AssumedShown | None
    years: list[ScenarioYear]
    profit_as_is: float | None
    profit_grown: float | None
    change: float | None
    part: float | None = Field(description="The change as a part of the profit as it is.")
