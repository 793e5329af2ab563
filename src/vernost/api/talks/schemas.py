from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import Field

from vernost.api.shell.lists import Asked
from vernost.api.shell.values import Changing, Given, Moment, Number, Shown, Text, Why
from vernost.voice.enums import ActKind, Channel, Direction, InteractionKind, Mood, Outcome

_NEVER = datetime.min.replace(tzinfo=UTC)
_Minutes = Annotated[int, Field(ge=0, le=1440)]


class TalkShown(Shown):
    id: int
    client_id: int
    contact_id: int | None
    person_id: int | None
    at: datetime
    direction: Direction
    kind: str
    channel: str
    outcome: str
    answered_at: datetime | None
    mood: int | None
    minutes: int | None
    free_of_charge: bool
    note: str


class _Talk(Given):
    kind: InteractionKind = InteractionKind.CALL
    direction: Direction = Direction.OUT
    channel: Channel | Literal[""] = ""
    outcome: Outcome | Literal[""] = Field("", description="How the other side reacted.")
    mood: Mood | None = None
    minutes: _Minutes | None = None
    free_of_charge: bool = Field(False, description="Work for nothing.")
    note: Text = ""


class NewTalk(_Talk):
    client_id: Number
    at: Moment = Field(description="When it took place.")
    contact_id: Number | None = Field(None, description="With whom, of the client's people.")
    acts: list[ActKind] = Field(
        [], max_length=len(ActKind), description="What the client did; some open a case."
    )
    why: Why = ""


class TalkValues(Changing, _Talk):
    at: Moment = _NEVER


class TalkChange(TalkValues):
    if_unchanged: TalkValues | None = None


class TalksAsked(Asked):
    client_id: Number | None = None
    contact_id: Number | None = None
    person_id: Number | None = None
    since: Moment | None = None
    until: Moment | None = None
