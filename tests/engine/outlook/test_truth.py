"""Published and recomputed answers (truth.md beside the checkout)."""

import numpy as np
import pytest

from vernost.engine.outlook import BGNBD, MBGNBD, NBD, GammaGamma, ParetoNBD
from vernost.engine.outlook.beta_geometric import BetaGeometricParams
from vernost.engine.outlook.pareto_nbd import ParetoNBDParams

# Customer 1516 of the sample.
X, LAST, END = [26], [216 / 7], [217 / 7]

CDNOW = {
    BGNBD: ({"r": 0.2426, "alpha": 4.4137, "a": 0.7930, "b": 2.4262}, -9582.43),
    MBGNBD: ({"r": 0.5248, "alpha": 6.1831, "a": 0.8914, "b": 1.6140}, -9582.136),
    ParetoNBD: ({"r": 0.5534, "alpha": 10.580, "s": 0.6060, "beta": 11.657}, -9594.976),
    NBD: ({"r": 0.3848, "alpha": 12.0720}, -9763.658),
}

# P(alive) and orders of customer 1516, and of a new customer, in 52 weeks; sums over the sample, 39 weeks.
EXPECTED = {
    BGNBD: (0.96885, 25.757, 1.4440, 1653.39, 1917.28),
    ParetoNBD: (0.99787, 25.455, 1.4734, 1665.6, 1051.85),
    MBGNBD: (0.96548, 23.998, 1.4189, 1576.71, 1057.63),
}

# x = 10, 15, 20, 25 with t_x = 20, T = 39: orders in 52 weeks.
LATE = {
    BGNBD: (0.34746, 0.042834, 0.0041590, 0.00035837),
    ParetoNBD: (0.70599, 0.14419, 0.022498, 0.0030915),
    MBGNBD: (0.35168, 0.049727, 0.0055716, 0.00055532),
}

PUBLISHED = (
    BGNBD(BetaGeometricParams(**CDNOW[BGNBD][0])),
    ParetoNBD(ParetoNBDParams(**CDNOW[ParetoNBD][0])),
    MBGNBD(BetaGeometricParams(**CDNOW[MBGNBD][0])),
)


@pytest.mark.parametrize("model", CDNOW)
def test_parameters_of_the_cdnow_sample(model, cdnow_sample):
    fitted = model.fit(*cdnow_sample, penalty=0)
    params, log_likelihood = CDNOW[model]
    for name, value in params.items():
        assert getattr(fitted.params, name) == pytest.approx(value, rel=1.2e-3), name
    assert fitted.log_likelihood == pytest.approx(log_likelihood, abs=0.005)
    assert fitted.converged
    assert fitted.warnings == ()


@pytest.mark.parametrize("model", EXPECTED)
def test_expectations_of_the_cdnow_sample(model, cdnow_sample):
    fitted = model.fit(*cdnow_sample, penalty=0)
    alive, orders, new, all_orders, all_alive = EXPECTED[model]
    assert fitted.p_alive(X, LAST, END)[0] == pytest.approx(alive, abs=1e-5)
    assert fitted.expected_orders(X, LAST, END, 52)[0] == pytest.approx(orders, rel=5e-5)
    assert fitted.expected_orders_new(52) == pytest.approx(new, rel=5e-5)
    assert fitted.expected_orders(*cdnow_sample, 39).sum() == pytest.approx(all_orders, rel=1e-4)
    assert fitted.p_alive(*cdnow_sample).sum() == pytest.approx(all_alive, rel=2e-4)


@pytest.mark.parametrize("model", LATE)
def test_many_orders_and_then_silence(model, cdnow_sample):
    fitted = model.fit(*cdnow_sample, penalty=0)
    orders = fitted.expected_orders([10, 15, 20, 25], [20] * 4, [39] * 4, 52)
    assert orders == pytest.approx(LATE[model], rel=5e-4)


@pytest.mark.parametrize("fitted", PUBLISHED)
def test_many_orders_and_then_silence_at_the_published_parameters(fitted):
    orders = fitted.expected_orders([10, 15, 20, 25], [20] * 4, [39] * 4, 52)
    assert orders == pytest.approx(LATE[type(fitted)], rel=3e-4)


def test_p_alive_of_a_customer_without_repeat_order(cdnow_sample):
    assert MBGNBD.fit(*cdnow_sample, penalty=0).p_alive([0], [0], [39])[0] == pytest.approx(0.38933, abs=1e-5)
    assert BGNBD.fit(*cdnow_sample, penalty=0).p_alive([0], [0], [39])[0] == 1


def test_discounted_residual_orders_of_pareto_nbd(cdnow_sample):
    assert PUBLISHED[1].discounted_residual_orders(X, LAST, END, 0.0027)[0] == pytest.approx(86.037, rel=1e-4)
    fitted = ParetoNBD.fit(*cdnow_sample, penalty=0)
    # The optimum is flat: another place on it, the fourth digit differs.
    assert fitted.discounted_residual_orders(X, LAST, END, 0.0027)[0] == pytest.approx(86.037, rel=2e-4)


def test_gamma_gamma_of_the_repeat_customers(cdnow_spend):
    fitted = GammaGamma.fit(*cdnow_spend, penalty=0)
    assert (fitted.params.p, fitted.params.q, fitted.params.gamma) == pytest.approx(
        (6.25, 3.74, 15.44), rel=1.5e-3
    )
    assert fitted.log_likelihood == pytest.approx(-4055.92, abs=0.005)
    assert fitted.quality.observations == 946


def test_bg_nbd_of_all_cdnow_customers(cdnow_full):
    fitted = BGNBD.fit(*cdnow_full, penalty=0)
    assert len(cdnow_full[0]) == 23_570
    # The published ranges are rounded: half a digit each way.
    assert 0.2645 <= fitted.params.r < 0.2675
    assert 41.15 <= fitted.params.alpha < 41.95
    assert 0.4805 <= fitted.params.a < 0.4845
    assert 2.0875 <= fitted.params.b < 2.1125
    assert fitted.p_alive(*cdnow_full).sum() == pytest.approx(18_780, rel=2e-3)


@pytest.mark.parametrize("model", [BGNBD, MBGNBD, ParetoNBD])
def test_online_retail_stays_sane_where_hardly_anyone_is_seen_to_leave(model, online_retail):
    fitted = model.fit(*online_retail)
    alive, orders = fitted.p_alive(*online_retail), fitted.expected_orders(*online_retail, 365)
    may_leave = online_retail[0] > (0 if model is BGNBD else -1)
    assert np.all((alive[may_leave] > 0) & (alive[may_leave] < 1))
    assert np.all(np.isfinite(orders) & (orders > 0))
    assert orders.sum() < 3 * online_retail[0].sum()
    assert fitted.converged
    assert "parameter_at_bound" not in fitted.warnings


def test_online_retail_says_that_dropout_is_not_identified(online_retail):
    for penalty in (0, 1):
        assert "dropout_not_identified" in BGNBD.fit(*online_retail, penalty=penalty).warnings
