from typing import Any

import pytest

from tests.engine.cast import TODAY, Row
from tests.engine.steps.known import judged
from vernost.engine import Settings
from vernost.engine.steps.attractiveness import attractiveness

LONG_AGO = TODAY - 9000


def scored(
    *clients: dict[str, Any], settings: Settings | None = None, first_day: int = LONG_AGO
) -> list[Row]:
    return judged(
        lambda facts: attractiveness(facts, settings or Settings(), TODAY, first_day),
        *clients,
        drop=("attractiveness",),
    )


@pytest.mark.parametrize(
    ("client", "score"),
    [
        ({"above_occasions": 0.0, "above_revenue": 0.5, "above_margin": 0.25}, 25),
        ({"above_occasions": 1.0, "above_revenue": 0.5}, 75),  # no margin known: the mean of the other two
        ({"above_occasions": None, "above_revenue": None}, None),
    ],
)
def test_orders_are_the_mean_of_the_places_among_all(client, score):
    assert scored(client)[0]["score_orders"] == score


@pytest.mark.parametrize(
    ("client", "score"),
    [
        # the mark of stability on the scale of 0–100, and the trend, which is 50 where nothing changed
        ({"business_stability": 5.0}, (100 + 50) / 2),
        ({"business_stability": 1.0}, (0 + 50) / 2),
        ({"business_stability": 3.0}, (50 + 50) / 2),
        # ten of twenty years; more than twenty; founded today
        ({"founded_day": TODAY - 3650}, (50 + 50) / 2),
        ({"founded_day": TODAY - 20_000}, (100 + 50) / 2),
        ({"founded_day": TODAY}, (0 + 50) / 2),
        # the trend alone: (300 − 100) ÷ 400 up, all of it gone, from nothing, none to judge
        ({"revenue_window": 300, "revenue_previous": 100}, 75),
        ({"revenue_window": 0, "revenue_previous": 100}, 0),
        ({"revenue_window": 100, "revenue_previous": 0}, 100),
        ({"revenue_window": 100, "revenue_previous": -50}, 100),
        ({"revenue_window": 0, "revenue_previous": 0}, None),
        ({"tenure_days": 729}, None),  # too young for a whole window before
        ({"tenure_days": 365, "business_stability": 4.0}, 75),
    ],
)
def test_business(client, score):
    (row,) = scored({"tenure_days": 730} | client)

    assert row["score_business"] == (None if score is None else pytest.approx(score))


@pytest.mark.parametrize(
    ("client", "score"),
    [
        ({"tenure_days": 365}, 20),  # one of five years
        ({"tenure_days": 9000}, 100),
        ({"tenure_days": 365, "invoices_judged": 4, "invoices_on_time": 3}, (20 + 75) / 2),
        ({"tenure_days": 365, "invoices_judged": 0, "invoices_on_time": 0}, 20),
        ({"tenure_days": 365, "complaints_closed": 2, "complaints_settled_well": 1}, (20 + 50) / 2),
        ({"occasions": None, "tenure_days": None}, None),
    ],
)
def test_history(client, score):
    (row,) = scored(client)

    assert row["score_history"] == (None if score is None else pytest.approx(score))


def test_tenure_is_full_where_the_firm_has_no_older_orders():
    (row,) = scored({"tenure_days": 150}, first_day=TODAY - 200)

    assert row["score_history"] == pytest.approx(75)


@pytest.mark.parametrize(
    ("client", "score"),
    [
        ({"loyalty": "none"}, 0),
        ({"loyalty": "satisfaction"}, 100 / 3),
        ({"loyalty": "devotion"}, 200 / 3),
        ({"loyalty": "partnership"}, 100),
        # where acts are known a quarter is for referrals: two of them are full
        ({"loyalty": "partnership", "referral_acts": 0}, 75),
        ({"loyalty": "devotion", "referral_acts": 1}, 50 + 12.5),
        ({"loyalty": "none", "referral_acts": 5}, 25),
        ({"loyalty": "none", "occasions": None}, None),
        ({"loyalty": "satisfaction", "loyalty_assumed": True}, None),  # nobody asked: no knowledge
    ],
)
def test_loyalty(client, score):
    (row,) = scored(client)

    assert row["score_loyalty"] == (None if score is None else pytest.approx(score))


@pytest.mark.parametrize(("share", "score"), [(None, None), (0.0, 100), (0.25, 75), (1.0, 0)])
def test_need_is_what_we_do_not_serve_yet(share, score):
    assert scored({"share_of_wallet": share})[0]["score_need"] == score


@pytest.mark.parametrize(
    ("fit", "conflicts", "score"),
    [(None, None, None), (5.0, None, 100), (2.0, 0, 25), (5.0, 1, 50), (None, 1, 0), (None, 0, None)],
)
def test_values(fit, conflicts, score):
    assert scored({"values_fit": fit, "values_conflicts": conflicts})[0]["score_values"] == score


def test_the_whole_is_the_weighted_mean_and_everything_known_gives_full_confidence():
    client = {
        "business_stability": 5.0,
        "founded_day": TODAY - 3650,
        "tenure_days": 730,
        "loyalty": "devotion",
        "share_of_wallet": 0.6,
        "values_fit": 4.0,
    }

    (row,) = scored(client)

    # alone: orders 50; business (100 + 50 + 50) ÷ 3; history 40; loyalty 200 ÷ 3; need 40; values 75
    points = 30 * 50 + 15 * 200 / 3 + 20 * 40 + 15 * 200 / 3 + 10 * 40 + 10 * 75
    assert row["attractiveness"] == pytest.approx(points / 100)
    assert row["confidence"] == 1


def test_the_weight_of_the_unknown_is_spread_over_the_rest_and_the_confidence_falls():
    (row,) = scored({"tenure_days": 365})

    # orders 50, history 20, loyalty of satisfaction; no business (too young), need, values
    assert row["attractiveness"] == pytest.approx((30 * 50 + 20 * 20 + 15 * 100 / 3) / 65)
    assert row["confidence"] == pytest.approx(0.65)


def test_of_whom_nothing_is_known_nothing_is_said():
    never = {"occasions": None, "tenure_days": None, "revenue_window": None}

    (row,) = scored(never | {"above_occasions": None, "above_revenue": None})

    assert row["attractiveness"] is None
    assert row["confidence"] == 0


def test_weights_are_settings():
    settings = Settings(
        weight_orders=0, weight_business=0, weight_history=1, weight_loyalty=3, weight_need=0, weight_values=0
    )

    (row,) = scored({"tenure_days": 365, "loyalty": "partnership"}, settings=settings)

    assert row["attractiveness"] == (1 * 20 + 3 * 100) / 4
    assert row["confidence"] == 1
