from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from vernost.api.shell.lists import Asked
from vernost.api.shell.values import Changing, Day, Given, Named200, Number, Shown, Text
from vernost.programmes.enums import IdeaArea, IdeaState

_Words = Annotated[Text, Field(min_length=1)]
_People = Annotated[list[Number], Field(min_length=1, max_length=200)]


class IdeaShown(Shown):
    id: int
    title: str
    text: str
    area: IdeaArea
    client_id: int | None
    act_id: int | None = Field(description="The client's suggestion that was taken up.")
    group_id: int | None
    author_id: int | None = Field(description="Null: given without a name.")
    created_at: datetime
    state: IdeaState
    answer: str
    answered_by_id: int | None
    answered_at: datetime | None
    read_at: datetime | None = Field(description="When the author said that he has read the answer.")
    responsible_id: int | None
    due_on: date | None
    done_on: date | None
    effect: str
    vote_count: int
    mine: bool = Field(description="Whether the token's owner is for it.")


class _Idea(Given):
    text: Text = ""
    area: IdeaArea = IdeaArea.OTHER
    client_id: Number | None = Field(None, description="Whom it is about.")
    group_id: Number | None = Field(None, description="A working group.")


class NewIdea(_Idea):
    title: Named200
    act_id: Number | None = Field(None, description="A client's suggestion, of `/acts`.")
    nameless: bool = Field(False, description="Nobody learns whose it is, the audit log neither.")


class IdeaValues(Changing, _Idea):
    title: Named200 = ""


class IdeaChange(IdeaValues):
    if_unchanged: IdeaValues | None = None


class IdeasAsked(Asked):
    state: list[IdeaState] = Field([], max_length=len(IdeaState))
    area: IdeaArea | None = None
    client_id: Number | None = None
    author_id: Number | None = None
    responsible_id: Number | None = None
    group_id: Number | None = None


class IdeaAccepted(Given):
    responsible_id: Number = Field(description="Who does it.")
    due_on: Day
    answer: Text = Field("", description="What the author is told.")


class IdeaDeclined(Given):
    answer: _Words = Field(description="Why not: this is what the author is told.")


class IdeaDone(Given):
    done_on: Day
    effect: _Words = Field(description="What came of it.")


class IdeaVoted(Given):
    vote: bool = Field(description="For it, or no longer.")


class RemarkShown(Shown):
    id: int
    idea_id: int
    author_id: int
    said_at: datetime
    text: str


class NewRemark(Given):
    text: _Words


class RemarksAsked(Asked):
    idea_id: Number | None = None


class WorkingGroupShown(Shown):
    id: int
    name: str
    task: str
    people: list[int] = Field(description="Their numbers.")
    idea_count: int


class NewWorkingGroup(Given):
    name: Named200
    task: Text = Field("", description="What it is for.")
    people: _People


class WorkingGroupValues(Changing, Given):
    name: Named200 = ""
    task: Text = ""


class WorkingGroupChange(WorkingGroupValues):
    people: _People = Field([])
    if_unchanged: WorkingGroupValues | None = None
