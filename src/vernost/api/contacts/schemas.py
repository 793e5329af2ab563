from datetime import date
from typing import Literal

from pydantic import Field

from vernost.api.shell.lists import Asked
from vernost.api.shell.values import (
    Changing,
    Day,
    Email,
    Given,
    Line50,
    Line200,
    Named200,
    Number,
    Shown,
    Text,
)
from vernost.clients.enums import ContactLevel, Influence


class ContactShown(Shown):
    id: int
    client_id: int
    name: str
    role: str
    level: str
    influence: str
    email: str
    phone: str
    talks_to_id: int | None
    birthday_on: date | None
    consented_on: date | None
    note: str


class _Described(Given):
    role: Line200 = Field("", description="The position.")
    level: ContactLevel | Literal[""] = ""
    influence: Influence | Literal[""] = ""
    email: Email = ""
    phone: Line50 = ""
    talks_to_id: Number | None = Field(None, description="Who of us talks to this person.")
    birthday_on: Day | None = Field(None, description="Kept only with the day on which the person agreed.")
    consented_on: Day | None = None
    note: Text = ""


class NewContact(_Described):
    client_id: Number
    name: Named200


class ContactValues(Changing, _Described):
    name: Named200 = ""


class ContactChange(ContactValues):
    if_unchanged: ContactValues | None = None


class ContactsAsked(Asked):
    client_id: Number | None = None
    email: Email | None = None
