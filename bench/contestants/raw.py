"""The limit: DuckDB merges the days and sums up (x, t_x, T, money) per client, and nothing else."""

import json
import sys
from time import perf_counter

import duckdb


def main(orders: str, as_of: str) -> None:
    begun = perf_counter()
    connection = duckdb.connect()
    connection.execute("SET threads = 2")
    connection.execute("SET preserve_insertion_order = false")
    summary = connection.sql(
        """
        SELECT client_id, count(*) - 1 AS x, max(ordered_on) - min(ordered_on) AS t_x,
               CAST($as_of AS DATE) - min(ordered_on) AS T, sum(money) AS money
        FROM (
            SELECT client_id, ordered_on, sum(amount) AS money
            FROM read_parquet($orders)
            WHERE amount > 0 AND ordered_on <= CAST($as_of AS DATE)
            GROUP BY client_id, ordered_on
        )
        GROUP BY client_id
        """,
        params={"orders": orders, "as_of": as_of},
    ).to_arrow_table()
    print(json.dumps({"work": perf_counter() - begun, "clients": summary.num_rows}))


if __name__ == "__main__":
    main(*sys.argv[1:])
