"""The peer pymc-marketing: summary, BG/NBD, Gamma-Gamma (both MAP), predictions. Peers' environment."""

import json
import sys
from time import perf_counter

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from pymc_marketing.clv import BetaGeoModel, GammaGammaModel, rfm_summary


def main(orders: str, as_of: str) -> None:
    begun = perf_counter()
    rows = pq.read_table(orders)
    frame = pd.DataFrame(
        {
            "client_id": rows["client_id"].to_numpy(),
            "ordered_on": pd.to_datetime(rows["ordered_on"].to_pandas()),
            "amount": rows["amount"].cast(pa.float64()).to_numpy(),
        }
    )
    summary = rfm_summary(
        frame[frame.amount > 0], "client_id", "ordered_on", "amount", observation_period_end=as_of
    )
    model = BetaGeoModel()
    model.fit(summary, method="map", progressbar=False)
    repeat = summary[(summary["frequency"] > 0) & (summary["monetary_value"] > 0)]
    spend = GammaGammaModel()
    spend.fit(repeat, method="map", progressbar=False)
    alive = model.expected_probability_alive(summary)
    expected = model.expected_purchases(summary, future_t=365)
    money = spend.expected_customer_spend(repeat)
    print(
        json.dumps(
            {
                "work": perf_counter() - begun,
                "params": {**model.fit_summary().to_dict(), **spend.fit_summary().to_dict()},
                "alive": float(alive.sum()),
                "orders": float(expected.sum()),
                "spend": float(money.mean()),
            }
        )
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
