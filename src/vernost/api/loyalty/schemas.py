from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from vernost.api.shell.lists import Asked
from vernost.api.shell.values import Day, Given, Named300, Number, Shown, Text
from vernost.assessment.enums import Aspect, FactorArea, FactorKind, Met

Of10 = Annotated[int, Field(ge=1, le=10)]


class LevelShown(BaseModel):
    code: str
    meaning: str
    reached: bool


class RatingBeside(Shown):
    rated_on: date
    measure: str
    value: Decimal


class BoughtBetween(BaseModel):
    first: date
    last: date
    bought: float | None = Field(description="In the company's currency; null for who may not see money.")


class ContradictionShown(BaseModel):
    """Good words and less bought: the rows of both."""

    ratings: list[RatingBeside]
    stage: str
    windows: list[BoughtBetween] = Field(description="The year, and the year before.")


class FactorMarkShown(Shown):
    """What is known of a factor at a client, and from whom; `over_at` since another mark says otherwise."""

    id: int
    client_id: int
    factor_id: int
    state: Met
    noted_on: date
    source: str
    note: str
    noted_by_id: int
    over_at: datetime | None


class FactorOfClient(BaseModel):
    factor_id: int
    name: str
    kind: FactorKind
    area: FactorArea
    mark: FactorMarkShown | None = Field(description="What holds; null: nobody knows.")


class ExpectationShown(Shown):
    """Of 10 what a client expects of one thing, and how we do."""

    id: int
    client_id: int
    aspect: Aspect
    noted_on: date
    wanted: int
    given: int | None
    gap: int | None
    source: str


class ClientLoyalty(BaseModel):
    """`judged_on` is null for a client who came after the last assessment; then the level and its reasons are empty."""

    client_id: int
    judged_on: date | None
    level: str = Field(description="In force: a person's decision, else what the program proposes.")
    proposed: str
    assumed: bool = Field(description="From behaviour alone: nobody asked the client.")
    by_compulsion: bool
    levels: list[LevelShown]
    why: list[str]
    task: str = Field(description="What to do with a client on this level.")
    what_would_change_it: list[str]
    contradiction: ContradictionShown | None
    factors: list[FactorOfClient]
    scorecard: list[ExpectationShown] = Field(description="The last word on each aspect.")


class ClientsOnLevel(BaseModel):
    level: str
    clients: int


class BrokenFactor(BaseModel):
    factor_id: int
    name: str
    kind: FactorKind
    area: FactorArea
    clients: int


class GapShown(BaseModel):
    """Means of the clients of a group or segment."""

    of: str = Field(description="The group's code or the segment's number; empty for none.")
    aspect: Aspect
    wanted: float
    given: float | None
    gap: float | None
    clients: int


class LoyaltyShown(BaseModel):
    levels: list[ClientsOnLevel]
    compelled: int = Field(description="Regular without a choice.")
    say_well_and_buy_less: int = Field(description="They stand under /loyalty/contradictions.")
    broken: list[BrokenFactor]
    gaps: list[GapShown]


class LoyaltyAsked(Given):
    by: Literal["group", "segment"] = Field("group", description="By what the gaps are given.")


class PartingShown(Shown):
    client_id: int
    nps_last: int | None
    rating_last: float | None
    stage: str
    revenue_previous: Decimal | None = Field(description="Null for who may not see money.")
    revenue_window: Decimal | None = Field(description="Null for who may not see money.")


class LoyaltyFactorShown(BaseModel):
    id: int
    code: str = Field(description="Of a shipped one; else empty.")
    name: str
    kind: FactorKind
    area: FactorArea


class NewFactorMark(Given):
    client_id: Number
    factor_id: Number
    state: Met | None = Field(description="Null: nobody knows any more.")
    noted_on: Day
    source: Named300 = Field(description="From whom we know.")
    note: Text = ""


class FactorMarksAsked(Asked):
    client_id: Number | None = None
    factor_id: Number | None = None
    state: Met | None = None
    kind: FactorKind | None = None
    over: bool = Field(False, description="Those that are over too.")


class Score(Given):
    aspect: Aspect
    wanted: Of10 = Field(description="How much it matters to the client.")
    given: Of10 | None = Field(None, description="How we do, in his words.")


class NewScorecard(Given):
    client_id: Number
    noted_on: Day
    source: Named300 = Field(description="From whom we know.")
    scores: list[Score] = Field(max_length=len(Aspect), description="One of an aspect; at least one.")


class ExpectationsAsked(Asked):
    client_id: Number | None = None
    aspect: Aspect | None = None
    noted_from: Day | None = None
    noted_to: Day | None = None
