from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

from vernost.api.shell.lists import Asked
from vernost.api.shell.values import Changing, Day, Given, Line50, Line300, Named300, Number, Shown, Text
from vernost.care.enums import LetterPurpose
from vernost.channels.enums import LetterKind, LetterState, Trouble
from vernost.clients.enums import ConsentPurpose, ConsentSource
from vernost.core.enums import Language

_Body = Annotated[Text, Field(min_length=1)]
_Name100 = Annotated[Line300, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]


class LetterTemplateShown(Shown):
    """Places in braces are filled for each client: {contact}, {client}, {owner}, {person}, {company}, {day}, {debt}."""

    id: int
    name: str
    purpose: LetterPurpose
    subject_ru: str
    body_ru: str
    subject_en: str
    body_en: str


class _Texts(Given):
    subject_ru: Line300 = ""
    body_ru: Text = ""
    subject_en: Line300 = ""
    body_en: Text = ""


class NewLetterTemplate(_Texts):
    name: _Name100
    purpose: LetterPurpose = Field(description="Decides whose consent is needed and what the cap counts.")


class LetterTemplateValues(Changing, _Texts):
    name: _Name100 = ""
    purpose: LetterPurpose = LetterPurpose.WORK


class LetterTemplateChange(LetterTemplateValues):
    if_unchanged: LetterTemplateValues | None = None


class BroughtIn(Given):
    language: Language = Field(description="In which the templates are named; each has both texts.")


class PreviewAsked(Given):
    client_id: Number
    language: Language = Language.ENGLISH


class FilledLetter(BaseModel):
    """As the client would get it, whatever holds it back."""

    contact_id: int | None
    language: str
    subject: str
    body: str


class OutgoingLetterShown(Shown):
    id: int
    kind: LetterKind
    client_id: int | None
    contact_id: int | None
    mailing_id: int | None
    person_id: int | None = Field(description="Who wrote it.")
    to_address: str
    to_name: str
    subject: str
    state: LetterState
    trouble: Trouble | Literal[""] = Field(description="Why it was not sent, or not yet.")
    server_said: str
    attempts: int
    created_at: datetime
    sent_at: datetime | None
    answered_at: datetime | None


class WholeLetterShown(OutgoingLetterShown):
    text: str


class LettersAsked(Asked):
    client_id: Number | None = None
    mailing_id: Number | None = None
    state: list[LetterState] = Field([], max_length=len(LetterState))
    kind: LetterKind | None = None


class NewLetter(Given):
    contact_id: Number | None = Field(None, description="To whom; without one, to the client's own address.")
    subject: Named300
    body: _Body
    once: Line50 = Field("", description="A mark of yours: a second letter with the same one is not written.")


class Settled(Given):
    arrived: bool = Field(description="It arrived; if not it is written anew.")


class ConsentShown(Shown):
    """One word; the newest of a purpose holds, rows are only added."""

    id: int
    contact_id: int
    purpose: ConsentPurpose
    given: bool
    source: ConsentSource
    said_on: date
    at: datetime
    by_id: int | None
    note: str


class NewConsent(Given):
    purpose: ConsentPurpose
    given: bool = Field(description="Agreed, or took it back.")
    source: Literal[ConsentSource.TOLD, ConsentSource.PAPER, ConsentSource.LETTER]
    said_on: Day
    note: Line300 = ""


class ConsentsAsked(Asked):
    contact_id: Number | None = None
    client_id: Number | None = None
    purpose: ConsentPurpose | None = None
