from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from ninja import Query

from vernost.api.contacts.schemas import ContactChange, ContactsAsked, ContactShown, NewContact
from vernost.api.shell.access import chosen, client_for
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import wrong
from vernost.api.shell.records import record_for
from vernost.api.shell.seen import standing_of
from vernost.api.shell.values import Number
from vernost.clients.actions.contact import change_contact, create_contact, remove_contact
from vernost.clients.models import Contact
from vernost.clients.queries.dealing import of_clients
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User

operations = Operations("clients")
_NOBODY = gettext_lazy("There is no such person of ours.")


@operations.reads("/contacts", right=Action.VIEW_CLIENT, answer=Page[ContactShown])
def list_contacts(request: Request, asked: Query[ContactsAsked]) -> Page[ContactShown]:
    """People of the clients that the token's owner sees."""
    rows = of_clients(Contact, request.auth, Action.VIEW_CLIENT)
    return page_of(narrowed(rows, client=asked.client_id, email=asked.email), asked, ContactShown)


@operations.creates("/contacts", right=Action.CHANGE_CLIENT, answer=ContactShown)
def create_a_contact(request: Request, given: NewContact) -> Contact:
    """A new person at a client."""
    client = client_for(request.auth, given.client_id, Action.CHANGE_CLIENT)
    values = _with_records(given.model_dump(exclude={"client_id"}))
    _refuse_birthday_without_consent(values)
    return create_contact(client=client, by=request.auth, at=now(), face=Face.API, **values)


@operations.reads("/contacts/{contact_id}", right=Action.VIEW_CLIENT, answer=ContactShown)
def show_contact(request: Request, contact_id: Number) -> Contact:
    """One person."""
    contact = _contact(request.auth, contact_id, Action.VIEW_CLIENT)
    request.auth.opened_clients.add(contact.client_id)
    return contact


@operations.changes("/contacts/{contact_id}", right=Action.CHANGE_CLIENT, answer=ContactShown)
def change_a_contact(request: Request, contact_id: Number, given: ContactChange) -> Contact:
    """Writes the values that are sent and no others."""
    contact = _contact(request.auth, contact_id, Action.CHANGE_CLIENT)
    standing = standing_of(contact, given.saw)
    values = _with_records(given.values)
    dates = {name: values.get(name, getattr(contact, name)) for name in ("birthday_on", "consented_on")}
    _refuse_birthday_without_consent(dates)
    return change_contact(
        contact=contact, by=request.auth, at=now(), face=Face.API, standing=standing, **values
    )


@operations.removes("/contacts/{contact_id}", right=Action.CHANGE_CLIENT)
def remove_a_contact(request: Request, contact_id: Number) -> None:
    """Into the recycle bin for 30 days."""
    contact = _contact(request.auth, contact_id, Action.CHANGE_CLIENT)
    remove_contact(contact=contact, by=request.auth, at=now(), face=Face.API)


def _contact(person: User, pk: int, action: Action) -> Contact:
    return record_for(Contact, person, pk, seen=Action.VIEW_CLIENT, action=action)


def _with_records(values: dict[str, Any]) -> dict[str, Any]:
    chosen(User.objects.filter(is_active=True), values, "talks_to_id", _NOBODY)
    return values


def _refuse_birthday_without_consent(values: dict[str, Any]) -> None:
    if values["birthday_on"] and not values["consented_on"]:
        raise wrong("body.consented_on", _("A birthday is kept only of whom agreed: say when."))
