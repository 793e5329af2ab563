from typing import Any

from django.utils.translation import gettext_lazy as _
from ninja import Query

from vernost.api.dealings.schemas import DealingsAsked, NewOrder, OrderChange, OrderShown
from vernost.api.shell.access import chosen, client_for
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.records import record_for
from vernost.api.shell.seen import standing_of
from vernost.api.shell.values import Number, override_of
from vernost.clients.actions.order import change_order, create_order, remove_order
from vernost.clients.models import Order, ServiceLine
from vernost.clients.queries.dealing import of_clients
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face
from vernost.core.models import User

operations = Operations("money")
_NO_LINE = _("There is no such service line.")


@operations.reads("/orders", right=Action.VIEW_MONEY, answer=Page[OrderShown])
def list_orders(request: Request, asked: Query[DealingsAsked]) -> Page[OrderShown]:
    """Orders of the clients whose money the token's owner sees."""
    rows = of_clients(Order, request.auth, Action.VIEW_MONEY)
    found = narrowed(
        rows,
        client=asked.client_id,
        number=asked.number,
        ordered_on__gte=asked.day_from,
        ordered_on__lte=asked.day_to,
    )
    return page_of(found, asked, OrderShown)


@operations.creates("/orders", right=Action.CHANGE_CLIENT, answer=OrderShown)
def create_an_order(request: Request, given: NewOrder) -> Order:
    """A new order; 409 where a policy or an unpaid debt speaks against it."""
    client = client_for(request.auth, given.client_id, Action.CHANGE_CLIENT)
    values = _with_records(given.model_dump(exclude={"client_id", "why"}))
    return create_order(
        client=client, by=request.auth, at=now(), face=Face.API, override=override_of(given.why), **values
    )


@operations.reads("/orders/{order_id}", right=Action.VIEW_MONEY, answer=OrderShown)
def show_order(request: Request, order_id: Number) -> Order:
    """One order."""
    return _order(request.auth, order_id, Action.VIEW_MONEY)


@operations.changes("/orders/{order_id}", right=Action.CHANGE_CLIENT, answer=OrderShown)
def change_an_order(request: Request, order_id: Number, given: OrderChange) -> Order:
    """Writes the values that are sent and no others."""
    order = _order(request.auth, order_id, Action.CHANGE_CLIENT)
    standing = standing_of(order, given.saw)
    values = _with_records(given.values)
    return change_order(
        order=order,
        by=request.auth,
        at=now(),
        face=Face.API,
        override=override_of(given.why),
        standing=standing,
        **values,
    )


@operations.removes("/orders/{order_id}", right=Action.CHANGE_CLIENT)
def remove_an_order(request: Request, order_id: Number) -> None:
    """Into the recycle bin for 30 days."""
    order = _order(request.auth, order_id, Action.CHANGE_CLIENT)
    remove_order(order=order, by=request.auth, at=now(), face=Face.API)


def _order(person: User, pk: int, action: Action) -> Order:
    return record_for(Order, person, pk, seen=Action.VIEW_MONEY, action=action)


def _with_records(values: dict[str, Any]) -> dict[str, Any]:
    chosen(ServiceLine.objects.all(), values, "service_line_id", _NO_LINE)
    return values
