"""What an assessment keeps for the pages of economics, worked out by hand."""

from datetime import timedelta
from decimal import Decimal

import pyarrow as pa
import pytest

from tests.factories.assessments import make_run
from tests.factories.clients import make_client, make_interaction, make_order
from tests.factories.moments import AT, TODAY
from tests.factories.people import make_user
from vernost.assessment.actions.run import assess_clients
from vernost.assessment.economics import whale
from vernost.assessment.enums import Why
from vernost.assessment.models import ClientEffort, Run, Tally
from vernost.assessment.queries.referral_tree import roots_of
from vernost.clients.actions.cost import create_cost
from vernost.clients.actions.service_line import create_service_line
from vernost.clients.enums import CostPurpose
from vernost.core.actions.company import set_company
from vernost.core.enums import Face, Language, Role


def ago(days):
    return TODAY - timedelta(days=days)


@pytest.fixture
def firm(north):
    """Old buys for two years; Fresh came by Old's word 100 days ago; Hope is talked to and has not bought. An hour of
    Anna costs 600, so a minute 10.
    """
    given = {"by": None, "at": AT, "face": Face.CLI}
    set_company(name="Firm", currency="RUB", language=Language.ENGLISH, **given)
    anna = make_user("Anna", Role.ACCOUNT_MANAGER, north, hourly_rate=Decimal(600))
    line = create_service_line(name="Advice", **given)
    old = make_client("Old", owner=anna, industry="Banking")
    fresh = make_client("Fresh", owner=anna, referred_by=old)
    hope = make_client("Hope", owner=anna)
    for number in range(24):
        make_order(
            old,
            ordered_on=ago(5 + 30 * number),
            amount=Decimal(1000),
            direct_cost=Decimal(400),
            service_line=line,
        )
    make_order(old, ordered_on=ago(5), amount=Decimal(50), direct_cost=Decimal(0), is_extra=True)
    make_order(fresh, ordered_on=ago(100), amount=Decimal(500), direct_cost=Decimal(100))
    for client, day, minutes, free in (
        (old, 10, 60, True), (old, 400, 999, False), (fresh, 110, 90, False), (fresh, 100, 30, False),
        (fresh, 50, 20, False), (hope, 20, 45, False),
    ):  # fmt: skip
        make_interaction(client, AT - timedelta(days=day), person=anna, minutes=minutes, free_of_charge=free)
    create_cost(client=old, spent_on=ago(30), money=Decimal(70), currency="RUB", **given)
    create_cost(
        client=old, spent_on=ago(31), money=Decimal(30), currency="RUB", purpose=CostPurpose.WINNING, **given
    )
    # With a run before it the past quarters are not judged again.
    make_run(as_of=ago(1))
    run = assess_clients(why=Why.ASKED, by=None, at=AT, today=TODAY, clock=lambda: AT)
    return {"run": run, "old": old, "fresh": fresh, "hope": hope, "line": line}


def test_effort_of_each_client_is_the_engine_s_cost_to_serve(firm):
    rows = {
        row.client: (row.flow, row.minutes, row.free_minutes, row.service, row.winning, row.extra_orders)
        for row in ClientEffort.objects.select_related("client")
    }

    # Old: one hour in the year at 10 a minute, 70 and 30 of expenses, of which 30 were marked as winning.
    assert rows[firm["old"]] == ("regular", 60, 60, Decimal(700), Decimal(30), 1)
    # Fresh: 90 and 30 minutes up to the day of the first purchase, 20 after it.
    assert rows[firm["fresh"]] == ("new", 140, 0, Decimal(1400), Decimal(1200), 0)
    assert rows[firm["hope"]] == ("none", 45, 0, Decimal(450), Decimal(450), 0)

    # Together it is the engine's cost to serve.
    flow = firm["run"].company["flow"]
    sums = {name: Decimal(0) for name in ("new", "regular", "leaving", "other")}
    for row in Tally.objects.exclude(flow="none"):
        sums[row.flow] += row.service
        assert row.clients == flow[row.flow]["clients"]
        assert row.revenue == Decimal(str(flow[row.flow]["revenue_window"]))

    assert {name: float(amount) for name, amount in sums.items()} == {
        name: row["cost_to_serve_window"] for name, row in flow.items()
    }


def test_trees_and_lines_are_kept_with_the_run(firm):
    economics = Run.objects.get(pk=firm["run"].pk).economics
    effort = {row.client_id: row.root_id for row in ClientEffort.objects.all()}

    # Old: 13 orders of 1,000 in the year (5, 35 … 365 days ago, the last of them outside) and 50; Fresh: 500.
    (tree,) = economics["trees"]
    assert (tree["root"], tree["clients"], tree["own"], tree["revenue"]) == (
        firm["old"].pk,
        2,
        12050.0,
        12550.0,
    )
    assert effort == {firm["old"].pk: firm["old"].pk, firm["fresh"].pk: firm["old"].pk, firm["hope"].pk: None}
    advice = next(row for row in economics["lines"] if row["line"] == firm["line"].pk)
    assert (advice["orders"], advice["clients"], advice["revenue"], advice["margin"]) == (
        12,
        1,
        12000.0,
        7200.0,
    )
    assert economics["prospects"] == 1

    # A second run replaces the first.
    assess_clients(why=Why.ASKED, by=None, at=AT, today=TODAY, clock=lambda: AT)

    assert ClientEffort.objects.count() == 3
    assert sum(row.clients for row in Tally.objects.all()) == 3


def test_whale_rises_to_the_peak_and_falls_by_who_costs_us():
    """300, 200, −50, and one who neither brought nor cost: 300, 500, 450."""
    found = whale(pa.chunked_array([[20000, -5000, 30000, 0, None]], pa.int64()))

    assert found == {
        "clients": 3,
        "losing": 1,
        "total": 450.0,
        "peak": 500.0,
        "points": [
            {"clients": 1, "profit": 300.0},
            {"clients": 2, "profit": 500.0},
            {"clients": 3, "profit": 450.0},
        ],
    }


def test_whale_of_nobody():
    assert whale(pa.chunked_array([[]], pa.int64()))["points"] == []


def test_roots_go_all_the_way_up_and_survive_a_circle():
    # 1 → 2 → 3, 4 → 5; and 7 and 8 recommended each other, 9 came by 8.
    assert roots_of({2: 1, 3: 2, 5: 4, 7: 8, 8: 7, 9: 8}) == {1: 1, 2: 1, 3: 1, 4: 4, 5: 4, 7: 7, 8: 7, 9: 7}
