"""Spend of an order: in any currency, of few clients, with heavy tails."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vernost.engine.outlook import GammaGamma
from vernost.engine.outlook.gamma_gamma import GammaGammaParams


def simulate(clients, p, q, gamma, seed):
    chance = np.random.default_rng(seed)
    x = chance.poisson(3, clients).astype(float)
    nu = chance.gamma(q, 1 / gamma, clients)
    own = np.maximum(x, 1)
    m = np.where(x > 0, chance.gamma(p * own) / (nu * own), np.nan)
    return x, m


def test_simulated_parameters_are_found_again():
    fitted = GammaGamma.fit(*simulate(60_000, 6.0, 4.0, 15.0, 1))
    assert (fitted.params.p, fitted.params.q, fitted.params.gamma) == pytest.approx(
        (6.0, 4.0, 15.0), rel=0.04
    )
    assert fitted.warnings == ()


def test_the_currency_changes_nothing_but_money():
    x, m = simulate(40, 6.0, 4.0, 15.0, 2)
    euros, roubles = GammaGamma.fit(x, m), GammaGamma.fit(x, m * 90)
    assert (roubles.params.p, roubles.params.q) == pytest.approx((euros.params.p, euros.params.q), rel=1e-6)
    assert roubles.expected_spend(x, m * 90) == pytest.approx(90 * euros.expected_spend(x, m), rel=1e-6)
    assert roubles.log_likelihood == pytest.approx(euros.log_likelihood - (x > 0).sum() * np.log(90))


def test_a_weight_counts_as_so_many_rows():
    x, m = simulate(300, 6.0, 4.0, 15.0, 3)
    weights = np.arange(300) % 4
    weighted = GammaGamma.fit(x, m, weights=weights)
    repeated = GammaGamma.fit(np.repeat(x, weights), np.repeat(m, weights))
    assert weighted.params.gamma == pytest.approx(repeated.params.gamma, rel=1e-6)
    assert weighted.log_likelihood == pytest.approx(repeated.log_likelihood, rel=1e-12)


def test_the_order_of_rows_changes_nothing_at_all():
    x, m = simulate(300, 6.0, 4.0, 15.0, 3)
    assert GammaGamma.fit(x, m) == GammaGamma.fit(x[::-1], m[::-1])


def test_expected_spend_lies_between_the_clients_own_mean_and_that_of_all():
    fitted = GammaGamma(GammaGammaParams(6.25, 3.74, 15.44))
    # Worked out: p gamma / (q - 1) = 35.22; p (gamma + x m) / (p x + q - 1) for x = 2, m = 50: 721.5 / 15.24.
    assert fitted.expected_spend([0, 2], [np.nan, 50]) == pytest.approx([35.2190, 47.3425], rel=1e-5)


@pytest.mark.parametrize("q", [1e-6, 0.4, 0.999, 1.0, 1.001, 1.2])
def test_heavy_tails_give_the_median_instead_of_infinity_or_a_negative_mean(q):
    fitted = GammaGamma(GammaGammaParams(p=0.5, q=q, gamma=20.0))
    spend = fitted.expected_spend([0, 1, 1, 50], [np.nan, 10, 100, 10])
    assert np.all(np.isfinite(spend) & (spend > 0))
    assert spend[1] < spend[2]
    assert spend[3] == pytest.approx(10, rel=0.1)


def test_heavy_tails_are_said():
    chance = np.random.default_rng(4)
    nu = chance.gamma(0.6, 1, 5000)
    fitted = GammaGamma.fit(np.full(5000, 3.0), chance.gamma(9.0, 1, 5000) / 3 / nu)
    assert fitted.params.q < 1
    assert fitted.warnings == ("spend_mean_not_finite",)


@pytest.mark.parametrize("penalty", [0, 1])
@pytest.mark.parametrize(
    ("x", "m"),
    [
        ([0, 0], [np.nan, 0.0]),
        ([1], [100.0]),
        ([3, 3, 3, 3], [7.0, 7.0, 7.0, 7.0]),
        ([1, 10**6], [1e-9, 1e12]),
    ],
)
def test_poor_data_give_finite_answers_and_codes(x, m, penalty):
    fitted = GammaGamma.fit(x, m, penalty=penalty)
    assert "not_enough_data" in fitted.warnings
    assert np.isfinite(fitted.log_likelihood)
    spend = fitted.expected_spend(x, m)
    assert np.all(np.isfinite(spend) & (spend > 0))


@given(
    st.lists(st.tuples(st.integers(0, 1000), st.floats(1e-6, 1e12)), min_size=1, max_size=15),
    st.sampled_from([0.0, 1.0]),
)
@settings(max_examples=80, deadline=None)
def test_any_legal_spend_gives_finite_answers(rows, penalty):
    x, m = zip(*rows, strict=True)
    fitted = GammaGamma.fit(x, m, penalty=penalty)
    spend = fitted.expected_spend(x, m)
    assert np.all(np.isfinite(spend) & (spend > 0))
