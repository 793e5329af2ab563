"""Sums that do not depend on how many threads a linear algebra library happens to use."""

from vernost.engine.outlook.arrays import Floats


def dot(left: Floats, right: Floats) -> float:
    """Sum of products, pairwise: the same bits on every machine, and no threads that wait for a busy core."""
    return float((left * right).sum())
