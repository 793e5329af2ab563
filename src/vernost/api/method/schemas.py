from typing import Annotated

from pydantic import BaseModel, Field

from vernost.api.runs.schemas import SignalTested, WorkShown
from vernost.api.shell.values import Changing, Given, Line50, Line200, Named200, Text
from vernost.assessment.enums import Doer, FactorArea, FactorKind

type Setting = float | str | dict[str, float] | None
Value = int | float | Line50 | Annotated[dict[Line50, float], Field(max_length=50)] | None


class DefinitionShown(BaseModel):
    """One definition of the method; days are days, parts are 0–1."""

    name: str
    meaning: str
    value: Setting
    default: Setting


class MethodTried(Given):
    values: dict[Line50, Value] = Field(
        min_length=1, max_length=100, description="By name; null: back to the default."
    )


class ThresholdsTried(MethodTried):
    code: Line50 = Field(description="The signal's; `values` are its thresholds.")


class DefinitionChange(BaseModel):
    name: str
    meaning: str
    now: str
    then: str


class GroupMove(BaseModel):
    stood: str
    stands: str
    clients: int


class ClientMove(BaseModel):
    client_id: int
    stood: str
    stands: str


class TrialEffect(BaseModel):
    """Clients who would change group, stage or level, and signals before and after."""

    groups: int
    stages: int
    levels: int
    signals_before: int
    signals_after: int
    moves: list[GroupMove]
    clients: list[ClientMove] = Field(description="Of changed groups, the first 500.")


class TrialShown(BaseModel):
    """`effect` is null until the work is done. Nothing is stored before the trial is saved."""

    work: WorkShown
    changes: list[DefinitionChange]
    effect: TrialEffect | None


class ThresholdTrialShown(BaseModel):
    """`then` is null until the work is done, `now` while no back-test was made by the definitions in force."""

    code: str
    work: WorkShown
    changes: list[DefinitionChange]
    now: SignalTested | None
    then: SignalTested | None


class PlaybookStepShown(BaseModel):
    title: str
    advice: str
    doer: Doer
    days: int
    optional: bool


class PlaybookShown(BaseModel):
    code: str
    name: str
    own: bool = Field(description="False: the shipped one holds.")
    opens_from: int = Field(description="The severity from which an assessment opens a case; 4: never.")
    reopen_days: int
    steps: list[PlaybookStepShown]


class PlaybookStepGiven(Given):
    title: Annotated[Line200, Field(min_length=1)]
    advice: Annotated[Text, Field(max_length=2000)] = ""
    doer: Doer = Doer.OWNER
    days: int = Field(ge=0, le=3650, description="After the case was opened.")
    optional: bool = False


class PlaybookGiven(Given):
    opens_from: int = Field(ge=1, le=4)
    reopen_days: int = Field(ge=0, le=3650)
    steps: list[PlaybookStepGiven] = Field(max_length=20)


class NewLoyaltyFactor(Given):
    name: Named200
    kind: FactorKind
    area: FactorArea


class LoyaltyFactorChange(Changing):
    name: Named200 = ""
    kind: FactorKind = FactorKind.RATIONAL
    area: FactorArea = FactorArea.PRODUCT
