"""Distinct rows, by table and by sorting."""

import numpy as np
import pytest

from vernost.engine.outlook.distinct import distinct


@pytest.mark.parametrize("scale", [1.0, 1 / 7, 1e12, 1e300])
def test_rows_come_back_from_their_distinct_ones(scale):
    chance = np.random.default_rng(1)
    columns = [
        chance.integers(0, 9, 500) * scale,
        chance.integers(-4, 5, 500) * scale,
        chance.integers(0, 3, 500) * 1.0,
    ]
    found, where = distinct(*columns)
    expected = np.unique(np.column_stack(columns), axis=0)
    assert np.array_equal(np.column_stack(found), expected)
    for column, values in zip(columns, found, strict=True):
        assert np.array_equal(values[where], column)


def test_many_wide_columns_do_not_overflow_the_code():
    columns = [np.array([0.0, 2.0**50, 5.0, 5.0])] * 3
    found, where = distinct(*columns)
    assert where.tolist() == [0, 2, 1, 1]
    assert found[2].tolist() == [0.0, 5.0, 2.0**50]


def test_no_rows():
    found, where = distinct(np.empty(0))
    assert len(found[0]) == len(where) == 0
