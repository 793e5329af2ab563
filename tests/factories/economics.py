"""A firm of two clients with what an assessment keeps for the pages of economics, without the engine."""

from datetime import date

from tests.factories.assessments import COMPANY, make_assessment, make_run
from tests.factories.moments import TODAY
from vernost.assessment.models import ClientEffort, Run, Standing, Tally
from vernost.clients.models import Client

ECONOMICS = {
    "whale": {
        "clients": 2, "losing": 1, "total": 30000.0, "peak": 45000.0,
        "points": [{"clients": 1, "profit": 45000.0}, {"clients": 2, "profit": 30000.0}],
    },
    "lines": [],
    "trees": [],
    "prospects": 0,
    "most_profitable": [],
    "retention": {"before": 10, "again": 8},
}  # fmt: skip


def make_firm(one: Client, two: Client, moved_since: date | None = None) -> Run:
    """`one`, rewarded: 60,000 of income, 45,000 of profit, 3 of 10 hours. `two` takes the other seven hours and costs
    15,000 more than he brings: profit of all is 30,000. With `moved_since`, `one` was in "manage" since that day.
    """
    run = make_run(economics=ECONOMICS, company=COMPANY | {"stages": [{"stage": "won_back", "clients": 0}]})
    sums = (
        (one, "reward", "regular", 60000, 50000, 45000, 180, 3000),
        (two, "fire", "new", 40000, 0, -15000, 420, 7000),
    )
    for client, group, flow, revenue, before, profit, minutes, service in sums:
        make_assessment(
            client,
            run,
            group=group,
            revenue_window=revenue,
            net_contribution_window=profit,
            share=revenue / 100000,
        )
        ClientEffort.objects.create(client=client, run=run, flow=flow, minutes=minutes, service=service)
        Tally.objects.create(
            run=run, owner=client.owner, group=group, flow=flow, clients=1, kept=flow == "regular", revenue=revenue,
            revenue_previous=before, contribution=profit, minutes=minutes, free_minutes=0, service=service,
            winning=1000 if flow == "new" else 0, extra_orders=0, extra_revenue=0,
        )  # fmt: skip
    if moved_since is not None:
        make_run(as_of=moved_since)
        Standing.objects.create(
            client=one, since_on=moved_since, until_on=TODAY, group="manage", stage="repeat", loyalty="none"
        )
    return run
