"""What the policies object to, as checks of the gates below (core/gates.py); registered when the app starts."""

from datetime import date
from decimal import Decimal

from django.utils.timezone import localtime

from vernost.assessment.models import Policy
from vernost.assessment.queries.allowance import extras_used, free_hours_used
from vernost.assessment.queries.policy import effective_group, policy_of
from vernost.clients.gates import DISCOUNT_GIVEN, INVOICE_ISSUED, ORDER_OPENED
from vernost.clients.models import Client, Invoice, Order
from vernost.clients.queries.debt import debts_of
from vernost.core.gates import Objection
from vernost.voice.gates import FREE_WORK
from vernost.voice.models import Interaction

DEBT_UNPAID = "debt_unpaid"
EXTRAS_USED_UP = "extras_used_up"
DISCOUNT_TOO_HIGH = "discount_too_high"
TERM_TOO_LONG = "term_too_long"
FREE_HOURS_USED_UP = "free_hours_used_up"


def register_checks() -> None:
    ORDER_OPENED.checked_by(debt_unpaid)
    ORDER_OPENED.checked_by(extras_used_up)
    DISCOUNT_GIVEN.checked_by(discount_too_high)
    INVOICE_ISSUED.checked_by(term_too_long)
    FREE_WORK.checked_by(free_hours_used_up)


def debt_unpaid(order: Order) -> Objection | None:
    """New work while a debt is unpaid. A return is no new work."""
    policy = _policy_for(order.client)
    if policy is None or not policy.debt_stops_orders or order.amount < 0:
        return None
    owed = sum((debt.left for debt in debts_of(order.client, order.ordered_on)), Decimal())
    return Objection(DEBT_UNPAID, owed, Decimal()) if owed else None


def extras_used_up(order: Order) -> Objection | None:
    policy = _policy_for(order.client) if order.is_extra and order.amount == 0 else None
    if policy is None:
        return None
    return _over(EXTRAS_USED_UP, Decimal(extras_used(order.client, order.ordered_on)), Decimal(policy.extras))


def discount_too_high(order: Order) -> Objection | None:
    policy = _policy_for(order.client) if order.discount_percent else None
    if policy is None or order.discount_percent is None:
        return None
    return _over(DISCOUNT_TOO_HIGH, order.discount_percent, policy.discount_percent)


def term_too_long(invoice: Invoice) -> Objection | None:
    policy = _policy_for(invoice.client)
    if policy is None:
        return None
    days = Decimal((invoice.due_on - invoice.issued_on).days)
    return _over(TERM_TOO_LONG, days, Decimal(policy.payment_days))


def free_hours_used_up(talk: Interaction) -> Objection | None:
    policy = _policy_for(talk.client)
    if policy is None or not talk.minutes:
        return None
    day: date = localtime(talk.at).date()
    return _over(FREE_HOURS_USED_UP, free_hours_used(talk.client, policy.free_days, day), policy.free_hours)


def _policy_for(client: Client) -> Policy | None:
    group = effective_group(client)
    return policy_of(group) if group else None


def _over(code: str, found: Decimal, allowed: Decimal) -> Objection | None:
    return Objection(code, found, allowed) if found > allowed else None
