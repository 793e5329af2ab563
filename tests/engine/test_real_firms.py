"""Real order files, from the file to the judgement: the sums are DuckDB's own, every number is finite."""

import math
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from tests.engine.cast import Row, plain
from vernost.engine import Assessment, ReadOptions, Tables, assess, read_tables
from vernost.engine.steps import outlook

FILES = {
    "cdnow_master.csv": (
        "SELECT customer_id, round(sum(round(amount, 2)), 2) FROM read_csv('{path}')"
        " GROUP BY customer_id HAVING sum(amount) > 0"
    ),
    "online_retail.csv.gz": (
        "SELECT CAST(CAST(CustomerID AS BIGINT) AS VARCHAR), round(sum(round(Quantity * UnitPrice, 2)), 2)"
        " FROM read_csv('{path}', ignore_errors = true) WHERE CustomerID IS NOT NULL GROUP BY 1"
    ),
}


@pytest.fixture(scope="module", params=FILES)
def firm(request, shared_data: Callable[[str], Path]) -> Iterator[tuple[Assessment, list[Row], dict]]:
    path = shared_data(request.param)
    revenue = dict(duckdb.sql(FILES[request.param].format(path=path)).fetchall())
    given = Tables.read(read_tables([path], options=ReadOptions(skip_bad_rows=True)))
    result = assess(given)
    yield result, plain(result.clients.to_arrow()), {str(client): total for client, total in revenue.items()}
    given.backend.close()


def test_revenue_of_every_client_is_the_plain_sum(firm):
    _result, clients, revenue = firm
    found = {str(row["client_id"]).removesuffix(".0"): row["revenue"] for row in clients}

    wrong = {
        client: (total, found.get(client))
        for client, total in revenue.items()
        if not math.isclose(total, found.get(client, math.nan), abs_tol=0.005)
    }
    assert wrong == {}


def test_every_number_is_finite_and_in_its_range(firm):
    result, clients, _revenue = firm
    rows = clients + plain(result.signals.to_arrow())

    assert [
        row for row in rows if any(isinstance(v, float) and not math.isfinite(v) for v in row.values())
    ] == []
    assert math.isclose(sum(row["share"] for row in clients), 1)
    for row in clients:
        assert row["p_alive"] is None or 0 < row["p_alive"] < 1 or row["occasions"] == 1
        assert 0 <= row["confidence"] <= 1
        assert row["attractiveness"] is None or 0 <= row["attractiveness"] <= 100


def test_the_outlook_is_that_of_the_models_called_directly(firm):
    result, clients, _revenue = firm
    models: outlook.Models = result.inner["outlook"].models

    for row in [row for row in clients if row["occasions"]][:: max(1, len(clients) // 50)]:
        x = row["occasions"] - 1
        t_x, T = (row["last_on"] - row["first_on"]).days, (result.as_of - row["first_on"]).days
        orders = models.buying.expected_orders([x], [t_x], [T], 365)[0]
        assert row["expected_orders"] == pytest.approx(orders, rel=1e-9)
        if row["p_alive"] is not None:
            assert row["p_alive"] == pytest.approx(models.buying.p_alive([x], [t_x], [T])[0], rel=1e-9)
        assert row["expected_revenue"] == pytest.approx(
            row["expected_orders"] * row["expected_spend"], rel=1e-3, abs=1
        )
