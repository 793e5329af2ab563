from datetime import date, datetime

from pydantic import BaseModel, Field

from vernost.api.shell.lists import Asked
from vernost.api.shell.values import Day, Shown
from vernost.assessment.enums import Fate, Why
from vernost.core.enums import JobState


class WorkShown(BaseModel):
    """Work in the background: ask again until it is neither `queued` nor `running`."""

    id: int
    state: JobState
    asked_at: datetime
    asked_by_id: int | None
    finished_at: datetime | None
    part: int = Field(ge=0, le=100, description="Percent done.")
    step: str = Field(description="What is done now, in words.")
    refusal: str = Field(description="Why it came to nothing, in words; else empty.")


class AssessmentShown(Shown):
    id: int
    as_of: date
    why: Why
    asked_by_id: int | None
    started_at: datetime
    finished_at: datetime
    engine_version: str
    clients: int
    signals: int


class AssessmentsAsked(Asked):
    why: Why | None = None
    as_of_from: Day | None = None
    as_of_to: Day | None = None


class AssessmentState(BaseModel):
    """`work` is null while nobody has asked for an assessment."""

    work: WorkShown | None
    last: AssessmentShown | None
    gaps: list[str] = Field(description="What could not be judged, and what would allow it.")


class SignalTested(BaseModel):
    code: str
    name: str
    flagged: int = Field(description="Alarms.")
    came: int = Field(description="Came true.")
    vain: int
    missed: int = Field(description="Happened without an alarm.")
    precision: float | None = Field(description="Of the alarms, how many came true.")
    lead_days: float | None = Field(description="Days ahead, median.")
    thresholds: list[str] = Field(description="Names of the settings that decide when it is raised.")


class BackTestShown(BaseModel):
    """`as_of` is null while nobody has asked for a back-test by the definitions in force."""

    as_of: date | None
    made_at: datetime | None
    days: list[date] = Field(description="Past days judged.")
    clients: int
    anyway: float | None = Field(
        description="How many left or fell anyway: what a signal reaches that knows nothing."
    )
    signals: list[SignalTested]
    work: WorkShown | None


class NamedClient(BaseModel):
    client_id: int
    on: date
    fate: Fate
    days: int | None = Field(description="Days ahead.")
    income: float | None = Field(description="Of the year before; null for who may not see money.")


class SignalHistory(BaseModel):
    """Clients behind the numbers, those with most income first, as far as the token's owner sees them."""

    tested: SignalTested | None
    came: list[NamedClient]
    vain: list[NamedClient]
    missed: list[NamedClient]
