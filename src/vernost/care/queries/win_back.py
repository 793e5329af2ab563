"""The register of gone clients, what the rule says of each, and how winning back went."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from vernost.assessment.models import ClientAssessment
from vernost.care.enums import Advice, Reason, Result
from vernost.care.models import Attempt, WinBack
from vernost.clients.enums import OrderStatus
from vernost.clients.models import Client, Order
from vernost.clients.queries import client as client_queries
from vernost.core.access import Action
from vernost.core.models import User

GONE = ("lost", "ended")
# The part of what a client brought a year that winning him back may cost.
BUDGET_PART = Decimal("0.10")
_REFUSALS = 2
_YEAR = 365


def visible_to(user: User) -> QuerySet[WinBack]:
    rows = WinBack.objects.filter(deleted_at=None)
    return client_queries.on_clients_of(user, Action.VIEW_CLIENT, rows)


def with_spent(rows: QuerySet[WinBack]) -> QuerySet[WinBack]:
    """With `spent`: what the attempts of each line cost, nothing where there is none."""
    spent = Sum("attempts__cost", filter=Q(attempts__deleted_at=None))
    return rows.annotate(spent=Coalesce(spent, Decimal()))


def win_back_of(client: Client) -> WinBack | None:
    """The last line of the register; None for a client who never went."""
    return WinBack.objects.filter(client=client, deleted_at=None).order_by("-entered_on", "-pk").first()


def attempts_of(win_back: WinBack) -> list[Attempt]:
    rows = Attempt.objects.filter(win_back=win_back, deleted_at=None).select_related("person")
    return list(rows.order_by("-tried_on", "-pk"))


def significance_of(found: ClientAssessment) -> Decimal:
    """What the client brought a year while he bought: net contribution, or revenue where no cost is known, over the
    years from the first purchase to the last, at least one.
    """
    brought = found.net_contribution if found.net_contribution is not None else found.revenue
    if brought is None or found.first_on is None or found.last_on is None:
        return Decimal()
    days = max((found.last_on - found.first_on).days, _YEAR)
    return (Decimal(brought) * _YEAR / days).quantize(Decimal("0.01"))


def budget_of(significance: Decimal) -> Decimal:
    return max(Decimal(), (significance * BUDGET_PART).quantize(Decimal(1)))


def advice_for(win_back: WinBack, attempts: Sequence[Attempt]) -> Advice:
    """The rule (S2, S4): by who left whom and why, what has changed since, what the client was worth and how often he
    has refused.
    """
    if win_back.won_on is not None:
        return Advice.WON
    by_reason = _by_reason(win_back)
    if by_reason in (Advice.DO_NOT_TRY, Advice.MEND_FIRST, Advice.CHANGE_FIRST):
        return by_reason
    if win_back.significance <= 0:
        return Advice.NOT_WORTH
    if sum(one.result == Result.REFUSED for one in attempts) >= _REFUSALS:
        return Advice.REST
    spent = sum((one.cost for one in attempts), Decimal())
    return Advice.BUDGET_SPENT if spent and spent >= win_back.budget else by_reason


def _by_reason(win_back: WinBack) -> Advice:
    match Reason(win_back.reason):
        case Reason.OURS:
            return Advice.OFFER if win_back.changed_on else Advice.DO_NOT_TRY
        case Reason.QUALITY:
            return Advice.INVITE if win_back.mended_on else Advice.MEND_FIRST
        case Reason.PRICE:
            return Advice.OFFER if win_back.changed_on else Advice.CHANGE_FIRST
        case Reason.DIFFICULTY:
            return Advice.STAY_NEAR
        case Reason.CHANGE:
            return Advice.OFFER
        case Reason.CLOSED:
            return Advice.DO_NOT_TRY
        case _:
            return Advice.FIND_OUT


@dataclass(frozen=True)
class Numbers:
    """`revenue` is what came since from those won back, `spent` what all attempts cost."""

    gone: int
    tried: int
    attempts: int
    won_after_trying: int
    won_alone: int
    spent: Decimal
    revenue: Decimal
    by_reason: tuple[tuple[Reason, int, int], ...]

    @property
    def part(self) -> float | None:
        """Won back of those whom we tried to win back."""
        return self.won_after_trying / self.tried if self.tried else None


def numbers(user: User) -> Numbers:
    rows = visible_to(user)
    tried = Attempt.objects.filter(win_back=OuterRef("pk"), deleted_at=None)
    counted = rows.annotate(tried=Exists(tried)).aggregate(
        gone=Count("pk", filter=Q(won_on=None)),
        tried_n=Count("pk", filter=Q(tried=True)),
        after=Count("pk", filter=Q(tried=True, won_on__isnull=False)),
        alone=Count("pk", filter=Q(tried=False, won_on__isnull=False)),
    )
    made = Attempt.objects.filter(win_back__in=rows, deleted_at=None)
    spent = made.aggregate(n=Count("pk"), sum=Sum("cost"))
    by_reason = {
        reason: (all_of, won)
        for reason, all_of, won in rows.order_by()
        .values_list("reason")
        .annotate(n=Count("pk"), won=Count("pk", filter=Q(won_on__isnull=False)))
    }
    return Numbers(
        gone=counted["gone"],
        tried=counted["tried_n"],
        attempts=spent["n"],
        won_after_trying=counted["after"],
        won_alone=counted["alone"],
        spent=spent["sum"] or Decimal(),
        revenue=_revenue_since(rows),
        by_reason=tuple((one, *by_reason[one.value]) for one in Reason if one.value in by_reason),
    )


def _revenue_since(rows: QuerySet[WinBack]) -> Decimal:
    won = dict(rows.filter(won_on__isnull=False).order_by().values_list("client_id", "won_on"))
    orders = Order.objects.filter(client_id__in=won, deleted_at=None).exclude(status=OrderStatus.CANCELLED)
    sums = [
        amount
        for client_id, ordered_on, amount in orders.values_list("client_id", "ordered_on", "amount")
        if ordered_on >= (won[client_id] or ordered_on)
    ]
    return sum(sums, Decimal())
