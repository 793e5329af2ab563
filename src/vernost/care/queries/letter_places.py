"""What is known of a client to fill a letter with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from babel.numbers import format_currency

from vernost.assessment.wording.words import Words
from vernost.care.letters.places import fill
from vernost.care.queries.mailing import judge
from vernost.clients.models import Client, Contact
from vernost.clients.queries.debt import debts_of
from vernost.core.models import User
from vernost.core.queries.company import company


def known_of(
    client: Client, contact: Contact | None, *, person: User | None, language: str, on: date, debt: bool
) -> Mapping[str, str]:
    """Place -> what stands there. The debt is looked up only if the text asks for it."""
    said = Words.load(language)
    owner = client.owner or person
    return {
        "contact": contact.name if contact else client.name,
        "client": client.name,
        "owner": owner.name if owner else company().name,
        "person": person.name if person else company().name,
        "company": company().name,
        "day": said.day(on),
        "debt": debt_of(client, language, on) if debt else "",
    }


def debt_of(client: Client, language: str, on: date) -> str:
    """Sums past their day, one for each currency; empty when there is none."""
    sums: dict[str, Decimal] = {}
    for one in debts_of(client, on):
        sums[one.invoice.currency] = sums.get(one.invoice.currency, Decimal()) + one.left
    return ", ".join(format_currency(total, currency, locale=language) for currency, total in sums.items())


@dataclass(frozen=True)
class Filled:
    """A letter as one client would get it."""

    contact: Contact | None
    subject: str
    body: str


def filled_for(
    client: Client,
    *,
    subject: str,
    body: str,
    purpose: str,
    language: str,
    person: User | None,
    on: date,
) -> Filled:
    """The letter to the contact who would get it, whatever holds it back."""
    judged = judge([client.pk], purpose, on)[0]
    contact = Contact.objects.filter(pk=judged.contact).first() if judged.contact else None
    contact = contact or client.contacts.filter(deleted_at=None).order_by("pk").first()
    known = known_of(
        client, contact, person=person, language=language, on=on, debt="{debt}" in subject + body
    )
    return Filled(contact, fill(subject, known), fill(body, known))
