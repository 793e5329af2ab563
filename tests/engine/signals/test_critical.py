"""Where the tests alarm, against the distributions of scipy (which the engine itself does not load)."""

import pyarrow as pa
import pytest
from scipy import stats

from vernost.engine import Settings
from vernost.engine.signals import critical


def test_correlations_are_those_of_the_t_test():
    rows = critical.correlations(Settings()).to_pylist()

    assert {row["n"] for row in rows} == set(range(6, 25))
    for row in rows[:: len(rows) // 20]:
        r, n = row["critical"], row["n"]
        t = r * ((n - 2) / (1 - r * r)) ** 0.5
        assert stats.t.sf(t, n - 2) == pytest.approx(0.05 / row["looks"], rel=1e-9)


def test_silences_are_quantiles_of_beta_prime():
    for row in critical.silences(Settings(), 2.0, 1.5).to_pylist()[::400]:
        tail = stats.betaprime.sf(row["factor"], 2.0, 1.5 + 2.0 * row["intervals"])
        assert row["factor"] == 1e6 or tail == pytest.approx(0.05 / row["looks"], rel=1e-6)


@pytest.mark.parametrize(("recent", "before", "days"), [(0, 0, 365), (5, 2, 365), (3, 30, 365), (2, 4, 120)])
def test_a_rate_alarms_at_the_first_count_within_the_level(recent, before, days):
    given = pa.table(
        {name: pa.array([value], pa.int32()) for name, value in
         (("recent", recent), ("before", before), ("days_before", days))}
    )  # fmt: skip
    part = 90 / (90 + days)

    (rise,) = critical.rates(given, Settings(), rise=True).to_pylist()
    level = 0.05 / rise["looks"]
    # Recent events before the next old one: negative binomial, an old event being the success.
    waiting = stats.nbinom(before + 1, 1 - part)
    assert waiting.sf(rise["critical"] - 1) <= level < waiting.sf(rise["critical"] - 2)

    (fall,) = critical.rates(given, Settings(), rise=False).to_pylist()
    if before:
        fewer = stats.nbinom(before, 1 - part)
        assert fewer.cdf(fall["critical"]) <= level < fewer.cdf(fall["critical"] + 1)
    else:
        assert fall["critical"] == -1
