from datetime import date
from typing import Annotated

from pydantic import BaseModel, Field

from vernost.api.shell.lists import Asked
from vernost.api.shell.values import AddedUp, Changing, Day, Given, Named300, Number, Shown, Text


class HoursOf(BaseModel):
    name: str = Field(description="Of us; empty where nobody was named.")
    hours: float


class WithoutClient(BaseModel):
    """What is left of the year without the client, and whose work is gone."""

    revenue: float
    contribution: float
    hours: float
    people: list[HoursOf]


class DependentClient(BaseModel):
    """Part of the income and of the profit; of the profit it may be above 1: others then cost more than they bring."""

    client_id: int | None = Field(description="Null for a client whom the token's owner does not see.")
    name: str
    revenue: AddedUp
    share: float
    contribution: AddedUp
    profit_part: float | None
    hours: float
    dangerous: bool
    plan_id: int | None
    plan_missing: bool
    plan_to_look_at: bool
    without: WithoutClient | None = Field(description="For the dangerous ones.")


class TreeShown(Shown):
    """A client and all whom he and they recommended."""

    number: int = Field(description="The first client's.")
    clients: int
    orders: int
    revenue: float
    share: float | None
    recommended: float = Field(description="Of the revenue, what the recommended bring.")
    contribution: float
    profit_part: float | None
    dangerous: bool = Field(validation_alias="is_dangerous")


class PlaceShown(BaseModel):
    """All clients of a segment, an industry or an owner."""

    id: int | None = Field(description="Of the segment or owner; null where there is none.")
    name: str
    clients: int
    revenue: AddedUp
    share: float | None
    contribution: AddedUp
    profit_part: float | None
    hours: float
    dangerous: bool


class ServiceLinePart(Shown):
    number: int | None = Field(description="The service line's; null where none is named.")
    clients: int
    orders: int
    revenue: float
    share: float | None
    margin: float = Field(description="Income less direct cost.")
    dangerous: bool = Field(validation_alias="is_dangerous")


class DependenceShown(BaseModel):
    """Of the year before `judged_on`; null and empty before the first assessment."""

    judged_on: date | None
    limit: float = Field(description="The part from which a client is dangerous; a setting of the method.")
    clients: list[DependentClient]
    trees: list[TreeShown]
    segments: list[PlaceShown]
    industries: list[PlaceShown]
    owners: list[PlaceShown]
    service_lines: list[ServiceLinePart]


class DependencePlanShown(Shown):
    id: int
    client_id: int
    aim: str
    owner_id: int
    due_on: date
    review_on: date
    steps: str
    closed_on: date | None
    outcome: str


class NewDependencePlan(Given):
    client_id: Number
    aim: Named300
    owner_id: Number
    due_on: Day
    review_on: Day = Field(description="Not after `due_on`.")
    steps: Annotated[Text, Field(min_length=1, description="One a line.")]


class DependencePlanValues(Changing):
    aim: Named300 = ""
    owner_id: Number = 0
    due_on: Day = date(2000, 1, 1)
    review_on: Day = date(2000, 1, 1)
    steps: Annotated[Text, Field(min_length=1)] = ""


class DependencePlanChange(DependencePlanValues):
    if_unchanged: DependencePlanValues | None = Field(
        None, description="What you saw; refused with 409 when another value stands there by now."
    )


class DependencePlanClosing(Given):
    outcome: Named300 = Field(description="What came of it.")


class DependencePlansAsked(Asked):
    client_id: Number | None = None
    owner_id: Number | None = None
    closed: bool = Field(False, description="Those that are closed instead of the open ones.")
