from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, Field

from vernost.api.measures.schemas import Figure
from vernost.api.shell.lists import Asked
from vernost.api.shell.values import (
    Changing,
    Day,
    Given,
    Line50,
    Line300,
    Named200,
    Number,
    Shown,
    Text,
)
from vernost.programmes.enums import GoalScope, GoalState
from vernost.programmes.measures.measure import Better

_Target = Annotated[Decimal, Field(max_digits=16, decimal_places=2, description="Where the number is to be.")]


class GoalShown(Shown):
    """What counts through a period is counted over the year up to the day, so that start, now and end compare; `now`,
    the forecast and `state` are of the day `counted_on`.
    """

    id: int
    title: str
    why: str
    measure: str
    scope: GoalScope
    team_id: int | None
    person_id: int | None
    segment_id: int | None
    owner_id: int
    starts_on: date
    ends_on: date
    better: Better
    target: Decimal
    start: Figure
    start_unknown: str
    now: Figure
    now_unknown: str
    forecast: Figure = Field(description="For the last day; four times of five between `low` and `high`.")
    forecast_low: Decimal | None
    forecast_high: Decimal | None
    counted_on: date | None
    state: GoalState
    closed_on: date | None
    result: Decimal | None
    conclusion: str


class _Goal(Given):
    why: Text = Field("", description="Why it matters.")
    scope: GoalScope = Field(GoalScope.COMPANY, description="Whose clients are counted.")
    team_id: Number | None = None
    person_id: Number | None = None
    segment_id: Number | None = None
    better: Better = Better.MORE


class NewGoal(_Goal):
    title: Named200
    measure: Line50 = Field(description="A code of `/measures` that asks for no service line.")
    target: _Target
    starts_on: Day
    ends_on: Day
    owner_id: Number = Field(description="Who answers for it.")


class GoalValues(Changing, _Goal):
    title: Named200 = ""
    measure: Line50 = ""
    target: _Target = Decimal()
    starts_on: Day = date.min
    ends_on: Day = date.min
    owner_id: Number = 0


class GoalChange(GoalValues):
    if_unchanged: GoalValues | None = None


class GoalsAsked(Asked):
    scope: GoalScope | None = None
    owner_id: Number | None = None
    measure: Line50 | None = None
    state: list[GoalState] = Field([], max_length=len(GoalState))
    closed: bool | None = None


class GoalClosed(Given):
    conclusion: Annotated[Text, Field(min_length=1)] = Field(description="Why so, and what follows.")


class ValueShown(Shown):
    month_on: date
    counted_on: date
    number: Figure
    unknown: str
    based_on: int


class Values(BaseModel):
    """One a month, the oldest first."""

    items: list[ValueShown]


class GoalNoteShown(Shown):
    id: int
    goal_id: int
    author_id: int
    noted_on: date
    text: str
    is_decision: bool
    link: str


class NewGoalNote(Given):
    text: Annotated[Text, Field(min_length=1)]
    is_decision: bool = False
    link: Line300 = Field("", description="The address of a page of this installation, from its first /.")


class GoalNotesAsked(Asked):
    goal_id: Number | None = None
