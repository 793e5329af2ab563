"""The peer lifetimes: summary, BG/NBD, Gamma-Gamma, predictions. Runs in the peers' environment."""

import json
import sys
from time import perf_counter

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from lifetimes import BetaGeoFitter, GammaGammaFitter
from lifetimes.utils import summary_data_from_transaction_data


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
    summary = summary_data_from_transaction_data(
        frame[frame.amount > 0],
        "client_id",
        "ordered_on",
        "amount",
        observation_period_end=pd.Timestamp(as_of),
        freq="D",
    )
    x, t_x, T = summary["frequency"], summary["recency"], summary["T"]
    model = BetaGeoFitter(penalizer_coef=0.0).fit(x, t_x, T)
    repeat = summary[(x > 0) & (summary["monetary_value"] > 0)]
    spend = GammaGammaFitter(penalizer_coef=0.0).fit(repeat["frequency"], repeat["monetary_value"])
    alive = model.conditional_probability_alive(x, t_x, T)
    expected = model.conditional_expected_number_of_purchases_up_to_time(365, x, t_x, T)
    money = spend.conditional_expected_average_profit(x, summary["monetary_value"])
    print(
        json.dumps(
            {
                "work": perf_counter() - begun,
                "params": {**model.params_.to_dict(), **spend.params_.to_dict()},
                "alive": float(alive.sum()),
                "orders": float(expected.sum()),
                "spend": float(money.mean()),
            }
        )
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
