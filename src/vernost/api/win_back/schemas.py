from datetime import date
from decimal import Decimal

from pydantic import BaseModel, Field

from vernost.api.shell.lists import Asked
from vernost.api.shell.values import (
    AddedUp,
    Changing,
    Day,
    Given,
    Line500,
    Number,
    Reason500,
    Shown,
    SumFromZero,
    Text,
    Why,
)
from vernost.care.enums import Advice, Reason, Result


class WinBackShown(Shown):
    id: int
    client_id: int
    entered_on: date
    left_on: date
    reason: Reason
    note: str
    changed_on: date | None = Field(description="Since when our terms are others.")
    mended_on: date | None = Field(description="Since when the quality is mended.")
    what_changed: str
    significance: Decimal | None = Field(
        description="What the client brought a year; null for who may not see money."
    )
    budget: Decimal | None = Field(description="Null for who may not see money.")
    spent: AddedUp | None = Field(description="By all attempts; null for who may not see money.")
    currency: str
    next_on: date | None
    advice: Advice = Field(description="What the rule says.")
    won_on: date | None


class WinBackValues(Changing):
    reason: Reason = Reason.UNKNOWN
    note: Text = ""
    changed_on: Day | None = None
    mended_on: Day | None = None
    what_changed: Line500 = ""
    budget: SumFromZero = Decimal()
    next_on: Day | None = None


class WinBackChange(WinBackValues):
    if_unchanged: WinBackValues | None = Field(
        None, description="What you saw; refused with 409 when another value stands there by now."
    )


class WinBacksAsked(Asked):
    client_id: Number | None = None
    owner_id: list[Number] = Field([], max_length=50)
    advice: list[Advice] = Field([], max_length=len(Advice))
    reason: Reason | None = None
    won: bool | None = None
    worth_trying: bool | None = Field(None, description="To which the rule does not say no.")
    next_to: Day | None = Field(None, description="Next attempt on this day or earlier.")


class AttemptShown(Shown):
    id: int
    client_id: int
    win_back_id: int
    tried_on: date
    person_id: int | None
    what: str
    cost: Decimal | None = Field(description="Null for who may not see money.")
    currency: str
    result: Result
    why: str = Field(description="Why against the rule.")


class NewAttempt(Given):
    tried_on: Day
    what: Reason500 = Field(description="What was done.")
    result: Result
    cost: SumFromZero = Decimal()
    next_on: Day | None = Field(None, description="Next attempt.")
    why: Why = ""


class AttemptsAsked(Asked):
    client_id: Number | None = None
    win_back_id: Number | None = None
    result: Result | None = None


class OfReason(BaseModel):
    reason: Reason
    gone: int
    won: int


class WinBackNumbers(BaseModel):
    """How winning back went; sums in the company's currency."""

    gone: int
    tried: int
    attempts: int
    won_after_trying: int
    won_alone: int
    part: float | None = Field(description="Won back of those whom we tried to win back.")
    spent: AddedUp
    revenue: AddedUp = Field(description="What came since from those won back.")
    by_reason: list[OfReason]
