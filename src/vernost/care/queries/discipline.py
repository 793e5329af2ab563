"""Where a client stands on the discipline track, what his promises came to, and what leads him off it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet

from vernost.care.enums import DOWN, Criterion, PromiseState, Step
from vernost.care.models import Declaration, PaymentPromise, TrackStep
from vernost.clients.models import Client, Invoice, Payment
from vernost.clients.queries import client as client_queries
from vernost.clients.queries.debt import Debt, debts_of
from vernost.core.access import Action, Scope, scope_of
from vernost.core.models import User

# Invoices paid in time, one after another, that restore trust.
TRUST = 3


@dataclass(frozen=True)
class KeptPromise:
    """A promise with what the payments say: `paid` of it has come so far, all of it on `paid_on`."""

    promise: PaymentPromise
    state: PromiseState
    paid: Decimal
    paid_on: date | None


@dataclass(frozen=True)
class Met:
    criterion: Criterion
    met: bool
    count: int = 0


@dataclass(frozen=True)
class Track:
    """`now` is None for a client who is not on the track."""

    now: TrackStep | None
    steps: Sequence[TrackStep]
    promises: Sequence[KeptPromise]
    debts: Sequence[Debt]
    way_back: Sequence[Met]
    next_step: Step | None

    @property
    def may_return(self) -> bool:
        return self.now is not None and all(one.met for one in self.way_back)


def visible_to(user: User) -> QuerySet[TrackStep]:
    """The present steps of clients on the track whom `user` may see."""
    steps = TrackStep.objects.filter(over_on=None, deleted_at=None, client__deleted_at=None)
    if scope_of(user, Action.VIEW_CLIENT) is Scope.ALL:
        return steps
    return steps.filter(client__in=client_queries.visible_to(user))


def step_of(client: Client) -> TrackStep | None:
    """The step that is in force."""
    return TrackStep.objects.filter(client=client, over_on=None, deleted_at=None).order_by("-pk").first()


def track_of(client: Client, as_of: date) -> Track:
    steps = TrackStep.objects.filter(client=client, deleted_at=None).select_related("taken_by")
    now = step_of(client)
    promises = promises_of(client, as_of)
    return Track(
        now=now,
        steps=list(steps.order_by("-taken_on", "-pk")),
        promises=promises,
        debts=debts_of(client, as_of),
        way_back=_way_back(client, now, promises, as_of) if now else (),
        next_step=_next_step(now),
    )


def promises_of(client: Client, as_of: date) -> list[KeptPromise]:
    """Every promise with its state. A payment counts from the day of the promise on, and for the earliest first."""
    rows = PaymentPromise.objects.filter(client=client, deleted_at=None).order_by("due_on", "pk")
    came = Payment.objects.filter(client=client, deleted_at=None, paid_on__lte=as_of, amount__gt=0)
    payments = [_Left(one.paid_on, one.amount, one.currency) for one in came.order_by("paid_on", "pk")]
    found = []
    for promise in rows:
        paid, paid_on = Decimal(), None
        for payment in payments:
            if payment.currency != promise.currency or payment.paid_on < promise.promised_on:
                continue
            taken = min(payment.amount, promise.amount - paid)
            payment.amount -= taken
            paid += taken
            if taken and paid >= promise.amount:
                paid_on = payment.paid_on
        found.append(KeptPromise(promise, _state(promise, paid_on, as_of), paid, paid_on))
    return found


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


def declarations_of(client: Client) -> QuerySet[Declaration]:
    rows = Declaration.objects.filter(client=client, deleted_at=None).select_related("declared_by")
    return rows.order_by("-declared_on", "-pk")


def _next_step(now: TrackStep | None) -> Step | None:
    """The step after the present one; None behind the last."""
    if now is None:
        return DOWN[0]
    place = DOWN.index(Step(now.step)) + 1
    return DOWN[place] if place < len(DOWN) else None


def _way_back(
    client: Client, now: TrackStep, promises: Sequence[KeptPromise], as_of: date
) -> tuple[Met, ...]:
    unpaid = sum(one.paid_on is None for one in promises)
    debts = len(debts_of(client, as_of))
    in_time = paid_in_time(client, now.began_on, as_of)
    criteria = [
        Met(Criterion.DEBTS_PAID, debts == 0, debts),
        Met(Criterion.PROMISES_KEPT, unpaid == 0, unpaid),
        Met(Criterion.PAID_IN_TIME, in_time >= TRUST, in_time),
    ]
    declared = declarations_of(client).first()
    if declared is not None:
        criteria.append(Met(Criterion.RULES_ACKNOWLEDGED, declared.acknowledged_on is not None))
    return tuple(criteria)


def paid_in_time(client: Client, since: date, as_of: date) -> int:
    """How many invoices due since the day were paid in time, counted back from the last one to the first that was
    not; an invoice that is not yet due says nothing.
    """
    due = Invoice.objects.filter(
        client=client, deleted_at=None, due_on__gte=since, due_on__lte=as_of, amount__gt=0
    )
    count = 0
    for invoice in due.order_by("-due_on", "-pk").prefetch_related("payments"):
        if not _in_time(invoice):
            break
        count += 1
    return count


def _in_time(invoice: Invoice) -> bool:
    if invoice.paid_on is not None:
        return invoice.paid_on <= invoice.due_on
    paid = [
        payment.amount
        for payment in invoice.payments.all()
        if payment.deleted_at is None
        and payment.paid_on <= invoice.due_on
        and payment.currency == invoice.currency
    ]
    came: Decimal = sum(paid, Decimal())
    return bool(came >= invoice.amount)
