"""The probability of an order within a horizon, against the models' own stories told many times."""

import numpy as np
import pytest

from vernost.engine.outlook import BGNBD, MBGNBD, ParetoNBD
from vernost.engine.outlook.beta_geometric import BetaGeometricParams
from vernost.engine.outlook.pareto_nbd import ParetoNBDParams

TIMES = 400_000


@pytest.mark.parametrize("model", [BGNBD, MBGNBD])
@pytest.mark.parametrize(("x", "T", "horizon"), [(0, 30.0, 90.0), (5, 200.0, 90.0), (40, 100.0, 2.0)])
def test_who_leaves_after_orders_only_is_there_for_the_next_one(
    model: type[BGNBD] | type[MBGNBD], x: int, T: float, horizon: float
) -> None:
    r, alpha = 0.8, 40.0
    rate = np.random.default_rng(1).gamma(r + x, 1 / (alpha + T), TIMES)
    ordered = np.random.default_rng(2).exponential(size=TIMES) / rate <= horizon
    chance = model(BetaGeometricParams(r, alpha, 1.0, 3.0)).p_order_if_alive([x], [T], horizon)
    assert chance == pytest.approx(ordered.mean(), abs=0.003)


@pytest.mark.parametrize(("x", "T", "horizon"), [(0, 30.0, 90.0), (5, 200.0, 90.0), (200, 100.0, 365.0)])
def test_who_may_leave_at_any_moment_must_order_before_leaving(x: int, T: float, horizon: float) -> None:
    p, rng = ParetoNBDParams(0.8, 40.0, 0.7, 60.0), np.random.default_rng(3)
    rate = rng.gamma(p.r + x, 1 / (p.alpha + T), TIMES)
    leaving = rng.gamma(p.s, 1 / (p.beta + T), TIMES)
    next_order, stays = rng.exponential(size=TIMES) / rate, rng.exponential(size=TIMES) / leaving
    ordered = next_order <= np.minimum(stays, horizon)
    chance = ParetoNBD(p).p_order_if_alive([x], [T], horizon)
    assert chance == pytest.approx(ordered.mean(), abs=0.003)


def test_no_time_no_order_and_ever_more_with_more_time() -> None:
    model = ParetoNBD(ParetoNBDParams(0.8, 40.0, 0.7, 60.0))
    chances = [float(model.p_order_if_alive([3], [100.0], days)[0]) for days in (0, 1, 10, 100, 1000, 10**6)]
    assert chances[0] == 0
    assert chances == sorted(chances)
    assert chances[-1] < 1
