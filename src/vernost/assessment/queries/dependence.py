"""On whom the company depends, and whether it has a plan (D4, S2)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from vernost.assessment.models import ClientAssessment, DependencePlan, Run
from vernost.assessment.queries.method import method
from vernost.clients.models import Client, Cost
from vernost.clients.queries.client import reachable_by, removed, visible_to
from vernost.core.access import Action
from vernost.core.models import User
from vernost.core.models.indexes import falling
from vernost.core.queries.prepared import Prepared
from vernost.voice.models import Interaction

# As many as are shown below the threshold, for comparison.
_LARGEST = 10


@dataclass(frozen=True)
class Dependence:
    """One client's part of income and of profit in the window. `client` is None where the user may not know it.

    `profit_part` may be above 1: other clients then cost more than they bring.
    """

    client: Client | None
    revenue: Decimal
    share: float
    contribution: Decimal
    profit_part: float | None
    minutes: int
    is_dangerous: bool
    plan: DependencePlan | None

    def needs_plan(self) -> bool:
        return self.is_dangerous and self.plan is None

    def needs_review(self, today: date) -> bool:
        return self.plan is not None and min(self.plan.review_on, self.plan.due_on) < today


def dependences(user: User, run: Run, *, limit: float, everybody: bool) -> list[Dependence]:
    """The largest by income and who else is dangerous by profit; largest share first. Without `everybody` the user's
    own clients alone, still as parts of the whole company. `limit` is the part from which a client is dangerous.
    """
    profit = float(run.company["totals"]["net_contribution_window"] or 0)
    by_profit = _dangerous_by_profit(run, limit)
    rows = ClientAssessment.objects.exclude(client__in=removed()).select_related("client__effort")
    seen = visible_to(user)
    if not everybody:
        rows = rows.filter(client__in=seen)
    found = {
        row.pk: row
        for row in rows.order_by(falling("revenue_window"), "-pk")[:_LARGEST]
        if (row.share or 0) > 0
    }
    found |= {row.pk: row for row in rows.filter(pk__in=[one for one in by_profit if one not in found])}
    known = set(seen.filter(pk__in=list(found)).values_list("pk", flat=True))
    plans = {plan.client_id: plan for plan in open_plans().filter(client__in=list(found))}
    answer = [_dependence(row, row.pk in known, limit, profit, plans.get(row.pk)) for row in found.values()]
    return sorted(answer, key=lambda one: (-one.share, -one.contribution))


def _dependence(
    row: ClientAssessment, is_known: bool, limit: float, profit: float, plan: DependencePlan | None
) -> Dependence:
    contribution = row.net_contribution_window or Decimal(0)
    profit_part = float(contribution) / profit if profit > 0 else None
    effort = getattr(row.client, "effort", None)
    return Dependence(
        client=row.client if is_known else None,
        revenue=row.revenue_window or Decimal(0),
        share=row.share or 0.0,
        contribution=contribution,
        profit_part=profit_part,
        minutes=effort.minutes if effort else 0,
        is_dangerous=(row.share or 0.0) >= limit or (profit_part or 0.0) >= limit,
        plan=plan,
    )


def open_plans() -> Any:
    """Plans that are neither closed nor removed, with their owners."""
    return DependencePlan.objects.filter(closed_on=None, deleted_at=None).select_related("owner")


_SHARES = Prepared(
    lambda: ClientAssessment.objects.order_by(falling("revenue_window"), "-pk").values_list("pk", "share")[
        :_LARGEST
    ]
)


def demands(user: User, run: Run | None, today: date) -> list[Dependence]:
    """What Today asks of `user`: dangerous clients whom he may change, without a plan or with one that is due."""
    if run is None or not run.economics:
        return []
    limit = method().dependence_share
    dangerous = [pk for pk, share in _SHARES.rows() if (share or 0) >= limit]
    dangerous += _dangerous_by_profit(run, limit)
    if not dangerous:
        return []
    changeable = reachable_by(user, Action.CHANGE_CLIENT).filter(pk__in=dangerous)
    mine = set(changeable.values_list("pk", flat=True))
    if not mine:
        return []
    return [
        one
        for one in dependences(user, run, limit=limit, everybody=False)
        if one.client is not None and one.client.pk in mine and (one.needs_plan() or one.needs_review(today))
    ]


def _dangerous_by_profit(run: Run, limit: float) -> list[int]:
    profit = float(run.company["totals"]["net_contribution_window"] or 0)
    found = run.economics.get("most_profitable", [])
    return [one["client"] for one in found if one["contribution"] >= limit * profit > 0]


def people_at(clients: Iterable[Client], since: date, until: date) -> dict[int, list[tuple[str, int]]]:
    """By client: (our person, minutes of the window), most first; whose work is gone when the client leaves."""
    ids = [client.pk for client in clients]
    talks = Interaction.objects.filter(
        client__in=ids, deleted_at=None, at__date__gt=since, at__date__lte=until
    )
    costs = Cost.objects.filter(client__in=ids, deleted_at=None, spent_on__gt=since, spent_on__lte=until)
    found: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for rows in (talks, costs):
        spent = rows.filter(minutes__gt=0).order_by().values_list("client_id", "person__name")
        for client, name, minutes in spent.annotate(sum=Sum("minutes")):
            found[client][name or ""] += minutes
    return {
        client: sorted(people.items(), key=lambda one: (-one[1], one[0])) for client, people in found.items()
    }
