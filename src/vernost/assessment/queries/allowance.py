"""What a client may get by the policy of his group, and what of it was used."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Count, Max, Q, QuerySet, Sum
from django.utils.timezone import localtime

from vernost.assessment.enums import Staffing
from vernost.assessment.models import ClientAssessment, Policy
from vernost.assessment.queries.policy import effective_group, policy_of
from vernost.clients.enums import CostPurpose, OrderStatus
from vernost.clients.models import Client, Cost, Invoice, Order
from vernost.voice.enums import Direction, InteractionKind
from vernost.voice.models import Interaction

YEAR = timedelta(days=365)
_HOUR, _TENTH = Decimal(60), Decimal("0.1")


@dataclass(frozen=True)
class Term:
    """One line of the policy: `allowed` and `used` in the unit of `name`; None: no limit, or nothing to compare."""

    name: str
    allowed: Any
    used: Any = None
    over: bool = False


@dataclass(frozen=True)
class Allowance:
    """`group` is None for a client whom nobody has judged; then there are no terms."""

    group: str | None
    policy: Policy | None
    terms: tuple[Term, ...] = ()


def allowance_of(client: Client, as_of: date, judged: ClientAssessment | None = None) -> Allowance:
    """Everything the policy says, with what the last year (free advice: its own period) has taken of it. Who has read
    the judgement gives it as `judged`.
    """
    group = judged.group_in_force if judged else effective_group(client)
    if group is None:
        return Allowance(None, None)
    policy = policy_of(group)
    return Allowance(group, policy, tuple(_terms(client, policy, as_of, judged)))


def _terms(client: Client, policy: Policy, as_of: date, judged: ClientAssessment | None) -> list[Term]:
    silent = (
        None if client.last_contact_at is None else (as_of - localtime(client.last_contact_at).date()).days
    )
    gifts = gifts_of(policy, judged.revenue_window) if judged else gifts_allowed(client, policy)
    extras, discount = _extras_and_discount(client, as_of)
    return [
        _over("response_hours", policy.response_hours, slowest_answer(client, as_of)),
        Term("staffing", Staffing(policy.staffing).label),
        Term("priority", policy.priority),
        _over("contact_days", policy.contact_days, silent),
        _over("free_hours", policy.free_hours, free_hours_used(client, policy.free_days, as_of)),
        _over("extras", policy.extras, extras),
        _over("discount_percent", policy.discount_percent, discount),
        _over("payment_days", policy.payment_days, longest_term(client, as_of)),
        _over("gifts", gifts, gifts_used(client, as_of)),
        Term("debt_stops_orders", policy.debt_stops_orders),
    ]


def _over(name: str, allowed: Any, used: Any) -> Term:
    return Term(name, allowed, used, over=allowed is not None and used is not None and used > allowed)


def slowest_answer(client: Client, as_of: date) -> int | None:
    """Hours that the slowest answer of the year to an inquiry took, whole; None when nothing was asked."""
    asked = Interaction.objects.filter(
        client=client, deleted_at=None, kind=InteractionKind.INQUIRY, direction=Direction.IN,
        answered_at__isnull=False, at__date__gt=as_of - YEAR, at__date__lte=as_of,
    )  # fmt: skip
    waits = [answered - at for at, answered in asked.values_list("at", "answered_at") if answered]
    return round(max(waits).total_seconds() / 3600) if waits else None


def free_hours_used(client: Client, days: int, as_of: date) -> Decimal:
    """Hours of work for nothing in the `days` up to and with `as_of`."""
    talks = Interaction.objects.filter(
        client=client, deleted_at=None, free_of_charge=True,
        at__date__gt=as_of - timedelta(days=days), at__date__lte=as_of,
    )  # fmt: skip
    return _hours(talks.aggregate(sum=Sum("minutes"))["sum"] or 0)


def free_hours_of(talks: Iterable[tuple[date, int]], days: int, as_of: date) -> Decimal:
    """As `free_hours_used`, of one client's days and minutes that were read already."""
    return _hours(sum(minutes for day, minutes in talks if as_of - timedelta(days=days) < day <= as_of))


def _hours(minutes: int) -> Decimal:
    return (Decimal(minutes) / _HOUR).quantize(_TENTH)


def extras_used(client: Client, as_of: date) -> int:
    """Extra services of the year for which nothing was taken."""
    return _orders(client, as_of).filter(is_extra=True, amount=0).count()


def _extras_and_discount(client: Client, as_of: date) -> tuple[int, Decimal | None]:
    """`extras_used` and the largest discount of the year, in one question."""
    found = _orders(client, as_of).aggregate(
        extras=Count("pk", filter=Q(is_extra=True, amount=0)), most=Max("discount_percent")
    )
    return found["extras"], found["most"]


def longest_term(client: Client, as_of: date) -> int | None:
    """Days that the invoices of the year gave for paying, at most."""
    issued = Invoice.objects.filter(
        client=client, deleted_at=None, issued_on__gt=as_of - YEAR, issued_on__lte=as_of
    )
    terms = [(due - issued_on).days for issued_on, due in issued.values_list("issued_on", "due_on")]
    return max(terms, default=None)


def gifts_allowed(client: Client, policy: Policy) -> Decimal | None:
    """The part of the year's revenue, in whole units of the company's currency; None before the first assessment."""
    revenue = ClientAssessment.objects.filter(client=client).values_list("revenue_window", flat=True).first()
    return gifts_of(policy, revenue)


def gifts_of(policy: Policy, revenue: Decimal | None) -> Decimal | None:
    """The part of `revenue` that the policy allows for gifts."""
    if revenue is None:
        return None
    return (max(revenue, Decimal()) * policy.gifts_percent / 100).quantize(Decimal(1))


def gifts_used(client: Client, as_of: date) -> Decimal:
    """Money of the year spent on keeping the client."""
    spent = Cost.objects.filter(
        client=client, deleted_at=None, purpose=CostPurpose.KEEPING,
        spent_on__gt=as_of - YEAR, spent_on__lte=as_of,
    )  # fmt: skip
    return spent.aggregate(sum=Sum("money"))["sum"] or Decimal()


def _orders(client: Client, as_of: date) -> QuerySet[Order]:
    orders = Order.objects.filter(
        client=client, deleted_at=None, ordered_on__gt=as_of - YEAR, ordered_on__lte=as_of
    )
    return orders.exclude(status=OrderStatus.CANCELLED)
