from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

from vernost.api.shell.lists import Asked
from vernost.api.shell.values import Day, Given, Line300, Number, Shown, Text
from vernost.care.enums import TouchState
from vernost.voice.enums import Mood, Outcome


class TodayAsked(Given):
    whose: Literal["", "me", "all"] = Field(
        "", description="`me`, or `all` that the owner sees; unless told, his own if he owns clients."
    )


class NeedShown(Shown):
    client_id: int | None
    client_name: str
    kind: str
    title: str
    why: str
    next_step: str
    severity: int
    at_stake: float | None
    due_on: date | None
    planned_on: date | None


class Today(BaseModel):
    """What weighs most comes first; 40 of each kind at most."""

    on: date
    items: list[NeedShown]


class TouchShown(Shown):
    id: int
    client_id: int
    what: str
    kind: str
    channel: str
    contact_id: int | None
    person_id: int | None
    due_on: date
    latest_on: date
    state: TouchState
    reason: str
    closed_on: date | None
    worth: Decimal | None


class TouchesAsked(Asked):
    client_id: Number | None = None
    person_id: Number | None = None
    state: TouchState | None = None
    due_from: Day | None = None
    due_to: Day | None = None


class Said(Given):
    """What came of the contact."""

    note: Text = ""
    mood: Mood | None = None
    outcome: Outcome | Literal[""] = ""
    minutes: Annotated[int, Field(ge=0, le=1440)] | None = None


class Moved(Given):
    day: Day


class Skipped(Given):
    reason: Annotated[Line300, StringConstraints(min_length=1)]


class HandedOver(Given):
    person_id: Number
