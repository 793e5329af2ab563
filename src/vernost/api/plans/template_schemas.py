from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from vernost.api.shell.values import Changing, Given, Line50, Named200, Reason500, Shown, Text
from vernost.clients.enums import ContactLevel
from vernost.programmes.enums import ActionKind, TargetHow

_Aims = Annotated[list[Reason500], Field(max_length=20)]


class TemplateNumber(Given):
    measure: Line50
    how: TargetHow = Field(description="How the start becomes a target.")
    by: Annotated[Decimal, Field(max_digits=12, decimal_places=2)]


class TemplateAction(Given):
    what: Named200
    kind: ActionKind
    days: Annotated[int, Field(ge=0, le=730)] = Field(description="From the first day of the plan.")
    level: ContactLevel | Literal[""] = Field("", description="With whom, of the client's people.")


class NumberOfTemplateShown(Shown):
    measure: str
    how: TargetHow
    by: Decimal


class ActionOfTemplateShown(Shown):
    what: str
    kind: ActionKind
    days: int
    level: str


class PlanTemplateShown(Shown):
    key: str = Field(description="Stands as `template` when a plan is made.")
    name: str
    advice: str = Field(description="When to take it.")
    aims: list[str]
    kpis: list[NumberOfTemplateShown]
    actions: list[ActionOfTemplateShown]
    is_shipped: bool


class PlanTemplates(BaseModel):
    items: list[PlanTemplateShown]


class NewPlanTemplate(Given):
    name: Named200
    advice: Text = ""
    aims: _Aims
    kpis: list[TemplateNumber] = Field([], max_length=6)
    actions: list[TemplateAction] = Field([], max_length=10)


class PlanTemplateChange(Changing, Given):
    name: Named200 = ""
    advice: Text = ""
    aims: _Aims = Field([])
    kpis: list[TemplateNumber] = Field([], max_length=6)
    actions: list[TemplateAction] = Field([], max_length=10)
