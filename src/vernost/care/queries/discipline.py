"""Where a client stands on the discipline track, what his promises came to, and what leads him off it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Exists, OuterRef, Q, QuerySet

from vernost.care.enums import DOWN, Criterion, Step
from vernost.care.models import Declaration, PaymentPromise, TrackStep
from vernost.care.queries.payment_promise import KeptPromise, promises_among, promises_of
from vernost.clients.models import Client, Invoice
from vernost.clients.queries import client as client_queries
from vernost.clients.queries.debt import Debt, debts_among, debts_of
from vernost.core.access import Action
from vernost.core.models import User

# Invoices paid in time, one after another, that restore trust.
TRUST = 3
# How long a step, or rules that were declared, may stay without an effect.
PATIENCE = timedelta(days=14)


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
    steps = TrackStep.objects.filter(over_on=None, deleted_at=None)
    return client_queries.on_clients_of(user, Action.VIEW_CLIENT, steps)


@dataclass(frozen=True)
class StepDue:
    """A step that has had its time: either `open` of the client's debts and promises are left, and `following` is the
    next one (None behind the last), or nothing is left and trust may be restored.
    """

    step: TrackStep
    open: int
    following: Step | None


def long_taken(steps: QuerySet[TrackStep], as_of: date) -> QuerySet[TrackStep]:
    """Of the present `steps`, those taken PATIENCE ago or earlier; the longest ago first."""
    return steps.filter(taken_on__lte=as_of - PATIENCE).select_related("client").order_by("taken_on", "pk")


def steps_due(found: Sequence[TrackStep], as_of: date) -> list[StepDue]:
    """What is to be done about each of the steps `found`."""
    if not found:
        return []
    numbers = [one.client_id for one in found]
    open_ = Counter(
        one.invoice.client_id for one in debts_among(Invoice.objects.filter(client__in=numbers), as_of)
    )
    promises = promises_among(PaymentPromise.objects.filter(client__in=numbers), as_of)
    open_.update(one.promise.client_id for one in promises if one.paid_on is None)
    return [StepDue(one, open_[one.client_id], _next_step(one)) for one in found]


def unacknowledged(declarations: QuerySet[Declaration], as_of: date) -> QuerySet[Declaration]:
    """Of `declarations`, each client's last one, if he has not acknowledged it for PATIENCE."""
    later = Declaration.objects.filter(
        Q(declared_on__gt=OuterRef("declared_on"))
        | Q(declared_on=OuterRef("declared_on"), pk__gt=OuterRef("pk")),
        client=OuterRef("client"),
        deleted_at=None,
    )
    waiting = declarations.filter(deleted_at=None, acknowledged_on=None, declared_on__lte=as_of - PATIENCE)
    return waiting.filter(~Exists(later)).select_related("client").order_by("declared_on", "pk")


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
