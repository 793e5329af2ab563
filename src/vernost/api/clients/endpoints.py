from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from ninja import Query

from vernost.api.clients.schemas import ClientChange, ClientsAsked, ClientShown, HandOver, NewClient
from vernost.api.shell.access import chosen, client_for, found
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.problems import Code, Refusal, Wrong
from vernost.api.shell.seen import standing_of
from vernost.api.shell.values import Number
from vernost.care.actions.handover import begin_handovers
from vernost.clients.actions.client import (
    change_client,
    create_client,
    remove_client,
    restore_client,
)
from vernost.clients.models import Client, Segment
from vernost.clients.queries.client import in_recycle_bin, matching, visible_to
from vernost.core.access import Action
from vernost.core.actions.undo import new_run
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.core.queries.user import owners_for

operations = Operations("clients")
_NO_OWNER = _("There is no such person, or you may not give clients to him.")
_NO_SEGMENT = _("There is no such segment.")
_BEGUN = _("The client is being handed over already.")
_NO_CLIENT = _("There is no such client, or you do not see it.")


@operations.reads("/clients", right=Action.VIEW_CLIENT, answer=Page[ClientShown])
def list_clients(request: Request, asked: Query[ClientsAsked]) -> Page[ClientShown]:
    """Clients that the token's owner sees."""
    rows = in_recycle_bin(request.auth) if asked.removed else visible_to(request.auth)
    return page_of(_narrowed(rows, asked), asked, ClientShown)


@operations.creates("/clients", right=Action.CREATE_CLIENT, answer=ClientShown)
def create_a_client(request: Request, given: NewClient) -> Client:
    """A new client."""
    values = _with_records(request.auth, given.model_dump())
    return create_client(by=request.auth, at=now(), face=Face.API, **values)


@operations.reads("/clients/{client_id}", right=Action.VIEW_CLIENT, answer=ClientShown)
def show_client(request: Request, client_id: Number) -> Client:
    """One client."""
    return client_for(request.auth, client_id)


@operations.changes("/clients/{client_id}", right=Action.CHANGE_CLIENT, answer=ClientShown)
def change_a_client(request: Request, client_id: Number, given: ClientChange) -> Client:
    """Writes the values that are sent and no others."""
    client = client_for(request.auth, client_id, Action.CHANGE_CLIENT)
    standing = standing_of(client, given.saw)
    values = _with_records(request.auth, given.values)
    return change_client(client=client, by=request.auth, at=now(), face=Face.API, standing=standing, **values)


@operations.removes("/clients/{client_id}", right=Action.REMOVE_CLIENT)
def remove_a_client(request: Request, client_id: Number) -> None:
    """Into the recycle bin, with all its history, for 30 days."""
    client = client_for(request.auth, client_id, Action.REMOVE_CLIENT)
    remove_client(client=client, by=request.auth, at=now(), face=Face.API)


@operations.acts("/clients/{client_id}/restore", right=Action.REMOVE_CLIENT, answer=ClientShown)
def restore_a_client(request: Request, client_id: Number) -> Client:
    """Takes a client out of the recycle bin."""
    client = found(in_recycle_bin(request.auth), client_id)
    return restore_client(client=client, by=request.auth, at=now(), face=Face.API)


@operations.acts("/clients/{client_id}/hand-over", right=Action.HAND_OVER_CLIENT, answer=ClientShown)
def hand_over_client(request: Request, client_id: Number, given: HandOver) -> Client:
    """Gives a client another owner with everything that is open, and begins the checklist of the hand-over."""
    client = client_for(request.auth, client_id, Action.HAND_OVER_CLIENT)
    values = given.model_dump()
    chosen(owners_for(request.auth), values, "owner_id", _NO_OWNER)
    _passed, left = begin_handovers(
        clients=[client], to=values.pop("owner"), by=request.auth, at=now(), face=Face.API,
        run=new_run("hand-over"), **values,
    )  # fmt: skip
    if left:
        raise Refusal(Code.IMPOSSIBLE, errors=[Wrong(where="path.client_id", what=str(_BEGUN))])
    return client


def _with_records(person: User, values: dict[str, Any]) -> dict[str, Any]:
    chosen(owners_for(person), values, "owner_id", _NO_OWNER)
    chosen(Segment.objects.all(), values, "segment_id", _NO_SEGMENT)
    chosen(visible_to(person), values, "referred_by_id", _NO_CLIENT)
    return values


def _narrowed(rows: QuerySet[Client], asked: ClientsAsked) -> QuerySet[Client]:
    rows = narrowed(
        rows,
        code=asked.code,
        owner__in=asked.owner_id,
        segment__in=asked.segment_id,
        kind=asked.kind,
        strategic=asked.strategic,
        ended_on__isnull=None if asked.ended is None else not asked.ended,
        last_contact_at__date__gte=asked.contact_from,
        last_contact_at__date__lte=asked.contact_to,
    )
    return matching(rows, asked.q) if asked.q else rows
