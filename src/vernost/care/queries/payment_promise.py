"""Promises of payment, and what the payments say of them."""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet

from vernost.care.enums import PromiseState
from vernost.care.models import PaymentPromise
from vernost.clients.models import Client, Payment


@dataclass(frozen=True)
class KeptPromise:
    """A promise with what the payments say: `paid` of it has come so far, all of it on `paid_on`."""

    promise: PaymentPromise
    state: PromiseState
    paid: Decimal
    paid_on: date | None

    @property
    def left(self) -> Decimal:
        amount: Decimal = self.promise.amount
        return amount - self.paid


def promises_of(client: Client, as_of: date) -> list[KeptPromise]:
    """Every promise of `client`, the one that is due first at the top."""
    return promises_among(PaymentPromise.objects.filter(client=client), as_of)


def promises_among(promises: QuerySet[PaymentPromise], as_of: date) -> list[KeptPromise]:
    """Each with its state. A payment counts from the day of the promise on, and for the earliest first; so `promises`
    should be all of a client.
    """
    rows = list(promises.filter(deleted_at=None).order_by("due_on", "pk"))
    came = Payment.objects.filter(
        client__in={one.client_id for one in rows}, deleted_at=None, paid_on__lte=as_of, amount__gt=0
    )
    payments: dict[int, list[_Left]] = {}
    for one in came.order_by("paid_on", "pk"):
        payments.setdefault(one.client_id, []).append(_Left(one.paid_on, one.amount, one.currency))
    return [_judged(promise, payments.get(promise.client_id, ()), as_of) for promise in rows]


def promises_to_watch(clients: Set[int], as_of: date, until: date) -> list[KeptPromise]:
    """Promises of `clients` that are due by `until` and not paid."""
    if not clients:
        return []
    judged = promises_among(PaymentPromise.objects.filter(client__in=clients).select_related("client"), as_of)
    return [one for one in judged if one.paid_on is None and one.promise.due_on <= until]


def _judged(promise: PaymentPromise, payments: Iterable["_Left"], as_of: date) -> KeptPromise:
    """Takes from `payments` what goes to this promise."""
    paid, paid_on = Decimal(), None
    for payment in payments:
        if payment.currency != promise.currency or payment.paid_on < promise.promised_on:
            continue
        taken = min(payment.amount, promise.amount - paid)
        payment.amount -= taken
        paid += taken
        if taken and paid >= promise.amount:
            paid_on = payment.paid_on
    return KeptPromise(promise, _state(promise, paid_on, as_of), paid, paid_on)


@dataclass
class _Left:
    """What of a payment no promise has taken yet."""

    paid_on: date
    amount: Decimal
    currency: str


def _state(promise: PaymentPromise, paid_on: date | None, as_of: date) -> PromiseState:
    if paid_on is not None:
        return PromiseState.KEPT if paid_on <= promise.due_on else PromiseState.LATE
    return PromiseState.BROKEN if as_of > promise.due_on else PromiseState.WAITING
