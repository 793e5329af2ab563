"""What cannot be judged is refused by name, whatever it is; and what is odd but legal gets an answer."""

import math
from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from tests.engine.cast import AS_OF, Firm, day, judge
from vernost.engine import EngineError, Settings, Tables, assess

GOOD = {"client_id": ["a", "b"], "ordered_on": [day(10), day(20)], "amount": [1.0, 2.0]}


def orders(**columns: Any) -> pa.Table:
    return pa.table(GOOD | columns)


def refused(settings: Settings | None = None, **tables: pa.Table) -> EngineError:
    with pytest.raises(EngineError) as caught:
        assess(Tables.of(**tables), settings, AS_OF)
    return caught.value


def one(**columns: Any) -> pa.Table:
    """A table of one row about client a."""
    return pa.table({"client_id": ["a"], **{name: [value] for name, value in columns.items()}})


BROKEN_ORDERS = [
    ({"client_id": ["a", None]}, "client_id", "missing"),
    ({"ordered_on": [day(1), None]}, "ordered_on", "missing"),
    ({"amount": [1.0, None]}, "amount", "missing"),
    ({"amount": [1.0, math.nan]}, "amount", "not_finite"),
    ({"amount": [1.0, -math.inf]}, "amount", "not_finite"),
    ({"amount": [1.0, 1e300]}, "amount", "too_large"),
    ({"amount": [1.0, -1e14]}, "amount", "too_large"),
    ({"direct_cost": [1.0, math.nan]}, "direct_cost", "not_finite"),
    ({"ordered_on": [day(1), date(1000, 1, 1)]}, "ordered_on", "out_of_time"),
    ({"ordered_on": [day(1), date(2201, 1, 1)]}, "ordered_on", "out_of_time"),
    ({"status": ["done", "paid"]}, "status", "unknown_code"),
]
BROKEN_OTHERS = [
    ("clients", one(business_stability=6.0), "business_stability", "out_of_range"),
    ("clients", one(values_fit=0.0), "values_fit", "out_of_range"),
    ("clients", one(annual_potential=-1.0), "annual_potential", "out_of_range"),
    ("clients", one(kind="shop"), "kind", "unknown_code"),
    ("clients", one(founded_on=date(1000, 1, 1)), "founded_on", "out_of_time"),
    ("clients", pa.table({"client_id": ["a", "a"], "name": ["A", "A"]}), "client_id", "repeated"),
    ("ratings", one(at=day(1), measure="nps", value=11.0), "value", "out_of_range"),
    ("ratings", one(at=day(1), measure="quality", value=6.0), "value", "out_of_range"),
    ("ratings", one(at=day(1), measure="quality", value=0.0), "value", "out_of_range"),
    ("ratings", one(at=day(1), measure="charm", value=5.0), "measure", "unknown_code"),
    ("interactions", one(at=day(1), direction="up", kind="call"), "direction", "unknown_code"),
    ("interactions", one(at=day(1), direction="in", kind="call", mood=3), "mood", "out_of_range"),
    ("interactions", one(at=day(1), direction="in", kind="call", minutes=1e12), "minutes", "too_large"),
    ("invoices", one(amount=-1.0, due_on=day(1)), "amount", "out_of_range"),
    ("acts", one(on=day(1), kind="dance"), "kind", "unknown_code"),
    ("costs", one(on=day(1), money=math.inf), "money", "not_finite"),
]
WRONG_SETTINGS: list[dict[str, Any]] = [
    {"window_days": 0},
    {"horizon_days": 0},
    {"rhythm_intervals": 1},
    {"weight_orders": -1},
    {"alarm_rate": 0.0},
    {"trend_min_events": 3},
    {"discount_rate": math.nan},
    {"discount_rate": 0.0},
    {"lost_overdue": 1.0},
    {"lost_p_alive": 0.9},
    {"abc_b": 0.5},
    {"outlook_model": "oracle"},
    {"outlook_penalty": -1.0},
    {"reward_attractiveness": math.inf},
    {"exchange_rates": {"EUR": math.nan}},
    {"exchange_rates": {"EUR": 0.0}},
    {"exchange_rates": {"EUR": 1e300}},
    {"hourly_rate": -1.0},
    {"hourly_rates": {"Ann": math.inf}},
]


@pytest.mark.parametrize(("columns", "column", "problem"), BROKEN_ORDERS)
def test_broken_orders(columns, column, problem):
    error = refused(orders=orders(**columns))

    assert error.code == "broken_column"
    assert error.details == {"table": "orders", "column": column, "problem": problem, "rows": 1}


@pytest.mark.parametrize(("table", "rows", "column", "problem"), BROKEN_OTHERS)
def test_other_broken_tables(table, rows, column, problem):
    error = refused(orders=orders(), **{table: rows})

    assert error.code == "broken_column"
    assert error.details == {"table": table, "column": column, "problem": problem, "rows": 1}


