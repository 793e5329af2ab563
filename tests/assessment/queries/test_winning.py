from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.factories.moments import AT, TODAY
from vernost.assessment.queries.tally import Sums
from vernost.assessment.queries.winning import marketing_by_purpose, marketing_by_quarter, winning
from vernost.clients.actions.marketing_cost import create_marketing_cost, remove_marketing_cost
from vernost.core.enums import Face
from vernost.engine.settings import Settings

SETTINGS = Settings(currency="RUB", exchange_rates={"USD": 90.0})


def cost(purpose, amount, on=TODAY, currency="RUB"):
    return create_marketing_cost(
        purpose=purpose, amount=Decimal(amount), spent_on=on, currency=currency, by=None, at=AT, face=Face.CLI
    )


def test_winning_against_keeping_by_hand():
    """Won 4 for 600 + 200 (50 of it with who never bought); kept 10 of 12 old for 100 + 400."""
    flows = {
        "new": Sums(clients=4, service=Decimal(180), winning=Decimal(150)),
        "none": Sums(clients=7, service=Decimal(50), winning=Decimal(50)),
        "regular": Sums(clients=8, kept=8, service=Decimal(300)),
        "leaving": Sums(clients=4, kept=2, service=Decimal(100)),
    }
    marketing = {
        "winning": Decimal(600), "keeping": Decimal(100), "winning_back": Decimal(30), "brand": Decimal(999),
    }  # fmt: skip

    found = winning(flows, marketing, won_back=2)

    assert (found.winning, found.won, found.per_won) == (800, 4, 200)
    assert (found.keeping, found.kept, found.per_kept) == (500, 10, 50)
    assert found.times == 4.0
    assert found.effort_starting == 30
    assert found.per_won_back == 15


def test_nobody_won_has_no_price():
    found = winning(
        {}, dict.fromkeys(("winning", "keeping", "winning_back", "brand"), Decimal(1)), won_back=0
    )

    assert (found.per_won, found.per_kept, found.times, found.per_won_back) == (None, None, None, None)


@pytest.mark.django_db
def test_marketing_of_the_year_by_purpose_in_our_currency(director):
    since = TODAY - timedelta(days=365)
    cost("winning", 100)
    cost("winning", 2, currency="USD")
    cost("brand", 7, on=since + timedelta(days=1))
    cost("winning", 1000, on=since)
    cost("winning", 1000, on=TODAY + timedelta(days=1))
    remove_marketing_cost(cost=cost("keeping", 5), by=director, at=AT, face=Face.CLI)

    found = marketing_by_purpose(SETTINGS, since, TODAY)

    assert found == {"winning": 280, "keeping": 0, "winning_back": 0, "brand": 7}


@pytest.mark.django_db
def test_marketing_to_win_by_quarter():
    cost("winning", 100, on=date(2025, 12, 31))
    cost("winning", 30, on=date(2026, 1, 1))
    cost("winning", 4, on=date(2026, 3, 31))
    cost("brand", 999, on=date(2026, 1, 1))

    found = marketing_by_quarter(SETTINGS, date(2025, 1, 1), date(2026, 12, 31))

    assert found == {"2025-Q4": 100, "2026-Q1": 34}
