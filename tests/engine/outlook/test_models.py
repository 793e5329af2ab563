"""What every model of orders must do, whatever the data."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.outlook.histories import simulate, simulate_with_future
from vernost.engine.outlook import BGNBD, MBGNBD, NBD, ParetoNBD

LEAVING = [BGNBD, MBGNBD, ParetoNBD]
ALL = [*LEAVING, NBD]
KNOWN_CODES = {"not_converged", "parameter_at_bound", "not_enough_data", "dropout_not_identified"}


@pytest.fixture(scope="module")
def clients():
    """3,000 clients of three years, in days."""
    return simulate(3000, r=1.2, alpha=80, a=0.8, b=3, longest=1000, seed=1)


@pytest.fixture(scope="module")
def many():
    """40,000 clients of four years, in days."""
    return simulate(40_000, r=1.2, alpha=80, a=0.8, b=3, longest=1500, seed=2)


def values(model):
    return dataclasses.astuple(model.params)


@pytest.mark.parametrize("model", ALL)
def test_days_and_weeks_give_the_same_model(model, clients):
    x, t_x, T = clients
    days, weeks = model.fit(x, t_x, T), model.fit(x, t_x / 7, T / 7)
    for name, value in dataclasses.asdict(days.params).items():
        scale = 7 if name in ("alpha", "beta") else 1
        assert getattr(weeks.params, name) * scale == pytest.approx(value, rel=1e-6)
    assert weeks.log_likelihood == pytest.approx(days.log_likelihood + x.sum() * np.log(7), rel=1e-12)
    assert weeks.expected_orders(x, t_x / 7, T / 7, 52) == pytest.approx(days.expected_orders(x, t_x, T, 364))


@pytest.mark.parametrize("model", ALL)
def test_a_weight_counts_as_so_many_rows(model, clients):
    x, t_x, T = (column[:400] for column in clients)
    weights = np.arange(400) % 4
    weighted = model.fit(x, t_x, T, weights=weights)
    repeated = model.fit(*(np.repeat(column, weights) for column in (x, t_x, T)))
    assert weighted.quality.observations == weights.sum()
    assert values(weighted) == pytest.approx(values(repeated), rel=1e-9)
    assert weighted.log_likelihood == pytest.approx(repeated.log_likelihood, rel=1e-12)


@pytest.mark.parametrize("model", ALL)
def test_the_order_of_rows_changes_nothing_at_all(model, clients):
    shuffled = np.random.default_rng(5).permutation(len(clients[0]))
    assert model.fit(*clients) == model.fit(*(column[shuffled] for column in clients))


def test_simulated_parameters_are_found_again(many):
    fitted = MBGNBD.fit(*many, penalty=0)
    # Orders fall on whole days, which adds half a day to each interval.
    assert fitted.params.r == pytest.approx(1.2, rel=0.06)
    assert fitted.params.alpha == pytest.approx(80, rel=0.08)
    assert fitted.params.a / (fitted.params.a + fitted.params.b) == pytest.approx(0.8 / 3.8, rel=0.05)
    assert fitted.warnings == ()


@pytest.mark.parametrize("model", LEAVING)
def test_the_two_stages_end_where_one_would(model, many, monkeypatch):
    monkeypatch.setattr("vernost.engine.outlook.fitting._SAMPLE", 10**9)
    one = model.fit(*many)
    monkeypatch.setattr("vernost.engine.outlook.fitting._SAMPLE", 2000)
    two = model.fit(*many)
    assert one.quality.iterations < two.quality.iterations
    assert values(two) == pytest.approx(values(one), rel=1e-6)
    assert two.log_likelihood == pytest.approx(one.log_likelihood, abs=1e-4)


@pytest.mark.parametrize("model", LEAVING)
def test_the_orders_of_the_year_after_are_foretold(model):
    history, future = simulate_with_future(
        40_000, r=1.2, alpha=80, a=0.8, b=3, longest=1000, seed=8, ahead=365
    )
    fitted = model.fit(*history)
    expected = fitted.expected_orders(*history, 365)
    # The clients are MBG/NBD; the other two are nearly as good at telling totals.
    assert expected.sum() == pytest.approx(future.sum(), rel=0.03 if model is MBGNBD else 0.06)
    alive = fitted.p_alive(*history)
    apart = alive[future > 0].mean() - alive[future == 0].mean()
    # BG/NBD believes that whoever never came back is still there.
    assert apart > (0 if model is BGNBD else 0.3)
    if model is MBGNBD:
        tenths = np.array_split(np.argsort(expected), 10)
        told = [expected[rows].mean() for rows in tenths]
        assert told == pytest.approx([future[rows].mean() for rows in tenths], rel=0.1, abs=0.02)


@pytest.mark.parametrize("model", [BGNBD, MBGNBD])
def test_parts_give_the_same_answers_by_arithmetic(model, clients):
    x, t_x, T = clients
    fitted = model.fit(*clients)
    parts = fitted.expected_orders_parts(x, T, 365)
    silence = (fitted.params.alpha + T) / (fitted.params.alpha + t_x)
    alive = 1 / (1 + parts.odds * silence**parts.exponent)
    assert alive == pytest.approx(fitted.p_alive(*clients), rel=1e-12)
    assert alive * parts.orders_if_alive == pytest.approx(fitted.expected_orders(*clients, 365), rel=1e-12)
    assert parts.scale == pytest.approx(fitted.params.alpha + T)


@pytest.mark.parametrize("model", LEAVING)
def test_longer_silence_means_less_hope(model, clients):
    fitted = model.fit(*clients)
    alive = fitted.p_alive([5] * 6, [300] * 6, [300, 330, 400, 500, 700, 1000])
    assert np.all(np.diff(alive) < 0)


@pytest.mark.parametrize("model", LEAVING)
def test_discounting_counts_near_orders_most(model, clients):
    fitted = model.fit(*clients)
    x, t_x, T = (column[:50] for column in clients)
    rates = [1e-5, 1e-4, 1e-3, 1e-2]
    worth = np.array([fitted.discounted_residual_orders(x, t_x, T, rate) for rate in rates])
    assert np.all(np.diff(worth, axis=0) < 0)
    # At a high rate only the orders of the next moment count: what comes in a day, times 1 / rate.
    soon = fitted.expected_orders(x, t_x, T, 1e-3) * 1e3
    assert fitted.discounted_residual_orders(x, t_x, T, 10.0) == pytest.approx(soon / 10, rel=0.02)


POOR = {
    "two clients": ([0, 3], [0, 60], [50, 90]),
    "one client, one order, today": ([0], [0], [0]),
    "everybody bought once": ([0] * 500, [0] * 500, list(range(1, 501))),
    "everybody bought once, today": ([0] * 50, [0] * 50, [0] * 50),
    "all alike": ([4] * 200, [100] * 200, [120] * 200),
    "all alike and just seen": ([4] * 200, [120] * 200, [120] * 200),
    "one client with a million orders": ([10**6], [4000.0], [4001.0]),
    "one giant among dwarfs": ([10**6] + [0] * 99, [4000.0] + [0.0] * 99, [4001.0] * 100),
    "the first and last order on one day": ([2] * 20, [0] * 20, [30] * 20),
}


@pytest.mark.parametrize("penalty", [0, 1])
@pytest.mark.parametrize("case", POOR)
@pytest.mark.parametrize("model", LEAVING)
def test_poor_data_give_finite_answers_and_codes(model, case, penalty):
    history = POOR[case]
    fitted = model.fit(*history, penalty=penalty)
    check_finite(fitted, history)
    assert fitted.warnings


def check_finite(fitted, history):
    """Parameters, P(alive), expected orders: finite and within bounds."""
    assert np.all(np.isfinite(values(fitted)) & (np.array(values(fitted)) > 0))
    assert np.isfinite(fitted.log_likelihood)
    assert set(fitted.warnings) <= KNOWN_CODES
    alive = fitted.p_alive(*history)
    sure = (np.array(history[0]) == 0) & isinstance(fitted, BGNBD)
    assert np.all((alive > 0) & ((alive < 1) | sure))
    for horizon in (0, 1, 365, 1e5):
        orders = fitted.expected_orders(*history, horizon)
        assert np.all(np.isfinite(orders) & (orders >= 0))
        assert np.isfinite(fitted.expected_orders_new(horizon))
    assert np.all(np.isfinite(fitted.discounted_residual_orders(*history, 1e-3)))


def test_thirty_clients_get_a_sane_answer():
    for seed in range(10):
        history = simulate(30, r=1.2, alpha=80, a=0.8, b=3, longest=1000, seed=seed)
        fitted = MBGNBD.fit(*history)
        assert fitted.converged
        assert "parameter_at_bound" not in fitted.warnings
        # True of the simulated company: a new client places 1.5 repeat orders in the first year.
        assert 0.3 < fitted.expected_orders_new(365) < 6
        assert fitted.p_alive([10], [700], [720])[0] > 0.6
        assert fitted.p_alive([10], [300], [900])[0] < 0.4


@st.composite
def legal_histories(draw):
    size = draw(st.integers(1, 12))
    rows = []
    for _ in range(size):
        T = draw(st.floats(0, 1e4))
        x = draw(st.integers(0, 300) | st.sampled_from([0, 0, 1, 10**4]))
        rows.append((x, T * draw(st.floats(0, 1)) if x else 0.0, T))
    return tuple(np.array(column, dtype=float) for column in zip(*rows, strict=True))


@pytest.mark.parametrize("model", LEAVING)
@given(history=legal_histories(), penalty=st.sampled_from([0.0, 1.0, 5.0]))
@settings(max_examples=30, deadline=None)
def test_any_legal_history_gives_finite_answers(model, history, penalty):
    check_finite(model.fit(*history, penalty=penalty), history)
