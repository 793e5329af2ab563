from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from vernost.api.shell.lists import Asked
from vernost.api.shell.values import Changing, Day, Given, Line20, Line50, Named200, Number, Shown, Text
from vernost.care.enums import Purpose, Responsible, Unit
from vernost.core.enums import Role
from vernost.voice.enums import Channel, InteractionKind

_Times = Annotated[int, Field(ge=1, le=99)]
_Codes = Annotated[list[Line20], Field(max_length=20)]


class CareRuleShown(Shown):
    """Either `times` in every `every` `unit`s, or on an `occasion`. Empty lists: all; no stages: all but former
    clients; no contact levels: who decides.
    """

    id: int
    name: str
    kind: InteractionKind
    channel: Channel
    purpose: Purpose
    times: int | None
    every: int | None
    unit: str
    occasion: str = Field(description="A code of `/occasions`.")
    fixed_month: int | None
    fixed_day: int | None
    ahead_days: int = Field(description="So many days before the occasion.")
    late_days: int = Field(description="Days from the ideal to the latest day.")
    responsible: Responsible
    role: str
    person_id: int | None
    note: str
    groups: list[str]
    stages: list[str]
    loyalties: list[str]
    contact_levels: list[str]
    is_on: bool
    position: int = Field(description="Of two that do not fit under the cap the lower one is kept.")


class _Rule(Given):
    times: _Times | None = None
    every: _Times | None = None
    unit: Unit | Literal[""] = ""
    occasion: Line50 = Field("", description="A code of `/occasions`; a rule has a period or an occasion.")
    fixed_month: Annotated[int, Field(ge=1, le=12)] | None = None
    fixed_day: Annotated[int, Field(ge=1, le=31)] | None = None
    ahead_days: Annotated[int, Field(ge=0, le=60)] = 0
    late_days: Annotated[int, Field(ge=0, le=90)] = 7
    responsible: Responsible = Responsible.OWNER
    role: Role | Literal[""] = Field("", description="Of whom the rule asks, where a role does it.")
    person_id: Number | None = Field(None, description="Of whom the rule asks, where one person does it.")
    note: Text = ""
    groups: _Codes = Field([])
    stages: _Codes = Field([])
    loyalties: _Codes = Field([])
    contact_levels: _Codes = Field([])
    is_on: bool = True


class NewRule(_Rule):
    name: Named200
    kind: InteractionKind
    channel: Channel = Field(description="It must fit the purpose.")
    purpose: Purpose


class RuleValues(Changing, _Rule):
    name: Named200 = ""
    kind: InteractionKind = InteractionKind.CALL
    channel: Channel = Channel.TELEPHONE
    purpose: Purpose = Purpose.HEAR
    position: Annotated[int, Field(ge=0, le=999)] = 0


class RuleChange(RuleValues):
    if_unchanged: RuleValues | None = None


class RulesAsked(Asked):
    is_on: bool | None = None


class LoadAsked(RuleValues):
    """What would be changed, or what a new rule would be."""

    rule_id: Number | None = Field(None, description="Of which rule; none: of a new one.")


class LoadShown(Shown):
    """Touches a week of one person; `most` in his fullest week, `capacity` is what he makes."""

    person_id: int
    name: str
    before: float
    after: float
    most: float
    capacity: int
    too_much: bool


class Load(BaseModel):
    """`held`: touches that the cap would hold back; `clients` of `of` were planned for it."""

    people: list[LoadShown]
    held: float
    clients: int
    of: int


class OccasionShown(Shown):
    code: str
    name: str
    on: date | None = Field(
        description="The day in the year that was asked for; null where it is each one's own."
    )


class Occasions(BaseModel):
    items: list[OccasionShown]


class OfYear(Given):
    year: int | None = Field(None, ge=1900, le=2199, description="This year unless told.")


class HolidayShown(Shown):
    on: date
    name: str


class Holidays(BaseModel):
    """No touch is planned on these days, nor on Saturdays and Sundays."""

    country: str
    items: list[HolidayShown]


class KeptAsked(Given):
    by: Literal["person", "rule", "group"] = "person"
    day_from: Day | None = Field(None, description="The last 90 days unless told.")
    day_to: Day | None = None


class KeptShown(Shown):
    """A promise counts in the time in which its latest day lies."""

    key: int | str | None = Field(
        description="The person's or rule's number or the group's code; null: nobody's, of a plan."
    )
    in_time: int
    late: int
    missed: int
    overdue: int
    skipped: int
    open: int
    promised: int = Field(description="Those that should have been made by now.")
    part: float | None = Field(description="Kept in time, of the promised; from 0 to 1.")


class KeptLines(BaseModel):
    day_from: date
    day_to: date
    items: list[KeptShown]
    total: KeptShown


class CareSettingsShown(Shown):
    cap_touches: int = Field(description="A client hears from us at most so many times")
    cap_days: int = Field(description="within so many days.")
    former_per_year: int = Field(description="A former client, times a year.")
    weekly_capacity: int = Field(description="Touches that a person makes in a week.")
    horizon_days: int = Field(description="Planned ahead.")
    country: str = Field(description="Whose public holidays are kept; ISO 3166.")


class CareSettingsChange(Changing, Given):
    cap_touches: Annotated[int, Field(ge=1, le=99)] = 1
    cap_days: Annotated[int, Field(ge=1, le=366)] = 1
    former_per_year: Annotated[int, Field(ge=0, le=12)] = 0
    weekly_capacity: Annotated[int, Field(ge=1, le=1000)] = 1
    horizon_days: Annotated[int, Field(ge=14, le=366)] = 14
    country: Line20 = ""


class CapacityShown(Shown):
    person_id: int
    per_week: int | None


class NewCapacity(Given):
    per_week: Annotated[int, Field(ge=0, le=1000)] | None = Field(
        description="Touches a week; null: as everybody."
    )


class FirstWordsShown(Shown):
    """With what the client came, in his own words."""

    client_id: int
    task: str
    wishes: str
    heard_on: date
    heard_by_id: int | None


class SaidFirst(Given):
    task: Annotated[Text, Field(min_length=1)] = Field(description="With what the client comes.")
    wishes: Text = Field("", description="What he wishes of us.")
