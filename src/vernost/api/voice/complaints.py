from typing import Any

from django.utils.translation import gettext_lazy as _
from ninja import Query

from vernost.api.cases.endpoints import NOBODY
from vernost.api.shell.access import chosen, client_for
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed
from vernost.api.shell.operations import Operations
from vernost.api.shell.records import record_for
from vernost.api.shell.seen import standing_of
from vernost.api.shell.sight import page_for, shown_to
from vernost.api.shell.values import Number
from vernost.api.voice.schemas import ComplaintChange, ComplaintsAsked, ComplaintShown, NewComplaint
from vernost.clients.models import Client
from vernost.clients.queries.dealing import of_clients
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.queries.company import company
from vernost.core.queries.user import people_at_work
from vernost.voice.actions.complaint import change_complaint, open_complaint, remove_complaint
from vernost.voice.models import Complaint

operations = Operations("talks")
NOT_THEIRS = _("The client has no such person.")
_SUMS = ("cost", "value")


@operations.reads("/complaints", right=Action.VIEW_CLIENT, answer=Page[ComplaintShown])
def list_complaints(request: Request, asked: Query[ComplaintsAsked]) -> Page[ComplaintShown]:
    """Complaints of the clients that the token's owner sees; their sums only where he may see money."""
    rows = narrowed(
        of_clients(Complaint, request.auth, Action.VIEW_CLIENT),
        client=asked.client_id,
        responsible=asked.responsible_id,
        number=asked.number,
        closed_on__isnull=asked.open,
        opened_on__gte=asked.opened_from,
        opened_on__lte=asked.opened_to,
    )
    return page_for(request.auth, rows, asked, ComplaintShown, *_SUMS)


@operations.creates("/complaints", right=Action.LOG_INTERACTION, answer=ComplaintShown)
def open_a_complaint(request: Request, given: NewComplaint) -> ComplaintShown:
    """Writes down a complaint, as the client made it."""
    client = client_for(request.auth, given.client_id, Action.LOG_INTERACTION)
    values = _with_records(client, given.model_dump(exclude={"client_id"}))
    made = open_complaint(
        client=client, currency=company().currency, by=request.auth, at=now(), face=Face.API, **values
    )
    return shown_to(request.auth, made, ComplaintShown, *_SUMS)


@operations.reads("/complaints/{complaint_id}", right=Action.VIEW_CLIENT, answer=ComplaintShown)
def show_complaint(request: Request, complaint_id: Number) -> ComplaintShown:
    """One complaint."""
    one = _complaint(request.auth, complaint_id, Action.VIEW_CLIENT)
    return shown_to(request.auth, one, ComplaintShown, *_SUMS)


@operations.changes("/complaints/{complaint_id}", right=Action.LOG_INTERACTION, answer=ComplaintShown)
def change_a_complaint(request: Request, complaint_id: Number, given: ComplaintChange) -> ComplaintShown:
    """Writes the values that are sent and no others; with a day it is closed."""
    one = _complaint(request.auth, complaint_id, Action.LOG_INTERACTION)
    standing = standing_of(one, given.saw)
    values = _with_records(one.client, given.values)
    change_complaint(complaint=one, by=request.auth, at=now(), face=Face.API, standing=standing, **values)
    return shown_to(request.auth, one, ComplaintShown, *_SUMS)


@operations.removes("/complaints/{complaint_id}", right=Action.LOG_INTERACTION)
def remove_a_complaint(request: Request, complaint_id: Number) -> None:
    """Into the recycle bin for 30 days."""
    one = _complaint(request.auth, complaint_id, Action.LOG_INTERACTION)
    remove_complaint(complaint=one, by=request.auth, at=now(), face=Face.API)


def _complaint(person: User, pk: int, action: Action) -> Complaint:
    return record_for(Complaint, person, pk, seen=Action.VIEW_CLIENT, action=action)


def _with_records(client: Client, values: dict[str, Any]) -> dict[str, Any]:
    chosen(client.contacts.filter(deleted_at=None), values, "contact_id", NOT_THEIRS)
    chosen(people_at_work(), values, "responsible_id", NOBODY)
    return values
