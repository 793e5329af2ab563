"""What the discipline track and an ending object to when an order is opened (core/gates.py)."""

from datetime import timedelta
from decimal import Decimal

from django.db.models import Sum

from vernost.care.enums import EndingState, Side, Step
from vernost.care.models import Ending, WinBack
from vernost.care.queries.discipline import step_of
from vernost.clients.gates import ORDER_OPENED
from vernost.clients.models import Order, Payment
from vernost.core.gates import Objection

# An advance counts for an order that comes within these days.
ADVANCE = timedelta(days=60)


def register_checks() -> None:
    ORDER_OPENED.checked_by(order_stopped)
    ORDER_OPENED.checked_by(prepayment_missing)
    ORDER_OPENED.checked_by(relation_ended)


def order_stopped(order: Order) -> Objection | None:
    now = step_of(order.client) if order.amount >= 0 else None
    return Objection("order_stopped") if now is not None and now.step == Step.STOP else None


def prepayment_missing(order: Order) -> Objection | None:
    """The advances of the last days, in the order's currency, do not cover it."""
    now = step_of(order.client) if order.amount > 0 else None
    if now is None or now.step != Step.PREPAYMENT:
        return None
    advances = Payment.objects.filter(
        client=order.client, deleted_at=None, invoice=None, currency=order.currency,
        paid_on__gte=order.ordered_on - ADVANCE, paid_on__lte=order.ordered_on,
    )  # fmt: skip
    came = advances.aggregate(sum=Sum("amount"))["sum"] or Decimal()
    return Objection("prepayment_missing", came, order.amount) if came < order.amount else None


def relation_ended(order: Order) -> Objection | None:
    """We ended it, and our terms have not changed since."""
    last = Ending.objects.filter(client=order.client, deleted_at=None).order_by("-opened_on", "-pk").first()
    if last is None or last.state != EndingState.ENDED or last.side != Side.US or last.ended_on is None:
        return None
    if order.amount < 0 or order.ordered_on < last.ended_on:
        return None
    changed = WinBack.objects.filter(
        client=order.client, deleted_at=None, left_on__gte=last.ended_on, changed_on__isnull=False
    )
    return None if changed.exists() else Objection("relation_ended")
