from datetime import date

from pydantic import Field

from vernost.api.shell.lists import Asked
from vernost.api.shell.values import Given, Line500, Number, Shown, Text
from vernost.care.enums import HandoverKind


class HandoverShown(Shown):
    id: int
    client_id: int
    giver_id: int
    taker_id: int
    reason: str
    begun_on: date
    introduction_id: int | None = Field(description="The touch by which the taker is introduced.")
    finished_on: date | None
    note: str
    item_count: int
    taken_count: int


class HandoversAsked(Asked):
    client_id: Number | None = None
    taker_id: Number | None = None
    giver_id: Number | None = None
    open: bool | None = None


class HandoverItemShown(Shown):
    id: int
    handover_id: int
    kind: HandoverKind
    number: int = Field(description="Of the record of that kind, or of the client itself.")
    place: int
    moved: bool = Field(description="It has a new responsible now.")
    taken_on: date | None
    note: str


class HandoverItemsAsked(Asked):
    handover_id: Number | None = None
    open: bool | None = None


class ItemTaken(Given):
    taken: bool | None = Field(None, description="Ticked or not; null leaves it. Who hands over only notes.")
    note: Line500 | None = Field(None, description="What both have to say of it; null leaves it.")


class HandoverFinished(Given):
    note: Text = Field("", description="What remains to be said.")
