from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, Field

from vernost.api.measures.schemas import Figure
from vernost.api.plans.schemas import PartsAsked
from vernost.api.shell.values import Changing, Day, Given, Line50, Number, Shown, Sum, Text
from vernost.programmes.enums import Counted, Standing


class PlanNumberShown(Shown):
    """`now`, `forecast` and `standing` are of the last counting, on the day `now_on`."""

    id: int
    plan_id: int
    measure: str
    line_id: int | None = Field(description="Service line.")
    counted: Counted = Field(description="Days up to which it looks back.")
    start: Figure
    start_unknown: str
    target: Decimal | None
    now: Figure
    now_unknown: str
    now_on: date | None
    forecast: Figure
    standing: Standing


class PlanNumbersAsked(PartsAsked):
    measure: Line50 | None = None
    standing: Standing | None = None


class NewPlanNumber(Given):
    measure: Line50 = Field(description="A code of `/measures` that is not `of_many`.")
    line_id: Number | None = Field(None, description="The service line, for a measure that asks for one.")
    counted: Counted = Counted.YEAR
    target: Sum


class PlanNumberValues(Changing, Given):
    target: Sum = Decimal()


class PlanNumberChange(PlanNumberValues):
    if_unchanged: PlanNumberValues | None = None


class ReadingShown(Shown):
    on: date
    number: Figure
    unknown: str


class Readings(BaseModel):
    """One a month, the oldest first."""

    items: list[ReadingShown]


class PlanReviewShown(Shown):
    """`numbers` are those of the day, as they were: measure, line, start, target, now, unknown, forecast, standing."""

    id: int
    plan_id: int
    on: date
    reached: str
    decided: str
    numbers: list[dict[str, Any]]
    reviewed_by_id: int | None


class NewPlanReview(Given):
    reached: Annotated[Text, Field(min_length=1)] = Field(description="What was reached.")
    decided: Annotated[Text, Field(min_length=1)] = Field(description="What was decided.")
    next_on: Day | None = Field(None, description="The next review; without it on the plan's last day.")
