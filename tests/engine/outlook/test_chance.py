"""The chance of an order: exact where the model knows it, learnt where the past can teach."""

import numpy as np
import pytest
from scipy.special import expit, logit

from vernost.engine.outlook.chance import AGAIN, Chance, evidence


def clients(size: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    chance, mean = rng.beta(1, 2, size), np.exp(rng.normal(3, 1, size))
    return evidence(chance, mean, rng.integers(0, 300, size), rng.integers(0, 20, size)), mean


def test_what_money_tells_beyond_the_outlook_is_learnt() -> None:
    seen, mean = clients(20_000, 2)
    truth = expit(seen[:, 0] + 0.7 * (np.log(mean) - 3))
    ordered = np.random.default_rng(3).random(len(truth)) < truth
    learnt = Chance.fit(seen, ordered)
    assert learnt.correction / learnt.spread == pytest.approx([0, 0.7, 0, 0], abs=0.05)
    fresh, fresh_mean = clients(20_000, 4)
    expected = expit(fresh[:, 0] + 0.7 * (np.log(fresh_mean) - 3))
    assert np.abs(learnt.predict(fresh) - expected).mean() < 0.02
    assert np.abs(expit(fresh[:, 0]) - expected).mean() > 0.09


def test_half_of_the_last_surprise_is_expected_again() -> None:
    seen, _ = clients(50_000, 5)
    ordered = np.random.default_rng(6).random(len(seen)) < expit(seen[:, 0] + 1.0)
    learnt = Chance.fit(seen, ordered)
    assert learnt.surprise == pytest.approx(1.0, abs=0.05)
    assert learnt.predict(seen).mean() == pytest.approx(expit(seen[:, 0] + AGAIN).mean(), abs=0.01)


def test_few_clients_keep_the_outlook() -> None:
    seen, _ = clients(3, 7)
    learnt = Chance.fit(seen, [True, False, True])
    assert learnt.predict(seen) == pytest.approx(expit(seen[:, 0]), abs=0.1)


def test_without_experience_the_outlook_stays_as_it_is() -> None:
    seen, _ = clients(10, 8)
    learnt = Chance.fit(seen[:0], np.array([], dtype=bool))
    assert learnt.predict(seen) == pytest.approx(expit(seen[:, 0]))
    assert learnt.predict(seen[:0]).shape == (0,)


def test_counts_stand_for_clients() -> None:
    seen, _ = clients(500, 9)
    ordered = np.random.default_rng(10).random(500) < 0.4
    counts = np.random.default_rng(11).integers(1, 4, 500)
    by_count = Chance.fit(seen, ordered, weights=counts)
    one_by_one = Chance.fit(np.repeat(seen, counts, axis=0), np.repeat(ordered, counts))
    assert by_count.correction == pytest.approx(one_by_one.correction, abs=1e-6)
    assert by_count.surprise == pytest.approx(one_by_one.surprise, abs=1e-6)


@pytest.mark.parametrize("outcome", [True, False])
def test_all_alike_is_finite(outcome: bool) -> None:
    seen = evidence([0.5] * 40, [10.0] * 40, [3] * 40, [0] * 40)
    chance = Chance.fit(seen, [outcome] * 40).predict(seen)
    assert np.isfinite(chance).all()
    assert (logit(chance[0]) > 0) == outcome


def test_sure_and_hopeless_clients_stay_finite() -> None:
    seen = evidence([0.0, 1.0, 0.5], [0.0, 1e12, 10.0], [0, 10_000, 5], [0, 1_000_000, 3])
    assert np.isfinite(Chance.fit(seen, [False, True, True]).predict(seen)).all()
