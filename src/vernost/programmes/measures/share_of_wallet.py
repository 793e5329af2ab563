from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, Sum
from django.utils.translation import gettext_lazy as _

from vernost.clients.models import Client, CompetitorAtClient, Potential, ServiceLine
from vernost.programmes.measures.bought import ordered
from vernost.programmes.measures.in_currency import NoRate, company_rates
from vernost.programmes.measures.measure import Over, Row, Unit, Unknown, Value, measure, rows_of
from vernost.programmes.measures.year import year_to

_WHOLE = Decimal(100)


@dataclass(frozen=True)
class _Share:
    """Of one client: our part in per cent, and by what it weighs among several (0: the sum is not known)."""

    percent: Decimal
    weight: Decimal


def _words(one: Potential | CompetitorAtClient) -> str:
    return one.competitor.name if isinstance(one, CompetitorAtClient) else str(one)


@measure(
    "share_of_wallet",
    _("Share of wallet"),
    _(
        "Our part of what the client spends: of the last estimate; where that names a sum alone, the income of the "
        "last year by it; without an estimate what the competitors leave. Of several clients the mean by their sums."
    ),
    unit=Unit.PERCENT,
    over=Over.DAY,
    words=_words,
    reads=("competitor",),
)
def share_of_wallet(
    clients: QuerySet[Client], since: date, until: date, *, line: ServiceLine | None = None
) -> Value:
    estimates = list(_last(Potential, clients, until, "client"))
    known = {one.client_id for one in estimates}
    rivals: dict[int, list[CompetitorAtClient]] = {}
    for one in _last(CompetitorAtClient, clients, until, "client", "competitor").select_related("competitor"):
        if one.client_id not in known and one.part_percent is not None:
            rivals.setdefault(one.client_id, []).append(one)
    try:
        shares = _estimated(estimates, clients, until)
    except NoRate:
        return Value(None, Unknown.NO_RATE)
    shares += [_Share(_left(parts), Decimal()) for parts in rivals.values()]
    if not shares:
        return Value(None, Unknown.NO_ESTIMATE)
    weighed = sum(share.weight for share in shares)
    if weighed and len(shares) > 1:
        number = sum((s.percent * s.weight for s in shares), Decimal()) / weighed
    else:
        number = sum((s.percent for s in shares), Decimal()) / len(shares)

    def rows(most: int) -> list[Row]:
        found = rows_of(estimates, lambda one: one.estimated_on, lambda one: one.share_percent)
        for parts in rivals.values():
            found += [Row(one.estimated_on, one.client_id, one.part_percent, one) for one in parts]
        return sorted(found, key=lambda row: row.on, reverse=True)[:most]

    based_on = len(estimates) + sum(map(len, rivals.values()))
    return Value(number.quantize(Decimal("0.1")), based_on=based_on, rows=rows)


def _last(model: Any, clients: QuerySet[Client], until: date, *by: str) -> Any:
    """The last estimate by `until` of each."""
    known = model.objects.filter(deleted_at=None, estimated_on__lte=until)
    newest = known.filter(**{name: OuterRef(name) for name in by}).order_by("-estimated_on", "-pk")
    return known.filter(client__in=clients, pk=Subquery(newest.values("pk")[:1]))


def _estimated(estimates: list[Potential], clients: QuerySet[Client], until: date) -> list[_Share]:
    bought: dict[int, list[tuple[str, Decimal | None]]] = {}
    if any(one.share_percent is None for one in estimates):
        sums = ordered(clients, *year_to(until)).order_by().values_list("client", "currency")
        for client, currency, amount in sums.annotate(Sum("amount")):
            bought.setdefault(client, []).append((currency, amount))
    rates, found = company_rates(), []
    for one in estimates:
        spends = one.annual_amount * rates.of(one.currency)
        if one.share_percent is not None:
            found.append(_Share(one.share_percent, spends))
        elif spends:
            ours = rates.sum(bought.get(one.client_id, ()))
            found.append(_Share(min(max(ours / spends * _WHOLE, Decimal()), _WHOLE), spends))
    return found


def _left(parts: list[CompetitorAtClient]) -> Decimal:
    return max(_WHOLE - sum((one.part_percent or Decimal() for one in parts), Decimal()), Decimal())
