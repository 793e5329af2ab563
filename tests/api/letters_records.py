"""What stands in the place of a number in a path of letters: a record of the client of the row."""

from datetime import timedelta

from tests.api.care_records import somebody
from tests.factories.letters import make_letter, make_mailbox
from tests.factories.mail import agree, make_contact, make_mailing, make_template
from vernost.care.actions.client_letter import write_letter
from vernost.care.enums import LetterPurpose
from vernost.care.models import LetterTemplate, Mailing
from vernost.channels.models import Letter
from vernost.clients.models import Client, Contact
from vernost.core.clock import now


def _person_of(client: Client) -> Contact:
    found: Contact | None = client.contacts.filter(email="olga@client.example").first()
    return found or make_contact(client, email="olga@client.example")


def letter_of(client: Client) -> int:
    written = write_letter(
        client=client, contact=_person_of(client), purpose=LetterPurpose.WORK, subject="Our work",
        body="It is done.", by=somebody(), at=now(),
    )  # fmt: skip
    return written.letter.pk


def _in_state(client: Client, **values: object) -> int:
    number = letter_of(client)
    Letter.objects.filter(pk=number).update(**values)
    return number


def waiting_letter_of(client: Client) -> int:
    return _in_state(client, state="queued", trouble="")


def failed_letter_of(client: Client) -> int:
    return _in_state(client, state="failed", trouble="refused")


def unsure_letter_of(client: Client) -> int:
    return _in_state(client, state="unsure", trouble="cut_off", sending_at=now() - timedelta(hours=1))


def template_of(_client: Client) -> int:
    there = LetterTemplate.objects.count()
    return make_template(name=f"News {there}").pk


def mailing_of(client: Client) -> Mailing:
    contact = _person_of(client)
    agree(contact)
    return make_mailing(somebody(), client)


def cancelled_mailing_of(client: Client) -> int:
    mailing = mailing_of(client)
    Mailing.objects.filter(pk=mailing.pk).update(state="cancelled", released_at=now())
    return mailing.pk


def released_mailing_of(client: Client) -> int:
    mailing = mailing_of(client)
    Mailing.objects.filter(pk=mailing.pk).update(state="released", released_at=now())
    return mailing.pk


def consent_of(client: Client) -> int:
    contact = _person_of(client)
    agree(contact)
    return contact.consents.latest("pk").pk


def mail_of(client: Client) -> int:
    """In the mailbox of the client's owner."""
    mailbox = client.owner.mailboxes.first() or make_mailbox(client.owner)
    return make_letter(mailbox, "olga@client.example").pk
