from datetime import date, datetime
from enum import StrEnum

from pydantic import Field

from vernost.api.shell.lists import Asked
from vernost.api.shell.values import Day, Given, Line20, Line500, Number, Shown
from vernost.assessment.enums import Asks, Subject


class AnswerKind(StrEnum):
    ACCEPT = "accept"
    KEEP = "keep"


class QuestionShown(Shown):
    id: int
    client_id: int
    subject: Subject
    asks: Asks
    decision_id: int | None
    stood: str = Field(description="What holds or held by the last decision; empty where there is none.")
    proposed: str = Field(description="What the program proposes.")
    since_on: date


class Answered(Given):
    answer: AnswerKind = Field(description="`accept` what the program proposes, or `keep` what was decided.")
    until_on: Day = Field(description="The last day on which the answer holds.")


class DecisionShown(Shown):
    id: int
    client_id: int
    subject: Subject
    proposed: str = Field(description="What the program said then.")
    decided: str
    reason: str
    until_on: date
    decided_by_id: int
    decided_at: datetime
    over_why: str
    over_by_id: int | None
    over_at: datetime | None


class NewDecision(Given):
    client_id: Number
    subject: Subject
    decided: Line20
    reason: Line500 = Field("", description="Needed where it is otherwise than the program says.")
    until_on: Day


class QuestionsAsked(Asked):
    client_id: Number | None = None
    subject: Subject | None = None
    asks: Asks | None = None
    owner_id: list[Number] = Field([], max_length=50)


class DecisionsAsked(Asked):
    client_id: Number | None = None
    subject: Subject | None = None
    owner_id: list[Number] = Field([], max_length=50)
    until_to: Day | None = Field(None, description="Holds until this day or an earlier one.")
    over: bool = Field(False, description="Those that are over too.")
