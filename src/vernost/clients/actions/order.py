from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.db.models import Max, OuterRef, Subquery

from vernost.clients.enums import OrderStatus
from vernost.clients.gates import DISCOUNT_GIVEN, ORDER_OPENED
from vernost.clients.models import Client, Order, ServiceLine
from vernost.core.actions.record import change_record, create_record, remove_record
from vernost.core.actions.records import change_records
from vernost.core.actions.rows import create_rows
from vernost.core.enums import Face
from vernost.core.gates import Override
from vernost.core.models import User


class OrderFields(TypedDict, total=False):
    number: str
    ordered_on: date
    subject: str
    amount: Decimal
    direct_cost: Decimal | None
    currency: str
    service_line: ServiceLine | None
    status: OrderStatus
    is_extra: bool
    discount_percent: Decimal | None
    is_sample: bool


def create_order(
    *,
    client: Client,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    override: Override | None = None,
    **fields: Unpack[OrderFields],
) -> Order:
    """IntegrityError when the number is taken at this client; GateRefused when the client may not have it."""
    with transaction.atomic():
        order = create_record(record=Order(client=client, **fields), by=by, at=at, face=face, run=run)
        for gate in (ORDER_OPENED, DISCOUNT_GIVEN):
            gate.ask(order, override=override, by=by, at=at, face=face, run=run)
        note_last_order(client=client)
    return order


def change_order(
    *,
    order: Order,
    by: User | None,
    at: datetime,
    face: Face,
    run: str = "",
    override: Override | None = None,
    standing: Mapping[str, Any] | None = None,
    **fields: Unpack[OrderFields],
) -> Order:
    """GateRefused when a new discount is more than the client may have; ChangedMeanwhile when another value stands
    there than in `standing`.
    """
    with transaction.atomic():
        change_record(record=order, values=dict(fields), by=by, at=at, face=face, run=run, standing=standing)
        if "discount_percent" in fields:
            DISCOUNT_GIVEN.ask(order, override=override, by=by, at=at, face=face, run=run)
        note_last_order(client=order.client)
    return order


def remove_order(*, order: Order, by: User, at: datetime, face: Face, run: str = "") -> Order:
    with transaction.atomic():
        remove_record(record=order, by=by, at=at, face=face, run=run)
        note_last_order(client=order.client)
    return order


def create_orders(*, model: type[Order] = Order, values: Mapping[str, Sequence[Any]]) -> list[int]:
    """Many new orders at once, as `create_rows`. IntegrityError when a number is taken at its client."""
    with transaction.atomic():
        numbers = create_rows(model=model, values=values)
        note_last_orders(client_ids=sorted(set(values["client_id"])))
    return numbers


def change_orders(
    *,
    changes: Sequence[tuple[Order, Mapping[str, Any]]],
    by: User | None,
    at: datetime,
    face: Face,
    run: str,
) -> None:
    with transaction.atomic():
        change_records(changes=changes, by=by, at=at, face=face, run=run)
        note_last_orders(client_ids=sorted({order.client_id for order, _values in changes}))


def note_last_order(*, client: Client) -> None:
    """Brings the client's `last_ordered_on` in line with its orders; a return is no order."""
    orders = client.orders.filter(deleted_at=None, amount__gte=0).exclude(status=OrderStatus.CANCELLED)
    client.last_ordered_on = orders.aggregate(last=Max("ordered_on"))["last"]
    client.save(update_fields=["last_ordered_on"])


def note_last_orders(*, client_ids: list[int]) -> None:
    """The same for many clients at once, after orders were written in bulk."""
    counted = (
        Order.objects.filter(client=OuterRef("pk"), deleted_at=None, amount__gte=0)
        .exclude(status=OrderStatus.CANCELLED)
        .order_by("-ordered_on", "-id")
    )
    Client.objects.filter(pk__in=client_ids).update(
        last_ordered_on=Subquery(counted.values("ordered_on")[:1])
    )
