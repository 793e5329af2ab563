from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, Field

from vernost.api.shell.lists import Asked
from vernost.api.shell.values import Day, Given, Line300, Line500, Number, Reason500, Shown, Text
from vernost.care.enums import Checklist, EndingState, Ground, Reason, Side

ContactsAYear = Annotated[int, Field(ge=1, le=2, description="Greetings a year afterwards.")]


def _parts(value: Any) -> Any:
    return value.replace(",", " ").split() if isinstance(value, str) else value


class Losing(BaseModel):
    """What goes with the client, a year."""

    as_of: date
    revenue: float
    profit: float
    share: float
    hours: float = Field(description="Of our people, freed.")
    referred: int = Field(description="Clients whom he brought.")


def _known(value: Any) -> Any:
    """Endings that nobody counted keep an empty object."""
    return value or None


class EndingShown(Shown):
    id: int
    client_id: int
    side: Side = Field(description="Who ends it.")
    state: EndingState
    reason: Reason
    opened_on: date
    grounds: list[Ground]
    note: str
    loses: Annotated[Losing | None, BeforeValidator(_known)] = Field(
        description="Null for who may not see money, and where nobody has judged the client."
    )
    guards: Annotated[list[str], BeforeValidator(_parts)] = Field(
        description="What protected the client then."
    )
    guard_why: str
    guard_by_id: int | None
    offered_on: date | None
    new_price: str
    new_terms: str
    until_on: date | None
    accepted: bool | None
    answered_on: date | None
    decided_on: date | None
    decided_by_id: int | None
    decision_why: str
    done: dict[Checklist, date] = Field(description="What of the checklist is done, and when.")
    partner: str
    ended_on: date | None
    contacts_a_year: int


class EndingCaseShown(BaseModel):
    """What the last assessment says for and against an ending; nothing is ended by it."""

    client_id: int
    ending_id: int | None = Field(description="The open one, or the last.")
    grounds: list[Ground]
    evidence: list[int] = Field(description="Numbers of the signals.")
    guards: list[str] = Field(description="Codes of what protects the client.")
    protected_by: list[str] = Field(description="The same in words.")
    loses: Losing | None = Field(description="Null for who may not see money.")


class NewEnding(Given):
    client_id: Number
    grounds: list[Ground] = Field(min_length=1, max_length=len(Ground))
    note: Text = ""
    guard_why: Line500 = Field("", description="Why in spite of the protection; of a director.")


class Leaving(Given):
    ended_on: Day
    reason: Reason = Field(description="Not `ours`.")
    note: Text = ""
    contacts_a_year: ContactsAYear = 1


class LastChance(Given):
    offered_on: Day
    until_on: Day = Field(description="Not before `offered_on`.")
    new_price: Line300 = Field("", description="A price, terms, or both.")
    new_terms: Text = ""


class ChanceAnswer(Given):
    accepted: bool


class EndingDecision(Given):
    end: bool = Field(description="False: the client stays.")
    why: Reason500


class Ticked(Given):
    item: Checklist
    done: bool = True


class Finishing(Given):
    ended_on: Day
    partner: Line300 = Field("", description="Who serves the client now.")
    contacts_a_year: ContactsAYear = 1


class EndingsAsked(Asked):
    client_id: Number | None = None
    side: Side | None = None
    state: list[EndingState] = Field([], max_length=len(EndingState))
    reason: Reason | None = None


class LetterText(BaseModel):
    subject: str
    body: str = Field(description="What is not known is a blank line to be filled in.")
