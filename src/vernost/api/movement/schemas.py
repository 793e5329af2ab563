from datetime import date
from typing import Literal

from pydantic import BaseModel, Field

from vernost.api.shell.lists import Asked
from vernost.api.shell.values import Day, Given, Number, Shown

_NEW = "A code of group, stage or level; `new` for who was no client yet."


class BetweenDays(Given):
    of: Literal["group", "stage", "loyalty"] = "group"
    since: Day | None = Field(None, description="A judged day; unless told, that nearest to a year before.")
    until: Day | None = Field(None, description="A judged day; unless told, the last.")
    proposed: bool = Field(False, description="By the program's word alone, without people's decisions.")
    owner_id: Number | None = None
    segment_id: Number | None = None


class MoveShown(BaseModel):
    stood: str = Field(description=_NEW)
    stands: str
    clients: int


class MovementShown(BaseModel):
    """`moves` is empty and the days are null where fewer than two days are judged."""

    of: str
    since: date | None
    until: date | None
    moves: list[MoveShown]
    sentences: list[str] = Field(description="Whether it goes up or down, and the largest moves.")
    judged_days: list[date] = Field(description="The days between which may be compared, latest first.")


class MovedAsked(BetweenDays, Asked):
    stood: str = Field(max_length=12, description=_NEW)
    stands: str = Field(max_length=12, description="Where they stand on the later day.")


class MovedClient(Shown):
    id: int
    name: str
    owner_id: int | None
    segment_id: int | None


class StandingOfDays(Shown):
    """What the program said from one assessment until another said otherwise."""

    id: int
    client_id: int
    since_on: date
    until_on: date | None = Field(description="Null: it still says so.")
    group: str
    stage: str
    loyalty: str


class StandingsOfDaysAsked(Asked):
    client_id: Number | None = None
    on: Day | None = Field(None, description="Those of this day.")
