from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, Field

from vernost.api.shell.lists import Asked
from vernost.api.shell.values import (
    AddedUp,
    Currency,
    Day,
    Given,
    Line200,
    Line300,
    Line500,
    Named200,
    Number,
    Shown,
    Text,
)
from vernost.care.enums import Criterion, PromiseState, Step


class DeclarationShown(Shown):
    id: int
    client_id: int
    declared_on: date
    declared_by_id: int | None
    rules: str
    client_duties: str = Field(description="What the client undertakes.")
    our_duties: str = Field(description="What we undertake.")
    acknowledged_on: date | None
    acknowledged_by: str = Field(description="Who of the client's people acknowledged.")
    document: str = Field(description="Number, place or link.")
    file_name: str = Field(description="Of the signed paper, which is fetched in the office.")


class NewDeclaration(Given):
    client_id: Number
    declared_on: Day
    rules: Annotated[Text, Field(min_length=1)]
    client_duties: Text = ""
    our_duties: Text = ""


class Acknowledgement(Given):
    acknowledged_on: Day
    acknowledged_by: Named200
    document: Line300 = ""


class DeclarationsAsked(Asked):
    client_id: Number | None = None
    acknowledged: bool | None = None


class PromiseRow(Shown):
    id: int
    client_id: int
    promised_on: date
    due_on: date
    amount: Decimal | None = Field(description="Null for who may not see money.")
    currency: str
    promised_by: str
    note: str


class PromiseShown(PromiseRow):
    """With what the payments say of it."""

    state: PromiseState
    paid: AddedUp | None = Field(description="What has come so far; null for who may not see money.")
    paid_on: date | None = Field(description="When all of it had come.")


class NewPromise(Given):
    client_id: Number
    promised_on: Day
    due_on: Day = Field(description="Not before `promised_on`.")
    amount: Annotated[Decimal, Field(gt=0, max_digits=18, decimal_places=2)]
    currency: Currency
    promised_by: Line200 = ""
    note: Line500 = ""


class PromisesAsked(Asked):
    client_id: Number | None = None
    due_from: Day | None = None
    due_to: Day | None = None


class TrackStepShown(Shown):
    id: int
    client_id: int
    step: Step
    taken_on: date
    began_on: date = Field(description="On the track since.")
    over_on: date | None
    taken_by_id: int | None
    note: str


class NewTrackStep(Given):
    client_id: Number
    step: Step = Field(description="`returned` has an operation of its own.")
    taken_on: Day = Field(description="Not before the step before it.")
    note: Line500 = ""


class TrackStepsAsked(Asked):
    client_id: Number | None = None
    step: Step | None = None
    over: bool = Field(False, description="Those that are over too.")


class WayBack(BaseModel):
    criterion: Criterion
    met: bool
    count: int = Field(description="Of open debts or promises; of invoices paid in time, three are wanted.")


class DebtShown(BaseModel):
    invoice_id: int
    due_on: date
    days: int
    left: AddedUp | None = Field(description="Null for who may not see money.")
    currency: str


class TrackShown(BaseModel):
    """`now` is null for a client who is not on the track."""

    client_id: int
    now: TrackStepShown | None
    next_step: Step | None
    may_return: bool
    way_back: list[WayBack]
    debts: list[DebtShown]
    promises: list[PromiseShown]


class Return(Given):
    why: Line500 = Field("", description="Where not everything is met; of who may decide on exceptions.")
