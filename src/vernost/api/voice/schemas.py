from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from vernost.api.shell.lists import Asked
from vernost.api.shell.values import Changing, Day, Given, Line100, Line500, Number, Shown, Text
from vernost.voice.enums import ActKind, Measure

_Minutes = Annotated[int, Field(ge=0, le=2**31 - 1)]
_Mark = Annotated[Decimal, Field(ge=0, le=10, max_digits=4, decimal_places=2)]


class ComplaintShown(Shown):
    id: int
    client_id: int
    contact_id: int | None
    responsible_id: int | None
    number: str
    opened_on: date
    closed_on: date | None
    subject: str
    justified: bool | None = Field(description="Decided for the client; null while nobody knows.")
    satisfied_after: bool | None = Field(description="Content with the answer.")
    cost: Decimal | None = Field(description="What settling it cost; null for who may not see money.")
    value: Decimal | None = Field(description="What is at stake; null for who may not see money.")
    currency: str
    minutes: int | None = Field(description="Our time.")


class _Complaint(Given):
    contact_id: Number | None = Field(None, description="Who complained, of the client's people.")
    responsible_id: Number | None = Field(None, description="Who of us settles it.")
    number: Line100 = Field("", description="The number in another system.")
    closed_on: Day | None = None
    subject: Line500 = ""
    justified: bool | None = None
    satisfied_after: bool | None = None
    minutes: _Minutes | None = None


class NewComplaint(_Complaint):
    client_id: Number
    opened_on: Day


class ComplaintValues(Changing, _Complaint):
    opened_on: Day = date.min


class ComplaintChange(ComplaintValues):
    if_unchanged: ComplaintValues | None = None


class ComplaintsAsked(Asked):
    client_id: Number | None = None
    responsible_id: Number | None = None
    number: Line100 | None = None
    open: bool | None = None
    opened_from: Day | None = None
    opened_to: Day | None = None


class RatingShown(Shown):
    id: int
    client_id: int
    contact_id: int | None
    rated_on: date
    measure: Measure
    value: Decimal
    note: str


class _Rating(Given):
    contact_id: Number | None = Field(None, description="Who rated, of the client's people.")
    note: Text = Field("", description="In his own words.")


class NewRating(_Rating):
    client_id: Number
    rated_on: Day
    measure: Measure
    value: _Mark = Field(description="`nps` from 0 to 10, all others from 1 to 5.")


class RatingValues(Changing, _Rating):
    rated_on: Day = date.min
    measure: Measure = Measure.NPS
    value: _Mark = Decimal()


class RatingChange(RatingValues):
    if_unchanged: RatingValues | None = None


class RatingsAsked(Asked):
    client_id: Number | None = None
    measure: Measure | None = None
    rated_from: Day | None = None
    rated_to: Day | None = None
    value_to: _Mark | None = Field(None, description="This mark or a lower one.")


class ActShown(Shown):
    id: int
    client_id: int
    happened_on: date
    kind: ActKind
    note: str
    interaction_id: int | None = Field(description="The contact in which it was noted.")


class NewAct(Given):
    client_id: Number
    happened_on: Day
    kind: ActKind
    note: Text = ""


class ActValues(Changing, Given):
    happened_on: Day = date.min
    kind: ActKind = ActKind.SUGGESTION
    note: Text = ""


class ActChange(ActValues):
    if_unchanged: ActValues | None = None


class ActsAsked(Asked):
    client_id: Number | None = None
    kind: list[ActKind] = Field([], max_length=len(ActKind))
    happened_from: Day | None = None
    happened_to: Day | None = None
