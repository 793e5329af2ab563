from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, Field

from vernost.api.shell.lists import Asked
from vernost.api.shell.values import Changing, Day, Given, Line50, Number, Part, Reason500, Shown, Text
from vernost.assessment.enums import Staffing
from vernost.assessment.queries.policy import RANGES
from vernost.core.enums import Face


class GroupCode(StrEnum):
    REWARD = "reward"
    MANAGE = "manage"
    DISCIPLINE = "discipline"
    FIRE = "fire"


class PolicyShown(Shown):
    group: GroupCode
    own: bool = Field(description="False: the shipped one holds.")
    since_on: date | None = Field(description="Null for a shipped one.")
    response_hours: int
    staffing: Staffing
    priority: int = Field(description="Place in the queue; 1 is first.")
    contact_days: int
    free_hours: Decimal
    free_days: int = Field(description="Free advice is counted over so many days.")
    extras: int
    discount_percent: Decimal
    payment_days: int
    gifts_percent: Decimal = Field(description="Of the year's revenue.")
    debt_stops_orders: bool
    note: str


def _within(name: str) -> object:
    least, most = RANGES[name]
    return Field(ge=least, le=most)


class PolicyValues(Changing):
    response_hours: Annotated[int, _within("response_hours")] = 1
    staffing: Staffing = Staffing.SUITABLE
    priority: Annotated[int, _within("priority")] = 1
    contact_days: Annotated[int, _within("contact_days")] = 1
    free_hours: Annotated[Decimal, _within("free_hours"), Field(decimal_places=1)] = Decimal()
    free_days: Annotated[int, _within("free_days")] = 1
    extras: Annotated[int, _within("extras")] = 0
    discount_percent: Part = Decimal()
    payment_days: Annotated[int, _within("payment_days")] = 0
    gifts_percent: Part = Decimal()
    debt_stops_orders: bool = False
    note: Text = ""


class PolicyChange(PolicyValues):
    if_unchanged: PolicyValues | None = Field(
        None, description="What you saw; refused with 409 when another value stands there by now."
    )


class TermShown(BaseModel):
    """`allowed` and `used` are numbers, codes or yes and no, in the unit of `name`."""

    name: str
    label: str
    allowed: Decimal | bool | str | None
    used: Decimal | None
    over: bool


class AllowanceShown(BaseModel):
    """`group` is null for a client whom nobody has judged; then there are no terms."""

    client_id: int
    group: str | None
    note: str
    terms: list[TermShown] = Field(description="Sums are left out for who may not see money.")


class BreachShown(Shown):
    id: int
    client_id: int
    gate: str = Field(description="Where it was found.")
    code: str
    kind: str = Field(description="The kind of record, as the audit log names it.")
    object_id: int
    object_name: str
    happened_on: date
    found: Decimal | None = Field(
        description="In the unit of `code`; a sum is null for who may not see money."
    )
    allowed: Decimal | None
    face: Face
    answered_by_id: int | None = Field(description="Who answers for it; null: nobody.")
    answered_at: datetime | None
    why: str


class BreachesAsked(Asked):
    client_id: Number | None = None
    owner_id: list[Number] = Field([], max_length=50)
    code: list[Line50] = Field([], max_length=20)
    answered: bool | None = Field(None, description="Exceptions for which somebody answers, or the others.")
    day_from: Day | None = None
    day_to: Day | None = None


class BreachAnswer(Given):
    why: Reason500
