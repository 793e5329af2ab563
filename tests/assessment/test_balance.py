from decimal import Decimal

import pytest

from vernost.assessment.balance import balance
from vernost.assessment.queries.tally import Sums

NOTHING = dict.fromkeys(("winning", "keeping", "winning_back", "brand"), Decimal(0))


def sums(clients, revenue, before, service):
    return Sums(
        clients=clients, revenue=Decimal(revenue), revenue_previous=Decimal(before), service=Decimal(service)
    )


def test_effort_on_the_new_starves_the_regular_when_income_of_before_shrinks():
    """New: 20 of 100 of the income, 30 + 20 + 10 of 100 of the effort; regular: 80 against 40; before 100, now 80."""
    flows = {
        "new": sums(5, 20, 0, 30),
        "none": sums(9, 0, 0, 20),
        "regular": sums(8, 80, 100, 40),
    }

    found = balance(flows, NOTHING | {"winning": Decimal(10)})

    assert found.effort["new"] == pytest.approx(0.6)
    assert found.effort["regular"] == pytest.approx(0.4)
    assert found.income["new"] == pytest.approx(0.2)
    assert found.verdict == "starves"
    assert found.rules == {"main_income": True, "more_than_new": True, "more_than_leaving": True}


def test_it_leans_while_income_holds():
    flows = {"new": sums(5, 20, 0, 60), "regular": sums(4, 80, 80, 40)}

    found = balance(flows, NOTHING)

    assert found.verdict == "leans"
    assert found.rules["more_than_new"] is False


def test_below_one_and_a_half_times_it_is_in_proportion():
    """29 of 100 of the effort for 20 of the income is 1.45 times."""
    flows = {"new": sums(5, 20, 0, 29), "regular": sums(4, 80, 80, 71)}

    assert balance(flows, NOTHING).verdict == "balanced"


def test_without_effort_or_income_nothing_is_said():
    assert balance({"regular": sums(4, 80, 80, 0)}, NOTHING).verdict == "unknown"
    assert balance({}, NOTHING).verdict == "unknown"


def test_brand_is_counted_to_nobody():
    flows = {"regular": sums(4, 80, 80, 50)}

    assert balance(flows, NOTHING | {"brand": Decimal(1000)}).effort["regular"] == 1.0
