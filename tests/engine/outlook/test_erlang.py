"""Regularity from three numbers per client."""

import numpy as np
import pytest
from scipy.stats import dirichlet

from vernost.engine.outlook import OutlookInputError, estimate_regularity


def statistics(k, clients, seed, most=12):
    """Clients of very different rates, 1 to `most` intervals each."""
    chance = np.random.default_rng(seed)
    count = chance.integers(1, most + 1, clients)
    rate = chance.lognormal(0, 1.5, clients)
    sums, logs = np.empty(clients), np.empty(clients)
    for i in range(clients):
        intervals = chance.gamma(k, 1 / rate[i], count[i])
        sums[i], logs[i] = intervals.sum(), np.log(intervals).sum()
    return count, sums, logs


@pytest.mark.parametrize(("k", "erlang"), [(0.6, 1), (1.0, 1), (2.0, 2), (3.1, 3), (9.0, 4)])
def test_the_true_shape_is_found(k, erlang):
    found = estimate_regularity(*statistics(k, 4000, 1))
    assert found.k == pytest.approx(k, rel=0.04)
    assert abs(np.log(found.k / k)) < 4 * found.standard_error
    assert found.erlang == erlang
    assert found.warnings == ()


def test_ratio_tells_chance_from_regularity():
    assert estimate_regularity(*statistics(1.0, 1000, 2)).ratio < 6.6
    assert estimate_regularity(*statistics(1.5, 1000, 2)).ratio > 50


def test_the_estimate_maximises_the_dirichlet_likelihood_of_shares():
    shares = [np.array([0.2, 0.3, 0.5]), np.array([0.45, 0.55]), np.array([0.1, 0.2, 0.3, 0.4])]
    found = estimate_regularity([3, 2, 4], [1, 1, 1], [np.log(own).sum() for own in shares])

    def likelihood(k):
        return sum(dirichlet.logpdf(own, [k] * len(own)) for own in shares)

    assert likelihood(found.k) > max(likelihood(found.k * 1.001), likelihood(found.k / 1.001))
    assert found.ratio == pytest.approx(2 * (likelihood(found.k) - likelihood(1.0)))


def test_the_unit_of_time_and_the_order_of_clients_do_not_matter():
    count, sums, logs = statistics(2.0, 500, 3)
    days = estimate_regularity(count, sums, logs)
    weeks = estimate_regularity(count[::-1], sums[::-1] / 7, logs[::-1] - count[::-1] * np.log(7))
    assert weeks.k == pytest.approx(days.k, rel=1e-9)


def test_a_weight_counts_as_so_many_clients():
    count, sums, logs = statistics(2.0, 200, 4)
    weights = np.arange(200) % 3
    weighted = estimate_regularity(count, sums, logs, weights)
    repeated = estimate_regularity(*(np.repeat(column, weights) for column in (count, sums, logs)))
    assert weighted.k == pytest.approx(repeated.k, rel=1e-9)
    assert weighted.intervals == repeated.intervals


def test_one_interval_says_nothing():
    found = estimate_regularity([1, 0], [30, 0], [np.log(30), 0])
    assert (found.k, found.erlang, found.warnings) == (1.0, 1, ("not_enough_data",))


def test_clockwork_is_said_to_be_at_the_bound():
    found = estimate_regularity([10] * 5, [300] * 5, [10 * np.log(30)] * 5)
    assert found.k == pytest.approx(1000)
    assert "parameter_at_bound" in found.warnings


@pytest.mark.parametrize(
    ("rows", "code", "row"),
    [
        (([2, 2], [10, 0], [1, 1]), "not_above_zero", 1),
        (([2, 2], [10, 10], [1, 9]), "logs_exceed_sum", 1),
        (([2, 2], [10, np.nan], [1, 1]), "not_finite", 1),
        (([2], [10, 10], [1, 1]), "length_mismatch", 1),
    ],
)
def test_illegal_input_names_code_and_row(rows, code, row):
    with pytest.raises(OutlookInputError) as caught:
        estimate_regularity(*rows)
    assert (caught.value.code, caught.value.row) == (code, row)
