from datetime import date
from typing import Annotated

from pydantic import Field

from vernost.api.shell.lists import Asked
from vernost.api.shell.values import (
    Changing,
    Day,
    Given,
    Line20,
    Line300,
    Named200,
    Number,
    Reason500,
    Shown,
    Text,
)
from vernost.programmes.enums import ActionKind, ActionState, AimKind, PlanState

_Why = Annotated[Line300, Field(min_length=1, description="It stays in the history.")]
_Words = Annotated[Text, Field(min_length=1)]


class PlanShown(Shown):
    id: int
    client_id: int
    name: str
    responsible_id: int
    since_on: date
    until_on: date
    review_on: date | None = Field(description="When it is looked at next; null once it is finished.")
    risks: str
    state: PlanState
    finished_on: date | None
    outcome: str


class NewPlan(Given):
    client_id: Number
    template: Line20 = Field("", description="A `key` of `/plan-templates`: with its aims, numbers, actions.")
    name: Named200
    responsible_id: Number = Field(description="Somebody who sees the client.")
    since_on: Day
    until_on: Day
    review_on: Day | None = Field(None, description="The first review; a plan is started with one.")
    risks: Text = ""


class PlanValues(Changing, Given):
    name: Named200 = ""
    responsible_id: Number = 0
    since_on: Day = date.min
    until_on: Day = date.min
    review_on: Day | None = None
    risks: Text = ""


class PlanChange(PlanValues):
    if_unchanged: PlanValues | None = None


class PlansAsked(Asked):
    client_id: Number | None = None
    responsible_id: Number | None = None
    state: list[PlanState] = Field([], max_length=len(PlanState))
    review_to: Day | None = Field(None, description="To be looked at on this day or earlier.")


class PlanFinished(Given):
    outcome: _Words = Field(description="What came of the plan.")


class PartsAsked(Asked):
    plan_id: Number | None = None


class AimShown(Shown):
    """Never overwritten: a changed one ends, with the reason, and the next one begins."""

    id: int
    plan_id: int
    text: str
    kind: AimKind
    set_on: date
    over_on: date | None
    why: str


class NewAim(Given):
    text: Reason500
    kind: AimKind = AimKind.RELATION


class AimChange(Given):
    text: Annotated[str, Field(max_length=500)] = Field("", description="From now on; empty: it is given up.")
    why: _Why


class AimsAsked(PartsAsked):
    over: bool | None = None


class PlanActionShown(Shown):
    id: int
    plan_id: int
    client_id: int
    what: str
    kind: ActionKind
    person_id: int
    contact_id: int | None
    due_on: date
    state: ActionState
    closed_on: date | None
    note: str = Field(description="What came of it, or why not.")


class NewPlanAction(Given):
    what: Named200
    kind: ActionKind
    person_id: Number = Field(description="Who does it: somebody who sees the client.")
    contact_id: Number | None = Field(None, description="With whom, of the client's people.")
    due_on: Day


class PlanActionValues(Changing, Given):
    what: Named200 = ""
    kind: ActionKind = ActionKind.CALL
    person_id: Number = 0
    contact_id: Number | None = None
    due_on: Day = date.min


class PlanActionChange(PlanActionValues):
    if_unchanged: PlanActionValues | None = None


class PlanActionsAsked(PartsAsked):
    client_id: Number | None = None
    person_id: Number | None = None
    state: ActionState | None = None
    due_to: Day | None = None


class ActionDone(Given):
    note: Line300 = ""


class ActionDropped(Given):
    why: _Why


class KeyClientsAsked(Asked):
    owner_id: Number | None = None


class KeyClientShown(Shown):
    """Everybody reads the first six; the rest only who may see the client, else it is null. No sums."""

    id: int
    name: str
    owner_id: int | None
    segment_id: int | None
    group: str | None = Field(description="That holds for the client: `reward`, `manage`, …")
    abc: str | None = Field(description="Class by income.")
    attractiveness: float | None = Field(description="Points of 100.")
    is_open: bool = Field(description="Whether the token's owner may see the client.")
    stage: str | None
    loyalty: str | None
    worst_case_id: int | None
    severity: int | None = Field(description="Of the worst open case.")
    plan_id: int | None
