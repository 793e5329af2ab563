"""The numbers come out as the profile says. Tolerances are five standard errors or more."""

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from vernost.engine.simulate import CROWD, FIRM, LEAVERS, STATIONARY, Archetype, Profile, simulate
from vernost.engine.simulate.renewal import renewals

EVEN = Profile(
    "even",
    (
        Archetype(
            "even", interval=(20, 20), shape=(4, 4), extras=0.3, returns=0.1, late_days=(5, 5), complaints=0.5
        ),
    ),
    text_ids=False,
    amount_sigma=0.0,
)


def test_the_crowd_has_six_orders_and_a_fifth_per_client() -> None:
    orders = simulate(60_000, 1, only=("orders",)).tables["orders"]
    assert orders.num_rows / 60_000 == pytest.approx(6.2, abs=0.15)


def test_erlang_intervals_have_their_mean_and_spread() -> None:
    size = 400
    who, when = renewals(
        np.random.default_rng(1),
        np.zeros(size),
        np.full(size, 4000.0),
        np.full(size, 20.0),
        shape=np.full(size, 4),
    )
    intervals = np.diff(when)[np.diff(who) == 0]
    assert intervals.mean() == pytest.approx(20, rel=0.02)
    assert intervals.std() / intervals.mean() == pytest.approx(1 / np.sqrt(4), rel=0.02)


def test_a_process_long_under_way_has_its_rate_from_the_first_day() -> None:
    size = 20_000
    _, when = renewals(
        np.random.default_rng(2),
        np.zeros(size),
        np.full(size, 30.0),
        np.full(size, 20.0),
        shape=np.full(size, 4),
    )
    first, last = (np.sum((when >= low) & (when < low + 10)) / size for low in (0, 20))
    assert first == pytest.approx(0.5, rel=0.03)
    assert last == pytest.approx(0.5, rel=0.03)


def test_pace_changes_exponentially_from_the_turn_on() -> None:
    size = 20_000
    growth = np.full(size, -np.log(3) / 100)
    _, when = renewals(
        np.random.default_rng(3),
        np.zeros(size),
        np.full(size, 200.0),
        np.full(size, 10.0),
        turn=np.full(size, 100.0),
        growth=growth,
    )
    before = np.sum(when < 100) / size
    after = np.sum(when >= 100) / size
    assert before == pytest.approx(10, rel=0.02)
    assert after == pytest.approx(10 * (1 - 1 / 3) / np.log(3), rel=0.02)


def test_rates_and_shares_of_an_even_client() -> None:
    size, years = 800, 1461 / 365.25
    company = simulate(size, 2, profile=EVEN)
    orders = company.tables["orders"]
    amounts = orders["amount"].cast(pa.float64()).to_numpy()
    returns = amounts < 0
    occasions = size * 1461 / 20
    assert returns.sum() / occasions == pytest.approx(0.1, rel=0.05)
    assert (~returns).sum() / occasions == pytest.approx(1.3, rel=0.03)
    assert company.tables["complaints"].num_rows / size / years == pytest.approx(0.5, rel=0.12)
    invoices = company.tables["invoices"]
    paid = invoices.filter(invoices["paid_on"].is_valid())
    late = paid["paid_on"].cast(pa.int32()).to_numpy() - paid["due_on"].cast(pa.int32()).to_numpy()
    assert late.mean() == pytest.approx(5, abs=0.1)


def test_order_sums_have_the_mean_of_the_client() -> None:
    company = simulate(
        200, 3, profile=replace(EVEN, archetypes=(replace(EVEN.archetypes[0], extras=0, returns=0),))
    )
    amounts = company.tables["orders"]["amount"].cast(pa.float64()).to_numpy()
    assert amounts.mean() == pytest.approx(EVEN.typical_amount, rel=0.02)
    assert amounts.std() / amounts.mean() == pytest.approx(1 / np.sqrt(EVEN.amount_shape), rel=0.03)


def test_the_biggest_client_of_a_firm_gives_about_a_quarter() -> None:
    shares = []
    for seed in range(6):
        orders = simulate(300, seed, profile=FIRM, only=("orders",)).tables["orders"]
        sums = orders.group_by("client_id").aggregate([("amount", "sum")])
        amounts = sums["amount_sum"].cast(pa.float64()).to_numpy()
        shares.append(amounts[sums["client_id"].to_pylist().index("C001")] / amounts.sum())
    assert 0.2 < np.mean(shares) < 0.4


def test_leavers_decline_in_pace_sums_payment_and_mood_before_they_leave() -> None:
    company = simulate(300, 4, profile=LEAVERS)
    truth = company.truth.select(["client_id", "decline_from", "left_on"])
    orders = company.tables["orders"].filter(pc.greater(company.tables["orders"]["amount"], 0))
    orders = orders.filter(pc.invert(orders["is_extra"])).join(truth, "client_id")
    since = (
        orders["ordered_on"].cast(pa.int32()).to_numpy() - orders["decline_from"].cast(pa.int32()).to_numpy()
    )
    left = orders["left_on"].cast(pa.int32()).to_numpy() - orders["ordered_on"].cast(pa.int32()).to_numpy()
    amounts = orders["amount"].cast(pa.float64()).to_numpy()
    assert np.median(amounts[(left < 60)]) < 0.75 * np.median(amounts[since < 0])
    in_last, in_same_time_before = np.sum(left <= 90), np.sum((since < 0) & (since >= -90))
    assert in_last < 0.6 * in_same_time_before
    talks = company.tables["interactions"].join(truth, "client_id")
    talks = talks.filter(pc.and_(talks["mood"].is_valid(), pc.less(talks["at"], talks["left_on"])))
    calm = pc.less(talks["at"], talks["decline_from"])
    mood = talks["mood"].to_numpy()
    assert mood[~calm.to_numpy()].mean() < mood[calm.to_numpy()].mean() - 0.7


def test_stationary_rates_are_the_same_in_each_year() -> None:
    orders = simulate(1500, 5, profile=STATIONARY, only=("orders",)).tables["orders"]
    counts = (
        orders.append_column("year", pc.year(orders["ordered_on"]))
        .group_by("year")
        .aggregate([([], "count_all")])
    )
    by_year = counts["count_all"].to_numpy()
    assert len(by_year) == 4
    assert by_year.max() / by_year.min() < 1.03


def test_crowd_payment_and_complaint_habits_show_in_its_tables() -> None:
    company = simulate(3000, 6, profile=CROWD, only=("invoices", "complaints"))
    assert company.tables["complaints"].num_rows > 0
    assert company.tables["invoices"]["paid_on"].null_count > 0
