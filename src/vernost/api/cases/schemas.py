from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from vernost.api.shell.lists import Asked
from vernost.api.shell.values import Day, Given, Line50, Line200, Line500, Number, Shown
from vernost.assessment.enums import CaseOrigin, CaseOutcome, CaseState, TaskState


class CaseShown(Shown):
    id: int
    client_id: int
    code: str = Field(description="The signal's, or `other`.")
    title: str
    signal_id: int | None
    origin: CaseOrigin
    severity: int
    at_stake: Decimal | None = Field(description="Null for who may not see money.")
    owner_id: int | None = Field(description="Who has the case.")
    state: CaseState
    opened_on: date
    reopened: int
    first_seen_on: date
    last_seen_on: date
    gone_on: date | None = Field(description="Since when the signal is not raised any more.")
    snoozed_until: date | None
    snooze_reason: str
    closed_on: date | None
    cause: str
    outcome: str


class NewCase(Given):
    client_id: Number
    code: Line50 = Field("other", description="A signal's code, or `other`, which needs a title.")
    title: Line200 = ""
    owner_id: Number | None = Field(None, description="Who has it; without him the client's owner.")


class PutOff(Given):
    until: Day
    reason: Annotated[Line500, Field(min_length=1)]


class Closing(Given):
    outcome: CaseOutcome
    cause: Line500 = Field("", description="Needed unless it passed by itself or was a false alarm.")


class GivenTo(Given):
    owner_id: Number


class CasesAsked(Asked):
    client_id: Number | None = None
    owner_id: list[Number] = Field([], max_length=50)
    code: list[Line50] = Field([], max_length=50)
    state: list[CaseState] = Field([], max_length=3, description="Without it: those that are not closed.")
    outcome: CaseOutcome | None = None
    origin: CaseOrigin | None = None
    severity: int | None = Field(None, ge=1, le=3)
    gone: bool | None = Field(None, description="Whose signal is gone.")


class TaskShown(Shown):
    id: int
    client_id: int
    case_id: int | None
    title: str
    advice: str
    person_id: int | None
    due_on: date
    optional: bool
    state: TaskState
    done_at: datetime | None
    done_by_id: int | None
    skipped_because: str


class NewTask(Given):
    title: Annotated[Line200, Field(min_length=1)]
    due_on: Day
    person_id: Number


class LeftOut(Given):
    because: Annotated[Line500, Field(min_length=1, max_length=300)]


class TasksAsked(Asked):
    client_id: Number | None = None
    case_id: Number | None = None
    person_id: Number | None = None
    state: TaskState | None = None
    due_to: Day | None = Field(None, description="Due on this day or earlier.")
