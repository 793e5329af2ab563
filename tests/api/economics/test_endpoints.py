"""Economics by the API: the numbers of the office's pages, worked out by hand in tests/factories/economics.py."""

import pytest

from tests.factories.economics import make_firm
from tests.factories.moments import AT, TODAY
from vernost.clients.actions.marketing_cost import create_marketing_cost
from vernost.core.enums import Face


@pytest.fixture
def firm(client_one, client_two):
    return make_firm(client_one, client_two)


def test_resources_compare_time_with_profit(program_of, director, firm, client_one):
    said = program_of(director).get("/api/v1/resources").json()

    reward = next(one for one in said["by_group"] if one["group"] == "reward")
    assert (reward["hours"], reward["hours_part"]) == (3.0, 0.3)
    assert (reward["contribution"], reward["contribution_part"]) == ("45000.00", 1.5)
    assert (reward["effort"], reward["contribution_an_hour"]) == ("3000.00", 15000.0)
    assert reward["judgement"] == "brings more than it takes"
    assert said["together"]["revenue"] == "100000.00"
    assert said["sentences"][0].startswith("“reward & invest” gets 30% of the time")
    assert said["by_owner"][0]["owner_id"] == client_one.owner_id


def test_an_account_manager_sees_the_sums_of_his_own(program_of, anna, boris, firm):
    program = program_of(anna)

    assert program.get("/api/v1/resources").json()["together"]["revenue"] == "60000.00"
    assert program.get(f"/api/v1/resources?owner_id={boris.pk}").json()["together"]["clients"] == 0


def test_winning_against_keeping(program_of, director, firm):
    create_marketing_cost(
        purpose="winning", spent_on=TODAY, amount=4000, currency="RUB", by=None, at=AT, face=Face.CLI
    )

    said = program_of(director).get("/api/v1/winning-and-keeping").json()

    # One client won for 4,000 of marketing and 1,000 of effort; one kept for 3,000 of effort.
    assert said["costs"]["winning"] == {
        "marketing": "4000.00", "effort": "1000.00", "clients": 1, "per_client": "5000.00",
    }  # fmt: skip
    assert (said["costs"]["keeping"]["per_client"], round(said["costs"]["times"], 3)) == ("3000.00", 1.667)
    assert said["quarters"][-1] == {
        "name": "2026-Q1", "won": 0, "marketing": "4000.00", "per_client": None,
    }  # fmt: skip
    new = next(one for one in said["flows"] if one["flow"] == "new")
    # 7,000 of effort and 4,000 of marketing, of 14,000 together.
    assert (new["revenue_part"], round(new["effort_part"], 4)) == (0.4, round(11 / 14, 4))
    assert said["whale"][0] == {"clients": 1, "contribution": 45000.0}
    assert said["verdict"] in {"leans", "starves"}


def test_nothing_is_said_before_the_first_assessment(program_of, director):
    program = program_of(director)

    assert program.get("/api/v1/winning-and-keeping").json()["costs"] is None
    assert program.get("/api/v1/scenario").json()["own"] is None
    assert program.get("/api/v1/resources").json()["judged_on"] is None


def test_a_scenario_with_assumptions_of_ones_own(program_of, director, firm):
    program = program_of(director)

    own = program.get("/api/v1/scenario").json()
    said = program.get("/api/v1/scenario?growth=10&years=1&discount=0&margin=50").json()

    # Eight of ten bought again.
    assert (own["own"]["retention"], own["assumed"]) == (80.0, own["own"])
    assert said["own"] == own["own"]
    buyers = said["years"][0]["clients_as_is"] / 0.8
    income = 100000 / buyers
    # N · 0.8 · a · 0.5 against N · 0.9 · a · 0.5.
    assert said["profit_as_is"] == pytest.approx(buyers * 0.8 * income * 0.5)
    assert said["change"] == pytest.approx(buyers * 0.1 * income * 0.5)
    assert said["part"] == pytest.approx(0.125)


@pytest.mark.parametrize("query", ["growth=21", "years=0", "retention=nan", "margin=-1"])
def test_assumptions_that_cannot_be_are_refused(query, program_of, director, firm):
    response = program_of(director).get(f"/api/v1/scenario?{query}")

    assert response.status_code == 422
    assert response.json()["errors"][0]["where"] == f"query.{query.partition('=')[0]}"


def test_the_company_is_not_for_an_account_manager(program_of, anna, firm):
    program = program_of(anna)

    assert program.get("/api/v1/winning-and-keeping").status_code == 403
    assert program.get("/api/v1/scenario").status_code == 403
