"""The measures of the benchmarks, on cases small enough to work out by hand."""

import numpy as np
import pytest

from bench.scoring import auc, calibrated, calibration_error, lift, wilson


def test_auc_counts_pairs_in_the_right_order_and_ties_half() -> None:
    happened = np.array([False, False, True, True])
    assert auc(np.array([1.0, 2.0, 3.0, 4.0]), happened) == 1.0
    assert auc(np.array([4.0, 3.0, 2.0, 1.0]), happened) == 0.0
    assert auc(np.array([1.0, 3.0, 2.0, 3.0]), happened) == pytest.approx((1 + 0 + 1 + 0.5) / 4)


def test_lift_is_the_gain_of_the_top_part_over_the_mean() -> None:
    gained = np.array([10.0, *[0.0] * 9])
    assert lift(np.arange(10, 0, -1.0), gained) == pytest.approx(10.0)
    assert lift(np.arange(10.0), gained) == 0.0


def test_lift_shares_a_tie_evenly() -> None:
    gained = np.array([1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0])
    assert lift(np.array([1.0] * 5 + [0.0] * 5), gained) == pytest.approx(0.4 / 0.2)


def test_calibration_error_is_the_weighted_gap_in_each_bin() -> None:
    probability = np.array([0.05, 0.05, 0.95, 0.95])
    happened = np.array([False, False, True, False])
    assert calibration_error(probability, happened) == pytest.approx((0.1 + 0.9) / 4)


def test_calibrated_is_the_rising_curve_through_earlier_outcomes() -> None:
    learnt = np.array([1.0, 1.0, 2.0, 2.0, 3.0, 3.0])
    happened = np.array([False, False, True, True, False, True])
    assert calibrated(np.array([0.0, 1.0, 3.0, 9.0]), learnt, happened) == pytest.approx(
        [0.0, 0.0, 0.75, 0.75]
    )


def test_wilson_interval_of_five_in_a_hundred() -> None:
    assert wilson(5, 100) == pytest.approx((0.0215, 0.1118), abs=1e-4)
    assert wilson(0, 0) == (0.0, 1.0)
