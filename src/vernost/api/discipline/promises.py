"""Promises of payment, with what the payments say of them."""

from collections.abc import Sequence
from typing import Any

from ninja import Query

from vernost.api.discipline.schemas import NewPromise, PromiseRow, PromisesAsked, PromiseShown
from vernost.api.shell.access import client_for
from vernost.api.shell.http import Request
from vernost.api.shell.lists import Page, narrowed, page_of
from vernost.api.shell.operations import Operations
from vernost.api.shell.records import record_for
from vernost.api.shell.sight import hidden, sees_money
from vernost.api.shell.values import Number
from vernost.care.actions.discipline import promise_payment, remove_promise
from vernost.care.models import PaymentPromise
from vernost.care.queries.payment_promise import KeptPromise, promises_among
from vernost.clients.queries.dealing import of_clients
from vernost.core.access import Action
from vernost.core.clock import now, today
from vernost.core.enums import Face
from vernost.core.models import User

operations = Operations("judgement")


@operations.reads("/payment-promises", right=Action.VIEW_CLIENT, answer=Page[PromiseShown])
def list_payment_promises(request: Request, asked: Query[PromisesAsked]) -> Page[PromiseShown]:
    """Promises of payment of the clients that the token's owner sees, and whether they were kept."""
    rows = narrowed(
        of_clients(PaymentPromise, request.auth, Action.VIEW_CLIENT),
        client=asked.client_id,
        due_on__gte=asked.due_from,
        due_on__lte=asked.due_to,
    )
    page = page_of(rows, asked, PromiseRow)
    return Page[PromiseShown](items=_judged(request.auth, page.items), next=page.next)


@operations.creates("/payment-promises", right=Action.CHANGE_CLIENT, answer=PromiseShown)
def write_down_payment_promise(request: Request, given: NewPromise) -> PromiseShown:
    """A sum that a client promised to pay by a day."""
    client = client_for(request.auth, given.client_id, Action.CHANGE_CLIENT)
    values: dict[str, Any] = given.model_dump(exclude={"client_id"})
    promise = promise_payment(client=client, by=request.auth, at=now(), face=Face.API, **values)
    return _judged(request.auth, [PromiseRow.model_validate(promise)])[0]


@operations.reads("/payment-promises/{promise_id}", right=Action.VIEW_CLIENT, answer=PromiseShown)
def show_payment_promise(request: Request, promise_id: Number) -> PromiseShown:
    """One promise."""
    promise = record_for(
        PaymentPromise, request.auth, promise_id, seen=Action.VIEW_CLIENT, action=Action.VIEW_CLIENT
    )
    return _judged(request.auth, [PromiseRow.model_validate(promise)])[0]


@operations.removes("/payment-promises/{promise_id}", right=Action.CHANGE_CLIENT)
def remove_payment_promise(request: Request, promise_id: Number) -> None:
    """Into the recycle bin for 30 days: it was no promise."""
    promise = record_for(
        PaymentPromise, request.auth, promise_id, seen=Action.VIEW_CLIENT, action=Action.CHANGE_CLIENT
    )
    remove_promise(promise=promise, by=request.auth, at=now(), face=Face.API)


def promise_shown(person: User, kept: KeptPromise) -> PromiseShown:
    row = PromiseRow.model_validate(kept.promise)
    shown = PromiseShown(**row.model_dump(), state=kept.state, paid=kept.paid, paid_on=kept.paid_on)
    return shown if sees_money(person) else hidden(shown, "amount", "paid")


def _judged(person: User, rows: Sequence[PromiseRow]) -> list[PromiseShown]:
    """A payment goes to the earliest promise first, so that all of a client are judged together."""
    of_them = PaymentPromise.objects.filter(client__in={one.client_id for one in rows})
    kept = {one.promise.pk: one for one in promises_among(of_them, today())}
    return [promise_shown(person, kept[one.id]) for one in rows]
