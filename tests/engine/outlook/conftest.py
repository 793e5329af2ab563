"""Real order histories for the outlook models."""

import csv
import gzip
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import numpy as np
import pytest

type History = tuple[np.ndarray, np.ndarray, np.ndarray]


def summary_in_days(orders: Iterable[tuple[str, date]]) -> History:
    """(x, t_x, T) by client: orders of one day are one occasion, T runs to the last day of the log."""
    days: dict[str, set[int]] = defaultdict(set)
    for client, day in orders:
        days[client].add(day.toordinal())
    end = max(max(own) for own in days.values())
    rows = [(len(own) - 1, max(own) - min(own), end - min(own)) for own in days.values()]
    x, t_x, T = np.array(rows, dtype=float).T
    return x, t_x, T


@pytest.fixture(scope="session")
def cdnow_sample(shared_data: Callable[[str], Path]) -> History:
    """(x, t_x, T) in weeks of the 2,357 customers, calibration of 39 weeks; days are whole."""
    table = np.genfromtxt(shared_data("cdnow_sample_summary_weeks.csv"), delimiter=",", names=True)
    return table["frequency"], np.round(table["recency"] * 7) / 7, np.round(table["T"] * 7) / 7


@pytest.fixture(scope="session")
def cdnow_spend(shared_data: Callable[[str], Path]) -> tuple[np.ndarray, np.ndarray]:
    """(x, m) of the sample: repeat orders and their mean spend."""
    table = np.genfromtxt(shared_data("cdnow_sample_spend.csv"), delimiter=",", names=True)
    return table["x"], table["zbar"]


@pytest.fixture(scope="session")
def cdnow_full(shared_data: Callable[[str], Path]) -> History:
    """(x, t_x, T) in days of all 23,570 customers."""
    with shared_data("cdnow_master.csv").open() as lines:
        return summary_in_days(
            (row["customer_id"], date.fromisoformat(row["date"])) for row in csv.DictReader(lines)
        )


@pytest.fixture(scope="session")
def online_retail(shared_data: Callable[[str], Path]) -> History:
    """(x, t_x, T) in days of the 4,338 customers with a positive quantity."""
    with gzip.open(shared_data("online_retail.csv.gz"), "rt", encoding="utf-8", errors="replace") as lines:
        return summary_in_days(
            (row["CustomerID"], date.fromisoformat(row["InvoiceDate"][:10]))
            for row in csv.DictReader(lines)
            if row["CustomerID"] and int(row["Quantity"]) > 0 and float(row["UnitPrice"]) > 0
        )
