from datetime import date, datetime

from pydantic import Field

from vernost.api.shell.lists import Asked
from vernost.api.shell.values import (
    Changing,
    Day,
    Email,
    Given,
    Line20,
    Line50,
    Line100,
    Line200,
    Line300,
    Named300,
    Number,
    Of5,
    Reason500,
    Shown,
    Text,
)
from vernost.clients.enums import ClientKind


class ClientShown(Shown):
    id: int
    name: str
    kind: ClientKind
    code: str
    tax_id: str
    email: str
    phone: str
    industry: str
    founded_on: date | None
    since_on: date | None
    segment_id: int | None
    owner_id: int | None
    referred_by_id: int | None
    peculiarities: str
    why_us: str
    likes: str
    dislikes: str
    expects: str
    why_not_all: str
    strategic: bool
    promising: bool
    compelled: bool
    business_stability: int | None
    values_fit: int | None
    ended_on: date | None
    ended_reason: str
    created_at: datetime
    last_ordered_on: date | None
    last_contact_at: datetime | None


class _Described(Given):
    kind: ClientKind = ClientKind.COMPANY
    code: Line100 = Field(
        "", description="The number of the client in another system; no two clients share one."
    )
    tax_id: Line20 = ""
    email: Email = ""
    phone: Line50 = ""
    industry: Line200 = ""
    founded_on: Day | None = None
    since_on: Day | None = None
    segment_id: Number | None = None
    referred_by_id: Number | None = None
    peculiarities: Text = ""
    why_us: Text = ""
    likes: Text = ""
    dislikes: Text = ""
    expects: Text = ""
    why_not_all: Text = ""
    strategic: bool = False
    promising: bool = False
    compelled: bool = False
    business_stability: Of5 | None = None
    values_fit: Of5 | None = None


class NewClient(_Described):
    name: Named300
    owner_id: Number = Field(description="Who of us answers for the client.")


class ClientValues(Changing, _Described):
    name: Named300 = ""


class ClientChange(ClientValues):
    if_unchanged: ClientValues | None = Field(
        None, description="What you saw; refused with 409 when another value stands there by now."
    )


class HandOver(Given):
    owner_id: Number
    reason: Reason500 = Field(description="Both people read it, and it stays with the client.")
    introduce_on: Day = Field(description="The day by which the new owner is to be introduced to the client.")


class ClientsAsked(Asked):
    q: Line300 = Field("", description="Words of the name, code, tax id or e-mail, in any form.")
    code: Line100 | None = Field(None, description="Exactly this code.")
    owner_id: list[Number] = Field([], max_length=50)
    segment_id: list[Number] = Field([], max_length=50)
    kind: ClientKind | None = None
    strategic: bool | None = None
    ended: bool | None = None
    contact_from: Day | None = Field(None, description="Last contact on this day or later.")
    contact_to: Day | None = Field(None, description="Last contact on this day or earlier.")
    removed: bool = Field(False, description="Those in the recycle bin instead.")
