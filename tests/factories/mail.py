"""Templates, mailings and what contacts agreed to, through the actions that people use."""

from tests.factories.moments import AT, TODAY
from vernost.care.actions.letter_template import create_template
from vernost.care.actions.mailing import draft_mailing
from vernost.care.enums import LetterPurpose
from vernost.care.models import LetterTemplate, Mailing
from vernost.clients.actions.consent import record_consent
from vernost.clients.actions.contact import create_contact
from vernost.clients.enums import ConsentPurpose, ConsentSource
from vernost.clients.models import Client, Contact
from vernost.core.enums import Face
from vernost.core.models import User


def make_contact(client: Client, name: str = "Olga", **fields: object) -> Contact:
    values = {"email": f"{name.lower()}@client{client.pk}.example"} | fields
    return create_contact(client=client, name=name, by=None, at=AT, face=Face.WEB, **values)


def agree(contact: Contact, purpose: ConsentPurpose = ConsentPurpose.NEWS, *, given: bool = True) -> None:
    record_consent(
        contact=contact, purpose=purpose, given=given, source=ConsentSource.TOLD, said_on=TODAY, by=None,
        at=AT, face=Face.WEB,
    )  # fmt: skip


def make_template(**fields: object) -> LetterTemplate:
    values = {
        "name": "News", "purpose": LetterPurpose.NEWS, "subject_en": "News for {client}",
        "body_en": "Dear {contact},\nthere is news.\n{owner}, {company}",
    } | fields  # fmt: skip
    return create_template(by=None, at=AT, face=Face.WEB, **values)


def make_mailing(by: User, *clients: Client, **fields: object) -> Mailing:
    values = {
        "name": "News", "purpose": LetterPurpose.NEWS, "language": "en", "subject": "News for {client}",
        "body": "Dear {contact},\nthere is news.\n{owner}",
    } | fields  # fmt: skip
    return draft_mailing(
        client_ids=[one.pk for one in clients], chosen="", by=by, at=AT, face=Face.WEB, **values
    )
