from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from vernost.api.shell.lists import Asked
from vernost.api.shell.values import Changing, Given, Line300, Named200, Named300, Number, Shown, Text
from vernost.care.enums import LetterHold, LetterPurpose, MailingState
from vernost.core.enums import Language

_Body = Annotated[Text, Field(min_length=1)]
_MOST = 5_000


class MailingShown(Shown):
    id: int
    name: str
    purpose: LetterPurpose
    language: Language
    subject: str
    body: str
    state: MailingState
    person_id: int | None
    created_at: datetime
    released_at: datetime | None


class MailingCounts(BaseModel):
    """Of all its clients: letters by their state (`unwritten` before they are), held back by the reason."""

    letters: dict[str, int]
    held: dict[str, int]


class NewMailing(Given):
    """A draft; nothing is sent before it is released."""

    client_ids: list[Number] = Field(
        min_length=1, max_length=_MOST, description="Of clients you may write to."
    )
    name: Named200
    purpose: LetterPurpose
    language: Language
    subject: Named300
    body: _Body


class MailingValues(Changing, Given):
    name: Named200 = ""
    purpose: LetterPurpose = LetterPurpose.WORK
    language: Language = Language.ENGLISH
    subject: Named300 = ""
    body: _Body = ""


class MailingChange(MailingValues):
    if_unchanged: MailingValues | None = None


class MailingsAsked(Asked):
    state: MailingState | None = None
    q: Line300 = Field("", description="Words of its name.")


class RecipientShown(Shown):
    """A client of a mailing; with `hold` it gets no letter: no consent, no address, the cap of care."""

    id: int
    mailing_id: int
    client_id: int
    contact_id: int | None
    hold: LetterHold | Literal[""]
    letter_id: int | None


class RecipientsAsked(Asked):
    mailing_id: Number | None = None
    held: bool | None = None


class ChosenRecipients(Given):
    recipient_ids: list[Number] = Field(min_length=1, max_length=_MOST)


class HowMany(BaseModel):
    count: int
