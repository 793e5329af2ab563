"""Real order histories and the cuts at which the future is hidden."""

from dataclasses import dataclass
from datetime import date, timedelta

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from bench.places import shared
from bench.scoring import Bools, Floats

HORIZON_DAYS = 90


@dataclass(frozen=True)
class History:
    """Orders (client_id text, ordered_on, amount) of a real company and four days at which to predict."""

    name: str
    orders: pa.Table
    cuts: tuple[date, ...]


@dataclass(frozen=True)
class Known:
    """Of each client that has bought by the cut: what was known, what came after; by `client`."""

    cut: date
    client: pa.Array
    days_since_last: Floats
    occasions: Floats
    money: Floats
    #: occasions and money in the horizon's length of time before the cut, and in the horizon
    occasions_before: Floats
    money_before: Floats
    occasions_after: Floats
    money_after: Floats

    @property
    def active(self) -> Bools:
        """Bought in the horizon."""
        return self.occasions_after > 0


def histories() -> list[History]:
    """Online Retail and CDNOW; an error that says so where the files are missing."""
    return [
        History("Online Retail", _online_retail(), _cuts(date(2011, 12, 9), 30)),
        History("CDNOW", _cdnow(), _cuts(date(1998, 6, 30), 60)),
    ]


def known_at(history: History, cut: date, horizon: int = HORIZON_DAYS) -> Known:
    """Clients with a purchase up to the cut; days are merged, returns reduce money and are no occasions."""
    connection = duckdb.connect()
    connection.register("orders", history.orders)
    rows = connection.sql(
        """
        WITH days AS (
            SELECT client_id, ordered_on, sum(amount)::DOUBLE AS money, bool_or(amount > 0) AS bought,
                   ordered_on <= $cut AS seen, ordered_on > $before AND ordered_on <= $cut AS before,
                   ordered_on > $cut AND ordered_on <= $after AS later
            FROM orders GROUP BY ALL
        )
        SELECT client_id,
               ($cut::DATE - max(ordered_on) FILTER (seen AND bought))::DOUBLE AS days_since_last,
               count(*) FILTER (seen AND bought)::DOUBLE AS occasions,
               coalesce(sum(money) FILTER (seen), 0) AS money,
               count(*) FILTER (before AND bought)::DOUBLE AS occasions_before,
               coalesce(sum(money) FILTER (before), 0) AS money_before,
               count(*) FILTER (later AND bought)::DOUBLE AS occasions_after,
               coalesce(sum(money) FILTER (later), 0) AS money_after
        FROM days GROUP BY client_id HAVING count(*) FILTER (seen AND bought) > 0 ORDER BY client_id
        """,
        params={
            "cut": cut,
            "before": cut - timedelta(days=horizon),
            "after": cut + timedelta(days=horizon),
        },
    ).to_arrow_table()
    numbers = {name: rows[name].to_numpy() for name in rows.column_names if name != "client_id"}
    return Known(cut, rows["client_id"].combine_chunks(), **numbers)


def until(history: History, cut: date) -> pa.Table:
    """The orders that the cut shows."""
    return history.orders.filter(pc.less_equal(history.orders["ordered_on"], pa.scalar(cut)))


def _cuts(last: date, apart: int) -> tuple[date, ...]:
    """Four days, the last of them one horizon before the end."""
    return tuple(last - timedelta(days=HORIZON_DAYS + apart * back) for back in (3, 2, 1, 0))


def _online_retail() -> pa.Table:
    return _orders("online_retail.csv.gz", "CustomerID::BIGINT", "InvoiceDate", "Quantity * UnitPrice")


def _cdnow() -> pa.Table:
    return _orders("cdnow_master.csv", "customer_id", "date", "amount")


def _orders(name: str, client: str, day: str, amount: str) -> pa.Table:
    """Rows that name a client and are worth something."""
    path = shared(name)
    return duckdb.sql(
        f"""
        SELECT ({client})::VARCHAR AS client_id, ({day})::DATE AS ordered_on,
               ({amount})::DECIMAL(18, 2) AS amount
        FROM read_csv($path) WHERE ({client}) IS NOT NULL AND ({amount})::DECIMAL(18, 2) <> 0
        """,  # noqa: S608 - the expressions are the two above
        params={"path": str(path)},
    ).to_arrow_table()