@pytest.mark.parametrize("wrong", WRONG_SETTINGS, ids=str)
def test_settings_that_contradict_themselves(wrong):
    error = refused(Settings(**wrong), orders=orders())

    assert error.code == "wrong_setting"
    assert error.details["setting"] in wrong


def test_sums_that_leave_the_digits_of_money():
    rows = 20
    table = pa.table(
        {"client_id": ["a"] * rows, "ordered_on": [day(n) for n in range(rows)], "amount": [9e12] * rows}
    )

    assert refused(orders=table).details["problem"] == "too_large_together"


@pytest.mark.parametrize(
    ("tables", "code"),
    [
        ({}, "missing_table"),
        ({"orders": orders(), "gossip": orders()}, "unknown_table"),
        ({"orders": orders().drop_columns(["amount"])}, "missing_column"),
        ({"orders": orders(amount=["1", "2"])}, "wrong_type"),
        ({"orders": orders(ordered_on=["2025-01-01", "2025-01-02"])}, "wrong_type"),
        ({"orders": orders(client_id=[1.5, 2.5])}, "wrong_type"),
        ({"orders": orders().slice(0, 0)}, "empty_table"),
        ({"orders": orders(amount=pa.array([1, 2]).cast(pa.decimal256(60, 10)))}, "not_understood"),
    ],
)
def test_tables_that_are_none(tables, code):
    assert refused(**tables).code == code


def test_a_file_that_is_not_there_or_no_parquet(tmp_path):
    broken = tmp_path / "broken.parquet"
    broken.write_bytes(b"no parquet")

    for path in (tmp_path / "none.parquet", broken):
        with pytest.raises(EngineError) as caught:
            Tables.of(orders=path)
        assert caught.value.code == "not_understood"


@pytest.mark.parametrize("currency", [["EUR", "USD"], ["USD", None]])
def test_several_currencies_without_rates(currency):
    assert refused(orders=orders(currency=currency)).code == "mixed_currencies"


def test_several_currencies_with_rates():
    table = orders(currency=["EUR", None], direct_cost=[0.5, 0.5])

    judged = judge({"orders": table}, Settings(currency="USD", exchange_rates={"EUR": 1.1}))

    assert {client: row["revenue"] for client, row in judged.clients.items()} == {"a": 1.1, "b": 2.0}
    assert judged.clients["a"]["margin_window"] == 1.1 - 0.55


def test_ids_that_are_numbers_here_and_text_there_meet():
    table = pa.table({"client_id": [7, 8], "ordered_on": [day(1), day(2)], "amount": [1.0, 2.0]})
    clients = pa.table({"client_id": ["7"], "since": [day(100)]})

    judged = judge({"orders": table, "clients": clients})

    assert {client: row["tenure_days"] for client, row in judged.clients.items()} == {"7": 100, "8": 2}


def test_a_firm_of_one_client_and_one_order():
    judged = Firm().buys("only", 5).judged()

    row = judged.clients["only"]
    assert (row["stage"], row["share"], row["abc"], row["revenue_rank"]) == ("first_order", 1.0, "A", 1)
    assert (row["p_alive"], row["expected_revenue"], row["typical_interval"]) == (None, None, None)
    assert judged.company["outlook"]["warnings"] == ["not_enough_data"]
    assert {"what": "outlook", "needs": "more_clients"} in judged.company["not_judged"]
    assert judged.codes("only") == {"dependence"}


def test_everything_on_one_day_and_twice_the_same_row():
    firm = Firm()
    for number in range(15):
        firm.buys(f"c{number}", 0, 0, amount=10)

    judged = firm.judged()

    assert {row["occasions"] for row in judged.clients.values()} == {1}
    assert {row["revenue"] for row in judged.clients.values()} == {20}
    assert {row["stage"] for row in judged.clients.values()} == {"first_order"}


def test_orders_of_the_future_only():
    judged = Firm().buys("later", -5).judged()

    assert judged.clients == {}
    assert judged.signals == {}
    assert judged.company["totals"]["clients"] == 0
    assert judged.company["rows"]["after_as_of"] == 1


def test_a_million_orders_of_one_client():
    many = 1_000_000
    days = pa.array([(AS_OF - date(1970, 1, 1)).days - place % 1000 for place in range(many)], pa.int32())
    table = pa.table(
        {
            "client_id": pa.repeat("a", many),
            "ordered_on": days.cast(pa.date32()),
            "amount": pa.repeat(0.01, many),
        }
    )

    row = judge({"orders": table}).clients["a"]

    assert (row["occasions"], row["revenue"], row["revenue_window"]) == (1000, 10_000, 3650)
    assert (row["typical_interval"], row["median_order"], row["stage"]) == (1, 10, "regular")
