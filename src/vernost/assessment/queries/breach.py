"""Breaches of the policies: who may see them, and which records of the last quarter broke one without a gate."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import batched, groupby
from operator import attrgetter
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.timezone import localtime

from vernost.assessment.checks import DEBT_UNPAID, DISCOUNT_TOO_HIGH, FREE_HOURS_USED_UP, TERM_TOO_LONG
from vernost.assessment.models import Breach, Policy
from vernost.assessment.queries.allowance import free_hours_of
from vernost.assessment.queries.policy import policies, with_group_on
from vernost.clients.enums import OrderStatus
from vernost.clients.models import Invoice, Order
from vernost.clients.queries import client as client_queries
from vernost.clients.queries.debt import debts_among
from vernost.core.access import Action
from vernost.core.days import midnight
from vernost.core.enums import Face
from vernost.core.models import User
from vernost.voice.models import Interaction

LOOK_BACK = timedelta(days=92)
_BATCH = 500
_ordered_on = attrgetter("ordered_on")
_LIVE: dict[str, Any] = {"deleted_at": None, "client__deleted_at": None}


def visible_to(user: User) -> QuerySet[Breach]:
    """Breaches at clients that `user` may see."""
    return client_queries.on_clients_of(user, Action.VIEW_CLIENT, Breach.objects.filter(deleted_at=None))


def found_since(as_of: date) -> list[Breach]:
    """Unsaved breaches of records since the quarter before `as_of`, and since their policy is in force, that no
    breach names yet. The group is the one in which the client stood on the day.
    """
    return [
        *_discounts(as_of),
        *_debts(as_of),
        *_terms(as_of),
        *_free_hours(as_of),
    ]


def _discounts(as_of: date) -> Iterator[Breach]:
    orders = _recent(Order, "ordered_on", as_of).exclude(status=OrderStatus.CANCELLED)
    for policy, rows in _by_policy(orders, "ordered_on"):
        for order in _unnamed(rows.filter(discount_percent__gt=policy.discount_percent), DISCOUNT_TOO_HIGH):
            yield _breach(
                order, "discount_given", DISCOUNT_TOO_HIGH, order.ordered_on, order.discount_percent,
                policy.discount_percent,
            )  # fmt: skip


def _debts(as_of: date) -> Iterator[Breach]:
    owed = Invoice.objects.filter(
        client=OuterRef("client"), deleted_at=None, due_on__lt=OuterRef("ordered_on")
    )
    owed = owed.filter(Q(paid_on=None) | Q(paid_on__gt=OuterRef("ordered_on")))
    orders = _recent(Order, "ordered_on", as_of).exclude(status=OrderStatus.CANCELLED)
    for policy, rows in _by_policy(orders.filter(Exists(owed), amount__gte=0), "ordered_on"):
        if not policy.debt_stops_orders:
            continue
        for day, opened in groupby(_unnamed(rows, DEBT_UNPAID).order_by("ordered_on", "pk"), _ordered_on):
            for some in batched(opened, _BATCH):
                yield from _while_owing(day, some)


def _while_owing(day: date, orders: Sequence[Order]) -> Iterator[Breach]:
    """Those of the orders opened on `day` whose clients owed then."""
    invoices = Invoice.objects.filter(client__in={order.client_id for order in orders})
    owed: dict[int, Decimal] = defaultdict(Decimal)
    for debt in debts_among(invoices, day):
        owed[debt.invoice.client_id] += debt.left
    for order in orders:
        if left := owed[order.client_id]:
            yield _breach(order, "order_opened", DEBT_UNPAID, day, left, Decimal())


def _terms(as_of: date) -> Iterator[Breach]:
    for policy, rows in _by_policy(_recent(Invoice, "issued_on", as_of), "issued_on"):
        longer = rows.filter(due_on__gt=F("issued_on") + timedelta(days=policy.payment_days))
        for invoice in _unnamed(longer, TERM_TOO_LONG):
            days = Decimal((invoice.due_on - invoice.issued_on).days)
            yield _breach(
                invoice,
                "invoice_issued",
                TERM_TOO_LONG,
                invoice.issued_on,
                days,
                Decimal(policy.payment_days),
            )


def _free_hours(as_of: date) -> Iterator[Breach]:
    since, terms = as_of - LOOK_BACK, policies()
    free = Interaction.objects.filter(free_of_charge=True)
    # The moment first: only it is compared without working a day out of every row.
    talks = free.filter(at__gt=midnight(since), minutes__gt=0).filter(
        **_LIVE, at__date__gt=since, at__date__lte=as_of
    )
    given = _minutes_given(free, since - timedelta(days=max(one.free_days for one in terms.values())))
    for policy, rows in _by_policy(talks, "at__date"):
        for talk in _unnamed(rows, FREE_HOURS_USED_UP):
            day = localtime(talk.at).date()
            used = free_hours_of(given[talk.client_id], policy.free_days, day)
            if used > policy.free_hours:
                yield _breach(talk, "free_work", FREE_HOURS_USED_UP, day, used, policy.free_hours)


def _minutes_given(free: "QuerySet[Interaction]", since: date) -> dict[int, list[tuple[date, int]]]:
    """Client -> days and minutes of his talks for nothing after `since`."""
    given: dict[int, list[tuple[date, int]]] = defaultdict(list)
    talks = free.filter(deleted_at=None, at__gt=midnight(since), minutes__gt=0)
    for client, at, minutes in talks.values_list("client_id", "at", "minutes"):
        given[client].append((localtime(at).date(), minutes or 0))
    return given


def _recent(model: Any, day: str, as_of: date) -> "QuerySet[Any]":
    rows: QuerySet[Any] = model.objects.filter(
        **_LIVE, **{f"{day}__gt": as_of - LOOK_BACK, f"{day}__lte": as_of}
    )
    return rows


def _by_policy(rows: "QuerySet[Any]", day: str) -> Iterator[tuple[Policy, "QuerySet[Any]"]]:
    judged = with_group_on(rows, day).select_related("client")
    for group, policy in policies().items():
        yield policy, judged.filter(group=group, **{f"{day}__gte": policy.since_on})


def _unnamed(rows: "QuerySet[Any]", code: str) -> "QuerySet[Any]":
    named = Breach.objects.filter(
        kind=rows.model._meta.label_lower, object_id=OuterRef("pk"), code=code, deleted_at=None
    )
    return rows.exclude(Exists(named)).order_by("pk")


def _breach(record: Any, gate: str, code: str, happened_on: date, found: Decimal, allowed: Decimal) -> Breach:
    return Breach(
        client=record.client,
        gate=gate,
        code=code,
        kind=record._meta.label_lower,
        object_id=record.pk,
        object_name=str(record)[:300],
        happened_on=happened_on,
        found=found,
        allowed=allowed,
        face=Face.IMPORT,
        is_sample=record.is_sample,
    )
