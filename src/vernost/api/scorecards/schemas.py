from datetime import date
from decimal import Decimal

from pydantic import BaseModel, Field

from vernost.api.goals.schemas import ValueShown
from vernost.api.lookups.schemas import NamedShown
from vernost.api.measures.schemas import Figure, Rows
from vernost.api.shell.lists import Asked
from vernost.api.shell.values import Given, Line50, Number
from vernost.programmes.enums import GoalScope


class Scorecards(BaseModel):
    """Whose scorecards the token's owner may see."""

    people: list[NamedShown]
    teams: list[NamedShown]
    company: bool


class LineShown(BaseModel):
    """Now against a quarter ago and against the means of the others; null where it was not counted."""

    measure: str
    now: Figure
    now_unknown: str
    before: Figure
    change: Decimal | None
    peers: float | None = Field(description="Mean of the people of the same team; for a team, of the teams.")
    company: float | None = Field(description="Mean of all people.")


class ResultShown(BaseModel):
    measure: str
    now: Figure
    now_unknown: str


class ScorecardShown(BaseModel):
    """Lines in money only for who may see money. `ideas`: given under one's name in a year."""

    counted_on: date | None
    before_on: date | None
    lines: list[LineShown]
    groups: dict[str, int] = Field(description="Clients by group; empty before the first assessment.")
    stages: dict[str, int]
    results: list[ResultShown] = Field(description="What the system brings; of the company alone.")
    ideas: int


class MonthlyShown(ValueShown):
    id: int
    measure: str
    scope: GoalScope
    subject: int = Field(description="Number of the team or the person; 0 for the company.")


class BehindAsked(Given):
    measure: Line50
    then: bool = Field(False, description="Of a quarter ago instead of now.")


class Behind(Rows):
    """`number` is that on the scorecard; the rows are counted anew for its day and make `today`."""

    counted_on: date
    number: Figure
    unknown: str
    today: Decimal | None


class MonthlyAsked(Asked):
    scope: GoalScope | None = None
    subject: Number | None = None
    measure: Line50 | None = None
    month_from: date | None = None
