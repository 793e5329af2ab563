"""Where the firm stands (assessment.md, Company level), each figure reckoned by hand.

Five buyers: “large” and “small” buy on; “new” came 40 days ago; “gone” bought a year and more ago in a rhythm of ten
days and then no more; “back” returned more than he bought. “prospect” never bought.
"""

import pytest

from tests.engine.cast import Firm, Judged, assessed, day
from vernost.engine import Settings, Tables, assess, migration

STEADY = range(5, 500, 30)  # 12 purchases in the window, 5 before it (days 365 … 485)


@pytest.fixture(scope="module")
def firm() -> Judged:
    firm = Firm()
    firm.buys("large", *STEADY, amount=50, direct_cost=20.0).buys(
        "small", *STEADY, amount=10, direct_cost=4.0
    )
    firm.buys("new", 40, amount=200, direct_cost=100.0)
    firm.buys("gone", 400, 410, 420, 430, amount=30, direct_cost=10.0)
    firm.buys("back", 100, amount=20).buys("back", 90, amount=-50)
    firm.add("clients", "prospect", referred_by=None)
    firm.add("clients", "new", referred_by="large")
    firm.add("costs", "new", on=60, money=70.0, purpose="winning")
    firm.add("costs", "large", on=50, money=30.0, purpose="keeping")
    firm.add("costs", "large", on=500, money=1000.0)
    return firm.judged()


def test_totals(firm):
    revenue = 12 * 50 + 12 * 10 + 200 + (20 - 50)
    margin = 12 * 30 + 12 * 6 + 100
    assert firm.company["totals"] == {
        "clients": 6,
        "buyers": 5,
        "regular": 2,
        "occasions_window": 12 + 12 + 1 + 1,
        "revenue_window": revenue,
        "revenue_previous": 5 * 60 + 4 * 30,
        "returns_window": 50,
        "margin_window": margin,
        "cost_to_serve_window": 100,
        "net_contribution_window": margin - 30 - 100,
        "regular_revenue_part": 720 / revenue,
    }
    assert firm.company["contribution_basis"] == "margin_less_service"


def test_groups_stages_and_levels_count_everybody_once(firm):
    for part, key in (("groups", "group"), ("stages", "stage"), ("loyalty", "level")):
        rows = firm.company[part]
        assert sum(row["clients"] for row in rows) == 6
        assert sum(row["revenue_window"] for row in rows) == pytest.approx(890)
        assert len({row[key] for row in rows}) == len(rows)
    stages = {row["stage"]: row["clients"] for row in firm.company["stages"] if row["clients"]}
    assert stages == {"regular": 2, "first_order": 1, "lost": 2, "aware": 1}


def test_concentration(firm):
    shares = [600 / 920, 200 / 920, 120 / 920]  # what “back” returned counts as nothing
    found = firm.company["concentration"]

    assert found["clients"] == 3
    assert found["hhi"] == pytest.approx(sum(share**2 for share in shares))
    assert found["top_1"] == pytest.approx(shares[0])
    assert found["top_5"] == pytest.approx(1)
    assert found["curve"][-1] == {"clients_part": 1.0, "revenue_part": pytest.approx(1)}
    assert {row["abc"]: row["clients"] for row in found["abc"]} == {"A": 2, "B": 1, "C": 0}


def test_if_the_largest_leaves(firm):
    first = firm.company["if_leaves"][0]

    assert (first["client_id"], first["revenue_window"]) == ("large", 600)
    assert first["net_contribution_window"] == 12 * 30 - 30
    assert first["hhi_after"] == pytest.approx((200 / 320) ** 2 + (120 / 320) ** 2)
    assert [row["client_id"] for row in firm.company["dependent"]] == ["large", "new"]


def test_flow(firm):
    found = {
        kind: (row["clients"], row["revenue_window"], row["revenue_previous"])
        for kind, row in firm.company["flow"].items()
    }

    assert found == {
        "new": (2, 200 + 20 - 50, 0),  # “back” bought for the first time in the window
        "regular": (2, 720, 300),
        "leaving": (1, 0, 120),
        "other": (0, 0, 0),
    }


def test_winning_and_keeping(firm):
    assert firm.company["winning_and_keeping"] == {
        "cost_winning": 70,
        "won": 2,
        "cost_per_won": 35,
        "cost_keeping": 30,
        "kept": 2,
        "cost_per_kept": 15,
    }


def test_referrals(firm):
    assert firm.company["referrals"] == {
        "clients": 1,
        "revenue_window": 200,
        "net_contribution_window": 100 - 70,
    }


def test_loyalty_scenario(firm):
    # Three bought in the window before; 5 % of them, 0.15 clients, of the one who left and took 120 with him.
    kept, contribution = 0.15, 532 - 30 - 100
    found = firm.company["loyalty_scenario"]

    assert found["clients_kept"] == pytest.approx(kept)
    assert found["revenue_change"] == pytest.approx(kept * 120)
    assert found["net_contribution_change"] == pytest.approx(kept * 120 * contribution / 890, abs=0.01)
    assert found["part"] == pytest.approx(kept * 120 / 890)


def test_cohorts():
    judged = (
        Firm()
        .buys("a", 0, 92, amount=10)  # 31 December and 30 September
        .buys("b", 95, 100, amount=20)  # September
        .buys("c", 3, amount=40)
        .judged()
    )

    assert judged.company["cohorts"] == [
        {"cohort": "2025-Q3", "quarter": 0, "size": 2, "clients": 2, "revenue": 50},
        {"cohort": "2025-Q3", "quarter": 1, "size": 2, "clients": 1, "revenue": 10},
        {"cohort": "2025-Q4", "quarter": 0, "size": 1, "clients": 1, "revenue": 40},
    ]


def test_what_could_not_be_judged_is_said(firm):
    needs = {row["what"]: row["needs"] for row in firm.company["not_judged"]}

    assert needs["outlook"] == "more_clients"
    assert needs["payment_discipline"] == "invoices.due_on"
    assert needs["signal:rating_low"] == "ratings"
    assert not {"margin", "cost_to_serve", "winning_cost", "referral_income"} & set(needs)


def test_migration_between_two_days():
    firm = Firm().buys("stays", 400, 10).buys("came", 10).buys("owes", 400)
    firm.add("invoices", "owes", amount=5.0, due_on=100, issued_on=110).add("clients", "prospect", name="P")
    given = Tables.of(**firm.tables())
    nobody_rewarded = Settings(reward_attractiveness=101)
    before, after = assess(given, nobody_rewarded, day(200)), assess(given, nobody_rewarded, day(0))

    moves = migration(before, after)
    given.backend.close()

    found = {(row["from_group"], row["to_group"]): row["clients"] for row in moves["matrix"]}
    assert found == {("manage", "manage"): 1, ("manage", "discipline"): 1, (None, "manage"): 1}
    assert (moves["from"], moves["to"]) == (day(200), day(0))


def test_minutes_without_a_price_are_no_cost():
    firm = Firm().buys("a", 10, amount=100).add("costs", "a", on=5, minutes=90.0)

    with assessed(firm.tables()) as result:
        assert result.client("a")["cost_to_serve_window"] is None
        assert result.company["contribution_basis"] == "revenue"
    row = firm.judged(Settings(hourly_rate=40)).clients["a"]
    assert (row["cost_to_serve_window"], row["net_contribution_window"]) == (60, 40)
