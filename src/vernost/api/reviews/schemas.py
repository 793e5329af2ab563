from datetime import date, datetime
from typing import Annotated

from pydantic import BaseModel, Field

from vernost.api.decisions.schemas import DecisionShown, QuestionShown
from vernost.api.loyalty.schemas import RatingBeside
from vernost.api.shell.lists import Asked
from vernost.api.shell.values import Day, Given, Line20, Line500, Number, Shown, Text
from vernost.assessment.enums import Answer, ReviewKind, Subject


class ReviewShown(Shown):
    id: int
    owner_id: int = Field(description="Whose clients.")
    kind: ReviewKind
    since_on: date = Field(description="Changes are counted from this day.")
    started_by_id: int
    started_at: datetime
    finished_at: datetime | None
    total: int
    done: int
    changed: int
    later: int


class NewReview(Given):
    owner_id: Number = Field(description="Whose clients.")
    kind: ReviewKind


class ReviewsAsked(Asked):
    owner_id: Number | None = None
    finished: bool | None = None


class ReviewItemShown(Shown):
    id: int
    review_id: int
    client_id: int
    place: int
    answer: Answer
    note: str
    answered_by_id: int | None
    answered_at: datetime | None


class ReviewItemsAsked(Asked):
    review_id: Number | None = None
    client_id: Number | None = None
    answer: Answer | None = None


class Stood(Shown):
    group: str
    stage: str
    loyalty: str


class SinceShown(BaseModel):
    """What happened at the client since the day from which changes are counted; sums in the company's currency."""

    day: date
    before: Stood | None = Field(description="By the program on that day; null where nothing was known.")
    proposed: Stood | None = Field(description="By the program now.")
    bought: float | None = Field(description="Null for who may not see money.")
    bought_before: float | None = Field(description="In as many days before; null for who may not see money.")
    raised: list[str] = Field(description="Codes of signals that are new.")
    over: list[str] = Field(description="Codes of signals that are gone.")
    complaints: list[int] = Field(description="Numbers of new ones.")
    ratings: list[RatingBeside]
    decisions: list[DecisionShown]
    contacts: int


class ReviewedClient(BaseModel):
    """One client of the walk with what the page shows of him."""

    item: ReviewItemShown
    since: SinceShown
    questions: list[QuestionShown]
    until_on: date = Field(
        description="Until when an answer holds unless told: the next review is through then."
    )


class ReviewChange(Given):
    subject: Subject
    decided: Line20
    reason: Line500 = Field("", description="Needed where it is otherwise than the program says.")
    until_on: Day | None = Field(None, description="Unless told, until the next review is through.")


class ReviewNote(Given):
    note: Annotated[Text, Field(description="Empty: none.")]
