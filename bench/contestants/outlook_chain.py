"""Our outlook alone, to hold against the peers: summary, BG/NBD, Gamma-Gamma, predictions."""

import json
import sys
from dataclasses import asdict
from time import perf_counter

import duckdb

from vernost.engine.outlook import BGNBD, GammaGamma


def main(orders: str, as_of: str) -> None:
    begun = perf_counter()
    summary = (
        duckdb.connect()
        .execute(
            """
            SELECT (count(*) - 1)::DOUBLE AS x, (max(ordered_on) - min(ordered_on))::DOUBLE AS t_x,
                   (CAST($as_of AS DATE) - min(ordered_on))::DOUBLE AS T,
                   coalesce((sum(money) - arg_min(money, ordered_on)) / nullif(count(*) - 1, 0), 0)::DOUBLE
                       AS m
            FROM (
                SELECT client_id, ordered_on, sum(amount) AS money
                FROM read_parquet($orders)
                WHERE amount > 0 AND ordered_on <= CAST($as_of AS DATE)
                GROUP BY client_id, ordered_on
            )
            GROUP BY client_id
            """,
            {"orders": orders, "as_of": as_of},
        )
        .fetchnumpy()
    )
    x, t_x, T, m = (summary[name] for name in ("x", "t_x", "T", "m"))
    model = BGNBD.fit(x, t_x, T, penalty=0.0)
    repeat = x > 0
    spend = GammaGamma.fit(x[repeat], m[repeat], penalty=0.0)
    alive = model.p_alive(x, t_x, T)
    expected = model.expected_orders(x, t_x, T, 365.0)
    money = spend.expected_spend(x, m)
    print(
        json.dumps(
            {
                "work": perf_counter() - begun,
                "params": {**asdict(model.params), **asdict(spend.params)},
                "alive": float(alive.sum()),
                "orders": float(expected.sum()),
                "spend": float(money.mean()),
            }
        )
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
