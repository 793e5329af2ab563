from datetime import date
from decimal import Decimal

from pydantic import BaseModel, Field

from vernost.api.shell.lists import Asked
from vernost.api.shell.values import Number, Shown


class StandingShown(Shown):
    """Proposals of the last assessment, and what is in force: a person's decision while it holds."""

    client_id: int
    group: str
    group_in_force: str
    stage: str
    stage_in_force: str
    loyalty: str
    loyalty_in_force: str
    loyalty_assumed: bool
    by_compulsion: bool
    regular: bool
    attractiveness: float | None
    confidence: float | None
    revenue_window: Decimal | None
    net_contribution_window: Decimal | None
    share: float | None
    overdue_ratio: float | None
    p_alive: float | None
    expected_revenue: Decimal | None
    debt_overdue: Decimal | None
    debt_days: int | None


class Judged(BaseModel):
    """One judgement: `proposed` by the program, `in_force` after what people decided."""

    proposed: str
    in_force: str
    why: list[str]
    what_would_change_it: list[str]


class Component(BaseModel):
    """A part of the attractiveness; a score that is unknown gives its weight to the others."""

    code: str
    name: str
    score: float | None
    weight: float


class RuleShown(BaseModel):
    group: str
    text: str
    holds: bool | None


class SignalShown(BaseModel):
    id: int
    code: str
    name: str
    severity: int
    first_on: date
    found: str
    advice: str


class Valuation(BaseModel):
    """`judged_on` is null for a client who came after the last assessment; then the rest is empty."""

    client_id: int
    judged_on: date | None
    standing: StandingShown | None
    group: Judged | None
    stage: Judged | None
    loyalty: Judged | None
    components: list[Component]
    rules: list[RuleShown]
    signals: list[SignalShown]


class StandingsAsked(Asked):
    client_id: list[Number] = Field([], max_length=200)
    group: str | None = Field(None, max_length=12, description="In force: reward, manage, discipline, fire.")
    stage: str | None = Field(None, max_length=12, description="In force.")
    loyalty: str | None = Field(None, max_length=12, description="In force.")
    regular: bool | None = None
