"""What a client may get by the policy of his group, and what of it was used."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localtime

from vernost.assessment.enums import Staffing
from vernost.assessment.models import ClientAssessment, Policy
from vernost.assessment.queries.policy import effective_group, policy_of
from vernost.clients.enums import CostPurpose, OrderStatus
from vernost.clients.models import Client, Cost, Invoice, Order
from vernost.core.queries.prepared import Prepared
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


@Prepared
def _asked(client: int, as_of: date) -> QuerySet[Interaction, Any]:
    asked = Interaction.objects.filter(
        client=client, deleted_at=None, kind=InteractionKind.INQUIRY, direction=Direction.IN,
        answered_at__isnull=False, at__date__gt=as_of - YEAR, at__date__lte=as_of,
    )  # fmt: skip
    return asked.values_list("at", "answered_at")


def slowest_answer(client: Client, as_of: date) -> int | None:
    """Hours that the slowest answer of the year to an inquiry took, whole; None when nothing was asked."""
    waits = [answered - at for at, answered in _asked.rows(client.pk, as_of)]
    return round(max(waits).total_seconds() / 3600) if waits else None


def free_hours_used(client: Client, days: int, as_of: date) -> Decimal:
    """Hours of work for nothing in the `days` up to and with `as_of`."""
    given = _free_minutes.rows(client.pk, as_of - timedelta(days=days), as_of)
    return _hours(sum(minutes or 0 for (minutes,) in given))


@Prepared
def _free_minutes(client: int, after: date, as_of: date) -> QuerySet[Interaction, Any]:
    talks = Interaction.objects.filter(
        client=client, deleted_at=None, free_of_charge=True, at__date__gt=after, at__date__lte=as_of
    )
    return talks.values_list("minutes")


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
    found = _extras.rows(client.pk, as_of)
    extras = sum(is_extra and not amount for is_extra, amount, _discount in found)
    return extras, max((discount for *_, discount in found if discount is not None), default=None)


@Prepared
def _extras(client: int, as_of: date) -> QuerySet[Order, Any]:
    return _orders(client, as_of).values_list("is_extra", "amount", "discount_percent")


def longest_term(client: Client, as_of: date) -> int | None:
    """Days that the invoices of the year gave for paying, at most."""
    return max(((due - issued_on).days for issued_on, due in _issued.rows(client.pk, as_of)), default=None)


@Prepared
def _issued(client: int, as_of: date) -> QuerySet[Invoice, Any]:
    issued = Invoice.objects.filter(
        client=client, deleted_at=None, issued_on__gt=as_of - YEAR, issued_on__lte=as_of
    )
    return issued.values_list("issued_on", "due_on")


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
    return sum((money for (money,) in _kept_with.rows(client.pk, as_of) if money), Decimal())


@Prepared
def _kept_with(client: int, as_of: date) -> QuerySet[Cost, Any]:
    spent = Cost.objects.filter(
        client=client, deleted_at=None, purpose=CostPurpose.KEEPING,
        spent_on__gt=as_of - YEAR, spent_on__lte=as_of,
    )  # fmt: skip
    return spent.values_list("money")


def _orders(client: Client | int, as_of: date) -> QuerySet[Order]:
    orders = Order.objects.filter(
        client=client, deleted_at=None, ordered_on__gt=as_of - YEAR, ordered_on__lte=as_of
    )
    return orders.exclude(status=OrderStatus.CANCELLED)
